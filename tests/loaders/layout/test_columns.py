"""What the columns of a header mean."""

from __future__ import annotations

import pytest

from loaders.layout.columns import Role, columns_of, levelled, named_role, parse_header, role_of, tells_work

TITLES = [
    ("TT", Role.NUMBER),
    ("Số TT", Role.NUMBER),
    ("Mục tiêu", Role.TARGET),
    ("Mục tiêu/Chỉ tiêu", Role.TARGET),
    ("NHIỆM VỤ VÀ GIẢI PHÁP", Role.TASK),
    ("2. Nhiệm vụ", Role.TASK),
    ("Hoạt động", Role.ACTIVITY),
    ("Nội dung thực hiện", Role.CONTENT),
    ("Kết quả/ Sản phẩm", Role.PRODUCT),
    ("Sản phẩm dự kiến", Role.PRODUCT),
    ("5-Chủ trì", Role.LEAD),
    ("Đơn vị thực hiện", Role.LEAD),
    ("Cơ quan, đơn vị chủ trì thực hiện", Role.LEAD),
    ("Cơ quan phối hợp thực hiện", Role.COORD),
    ("Thời gian hoàn thành", Role.TIME),
    ("Kinh phí (triệu đồng)", Role.BUDGET),
    ("Ghi chú", Role.EXTRA),
    ("Mã nhiệm vụ", Role.EXTRA),
    ("Mã số nhiệm vụ", Role.EXTRA),
    ("Người đứng đầu chịu trách nhiệm", Role.EXTRA),
    ("Tên văn bản", Role.CONTENT),
    ("Cơ quan chủ trì soạn thảo", Role.LEAD),
    ("Cơ quan phối hợp soạn thảo", Role.COORD),
    ("Cơ quan tham mưu", Role.LEAD),
    ("Thời gian thực hiện, hoàn thành", Role.TIME),
    ("Hạn hoàn thành", Role.TIME),
    ("Hạn báo cáo", Role.TIME),
    ("Ngày kết thúc", Role.TIME),
    ("% hoàn thành", Role.EXTRA),
    ("Tình trạng hoàn thành", Role.EXTRA),
    ("Trạng thái", Role.EXTRA),
    ("Dự kiến hoàn thành", Role.TIME),
    ("Thời gian hoàn thành dự kiến", Role.TIME),
    ("Trách nhiệm phối hợp", Role.COORD),
    ("Đơn vị cùng thực hiện", Role.COORD),
    ("Cơ quan được giao chủ trì", Role.LEAD),
    ("Công chức thực hiện", Role.LEAD),
    ("Số lượng", Role.EXTRA),
    ("Địa bàn thực hiện", Role.EXTRA),
    ("Hình thức văn bản", Role.PRODUCT),
    ("Kế hoạch năm 2025", Role.EXTRA),
    ("Năm 2026", Role.EXTRA),
    ("Thực hiện 2024", Role.EXTRA),
    ("Giai đoạn 2026 - 2030", Role.EXTRA),
    ("Mục tiêu năm 2025", Role.TARGET),
    ("Năm", Role.TIME),
    ("Thời gian thực hiện năm 2025", Role.TIME),
    ("S.TT", Role.NUMBER),
    ("Đầu việc", Role.CONTENT),
    ("Hạng mục công việc", Role.CONTENT),
    ("Tên dự án", Role.CONTENT),
    ("Cơ quan, đơn vị liên quan", Role.COORD),
    ("Minh chứng", Role.PRODUCT),
    ("Hình thức, sản phẩm", Role.PRODUCT),
    ("Hình thức tổ chức", Role.EXTRA),
    ("Nguồn vốn", Role.BUDGET),
    ("Nguồn lực thực hiện", Role.BUDGET),
    ("Nguồn nhân lực", Role.EXTRA),
    ("Chỉ số thành phần", Role.TARGET),
    ("Tổng số", Role.EXTRA),
    ("Số, ký hiệu văn bản", Role.EXTRA),
    ("STT (1)", Role.NUMBER),
    ("Các bước thực hiện", Role.CONTENT),
    ("Trích yếu văn bản", Role.CONTENT),
    ("Giai đoạn thực hiện", Role.TIME),
    ("Tháng", Role.TIME),
    ("Phương thức thực hiện", Role.EXTRA),
    ("Chủ đầu tư", Role.LEAD),
    ("Đơn vị hỗ trợ", Role.COORD),
    ("Tài liệu kiểm chứng", Role.PRODUCT),
    ("", Role.EXTRA),
    ("Danh mục các nhiệm vụ được giao " * 4, Role.EXTRA),
]
HEADERS = [
    (
        "STT 1- Mục tiêu 2- Nhiệm vụ 3- Hoạt động 4- Kết quả/Sản phẩm 5-Chủ trì 6-Phối hợp 7-Thời gian "
        "8- Kinh phí (triệu đồng) I Cải cách thể chế",
        "number target task activity product lead coord time budget",
        "I Cải cách thể chế",
    ),
    (
        "TT NỘI DUNG Sản phẩm Đơn vị chủ trì dự thảo Đơn vị phối hợp Thời gian thực hiện 1 Rà soát",
        "number content product lead coord time",
        "1 Rà soát",
    ),
    ("STT Nhiệm vụ cụ thể Cơ quan chủ trì Ghi chú", "number task lead extra", ""),
    ("Trong năm qua", "", "Trong năm qua"),
    (
        "Nhóm nhiệm vụ Nhiệm vụ cụ thể Cơ quan chủ trì Thời gian Nhiệm vụ chung",
        "task task lead time",
        "Nhiệm vụ chung",
    ),
    ("TT Công việc Người chủ trì Người phối hợp Thời hạn", "number activity lead coord time", ""),
]


