"""The numbers a plan wants to reach: comparator, value, unit, and what is measured.

Every percentage is one, a count only as the direct object of a duty ("Tổ chức 12 lớp", "ít nhất 20 mô hình").
The first comparator governs a list ("Trên 95% …, 85% … và 65%"), not what follows "trong đó". Dates,
numbers of documents, levels ("mức độ 3, 4") and stages are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.grammar import counted, dates, due, indicator, lists, number, retrospect, stretch
from loaders.grammar.body import Parts
from loaders.grammar.cells import Cell
from loaders.grammar.text import normal, plain
from loaders.layout.model import Passage
from loaders.records import MeasureRecord

__all__ = ["find", "of_parts"]

_WORDS = lists.words("measure")
_NUMBER = r"\d+(?:[.,]\d+)?"
_UP_TO = r"\s*(?:-|đến|tới)\s*"
_FIGURE = re.compile(
    r"(?P<amount>\d(?<![\w./,]\d)(?<!\d-\d)(?<!\d- \d)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d*(?:[.,]\d+)?))"
    rf"(?:(?:\s*[%‰](?={_UP_TO}{_NUMBER}\s*[%‰]))?{_UP_TO}(?P<upper>{_NUMBER})(?![\d/]))?(?:(?P<percent>\s*[%‰])(?!\d(?!\d?(?:[;,.\s)]|$)))|(?!\d))"
    r"(?:/(?P<all>\d{1,4})(?=\s+[^\W\d_]))?"
)
_DIGIT = re.compile(r"\d")
_CLAUSE_END = re.compile(r";|\.(?=\s|$)")
_MASKED = re.compile(
    r"\d(?<!\d\d)(?:\d?\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d?/\d{4}"
    r"|(?:(?<=1)9|(?<=2)0)\d\d(?:\s*-\s*(?:19|20)\d\d)?(?![\d%])|(?<=2)4/(?:7|24)|\d{0,2}[gks]\b)"
)


def _before(*options: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(option.replace(' ', chr(92) + 's+') for option in options)})\s*$"
    )


_COMPARATORS = (
    (
        "+",
        _before(
            "(?:(?<!độ\\s)tăng trưởng|tăng|nâng)(?: thêm)?"
            "(?: (?:bình quân|trung bình|ít nhất|tối thiểu|trên|từ|hơn|khoảng))*"
        ),
    ),
    (
        "<=",
        _before(
            "(?:tối đa|không (?:để )?quá|không vượt quá|chậm nhất|nhiều nhất|≤|<=)"
            "(?: (?:là|trong|còn|sau|chỉ))*"
        ),
    ),
    (
        ">=",
        _before(
            "(?:đạt và vượt|đạt hoặc vượt|bằng hoặc (?:cao|lớn) hơn|"
            "tối thiểu|ít nhất|thấp nhất|không (?:dưới|thấp hơn|ít hơn)|≥|>=)"
            "(?: (?:là|đạt|từ|có|tương ứng|khoảng|bình quân|trung bình|cả nước|mỗi năm))*"
        ),
    ),
    (">", _before("(?:trên|hơn|vượt|cao hơn|lớn hơn|>)(?: mức)?")),
    ("<", _before("(?:dưới|thấp hơn|nhỏ hơn|ít hơn|<)(?: mức)?")),
)
_RANK = re.compile(r"\b(?:top|tốp|nhóm)\s*$")
_COMPETING = re.compile(r"\s*(?:tỉnh|thành\s+phố|địa\s+phương|quốc\s+gia|nước|sở|huyện|xã|phường)\b")
_RANKED = re.compile(r"dẫn\s+đầu|đứng\s+đầu|thứ\s+hạng|\bxếp\b|\btop\b|\btốp\b")
_AMONG = re.compile(r"\b(?:trong|thuộc|trong\s+số)\s*$")
_LEADERS = re.compile(r"(?:\s+[^\W\d_]+,?){1,6}?\s+(?:dẫn|đứng)\s+đầu\b")
_PLACED = re.compile(r"\b(?:xếp|đứng|thứ\s+hạng)(?:\s+(?:thứ|hạng|vị\s+trí|từ))*\s*$")
_DEFINES = re.compile(r"\(\s*(?:dưới|trên|từ|hơn)\s*$")
_DEFINED = re.compile(r"[^()\d]{1,20}\)\s*(?:dưới|trên|đạt|còn|xuống|giảm|ít|tối|không|khoảng|là|từ|\d)")
"""A bracket says what is counted before the figure follows: "trẻ nhẹ cân (dưới 2.500 gram) dưới 5%"."""
_FROM = re.compile(r"\btừ\s*$")
_BASELINE = re.compile(r"(?:\s+[^\W\d_]+){0,4}\s+(?<!trở\s)(?:lên|xuống)\s(?:[^\W\d_]+\s){0,3}\d")
_LISTED = re.compile(r"(?:,|\bvà)\s*$")
_LATER = re.compile(r"\s*(?:vào|đến|tới|trong)\s+(?:hết\s+)?(?:cuối\s+)?năm\b")
"""After a number of which only the year is another: "20.000 ngôi nhà năm 2025 và 22.000 vào năm 2030"."""
_APART = re.compile(r"trong\s+(?:số\s+)?đó|đồng\s+thời")
_WITHIN = re.compile(r"\btrong\s+(?:số\s+)?đó\b")
_BEFORE_NOW = re.compile(r"\b(?:so\s+với|hiện\s+nay|trước\s+đây|từ|đã)\b")
_PAST = re.compile(
    r"\b(?:đã|từng|(?<!thực )(?<!thể )(?<!phát )hiện(?:\s+(?:nay|đang|tại))?|đang)"
    r"\s+(?:đạt|có|thực\s+hiện|hoàn\s+thành|tổ\s+chức)\b"
)
_MANNER = lists.any_of(map(plain, _WORDS["manner"]))
_OBJECT = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['verbs']))}(?:\s+{_MANNER})*\s*$")
_OPENING = re.compile(
    r"(?:^|[.;:]\s)[\s–+•*-]*(?:(?:[\d.]{1,6}|[a-zđ])[.)]\s*)?([A-ZĐ][^\W\d_]*(?:\s[^\W\d_]+)?)\s+$"
)
_ITEM = re.compile(r"[\s–+•*-]*")
_NO_VERBS = frozenset(map(plain, _WORDS["no_verbs"]))
_LABEL = re.compile(rf"(?<!\w){lists.any_of(map(plain, _WORDS['labels']))}(?:\s+\d+\s*,)*\s*$")
_PART = re.compile(rf"\s*{lists.any_of(map(plain, _WORDS['parts']))}(?!\w)")
_LEVEL = re.compile(r"(?<!\w)(?<!trở )(?:lên|xuống|còn)(?:\s+(?:mức|khoảng))?\s*$")
_LIMITED = re.compile(r"(?:tối đa|nhất|quá|tuổi\s+thọ.{0,60}\sđạt(?:\s+(?:trên|từ|khoảng))?)\s*$")
_BUDGET = re.compile(r"tổng\s+vốn|kinh\s+phí|dự\s+toán|tổng\s+mức\s+đầu\s+tư|kế\s+hoạch\s+vốn")
_PER_YEAR = re.compile(r"^/(?:năm|tháng|quý)\b")
_TIME_UNIT = re.compile(r"(?:năm|tháng|quý|tuổi|thế kỷ)\b")
_LEADING = re.compile(r"^[\s,\-–+•*]+")


_LARGEST_FRACTION = 4
"""Up to this number "2/3 số xã" is a fraction; "90/120 xã" is a number of all there are."""
_WINDOW = 60
"""Characters before and after a number that say what it is."""

_LONGEST = 600
"""Characters of a clause before and after its number that are kept."""


@dataclass(frozen=True)
class _Figure:
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
        above = last if words[: clause[0]].endswith(";") else None
        figures = _figures(
            passage.text, words, *clause, above, aim=aim and (not clause[0] or above is not None)
        )
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
            out += find(cell.passage, where=cell.where, in_=cell.key, year=cell.year, since=since)
    return tuple(sorted(out, key=lambda record: record.lines or (0, 0)))


_FIELDS = frozenset({"text", "product"})
"""Columns whose numbers are to be reached; times and budgets have their own fields."""


def _masked(text: str) -> str:
    """``text`` in plain form with the numbers that are no figures blanked, at the same length."""
    blanked = text
    for pattern, hint in ((number.PRINTED, "/"), (dates.PRINTED, "ngày")):
        if hint in text:
            blanked = pattern.sub(lambda found: " " * len(found[0]), blanked)
    return _MASKED.sub(lambda found: " " * len(found[0]), plain(blanked))


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

    ``aim`` when a count that opens the text is to be reached.
    """
    out: list[_Figure] = []
    for found in _FIGURE.finditer(words, start, end):
        before = words[max(start, found.start() - _WINDOW) : found.start()]
        after = _PER_YEAR.sub("", words[found.end() : min(end, found.end() + _WINDOW)], count=1)
        defined = _DEFINES.search(before) and _DEFINED.match(after)
        if defined or _PAST.search(before) or (_FROM.search(before) and _BASELINE.match(after)):
            continue
        last = out[-1] if out else None
        listed = (
            last is not None
            and bool(_LISTED.search(before))
            and not _APART.search(words[last.end : found.start()])
        )
        among = _goes_on(text, last or above, found)
        own = _comparator(before, after)
        comparator = own or (last.comparator if last and listed else "=")
        unit = _share(words, found) or _counted(
            text, words, found, before, counts=bool(own) or listed or among, opens=start if aim else None
        )
        if unit is None and last and listed and _LATER.match(after):
            unit = last.unit
        if not found["percent"] and _is_rank(words[start:end], before, after):
            comparator, unit = "<=", "hạng"
        if unit is None:
            continue
        value = _value(found["amount"])
        if found["all"] and not value <= int(found["all"]) > _LARGEST_FRACTION:
            continue
        if unit.startswith("%") and value == 100 and comparator in {">", "<"}:
            comparator = "="
        out.append(_Figure(found.start(), found.end(), comparator, value, unit))
        if found["upper"]:
            out[-1] = replace(out[-1], comparator=">=")
            out.append(replace(out[-1], comparator="<=", value=_value(found["upper"])))
    return out


