"""What the graph says of agencies and documents from the registries: sources, other names, what is unknown."""

from __future__ import annotations

from pathlib import Path

from rdflib import DCTERMS, ORG, RDF, RDFS, SKOS, Literal, URIRef

from loaders.graph.agencies import agency_triples
from loaders.graph.documents import known_triples
from loaders.graph.plan import PlanGraph, build_plan
from loaders.graph.triples import to_graph
from loaders.records import Activity, DocumentRecord, PlanRecord
from ontology.registry import Registry
from ontology.terms import CCHC

BASE = "https://w3id.org/cchc/id/"


def plan(*leads: str, registry: Registry, issuer: str = "UBND tỉnh Bắc Kạn", year: int = 2024) -> PlanGraph:
    """A plan of one activity that ``leads`` lead."""
    document = DocumentRecord(
        number="12/KH-UBND",
        kind="Kế hoạch",
        title="Kế hoạch",
        issuer=issuer,
        date=f"{year}-01-05",
        period=(year, year),
    )
    row = Activity(key="0/1", label="1", row=None, task=None, target=None, text="Rà soát văn bản", lead=leads)
    return build_plan(PlanRecord(doc="a.txt", document=document, activities=(row,)), registry)


def node(path: str) -> URIRef:
    return URIRef(BASE + path)


def test_what_the_registries_say_has_its_source() -> None:
    registry = Registry.load()
    leads = ("Sở Nội vụ", "UBND huyện Ba Bể", "Các sở, ban, ngành", "Bộ Nội vụ", "UBND cấp xã")
    built = [plan(*leads, registry=registry)]
    graph = to_graph(agency_triples(built))
    for name in leads:
        agency = node(built[0].agencies[name].iri_path)
        place = graph.value(agency, CCHC.jurisdiction)
        assert (agency, DCTERMS.source, None) in graph or (place, DCTERMS.source, None) in graph, name
    for event in graph.subjects(RDF.type, ORG.ChangeEvent):
        assert (event, DCTERMS.source, None) in graph
    documents = to_graph(known_triples(built))
    assert all((d, DCTERMS.source, None) in documents for d in documents.subjects(RDF.type, CCHC.Document))
    first = next(d for d in registry.documents if d.number == "76/NQ-CP")
    stated = {str(o) for o in documents.objects(node("nghi-quyet/2021/76-nq-cp"), DCTERMS.source)}
    assert {s.rpartition(", ")[2] for s in stated} == set((first.place or "").split("; "))


def test_the_end_of_the_district_level_is_an_event_nobody_comes_out_of() -> None:
    graph = to_graph(agency_triples([plan("UBND huyện Ba Bể", registry=Registry.load())]))
    district = node("tinh/bac-kan/huyen-ba-be/ubnd")
    (event,) = graph.subjects(ORG.originalOrganization, district)
    assert str(graph.value(event, DCTERMS.date)) == "2025-07-01"
    assert (event, DCTERMS.source, None) in graph
    assert graph.value(event, ORG.resultingOrganization) is None
    assert graph.value(district, CCHC.succeededBy) is None


def test_only_a_name_that_nothing_explains_is_marked() -> None:
    registry = Registry.load()
    graph = to_graph(agency_triples([plan("Sở Nội vụ", "Tổ thẩm định", registry=registry)]))
    assert set(graph.subjects(CCHC.recognised, Literal(False))) == {node("tinh/bac-kan/to-tham-dinh")}
    assert set(graph.objects(None, CCHC.recognised)) == {Literal(False)}


def test_own_names_are_in_the_graph_and_after_a_merger(tmp_path: Path) -> None:
    name = "Ban Quản lý các khu công nghiệp tỉnh"
    (tmp_path / "agencies.csv").write_text(
        "province,name,also,member_of,successor,from,to,source\n"
        f"Bắc Kạn,{name},Ban KCN;BQL các khu,,,2016-01-01,,QĐ 12\n",
        encoding="utf-8",
    )
    (tmp_path / "abbreviations.csv").write_text(
        "short,long,from,source\nBQLK,Ban Quản lý các khu công nghiệp,2016-01-01,QĐ 12\n", encoding="utf-8"
    )
    registry = Registry.load(tmp_path)
    graph = to_graph(agency_triples([plan(name, registry=registry)]))
    own = node("tinh/bac-kan/ban-quan-ly-cac-khu-cong-nghiep")
    assert {str(o) for o in graph.objects(own, SKOS.altLabel)} == {"Ban KCN", "BQL các khu", "BQLK"}
    assert {str(o) for o in graph.objects(own, DCTERMS.source)} == {"QĐ 12"}
    later = node("tinh/thai-nguyen-2025/ban-quan-ly-cac-khu-cong-nghiep")
    assert str(graph.value(later, RDFS.label)) == "Ban Quản lý các khu công nghiệp tỉnh Thái Nguyên"


def test_two_plans_give_a_node_one_label_whatever_their_order() -> None:
    registry = Registry.load()
    built = [
        plan("Sở Du lịch", registry=registry, issuer="UBND tỉnh Thừa Thiên Huế", year=2022),
        plan("Sở Du lịch", registry=registry, issuer="UBND thành phố Huế", year=2025),
    ]
    graphs = [to_graph(agency_triples(order)) for order in (built, built[::-1])]
    labels = [list(graph.objects(node("tinh/hue/so-du-lich"), RDFS.label)) for graph in graphs]
    assert labels[0] == labels[1]
    assert len(labels[0]) == 1


def test_the_body_a_unit_belongs_to_is_described_though_no_row_names_it() -> None:
    registry = Registry.load()
    named = plan("Đại biểu HĐND tỉnh", registry=registry)
    graph = to_graph(agency_triples([named]))
    whole = next(graph.objects(None, ORG.unitOf))
    assert whole == node("tinh/bac-kan/hdnd")
    assert graph.value(whole, RDFS.label) == Literal("HĐND tỉnh Bắc Kạn", lang="vi")
