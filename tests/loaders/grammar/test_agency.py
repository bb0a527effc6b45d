"""Agency lists: pairs of print and names, the hand-checked readings, and properties."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats import read_layout
from loaders.grammar import agency
from loaders.grammar.abbreviation import Abbreviations

ROOT = Path(__file__).parents[3]
GENERAL = Abbreviations.general()
ALL, HUYEN, XA = "Các sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã"
UNITS = "Các đơn vị sự nghiệp công lập"

PAIRS: list[tuple[str | None, list[str]]] = [
    ("Văn phòng HĐND và UBND huyện; Phòng Nội vụ", ["Văn phòng HĐND và UBND huyện", "Phòng Nội vụ"]),
    ("Văn phòng HĐND&UBND xã", ["Văn phòng HĐND và UBND xã"]),
    ("Thường trực HĐND tỉnh", ["Thường trực HĐND tỉnh"]),
    (None, []),
    ("", []),
    (" ; . ", []),
    # lists
    ("Chi cục Chăn nuôi, Thú y và Thủy sản", ["Chi cục Chăn nuôi, Thú y và Thủy sản"]),
    ("Phòng Tổ chức, Pháp chế và Thi đua; Sở A", ["Phòng Tổ chức, Pháp chế và Thi đua", "Sở A"]),
    ("Các Sở: Nội vụ, Ban Dân tộc", ["Sở Nội vụ", "Ban Dân tộc"]),
    ("Các sở Nội vụ, Ban Dân tộc", ["Các sở Nội vụ", "Ban Dân tộc"]),
    ("Phòng Nội vụ, Tư pháp và Y tế", ["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Y tế"]),
    ("Chi cục Kiểm lâm, Công Thương và Sở Y tế", ["Chi cục Kiểm lâm", "Công Thương", "Sở Y tế"]),
    ("UBND các huyện Cao Lộc, Chi Lăng", ["UBND huyện Cao Lộc", "UBND huyện Chi Lăng"]),
    ("UBND các huyện: A, B, xã C", ["UBND huyện A", "UBND huyện B", "UBND xã C"]),
    ("UBND các xã, phường, đặc khu Phú Quý; Đặc khu Côn Đảo", [XA, "Đặc khu Côn Đảo"]),
    (
        "- Sở Lao động - Thương binh và Xã hội; - Sở Y tế - Phòng Kinh tế - Hạ tầng - UBND các huyện",
        ["Sở Lao động - Thương binh và Xã hội", "Sở Y tế", "Phòng Kinh tế - Hạ tầng", "UBND cấp huyện"],
    ),
    ("Đ/c Chủ tịch, Phó Chủ tịch UBND xã", ["Đ/c Chủ tịch, Phó Chủ tịch UBND xã"]),
    ("Công an tỉnh, huyện", ["Công an tỉnh", "Công an huyện"]),
    (
        "Ban Chỉ huy quân sự tỉnh, huyện, xã",
        ["Ban Chỉ huy quân sự tỉnh", "Ban Chỉ huy quân sự huyện", "Ban Chỉ huy quân sự xã"],
    ),
    ("Bộ Chỉ huy quân sự tỉnh; huyện", ["Bộ Chỉ huy quân sự tỉnh", "Huyện"]),
    ("Phòng Nội vụ; Phòng Tư pháp cấp huyện", ["Phòng Nội vụ", "Phòng Tư pháp cấp huyện"]),
    ("Phòng Nội vụ cấp xã, Phòng Tư pháp cấp huyện", ["Phòng Nội vụ cấp xã", "Phòng Tư pháp cấp huyện"]),
    ("Các phòng Nghiệp vụ Y; Phòng B", ["Các phòng Nghiệp vụ Y", "Phòng B"]),
    (
        "Ban Quản lý Khu kinh tế, Khu công nghệ cao; Sở Y tế",
        ["Ban Quản lý Khu kinh tế, Khu công nghệ cao", "Sở Y tế"],
    ),
    ("Cơ quan, ngành, đoàn thể", ["Cơ quan, ngành, đoàn thể"]),
    (
        "Các Sở: Nội vụ, Tài chính; Hội Nông dân và phát triển",
        ["Sở Nội vụ", "Sở Tài chính", "Hội Nông dân và phát triển"],
    ),
    ("các phòng: A, B; Trung tâm C và D", ["Phòng A", "Phòng B", "Trung tâm C và D"]),
    ("Sở A, các Cảng vụ hàng hải tổ chức thực hiện", ["Sở A", "Các Cảng vụ hàng hải"]),
    ("Cơ quan, đơn vị thực hiện", ["Cơ quan, đơn vị thực hiện"]),
    ("Phòng Khoa học - Công nghệ và Môi trường", ["Phòng Khoa học - Công nghệ và Môi trường"]),
    ("Thủ trưởng cơ quan, đơn vị", ["Thủ trưởng cơ quan, đơn vị"]),
    ("UBND các huyện, thị xã, thành phố ven biển", ["UBND các huyện, thị xã, thành phố ven biển"]),
    (
        "Các vụ, cục liên quan; Cục Nhà giáo và Cán bộ quản lý giáo dục",
        ["Các vụ, cục liên quan", "Cục Nhà giáo và Cán bộ quản lý giáo dục"],
    ),
    ("Sở Công Thương; các tập đoàn, tổng công ty", ["Sở Công Thương", "Các tập đoàn, tổng công ty"]),
    ("Các huyện ủy, thị ủy, thành ủy", ["Các huyện ủy, thị ủy, thành ủy"]),
    (
        "Ban Quản lý các Khu công nghiệp, khu kinh tế; Sở Xây dựng",
        ["Ban Quản lý các Khu công nghiệp, khu kinh tế", "Sở Xây dựng"],
    ),
    ("Vụ Pháp chế, Cục Thuế", ["Vụ Pháp chế", "Cục Thuế"]),
    ("các sở giáo dục và đào tạo", ["Các sở giáo dục và đào tạo"]),
    ("Các Sở Y tế, Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Các doanh nghiệp viễn thông, Internet", ["Các doanh nghiệp viễn thông, Internet"]),
    ("Báo và Đài Phát thanh - Truyền hình tỉnh", ["Báo và Đài Phát thanh - Truyền hình tỉnh"]),
    ("Sở Nội vụ; Sở Tư pháp.", ["Sở Nội vụ", "Sở Tư pháp"]),
    ("Sở Y tế, các trung tâm y tế huyện, thị xã", ["Sở Y tế", "Các trung tâm y tế huyện, thị xã"]),
    ("Công an huyện, UBND các xã, thị trấn", ["Công an huyện", "UBND cấp xã"]),
    ("- Sở Nội vụ - Sở Tư pháp - Các sở, ban, ngành", ["Sở Nội vụ", "Sở Tư pháp", ALL]),
    ("Sở Nội vụ và cơ quan liên quan", ["Sở Nội vụ", "Cơ quan liên quan"]),
    ("Sở Nội vụ và Sở Nội vụ", ["Sở Nội vụ"]),
    (
        "Cục Thuế tỉnh, Kho bạc Nhà nước tỉnh, Điện lực tỉnh",
        ["Cục Thuế tỉnh", "Kho bạc Nhà nước tỉnh", "Điện lực tỉnh"],
    ),
    ("Viện, Trường; Doanh nghiệp, Sở, ban, ngành có liên quan", ["Viện", "Trường", "Doanh nghiệp", ALL]),
    ("Liên hiệp các Hội Khoa học và Kỹ thuật", ["Liên hiệp các Hội Khoa học và Kỹ thuật"]),
    ("UBND các xã, phường, đặc khu Phú Quý", [XA]),
    ("Sở Nội vụ; UBND các huyện, thị xã, thành phố Huế; Công an tỉnh", ["Sở Nội vụ", HUYEN, "Công an tỉnh"]),
    ("UBND thành phố Huế, UBND thị xã Hương Thủy", ["UBND thành phố Huế", "UBND thị xã Hương Thủy"]),
    ("Sở Y tế; UBND các huyện, thành phố có rừng", ["Sở Y tế", "UBND các huyện, thành phố có rừng"]),
    ("UBND các huyện, thành phố có liên quan", [HUYEN]),
    ("Sở Y tế phối hợp với Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
    ("Sở Y tế là đơn vị chủ trì; các sở", ["Sở Y tế", ALL]),
    # shared head
    ("các Sở: Tư pháp, Tài chính; UBND huyện, TP", ["Sở Tư pháp", "Sở Tài chính", HUYEN]),
    (
        "Các Sở: Nội vụ; Văn hóa, Thể thao và Du lịch; Khoa học và Công nghệ",
        ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ"],
    ),
    ("Các sở Nội vụ, Tư pháp; Công an tỉnh", ["Sở Nội vụ", "Sở Tư pháp", "Công an tỉnh"]),
    ("Sở Nội vụ, Tài chính và Tư pháp", ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp"]),
    ("UBND các huyện: Đông, Tây và Nam", ["UBND huyện Đông", "UBND huyện Tây", "UBND huyện Nam"]),
    ("các phòng: Kinh tế, Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    (
        "Các Sở: NN&MT, TC, KH&CN",
        ["Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Sở Khoa học và Công nghệ"],
    ),
    (
        "Các Cục: Thủy lợi, Hàng hải và Đường thủy; Vụ Pháp chế",
        ["Cục Thủy lợi", "Cục Hàng hải và Đường thủy", "Vụ Pháp chế"],
    ),
    ("Văn phòng; các phòng Giáo vụ, Hậu cần", ["Văn phòng", "Phòng Giáo vụ", "Phòng Hậu cần"]),
    ("các Trung tâm Dữ liệu, Bưu cục", ["Các Trung tâm Dữ liệu", "Bưu cục"]),
    ("Cục Thuế, các Sở Tư pháp", ["Cục Thuế", "Các Sở Tư pháp"]),
    ("các Sở Tư pháp và Nội vụ", ["Sở Tư pháp", "Sở Nội vụ"]),
    (
        "Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện; Đài Truyền thanh và Truyền hình",
        ["Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện", "Đài Truyền thanh và Truyền hình"],
    ),
    ("Đ/c Lê Na, Phó Trưởng phòng; Văn phòng", ["Đ/c Lê Na, Phó Trưởng phòng", "Văn phòng"]),
    (
        "Các doanh nghiệp bưu chính, viễn thông; Viễn thông tỉnh",
        ["Các doanh nghiệp bưu chính, viễn thông", "Viễn thông tỉnh"],
    ),
    ("Cán bộ, công chức, viên chức, người lao động", ["Cán bộ, công chức, viên chức, người lao động"]),
    # kinds of units
    ("Vụ Pháp chế, các vụ, cục thuộc Bộ", ["Vụ Pháp chế", "Các vụ, cục thuộc Bộ"]),
    ("các phòng, khoa, trung tâm và đơn vị", ["Các phòng, khoa, trung tâm và đơn vị"]),
    ("các khoa, Trung tâm Thông tin", ["Các khoa", "Trung tâm Thông tin"]),
    # shared tail
    ("Phòng Nội vụ, Tư pháp cấp huyện", ["Phòng Nội vụ cấp huyện", "Phòng Tư pháp cấp huyện"]),
    ("Phòng Nội vụ, Phòng Tư pháp cấp huyện", ["Phòng Nội vụ cấp huyện", "Phòng Tư pháp cấp huyện"]),
    ("Sở Nội vụ; Phòng Nội vụ cấp huyện", ["Sở Nội vụ", "Phòng Nội vụ cấp huyện"]),
    (
        "Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã",
        ["Ban Chỉ huy Phòng thủ dân sự cấp tỉnh", "Ban Chỉ huy Phòng thủ dân sự cấp xã"],
    ),
    # parted only by the lines of a cell
    ("Sở Y tế Công an tỉnh Các sở, ban, ngành", ["Sở Y tế", "Công an tỉnh", ALL]),
    ("Thanh tra Sở Nội vụ Hà Đông", ["Thanh tra Sở Nội vụ Hà Đông"]),
    ("Phòng TC-KH, Sở NN và PTNT", ["Phòng Tài chính - Kế hoạch", "Sở Nông nghiệp và Phát triển nông thôn"]),
    (
        "Ban Quản lý Khu kinh tế Đông và các Khu công nghiệp",
        ["Ban Quản lý Khu kinh tế Đông và các Khu công nghiệp"],
    ),
    ("Các cơ quan thông tấn, báo chí", ["Các cơ quan thông tấn, báo chí"]),
    ("UBND các huyện, thị, thành phố", [HUYEN]),
    ("UBND các xã, phường, thị trấn trên địa bàn huyện", [XA]),
    ("UBND 12 xã, phường", [XA]),
    ("Các thôn, tổ dân phố", ["Các thôn, tổ dân phố"]),
    ("Các thôn, bản, khu phố", ["Các thôn, bản, khu phố"]),
    ("Các đảng ủy xã, phường, đặc khu; Sở A", ["Các đảng ủy xã, phường, đặc khu", "Sở A"]),
    ("x", []),
    # groups
    ("Sở, ngành", [ALL]),
    ("Các sở ban, ngành", [ALL]),
    ("Các Sở, ban, ngành trực thuộc UBND tỉnh, UBND các huyện, Thành phố", [ALL, HUYEN]),
    ("Các Sở, cơ quan, đơn vị thuộc UBND tỉnh, UBND cấp huyện, thành phố", [ALL, HUYEN]),
    ("Các sở, ban, ngành Tỉnh; Ủy ban nhân dân xã, phường", [ALL, XA]),
    ("Các sở, ngành, các huyện, TP; các ĐVSN công lập", [ALL, HUYEN, UNITS]),
    ("Các sở, ngành, UBND cấp huyện, cấp xã; Tỉnh đoàn", [ALL, HUYEN, XA, "Tỉnh đoàn"]),
    ("UBND các quận, huyện, thị xã", [HUYEN]),
    ("Uỷ ban nhân dân các xã, phường, đặc khu", [XA]),
    ("Các Sở, ngành; UBND cấp huyện có liên quan", [ALL, HUYEN]),
    # restrictions stay
    ("Các sở, ngành có quản lý các hệ thống thông tin", ["Các sở, ngành có quản lý các hệ thống thông tin"]),
    ("Các sở, ban, ngành chủ quản", ["Các sở, ban, ngành chủ quản"]),
    ("Các đơn vị sự nghiệp công lập đủ điều kiện", ["Các đơn vị sự nghiệp công lập đủ điều kiện"]),
    ("UBND huyện Chợ Đồn", ["UBND huyện Chợ Đồn"]),
    ("UBND phường", ["UBND phường"]),
    ("Công an các xã, phường", ["Công an các xã, phường"]),
    ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
    (
        "Các đơn vị được giao chủ trì triển khai các dự án",
        ["Các đơn vị được giao chủ trì triển khai các dự án"],
    ),
    # general nouns
    ("Văn phòng Bộ; các đơn vị thuộc Bộ", ["Văn phòng Bộ", "Các đơn vị thuộc Bộ"]),
    ("Các cơ quan, đơn vị, địa phương", ["Các cơ quan, đơn vị, địa phương"]),
    ("Các Phòng, ban, đơn vị có liên quan", ["Các phòng, ban, đơn vị có liên quan"]),
    ("Các Sở, ngành, đơn vị, địa phương có liên quan", [ALL, "Đơn vị", "Địa phương có liên quan"]),
    ("Cơ quan, đơn vị và UBND cấp huyện", ["Cơ quan", "Đơn vị", HUYEN]),
    ("Sở Tài chính và cơ quan, địa phương liên quan", ["Sở Tài chính", "Cơ quan, địa phương liên quan"]),
    (
        "Các sở, ngành; các phòng chuyên môn, đơn vị thuộc UBND cấp huyện",
        [ALL, "Các phòng chuyên môn, đơn vị thuộc UBND cấp huyện"],
    ),
    ("Các đơn vị thuộc và trực thuộc Sở", ["Các đơn vị thuộc và trực thuộc Sở"]),
    # brackets
    ("Sở Tư pháp (tự kiểm tra). Các Sở, ngành, địa phương (rà soát)", ["Sở Tư pháp", ALL, "Địa phương"]),
    ("Sở Tư pháp (theo dõi) Các Sở, ngành, UBND cấp huyện (đối với", ["Sở Tư pháp", ALL, HUYEN]),
    # short forms and slips
    ("Sở TT&T T", ["Sở Thông tin và Truyền thông"]),
    ("Sở Thông tin và TT", ["Sở Thông tin và Truyền thông"]),
    ("Sở Văn hoá Thể thao du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở LĐ-TB&XH, Sở NN&MT", ["Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Môi trường"]),
    ("Bộ CHQS tỉnh; UBND cấp xã", ["Bộ Chỉ huy Quân sự tỉnh", XA]),
    ("Bộ Quốc phòng và cơ quan, địa phương liên quan", ["Bộ Quốc phòng", "Cơ quan, địa phương liên quan"]),
    ("Ban Chỉ đạo CCHC tỉnh", ["Ban Chỉ đạo CCHC tỉnh"]),
    ("- Ở cấp tỉnh: Sở Tư pháp; - Ở cấp xã: UBND cấp xã", ["Sở Tư pháp", XA]),
    ("Ban Công nghệ thông tin và Thống kê hải quan", ["Ban Công nghệ thông tin và Thống kê hải quan"]),
    # office-holders
    ("Trưởng các khoa, phòng; Chánh Thanh tra Sở", ["Trưởng các khoa, phòng", "Chánh Thanh tra Sở"]),
    (
        "Giám đốc Sở, Thủ trưởng cơ quan thuộc UBND tỉnh, Chủ tịch UBND huyện, thành phố",
        ["Giám đốc Sở", "Thủ trưởng cơ quan thuộc UBND tỉnh", "Chủ tịch UBND huyện, thành phố"],
    ),
    # names that are whole before a comma
    ("Sở Y tế, cơ sở đào tạo, doanh nghiệp", ["Sở Y tế", "Cơ sở đào tạo", "Doanh nghiệp"]),
    ("Công an tỉnh, cơ sở lưu trú", ["Công an tỉnh", "Cơ sở lưu trú"]),
    ("Trung tâm Y tế huyện, thành phố", ["Trung tâm Y tế huyện, thành phố"]),
    ("Ủy ban KH,CN&MT, Ủy ban Kinh tế", ["Ủy ban KH,CN&MT", "Ủy ban Kinh tế"]),
    ("Các sở, ban, ngành hữu quan", ["Các sở, ban, ngành"]),
]


@pytest.mark.parametrize(("printed", "names"), PAIRS)
def test_names_of_a_list(printed: str | None, names: list[str]) -> None:
    assert list(agency.parse(printed, GENERAL)) == names


@pytest.mark.parametrize("path", sorted((ROOT / "tests/readings").glob("*.json")), ids=lambda path: path.stem)
def test_every_list_of_the_hand_checked_readings(path: Path) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    known = Abbreviations.of_document(read_layout(ROOT / "plans" / reading["doc"]))
    for row in reading["activities"]:
        for role in ("lead", "coord"):
            assert list(agency.parse(row[f"{role}_raw"], known)) == row[role], row["key"]


NAMES = st.sampled_from(
    ["Sở Nội vụ", "Sở Khoa học và Công nghệ", "Công an tỉnh", ALL, HUYEN, XA, "Thanh tra Sở"]
)


@given(st.lists(NAMES, min_size=1, unique=True))
def test_a_list_of_names_gives_these_names(names: list[str]) -> None:
    assert agency.parse("; ".join(names), GENERAL) == tuple(names)


@given(st.text(alphabet="các sở,ban;ngành UBND huyện()-.:&ĐvàP", max_size=400))
def test_any_text_gives_clean_names(text: str) -> None:
    for name in agency.parse(text, GENERAL):
        assert name == name.strip()
        assert "(" not in name


def test_hostile_lengths_are_read_in_bounded_time() -> None:
    for text in ("các sở, " * 5000, "Sở Nội vụ và " * 3000, "(" * 20000, "A" * 50000, "cấp xã, " * 5000):
        agency.parse(text, GENERAL)
