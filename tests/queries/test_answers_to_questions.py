"""What the questions answer on the hand-checked readings of the five plans."""

from dataclasses import replace
from pathlib import Path

import pytest
from asked import READINGS, readings_quads

import queries
from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from loaders.records import load
from ontology.registry import Registry
from queries.show import plain
from queries.values import understand
from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest, Store

Row = dict[str, object]

# question, arguments, and rows of which the answer must have each (the columns that are named)
ANSWERS: list[tuple[str, dict[str, str], list[Row]]] = [
    (
        "instrument-agencies",
        {"instrument": "107/2020"},
        [
            # cited in a target: the target itself, and its tasks with the agencies of their activities
            {"level": "target", "link": "target", "agency": None, "item": "…/213-kh-ubnd/row/III%2F1"},
            {
                "link": "target",
                "role": "coordinating",
                "agency": "Sở Nội vụ tỉnh Bắc Giang",
                "through": "name",
                "place": "bac-giang-2024.md:284-289",
                "item": "…/row/III%2F1%2F1.1%2F1",
            },
            # cited in the body of a plan: one row for its issuer
            {
                "link": "plan",
                "role": "issuer",
                "agency": "Sở Kế hoạch và Đầu tư tỉnh Tuyên Quang",
                "place": "so-khdt-tuyen-quang-2023.txt:288-288",
                "text": "Nghị định số 107/2020/NĐ-CP",
            },
        ],
    ),
    (
        "instrument-agencies",
        {"instrument": "Nghị quyết số 76/NQ-CP", "province": "bac kan", "level": "tỉnh", "year": "2024"},
        [{"link": "plan", "plan_iri": "…/2448-qd-ubnd", "agency": "UBND tỉnh Bắc Kạn"}],
    ),
    (
        "trace",
        {"item": "văn phòng bắc kạn 2025:1/1.1.1"},
        [
            {"step": 0, "relation": "self", "level": "activity", "origin": "document"},
            {"step": 1, "relation": "contributesTo", "level": "task", "text": "Kế hoạch CCHC năm"},
            {
                "relation": "implements",
                "text": "Kế hoạch 893/KH-UBND",
                "status": "cited",
                "place": "van-phong-bac-kan-2025.txt:25-27",
            },
            {
                "relation": "cites",
                "item": "…/76-nq-cp",
                "of_iri": "…/thuc-hien-cong-tac-cai-cach-hanh-chinh-2025",
            },
        ],
    ),
    (
        "carried-out-by",
        {"item": "2448/QĐ-UBND:I/1.1"},
        [
            {"step": 0, "level": "target"},
            {"step": 1, "level": "task", "label": "2.2"},
            {
                "step": 2,
                "level": "activity",
                "label": "3.1",
                "lead": "Sở Nội vụ",
                "place": "bac-kan-2024.txt:354-368",
            },
        ],
    ),
    (
        "trace",
        {"item": "213/KH-UBND:III/1/1.1/1"},
        [
            {"step": 1, "relation": "contributesTo", "level": "task", "origin": "document"},
            {"step": 1, "relation": "alignedTo", "item": "…/402-kh-ubnd/row/I%2F2.1", "origin": "inferred"},
            {
                "relation": "implements",
                "item": "…/402-kh-ubnd",
                "status": "loaded",
                "of_iri": "…/213-kh-ubnd",
            },
            {"relation": "implements", "item": "…/76-nq-cp", "status": "cited"},
            {"relation": "cites", "text": "Nghị định 107/2020/NĐ-CP", "of_iri": "…/213-kh-ubnd/row/III%2F1"},
        ],
    ),
    (
        "carried-out-by",
        {"item": "402/KH-UBND:I/2.1"},
        [
            {"step": 1, "level": "activity", "origin": "document", "plan_iri": "…/402-kh-ubnd"},
            {"step": 1, "origin": "inferred", "item": "…/213-kh-ubnd/row/III%2F1%2F1.1%2F1"},
        ],
    ),
    (
        "agency-work",
        {"agency": "so noi vu bac kan", "role": "chủ trì", "year": "2024"},
        [
            {"through": "name", "label": "3.1", "start": "2024-01-01", "end": "2024-03-31"},
            {"through": "Các sở, ban, ngành (tỉnh Bắc Kạn)", "level": "activity"},
        ],
    ),
    (
        "agency-work",
        {"agency": "Sở Khoa học và Công nghệ tỉnh Bắc Giang"},
        [
            {"via": "name", "role": "responsible", "level": "duty"},
            {"via": "group", "role": "lead", "through": "Các sở, ban, ngành (tỉnh Bắc Giang)"},
            {
                "via": "predecessor",
                "role": "lead",
                "through": "Sở Thông tin và Truyền thông tỉnh Bắc Giang",
            },
            {"via": "predecessor", "role": "responsible", "level": "duty"},
        ],
    ),
    (
        "successors",
        {"agency": "Sở Thông tin và Truyền thông tỉnh Bắc Giang"},
        [
            {
                "day": "2025-03-01",
                "after": "Sở Khoa học và Công nghệ tỉnh Bắc Giang",
                "state": "passed-on",
                "basis": "sourced",
                "source": "HĐND tỉnh Bắc Giang thành lập các sở mới ngày 19/02/2025",
            },
            {
                "day": "2025-07-01",
                "before": "Sở Khoa học và Công nghệ tỉnh Bắc Giang",
                "after": "Sở Khoa học và Công nghệ tỉnh Bắc Ninh",
                "state": "current",
                "basis": "pattern",
                "after_iri": "…/tinh/bac-ninh-2025/so-khoa-hoc-va-cong-nghe",
            },
        ],
    ),
    ("successors", {"agency": "Chính phủ"}, [{"state": "unchanged", "after": "Chính phủ", "day": None}]),
    (
        "successors",
        {"agency": "UBND huyện Yên Thế tỉnh Bắc Giang"},
        [{"state": "ended", "after": "UBND huyện Yên Thế, tỉnh Bắc Giang", "day": None}],
    ),
    (
        "affected-by",
        {"instrument": "107/2020"},
        [
            {"step": 0, "relation": "self", "item": "…/107-2020-nd-cp"},
            {
                "step": 1,
                "relation": "amends",
                "item": "…/24-2014-nd-cp",
                "source": "Kế hoạch 213/KH-UBND tỉnh Bắc Giang ngày 29/12/2023, dòng 290",
            },
            {"step": 1, "relation": "isCitedBy", "level": "plan", "plan_iri": "…/122-kh-skh"},
            {
                "step": 2,
                "from": "Nghị định 24/2014/NĐ-CP",
                "relation": "isCitedBy",
                "level": "target",
                "item": "…/213-kh-ubnd/row/III%2F1",
                "place": "bac-giang-2024.md:290-290",
            },
        ],
    ),
    (
        "affected-by",
        {"instrument": "24/2014", "province": "Tuyên Quang"},
        [
            {"step": 1, "relation": "amendedBy", "item": "…/107-2020-nd-cp"},
            {"step": 2, "from": "Nghị định 107/2020/NĐ-CP", "plan_iri": "…/122-kh-skh"},
        ],
    ),
    (
        "shared-instruments",
        {"year": "2024"},
        [{"instrument": "Nghị quyết 76/NQ-CP", "plan_iri": "…/2448-qd-ubnd", "role": "basis", "mentions": 2}],
    ),
    (
        "plan-family",
        {"plan": "213/KH-UBND"},
        [
            {"relation": "above", "steps": 1, "status": "loaded", "plan_iri": "…/402-kh-ubnd"},
            {"relation": "above", "steps": 1, "status": "cited", "plan": "Nghị quyết 76/NQ-CP, Chính phủ"},
        ],
    ),
    ("plan-family", {"plan": "402"}, [{"relation": "below", "steps": 1, "plan_iri": "…/213-kh-ubnd"}]),
    (
        "plans",
        {"level": "sở, ban, ngành"},
        [
            {
                "plan_iri": "…/122-kh-skh",
                "targets": 0,
                "activities": 12,
                "period": "2023",
                "issued": "2023-01-28",
            }
        ],
    ),
    (
        "deadlines",
        {"from": "01/01/2024", "to": "2024-03-31", "agency": "Sở Nội vụ tỉnh Bắc Kạn"},
        [
            {"list": "due", "end": "2024-03-31", "precision": "quarter", "label": "3.1"},
            {"list": "due", "precision": "month", "label": "3.18"},
            {"list": "open", "end": None, "precision": "recurring"},
        ],
    ),
    (
        "co-coordination",
        {"agency": "Phòng Hành chính tổ chức Quản trị tài vụ"},
        [{"coordinating": "Các phòng, ban, đơn vị (Văn phòng UBND tỉnh Bắc Kạn)", "plans": 1}],
    ),
    (
        "area-coverage",
        {"plan": "213/KH-UBND"},
        [{"area": "Cải cách tài chính công", "tasks": 0}, {"area": "Cải cách tổ chức bộ máy", "targets": 1}],
    ),
    (
        "figures",
        {"text": "hài lòng", "plan": "402/KH-UBND"},
        [{"value": 90, "unit": "%", "comparator": "at-least", "due": 2025, "level": "target"}],
    ),
    (
        "figures",
        {"indicator": "muc do hai long cua nguoi dan, to chuc ve giai quyet thu tuc hanh chinh"},
        [
            {"value": 85, "unit": "%", "due": None, "plan_iri": "…/122-kh-skh"},
            {"value": 90, "due": 2025, "plan_iri": "…/402-kh-ubnd", "level": "target"},
            {"value": 95, "due": 2030, "indicator_iri": "…/chi-so/hai-long-thu-tuc-hanh-chinh"},
        ],
    ),
    (
        "figures",
        {"indicator": "hồ sơ công việc xử lý trên môi trường mạng", "plan": "213/KH-UBND"},
        [
            {"scope": "huyện", "value": 85, "comparator": "above"},
            {"scope": "tỉnh", "value": 95},
            {"scope": "xã", "value": 65},
        ],
    ),
    (
        "figure-conflicts",
        {"province": "Tuyên Quang"},
        [
            {
                "value": 95,
                "other_value": 85,
                "relation": "same",
                "due": "2023",
                "other_item_iri": "…/row/II%2F6",
            },
            {"value": 10, "other_value": 15, "other_place": "so-khdt-tuyen-quang-2023.txt:828-830"},
        ],
    ),
    ("date-conflicts", {}, []),
    (
        "search",
        {"text": "hai long", "plan": "402/KH-UBND"},
        [{"kind": "target", "item": "…/row/II%2F1.11", "plan_iri": "…/402-kh-ubnd"}],
    ),
    (
        "search",
        {"text": "Nghị định 107/2020"},
        [{"kind": "document", "text": "Nghị định 107/2020/NĐ-CP", "plan": None}, {"kind": "target"}],
    ),
    ("missing-plans", {"plan": "2448/QĐ-UBND"}, [{"agency": "Sở Tư pháp tỉnh Bắc Kạn", "other_years": None}]),
    (
        "unserved-targets",
        {"plan": "402/KH-UBND"},
        [{"level": "target", "plans_below": 1, "stand_ins": 0, "item": "…/402-kh-ubnd/row/I%2F1.2"}],
    ),
    (
        "untraced",
        {"plan": "213/KH-UBND"},
        [{"level": "target", "rows_below": 1, "standing": "parent", "item": "…/213-kh-ubnd/row/I%2F1"}],
    ),
    ("milestones", {"plan": "213/KH-UBND"}, []),
    (
        "gaps",
        {"plan": "2448/QĐ-UBND", "agency": "Sở Tư pháp bắc kạn"},
        [{"finding": "no-plan", "role": "lead", "through": "name"}],
    ),
    (
        "coverage",
        {"plan": "402/KH-UBND"},
        [{"item": "…/402-kh-ubnd/row/I%2F1.1", "links": 2, "child_iri": "…/213-kh-ubnd"}],
    ),
    (
        "rows",
        {"plan": "122/KH-SKH"},
        [{"level": "activity", "place": "so-khdt-tuyen-quang-2023.txt:845-864"}],
    ),
]


