"""Labels of a duty in a paragraph: "Đơn vị chủ trì: …; đơn vị phối hợp: …. Thời gian: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from loaders.grammar import agency
from loaders.layout.columns import Role, named_role
from loaders.layout.labels import read_label
from loaders.layout.model import NOTHING, Paragraph, Passage
from loaders.rows.clauses import OF_ALL, clauses_in
from loaders.rows.levels import BULLET
from loaders.rows.meanings import ends_in_time, folded, learned, names_in, says_time
from loaders.rows.shared import by_role

__all__ = ["CONTENT", "Labels"]

_DETAILS = frozenset({Role.PRODUCT, Role.LEAD, Role.COORD, Role.TIME, Role.BUDGET, Role.EXTRA})
_IN_CHARGE = re.compile(r"phụ trách|chỉ đạo|đứng đầu|theo dõi|chịu trách nhiệm")
"""What is said of a person beside the lead; other labels ("Hình thức:") are text."""
_CHAPTER = "tổ chức thực hiện"
"""Names a chapter and no organisation, unless it is told who leads: "Tổ chức thực hiện: Sở A chủ trì"."""
_FIELD = re.compile(r"\s*(?:[a-zđ](?:\)|\s?[./](?=\s))|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)\s*")
"""What numbers the labels of a duty: "a) Hình thức: …", "1.2. Thời gian: …"."""
_NUMBERED = re.compile(rf"{_FIELD.pattern}|[-+•*–→]\s*")
CONTENT = re.compile(
    r"[-+•*–→\s]*(?:(?:tên )?(?:nội dung|công việc|nhiệm vụ|hoạt động)|việc cần làm)"
    r"(?: (?:thực hiện|công việc|nhiệm vụ|hoạt động|triển khai|cụ thể))*\s*:\s*",
    re.IGNORECASE,
)
"""The label of what is to be done: "Nội dung công việc: …"."""
_COMMA = re.compile(r",\s+")
_EDGE = " .;,()[]-+•*–→|"


class _Name(NamedTuple):
    """A label in a text: where it begins, where what it says begins, its words and its role."""

    start: int
    end: int
    words: str
    role: Role


class Labels:
    """The labels of one plan: those that lists know, and those whose meaning the plan itself shows."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._paragraphs = tuple(paragraphs)
        self._learned = learned(paragraph.passage for paragraph in self._paragraphs)

    def whole(self) -> Iterator[Paragraph]:
        """The paragraphs of the plan; a label alone goes on with the paragraph, or the bullets, below it.

        With nothing to go on with it says nothing: "Phân công: / + Chủ trì: …".
        """
        held: Paragraph | None = None
        for block in self._paragraphs:
            if (
                held
                and (self._alone(held.text) or BULLET.match(block.text))
                and not self._begins(block.passage)
            ):
                held = Paragraph(held.passage.joined(block.passage))
                continue
            if held and not self._alone(held.text):
                yield held
            held = block if self._alone(block.text) else None
            if not held:
                yield block
        if held:
            yield held

    def labelled(self, passage: Passage) -> tuple[Passage, dict[Role, Passage]]:
        """The text before the first label in ``passage``, and what its labels say by role."""
        if ":" not in passage.text:
            return NOTHING, {}
        names = list(self._names(passage.text))
        if not names or not (
            _plainly(passage.text, names[0].start, len(names))
            or _opens_sentence(passage.text, names[0])
            or (folded(names[0].words) in self._learned and _dashed(passage.text, names[0].start))
        ):
            return NOTHING, {}
        ends = [name.start for name in names[1:]] + [len(passage.text)]
        cells: dict[Role, Passage] = {}
        before = passage.part(0, _end_of(passage.text, 0, names[0].start))
        for name, end in zip(names, ends, strict=True):
            cell = _trimmed(passage, name.end, end)
            if cell and name.role is Role.EXTRA:
                cells.setdefault(
                    name.role, _trimmed(passage, name.start, end)
                )  # with its label, that names it
            elif cell and name.role not in cells:
                told = _clauses(cell)
                if told or folded(name.words) != _CHAPTER:
                    cells |= told or by_role(name.role, name.words, cell)
        _part_time(cells)
        return (NOTHING if _FIELD.fullmatch(passage.text[: names[0].start]) else before), cells

    def _names(self, text: str) -> Iterator[_Name]:
        """The labels in ``text``: "phối hợp: các sở, ngành, thời gian: Quý I" holds two."""
        for found in names_in(text):
            begins = [0, *(comma.end() for comma in _COMMA.finditer(found[1]))]
            named = ((at, role) for at in begins if (role := self._role(found[1][at:])))
            at, role = next(named, (0, None))
            if role:
                yield _Name(found.start(1) + at, found.end(), found[1][at:], role)

    def _alone(self, text: str) -> bool:
        """Whether ``text`` is a label of a duty and nothing else: "Đơn vị phối hợp:"."""
        name = _NUMBERED.sub("", text, count=1).strip(" :") if text.endswith(":") else ""
        return bool(name) and folded(name) != _CHAPTER and self._role(name) is not None

    def _begins(self, passage: Passage) -> bool:
        """Whether ``passage`` begins a heading, or another label of a duty."""
        text = passage.text
        return read_label(text) is not None or bool(self.labelled(passage)[1]) or self._alone(text)

    def _role(self, name: str) -> Role | None:
        words = OF_ALL.sub("", folded(name))
        role = self._learned.get(words) or named_role(words)
        if role is Role.EXTRA and words not in self._learned and not _IN_CHARGE.search(words):
            return None
        return role if role in _DETAILS else None


