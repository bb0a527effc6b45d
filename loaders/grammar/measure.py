"""The numbers a plan wants to reach: comparator, value, unit, and what is measured.

Every percentage is one, a count only as the direct object of a duty ("Tổ chức 12 lớp", "ít nhất 20 mô hình").
The first comparator governs a list ("Trên 95% …, 85% … và 65%"), not what follows "trong đó". Dates,
numbers of documents, levels ("mức độ 3, 4") and stages are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.grammar import (
    asked,
    compared,
    counted,
    dates,
    due,
    indicator,
    number,
    retrospect,
    standing,
    stretch,
)
from loaders.grammar.body import Parts
from loaders.grammar.cells import Cell
from loaders.grammar.spot import PER_YEAR, Spot
from loaders.grammar.text import normal, plain
from loaders.layout.model import Passage
from loaders.records import MeasureRecord

__all__ = ["find", "of_parts"]

_NUMBER = r"\d+(?:[.,]\d+)?"
_UP_TO = r"\s*(?:-|đến|tới)\s*"
_FIGURE = re.compile(
    r"(?P<amount>[0-9](?<![\w./,]\d)(?<!\d-\d)(?<!\d- \d)"
    r"(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d*(?:[.,]\d+)?))"
    rf"(?:(?:\s*[%‰](?={_UP_TO}{_NUMBER}\s*[%‰]))?{_UP_TO}(?P<upper>{_NUMBER})(?![\d/]))?(?:(?P<percent>\s*[%‰])(?!\d(?!\d?(?:[;,.\s)]|$)))|(?!\d))"
    r"(?:/(?P<all>\d{1,4})(?=\s+[^\W\d_]))?"
)
_DIGIT = re.compile("[0-9]")
_CLAUSE_END = re.compile(r";|\.(?=\s|$)")
_MASKED = re.compile(
    r"[0-9](?<!\d\d)(?:\d?\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d?/\d{4}"
    r"|(?:(?<=1)9|(?<=2)0)\d\d(?:\s*-\s*(?:19|20)\d\d)?(?![\d%])|(?<=2)4/(?:7|24)|\d{0,2}[gks]\b)"
)


_LISTED = re.compile(r"(?:,|\bvà)\s*$")
_LATER = re.compile(r"\s*(?:vào|đến|tới|trong)\s+(?:hết\s+)?(?:cuối\s+)?năm\b")
"""After a number of which only the year is another: "20.000 ngôi nhà năm 2025 và 22.000 vào năm 2030"."""
_APART = re.compile(r"trong\s+(?:số\s+)?đó|đồng\s+thời")
_BEFORE_NOW = re.compile(r"\b(?:so\s+với|hiện\s+nay|trước\s+đây|từ|đã)\b")
_LEADING = re.compile(r"^[\s,\-–+•*]+")
_WITHIN = re.compile(r"\btrong\s+(?:số\s+)?đó\b")


_SAME_RATE = re.compile(r"/\d{1,3}(?:\.000)+(?!\d)")
"""What a rate is counted by; only the first one may say of whom: "550/100.000 trẻ em … và 500/100.000"."""
_BARE = re.compile(r"\s*(?:$|[,.;)(]|(?:và|vào|năm|đến|trở)\b)")
"""After a number without a unit of its own."""
_LARGEST_FRACTION = 4
"""Up to this number "2/3 số xã" is a fraction; "90/120 xã" is a number of all there are."""
_PER = 12
"""Characters in which a span of time follows a share."""
_LONGEST = 600
"""Characters of a clause before and after its number that are kept."""


class _Figure(NamedTuple):
    """One number of a clause: where it stands, how it compares, what it counts, what it measures."""

    start: int
    end: int
    comparator: str
    value: float
    unit: str
    place: tuple[int, int] = (0, 0)
    indicator: str | None = None


def find(  # noqa: PLR0913 - each says one thing of the place
    passage: Passage,
    *,
    where: str,
    in_: str | None = None,
    year: int | None = None,
    since: int | None = None,
    aim: bool = False,
) -> list[MeasureRecord]:
    """The measures of one passage.

    Arguments: ``where`` body or annex; ``in_`` the key of the row; ``year`` the single year of the row's
    time, for clauses that name none; ``since`` the first year of the plan, before which nothing is due;
    ``aim`` for an item of a chapter of targets, which may begin with the count itself.
    """
    if not _DIGIT.search(passage.text):
        return []
    words = _masked(passage.text)
    out: list[MeasureRecord] = []
    last: _Figure | None = None
    for clause in _clauses(words) if _DIGIT.search(words) else ():
        above = last if words.startswith(";", max(0, clause[0] - 1)) else None
        figures = _figures(passage.text, words, *clause, above, aim=aim)
        figures = [one for one in figures if not due.is_past(passage.text, one.start, since)]
        last = figures[-1] if figures else above
        if not figures:
            continue
        named = due.years(passage.text[slice(*clause)], since)
        for figure in _placed(passage.text, clause, figures):
            by = due.year(named, figure.start - clause[0], figures[0].start - clause[0])
            out.append(_record(passage, figure, where, in_, by or (str(year) if year else None)))
    return out


def of_parts(parts: Parts, cells: Iterable[Cell], since: int | None = None) -> tuple[MeasureRecord, ...]:
    """All measures of a document: of its body, and of the ``cells`` of its task table.

    ``since`` is the first year of the plan.
    """
    out = [
        found
        for paragraph, aim in retrospect.ahead(parts)
        for found in find(paragraph.passage, where="body", since=since, aim=aim)
    ]
    for cell in cells:
        if cell.field in _FIELDS:
            out += find(
                cell.passage, where=cell.where, in_=cell.key, year=cell.year, since=since, aim=cell.aim
            )
    return tuple(sorted(out, key=lambda record: record.lines or (0, 0)))


_FIELDS = frozenset({"text", "product"})
"""Columns whose numbers are to be reached; times and budgets have their own fields."""


def _masked(text: str) -> str:
    """``text`` in plain form with the numbers that are no figures blanked, at the same length."""
    words, end = plain(text), 0
    kept: list[str] = []
    for found in number.printed_in(text):
        kept += [words[end : found.start()], _blank(found)]
        end = found.end()
    words = "".join([*kept, words[end:]])
    if "ngày" in text:
        words = dates.PRINTED.sub(_blank, words)
    return _MASKED.sub(_blank, words)


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _clauses(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _CLAUSE_END.finditer(words):
        yield start, found.start()
        start = found.end()
    if start < len(words):
        yield start, len(words)


def _figures(  # noqa: PLR0913 - a clause in text and plain form, and what is known of it
    text: str, words: str, start: int, end: int, above: _Figure | None, *, aim: bool
) -> list[_Figure]:
    """The figures of one clause; ``above`` is the last one of the clause before its semicolon.

    ``aim`` where what is counted is to be reached.
    """
    out: list[_Figure] = []
    by = ""
    for found in _FIGURE.finditer(words, start, end):
        spot = Spot.of(text, words, (start, end), found.span())
        if standing.is_known(spot):
            by = standing.counted_by(spot) or by
            continue
        last = out[-1] if out else None
        listed = (
            last is not None
            and bool(_LISTED.search(spot.before))
            and not _APART.search(words[last.end : spot.start])
        )
        own = compared.comparator(spot)
        comparator = own or (last.comparator if last and listed else "=")
        unit = _share(words, found)
        if unit is None:
            counts = bool(own) or listed or _goes_on(spot, last or above)
            counts = counts or (aim and asked.shown(spot, first=not start or above is not None))
            unit = asked.unit(spot, counts=counts)
        if unit is None and last and ((listed and _LATER.match(spot.after)) or _same_rate(spot, last)):
            unit = last.unit
        if unit is None and by and _BARE.match(spot.after):
            unit = by
        if not found["percent"] and compared.is_rank(spot):
            comparator, unit = "<=", "hạng"
        if unit is None and asked.is_index(spot):
            unit = ""
        if unit is None:
            continue
        value = counted.amount(found["amount"])
        if found["all"] and not value <= int(found["all"]) > _LARGEST_FRACTION:
            continue
        if unit.startswith("%") and value == 100 and comparator in {">", "<"}:
            comparator = "="
        out.append(_Figure(found.start(), found.end(), comparator, value, unit))
        if found["upper"]:
            out[-1] = out[-1]._replace(comparator=">=")
            out.append(out[-1]._replace(comparator="<=", value=counted.amount(found["upper"])))
    return out


def _goes_on(spot: Spot, last: _Figure | None) -> bool:
    """Whether ``spot`` counts more of the same, or a part of it: "500 ha, trong đó rừng trồng 200 ha"."""
    between = plain(spot.text[last.end : spot.start]) if last else ""
    if last is None or last.unit.startswith(("%", "‰")) or _BEFORE_NOW.search(between):
        return False
    unit = counted.unit(spot.text, spot.end) or ""
    same = unit == last.unit.removesuffix("/năm")
    return same or _rate(unit) == _rate(last.unit) != "" or bool(_WITHIN.search(between))


def _same_rate(spot: Spot, last: _Figure) -> bool:
    """Whether the number at ``spot`` is counted by what ``last`` is, and does not say of whom."""
    rate = _SAME_RATE.match(spot.after)
    return rate is not None and last.unit.startswith(rate[0])


def _rate(unit: str) -> str:
    """What ``unit`` counts per: "vạn dân" of "bác sĩ/vạn dân"."""
    return unit.partition("/")[2]


def _share(words: str, found: re.Match[str]) -> str | None:
    """ "%", "‰", "%/năm" for a share; None for a count."""
    if not found["percent"]:
        return None
    per = PER_YEAR.match(words[found.end() : found.end() + _PER])
    return found["percent"].strip() + (f"/{per[1]}" if per else "")


def _placed(text: str, clause: tuple[int, int], figures: Sequence[_Figure]) -> Iterator[_Figure]:
    """``figures`` of one clause with the stretch each stands in and what it measures."""
    told: dict[tuple[int, int], tuple[tuple[int, int], str | None]] = {}
    above = None
    numbers = list(dict.fromkeys((figure.start, figure.end) for figure in figures))  # a range is two figures
    for place, held in stretch.stretches(text, clause, numbers):
        names = indicator.names(text, place, held, above)
        told |= {number: (place, name) for number, name in zip(held, names, strict=True)}
        above = names[-1]
    for figure in figures:
        place, name = told[figure.start, figure.end]
        yield figure._replace(place=place, indicator=name)


def _record(passage: Passage, figure: _Figure, where: str, in_: str | None, by: str | None) -> MeasureRecord:
    start, end = max(figure.place[0], figure.start - _LONGEST), min(figure.place[1], figure.end + _LONGEST)
    start += len(passage.text[start:end]) - len(_LEADING.sub("", passage.text[start:end], count=1))
    line = passage.line_at(figure.start)
    return MeasureRecord(
        text=normal(passage.text[start:end]),
        indicator=figure.indicator,
        comparator=figure.comparator,
        value=figure.value,
        unit=figure.unit or None,
        by=by,
        where=where,
        in_=in_,
        lines=passage.span(start, end),
        page=line.page if line else None,
        sheet=line.sheet if line else None,
    )
