"""What the words of a cell tell."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role
from loaders.layout.cues import closes_name, hangs, hints, is_amount, is_whole_time


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Báo và Phát thanh, Truyền hình tỉnh", {Role.LEAD}),
        ("Báo Đồng Quê", {Role.LEAD}),
        ("Viện, trường", {Role.LEAD}),
        ("Viễn thông tỉnh", {Role.LEAD}),
        ("05 lớp tập huấn", {Role.PRODUCT}),
        ("Báo cáo", {Role.PRODUCT}),
        ("Kết luận kiểm tra", {Role.PRODUCT}),
        ("Thông tư của Bộ", {Role.PRODUCT}),
        ("Phương án đơn giản hóa", {Role.PRODUCT}),
        ("Quý I", {Role.TIME}),
        ("30/6/2025", {Role.TIME}),
        ("Rà soát văn bản", set()),
    ],
)
def test_words_that_begin_a_cell(text: str, wanted: set[Role]) -> None:
    assert wanted <= hints(text)
    assert (Role.LEAD in wanted) == (Role.LEAD in hints(text))


@pytest.mark.parametrize(
    ("text", "all_hints"),
    [
        ("- Các cơ quan, đơn vị", {Role.LEAD}),
        ("IV/2025", {Role.TIME}),
        ("(6 tháng đầu năm", {Role.TIME}),
        ("Hoàn thành trước hạn", {Role.EXTRA}),
        ("(12 lớp", {Role.PRODUCT}),
        ("350 triệu đồng", {Role.BUDGET}),
        ("45 tủ thuốc", {Role.PRODUCT}),
        ("2.000 tờ rơi", {Role.PRODUCT}),
        ("100% xã có điểm phục vụ", {Role.PRODUCT}),
        ("12 Rà soát văn bản", set()),
        ("1. Tỷ lệ hồ sơ trả đúng hạn", set()),
        ("2.3. Đồng bộ dữ liệu", set()),
        ("1,5 tỷ đồng", {Role.BUDGET}),
        ("Theo dõi thi hành pháp luật", set()),
        ("Thường xuyên rà soát thủ tục", set()),
        ("Thường xuyên theo yêu cầu", {Role.TIME}),
        ("“…”", set()),
        ("", set()),
    ],
)
def test_words_are_found_behind_marks_and_counts(text: str, all_hints: set[Role]) -> None:
    assert hints(text) == all_hints


@pytest.mark.parametrize(
    ("text", "after", "goes_on"),
    [
        ("Trong Quý", "II/2024", True),
        ("Trong Quý", "Sở Y tế", False),
        ("của Sở", "", False),
        ("tham mưu về", "", True),
    ],
)
def test_a_phrase_goes_on_after_an_open_word(text: str, after: str, *, goes_on: bool) -> None:
    assert hangs(text, after) is goes_on


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Quý II/2025", True),
        ("Trước ngày 30/6/2025", True),
        ("Thường xuyên", True),
        ("Tháng 6", True),
        ("Quý", False),
        ("Thường xuyên rà soát", False),
        ("Trước ngày", False),
    ],
)
def test_whole_times_want_nothing_more(text: str, whole: bool) -> None:
    assert is_whole_time(text) is whole


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("Thanh tra", "Sở", True),
        ("Phòng Kế hoạch, Văn phòng", "Sở", True),
        ("Văn phòng", "Sở Nội vụ", False),
        ("Các phòng", "Sở", False),
    ],
)
def test_a_word_may_end_the_name_above(before: str, after: str, one: bool) -> None:
    assert closes_name(before, after) is one


@pytest.mark.parametrize(("text", "amount"), [("20 triệu đồng", True), ("1.200 tỷ", True), ("20 xã", False)])
def test_amounts_of_money_are_told(text: str, amount: bool) -> None:
    assert is_amount(text) is amount
