"""Where in a plan's text a duty stands, and what holds for it: told in it, below it, or above it for all."""

from __future__ import annotations

import pytest

from loaders.layout.model import Line, Paragraph, Passage
from tests.loaders.rows.build import cells_of, paragraphs, passage, sheet_of

Cells = list[tuple[str | None, ...]]
A_AND_B: Cells = [("Sở A", None, "Quý I/2026"), ("Sở B", None, "Quý II/2026")]


def texts(*lines: str) -> list[str]:
    return [activity.passage.text for activity in sheet_of(*paragraphs(*lines)).activities]


@pytest.mark.parametrize(
    ("lines", "work", "cells"),
    [
        pytest.param(
            (
                *("1. Thể chế", "Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở C."),
                *("- Rà soát (Quý I/2026).", "- Kiểm tra (Tháng 9/2026)."),
                *("2. Tài chính", "Cơ quan chủ trì: Sở B.", "- Giao dự toán (trước ngày 30/6/2026)."),
            ),
            ["Rà soát", "Kiểm tra", "Giao dự toán"],
            [
                ("Sở A", "Sở C", "Quý I/2026"),
                ("Sở A", "Sở C", "Tháng 9/2026"),
                ("Sở B", None, "trước ngày 30/6/2026"),
            ],
            id="roles above, times behind each",
        ),
        pytest.param(
            (
                *(
                    "1. Rà soát.",
                    "Giao Sở A chủ trì, phối hợp với Sở C thực hiện; thời gian: Khi Bộ công bố thủ tục.",
                ),
                *("2. Mở lớp.", "Giao Sở B chủ trì, phối hợp với Sở C thực hiện; thời gian: Quý II/2026."),
            ),
            ["Rà soát.", "Mở lớp."],
            [("Sở A", "Sở C", "Khi Bộ công bố thủ tục"), ("Sở B", "Sở C", "Quý II/2026")],
            id="a time that cannot be dated, told as one",
        ),
        pytest.param(
            (
                *("1. Rà soát.", "Giao Sở A chủ trì, phối hợp với Sở C thực hiện. Thời gian: Quý I/2026."),
                "2. Mở lớp. Giao Sở B chủ trì, phối hợp với Vụ Thị trường trong nước. Thời hạn: Quý II/2026.",
            ),
            ["Rà soát.", "Mở lớp."],
            [("Sở A", "Sở C", "Quý I/2026"), ("Sở B", "Vụ Thị trường trong nước", "Quý II/2026")],
            id="a sentence that says who, then a label that says when",
        ),
        pytest.param(
            (
                *("1. Thể chế", "Việc sửa đổi phải bám sát hướng dẫn.", "- Rà soát.", "- Ban hành tiêu chí."),
                *("* Cơ quan chủ trì: Sở A.", "* Thời gian: Quý I/2026.", "- Kiểm tra.", "- Sơ kết."),
                *("* Cơ quan chủ trì: Sở B.", "* Thời gian: Quý II/2026."),
            ),
            ["- Rà soát. - Ban hành tiêu chí.", "- Kiểm tra. - Sơ kết."],
            A_AND_B,
            id="a sentence that opens the chapter, above bullets that share their labels",
        ),
        pytest.param(
            (
                *(
                    "a) Ban hành kế hoạch:",
                    "- Rà soát;",
                    "- Kiến nghị.",
                    "Chủ trì: Sở A. Thời gian: Quý I/2026.",
                ),
                *("b) Mở lớp.", "Chủ trì: Sở B. Thời gian: Quý II/2026."),
                *("c) Kiểm tra.", "Chủ trì: Sở C. Thời gian: Quý III/2026."),
            ),
            ["Ban hành kế hoạch: - Rà soát; - Kiến nghị.", "Mở lớp.", "Kiểm tra."],
            [*A_AND_B, ("Sở C", None, "Quý III/2026")],
            id="bullets that say more of a duty",
        ),
        pytest.param(
            (
                *("1. Tháng 01/2026", "- Lập sổ (Văn phòng)."),
                *("2. Chuẩn bị (tháng 2 - 3/2026)", "- Mở lớp (Các phòng, ban)."),
            ),
            ["Lập sổ", "Mở lớp"],
            [("Văn phòng", None, "Tháng 01/2026"), ("Các phòng, ban", None, "tháng 2 - 3/2026")],
            id="times above, bodies behind each",
        ),
        pytest.param(
            (
                *(
                    "1. Thể chế",
                    "- Tiếp tục hoàn thiện.",
                    "- Rà soát.",
                    "+ Chủ trì: Sở A.",
                    "+ Hạn: Quý I/2026.",
                ),
                *("- Kiểm tra.", "+ Chủ trì: Sở B.", "+ Hạn: Quý II/2026."),
            ),
            ["Rà soát.", "Kiểm tra."],
            A_AND_B,
            id="lower bullets tell of the last one above",
        ),
        pytest.param(
            (
                *("1. Phổ biến.", "a) Cơ quan chủ trì:", "- Ở cấp tỉnh: Sở A;", "- Ở cấp xã: UBND cấp xã."),
                *(
                    "b) Thời gian: Quý I/2026.",
                    "2. Rà soát.",
                    "a) Cơ quan chủ trì: Sở B.",
                    "b) Thời gian: Năm 2026.",
                ),
            ),
            ["Phổ biến.", "Rà soát."],
            [("Ở cấp tỉnh: Sở A; - Ở cấp xã: UBND cấp xã", None, "Quý I/2026"), ("Sở B", None, "Năm 2026")],
            id="bodies of each level",
        ),
        pytest.param(
            (
                *("1. Rà soát.", "- Chủ trì: Sở A.", "- Thời gian: Quý I/2026.", "2. Kiểm tra."),
                *("- Thời gian: Năm 2026.", "3. Báo cáo.", "- Chủ trì: Sở B.", "- Thời gian: Quý II/2026."),
            ),
            ["Rà soát.", "Kiểm tra.", "Báo cáo."],
            [A_AND_B[0], (None, None, "Năm 2026"), A_AND_B[1]],
            id="one that only says when among others",
        ),
        pytest.param(
            ("1- Rà soát. (Sở A - Quý I/2026)", "2- Kiểm tra. (Sở B - Quý II/2026)"),
            ["Rà soát.", "Kiểm tra."],
            A_AND_B,
            id="dashes behind numbers, and between body and time",
        ),
        pytest.param(
            ("1. Rà soát. Giao Sở A thực hiện trong quý I/2026.", "2. Kiểm tra. Do Sở B tham mưu thực hiện."),
            ["Rà soát.", "Kiểm tra."],
            [("Sở A", None, "trong quý I/2026"), ("Sở B", None, None)],
            id="sentences that give the duty",
        ),
        pytest.param(
            (
                *("1. Rà soát.", "- Cơ quan chủ trì Sở A.", "- Thời gian thực hiện Quý I/2026."),
                *("2. Kiểm tra.", "- Cơ quan chủ trì Sở B.", "- Thời gian thực hiện Quý II/2026."),
            ),
            ["Rà soát.", "Kiểm tra."],
            A_AND_B,
            id="labels without a colon",
        ),
        pytest.param(
            (
                "a. Rà soát.",
                "Ai làm: Sở A. Xong: Quý I/2026.",
                "b. Kiểm tra.",
                "Ai làm: Sở B. Xong: Quý II/2026.",
            ),
            ["Rà soát.", "Kiểm tra."],
            A_AND_B,
            id="labels of the plan's own",
        ),
        pytest.param(
            (
                *(
                    "1. Rà soát.",
                    "Cơ quan chủ trì:",
                    "Cơ quan phối hợp:",
                    "Sở B",
                    "2. Mở lớp.",
                    "Cơ quan chủ trì:",
                ),
                *("3. Họp.", "Chủ trì: Sở C.", "4. Thi. Chủ trì: Sở A.", "Thời gian:", "Quý I/2026"),
            ),
            ["Rà soát.", "Họp.", "Thi"],
            [(None, "Sở B", None), ("Sở C", None, None), ("Sở A", None, "Quý I/2026")],
            id="labels with nothing behind them",
        ),
        pytest.param(
            (
                *("1. Thể chế", "Rà soát văn bản.", "Đề xuất sửa đổi. Chủ trì: Sở A. Thời gian: Quý I/2026."),
                *("2. Bộ máy", "Sắp xếp phòng. Chủ trì: Sở B. Thời gian: Quý II/2026."),
            ),
            ["Rà soát văn bản. Đề xuất sửa đổi", "Sắp xếp phòng"],
            A_AND_B,
            id="text of two paragraphs",
        ),
        pytest.param(
            (
                *("1. Thể chế", "Chủ trì: Sở A. Thời gian: Quý I/2026."),
                *("1.1. Rà soát.", "Chủ trì: Sở B. Thời gian: Quý II/2026."),
            ),
            ["Thể chế", "Rà soát."],
            A_AND_B,
            id="labels of a heading that the work below it has as well",
        ),
        pytest.param(
            (
                *("1. Một", "(Chủ trì: Sở A; thời gian: Quý I/2026)", "- Hình thức: trực tuyến"),
                *("2. Hai", "(Chủ trì: Sở B; thời gian: Quý II/2026)", "- Rà soát", "- Kiểm tra"),
            ),
            ["Một", "- Rà soát - Kiểm tra"],
            A_AND_B,
            id="bullets that say more of a heading, and bullets of work",
        ),
        pytest.param(
            (
                "1. Rà soát. Chủ trì: ; chủ trì: Sở A; đơn vị chủ trì: Sở C; thời gian: Quý I/2026.",
                "2. Mở lớp. Chủ trì: Sở B; thời gian: Quý II/2026.",
            ),
            ["Rà soát", "Mở lớp"],
            A_AND_B,
            id="a label that is empty, and one that comes again",
        ),
        pytest.param(
            ("1. Tháng 9", "1.1. Rà soát (Sở A).", "1.2. Mở lớp (Sở B; trước 15/9)."),
            ["Rà soát", "Mở lớp"],
            [("Sở A", None, "Tháng 9"), ("Sở B", None, "trước 15/9")],
            id="a time of its own under a time for all",
        ),
        pytest.param(
            ("1. Phòng A chủ trì:", "2. Phòng B chủ trì:", "- Kiểm tra.", "- Thi; xong trước 20/9/2026."),
            ["Kiểm tra.", "Thi"],
            [("Phòng B", None, None), ("Phòng B", None, "xong trước 20/9/2026")],
            id="a heading that says who leads with no work below it",
        ),
    ],
)
def test_what_is_told_of_a_duty(lines: tuple[str, ...], work: list[str], cells: Cells) -> None:
    sheet = sheet_of(*paragraphs("I. MỤC TIÊU", "Nâng cao.", "II- VIỆC", *lines, "III. KINH PHÍ"))
    assert [activity.passage.text for activity in sheet.activities] == work
    assert cells_of(sheet) == cells
    assert [section.key for section in sheet.sections] == ["II"]


