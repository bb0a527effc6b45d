"""The columns of an unruled table: names in the head, free stripes below."""

from __future__ import annotations

import pytest

from loaders.formats.pdf.columns import columns_under, flush
from loaders.formats.pdf.page import Word
from loaders.layout.columns import Role

HEAD = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
ROLES = [Role.NUMBER, Role.CONTENT, Role.LEAD, Role.COORD, Role.TIME]
LEFTS = [10.0, 40.0, 200.0, 300.0, 400.0]


def row(y: float, texts: list[str], lefts: list[float] = LEFTS) -> list[Word]:
    """Words of five points a letter, a space between."""
    words = []
    for text, left in zip(texts, lefts, strict=True):
        at = left
        for word in text.split():
            words.append(Word(word, at, y, at + 5 * len(word), y + 10))
            at += 5 * (len(word) + 1)
    return words


BODY = [
    row(30, ["1", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Sở Tư pháp", "Quý I"]),
    row(50, ["2", "Công bố danh mục", "Sở Tài chính", "Các sở, ngành", "Tháng 6"]),
    row(70, ["3", "Tổ chức tập huấn về công việc", "Văn phòng", "Sở Y tế", "Cả năm"]),
]


@pytest.mark.parametrize(
    "head",
    [
        [row(10, HEAD)],
        [
            row(8, ["TT", "Nội", "Cơ quan", "Cơ quan", "Thời"]),
            row(19, ["", "dung", "chủ trì", "phối hợp", "gian"]),
        ],
        [
            row(8, ["TT", "Nội dung", "Cơ quan", "Cơ quan", "Thời gian"]),
            row(19, ["", "", "chủ trì", "phối hợp", ""]),
        ],
    ],
    ids=["one line", "two lines", "a line for some"],
)
def test_each_stripe_that_parts_two_names_is_a_cut(head: list[list[Word]]) -> None:
    found = columns_under(head, BODY)
    assert found is not None
    assert [column.role for column in found.columns] == ROLES
    for words in BODY:
        assert {found.place(word) for word in words} == set(range(len(ROLES)))
    assert found.fits(BODY)


def test_a_stripe_within_a_column_cuts_no_name_in_two() -> None:
    body = [row(y, ["1", "Rà soát", "Sở", "Sở", "Quý"]) for y in (30.0, 50.0, 70.0)]
    found = columns_under([row(10, HEAD)], body)
    assert found is not None
    assert [column.title for column in found.columns] == HEAD


def test_of_two_stripes_beside_a_name_the_wider_one_is_the_cut() -> None:
    lefts = [10.0, 40.0, 200.0, 320.0, 440.0]
    body = [row(y, ["1", "Rà soát", "Sở X và", "Sở Y và", "Quý I"], lefts) for y in (30.0, 50.0, 70.0)]
    found = columns_under([row(10, HEAD, [10.0, 40.0, 225.0, 345.0, 452.0])], body)
    assert found is not None
    assert [found.place(word) for word in body[0]] == [0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4]


def test_titles_may_stand_nearer_to_one_another_than_cells() -> None:
    body = [
        row(y, ["27", "Rà soát", "Sở X", "Sở Y", "Quý I"], [10.0, 27.0, *LEFTS[2:]]) for y in (30.0, 50.0)
    ]
    found = columns_under([row(10, ["STT", *HEAD[1:]], [10.0, 26.5, *LEFTS[2:]])], body)
    assert found is not None
    assert [column.title for column in found.columns] == ["STT", *HEAD[1:]]
    assert [found.place(word) for word in body[0]] == [0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_cells_that_begin_at_one_place_tell_where_their_column_begins() -> None:
    found = columns_under([row(10, HEAD)], BODY)
    assert found is not None
    assert flush(found, BODY).cuts == tuple(left - 1 for left in LEFTS[1:])


def test_cells_in_the_middle_of_their_columns_do_not() -> None:
    texts = ["1", "Rà soát", "Sở X", "Sở Y", "Quý I"]
    body = [row(30.0 + 20 * n, texts, [*LEFTS[:4], 400.0 + 14 * n]) for n in range(3)]
    found = columns_under([row(10, HEAD)], body)
    assert found is not None
    assert flush(found, body).cuts[-1] == found.cuts[-1]


def test_names_that_nothing_free_parts_are_no_head() -> None:
    prose = [
        row(
            30,
            ["Các cơ quan chủ trì và phối hợp theo thời gian và nội dung đã nêu ở trên đây chịu trách nhiệm"],
            [10],
        ),
        row(
            50,
            ["thực hiện nghiêm túc những công việc được phân công, định kỳ hằng quý tổng hợp kết quả gửi về"],
            [10],
        ),
        row(
            70,
            [
                "cơ quan thường trực; khi cần sửa đổi, bổ sung thì kịp thời đề xuất, kiến nghị với người đứng đầu"
            ],
            [10],
        ),
    ]
    assert columns_under([row(10, HEAD)], prose) is None
    found = columns_under([row(10, HEAD)], BODY)
    assert found is not None
    assert not found.fits(prose)
