"""``cchc check``: what is missing or contradictory in the plans of the graph, or in a draft."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE, Output, Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapes.finding import Finding

FOUND = 1
"""Exit code where findings need work."""


class Form(enum.StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"
    TTL = "ttl"


def check(
    what: Annotated[
        str,
        typer.Argument(
            help="Kế hoạch trong đồ thị (số hiệu, từ trong tên, IRI) hoặc một tệp.", metavar="[PLAN|FILE]"
        ),
    ] = "",
    form: Annotated[Form, typer.Option("--format", help="Dạng kết quả.")] = Form.TEXT,
    output: Output = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Kiểm tra kế hoạch có đầy đủ và nhất quán không.

    Không nêu gì thì kiểm tra mọi kế hoạch trong đồ thị; nêu một tệp thì kiểm tra bản dự thảo đó
    mà không nạp vào đồ thị, theo danh mục riêng trong registry/ cạnh tệp nếu có.

    Mã kết thúc: 0 không có lỗi hay cảnh báo, 1 có, 2 gọi sai, 3 tệp không đọc được.

    Ví dụ:

    cchc check

    cchc check 2448/QĐ-UBND

    cchc check du-thao.txt --format html -o ket-qua.html
    """
    from service.cli.output import write_bytes
    from shapes.rules import Severity

    findings = _of_file(Path(what)) if _is_file(what) else _of_store(what, store)
    write_bytes(_written(findings, form), output, binary=form is Form.XLSX)
    if any(f.severity is not Severity.INFO for f in findings):
        raise typer.Exit(FOUND)


def _is_file(what: str) -> bool:
    """Whether ``what`` names a file, also one that is not there; "893/KH-UBND" is a plan."""
    from loaders.formats import READERS

    path = Path(what)
    return bool(what) and (path.suffix.lower() in READERS or path.exists())


def _of_file(path: Path) -> list[Finding]:
    from loaders.reader import read
    from service.cli.own import own_registry
    from shapes import check_record

    registry = own_registry([path])
    return check_record(read(path, dict(registry.own_abbreviations)), registry)


def _of_store(what: str, where: str) -> list[Finding]:
    from queries.errors import Unknown
    from queries.names import plan
    from service.store.choose import open_store
    from shapes import check as check_graph
    from shapes.errors import NotLoaded

    opened = open_store(where)
    try:
        return check_graph(opened, plan(opened, what) if what else None)
    except NotLoaded as error:
        raise Unknown(error.message) from error
    finally:
        opened.close()


def _written(findings: Sequence[Finding], form: Form) -> bytes:
    from shapes.report.page import to_html
    from shapes.report.table import to_csv, to_xlsx
    from shapes.report.text import to_json, to_text
    from shapes.report.turtle import to_turtle

    match form:
        case Form.CSV:
            return to_csv(findings)
        case Form.XLSX:
            return to_xlsx(findings)
        case Form.JSON:
            return to_json(findings).encode()
        case Form.HTML:
            return to_html(findings).encode()
        case Form.TTL:
            return to_turtle(findings).encode()
        case Form.TEXT:
            return to_text(findings).encode()
