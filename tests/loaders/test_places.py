"""Page, sheet and rows of records; records of scans."""

from __future__ import annotations

from loaders.layout.model import Layout, Line, Passage, Table
from loaders.places import placed
from loaders.records import Activity, DocumentRecord, Oddity, PlanRecord, Target

ACTIVITY = Activity(
    key="I/1", label="1", row=None, task=None, target=None, text="Việc", lines=(4, 5), confidence=0.9
)
PLAN = PlanRecord(
    doc="a",
    document=DocumentRecord(),
    targets=(
        Target(key="I/1", label="1", text="Đích", lines=(2, 2)),
        Target(key="I/2", label="2", text="Đích"),
    ),
    activities=(ACTIVITY,),
)


def lines(*places: tuple[int | None, str | None]) -> tuple[Line, ...]:
    return tuple(Line(n, "chữ", page, sheet) for n, (page, sheet) in enumerate(places, start=1))


def test_plain_text_has_no_further_place() -> None:
    assert placed(PLAN, Layout("a", (), lines(*[(None, None)] * 5))) == PLAN


def test_pages() -> None:
    found = placed(PLAN, Layout("a", (), lines((1, None), (1, None), (2, None), (2, None), (3, None))))
    assert [t.page for t in found.targets] == [1, None]
    assert (found.activities[0].page, found.activities[0].rows) == (2, None)


def test_rows_are_those_of_the_sheet() -> None:
    found = placed(
        PLAN, Layout("a", (), lines((None, "A"), (None, "A"), (None, "B"), (None, "B"), (None, "B")))
    )
    assert (found.targets[0].sheet, found.targets[0].rows) == ("A", (2, 2))
    assert (found.activities[0].sheet, found.activities[0].rows, found.activities[0].lines) == (
        "B",
        (2, 3),
        (4, 5),
    )


def test_a_scan_says_so_and_is_less_sure() -> None:
    found = placed(PLAN, Layout("a", (), lines(*[(1, None)] * 5), recognised=0.8))
    assert found.activities[0].confidence == 0.72
    assert found.oddities == (
        Oddity(what="Văn bản được nhận dạng từ ảnh quét (OCR), độ tin cậy 80%.", kind="other"),
    )


def test_a_row_with_a_cell_parted_from_another_is_less_sure() -> None:
    two = Passage.on(Line(5, "Báo cáo Sở quý Nội vụ"))
    layout = Layout("a", (Table((), (), (two,)),), lines(*[(None, None)] * 5))
    found = placed(PLAN, layout)
    assert found.activities[0].confidence == 0.6
    assert [(oddity.kind, oddity.lines) for oddity in found.oddities] == [("layout", (5, 5))]


def test_other_rows_are_as_sure_as_before() -> None:
    two = Passage.on(Line(6, "Báo cáo Sở quý Nội vụ"))
    found = placed(PLAN, Layout("a", (Table((), (), (two,)),), lines(*[(None, None)] * 6)))
    assert found.activities == PLAN.activities
