"""The numbers Word prints before paragraphs of its automatic lists.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.counting import written
from loaders.formats.docx.styles import W, attribute, child, number_of

__all__ = ["Numbering"]

_LEVELS = 9


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
        styled: dict[str, dict[int, etree._Element]] = {}
        for definition in root.iter(W + "abstractNum"):
            levels = _levels(definition)
            out.levels[attribute(definition, "abstractNumId") or ""] = levels
            styled[attribute(child(definition, "styleLink")) or ""] = levels
        for definition in root.iter(W + "abstractNum"):
            link = attribute(child(definition, "numStyleLink"))
            if link in styled:
                out.levels[attribute(definition, "abstractNumId") or ""] = styled[link]
        for number in root.iter(W + "num"):
            out._take(number)
        return out

    def _take(self, number: etree._Element) -> None:
        """Learn the list ``number``: its definition (its own where it changes levels) and its starts."""
        name = attribute(number, "numId") or ""
        definition = attribute(child(number, "abstractNumId")) or ""
        changed = _levels(number)
        if changed:
            self.levels[f"{definition}/{name}"] = self.levels.get(definition, {}) | changed
        self.definitions[name] = f"{definition}/{name}" if changed else definition
        for change in number.iter(W + "lvlOverride"):
            start = child(change, "startOverride")
            if start is not None:
                self.starts[name, int(change.get(W + "ilvl", "0")[:1])] = number_of(start, 1)

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
            after = number_of(child(levels.get(lower), "lvlRestart"), lower, _LEVELS)
            if depth < after:  # a level begins anew after any level above it, or after the one it names
                del counts[lower]

    def _printed(self, definition: str, depth: int, levels: dict[int, etree._Element]) -> str:
        counts = self.counts[definition]
        if _format(levels[depth]) == "bullet":
            return "- "
        legal = child(levels[depth], "isLgl") is not None

        def shown(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            form = _format(levels[level]) if level in levels and not legal else "decimal"
            return written(counts.get(level, 1), form)

        text = attribute(child(levels[depth], "lvlText")) or ""
        printed = re.sub(r"%([1-9])", shown, text).strip()
        return f"{printed} " if printed else ""


def _levels(source: etree._Element) -> dict[int, etree._Element]:
    return {int(level.get(W + "ilvl", "0")[:1]): level for level in source.iter(W + "lvl")}


def _start(level: etree._Element | None) -> int:
    return number_of(child(level, "start"), 1)


def _format(level: etree._Element) -> str:
    return attribute(child(level, "numFmt")) or "decimal"
