"""A walk through the graph as a tree on the screen: each step with how it is known, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from queries.show import in_words
from queries.walk import tree
from service.cli.safe import seen
from service.show import percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.model import Table, Term
    from queries.walk import Branch

LENGTH = 160
"""Most characters of a text shown; the other formats have all of it."""
CITED = 8
"""Most documents shown that one row or plan only cites."""
STYLES = {"inferred": "yellow", "person": "green", "document": "cyan"}


def tree_of(table: Table) -> Tree:
    """The walk ``table`` as a tree for the eye."""
    start = tree(table)
    arrow = "→" if table.query.name == "trace" else "←"
    root = Tree(_line(start.record, "", arrow), guide_style="dim")
    _grow(root, start, arrow)
    return root


def _grow(node: Tree, branch: Branch, arrow: str) -> None:
    cited = [b for b in branch.branches if _said(b.record, "relation") == "cites"]
    left_out = {id(b) for b in cited[CITED:]}
    for next_one in branch.branches:
        known = next_one.again and _said(next_one.record, "relation") == "inPlan"
        if known or id(next_one) in left_out:
            continue
        line = _line(next_one.record, _where(branch.record), arrow)
        if next_one.again:
            line.append(" (xem nhánh khác)", style="dim")
        _grow(node.add(line), next_one, arrow)
    if left_out:
        node.add(Text(f"và {len(left_out)} văn bản khác được viện dẫn; xem --format csv", style="dim"))


def _line(record: Mapping[str, Term | None], where: str, arrow: str) -> Text:
    """One step: how it is reached, what it is, of which plan, where; why, where that is not in a document."""
    line = Text()
    relation, origin = _said(record, "relation"), _said(record, "origin")
    if relation != "self":
        line.append(in_words("relation", record["relation"]), style=STYLES.get(origin, ""))
        line.append(f" {arrow} ", style="dim")
    level = in_words("level", record["level"])
    line.append(" ".join(filter(None, (level, _said(record, "label")))), style="bold")
    line.append(f": {_short(_said(record, 'text'))}")
    notes = [_why(record), in_words("status", record.get("status")) if _is_cited(record) else ""]
    notes += [
        _where(record) if _where(record) != where and relation != "inPlan" else "",
        seen(in_words("place", record["place"])),
    ]
    line.append("".join(f" · {note}" for note in notes if note), style="dim")
    return line


def _why(record: Mapping[str, Term | None]) -> str:
    """How a step that no document states is known."""
    if record["origin"] is None or _said(record, "origin") == "document":
        return ""
    score = f"{percent(_said(record, 'score'))}" if record["score"] is not None else ""
    standing = in_words("standing", record["standing"])
    said = ", ".join(filter(None, (in_words("origin", record["origin"]), score, standing)))
    return f"[{said}] {_said(record, 'evidence')}".rstrip()


def _where(record: Mapping[str, Term | None]) -> str:
    """The plan that the step is in or said by."""
    return _said(record, "plan" if "plan" in record else "of")


def _is_cited(record: Mapping[str, Term | None]) -> bool:
    return _said(record, "status") == "cited"


def _said(record: Mapping[str, Term | None], column: str) -> str:
    value = record.get(column)
    return "" if value is None else seen(str(value))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LENGTH else text[:LENGTH].rstrip() + "…"
