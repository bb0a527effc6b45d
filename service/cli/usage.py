"""What the command line's own library says of a wrong call, in Vietnamese."""

from __future__ import annotations

import re

from typer.exceptions import TyperException

_SAID = (
    (
        r"No such option: (?P<a>.+?)(?: \(Possible options: (?P<b>.+)\))?",
        "Không có tuỳ chọn {a}.",
        " Có thể là: {b}.",
    ),
    (r"No such option: (?P<a>\S+) Did you mean (?P<b>.+)\?", "Không có tuỳ chọn {a}.", " Có thể là: {b}."),
    (
        r"No such command '(?P<a>.+?)'\.(?: Did you mean (?P<b>.+)\?)?",
        "Không có lệnh {a}.",
        " Có thể là: {b}.",
    ),
    (r"Missing argument '?(?P<a>[^']+)'?\.(?P<b>)", "Thiếu tham số {a}.", ""),
    (
        r"Missing option '?(?P<a>[^']+)'?\.(?: Choose from: (?P<b>.+))?",
        "Thiếu tuỳ chọn {a}.",
        " Một trong: {b}.",
    ),
    (r"Missing command\.(?P<a>)(?P<b>)", "Thiếu tên lệnh.", ""),
    (r"Got unexpected extra argument\S* \((?P<a>.+)\)(?P<b>)", "Thừa tham số: {a}.", ""),
    (r"Option '(?P<a>.+)' requires (?:an|\d+) arguments?\.(?P<b>)", "Tuỳ chọn {a} cần một giá trị.", ""),
    (
        r"Invalid value for '?(?P<a>[^:]+?)'?: .+ is not one of (?P<b>.+)",
        "Giá trị của {a} không đúng.",
        " Một trong: {b}",
    ),
    (
        r"Invalid value for '?(?P<a>[^:]+?)'?: Input should be .+(?P<b>)",
        "Giá trị của {a} không đúng: cần một số trong khoảng mà hướng dẫn của lệnh nêu.",
        "",
    ),
    (r"Invalid value for '?(?P<a>[^:]+?)'?: (?P<b>.+)", "Giá trị của {a} không đúng:", " {b}"),
)
"""Patterns of typer's messages; the second part is said only where the pattern finds a ``b``."""


def in_vietnamese(error: TyperException) -> str:
    """One line: what is wrong with the call, and where the help is; "" where the help itself was shown."""
    said = " ".join(error.format_message().split())
    return f"{_translated(said)} Xem cách dùng: cchc --help" if said else ""


def _translated(said: str) -> str:
    for pattern, first, second in _SAID:
        found = re.fullmatch(pattern, said)
        if found is not None:
            more = second.format(**found.groupdict()) if found["b"] else ""
            return first.format(**found.groupdict()) + more
    return f"Lệnh chưa đúng: {said}"
