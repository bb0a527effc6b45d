"""Every rule against its example: the file's things named bad… break it, those named good… do not."""

from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from loaders.graph.triples import to_nquads
from shapes import core, sets
from shapes.catalogue import PAGE, page
from shapes.check import TRIPLES
from shapes.memory import Memory
from shapes.rules import Rule, groups, rules

EXAMPLES = Path(__file__).parent / "examples"
BASE = "https://example.org/"
GRAPH = URIRef(f"{BASE}graph")
ALL = list(rules().values())


def example(rule: Rule) -> Graph:
    return Graph().parse(EXAMPLES / f"{rule.name}.ttl")


def broken(rule: Rule, graph: Graph) -> set[str]:
    source = Memory(to_nquads(graph, GRAPH))
    every = (
        core.results(source.graph(TRIPLES, {"graph": GRAPH})) if rule.query is None else sets.results(source)
    )
    names = [r.item.removeprefix(BASE) for r in every if r.rule == rule]
    assert len(names) == len(set(names)), "one finding for one fault"
    return set(names)


@pytest.mark.parametrize("rule", ALL, ids=lambda r: r.name)
def test_a_rule_finds_the_bad_things_of_its_example_and_no_other(rule):
    graph = example(rule)
    named = {str(s).removeprefix(BASE) for s in graph.subjects()}
    bad = {name for name in named if name.startswith("bad")}
    assert bad and any(name.startswith("good") for name in named)
    assert broken(rule, graph) == bad


@pytest.mark.parametrize("rule", ALL, ids=lambda r: r.name)
def test_a_rule_speaks_both_languages(rule):
    for texts in (rule.message, rule.advice):
        assert set(texts) == {"vi", "en"}
        assert all(t.endswith(".") and "\n" not in t for t in texts.values())
    assert rule.group in groups()


def test_no_example_is_left_without_a_rule():
    assert {file.stem for file in EXAMPLES.glob("*.ttl")} == set(rules())


def test_no_two_rules_say_the_same():
    for lang in ("vi", "en"):
        assert len({r.message[lang] for r in ALL}) == len(ALL)


def test_the_page_of_rules_is_made_from_the_shapes():
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m shapes.catalogue"
