"""How values are shown in the pages: template filters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup
from rdflib import Literal

from queries import show
from queries.model import NamedQuery, Term
from service.texts import catalogue, language
from service.views.facts import Place


def years(value: tuple[int, ...]) -> str:
    """The years of a period: "2024" or "2021–2030"."""
    if not value:
        return ""
    return str(value[0]) if len(value) == 1 else f"{value[0]}–{value[-1]}"


def place(value: Place) -> str:
    """Where in the source: "dòng 354–368", with page or sheet where there is one."""
    t = catalogue()
    parts = [t("place.page", n=value.page)] if value.page else []
    if value.sheet:
        parts.append(t("place.sheet", name=value.sheet))
    if value.first_line:
        last = value.last_line or value.first_line
        key = "place.line" if last == value.first_line else "place.lines"
        parts.append(t(key, first=value.first_line, last=last))
    return ", ".join(parts)


def number(value: float | str) -> str:
    """A number as the language prints it: 1.234,5 in Vietnamese, 1,234.5 in English."""
    point, comma = (".", ",") if language() == "vi" else (",", ".")
    whole, _, rest = str(value).partition(".")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", point, whole)
    rest = rest.rstrip("0")
    return f"{grouped}{comma}{rest}" if rest else grouped


def amounts(text: str) -> str:
    """The figures of a comparison as Vietnamese write them: ">= 92.5 % (2025)" -> "≥ 92,5% (2025)"."""
    signs = text.replace(">=", "≥").replace("<=", "≤").replace(" %", "%")
    return re.sub(r"(?<=\d)\.(?=\d)", ",", signs)


def percent(value: float | str) -> str:
    """A share of 1 as whole percent."""
    return f"{round(float(value) * 100)}%"


def anchor(iri: str) -> str:
    """A place in a page for ``iri``: letters, digits and hyphens of its last parts."""
    return "m-" + re.sub(r"[^A-Za-z0-9]+", "-", iri.rsplit("/", 2)[-2] + "-" + iri.rsplit("/", 1)[-1])


def said(thing: object, name: str) -> str:
    """The text ``name`` of a thing that has it in Vietnamese (``title``) and in English (``title_en``)."""
    return str(getattr(thing, name if language() == "vi" else f"{name}_en"))


def in_words(column: str, term: Term | None) -> str:
    """A value of an answer's ``column`` as a person reads it in the language of the page."""
    return show.in_words(column, term, language())


def explained(query: NamedQuery) -> Markup:
    """What a question answers; its `names`, and values ("`list` = open"), in the words of its page."""
    text = said(query, "description")
    marked = re.finditer(r"`([^`]+)`(?: = (\w+))?", text)
    out, at = Markup(""), 0
    for found in marked:
        out += Markup("{}{}").format(text[at : found.start()], _called(query, found[1], found[2]))
        at = found.end()
    return out + text[at:]


def _called(query: NamedQuery, name: str, value: str | None) -> Markup:
    """The label of a column or parameter with the words for its ``value``; else the words for a code."""
    labels = {p.name: said(p, "label") for p in query.parameters}
    labels |= {c.name: said(c, "label") for c in query.columns}
    if name not in labels:
        words = (in_words(c.name, Literal(name)) for c in query.columns)
        return Markup("<q>{}</q>").format(next((w for w in words if w != name), name))
    if value is None:
        return Markup("<q>{}</q>").format(labels[name])
    return Markup("<q>{}: {}</q>").format(labels[name], in_words(name, Literal(value)))


FILTERS: dict[str, Callable[..., Any]] = {
    "anchor": anchor,
    "date": show.date,
    "explained": explained,
    "amounts": amounts,
    "in_words": in_words,
    "years": years,
    "place": place,
    "number": number,
    "said": said,
    "percent": percent,
}