def fits(expected: Row, row: Row) -> bool:
    """Whether ``row`` has what is expected; "…/x" stands for an IRI that ends so."""
    return all(
        str(row[name]).endswith(value[1:])
        if isinstance(value, str) and value.startswith("…/")
        else row[name] == value
        for name, value in expected.items()
    )


def rows(store: Store, name: str, arguments: dict[str, str]) -> list[Row]:
    records = queries.run(store, name, arguments).records()
    return [{column: plain(term) for column, term in record.items()} for record in records]


@pytest.mark.parametrize(("name", "arguments", "expected"), ANSWERS)
def test_the_answer_has_the_rows(
    readings: Store, name: str, arguments: dict[str, str], expected: list[Row]
) -> None:
    found = rows(readings, name, arguments)
    places = [next((i for i, row in enumerate(found) if fits(e, row)), None) for e in expected]
    assert None not in places, [e for e, p in zip(expected, places, strict=True) if p is None]
    assert places == sorted(places), "in this order"  # type: ignore[type-var]


def test_every_question_is_answered_here() -> None:
    assert {name for name, _, _ in ANSWERS} == set(queries.catalogue())


@pytest.mark.parametrize("name", sorted(queries.catalogue()))
def test_the_examples_of_a_question_mean_one_thing(readings: Store, name: str) -> None:
    for parameter in queries.catalogue()[name].parameters:
        assert understand(readings, parameter, parameter.example) is not None


