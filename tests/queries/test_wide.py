"""Questions over all plans are read by columns, and answer the same."""

import pytest

import queries
from queries import ask
from queries.wide import by_columns, is_wide
from service.store.model import Store

LINES = [
    ("  ?item cchc:key ?key .", "  { SELECT ?item ?key { ?item cchc:key ?key } }"),
    ("OPTIONAL { ?item cchc:end ?end }", "OPTIONAL { SELECT ?item ?end { ?item cchc:end ?end } }"),
    (
        "  FILTER NOT EXISTS { ?part cchc:inTask ?item }",
        "  MINUS { SELECT ?part ?item { ?part cchc:inTask ?item } }",
    ),
    ("  ?item cchc:key ?key ; a ?class .", None),
    ("  ?item a cchc:Row .", None),
    ("  OPTIONAL { ?a cchc:x ?b } OPTIONAL { ?a cchc:y ?c }", None),
    ("  OPTIONAL { ?a cchc:x ?b", None),
]


@pytest.mark.parametrize(("line", "column"), LINES)
def test_a_line_of_one_triple_becomes_a_column(line: str, column: str | None) -> None:
    assert by_columns(f"WHERE {{\n{line}\n}}") == f"WHERE {{\n{column or line}\n}}"


def test_what_leaves_a_small_part_of_the_graph_is_narrow() -> None:
    assert is_wide([]) and is_wide(["date", "level", "year"])
    assert not is_wide(["date", "agency"]) and not is_wide(["plan"])


WIDE = [
    query
    for query in queries.catalogue().values()
    if is_wide(p.kind for p in query.parameters if p.required) and by_columns(query.text) != query.text
]


@pytest.mark.parametrize("query", WIDE, ids=lambda query: query.name)
def test_columns_and_look_ups_give_the_same_answer_in_the_same_order(
    readings: Store, query: queries.NamedQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {p.name: p.example for p in query.parameters if p.required}
    found = queries.run(readings, query.name, given)
    monkeypatch.setattr(ask, "by_columns", lambda text: text)
    assert found.rows == queries.run(readings, query.name, given).rows


def test_plans_are_listed_by_name(readings: Store) -> None:
    found = readings.select(
        "PREFIX cchc: <https://w3id.org/cchc/ontology#>"
        " SELECT ?name { ?plan cchc:listName ?name ; cchc:listOrder ?order } ORDER BY ?order"
    )
    names = [str(name) for (name,) in found.rows]
    assert names == sorted(names)
    assert len(names) == 5
    assert "Kế hoạch 213/KH-UBND, UBND tỉnh Bắc Giang, 2024" in names
