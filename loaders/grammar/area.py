"""The reform area that a section's title names: the six of Nghị quyết 76/NQ-CP, and direction."""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.grammar.text import normal, plain

__all__ = ["of_title"]

_PATTERNS = [
    (code, re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))
    for code, patterns in lists.words("area")["patterns"].items()
]
_NUMBER = re.compile(r"^[\W\d]*(?:[ivxlc]+\s*[./)-]\s*)?\W*")


def of_title(title: str | None) -> str | None:
    """The code of list ``area`` (ontology/codes.csv) for ``title``, or None where none fits.

    >>> of_title("III. CẢI CÁCH TỔ CHỨC BỘ MÁY HÀNH CHÍNH")
    'apparatus'
    """
    text = _NUMBER.sub("", plain(normal(title or "")), count=1).rstrip(" .:;")
    return next((code for code, pattern in _PATTERNS if pattern.search(text)), None)
