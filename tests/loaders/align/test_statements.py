import pytest

from loaders.align import align
from loaders.align.evidence import Evidence
from loaders.align.rows import rows_of
from loaders.align.statements import MOST, outside_brackets, statements
from tests.loaders.align.sample import PROVINCE, activity, plan, target, task


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rà soát thủ tục hành chính", ()),
        (
            "Tỷ lệ hồ sơ trực tuyến đạt 70%. Tỷ lệ thanh toán trực tuyến đạt 60%",
            ("Tỷ lệ hồ sơ trực tuyến đạt 70%", "Tỷ lệ thanh toán trực tuyến đạt 60%"),
        ),
        (
            "Rà soát thủ tục hành chính nội bộ; công khai kết quả giải quyết hồ sơ.",
            ("Rà soát thủ tục hành chính nội bộ", "công khai kết quả giải quyết hồ sơ"),
        ),
        (
            "- Xây dựng kế hoạch tuyên truyền năm - Tổ chức hội nghị tuyên truyền pháp luật",
            ("Xây dựng kế hoạch tuyên truyền năm", "Tổ chức hội nghị tuyên truyền pháp luật"),
        ),
        ("Nghị định số 107/2020/NĐ-CP. 5 nhóm tiện ích của Đề án", ()),
        ("Kế hoạch; quyết định; báo cáo", ()),
        ("", ()),
    ],
)
def test_statements(text: str, expected: tuple[str, ...]) -> None:
    assert statements(text) == expected


def test_statements_are_bounded() -> None:
    assert len(statements("Tổ chức hội nghị tuyên truyền; " * 50)) == MOST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Công khai kết quả giải quyết hồ sơ (trên Cổng DVC)",
            "Công khai kết quả giải quyết hồ sơ",
        ),
        ("Rà soát (định kỳ, đột xuất) thủ tục hành chính", "Rà soát thủ tục hành chính"),
        ("TTHC (thủ tục hành chính)", "TTHC (thủ tục hành chính)"),
        ("Rà soát (định kỳ", "Rà soát (định kỳ"),
    ],
)
def test_outside_brackets(text: str, expected: str) -> None:
    assert outside_brackets(text) == expected


TWO = "Xử lý phản ánh, kiến nghị của tổ chức. Kiểm tra công tác CCHC tại các đơn vị"


def test_statements_are_rows_below_their_row() -> None:
    rows = rows_of(plan(target("a", "x"), activity("a/1", TWO, None, "a")))
    assert [(r.key, r.home, r.linkable) for r in rows.values()] == [
        ("a", "a", True),
        ("a/1", "a/1", False),
        ("a/1#1", "a/1", False),
        ("a/1#2", "a/1", False),
    ]
    assert rows["a/1#2"].above == ("a/1", "a")
    assert rows["a"].below == ("a/1", "a/1#1", "a/1#2")


def test_what_stands_in_brackets_counts_as_context() -> None:
    (row,) = rows_of(plan(task("1", "Công bố thủ tục hành chính (sau khi ký quy trình nội bộ)"))).values()
    assert "internal-process" not in row.matters
    assert "internal-process" in row.product_matters


def test_only_printed_rows_are_aligned() -> None:
    links = align(plan(activity("2/1", TWO), areas={"2": "procedure"}), PROVINCE)
    assert [link.child for link in links] == ["2/1"]
    assert all("#" not in p.key for link in links for p in link.parents)


def test_a_statement_is_shown_as_its_row() -> None:
    parent = plan(
        task("II/1", "Ban hành văn bản chỉ đạo"),
        activity("II/1/1", "Số hóa hồ sơ lưu trữ của cơ quan. Xử lý phản ánh, kiến nghị của tổ chức", "II/1"),
    )
    child = plan(activity("2/1", "Xử lý phản ánh, kiến nghị của người dân"))
    below, above = rows_of(child), rows_of(parent)
    found = Evidence(child, parent, below, above, {"2/1": {"II/1/1#2": 0.9}})
    assert found.of("2/1", "II/1")[0] == "qua hàng II/1/1 nằm dưới hàng này"
