"""Rows on the screen: a table where it fits, else a block a row; where programs read, a line a row."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.cli.safe import seen

__all__ = ["TEXT", "WIDE", "laid_out", "screen"]

WIDE = 100_000
"""Columns of a "screen" that is a file or a pipe: there a row is one line, so that it can be searched."""
TEXT = 30
"""Characters that a text wants in a column; in fewer it runs down the screen word by word."""


def screen() -> Console:
    """Where standard output goes: a terminal in its width, anything else in lines of any length."""
    return Console() if sys.stdout.isatty() else Console(width=WIDE)


def laid_out(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Table:
    """``rows`` for a screen of ``width`` characters, each a cell for each of ``titles``.

    A table where every column gets its longest word and texts their :data:`TEXT` characters; else
    each row as a block, its cells one below the other behind their titles, empty ones left out.
    """
    cells = [[seen(cell) for cell in row] for row in rows]
    return _table(titles, cells) if _wanted(titles, cells) <= width else _blocks(titles, cells)


def _wanted(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The least width of a table of ``rows`` that is still read with ease."""
    columns = zip(titles, *rows, strict=True)
    return sum(2 + max(map(_wish, column)) for column in columns)


def _wish(cell: str) -> int:
    return max(min(TEXT, len(cell)), *map(len, cell.split()), 0)


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in titles:
        table.add_column(Text(title), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _blocks(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    blocks = Table.grid(padding=(0, 2))
    blocks.add_column(style="dim")
    blocks.add_column(overflow="fold")
    for row in rows:
        blocks.add_row()
        for title, cell in zip(titles, row, strict=True):
            if cell:
                blocks.add_row(Text(title), Text(cell))
    blocks.add_row()
    return blocks
