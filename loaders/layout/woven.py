"""Two cells printed word by word through one another, parted again by what their words say.

Where a page cuts two narrow cells beside each other, what reads a printed page may take their lines
in turn as those of one cell: "Báo cáo | Sở Nội vụ, | quý của | UBND cấp | Sở | xã". One cell then
holds both, and the other, unfinished above, goes on with nothing. The parting that the words of the
table speak for best is taken (dynamic programming over the lines of both): how often one word
follows another, and stands in the column. The measurements are in docs/decisions/174.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.layout.cues import hangs
from loaders.layout.grid import RawRow
from loaders.layout.model import NOTHING, Passage

__all__ = ["parted"]

_WORD = re.compile(r"\S+")
_FEWEST = 12
"""Words of a cell that may be two."""
_MOST = 120
"""Words of the longest cell that is looked into, for the time it takes."""
_LINE = 20
"""Characters of the longest line in a column so narrow. The last may be longer: one cell has ended."""
_TURN = -1.0
"""Cost of the lines' changing from one cell to the other."""
_OWN_WORDS = 0.3
"""How much the column's own words weigh, against the words before."""
_GAIN = 0.5
"""What a word has to gain on average by the parting: no whole cell of 59 gained as much (at most 0.4)."""
_UNSEEN_PAIR, _UNSEEN_WORD = 2.0, 20.0
"""How many sightings the mere frequency of a word is worth, against those behind another, or in a column."""


def parted(
    rows: Sequence[RawRow], width: int, texts: Sequence[str]
) -> tuple[list[RawRow], tuple[Passage, ...]]:
    """``rows`` with woven cells parted, and the passages that were woven.

    Args:
        rows: the rows of a table whose cells stand in their columns, but for those that lost some.
        width: the number of its columns.
        texts: what else its document says.
    """
    out = list(rows)
    found: list[Passage] = []
    words: _Words | None = None
    for i, row in enumerate(rows):
        if not row.fresh or len(row.cells) != width or i == 0:
            continue
        for c, other in _suspects(rows, i, width):
            words = words or _Words.of(rows, width, texts)
            cells = list(out[i].cells)
            if two := _unwoven(cells[c], (_above(rows, i, c), _above(rows, i, other)), words, (c, other)):
                found.append(cells[c])
                cells[c], cells[other] = two
                out[i] = replace(row, cells=tuple(cells))
                break
    return out, tuple(found)


def _suspects(rows: Sequence[RawRow], i: int, width: int) -> Iterator[tuple[int, int]]:
    """Columns beside each other: a long cell in the one, nothing in the other, which is unfinished above."""
    cells = rows[i].cells
    for c, cell in enumerate(cells):
        for other in (c - 1, c + 1):
            beside = 0 <= other < width and not cells[other]
            if beside and len(cell.text.split()) >= _FEWEST and hangs(_above(rows, i, other)):
                yield c, other


def _above(rows: Sequence[RawRow], i: int, c: int) -> str:
    """The text right above in column ``c``, "" where the row above has none."""
    cells = rows[i - 1].cells
    return cells[c].text if c < len(cells) else ""


@dataclass(frozen=True)
class _Words:
    """The words of a document: how often each stands in it, after another, and in each column of a table."""

    count: Counter[str]
    pairs: Counter[tuple[str, str]]
    columns: Sequence[Counter[str]]

    @classmethod
    def of(cls, rows: Sequence[RawRow], width: int, texts: Sequence[str]) -> _Words:
        """The words of ``rows`` and ``texts``, those of whole rows by column."""
        count, pairs = Counter[str](), Counter[tuple[str, str]]()
        columns = [Counter[str]() for _ in range(width)]
        for row in rows:
            if len(row.cells) == width:
                for column, cell in zip(columns, row.cells, strict=True):
                    column.update(map(_plain, cell.text.split()))
        for text in (*texts, *(cell.text for row in rows for cell in row.cells)):
            words = [_plain(word) for word in text.split()]
            count.update(words)
            pairs.update(pairwise(words))
        return cls(count, pairs, columns)

    def without(self, cell: Sequence[str], c: int) -> _Words:
        """The words less those of ``cell`` in column ``c``: a cell does not speak for itself."""
        columns = [column - Counter(cell) if i == c else column for i, column in enumerate(self.columns)]
        return _Words(self.count - Counter(cell), self.pairs - Counter(pairwise(cell)), columns)

    def chance(self, word: str) -> float:
        """How likely ``word`` is anywhere."""
        return (self.count[word] + 0.5) / (self.count.total() + 0.5 * len(self.count))

    def after(self, before: str, word: str) -> float:
        """Log-likelihood of ``word`` behind ``before``."""
        seen = self.pairs[before, word] + _UNSEEN_PAIR * self.chance(word)
        return math.log(seen / (self.count[before] + _UNSEEN_PAIR))

    def within(self, c: int, word: str) -> float:
        """How much more likely ``word`` is in column ``c`` than anywhere: log-odds, weighed."""
        column, chance = self.columns[c], self.chance(word)
        likely = (column[word] + _UNSEEN_WORD * chance) / (column.total() + _UNSEEN_WORD)
        return _OWN_WORDS * math.log(likely / chance)


