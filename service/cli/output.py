"""Tables on the screen and in files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from service.cli.options import Format
from service.cli.safe import say, seen
from service.errors import ServiceError
from service.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.model import Table


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
        say(f"Đã ghi {output}.", err=True)
        return
    if binary and sys.stdout.isatty():
        raise ServiceError("Dạng này không hiện trên màn hình được.", "Hãy ghi vào tệp: -o ket-qua.xlsx")
    sys.stdout.flush()
    if sys.stdout.isatty():
        body = seen(body.decode()).encode()
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


def show(table: Table) -> None:
    """``table`` on the screen: columns for people, codes in words, a line with the number of rows."""
    if table.rows:
        show_rows(*_for_people(table))
    show_lines(_counted(table))


def show_rows(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """``rows`` on the screen, each a cell for each of ``titles``."""
    from service.cli.rows import laid_out, screen

    show_lines(laid_out(titles, rows, screen().width))


def show_lines(*parts: object) -> None:
    """``parts`` on the screen, one below the other; plain texts as they are."""
    from service.cli.rows import screen

    where = screen()
    for part in parts:
        where.print(seen(part) if isinstance(part, str) else part, markup=False, highlight=False)


def _rendered(table: Table, form: Format) -> bytes:
    if form is Format.JSON:
        import json

        from queries.show import as_data

        return (json.dumps(as_data(table), ensure_ascii=False, indent=1) + "\n").encode()
    if form is Format.TABLE:
        import io

        from rich.console import Console

        from service.cli.rows import WIDE, laid_out

        text = io.StringIO()
        Console(file=text, width=WIDE).print(laid_out(*_for_people(table), WIDE))
        return text.getvalue().encode()
    from queries.sheets import csv_bytes, xlsx_bytes
    from queries.show import worded

    return (csv_bytes if form is Format.CSV else xlsx_bytes)(worded(table))


def _for_people(table: Table) -> tuple[list[str], list[list[str]]]:
    """The labels of the columns that people are shown, and the rows in words."""
    from queries.show import in_words

    shown = table.for_people
    rows = [
        [" ".join(in_words(column.name, row[column.name]).split()) for column in shown]
        for row in table.records()
    ]
    return [column.label for column in shown], rows


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
