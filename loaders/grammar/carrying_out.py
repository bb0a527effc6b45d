"""The chapters of a plan that give duties to agencies: "Tổ chức thực hiện" and those like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.grammar import agency, lists
from loaders.grammar.body import Parts
from loaders.grammar.text import plain
from loaders.layout.columns import tells_work
from loaders.layout.model import Paragraph, Table

__all__ = ["CLOSING", "blocks", "gives_duties"]

_TITLE = lists.any_of(map(plain, lists.words("assignment")["chapters"]))
_CHAPTER = re.compile(
    r"\W*(?:(?P<part>(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]{1,4}|\d)|[A-EĐ](?=\s*[./]))"
    r"|(?P<article>Điều\s+\d{1,2})|(?P<roman>[IVX]{1,5})|(?P<number>\d{1,2}))\s*[.:)/-]\s*(?P<title>[^\W\d_].*)"
)
CLOSING = re.compile(r"\W*Trên đây là\b")
"""How the words begin that close a plan."""
_LAST = "./."
"""What closes a text by the rules of offices (Nghị định 30/2020/NĐ-CP); portals print more below it."""
_ENDED = re.compile(r"[.;:!]\W*$")
_GIVES = re.compile(r"giao(?:\s+(?:nhiệm\s+vụ|trách\s+nhiệm|các)\b[^.;:]{0,40})?\s*:\s*")
"""An article of a decision that lists who is given what below it: "Điều 2. Giao:"."""
_NUMBERED = re.compile(r"\W*\d{1,2}\s*[.)/]\s+(?:(?:Giao|Yêu cầu|Đề nghị)\s+)?(?=\D)")
_FEWEST = 3
"""So many numbered bodies make a text one of duties."""
_LONGEST_HEADING = 200
_SHORT = 60
"""Characters of the heading that an article of a decision may be; a longer one is a sentence."""


def blocks(parts: Parts) -> Iterator[Paragraph | Table]:
    """The blocks of the chapters that give duties, without their titles, up to the closing words.

    A text without such a chapter may give duties throughout, as a directive does.
    """
    found = list(_of_chapters(parts))
    yield from found or _of_directive([block for _, block in parts.paragraphs("body")])


def _of_directive(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """``paragraphs`` from the first numbered body on, where most numbered ones are bodies: "1. Sở Y tế"."""
    numbered = [(i, found) for i, block in enumerate(paragraphs) if (found := _NUMBERED.match(block.text))]
    named = [i for i, found in numbered if agency.begins(found.string[found.end() :])]
    if len(named) < _FEWEST or len(named) * 2 < len(numbered):
        return
    for block in paragraphs[named[0] :]:
        yield block
        if CLOSING.match(block.text) or block.text.rstrip().endswith(_LAST):
            return


def _of_chapters(parts: Parts) -> Iterator[Paragraph | Table]:
    chapters = _Chapters()
    for _, block in parts.blocks("body"):
        if isinstance(block, Table):
            if chapters.inside and not tells_work(block.titles):
                yield block
        elif not chapters.takes_title(block.text) and chapters.inside:
            yield block
            if CLOSING.match(block.text):
                return
            chapters.inside = not block.text.endswith(_LAST)


def gives_duties(title: str) -> bool:
    """Whether a chapter called ``title`` gives duties to agencies: "Tổ chức thực hiện", "Phân công"."""
    return re.search(_TITLE, plain(title[:_LONGEST_HEADING])) is not None


class _Chapters:
    """The chapters of a body: whether the one that holds gives duties."""

    def __init__(self) -> None:
        self.inside = False
        self._level = 0
        self._lettered = False
        self._number = 0
        self._title = ""

    def takes_title(self, text: str) -> bool:
        """Take in ``text`` where it is the title of a chapter, or goes on with one in capitals."""
        chapter = _CHAPTER.match(text)
        level = self._level_of(chapter, text) if chapter else 0
        if chapter and level:
            self._title, self._level = chapter["title"], level
        elif self._title and text.isupper():
            self._title += f" {text}"
        else:
            self._title = ""
            return False
        sentence = chapter is not None and chapter["article"] and len(self._title) > _SHORT
        words = plain(self._title[:_LONGEST_HEADING])
        given = chapter is not None and chapter["article"] and _GIVES.fullmatch(words)
        self.inside = not sentence and bool(given or re.search(_TITLE, words))
        if len(self._title) >= _LONGEST_HEADING:
            self._title = ""
        return bool(self._title)

    def _level_of(self, chapter: re.Match[str], text: str) -> int:
        """1 for a part, 2 for "II.", 3 for "2." where nothing stands above; 0 for an item of the chapter."""
        if chapter["article"]:
            level = 2
        elif chapter["part"]:
            level = 1 if chapter["title"].split()[0].isupper() or len(chapter["part"]) > 1 else 0
        elif chapter["roman"]:
            level = 0 if self.inside and self._level < 2 and agency.begins(chapter["title"]) else 2
        else:
            follows = int(chapter["number"]) == self._number + 1 and len(text) < _LONGEST_HEADING
            level = 3 if follows and not self._lettered and not _ENDED.search(text) else 0
            self._number += bool(level)
        self._lettered = self._lettered or level in {1, 2}
        return level
