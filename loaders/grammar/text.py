"""Vietnamese text made comparable without changing its length: offsets stay those of the print."""

from __future__ import annotations

import re
import unicodedata

from loaders.remembered import remembered
from loaders.spaces import single_spaced
from ontology.slug import strip_marks

__all__ = ["capitalised", "normal", "plain", "unmarked"]

_OLD_TONES = {
    **dict(zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True)),
    **dict(zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True)),
    **dict(zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True)),
}
_TONES = re.compile(r"(?:o[àáảãạèéẻẽẹ](?<!qo.)|u[ỳýỷỹỵ](?<!qu.))(?!\w)")
# Only at the end of a syllable: "hoàn" and "quý" have one spelling.
_DASHES = "–—‑−"


def normal(text: str) -> str:
    """``text`` in NFC with single spaces, without white space at its ends."""
    return single_spaced(unicodedata.normalize("NFC", text))


@remembered
def plain(text: str) -> str:
    """``text`` in lower case, one kind of dash, tones placed the old way (hoá, hóa -> hóa); same length.

    >>> plain("Uỷ ban NHÂN DÂN")
    'ủy ban nhân dân'
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for dash in _DASHES:
        lower = lower.replace(dash, "-")
    return _TONES.sub(lambda found: _OLD_TONES[found[0]], lower)


@remembered
def unmarked(text: str) -> str:
    """The plain form of ``text`` without marks of tones and vowels, đ as d; same length in NFC.

    >>> unmarked("Hằng quý")
    'hang quy'
    """
    return strip_marks(plain(text))


def capitalised(text: str) -> str:
    """``text`` with its first letter as a capital, the rest as printed."""
    return text[:1].upper() + text[1:]