@pytest.mark.parametrize(("title", "role"), TITLES)
def test_title_of_a_column(title: str, role: Role) -> None:
    assert role_of(title) is role


def test_amounts_of_a_year_beside_what_is_to_be_done() -> None:
    columns = columns_of(["TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm 2025", "Cơ quan chủ trì"])
    assert [column.role for column in columns] == [
        Role.NUMBER,
        Role.TARGET,
        Role.EXTRA,
        Role.EXTRA,
        Role.LEAD,
    ]


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        ("Đơn vị | Nội dung | Cơ quan chủ trì", "extra content lead"),
        ("Nội dung | Chủ trì | Đơn vị thực hiện", "content lead extra"),
        ("Nội dung | Đơn vị thực hiện | Thời gian bắt đầu | Thời gian kết thúc", "content lead extra time"),
        ("Nội dung | Chủ trì | Lãnh đạo UBND tỉnh phụ trách", "content lead extra"),
        ("Nội dung | Nguồn kinh phí | Kinh phí (triệu đồng)", "content extra budget"),
        ("Nội dung | Chủ trì | Nguồn kinh phí", "content lead budget"),
    ],
)
def test_one_column_leads_one_gives_the_time_and_one_the_money(titles: str, roles: str) -> None:
    assert " ".join(column.role.value for column in columns_of(titles.split(" | "))) == roles


@pytest.mark.parametrize(("text", "roles", "rest"), HEADERS)
def test_running_header(text: str, roles: str, rest: str) -> None:
    columns, end = parse_header(text)
    assert " ".join(column.role.value for column in columns) == roles
    assert text[end:] == rest


@pytest.mark.parametrize(
    ("name", "role"), [("Đơn vị chủ trì", Role.LEAD), ("Sở Nội vụ chủ trì", None), ("Thời gian", Role.TIME)]
)
def test_whole_names_only(name: str, role: Role | None) -> None:
    assert named_role(name) is role


