"""The named questions, read from the .rq files of this folder.

The head of a file is its comment block whose lines begin with ``#+`` (the manner of grlc); without
that mark it is TOML:

    #+ title = "…"            title_en, description, description_en alike
    #+ then = "walk"          what is counted on the answer afterwards (queries/ask.py)
    #+ [parameters]
    #+ year = { type = "year", example = "2024", vi = "Năm", en = "Year" }       required = true
    #+ [columns]
    #+ plan = { vi = "Kế hoạch", en = "Plan" }                                   link = "plan_iri"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from queries.model import Column, NamedQuery, Parameter

_MARK = "#+"
_HEAD = {"title", "title_en", "description", "description_en", "then", "parameters", "columns"}


@cache
def catalogue() -> Mapping[str, NamedQuery]:
    """Every named question by its name, in the order of the names."""
    found = (f for f in files("queries").iterdir() if f.name.endswith(".rq"))
    return {
        f.name.removesuffix(".rq"): parse(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8"))
        for f in sorted(found, key=lambda f: f.name)
    }


def parse(name: str, text: str) -> NamedQuery:
    """The question written in ``text``.

    Raises ``tomllib.TOMLDecodeError`` or ``KeyError`` for a head that does not keep the format.
    """
    head = "\n".join(line.removeprefix(_MARK) for line in text.splitlines() if line.startswith(_MARK))
    data = tomllib.loads(head)
    if unknown := data.keys() - _HEAD:
        raise KeyError(f"{name}: {', '.join(sorted(unknown))}")
    return NamedQuery(
        name=name,
        title=data["title"],
        title_en=data["title_en"],
        description=" ".join(data["description"].split()),
        description_en=" ".join(data["description_en"].split()),
        parameters=tuple(_parameter(n, p) for n, p in data.get("parameters", {}).items()),
        columns=tuple(_column(n, c) for n, c in data["columns"].items()),
        text=text,
        then=data.get("then"),
    )


def _parameter(name: str, data: Mapping[str, Any]) -> Parameter:
    return Parameter(name, data["type"], data.get("required", False), data["vi"], data["en"], data["example"])


def _column(name: str, data: Mapping[str, Any]) -> Column:
    return Column(name, data["vi"], data["en"], data.get("link"))
