"""What every answer passes through: safe headers, HEAD, freshness, and no stack trace."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.http.errors import HttpError
from service.texts import language

_SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Sets the safe headers, answers HEAD as GET without body, and turns a fault into a plain 500."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        head = scope["method"] == "HEAD"
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in _SAFE.items():
                    headers.setdefault(name, value)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        try:
            await self.app({**scope, "method": "GET"} if head else scope, receive, guarded)
        except Exception:
            logging.getLogger("cchc.http").exception("fault while answering %s", scope["path"])
            if started:
                raise
            await _fault(guarded)
        return None


async def _fault(send: Send) -> None:
    body = json.dumps(HttpError("internal").shape(), ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 500, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Freshness:
    """ETag and 304: an answer follows from the graph's digest, the address and what the client accepts.

    So a tag that the client still holds is confirmed before anything is asked of the graph
    (RFC 9110, sections 8.8.3 and 13.1.2). Weak, since compression comes after it. A graph without
    a digest (a remote server's) may change unseen, so its answers get no tag.
    """

    def __init__(self, app: ASGIApp, edition: Callable[[], str], seconds: int) -> None:
        self.app = app
        self.edition = edition
        self.control = f"public, max-age={seconds}" if seconds else "no-cache"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] == "/health":
            return await self.app(scope, receive, send)
        asked = Headers(scope=scope)
        edition = self.edition()
        if not edition:
            return await self.app(scope, receive, send)
        tag = _tag(edition, scope, asked.get("accept", ""), asked.get("host", ""), language())
        kept = {"etag": tag, "cache-control": self.control}
        if tag in {t.strip() for t in asked.get("if-none-match", "").split(",")}:
            headers = [(k.encode(), v.encode()) for k, v in {**kept, "vary": "Accept"}.items()]
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            return await send({"type": "http.response.body", "body": b""})

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Accept")
                if message["status"] == 200:
                    headers.update(kept)
                else:
                    headers["cache-control"] = "no-store" if message["status"] >= 400 else "no-cache"
            await send(message)

        return await self.app(scope, receive, tagged)


def _tag(edition: str, scope: Scope, *asked: str) -> str:
    parts = (edition, scope["path"], scope["query_string"].decode("latin-1"), *asked)
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'
