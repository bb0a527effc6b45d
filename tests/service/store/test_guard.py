"""What a stranger's query may be: told from its text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import BadQuery, QueryError, RefusedQuery
from service.store.guard import MAX_LENGTH, admit, names_dataset

ADMITTED = [
    ("SELECT * { ?s ?p ?o }", "select"),
    ("PREFIX a: <http://a/> select ?x { ?x a a:b }", "select"),
    ("BASE <http://a/> ASK { <b> ?p 'SERVICE' }", "ask"),
    ("# SERVICE <http://x> { }\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "construct"),
    ("DESCRIBE <http://a/SERVICE>", "describe"),
    ('SELECT * { ?service ?p """it\'s "SERVICE" """ }', "select"),
    ("PREFIX ex: <http://a/> SELECT * { ?s ex:service $SERVICE }", "select"),
    ("SELECT * { ?s ?p 'a\\'SERVICE' FILTER(?p<?o) }", "select"),
    ("PREFIX ex: <http://a/> SELECT * { ?s ex:it\\'s ?o }", "select"),
]
REFUSED = [
    "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
    "SELECT * { service silent ?x { } }",
    "SELECT * { SERVICE<http://a/>{} }",
    "PREFIX x: <http://a/> SELECT * { SERVICEx:a{} }",
    "SELECT * { ?s ?p 1SERVICE<http://a/>{} }",
    "SELECT * { ?s ?p trueSERVICE<http://a/>{} }",
    "SELECT * { ?s ?p 'a'SERVICE<http://a/>{} }",
    "SELECT * { FILTER(1<2)SERVICE<http://a/>{} }",
    "SELECT * { \\u0053ERVICE <http://a/> {} }",
    "SELECT * { ?s ?p 'a\\u0027 . SERVICE <http://a/> {} #' }",
    "PREFIX ex: <http://a/> SELECT * { ?s ex:it\\'s ?o SERVICE <http://a/> {} # '\n}",
    "SELECT * { ?s ?p <http://it's> . SERVICE <http://a/> {} # '\n}",
    "SELECT * { ?s ?p <http://\\u0061'> . SERVICE <http://a/> {} # '\n}",
    "INSERT DATA { <a:a> <a:a> <a:a> }",
    "LOAD <http://a/>",
    "CLEAR ALL",
    "PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }",
    "SELECT * { ?s ?p '" + "x" * MAX_LENGTH + "' }",
]


@pytest.mark.parametrize(("query", "form"), ADMITTED)
def test_a_query_is_admitted_with_its_form(query: str, form: str) -> None:
    assert admit(query) == form


@pytest.mark.parametrize("query", REFUSED)
def test_updates_and_calls_to_other_hosts_are_refused(query: str) -> None:
    with pytest.raises(RefusedQuery):
        admit(query)


@pytest.mark.parametrize("query", ["", "  ", "# SELECT", "xin chào", "{ ?s ?p ?o }"])
def test_what_is_no_query_is_said_to_be_none(query: str) -> None:
    with pytest.raises(BadQuery):
        admit(query)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("SELECT * FROM <http://a/> { }", True),
        ("select * from named <http://a/> { }", True),
        ("SELECT * { ?from ?p 'FROM' } # FROM", False),
        ("PREFIX from: <http://a/> SELECT * { ?s from:from <http://FROM> }", False),
    ],
)
def test_a_dataset_is_named_by_from_only(query: str, named: bool) -> None:
    assert names_dataset(query) is named


WORDS = r"SERVICE service ?service <http://a/> < > { } ' \" \"\"\" \ \' # ex: ex:a SELECT * . 1 true @en ^^ đ"
PIECES = st.sampled_from([*WORDS.split(" "), " ", "\n"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_admitted_or_refused_and_nothing_else(text: str) -> None:
    try:
        form = admit(text)
    except QueryError:
        return
    assert form in text.lower()
