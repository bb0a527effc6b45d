"""What the text of a stranger's query asks for, told from its tokens before any engine sees it.

The engine would fetch from any host on SERVICE and has no switch against it (pyoxigraph 0.5),
so a query in which SERVICE could be read anywhere outside strings, IRIs, comments, variables and
local names is refused. The tokens follow SPARQL 1.1 section 19.8; where they are in doubt the
text is refused rather than run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal as OneOf
from typing import NamedTuple

from service.errors import BadQuery, RefusedQuery

Form = OneOf["select", "ask", "construct", "describe"]

MAX_LENGTH = 100_000
"""Characters of a query."""

_TOKEN = re.compile(
    r"""
      (?P<comment>  \#[^\r\n]* )
    | (?P<string>   \"{3} (?: [^"\\] | \\. | "{1,2}(?!") )* \"{3}
                  | '{3} (?: [^'\\] | \\. | '{1,2}(?!') )* '{3}
                  | " (?: [^"\\\r\n] | \\. )* "
                  | ' (?: [^'\\\r\n] | \\. )* ' )
    | (?P<iri>      < [^<>"{}|^`\x00-\x20]* > )
    | (?P<variable> [?$] \w+ )
    | (?P<name>     (?: [^\W\d_] [\w.-]* )? : (?: \\. | [\w.:%-] )* )
    | (?P<word>     \w+ )
    | (?P<mark>     \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS: dict[str, Form] = {"select": "select", "ask": "ask", "construct": "construct", "describe": "describe"}
UPDATES = {"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """A token: its kind (the group names above), its text, and where it starts."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """The tokens of ``query`` without comments and white space."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup and match.lastgroup != "comment":
            yield Token(match.lastgroup, match.group(), match.start())


def words(query: str) -> list[str]:
    """The keywords of ``query`` in order, in lower case."""
    return [t.text.lower() for t in tokens(query) if t.kind == "word"]


def query_form(query: str) -> Form:
    """The form of ``query``.

    Raises :class:`RefusedQuery` for an update and :class:`BadQuery` for anything else.
    """
    for word in words(query):
        if word in _FORMS:
            return _FORMS[word]
        if word in UPDATES:
            raise RefusedQuery("Đồ thị chỉ để đọc, không nhận lệnh cập nhật.", "Hãy gửi một câu truy vấn.")
    raise BadQuery(
        "Không phải câu truy vấn SPARQL.", "Câu truy vấn bắt đầu bằng SELECT, ASK, CONSTRUCT hoặc DESCRIBE."
    )


def names_dataset(query: str) -> bool:
    """Whether ``query`` says with FROM which graphs it asks."""
    return "from" in words(query)


def admit(query: str) -> Form:
    """The form of a query that may be run.

    Raises :class:`BadQuery` or :class:`RefusedQuery` (too long, an update, SERVICE).
    """
    if len(query) > MAX_LENGTH:
        raise RefusedQuery(f"Câu truy vấn dài quá {MAX_LENGTH} ký tự.")
    if calls_out(query, "service"):
        raise RefusedQuery("SERVICE không được phép: máy chủ này không kết nối tới máy khác.")
    return query_form(query)


def calls_out(query: str, keyword: str) -> bool:
    """Whether any engine could read ``keyword`` (lower case) in ``query``, its escapes resolved or not."""
    return _has(query, keyword) or _has(_unescaped(query), keyword)


def _has(query: str, keyword: str) -> bool:
    """In a keyword, glued to one ("1SERVICE") or in a prefix ("SERVICEex:a" can be read as two)."""
    prefixes = (
        t.text.split(":", 1)[0] if t.kind == "name" else t.text
        for t in tokens(query)
        if t.kind in ("word", "name")
    )
    return any(keyword in p.lower() for p in prefixes)


def _unescaped(query: str) -> str:
    """The query as engines see it that resolve \\u escapes first (SPARQL 1.1 section 19.2)."""
    return _ESCAPE.sub(_character, query)


def _character(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code <= 0x10FFFF else match.group()
