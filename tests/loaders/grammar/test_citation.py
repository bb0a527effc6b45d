"""Mentions of documents: numbers with slips, dates, issuers, lists, roles, footnotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar import body, citation, dates, document, mention, number
from loaders.grammar.cells import Cell
from loaders.grammar.recital import Recital
from loaders.layout.model import Layout, Line, Paragraph, Passage
from tests.loaders.grammar.build import layout_of, passage_of

NUMBERS = [
    ("213 /KH-UBND", "213/KH-UBND", "Kế hoạch"),
    ("10- CTr/TU", "10-CTr/TU", "Chương trình"),
    ("130/2005/NĐCP", "130/2005/NĐ-CP", "Nghị định"),
    ("13/2019/QĐUBND", "13/2019/QĐ-UBND", "Quyết định"),
    ("92/2009/TT- BTC", "92/2009/TT-BTC", "Thông tư"),
    ("1899/QĐ-TTG", "1899/QĐ-TTg", "Quyết định"),
    ("77/2015/QH13", "77/2015/QH13", "Luật"),
    ("99/2023/NQ-QH15", "99/2023/NQ-QH15", "Nghị quyết"),
    ("15/2014/TTLT-BTP-BNV", "15/2014/TTLT-BTP-BNV", "Thông tư liên tịch"),
    ("08 NQ/TU", "08-NQ/TU", "Nghị quyết"),
    ("88/KH-CĐSP", "88/KH-CĐSP", "Kế hoạch"),
    ("12a/KH-UBND", "12a/KH-UBND", "Kế hoạch"),
    ("05/CV-BCĐTKNQ18", "05/CV-BCĐTKNQ18", "Công văn"),
    ("1234/UBND-NC", "1234/UBND-NC", None),
    ("17/1998/QĐ.UB", "17/1998/QĐ.UB", "Quyết định"),
    ("20NQ/TW", "20-NQ/TW", "Nghị quyết"),
    ("49/-CT /TW", "49-CT/TW", "Chỉ thị"),
    ("3-2018/NQ-CP", "3-2018/NQ-CP", "Nghị quyết"),
    ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "Nghị quyết"),
    ("239/Q Đ-TTg", "239/QĐ-TTg", "Quyết định"),
    ("7/KHLT/A-B-C07-D- E-G-H-K", "7/KHLT/A-B-C07-D-E-G-H-K", "Kế hoạch"),
]


@pytest.mark.parametrize(("printed", "official", "kind"), NUMBERS)
def test_numbers(printed: str, official: str, kind: str | None) -> None:
    found = number.PRINTED.search(f"số {printed} của")
    assert found is not None
    assert found[0] == printed
    assert number.mended(printed) == official
    assert number.kind_of(official) == kind


@pytest.mark.parametrize(
    "text",
    ["ngày 15/7/2021", "24/7", "4G/5G", "25 phút/01 lần", "01 trang/tin", "TCVN ISO 9001:2015", "2021-2030"],
)
def test_what_is_no_number(text: str) -> None:
    assert number.PRINTED.search(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày 25 tháng 12 năm 2023", "2023-12-25"),
        ("ngày 21 /8/2021", "2021-08-21"),
        ("NGÀY 04/9/2025", "2025-09-04"),
        ("ngày /12/2023", "2023-12"),
        ("ngày        tháng 01 năm 2025", "2025-01"),
        ("ngày … tháng … năm 2024", None),
        ("ngày 21/2021", None),
        ("ngày 16/7/20 21 của", "2021-07-16"),
        ("ngày 31/02/2024", None),
        ("ngày 31 tháng 3 tháng 2022", "2022-03-31"),
        ("ngày 22 ngày 12 tháng 2024", "2024-12-22"),
    ],
)
def test_printed_dates(text: str, iso: str | None) -> None:
    assert dates.iso(dates.PRINTED.search(text)) == iso


# text, then (number, kind, date, issuer) of each mention
MENTIONS: list[tuple[str, list[tuple[str | None, str | None, str | None, str | None]]]] = [
    (
        "Nghị quyết số 5- NQ/TW ngày 02/3/2015 của Bộ Chính trị xây dựng vùng trồng chè; Quyết định số 6/QĐ-TTg"
        " c ủa Thủ tướng Chính phủ khen thưởng",
        [
            ("5-NQ/TW", "Nghị quyết", "2015-03-02", "Bộ Chính trị"),
            ("6/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ"),
        ],
    ),
    (
        "ngay từ đầu năm UBND huyện đã ban hành Chương trình hành động số 34/CTr-UBND ngày 08/01/2024 với 90 việc",
        [("34/CTr-UBND", "Chương trình hành động", "2024-01-08", "UBND huyện")],
    ),
    (
        "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về ban hành Chương trình",
        [("76/NQ-CP", "Nghị quyết", "2021-07-15", "Chính phủ")],
    ),
    (
        "Quyết định số 1814/QĐ-UBND ngày 30/9/2021 của Ủy ban nhân dân (UBND) tỉnh Bắc Kạn về ban hành",
        [("1814/QĐ-UBND", "Quyết định", "2021-09-30", "UBND tỉnh Bắc Kạn")],
    ),
    (
        "Nghị định số 107/2020/NĐ-CP, Nghị định số 108/2020/NĐ-CP và Nghị định số 120/2020/NĐ-CP"
        " của Chính phủ và chỉ đạo",
        [(f"{n}/2020/NĐ-CP", "Nghị định", None, "Chính phủ") for n in (107, 108, 120)],
    ),
    (
        "Nghị quyết số 18-NQ/TW, 19-NQ/TW",
        [("18-NQ/TW", "Nghị quyết", None, None), ("19-NQ/TW", "Nghị quyết", None, None)],
    ),
    (
        "Nghị quyết số 99/2023/NQ-QH15 của Quốc hội khóa XV, ngày 24/6/2023 giám sát",
        [("99/2023/NQ-QH15", "Nghị quyết", "2023-06-24", "Quốc hội khóa XV")],
    ),
    (
        "Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015",
        [("77/2015/QH13", "Luật", "2015-06-19", None)],
    ),
    (
        "Luật Phòng, chống ma túy số 73/2021/QH14; Luật Đất đai, Luật Nhà ở số 27/2023/QH15",
        [
            ("73/2021/QH14", "Luật", None, None),
            (None, "Luật", None, None),
            ("27/2023/QH15", "Luật", None, None),
        ],
    ),
    (
        "Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15; Luật Thú y, Luật Chăn nuôi số 32/2018/QH14",
        [
            ("36/2024/QH15", "Luật", None, None),
            (None, "Luật", None, None),
            ("32/2018/QH14", "Luật", None, None),
        ],
    ),
    ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", [(None, "Luật", "2015-06-19", None)]),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Thủy lợi và Luật Đê điều ngày 1/6/2020; Luật Cư trú",
        [(None, "Luật", "2020-06-01", None), (None, "Luật", None, None)],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Thủy lợi và Luật Đê điều số 60/2020/QH14",
        [("60/2020/QH14", "Luật", None, None)],
    ),
    (
        "Luật số 60/2020/QH14 sửa đổi Luật Thủy lợi và Luật Đê điều ngày 1/6/2017",
        [
            ("60/2020/QH14", "Luật", None, None),
            (None, "Luật", None, None),
            (None, "Luật", "2017-06-01", None),
        ],
    ),
    (
        "các Nghị định của Chính phủ: số 5/2014/NĐ-CP ngày 04/4/2014 về thuế; Nghị định số 7/2016/NĐ-CP, thay Nghị "
        "quyết số 2-NQ/TW của Bộ Chính trị; số 8/2017/NĐ-CP. Theo Công văn số 1/BNV-TL",
        [
            ("5/2014/NĐ-CP", "Nghị định", "2014-04-04", "Chính phủ"),
            ("7/2016/NĐ-CP", "Nghị định", None, "Chính phủ"),
            ("2-NQ/TW", "Nghị quyết", None, "Bộ Chính trị"),
            ("8/2017/NĐ-CP", "Nghị định", None, "Chính phủ"),
            ("1/BNV-TL", "Công văn", None, None),
        ],
    ),
    (
        "Quyết định của Thủ tướng Chính phủ số 3/QĐ-TTg ngày 02/02/2024",
        [("3/QĐ-TTg", "Quyết định", "2024-02-02", "Thủ tướng Chính phủ")],
    ),
    (
        "theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 4/TTr-SYT ngày 05/5/2024",
        [("4/TTr-SYT", "Tờ trình", "2024-05-05", "Giám đốc Sở Y tế")],
    ),
    (
        "Xét đề nghị của Sở Xây dựng (cơ quan thường trực) tại Tờ trình số 5/TTr-SXD",
        [("5/TTr-SXD", "Tờ trình", None, "Sở Xây dựng")],
    ),
    (
        "theo ý kiến của Thủ tướng Chính phủ tại Công văn số 6/VPCP-KG",
        [("6/VPCP-KG", "Công văn", None, None)],
    ),
    (
        "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi bởi Luật số 87/2025/QH15",
        [("64/2025/QH15", "Luật", None, None), ("87/2025/QH15", "Luật", None, None)],
    ),
    (
        "Kế hoạch thi hành Luật Thủ đô số 39/2024/QH15 của Quốc hội công bố hôm qua",
        [("39/2024/QH15", "Luật", None, "Quốc hội")],
    ),
    (
        "Kế hoạch số 7/KH-UBND ngày 01/02/2024 và Kế hoạch số 8/KH-UBND cùng ngày của UBND tỉnh",
        [("7/KH-UBND", "Kế hoạch", "2024-02-01", "UBND tỉnh"), ("8/KH-UBND", "Kế hoạch", None, "UBND tỉnh")],
    ),
    (
        "Kế hoạch số 9/KH-UBND, ban hành ngày 03/02/2024 của Ủy ban nhân dân huyện",
        [("9/KH-UBND", "Kế hoạch", "2024-02-03", "UBND huyện")],
    ),
    (
        "Công văn số 12/UBND-NC, 13/UBND-VX1 ngày 02/02/2024; 14/UBND-TH",
        [("12/UBND-NC", "Công văn", None, None), ("13/UBND-VX1", None, "2024-02-02", None)],
    ),
    (
        "Thông tư số 9/2024/TT-BNV[2] ngày 05/01/2024 của Bộ Nội vụ[3] về thi đua",
        [("9/2024/TT-BNV", "Thông tư", "2024-01-05", "Bộ Nội vụ")],
    ),
    (
        "Công văn số64/SNV-CC¹ ngày05/01/2024 của Sở Giáo dục và Đào tạo (GDĐT)",
        [("64/SNV-CC", "Công văn", "2024-01-05", "Sở Giáo dục và Đào tạo")],
    ),
    (
        "Công văn số 5/LĐTBXH-TE ngày 2/3/2020 của Bộ Lao động, Thương binh và Xã hội về trẻ em",
        [("5/LĐTBXH-TE", "Công văn", "2020-03-02", "Bộ Lao động, Thương binh và Xã hội")],
    ),
    (
        "Công văn số 5/BKHĐT-TH ngày 2/3/2020 của Bộ Kế hoạch và Đầu tư, UBND tỉnh",
        [("5/BKHĐT-TH", "Công văn", "2020-03-02", "Bộ Kế hoạch và Đầu tư")],
    ),
    (
        "Căn cứ Nghị định s20/2008/NĐ-CP; Nghị định s 63/2010/NĐ-CP",
        [("20/2008/NĐ-CP", "Nghị định", None, None), ("63/2010/NĐ-CP", "Nghị định", None, None)],
    ),
    (
        "(bổ sung bởi Nghị định số 9/2017/NĐ-CP ngày 7/8/2017), Nghị định số 6/2018/NĐ-CP của Chính phủ",
        [
            ("9/2017/NĐ-CP", "Nghị định", "2017-08-07", None),
            ("6/2018/NĐ-CP", "Nghị định", None, "Chính phủ"),
        ],
    ),
    (
        "các Thông tư của Bộ Y tế: Thông tư số 1/2020/TT-BYT; Thông tư số 2/2021/TT-BYT",
        [
            ("1/2020/TT-BYT", "Thông tư", None, "Bộ Y tế"),
            ("2/2021/TT-BYT", "Thông tư", None, "Bộ Y tế"),
        ],
    ),
    (
        "Kế hoạch số 5-KH/TU của Tỉnh ủy Lai Châu hành động vì trẻ em",
        [("5-KH/TU", "Kế hoạch", None, "Tỉnh ủy Lai Châu")],
    ),
    ("nghị định số 117/2013/NĐ-CP của CP", [("117/2013/NĐ-CP", "Nghị định", None, "Chính phủ")]),
    ("Kế hoạch số:      /KH-VP ngày    tháng 01 năm 2025", [(None, "Kế hoạch", "2025-01", None)]),
    ("(khoản 4, Điều 51 Nghị định)", [(None, "Nghị định", None, None)]),
    ("Kế hoạch này; theo TCVN ISO 9001:2015; xây dựng Đề án sắp xếp; theo Đề án của Bộ Nội vụ", []),
    (
        "góp phần vào Chương trình tổng thể cải cách giai đoạn 2021-2030 của Chính phủ và Đề án số hóa, lưu trữ "
        "giai đoạn 2021-2025, định hướng đến năm 2030.",
        [(None, "Chương trình", None, "Chính phủ"), (None, "Đề án", None, None)],
    ),
    (
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững; Chiến lược quốc gia bình đẳng giới đến năm 2030",
        [(None, "Chương trình", None, None), (None, "Chiến lược", None, None)],
    ),
    (
        "trong Chương trình hành động thực hiện Nghị quyết số 1/NQ-CP của Chính phủ, giai đoạn 2021-2025.",
        [(None, "Chương trình hành động", None, None), ("1/NQ-CP", "Nghị quyết", None, "Chính phủ")],
    ),
    (
        "Thông báo số 7-TB/TWngày 02 tháng 01 năm 2012 của Ban Bí thư; Thông tư số 6/TT-BTCcủa Bộ Tài chính",
        [
            ("7-TB/TW", "Thông báo", "2012-01-02", "Ban Bí thư"),
            ("6/TT-BTC", "Thông tư", None, "Bộ Tài chính"),
        ],
    ),
    (
        "Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ đến các cấp, với tinh thần chủ động",
        [("5/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ")],
    ),
    (
        "Thông tư liên tịch số 4/2010/TTLT-BTC-BNV ngày 01/3/2010 giữa Bộ Tài chính và Bộ Nội vụ hướng dẫn",
        [("4/2010/TTLT-BTC-BNV", "Thông tư liên tịch", "2010-03-01", "Bộ Tài chính và Bộ Nội vụ")],
    ),
    (
        "Nghị quyết số 9-NQ/TU của Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XVI về rừng; "
        "Nghị quyết số 8-NQ/TW của Hội nghị lần thứ 6, Ban Chấp hành Trung ương về dân số",
        [
            (
                "9-NQ/TU",
                "Nghị quyết",
                None,
                "Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XVI",
            ),
            ("8-NQ/TW", "Nghị quyết", None, "Hội nghị lần thứ 6, Ban Chấp hành Trung ương"),
        ],
    ),
    (
        "Nghị quyết số 6-NQ/ĐH ngày 30/9/2020 của Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI",
        [("6-NQ/ĐH", "Nghị quyết", "2020-09-30", "Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI")],
    ),
    (
        "Công văn số 8/AIDS-KH của Cục Phòng, chống HIV/AIDS về báo cáo",
        [("8/AIDS-KH", "Công văn", None, "Cục Phòng, chống HIV/AIDS")],
    ),
]


@pytest.mark.parametrize(("text", "found"), MENTIONS)
def test_mentions(text: str, found: list[tuple[str | None, ...]]) -> None:
    assert [(m.number, m.kind, m.date, m.issuer) for m in mention.scan(text)] == found


# paragraphs of a recital, then the roles of the numbers in them
RECITALS: list[tuple[list[str], list[str]]] = [
    (
        [
            "Thực hiện Kế hoạch năm 2024, từ đầu năm UBND huyện đã ban hành Chương trình hành động số 34/CTr-UBND."
        ],
        ["cited"],
    ),
    (
        [
            "Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ ban hành Kế hoạch triển khai thực hiện Nghị quyết số"
            " 13/NQ-QH15 (gọi tắt là Nghị quyết số 76/NQ-CP), Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai"
            " thực hiện Nghị quyết số 76/NQ-CP của Chính phủ như sau:"
        ],
        ["implements", "cited", "cited", "implements"],
    ),
    (
        [
            "UBND tỉnh ban hành Chương trình hành động của UBND tỉnh về thực hiện Quyết định số 1/QĐ-TTg như sau:"
        ],
        ["implements"],
    ),
    (["Căn cứ Nghị quyết số 1/NQ-CP về nhà ở, Nghị định số 2/2024/NĐ-CP về đất đai;"], ["basis", "basis"]),
    (["Căn cứ Luật Đất đai và Nghị định số 3/2024/NĐ-CP;"], ["basis", "basis"]),
    (["Căn cứ Nghị quyết số 1/NQ-CP;", "Căn cứ Nghị quyết số 2/NQ-CP;"], ["basis", "basis"]),
    (["Căn cứ Nghị quyết số 1/NQ-CP về cải cách; Quyết định số 2/QĐ-TTg về công vụ;"], ["basis", "basis"]),
    (
        ["Căn cứ Quyết định số 1/QĐ-UBND về ban hành Chương trình thực hiện Nghị quyết số 2/NQ-CP"],
        ["basis", "cited"],
    ),
    (
        [
            "Căn cứ Kế hoạch số 1/KH-UBND về thực hiện Nghị quyết số 2/NQ-CP và Nghị quyết số 3-NQ/TU về số;"
            " Thông báo số 4-TB/TW"
        ],
        ["basis", "cited", "cited", "basis"],
    ),
    (
        [
            "Căn cứ Chỉ thị số 1-CT/TW; Kế hoạch số 2-KH/TU của Tỉnh ủy thực hiện Chỉ thị số 1-CT/TW. UBND tỉnh"
        ],
        ["basis", "basis", "cited"],
    ),
    (
        [
            "Thực hiện Nghị định số 1/2015/NĐ-CP quy định chi tiết Luật Hộ tịch và Quyết định số 2/QĐ-TTg, UBND"
        ],
        ["implements", "cited", "implements"],
    ),
    (
        [
            "Căn cứ Luật Thú y, Nghị định số 1/2015/NĐ-CP quy định chi tiết Luật Hộ tịch, Nghị định số 2/2016/NĐ-CP;"
        ],
        ["basis", "basis", "cited", "basis"],
    ),
    (
        [
            "Căn cứ Quyết định số 1/QĐ-TTg phê duyệt Đề án “Cấp thẻ cho mọi người” và Kế hoạch số 2/KH-UBND;"
            " điểm a khoản 1 Điều 3 Thông tư số 3/2023/TT-BNV",
        ],
        ["basis", "cited", "basis", "basis"],
    ),
    (
        ["Căn cứ Kế hoạch số 1/KH-UBND triển khai Đề án “Cấp thẻ cho mọi người” và Nghị quyết số 2-NQ/TU"],
        ["basis", "cited", "cited"],
    ),
    (
        ["Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, sửa đổi bởi Luật số 87/2025/QH15"],
        ["basis", "cited"],
    ),
    (
        ["Thực hiện Nghị quyết số 1/NQ-CP về công vụ; đồng thời triển khai thực hiện Quyết định số 2/QĐ-TTg"],
        ["implements", "implements"],
    ),
    (["Căn cứ Chỉ thị số 1-CT/TW Thực hiện Kế hoạch số 2-KH/TU, Sở"], ["basis", "implements"]),
    (["Thực hiện Căn cứ Kế hoạch số 1/KH-UBND ngày 24/12/2022 của UBND tỉnh."], ["implements"]),
    (
        ["Thực hiện Nghị quyết số 1/NQ-CP; Kế hoạch số 2/KH-UBND, UBND tỉnh ban hành kế hoạch"],
        ["implements"] * 2,
    ),
    (
        ["Căn cứ Luật A ngày 1/1/2015;", "Theo đề nghị của Sở Nội vụ tại Tờ trình số 3/TTr-SNV."],
        ["basis", "cited"],
    ),
    (
        [
            "Căn cứ Nghị quyết số 1/NQ-CP; UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 2/NQ-CP như sau:"
        ],
        ["basis", "implements"],
    ),
    (
        [
            "Căn cứ Nghị quyết số 1/NQ-CP; UBND tỉnh ban hành Kế hoạch hành động thực hiện Nghị quyết số 2/NQ-CP:"
        ],
        ["basis", "implements"],
    ),
    (
        [
            "Thực hiện Quyết định số 1/QĐ-TTg phê duyệt Đề án dữ liệu dân cư (sau đây gọi tắt là Đề án 6) "
            "và Kế hoạch số 2/KH-UBND về dữ liệu dân cư, UBND huyện ban hành Kế hoạch:"
        ],
        ["implements", "implements"],
    ),
    (
        ["Để triển khai thực hiện Quyết định số 1/QĐ-TTg về chuyển đổi số, Sở xây dựng kế hoạch"],
        ["implements"],
    ),
]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Luật Phổ biến, giáo dục pháp luật năm 2012; x", "Luật Phổ biến, giáo dục pháp luật năm 2012"),
        ("Luật Thú y, các nghị định", "Luật Thú y"),
        ("theo Luật Thú y năm nay", "Luật Thú y"),
    ],
)
def test_titles_of_laws(text: str, named: str) -> None:
    assert [text[m.start : m.end] for m in mention.scan(text)] == [named]


@pytest.mark.parametrize(("paragraphs", "roles"), RECITALS)
def test_roles_in_a_recital(paragraphs: list[str], roles: list[str]) -> None:
    recital = Recital()
    found = [role for text in paragraphs for role in recital.roles(text, mention.scan(text))]
    assert found == roles


PLAN = """UBND TỈNH LÀO CAI
Số: 12/KH-UBND
Lào Cai, ngày 02 tháng 01 năm 2025
KẾ HOẠCH
THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024
Căn cứ Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 của Chính phủ;
I. MỤC ĐÍCH
Thực hiện Nghị quyết số 76/NQ-CP và Kế hoạch số 12/KH-UBND.
II. CĂN CỨ PHÁP LÝ
- Luật số 80/2015/QH13;
Nơi nhận:
- Như Kế hoạch số 99/KH-UBND;
PHỤ LỤC
(Kèm theo Kế hoạch số 12/KH-UBND ngày 02/01/2025 của UBND tỉnh)"""


def test_citations_of_a_plan_with_their_roles_and_places() -> None:
    layout = layout_of(PLAN)
    parts = body.parts(layout)
    cells = [Cell("I/1", passage_of("theo Thông tư số 61/2017/TT-BTC"))]
    found = citation.of_parts(parts, document.read(parts), cells)
    assert sorted(((c.number, c.date, c.role, c.where, c.in_) for c in found if c.number), key=str) == [
        ("12/KH-UBND", "2025-01-02", "self", "annex", None),
        ("12/KH-UBND", "2025-01-02", "self", "preamble", None),
        ("12/KH-UBND", None, "self", "body", None),
        ("45/2025/NĐ-CP", "2025-02-28", "basis", "preamble", None),
        ("57-NQ/TW", "2024-12-22", "implements", "preamble", None),
        ("61/2017/TT-BTC", None, "cited", "annex", "I/1"),
        ("76/NQ-CP", None, "cited", "body", None),
        ("80/2015/QH13", None, "basis", "body", None),
    ]


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Thực hiện Nghị quyết số 1-NQ/TW, Nghị quyết số 2/NQ-CP về nhà ở", ["implements", "implements"]),
        ("Triển khai Luật Nhà ở và Nghị định số 1/2024/NĐ-CP", ["implements", "implements"]),
        ("Thực hiện Kế hoạch số 1/KH-UBND về Nghị quyết số 2/NQ-CP", ["implements", "cited"]),
        ("Tuyên truyền Nghị định số 1/2024/NĐ-CP, Nghị định số 2/2024/NĐ-CP", ["cited", "cited"]),
    ],
)
def test_what_a_title_says_the_plan_implements(title: str, roles: list[str]) -> None:
    layout = layout_of(f"UBND TỈNH LÀO CAI\nSố: 12/KH-UBND\nKẾ HOẠCH\n{title}\nI. MỤC ĐÍCH")
    parts = body.parts(layout)
    found = citation.of_parts(parts, document.read(parts), [])
    assert [c.role for c in found if c.role != "self"] == roles


@pytest.mark.parametrize(
    ("headings", "role"),
    [
        ("I. CĂN CỨ XÂY DỰNG\n1. Cơ sở pháp lý", "basis"),
        ("Phần I. CƠ SỞ PHÁP LÝ", "basis"),
        ("I. CĂN CỨ, CƠ SỞ PHÁP LÝ", "basis"),
        ("I. CĂN CỨ XÂY DỰNG\n2. Cơ sở thực tiễn", "cited"),
        ("I. CĂN CỨ\nII. MỤC TIÊU", "cited"),
    ],
)
def test_what_a_chapter_of_bases_lists(headings: str, role: str) -> None:
    listed = "- Nghị quyết số 9-NQ/TW ngày 05/02/2020 của Trung ương;\n- Quyết định số 8/QĐ-BYT của Bộ Y tế."
    layout = layout_of(f"KẾ HOẠCH\nPhát triển thư viện\n{headings}\n{listed}")
    parts = body.parts(layout)
    found = citation.of_parts(parts, document.read(parts), [])
    assert [c.role for c in found] == [role, role]


def test_a_chapter_of_bases_in_one_paragraph() -> None:
    listed = (
        "I. CĂN CỨ LẬP KẾ HOẠCH - Nghị quyết số 9-NQ/TW ngày 05/02/2020; - Quyết định số 8/QĐ-BYT về y tế."
    )
    layout = layout_of(
        f"KẾ HOẠCH\nPhát triển thư viện\n{listed}\n1. Nghị định số 1/2020/NĐ-CP được thi hành."
    )
    parts = body.parts(layout)
    found = citation.of_parts(parts, document.read(parts), [])
    assert [c.role for c in found] == ["basis", "basis", "cited"]


def test_a_chapter_of_bases_has_headings_of_its_own() -> None:
    lines = [
        "KẾ HOẠCH",
        "Phòng bệnh",
        "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH",
        "1. Các văn bản chỉ đạo",
        "- Luật Phòng bệnh; Quyết định số 1/QĐ-TTg về thực hiện Nghị quyết số 2-NQ/TW;",
        "2. Quyết định số 3/QĐ-BYT của Bộ Y tế.",
        "3. Thực trạng",
        "Theo Báo cáo số 4/BC-SYT, bệnh giảm.",
        "4. Văn bản của tỉnh",
        "- Kế hoạch số 5/KH-UBND.",
        "II. NHIỆM VỤ",
        "1. Văn bản",
        "Sửa Quyết định số 6/QĐ-UBND.",
    ]
    layout = layout_of("\n\n".join(lines))
    parts = body.parts(layout)
    found = citation.of_parts(parts, document.read(parts), [])
    assert [(c.number, c.role) for c in found if c.number] == [
        ("1/QĐ-TTg", "basis"),
        ("2-NQ/TW", "cited"),
        ("3/QĐ-BYT", "basis"),
        ("4/BC-SYT", "cited"),
        ("5/KH-UBND", "basis"),
        ("6/QĐ-UBND", "cited"),
    ]


def test_bases_whose_heading_is_lost() -> None:
    lines = [
        "KẾ HOẠCH",
        "Phát triển thư viện",
        "UBND tỉnh ban hành Kế hoạch phát triển thư viện, cụ thể như sau:",
        "Căn cứ Nghị quyết số 9-NQ/TW về thực hiện Nghị quyết số 8-NQ/TW;",
        "Căn cứ Quyết định số 7/QĐ-TTg.",
        "I. NHIỆM VỤ",
        "Căn cứ Kế hoạch số 6/KH-UBND, các sở lập dự toán.",
    ]
    layout = layout_of("\n\n".join(lines))
    parts = body.parts(layout)
    found = citation.of_parts(parts, document.read(parts), [])
    assert [c.role for c in found] == ["basis", "cited", "basis", "cited"]


def test_a_decision_whose_title_is_lost_is_read_from_its_recital_on() -> None:
    lines = [
        "THỦ TƯỚNG CHÍNH PHỦ",
        "Căn cứ Nghị định số 9/2020/NĐ-CP;",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chỉ thị số 8-CT/TW.",
        "KẾ HOẠCH",
        "THỰC HIỆN CHỈ THỊ SỐ 8-CT/TW",
        "(Ban hành kèm theo Quyết định số 7/QĐ-TTg của Thủ tướng Chính phủ)",
        "I. NHIỆM VỤ",
    ]
    layout = layout_of("\n\n".join(lines))
    parts = body.parts(layout)
    head = document.read(parts)
    assert (head.number, head.kind) == ("7/QĐ-TTg", "Quyết định")
    found = citation.of_parts(parts, head, [])
    assert [(c.number, c.role) for c in found] == [
        ("9/2020/NĐ-CP", "basis"),
        ("8-CT/TW", "cited"),
        ("8-CT/TW", "implements"),
        ("7/QĐ-TTg", "self"),
    ]


def test_a_footnote_that_repeats_its_mention_explains_it_and_is_no_mention() -> None:
    text = """I. A
