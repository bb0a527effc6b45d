"""The table of rules for people: docs/checks.md, made from the shapes by ``python -m shapes.catalogue``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from shapes.rules import Rule, groups, rules

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"

INTRODUCTION = """\
# Các quy tắc kiểm tra

Trang này được sinh từ `shapes/` (`python -m shapes.catalogue`).

`cchc check` đối chiếu từng kế hoạch với các quy tắc dưới đây. **Lỗi** và **Cảnh báo** làm lệnh kết thúc
với mã 1; **Lưu ý** thì không. Quy tắc ghi *hình dạng* được viết bằng SHACL, quy tắc ghi *truy vấn* so sánh
nhiều dòng hoặc nhiều kế hoạch bằng một truy vấn SPARQL.

*`cchc check` holds every plan to the rules below. Violations and warnings make it end with exit code 1.
A rule marked "hình dạng" is a SHACL core shape, one marked "truy vấn" a SPARQL query over whole graphs.*
"""


def page() -> str:
    """The page in Markdown: one table a group, one row a rule."""
    return "\n".join([INTRODUCTION, *_tables()])


def _tables() -> Iterator[str]:
    for group, label in groups().items():
        yield f"## {label['vi']} · {label['en']}\n"
        yield "| Quy tắc | Mức độ | Điều được phát hiện | Cách xử lý | Cách kiểm tra |"
        yield "|---|---|---|---|---|"
        yield from (_row(rule) for rule in rules().values() if rule.group == group)
        yield ""


def _row(rule: Rule) -> str:
    found, advice = (f"{texts['vi']}<br>*{texts['en']}*" for texts in (rule.message, rule.advice))
    how = "truy vấn" if rule.query else "hình dạng"
    return f"| `{rule.name}` | {rule.severity.label} · {rule.severity.value} | {found} | {advice} | {how} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
