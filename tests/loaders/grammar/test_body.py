"""The parts of a document: what stands before and below the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats import read_layout
from loaders.grammar import body, document
from tests.loaders.grammar.build import MOTTO, layout_of


def test_a_table_of_work_is_no_part_of_the_preamble(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.md"
    rows = "| TT | Nội dung | Chủ trì | Kết quả |\n|---|---|---|---|\n| A | THỂ CHẾ | | |\n| 1 | Họp | Sở A | Báo cáo |"
    path.write_text(f"{MOTTO}\n\nKẾ HOẠCH\n\nĐào tạo năm 2024\n\n{rows}\n", encoding="utf-8")
    layout = read_layout(path)
    read = document.read(body.parts(layout))
    assert (read.kind, read.title) == ("Kế hoạch", "KẾ HOẠCH Đào tạo năm 2024")


def test_a_signature_may_stand_below_the_annex(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.md"
    rows = "| TT | Nội dung | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Họp | Sở A | Quý I |"
    below = "Nơi nhận:\n\n- Như trên;\n\nGIÁM ĐỐC\n\nLê Văn An"
    path.write_text(f"{MOTTO}\n\nKẾ HOẠCH\n\nĐào tạo\n\nPHỤ LỤC\n\n{rows}\n\n{below}\n", encoding="utf-8")
    layout = read_layout(path)
    assert document.read(body.parts(layout)).signer == "Lê Văn An"


@pytest.mark.parametrize(
    ("line", "part"),
    [("Phụ lục đính kèm.", "body"), ("(Phụ lục 1)", "body"), ("Phụ lục kèm theo", "body"), ("Phụ lục II", "annex"), ("PHỤ LỤC SỐ 1", "annex")],
)  # fmt: skip
def test_a_line_that_names_an_annex(line: str, part: str) -> None:
    layout = layout_of(
        f"KẾ HOẠCH\nI. MỤC TIÊU\nII. NHIỆM VỤ\n{line}\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì."
    )
    assert body.parts(layout).of(5) == part


@pytest.mark.parametrize(
    "listed",
    [
        "Quyết định 15/QĐ-BTP về Kế hoạch chuyển đổi số do Bộ A ban hành\nVăn bản này chưa cập nhật",
        "Kế hoạch 15/KH-UBND năm 2025 thực hiện phong trào học vụ số\nVăn bản này chưa cập nhật",
        "- 1Luật Tổ chức chính quyền\n- 2Quyết định 749/QĐ-TTg năm 2020 do B ban hành\nBản án liên quan",
        "Các văn bản khác\n1. Lịch tiếp công dân\n2. Kế hoạch số 02/KH-VP ngày 06/01/2025",
    ],
)
def test_documents_that_a_portal_lists_below_are_its_frame(listed: str) -> None:
    layout = layout_of(
        f"{MOTTO}\nKẾ HOẠCH\nI. MỤC TIÊU\nII. TỔ CHỨC THỰC HIỆN\n1. Sở A theo dõi./.\n{listed}"
    )
    parts = body.parts(layout)
    assert [block.text for _, block in parts.paragraphs("body")][-1] == "1. Sở A theo dõi./."


def test_the_frame_after_a_signature_holds_no_chapter_of_the_plan() -> None:
    page = f"""{MOTTO}
