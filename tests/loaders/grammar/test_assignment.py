"""Duties of agencies: by headings, by the subject of a sentence, by the closing words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.formats import read_layout
from loaders.grammar import assignment, body
from loaders.grammar.abbreviation import Abbreviations
from loaders.layout.model import Cell, Layout, Line, Paragraph, Passage, Row, Table
from tests.loaders.grammar.build import layout_of, passage_of

ROOT = Path(__file__).parents[3]
CHAPTER = "KẾ HOẠCH\nI. MỤC ĐÍCH\nSở Y tế chủ trì khám bệnh.\nII. TỔ CHỨC THỰC HIỆN\n"

CASES: list[tuple[str, list[str]]] = [
    ("1. Sở Nội vụ\nChủ trì theo dõi.\nBáo cáo UBND tỉnh.", ["Sở Nội vụ", "Sở Nội vụ"]),
    ("2.1. Sở Nội vụ - Cơ quan thường trực của Ban Chỉ đạo.\n- Hướng dẫn thực hiện.", ["Sở Nội vụ"]),
    (
        "1. Các sở, ban, ngành; UBND cấp xã\n1.1. Căn cứ Kế hoạch này xây dựng kế hoạch.",
        ["Các sở, ban, ngành", "UBND cấp xã"],
    ),
    ("1. Sở Nội vụ có trách nhiệm đôn đốc.", ["Sở Nội vụ"]),
    ("1. Sở Nội vụ:\n(Chi tiết tại phụ lục)\n- Theo dõi.\n2.\nSở Y tế\nBáo cáo.", ["Sở Nội vụ", "Sở Y tế"]),
    ("Sở A (cơ quan thường trực): Theo dõi; tổng hợp.\nSở B: Báo cáo.", ["Sở A", "Sở B"]),
    ("1. Sở A chủ trì; Sở B phối hợp; Sở C, Sở D theo dõi.", ["Sở A", "Sở B", "Sở C", "Sở D"]),
    ("1. Nội dung: Sở Nội vụ theo dõi việc thực hiện.", ["Sở Nội vụ"]),
    ("1. Việc này do Sở Nội vụ thực hiện.", ["Sở Nội vụ"]),
    ("1. Sở Nội vụ\n- Theo dõi.\n2. Sở Tài chính bố trí kinh phí.", ["Sở Nội vụ", "Sở Tài chính"]),
    ("1. Căn cứ Kế hoạch này, các phòng, ban có trách nhiệm thực hiện.", ["Các phòng, ban"]),
    (
        "1. Đề nghị Báo tỉnh; Đài Truyền hình tỉnh: Tăng cường tuyên truyền.",
        ["Báo tỉnh", "Đài Truyền hình tỉnh"],
    ),
    (
        "1. Phòng Hành chính tổ chức - Quản trị có trách nhiệm theo dõi.",
        ["Phòng Hành chính tổ chức - Quản trị"],
    ),
    (
        "Trong quá trình thực hiện nếu có vướng mắc đề nghị các cơ quan, đơn vị phản ánh về Sở.",
        ["Các cơ quan, đơn vị"],
    ),
    ("Trên đây là Kế hoạch, yêu cầu Giám đốc Sở nghiêm túc thực hiện./.", ["Giám đốc Sở"]),
    (
        "1. Trách nhiệm của Sở Y tế\n- Là đầu mối.\n2. Đối với UBND các xã\n- Vận động.",
        ["Sở Y tế", "UBND cấp xã"],
    ),
    ("1. Sở Tư pháp có trách nhiệm:\n- Hướng dẫn;\n- Báo cáo.", ["Sở Tư pháp", "Sở Tư pháp"]),
    ("1. Phân công\na) Sở Y tế: Chủ trì.\nb) Sở Nội vụ: Phối hợp.", ["Sở Y tế", "Sở Nội vụ"]),
    (
        "Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh vận động hội viên tham gia.",
        ["Hội Nông dân tỉnh", "Hội Cựu chiến binh tỉnh"],
    ),
    (
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh.",
        ["Các cơ quan, đơn vị"],
    ),
    (
        "Trong quá trình thực hiện nếu có khó khăn, vướng mắc đề nghị các cơ quan, đơn vị và xã phản ánh.",
        ["Các cơ quan, đơn vị và xã"],
    ),
    (
        "Trong quá trình thực hiện nếu có vướng mắc, các cơ quan phản ánh về Sở Nội vụ để tổng hợp.",
        ["Các cơ quan"],
    ),
    ("Sở Nội vụ:\n- Theo dõi.\nSở Y tế:\n- Báo cáo.", ["Sở Nội vụ", "Sở Y tế"]),
    (
        "1. Sở Nội vụ\nRà soát văn bản; báo cáo UBND tỉnh.\n2. Phòng Kế hoạch tổng hợp\n- Theo dõi.",
        ["Sở Nội vụ", "Phòng Kế hoạch tổng hợp"],
    ),
    ("1. Ban An toàn giao thông tỉnh\n- Theo dõi.", ["Ban An toàn giao thông tỉnh"]),
    ("(1) Sở Nội vụ theo dõi.\n(2) Sở Y tế báo cáo.", ["Sở Nội vụ", "Sở Y tế"]),
    ("1. Phân công Sở Nội vụ theo dõi, đôn đốc.", ["Sở Nội vụ"]),
    ("1. Hội đồng quản lý chất lượng chỉ đạo, giám sát.", ["Hội đồng quản lý chất lượng"]),
    (
        "1. Trưởng các phòng tham mưu, Giám đốc các trung tâm tổ chức thực hiện.",
        ["Trưởng các phòng tham mưu", "Giám đốc các trung tâm"],
    ),
    ("1. Đảng ủy UBND huyện lãnh đạo UBND huyện cụ thể hóa Kế hoạch.", ["Đảng ủy UBND huyện"]),
    (
        "1. Ban lãnh đạo Sở, lãnh đạo các phòng có trách nhiệm đôn đốc.",
        ["Ban lãnh đạo Sở", "Lãnh đạo các phòng"],
    ),
    ("1. Cục Công nghệ thông tin\n- Tổng hợp.", ["Cục Công nghệ thông tin"]),
    ("1. Báo tỉnh, Đài Truyền hình tỉnh tăng thời lượng tin, bài.", ["Báo tỉnh", "Đài Truyền hình tỉnh"]),
    ("1. Sở Y tế - cơ quan thường trực Hội đồng giúp Chủ tịch Hội đồng đôn đốc.", ["Sở Y tế"]),
    ("1- Sở Y tế hướng dẫn thực hiện.\nb/ Sở Nội vụ đôn đốc.", ["Sở Y tế", "Sở Nội vụ"]),
    ("1. Công an xã điều tra, xử lý vi phạm.", ["Công an xã"]),
    ("1. Cục Hải quan tỉnh đơn giản hóa thủ tục.", ["Cục Hải quan tỉnh"]),
    ("Căn cứ tình hình của đơn vị, xây dựng kế hoạch của cơ quan, đơn vị và ban hành.", []),
    (
        "V.1. Sở Y tế: Là đầu mối.\nV.2. Các bệnh viện công lập thực hiện.",
        ["Sở Y tế", "Các bệnh viện công lập"],
    ),
    ("- Định kỳ 6 tháng, hằng năm, các cơ quan, đơn vị báo cáo kết quả.", ["Các cơ quan, đơn vị"]),
    ("1. Các đồng chí thành viên Ban Chỉ đạo tỉnh theo dõi.", ["Các đồng chí thành viên Ban Chỉ đạo tỉnh"]),
    ("2. Các phòng, ban, ngành, đoàn thể huyện: Triển khai.", ["Các phòng, ban, ngành, đoàn thể huyện"]),
    (
        "Hội Luật gia tỉnh tham gia giám sát; BHXH tỉnh niêm yết.",
        ["Hội Luật gia tỉnh", "Bảo hiểm xã hội tỉnh"],
    ),
    ("1. Cơ quan chủ trì: Sở Ngoại vụ.", []),
    ("- Tăng cường công tác giám sát.", []),
    ("Tổ chức phổ biến Kế hoạch.", []),
    ("Các cơ quan có tên dưới đây có trách nhiệm:", []),
    (
        "Trên đây là Kế hoạch; trường hợp có khó khăn, vướng mắc, các cơ quan, địa phương phản ánh về Sở.",
        ["Các cơ quan, địa phương"],
    ),
    ("1\nBan Kiểm soát\nKiểm tra hằng quý.\n2\nSở Y tế\nBáo cáo.", ["Ban Kiểm soát", "Sở Y tế"]),
    ("- Phòng Tổng hợp làm đầu mối theo dõi.", ["Phòng Tổng hợp"]),
    ("1. Các Sở: Y tế, Nội vụ theo chức năng tổ chức thực hiện.", ["Sở Y tế", "Sở Nội vụ"]),
    ("a) Cấp tỉnh: Sở Nội vụ làm đầu mối.", ["Sở Nội vụ"]),
    ("3. Kinh phí: Các cơ quan, đơn vị sử dụng dự toán được giao.", ["Các cơ quan, đơn vị"]),
    ("4. Hằng quý (trước ngày 20), các sở, ngành báo cáo kết quả.", ["Các sở, ban, ngành"]),
    ("2. Trung tâm Xúc tiến du lịch tỉnh tổ chức hội chợ.", ["Trung tâm Xúc tiến du lịch tỉnh"]),
    ("1. Các thành viên Ban Chỉ đạo theo lĩnh vực phụ trách đôn đốc.", ["Các thành viên Ban Chỉ đạo"]),
    (
        "2. Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh và các thành viên Hội đồng đẩy mạnh truyền thông.",
        ["Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Các thành viên Hội đồng"],
    ),
    ("1. Chủ tịch UBND tỉnh trong phạm vi quyền hạn của mình chỉ đạo thực hiện.", ["Chủ tịch UBND tỉnh"]),
    ("2. Phó Hiệu trưởng trực tiếp điều hành.", ["Phó Hiệu trưởng"]),
    ("- Ban Tuyên giáo Tỉnh ủy định hướng tuyên truyền.", ["Ban Tuyên giáo Tỉnh ủy"]),
    ("- Các tổ chức tín dụng đẩy mạnh cho vay.", ["Các tổ chức tín dụng"]),
    ("- Văn phòng Sở thanh quyết toán kinh phí.", ["Văn phòng Sở"]),
    ("4. Đề nghị Hội Nông dân tỉnh, Tỉnh đoàn phát động phong trào.", ["Hội Nông dân tỉnh", "Tỉnh đoàn"]),
    ("Giao Sở Y tế - Cơ quan Thường trực Ban Chỉ đạo theo dõi.", ["Sở Y tế"]),
    ("Kinh phí do Sở Tài chính tham mưu bố trí.", ["Sở Tài chính"]),
    ("Kinh phí do ngân sách nhà nước bảo đảm theo phân cấp.", []),
    ("1. Hội đồng quản lý chất lượng: giám sát.", ["Hội đồng quản lý chất lượng"]),
    (
        "1. Sở Y tế\n- Khám bệnh.\nYêu cầu Thủ trưởng các đơn vị thực hiện.",
        ["Sở Y tế", "Thủ trưởng các đơn vị"],
    ),
    ("1. Phó Trưởng Ban Thường trực: giúp Trưởng Ban.", ["Phó Trưởng Ban Thường trực"]),
    ("1. Các chủ đầu tư dự án: triển khai đúng tiến độ.", ["Các chủ đầu tư dự án"]),
    ("- Trưởng các khu phố vận động nhân dân.", ["Trưởng các khu phố"]),
    ("- Trung tâm Thông tin xúc tiến du lịch tổ chức hội chợ.", ["Trung tâm Thông tin xúc tiến du lịch"]),
    ("1. Hội thi tìm hiểu pháp luật tổ chức tại trường.", []),
    (
        "1. Công đoàn vận động đoàn viên.\n2. Giáo viên chủ nhiệm lồng ghép nội dung vào tiết sinh hoạt.",
        ["Công đoàn", "Giáo viên chủ nhiệm"],
    ),
    ("- Các phòng được kiểm tra chuẩn bị báo cáo.", ["Các phòng được kiểm tra"]),
    ("- Hiệp hội Doanh nghiệp tỉnh tập hợp kiến nghị.", ["Hiệp hội Doanh nghiệp tỉnh"]),
    ("- Chủ tịch UBND các huyện, thành, thị tập trung chỉ đạo.", ["Chủ tịch UBND các huyện, thành, thị"]),
    ("- Tổ chức, cá nhân có liên quan phối hợp thực hiện.", ["Tổ chức, cá nhân có liên quan"]),
    ("- Các hội và tổ chức, đoàn thể vận động hội viên.", ["Các hội", "Tổ chức, đoàn thể"]),
    (
        "1. Sở Y tế\n- Khám bệnh.\nHằng năm, các sở, ngành báo cáo Sở Y tế.",
        ["Sở Y tế", "Các sở, ban, ngành"],
    ),
    ("1. Sở Y tế\n- Khám bệnh.\nHằng năm, báo cáo UBND tỉnh.", ["Sở Y tế", "Sở Y tế"]),
    ("1. Phòng Kế toán là bộ phận thường trực, tổng hợp kết quả.", ["Phòng Kế toán"]),
    (
        "1. Sở Y tế chủ trì thực hiện./.\n\nKế hoạch 15/KH-UBND năm 2025 do Ủy ban nhân dân tỉnh A ban hành\nTải văn bản",
        ["Sở Y tế"],
    ),
    ("1. Rà soát các văn bản do Sở Y tế ban hành.\n2. Kiểm tra do Sở Y tế chủ trì thực hiện.", ["Sở Y tế"]),
    (
        "1. Văn phòng Điều phối Chương trình nông thôn mới tỉnh hướng dẫn các xã.",
        ["Văn phòng Điều phối Chương trình nông thôn mới tỉnh"],
    ),
    (
        "1. Tổ công tác triển khai Đề án số 5 có trách nhiệm đôn đốc.",
        ["Tổ công tác triển khai Đề án số 5"],
    ),
    (
        "1. Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh kiểm tra.",
        ["Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh"],
    ),
    (
        "1. Trung tâm Giám sát, điều hành đô thị thông minh theo dõi chỉ số.",
        ["Trung tâm Giám sát, điều hành đô thị thông minh"],
    ),
    ("1. Các cơ quan, tổ chức hữu quan có trách nhiệm phối hợp.", ["Các cơ quan, tổ chức hữu quan"]),
    ("1. Đoàn kiểm tra liên ngành báo cáo kết quả.", ["Đoàn kiểm tra liên ngành"]),
    ("1. Lãnh đạo, chỉ đạo rà soát văn bản về đất đai.", []),
    (
        "1. Các cơ sở giáo dục xây dựng kế hoạch.\n2. Cơ sở dữ liệu về đất đai phải hoàn thành.",
        ["Các cơ sở giáo dục"],
    ),
    (
        "1. Đội Quản lý trật tự đô thị kiểm tra.\n2. Đội ngũ cán bộ phải nâng cao kỹ năng.",
        ["Đội Quản lý trật tự đô thị"],
    ),
    (
        "1. Trong quá trình thực hiện, nếu cần bổ sung nội dung của Chương trình, các bộ, ngành đề xuất với Chính phủ.",
        ["Các bộ, ngành"],
    ),
]


@pytest.mark.parametrize(("text", "agencies"), CASES)
def test_who_is_given_a_duty(text: str, agencies: list[str]) -> None:
    parts = body.parts(layout_of(CHAPTER + text))
    assert [a.agency for a in assignment.find(parts, Abbreviations.general())] == agencies


def test_names_known_from_the_rows_may_hold_a_verb() -> None:
    parts = body.parts(layout_of(CHAPTER + "1. Phòng Quản lý tổng hợp đôn đốc, báo cáo."))
    known = ["Phòng Quản lý", "Phòng Quản lý tổng hợp"]
    found = assignment.find(parts, Abbreviations.general(), known)
    assert [(a.agency, a.text) for a in found] == [("Phòng Quản lý tổng hợp", "đôn đốc, báo cáo.")]


def test_a_duty_stands_in_its_sentence_and_those_after_it_without_an_agency() -> None:
    lines = (
        "1. Sở Y tế chủ trì khám bệnh.",
        "Tổng hợp báo cáo.",
        "Sở Tài chính bố trí kinh phí.",
    )
    start = Passage.of([Line(i, line) for i, line in enumerate(lines, 7)])
    layout = layout_of(CHAPTER)
    whole = Layout(layout.name, (*layout.blocks, Paragraph(start)), (*layout.lines, *start.lines))
    found = assignment.find(body.parts(whole), Abbreviations.general())
    assert [(a.agency, a.lines) for a in found] == [("Sở Y tế", (7, 8)), ("Sở Tài chính", (9, 9))]


@pytest.mark.parametrize("second", ["thông tin điện tử của xã", "Thông tin điện tử của xã"])
def test_a_name_that_goes_on_like_a_verb_on_the_next_line(second: str) -> None:
    start = Passage.of([Line(7, "1. Sở Y tế; Trang"), Line(8, f"{second} đăng tải kết quả.")])
    layout = layout_of(CHAPTER)
    whole = Layout(layout.name, (*layout.blocks, Paragraph(start)), (*layout.lines, *start.lines))
    found = assignment.find(body.parts(whole), Abbreviations.general())
    assert [(a.agency, a.text) for a in found] == [
        ("Sở Y tế", "đăng tải kết quả."),
        (f"Trang {second}", "đăng tải kết quả."),
    ]


@pytest.mark.parametrize(
    "titles",
    [
        "1. Mục đích\n2. Tổ chức thực hiện\n- {}\n3. Kinh phí\n- {}",
        "A. MỤC ĐÍCH\nB. TỔ CHỨC THỰC HIỆN\nI. {}\nC. KINH PHÍ\nI. {}",
        "PHẦN I. MỤC ĐÍCH\nPHẦN II. TỔ CHỨC THỰC HIỆN\n1. {}\nPHẦN III. KINH PHÍ\n1. {}",
        "I. MỤC ĐÍCH\nII. TỔ CHỨC\nTHỰC HIỆN\n1. {}\nIII. KINH PHÍ\n1. {}",
    ],
)
def test_chapters_are_numbered_in_many_ways(titles: str) -> None:
    text = titles.format("Sở Y tế chủ trì theo dõi.", "Sở Tài chính bố trí kinh phí.")
    parts = body.parts(layout_of(f"KẾ HOẠCH\n{text}"))
    assert [a.agency for a in assignment.find(parts, Abbreviations.general())] == ["Sở Y tế"]


def test_a_table_of_agencies_gives_their_duties() -> None:
    cells = [
        ("1", "Sở Y tế", "Khám bệnh."),
        ("2", "Sở Tài chính; Kho bạc", "Bố trí kinh phí."),
        ("3", "", "Báo cáo."),
    ]
    header = tuple(passage_of(title) for title in ("TT", "Đơn vị", "Trách nhiệm"))
    table = Table(header, tuple(Row(tuple(Cell(passage_of(text)) for text in row)) for row in cells))
    layout = layout_of(CHAPTER)
    whole = Layout(layout.name, (*layout.blocks, table), layout.lines)
    found = assignment.find(body.parts(whole), Abbreviations.general())
    assert [(a.agency, a.text) for a in found] == [
        ("Sở Y tế", "Khám bệnh."),
        ("Sở Tài chính", "Bố trí kinh phí."),
        ("Kho bạc", "Bố trí kinh phí."),
    ]


@pytest.mark.parametrize(
    ("title", "cell", "given"),
    [
        ("Điện thoại", "0209", False),
        ("Đầu mối", "Bà Trần Thị Bình", False),
        ("Ghi chú", "Bố trí kinh phí", True),
        ("Trách nhiệm", "Một cửa", True),
    ],
)
def test_what_a_table_says_of_an_agency_beside_its_duties(title: str, cell: str, given: bool) -> None:
    header = tuple(map(passage_of, ("TT", "Đơn vị", title)))
    table = Table(header, (Row(tuple(Cell(passage_of(text)) for text in ("1", "Sở Y tế", cell))),))
    layout = layout_of(CHAPTER)
    whole = Layout(layout.name, (*layout.blocks, table), layout.lines)
    found = assignment.find(body.parts(whole), Abbreviations.general())
    assert ("Sở Y tế" in [each.agency for each in found]) is given


def test_other_chapters_give_none() -> None:
    parts = body.parts(layout_of(CHAPTER + "III. KINH PHÍ\n1. Sở Tài chính bố trí kinh phí."))
    assert assignment.find(parts, Abbreviations.general()) == ()


@pytest.mark.parametrize("path", sorted((ROOT / "tests/readings").glob("*.json")), ids=lambda path: path.stem)
def test_agencies_of_the_hand_checked_readings(path: Path) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    layout = read_layout(ROOT / "plans" / reading["doc"])
    found = assignment.find(body.parts(layout), Abbreviations.of_document(layout))
    names = {a.agency.casefold() for a in found}
    assert names == {a["agency"].casefold() for a in reading["assignments"]}
    assert all(a.text and a.lines for a in found)


def test_an_article_of_a_decision_may_be_the_chapter_of_duties() -> None:
    layout = layout_of(
        "QUYẾT ĐỊNH\nĐiều 1. Phê duyệt Kế hoạch với các nội dung sau:\nI. MỤC TIÊU\nGiảm nghèo.\n"
        "Điều 2. Tổ chức thực hiện\n1. Sở Công Thương: Chủ trì theo dõi.\n2. Sở Tài chính: Bố trí kinh phí.\n"
        "Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này và tổ chức thực hiện."
    )
    found = assignment.find(body.parts(layout), Abbreviations.general())
    assert [record.agency for record in found] == ["Sở Công Thương", "Sở Tài chính"]


def test_an_article_that_only_says_that_it_gives_is_one_too() -> None:
    layout = layout_of(
        "QUYẾT ĐỊNH\nĐiều 1. Phê duyệt Đề án nuôi ong giai đoạn 2026 - 2030 (có Đề án kèm theo).\nĐiều 2. Giao:\n"
        "a) Sở Y tế trên cơ sở Đề án được phê duyệt, tham mưu kế hoạch hằng năm.\n"
        "b) Sở Tài chính chủ trì, phối hợp với Sở Công Thương bố trí kinh phí.\n"
        "Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này."
    )
    found = assignment.find(body.parts(layout), Abbreviations.general())
    assert [record.agency for record in found] == ["Sở Y tế", "Sở Tài chính"]


DIRECTIVES: list[tuple[str, list[str]]] = [
    (
        "1. Sở Y tế\na) Chủ trì kiểm tra.\nb) Báo cáo.\n2. Công an tỉnh\nTuần tra ban đêm.\n3. Giao Sở Nội vụ theo dõi, đôn đốc./.",
        ["Sở Y tế", "Sở Y tế", "Công an tỉnh", "Sở Nội vụ"],
    ),
    ("1. Sở Y tế chủ trì kiểm tra.\n2. Công an tỉnh tuần tra ban đêm.", []),
    ("1. Mục đích\nNâng cao.\n2. Yêu cầu\nKịp thời.\n3. Sở Y tế chủ trì kiểm tra.\n4. Kinh phí", []),
]


@pytest.mark.parametrize(("text", "agencies"), DIRECTIVES)
def test_a_text_of_numbered_bodies_gives_duties_throughout(text: str, agencies: list[str]) -> None:
    parts = body.parts(layout_of(f"CHỈ THỊ\nVề phòng cháy mùa khô\nỦy ban nhân dân tỉnh yêu cầu:\n{text}"))
    assert [a.agency for a in assignment.find(parts, Abbreviations.general())] == agencies
