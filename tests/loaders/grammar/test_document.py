"""Letterheads, captions and signatures: what documents of all levels say of themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats import read_layout
from loaders.grammar import body, document
from tests.loaders.grammar.build import MOTTO, layout_of

ROOT = Path(__file__).parents[3]

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "no title but in the recital": (
        """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 44/KH-UBND
Hà Nam, ngày 05 tháng 4 năm 2022
Căn cứ Quyết định số 12/QĐ-TTg ngày 03/01/2022 của Thủ tướng Chính phủ.
UBND tỉnh ban hành Kế hoạch phát triển thư viện số giai đoạn 2022 - 2025 trên địa bàn tỉnh, cụ thể như sau:
1. Mục tiêu chung
Người dân đọc sách trên mạng.""",
        {
            "number": "44/KH-UBND",
            "kind": "Kế hoạch",
            "title": "Kế hoạch phát triển thư viện số giai đoạn 2022 - 2025 trên địa bàn tỉnh",
            "issuer": "UBND tỉnh Hà Nam",
            "period": [2022, 2025],
        },
    ),
    "a recital that says no more than the kind gives no title": (
        """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 44/KH-UBND
Hà Nam, ngày 05 tháng 4 năm 2022
UBND tỉnh ban hành Kế hoạch triển khai thực hiện như sau:
1. Mục tiêu chung""",
        {"number": "44/KH-UBND", "title": None},
    ),
    "no title but in the first article": (
        """ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 45/QĐ-UBND
Hà Nam, ngày 06 tháng 4 năm 2012
ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Căn cứ Luật Thư viện;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Chương trình nâng cao chỉ số phục vụ (SIPAS) tỉnh Hà Nam giai đoạn 2012 - 2015.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.""",
        {
            "number": "45/QĐ-UBND",
            "kind": "Quyết định",
            "title": "Chương trình nâng cao chỉ số phục vụ (SIPAS) tỉnh Hà Nam giai đoạn 2012 - 2015",
            "period": [2012, 2015],
        },
    ),
    "years that another body looked into, and the plan is later": (
        """UBND TỈNH QUẢNG NAM
Số: 24/KH-UBND
Quảng Nam, ngày 03 tháng 3 năm 2025
KẾ HOẠCH
Thực hiện kiến nghị giám sát việc trồng rừng từ năm 2012 đến hết năm 2023
Căn cứ Luật Lâm nghiệp;
I. MỤC ĐÍCH""",
        {"date": "2025-03-03", "period": [2025, 2025]},
    ),
    "no letterhead, and a title in capitals that names another document": (
        """TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 9-CT/TU NGÀY 02 THÁNG 3 NĂM 2013 VỀ TRỒNG RỪNG ĐẾN NĂM 2020