Theo Nghị định số 45/2025/NĐ-CP[^1] và Luật số 2/2020/QH14 ngày 2/8/2020[^2].
[^1] Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 của Chính phủ.
[^2] Luật số 2/2020/QH14 ngày 1/7/2020; được sửa đổi bởi Luật số 9/2024/QH15."""
    parts = body.parts(layout_of(text))
    found = citation.of_parts(parts, document.read(parts), [])
    assert [(c.number, c.date, c.where) for c in found] == [
        ("45/2025/NĐ-CP", "2025-02-28", "body"),
        ("2/2020/QH14", "2020-08-02", "body"),
        ("9/2024/QH15", None, "footnote"),
    ]


def test_a_footnote_of_plain_text_dates_its_mention() -> None:
    text = "I. A\nTheo Nghị định số 24/2014/NĐ-CP[3] sửa đổi\n[3] ngày 04 tháng 4 năm 2014 của Chính phủ"
    layout = layout_of(text)
    parts = body.parts(layout)
    (found,) = citation.of_parts(parts, document.read(parts), [])
    assert (found.number, found.date, found.issuer) == ("24/2014/NĐ-CP", "2014-04-04", "Chính phủ")


@pytest.mark.parametrize("paged", [True, False], ids=["at the end", "page by page"])
def test_footnotes_that_each_page_counts_from_one(*, paged: bool) -> None:
    """Some formats have the notes of all pages at the end, others those of each page below it."""
    said = [
        "I. A",
        "Theo Nghị định số 5/2024/NĐ-CP[1].",
        "[1] ngày 1/2/2024",
        "Theo Nghị định số 6/2024/NĐ-CP[1].",
    ]
    order = [0, 1, 3, 2] if paged else [0, 1, 2, 3]
    lines = [*zip([said[i] for i in order], (1, 1, 2, 1), strict=True), ("[1] ngày 3/4/2024", 2)]
    shown = [Line(n, text, page if paged else None) for n, (text, page) in enumerate(lines, 1)]
    layout = Layout("x", tuple(Paragraph(Passage.of([line])) for line in shown), tuple(shown))
    parts = body.parts(layout)
    found = citation.of_parts(parts, document.read(parts), [])
    assert {(c.number, c.date) for c in found} == {
        ("5/2024/NĐ-CP", "2024-02-01"),
        ("6/2024/NĐ-CP", "2024-04-03"),
    }


@pytest.mark.parametrize("kept", [True, False], ids=["mark in the text", "mark in the source line"])
@pytest.mark.parametrize("mark", [" <sup>3</sup> ", "[3]", r"\[3\] ", "[[3]](#_ftn3) "])
def test_a_footnote_dates_its_mention_and_names_further_documents(mark: str, *, kept: bool) -> None:
    said = "Nghị định số 24/2014/NĐ-CP{} sửa đổi"
    note = "{}ngày 04 tháng 4 năm 2014 của Chính phủ, thay Nghị định số 13/2008/NĐ-CP"
    raw = [said.format(mark), note.format(mark)]
    clean = [said.format("[^3]"), note.format("[^3] ")] if kept else [said.format(""), note.format("")]
    lines = tuple(Line(i, text) for i, text in enumerate(raw, 1))
    blocks = tuple(Paragraph(Passage.of([Line(i, text)])) for i, text in enumerate(["I. A", *clean], 0))
    layout = Layout("x", blocks, lines)
    parts = body.parts(layout)
    first, second = citation.of_parts(parts, document.read(parts), [])
    assert (first.number, first.date, first.issuer, first.where) == (
        "24/2014/NĐ-CP",
        "2014-04-04",
        "Chính phủ",
        "body",
    )
    assert "^" not in first.text
    assert (second.number, second.date, second.where) == ("13/2008/NĐ-CP", None, "footnote")


@given(st.integers(1, 99999), st.sampled_from(["NQ-CP", "QĐ-TTg", "KH-UBND", "TTr-SNV", "CTr-UBND"]))
def test_every_number_is_found_in_a_sentence(digits: int, symbol: str) -> None:
    (found,) = mention.scan(f"theo văn bản số {digits}/{symbol} của UBND tỉnh.")
    assert found.number == f"{digits}/{symbol}"


@given(st.text(alphabet="Nghị định số 12/20-NĐCP ngày,;.của()…_[^1]", max_size=300))
def test_places_of_mentions_are_in_order(text: str) -> None:
    found = mention.scan(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert list(found) == sorted(found, key=lambda m: m.start)


def test_hostile_lengths_are_read_in_bounded_time() -> None:
    hostile = (
        "_" * 50000,
        "số " * 20000,
        "1/" * 20000,
        "Luật " * 10000,
        "ngày " * 10000,
        "Điều 1, " * 9000,
        "/KH-" * 9000,
    )
    for text in hostile:
        mention.scan(text)
        Recital().roles(text, [])
