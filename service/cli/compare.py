"""``cchc compare``: what is new, dropped, changed between two plans of one series."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE, Format, Output, Store, TableFormat

if TYPE_CHECKING:
    from loaders.compare import Edition


def compare(
    old: Annotated[str, typer.Argument(help="Kế hoạch trước: tệp, hoặc kế hoạch đã nạp.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="Kế hoạch sau: tệp, hoặc kế hoạch đã nạp.", metavar="NEW")],
    form: TableFormat = Format.TABLE,
    output: Output = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """So sánh hai kế hoạch cùng chuỗi: dòng mới, dòng bỏ, dòng đổi.

    Được so là nội dung, cơ quan, thời hạn, sản phẩm và chỉ tiêu. “Năm 2024” của kế hoạch năm 2024 và
    “năm 2025” của kế hoạch năm 2025 được coi là như nhau.

    Ví dụ:

    cchc compare ke-hoach-2024.docx ke-hoach-2025.docx

    cchc compare "402/KH-UBND" "213/KH-UBND" --format xlsx -o so-sanh.xlsx
    """
    import json

    from service.cli.output import show, show_lines, write_bytes, write_table
    from service.editions import as_data, compared, table, told

    before, after = _edition(old, store), _edition(new, store)
    found = compared(before, after)
    if form is Format.JSON:
        body = json.dumps(as_data(before, after, found), ensure_ascii=False, indent=1) + "\n"
        write_bytes(body.encode(), output)
    elif form is Format.TABLE and output is None:
        show_lines(f"{before.label} → {after.label}")
        show(table(found))
        show_lines(told(found))
    else:
        write_table(table(found), form, output)


def _edition(name: str, store: str) -> Edition:
    """The plan that ``name`` means: a file where there is one, else a plan of the graph."""
    from loaders.compare import edition_of
    from loaders.reader import read
    from queries.names import plan
    from service.cli.own import own_registry
    from service.editions import edition
    from service.store.choose import open_store

    if Path(name).is_file():
        own = own_registry([Path(name)]).own_abbreviations
        return edition_of(read(Path(name), dict(own)))
    opened = open_store(store)
    try:
        return edition(opened, plan(opened, name))
    finally:
        opened.close()