def test_a_filter_leaves_out_what_does_not_fit(readings: Store) -> None:
    everywhere = rows(readings, "instrument-agencies", {"instrument": "107/2020"})
    in_bac_giang = rows(readings, "instrument-agencies", {"instrument": "107/2020", "province": "Bắc Giang"})
    assert in_bac_giang == [row for row in everywhere if "Bắc Giang" in str(row["plan"])]
    assert rows(readings, "instrument-agencies", {"instrument": "107/2020", "year": "2025"}) == []


def test_a_document_cited_by_the_plan_is_not_what_the_plan_above_rests_on(readings: Store) -> None:
    found = rows(readings, "trace", {"item": "văn phòng bắc kạn 2025:1/1.1.1"})
    (cited,) = [row for row in found if str(row["item"]).endswith("/76-nq-cp")]
    assert cited["relation"] == "cites"
    assert "Văn phòng" in str(cited["of"])
    assert not [row for row in found if "893" in str(row["of"])]


# questions about an agency, with the ways in which the rows of their answer reach it
NEARNESS = ["name", "group", "predecessor"]
KHCN = "Sở Khoa học và Công nghệ tỉnh Bắc Giang"
BAC_KAN = "Sở Nội vụ tỉnh Bắc Kạn"
YEAR = {"from": "2024-01-01", "to": "2024-12-31"}
THROUGH: list[tuple[str, dict[str, str], list[str]]] = [
    ("agency-work", {"agency": BAC_KAN}, NEARNESS),
    ("agency-work", {"agency": KHCN}, NEARNESS),
    ("agency-work", {"agency": "Sở Tư pháp tỉnh Thái Nguyên"}, ["predecessor"]),
    ("deadlines", {"agency": BAC_KAN, **YEAR}, NEARNESS),
    ("deadlines", {"agency": KHCN, **YEAR}, ["group", "predecessor"]),
    ("deadlines", YEAR, [""]),
    ("co-coordination", {"agency": BAC_KAN}, NEARNESS),
    ("co-coordination", {}, ["name"]),
    ("instrument-agencies", {"instrument": "107/2020"}, ["name", "group", "predecessor", ""]),
    ("gaps", {"plan": "213/KH-UBND", "agency": KHCN}, NEARNESS),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), THROUGH)
