"""The numbers Word prints before paragraphs of its automatic lists.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx_styles import W, attribute, child, number_of

__all__ = ["Numbering"]

_LEVELS = 9
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, etree._Element]] = field(default_factory=dict)
    """Levels by identifier of the list's definition."""
    definitions: dict[str, str] = field(default_factory=dict)
    """Definition by identifier of the list."""
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        """The lists of ``word/numbering.xml``; none where there is no such part."""
        out = cls()
        if root is None:
            return out
        for definition in root.iter(W + "abstractNum"):
            levels = {int(level.get(W + "ilvl", "0")[:1]): level for level in definition.iter(W + "lvl")}
            out.levels[attribute(definition, "abstractNumId") or ""] = levels
        for number in root.iter(W + "num"):
            name = attribute(number, "numId") or ""
            out.definitions[name] = attribute(child(number, "abstractNumId")) or ""
            for change in number.iter(W + "lvlOverride"):
                start = child(change, "startOverride")
                if start is not None:
                    out.starts[name, int(change.get(W + "ilvl", "0")[:1])] = number_of(start, 1)
        return out

    def label(self, properties: list[etree._Element | None]) -> str:
        """Count a paragraph and give its printed number ("" for none).

        ``properties`` are the ``w:pPr`` of the paragraph and of its styles, nearest first.
        """
        places = [child(source, "numPr") for source in properties]
        name = next((v for place in places if (v := attribute(child(place, "numId")))), None)
        level = next((found for place in places if (found := child(place, "ilvl")) is not None), None)
        depth = min(_LEVELS - 1, number_of(level))
        definition = self.definitions.get(name or "", "")
        levels = self.levels.get(definition, {})
        if name is None or depth not in levels:
            return ""
        self._count(name, definition, depth, levels)
        return self._printed(definition, depth, levels)

    def _count(self, name: str, definition: str, depth: int, levels: dict[int, etree._Element]) -> None:
        """Count on; a list that sets its own start begins there when it is first met."""
        counts = self.counts[definition]
        if name not in self.begun:
            self.begun.add(name)
            for (owner, level), start in self.starts.items():
                if owner == name:
                    counts[level] = start - 1
        for upper in range(depth):
            counts.setdefault(upper, _start(levels.get(upper)))
        counts[depth] = counts[depth] + 1 if depth in counts else _start(levels[depth])
        for lower in [level for level in counts if level > depth]:
            del counts[lower]

    def _printed(self, definition: str, depth: int, levels: dict[int, etree._Element]) -> str:
        counts = self.counts[definition]
        if _format(levels[depth]) == "bullet":
            return "- "
        legal = child(levels[depth], "isLgl") is not None

        def shown(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            form = _format(levels[level]) if level in levels and not legal else "decimal"
            return _written(counts.get(level, 1), form)

        text = attribute(child(levels[depth], "lvlText")) or ""
        printed = re.sub(r"%([1-9])", shown, text).strip()
        return f"{printed} " if printed else ""


def _start(level: etree._Element | None) -> int:
    return number_of(child(level, "start"), 1)


def _format(level: etree._Element) -> str:
    return attribute(child(level, "numFmt")) or "decimal"


def _written(number: int, form: str) -> str:
    """``number`` in the ``form`` of a level; Word repeats letters after z."""
    if form == "none":
        return ""
    if form in {"upperLetter", "lowerLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out
