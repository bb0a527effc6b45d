"""Figures to be reached: comparators, values, units; lists of numbers; what is no figure."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar import body, measure
from loaders.grammar.cells import Cell
from tests.loaders.grammar.build import layout_of, passage_of

FIGURES: list[tuple[str, list[tuple[str, float, str]]]] = [
    ("100% văn bản được ban hành đúng quy trình", [("=", 100, "%")]),
    ("Bảo đảm trên 90% hồ sơ đúng hạn, trong đó có trên 60% trả trước hạn", [(">", 90, "%"), (">", 60, "%")]),
    ("Trên 95% hồ sơ cấp tỉnh, 85% hồ sơ cấp huyện và 65% cấp xã", [(">", v, "%") for v in (95, 85, 65)]),
    ("đạt tỷ lệ tối thiểu tương ứng là 30%, 20%, 15%", [(">=", v, "%") for v in (30, 20, 15)]),
    ("trên 80% hộ gia đình, 100% đơn vị", [(">", 80, "%"), ("=", 100, "%")]),
    ("mỗi năm tăng tối thiểu 20% cho đến khi đạt tỷ lệ 100%", [("+", 20, "%"), ("=", 100, "%")]),
    ("tăng thêm 20% so với năm 2022", [("+", 20, "%")]),
    ("số giao dịch tăng trưởng bình quân 50%/năm", [("+", 50, "%/năm")]),
    ("tốc độ tăng trưởng 8%/năm", [("=", 8, "%/năm")]),
    ("gấp 15 lần năm trước", [("=", 15, "lần")]),
    (
        "tạo việc làm cho 900 lao động, trong đó đi nước ngoài 120 người",
        [("=", 900, "lao động"), ("=", 120, "người")],
    ),
    (
        "Trồng 50 ha rừng (đợt một: 20 ha; đợt hai: 30 ha)",
        [("=", 50, "ha"), ("=", 20, "ha"), ("=", 30, "ha")],
    ),
    (
        "đạt 12 bác sĩ/vạn dân; 32 giường bệnh/vạn dân",
        [("=", 12, "bác sĩ/vạn dân"), ("=", 32, "giường bệnh/vạn dân")],
    ),
    ("Rút ngắn còn 10 ngày làm việc (trước đây 15 ngày làm việc)", [("=", 10, "ngày làm việc")]),
    ("có khoảng 20 doanh nghiệp hoạt động/nghìn dân", [("=", 20, "doanh nghiệp/nghìn dân")]),
    ("kết nối ít nhất 10 cơ sở dữ liệu", [(">=", 10, "cơ sở dữ liệu")]),
    ("- Treo 120 băng rôn, 15 pano", [("=", 120, "băng rôn"), ("=", 15, "pano")]),
    ("a) Chuẩn bị 300 suất quà", [("=", 300, "suất")]),
    ("Thời gian 02 ngày", []),
    ("tỷ lệ trẻ sơ sinh nhẹ cân (dưới 2.300 gram) dưới 6%", [("<", 6, "%")]),
    ("tỷ lệ hộ có nước sạch (trên 60 lít) tăng dần", [(">", 60, "lít")]),
    (
        "Giảm tỷ suất tai nạn xuống còn 540/100.000 trẻ em vào năm 2027 và 490/100.000 trẻ em",
        [("=", 540, "/100.000 trẻ em"), ("=", 490, "/100.000 trẻ em")],
    ),
    ("Tử vong dưới 7 người/100.000 dân vào năm 2030", [("<", 7, "người/100.000 dân")]),
    ("Xây dựng 40 trạm vào năm 2027 và 55 vào năm 2030", [("=", 40, "trạm"), ("=", 55, "trạm")]),
    ("Xây dựng 40 trạm và khánh thành 55 vào năm 2030", [("=", 40, "trạm")]),
    ("Nghị quyết 57 đột phá", []),
    ("Tỷ lệ trễ hạn không để quá 1%", [("<=", 1, "%")]),
    ("Kiểm tra bình quân 1 lần/tháng", [("=", 1, "lần/tháng")]),
    ("Trên 2/3 số xã có nhà văn hóa", []),
    ("Tổng vốn đầu tư 1.250 tỷ đồng", []),
    ("mỗi xã hỗ trợ ít nhất 20 lượt người dân/ngày", [(">=", 20, "lượt người/ngày")]),
    ("có 60 sản phẩm đạt 3 sao trở lên", [("=", 60, "sản phẩm")]),
    ("có tối thiểu 03 quầy giao dịch, 05 tổ chức tư vấn", [(">=", 3, "quầy"), (">=", 5, "tổ chức")]),
    ("Phấn đấu 90/120 xã đạt chuẩn", [("=", 90, "xã")]),
    ("100% (15/15) xã có trạm", [("=", 100, "%")]),
    ("nằm trong nhóm 20 tỉnh có chất lượng điều hành tốt", [("<=", 20, "hạng")]),
    ("xếp hạng từ 30 trở lên trong 63 tỉnh", [("<=", 30, "hạng")]),
    ("tỷ lệ đạt và vượt 75%", [(">=", 75, "%")]),
    ("kiểm tra ít nhất 06 xã, thị trấn", [(">=", 6, "xã, thị trấn")]),
    ("các phòng triển khai 5S", []),
    (
        "hoàn thành 500 căn nhà, bình quân đạt 29,5 m2 sàn/người",
        [("=", 500, "căn"), ("=", 29.5, "m2 sàn/người")],
    ),
    ("cắt giảm tối thiểu 20% chi phí", [(">=", 20, "%")]),
    ("lên tối thiểu 80% trên toàn tỉnh", [(">=", 80, "%")]),
    ("đạt từ 70% trở lên", [(">=", 70, "%")]),
    ("80% thủ tục hành chính trở lên được giải quyết", [(">=", 80, "%")]),
    ("100 % hồ sơ; 12,5% số xã", [("=", 100, "%"), ("=", 12.5, "%")]),
    ("25-35% lãnh đạo", [(">=", 25, "%"), ("<=", 35, "%")]),
    ("-100% công chức", [("=", 100, "%")]),
    ("Hình thành ít nhất 20 mô hình sản xuất", [(">=", 20, "mô hình")]),
    (
        "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp số",
        [(">=", 100, "doanh nghiệp"), (">=", 50, "doanh nghiệp")],
    ),
    (
        "ít nhất 50 doanh nghiệp, trong đó có 20 doanh nghiệp lớn",
        [(">=", 50, "doanh nghiệp"), ("=", 20, "doanh nghiệp")],
    ),
    ("đào tạo, bồi dưỡng 3.000 lượt nhân lực", [("=", 3000, "lượt")]),
    ("tổ chức bồi dưỡng cho 500 lượt cán bộ", [("=", 500, "lượt")]),
    ("sản xuất 12 phóng sự; phát 2.000 phiếu khảo sát", [("=", 12, "phóng sự"), ("=", 2000, "phiếu")]),
    ("tối thiểu 10 TTHC/đơn vị", [(">=", 10, "TTHC/đơn vị")]),
    ("mỗi năm có ít nhất 150 sản phẩm mới", [(">=", 150, "sản phẩm/năm")]),
    ("Trung bình mỗi tháng thực hiện 01 trang/tin chuyên đề", [("=", 1, "trang/tin chuyên đề/tháng")]),
    ("còn tối đa 25 phút/01 lần giao dịch", [("<=", 25, "phút/01 lần giao dịch")]),
    ("Tổ chức ít nhất 02 lớp tập huấn/năm", [(">=", 2, "lớp/năm")]),
    ("đạt 12 bác sĩ/10.000 dân", [("=", 12, "bác sĩ/10.000 dân")]),
    ("tăng trưởng bình quân 8-8,5%/năm", [(">=", 8, "%/năm"), ("<=", 8.5, "%/năm")]),
    ("giảm còn dưới 15‰", [("<", 15, "‰")]),
    ("(chậm nhất 10 ngày làm việc kể từ ngày công bố)", [("<=", 10, "ngày làm việc")]),
    ("thuộc top 03 vùng về công nghệ", [("<=", 3, "hạng")]),
    ("xếp trong nhóm 10 tỉnh dẫn đầu cả nước", [("<=", 10, "hạng")]),
    ("thuộc nhóm 30 địa phương có thứ hạng cao nhất", [("<=", 30, "hạng")]),
    ("Chỉ số hài lòng xếp hạng từ 20 trở lên", [("<=", 20, "hạng")]),
    ("Giảm tối thiểu bình quân cả nước 10% đơn vị và 5% biên chế", [(">=", 10, "%"), (">=", 5, "%")]),
    ("năng suất lao động tăng từ 7,5%/năm trở lên", [("+", 7.5, "%/năm")]),
    ("tốc độ bình quân từ 7,5%/năm trở lên", [(">=", 7.5, "%/năm")]),
    ("còn tối đa 30 phút/01 lần đến giao dịch vào cuối năm", [("<=", 30, "phút/01 lần đến giao dịch")]),
    ("phấn đấu nằm trong 03 sở dẫn đầu", [("<=", 3, "hạng")]),
    ("Tổ chức ít nhất 01 cuộc họp chuyên đề mỗi quý", [(">=", 1, "cuộc/quý")]),
    ("mỗi năm tổ chức 02 lớp hằng năm", [("=", 2, "lớp/năm")]),
    ("có ít nhất 01 (một) thư viện chia sẻ dữ liệu", [(">=", 1, "thư viện")]),
    ("Trang bị 50 máy tính cho các xã", [("=", 50, "máy tính")]),
    ("còn tối đa 15 phút/lượt giao dịch", [("<=", 15, "phút/lượt giao dịch")]),
    ("có từ 3 đến 5 mô hình chuyển đổi số", [(">=", 3, "mô hình"), ("<=", 5, "mô hình")]),
    (
        "đạt từ 80% đến 85%; từ 90% - 95%",
        [(">=", 80, "%"), ("<=", 85, "%"), (">=", 90, "%"), ("<=", 95, "%")],
    ),
    ("nâng tỷ lệ từ 60% lên 70%", [("=", 70, "%")]),
    ("rút ngắn thời gian từ 30 ngày xuống còn 15 ngày", [("=", 15, "ngày")]),
    ("Đạt ≥ 90% hồ sơ, > 95% dân số; tỷ lệ ≤ 3%", [(">=", 90, "%"), (">", 95, "%"), ("<=", 3, "%")]),
    (
        "Lắp đặt 06 ki-ốt tại khu đón tiếp; thu hút 1,2 triệu lượt khách; trồng 1 triệu cây xanh",
        [("=", 6, "ki-ốt"), ("=", 1.2, "triệu lượt khách"), ("=", 1, "triệu cây")],
    ),
    ("Thu nhập bình quân đạt 70 triệu đồng/người/năm", [("=", 70, "triệu đồng/người/năm")]),
    ("Nâng tổng số xã đạt chuẩn lên 120 xã", [("=", 120, "xã")]),
    ("Đào tạo nghề cho 12.000 lao động; xóa 350 nhà tạm", [("=", 12000, "lao động"), ("=", 350, "nhà tạm")]),
    ("Tuổi thọ trung bình đạt 74,5 tuổi", [("=", 74.5, "tuổi")]),
    ("triển khai thực hiện có hiệu quả 24 mô hình", [("=", 24, "mô hình")]),
    ("mở tối thiểu 500 tập dữ liệu trên Cổng dữ liệu mở", [(">=", 500, "tập dữ liệu")]),
    ("hoàn thành cấp 12.500 Giấy chứng nhận lần đầu", [("=", 12500, "Giấy chứng nhận")]),
    ("Thu ngân sách đạt 18.500 tỷ đồng", [("=", 18500, "tỷ đồng")]),
    # none
    ("Bố trí kinh phí thực hiện 1.250 triệu đồng từ ngân sách", []),
    ("từ cấp huyện trở lên 3 năm liền", []),
    ("Toàn tỉnh hiện có 1.835 doanh nghiệp", []),
    ("hoàn thành trước ngày 15/01/2024, quý I năm 2024", []),
    ("theo Nghị định số 107/2020/NĐ-CP ngày 14/9/2020", []),
    ("dịch vụ công trực tuyến mức độ 3, 4 phổ biến", []),
    ("gồm 06 nội dung chủ yếu của giai đoạn 2021-2030", []),
    ("Tổng đài 112 hoạt động 24/7, mạng 4G/5G", []),
    ("năm 2023 đã đạt 95% hồ sơ", []),
    ("trẻ thấp còi dưới 24%1; nhẹ cân dưới 13,5%12.", [("<", 24, "%"), ("<", 13.5, "%")]),
    ("1.200 hộ dân dùng nước sạch", []),
    ("số lượng tối thiểu 60 lít/người/ngày", [(">=", 60, "lít/người/ngày")]),
    ("không để tồn đọng quá 06 ngày; không được để trễ quá 2% hồ sơ", [("<=", 6, "ngày"), ("<=", 2, "%")]),
    ("chỉ số từ vị trí 22 trở lên", [("<=", 22, "hạng")]),
    (
        "90% thôn có đủ 2 loại hình sân chơi; 80% xã có ít nhất 02 sân",
        [("=", 90, "%"), ("=", 80, "%"), (">=", 2, "sân")],
    ),
    ("Tổ chức 25 phiên giao dịch; dự trữ 900 lít hóa chất", [("=", 25, "phiên"), ("=", 900, "lít")]),
    ("lấy 120 mẫu xét nghiệm, tiêm 3.000 liều vắc xin", [("=", 120, "mẫu")]),
    # as reports of congresses and councils print them
    ("Giá trị sản xuất tăng 11-12%/ năm", [(">=", 11, "%/năm"), ("<=", 12, "%/năm")]),
    ("Tốc độ tăng trưởng đạt 9% /năm", [("=", 9, "%/năm")]),
    ("Lương bình quân đạt 90 triệu đồng/năm trở lên", [(">=", 90, "triệu đồng/năm")]),
    ("Chỉ số tăng bình quân mỗi năm từ 15% trở lên", [("+", 15, "%")]),
    ("Đưa tin từ 12 tin, bài trở lên", [(">=", 12, "tin, bài")]),
    ("Số năm sống khỏe đạt tối thiểu 65 năm", [(">=", 65, "năm")]),
    ("Xây dựng 3 xóm đạt chuẩn", [("=", 3, "xóm")]),
    ("Tổ chức 02 khóa đào tạo ngắn hạn cho cán bộ mỗi năm", [("=", 2, "khóa/năm")]),
    ("Thành lập 04 đoàn kiểm tra; kết nạp 60 đoàn viên", [("=", 4, "đoàn"), ("=", 60, "đoàn viên")]),
    ("Phát triển 12 trang trại, 8 tổ hợp tác", [("=", 12, "trang trại"), ("=", 8, "tổ hợp tác")]),
    ("Mật độ dân số đạt 450 người/km2", [("=", 450, "người/km2")]),
    ("Thu nhập đạt mức 4.200 đô la Mỹ", [("=", 4200, "đô la Mỹ")]),
    ("xếp vị thứ 18 trở lên", [("<=", 18, "hạng")]),
    ("Giảm tỷ lệ từ 7% (năm 2021) xuống 4% (năm 2025)", [("=", 4, "%")]),
    ("Số giường bệnh trên 10.000 dân đạt 31 giường", [("=", 31, "giường")]),
    (
        "giảm tỷ suất mắc bệnh của trẻ em dưới 1 tuổi trên 1.000 trẻ đẻ sống xuống 12,5 năm 2025 và dưới 9 năm 2030",
        [("=", 12.5, "/1.000 trẻ đẻ sống"), ("<", 9, "/1.000 trẻ đẻ sống")],
    ),
    (
        "giảm tai nạn xuống 550/100.000 người vào năm 2025 và còn 500/100.000 vào năm 2030",
        [("=", 550, "/100.000 người"), ("=", 500, "/100.000 người")],
    ),
    ("tỷ số giới tính dưới 109 bé trai trên 100 bé gái", [("<", 109, "bé trai")]),
    ("Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 95 triệu đồng", [("=", 95, "triệu đồng")]),
    ("Trên 1% số hộ; có trên 100 doanh nghiệp", [(">", 1, "%"), (">", 100, "doanh nghiệp")]),
    ("Hiện nay, toàn huyện có 14 trường", []),
    ("Tổng vốn đầu tư toàn xã hội đạt 8.000 tỷ đồng", [("=", 8000, "tỷ đồng")]),
    ("Kinh phí thực hiện: vốn ngân sách cấp huyện hơn 40 triệu đồng", []),
    ("Dạy nghề trồng nấm cho 220 nông dân", [("=", 220, "nông dân")]),
    ("Kiểm tra thực tế tại 05 xã và 02 phường", []),
    ("Số xã đạt chuẩn tăng thêm là 6 xã, phường", [("+", 6, "xã, phường")]),
    ("Tổng vốn đầu tư trên địa bàn đạt 9,5 nghìn tỷ đồng trở lên", [(">=", 9.5, "nghìn tỷ đồng")]),
    ("Tỷ lệ bác sĩ trên 1 vạn dân đạt 11 bác sĩ", [("=", 11, "bác sĩ")]),
]

AIMED: list[tuple[str, list[tuple[str, float, str]]]] = [
    ("Sản lượng lạc: 310 tấn.", [("=", 310, "tấn")]),
    ("Sản lượng lạc bình quân hằng năm: 310 tấn.", [("=", 310, "tấn/năm")]),
    ("Số trường đạt chuẩn: 07/09 trường.", [("=", 7, "trường")]),
    ("Số trường đạt chuẩn: khoảng 7 trường.", [("=", 7, "trường")]),
    ("Diện tích chè đạt 540 ha, sản lượng 6.100 tấn.", [("=", 540, "ha"), ("=", 6100, "tấn")]),
    ("Thu ngân sách năm 2025 là 420 tỷ đồng.", [("=", 420, "tỷ đồng")]),
    ("Dân số trung bình 9.300 người.", [("=", 9300, "người")]),
    ("Mức hưởng thụ văn hóa 40 lần/người/năm.", [("=", 40, "lần/người/năm")]),
    ("Diện tích hằng năm: 90 ha; trong đó ngô 70 ha", [("=", 90, "ha/năm"), ("=", 70, "ha")]),
    ("Tỷ lệ hài lòng đạt 92% (năm 2023 đạt 88%)", [("=", 92, "%")]),
    ("Trồng 3 triệu cây, bình quân 600.000 cây/năm.", [("=", 3, "triệu cây"), ("=", 600000, "cây/năm")]),
    ("Thời gian: 03 ngày", []),
    ("Số lượng: 03 người", []),
    ("Phân loại hồ sơ theo 03 nhóm", []),
    ("Thực hiện Đề án 06 của tỉnh", []),
    ("Bệnh viện hạng 1 tuyến tỉnh", []),
    ("Phong trào 5 không, 3 sạch; thực hiện tốt 6 rõ", []),
    ("Chiến dịch 45 ngày đêm", []),
    ("Chỉnh trang Phường 5 thành phố", []),
    ("Gồm các bước sau: 04 bước", []),
]
"""In a chapter of targets of a plan that begins in 2025."""


@pytest.mark.parametrize(("text", "figures"), AIMED)
def test_figures_of_a_chapter_of_targets(text: str, figures: list[tuple[str, float, str]]) -> None:
    found = measure.find(passage_of(text), where="body", since=2025, aim=True)
    assert [(m.comparator, m.value, m.unit) for m in found] == figures


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures_of_a_clause(text: str, figures: list[tuple[str, float, str]]) -> None:
    found = measure.find(passage_of(text), where="body")
    assert [(m.comparator, m.value, m.unit) for m in found] == figures


def test_clause_indicator_and_year() -> None:
    text = "Đẩy mạnh số hóa; đến năm 2025, tỷ lệ hồ sơ trực tuyến đạt tối thiểu 50%. Năm sau nữa."
    (found,) = measure.find(passage_of(text), where="annex", in_="I/1", year=2024)
    assert found.text == "đến năm 2025, tỷ lệ hồ sơ trực tuyến đạt tối thiểu 50%"
    assert found.indicator == "tỷ lệ hồ sơ trực tuyến"
    assert (found.by, found.where, found.in_) == ("2025", "annex", "I/1")


TOLD: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Bảo đảm trên 90% hồ sơ được trả đúng hạn, trong đó có trên 60% trả trước hạn",
        [
            ("Bảo đảm trên 90% hồ sơ được trả đúng hạn", "hồ sơ được trả đúng hạn"),
            ("trong đó có trên 60% trả trước hạn", "hồ sơ trả trước hạn"),
        ],
    ),
    (
        "Trên 95% hồ sơ cấp tỉnh, 85% hồ sơ cấp huyện và 65% hồ sơ cấp xã được xử lý trên mạng",
        [
            (
                "Trên 95% hồ sơ cấp tỉnh, 85% hồ sơ cấp huyện và 65% hồ sơ cấp xã được xử lý trên mạng",
                f"hồ sơ cấp {level} được xử lý trên mạng",
            )
            for level in ("tỉnh", "huyện", "xã")
        ],
    ),
    (
        "Năm 2026, số hóa kết quả giải quyết tại cấp tỉnh, cấp xã đạt tỷ lệ tối thiểu tương ứng là 50%, 40%",
        [
            (
                "Năm 2026, số hóa kết quả giải quyết tại cấp tỉnh, cấp xã đạt tỷ lệ tối thiểu tương ứng là 50%, 40%",
                f"số hóa kết quả giải quyết tại cấp {level}",
            )
            for level in ("tỉnh", "xã")
        ],
    ),
    (
        "100% đơn xin học được nhận và trả đúng hẹn, phấn đấu 70% đơn được nhận qua mạng",
        [
            ("100% đơn xin học được nhận và trả đúng hẹn", "đơn xin học được nhận và trả đúng hẹn"),
            ("phấn đấu 70% đơn được nhận qua mạng", "đơn được nhận qua mạng"),
        ],
    ),
    (
        "Cắt giảm, đơn giản hóa tối thiểu 20% số quy định và cắt giảm tối thiểu 30% chi phí",
        [
            (
                "Cắt giảm, đơn giản hóa tối thiểu 20% số quy định và cắt giảm tối thiểu 30% chi phí",
                name,
            )
            for name in ("Cắt giảm, đơn giản hóa số quy định", "cắt giảm chi phí")
        ],
    ),
    (
        "Thẩm định các dự thảo, đảm bảo 100% dự thảo được góp ý, góp phần nâng cao chất lượng",
        [("đảm bảo 100% dự thảo được góp ý", "dự thảo được góp ý")],
    ),
    (
        "Tỷ lệ số hóa (Tỷ lệ hồ sơ đầu vào đạt 90%; tỷ lệ kết quả đạt 80%)",
        [
            ("Tỷ lệ hồ sơ đầu vào đạt 90%", "Tỷ lệ hồ sơ đầu vào"),
            ("tỷ lệ kết quả đạt 80%)", "tỷ lệ kết quả"),
        ],
    ),
    (
        "Trình công bố quy trình (chậm nhất 10 ngày làm việc kể từ ngày nhận đủ hồ sơ)",
        [
            (
                "Trình công bố quy trình (chậm nhất 10 ngày làm việc kể từ ngày nhận đủ hồ sơ)",
                "Trình công bố quy trình",
            )
        ],
    ),
    (
        "80% thủ tục trở lên được giải quyết trước hạn",
        [("80% thủ tục trở lên được giải quyết trước hạn", "thủ tục được giải quyết trước hạn")],
    ),
    (
        "Chỉ số PAPI của tỉnh đến năm 2030 xếp trong nhóm 10 tỉnh dẫn đầu",
        [("Chỉ số PAPI của tỉnh đến năm 2030 xếp trong nhóm 10 tỉnh dẫn đầu", "Chỉ số PAPI của tỉnh")],
    ),
    (
        "Nâng tỷ lệ A, mức độ B (gọi tắt là B) đạt tối thiểu 85%",
        [("mức độ B (gọi tắt là B) đạt tối thiểu 85%", "mức độ B")],
    ),
    (
        "Tỷ lệ hài lòng của người dân đạt 95%, trong đó lĩnh vực đất đai đạt 90%",
        [
            ("Tỷ lệ hài lòng của người dân đạt 95%", "Tỷ lệ hài lòng của người dân"),
            ("trong đó lĩnh vực đất đai đạt 90%", "Tỷ lệ hài lòng của người dân lĩnh vực đất đai"),
        ],
    ),
    (
        "Giảm tối thiểu 5% số đầu mối, 10% số biên chế so với năm 2021",
        [
            ("Giảm tối thiểu 5% số đầu mối, 10% số biên chế so với năm 2021", name)
            for name in ("Giảm số đầu mối", "Giảm số biên chế so với năm 2021")
        ],
    ),
    (
        "Doanh thu đạt 5 tỷ đồng và lợi nhuận đạt 2 tỷ đồng, tăng 8% so với năm 2024",
        [
            ("Doanh thu đạt 5 tỷ đồng và lợi nhuận đạt 2 tỷ đồng, tăng 8% so với năm 2024", name)
            for name in ("Doanh thu", "lợi nhuận", "lợi nhuận so với năm 2024")
        ],
    ),
    (
        "ít nhất 50% (năm 2026) và 70% (năm 2027) số trường có thư viện số",
        [("ít nhất 50% (năm 2026) và 70% (năm 2027) số trường có thư viện số", "số trường có thư viện số")]
        * 2,
    ),
    (
        "giảm thời gian chờ của người dân xuống còn tối đa 25 phút",
        [("giảm thời gian chờ của người dân xuống còn tối đa 25 phút", "thời gian chờ của người dân")],
    ),
    ("Giảm tỷ lệ hộ nghèo 1%/năm", [("Giảm tỷ lệ hộ nghèo 1%/năm", "Giảm tỷ lệ hộ nghèo")]),
    ("Tỷ lệ hộ nghèo giảm còn dưới 3%", [("Tỷ lệ hộ nghèo giảm còn dưới 3%", "Tỷ lệ hộ nghèo")]),
    (
        "Trồng 120 ha rừng, trồng 500 cây",
        [("Trồng 120 ha rừng, trồng 500 cây", n) for n in ("ha rừng", "cây")],
    ),
    (
        "Thực hiện bổ nhiệm, nâng ngạch đạt tỷ lệ 30% trở lên theo vị trí việc làm",
        [
            (
                "Thực hiện bổ nhiệm, nâng ngạch đạt tỷ lệ 30% trở lên theo vị trí việc làm",
                "Thực hiện bổ nhiệm, nâng ngạch",
            )
        ],
    ),
    ("Quy mô kinh tế số đạt 40% GRDP", [("Quy mô kinh tế số đạt 40% GRDP", "Quy mô kinh tế số")]),
    ("tinh giản 25-35% số đầu mối", [("tinh giản 25-35% số đầu mối", "tinh giản số đầu mối")] * 2),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_stretch_and_indicator_of_each_figure(text: str, told: list[tuple[str, str]]) -> None:
    assert [(m.text, m.indicator) for m in measure.find(passage_of(text), where="body")] == told


def test_the_year_of_the_row_stands_in_where_the_clause_names_none() -> None:
    (found,) = measure.find(passage_of("100% hồ sơ đúng hạn"), where="annex", year=2024)
    assert found.by == "2024"


def test_only_body_texts_and_products_are_read() -> None:
    layout = layout_of("KẾ HOẠCH\nGiảm 10% chi phí\nI. MỤC TIÊU\n90% hồ sơ")
    cells = [Cell("a", passage_of("80% hồ sơ")), Cell("a", passage_of("70% hồ sơ"), "time")]
    found = measure.of_parts(body.parts(layout), cells)
    assert {(m.value, m.where) for m in found} == {(90, "body"), (80, "annex")}


def test_a_cell_of_targets_is_read_as_a_chapter_of_them() -> None:
    parts = body.parts(layout_of("KẾ HOẠCH\nGiảm chi phí"))
    cells = [Cell("a", passage_of("Sản lượng: 60 tấn"), aim=aim) for aim in (False, True)]
    assert [m.value for m in measure.of_parts(parts, cells)] == [60]


LOOKING_BACK: list[tuple[str, list[float]]] = [
    (
        "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2024\n1. Thể chế\n90% hồ sơ\nII. MỤC TIÊU\n1. Chung\n95% hồ sơ",
        [95],
    ),
    ("PHẦN I. ĐÁNH GIÁ TÌNH HÌNH\nI. Ưu điểm\n80% hồ sơ\nPHẦN II. KẾ HOẠCH\nI. Mục tiêu\n85% hồ sơ", [85]),
    ("I. MỤC TIÊU\n1. Kết quả cần đạt\n70% hồ sơ\n2. Giải pháp khắc phục tồn tại, hạn chế\n60% xã", [70, 60]),
    ("I. TÌNH HÌNH\n1. Tồn tại, hạn chế\n10% trễ hạn\n2. Yêu cầu đặt ra\n75% hồ sơ", [75]),
    (
        "I. BỐI CẢNH\n1. Vị trí địa lý\nCó 12 huyện, 30% là rừng.\n2. Khảo sát hiện trạng: 20 xã\n40% xã\n"
        "II. CHỈ TIÊU\n25% xã",
        [25],
    ),
    (
        "I. NHIỆM VỤ\n1. Đặc điểm tình hình chung Tỉnh có 15% xã vùng cao, nhiều nơi còn khó khăn về đường sá.\n"
        "2. Làm đường\n35% xã",
        [35],
    ),
    (
        "I. YÊU CẦU CHUNG\nCác chỉ tiêu chủ yếu:\n1. Về kinh tế\n- Sản lượng lúa: 700 tấn\nII. NHIỆM VỤ\n- Sản lượng ngô: 50 tấn",
        [700],
    ),
    ("I. MỤC TIÊU\n1. 45% cán bộ có kỹ năng công nghệ thông tin cơ bản.\n2. 55% xã", [45, 55]),
    ("I. MỤC TIÊU\n- 1.200 hộ dân dùng nước sạch; 15 trạm y tế mới. 16 trạm cũ đã đóng;", [1200, 15]),
    (
        "I. MỤC TIÊU\n- 1.200 hộ dân dùng nước sạch;\n- 05 năm liền.\nII. NHIỆM VỤ\n- 1.300 hộ dân dùng nước sạch;",
        [1200],
    ),
]


@pytest.mark.parametrize(("text", "values"), LOOKING_BACK)
def test_chapters_that_look_back_hold_no_figures_to_be_reached(text: str, values: list[float]) -> None:
    layout = layout_of(f"KẾ HOẠCH\nChuyển đổi số năm 2025\n{text}")
    assert [m.value for m in measure.of_parts(body.parts(layout), [])] == values


@given(st.integers(1, 100), st.sampled_from(["tối thiểu", "ít nhất", "không dưới"]))
def test_every_minimum_is_read_back(value: int, word: str) -> None:
    (found,) = measure.find(passage_of(f"tỷ lệ hồ sơ đạt {word} {value}%"), where="body")
    assert (found.comparator, found.value) == (">=", value)


@given(st.text(alphabet="1234567890%.,;-/ trênđạt và hồsơ", max_size=200))
def test_any_text_gives_figures_with_a_unit(text: str) -> None:
    assert all(m.unit for m in measure.find(passage_of(text), where="body"))


def test_hostile_lengths_are_read_in_bounded_time() -> None:
    for text in (
        "1, " * 10000,
        "tăng " * 10000,
        "9" * 50000,
        "10% a " * 3000,
        "trở lên " * 5000,
        "a" * 50000 + "1",
        "10% (a " * 5000,
        "10%, tỷ lệ " * 3000,
        "10 lớp" + " cắt giảm," * 5000,
    ):
        measure.find(passage_of(text), where="body")


INDEXES: list[tuple[str, list[tuple[str, float]]]] = [
    ("Chỉ số phát triển con người (HDI) đạt trên 0,72 vào năm 2030", [(">", 0.72)]),
    ("Chỉ số cải cách hành chính đạt từ 86 trở lên", [(">=", 86)]),
    ("Hệ số bất bình đẳng còn dưới 0,36, thấp hơn cả nước", [("<", 0.36)]),
    ("Chỉ số hạ tầng giao cho Sở 12", []),
]


@pytest.mark.parametrize(("text", "figures"), INDEXES)
def test_an_index_is_counted_in_nothing(text: str, figures: list[tuple[str, float]]) -> None:
    found = measure.find(passage_of(text), where="body")
    assert [(m.comparator, m.value, m.unit) for m in found] == [(*figure, None) for figure in figures]


def test_a_number_in_each_sentence_of_a_long_text_takes_bounded_time() -> None:
    start = time.process_time()
    found = measure.find(passage_of("Đợt 1: tổ chức 12 lớp. " * 5_000), where="body")
    assert [figure.value for figure in found] == [12] * 5_000
    assert time.process_time() - start < 8
