"""Rows of raw cells to tables: columns found again, cells over page breaks joined, empty cells told apart.

For tables whose format shows cells but not which of them are merged (Markdown). The cells of a row
are laid on the columns in order; where a row lost cells, or all of it stands shifted, the
assignment that suits what the columns hold is taken (dynamic programming over cells and columns).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from loaders.layout.apart import rows_apart
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.cues import hangs, hints, is_ditto, suits
from loaders.layout.labels import Label, is_number, read_label
from loaders.layout.leaning import Leaning
from loaders.layout.lost import Laid, lay_alike, lay_short
from loaders.layout.model import EMPTY, MERGED, Cell, Fill, Passage, Row

__all__ = ["RawRow", "fit", "lay", "repeats", "rows_of"]

_NUMBER = Role.NUMBER
_OWN = frozenset((_NUMBER, *CONTENT_ROLES))
"""Columns that say what a row is, and of what is above nothing."""
_UPPER = frozenset((Role.TARGET, Role.TASK))
_TEXT = Fill.TEXT
_SHIFT = 2.0
"""Cost of each change of distance between a cell's place and its column, in a row that lost cells."""
_WHOLE_SHIFT = 4.0
"""The same in a row with a cell for each column."""
_OUTER = 0.5
"""Cost of the whole row standing elsewhere than the row above it."""


@dataclass(frozen=True)
class RawRow:
    """The cells of one row as they stand in the source; ``fresh`` when a page begins with it."""

    cells: tuple[Passage, ...]
    fresh: bool = False


_HEADING = 2
"""The cells of a heading: its number and title."""
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")


def repeats(cells: Sequence[Passage], header: Sequence[Passage]) -> bool:
    """Whether a row with ``cells`` is the header again, or only numbers its columns: "(1) | (2) | (3)"."""
    filled = [text for cell in cells if (text := cell.text)]
    if len(filled) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in filled):
        return True
    titles = [text for title in header if (text := title.text)]
    same = len(filled) == len(titles) and list(map(len, filled)) == list(map(len, titles))
    return same and all(a.casefold() == b.casefold() for a, b in zip(filled, titles, strict=True))


def fit(text: str, column: Column) -> float:
    """How well the text of a whole cell suits ``column``: log-odds."""
    if is_ditto(text):  # stands for whatever is above, but for what is to be done
        return -4.0 if column.role in _OWN else 0.0
    return _fit(text, read_label(text), hints(text), column.role)


def _stands(text: str, column: Column) -> bool:
    """Whether ``text`` may stand in ``column``: a bare number may in one without a field."""
    return fit(text, column) >= 0.0 or (column.role is Role.EXTRA and is_number(text))


def _fits(text: str, columns: Sequence[Column]) -> list[float]:
    """How well the text of a whole cell suits each of ``columns``."""
    if is_ditto(text):
        return [fit(text, column) for column in columns]
    label, found = read_label(text), hints(text)
    return [_fit(text, label, found, column.role) for column in columns]


def _fit(text: str, label: Label | None, found: frozenset[Role], role: Role) -> float:
    bare = label is not None and label.end >= len(text)
    if role is _NUMBER:
        return 3.0 if bare or is_number(text) else -4.0
    if label and label.word:
        return 4.0 if label.word is role else -4.0
    score = suits(found, role)
    if role in CONTENT_ROLES:
        return score - 3.0 if bare else score + (1.0 if label else 0.0)
    return score - (1.5 if label else 0.0) - (1.0 if len(text) > 200 else 0.0)


def lay(
    cells: Sequence[Passage], columns: Sequence[Column], usual: int = 0, leaning: Leaning | None = None
) -> list[int | None]:
    """The column of each cell, None for cells without text; ``usual`` is the shift of the row above.

    Where merged cells left nothing, an agency alone may be either of the two: ``leaning`` tells more.
    """
    filled = [i for i, cell in enumerate(cells) if cell.text]
    if len(filled) == len(columns):  # there is only one way
        return [filled.index(i) if cell else None for i, cell in enumerate(cells)]
    if len(cells) == len(columns) and (
        leaning or all(_stands(cells[i].text, columns[i]) for i in filled)
    ):  # nothing was lost, or moved
        return [i if cell.text else None for i, cell in enumerate(cells)]
    content = [c for c, column in enumerate(columns) if column.role in CONTENT_ROLES]
    if filled == [0, 1] and len(content) == 1 and columns[0].role is _NUMBER and is_number(cells[0].text):
        return [0, content[0], *(None for _ in cells[2:])]  # a heading, whatever its words are like
    shift = _SHIFT if len(cells) < len(columns) else _WHOLE_SHIFT
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for step, i in enumerate(filled):
        # As many columns are left for the other cells as there are of them.
        places = range(step, len(columns) - len(filled) + step + 1)
        fits = _fits(cells[i].text, columns[step : step + len(places)])
        scores: dict[int, tuple[float, tuple[int, ...]]] = {}
        for c, own in zip(places, fits, strict=True):
            if step == 0:
                scores[c] = (own - _OUTER * abs(c - i - usual), (c,))
                continue
            # the column of the cell before, where both stand as far from their places
            even = c - i + filled[step - 1]
            ways = [way if p == even else (way[0] - shift, way[1]) for p, way in best.items() if p < c]
            if ways:
                score, path = max(ways)
                scores[c] = (score + own, (*path, c))
        best = scores
    chosen = max(best.values(), default=(0.0, ()))[1]
    out: list[int | None] = [None] * len(cells)
    for i, c in zip(filled, chosen, strict=False):
        out[i] = c
    return out


