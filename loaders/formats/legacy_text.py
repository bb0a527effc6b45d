"""Text written for the fonts of TCVN 5712 (.VnTime, .VnTimeH …) to Unicode.

Such text holds codes that only its font shows as Vietnamese letters: "C¶i c¸ch hµnh chÝnh". Where the font
is known it decides; in plain text the letters themselves tell.
Source: TCVN 5712:1993, set VN3; the table is data/tcvn3.toml.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib.resources import files

__all__ = ["decoded_legacy", "from_tcvn3", "is_legacy_font", "looks_legacy", "looks_unicode", "unicode_of"]

_LEGACY_FONT = re.compile(r"\.?Vn[A-Z]")
_IN_WORD = re.compile(
    "[\u00a1-\u00b9\u00bb-\u00bf\u00c6\u00d7\u00de\u00df\u00e6\u00f0\u00f7\u00f8\u00fe\u00ad](?<=[A-Za-z].)"
)
_MODERN = re.compile("[ăđĩũơưĂĐƠƯ\u1ea0-\u1ef9]")
_SURE = 8
"""So many codes inside words, and more than letters of today's Vietnamese, make a text a legacy one."""


@functools.cache
def _letters() -> dict[int, str]:
    text = files("loaders.formats").joinpath("data/tcvn3.toml").read_text(encoding="utf-8")
    return {int(code, 16): letter for code, letter in tomllib.loads(text)["letters"].items()}


def from_tcvn3(text: str) -> str:
    """``text`` with its TCVN 5712 codes (as Latin-1 letters) turned into Vietnamese letters."""
    return text.translate(_letters())


def is_legacy_font(font: str) -> bool:
    """Whether ``font`` is one of TCVN 5712; a subset's tag ("ABCDEF+") is passed over."""
    return bool(_LEGACY_FONT.match(font.rpartition("+")[2]))


def unicode_of(text: str, font: str) -> str:
    """``text`` as the ``font`` shows it; fonts whose name ends in H hold capitals only."""
    if not is_legacy_font(font) or looks_unicode(text):
        return text
    shown = from_tcvn3(text)
    family = re.split(r"[,\-\s]", font)[0]
    return shown.upper() if family.endswith("H") else shown


def looks_legacy(text: str) -> bool:
    """Whether ``text`` of unknown font is written for TCVN 5712, by the codes that stand inside its words."""
    odd = len(_IN_WORD.findall(text))
    return odd >= _SURE and odd > len(_MODERN.findall(text))


def looks_unicode(text: str) -> bool:
    """Whether ``text`` in a font of TCVN 5712 is Unicode all the same, by letters that font does not have."""
    return len(_MODERN.findall(text)) > len(_IN_WORD.findall(text))


def decoded_legacy(data: bytes) -> str | None:
    """The text of bytes that are no UTF-8: TCVN 5712 or windows-1258, None where neither gives Vietnamese."""
    if b"\0" in data:
        return None
    latin = data.decode("latin-1")
    if looks_legacy(latin):
        return from_tcvn3(latin)
    vietnamese = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    return vietnamese if len(_MODERN.findall(vietnamese)) >= _SURE else None
