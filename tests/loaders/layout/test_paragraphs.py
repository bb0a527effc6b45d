"""Wrapped lines to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.model import Line
from loaders.layout.paragraphs import join_paragraphs

WRAPPED = [
    (
        [
            "Đẩy mạnh triển khai thực hiện các nhiệm vụ",
            "",
            "về công tác cải cách.",
            "",
            "I. MỤC TIÊU",
            "1. Nâng cao",
        ],
        ["Đẩy mạnh triển khai thực hiện các nhiệm vụ về công tác cải cách.", "I. MỤC TIÊU", "1. Nâng cao"],
    ),
    (
        [
            "Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ về",
            "ban hành Đề án; Quyết định số 143/2020/NĐ-",
            "CP",
        ],
        ["Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ về ban hành Đề án; Quyết định số 143/2020/NĐ-CP"],
    ),
    (
        [
            "1 ngày 25/10/2017 về tổ chức bộ máy.",
            "2 ngày 04 tháng 4 năm 2014 của Chính phủ; trong vòng 1",
            "2 ngày 5/6",
        ],
        [
            "1 ngày 25/10/2017 về tổ chức bộ máy.",
            "2 ngày 04 tháng 4 năm 2014 của Chính phủ; trong vòng 1 2 ngày 5/6",
        ],
    ),
    (
        [
            "1. Các sở, cơ quan, đơn vị thuộc tỉnh; cấp huyện",
            "1.1. Căn cứ Kế hoạch này, các đơn vị tại điểm",
            "2.1. Thực hiện",
        ],
        [
            "1. Các sở, cơ quan, đơn vị thuộc tỉnh; cấp huyện",
            "1.1. Căn cứ Kế hoạch này, các đơn vị tại điểm 2.1. Thực hiện",
        ],
    ),
    (
        [
            "1. Các sở, cơ quan thuộc UBND tỉnh; UBND cấp huyện;",
            "UBND cấp xã",
            "Tổ chức thực hiện Kế hoạch này đúng tiến độ, hiệu quả;",
        ],
        [
            "1. Các sở, cơ quan thuộc UBND tỉnh; UBND cấp huyện; UBND cấp xã",
            "Tổ chức thực hiện Kế hoạch này đúng tiến độ, hiệu quả;",
        ],
    ),
    (
        ["SỞ NỘI VỤ", "_____", "Kính gửi các đơn vị thuộc và trực thuộc"],
        ["SỞ NỘI VỤ", "_____", "Kính gửi các đơn vị thuộc và trực thuộc"],
    ),
    (
        ["1.1. Xây dựng cơ chế chính sách cho địa phương", "a) Cơ quan chủ trì: Sở A."],
        ["1.1. Xây dựng cơ chế chính sách cho địa phương", "a) Cơ quan chủ trì: Sở A."],
    ),
    (
        ["Điều 1. Ban hành Chương trình của Tỉnh ủy khóa XXI.", "Điều 2. Quyết định này có hiệu lực."],
        ["Điều 1. Ban hành Chương trình của Tỉnh ủy khóa XXI.", "Điều 2. Quyết định này có hiệu lực."],
    ),
    (
        ["Thực hiện theo quy định tại khoản 2 và điểm", "a) khoản 3"],
        ["Thực hiện theo quy định tại khoản 2 và điểm a) khoản 3"],
    ),
    (
        ["KẾ HOẠCH NĂM 2025 CỦA SỞ", "(Ban hành kèm theo Quyết định)"],
        ["KẾ HOẠCH NĂM 2025 CỦA SỞ", "(Ban hành kèm theo Quyết định)"],
    ),
    (["3. Rà soát, đánh giá, đơn giản hóa", "TTHC"], ["3. Rà soát, đánh giá, đơn giản hóa TTHC"]),
    (["n" * 60, "W" + "m" * 37, "Đầu tư"], [f"{'n' * 60} W{'m' * 37} Đầu tư"]),  # as wide, with fewer letters
    (
        [
            "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2025",
            "PHẦN I. KẾT QUẢ",
            "Trong năm qua, các cơ quan đã hoàn thành nhiều nhiệm vụ được giao.",
        ],
        [
            "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2025",
            "PHẦN I. KẾT QUẢ",
            "Trong năm qua, các cơ quan đã hoàn thành nhiều nhiệm vụ được giao.",
        ],
    ),
    (
        ["Cải cách hành chính năm 2025", "II. NHIỆM VỤ", "Rà soát."],
        ["Cải cách hành chính năm 2025", "II. NHIỆM VỤ", "Rà soát."],
    ),
    (["một", " ", "hai"], ["một", "hai"]),
    ([], []),
]


def lines_of(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(("texts", "paragraphs"), WRAPPED)
def test_paragraphs(texts: list[str], paragraphs: list[str]) -> None:
    assert [paragraph.text for paragraph in join_paragraphs(lines_of(texts))] == paragraphs


CRAWLED = [
    (
        ["- Tỷ lệ thu gom rác thải đạt 87", "%;", "- Tỷ lệ cây xanh đạt 9,5", "% diện tích."],
        ["- Tỷ lệ thu gom rác thải đạt 87 %;", "- Tỷ lệ cây xanh đạt 9,5 % diện tích."],
    ),
    (
        [
            "THỰC HIỆN TRỒNG RỪNG MÙA XUÂN NĂM 2022 -",
            "2023",
            "Căn cứ Quyết định số 5/QĐ-TTg về trồng",
            "rừng;",
        ],
        [
            "THỰC HIỆN TRỒNG RỪNG MÙA XUÂN NĂM 2022 - 2023",
            "Căn cứ Quyết định số 5/QĐ-TTg về trồng rừng;",
        ],
    ),
    (
        ["BẢO VỆ RỪNG TẠI TỈNH HÀ GIANG", "Thực hiện Kế hoạch số 7/KH-UBND của"],
        ["BẢO VỆ RỪNG TẠI TỈNH HÀ GIANG", "Thực hiện Kế hoạch số 7/KH-UBND của"],
    ),
    (
        ["1.1. Rà soát các quy định (Đơn vị thực hiện:", "Phòng Tư pháp; thời hạn: Quý I)."],
        ["1.1. Rà soát các quy định (Đơn vị thực hiện: Phòng Tư pháp; thời hạn: Quý I)."],
    ),
    (
        [
            "Phát động, duy trì quỹ của tỉnh; giám sát việc",
            "thực hiện chính sách giảm nghèo ở các cơ sở.",
            "Trong quá trình thực hiện, nếu có khó khăn thì",
            "báo cáo.",
        ],
        [
            "Phát động, duy trì quỹ của tỉnh; giám sát việc thực hiện chính sách giảm nghèo ở các cơ sở.",
            "Trong quá trình thực hiện, nếu có khó khăn thì báo cáo.",
        ],
    ),
    (
        ["CỘNG", "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    ),
    (
        ["BAN HÀNH QUY CHẾ CỦA TỈNH HÀ GIANG", "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG", "Căn cứ Luật Thủy lợi;"],
        ["BAN HÀNH QUY CHẾ CỦA TỈNH HÀ GIANG", "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG", "Căn cứ Luật Thủy lợi;"],
    ),
    (
        ["KẾ HOẠCH KIỂM TRA NỘI BỘ CỦA", "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG NĂM 2024"],
        ["KẾ HOẠCH KIỂM TRA NỘI BỘ CỦA ỦY BAN NHÂN DÂN TỈNH HÀ GIANG NĂM 2024"],
    ),
    (
        [
            "Nâng cấp kho dữ liệu dùng chung của tỉnh",
            "Chủ trì: Sở A; phối hợp: Sở B, Sở C, Sở D",
            "Thời hạn: Quý I",
        ],
        [
            "Nâng cấp kho dữ liệu dùng chung của tỉnh",
            "Chủ trì: Sở A; phối hợp: Sở B, Sở C, Sở D",
            "Thời hạn: Quý I",
        ],
    ),
    (
        ["3. Nhóm nhiệm vụ về nhân lực của tỉnh", "Nội dung: Đào tạo cán bộ chuyên trách"],
        ["3. Nhóm nhiệm vụ về nhân lực của tỉnh", "Nội dung: Đào tạo cán bộ chuyên trách"],
    ),
    (["đơn vị được phân công", "chủ trì: báo cáo"], ["đơn vị được phân công chủ trì: báo cáo"]),
    (
        ["Kiểm tra công vụ năm 2024 trên địa bàn xã Bình Minh", "Căn cứ Luật Thủy lợi năm 2017, xã ban hành"],
        ["Kiểm tra công vụ năm 2024 trên địa bàn xã Bình Minh", "Căn cứ Luật Thủy lợi năm 2017, xã ban hành"],
    ),
    (
        ["Kiểm tra công vụ của Phòng Nội vụ huyện", "Thực hiện Công văn số 2/SNV-CCHC của Sở Nội vụ, Phòng"],
        ["Kiểm tra công vụ của Phòng Nội vụ huyện", "Thực hiện Công văn số 2/SNV-CCHC của Sở Nội vụ, Phòng"],
    ),
    (
        ["1. Kiểm tra hồ sơ lưu trữ của các cơ quan", "2. Ủy ban", "+ Lập đoàn kiểm tra tại các xã"],
        ["1. Kiểm tra hồ sơ lưu trữ của các cơ quan", "2. Ủy ban", "+ Lập đoàn kiểm tra tại các xã"],
    ),
    (
        ["1.4. Ban Quản lý cụm công nghiệp", "- Rà soát nhu cầu nhà ở của công nhân trong cụm"],
        ["1.4. Ban Quản lý cụm công nghiệp", "- Rà soát nhu cầu nhà ở của công nhân trong cụm"],
    ),
    (
        ["Lắp thêm máy lấy số tự động ở khu tiếp đón của viện.", "Đầu mối thực hiện: Khoa Khám bệnh"],
        ["Lắp thêm máy lấy số tự động ở khu tiếp đón của viện.", "Đầu mối thực hiện: Khoa Khám bệnh"],
    ),
    (
        [
            "- Bố trí biển chỉ dẫn tại Bộ phận Một cửa. Thực hiện:",
            "Văn phòng. Quý I/2026",
            "- Duy trì đường dây",
        ],
        [
            "- Bố trí biển chỉ dẫn tại Bộ phận Một cửa. Thực hiện: Văn phòng. Quý I/2026",
            "- Duy trì đường dây",
        ],
    ),
    (
        ["- Kiến nghị của Sở Lao động", "- Thương binh và Xã hội tỉnh"],
        ["- Kiến nghị của Sở Lao động - Thương binh và Xã hội tỉnh"],
    ),
    (
        ["Bước 1. Chuẩn bị", "- Rà soát văn bản của các sở, ngành"],
        ["Bước 1. Chuẩn bị", "- Rà soát văn bản của các sở, ngành"],
    ),
    (["thực hiện Quý III,", "IV/2024."], ["thực hiện Quý III, IV/2024."]),
    (["a. Rà soát văn bản của tỉnh", "b. Kiểm tra"], ["a. Rà soát văn bản của tỉnh", "b. Kiểm tra"]),
    (
        ["- Thời gian: Hằng quý", "3. Chuẩn hóa quy trình"],
        ["- Thời gian: Hằng quý", "3. Chuẩn hóa quy trình"],
    ),
    (
        ["Cơ quan chủ trì: Đài Phát thanh", "- Truyền hình tỉnh; phối hợp: Sở A.", "- Mở lớp"],
        ["Cơ quan chủ trì: Đài Phát thanh - Truyền hình tỉnh; phối hợp: Sở A.", "- Mở lớp"],
    ),
    (
        ["Rà soát văn bản (Chủ trì: Sở A.", "Phối hợp: Sở B).", "Công khai danh mục."],
        ["Rà soát văn bản (Chủ trì: Sở A. Phối hợp: Sở B).", "Công khai danh mục."],
    ),
    (
        ["Cơ quan chủ trì: Sở A; cơ quan phối hợp:", "Sở B; thời gian:", "Quý I/2026.", "- Mở lớp"],
        ["Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B; thời gian: Quý I/2026.", "- Mở lớp"],
    ),
    (
        ["Phân công: Sở Nội vụ chủ trì;", "Văn phòng tỉnh, Sở B phối hợp.", "- Mở lớp"],
        ["Phân công: Sở Nội vụ chủ trì; Văn phòng tỉnh, Sở B phối hợp.", "- Mở lớp"],
    ),
    (
        ["- Theo dõi việc thực hiện Kế hoạch.", "Sở A:", "- Báo cáo."],
        ["- Theo dõi việc thực hiện Kế hoạch.", "Sở A:", "- Báo cáo."],
    ),
    (
        ["1. Rà soát văn bản - Chủ trì: Sở A -", "Phối hợp: Sở B"],
        ["1. Rà soát văn bản - Chủ trì: Sở A - Phối hợp: Sở B"],
    ),
    (["1. Thể chế.", "-  Rà soát văn bản.", "-   Mở lớp"], ["1. Thể chế.", "- Rà soát văn bản.", "- Mở lớp"]),
    (["- Phối hợp: Công an phường", "2- Ngoại khóa"], ["- Phối hợp: Công an phường", "2- Ngoại khóa"]),
    (["1. Cải cách", "(1) Rà soát văn bản của tỉnh"], ["1. Cải cách", "(1) Rà soát văn bản của tỉnh"]),
    (["6. Xây dựng chính quyền số", "6.1. Nền tảng"], ["6. Xây dựng chính quyền số", "6.1. Nền tảng"]),
    (
        ["Nơi làm: Sở A", "Xong: Quý I/2026", "- Mở lớp", "Nơi làm: Sở B", "Xong: Quý II/2026", "Tổng kết"],
        ["Nơi làm: Sở A", "Xong: Quý I/2026", "- Mở lớp", "Nơi làm: Sở B", "Xong: Quý II/2026", "Tổng kết"],
    ),
    (["hoàn thành từ Quý", "I/2026 đến hết năm"], ["hoàn thành từ Quý I/2026 đến hết năm"]),
    (["theo quy định tại khoản", "2. Các cơ quan"], ["theo quy định tại khoản 2. Các cơ quan"]),
    (["TM.", "ỦY BAN NHÂN DÂN TỈNH", "KT. CHỦ TỊCH"], ["TM. ỦY BAN NHÂN DÂN TỈNH KT. CHỦ TỊCH"]),
    (["I. CƠ SỞ BAN HÀNH", "KẾ HOẠCH", "1. Chỉ thị"], ["I. CƠ SỞ BAN HÀNH KẾ HOẠCH", "1. Chỉ thị"]),
    (
        ["BAN HÀNH KẾ HOẠCH TRỒNG RỪNG PHÒNG HỘ NĂM 2024", "ỦY", "BAN NHÂN DÂN TỈNH HÀ NAM"],
        ["BAN HÀNH KẾ HOẠCH TRỒNG RỪNG PHÒNG HỘ NĂM 2024", "ỦY BAN NHÂN DÂN TỈNH HÀ NAM"],
    ),
    (
        ["BAN HÀNH KẾ HOẠCH TRỒNG RỪNG TRÊN ĐỊA BÀN TỈNH KHÁNH", "HÒA", "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"],
        ["BAN HÀNH KẾ HOẠCH TRỒNG RỪNG TRÊN ĐỊA BÀN TỈNH KHÁNH HÒA", "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"],
    ),
    (["I. MỤC TIÊU,", "YÊU CẦU", "1. Mục tiêu"], ["I. MỤC TIÊU, YÊU CẦU", "1. Mục tiêu"]),
    (["hoàn thành trong năm", "2025", "Thực hiện rà soát"], ["hoàn thành trong năm 2025 Thực hiện rà soát"]),
]


@pytest.mark.parametrize(("texts", "paragraphs"), CRAWLED)
def test_paragraphs_of_crawled_pages(texts: list[str], paragraphs: list[str]) -> None:
    found = join_paragraphs(lines_of(texts), ragged=True)
    assert [paragraph.text for paragraph in found] == paragraphs


@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs")), max_size=40), max_size=30))
def test_no_letter_is_lost_and_every_one_knows_its_line(texts: list[str]) -> None:
    paragraphs = join_paragraphs(lines_of(texts))
    joined = "".join("".join(paragraph.text.split()) for paragraph in paragraphs)
    assert joined == "".join("".join(text.split()) for text in texts)
    numbers = [line.number for paragraph in paragraphs for line in paragraph.passage.lines]
    assert numbers == sorted(numbers)


def test_where_no_column_breaks_the_lines_each_ends_a_paragraph() -> None:
    heading = "1. Thực hiện cơ chế tự chủ của đơn vị sự nghiệp công lập theo Nghị định của Chính phủ"
    lines = [
        heading,
        "- Giao quyền tự chủ cho các đơn vị sự nghiệp công lập.",
        *["Đơn vị chủ trì: Sở Y tế."] * 20,
    ]
    wrapped = [Line(n, text) for n, text in enumerate(lines, 1)]
    assert joined(wrapped)[0] == f"{lines[0]} {lines[1]}"  # nothing tells that the first line had room
    longer = [*wrapped, Line(30, "Giao Sở Y tế theo dõi, kiểm tra, tổng hợp. " * 4), Line(31, heading * 3)]
    assert joined(longer)[:2] == lines[:2]


def joined(lines: list[Line]) -> list[str]:
    return [paragraph.text for paragraph in join_paragraphs(lines)]
