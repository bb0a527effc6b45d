"""Which part of a web page is its document, and what around it is the page's frame."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files

from lxml.html import HtmlElement

__all__ = ["document_part", "is_frame", "names_of"]

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_LINKS = 3
_LINKED = 0.8
_BLOCKS = frozenset({"div", "ul", "ol", "section", "p", "td", "th"})


@functools.cache
def _names() -> dict[str, frozenset[str]]:
    text = files("loaders.formats").joinpath("data/page_frame.toml").read_text(encoding="utf-8")
    return {name: frozenset(values) for name, values in tomllib.loads(text).items()}


def names_of(kind: str) -> frozenset[str]:
    """The names of elements, roles or blocks of this ``kind`` (data/page_frame.toml)."""
    return _names()[kind]


def document_part(root: HtmlElement) -> HtmlElement:
    """The only main part or article of a page where it holds most of its text, else the whole page."""
    whole = len(root.text_content())
    for query in ("//main | //*[@role='main']", "//article"):
        found = root.xpath(query)
        if len(found) == 1 and len(found[0].text_content()) * 2 > whole:
            return found[0]
    return root


def is_frame(element: HtmlElement) -> bool:
    """Whether ``element`` is hidden or belongs to the frame of the page."""
    tag = element.tag
    if tag in names_of("elements") or element.get("role") in names_of("roles"):
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style", "")):
        return True
    if tag in names_of("outer"):
        return not any(above.tag in ("article", "main") for above in element.iterancestors())
    if element.get("title") in names_of("outer"):  # what LibreOffice prints on each page
        return True
    called = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return tag in _BLOCKS and (not names_of("names").isdisjoint(called) or _is_links(element))


def _is_links(element: HtmlElement) -> bool:
    """Whether a block is a list of links."""
    if element.tag not in ("ul", "ol"):
        return False
    links = element.xpath(".//a[@href]")
    if len(links) < _LINKS:
        return False
    linked = sum(len(link.text_content().strip()) for link in links)
    return linked >= _LINKED * len("".join(element.text_content().split())) > 0
