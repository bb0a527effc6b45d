"""What users read, kept as data: one catalogue file a language beside this module."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
"""The languages of the pages; the first is everybody's who has not chosen."""

_chosen: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])


def language() -> str:
    """The language of what is being answered: one of :data:`LANGUAGES`."""
    return _chosen.get()


def speak(name: str) -> None:
    """Answer in the language ``name`` from here on in this task (and in the threads it starts)."""
    _chosen.set(name)


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


def catalogue(name: str | None = None) -> Catalogue:
    """The catalogue of a language, by default of the one that is being answered in."""
    return _read(name or language())


@functools.cache
def _read(name: str) -> Catalogue:
    file = Path(__file__).with_name(f"messages.{name}.toml")
    return Catalogue(tomllib.loads(file.read_text(encoding="utf-8")))


def _flat(texts: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in texts.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(prefix + key, value)]
    return found
