"""``cchc review``: the links of a plan, for a person to decide on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.review import Link

TITLES = (
    "Dòng",
    "Nội dung",
    "Dòng trên",
    "Nội dung dòng trên",
    "Điểm",
    "Lý do",
    "Nguồn gốc",
    "Quyết định",
)


def review(
    plan: Annotated[str, typer.Argument(help="Kế hoạch, ví dụ 2448/QĐ-UBND.", metavar="PLAN")],
    xlsx: Annotated[
        Path | None, typer.Option("--xlsx", help="Ghi bảng để duyệt vào tệp này.", metavar="FILE")
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Xem các liên kết của một kế hoạch với kế hoạch cấp trên và xuất bảng để người duyệt quyết định.

    Trong bảng, cột Quyết định nhận: đồng ý, không đồng ý, bổ sung. Muốn bổ sung một liên kết thì chép
    mã dòng ở trang thứ hai vào cột “Mã dòng trên”. Đặt bảng đã duyệt vào thư mục people/ (cạnh plans/)
    rồi dựng lại: cchc build.

    Ví dụ:

    cchc review 2448/QĐ-UBND

    cchc review 2448/QĐ-UBND --xlsx duyet.xlsx
    """
    from queries import names
    from service.cli.output import write_bytes
    from service.review import choices, links
    from service.store.choose import open_store

    opened = open_store(store)
    try:
        iri = names.plan(opened, plan)
        found = links(opened, iri)
        above = choices(opened, iri) if xlsx else []
    finally:
        opened.close()
    if xlsx is None:
        _show(found)
        return
    from service.reading.links import review_bytes

    write_bytes(review_bytes(found, above), xlsx, binary=True)


def _show(links: Sequence[Link]) -> None:
    from service.cli.output import show_lines, show_rows

    linked = [link for link in links if link.parent]
    if linked:
        show_rows(TITLES, [_cells(link) for link in linked])
    rows = {link.child.iri for link in links}
    alone = len(rows) - len({link.child.iri for link in linked})
    show_lines(f"{len(linked)} liên kết; {alone} trên {len(rows)} dòng chưa có liên kết nào.")


def _cells(link: Link) -> tuple[str, ...]:
    above = (link.parent.key, link.parent.text) if link.parent else ("", "")
    score = "" if link.score is None else f"{link.score:.2f}".replace(".", ",")
    return (
        link.child.key,
        link.child.text,
        *above,
        score,
        "; ".join(link.evidence),
        link.origin,
        link.decision,
    )
