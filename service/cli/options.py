"""Options that several verbs share."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

Store = Annotated[
    str, typer.Option("--store", help="Thư mục đồ thị, hoặc địa chỉ máy chủ SPARQL.", metavar="STORE")
]
"""Where the graph is: a folder, or the address of a SPARQL server."""

DEFAULT_STORE = "./graph"

Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Ghi vào tệp này thay vì màn hình.", metavar="FILE")
]


class Format(enum.StrEnum):
    """How a table is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


TableFormat = Annotated[Format, typer.Option("--format", help="Dạng kết quả.")]