def _goes_on(text: str, last: _Figure | None, found: re.Match[str]) -> bool:
    """Whether ``found`` counts more of the same, or a part of it: "500 ha, trong đó rừng trồng 200 ha"."""
    between = plain(text[last.end : found.start()]) if last else ""
    if last is None or last.unit.startswith(("%", "‰")) or _BEFORE_NOW.search(between):
        return False
    unit = counted.unit(text, found.end()) or ""
    return unit == last.unit or _rate(unit) == _rate(last.unit) != "" or bool(_WITHIN.search(between))


def _rate(unit: str) -> str:
    """What ``unit`` counts per: "vạn dân" of "bác sĩ/vạn dân"."""
    return unit.partition("/")[2]


def _is_rank(clause: str, before: str, after: str) -> bool:
    """Whether the number between ``before`` and ``after`` is a place to be reached among others."""
    if _RANK.search(before):
        return bool(_RANKED.search(clause) or _COMPETING.match(after))
    if _AMONG.search(before):
        return bool(_LEADERS.match(after))
    return bool(_PLACED.search(before) and indicator.UPWARDS.match(after))


def _share(words: str, found: re.Match[str]) -> str | None:
    """ "%", "‰", "%/năm" for a share; None for a count."""
    if not found["percent"]:
        return None
    per = _PER_YEAR.match(words[found.end() : found.end() + _WINDOW])
    return found["percent"].strip() + (per[0].strip() if per else "")


