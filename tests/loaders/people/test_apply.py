"""What people wrote, brought to the plans of one build: which plan each entry means, and what is told of the rest."""

from __future__ import annotations

from loaders.grammar.abbreviation import Abbreviations
from loaders.people import Applied, People, Place, Ref, corrected_reading
from loaders.people.edits import Change
from loaders.people.head import HeadChange
from loaders.records import DocumentRecord, PlanRecord, Target
from loaders.together import Document
from ontology.registry import Registry

REGISTRY = Registry.load()
PLAN = PlanRecord(
    doc="x.txt",
    document=DocumentRecord(
        kind="Kế hoạch", title="Kế hoạch A", issuer="Sở Nội vụ tỉnh Bắc Kạn", period=(2025, 2025)
    ),
    targets=(Target(key="I/1", label="1", text="Niêm yết thủ tục"),),
)
SHEET, NEXT = Place("sua.xlsx", "Bảng", 2), Place("sua.xlsx", "Bảng", 3)


def change(plan: str, place: Place, text: str = "Công khai thủ tục") -> Change:
    return Change("rows", Ref(plan, "I/1"), {"target": text}, place)


def test_a_plan_whose_number_a_person_gave_is_met_by_its_old_name_and_its_new_one() -> None:
    heads = [HeadChange("Kế hoạch A", "number", "15/KH-SNV", SHEET)]
    people = People(edits=[change("15/KH-SNV", NEXT)], heads=heads)
    applied = Applied(people, REGISTRY)
    reading = applied.head(PLAN)
    (done,) = applied.rows([Document(reading, (reading,))], lambda _: Abbreviations.general())
    assert done.record.document.number == "15/KH-SNV"
    assert done.record.targets[0].text == "Công khai thủ tục"
    assert (done.head, done.marks, done.files) == (SHEET, {"I/1": NEXT}, ("sua.xlsx",))
    former, now = applied.known(PLAN).path, applied.known(reading).path
    assert former != now
    assert former in applied.known(reading).paths
    assert applied.notes == []


def test_names_that_mean_no_plan_are_told_once_a_sheet() -> None:
    edits = [change("99/KH-X", SHEET), change("99/KH-X", NEXT)]
    people = People(edits=edits, heads=[HeadChange("98/KH-X", "number", "1/KH-X", SHEET)])
    done = corrected_reading(PLAN, people, REGISTRY, Abbreviations.general)
    assert done.record == PLAN
    applied = Applied(people, REGISTRY)
    applied.rows([Document(PLAN, (PLAN,))], lambda _: Abbreviations.general())
    assert [(note.place, note.text) for note in applied.notes] == [
        (
            Place("sua.xlsx", "Bảng"),
            "trong lần dựng này không có kế hoạch nào là “99/KH-X”. "
            "Các dòng sửa của kế hoạch này chưa được dùng.",
        ),
        (SHEET, "trong lần dựng này không có kế hoạch nào là “98/KH-X”."),
    ]


def test_contradicting_data_of_a_document_are_told_once() -> None:
    heads = [HeadChange("Kế hoạch A", "number", f"{n}/KH-SNV", Place(f"{n}.xlsx")) for n in (1, 2)]
    applied = Applied(People(heads=heads), REGISTRY)
    assert applied.head(PLAN) == PLAN
    assert applied.head(PLAN) == PLAN
    assert [note.place.file for note in applied.notes] == ["1.xlsx", "2.xlsx"]
