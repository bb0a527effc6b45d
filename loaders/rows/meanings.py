"""What the labels of a plan mean that no list knows: what stands behind them says it.

Plans name who and when in words of their own ("Phòng được giao việc: Phòng A. Hạn trình: Tháng 9/2026").
A label that comes again and always names agencies, or always a time, means just that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from loaders.grammar import agency, assignment, lists, schedule
from loaders.grammar.text import plain
from loaders.layout.columns import Role, named_role, role_of
from loaders.layout.model import Passage
from loaders.remembered import remembered
from loaders.rows.levels import label_of

__all__ = ["begins_time", "ends_in_time", "folded", "learned", "names_in", "says_certain_time", "says_time"]

_NAME = re.compile(
    r"(?<![^\s.;([\-+•*–→|])(?:(?<!\s)|(?<=[.;,()\-+•*–→|]\s))"
    r"([^\W\d](?:(?!\s[-–]\s)[^:.;()\n]){2,60}?)\s*:\s*"
)
"""A label: words that begin a sentence, a bullet or brackets and end in a colon."""
_TIME = re.compile(
    r"(?:(?:hoàn thành|xong|thực hiện|triển khai|trình|ban hành)\s+)?"
    r"(?:(?:trước|trong|từ|đến|vào|hết|quý|tháng|năm|ngày|tuần|hằng|hàng|thường|định kỳ|cả|khi|sau"
    r"|ngay|theo|chậm nhất|giai đoạn|liên tục|đầu|cuối|mỗi)(?!\w)"
    r"|6 tháng|[ivx]+/20|\d{1,2}/\d|\d{1,2}-\d{1,2}/|20\d\d)(?!\w*%)"
)
_WHEN = re.compile(r"(?:(?:ngay\s+)?(?:sau\s+)?khi)\s")
"""After these words somebody else's work tells the time: "Khi có quyết định công bố"."""
_CERTAIN = re.compile(
    r"^(?!theo\b).*(?:\d|quý\s+[ivx]|thường\s+xuyên|định\s+kỳ|\b(?:hằng|hàng|trong|cả)\s+(?:năm|quý|tháng))"
)
_DETAILS = frozenset({Role.CONTENT, Role.LEAD, Role.COORD, Role.TIME, Role.PRODUCT})
_EDGE = " .;,*_()[]-+•–→|"
_LONGEST_TIME = 80
_LONGEST_LIST = 300
_WORDS = 7
"""The most words of a label that no list knows."""
_NO_LABEL = re.compile(
    r"\d|^(?:ở|các|những|cấp|đối với|về|trong|tại|riêng|cụ thể|gồm|bao gồm|như|kính gửi|nơi nhận)\b"
)
_LABELS = lists.words("labels")
_BESIDE, _IN_FRONT, _OTHERS = (
    re.compile(lists.any_of(_LABELS[name])) for name in ("beside", "in_front", "others")
)
"""Words of a label that tell who its agencies are: beside the lead, the lead, or neither."""
_KIND = re.compile(
    r"(?:(?P<any>cơ quan|đơn vị|bộ phận|tổ chức|cá nhân|người)|phòng|ban|địa phương)"
    r"(?:,? (?:cơ quan|đơn vị|bộ phận|phòng|ban|tổ chức|cá nhân|người|địa phương)){0,2} (?-i:[a-zđ])",
    re.IGNORECASE,
)
"""A kind of body and what it does, not its name: "Phòng được giao việc", "Đơn vị lo chính"."""
_PERSON = re.compile(r"(?:người|cá nhân|cán bộ|đồng chí|lãnh đạo)\b")
_FEWEST = 2


class _Told(NamedTuple):
    """A label as it stands once: its words, what is behind it, whether a known label is beside it.

    ``run`` holds the names of the labels that tell of the same duty.
    """

    name: str
    value: str
    beside: bool
    run: set[str]


@remembered
def names_in(text: str) -> tuple[re.Match[str], ...]:
    """The words of ``text`` that stand like labels, in their first group, with what is around them."""
    return tuple(_NAME.finditer(text))


def folded(name: str) -> str:
    """``name`` as labels are compared: in lower case, with single spaces."""
    return " ".join(name.lower().split())


def begins_time(words: str) -> bool:
    """Whether ``words``, in lower case, begin like a time."""
    return _TIME.match(words) is not None


def says_time(text: str) -> bool:
    """Whether ``text`` is a time and nothing else: "Trước 15/8/2025", "Khi có yêu cầu"."""
    words = plain(text).strip(" .;*_)")
    found = _TIME.match(words) if len(words) <= _LONGEST_TIME else None
    if found is None:
        return False
    return bool(_WHEN.match(words)) or not assignment.tells_duty(words[found.end() :])


def says_certain_time(text: str) -> bool:
    """Whether ``text`` is a time that can be dated, or one that comes again, and nothing else."""
    return says_time(text) and _CERTAIN.search(plain(text)) is not None


