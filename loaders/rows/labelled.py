"""Labels of a duty in a paragraph: "Đơn vị chủ trì: …; đơn vị phối hợp: …. Thời gian: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.grammar import agency
from loaders.layout.columns import Role, named_role
from loaders.layout.labels import read_label
from loaders.layout.model import Paragraph, Passage
from loaders.rows.shared import by_role
from loaders.rows.told import roles_told

__all__ = ["BULLET", "labelled", "told", "whole"]

_DETAILS = frozenset({Role.PRODUCT, Role.LEAD, Role.COORD, Role.TIME, Role.BUDGET, Role.EXTRA})
_IN_CHARGE = re.compile(r"phụ trách|chỉ đạo|đứng đầu|theo dõi|chịu trách nhiệm")
"""What is said of a person beside the lead; other labels ("Hình thức:") are text."""
_NAME = re.compile(
    r"(?:^|(?<=[.;,()]\s)|(?<=[.;([])|(?<=[-+•*–]\s)|(?<=[-+•*–]))"
    r"([^\W\d](?:(?!\s[-–]\s)[^:.;()\n]){2,60}?)\s*:\s*"
)
_CHAPTER = "tổ chức thực hiện"
"""Names a chapter and no organisation."""
_LETTER_LABEL = re.compile(r"\s*[a-zđ]\)\s*")
BULLET = re.compile(r"[-+•*–]\s*")
_EDGE = " .;,()[]-+•*–"


def whole(paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    """The passages of ``paragraphs``; a label alone goes on with the paragraph, or the bullets, below it."""
    held = Passage()
    for passage in (paragraph.passage for paragraph in paragraphs):
        if held and (_is_label(held.text) or BULLET.match(passage.text)) and not _begins_own(passage):
            held = held.joined(passage)
            continue
        if held:
            yield held
        held = passage if _is_label(passage.text) else Passage()
        if not held:
            yield passage
    if held:
        yield held


def labelled(passage: Passage) -> tuple[Passage, dict[Role, Passage]]:
    """The text before the first label in ``passage``, and what its labels say by role."""
    if ":" not in passage.text:
        return Passage(), {}
    names = [(m, role) for m in _NAME.finditer(passage.text) if (role := _role(m[1])) in _DETAILS]
    if not names or not (
        _plainly(passage.text, names[0][0].start(1)) or _opens_sentence(passage.text, *names[0])
    ):
        return Passage(), {}
    ends = [match.start(1) for match, _ in names[1:]] + [len(passage.text)]
    cells: dict[Role, Passage] = {}
    before = _trimmed(passage, 0, names[0][0].start(1))
    for (match, role), end in zip(names, ends, strict=True):
        cell = _trimmed(passage, match.end(), end)
        if cell and role is Role.EXTRA:
            cells[role] = _trimmed(passage, match.start(1), end)  # with its label, that names it
        elif cell and role not in cells:
            cells |= by_role(role, match[1], cell)
    return (Passage() if _LETTER_LABEL.fullmatch(passage.text[: names[0][0].start(1)]) else before), cells


def told(passage: Passage) -> tuple[Passage, dict[Role, Passage]]:
    """The text before the roles told at the end of ``passage``, and what they say.

    A numbered paragraph that only tells roles is an item of its own and not about the one above.
    """
    found = roles_told(passage)
    label = read_label(passage.text)
    if found is None or (label and found[0] <= label.end):
        return Passage(), {}
    return passage.part(0, found[0]), found[1]


def _is_label(text: str) -> bool:
    """Whether ``text`` is a label of a duty and nothing else: "Đơn vị phối hợp:"."""
    return text.endswith(":") and _role(BULLET.sub("", text, count=1).strip(" :")) is not None


def _begins_own(passage: Passage) -> bool:
    """Whether ``passage`` begins a heading, or another label of a duty."""
    text = passage.text
    return read_label(text) is not None or bool(labelled(passage)[1]) or _is_label(text)


def _opens_sentence(text: str, label: re.Match[str], role: Role | None) -> bool:
    """Whether ``label`` opens a sentence that names an agency: "Rà soát văn bản. Chủ trì: Sở A"."""
    ended = text[: label.start(1)].rstrip(" *-–+(").endswith((".", ";"))
    return ended and role in {Role.LEAD, Role.COORD} and agency.begins(text[label.end() :])


def _plainly(text: str, start: int) -> bool:
    """Whether labels that begin at ``start`` are a set of their own: at the start, or several."""
    rest = sum(_role(match[1]) in _DETAILS for match in _NAME.finditer(text))
    return rest > 1 or not _LETTER_LABEL.sub("", text[:start], count=1).strip(_EDGE)


def _role(name: str) -> Role | None:
    role = named_role(name) if name.lower() != _CHAPTER else None
    if role is Role.EXTRA and not _IN_CHARGE.search(name.lower()):
        return None
    return role if role in _DETAILS else None


def _trimmed(passage: Passage, start: int, end: int) -> Passage:
    text = passage.text[start:end]
    first = start + len(text) - len(text.lstrip(_EDGE))
    last = end - (len(text) - len(text.rstrip(_EDGE)))
    last += passage.text.startswith(")", last) and "(" in passage.text[first:last]
    return passage.part(first, last) if last > first else Passage()
