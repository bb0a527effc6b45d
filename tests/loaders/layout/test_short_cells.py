"""Flattened tables whose cells are a few words, in other orders of columns."""

from __future__ import annotations

import pytest

from tests.loaders.layout.flattened import flatten
from tests.loaders.layout.test_flat import table_of, texts

TABLES = [
    """
TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm
1 | Rà soát văn bản | Phòng Pháp chế | Các phòng | Quý II | Báo cáo
2 | Theo dõi thi hành pháp luật | Thanh tra Sở | Các phòng | Quý III | Báo cáo
3 | Kiểm tra văn bản | Phòng Pháp chế | Văn phòng Sở | Thường xuyên | Kết luận
4 | Công khai thủ tục | Văn phòng Sở | Các phòng | Thường xuyên | Bảng niêm yết
5 | Đơn giản hóa quy trình | Văn phòng Sở | Các phòng | Tháng 6 | Quyết định
6 | Khảo sát hài lòng | Văn phòng Sở | Đoàn Thanh niên | Quý IV | Phiếu khảo sát
7 | Trả kết quả qua bưu điện | Bộ phận Một cửa | Bưu điện tỉnh | Cả năm | Hồ sơ
8 | Sắp xếp phòng, ban | Văn phòng Sở | Các đơn vị | Quý I | Đề án
9 | Giao biên chế | Văn phòng Sở | Sở Nội vụ | Tháng 12 | Quyết định
""",
    """
TT | Nội dung | Đơn vị thực hiện | Thời gian thực hiện
1 | Xây dựng kế hoạch | Văn phòng | Tháng 1
2 | Tập huấn nghiệp vụ | Sở Nội vụ | Quý II
3 | Nâng cấp cổng thông tin điện tử của tỉnh | Sở Thông tin và Truyền thông | Quý III
4 | Kiểm tra công vụ | Thanh tra tỉnh | Đột xuất
5 | Đánh giá kết quả | Sở Nội vụ | Quý IV
6 | Sơ kết sáu tháng | Sở Nội vụ | Tháng 6
7 | Tổng kết | Sở Nội vụ | Tháng 12
""",
    """
STT | Tên nhiệm vụ | Thời hạn | Chủ trì | Phối hợp | Sản phẩm dự kiến
1 | Phổ biến giáo dục pháp luật | Quý I | Sở Tư pháp | Sở Giáo dục và Đào tạo | 04 lớp tập huấn
2 | Ban hành quy chế làm việc | Tháng 2 | Văn phòng UBND tỉnh | Sở Nội vụ | Quy chế
3 | Rà soát quy hoạch | 30/6/2025 | Sở Xây dựng | UBND cấp huyện | Tờ trình
4 | Kiểm kê đất đai | 15/9/2025 | Sở Nông nghiệp và Môi trường | UBND cấp huyện | Báo cáo
5 | Đối thoại doanh nghiệp | Quý III | Sở Tài chính | Hiệp hội Doanh nghiệp tỉnh | 02 hội nghị
6 | Đo lường sự hài lòng | Quý IV | Sở Nội vụ | Bưu điện tỉnh | Chỉ số hài lòng
7 | Chuyển đổi số cấp xã | Cả năm | Sở Khoa học và Công nghệ | UBND cấp xã | 10 xã số
8 | Bồi dưỡng công chức | Quý II | Sở Nội vụ | Trường Chính trị tỉnh | 12 lớp
""",
    """
TT | Công việc | Thời gian | Người chủ trì | Người phối hợp | Kết quả
1 | Thăm gia đình có công | Tháng 7 | Phó Chủ tịch UBND xã | Trưởng thôn | 40 suất quà
2 | Vệ sinh chợ phiên | Hằng tuần | Hội Phụ nữ xã | Đoàn Thanh niên | Chợ sạch sẽ
3 | Cấp căn cước lưu động | Quý II | Công an xã | Trưởng thôn | Trên 90% người dân
4 | Tu sửa kênh mương | Tháng 02 | Hội Nông dân xã | Trưởng thôn | 3 km kênh
5 | Mở lớp xóa mù chữ | Quý III | Trường Tiểu học Nà Mạ | Hội Phụ nữ xã | Lớp học
6 | Họp giao ban | Hằng tháng | Chủ tịch UBND xã | Công chức Văn phòng | Thông báo kết luận
7 | Chấm thi đua | Tháng 12 | Công chức Văn phòng | Trưởng thôn | Bảng điểm
""",
    """
TT | Nhiệm vụ, giải pháp | Đơn vị thực hiện | Thời gian hoàn thành | Sản phẩm
1 | Xây dựng kế hoạch truyền thông | Phòng Truyền thông | 15/01/2025 | Kế hoạch được phê duyệt
2 | Thiết kế bộ nhận diện | Phòng Truyền thông | 28/02/2025 | Bộ nhận diện
3 | Sản xuất phóng sự | Đài Phát thanh và Truyền hình | 30/4/2025 | 06 phóng sự
4 | Tổ chức cuộc thi tìm hiểu | Tỉnh đoàn | 30/6/2025 | Cuộc thi
5 | In tờ rơi | Văn phòng | 31/7/2025 | 5.000 tờ
6 | Lắp đặt pa nô | UBND các xã | 15/8/2025 | 20 pa nô
7 | Tổng kết, trao giải | Tỉnh đoàn | 15/11/2025 | Lễ trao giải
""",
]
WIDTHS = [(3, 30, 12, 11, 12, 12), (4, 52, 22, 18, 20, 20), (999,) * 6]
"""Widths of columns, in letters: narrow, wide, one line a cell."""