def _opens_sentence(text: str, label: _Name) -> bool:
    """Whether ``label`` opens a sentence that names an agency or a time: "Rà soát văn bản. Chủ trì: Sở A"."""
    said, before = text[label.end :], text[: label.start].rstrip(" *-–+(")
    if label.role is Role.TIME:
        return before.endswith(".") and says_time(said)
    return before.endswith((".", ";")) and agency.begins(said)


def _dashed(text: str, start: int) -> bool:
    """Whether a bullet stands before ``start`` within ``text``: "Kiểm tra hồ sơ – Nơi kiểm tra: …"."""
    return text[:start].rstrip(" *").endswith(("-", "–", "+"))


def _clauses(cell: Passage) -> dict[Role, Passage]:
    """What a whole sentence behind a label tells: "Phân công: Sở A chủ trì, phối hợp với Sở B thực hiện"."""
    found = clauses_in(cell.text, 0, len(cell.text), brackets=False) if "chủ trì" in cell.text else []
    return {clause.role: cell.part(clause.start, clause.end) for clause in found if clause.role}


def _part_time(cells: dict[Role, Passage]) -> None:
    """Give ``cells`` the time that stands without a label behind the last of their bodies."""
    role = next((role for role in reversed(cells) if role in {Role.LEAD, Role.COORD}), None)
    place = ends_in_time(cells[role].text) if role and Role.TIME not in cells else None
    if role and place:
        told = cells[role]
        cells[role], cells[Role.TIME] = _trimmed(told, 0, place), told.part(place)


def _plainly(text: str, start: int, count: int) -> bool:
    """Whether ``count`` labels that begin at ``start`` are a set of their own: at the start, or several."""
    return count > 1 or not _FIELD.sub("", text[:start], count=1).strip(_EDGE)


def _trimmed(passage: Passage, start: int, end: int) -> Passage:
    text = passage.text[start:end]
    first = start + len(text) - len(text.lstrip(_EDGE))
    last = _end_of(passage.text, first, end)
    return passage.part(first, last) if last > first else NOTHING


def _end_of(text: str, first: int, end: int) -> int:
    """Where the words of ``text[first:end]`` end, with the bracket that closes one of theirs."""
    last = first + len(text[first:end].rstrip(_EDGE))
    return last + (text.startswith(")", last) and "(" in text[first:last])