def test_a_heading_that_only_names_its_content_is_no_task() -> None:
    items = ("- Lập danh mục (Sở A, Quý I).", "- Công bố (Sở B, Quý I).")
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Rà soát", "a) Nội dung công việc:", *items))
    assert [task.passage.text for task in sheet.tasks] == ["Rà soát"]
    assert [activity.task for activity in sheet.activities] == sheet.tasks * 2


def test_labels_before_anything_they_could_tell_of_say_nothing() -> None:
    stray = ("Chủ trì: Sở A.", "Chủ trì: Sở B.")
    assert texts(*stray, "1. Họp. Chủ trì: Sở A", "2. Thi. Chủ trì: Sở B") == ["Họp", "Thi"]


def test_a_heading_and_the_work_below_it_without_anything_between() -> None:
    def lines(*texts: str) -> Paragraph:
        return Paragraph(Passage.of(Line(number, text) for number, text in enumerate(texts, start=1)))

    said = paragraphs("Chủ trì: Sở A. Thời gian: Quý I.")
    first, second = (
        lines("1. Cải cách thủ tục", "Niêm yết công khai."),
        lines("2. Nhà ở của Sở", "Xây dựng tỉnh"),
    )
    sheet = sheet_of(*paragraphs("II. VIỆC"), first, *said, second, *said)
    assert [task.passage.text for task in sheet.tasks] == ["Cải cách thủ tục"]
    assert [activity.passage.text for activity in sheet.activities] == [
        "Niêm yết công khai.",
        "Nhà ở của Sở Xây dựng tỉnh",
    ]


