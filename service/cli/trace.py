"""``cchc trace``: what a row serves, up to the national programme; or who carries it out."""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli.options import DEFAULT_STORE, Format, Output, Store, TableFormat


def trace(
    item: Annotated[str, typer.Argument(help="Dòng: IRI, PLAN:KEY, hoặc từ trong nội dung.", metavar="ITEM")],
    down: Annotated[bool, typer.Option("--down", help="Đi xuống: ai thực hiện dòng này.")] = False,
    form: TableFormat = Format.TABLE,
    output: Output = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Lần từ một hoạt động hay nhiệm vụ lên mục tiêu, kế hoạch cấp trên và các văn bản phía sau.

    Mỗi bước ghi rõ do văn bản nói, do suy luận (kèm điểm và lý do) hay do người xác nhận, và ở đâu trong tệp.
    Văn bản chưa nạp là bước cuối: “chỉ được viện dẫn”.

    Ví dụ:

    cchc trace "2448/QĐ-UBND:I/3.1"

    cchc trace --down "2448/QĐ-UBND:I/1.1" --format xlsx -o thuc-hien.xlsx
    """
    from queries import run
    from service.cli.output import show_lines, write_table
    from service.cli.tree import tree_of
    from service.store.choose import open_store

    opened = open_store(store)
    try:
        table = run(opened, "carried-out-by" if down else "trace", {"item": item})
    finally:
        opened.close()
    if form is Format.TABLE and output is None:
        show_lines(tree_of(table))
    else:
        write_table(table, form, output)
