"""The templates of pages and pictures, with everything put into them escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from service.show import FILTERS
from service.texts import catalogue, language


@cache
def templates() -> Environment:
    """The templates of ``service/templates``; a name that is not given is an error."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates"), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(t=_text, language=language)
    environment.filters.update(FILTERS)
    return environment


def _text(key: str, **values: object) -> str:
    return catalogue()(key, **values)
