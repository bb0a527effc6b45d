"""The chain over plans of four levels: what is traced, what nobody takes up, who owes a plan."""

from collections.abc import Iterator

import pytest
from chain import COMMUNE, NATION, OFFICE, TEN, YEAR, chain_quads
from opened import opened
from test_answers_to_questions import Row, fits, rows

from service.store.model import Store

BELOW_TARGET_2 = ("I/2", "I/2/1", "I/2/1/a", "I/2/1/b")


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with opened(chain_quads(), tmp_path_factory.mktemp("chain")) as store:
        yield store


def step(number: str, key: str) -> str:
    """The end of the IRI of a row: "…/213-kh-ubnd/row/I%2F1"."""
    return f"…/{number.lower().replace('/', '-')}/row/{key.replace('/', '%2F')}"


REASONS = "cùng lĩnh vực “Cải cách thể chế”; cùng nội dung “thể chế”"
STEPS: list[tuple[str, str, list[Row]]] = [
    # over four levels, each step as sure as it is, and the way as sure as its least sure step
    (
        "trace",
        f"{OFFICE}:I/1/1/1/a",
        [
            {"step": 0, "relation": "self", "item": step(OFFICE, "I/1/1/1/a"), "reached": "document"},
            {"step": 1, "relation": "contributesTo", "item": step(OFFICE, "I/1/1/1"), "reached": "document"},
            {
                "step": 2,
                "relation": "alignedTo",
                "item": step(YEAR, "I/1/1/1"),
                "origin": "person",
                "reached": "person",
                "standing": "parent",
                "score": None,
                "evidence": None,
            },
            {"item": step(YEAR, "I/1/1"), "origin": "document", "reached": "person"},
            {"item": step(YEAR, "I/1"), "origin": "document", "reached": "person"},
            {
                "item": step(TEN, "I/1"),
                "origin": "inferred",
                "reached": "inferred",
                "score": 0.9,
                "evidence": REASONS,
                "place": "402.txt:1-1",
            },
            {"item": step(NATION, "I/1"), "origin": "inferred", "reached": "inferred"},
        ],
    ),
    # the plans: each loaded one leads on to what it carries out
    (
        "trace",
        f"{OFFICE}:I/2",
        [
            {"step": 1, "relation": "inPlan", "item": "…/15-kh-snv", "status": "loaded"},
            {"step": 2, "relation": "implements", "item": "…/213-kh-ubnd", "status": "loaded"},
            {"step": 3, "relation": "implements", "item": "…/402-kh-ubnd", "reached": "document"},
            {"step": 4, "relation": "implements", "item": "…/76-nq-cp", "place": "402.txt:2-2"},
        ],
    ),
    # a parent that is only cited is the last step; the plan compared with in its place is said to be that
    (
        "trace",
        f"{COMMUNE}:I/1",
        [
            {"relation": "alignedTo", "item": step(YEAR, "I/1"), "standing": "nearest", "score": 0.6},
            {"relation": "implements", "item": "…/17-kh-ubnd", "status": "cited", "reached": "document"},
        ],
    ),
    # plans that name each other, rows that carry each other out
    (
        "trace",
        "11/KH-A:I/1/1",
        [
            {"step": 0, "item": step("11/KH-A", "I/1/1")},
            {"step": 2, "relation": "alignedTo", "item": step("12/KH-B", "I/1")},
            {"step": 3, "relation": "alignedTo", "item": step("11/KH-A", "I/1")},
        ],
    ),
    (
        "carried-out-by",
        f"{NATION}:I/1",
        [
            {"step": 0, "item": step(NATION, "I/1"), "relation": "self"},
            {"step": 1, "item": step(TEN, "I/1"), "origin": "inferred", "score": 0.8},
            {"step": 2, "item": step(TEN, "I/1/1"), "origin": "document", "reached": "inferred"},
            {"item": step(OFFICE, "I/1/1/1"), "origin": "person", "reached": "inferred"},
        ],
    ),
]


@pytest.mark.parametrize(("name", "item", "expected"), STEPS)
def test_steps_are_told_apart_and_come_nearest_first(
    chain: Store, name: str, item: str, expected: list[Row]
) -> None:
    found = rows(chain, name, {"item": item})
    places = [next((i for i, row in enumerate(found) if fits(e, row)), None) for e in expected]
    assert None not in places, [e for e, p in zip(expected, places, strict=True) if p is None]
    assert [found[p]["step"] for p in places if p is not None] == sorted(
        found[p]["step"]  # type: ignore[type-var]
        for p in places
        if p is not None
    )


def test_nothing_is_claimed_above_a_plan_that_is_only_cited(chain: Store) -> None:
    found = rows(chain, "trace", {"item": f"{COMMUNE}:I/2"})
    assert [r["relation"] for r in found] == ["self", "inPlan", "implements"]


