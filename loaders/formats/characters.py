"""Characters that look alike or do not show: one form for each, so that the same print is read the same.

Crawled pages carry spaces of no width, word processors hyphens and spaces that do not break, old documents
the Icelandic "Ð" for "Đ", symbol fonts bullets of their own.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["shown"]

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_CONTROL = "".join(map(chr, (*range(9), *range(14, 32), 127)))
"""Orders to a terminal, which no text holds; tabs, line ends and page ends stay."""
_SPACES = (
    "\u000b"
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_UNSEEN + _CONTROL, None),
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("\u00d0\u0189", "Đ"),
        "\u00f0": "đ",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
    }
)
_SOFT_HYPHEN = re.compile("(/[A-ZĐ]{1,6}|\\d{4})\u00ad(?=[A-ZĐ]|\\d{4})")
"""A soft hyphen that is printed: in the symbol of a document ("/NĐ-CP") and between years."""
_WRITTEN_OUT = "\\r\\n"
"""A line end that a portal has written out as four letters."""
_PICTURES = "\uf000-\uf0ff"
_PICTURED = re.compile(f"[{_PICTURES}]")
"""Signs of symbol fonts. Without the font, two of them are told by the number after them."""
_UNLIKE = re.compile(f"[{''.join(map(chr, _ALIKE))}{_PICTURES}]")
_COMPARED = {"\uf0b3": "≥", "\uf0a3": "≤"}
_COMPARES = re.compile("[\uf0a3\uf0b3](?= ?\\d)")


def shown(text: str) -> str:
    """``text`` in NFC as it looks in print; dashes longer than a hyphen, tabs and line ends stay.

    >>> shown("Ðề\\u00a0án 12/QĐ\\u2011UBND")
    'Đề án 12/QĐ-UBND'
    """
    if _UNLIKE.search(text):
        text = _alike(text)
    return unicodedata.normalize("NFC", text.replace(_WRITTEN_OUT, " "))


def _alike(text: str) -> str:
    """``text`` with one form for each of its characters."""
    hyphened = _SOFT_HYPHEN.sub(r"\1-", text) if "\u00ad" in text else text
    # Most texts hold few of them: searching is faster than translating letter by letter.
    alike = _UNLIKE.sub(lambda found: found[0].translate(_ALIKE), hyphened)
    return _PICTURED.sub("-", _COMPARES.sub(lambda found: _COMPARED[found[0]], alike))
