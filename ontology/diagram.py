"""A picture of the vocabulary as SVG: classes as boxes, what leads from one to another as lines.

Where each class stands is data (diagram.csv); a class without a place stands in a row of its own below. Lines
with a hollow end go to the class above. What leads from a class to itself is told in its box.
"""

from __future__ import annotations

import csv
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from ontology.describe import Ref, Term, Vocabulary

__all__ = ["diagram"]

SIZE, COLUMN, ROW, MARGIN = (196, 44), 340, 175, 40
"""Width and least height of a box, distances of columns and rows, edge of the picture, in pixels."""
LINE, LETTER = 13, 6.4
"""Height of a line of small text, and about the width of one of its letters."""
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where on a line its meaning may stand, the best first."""
BOW = 0.45
"""How far a line that would cross another box swings out, in parts of the distance of columns."""

Cell = tuple[int, int]
Point = tuple[float, float]
Area = tuple[float, float, float, float]
"""Centre, width and height."""


@dataclass(frozen=True)
class Box:
    """A class in its cell, with what leads from it to itself."""

    cell: Cell
    own: tuple[str, ...]

    @property
    def height(self) -> int:
        """Of the box, in pixels."""
        return SIZE[1] + LINE * len(self.own)

    @property
    def centre(self) -> Point:
        """Of the box."""
        return MARGIN + SIZE[0] / 2 + self.cell[0] * COLUMN, MARGIN + SIZE[1] / 2 + self.cell[1] * ROW

    @property
    def right(self) -> float:
        """Its right side, without the margin."""
        return self.centre[0] + SIZE[0] / 2 - MARGIN

    @property
    def bottom(self) -> float:
        """Its lower side, without the margin."""
        return self.centre[1] + self.height / 2 - MARGIN

    def border(self, towards: Point) -> Point:
        """Where a line from the centre to a point leaves the box."""
        (x, y), (dx, dy) = self.centre, (b - a for a, b in zip(self.centre, towards, strict=True))
        sides = SIZE[0] / 2 / abs(dx) if dx else math.inf, self.height / 2 / abs(dy) if dy else math.inf
        return x + dx * min(sides), y + dy * min(sides)


@dataclass(frozen=True)
class Edge:
    """A line from one class to another with what it means; ``above`` for one to the class above."""

    start: str
    end: str
    labels: tuple[str, ...]
    above: bool


def diagram(vocabulary: Vocabulary) -> str:
    """The SVG text; equal vocabularies give equal texts."""
    boxes = _boxes(vocabulary)
    width, height = (
        2 * MARGIN + max(getattr(box, side) for box in boxes.values()) for side in ("right", "bottom")
    )
    edges = list(_edges(vocabulary))
    body = [
        *(_line(edge, boxes) for edge in edges),
        *(_shown(term, boxes[term.name]) for term in vocabulary.classes),
        *_labels(edges, boxes),
    ]
    head = _HEAD.format(width=f"{width:g}", height=f"{height:g}", title=escape(vocabulary.title))
    return "\n".join([head, *body, "</svg>\n"])


_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" \
height="{height}" role="img" font-family="'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif" font-size="11">
<title>{title}</title>
<defs>
<marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
<path d="M0,0 L8,4 L0,8 z" fill="#56666f"/></marker>
<marker id="above" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="12" markerHeight="12" orient="auto">\
<path d="M1,1 L11,6 L1,11 z" fill="#fff" stroke="#0b4f6c"/></marker>
</defs>
<rect width="100%" height="100%" fill="#fff"/>"""


def _boxes(vocabulary: Vocabulary) -> dict[str, Box]:
    text = files("ontology").joinpath("diagram.csv").read_text(encoding="utf-8")
    placed = {r["class"]: (int(r["column"]), int(r["row"])) for r in csv.DictReader(text.splitlines())}
    below = 1 + max(row for _, row in placed.values())
    free = ((column, below) for column in itertools.count())
    cells = {t.name: placed[t.name] if t.name in placed else next(free) for t in vocabulary.classes}
    return {term.name: Box(cells[term.name], _own(vocabulary, term)) for term in vocabulary.classes}


def _edges(vocabulary: Vocabulary) -> Iterator[Edge]:
    """The lines between different classes, several meanings of one direction together."""
    names = {term.name for term in vocabulary.classes}
    for term in vocabulary.classes:
        yield from (Edge(term.name, ref.name, (), True) for ref in term.above if _known(ref, names))
    meanings: dict[tuple[str, str], list[str]] = {}
    for term in vocabulary.properties:
        for start, end in itertools.product(term.domain, term.range if term.links else ()):
            if start != end and _known(start, names) and _known(end, names):
                meanings.setdefault((start.name, end.name), []).append(term.vi)
    for (start_name, end_name), labels in sorted(meanings.items()):
        yield Edge(start_name, end_name, tuple(labels), False)