def _comparator(before: str, after: str) -> str | None:
    """The comparator printed with a number, or None."""
    for sign, pattern in _COMPARATORS:
        if pattern.search(before):
            return sign
    return ">=" if indicator.UPWARDS.match(after) else None


def _counted(  # noqa: PLR0913 - text and plain form, where the number stands, what is known of it
    text: str, words: str, found: re.Match[str], before: str, *, counts: bool, opens: int | None
) -> str | None:
    """The unit of a count, or None where the number is no count to be reached."""
    if _LABEL.search(before):
        return None
    asked = _OBJECT.search(before) or _LEVEL.search(before) or _opens_with_verb(text[: found.start()])
    asked = asked or (opens is not None and bool(_ITEM.fullmatch(text, opens, found.start())))
    if not counts and not (asked and not _PART.match(words, found.end())):
        return None
    unit = counted.unit(text, found.end())
    if unit is None or (_TIME_UNIT.match(plain(unit)) and not _LIMITED.search(before)):
        return None
    if counted.is_money(unit) and _BUDGET.search(before):
        return None
    return (
        unit
        if "/" in unit and unit.rpartition("/")[2] in {"năm", "tháng"}
        else unit + counted.per_period(before)
    )


def _opens_with_verb(before: str) -> bool:
    """Whether only a word or two that open an item stand ``before`` the number: "- Treo 120 băng rôn"."""
    opening = _OPENING.search(before)
    return opening is not None and plain(opening[1]) not in _NO_VERBS


def _value(amount: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", amount):
        amount = amount.replace(".", "")
    return float(amount.replace(",", "."))


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
        yield replace(figure, place=place, indicator=name)


def _record(passage: Passage, figure: _Figure, where: str, in_: str | None, by: str | None) -> MeasureRecord:
    start, end = max(figure.place[0], figure.start - _LONGEST), min(figure.place[1], figure.end + _LONGEST)
    start += len(passage.text[start:end]) - len(_LEADING.sub("", passage.text[start:end], count=1))
    line = passage.line_at(figure.start)
    return MeasureRecord(
        text=normal(passage.text[start:end]),
        indicator=figure.indicator,
        comparator=figure.comparator,
        value=figure.value,
        unit=figure.unit,
        by=by,
        where=where,
        in_=in_,
        lines=passage.span(start, end),
        page=line.page if line else None,
        sheet=line.sheet if line else None,
    )
