"""``cchc ask``: the named questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from service.cli.options import DEFAULT_STORE, Format, Output, Store, TableFormat
from service.cli.safe import say


def ask(
    query: Annotated[
        str, typer.Argument(help="Tên câu hỏi; không nêu thì liệt kê các câu hỏi.", metavar="QUERY")
    ] = "",
    arguments: Annotated[
        list[str] | None, typer.Argument(help="Các tham số của câu hỏi.", metavar="NAME=VALUE")
    ] = None,
    form: TableFormat = Format.TABLE,
    output: Output = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Trả lời một câu hỏi có sẵn trên đồ thị.

    Văn bản, cơ quan, kế hoạch và dòng viết như người ta vẫn viết; nếu có nhiều khả năng thì liệt kê để chọn.

    Ví dụ:

    cchc ask

    cchc ask instrument-agencies instrument=107/2020

    cchc ask agency-work "agency=so noi vu bac kan" "role=chủ trì" year=2024 --format xlsx -o viec.xlsx
    """
    if not query:
        _list()
        return
    from queries import named, run, why_empty
    from service.cli.output import write_table
    from service.store.choose import open_store

    named(query)  # a wrong name is told before the graph is opened
    given = parsed(arguments or ())
    opened = open_store(store)
    try:
        table = run(opened, query, given)
        reason = why_empty(opened, table, given)
    finally:
        opened.close()
    write_table(table, form, output)
    if reason:
        say(reason, err=True)


def parsed(arguments: Iterable[str]) -> dict[str, str]:
    """NAME=VALUE pairs. Raises :class:`queries.errors.BadArgument` for anything else."""
    from queries.errors import BadArgument

    given: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals or name in given:
            raise BadArgument(f"“{argument}” phải có dạng NAME=VALUE, mỗi tên một lần.")
        given[name] = value
    return given


def _list() -> None:
    from queries import catalogue

    for query in catalogue().values():
        say(f"{query.name}: {query.title}")
        for parameter in query.parameters:
            need = "" if parameter.required else ", không bắt buộc"
            example = f"{parameter.name}={parameter.example}"
            say(f"    {parameter.name}: {parameter.label}{need}; ví dụ {example!r}")
