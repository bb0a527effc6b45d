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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.layout.cues import hangs
from loaders.layout.grid import RawRow
from loaders.layout.model import NOTHING, Passage

__all__ = ["parted"]

_WORD = re.compile(r"\S+")
_MARKS = ((". ", " . "), ("/ ", " "), *((mark, "") for mark in ",;:()"))
"""What stands for marks in a text whose words are compared."""
_FEWEST = 12
"""Words of a cell that may be two."""
_MOST = 120
"""Words of the longest cell that is looked into, for the time it takes."""
_LINE = 20
"""Characters of the longest line in a column so narrow. The last may be longer: one cell has ended."""
_BEAM = 8.0
"""Ways so far behind the best are given up."""
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
    for i, row in enumerate(rows):
        if not row.fresh or len(row.cells) != width or i == 0:
            continue
        for c, other in _suspects(rows, i, width):
            if two := _unwoven(rows, texts, (i, c), other):
                cells = list(row.cells)
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
    """How often the words of a cell stand in a document, after one another, and in two columns."""

    count: Counter[str]
    pairs: Counter[tuple[str, str]]
    columns: Sequence[Counter[str]]
    total: int
    """All words of the document, and below those of each column."""
    totals: Sequence[int]

    @classmethod
    def of(cls, wanted: Iterable[str], texts: Iterable[str], columns: Iterable[Iterable[str]]) -> _Words:
        """The words that are ``wanted``, in ``texts`` and in the cells of ``columns``."""
        known = frozenset(wanted)
        words = _plain(" . ".join(texts)).split()
        places = [i for i, word in enumerate(words) if word in known]
        pairs = Counter([(words[a], words[b]) for a, b in pairwise(places) if b == a + 1])
        held = [Counter(_plain(" ".join(cells)).split()) for cells in columns]
        count = Counter([words[i] for i in places])
        return cls(count, pairs, held, len(words), [column.total() for column in held])

    def chance(self, word: str) -> float:
        """How likely ``word`` is anywhere."""
        return (self.count[word] + 0.5) / (self.total + 1.0)

    def after(self, before: str, word: str) -> float:
        """Log-likelihood of ``word`` behind ``before``."""
        seen = self.pairs[before, word] + _UNSEEN_PAIR * self.chance(word)
        return math.log(seen / (self.count[before] + _UNSEEN_PAIR))

    def within(self, c: int, word: str) -> float:
        """How much more likely ``word`` is in column ``c`` than anywhere: log-odds, weighed."""
        chance = self.chance(word)
        likely = (self.columns[c][word] + _UNSEEN_WORD * chance) / (self.totals[c] + _UNSEEN_WORD)
        return _OWN_WORDS * math.log(likely / chance)


def _plain(text: str) -> str:
    """The words of ``text`` in small letters, without the marks around them."""
    for mark, word in _MARKS:
        text = text.replace(mark, word)
    return text.lower()


def _token(word: str) -> str:
    """``word`` as it stands in a text made plain, "" where nothing of it does."""
    return next(iter(_plain(f"{word} ").split()), "")


def _unwoven(
    rows: Sequence[RawRow], texts: Sequence[str], at: tuple[int, int], other: int
) -> tuple[Passage, Passage] | None:
    """The cell ``at`` a row and a column as that of this column and the ``other``; None where it is whole."""
    i, c = at
    cell = rows[i].cells[c]
    places = [found.span() for found in _WORD.finditer(cell.text)]
    if len(places) > _MOST:
        return None
    words = [_token(cell.text[start:end]) for start, end in places]
    above = [_last(_above(rows, i, column)) for column in (c, other)]
    others = [row for row in rows if row is not rows[i]]  # a cell does not speak for itself
    told = (*texts, *(each.text for row in others for each in row.cells))
    whole = [row.cells for row in others if len(row.cells) == len(rows[i].cells)]
    columns = [[cells[column].text for cells in whole] for column in (c, other)]
    weave = _Weave(_Words.of((*words, *above), told, columns), words, above)
    gain, runs = weave.best([end - start for start, end in places])
    if gain < _GAIN * len(words):
        return None
    two = [NOTHING, NOTHING]
    for which, first, end in runs:
        two[which] = two[which].joined(cell.part(places[first][0], places[end - 1][1]))
    return two[0], two[1]


def _last(text: str) -> str:
    words = text.split()
    return _token(words[-1]) if words else ""


_Run = tuple[int, int, int]
"""Which of the two cells, its first word and the word after its last."""
_Way = tuple[float, tuple[_Run, ...]]


class _Weave:
    """The ways to read ``words`` as the lines of two cells in turn, which go on from the words ``above``."""

    def __init__(self, known: _Words, words: Sequence[str], above: Sequence[str]) -> None:
        self._known, self._words, self._above = known, words, above
        self._own = [[known.within(which, word) for word in words] for which in (0, 1)]
        self._behind = [0.0, *(known.after(before, word) for before, word in pairwise(words))]

    def best(self, lengths: Sequence[int]) -> tuple[float, tuple[_Run, ...]]:
        """What the best way gains over one whole cell, and its lines; ``lengths`` of words in characters."""
        n = len(lengths)
        ways: list[dict[tuple[int, int], _Way]] = [{} for _ in range(n + 1)]
        ways[0] = {(0, -1): (0.0, ()), (1, -1): (0.0, ())}
        for i in range(n):
            lines = [list(self._lines(which, i, lengths)) for which in (0, 1)]
            least = max(ways[i].values())[0] - _BEAM
            for (last, before), (score, runs) in ways[i].items():
                if score < least:
                    continue
                which = 1 - last
                begun = score + _TURN + self._follows(which, before, i)
                for end, inside in lines[which]:
                    _keep(ways[end], (which, i - 1), (begun + inside, (*runs, (which, i, end))))
        score, runs = max(ways[n].values())
        return score - self._whole(), runs

    def _lines(self, which: int, i: int, lengths: Sequence[int]) -> Iterator[tuple[int, float]]:
        """The ends of lines of cell ``which`` that begin with word ``i``, and what its other words say."""
        score, length = 0.0, lengths[i]
        yield i + 1, score
        for end in range(i + 2, len(lengths) + 1):
            length += 1 + lengths[end - 1]
            score += self._behind[end - 1] + self._own[which][end - 1]
            if length <= _LINE or end == len(lengths):
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
