"""Every question keeps the form: a head that says all, SPARQL 1.1 that does what the head says."""

import re
from pathlib import Path
from typing import get_args

import pytest
from rdflib.plugins.sparql.parser import parseQuery

import queries
from queries.catalogue import parse
from queries.model import Kind, NamedQuery
from queries.page import page
from queries.values import choices
from service.store.bind import places

QUERIES = list(queries.catalogue().values())
REQUIRED = {
    "plans",
    "instrument-agencies",
    "trace",
    "carried-out-by",
    "agency-work",
    "shared-instruments",
    "plan-family",
}
DOCS = Path(__file__).parents[2] / "docs" / "queries.md"


def named(query: NamedQuery) -> str:
    return query.name


def test_the_questions_of_the_first_release_are_there() -> None:
    assert {q.name for q in QUERIES} >= REQUIRED


@pytest.mark.parametrize("query", QUERIES, ids=named)
def test_the_text_is_sparql_that_another_parser_reads_too(query: NamedQuery) -> None:
    parseQuery(query.text)


@pytest.mark.parametrize("query", QUERIES, ids=named)
def test_the_head_says_all(query: NamedQuery) -> None:
    said = [query.title, query.title_en, query.description, query.description_en]
    said += [text for p in query.parameters for text in (p.label, p.label_en, p.example)]
    said += [text for c in query.columns for text in (c.label, c.label_en)]
    assert all(text.strip() for text in said)
    assert {p.kind for p in query.parameters} <= set(get_args(Kind))
    assert len({c.label for c in query.columns}) == len(query.columns)


@pytest.mark.parametrize("query", QUERIES, ids=named)
def test_examples_of_fixed_values_are_words_and_not_codes(query: NamedQuery) -> None:
    for p in query.parameters:
        words = [vi for vi, _ in choices(p.kind).values()]
        assert not words or p.example in words


@pytest.mark.parametrize("query", QUERIES, ids=named)
def test_the_columns_are_what_the_query_selects(query: NamedQuery) -> None:
    head = re.search(r"^SELECT DISTINCT(.+?)WHERE", query.text, re.DOTALL | re.MULTILINE)
    assert head is not None
    assert head.group(1).split() == [f"?{c.name}" for c in query.columns]
    links = {c.link for c in query.columns if c.link}
    assert links <= {c.name for c in query.columns if c.is_link}


@pytest.mark.parametrize("query", QUERIES, ids=named)
def test_every_parameter_has_its_place_and_every_place_its_parameter(query: NamedQuery) -> None:
    assert places(query.text) == {f"given_{p.name}" for p in query.parameters}


@pytest.mark.parametrize("query", QUERIES, ids=named)
def test_the_order_of_the_rows_is_fixed(query: NamedQuery) -> None:
    """Rows that the order leaves equal would come in the engine's order: an IRI must be among the keys."""
    order = query.text.rsplit("ORDER BY", 1)[1]
    assert any(f"?{c.name}" in order.split() for c in query.columns if c.is_link)


WAYS = (
    "VALUES (?way ?via ?nearness) "
    '{ (cchc:namesItself "name" 1) (cchc:includes "group" 2) (cchc:passedTo "predecessor" 3) }'
)


def test_every_answer_about_an_agency_says_through_what_in_the_same_way() -> None:
    """Who took over from an agency is told step by step and not by rows."""
    about = {q.name for q in QUERIES if q.parameter("agency")} - {"successors"}
    assert {q.name for q in QUERIES if {"through", "via"} <= {c.name for c in q.columns}} >= about
    assert {q.name for q in QUERIES if any(c.name == "through" for c in q.columns)} == {
        q.name for q in QUERIES if WAYS in q.text
    }


def test_the_page_of_questions_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8") == page()


def test_a_head_with_a_word_that_nobody_knows_is_refused() -> None:
    head = "\n".join(f'#+ {key} = ""' for key in ("title", "title_en", "description", "description_en"))
    with pytest.raises(KeyError, match="walk"):
        parse("x", f"{head}\n#+ walk = true\n#+ [columns]\n")
