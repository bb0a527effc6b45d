"""``cchc trace``: what a row serves, up to the national programme."""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli.options import DEFAULT_STORE, Format, Output, Store, TableFormat


def trace(
    item: Annotated[str, typer.Argument(help="Dòng: IRI, PLAN:KEY, hoặc từ trong nội dung.", metavar="ITEM")],
    form: TableFormat = Format.TABLE,
    output: Output = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Lần từ một hoạt động hay nhiệm vụ lên mục tiêu, kế hoạch cấp trên và các văn bản phía sau.

    Mỗi bước ghi rõ do văn bản nói, do suy luận hay do người xác nhận, và ở đâu trong tệp.

    Ví dụ:

    cchc trace "2448/QĐ-UBND:I/3.1"

    cchc trace "kế hoạch tuyên truyền cải cách hành chính"
    """
    from queries import run
    from service.cli.output import write_table
    from service.store.choose import open_store

    opened = open_store(store)
    try:
        table = run(opened, "trace", {"item": item})
    finally:
        opened.close()
    write_table(table, form, output)
