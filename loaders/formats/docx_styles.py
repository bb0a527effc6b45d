"""What the styles of a Word file say of a paragraph or run: font, bold, hidden, outline level, list.

Source: ECMA-376 part 1, 17.7 (styles) and 17.3 (paragraphs and runs).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

__all__ = ["Styles", "W", "attribute", "child", "is_on", "number_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 20


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
class Styles:
    """The styles of a document by their identifiers."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default_font: str = ""
    default_paragraph: str | None = None

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

    def run(self, properties: etree._Element | None, chain: list[etree._Element]) -> tuple[str, bool, bool]:
        """Font, whether hidden, whether bold, of a run with ``properties`` (``w:rPr``).

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
        return font, _first(sources, "vanish"), _first(sources, "b")


def _first(sources: list[etree._Element | None], name: str) -> bool:
    """The switch ``name`` of the first of ``sources`` that sets it."""
    found = next((switch for source in sources if (switch := child(source, name)) is not None), None)
    return is_on(found)


def _font(fonts: etree._Element | None) -> str | None:
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
