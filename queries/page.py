"""docs/queries.md: the named questions for people, made from the heads (``python -m queries.page``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from queries.catalogue import catalogue
from queries.model import Kind, NamedQuery
from queries.values import choices

_HEAD = """# Các câu hỏi có sẵn

Trang này được sinh từ phần đầu các tệp `queries/*.rq` (`python -m queries.page`).

Hỏi bằng `cchc ask TÊN tham-số=giá-trị`, hoặc `GET /api/queries/TÊN?tham-số=giá-trị`. Văn bản, cơ quan,
kế hoạch, tỉnh và dòng viết như người ta vẫn viết (`107/2020`, `so noi vu bac kan`); nếu có nhiều khả năng
thì câu trả lời là danh sách để chọn. Một dòng là IRI, `KẾ HOẠCH:KHOÁ`, hoặc từ trong nội dung. `place` là
tệp và các dòng của tệp: `tep.txt:120-128`; một dòng thì bảng ghi `tep.txt:120`, JSON ghi `tep.txt:120-120`.

Vai trò (`role`) là một trong {role}. Cấp (`level`) là một trong {level}.
Viết không dấu, hoặc bằng mã tiếng Anh như trong JSON, cũng hiểu.
"""


_FIXED: tuple[Kind, ...] = ("role", "level")


def page() -> str:
    """The text of docs/queries.md."""
    words = {kind: ", ".join(f"“{vi}”" for vi, _ in choices(kind).values()) for kind in _FIXED}
    return _HEAD.format(**words) + "".join(_section(query) for query in catalogue().values())


def _section(query: NamedQuery) -> str:
    return "\n".join(["", f"## {query.name}", "", *_lines(query), ""])


def _lines(query: NamedQuery) -> Iterator[str]:
    yield f"**{query.title}** · {query.title_en}"
    yield ""
    yield " ".join(query.description.split())
    yield ""
    yield f"*{' '.join(query.description_en.split())}*"
    if query.parameters:
        yield ""
        yield "| tham số | loại | bắt buộc | nghĩa | ví dụ |"
        yield "|---|---|---|---|---|"
    for p in query.parameters:
        need = "có" if p.required else ""
        yield f"| `{p.name}` | {p.kind} | {need} | {p.label} · *{p.label_en}* | `{p.example}` |"
    yield ""
    yield "| cột | nghĩa |"
    yield "|---|---|"
    yield from (f"| `{c.name}` | {c.label} · *{c.label_en}* |" for c in query.columns)


if __name__ == "__main__":
    Path("docs/queries.md").write_text(page(), encoding="utf-8", newline="\n")
