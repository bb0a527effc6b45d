"""Labels of duties: which words are labels, what each tells, and for what it holds."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role
from tests.loaders.rows.build import (
    cells_of,
    paragraphs,
    sheet_of,
    told,
)


def test_labels_that_dashes_part_and_labels_above_what_they_say() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Rà soát dữ liệu.",
            "- Chủ trì: Sở A - Phối hợp: Công an; UBND các xã, phường - Thời gian: Quý II (tháng 4, tháng 5)",
            "2. Mở lớp.",
            "Đơn vị thực hiện:",
            "Sở B",
            "Đơn vị phối hợp:",
            "- Sở C",
            "- Sở D",
            "Thời gian: Quý I.",
            "3. Tổng kết.",
            "Đơn vị thực hiện:",
            "Thời gian: Quý IV.",
        )
    )
    assert cells_of(sheet) == [
        ("Sở A", "Công an; UBND các xã, phường", "Quý II (tháng 4, tháng 5)"),
        ("Sở B", "Sở C - Sở D", "Quý I"),
        (None, None, "Quý IV"),
    ]


def test_duties_whose_bullets_follow_their_labels() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Hạ tầng",
            "(Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B)",
            "- Phát triển cáp quang.",
            "- Phủ sóng.",
            "2. Nhân lực",
            "(Cơ quan chủ trì: Sở C; cơ quan phối hợp: Sở D)",
            "3. Hội nghị",
            "- Cơ quan chủ trì: Sở E",
            "- Hình thức: trực tuyến",
            "III. KINH PHÍ",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "- Phát triển cáp quang. - Phủ sóng."),
        ("II/2", None, None, "Nhân lực"),
        ("II/3", None, None, "Hội nghị"),
    ]


def test_labels_above_bullets_hold_for_them_all() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Hạ tầng",
            "Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B.",
            "- Phát triển cáp quang.",
            "- Phủ sóng.",
            "2. Nhân lực",
            "Cơ quan chủ trì: Sở C.",
            "- Mở lớp.",
            "III. KINH PHÍ",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "- Phát triển cáp quang. - Phủ sóng."),
        ("II/2/1", "II/2", None, "Mở lớp."),
    ]


def test_duties_whose_roles_are_told_in_sentences() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Thể chế",
            "- Lập danh mục.",
            "- Rà soát văn bản (Sở Tư pháp chủ trì, phối hợp với các sở, ngành thực hiện; xong trong quý II/2025).",
            "- Công khai văn bản (Sở Tư pháp chủ trì; các sở, ngành phối hợp).",
            "2. Bộ máy",
            "Sắp xếp các phòng.",
            "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính triển khai thực hiện trong năm 2025.",
            "3. Tiền lương. Giao Sở Nội vụ chủ trì thực hiện.",
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Theo dõi Kế hoạch (Sở Nội vụ chủ trì).",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/1/1", "II/1", None, "Rà soát văn bản"),
        ("II/1/2", "II/1", None, "Công khai văn bản"),
        ("II/2/1", "II/2", None, "Sắp xếp các phòng."),
        ("II/3", None, None, "Tiền lương."),
    ]
    assert cells_of(sheet) == [
        ("Sở Tư pháp", "các sở, ngành", "xong trong quý II/2025"),
        ("Sở Tư pháp", "các sở, ngành", None),
        ("Sở Nội vụ", "Sở Tài chính", "trong năm 2025"),
        ("Sở Nội vụ", None, None),
    ]


def test_a_sentence_behind_a_label_tells_who_does_what() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NỘI DUNG VÀ PHÂN CÔNG",
            "1. Rà soát văn bản.",
            "Phân công: Phòng A chủ trì, phối hợp với các Cảng vụ hàng hải, Phòng B thực hiện. Thời gian: Quý I/2025.",
            "2. Kiểm tra.",
            "Phân công: Phòng B chủ trì, phối hợp với Phòng A thực hiện. Thời gian: Quý II/2025.",
        )
    )
    assert cells_of(sheet) == [
        ("Phòng A", "các Cảng vụ hàng hải, Phòng B", "Quý I/2025"),
        ("Phòng B", "Phòng A", "Quý II/2025"),
    ]


def test_roles_told_in_many_words() -> None:
    told_behind = (
        "(Sở A, các chủ đầu tư thực hiện; thời gian: 2025 - 2026)",
        "(UBND các xã chủ trì; Sở A phối hợp; thời gian: Quý I)",
        "Cơ quan chủ trì là Sở A; cơ quan phối hợp là các xã; thời gian thực hiện trong tháng 4/2025.",
        "Giao Sở A là cơ quan chủ trì, phối hợp chặt chẽ với Sở B tổ chức triển khai, xong trước 30/6/2025.",
    )
    work = (line for i, roles in enumerate(told_behind, 1) for line in (f"{i}/ Việc", f"Làm. {roles}"))
    sheet = sheet_of(*paragraphs("II/ NHIỆM VỤ", *work))
    assert [section.passage.text for section in sheet.sections] == ["NHIỆM VỤ"]
    assert cells_of(sheet) == [
        ("Sở A, các chủ đầu tư", None, "2025 - 2026"),
        ("UBND các xã", "Sở A", "Quý I"),
        ("Sở A", "các xã", "trong tháng 4/2025"),
        ("Sở A", "Sở B", "xong trước 30/6/2025"),
    ]


def test_one_label_behind_a_sentence_names_an_agency() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. NHIỆM VỤ",
            "1. Thể chế:",
            "a. Rà soát văn bản. Chủ trì: Các sở, ban, ngành.",
            "Phối hợp: Sở A. Hoàn thành: Tháng 6.",
            "b. Công khai văn bản. Chủ trì: Sở B.",
            "c. Theo dõi. Chủ trì: làm rõ trách nhiệm.",
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/a", "II/1", None, "Rà soát văn bản"),
        ("II/b", "II/1", None, "Công khai văn bản"),
    ]
    assert cells_of(sheet) == [("Các sở, ban, ngành", "Sở A", "Tháng 6"), ("Sở B", None, None)]


def test_articles_of_a_decision_tell_no_roles_of_duties() -> None:
    article = "Điều 2. Giao Sở A chủ trì, phối hợp với các sở, ngành tổ chức triển khai thực hiện."
    duty = ("Rà soát.", "Giao Sở B chủ trì thực hiện.")
    sheet = sheet_of(*paragraphs("QUYẾT ĐỊNH", article, "I. NHIỆM VỤ", "1. Mạng", *duty, "2. Người", *duty))
    assert cells_of(sheet) == [("Sở B", None, None)] * 2


def test_labels_that_no_list_knows_are_told_by_what_stands_behind_them() -> None:
    def duty(text: str, *said: str) -> tuple[str, ...]:
        names = ("Bên nhận việc", "Bên cùng làm", "Nơi họp", "Hạn chót", "Kết quả nộp về")
        return (text, *(f"- {name}: {what}." for name, what in zip(names, said, strict=True)))

    sheet = sheet_of(
        *paragraphs(
            "II. VIỆC",
            "1. Thể chế",
            *duty("a) Rà soát.", "Sở Nội vụ", "Sở Tư pháp", "Trụ sở", "Quý I/2026", "Báo cáo"),
            *duty("b) Mở lớp.", "Sở Y tế", "Các sở, ngành", "Trực tuyến", "Trước 30/6/2026", "Kỷ yếu"),
        )
    )
    assert [told(activity) for activity in sheet.activities] == [
        ("II/a", "II/1", None, "Rà soát."),
        ("II/b", "II/1", None, "Mở lớp."),
    ]
    assert cells_of(sheet) == [
        ("Sở Nội vụ", "Sở Tư pháp", "Quý I/2026"),
        ("Sở Y tế", "Các sở, ngành", "Trước 30/6/2026"),
    ]
    assert [activity.cells[Role.PRODUCT].text for activity in sheet.activities] == ["Báo cáo", "Kỷ yếu"]


@pytest.mark.parametrize("fields", [("a)", "b)", "c)", "d)"), ("1.1.", "1.2.", "1.3.", "1.4.")])
def test_numbered_labels_of_a_duty_are_no_headings(fields: tuple[str, ...]) -> None:
    def duty(text: str, where: str) -> list[str]:
        said = (f"Nội dung: {text}", f"Địa điểm: {where}", "Thời gian: Quý II", "Đơn vị chủ trì: Sở A")
        return [f"{label} {what}." for label, what in zip(fields, said, strict=True)]

    lines = ["II. VIỆC", "1. Tập huấn", *duty("Mở lớp", "Hội trường"), "2. Thi"]
    sheet = sheet_of(*paragraphs(*lines, *duty("Phát động thi", "Tổ chức tại trường")))
    assert [activity.passage.text for activity in sheet.activities] == ["Mở lớp.", "Phát động thi."]
    assert [task.passage.text for task in sheet.tasks] == ["Tập huấn", "Thi"]
    assert cells_of(sheet) == [("Sở A", None, "Quý II")] * 2


def test_a_caption_above_labels_says_nothing() -> None:
    duty = ("Phân công thực hiện:", "+ Chính: Phòng A.", "+ Hỗ trợ: Phòng B.", "+ Xong: tháng 5/2025.")
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Rà soát.", *duty, "2. Mở lớp.", *duty))
    assert [activity.passage.text for activity in sheet.activities] == ["Rà soát.", "Mở lớp."]
    assert cells_of(sheet) == [("Phòng A", "Phòng B", "tháng 5/2025")] * 2


def test_labels_in_brackets_that_commas_part() -> None:
    said = "(Chủ trì: Sở A, phối hợp: các sở, ngành liên quan, thời gian: Thường xuyên)"
    sheet = sheet_of(
        *paragraphs("II. VIỆC", "Về con người", f"- Mở lớp {said}.", "Về mạng", f"- Nâng cấp {said}.")
    )
    assert [activity.passage.text for activity in sheet.activities] == ["Mở lớp", "Nâng cấp"]
    assert cells_of(sheet) == [("Sở A", "các sở, ngành liên quan", "Thường xuyên")] * 2


def test_a_body_and_a_time_in_brackets_under_steps() -> None:
    lines = ("- Bố trí bàn viết (Văn phòng Sở; tháng 9/2025).", "- Mở hộp thư (Thanh tra Sở, thường xuyên).")
    sheet = sheet_of(*paragraphs("II. VIỆC", "Bước 1. Chuẩn bị", lines[0], "Bước 2. Làm", lines[1]))
    assert [task.passage.text for task in sheet.tasks] == ["Chuẩn bị", "Làm"]
    assert [activity.passage.text for activity in sheet.activities] == ["Bố trí bàn viết", "Mở hộp thư"]
    assert cells_of(sheet) == [
        ("Văn phòng Sở", None, "tháng 9/2025"),
        ("Thanh tra Sở", None, "thường xuyên"),
    ]


@pytest.mark.parametrize("told", ["Sở A; Quý I/2026", "Quý I/2026; Sở A", "Quý I/2026, Sở A"])
def test_a_body_and_a_time_in_brackets_in_either_order(told: str) -> None:
    sheet = sheet_of(*paragraphs("II. VIỆC", f"1. Rà soát ({told}).", f"2. Mở lớp ({told})."))
    assert cells_of(sheet) == [("Sở A", None, "Quý I/2026")] * 2


@pytest.mark.parametrize(
    "last",
    [
        *("Sở B tổ chức thực hiện.", "Tổ chức thực hiện.", "Ông An chủ trì.", "Sở B.", "Khi có yêu cầu."),
        *("Thời gian: sẽ báo sau.", "Cách làm: trực tuyến."),
    ],
)
def test_a_last_sentence_that_gives_no_role_stays_with_the_text(last: str) -> None:
    duties = ("1. Rà soát. Chủ trì: Sở A.", "2. Mở lớp. Chủ trì: Sở A.")
    sheet = sheet_of(*paragraphs("II. VIỆC", *duties, f"3. Kiểm tra. {last}"))
    assert len(sheet.activities) == len(duties)


def test_more_parts_than_roles_have_are_not_looked_into() -> None:
    said = "Giao Sở A chủ trì" + "; Sở B phối hợp" * 40
    assert not sheet_of(*paragraphs("II. VIỆC", f"1. Rà soát. {said}.", f"2. Mở lớp. {said}.")).activities


def test_labels_below_lettered_items_hold_for_them_all() -> None:
    said = "Chịu trách nhiệm chính: Sở A; Cùng tham gia: Sở B; Kỳ hạn: hằng năm."
    lines = ("a) Mở diễn đàn.", "b) Biểu dương.", said)
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Giáo dục", *lines, "2. Nghề", *lines))
    assert [activity.passage.text for activity in sheet.activities] == ["a) Mở diễn đàn. b) Biểu dương."] * 2
    assert cells_of(sheet) == [("Sở A", "Sở B", "hằng năm")] * 2


def test_a_person_in_charge_beside_a_body_and_a_time_without_a_label() -> None:
    said = "người phụ trách: Kế toán trưởng; đơn vị thực hiện: Phòng Kế hoạch; xong trong quý II/2024."
    sheet = sheet_of(*paragraphs("II. VIỆC", f"1. Rà soát quy chế; {said}", f"2. Mua sắm; {said}"))
    assert cells_of(sheet) == [("Phòng Kế hoạch", None, "xong trong quý II/2024")] * 2
    assert [activity.extra["người phụ trách"].text for activity in sheet.activities] == ["Kế toán trưởng"] * 2


@pytest.mark.parametrize("content", ["Công việc", "Nội dung hoạt động", "Việc cần làm"])
def test_what_is_to_be_done_under_its_own_label(content: str) -> None:
    duty = (
        f"{content}: Mở lớp.",
        "→ Cơ quan chịu trách nhiệm: Sở A.",
        "→ Cơ quan, tổ chức cùng phối hợp: Sở B.",
        "→ Thời gian tổ chức: Quý II.",
    )
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Đào tạo", *duty, "2. Thi", *duty))
    assert [activity.passage.text for activity in sheet.activities] == ["Mở lớp."] * 2
    assert cells_of(sheet) == [("Sở A", "Sở B", "Quý II")] * 2


def test_a_label_of_who_that_always_tells_a_time_means_the_time() -> None:
    sheet = sheet_of(
        *paragraphs(
            "II. VIỆC",
            "1. Rà soát.",
            "(Bộ phận phối hợp: Phòng B; Bộ phận thực hiện: Phòng A; Thực hiện: Khi có yêu cầu)",
            "2. Mở lớp.",
            "(Bộ phận phối hợp: Phòng A; Bộ phận thực hiện: Phòng B; Thực hiện: Tháng 3/2026)",
        )
    )
    assert cells_of(sheet) == [
        ("Phòng A", "Phòng B", "Khi có yêu cầu"),
        ("Phòng B", "Phòng A", "Tháng 3/2026"),
    ]


def test_labels_that_bars_part() -> None:
    said = "Cơ quan tham mưu: Sở A | Cơ quan phối hợp: Sở B | Thời gian: Quý I"
    assert (
        cells_of(sheet_of(*paragraphs("II. VIỆC", "1. Một.", said, "2. Hai.", said)))
        == [("Sở A", "Sở B", "Quý I")] * 2
    )


def test_one_odd_value_does_not_spoil_a_label() -> None:
    def duty(who: str, helps: str, due: str) -> tuple[str, ...]:
        said = {"Đơn vị lo chính": who, "Đơn vị lo thêm": helps, "Bao giờ xong": due}
        return tuple(f"{name}: {what}." for name, what in said.items())

    odd = ("Phòng Hỗ trợ nộp thuế", "Các phòng", "Do Cục trưởng quyết định")
    plain = [
        (f"Phòng {name}", "Văn phòng", f"Quý {quarter}/2026") for name, quarter in (("A", "I"), ("B", "II"))
    ]
    lines = [
        line for i, said in enumerate([*plain, odd, *plain], 1) for line in (f"{i}. Việc {i}.", *duty(*said))
    ]
    sheet = sheet_of(*paragraphs("II. VIỆC", *lines))
    assert cells_of(sheet) == [*plain, odd, *plain]


def test_who_leads_is_told_duty_by_duty() -> None:
    own = ("- Bên lo: Bộ Nội vụ.", "- Bên cạnh: Bộ Tài chính.", "- Hạn: Quý I/2026.")
    listed = ("- Đơn vị thực hiện: Bộ Y tế.", "- Hạn: Quý II/2026.")
    sheet = sheet_of(*paragraphs("II. VIỆC", "1. Một.", *own, "2. Hai.", *listed, "3. Ba.", *own))
    first = ("Bộ Nội vụ", "Bộ Tài chính", "Quý I/2026")
    assert cells_of(sheet) == [first, ("Bộ Y tế", None, "Quý II/2026"), first]


def test_a_repeated_label_behind_a_dash_ends_the_text() -> None:
    lines = ("Kiểm tra {} – Nơi được kiểm tra: Trạm Y tế.", "- Chủ trì: Phòng A.", "- Thời gian: Quý I.")
    work = [line.format(i) for i in (1, 2) for line in (f"{i}. {lines[0]}", *lines[1:])]
    sheet = sheet_of(*paragraphs("II. VIỆC", *work))
    assert [activity.passage.text for activity in sheet.activities] == ["Kiểm tra 1", "Kiểm tra 2"]


@pytest.mark.parametrize(
    "label",
    ["Nội dung thứ nhất", "Mục tiêu chung", "Cấp tỉnh", "Đối với cấp xã", "Trong năm"],
)
def test_words_before_a_colon_that_are_no_label_of_a_duty(label: str) -> None:
    lines = (f"- {label}: Sở A làm rõ trách nhiệm, báo cáo.", "- Hằng năm: sơ kết.")
    assert not sheet_of(*paragraphs("II. VIỆC", "1. Một", *lines, "2. Hai", *lines)).activities


def test_who_is_in_charge_is_kept_beside_the_lead() -> None:
    duty = ("- Lãnh đạo phụ trách: Phó Chủ tịch.", "- Đơn vị chủ trì: Sở A.")
    sheet = sheet_of(*paragraphs("II. VIỆC", "1.1. Rà soát.", *duty, "1.2. Mở lớp.", *duty))
    assert [activity.passage.text for activity in sheet.activities] == ["Rà soát.", "Mở lớp."]
    assert [
        {title: cell.text for title, cell in activity.extra.items()} for activity in sheet.activities
    ] == [{"Lãnh đạo phụ trách": "Phó Chủ tịch"}] * 2


def test_labels_without_a_heading_tell_of_the_paragraph_before() -> None:
    sheet = sheet_of(
        *paragraphs("KẾ HOẠCH", "Rà soát.", "Đơn vị chủ trì: Sở A.", "Mở lớp.", "Đơn vị chủ trì: Sở B.")
    )
    assert [activity.passage.text for activity in sheet.activities] == ["Rà soát.", "Mở lớp."]


@pytest.mark.parametrize(
    "text",
    [
        "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án, hoàn thành trước 30/6/2026.",
        "Sở Nội vụ chủ trì theo dõi, đôn đốc.",
        "Rà soát văn bản (do tỉnh chủ trì).",
        "Mở lớp (Sở Nội vụ chủ trì, báo cáo UBND tỉnh).",
        "1. Sở Nội vụ chủ trì, phối hợp với các sở, ngành thực hiện.",
        "Mở lớp (theo Quyết định của UBND tỉnh, năm 2025).",
        "Mở lớp (Sở Nội vụ báo cáo; quý I/2025).",
    ],
)
def test_sentences_that_say_more_than_roles_are_no_labels(text: str) -> None:
    lines = ("II. NHIỆM VỤ", "1. Thể chế", "Rà soát.", text, "2. Bộ máy", "Sắp xếp.", text)
    told = sheet_of(*paragraphs(*lines)).activities
    assert {activity.passage.text for activity in told} <= {text.removeprefix("1. ")}


def test_one_stray_label_makes_no_duty() -> None:
    assert not sheet_of(*paragraphs("1. Việc", "Đơn vị chủ trì: Sở A.")).activities