def ends_in_time(text: str) -> int | None:
    """Where a time without a label begins at the end of ``text``: "Phòng A; xong trong quý II/2024"."""
    last = max(text.rfind("; "), text.rfind(". "), text.rfind(", ")) + 2
    said = text[last:]
    certain = last > 1 and says_time(said) and schedule.parse(said).precision != "unclear"
    return last if certain else None


def learned(passages: Iterable[Passage]) -> Mapping[str, Role]:
    """The roles of labels in ``passages`` that no list knows, by their folded words.

    Bodies lead where no other label of the same duty says who does; else they coordinate. What stands among
    labels and tells neither is a product, money, or a remark.
    """
    found = [_names(passage.text) if ":" in passage.text else [] for passage in passages]
    out: dict[str, Role] = {}
    for _ in range(2):  # what stands among labels shows only when these are known
        out = _meant(list(_told(found, out)))
    return out


def _meant(told: Sequence[_Told]) -> dict[str, Role]:
    groups: dict[str, list[_Told]] = defaultdict(list)
    for each in told:
        if not _listed(each):
            groups[each.name].append(each)
    leading = {each.name for each in told if _leads(each)}
    out = dict.fromkeys(_persons(told), Role.EXTRA)
    for name, group in groups.items():
        led = 2 * sum(bool(each.run & leading - {name}) for each in group) > len(group)
        role = _role(name, group, led=led)
        if role:
            out[name] = role
        if role is Role.LEAD:
            leading.add(name)
    return out


def _persons(told: Sequence[_Told]) -> set[str]:
    """Listed labels of a person in charge, where as many labels of bodies say who does the work."""
    leading = [each.name for each in told if named_role(each.name) is Role.LEAD and not says_time(each.value)]
    persons = [name for name in leading if _PERSON.match(name)]
    return set(persons) if len(leading) >= 2 * len(persons) else set()


def _told(found: Sequence[list[tuple[str, str]]], learned: Container[str]) -> Iterator[_Told]:
    """The labels ``found`` in each paragraph; ``learned`` are those already known beside the listed ones."""
    known = [[_known(name, learned) for name, _ in names] for names in found]
    counts = [0, *map(sum, known), 0]
    run: set[str] = set()
    for at, names in enumerate(found):
        around = sum(counts[at : at + 3])
        run = run if names else set()
        for (name, value), own in zip(names, known[at], strict=True):
            run = set() if name in run else run
            run.add(name)
            yield _Told(name, value, around > own, run)


def _names(text: str) -> list[tuple[str, str]]:
    """The labels in ``text`` and what is behind each; words behind a single number are an item's."""
    item = label_of(text)
    first = item.end if item and len(item.number) == 1 else -1
    found = [name for name in names_in(text) if name.start(1) > first and _may_be_label(name[1])]
    ends = [*(name.start(1) for name in found[1:]), len(text)]
    return [
        (folded(name[1]), text[name.end() : end].strip(_EDGE)) for name, end in zip(found, ends, strict=False)
    ]


def _known(name: str, learned: Container[str]) -> bool:
    return name in learned or named_role(name) in _DETAILS


def _may_be_label(name: str) -> bool:
    words = folded(name)
    if len(words.split()) > _WORDS or _NO_LABEL.search(words):
        return False
    kind = _KIND.match(name)
    if kind is None:
        return not agency.begins(name)
    return bool(kind["any"]) or any(p.search(words) for p in (_BESIDE, _IN_FRONT, _OTHERS))


def _leads(told: _Told) -> bool:
    return named_role(told.name) is Role.LEAD and agency.begins(told.value)


def _listed(told: _Told) -> bool:
    """Whether lists know the label, and what it says does not gainsay them ("Thực hiện: Quý I/2026")."""
    role = named_role(told.name)
    return role not in {None, Role.EXTRA} and not (role is Role.LEAD and says_time(told.value))


def _role(name: str, group: Sequence[_Told], *, led: bool) -> Role | None:
    """What ``name`` means where it stands as ``group`` shows; None for words that are no label."""
    often, beside = len(group) >= _FEWEST, sum(each.beside for each in group)
    said = [each.value for each in group]
    if not often and not beside:
        return None
    if _mostly(says_time, said):
        return Role.TIME if any(schedule.parse(text).precision != "unclear" for text in said) else None
    if _mostly(_says_agencies, said):
        return _of_agencies(name, led=led)
    if not often or beside < len(group):
        return None
    role = role_of(name)
    if role in {Role.PRODUCT, Role.BUDGET}:
        return role
    return None if named_role(name) is None and any(map(assignment.tells_duty, said)) else Role.EXTRA


def _mostly(says: Callable[[str], bool], said: Sequence[str]) -> bool:
    return 2 * sum(map(says, said)) > len(said)


def _says_agencies(text: str) -> bool:
    return len(text) <= _LONGEST_LIST and agency.begins(text) and not assignment.tells_duty(text)


def _of_agencies(name: str, *, led: bool) -> Role:
    if _BESIDE.search(name):
        return Role.COORD
    if _IN_FRONT.search(name):
        return Role.LEAD
    if _OTHERS.search(name):
        return Role.EXTRA
    return Role.COORD if led else Role.LEAD