def _fits_in(cells: Sequence[Passage], columns: Sequence[Column], leaning: Leaning) -> list[list[float]]:
    """How well each cell with text suits each of ``columns``, by its words and by how its table uses it."""
    return [_leant(cell.text, columns, leaning) for cell in cells if cell]


def _is_short(row: RawRow, columns: Sequence[Column]) -> bool:
    """Whether ``row`` lost cells, and is more than the number and the title of a heading."""
    filled = sum(map(bool, row.cells))
    heading = filled < _HEADING or (filled == _HEADING and is_number(row.cells[0].text))
    return not heading and len(row.cells) < len(columns)


def _alike(
    raw: Sequence[RawRow],
    start: int,
    columns: Sequence[Column],
    leaning: Leaning,
    usual: tuple[int | None, ...] | None,
) -> list[Laid]:
    """How the rows from ``start`` on are laid that lost as many cells, those above them as ``usual``."""
    size = len(raw[start].cells)
    run = takewhile(
        lambda row: len(row.cells) == size and _is_short(row, columns) and not _is_section(row, columns),
        raw[start:],
    )
    return lay_alike([(row.cells, _fits_in(row.cells, columns, leaning)) for row in run], columns, usual)


def _leant(text: str, columns: Sequence[Column], leaning: Leaning) -> list[float]:
    """How well ``text`` suits each of ``columns``, and how the table uses it."""
    return [own + leaning.towards(c, text) for c, own in enumerate(_fits(text, columns))]


def rows_of(raw: Iterable[RawRow], columns: Sequence[Column], *, spare: int = 1) -> list[Row]:
    """The rows of a table from its raw rows: cells in their columns, rows cut by a page joined.

    A row that lacks more than ``spare`` cells has lost merged ones.
    """
    raw = list(raw)
    leaning = Leaning((row.cells for row in raw), columns) if spare == 0 else None
    if leaning:
        raw = [part for row in raw for part in _apart(row, columns, leaning)]
    rows: list[Row] = []
    tasks = _Tasks(columns)
    usual = 0
    laid: dict[int, Laid] = {}
    shapes: dict[int, tuple[int | None, ...]] = {}
    """How the last rows that lost cells were laid, by how many they have."""
    for k, row in enumerate(raw):
        if _is_section(row, columns):
            rows.append(_section(row, columns))
            tasks.pass_row(rows[-1])
            continue
        if rows and row.fresh and _carried_on(rows, row, columns, usual):
            continue
        printed: Container[int | None] = range(len(columns))
        if leaning and _is_short(row, columns):
            if k not in laid:
                laid |= dict(enumerate(_alike(raw, k, columns, leaning, shapes.get(len(row.cells))), k))
            shapes[len(row.cells)] = laid[k].columns
            places = [c if cell else None for cell, c in zip(row.cells, laid[k].columns, strict=True)]
            printed = set(laid[k].columns) - set(places)
        else:
            places = lay(row.cells, columns, usual, leaning)
            if len(row.cells) < len(columns) - spare:
                printed = ()
        known = [c - i for i, c in enumerate(places) if c is not None]
        usual = max(set(known), key=known.count) if known else usual
        texts = {c: row.cells[i] for i, c in enumerate(places) if c is not None}
        _hand_up(rows, texts, columns)
        if leaning:
            leaning.pass_row(texts)
        rows.append(_filled(texts, columns, () if tasks.goes_on(texts) else printed))
        tasks.pass_row(rows[-1])
    return rows


def _apart(row: RawRow, columns: Sequence[Column], leaning: Leaning) -> Iterator[RawRow]:
    """``row``, or the rows that a gap parts it into."""
    if leaning.work is None or all(row.cells) or _is_section(row, columns):
        yield row
        return

    def told(cells: Sequence[Passage]) -> tuple[float, Sequence[int | None]]:
        score, places = lay_short(cells, columns, _fits_in(cells, columns, leaning))
        return score - (leaning.weight if leaning.work in places else 0.0), places  # each row has its work

    for cells in rows_apart(row.cells, leaning.work, told):
        yield RawRow(tuple(cells), row.fresh)


def _hand_up(rows: list[Row], texts: dict[int, Passage], columns: Sequence[Column]) -> None:
    """Move the rest of a target or task cell that a page cut to the cell above that it goes on with.

    A row with a number of its own begins there.
    """
    if any(column.role is _NUMBER and c in texts for c, column in enumerate(columns)):
        return
    for c, column in enumerate(columns):
        if column.role not in _UPPER or c not in texts or not texts[c].text[0].islower():
            continue
        above = next((i for i in range(len(rows) - 1, -1, -1) if rows[i].cells[c].fill is _TEXT), None)
        if above is not None and not read_label(texts[c].text):
            rows[above] = _joined(rows[above], {c: texts.pop(c)})


