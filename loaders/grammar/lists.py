"""The word lists that the grammar reads: ``data/*.toml`` and the registries of ``ontology/``."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["any_of", "department_names", "rows", "spelt", "standing_apart", "words"]


@cache
def words(name: str) -> dict[str, Any]:
    """The lists of ``data/<name>.toml``."""
    text = files("loaders.grammar").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def rows(path: str) -> list[dict[str, str]]:
    """The rows of a CSV file under ``ontology/``, by header."""
    text = files("ontology").joinpath(*path.split("/")).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def department_names() -> tuple[str, ...]:
    """The official names of departments without the word "Sở", longest first."""
    names = {row["name"].removeprefix("Sở ") for row in rows("registry/departments.csv") if _is_so(row)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _is_so(row: dict[str, str]) -> bool:
    return row["name"].startswith("Sở ")


def any_of(options: Iterable[str]) -> str:
    """A regular expression for one of ``options``, longest first; a space matches any white space."""
    return "(?:" + "|".join(spelt(options)) + ")"


def spelt(options: Iterable[str]) -> list[str]:
    """Regular expressions for ``options``, longest first; a space matches any white space."""
    ordered = sorted(options, key=lambda option: (-len(option), option))
    return [re.escape(option).replace(r"\ ", r"\s+") for option in ordered]


def standing_apart(patterns: Iterable[str]) -> str:
    """A regular expression for one of ``patterns``, which begin with a letter, where no letter stands before.

    It looks back behind the first letter: a search can then skip to those letters.
    """
    return "(?:" + "|".join(rf"{p[0]}(?<!\w{p[0]}){p[1:]}" for p in patterns) + ")"
