"""A figure against the milestone above it: the verdicts, and those that a person gave on real plans."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import opened
from test_answers_to_questions import rows

from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from loaders.records import load
from ontology.registry import Registry
from queries.figure import Figure
from service.store.model import Store

TESTS = Path(__file__).parent.parent

VERDICTS = [
    (Figure("at-least", 95, "%", 2024), Figure("at-least", 90, "%", 2025), "ahead"),
    (Figure("at-least", 90, "%", 2024), Figure("at-least", 90, "%", 2025), "meets"),
    (Figure("above", 90, "%", 2025), Figure("at-least", 90, "%", 2025), "meets"),
    (Figure("at-least", 80, "%", 2024), Figure("at-least", 90, "%", 2025), "below"),
    (Figure("equal", 100, "%"), Figure("equal", 90, "%", 2025), "ahead"),
    # later than the milestone: as much is less, more says nothing of the milestone's year
    (Figure("at-least", 90, "%", 2026), Figure("at-least", 90, "%", 2025), "below"),
    (Figure("at-least", 80, "%", 2026), Figure("at-least", 90, "%", 2025), "below"),
    (Figure("at-least", 95, "%", 2026), Figure("at-least", 90, "%", 2025), "not-comparable"),
    # where less is better
    (Figure("at-most", 20, "phút", 2024), Figure("at-most", 30, "phút", 2025), "ahead"),
    (Figure("at-most", 3, "hạng", 2024), Figure("equal", 5, "hạng", 2024), "ahead"),
    (Figure("equal", 45, "phút", 2024), Figure("equal", 30, "phút", 2024), "below"),
    (Figure("equal", 2, "%", 2024), Figure("at-most", 3, "%", 2024), "ahead"),
    (Figure("equal", 4, "%", 2024), Figure("below", 3, "%", 2024), "below"),
    # two things
    (Figure("at-least", 90, "%"), Figure("at-least", 90, "hồ sơ"), "not-comparable"),
    (Figure("at-least", 90, "%"), Figure("at-most", 90, "%"), "not-comparable"),
    (Figure("increase", 5, "%"), Figure("at-least", 90, "%"), "not-comparable"),
    (Figure("increase", 5, "%"), Figure("increase", 3, "%"), "ahead"),
]


@pytest.mark.parametrize(("one", "above", "verdict"), VERDICTS)
def test_the_verdict(one: Figure, above: Figure, verdict: str) -> None:
    assert one.against(above) == verdict


figures = st.builds(
    Figure,
    st.sampled_from(["above", "at-least", "equal", "at-most", "below", "increase"]),
    st.integers(0, 100).map(float),
    st.sampled_from(["%", "phút", None]),
    st.none() | st.integers(2021, 2030),
)


@given(figures, figures)
def test_a_figure_meets_itself_and_two_are_never_both_ahead(one: Figure, other: Figure) -> None:
    assert one.against(one) == "meets"
    assert {one.against(other), other.against(one)} != {"ahead"}


@pytest.fixture(scope="module")
def bac_giang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The readings of the two plans of Bắc Giang with the alignment and the indicators of a build."""
    registry = Registry.load()
    readings = sorted((TESTS / "readings").glob("bac-giang-*.json"))
    plans = [build_plan(load(file.read_text(encoding="utf-8")), registry) for file in readings]
    quads = (to_nquads(triples, graph) for graph, triples in corpus_graphs(plans))
    with opened(quads, tmp_path_factory.mktemp("milestones")) as store:
        yield store


def test_verdicts_on_real_plans_are_those_a_person_gave(bac_giang: Store) -> None:
    truth = json.loads((TESTS / "alignments" / "align-bac-giang-2024.json").read_text(encoding="utf-8"))
    given = {
        _pair(m["child"], m["child_value"], m["parent"], m["parent_value"]): m["verdict"]
        for m in truth["measures"]
    }
    found = {
        _pair(_key(row["item"]), row["value"], _key(row["above_item_iri"]), row["above_value"]): str(
            row["verdict"]
        )
        for row in rows(bac_giang, "milestones", {"plan": "213/KH-UBND"})
        if row["item"] and row["above_item_iri"]
    }
    agreed = [pair for pair in given if found.get(pair) == given[pair]]
    wrong = [pair for pair in given if found.get(pair, given[pair]).replace("-", " ") != given[pair]]
    assert wrong == []
    assert len(agreed) >= 8


def _pair(*parts: object) -> tuple[str, ...]:
    return tuple(map(str, parts))


def _key(iri: object) -> str:
    return str(iri).rsplit("/", 1)[1].replace("%2F", "/")
