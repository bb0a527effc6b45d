"""What the styles of a Word file say of a paragraph or run: font, bold, hidden, outline level, list.

Source: ECMA-376 part 1, 17.7 (styles) and 17.3 (paragraphs and runs).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

__all__ = ["Look", "Styles", "W", "attribute", "child", "is_on", "number_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 20
_UNSEEN = frozenset({"vanish", "strike", "dstrike"})
_SWITCHES = {W + name: name for name in ("b", "caps", *sorted(_UNSEEN))}
_THEME = "theme"


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child ``w:name`` of ``element``, None where either is missing."""
    return None if element is None else element.find(W + name)


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute ``w:name``, None where it or the element is missing."""
    return None if element is None else element.get(W + name)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch (``w:b``, ``w:vanish`` …) stands and is not set off."""
    return element is not None and attribute(element) not in {"0", "false", "off"}


def number_of(element: etree._Element | None, default: int = 0, most: int = 10_000) -> int:
    """The whole number of ``w:val`` between 0 and ``most``, else ``default``."""
    value = attribute(element) or ""
    return min(most, int(value)) if value.isdecimal() and len(value) < 10 else default


@dataclass(frozen=True)
class Look:
    """How a run is printed. What is struck out is not part of the text, so it counts as hidden."""

    font: str
    hidden: bool
    bold: bool
    capitals: bool
    raised: bool = False


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their identifiers."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default_font: str = ""
    default_paragraph: str | None = None
    unicode_fonts: frozenset[str] = frozenset()
    """Fonts of TCVN 5712 that the document names for Unicode text."""

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles of ``word/styles.xml``; none where there is no such part."""
        if root is None:
            return cls()
        by_id = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
        fonts = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        default = next(
            (i for i, s in by_id.items() if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1"),
            None,
        )
        return cls(by_id, _font(fonts) or "", default)

    def named(self, document: etree._Element) -> Iterator[str]:
        """The fonts that the styles and ``document`` name."""
        for root in (document, *self.by_id.values()):
            yield from (_font(fonts) or "" for fonts in root.iter(W + "rFonts"))
        yield self.default_font

    def chain(self, name: str | None) -> Iterator[etree._Element]:
        """The style ``name`` and those it is based on."""
        for _ in range(_DEEPEST):
            style = self.by_id.get(name) if name else None
            if style is None:
                return
            yield style
            name = attribute(child(style, "basedOn"))

    def paragraph_chain(self, properties: etree._Element | None) -> list[etree._Element]:
        """The styles that hold for a paragraph with ``properties`` (``w:pPr``)."""
        return list(self.chain(attribute(child(properties, "pStyle")) or self.default_paragraph))

    def lists_contents(self, chain: list[etree._Element]) -> bool:
        """Whether a paragraph with the styles ``chain`` is a line of a table of contents."""
        names = (attribute(child(style, "name")) or "" for style in chain)
        return any(name.lower().startswith("toc ") for name in names)

    def run(self, properties: etree._Element | None, chain: list[etree._Element]) -> Look:
        """The look of a run with ``properties`` (``w:rPr``).

        ``chain`` are the styles of its paragraph, nearest first.
        """
        own = child(properties, "rStyle")
        sources = [
            properties,
            *(child(s, "rPr") for s in self.chain(attribute(own))),
            *(child(s, "rPr") for s in chain),
        ]
        font = next(
            (name for source in sources if (name := _font(child(source, "rFonts")))), self.default_font
        )
        on = _switched(sources)
        font = "" if font in self.unicode_fonts else font
        raised = attribute(child(properties, "vertAlign")) == "superscript"
        return Look(font, not on.isdisjoint(_UNSEEN), "b" in on, "caps" in on, raised)


def _switched(sources: list[etree._Element | None]) -> set[str]:
    """The switches that are on, each as the first of ``sources`` that sets it says."""
    found: dict[str, bool] = {}
    for source in sources:
        for element in source if source is not None else ():
            if element.tag in _SWITCHES:
                found.setdefault(_SWITCHES[element.tag], is_on(element))
    return {name for name, on in found.items() if on}


def _font(fonts: etree._Element | None) -> str | None:
    """The font for Latin letters; one of the theme, which goes before any other, is never an old one."""
    if attribute(fonts, "asciiTheme") or attribute(fonts, "hAnsiTheme"):
        return _THEME
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
