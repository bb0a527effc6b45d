"""What the comparing of rows knows of the field, as data: word lists, matters, weights of the score."""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from typing import Any


def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file beside this module, by the names in its first line."""
    return list(csv.DictReader(_read(name).splitlines()))


def lines(name: str) -> list[str]:
    """The lines of a text file beside this module, without blank lines and "#" remarks."""
    kept = (line.strip() for line in _read(name).splitlines())
    return [line for line in kept if line and not line.startswith("#")]


def document(name: str) -> Any:
    """The content of a JSON file beside this module."""
    return json.loads(_read(name))