def test_numbers_before_titles_are_kept() -> None:
    columns, _ = parse_header("TT 1. Mục tiêu 2. Nhiệm vụ")
    assert [column.ordinal for column in columns] == [None, 1, 2]


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        ("TT|Nội dung|Công việc cụ thể|Chủ trì", ["TT", "Nội dung", "Công việc cụ thể", "Chủ trì"]),
        ("TT|Nội dung|công việc|Chủ trì", ["TT", "Nội dung công việc", "Chủ trì"]),
        ("TT|Nhiệm vụ/|Giải pháp|Chủ trì", ["TT", "Nhiệm vụ/ Giải pháp", "Chủ trì"]),
        ("TT|Nội dung|Kết quả|Hoàn thành", ["TT", "Nội dung", "Kết quả", "Hoàn thành"]),
        ("TT|Nội dung|Kết quả|hoàn thành", ["TT", "Nội dung", "Kết quả hoàn thành"]),
        ("TT|Nội dung hỗ trợ|Số lượng|Chủ trì", ["TT", "Nội dung hỗ trợ", "Số lượng", "Chủ trì"]),
        ("TT|Giải pháp, hoạt động|Chủ trì|1. Họp", ["TT", "Giải pháp, hoạt động", "Chủ trì"]),
        ("TT|Nội dung|Chủ trì|Rà soát văn bản|Kết quả", ["TT", "Nội dung", "Chủ trì"]),
        ("TT|NỘI DUNG|CÔNG VIỆC|CHỦ TRÌ", ["TT", "NỘI DUNG CÔNG VIỆC", "CHỦ TRÌ"]),
    ],
)
def test_a_capital_on_a_new_line_begins_another_column_of_content(printed: str, titles: list[str]) -> None:
    breaks = [place + 1 for place, letter in enumerate(printed) if letter == "|"]
    columns, _ = parse_header(printed.replace("|", " "), breaks)
    assert [column.title for column in columns] == titles


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        ("TT|Nội dung|Chủ trì", "number activity lead"),
        ("TT|Tiêu chí|Hoạt động|Chủ trì", "number task activity lead"),
        ("Mục tiêu|Nhiệm vụ|Chủ trì", "target task lead"),
        ("Mục tiêu|Hoạt động|Chủ trì", "target activity lead"),
        ("Mục tiêu|Nhiệm vụ|Hoạt động|Nội dung|Chủ trì", "target task activity extra lead"),
        ("TT|Chủ trì", "number lead"),
        ("TT|Tên thủ tục hành chính|Lĩnh vực|Chủ trì", "number activity extra lead"),
        ("TT|Mục tiêu|Lĩnh vực|Nội dung|Chủ trì", "number target task activity lead"),
        ("TT|Lĩnh vực|Nội dung|Chủ trì", "number task activity lead"),
    ],
)
def test_levels_of_content(titles: str, roles: str) -> None:
    assert " ".join(column.role.value for column in levelled(columns_of(titles.split("|")))) == roles


@pytest.mark.parametrize(
    ("titles", "work"),
    [
        ("TT|Họ và tên|Đơn vị|Nhiệm vụ", False),
        ("TT|Họ tên|Chức vụ, đơn vị|Nhiệm vụ|Ghi chú", False),
        ("TT|Họ và tên|Đơn vị|Nhiệm vụ|Thời gian", True),
        ("TT|Họ và tên|Đơn vị|Công việc được giao", True),
        ("TT|Nhiệm vụ|Đơn vị", True),
        ("TT|Nhiệm vụ|Kinh phí", False),
    ],
)
def test_what_tells_work(titles: str, work: bool) -> None:
    assert tells_work(titles.split("|")) is work


def test_words_after_a_name_end_where_the_next_one_begins() -> None:
    lines = ["TT", "Công việc", "Người phụ trách", "Phối hợp", "Thời gian"]
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    columns, _ = parse_header(" ".join([*lines, "I. ĐẦU NĂM"]), starts)
    assert [column.title for column in columns] == lines


def test_columns_of_years_are_named_on_lines_of_their_own() -> None:
    lines = ["TT", "Nội dung", "Năm 2024", "Năm", "2025", "Cơ quan chủ trì", "Thời gian", "Năm 2025 tỉnh làm"]
    text, starts = "", []
    for line in lines:
        starts.append(len(text) + bool(text))
        text = f"{text} {line}".strip()
    columns, end = parse_header(text, starts)
    assert [column.title for column in columns] == ["TT", "Nội dung", "Năm 2024", "Năm 2025", *lines[5:7]]
    assert text[end:] == lines[-1]
