"""Texts of strangers on a terminal: what it would obey is shown as a sign, not sent."""

from __future__ import annotations

import re

import typer

__all__ = ["say", "seen"]

_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""Control characters but tabs and line ends, and those that turn the direction of writing (UAX 9)."""


def seen(text: str) -> str:
    """``text`` as it may be sent to a terminal: the name of a file can hold orders for it, a plan too.

    >>> seen("\\x1b[31mđỏ")
    '�[31mđỏ'
    """
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


def say(text: str, *, err: bool = False) -> None:
    """Print a line to standard output, or to standard error."""
    typer.echo(seen(text), err=err)
