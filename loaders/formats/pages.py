"""Tables over page breaks: whether a grid goes on with a table, and joining the cells that a page cut."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from loaders.formats.head import Head
from loaders.formats.pieces import Grid
from loaders.layout.columns import CONTENT_ROLES, Column, Role
from loaders.layout.cues import hangs
from loaders.layout.labels import read_label
from loaders.layout.model import EMPTY, Cell, Fill, Passage, Row

__all__ = ["goes_on", "is_title", "join_cut", "opens_inside"]

_UPPER = (Role.TARGET, Role.TASK)
_FEW, _SELDOM = 3, 0.1
_NEVER_BLANK = (Role.LEAD, Role.TIME)
_SURE = 12
"""Characters of a cell that are the same on two pages by no chance."""


def goes_on(head: Head, grid: Grid) -> bool:
    """Whether ``grid``, which has no head, goes on with the table under ``head``: its columns are as many."""
    return abs(len(grid.widths) - len(head.columns)) <= 1 or len(grid.widths) + 1 == len(head.offsets)


def opens_inside(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether ``rows`` begin inside a task: where a table is cut in two, cells over the cut are blank."""
    upper = [c for c, column in enumerate(columns) if column.role in _UPPER]
    return bool(rows and upper) and not any(rows[0].cells[c].passage for c in upper)


def join_cut(
    rows: list[Row],
    fresh: list[Row],
    columns: Sequence[Column],
    spanning: Collection[int],
    *,
    cut: bool = False,
) -> None:
    """Join the first of a page's ``fresh`` rows to the last of ``rows`` where the page break cut it.

    Both lists are changed in place. ``spanning`` are the columns in which the first box of the page goes
    over several rows, and ``cut`` says that the page is known to begin inside a row. A cell that spans rows
    of both pages is merged on the second.
    """
    if not rows or not fresh or is_title(fresh[0]):
        return
    if (over := _reprinted(rows[-1], fresh[0])) is not None:
        fresh[0] = Row(tuple(_after(cell, end) for cell, end in zip(fresh[0].cells, over, strict=True)))
        _hand_up(rows, fresh.pop(0), columns, range(len(columns)))
        return
    if _numbered_below(rows[-1], fresh[0], columns):
        rows[-1] = _unmerged(rows[-1], fresh[0], columns)
        _hand_up(rows, fresh.pop(0), columns, range(len(columns)))
        return
    if (
        (cut and not _both_begin(rows[-1], fresh[0], columns))
        or _completes(rows[-1], fresh[0], columns)
        or _is_cut(rows, fresh[0], columns)
    ):
        _hand_up(rows, fresh.pop(0), columns, range(len(columns)))
        return
    rests = [c for c, cell in enumerate(fresh[0].cells) if _is_rest(rows, c, cell, columns[c])]
    _hand_up(rows, fresh[0], columns, rests)
    opens = any(
        cell.passage for c, cell in enumerate(fresh[0].cells) if columns[c].role in _UPPER and c not in rests
    )
    for c, column in enumerate(columns):
        goes_on = (
            c in spanning
            or column.role in _NEVER_BLANK
            or (rows[-1].cells[c].fill is Fill.MERGED and not opens)
        )
        blank = fresh[0].cells[c].fill is Fill.EMPTY and not fresh[0].cells[c].passage
        if c in rests or (blank and goes_on and column.role not in CONTENT_ROLES):
            fresh[0] = _with(fresh[0], c, Cell(fill=Fill.MERGED))


def is_title(row: Row) -> bool:
    """Whether ``row`` is a title (and its label) over all columns."""
    last = max((c for c, cell in enumerate(row.cells) if cell.passage), default=len(row.cells))
    return last <= 1 < len(row.cells) - 1 and all(cell.fill is Fill.MERGED for cell in row.cells[last + 1 :])


def _hand_up(rows: list[Row], first: Row, columns: Sequence[Column], places: Iterable[int]) -> None:
    """Join the cells of ``first`` at ``places`` to those above that they go on with."""
    for c in places:
        if first.cells[c].passage:
            at = _home(rows, c, first.cells[c], columns)
            rows[at] = _with(rows[at], c, Cell(rows[at].cells[c].passage.joined(first.cells[c].passage)))


def _is_rest(rows: Sequence[Row], c: int, cell: Cell, column: Column) -> bool:
    """Whether ``cell`` of column ``c`` at the top of a page is the rest of one that began in ``rows``.

    A target or task is so where cells of its column begin with labels as a rule and this one does not.
    """
    if not cell.passage or read_label(cell.text):
        return False
    if column.role in _UPPER:
        return cell.text[0].islower() or (_labelled(rows, c) and not cell.text.isupper())
    return cell.text[0].islower() and column.role not in CONTENT_ROLES and _raised(rows, c)


def _raised(rows: Sequence[Row], c: int) -> bool:
    """Whether the cells in column ``c`` hardly ever begin in lower case."""
    lower = [row.cells[c].text[0].islower() for row in rows if row.cells[c].passage]
    return len(lower) >= _FEW and sum(lower) <= _SELDOM * len(lower)


def _reprinted(last: Row, first: Row) -> list[int] | None:
    """Where in each cell of ``first`` the lines end that ``last`` ends with; None where it begins otherwise.

    Programs that cut pages at any height print the lines there on both.
    """
    pairs = [(a.passage, b.passage) for a, b in zip(last.cells, first.cells, strict=True)]
    over = [_overlap(a, b) for a, b in pairs]
    both = [end for (a, b), end in zip(pairs, over, strict=True) if a and b]
    same = all(a.text == b.text for a, b in pairs if a and b)
    return over if all(both) and max(both, default=0) >= _SURE and not same else None


