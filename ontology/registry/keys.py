"""What two spellings of one name have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.slug import fold

__all__ = ["compact", "initials", "words"]

_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words of ``text`` without punctuation; "&" reads "và"."""
    return tuple(_WORDS.findall(fold(text.replace("&", " và "))))


def compact(text: str) -> str:
    """The words run together without "và": equal for "Sở Y tế & X" and "sở y tế, x"."""
    return "".join(word for word in words(text) if word != "va")


def initials(name: str) -> tuple[str, ...]:
    """The short forms people make of a department's name, compact.

    >>> initials("Sở Thông tin và Truyền thông")
    ('sotttt', 'stttt')
    """
    head, *rest = words(name)
    letters = "".join(word[0] for word in rest if word != "va")
    return (head + letters, head[0] + letters) if len(rest) > 1 else ()
