"""``cchc serve``: the graph over HTTP, on this machine unless told otherwise."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE, Store
from service.cli.safe import say
from service.errors import ServiceError

if TYPE_CHECKING:
    from service.settings import Settings
    from service.store.model import Store as Graph


def serve(
    host: Annotated[
        str, typer.Option(help="Địa chỉ lắng nghe; mặc định chỉ máy này.", metavar="HOST")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Cổng, từ 1 đến 65535.", metavar="PORT")] = 8000,
    store: Store = DEFAULT_STORE,
    scratch: Annotated[
        Path | None,
        typer.Option(
            help="Phục vụ một kho thử, lúc đầu trống, ghi được bằng mã trong CCHC_TOKEN.", metavar="DIR"
        ),
    ] = None,
) -> None:
    """Phục vụ đồ thị trên web: các trang tiếng Việt, SPARQL và REST.

    Đồ thị dựng từ các kế hoạch chỉ đọc. Với --scratch, kho ở DIR nhận thêm SPARQL Update (/sparql) và
    ghi cả đồ thị (/graphs) từ ai gửi "Authorization: Bearer" kèm mã trong CCHC_TOKEN.

    Ví dụ:

    cchc serve

    cchc serve --port 8080 --store ./graph

    CCHC_TOKEN=mã-bí-mật cchc serve --scratch ./thu
    """
    from service.settings import from_environment
    from service.store.choose import open_store
    from service.store.scratch import ScratchStore

    settings = from_environment()
    token = _token() if scratch else ""
    opened = ScratchStore(scratch, settings.limits()) if scratch else open_store(store, settings.limits())
    try:
        _run(opened, settings, _listen(host, port), token)
    finally:
        opened.close()


def _token() -> str:
    """What writers must show. Raises :class:`ServiceError` where none is set."""
    token = os.environ.get("CCHC_TOKEN", "").strip()
    if not token:
        raise ServiceError("Kho thử cần một mã để ghi:", "đặt biến môi trường CCHC_TOKEN rồi chạy lại.")
    return token


def _run(opened: Graph, settings: Settings, listener: socket.socket, token: str) -> None:
    """Answer on ``listener`` until the process is asked to end; then requests at work are finished."""
    import uvicorn

    from service.http.app import create_app

    say(f"Mở {_address(*listener.getsockname()[:2])} trong trình duyệt. Dừng: Ctrl+C.")
    config = uvicorn.Config(
        create_app(opened, settings, token=token),
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _address(host: str, port: int) -> str:
    """What to open in a browser on this machine; every address of the machine is no address for a browser."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not listened at
        return f"http://127.0.0.1:{port} (máy khác trong mạng: tên máy này và cổng {port})"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens at ``host`` and ``port``. Raises :class:`ServiceError` where that cannot be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise ServiceError(f"Không mở được {host}:{port}:", _reason(error)) from error


def _reason(error: OSError) -> str:
    """Why an address cannot be listened at, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return "cổng đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port."
    if error.errno == errno.EACCES:
        return "không đủ quyền dùng cổng này. Hãy chọn cổng từ 1024 trở lên bằng --port."
    return "máy này không có địa chỉ đó. Hãy xem lại --host."
