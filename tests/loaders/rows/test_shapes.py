"""The same duties in every shape that plans give them: numbers, places of the labels, and words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from loaders.layout.model import Paragraph
from tests.loaders.rows.build import cells_of, passage, sheet_of

WORK = ("Rà soát văn bản", "Kiểm tra hồ sơ", "Công bố danh mục")
TOLD = (
    ("Sở Nội vụ", "Sở Tư pháp", "Quý I/2026"),
    ("Thanh tra tỉnh", None, "Tháng 6/2026"),
    ("Văn phòng UBND tỉnh", "các sở, ban, ngành", "Thường xuyên"),
)
CHAPTERS = (
    ("I.", "II.", "III."),
    ("A.", "B.", "C."),
    ("I-", "II-", "III-"),
    ("Phần I.", "Phần II.", "Phần III."),
    ("Chương I.", "Chương II.", "Chương III."),
)
ITEMS = ("1.{}. ", "a{}) ", "- ", "({}) ", "")
LISTED = ("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
OWN = ("Bên nhận việc", "Bên làm cùng", "Bao giờ xong")
Said = tuple[str, str | None, str]
Tell = Callable[[str, str, Said, tuple[str, ...], str], list[str]]


def labelled(names: tuple[str, ...], said: Said) -> list[str]:
    return [f"{name}: {what}" for name, what in zip(names, said, strict=True) if what]


def in_lines(head: str, text: str, said: Said, names: tuple[str, ...], mark: str) -> list[str]:
    return [f"{head}{text}.", *(f"{mark}{line}." for line in labelled(names, said))]


def in_one(head: str, text: str, said: Said, names: tuple[str, ...], mark: str) -> list[str]:
    return [f"{head}{text}. {'. '.join(labelled(names, said))}."]


def in_brackets(head: str, text: str, said: Said, names: tuple[str, ...], mark: str) -> list[str]:
    return [f"{head}{text} ({'; '.join(labelled(names, said))})."]


def in_a_sentence(head: str, text: str, said: Said, names: tuple[str, ...], mark: str) -> list[str]:
    lead, helps, due = said
    helped = f", phối hợp với {helps}" if helps else ""
    return [f"{head}{text}. Giao {lead} chủ trì{helped} thực hiện; {due}."]


def in_clauses(head: str, text: str, said: Said, names: tuple[str, ...], mark: str) -> list[str]:
    lead, helps, due = said
    helped = f", phối hợp với {helps}" if helps else ""
    return [f"{head}{text} ({lead} chủ trì{helped}; {due})."]


WAYS = (in_lines, in_one, in_brackets, in_a_sentence, in_clauses)


@pytest.mark.parametrize(("names", "tell"), list(product((LISTED, OWN), WAYS)))
@pytest.mark.parametrize(("chapters", "item"), list(product(CHAPTERS, ITEMS)))
def test_duties_of_every_shape(
    chapters: tuple[str, ...], item: str, names: tuple[str, ...], tell: Tell
) -> None:
    lines = [f"{chapters[0]} Mục tiêu", "Nâng cao chất lượng.", f"{chapters[1]} Nhiệm vụ"]
    for number, (text, said) in enumerate(zip(WORK, TOLD, strict=True), start=1):
        head = item.replace("a{}", "abc"[number - 1]).format(number)
        lines += [f"{number}. Nhóm việc {number}"] if item != "1.{}. " or number == 1 else []
        lines += tell(head, text, said, names, "+ ")
    lines += [f"{chapters[2]} Kinh phí", "Ngân sách nhà nước bảo đảm."]
    sheet = sheet_of(*(Paragraph(passage(line, i)) for i, line in enumerate(lines, start=1)))
    assert [section.passage.text for section in sheet.sections] == ["Nhiệm vụ"]
    assert [activity.passage.text.rstrip(".") for activity in sheet.activities] == list(WORK)
    assert cells_of(sheet) == list(TOLD)
    assert all(activity.task for activity in sheet.activities)
