"""``cchc align``: which rows of the plan above the rows of a plan carry out, with score and reasons."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.align import Alignment
    from loaders.records import Activity, PlanRecord, Target, Task
    from service.aligned import Above

NONE = "(không có dòng tương ứng)"


def align(
    child: Annotated[
        str, typer.Argument(help="Kế hoạch cấp dưới: tệp, hoặc kế hoạch đã nạp.", metavar="CHILD")
    ],
    parent: Annotated[
        str | None,
        typer.Argument(
            help="Kế hoạch cấp trên: tệp, hoặc kế hoạch đã nạp; không nêu thì tự tìm.", metavar="PARENT"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Đề xuất mỗi mục tiêu, nhiệm vụ, hoạt động của một kế hoạch thực hiện dòng nào của kế hoạch cấp trên.

    Mỗi đề xuất có điểm (0 đến 1) và lý do; dòng không có tương ứng thì để trống. Đề xuất là suy luận,
    người phụ trách quyết định. Không nêu PARENT thì dùng kế hoạch mà CHILD nói là thực hiện hoặc căn cứ, nếu
    chưa có thì kế hoạch gần nhất của cùng cơ quan (tìm trong thư mục của tệp CHILD, hoặc trong đồ thị), và
    nói rõ là kế hoạch nào, vì sao.

    Mã kết thúc: 0 xong, 2 gọi sai, 3 tệp không đọc được.

    Ví dụ:

    cchc align plans/van-phong-bac-kan-2025.txt plans/bac-kan-2024.txt

    cchc align plans/bac-giang-2024.md --json > lien-ket.json

    cchc align 213/KH-UBND
    """
    from loaders.align import align as align_plans
    from service.aligned import Above, Plans, is_file
    from service.cli.own import own_registry

    files = [Path(name) for name in (child, parent) if name and is_file(name)]
    plans = Plans(store, own_registry(files))
    below = plans.plan(child)
    above = Above(plans.plan(parent), "") if parent else plans.above(child)
    links = align_plans(below, above.record)
    (_print_json if json else _show)(below, above, links)


def _print_json(child: PlanRecord, above: Above, links: Sequence[Alignment]) -> None:
    import json

    why = {"why": above.why} if above.why else {}
    entries = [link.to_json() for link in links]
    answer = {"child": child.doc, "parent": above.record.doc, **why, "links": entries}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def _show(child: PlanRecord, above: Above, links: Sequence[Alignment]) -> None:
    """Print ``links`` as a table for the eye."""
    from service.cli.output import show_lines, show_rows

    show_lines(f"{child.doc} → {above.record.doc}", *filter(None, [above.why]))
    texts, texts_above = _texts(child), _texts(above.record)
    rows = []
    for link in links:
        first = f"{link.child} {texts[link.child]}"
        rows += [
            (
                first,
                f"{proposal.key} {texts_above[proposal.key]}",
                f"{proposal.score:.2f}".replace(".", ","),
                "; ".join(proposal.evidence),
            )
            for proposal in link.parents
        ] or [(first, NONE, "", "")]
    show_rows(("Dòng cấp dưới", "Dòng cấp trên", "Điểm", "Lý do"), rows)
    linked = sum(bool(link.parents) for link in links)
    show_lines(f"{linked} trên {len(links)} dòng có đề xuất.")


def _texts(plan: PlanRecord) -> dict[str, str]:
    rows: list[Target | Task | Activity] = [*plan.targets, *plan.tasks, *plan.activities]
    return {row.key: row.text or "" for row in rows}
