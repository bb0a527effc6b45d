"""The first sheet of a workbook to be corrected: what a person may want, and how it is done."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files

from openpyxl import Workbook

from loaders.people.columns import comparators, kind
from ontology.codes import codes
from service.reading.workbook import Column, write_sheet

__all__ = ["write_guide"]

_WIDTHS = {"wish": 28, "way": 110}


def write_guide(book: Workbook) -> None:
    """Add the sheet to ``book``; its lines are those of ``guide.toml``, with the words of the code lists."""
    words = {
        "roles": _listed(code.vi for code in codes("role").values()),
        "places": _listed(code.vi for code in codes("where").values()),
        "areas": _listed((code.vi for code in codes("area").values()), "; "),
        "comparators": _listed(said[0] for said in comparators().values()),
    }
    text = files("service.reading").joinpath("guide.toml").read_text(encoding="utf-8")
    lines = [[line["wish"], line["way"].format(**words)] for line in tomllib.loads(text)["lines"]]
    guide = kind("guide")
    columns = [Column(guide.heading(field), _WIDTHS[field]) for field in guide.columns]
    write_sheet(book, guide.title, columns, lines)


def _listed(words: Iterable[str], gap: str = ", ") -> str:
    return gap.join(words)
