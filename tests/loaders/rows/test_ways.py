"""The ways in which plans say who does a duty, who helps and until when; "|" stands for a new paragraph."""

from __future__ import annotations

import pytest

from loaders.layout.model import Paragraph
from tests.loaders.rows.build import cells_of, passage, sheet_of

WORK = ("Rà soát văn bản của ngành", "Tổ chức kiểm tra tại các đơn vị", "Công bố danh mục thủ tục")
WHO = (
    ("Sở Nội vụ", "Văn phòng UBND tỉnh, Sở Tài chính"),
    ("Ban Tổ chức Tỉnh ủy", "các cơ quan tham mưu, giúp việc Tỉnh ủy"),
    ("Các sở, ban, ngành, UBND các huyện", "Vụ Thị trường trong nước"),
)
DUE = ("Quý I/2026", "Tháng 6/2026", "Trước ngày 15/12/2026")

# {t} work, {l} lead, {c} those who help, {d} when
WAYS = [
    "{t}. Giao {l} chủ trì, phối hợp với {c} thực hiện. Thời gian thực hiện: {d}.",
    "{t}.|Giao {l} chủ trì, phối hợp với {c} thực hiện.|Thời gian thực hiện: {d}.",
    "{t}. Thời gian thực hiện: {d}. Giao {l} chủ trì, phối hợp với {c} thực hiện.",
    "{t}.|Thời gian thực hiện: {d}.|Giao {l} chủ trì, phối hợp với {c} thực hiện.",
    "{t}.|Sản phẩm: Báo cáo. Giao {l} chủ trì, phối hợp với {c} thực hiện. Thời gian: {d}.",
    "{t}.|({l} chủ trì, phối hợp với {c} thực hiện. Thời gian: {d}).",
    "{t}.|(Đơn vị chủ trì: {l}; đơn vị phối hợp: {c}; thời gian hoàn thành: {d})",
    "{t} ({l} chủ trì; {c} phối hợp; {d}).",
    "{t} [{l} chủ trì; {c} phối hợp; {d}].",
    "{t} - Chủ trì: {l} - Phối hợp: {c} - Thời gian: {d}",
    "{t}. Thực hiện: {l}; phối hợp: {c}; thời gian: {d}.",
    "{t}.|Đơn vị thực hiện: {l} chủ trì, phối hợp {c}.|Thời gian: {d}.",
    "{t}.|Phân công thực hiện:|- Cơ quan chủ trì: {l};|- Cơ quan phối hợp: {c};|- Thời gian thực hiện: {d}.",
    "{t}.|- Phân công thực hiện: {l} chủ trì, phối hợp với {c}.|- Thời gian thực hiện: {d}.",
    "{t}.|Tổ chức thực hiện: {l} chủ trì, phối hợp với {c}.|Thời gian hoàn thành: {d}.",
    "{t}.|Trách nhiệm thực hiện: {l} chủ trì; {c} phối hợp.|Thời gian: {d}.",
    "{t}.|Giao {l} là cơ quan đầu mối, phối hợp với {c} triển khai thực hiện; thời gian hoàn thành: {d}.",
    "{t}, do {l} chủ trì, phối hợp với {c} thực hiện; thời gian {d}.",
    "{t}, {l} chủ trì, {c} phối hợp, thời gian {d}.",
    "{t}. Nhiệm vụ này do {l} chủ trì, {c} phối hợp; hoàn thành {d}.",
    "{t}.|{l} phối hợp với {c} thực hiện. Thời gian: {d}.",
    "{t}.|Yêu cầu {l} chủ trì, phối hợp với {c} tổ chức thực hiện; thời hạn: {d}.",
    "{t}.|- Thời gian thực hiện: {d}.|- Cơ quan chủ trì: {l}.|- Cơ quan phối hợp: {c}.",
    "{t}.|Cơ quan tham mưu: {l}; cơ quan phối hợp: {c}; thời gian trình: {d}.",
    "{t}.|a) Cơ quan chủ trì: {l}|b) Cơ quan phối hợp: {c}|c) Thời gian thực hiện: {d}",
    "{t}.|Cơ quan chủ trì:|{l}|Cơ quan phối hợp:|{c}|Thời gian:|{d}",
    "{t}.|Giao {l} làm đầu mối, phối hợp cùng với {c} để thực hiện; thời gian: {d}.",
    "{t}.|{l} chịu trách nhiệm chủ trì, phối hợp chặt chẽ với {c}, tổ chức thực hiện. Thời gian: {d}.",
    "{t}.|{l} chủ trì, phối hợp với {c}, và triển khai thực hiện. Thời gian: {d}.",
    "{t}.|Cơ quan chủ trì là {l}; bộ phận phối hợp thực hiện là {c}; thời gian: {d}.",
    "{t}.|Nội dung này được phân công cho {l} chủ trì, {c} cùng phối hợp thực hiện. Thời gian: {d}.",
    "{t}.|{l} có trách nhiệm chủ trì; đồng thời phối hợp cùng {c} tham mưu thực hiện; thời gian: {d}.",
    "{t}. {l} chủ trì, phối hợp với {c} tổ chức triển khai thực hiện, xong {d}.",
    "{t} ({d}; {l} chủ trì; {c} phối hợp).",
    "{t} (giao {l} thực hiện; {c} phối hợp; hoàn thành {d}).",
    "{t} (thời gian {d}, {l} chủ trì, {c} phối hợp).",
]