def _own(vocabulary: Vocabulary, term: Term) -> tuple[str, ...]:
    """What leads from the class to itself."""
    here = Ref(f"cchc:{term.name}", term.iri, True)
    return tuple(p.vi for p in vocabulary.properties if p.links and here in p.domain and here in p.range)


def _known(ref: Ref, names: set[str]) -> bool:
    return ref.own and ref.name in names


def _shown(term: Term, box: Box) -> str:
    x, y = box.centre
    top = y - box.height / 2
    parts = [
        f'<rect x="{x - SIZE[0] / 2:g}" y="{top:g}" width="{SIZE[0]}" height="{box.height}" rx="5" '
        'fill="#e6f0f4" stroke="#0b4f6c"/>',
        f'<text x="{x:g}" y="{top + 19:g}" text-anchor="middle" font-size="14" font-weight="600">'
        f"{escape(term.vi)}</text>",
        f'<text x="{x:g}" y="{top + 35:g}" text-anchor="middle" fill="#56666f">cchc:{term.name}</text>',
    ]
    for i, own in enumerate(box.own, 1):
        parts.append(
            f'<text x="{x:g}" y="{top + 35 + i * LINE:g}" text-anchor="middle">↻ {escape(own)}</text>'
        )
    return "\n".join(parts)


def _line(edge: Edge, boxes: Mapping[str, Box]) -> str:
    first, bend, last = _path(edge, boxes)
    mark, colour = ("above", "#0b4f6c") if edge.above else ("to", "#56666f")
    return (
        f'<path d="M{first[0]:.1f},{first[1]:.1f} Q{bend[0]:.1f},{bend[1]:.1f} {last[0]:.1f},{last[1]:.1f}" '
        f'fill="none" stroke="{colour}" marker-end="url(#{mark})"/>'
    )


def _labels(edges: Sequence[Edge], boxes: Mapping[str, Box]) -> Iterator[str]:
    """The meanings of the lines, each near the middle where it covers no box and no other meaning."""
    taken: list[Area] = [(*box.centre, SIZE[0], box.height) for box in boxes.values()]
    for edge in edges:
        if edge.labels:
            size = LETTER * max(map(len, edge.labels)), LINE * len(edge.labels)
            points = [_along(_path(edge, boxes), part) for part in ALONG]
            free = (p for p in points if not any(_overlap((*p, *size), other) for other in taken))
            x, y = next(free, points[0])
            taken.append((x, y, *size))
            yield _text((x, y - LINE * (len(edge.labels) - 1) / 2 + 4), edge.labels)


def _along(path: tuple[Point, Point, Point], part: float) -> Point:
    """The point of a bent line (a quadratic Bézier curve) at ``part`` of its way."""
    weights = ((1 - part) ** 2, 2 * part * (1 - part), part**2)
    x, y = (sum(w * p[i] for w, p in zip(weights, path, strict=True)) for i in (0, 1))
    return x, y


def _overlap(one: Area, other: Area) -> bool:
    return all(abs(one[i] - other[i]) < (one[i + 2] + other[i + 2]) / 2 for i in (0, 1))


def _text(at: Point, lines: Sequence[str]) -> str:
    spans = "".join(
        f'<tspan x="{at[0]:.1f}" y="{at[1] + i * LINE:.1f}">{escape(line)}</tspan>'
        for i, line in enumerate(lines)
    )
    style = 'fill="#1c2a31" stroke="#fff" stroke-width="4" paint-order="stroke"'
    return f'<text text-anchor="middle" {style}>{spans}</text>'


def _path(edge: Edge, boxes: Mapping[str, Box]) -> tuple[Point, Point, Point]:
    """Where the line leaves one box, to where it bends, and where it meets the other."""
    one, other = boxes[edge.start], boxes[edge.end]
    (x, y), (dx, dy) = one.centre, (b - a for a, b in zip(one.centre, other.centre, strict=True))
    between = any(_on_the_way(box.cell, one.cell, other.cell) for box in boxes.values())
    # A line and its neighbours (back, or to the class above) part a little, one to each side.
    out = BOW * COLUMN if between else (0.0 if edge.above else 0.09 * COLUMN)
    length = math.hypot(dx, dy)
    bend = x + dx / 2 - out * dy / length, y + dy / 2 + out * dx / length
    return one.border(bend), bend, other.border(bend)


def _on_the_way(cell: Cell, one: Cell, other: Cell) -> bool:
    across = (other[0] - one[0]) * (cell[1] - one[1]) == (other[1] - one[1]) * (cell[0] - one[0])
    inside = all(min(a, b) <= c <= max(a, b) for a, b, c in zip(one, other, cell, strict=True))
    return across and inside and cell not in (one, other)
