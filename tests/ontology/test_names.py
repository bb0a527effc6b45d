"""Names as people type them: chosen pairs, what must hold for any query, and the measured list."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.names import Entry, Ranking, labelled, rank
from ontology.registry import Registry
from ontology.slug import slug

REGISTRY = Registry.load()
RANKING = Ranking(
    tuple(
        Entry(
            f"{p.id}/{slug(d.name.removesuffix(' tỉnh'))}", (d.name.removesuffix(" tỉnh"), *d.also), p.label
        )
        for p in REGISTRY.provinces
        for d in REGISTRY.departments
        if d.scope == "uniform" and d.holds(max(p.start, d.start))
    )
)

FIRST = [
    ("sở nội vụ bắc kạn", "tinh/bac-kan/so-noi-vu"),
    ("so noi vu bac kan", "tinh/bac-kan/so-noi-vu"),
    ("SNV Bắc Kạn", "tinh/bac-kan/so-noi-vu"),
    ("Bắc Kạn, Sở Nội vụ", "tinh/bac-kan/so-noi-vu"),
    ("so noi vuj bac kann", "tinh/bac-kan/so-noi-vu"),
    ("sonoivu backan", "tinh/bac-kan/so-noi-vu"),
    ("Sở TT&TT tỉnh Bắc Giang", "tinh/bac-giang/so-thong-tin-va-truyen-thong"),
    ("stttt bac giang", "tinh/bac-giang/so-thong-tin-va-truyen-thong"),
    ("VP UBND tỉnh Nghệ An", "tinh/nghe-an/van-phong-ubnd"),
]


@pytest.mark.parametrize(("typed", "key"), FIRST)
def test_the_first_is_right(typed: str, key: str) -> None:
    assert RANKING.rank(typed)[0].key == key


@pytest.mark.parametrize("typed", ["", " ", "…", "xyzzy"])
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert RANKING.rank(typed) == []


def test_numbers_do_not_slip() -> None:
    entries = [Entry(n, (f"Nghị định {n}/2020/NĐ-CP",)) for n in ("107", "108", "120")]
    for typed in ("107/2020", "nghi dinh 107/2020/nd-cp", "107/2020/NĐ-CP"):
        assert [c.key for c in rank(typed, entries)] == ["107"]


def test_marks_decide_between_names_that_differ_in_nothing_else() -> None:
    entries = [Entry("to", ("xã Ba Tô",)), Entry("tow", ("xã Ba Tơ",))]
    assert [rank(typed, entries)[0].key for typed in ("xã Ba Tô", "xã Ba Tơ")] == ["to", "tow"]


LABELS = [
    ("Sở Nội vụ tỉnh Bắc Kạn", "Sở Nội vụ", "tỉnh Bắc Kạn"),
    ("Sở Nội vụ thành phố Hà Nội", "Sở Nội vụ", "thành phố Hà Nội"),
    ("Các sở, ban, ngành (tỉnh Bắc Kạn)", "Các sở, ban, ngành", "tỉnh Bắc Kạn"),
    ("Văn phòng (Sở Nội vụ tỉnh Bắc Kạn)", "Văn phòng", "Sở Nội vụ tỉnh Bắc Kạn"),
    ("Bộ Nội vụ", "Bộ Nội vụ", ""),
    ("Báo Bắc Kạn", "Báo Bắc Kạn", ""),
]


@pytest.mark.parametrize(("label", "name", "place"), LABELS)
def test_labels_are_parted_from_their_place(label: str, name: str, place: str) -> None:
    assert labelled("x", label, ("khác",)) == Entry("x", (name, "khác"), place)


@given(st.text(max_size=50))
def test_any_query_gives_a_ranking(typed: str) -> None:
    found = RANKING.rank(typed, 5)
    assert len(found) <= 5 and len({c.key for c in found}) == len(found)
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert all(0 < c.score <= 1 for c in found)


def test_disturbed_names_are_found_among_the_first_three() -> None:
    """The bar: 0.97 of the 200 names disturbed by the rules that bench/names.py states."""
    with (Path(__file__).parent / "names-disturbed.csv").open(encoding="utf-8", newline="") as file:
        asked = [(row["typed"], row["key"]) for row in csv.DictReader(file)]
    missed = [(typed, key) for typed, key in asked if key not in {c.key for c in RANKING.rank(typed, 3)}]
    assert len(asked) == 200
    assert len(missed) <= 6, missed
