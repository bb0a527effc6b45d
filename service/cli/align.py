"""``cchc align``: which rows of the plan above the rows of a plan carry out, with score and reasons."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.align import Alignment
    from loaders.records import Activity, PlanRecord, Target, Task
    from ontology.registry import Registry

NONE = "(không có dòng tương ứng)"


def align(
    child: Annotated[Path, typer.Argument(help="Tệp kế hoạch cấp dưới.", metavar="CHILD")],
    parent: Annotated[
        Path | None,
        typer.Argument(
            help="Tệp kế hoạch cấp trên; không nêu thì tìm trong thư mục của CHILD.", metavar="PARENT"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Đề xuất mỗi mục tiêu, nhiệm vụ, hoạt động của một kế hoạch thực hiện dòng nào của kế hoạch cấp trên.

    Mỗi đề xuất có điểm (0 đến 1) và lý do; dòng không có tương ứng thì để trống. Đề xuất là suy luận,
    người phụ trách quyết định. Không nêu PARENT thì dùng kế hoạch mà CHILD nói là thực hiện, nếu không có
    trong thư mục thì kế hoạch gần nhất của cùng cơ quan.

    Mã kết thúc: 0 xong, 2 gọi sai, 3 tệp không đọc được.

    Ví dụ:

    cchc align plans/van-phong-bac-kan-2025.txt plans/bac-kan-2024.txt

    cchc align plans/bac-giang-2024.md --json > lien-ket.json
    """
    from loaders.align import align as align_plans
    from loaders.reader import read
    from service.cli.own import own_registry

    registry = own_registry([child])
    own = dict(registry.own_abbreviations)
    below = read(child, own)
    above = read(parent, own) if parent else _above(child, below, registry)
    links = align_plans(below, above)
    (_print_json if json else _show)(below, above, links)


def _above(path: Path, child: PlanRecord, registry: Registry) -> PlanRecord:
    """The plan above ``child`` among the documents beside it. Raises ``ServiceError`` where there is none."""
    from loaders.graph.family import plans_above
    from loaders.graph.plan import build_plan
    from loaders.graph.resolved import mentions
    from loaders.reader import documents_in, read_all
    from loaders.records import PlanRecord
    from service.errors import ServiceError

    others = [p for p in documents_in([path.parent]) if not p.samefile(path)]
    own = dict(registry.own_abbreviations)
    records = [child, *(r for r in read_all(others, own) if isinstance(r, PlanRecord))]
    plans = [build_plan(record, registry) for record in records]
    found = plans_above(plans[0], plans, [m for m in mentions(plans) if m.plan is plans[0]])
    if not found:
        raise ServiceError(
            f"Trong thư mục của {path.name} không có kế hoạch cấp trên.", "Hãy nêu tệp PARENT."
        )
    return found[0].record


def _print_json(child: PlanRecord, parent: PlanRecord, links: Sequence[Alignment]) -> None:
    import json

    answer = {"child": child.doc, "parent": parent.doc, "links": [link.to_json() for link in links]}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def _show(child: PlanRecord, parent: PlanRecord, links: Sequence[Alignment]) -> None:
    """Print ``links`` as a table for the eye."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(f"{child.doc} → {parent.doc}", style="bold"))
    table = Table(show_lines=True, header_style="bold")
    for title in ("Dòng cấp dưới", "Dòng cấp trên", "Điểm", "Lý do"):
        table.add_column(title, overflow="fold")
    below, above = _texts(child), _texts(parent)
    for link in links:
        first = f"{link.child} {below[link.child]}"
        for proposal in link.parents:
            cells = (first, f"{proposal.key} {above[proposal.key]}", f"{proposal.score:.2f}")
            table.add_row(*map(Text, (*cells, "; ".join(proposal.evidence))))
            first = ""
        if not link.parents:
            table.add_row(Text(first), Text(NONE, style="dim"), Text(""), Text(""))
    console.print(table)
    linked = sum(bool(link.parents) for link in links)
    console.print(Text(f"{linked} trên {len(links)} dòng có đề xuất."))


def _texts(plan: PlanRecord) -> dict[str, str]:
    rows: list[Target | Task | Activity] = [*plan.targets, *plan.tasks, *plan.activities]
    return {row.key: row.text or "" for row in rows}