@pytest.mark.parametrize("widths", WIDTHS, ids=("narrow", "wide", "one line a cell"))
@pytest.mark.parametrize("table", TABLES)
def test_short_cells_are_found_again(table: str, widths: tuple[int, ...]) -> None:
    headers, *rows = ([cell.strip() for cell in row.split("|")] for row in table.strip().split("\n"))
    assert texts(table_of(flatten(rows, widths[: len(headers)], headers))) == rows


AMOUNTS = """
TT | Nội dung | Năm 2024 | Năm 2025 | Cơ quan chủ trì | Thời gian
1 | Tỷ lệ hồ sơ trực tuyến | 45 | 60 | Văn phòng UBND tỉnh | Thường xuyên
2 | Xã có điểm phục vụ | 5 | 7 | UBND cấp huyện | Quý IV
3 | Cây xanh trồng mới | 3.000 | 3.200 | Hạt Kiểm lâm | Quý I
4 | Lớp dạy nghề | 12 | 15 | Sở Nội vụ | Cả năm
5 | Hộ thoát nghèo | 31,5 | 40 | UBND cấp xã | Tháng 12
6 | Giường bệnh thêm mới | 88 | 90 | Sở Y tế | Quý III
7 | Nhà máy nước | 2 | 3 | Sở Xây dựng | Quý II
"""


def test_bare_numbers_stand_in_columns_of_years() -> None:
    cells = [[cell.strip() for cell in row.split("|")] for row in AMOUNTS.strip().split("\n")]
    assert texts(table_of("\n".join(cell for row in cells for cell in row))) == cells[1:]


def test_a_whole_time_above_the_next_task_ends_its_row() -> None:
    rows = [
        [
            "Hoàn thiện thể chế",
            "Nâng cao chất lượng văn bản",
            "Tập huấn kỹ năng",
            "Sở Tư pháp",
            "Quý II/2025",
        ],
        ["", "", "Lấy ý kiến người dân", "Cơ quan soạn thảo", "Thường xuyên"],
        ["", "Kiểm tra, xử lý văn bản", "Lập đoàn theo chuyên đề", "Sở Tư pháp", "Thường xuyên"],
        ["", "", "Công bố văn bản hết hiệu lực", "Sở Tư pháp", "Tháng 01/2025"],
        ["Tinh gọn bộ máy", "Sắp xếp đơn vị sự nghiệp", "Xây dựng đề án", "Sở Y tế", "Quý III/2025"],
    ]
    header = ["Mục tiêu", "Nhiệm vụ", "Hoạt động", "Cơ quan chủ trì", "Thời gian"]
    lines = [text for row in [header, *rows] for text in row if text]
    assert texts(table_of("\n".join(lines))) == rows
