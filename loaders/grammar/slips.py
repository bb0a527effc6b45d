"""Slips of the print: kept as printed in the records, and told among the oddities.

Syllables run together ("thủtục"), words printed twice ("và và"), misspelt words of time ("Thường xuyện"),
numbers and days left blank, numbers of documents that had to be mended ("130/2005/NĐCP"). Only what can
be nothing else is told: two words that may stand side by side ("tồn tại tại") are not.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress
from operator import eq

from loaders.grammar import lists
from loaders.grammar.text import plain, unmarked
from loaders.layout.model import Passage
from loaders.records import CitationRecord, Oddity, Span
from loaders.remembered import remembered
from ontology.slug import strip_marks

__all__ = ["collected", "in_numbers", "in_texts", "in_time"]

_WORDS = lists.words("slips")
_LOANS = frozenset(_WORDS["loans"])
_TIMES = {plain(words) for words in _WORDS["times"]}
_PARTED = " | "
"""Between two texts: no slip reaches over it."""
_POINTS = ".,;:!?…()[]“”\"'/-–+"
_SHORTEST = 5
"""Letters of the shortest word looked at."""
_TONES = ("", *"\u0300\u0301\u0303\u0309\u0323")
_VOWEL = (
    "[" + "".join(unicodedata.normalize("NFC", v + tone) for v in "aăâeêioôơuưy" for tone in _TONES) + "]"
)
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])"
_RHYME = f"{_VOWEL}{{1,3}}(?:ch|nh|ng|[cmnpt])?"
_ONE = re.compile(f"{_ONSET}?{_RHYME}")
_SEVERAL = re.compile(f"{_ONSET}?{_RHYME}(?:{_ONSET}{_RHYME}){{1,3}}")
_TWICE = frozenset(_WORDS["twice"])
_TIME = re.compile(rf"{lists.standing_apart(lists.spelt({strip_marks(words) for words in _TIMES}))}(?!\w)")
_QUARTER = re.compile(r"(?<!\w)q[uú][iìíỉĩịyỳỷỹỵ](?=\s+(?:[ivx]+|\d)\b)")
_BLANKS = (
    (
        re.compile(r"/\s*[A-ZĐ]{2,}-[A-ZĐ]"),
        re.compile(r"[Ss](?<!\w.)ố\s*:?[\s.…_]*$"),
        "Số của văn bản để trống.",
    ),
    (
        re.compile(r"số[\s.…_]*\s(?:của|ngày)\s"),
        re.compile(rf"(?<!\w){lists.any_of(lists.words('instruments')['kinds'])}\s$"),
        "Số của văn bản được dẫn để trống.",
    ),
    (
        re.compile(r"ngày[\s.…_]*(?:tháng[\s.…_]*\d{0,2}\s*năm\s*\d{4}|/\s*\d{1,2}\s*/\s*\d{4})(?!\d)"),
        re.compile(r"(?<!\w)$"),
        "Ngày của văn bản để trống.",
    ),
)
"""How what follows a blank is printed, what stands before it, and what is told."""
_BEFORE = 40
"""Characters looked at before it."""


def in_texts(passages: Iterable[Passage]) -> Iterator[Oddity]:
    """What is misspelt, printed twice or left blank in the ``passages`` of one document."""
    held = [passage for passage in passages if passage.text]
    text = _PARTED.join(
        [passage.text for passage in held]
    )  # looked through once: plans have many short texts
    starts = [0, *accumulate([len(passage.text) + len(_PARTED) for passage in held])]
    words = text.split()
    for found, kind, what in (*_joined(text, words), *_repeated(text, words), *_blank(text)):
        i = bisect_right(starts, found.start()) - 1
        lines = held[i].span(found.start() - starts[i], found.end() - starts[i])
        yield Oddity(what=what, kind=kind, lines=lines)


def in_time(passage: Passage) -> Iterator[Oddity]:
    """Words of time in ``passage`` whose marks are wrong or misplaced."""
    for start, end in _wrong_times(passage.text):
        what = f"“{passage.text[start:end]}” viết sai dấu."
        yield Oddity(what=what, kind="typo", lines=passage.span(start, end))


@remembered
def _wrong_times(text: str) -> tuple[Span, ...]:
    """Where words of time with wrong or misplaced marks stand in ``text``; many rows print the same time."""
    words = plain(text)
    times = [found for found in _TIME.finditer(unmarked(text)) if words[slice(*found.span())] not in _TIMES]
    quarters = [found for found in _QUARTER.finditer(words) if found[0] not in {"quý", "quí"}]
    return tuple(found.span() for found in (*times, *quarters))


def in_numbers(citations: Iterable[CitationRecord]) -> Iterator[Oddity]:
    """Numbers of documents that were mended."""
    for citation in citations:
        printed = "".join(citation.text.split()).casefold()
        if citation.number and citation.number.casefold() not in printed:
            what = f"“{citation.text}”: hiểu là số {citation.number}."
            yield Oddity(what=what, kind="typo", lines=citation.lines)


def collected(oddities: Iterable[Oddity]) -> tuple[Oddity, ...]:
    """``oddities`` in the order of the document, equal ones once: at the first place, with their count."""
    places: dict[tuple[str, str], list[Span]] = {}
    for oddity in oddities:
        places.setdefault((oddity.what, oddity.kind), []).append(oddity.lines or (0, 0))
    out = []
    for (what, kind), found in places.items():
        more = f" ({len(found)} chỗ)" if len(found) > 1 else ""
        out.append(Oddity(what=what + more, kind=kind, lines=min(found) if any(min(found)) else None))
    return tuple(sorted(out, key=lambda oddity: (oddity.lines or (0, 0), oddity.kind, oddity.what)))


_Slip = tuple[re.Match[str], str, str]
"""Where a slip stands in the joined text, its kind, and what is told."""


def _joined(text: str, words: Sequence[str]) -> Iterator[_Slip]:
    """Syllables without a space between. Words without marks or with capitals may be foreign or names."""
    long = {word.strip(_POINTS) for word in set(words) if len(word) >= _SHORTEST}
    for letters in sorted(filter(_is_joined, long)):
        for found in _whole(letters, text):
            yield found, "typo", f"Chữ “{letters}” in dính liền, thiếu dấu cách."


def _is_joined(letters: str) -> bool:
    if len(letters) < _SHORTEST or letters.isascii() or not (letters.islower() and letters.isalpha()):
        return False
    return not _ONE.fullmatch(letters) and bool(_SEVERAL.fullmatch(letters)) and letters not in _LOANS


def _repeated(text: str, words: Sequence[str]) -> Iterator[_Slip]:
    """A word that never stands twice, or two words, printed twice in a row."""
    again = bytes(map(eq, words, words[2:]))
    doubled = set(compress(words, map(eq, words, words[1:]))) & _TWICE
    doubled |= {" ".join(words[i : i + 2]) for i in _places(again, b"\1\1")}
    for told in sorted(doubled):
        if told.replace(" ", "").isalpha():
            for found in _whole(f"{told} {told}", text):
                yield found, "typo", f"“{told}” in hai lần liền nhau."


def _whole(words: str, text: str) -> Iterator[re.Match[str]]:
    """Where ``words`` stand whole in ``text``. A pattern that begins with letters is found fast."""
    for found in re.finditer(rf"{words}(?!\w)", text):
        if not text[found.start() - 1 : found.start()].isalnum():
            yield found


def _places(data: bytes, wanted: bytes) -> Iterator[int]:
    place = data.find(wanted)
    while place >= 0:
        yield place
        place = data.find(wanted, place + 1)


def _blank(text: str) -> Iterator[_Slip]:
    for pattern, before, what in _BLANKS:
        for found in pattern.finditer(text):
            if before.search(text[max(0, found.start() - _BEFORE) : found.start()]):
                yield found, "blank", what
