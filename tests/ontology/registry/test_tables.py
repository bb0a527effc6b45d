"""The shipped tables: whole, sourced, dated and without contradictions."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from ontology.registry import Registry, initials

FOLDER = Path(__file__).parents[3] / "ontology" / "registry"
TABLES = sorted(p.name for p in FOLDER.glob("*.csv") if p.name != "sources.csv")
REGISTRY = Registry.load()
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_are_the_ones_the_registry_reads() -> None:
    code = (FOLDER / "registry.py").read_text(encoding="utf-8")
    assert [t for t in TABLES if t not in code and t not in ("districts.csv", "communes.csv")] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_names_a_source_that_is_listed(table: str) -> None:
    listed = {row["id"] for row in rows("sources.csv")}
    assert {s for row in rows(table) for s in row["source"].split(";")} <= listed
    assert all(row["source"] for row in rows(table))


@pytest.mark.parametrize("table", [t for t in TABLES if t not in ("heads.csv", "nouns.csv")])
def test_every_entry_has_a_day_from_which_it_holds(table: str) -> None:
    assert all(date.fromisoformat(row["from"]) for row in rows(table))


def test_sixty_three_provinces_became_thirty_four() -> None:
    held = {day: [p for p in REGISTRY.provinces if p.holds(day)] for day in (BEFORE, AFTER)}
    assert (len(held[BEFORE]), len(held[AFTER])) == (63, 34)
    merged = [p for p in held[AFTER] if p.merged_from]
    assert len(merged) == 23
    ended = [p.id for p in held[BEFORE] if p.end]
    assert sorted(o for p in merged for o in p.merged_from) == sorted(ended)
    assert len([p for p in held[AFTER] if p.kind == "thành phố"]) == 6
    for day, provinces in held.items():
        assert len({p.id for p in provinces}) == len(provinces), day


def test_regimes_follow_each_other_without_a_gap() -> None:
    for earlier, later in zip(REGISTRY.regimes, REGISTRY.regimes[1:], strict=False):
        assert earlier.end and earlier.end + timedelta(days=1) == later.start
    assert REGISTRY.regimes[-1].end is None


def test_departments_end_where_their_work_goes_on() -> None:
    ended = {d.name for d in REGISTRY.departments if d.end and d.scope == "uniform"}
    assert ended == {m.before for m in REGISTRY.mergers if m.place is None}
    now = {d.name for d in REGISTRY.departments_on(AFTER)}
    assert {m.after for m in REGISTRY.mergers if m.place is None} <= now


def test_no_two_entries_share_a_name() -> None:
    for entries in (REGISTRY.departments, REGISTRY.bodies, REGISTRY.central, REGISTRY.groups):
        names = [name for entry in entries for name in (entry.name, *entry.also)]
        assert len(names) == len(set(names))


def test_the_district_level_ends_and_every_province_has_communes() -> None:
    provinces = {p.id for p in REGISTRY.provinces}
    assert sum(len(REGISTRY.units.on(p, "districts", BEFORE)) for p in provinces) == 696
    assert sum(len(REGISTRY.units.on(p, "districts", AFTER)) for p in provinces) == 0
    for day, count in ((BEFORE, 10035), (AFTER, 3321)):
        there = [p for p in REGISTRY.provinces if p.holds(day)]
        communes = [REGISTRY.units.on(p.id, "communes", day) for p in there]
        assert sum(map(len, communes)) == count
        assert all(communes)


def test_every_local_unit_has_a_path_of_its_own_and_lies_in_a_place_that_is_there() -> None:
    units = [unit for group in REGISTRY.units.by_province.values() for unit in group]
    assert len(REGISTRY.units.by_path) == len(units)
    for path in REGISTRY.units.by_path:
        above = path.rpartition("/")[0]
        assert above in REGISTRY.units.by_path or REGISTRY.province_by_id(above), path


def test_the_general_abbreviations_agree_with_the_departments() -> None:
    table = FOLDER.parent / "abbreviations.csv"
    with table.open(encoding="utf-8", newline="") as file:
        shorts = [(r["short"], r["long"]) for r in csv.DictReader(file) if r["kind"] == "department"]
    known = {d.name for d in REGISTRY.departments}
    named = [(short, f"Sở {long}") for short, long in shorts if f"Sở {long}" in known]
    assert len(named) > 10
    found = {short: REGISTRY.department(f"Sở {short}") for short, _ in named}
    assert {s: n for s, n in named if found[s] and found[s].name != n} == {}


def test_initials_of_departments_that_every_province_has_are_their_own() -> None:
    shorts = [short for d in REGISTRY.departments if d.scope == "uniform" for short in initials(d.name)]
    assert len(shorts) == len(set(shorts))
