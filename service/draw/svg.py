"""A picture as SVG: for print, for reports, and for browsers without scripts."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from service.draw.model import Edge, Node, Picture
from service.draw.vis import BOX_WIDTH, FILL, INK, LINES, TEXT
from service.store.serialise import as_xml
from service.templating import templates

_CHARACTERS = 27
"""Of one line in a box: capitals in the widest of usual fonts fit."""
_LINES = 3
_LINE_HEIGHT = 17
_MARGIN = 24


@dataclass(frozen=True)
class Box:
    """A node as it is drawn: top left corner, height, lines of text and colours."""

    node: Node
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    fill: str
    border: str
    ink: str


def svg(picture: Picture) -> str:
    """The SVG text of ``picture``."""
    boxes = {node.id: _box(node) for node in picture.nodes}
    left = min((b.x for b in boxes.values()), default=0) - _MARGIN
    top = min((b.y for b in boxes.values()), default=0) - _MARGIN
    right = max((b.x for b in boxes.values()), default=0) + BOX_WIDTH + _MARGIN
    bottom = max((b.y + b.height for b in boxes.values()), default=0) + _MARGIN
    text = (
        templates()
        .get_template("picture.svg")
        .render(
            title=picture.title,
            view=(left, top, right - left, bottom - top),
            width=BOX_WIDTH,
            line_height=_LINE_HEIGHT,
            boxes=list(boxes.values()),
            ties=[(_path(e, boxes), *LINES[e.tie]) for e in picture.edges],
        )
    )
    return as_xml(text.encode()).decode()


def _box(node: Node) -> Box:
    lines = textwrap.wrap(node.label, _CHARACTERS, max_lines=_LINES, placeholder="…") or [""]
    height = len(lines) * _LINE_HEIGHT + 12
    fill, border = FILL[node.kind]
    return Box(
        node,
        node.x - BOX_WIDTH / 2,
        node.y - height / 2,
        height,
        tuple(lines),
        fill,
        border,
        INK.get(node.kind, TEXT),
    )


def _path(edge: Edge, boxes: dict[str, Box]) -> str:
    """A calm curve from the right side of one box to the left side of the other."""
    a, b = boxes[edge.source].node, boxes[edge.target].node
    half = BOX_WIDTH / 2 if b.x >= a.x else -BOX_WIDTH / 2
    start, end = a.x + half, b.x - half
    middle = (start + end) / 2
    return f"M{start:g} {a.y:g}C{middle:g} {a.y:g} {middle:g} {b.y:g} {end:g} {b.y:g}"