def test_headings_in_bold_or_capitals_without_a_number() -> None:
    duty = ("- Rà soát.", "+ Chủ trì: Sở A.")
    lines = [*paragraphs("I. MỤC TIÊU", "Nâng cao.", "NHIỆM VỤ TRỌNG TÂM")]
    for title in ("Về thể chế", "Về bộ máy"):
        lines += [Paragraph(passage(title), emphasised=True), *paragraphs(*duty)]
    sheet = sheet_of(*lines)
    assert [section.passage.text for section in sheet.sections] == ["NHIỆM VỤ TRỌNG TÂM"]
    assert [task.passage.text for task in sheet.tasks] == ["Về thể chế", "Về bộ máy"]
    assert [activity.task for activity in sheet.activities] == sheet.tasks


def test_an_item_that_is_not_understood_costs_no_other() -> None:
    first, last = ("1. Rà soát.", "Chủ trì: Sở A."), ("3. Kiểm tra.", "Chủ trì: Sở B.")
    strange = ("2. Xem xét", "§ việc khác", "(?) Ai đó: chưa rõ.")
    assert texts("II. VIỆC", *first, *strange, *last) == ["Rà soát.", "Kiểm tra."]


def test_labels_below_the_last_item_hold_for_the_list_only_where_the_plan_always_has_it_so() -> None:
    said = "Chủ trì: Sở A. Thời gian: Quý I."
    first, second = ("a) Rà soát.", "b) Kiểm tra."), ("a) Mở lớp.", "b) Thi.")
    shared = texts("II. VIỆC", "1. Một", *first, said, "2. Hai", *second, said)
    assert shared == ["a) Rà soát. b) Kiểm tra.", "a) Mở lớp. b) Thi."]
    apart = texts("II. VIỆC", "1. Một", *first, said, "2. Hai", second[0], said, second[1], said)
    assert apart == ["Kiểm tra.", "Mở lớp.", "Thi."]