def test_rows_by_name_come_before_those_by_a_group_and_those_by_a_predecessor(
    readings: Store, name: str, arguments: dict[str, str], expected: list[str]
) -> None:
    found = rows(readings, name, arguments)
    ways = [str(row["via"] or "") for row in found]
    assert sorted(set(ways), key=[*NEARNESS, ""].index) == expected
    told = [way for way in ways if way]
    assert told == sorted(told, key=NEARNESS.index)
    assert all((row["through"] == "name") == (row["via"] == "name") for row in found)


def test_a_row_that_names_an_agency_is_not_told_again_through_its_group(readings: Store) -> None:
    found = rows(readings, "agency-work", {"agency": "Sở Nội vụ tỉnh Bắc Giang"})
    told = {way: {(r["item"], r["role"]) for r in found if r["via"] == way} for way in ("name", "group")}
    assert told["name"] and told["group"]
    assert not told["name"] & told["group"]


def test_a_plan_that_cites_it_in_its_body_has_one_row_and_the_chapter_of_an_area_wins(tmp_path: Path) -> None:
    text = (READINGS / "so-khdt-tuyen-quang-2023.json").read_text(encoding="utf-8")
    record = load(text)
    (cited,) = [c for c in record.citations if c.number == "107/2020/NĐ-CP"]
    again = replace(cited, lines=(900, 900), area="apparatus")
    plan = build_plan(replace(record, citations=(*record.citations, again)), Registry.load())
    quads = [to_nquads(triples, graph) for graph, triples in corpus_graphs([plan])]
    Generations(tmp_path).write(quads, Manifest())
    store = open_store(tmp_path)
    found = rows(store, "instrument-agencies", {"instrument": "107/2020"})
    store.close()
    assert [(row["link"], row["role"]) for row in found] == [("area", "issuer")]
    assert str(found[0]["place"]).endswith(":900-900")