def test_every_step_goes_on_from_one_that_is_there(chain: Store) -> None:
    for name, item, _ in STEPS:
        found = rows(chain, name, {"item": item})
        there = {r["item"] for r in found}
        assert all(r["from_iri"] in there for r in found[1:])
        assert all(r["step"] is not None and r["reached"] for r in found)


def keys(found: list[Row]) -> list[str]:
    return [str(row["item"]).rsplit("/", 1)[1].replace("%2F", "/") for row in found]


@pytest.mark.parametrize(
    ("plan", "unserved", "below", "stand_ins"),
    [
        (NATION, ["I/2", "I/1/1", "I/1/1/1", "I/2/1"], 1, 0),
        (TEN, ["I/2", "I/1/1/1", "I/2/1"], 1, 0),
        (YEAR, ["I/2", "I/2/1"], 2, 1),
        (OFFICE, ["I/1", "I/2", "I/1/1", "I/1/1/1", "I/2/1"], 0, 0),
    ],
)
def test_targets_nobody_has_taken_up(
    chain: Store, plan: str, unserved: list[str], below: int, stand_ins: int
) -> None:
    found = rows(chain, "unserved-targets", {"plan": plan})
    assert keys(found) == unserved
    assert {(r["plans_below"], r["stand_ins"]) for r in found} == {(below, stand_ins)}


@pytest.mark.parametrize(
    ("plan", "untraced", "standing"),
    [
        (OFFICE, list(BELOW_TARGET_2), "parent"),
        (COMMUNE, list(BELOW_TARGET_2), "nearest"),
        (NATION, ["I/1", "I/2", "I/1/1", "I/1/1/1", "I/2/1", "I/1/1/1/a", "I/2/1/a", "I/2/1/b"], "none"),
    ],
)
def test_rows_with_no_counterpart_above(chain: Store, plan: str, untraced: list[str], standing: str) -> None:
    found = rows(chain, "untraced", {"plan": plan})
    assert keys(found) == untraced
    assert {r["standing"] for r in found} == {standing}


def test_work_given_to_an_agency_that_its_own_plan_lacks(chain: Store) -> None:
    found = rows(chain, "gaps", {"plan": YEAR})
    assert keys(found) == ["I/2/1/b"]
    (gap,) = found
    assert gap["agency"] == "Sở Nội vụ tỉnh Bắc Giang"
    assert gap["through"] == "Các sở, ban, ngành (tỉnh Bắc Giang)"
    assert (gap["finding"], gap["standing"]) == ("no-counterpart", "parent")
    assert str(gap["own_plan"]).startswith(f"Kế hoạch {OFFICE}")


def test_an_agency_without_a_loaded_plan_is_told_so(chain: Store) -> None:
    found = rows(chain, "gaps", {"plan": YEAR, "agency": "Sở Tư pháp tỉnh Bắc Giang"})
    assert [r["role"] for r in found if r["through"] == "name"] == ["lead", "responsible"]
    assert [r["through"] for r in found] == ["name", "name", "Các sở, ban, ngành (tỉnh Bắc Giang)"]
    assert {(r["finding"], r["own_plan"]) for r in found} == {("no-plan", None)}


def test_agencies_and_members_that_owe_a_plan(chain: Store) -> None:
    found = {str(r["agency"]): r for r in rows(chain, "missing-plans", {"plan": YEAR})}
    justice = found["Sở Tư pháp tỉnh Bắc Giang"]
    assert (justice["named"], justice["grouped"], justice["other_years"]) == (2, 1, None)
    health = found["Sở Y tế tỉnh Bắc Giang"]
    assert (health["named"], health["grouped"], health["other_years"]) == (0, 1, "2023")
    assert "Sở Nội vụ tỉnh Bắc Giang" not in found, "has a plan for the year"
    assert "Các sở, ban, ngành (tỉnh Bắc Giang)" not in found, "its members stand for it"
    assert not [name for name in found if "Bộ Nội vụ" in name], "stands above the province"


def test_units_of_an_agency_owe_no_plan(chain: Store) -> None:
    found = [str(r["agency"]) for r in rows(chain, "missing-plans", {"plan": OFFICE})]
    assert found
    assert not [name for name in found if name.startswith("Phòng")]


def test_targets_against_the_plans_below(chain: Store) -> None:
    found = rows(chain, "coverage", {"plan": YEAR})
    told = {(keys([r])[0], str(r["child"]).split(",")[0]): (r["links"], r["score"]) for r in found}
    assert told == {
        ("I/1", f"Kế hoạch {OFFICE}"): (2, 0.8),
        ("I/1", f"Kế hoạch {COMMUNE}"): (1, 0.6),
        ("I/2", f"Kế hoạch {OFFICE}"): (0, None),
        ("I/2", f"Kế hoạch {COMMUNE}"): (0, None),
    }
    assert {str(r["child"]).split(",")[0]: r["standing"] for r in found} == {
        f"Kế hoạch {OFFICE}": "parent",
        f"Kế hoạch {COMMUNE}": "nearest",
    }