def _plain(word: str) -> str:
    return word.casefold().strip('.,;:()"“”/')


def _unwoven(
    cell: Passage, above: tuple[str, str], known: _Words, columns: tuple[int, int]
) -> tuple[Passage, Passage] | None:
    """``cell`` as that of each of two ``columns``, which go on from ``above``; None where it is whole."""
    places = [found.span() for found in _WORD.finditer(cell.text)]
    words = [_plain(cell.text[start:end]) for start, end in places]
    if len(words) > _MOST:
        return None
    woven = _Weave(known.without(words, columns[0]), words, [_last(text) for text in above], columns)
    gain, runs = woven.best([end - start for start, end in places])
    if gain < _GAIN * len(words):
        return None
    two = [NOTHING, NOTHING]
    for which, first, end in runs:
        two[which] = two[which].joined(cell.part(places[first][0], places[end - 1][1]))
    return two[0], two[1]


def _last(text: str) -> str:
    words = text.split()
    return _plain(words[-1]) if words else ""


_Run = tuple[int, int, int]
"""Which of the two cells, its first word and the word after its last."""
_Way = tuple[float, tuple[_Run, ...]]


class _Weave:
    """The ways to read ``words`` as the lines of two cells in turn."""

    def __init__(
        self, known: _Words, words: Sequence[str], above: Sequence[str], columns: tuple[int, int]
    ) -> None:
        self._known, self._words, self._above = known, words, above
        self._own = [[known.within(c, word) for word in words] for c in columns]
        self._behind = [0.0, *(known.after(before, word) for before, word in pairwise(words))]

    def best(self, lengths: Sequence[int]) -> tuple[float, tuple[_Run, ...]]:
        """What the best way gains over one whole cell, and its lines; ``lengths`` of words in characters."""
        n = len(lengths)
        ways: list[dict[tuple[int, int], _Way]] = [{} for _ in range(n + 1)]
        ways[0] = {(0, -1): (0.0, ()), (1, -1): (0.0, ())}
        for i in range(n):
            for (last, other), way in ways[i].items():
                for end, score in self._lines(1 - last, other, i, lengths):
                    _keep(ways[end], (1 - last, i - 1), (way[0] + score, (*way[1], (1 - last, i, end))))
        score, runs = max(ways[n].values())
        return score - self._whole(), runs

    def _lines(self, which: int, before: int, i: int, lengths: Sequence[int]) -> Iterator[tuple[int, float]]:
        """The ends of the lines of cell ``which`` that begin with word ``i``, behind word ``before``."""
        score, length = _TURN + self._follows(which, before, i), -1
        for end in range(i + 1, len(lengths) + 1):
            length += 1 + lengths[end - 1]
            if end > i + 1:
                score += self._behind[end - 1] + self._own[which][end - 1]
            if length <= _LINE or end in (i + 1, len(lengths)):
                yield end, score

    def _follows(self, which: int, before: int, i: int) -> float:
        """How well word ``i`` goes on with word ``before`` of cell ``which``, -1 for what is above it."""
        word = self._words[before] if before >= 0 else self._above[which]
        return self._known.after(word, self._words[i]) + self._own[which][i]

    def _whole(self) -> float:
        """How well all words read as the first cell alone."""
        return self._follows(0, -1, 0) + sum(self._behind) + sum(self._own[0][1:])


def _keep(ways: dict[tuple[int, int], _Way], state: tuple[int, int], way: _Way) -> None:
    if state not in ways or way > ways[state]:
        ways[state] = way