def _overlap(above: Passage, below: Passage) -> int:
    """The characters of ``below`` that are the last lines of ``above``, the most lines there are."""
    for start in above.starts if below else ():
        end = len(above.text) - start
        if below.text.startswith(above.text[start:]) and not below.text[end : end + 1].strip():
            return end
    return 0


def _after(cell: Cell, end: int) -> Cell:
    """``cell`` with its text from ``end`` on."""
    return Cell(cell.passage.part(end), cell.fill) if end else cell


def _both_begin(last: Row, first: Row, columns: Sequence[Column]) -> bool:
    """Whether both rows have a number, or both work and the second a label, and so are two."""
    leaf = _leaf(columns)
    return any(
        a.passage and b.passage and (column.role is Role.NUMBER or (c == leaf and read_label(b.text)))
        for c, (a, b, column) in enumerate(zip(last.cells, first.cells, columns, strict=True))
    )


def _leaf(columns: Sequence[Column]) -> int:
    """The column that holds what is to be done, row by row; -1 where there is none."""
    return max((c for c, column in enumerate(columns) if column.role in CONTENT_ROLES), default=-1)


def _completes(last: Row, first: Row, columns: Sequence[Column]) -> bool:
    """Whether ``first`` holds what the row above lacks: its work, and nothing that stands there already.

    Programs leave no single line of a cell on a page (widows and orphans): a cell of two lines goes over
    to the next page whole, while those of one line stay.
    """
    leaf = _leaf(columns)
    if leaf < 0 or last.cells[leaf].fill is not Fill.EMPTY or not first.cells[leaf].passage:
        return False
    both = [(a.text, b.text) for a, b in zip(last.cells, first.cells, strict=True) if a.passage and b.passage]
    return all(b[0].islower() or hangs(a) for a, b in both)


def _numbered_below(last: Row, first: Row, columns: Sequence[Column]) -> bool:
    """Whether ``first`` goes on with the work of ``last`` and has its number, which stands in the middle."""
    leaf = _leaf(columns)
    numbers = (c for c, column in enumerate(columns) if column.role is Role.NUMBER)
    if leaf < 0 or not any(first.cells[c].passage and last.cells[c].fill is Fill.EMPTY for c in numbers):
        return False
    both = [b.text for a, b in zip(last.cells, first.cells, strict=True) if a.passage and b.passage]
    begun = last.cells[leaf].passage and first.cells[leaf].text[:1].islower()
    return bool(begun) and not any(map(read_label, both))


def _unmerged(last: Row, first: Row, columns: Sequence[Column]) -> Row:
    """``last`` with cells of its own where ``first`` has details for them."""
    pairs = zip(last.cells, first.cells, columns, strict=True)
    return Row(
        tuple(
            EMPTY if b.passage and c.role not in CONTENT_ROLES and not a.passage else a for a, b, c in pairs
        )
    )


def _is_cut(rows: Sequence[Row], first: Row, columns: Sequence[Column]) -> bool:
    """Whether the cells of ``first`` go on with those above rather than begin a row."""
    filled = {c: cell for c, cell in enumerate(first.cells) if cell.passage}
    if any(columns[c].role is Role.NUMBER or read_label(cell.text) for c, cell in filled.items()):
        return False
    leaf = _leaf(columns)
    score = (0.0 if leaf in filled else 4.0) + (2.0 if _lacks_all(rows, filled, columns) else 0.0)
    for c, cell in filled.items():
        before = rows[_home(rows, c, cell, columns)].cells[c].text
        score += 2.0 if cell.text[0].islower() else -0.5
        score += 1.5 if hangs(before) else 0.0
        score += 1.5 if c == leaf and _labelled(rows, c) else 0.0
        score -= 1.5 if before.endswith(".") else 0.0
    return score > 0


def _lacks_all(rows: Sequence[Row], filled: Collection[int], columns: Sequence[Column]) -> bool:
    """Whether a row with cells in ``filled`` has no number, which all ``rows`` have, nor who and when."""
    numbers = [c for c, column in enumerate(columns) if column.role is Role.NUMBER]
    asked = [c for c, column in enumerate(columns) if column.role in _NEVER_BLANK]
    counted = any(all(row.cells[c].passage for row in rows) for c in numbers)
    return counted and bool(asked) and not any(c in filled for c in (*numbers, *asked))


def _labelled(rows: Sequence[Row], c: int) -> bool:
    """Whether cells in column ``c`` begin with a label as a rule; titles in capitals aside."""
    texts = [row.cells[c].text for row in rows if row.cells[c].passage and not row.cells[c].text.isupper()]
    return bool(texts) and sum(read_label(text) is not None for text in texts) * 5 >= len(texts) * 4


def _home(rows: Sequence[Row], c: int, cell: Cell, columns: Sequence[Column]) -> int:
    """The row whose cell ``cell`` goes on with in column ``c``: the one in which the last begins.

    A blank target or task goes on with the last that has text, unless ``cell`` has a label and so begins one.
    """
    at = len(rows) - 1
    while at and rows[at].cells[c].fill is Fill.MERGED:
        at -= 1
    upper = columns[c].role in _UPPER and c != _leaf(columns)
    if rows[at].cells[c].passage or not upper or read_label(cell.text):
        return at
    return next((i for i in range(at, -1, -1) if rows[i].cells[c].passage), at)


def _with(row: Row, c: int, cell: Cell) -> Row:
    return Row((*row.cells[:c], cell, *row.cells[c + 1 :]))
