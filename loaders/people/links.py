"""Decisions on links between plans, as the lines of a review sheet state them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loaders.people.columns import Line, Sheet, verdicts
from loaders.people.note import Note, Place
from loaders.people.ref import Ref
from loaders.people.values import day
from ontology.slug import fold

__all__ = ["Decision", "decisions"]

_WORDS = "đồng ý, không đồng ý, bổ sung"


@dataclass(frozen=True)
class Decision:
    """A person's word on one link: ``verdict`` is accepted, rejected or added, ``on`` the day if given."""

    child: Ref
    parent: Ref
    verdict: str
    by: str
    on: date | None
    remark: str
    place: Place


def decisions(sheet: Sheet) -> Iterator[Decision | Note]:
    """The decisions of a sheet of links, and what is wrong with its lines; undecided lines say nothing."""
    for line in sheet.lines:
        if line["decision"]:
            yield from _decision(line)


def _decision(line: Line) -> Iterator[Decision | Note]:
    verdict = verdicts().get(fold(line["decision"]).strip(" ."))
    child = Ref.parse(line["child"], line["child_text"])
    parent = Ref.parse(line["parent"], line["parent_text"])
    if verdict is None:
        yield Note(line.place, f"không hiểu quyết định “{line['decision']}”; hãy ghi một trong: {_WORDS}.")
    elif child is None or parent is None:
        column = "Mã dòng" if child is None else "Mã dòng trên"
        yield Note(
            line.place, f"cột “{column}” phải ghi số hiệu kế hoạch và mã dòng, ví dụ 15/KH-UBND:I/2.1."
        )
    else:
        on = day(line["on"])
        if line["on"] and on is None:
            yield Note(
                line.place, f"không hiểu ngày “{line['on']}”; quyết định vẫn được dùng, không có ngày."
            )
        yield Decision(child, parent, verdict, line["by"], on, line["remark"], line.place)