@pytest.mark.parametrize("item", ["1.{}. ", "({}) "])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_say_who_and_when(way: str, item: str) -> None:
    lines = ["I. MỤC TIÊU", "Nâng cao chất lượng.", "II. NHIỆM VỤ", "1. Thể chế"]
    for number, (text, (lead, helps), due) in enumerate(zip(WORK, WHO, DUE, strict=True), start=1):
        lines += (item.format(number) + way.format(t=text, l=lead, c=helps, d=due)).split("|")
    lines += [
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở A theo dõi.",
        "2. Giao Sở B chủ trì, phối hợp với Sở C thực hiện.",
    ]
    sheet = sheet_of(*(Paragraph(passage(line, i)) for i, line in enumerate(lines, start=1)))
    assert [activity.passage.text.rstrip(".") for activity in sheet.activities] == list(WORK)
    assert [cells[:2] for cells in cells_of(sheet)] == list(WHO)
    assert all((cells[2] or "").endswith(due) for cells, due in zip(cells_of(sheet), DUE, strict=True))


# Told once, for all the numbered items below the heading {h}.
ONCE = [
    "{h}|Đơn vị chủ trì: {l}. Đơn vị phối hợp: {c}.",
    "{h}|- Đơn vị chủ trì: {l}.|- Đơn vị phối hợp: {c}.",
    "{h}|Cơ quan chủ trì thực hiện các nhiệm vụ thuộc Mục này: {l}; cơ quan phối hợp: {c}.",
    "{h}|Giao {l} chủ trì, phối hợp với {c} thực hiện các nhiệm vụ tại Mục này.",
    "{h}|Giao {l} chủ trì, phối hợp với {c} thực hiện các nhiệm vụ sau:",
    "{h}|Giao {l} chủ trì, phối hợp với {c} thực hiện:",
    "{h}|{l} là cơ quan chủ trì, phối hợp với {c} thực hiện các nhiệm vụ sau đây:",
    "{h}|Các nhiệm vụ tại mục này do {l} chủ trì, phối hợp với {c} thực hiện.",
    "{h}|Các nhiệm vụ dưới đây giao {l} chủ trì, {c} phối hợp thực hiện:",
    "{h} ({l} chủ trì, phối hợp với {c})",
    "{h} (Chủ trì: {l}; phối hợp: {c})",
]
ITEMS = ["{n}. {t}.|- Thời gian thực hiện: {d}.", "{n}. {t}. Thời gian: {d}.", "{n}. {t} ({d}).", "{n}. {t}."]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("once", ONCE)
def test_every_way_to_say_who_for_a_whole_chapter(once: str, item: str) -> None:
    lines = ["I. MỤC TIÊU", "Nâng cao chất lượng."]
    told: list[tuple[str, str]] = []
    for chapter, (lead, helps) in zip(("II. THỂ CHẾ", "III. CHUYỂN ĐỔI SỐ"), WHO, strict=False):
        lines += once.format(h=chapter, l=lead, c=helps).split("|")
        for number, (text, due) in enumerate(zip(WORK, DUE, strict=True), start=1):
            lines += item.format(n=number, t=text, d=due).split("|")
            told.append((lead, helps))
    lines += ["IV. TỔ CHỨC THỰC HIỆN", "1. Sở A theo dõi."]
    sheet = sheet_of(*(Paragraph(passage(line, i)) for i, line in enumerate(lines, start=1)))
    assert [activity.passage.text.rstrip(".") for activity in sheet.activities] == [*WORK, *WORK]
    assert [cells[:2] for cells in cells_of(sheet)] == told


@pytest.mark.parametrize(
    "text", ["Sơ kết Kế hoạch, đề xuất khen thưởng tập thể", "Tổ chức ngày hội chuyển đổi số (10/10)"]
)
def test_what_a_duty_is_about_does_not_hide_who_does_it(text: str) -> None:
    lines = ["II. NHIỆM VỤ", f"1. {text} (Chủ trì: Sở A; phối hợp: Sở B; thời gian: Quý I/2026)"]
    lines += [f"2. {text}.", "(Sở A chủ trì, phối hợp với Sở B; thời gian: quý I/2026)."]
    sheet = sheet_of(*(Paragraph(passage(line, i)) for i, line in enumerate(lines, start=1)))
    assert [activity.passage.text.rstrip(".") for activity in sheet.activities] == [text, text]
    assert [cells[:2] for cells in cells_of(sheet)] == [("Sở A", "Sở B")] * 2
