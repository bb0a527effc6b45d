"""Two editions of a plan: what is the same row, and what is told to have changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.compare import Change, Edition, Row, changes, counts, edition_of
from loaders.compare.words import relative, shifted
from loaders.records import load

READINGS = sorted((Path(__file__).parents[2] / "readings").glob("*.json"))

YEARS = [
    ("Kế hoạch CCHC năm 2024", 2024, "Kế hoạch CCHC năm nămx0"),
    ("xây dựng kế hoạch năm 2025", 2024, "xây dựng kế hoạch năm nămx1"),
    ("báo cáo năm 2023", 2024, "báo cáo năm nămxtr1"),
    ("giai đoạn 2021-2025", 2024, "giai đoạn 2021-2025"),
    ("giai đoạn 2024 - 2025", 2024, "giai đoạn 2024 - 2025"),
    ("tầm nhìn 2030", 2024, "tầm nhìn 2030"),
    ("không rõ năm 2024", None, "không rõ năm 2024"),
]


@pytest.mark.parametrize(("text", "year", "expected"), YEARS)
def test_near_years_are_counted_from_the_edition_s_own(text: str, year: int | None, expected: str) -> None:
    assert relative(text, year) == expected


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        ("2024-03-31", 1, "2025-03-31"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2023-02-28", 1, "2024-02-29"),
        (None, 1, None),
    ],
)
def test_a_day_is_moved_to_another_year(day: str | None, years: int, expected: str | None) -> None:
    assert shifted(day, years) == expected


BASE = Row(
    key="I/3.1",
    level="activity",
    text="Ban hành kế hoạch tuyên truyền cải cách hành chính năm 2024",
    lead=("Sở Nội vụ",),
    coordinating=("Sở Tài chính",),
    schedule="Quý I/2024",
    start="2024-01-01",
    end="2024-03-31",
    product="Kế hoạch",
    figures=(">= 90 % (2024)",),
)
NEXT = replace(
    BASE,
    text="Ban hành Kế hoạch tuyên truyền CCHC năm 2025",
    schedule="Quý I/2025",
    start="2025-01-01",
    end="2025-03-31",
    figures=(">= 90 % (2025)",),
)

# what the later row has otherwise, and the fields told as changed
CHANGED: list[tuple[dict[str, object], list[str]]] = [
    ({}, []),
    ({"key": "II/4.7", "section": "II"}, []),
    ({"text": "Ban hành Kế hoạch tuyên truyền, phổ biến CCHC năm 2025 và các năm tiếp theo"}, ["text"]),
    ({"lead": ("Sở Nội vụ", "Sở Tư pháp")}, ["lead"]),
    ({"coordinating": ()}, ["coordinating"]),
    ({"schedule": "Quý II/2025", "start": "2025-04-01", "end": "2025-06-30"}, ["deadline"]),
    ({"schedule": "Thường xuyên", "start": None, "end": None}, ["deadline"]),
    ({"product": "Kế hoạch, báo cáo"}, ["product"]),
    ({"figures": (">= 95 % (2025)",)}, ["figures"]),
    ({"figures": (), "lead": ("Sở Tư pháp",)}, ["lead", "figures"]),
]


@pytest.mark.parametrize(("other", "fields"), CHANGED)
def test_what_differs_is_told_and_the_years_are_not(other: dict[str, object], fields: list[str]) -> None:
    (change,) = changes(edition([BASE], 2024), edition([replace(NEXT, **other)], 2025))  # type: ignore[arg-type]
    assert [d.field for d in change.differences] == fields
    assert change.kind == ("changed" if fields else "same")


def edition(rows: list[Row], year: int | None) -> Edition:
    return Edition("Kế hoạch", year, tuple(rows))


def activity(key: str, text: str, **more: object) -> Row:
    return Row(key=key, level="activity", text=text, **more)  # type: ignore[arg-type]


def test_a_row_that_says_something_else_is_new_whatever_its_number() -> None:
    old = [activity("1", "Rà soát văn bản quy phạm pháp luật"), activity("2", "Tổ chức hội nghị tổng kết")]
    new = [activity("1", "Khảo sát sự hài lòng của người dân"), activity("2", "Tổ chức hội nghị tổng kết")]
    assert kinds(changes(edition(old, 2024), edition(new, 2025))) == [
        ("new", None, "1"),
        ("same", "2", "2"),
        ("dropped", "1", None),
    ]


def test_equal_rows_keep_to_the_rows_they_stand_under() -> None:
    rows = [
        Row(key="I/1", level="task", text="Tuyên truyền về cải cách hành chính"),
        Row(key="I/2", level="task", text="Đánh giá sự hài lòng của người dân"),
        activity("I/1/1", "Ban hành kế hoạch", above="I/1"),
        activity("I/2/1", "Ban hành kế hoạch", above="I/2"),
    ]
    moved = {"I/1": "I/2", "I/2": "I/1", "I/1/1": "I/2/1", "I/2/1": "I/1/1"}
    swapped = [replace(r, key=moved[r.key], above=moved.get(r.above or "")) for r in rows]
    found = changes(edition(rows, 2024), edition(swapped, 2024))
    assert {(c.old.key, c.new.key) for c in found if c.old and c.new} == set(moved.items())


def kinds(found: list[Change]) -> list[tuple[str, str | None, str | None]]:
    return [(c.kind, c.old.key if c.old else None, c.new.key if c.new else None) for c in found]


@pytest.mark.parametrize("reading", READINGS, ids=lambda p: p.stem)
def test_a_plan_is_the_same_as_itself(reading: Path) -> None:
    whole = edition_of(load(reading.read_text(encoding="utf-8")))
    assert counts(changes(whole, whole)) == {
        "new": 0,
        "dropped": 0,
        "changed": 0,
        "same": len(whole.rows),
    }


@settings(max_examples=15)
@given(st.data())
def test_rows_taken_out_and_put_in_are_found(data: st.DataObject) -> None:
    """Next year's plan, made from a real one: some rows left out, some put in, the years moved."""
    whole = edition_of(load(READINGS[0].read_text(encoding="utf-8")))
    texts = [row.text for row in whole.rows]
    single = [i for i, row in enumerate(whole.rows) if texts.count(row.text) == 1 and len(row.text) > 40]
    out = data.draw(st.sets(st.sampled_from(single), max_size=8))
    left = [row for i, row in enumerate(whole.rows) if i not in out]
    added = [activity(f"IX/{n}", f"Việc {w} {w} {w} chưa từng có") for n, w in enumerate(("xê", "dịch"))]
    found = changes(whole, edition([*left, *added], whole.year))
    gone = {c.old.key for c in found if c.old and not c.new}
    assert {c.new.key for c in found if c.new and not c.old} == {row.key for row in added}
    assert gone == {whole.rows[i].key for i in out}


def test_every_row_stands_in_the_answer_once() -> None:
    old, new = (edition_of(load(p.read_text(encoding="utf-8"))) for p in READINGS[:2])
    found = changes(old, new)
    assert sorted(c.old.key for c in found if c.old) == sorted(row.key for row in old.rows)
    assert sorted(c.new.key for c in found if c.new) == sorted(row.key for row in new.rows)
