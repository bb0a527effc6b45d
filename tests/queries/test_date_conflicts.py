"""Dates that contradict each other are all kept, told with their places, and reported by the checks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from asked import READINGS
from opened import opened

import queries
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from loaders.records import CitationRecord, PlanRecord, load
from ontology.registry import Registry
from queries.show import plain
from service.store.model import Store
from shapes import check


def cited(number: str, date: str, line: int) -> CitationRecord:
    return CitationRecord(
        text=f"Nghị quyết số {number} ngày {date}",
        number=number,
        kind="Nghị quyết",
        date=date,
        issuer="Chính phủ",
        role="cited",
        where="body",
        lines=(line, line),
    )


def plan(file: str, *citations: CitationRecord) -> PlanRecord:
    record = load((READINGS / f"{file}.json").read_text(encoding="utf-8"))
    return replace(record, citations=(*record.citations, *citations))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two plans: one resolution with two days of one year, another with two years; a third they agree on."""
    records = (
        plan(
            "bac-kan-2024",
            cited("901/NQ-CP", "2022-03-04", 9001),
            cited("902/NQ-CP", "2022-05-06", 9002),
            cited("903/NQ-CP", "2022-07-08", 9003),
        ),
        plan(
            "so-khdt-tuyen-quang-2023",
            cited("901/NQ-CP", "2022-03-14", 9011),
            cited("902/NQ-CP", "2021-05-06", 9012),
            cited("903/NQ-CP", "2022-07-08", 9013),
        ),
    )
    registry = Registry.load()
    graphs = corpus_graphs([build_plan(record, registry) for record in records])
    quads = [to_nquads(triples, graph) for graph, triples in graphs]
    with opened(quads, tmp_path_factory.mktemp("conflicts")) as store:
        yield store


def told(store: Store, **arguments: str) -> list[tuple[object, ...]]:
    records = queries.run(store, "date-conflicts", arguments).records()
    return [tuple(plain(record[c]) for c in ("instrument", "date", "place", "also")) for record in records]


def test_every_date_is_told_with_its_place(store: Store) -> None:
    assert told(store) == [
        ("Nghị quyết 901/NQ-CP", "2022-03-04", "bac-kan-2024.txt:9001-9001", None),
        ("Nghị quyết 901/NQ-CP", "2022-03-14", "so-khdt-tuyen-quang-2023.txt:9011-9011", None),
        (
            "Nghị quyết 902/NQ-CP",
            "2021-05-06",
            "so-khdt-tuyen-quang-2023.txt:9012-9012",
            "Nghị quyết 902/NQ-CP",
        ),
        ("Nghị quyết 902/NQ-CP", "2022-05-06", "bac-kan-2024.txt:9002-9002", "Nghị quyết 902/NQ-CP"),
    ]


def test_one_instrument_or_the_plans_of_one_province_can_be_asked_for(store: Store) -> None:
    assert {row[0] for row in told(store, instrument="901/NQ-CP")} == {"Nghị quyết 901/NQ-CP"}
    assert {row[2] for row in told(store, province="Bắc Kạn")} == {
        "bac-kan-2024.txt:9001-9001",
        "bac-kan-2024.txt:9002-9002",
    }


def test_the_checks_report_both_places(store: Store) -> None:
    found = {
        finding.rule.name: str(finding.value)
        for finding in check(store)
        if finding.rule.name in ("document-dates-differ", "document-years-differ")
    }
    assert found == {
        "document-dates-differ": "2022-03-04 (bac-kan-2024.txt:9001) – "
        "2022-03-14 (so-khdt-tuyen-quang-2023.txt:9011)",
        "document-years-differ": "2021-05-06 (so-khdt-tuyen-quang-2023.txt:9012) – "
        "2022-05-06 (bac-kan-2024.txt:9002)",
    }
