"""What a row is about, whatever words it uses: its matters, and its acts.

Plans name one subject of reform in many ways ("sắp xếp, kiện toàn tổ chức bộ máy", "tinh gọn đầu
mối"). ``data/matters.csv`` lists these subjects, by the areas of the national programme (Nghị quyết
76/NQ-CP), with the phrases that name them and the plans they were found in; ``data/acts.csv`` lists what is
done about them (a plan, a report, an inspection …). A new wording is a phrase more in the list. In a phrase
"+" joins parts that stand apart, within :data:`REACH` syllables.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from loaders.align import data
from loaders.align.text import folded

REACH = 20
"""Parts of one phrase belong to one clause: they stand no further apart than this many syllables."""

Part = tuple[str, ...]
Phrase = tuple[Part, ...]


class Lexicon:
    """Codes with the phrases that name them, found in rows of folded syllables."""

    def __init__(self, name: str) -> None:
        """Read the CSV file ``name`` (code, label, phrases joined by "|", and the area of a matter)."""
        rows = data.table(name)
        self.labels = {row["code"]: row["label"] for row in rows}
        self.areas = {row["code"]: row["area"] for row in rows if row.get("area")}
        self._by_first: dict[str, list[tuple[str, Phrase]]] = {}
        for row in rows:
            for text in row["phrases"].split("|"):
                phrase = tuple(folded(part) for part in text.split("+"))
                self._by_first.setdefault(phrase[0][0], []).append((row["code"], phrase))

    def find(self, syllables: Sequence[str]) -> frozenset[str]:
        """The codes named in ``syllables`` (folded)."""
        row = tuple(syllables)
        starts: dict[str, list[int]] = {}
        for place, syllable in enumerate(row):
            starts.setdefault(syllable, []).append(place)
        named: set[str] = set()
        spans: list[tuple[int, int, str]] = []
        for first in starts:
            for code, phrase in self._by_first.get(first, ()):
                if len(phrase) == 1:
                    spans += [(s, s + len(phrase[0]), code) for s in _places(row, starts, phrase[0])]
                elif _holds(row, starts, phrase):
                    named.add(code)
        return frozenset(named | {code for start, end, code in spans if not _inside(start, end, code, spans)})


@functools.cache
def matters() -> Lexicon:
    """The subjects of reform."""
    return Lexicon("matters.csv")


@functools.cache
def acts() -> Lexicon:
    """What is done about a subject."""
    return Lexicon("acts.csv")


def _places(row: Part, starts: dict[str, list[int]], part: Part) -> list[int]:
    return [s for s in starts.get(part[0], ()) if row[s : s + len(part)] == part]


def _inside(start: int, end: int, code: str, spans: list[tuple[int, int, str]]) -> bool:
    """Whether a longer phrase of another matter holds this one: "một cửa" in "phần mềm một cửa"."""
    return any(s <= start and end <= e and e - s > end - start and c != code for s, e, c in spans)


def _holds(row: Part, starts: dict[str, list[int]], phrase: Phrase) -> bool:
    """Whether all parts of ``phrase`` stand within reach of its first part."""
    places = [_places(row, starts, part) for part in phrase]
    return any(all(any(abs(p - first) <= REACH for p in rest) for rest in places[1:]) for first in places[0])
