"""How long it takes to align many plans that differ: ``python -m bench.families``.

The plans are made from those of plans/ by stated rules, each plan by its own number, so that every run makes
the same. A family is a plan of ten years, one of a year below it, and the departments' plans below that.
"""

from __future__ import annotations

import dataclasses
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from loaders.align import Family, align_families
from loaders.reader import read
from loaders.records import Activity, PlanRecord, Target, Task

PLANS = Path(__file__).resolve().parent.parent / "plans"
TEN, YEAR = "bac-giang-2021-2030.txt", "bac-kan-2024.txt"
BELOW = ("van-phong-bac-kan-2025.txt", "so-khdt-tuyen-quang-2023.txt", "bac-giang-2024.md")
MEMBERS = 25
"""Plans of a family; twenty families are 500 plans."""
ROWS = 100
KEPT, REWORDED, NARROWED = 0.9, 0.5, 0.4
"""Shares of rows that stay, of phrases said in other words, and of rows said of one field."""
WORDS = (
    ("tăng cường", "đẩy mạnh"),
    ("xây dựng", "soạn thảo, ban hành"),
    ("thực hiện", "triển khai"),
    ("rà soát", "kiểm tra lại"),
    ("nâng cao", "cải thiện"),
    ("kịp thời", "đúng thời hạn"),
    ("TTHC", "thủ tục hành chính"),
    ("CCHC", "cải cách hành chính"),
    ("cán bộ, công chức, viên chức", "CBCCVC"),
    ("báo cáo kết quả", "tổng hợp, báo cáo"),
)
FIELDS = (
    "đất đai", "xây dựng", "đầu tư", "giáo dục", "y tế", "giao thông", "lao động", "nông nghiệp", "thuế",
    "hộ tịch", "văn hóa", "du lịch", "khoa học", "công thương", "tài nguyên", "thông tin", "tư pháp",
)  # fmt: skip
_NUMBER = re.compile(r"\b\d+(?=%)")
Entry = TypeVar("Entry", Target, Task, Activity)


def families(plans: int) -> Iterator[Family]:
    """Families of ``plans`` plans in all, ROWS rows each."""
    ten, year, *below = (read(PLANS / name) for name in (TEN, YEAR, *BELOW))
    for first in range(0, plans, MEMBERS):
        programme = varied(ten, first)
        yearly = varied(year, first + 1)
        members = range(first + 2, min(first + MEMBERS, plans))
        yield Family(programme, (yearly,))
        yield Family(yearly, tuple(varied(below[i % len(below)], i) for i in members))


def varied(plan: PlanRecord, number: int) -> PlanRecord:
    """``plan`` changed by the rules of plan ``number``.

    One row in ten is left out and the rows of each level are put in another order; phrases of WORDS are said
    in other words; shares change; rows are said of a field; lead agencies change places; rows are left out
    or said again until there are ROWS.
    """
    rules = Random(number)
    leads = [a.lead for a in plan.activities]
    rules.shuffle(leads)
    led = [dataclasses.replace(a, lead=lead) for a, lead in zip(plan.activities, leads, strict=True)]
    targets, tasks = _rows(plan.targets, rules), _rows(plan.tasks, rules)
    room = max(0, ROWS - len(targets) - len(tasks))
    pool = [a for a in led if a.text] or led
    said = [
        dataclasses.replace(pool[i % len(pool)], key=f"{pool[i % len(pool)].key}+{i}") for i in range(room)
    ]
    kept = [dataclasses.replace(a, text=_said(a.text or "", rules)) for a in said]
    rules.shuffle(kept)
    return dataclasses.replace(
        plan, doc=f"{number}-{plan.doc}", targets=targets, tasks=tasks, activities=tuple(kept)
    )


def _rows(rows: Sequence[Entry], rules: Random) -> tuple[Entry, ...]:
    kept = [dataclasses.replace(r, text=_said(r.text or "", rules)) for r in rows if rules.random() < KEPT]
    rules.shuffle(kept)
    return tuple(kept)


def _said(text: str, rules: Random) -> str:
    """``text`` in the words of one plan."""
    for one, other in WORDS:
        if rules.random() < REWORDED:
            text = (
                text.replace(one, other)
                if one in text
                else text.replace(one.capitalize(), other.capitalize())
            )
    text = _NUMBER.sub(lambda found: str(min(100, int(found[0]) + rules.randint(-9, 9))), text)
    return f"{text} lĩnh vực {rules.choice(FIELDS)}" if rules.random() < NARROWED else text


class Pace(NamedTuple):
    """Rows aligned, links proposed; seconds on the clock, and of all processors together."""

    rows: int
    links: int
    seconds: float
    work: float


def pace(made: Sequence[Family]) -> Pace:
    """The pace of aligning ``made`` on all cores."""
    started, worked = time.perf_counter(), _work()
    found = [links for child in align_families(made) for links in child]
    links = sum(len(link.parents) for link in found)
    return Pace(len(found), links, time.perf_counter() - started, _work() - worked)


def _work() -> float:
    """Seconds of processors used by this process and those it has started."""
    return sum(os.times()[:4])


def main() -> None:
    """Print the pace over families, and within one family as it grows."""
    sizes = [int(a) for a in sys.argv[1:]] or [100, 250, 500]
    for plans in sizes:
        _line(f"{plans} plans in families of {MEMBERS}", list(families(plans)))
    whole = [child for family in families(max(sizes)) for child in family.children]
    for plans in sizes:
        _line(f"{plans} plans in one family", [Family(whole[0], tuple(whole[1:plans]))])


def _line(name: str, made: Sequence[Family]) -> None:
    found = pace(made)
    print(
        f"{name:32s} {found.rows:6d} rows {found.links:6d} links {found.seconds:6.1f} s, "
        f"{found.work:6.1f} s of processors, {1000 * found.work / found.rows:.2f} ms a row",
        flush=True,
    )


if __name__ == "__main__":
    main()