Số: 12/KH-UBND
KẾ HOẠCH
Chuyển đổi số năm 2025
I. MỤC TIÊU
Nâng cao chất lượng.
Nơi nhận:
CHỦ TỊCH
Phạm Văn Dũng
Kế hoạch 12/KH-UBND năm 2025 chuyển đổi số {"trên địa bàn các xã, phường của tỉnh " * 6}
Văn bản liên quan
THÔNG BÁO
Thực hiện Nghị định 13/2023/NĐ-CP, chúng tôi cập nhật Quy chế"""
    layout = layout_of(page)
    parts = body.parts(layout)
    assert [block.text for _, block in parts.paragraphs("body")] == ["I. MỤC TIÊU", "Nâng cao chất lượng."]
    assert [index for index, _ in parts.paragraphs("frame")] == [10, 11, 12, 13]


@pytest.mark.parametrize(
    ("below", "part"), [("Lê Văn An", "signature"), ("Chỉ đạo các phòng thực hiện tốt Kế hoạch.", "body")]
)
def test_an_office_with_its_body_signs_over_a_name_only(below: str, part: str) -> None:
    parts = body.parts(layout_of(f"KẾ HOẠCH\nĐào tạo\nI. MỤC ĐÍCH\nNâng cao./.\nGIÁM ĐỐC SỞ Y TẾ\n{below}"))
    assert parts.of(4) == parts.of(5) == part


def test_words_of_a_portal_above_the_first_chapter_end_no_document() -> None:
    parts = body.parts(
        layout_of("ĐỀ CƯƠNG\nLượt xem: 12\nI. Căn cứ pháp lý\nCăn cứ Nghị định số 2/2023/NĐ-CP;")
    )
    assert "body" in parts.marks


WORK = "I. MỤC TIÊU\nNâng cao."


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"Thuộc tính văn bản\nSở Y tế tỉnh A\n{MOTTO}\nSố: 1/KH-SYT\nKẾ HOẠCH\nĐào tạo\n{WORK}", "f pppppp bb"),
        (f"Thuộc tính văn bản\nSố hiệu: 12\nUBND TỈNH A\n{MOTTO}\nKẾ HOẠCH\nĐào tạo\n{WORK}", "ff ppppp bb"),
        (f"{MOTTO}\nKẾ HOẠCH\nĐào tạo\nCăn cứ Luật A;\nSở A xây dựng kế hoạch như sau:\nMở lớp.", "pppppp b"),
        (f"{MOTTO}\nQUYẾT ĐỊNH\nĐiều 1. Ban hành.\nNơi nhận:\nCHỦ TỊCH\nVũ An\nUBND TỈNH A\nKẾ HOẠCH\n"
         f"Đào tạo\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n{WORK}", "pppp sss pppp bb"),
        (f"{MOTTO}\nKẾ HOẠCH\nĐào tạo\n{WORK}\nGIÁM ĐỐC\nLê Văn An\nPHỤ LỤC I\nDANH MỤC\n1. Họp", "pppp bb ss aaa"),
        ("I. A\nTheo Luật số 2/2020/QH14[^1].\n[^1] ngày 1/7/2020", "bb n"),
    ],
    ids=["a body above the motto", "a frame of two lines", "a plan without chapters", "a decision and its plan",
         "an annex", "a footnote"],
)  # fmt: skip
def test_the_part_of_every_paragraph(text: str, marks: str) -> None:
    letters = {"footnote": "n"}
    found = "".join(letters.get(mark, mark[0]) for mark in body.parts(layout_of(text)).marks)
    assert found == marks.replace(" ", "")


def test_a_plan_stands_below_the_article_that_holds_it() -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Chương trình sữa học đường với những nội dung sau:\n1.1 MỤC TIÊU\n"
        "- 90% trẻ được uống sữa.\n2. GIẢI PHÁP\n1. Rà soát.\nĐiều 2. Hiệu lực."
    )
    parts = body.parts(layout_of(f"{MOTTO}\nQUYẾT ĐỊNH\nPhê duyệt Chương trình\n{text}"))
    assert next(block.text for _, block in parts.paragraphs("body")) == "1.1 MỤC TIÊU"


def test_a_plan_that_lost_its_first_chapter_begins_with_the_second() -> None:
    parts = body.parts(
        layout_of("KẾ HOẠCH\nĐào tạo\nII. CHỈ TIÊU\n90% hồ sơ.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì.")
    )
    assert [block.text for _, block in parts.paragraphs("body")][:2] == ["II. CHỈ TIÊU", "90% hồ sơ."]
