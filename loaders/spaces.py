"""White space: a single space between words, as the records hold their texts."""

from __future__ import annotations

__all__ = ["single_spaced"]


def single_spaced(text: str) -> str:
    """``text`` without white space at its ends, each run of it inside as one space.

    >>> single_spaced(" Sở\\tNội   vụ ")
    'Sở Nội vụ'
    """
    # Most texts are so already. A space is the only white space that is printable.
    if "  " not in text and text.isprintable():
        return text.strip()
    return " ".join(text.split())
