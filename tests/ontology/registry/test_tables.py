"""The shipped tables: whole, sourced, dated and without contradictions."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from ontology.registry import Registry, RegistryError, Succession, compact, initials
from ontology.slug import slug

FOLDER = Path(__file__).parents[3] / "ontology" / "registry"
SHARED = ["../abbreviations.csv", "../indicators.csv"]
TABLES = sorted(p.name for p in FOLDER.glob("*.csv") if p.name != "sources.csv") + SHARED
REGISTRY = Registry.load()
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_are_the_ones_the_registry_reads() -> None:
    code = (FOLDER / "registry.py").read_text(encoding="utf-8")
    read_elsewhere = ("../indicators.csv",)
    assert [t for t in TABLES if t not in code and t not in read_elsewhere] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_names_a_source_that_is_listed(table: str) -> None:
    listed = {row["id"] for row in rows("sources.csv")}
    assert {s for row in rows(table) for s in row["source"].split(";")} <= listed
    assert all(row["source"] for row in rows(table))


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_has_a_day_from_which_it_holds(table: str) -> None:
    assert all(date.fromisoformat(row["from"]) for row in rows(table))


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("mergers.csv", "Sở A,Sở B,2025-99-01,,pattern,cv-05-bcd", "«2025-99-01» không phải ngày"),
        ("departments.csv", "Sở A,all,2025-01-01,,,cv-05-bcd", "«all» không phải giá trị của cột «scope»"),
        ("../abbreviations.csv", "SA,Sở A,body,,2025-01-01", "cột «source» trống"),
        ("nouns.csv", "hội,noun,,thong-dung", "thiếu ngày bắt đầu"),
    ],
)
def test_a_broken_line_of_a_shipped_table_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, line: str, reason: str
) -> None:
    folder = tmp_path / "registry"
    folder.mkdir()
    for name in TABLES:
        (folder / name).write_bytes((FOLDER / name).read_bytes())
    (folder / "sources.csv").write_bytes((FOLDER / "sources.csv").read_bytes())
    with (folder / table).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    monkeypatch.setattr("ontology.registry.registry.FOLDER", folder)
    with pytest.raises(RegistryError, match=re.escape(reason)) as refusal:
        Registry.load()
    assert refusal.value.line == len(rows(table)) + 2


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
    ended = {d.name for d in REGISTRY.departments if d.end}
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


def test_every_source_is_said_where_to_find_or_why_it_cannot_be() -> None:
    assert all(
        source.title and (source.address or source.note or source.id.startswith("ke-hoach-"))
        for source in REGISTRY.sources
    )


def test_mergers_name_places_and_agencies_that_are_there_and_lead_nowhere_back() -> None:
    named = {slug(e.name) for e in (*REGISTRY.departments, *REGISTRY.central)}
    for merger in REGISTRY.mergers:
        assert merger.place in (None, "trung-uong") or REGISTRY.province_by_id(merger.place), merger
        assert {slug(merger.before), slug(merger.after)} <= named, merger
        path = f"{merger.place or 'tinh/bac-kan'}/{slug(merger.before)}"
        steps = Succession(REGISTRY).successors(path)
        assert steps and path not in {step.after for step in steps}
    provinces = {province.id for province in REGISTRY.provinces}
    assert all(old in provinces for province in REGISTRY.provinces for old in province.merged_from)


def test_a_short_form_stands_for_one_thing() -> None:
    # "body" and "department" forms are spelled out in names; terms are not.
    longs: dict[str, set[str]] = {}
    for row in rows("../abbreviations.csv"):
        if row["kind"] != "term":
            longs.setdefault(compact(row["short"]), set()).add(compact(row["long"]))
    assert len(longs) > 50
    assert {short: long for short, long in longs.items() if len(long) > 1} == {}


def test_the_general_abbreviations_agree_with_the_departments() -> None:
    shorts = [(r["short"], r["long"]) for r in rows("../abbreviations.csv") if r["kind"] == "department"]
    known = {d.name for d in REGISTRY.departments}
    named = [(short, f"Sở {long}") for short, long in shorts if f"Sở {long}" in known]
    assert len(named) > 10
    found = {short: REGISTRY.department(f"Sở {short}") for short, _ in named}
    assert {s: n for s, n in named if found[s] and found[s].name != n} == {}


def test_initials_of_departments_that_every_province_has_are_their_own() -> None:
    shorts = [short for d in REGISTRY.departments if d.scope == "uniform" for short in initials(d.name)]
    assert len(shorts) == len(set(shorts))
