"""``cchc export``: the whole graph, or its rows, in a file for other programs."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from service.cli.options import DEFAULT_STORE, Output, Store


class ExportFormat(enum.StrEnum):
    """What the graph can be written as."""

    NQUADS = "nquads"
    TRIG = "trig"
    TTL = "ttl"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    CSV = "csv"
    XLSX = "xlsx"


def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="Dạng của tệp.")],
    output: Output = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Xuất đồ thị để dùng ở chương trình khác.

    nquads, trig, jsonld giữ các đồ thị con; ttl gộp làm một; graphml là mạng; csv, xlsx là bảng các dòng.

    Ví dụ:

    cchc export --format nquads -o do-thi.nq

    cchc export --format xlsx -o cac-dong.xlsx
    """
    from service.cli.output import write_bytes
    from service.export import exported
    from service.store.choose import open_store

    opened = open_store(store)
    try:
        body = exported(opened, form.value)
    finally:
        opened.close()
    write_bytes(body, output, binary=form is ExportFormat.XLSX)
