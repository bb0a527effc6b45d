"""The one place that knows pyvis: a placed picture as nodes, edges and options for vis-network.

pyvis only builds the data; its own pages load style sheets from other hosts (0.3.2), so they are
not used (docs/decisions/402-pyvis-as-builder.md).
"""

from __future__ import annotations

from typing import Any

from service.draw.model import Kind, Picture, Tie

FILL: dict[Kind, tuple[str, str]] = {
    "document": ("#fbf3e0", "#9a6b00"),
    "plan": ("#0b4f6c", "#0b4f6c"),
    "section": ("#dbe7ec", "#0b4f6c"),
    "target": ("#e2efe5", "#2f6b3d"),
    "task": ("#eef3f6", "#56707d"),
    "activity": ("#ffffff", "#9aa9b1"),
    "agency": ("#f1e9f5", "#6b3d82"),
    "group": ("#f8f4fa", "#a585b5"),
    "more": ("#ffffff", "#c3cdd2"),
}
"""Kind -> colour of the box and of its border."""
INK: dict[Kind, str] = {"plan": "#ffffff"}
"""Colour of the text where it is not the usual one."""
TEXT = "#1c2a31"
LINES: dict[Tie, tuple[str, bool]] = {
    "part": ("#b4c2c9", False),
    "cites": ("#9a6b00", False),
    "issuer": ("#0b4f6c", False),
    "lead": ("#6b3d82", False),
    "coordinating": ("#a585b5", True),
    "responsible": ("#2f6b3d", True),
}
"""Tie -> colour, and whether the line is dashed."""
BOX_WIDTH = 230

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hideEdgesOnDrag": True, "hover": True, "tooltipDelay": 150, "navigationButtons": True},
    "edges": {"smooth": False},
    "nodes": {
        "shape": "box",
        "margin": 8,
        "widthConstraint": {"maximum": BOX_WIDTH},
        "font": {"size": 14, "face": "sans-serif", "align": "left"},
    },
}


def network(picture: Picture) -> dict[str, Any]:
    """``{"nodes", "edges", "options"}`` for ``new vis.Network``, with the positions of ``picture``."""
    from pyvis.network import Network

    net = Network(cdn_resources="in_line")
    for node in picture.nodes:
        fill, border = FILL[node.kind]
        net.add_node(
            node.id,
            label=node.label,
            title=node.full or node.label,
            shape="box",
            x=node.x,
            y=node.y,
            physics=False,
            color={"background": fill, "border": border},
            font={"color": INK.get(node.kind, TEXT)},
            href=node.href,
        )
    for edge in picture.edges:
        colour, dashed = LINES[edge.tie]
        net.add_edge(edge.source, edge.target, color=colour, dashes=dashed)
    nodes, edges, *_ = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": _OPTIONS}


def legend(picture: Picture) -> list[tuple[Kind, tuple[str, str]]]:
    """The kinds of boxes in ``picture`` with their colours."""
    shown = {node.kind for node in picture.nodes}
    return [(kind, colours) for kind, colours in FILL.items() if kind in shown]