@pytest.mark.parametrize(("name", "arguments"), [(name, arguments) for name, arguments, _ in ANSWERS])
def test_a_remote_server_answers_the_same(
    readings: Store, remote: Store, name: str, arguments: dict[str, str]
) -> None:
    assert rows(remote, name, arguments) == rows(readings, name, arguments)


def test_figures_of_different_years_or_of_one_clause_are_no_conflict(readings: Store) -> None:
    """The ten-year plan asks for 90 % in 2025 and 95 % in 2030; a list gives 30, 20 and 15 % to three levels."""
    assert len(rows(readings, "figure-conflicts", {})) == 2
    assert rows(readings, "figure-conflicts", {"plan": "402/KH-UBND"}) == []


def test_what_replaces_an_instrument_is_told_like_what_amends_it(tmp_path: Path) -> None:
    id_, own = "https://w3id.org/cchc/id", "https://w3id.org/cchc/ontology#"
    newer, old = f"<{id_}/nghi-dinh/2031/1-2031-nd-cp>", f"<{id_}/nghi-dinh/2014/24-2014-nd-cp>"
    replaced = f"{newer} <{own}replaces> {old} <{id_}/graph/more> .\n"
    Generations(tmp_path).write([*readings_quads(), replaced], Manifest())
    store = open_store(tmp_path)
    found = rows(store, "affected-by", {"instrument": "24/2014"})
    newest = rows(store, "affected-by", {"instrument": newer.strip("<>")})
    store.close()
    assert {"replacedBy", "amendedBy"} <= {str(row["relation"]) for row in found if row["step"] == 1}
    assert [(row["step"], row["relation"]) for row in newest][:2] == [(0, "self"), (1, "replaces")]
    assert {row["step"] for row in newest if row["relation"] == "isCitedBy"} == {2}
