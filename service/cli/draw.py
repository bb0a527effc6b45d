"""``cchc draw``: a plan or a document as a picture in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE, Store
from service.errors import ServiceError

if TYPE_CHECKING:
    from service.draw.model import Picture
    from service.store.model import Store as Graph


def draw(
    what: Annotated[
        str, typer.Argument(help="Kế hoạch hoặc văn bản: số hiệu, từ trong tên, hoặc IRI.", metavar="[WHAT]")
    ] = "",
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Tệp .html (mở không cần mạng) hoặc .svg.", metavar="FILE")
    ] = Path("so-do.html"),
    store: Store = DEFAULT_STORE,
) -> None:
    """Vẽ cây của một kế hoạch, hoặc các cơ quan gắn với một văn bản, vào một tệp.

    Không nêu WHAT thì vẽ kế hoạch đầu danh sách.

    Ví dụ:

    cchc draw 2448/QĐ-UBND -o ke-hoach.html

    cchc draw 107/2020 -o co-quan.svg
    """
    from service.cli.output import write_bytes
    from service.store.choose import open_store

    if output.suffix not in (".html", ".svg"):
        raise ServiceError(f"{output}:", "tên tệp phải có đuôi .html hoặc .svg.")
    opened = open_store(store)
    try:
        text = _text(_picture(opened, what), output.suffix)
    finally:
        opened.close()
    write_bytes(text.encode(), output)


def _picture(store: Graph, what: str) -> Picture:
    from service.draw.pictures import picture_of
    from service.settings import from_environment

    picture = picture_of(store, _iri(store, what), from_environment().drawn_nodes, lambda _: None)
    if picture is None:
        raise ServiceError(f"“{what}” không phải kế hoạch hay văn bản nên chưa có hình vẽ.")
    return picture


def _iri(store: Graph, what: str) -> str:
    """The plan or document that ``what`` means; the first plan of the list where it is empty."""
    from queries.names import instrument
    from service.views.plans import plans

    if what:
        return str(instrument(store, what))
    listed = plans(store)
    if not listed:
        raise ServiceError("Đồ thị chưa có kế hoạch nào.", "Hãy dựng bằng: cchc build")
    return listed[0].head.iri


def _text(picture: Picture, suffix: str) -> str:
    from service.draw.page import page
    from service.draw.svg import svg

    return svg(picture) if suffix == ".svg" else page(picture)