Căn cứ Quyết định số 7/QĐ-TTg ngày 01 tháng 02 năm 2013 của Thủ tướng Chính phủ;
Ban Chỉ đạo trồng rừng xây dựng kế hoạch thực hiện như sau:
A. MỤC ĐÍCH, YÊU CẦU
1. Mục đích""",
        {
            "number": None,
            "kind": "Kế hoạch",
            "title": "TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 9-CT/TU NGÀY 02 THÁNG 3 NĂM 2013 VỀ TRỒNG RỪNG ĐẾN NĂM 2020",
            "date": None,
        },
    ),
    "a project in quotes that a decision approves": (
        f"""ỦY BAN NHÂN DÂN TỈNH HÀ NAM
{MOTTO}
Số: 46/QĐ-UBND
Hà Nam, ngày 07 tháng 4 năm 2018
QUYẾT ĐỊNH
PHÊDUYỆT “DỰ ÁN TRỒNG TRE TỈNH HÀ NAM GIAI ĐOẠN 2018-2020”
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Căn cứ Luật Lâm nghiệp;""",
        {"title": "DỰ ÁN TRỒNG TRE TỈNH HÀ NAM GIAI ĐOẠN 2018-2020", "kind": "Quyết định"},
    ),
    "a resolution of the Government": (
        f"""CHÍNH PHỦ
{MOTTO}
Số: 2/NQ-CP Hà Nội, ngày 08 tháng 01 năm 2026
NGHỊ QUYẾT
VỀ NHỮNG NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU TRỒNG RỪNG PHÒNG HỘ VEN BIỂN CỦA CẢ NƯỚC VÀ CỦA
CÁC ĐỊA PHƯƠNG TRONG NĂM 2026
CHÍNH PHỦ
Căn cứ Luật Lâm nghiệp;
I. TÌNH HÌNH""",
        {
            "title": "NGHỊ QUYẾT VỀ NHỮNG NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU TRỒNG RỪNG PHÒNG HỘ VEN BIỂN CỦA CẢ NƯỚC VÀ CỦA "
            "CÁC ĐỊA PHƯƠNG TRONG NĂM 2026",
            "issuer": "Chính phủ",
        },
    ),
    "city": (
        f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
{MOTTO}
Số: 667/KH-UBND
Thành phố Hồ Chí Minh, ngày 05 tháng 02 năm 2025
KẾ HOẠCH
Cải cách hành chính trên địa bàn Thành phố năm 2025
Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;
I. MỤC ĐÍCH
Nơi nhận:
- Bộ Nội vụ;
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An""",
        {
            "number": "667/KH-UBND",
            "kind": "Kế hoạch",
            "title": "KẾ HOẠCH Cải cách hành chính trên địa bàn Thành phố năm 2025",
            "issuer": "UBND thành phố Hồ Chí Minh",
            "date": "2025-02-05",
            "period": [2025, 2025],
            "signer": "Nguyễn Văn An",
            "signer_title": "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        },
    ),
    "stage in brackets under the title": (
        f"""UBND TỈNH HÀ NAM
{MOTTO}
Số: 12/KH-UBND
Hà Nam, ngày 02 tháng 7 năm 2021
KẾ HOẠCH
NÂNG CAO HIỆU QUẢ KIỂM TRA NỘI BỘ
(Giai đoạn: 2021 - 2025)
Thực hiện Quyết định số 6/QĐ-TTg ngày 1/5/2021, UBND tỉnh ban hành kế hoạch như sau:
I. MỤC ĐÍCH""",
        {
            "period": [2021, 2025],
            "title": "KẾ HOẠCH NÂNG CAO HIỆU QUẢ KIỂM TRA NỘI BỘ (Giai đoạn: 2021 - 2025)",
        },
    ),
    "related documents of a portal, and no word of the kind": (
        """Tra cứu văn bản
- 1Nghị định 5/2010/NĐ-CP về rà soát
ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 31/KH-UBND
Hà Giang, ngày 19 tháng 01 năm 2022
RÀ SOÁT THỦ TỤC NĂM 2022
Thực hiện Nghị định số 5/2010/NĐ-CP ngày 8/6/2010, UBND tỉnh ban hành kế hoạch như sau:
I. MỤC ĐÍCH""",
        {
            "number": "31/KH-UBND",
            "kind": "Kế hoạch",
            "title": "RÀ SOÁT THỦ TỤC NĂM 2022",
            "issuer": "UBND tỉnh Hà Giang",
            "date": "2022-01-19",
            "period": [2022, 2022],
        },
    ),
    "decision and plan without the words of their kinds": (
        """ỦY BAN NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 31/QĐ-UBND
Hà Giang, ngày 19 tháng 01 năm 2022
ỦY BAN NHÂN DÂN TỈNH HÀ GIANG
Căn cứ Luật Thủy lợi ngày 19/6/2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An
TRỒNG RỪNG
NĂM 2022
(Ban hành theo Quyết định số 31/QĐ-UBND ngày 19/01/2022 của UBND tỉnh Hà Giang)
I. MỤC ĐÍCH""",
        {
            "number": "31/QĐ-UBND",
            "kind": "Quyết định",
            "title": "TRỒNG RỪNG NĂM 2022",
            "issuer": "UBND tỉnh Hà Giang",
            "signer": "Lê Văn An",
        },
    ),
    "decision over its articles": (
        """SỞ Y TẾ
Số:
31/QĐ-SYT
Hà Giang, ngày 19 tháng 01 năm 2022
QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ NỘI BỘ
GIÁM ĐỐC SỞ Y TẾ
Căn cứ Luật Thủy lợi ngày 19/6/2017;
QUYẾT ĐỊNH
Điều 1: Ban hành kèm theo Quyết định này Quy chế.""",
        {
            "number": "31/QĐ-SYT",
            "title": "QUYẾT ĐỊNH BAN HÀNH QUY CHẾ NỘI BỘ",
            "issuer": "Sở Y tế tỉnh Hà Giang",
        },
    ),
    "recital alone, whose numbers are not its own": (
        """Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, Sở Y tế tỉnh Hà Giang ban hành Kế hoạch như sau:
I. MỤC ĐÍCH""",
        {"number": None, "date": None, "title": None, "kind": "Kế hoạch", "issuer": "Sở Y tế tỉnh Hà Giang"},
    ),
    "two columns of a letterhead on each line": (
        """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   XÃ TÂN LẬP                   Độc lập - Tự do - Hạnh phúc
Số:        /KH-UBND          Tân Lập, ngày      tháng 8 năm 2025
                              KẾ HOẠCH
   Học vụ số trên địa bàn xã năm 2025
Thực hiện Kế hoạch số 16/KH-UBND ngày 29/7/2025 của UBND tỉnh Tây Ninh;
I. MỤC ĐÍCH""",
        {"number": None, "issuer": "UBND xã Tân Lập", "date": "2025-08"},
    ),
    "two bodies that agree on a plan": (
        """Số: 23/KHPH-SYT-SGDĐT
KẾ HOẠCH
Y tế trường học năm 2025
Sở Y tế và Sở Giáo dục và Đào tạo thống nhất ban hành Kế hoạch phối hợp như sau:
I. MỤC ĐÍCH""",
        {"issuer": "Sở Y tế và Sở Giáo dục và Đào tạo"},
    ),
    "draft": (
        """UBND TỈNH HÀ GIANG
VĂN PHÒNG
Số:      /KH-VP
Hà Giang, ngày   tháng 3 năm 2025
DỰ THẢO
KẾ HOẠCH
Rà soát thủ tục nội bộ
I. MỤC ĐÍCH""",
        {"number": None, "issuer": "Văn phòng UBND tỉnh Hà Giang", "date": "2025-03"},
    ),
    "years that only the recital names": (
        """UBND TỈNH HÀ GIANG
Số: 32/KH-UBND
Hà Giang, ngày 19 tháng 01 năm 2022
KẾ HOẠCH
Trồng rừng phòng hộ
Căn cứ Quyết định số 2/QĐ-TTg về Chương trình giai đoạn 2016-2020;
UBND tỉnh ban hành Kế hoạch trồng rừng phòng hộ giai đoạn 2022 - 2025 như sau:
I. MỤC ĐÍCH""",
        {"period": [2022, 2025]},
    ),
    "decision that approves a plan": (
        """UBND TỈNH HÀ GIANG
Số: 32/QĐ-UBND
Hà Giang, ngày 19 tháng 01 năm 2022
QUYẾT ĐỊNH
Về việc phê duyệt Kế hoạch trồng rừng năm 2022
Căn cứ Luật Lâm nghiệp;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Kế hoạch.""",
        {"title": "Kế hoạch trồng rừng năm 2022", "kind": "Quyết định"},
    ),
    "number without any title": (
        """UBND TỈNH HÀ GIANG
Số: 32/KH-UBND
Hà Giang, ngày 19 tháng 01 năm 2022
I. MỤC ĐÍCH""",
        {"number": "32/KH-UBND", "kind": "Kế hoạch", "title": None, "date": "2022-01-19"},
    ),
    "plan with the number of a decision": (
        """UBND TỈNH HÀ GIANG
Số: 32/QĐ-UBND
Hà Giang, ngày 19 tháng 01 năm 2022
KẾ HOẠCH
Trồng rừng năm 2022
Căn cứ Luật Lâm nghiệp;
I. MỤC ĐÍCH""",
        {"title": "KẾ HOẠCH Trồng rừng năm 2022", "kind": "Kế hoạch", "number": "32/QĐ-UBND"},
    ),
    "decision without the word of its kind, and who decides": (
        """BẢO HIỂM XÃ HỘI VIỆT NAM
Số: 32/QĐ-BHXH
Hà Nội, ngày 19 tháng 01 năm 2022
PHÁT TRIỂN NHÂN LỰC NĂM 2022
TỔNG GIÁM ĐỐC BẢO HIỂM XÃ HỘI VIỆT NAM
Căn cứ Luật Lâm nghiệp;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt.""",
        {"title": "PHÁT TRIỂN NHÂN LỰC NĂM 2022", "kind": "Quyết định", "issuer": "Bảo hiểm xã hội Việt Nam"},
    ),
    "plan of two departments": (
        """SỞ NỘI VỤ - SỞ TÀI CHÍNH
Số: 3/KHLN-SNV-STC
Lai Châu, ngày 15 tháng 9 năm 2024
KẾ HOẠCH LIÊN NGÀNH
Kiểm tra biên chế năm 2024
I. MỤC ĐÍCH""",
        {"kind": "Kế hoạch", "title": "KẾ HOẠCH LIÊN NGÀNH Kiểm tra biên chế năm 2024"},
    ),
    "national committee that sits in the capital": (
        f"""ỦY BAN QUỐC GIA VỀ ĐỔI MỚI
{MOTTO}
Số: 3/KH-UBQGĐM
Hà Nội, ngày 4 tháng 4 năm 2023
KẾ HOẠCH
Hoạt động năm 2023
I. MỤC ĐÍCH""",
        {"issuer": "Ủy ban quốc gia về đổi mới"},
    ),
    "general department of a ministry": (
        f"""BỘ TÀI CHÍNH
TỔNG CỤC DỰ TRỮ
{MOTTO}
Số: 5/KH-TCDT
Hà Nội, ngày 4 tháng 4 năm 2023
KẾ HOẠCH
Cải cách hành chính năm 2023
I. MỤC ĐÍCH""",
        {"issuer": "Tổng cục dự trữ"},
    ),
    "decision whose title is lost": (
        f"""ỦY BAN NHÂN DÂN
{MOTTO}
Số: 21/QĐ-UBND
Hòa Bình, ngày 31 tháng 10 năm 2017
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phối hợp.
CHỦ TỊCH
KẾ HOẠCH
Phối hợp giải quyết thủ tục hành chính giai đoạn 2018 - 2020
I. MỤC TIÊU""",
        {
            "kind": "Quyết định",
            "number": "21/QĐ-UBND",
            "issuer": "UBND tỉnh Hòa Bình",
            "period": [2018, 2020],
        },
    ),
    "department with a blank day": (
        f"""UBND TỈNH HÀ GIANG
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
-------
{MOTTO}
Số: 15/KH-SVHTTDL
Hà Giang, ngày ... tháng 3 năm 2024
KẾ HOẠCH
Thực hiện công tác cải cách hành chính năm 2024
của Sở Văn hóa, Thể thao và Du lịch
Thực hiện Kế hoạch số 10/KH-UBND ngày 5/1/2024 của UBND tỉnh, Sở xây dựng kế hoạch như sau:
1. Mục đích
GIÁM ĐỐC
Trần Thị Bình""",
        {
            "number": "15/KH-SVHTTDL",
            "issuer": "Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Giang",
            "date": "2024-03",
            "period": [2024, 2024],
            "signer": "Trần Thị Bình",
        },
    ),
    "decision of a ministry that issues a plan": (
        f"""BỘ NỘI VỤ
{MOTTO}
Số: 1088/QĐ-BNV
Hà Nội, ngày 31 tháng 12 năm 2024
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2025 của Bộ Nội vụ
BỘ TRƯỞNG BỘ NỘI VỤ
Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12 tháng 9 năm 2022 của Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Lê Văn Cường
BỘ NỘI VỤ
KẾ HOẠCH
Cải cách hành chính năm 2025 của Bộ Nội vụ
(Ban hành kèm theo Quyết định số 1088/QĐ-BNV ngày 31 tháng 12 năm 2024 của Bộ trưởng Bộ Nội vụ)
I. MỤC ĐÍCH""",
        {
            "number": "1088/QĐ-BNV",
            "kind": "Quyết định",
            "title": "KẾ HOẠCH Cải cách hành chính năm 2025 của Bộ Nội vụ",
            "issuer": "Bộ Nội vụ",
            "date": "2024-12-31",
            "signer": "Lê Văn Cường",
            "signer_title": "KT. BỘ TRƯỞNG THỨ TRƯỞNG",
        },
    ),
    "annex of a decision alone": (
        """PHỤ LỤC
KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025
(Ban hành kèm theo Quyết định số 55/QĐ-UBND ngày 08/01/2025 của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai)""",
        {
            "number": "55/QĐ-UBND",
            "kind": "Quyết định",
            "title": "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025",
            "issuer": "UBND tỉnh Lào Cai",
            "date": "2025-01-08",
            "signer": None,
        },
    ),
    "division of a district, number blank": (
        """UBND HUYỆN NA RÌ
PHÒNG NỘI VỤ
Số:      /KH-NV
Na Rì, ngày       tháng 01 năm 2024
KẾ HOẠCH
Công tác cải cách hành chính năm 2024
I. MỤC ĐÍCH""",
        {"number": None, "issuer": "Phòng Nội vụ huyện Na Rì", "date": "2024-01", "period": [2024, 2024]},
    ),
    "until a year": (
        f"""ỦY BAN NHÂN DÂN TỈNH LAI CHÂU
{MOTTO}
Số: 01/KH-UBND Lai Châu, ngày 02 tháng 01 năm 2025
KẾ HOẠCH
Chuyển đổi số tỉnh Lai Châu đến năm 2030
I. MỤC TIÊU""",
        {"number": "01/KH-UBND", "issuer": "UBND tỉnh Lai Châu", "period": [2025, 2030]},
    ),
    "both columns of the letterhead on one line": (
        """UBND TỈNH QUẢNG NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ TÀI CHÍNH Độc lập - Tự do - Hạnh phúc
Số: 1/KH-STC
Quảng Nam, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2024
CỦA SỞ TÀI CHÍNH
Căn cứ Kế hoạch số 5/KH-UBND
I. MỤC ĐÍCH""",
        {
            "number": "1/KH-STC",
            "issuer": "Sở Tài chính tỉnh Quảng Nam",
            "title": "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA SỞ TÀI CHÍNH",
        },
    ),
    "a title with its years in a line of their own": (
        """UBND TỈNH ĐẮK LẮK
Số: 12/KH-UBND
Đắk Lắk, ngày 05 tháng 01 năm 2025
KẾ HOẠCH
PHÒNG, CHỐNG THIÊN TAI GIAI ĐOẠN
2025 - 2030
Căn cứ Luật Phòng, chống thiên tai ngày 19/6/2013;
I. MỤC TIÊU""",
        {"title": "KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI GIAI ĐOẠN 2025 - 2030", "period": [2025, 2030]},
    ),
    "what a decision issues is glued to the word after it": (
        """UBND TỈNH ĐẮK LẮK
Số: 12/QĐ-UBND
Đắk Lắk, ngày 05 tháng 01 năm 2025
QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCHTRỒNG RỪNG NĂM 2025
ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK
Căn cứ Luật Lâm nghiệp ngày 15/11/2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.""",
        {"title": "KẾ HOẠCHTRỒNG RỪNG NĂM 2025", "period": [2025, 2025]},
    ),
    "a stage to compare with is over": (
        """UBND TỈNH ĐẮK LẮK
Số: 12/KH-UBND
Đắk Lắk, ngày 05 tháng 01 năm 2025
KẾ HOẠCH
PHÒNG, CHỐNG THIÊN TAI ĐẾN NĂM 2030
Căn cứ Luật Phòng, chống thiên tai ngày 19/6/2013;
I. MỤC TIÊU
Giảm 50% thiệt hại về người so với giai đoạn 2011 - 2020.""",
        {"period": [2025, 2030]},
    ),
    "programme of the party": (
        """TỈNH ỦY LÀO CAI
ĐẢNG CỘNG SẢN VIỆT NAM
Số 20-CTr/TU
Lào Cai, ngày 5 tháng 3 năm 2025
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024
I- MỤC TIÊU
T/M BAN THƯỜNG VỤ
BÍ THƯ
Đỗ Văn Em""",
        {
            "number": "20-CTr/TU",
            "kind": "Chương trình hành động",
            "issuer": "Tỉnh ủy Lào Cai",
            "signer": "Đỗ Văn Em",
        },
    ),
    "decision of the Prime Minister": (
        f"""THỦ TƯỚNG CHÍNH PHỦ
{MOTTO}
Số: 1085/QĐ-TTg
Hà Nội, ngày 15 tháng 9 năm 2022
QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCH RÀ SOÁT THỦ TỤC HÀNH CHÍNH GIAI ĐOẠN 2022 - 2025
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.""",
        {
            "kind": "Quyết định",
            "title": "KẾ HOẠCH RÀ SOÁT THỦ TỤC HÀNH CHÍNH GIAI ĐOẠN 2022 - 2025",
            "issuer": "Thủ tướng Chính phủ",
            "period": [2022, 2025],
        },
    ),
    "page frame of a portal": (
        f"""Số hiệu:
12/KH-UBND
Người ký:
Ai đó
{MOTTO}
Số: 12/KH-UBND
Lai Châu, ngày 02 tháng 01 năm 2025
KẾ HOẠCH
Chuyển đổi số năm 2025
I. MỤC TIÊU
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Phạm Văn Dũng
Văn bản liên quan
Kế hoạch 99/KH-UBND""",
        {"number": "12/KH-UBND", "issuer": "UBND tỉnh Lai Châu", "signer": "Phạm Văn Dũng"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_document_says_of_itself(name: str) -> None:
    text, stated = CASES[name]
    layout = layout_of(text)
    read = document.read(body.parts(layout)).to_json()
    assert {field: read[field] for field in stated} == stated


def _squashed(value: object) -> str:
    text = "".join(str(value).split()).casefold()
    return text.removeprefix("kếhoạch")


@pytest.mark.parametrize("path", sorted((ROOT / "tests/readings").glob("*.json")), ids=lambda path: path.stem)
def test_documents_of_the_hand_checked_readings(path: Path) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    layout = read_layout(ROOT / "plans" / reading["doc"])
    read = document.read(body.parts(layout)).to_json()
    for field, value in reading["document"].items():
        assert _squashed(read[field]) == _squashed(value), field


@given(
    st.lists(
        st.sampled_from([*MOTTO.split("\n"), "KẾ HOẠCH", "Số: /KH-UBND", "I. A", "PHỤ LỤC", "Nơi nhận:", "x"])
    )
)
def test_any_order_of_lines_is_sorted_and_read(lines: list[str]) -> None:
    layout = layout_of("\n".join(lines) or "x")
    parts = body.parts(layout)
    assert len(parts.marks) == len(layout.blocks)
    assert document.read(parts).number is None


def test_parts_of_a_document() -> None:
    layout = layout_of(CASES["page frame of a portal"][0])
    parts = body.parts(layout)
    assert [parts.of(i) for i in (0, 4, 7)] == ["frame", "preamble", "preamble"]
    found = {
        part: [block.text for _, block in parts.paragraphs(part)] for part in ("body", "signature", "frame")
    }
    assert found["body"] == ["I. MỤC TIÊU"]
    assert found["signature"][-1] == "Phạm Văn Dũng"
    assert found["frame"][-1] == "Kế hoạch 99/KH-UBND"
