"""What is worked out again and again for the texts of one document, kept until the next one is read.

A plan prints the same agencies, times and products in many rows, and its paragraphs are looked at from
many sides. Only pure functions of a text are remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

__all__ = ["forget", "remembered"]

_P = ParamSpec("_P")
_T = TypeVar("_T")
_MOST = 1024
"""Texts kept for each function: those of a plan, and no more of a book."""
_KEPT: list[Callable[[], None]] = []
"""What empties the memory of each remembered function."""


def remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """``function``, a pure one of texts whose value nobody changes, with its latest values kept.

    >>> remembered(str.upper)("ubnd")
    'UBND'
    """
    keeping = lru_cache(_MOST)(function)
    _KEPT.append(keeping.cache_clear)
    return cast(Callable[_P, _T], keeping)


def forget() -> None:
    """Forget what was worked out, so that a document is read as if it were the first."""
    for clear in _KEPT:
        clear()