def test_headings_that_say_who_leads_all_below_them() -> None:
    lines = (
        *(
            "II. VIỆC",
            "1. Công an huyện (cơ quan thường trực) chủ trì:",
            "1.1. Cấp căn cước, xong trước 30/8/2024.",
        ),
        *("2. Phòng Nội vụ chủ trì:", "- Kiểm tra công vụ.", "- Mở lớp, thực hiện thường xuyên."),
    )
    sheet = sheet_of(
        *paragraphs(*lines, "III. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính chủ trì:", "- Cấp kinh phí.")
    )
    assert [activity.passage.text for activity in sheet.activities] == [
        "Cấp căn cước",
        "Kiểm tra công vụ.",
        "Mở lớp",
    ]
    assert cells_of(sheet) == [
        ("Công an huyện (cơ quan thường trực)", None, "xong trước 30/8/2024"),
        ("Phòng Nội vụ", None, None),
        ("Phòng Nội vụ", None, "thực hiện thường xuyên"),
    ]


def test_headings_that_give_their_work_to_somebody() -> None:
    sheet = sheet_of(
        *paragraphs(
            *("II. NHIỆM VỤ", "1. Nhóm nhiệm vụ giao Phòng A chủ trì"),
            *(
                "1.1. Rà soát (Phối hợp: Phòng B; thời gian: quý I/2025).",
                "1.2. Mở lớp (Phối hợp: Phòng C; thời gian: quý II/2025).",
            ),
            *(
                "2. Các công việc do Phòng B chủ trì",
                "2.1. Kiểm tra (Phối hợp: Phòng C; thời gian: quý III/2025).",
            ),
        )
    )
    assert cells_of(sheet) == [
        ("Phòng A", "Phòng B", "quý I/2025"),
        ("Phòng A", "Phòng C", "quý II/2025"),
        ("Phòng B", "Phòng C", "quý III/2025"),
    ]


@pytest.mark.parametrize(
    "title", ["TỔ CHỨC THỰC HIỆN VÀ CHẾ ĐỘ BÁO CÁO", "KINH PHÍ THỰC HIỆN", "Khen thưởng"]
)
def test_sentences_of_chapters_about_means_and_reports_tell_no_roles(title: str) -> None:
    said = "Giao Sở A chủ trì, phối hợp với Sở B thực hiện."
    assert not texts(f"III. {title}", "1. Dự toán.", said, "2. Báo cáo.", said)


@pytest.mark.parametrize(
    "title", ["NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN", "NHIỆM VỤ VÀ PHÂN CÔNG TỔ CHỨC THỰC HIỆN"]
)
def test_chapters_of_work_and_of_carrying_it_out_tell_roles(title: str) -> None:
    said = "Giao Sở A chủ trì, phối hợp với Sở B thực hiện."
    assert texts(f"II. {title}", "1. Rà soát.", said, "2. Mở lớp.", said) == ["Rà soát.", "Mở lớp."]


def test_roles_told_behind_a_colon() -> None:
    assert texts(
        *("II. VIỆC", "1. Rà soát: Giao Sở A chủ trì thực hiện, xong trước 30/6/2026."),
        "2. Kiểm tra: Giao Sở B chủ trì, phối hợp với Sở C thực hiện trong quý III/2026.",
    ) == ["Rà soát", "Kiểm tra"]


def test_brackets_tell_nothing_where_those_beside_them_do_not() -> None:
    lines = ("- Thành lập (Sở A).", "- Theo dõi việc thực hiện.", "- Hợp nhất (Sở B).")
    assert not texts("II. VIỆC", "1. Bộ máy", *lines, "2. Thể chế", *lines)
