"""Words that people type for documents, plans, agencies, rows and values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Literal, URIRef

import queries
from queries import names
from queries.errors import Ambiguous, AskError, BadArgument, Unknown, UnknownQuery
from queries.match import Named, choose, words
from queries.model import Kind, Parameter
from queries.show import in_words
from queries.values import understand
from service.store.model import Store

UNDERSTOOD: list[tuple[Kind, str, str]] = [
    ("instrument", "107/2020", "nghi-dinh/2020/107-2020-nd-cp"),
    ("instrument", "nghị định 107/2020/NĐ-CP", "nghi-dinh/2020/107-2020-nd-cp"),
    ("instrument", "Nghị định số 107/2020/NĐ-CP của Chính phủ", "nghi-dinh/2020/107-2020-nd-cp"),
    ("instrument", "NGHI DINH SO 107/2020/ND-CP", "nghi-dinh/2020/107-2020-nd-cp"),
    ("instrument", "NĐ 107/2020", "nghi-dinh/2020/107-2020-nd-cp"),
    ("instrument", "nghị định 107/2020 NĐ-CP", "nghi-dinh/2020/107-2020-nd-cp"),
    ("instrument", "nq 76", "nghi-quyet/2021/76-nq-cp"),
    ("plan", "QĐ 2448", "2448-qd-ubnd"),
    ("plan", "kh 213 bắc giang", "213-kh-ubnd"),
    ("instrument", "893/KH-UBND", "893-kh-ubnd"),
    ("plan", "893/KH-UBND", ""),
    ("plan", "213/KH-UBND", "213-kh-ubnd"),
    ("plan", "kế hoạch bắc giang 2024", "213-kh-ubnd"),
    ("plan", "so ke hoach dau tu tuyen quang", "122-kh-skh"),
    ("plan", "2448/QĐ-UBND", "2448-qd-ubnd"),
    ("agency", "sở nội vụ bắc kạn", "tinh/bac-kan/so-noi-vu"),
    ("agency", "so noi vu bac kan", "tinh/bac-kan/so-noi-vu"),
    ("agency", "Sở Nội vụ, tỉnh Bắc Kạn", "tinh/bac-kan/so-noi-vu"),
    ("agency", "các sở, ban, ngành bắc giang", "cac-so-ban-nganh"),
    ("province", "Bắc Kạn", "tinh/bac-kan"),
    ("province", "tuyen quang", "tinh/tuyen-quang"),
    ("item", "2448/QĐ-UBND:I/3.1", "2448-qd-ubnd/row/I%2F3.1"),
    ("item", "2448/QĐ-UBND:3.1", "2448-qd-ubnd/row/I%2F3.1"),
    ("item", "bắc kạn 2024 : 3.1", "2448-qd-ubnd/row/I%2F3.1"),
    ("item", "xây dựng kế hoạch tuyên truyền CCHC", "2448-qd-ubnd/row/I%2F3.3"),
    (
        "item",
        "https://w3id.org/cchc/id/quyet-dinh/tinh/bac-kan/ubnd/2023/2448-qd-ubnd/row/I%2F3.1",
        "2448-qd-ubnd/row/I%2F3.1",
    ),
]


def parameter(kind: Kind) -> Parameter:
    return Parameter("x", kind, True, "", "", "ví dụ")


@pytest.mark.parametrize(("kind", "text", "end"), [u for u in UNDERSTOOD if u[2]])
def test_a_thing_is_understood(readings: Store, kind: Kind, text: str, end: str) -> None:
    assert str(understand(readings, parameter(kind), text)).endswith(end)


AMBIGUOUS: list[tuple[Kind, str, str]] = [
    ("agency", "sở nội vụ", "Sở Nội vụ tỉnh Bắc Giang"),
    ("plan", "bắc giang", "402"),
    ("item", "tuyên truyền", "tuyên truyền"),
    ("instrument", "nghị định", "107/2020"),
]


@pytest.mark.parametrize(("kind", "text", "one"), AMBIGUOUS)
def test_several_things_are_told_as_candidates(readings: Store, kind: Kind, text: str, one: str) -> None:
    with pytest.raises(Ambiguous, match="có thể là") as raised:
        understand(readings, parameter(kind), text)
    assert len(raised.value.candidates) > 1
    assert any(one in c.label for c in raised.value.candidates)


def test_plans_of_one_number_are_told_apart_by_issuer_and_year(readings: Store) -> None:
    with pytest.raises(Ambiguous) as raised:
        understand(readings, parameter("plan"), "bắc giang")
    assert "Kế hoạch 402/KH-UBND (UBND tỉnh Bắc Giang, 2021-2030)" in [
        c.label for c in raised.value.candidates
    ]


UNKNOWN: list[tuple[Kind, str, str]] = [
    ("instrument", "107/2019", "107/2020"),
    ("instrument", "07/2020", "107/2020"),
    ("plan", "893/KH-UBND", ""),
    ("plan", "kế hoạch bắc gian 2024", "213"),
    ("agency", "sở nội vu bac can", "Sở Nội vụ tỉnh Bắc Kạn"),
    ("province", "hà nội", ""),
    ("item", "2448/QĐ-UBND:I/3.111", "I/3.1"),
    ("item", "2448/QĐ-UBND:IX/9", "/"),
    ("item", "https://w3id.org/cchc/id/none", ""),
    ("item", "https://a b", ""),
]


@pytest.mark.parametrize(("kind", "text", "near"), UNKNOWN)
def test_of_something_unknown_the_nearest_are_told(readings: Store, kind: Kind, text: str, near: str) -> None:
    with pytest.raises(Unknown) as raised:
        understand(readings, parameter(kind), text)
    assert not near or any(near in c.label for c in raised.value.candidates)


VALUES: list[tuple[Kind, str, object]] = [
    ("year", "2024", Literal(2024)),
    ("date", "2024-03-31", Literal("2024-03-31", datatype=XSD.date)),
    ("date", "31/3/2024", Literal("2024-03-31", datatype=XSD.date)),
    ("date", "tháng 02/2024", Literal("2024-02-01", datatype=XSD.date)),
    ("role", "Chủ trì", Literal("lead")),
    ("role", "coordinating", Literal("coordinating")),
    ("level", "TINH", URIRef("https://w3id.org/cchc/code/level/province")),
    ("level", "department", URIRef("https://w3id.org/cchc/code/level/department")),
    ("area", "cải cách thể chế", URIRef("https://w3id.org/cchc/code/area/institution")),
    ("text", "  hài   lòng ", Literal("hài lòng")),
]


@pytest.mark.parametrize(("kind", "text", "value"), VALUES)
def test_a_value_is_understood(readings: Store, kind: Kind, text: str, value: object) -> None:
    assert understand(readings, parameter(kind), text) == value


def test_a_month_ends_a_span_with_its_last_day(readings: Store) -> None:
    table = queries.run(readings, "deadlines", {"from": "2/2024", "to": "2/2024"})
    assert [str(day) for day in table.arguments.values()] == ["2024-02-01", "2024-02-29"]


@pytest.mark.parametrize(("kind", "word"), [("role", "“chủ trì”"), ("level", "“sở, ban, ngành”")])
def test_the_values_there_are_are_told_in_words(readings: Store, kind: Kind, word: str) -> None:
    with pytest.raises(BadArgument, match=word):
        understand(readings, parameter(kind), "gì khác")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("a.txt:242-242", "a.txt:242"),
        ("a.txt:24-242", "a.txt:24-242"),
        ("a.txt:1-12", "a.txt:1-12"),
        ("kế-hoạch 2-2.txt:7-7", "kế-hoạch 2-2.txt:7"),
        ("a.txt", "a.txt"),
    ],
)
def test_the_place_of_a_single_line_is_told_once(place: str, shown: str) -> None:
    assert in_words("place", Literal(place)) == in_words("other_place", Literal(place)) == shown


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("year", "24"),
        ("year", "2024-2025"),
        ("date", "31/2/2024"),
        ("date", "2024"),
        ("date", "13/2024"),
        ("role", "x"),
        ("level", ""),
        ("text", "   "),
        ("instrument", " "),
    ],
)
def test_a_value_of_another_type_is_refused(readings: Store, kind: Kind, text: str) -> None:
    with pytest.raises(BadArgument, match="x="):
        understand(readings, parameter(kind), text)


@pytest.mark.parametrize(
    ("name", "arguments", "error", "said"),
    [
        ("instrument-agency", {}, UnknownQuery, "instrument-agencies"),
        ("trace", {}, BadArgument, "Thiếu item"),
        ("trace", {"item": "x", "agency": "y"}, BadArgument, "không nhận “agency”"),
    ],
)
def test_a_wrong_call_is_told(
    readings: Store, name: str, arguments: dict[str, str], error: type[AskError], said: str
) -> None:
    with pytest.raises(error, match=said):
        queries.run(readings, name, arguments)


def thing(label: str, *aliases: str) -> Named:
    return Named(URIRef(f"http://a/{label.replace(' ', '-')}"), label, aliases)


THINGS = [
    thing("Nghị định 7/2020/NĐ-CP"),
    thing("Nghị định 107/2020/NĐ-CP"),
    thing("Quyết định 107/2020/QĐ-UBND"),
]


def test_a_number_is_never_taken_for_a_part_of_another() -> None:
    assert choose("7/2020", THINGS, "văn bản") == THINGS[0].iri
    assert choose("nghị định 107/2020", THINGS, "văn bản") == THINGS[1].iri
    with pytest.raises(Unknown):
        choose("10", THINGS, "văn bản")


@given(st.text(max_size=30))
def test_any_text_is_understood_or_told_not_to_be(text: str) -> None:
    try:
        found = choose(text, THINGS, "văn bản")
    except AskError as error:
        assert error.message
        return
    assert any(words(text) and t.iri == found and t.fits(words(text)) for t in THINGS)


@given(st.sampled_from(THINGS))
def test_a_thing_is_found_by_its_own_name(named: Named) -> None:
    assert choose(named.label.upper(), THINGS, "văn bản") == named.iri


def test_what_is_typed_reaches_the_graph_as_data(readings: Store) -> None:
    nasty = '") } } DROP ALL # <http://a> {'
    table = queries.run(readings, "figures", {"text": nasty})
    assert table.rows == ()
    with pytest.raises(Unknown):
        names.item(readings, nasty)
