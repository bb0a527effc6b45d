"""Duties told as whole sentences, in plans that set no roles apart."""

from __future__ import annotations

import pytest

from loaders.layout.model import Paragraph
from tests.loaders.rows.build import cells_of, passage, sheet_of

# sentence, then who does, who helps, until when
SENTENCES = [
    (
        "Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính, Cục Thuế tỉnh nghiên cứu chính sách hỗ trợ,"
        " trình Ủy ban nhân dân tỉnh trước ngày 31/10/2024.",
        ("Sở Công Thương", "Sở Tài chính, Cục Thuế tỉnh", "trước ngày 31/10/2024"),
    ),
    (
        "Rà soát các điểm du lịch. Trên cơ sở kết quả rà soát, Sở Nội vụ chủ trì, phối hợp với Sở Y tế xây dựng"
        " danh mục ưu tiên. Việc phê duyệt danh mục phải hoàn thành trong quý III/2024.",
        ("Sở Nội vụ", "Sở Y tế", "trong quý III/2024"),
    ),
    (
        "Sửa chữa các tuyến đường vào bản, do Sở Giao thông vận tải chủ trì cùng Sở Tài chính thực hiện."
        " Công việc này phải xong trước tháng 9/2024.",
        ("Sở Giao thông vận tải", "Sở Tài chính", "trước tháng 9/2024"),
    ),
    (
        "Hội Nông dân tỉnh chịu trách nhiệm vận động hội viên phân loại rác; Sở Y tế phối hợp; thực hiện thường xuyên.",
        ("Hội Nông dân tỉnh", "Sở Y tế", "thường xuyên"),
    ),
    (
        "Các điểm bán hàng phải bảo đảm vệ sinh. Trách nhiệm chính thuộc về Công an tỉnh; Sở Y tế phối hợp.",
        ("Công an tỉnh", "Sở Y tế", None),
    ),
    (
        "Trong quý I/2024, Sở Y tế chịu trách nhiệm thay thế túi ni lông; Tỉnh đoàn phối hợp.",
        ("Sở Y tế", "Tỉnh đoàn", "Trong quý I/2024"),
    ),
    (
        "Trường Cao đẳng nghề chịu trách nhiệm tổ chức các lớp học, với sự tham gia của Hội Nông dân tỉnh."
        " Thời gian mở lớp từ tháng 4 đến tháng 9/2024.",
        ("Trường Cao đẳng nghề", "Hội Nông dân tỉnh", "từ tháng 4 đến tháng 9/2024"),
    ),
    (
        "Trung tâm Xúc tiến đầu tư tỉnh được giao làm đầu mối, phối hợp với Báo tỉnh, Đài Phát thanh tỉnh"
        " xây dựng bộ tư liệu ảnh, hoàn thành trước ngày 15/8/2024.",
        ("Trung tâm Xúc tiến đầu tư tỉnh", "Báo tỉnh, Đài Phát thanh tỉnh", "trước ngày 15/8/2024"),
    ),
    (
        "Sở Xây dựng theo dõi, kiểm tra việc thực hiện, hằng năm báo cáo Ủy ban nhân dân tỉnh.",
        ("Sở Xây dựng", None, "hằng năm"),
    ),
]


def activities_of(
    *lines: str, title: str = "II. NHIỆM VỤ, GIẢI PHÁP"
) -> list[tuple[str, tuple[str | None, ...]]]:
    around = [
        "I. MỤC TIÊU",
        "Nâng cao chất lượng.",
        title,
        *lines,
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở A theo dõi.",
    ]
    sheet = sheet_of(*(Paragraph(passage(line, i)) for i, line in enumerate(around, start=1)))
    texts = [activity.passage.text for activity in sheet.activities]
    return list(zip(texts, cells_of(sheet), strict=True))


@pytest.mark.parametrize("item", ["1. {}", "- {}"])
@pytest.mark.parametrize(("sentence", "told"), SENTENCES)
def test_who_does_who_helps_and_until_when(sentence: str, told: tuple[str | None, ...], item: str) -> None:
    lines = [
        "1. Thể chế",
        item.format(sentence).replace("1. ", "a) "),
        item.format(sentence).replace("1. ", "b) "),
    ]
    told_of = activities_of(*lines)
    assert [roles for _, roles in told_of] == [told] * 2
    assert all(sentence.startswith(text) for text, _ in told_of)


def test_each_link_of_a_chain_is_a_duty_below_its_title() -> None:
    chain = "Sở A chủ trì, phối hợp với Sở B lập đề án, hoàn thành trước ngày 31/5/2024; Sở C kiểm tra cống, xong trong tháng 7/2024"
    assert activities_of(f"1. An toàn công trình: {chain}.", f"2. Hậu cần: {chain}.") == [
        ("Sở A chủ trì, phối hợp với Sở B lập đề án, hoàn thành trước ngày 31/5/2024", ("Sở A", "Sở B", "trước ngày 31/5/2024")),
        ("Sở C kiểm tra cống, xong trong tháng 7/2024", ("Sở C", None, "trong tháng 7/2024")),
    ] * 2  # fmt: skip


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("II. NHIỆM VỤ", ["1. Rà soát văn bản.", "2. Cắt giảm thủ tục.", "3. Sở A theo dõi thủ tục."]),
        ("II. PHÂN CÔNG NHIỆM VỤ", ["1. Sở A theo dõi.", "2. Sở B kiểm tra."]),
        ("II. KẾT QUẢ", ["1. Sở A theo dõi.", "2. Sở B kiểm tra."]),
        ("II. NỘI DUNG", ["1. Người ký:", "2. Sở A kiểm tra:"]),
        ("II. NỘI DUNG", ["1. Tổ chức thi hành văn bản.", "2. Tổ chức kiểm tra các sở."]),
    ],
    ids=[
        *("most items name nobody", "duties of agencies"),
        *("no chapter of work", "labels alone", "work like a name"),
    ],
)
def test_what_gives_no_duties(title: str, lines: list[str]) -> None:
    assert activities_of(*lines, title=title) == []


def test_sentences_are_no_duties_where_roles_are_set_apart() -> None:
    lines = [
        "1. Sở A theo dõi văn bản.",
        "2. Họp. Chủ trì: Sở B; phối hợp: Sở C.",
        "3. Thi. Chủ trì: Sở D; phối hợp: Sở E.",
    ]
    assert [text for text, _ in activities_of(*lines)] == ["Họp", "Thi"]
