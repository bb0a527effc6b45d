"""Signs of symbol fonts to the characters they look like.

Source: data/symbols.toml.
"""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

__all__ = ["BULLET", "is_symbol_font", "sign_of", "signs_of"]

BULLET = "-"
"""What a sign without a meaning of its own is read as."""
_PRIVATE = 0xF000


@functools.cache
def _signs() -> dict[str, dict[str, str]]:
    text = files("loaders.formats").joinpath("data/symbols.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def is_symbol_font(font: str) -> bool:
    """Whether ``font`` holds signs instead of letters."""
    return font in _signs()


def sign_of(code: int, font: str) -> str:
    """The character that the ``font`` shows for ``code``; a bullet where it has no meaning of its own."""
    return _signs().get(font, {}).get(f"{code & 0xFF:02X}", BULLET)


def signs_of(text: str, font: str) -> str:
    """``text`` as a symbol ``font`` shows it; letters that no such font has stay as they are."""
    return "".join(map(functools.partial(_shown, font=font), text))


def _shown(letter: str, font: str) -> str:
    code = ord(letter)
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        return sign_of(code, font)
    return _signs()[font].get(f"{code:02X}", letter) if 0x80 <= code <= 0xFF else letter
