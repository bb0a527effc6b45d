"""A flattened table recovered: read again with what a first reading, of all or a part, told of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from loaders.layout import weights as w
from loaders.layout.columns import CONTENT_ROLES, Column, Role, levelled
from loaders.layout.decode import SECTION, Move, Step, best_score, decode
from loaders.layout.evidence import Evidence, Habits
from loaders.layout.fragments import Lattice, lattice_of
from loaders.layout.labels import read_label
from loaders.layout.model import EMPTY, MERGED, Cell, Line, Passage, Row
from loaders.layout.rise import LETTERED, counts_of
from loaders.layout.shapes import labelled_as
from loaders.layout.wording import Wording
from loaders.layout.words import Words

__all__ = ["Headed", "recover"]

_SAME, _NEXT, _ROW, _SECTION, _CUT = Move  # found in a tenth of the time
_READINGS = 4
_SAMPLED = range(200, 1000)
"""Lengths, in places of the lattice, of tables whose first part is read by itself: of a shorter one it
tells too little, and a longer one is read again in any case."""
_LEAST_PART = 140
"""So many places the first part has, or a quarter of the table."""
_LONG = 400
"""From so many places on the first part tells how the cells are labelled."""
_ALIKE, _NEAR = 0.05, 1.2
"""Widths and costs so near to those before have settled."""
_WIDEST = 0.985
"""Quantile of line widths taken as a column's width: above it stand misread lines."""
_MISREAD, _GAP = 0.85, 1.4
"""From this share of the lines on, a leap in width by this factor parts misread lines off."""
_GLIMPSED = 0.85
"""The same where lines are told by their words alone."""
_HEADED = 0.8
"""Share of the width shown by its header that a column has at least."""
_FEW = 5
_MANY = 24
"""From so many lines on, those far wider than the rest are misread; of fewer some just are wider."""
_MOST = 4.0


class Headed(NamedTuple):
    """What the header of a column shows of its width: where it is ``broken``, all, else the least."""

    width: float
    broken: bool


def recover(
    pages: Sequence[Sequence[Line]], columns: Sequence[Column], words: Words, headed: Sequence[Headed]
) -> list[Row]:
    """The rows of a flattened table.

    ``pages`` are its lines page by page without headers and page numbers, ``words`` how
    those of the document stand, ``headed`` what the header shows of the width of each column.
    """
    columns = levelled(columns)
    amounts = any(column.role is Role.BUDGET for column in columns)
    lattice = lattice_of(pages, len(columns), amounts=amounts)
    counts = counts_of(lattice)
    part = _first_part(lattice) if lattice.last >= _LONG else lattice

    def likelihood(wording: Wording) -> float:
        habits = _glimpsed(_glimpsed_widths(lattice, wording), wording, headed)
        return best_score(part, Evidence(wording, habits, counts))

    wording = labelled_as(lattice, columns, words, counts.numbers, likelihood)
    columns = wording.columns
    lines = _glimpsed_widths(lattice, wording)
    habits = _glimpsed(lines, wording, headed)
    steps: list[Step] = []
    if lattice.last in _SAMPLED:
        steps = decode(_first_part(lattice), Evidence(wording, habits, counts))
        habits = _seen(steps, wording, headed)
        habits.widths = list(map(max, habits.widths, lines))
    for _ in range(_READINGS):
        habits.starts, habits.ends = _repeated(steps)
        steps = decode(lattice, Evidence(wording, habits, counts))
        before, habits = habits, _seen(steps, wording, headed)
        if _settled(before, habits):
            break
    return _rows(steps, columns, words)


