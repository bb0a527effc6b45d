import pytest

from loaders.align.rows import LONGEST, rows_of, words_of
from loaders.align.text import folded
from loaders.records import Activity, Target, Task
from tests.loaders.align.sample import activity, cites, plan, target, task


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rà soát thủ tục", {"rà", "soát", "thủ", "tục", "rà soát", "soát thủ", "thủ tục"}),
        ("của các thủ tục", {"thủ", "tục", "thủ tục"}),
        ("thủ tục và hồ sơ", {"thủ", "tục", "hồ", "sơ", "thủ tục", "tục hồ", "hồ sơ"}),
        ("mức 3 cấp", {"mức", "cấp"}),
        ("2025", set()),
        ("", set()),
    ],
)
def test_words(text: str, expected: set[str]) -> None:
    assert words_of(folded(text)) == tuple(sorted(" ".join(folded(word)) for word in expected))


@pytest.mark.parametrize(
    ("records", "above", "below"),
    [
        (
            [target("a", "x"), task("b", "x", "a"), activity("c", "x", "b", "a")],
            {"b": {"a"}, "c": {"a", "b"}},
            {"a": {"b", "c"}, "b": {"c"}},
        ),
        (
            [task("b", "x"), task("d", "x", None, "b"), activity("c", "x", "d")],
            {"c": {"d", "b"}},
            {"b": {"d", "c"}},
        ),
        ([task("b", "x", "gone"), activity("c", "x", "b")], {"c": {"b", "gone"}}, {"b": {"c"}}),
        (
            [task("b", "x", None, "d"), task("d", "x", None, "b")],
            {"b": {"d"}, "d": {"b"}},
            {"b": {"d"}, "d": {"b"}},
        ),
        ([task("b", "x", None, "b")], {"b": set()}, {"b": set()}),
        ([activity("c", "x")], {"c": set()}, {"c": set()}),
    ],
)
def test_a_row_knows_its_family(
    records: list[Target | Task | Activity], above: dict[str, set[str]], below: dict[str, set[str]]
) -> None:
    rows = rows_of(plan(*records))
    assert {key: set(rows[key].above) for key in above} == above
    assert {key: set(rows[key].below) for key in below} == below


def test_a_task_without_activities_keeps_its_product() -> None:
    rows = rows_of(
        plan(task("b", "Việc chung"), activity("b/-", None, "b", product="Quyết định công bố TTHC"))
    )
    assert set(rows) == {"b"}
    assert rows["b"].product_matters == {"procedure-announcing"}


def test_areas_are_of_the_section_and_of_the_matters() -> None:
    rows = rows_of(plan(task("IV/1", "Tổ chức tuyển dụng viên chức"), areas={"IV": "apparatus"}))
    assert rows["IV/1"].areas == {"apparatus", "civil_service"}


def test_documents_named_in_a_row() -> None:
    rows = rows_of(plan(task("b", "x"), citations=(cites("b", "468/QĐ-TTg"),)))
    assert rows["b"].cites == {"468/QĐ-TTg"}


@pytest.mark.parametrize(
    ("row", "linkable"),
    [
        (target("a", "x"), True),
        (task("a", "x"), True),
        (activity("a", "x"), True),
        (activity("a", "x", "t"), False),
    ],
)
def test_activities_under_a_task_are_reached_through_it(
    row: Target | Task | Activity, linkable: bool
) -> None:
    assert rows_of(plan(task("t", "x"), row))["a"].linkable is linkable


def test_a_cell_without_end_is_cut() -> None:
    row = rows_of(plan(activity("a", "một cửa " * 5000, product="mẫu " * 5000)))["a"]
    assert len(row.syllables.text) == LONGEST
    assert row.matters == {"one-stop"}
