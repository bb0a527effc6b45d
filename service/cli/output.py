"""Tables on the screen and in files."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from service.cli.options import Format
from service.errors import ServiceError

if TYPE_CHECKING:
    from queries.model import Table

_REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "đĩa chỉ đọc",
    errno.ENOENT: "không có thư mục này",
    errno.ENOTDIR: "không có thư mục này",
    errno.EISDIR: "đây là thư mục",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}
WIDE = 100_000
"""Columns of a "screen" that is a file or a pipe: there a row is one line, so that it can be searched."""


def write_table(table: Table, form: Format, output: Path | None) -> None:
    """Write ``table`` to ``output``, or to the screen. Raises :class:`ServiceError` where that cannot be."""
    if form is Format.TABLE and output is None:
        show(table)
    else:
        write_bytes(_rendered(table, form), output, binary=form is Format.XLSX)


def write_bytes(body: bytes, output: Path | None, *, binary: bool = False) -> None:
    """Write ``body`` to ``output``, or to standard output; a screen takes no ``binary`` body."""
    if output is not None:
        try:
            _put(body, output)
        except OSError as error:
            raise ServiceError(f"Không ghi được {output}: {reason_of(error)}.") from error
        typer.echo(f"Đã ghi {output}.", err=True)
        return
    if binary and sys.stdout.isatty():
        raise ServiceError("Dạng này không hiện trên màn hình được.", "Hãy ghi vào tệp: -o ket-qua.xlsx")
    sys.stdout.flush()
    sys.stdout.buffer.write(body)
    sys.stdout.buffer.flush()


def _put(body: bytes, output: Path) -> None:
    """Write ``output`` whole or not at all: beside it first, then in its place. A device is written to."""
    if output.exists() and not output.is_file():
        output.write_bytes(body)
        return
    whole = output.resolve()
    part = whole.with_name(f".{whole.name}.part")
    try:
        part.write_bytes(body)
        part.replace(whole)
    finally:
        part.unlink(missing_ok=True)


def reason_of(error: OSError) -> str:
    """Why the system would not write, in Vietnamese where it is one of the usual reasons."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def show(table: Table) -> None:
    """``table`` on the screen: columns for people, codes in words, a line with the number of rows."""
    show_lines(_grid(table), _counted(table))


def show_lines(*parts: object) -> None:
    """``parts`` on the screen, one below the other; plain texts as they are."""
    from rich.console import Console

    screen = Console() if sys.stdout.isatty() else Console(width=WIDE)
    for part in parts:
        screen.print(part, markup=False, highlight=False)


def _rendered(table: Table, form: Format) -> bytes:
    if form is Format.JSON:
        import json

        from queries.show import as_data

        return (json.dumps(as_data(table), ensure_ascii=False, indent=1) + "\n").encode()
    if form is Format.TABLE:
        import io

        from rich.console import Console

        text = io.StringIO()
        Console(file=text, width=WIDE).print(_grid(table))
        return text.getvalue().encode()
    from queries.sheets import csv_bytes, xlsx_bytes
    from queries.show import worded

    return (csv_bytes if form is Format.CSV else xlsx_bytes)(worded(table))


def _grid(table: Table) -> object:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    from queries.show import in_words

    grid = Grid(box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False)
    shown = table.for_people
    for column in shown:
        grid.add_column(Text(column.label), overflow="fold")
    for row in table.records():
        cells = (in_words(column.name, row[column.name]) for column in shown)
        grid.add_row(*(Text(" ".join(cell.split())) for cell in cells))
    return grid


def _counted(table: Table) -> str:
    """The number of rows; those that reach an agency through a group or a predecessor are counted apart."""
    from queries.show import ways

    counted = ways(table)
    if not counted:
        return f"{len(table.rows)} dòng."
    return (
        f"{counted['name']} dòng nêu đích danh, {counted['group']} qua nhóm, "
        f"{counted['predecessor']} qua cơ quan tiền thân."
    )
