"""The language of the pages: Vietnamese, or the one a reader has switched to."""

from __future__ import annotations

from contextvars import ContextVar
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.texts import LANGUAGES, language, speak

NAME = "lang"
"""Name of the parameter that switches, and of the cookie that remembers it."""
_YEAR = 365 * 24 * 3600

_address: ContextVar[str] = ContextVar("address", default="/")


def switch() -> str:
    """The address of the page being made, in the other language."""
    other = next(name for name in LANGUAGES if name != language())
    return f"{_address.get()}{'&' if '?' in _address.get() else '?'}{NAME}={other}"


class Language:
    """Reads the language from the cookie; ``?lang=`` sets it and leads back to the page itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        asked, rest = _asked(scope["query_string"])
        raw = scope.get("raw_path") or quote(scope["path"]).encode()
        address = "/" + quote(raw.lstrip(b"/"), safe="/%:@!$&'()*+,;=-._~") + rest
        if asked and scope["method"] in ("GET", "HEAD"):
            answer = RedirectResponse(address, 303, {"cache-control": "no-store"})
            answer.set_cookie(NAME, asked, max_age=_YEAR, samesite="lax", httponly=True)
            return await answer(scope, receive, send)
        speak(_remembered(Headers(scope=scope).get("cookie", "")))
        _address.set(address)

        async def varied(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).add_vary_header("Cookie")
            await send(message)

        return await self.app(scope, receive, varied)


def _asked(query_string: bytes) -> tuple[str | None, str]:
    """The language asked for, if it is one of ours, and the query string without it ("?…" or "")."""
    pairs = parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)
    asked = next((value for name, value in pairs if name == NAME and value in LANGUAGES), None)
    kept = [(name, value) for name, value in pairs if name != NAME]
    return asked, f"?{urlencode(kept)}" if kept else ""


def _remembered(cookies: str) -> str:
    try:
        held = SimpleCookie(cookies).get(NAME)
    except CookieError:
        held = None
    return held.value if held is not None and held.value in LANGUAGES else LANGUAGES[0]