def _is_section(row: RawRow, columns: Sequence[Column]) -> bool:
    filled = [text for cell in row.cells if (text := cell.text)]
    if not 0 < len(filled) <= 2 or row.cells[0].text != filled[0]:
        return False
    label = read_label(filled[0])
    if label and label.roman:
        return len(filled) == 1 or label.end >= len(filled[0])
    alone = len(row.cells) == 1 and sum(column.role in CONTENT_ROLES for column in columns) == 1
    return len(filled) == 1 and (filled[0].isupper() or alone) and len(columns) > 2


def _section(row: RawRow, columns: Sequence[Column]) -> Row:
    filled = [cell for cell in row.cells if cell]
    first = filled[0]
    label = read_label(first.text)
    if len(filled) == 1 and label:
        filled = [first.part(0, label.end), first.part(label.end)]
    elif len(filled) == 1:
        filled = [Passage(), first]
    shown = [Cell(cell, Fill.TEXT if cell else Fill.EMPTY) for cell in filled]
    return Row((*shown, *(MERGED for _ in range(len(columns) - 2)))[: len(columns)])


def _carried_on(rows: list[Row], row: RawRow, columns: Sequence[Column], usual: int) -> bool:
    """Join ``row``, the first of a page, to the cells above where it goes on with them; whether it did."""
    shifts = dict.fromkeys((0, usual))
    placed = [_shifted(row, shift, len(columns)) for shift in shifts]
    score, texts = max(
        ((_going_on(rows, texts, columns), texts) for texts in placed), key=lambda pair: pair[0]
    )
    if score <= 0:
        return False
    for c, passage in texts.items():
        rows_i = _above(rows, c) if columns[c].role in _UPPER else len(rows) - 1
        rows[rows_i] = _joined(rows[rows_i], {c: passage})
    return True


def _shifted(row: RawRow, shift: int, width: int) -> dict[int, Passage]:
    return {i + shift: cell for i, cell in enumerate(row.cells) if cell and 0 <= i + shift < width}


def _above(rows: Sequence[Row], c: int) -> int:
    """The last row with text in column ``c``, else the last row."""
    last = len(rows) - 1
    return next((i for i in range(last, -1, -1) if rows[i].cells[c].fill is _TEXT), last)


def _going_on(rows: Sequence[Row], texts: dict[int, Passage], columns: Sequence[Column]) -> float:
    """How much speaks for the cells ``texts`` at the top of a page going on with those above."""
    score = 0.0
    for c, passage in texts.items():
        before = rows[_above(rows, c)].cells[c].text
        if columns[c].role is Role.NUMBER or read_label(passage.text):
            score -= 3.0
        else:
            score += 2.0 if passage.text[0].islower() else -0.5
            score += 1.5 if hangs(before, passage.text) else 0.0
            score -= 1.5 if before[-1:].isdigit() or before.endswith(".") else 0.0
    return score


def _joined(row: Row, texts: dict[int, Passage]) -> Row:
    cells = list(row.cells)
    for c, text in texts.items():
        cells[c] = Cell(cells[c].passage.joined(text))
    return Row(tuple(cells))


class _Tasks:
    """The numbered headings inside sections of a table, which are its tasks, while its rows are laid."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._column = next((c for c, column in enumerate(columns) if column.role is _NUMBER), None)
        self._inside_section = False
        self._numbers: set[tuple[int, ...]] = set()
        self._last: tuple[int, ...] = ()

    def goes_on(self, texts: dict[int, Passage]) -> bool:
        """Whether the row of ``texts`` is a later one of its task: "1.2" below "1.1", with "I" above "1"."""
        label = read_label(texts[self._column].text) if self._column in texts else None
        number = label.number if label else ()
        task = number[:-1]
        return task in self._numbers and len(number) == len(self._last) and task == self._last[:-1]

    def pass_row(self, row: Row) -> None:
        """Take in that ``row`` is the last one."""
        label = read_label(row.cells[self._column].text) if self._column is not None else None
        self._last = label.number if label else ()
        self._inside_section |= label is not None and label.roman
        if self._inside_section and self._last:
            self._numbers.add(self._last)


def _filled(texts: dict[int, Passage], columns: Sequence[Column], printed: Container[int | None]) -> Row:
    """A row with its gaps told apart: merged with the cell above, or really empty.

    Markdown prints both alike: inside a task the cell goes on, in a task's first row it is empty.
    A gap that is not ``printed`` (the row lost cells) is a merged cell.
    """
    heads = [i for i, column in enumerate(columns) if column.role in _UPPER]
    first = not heads or any(i in texts for i in heads)
    upper = MERGED if heads else EMPTY
    cells: list[Cell] = []
    for i, column in enumerate(columns):
        if i in texts:
            cells.append(Cell(texts[i]))
        elif column.role in _OWN:
            cells.append(upper)
        else:
            cells.append(EMPTY if first and i in printed else MERGED)
    return Row(tuple(cells))
