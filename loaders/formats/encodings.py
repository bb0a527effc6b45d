"""The encoding of Unicode that a file's first bytes show.

Source: The Unicode Standard, 23.8 (byte order mark). Programs leave the mark out of UTF-16 at times, but one
of the two bytes of an ASCII letter is zero.
"""

from __future__ import annotations

import codecs

__all__ = ["unicode_encoding"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 64


def unicode_encoding(data: bytes) -> str | None:
    """The encoding of ``data`` by its byte order mark or its zeros, None where neither tells."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    even, odd = data[0:_HEAD:2], data[1:_HEAD:2]
    if 0 in odd and 0 not in even and odd.count(0) * 2 > len(odd):
        return "utf-16-le"
    if 0 in even and 0 not in odd and even.count(0) * 2 > len(even):
        return "utf-16-be"
    return None
