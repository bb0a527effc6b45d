"""What a row says, taken apart: its statements, and what it says beside them in brackets.

A target can hold four figures, and an activity two works; each has its own counterpart above. So a row of
several statements is compared as a whole and statement by statement, as if they were rows below it.
"""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\([^()]*\)")
_END = re.compile(r";|(?<=\.)\s+(?=[^\W\d_])|\s+-\s+")
SHORTEST = 5
"""Fewest words of a statement: shorter ones are headings and rests."""
MOST = 12
"""Statements of a row that are looked at."""
ENOUGH = 4
"""Words that must stand outside brackets, for a row that is one bracket says what it says there."""


def statements(text: str) -> tuple[str, ...]:
    """The statements of ``text``, which full stops, semicolons and dashes part; () where it is only one."""
    parts = (part.strip(" .;-") for part in _END.split(text))
    found = tuple(part for part in parts if len(part.split()) >= SHORTEST)
    return found[:MOST] if len(found) > 1 else ()


def outside_brackets(text: str) -> str:
    """``text`` without what it explains in brackets.

    >>> outside_brackets("Công bố thủ tục mới (trong 10 ngày kể từ ngày ban hành văn bản)")
    'Công bố thủ tục mới'
    """
    plain = " ".join(_BRACKETS.sub(" ", text).split())
    return plain if len(plain.split()) >= ENOUGH else text
