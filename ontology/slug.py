"""Vietnamese text made comparable: ASCII slugs for IRIs, and a folded form for search.

Dropping the marks also makes the old and the new placement of tones equal (hoà, hòa -> hoa).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

__all__ = ["fold", "mark_digits", "slug", "strip_marks"]

_DIGITS = dict(zip("\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306", "12345678", strict=True))
"""The digits that VNI typing gives the marks: sắc, huyền, hỏi, ngã, nặng, mũ, móc, trăng."""
_STROKE = str.maketrans("đĐ", "dD")


def strip_marks(text: str) -> str:
    """``text`` without tone and vowel marks, đ as d; case and spaces as they are."""
    decomposed = unicodedata.normalize("NFD", text).translate(_STROKE)
    return unicodedata.normalize("NFC", "".join(filterfalse(unicodedata.combining, decomposed)))


def fold(text: str) -> str:
    """The form two spellings share in a search: no marks, lower case, single spaces.

    >>> fold("UỶ BAN  nhân dân tỉnh Đắk Lắk")
    'uy ban nhan dan tinh dak lak'
    """
    return " ".join(strip_marks(text).casefold().split())


def slug(text: str) -> str:
    """ASCII lower case words joined by hyphens; "" where no letter or digit is left.

    >>> slug("Sở Văn hóa, Thể thao và Du lịch")
    'so-van-hoa-the-thao-va-du-lich'
    """
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def mark_digits(text: str) -> str:
    """The marks that :func:`slug` drops, as digits: tells apart two names with one slug.

    >>> mark_digits("xã Ba Tô"), mark_digits("xã Ba Tơ")
    ('46', '47')
    """
    return "".join(_DIGITS.get(c, "") for c in unicodedata.normalize("NFD", text))
