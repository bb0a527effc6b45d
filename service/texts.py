"""What users read, kept as data: one catalogue file a language beside this module."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Catalogue:
    """The texts of one language, by dotted key ("plan.targets")."""

    def __init__(self, texts: Mapping[str, Any]) -> None:
        self._texts = dict(_flat(texts))

    def __call__(self, key: str, **values: object) -> str:
        """The text of ``key`` with ``{names}`` filled in. Raises ``KeyError`` for an unknown key."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    @property
    def keys(self) -> frozenset[str]:
        """All keys of the catalogue."""
        return frozenset(self._texts)


@functools.cache
def catalogue(language: str = "vi") -> Catalogue:
    """The catalogue of ``language`` (``service/messages.<language>.toml``)."""
    file = Path(__file__).with_name(f"messages.{language}.toml")
    return Catalogue(tomllib.loads(file.read_text(encoding="utf-8")))


def _flat(texts: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in texts.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(prefix + key, value)]
    return found