def _first_part(lattice: Lattice) -> Lattice:
    """The lines in the first quarter of ``lattice``, or in as many places as tell enough."""
    nodes = range(max(_LEAST_PART, lattice.last // 4), lattice.last)
    return Lattice(
        lattice.outgoing[: next((at for at in nodes if lattice.outgoing[at][0].opens), lattice.last)]
    )


def _settled(before: Habits, habits: Habits) -> bool:
    """Whether another reading would see what this one saw: also where what it did nowhere costs the most."""
    widths = all(abs(a - b) <= _ALIKE * b for a, b in zip(before.widths, habits.widths, strict=True))
    absent = zip(before.absent, habits.absent, strict=True)
    empty = zip(before.empty, habits.empty, strict=True)
    costs = all(abs(a - b) <= _NEAR or b >= _MOST for a, b in absent)
    costs = costs and all(abs(a - b) <= _NEAR for a, b in empty)
    return widths and costs and before.labelled == habits.labelled


def _glimpsed_widths(lattice: Lattice, wording: Wording) -> list[float]:
    """The widths of columns from lines that plainly stand in one, 0 where there are few.

    Those are lines whose words speak for one column alone (or for both agencies), and the lines in
    lower case that go on with them.
    """
    if wording.wrapping.whole:
        return [0.0] * len(wording.columns)
    widths: list[list[int]] = [[] for _ in wording.columns]
    sure: list[int] = []
    for fragments in lattice.outgoing:
        fragment = fragments[-1]
        if not fragment.text or not fragment.opens:
            continue
        if not fragment.text[0].islower():
            sure = _sure(wording.start(fragment))
        for c in sure:
            widths[c].append(fragment.width)
    shares = [_GLIMPSED if column.role in CONTENT_ROLES else 0.5 for column in wording.columns]
    return list(map(_wide, widths, shares))


def _glimpsed(lines: Sequence[float], wording: Wording, headed: Sequence[Headed]) -> Habits:
    """What can be seen before any reading: ``lines`` and the header tell the widths of columns."""
    habits = Habits.usual(wording.columns)
    if wording.wrapping.whole:
        return habits
    for c, (column, seen) in enumerate(zip(wording.columns, lines, strict=True)):
        # A column of content is far wider than its header: better no width than that one.
        unknown = not seen and column.role in CONTENT_ROLES
        habits.widths[c] = 0.0 if unknown else max(seen, headed[c].width)
        habits.loose[c] = not (seen or headed[c].broken)
    return habits


def _sure(scores: Sequence[float]) -> list[int]:
    """The columns that score best by far; two where they score alike."""
    best = max(scores)
    if best <= 1:
        return []
    near = [c for c, score in enumerate(scores) if score >= best - 0.9]
    return near if all(scores[c] > best - 0.2 for c in near) else []


def _seen(steps: Sequence[Step], wording: Wording, headed: Sequence[Headed]) -> Habits:
    """The habits of the table as ``steps`` read it, but for its repeated lines."""
    columns = wording.columns
    usual = Habits.usual(columns)
    widths: list[list[int]] = [[] for _ in columns]
    begun: list[list[str]] = [[] for _ in columns]
    rows = 0
    for fragment, c, move in steps:
        rows += move is _ROW
        if c == SECTION:
            continue
        if fragment.text:
            widths[c].append(fragment.width)
        if move is _NEXT or move is _ROW:
            begun[c].append(fragment.text)
    for c, column in enumerate(columns):
        texts = list(filter(None, begun[c]))
        if not wording.wrapping.whole:
            usual.widths[c], usual.loose[c] = _width(widths[c], headed[c], enough=len(texts) >= _FEW)
        absent = _cost(max(0, rows - len(begun[c])), rows, usual.absent[c])
        usual.absent[c] = max(absent, w.SURE_FILL.get(column.role, 0.0))
        usual.empty[c] = max(w.EMPTY_LEAST, -_cost(len(begun[c]) - len(texts), rows, -usual.empty[c]))
        if column.role in CONTENT_ROLES and len(texts) >= _FEW:
            usual.labelled[c] = sum(map(bool, map(read_label, texts))) > 0.8 * len(texts)
    return usual


def _width(lines: list[int], headed: Headed, *, enough: bool) -> tuple[float, bool]:
    """The width of a column of ``lines`` (if its cells are ``enough``), and whether it may be far wider."""
    if enough:
        return max(_wide(lines), _HEADED * headed.width), False
    return headed.width, not headed.broken


def _repeated(steps: Sequence[Step]) -> tuple[dict[str, float], dict[str, float]]:
    """For lines that come several times: how much speaks for a cell beginning, and ending, with each."""
    starts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    ends: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    above = ""
    for fragment, _, move in steps:
        if not fragment.text:
            continue
        if fragment.opens and fragment.text[0].isupper():
            starts[fragment.text][move is _SAME] += 1
        if above and not fragment.top:
            ends[above][move is _SAME] += 1
        above = fragment.text
    return _odds(starts), _odds(ends)


def _odds(counts: dict[str, list[int]]) -> dict[str, float]:
    odds = {text: math.log((yes + 0.5) / (no + 0.5)) for text, (yes, no) in counts.items() if yes + no > 2}
    return {text: max(-w.REPEATED_MOST, min(w.REPEATED_MOST, w.REPEATED * odd)) for text, odd in odds.items()}


def _wide(widths: list[int], share: float = _WIDEST) -> float:
    """The width of a column whose lines are so wide, without the far wider ones that were misread into it."""
    ordered = sorted(widths)
    for i in range(int(len(ordered) * _MISREAD), len(ordered)):
        if len(ordered) >= _MANY and ordered[i] > _GAP * ordered[i - 1]:
            ordered = ordered[:i]
            break
    return float(ordered[int((len(ordered) - 1) * share)]) if len(ordered) >= _FEW else 0.0


def _cost(times: int, rows: int, usual: float) -> float:
    """The cost of what happened ``times`` in ``rows`` rows, drawn to ``usual`` where there are few."""
    weight = 4.0
    seen = -math.log((times + 0.2) / (rows + 1.0))
    return min(_MOST, (seen * rows + usual * weight) / (rows + weight))


def _rows(steps: Sequence[Step], columns: Sequence[Column], words: Words) -> list[Row]:
    rows: list[_Open] = []
    for fragment, c, move in steps:
        if not rows or move is _SECTION or (move is _ROW and not rows[-1].blank()):
            rows.append(_Open(len(columns), section=move is _SECTION))
        column, row = max(c, 0), rows[-1]
        at = _home(rows, column, columns) if row.cut or move is _CUT else -1
        row.cut = move is _CUT or (row.cut and move is not _ROW)
        rows[at].add(column, fragment.line, fragment.text, words)
    return [row.closed(columns) for row in rows if row.says()]


def _home(rows: Sequence[_Open], column: int, columns: Sequence[Column]) -> int:
    """The row whose cell goes on in ``column`` at the top of a page: targets and tasks may span rows."""
    last = len(rows) - 1
    if columns[column].role in (Role.TARGET, Role.TASK):
        return next((i for i in range(last, -1, -1) if rows[i].cells[column]), last)
    return last


class _Open:
    """A row being filled."""

    def __init__(self, width: int, *, section: bool) -> None:
        self.cells: list[list[Line]] = [[] for _ in range(width)]
        self.empty = [False] * width
        self.section = section
        self.cut = False

    def blank(self) -> bool:
        """Whether nothing but spaces has been read."""
        return not any(self.cells) and not self.section

    def says(self) -> bool:
        """Whether any letter or digit has been read."""
        return any(any(map(str.isalnum, line.text)) for cell in self.cells for line in cell)

    def add(self, column: int, line: Line, text: str, words: Words) -> None:
        cell = self.cells[column]
        if not text:
            self.empty[column] = True
        elif cell and words.split(cell[-1].text, text):
            cell[-1] = _worded(cell[-1], cell[-1].text + text)
        else:
            cell.append(_worded(line, text))

    def closed(self, columns: Sequence[Column]) -> Row:
        if self.section:
            title = Passage.of(self.cells[0])
            label = read_label(title.text)
            letter = None if label else LETTERED.match(title.text)
            end = label.end if label else letter.end() if letter else 0
            shown = [Cell(title.part(0, end)), Cell(title.part(end))]
            return Row((*shown, *(MERGED for _ in columns[2:])))
        return Row(tuple(self._cell(c) for c in range(len(columns))))

    def _cell(self, c: int) -> Cell:
        lines = self.cells[c]
        if lines:
            return Cell(Passage.of(lines) if len(lines) > 1 else Passage.on(lines[0]))
        return EMPTY if self.empty[c] else MERGED


def _worded(line: Line, text: str) -> Line:
    """``line`` with only ``text`` on it."""
    return line if line.text.strip() == text else Line(line.number, text, line.page, line.sheet)
