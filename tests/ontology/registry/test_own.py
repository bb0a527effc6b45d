"""A province's own additions: used where right, refused with line and reason where wrong, the rest kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.resolve.agency import Agencies
from loaders.resolve.members import members
from ontology.registry import Registry, Succession

AGENCIES = "province,name,also,member_of,successor,from,to,source\n"
GROUP = '"Các sở, ban, ngành"'
GOOD = f"Bắc Kạn,Ban Quản lý các khu công nghiệp tỉnh,BQL các KCN,{GROUP},,2016-01-01,,QĐ 12/QĐ-UBND\n"
SHORT = "short,long,from,source\n"


def load(folder: Path, **tables: str) -> Registry:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Registry.load(folder)


def test_an_own_agency_is_known_and_belongs_to_its_group(tmp_path: Path) -> None:
    registry = load(
        tmp_path, agencies=AGENCIES + GOOD, abbreviations=SHORT + "BQL,Ban Quản lý,2016-01-01,QĐ\n"
    )
    assert registry.problems == ()
    for name in (
        "Ban Quản lý các khu công nghiệp tỉnh",
        "BQL các KCN",
        "BQL các khu công nghiệp tỉnh Bắc Kạn",
    ):
        found = Agencies.of("UBND tỉnh Bắc Kạn", 2024, registry).resolve(name)
        assert (found.iri_path, found.known) == ("tinh/bac-kan/ban-quan-ly-cac-khu-cong-nghiep", True), name
    assert not Agencies.of("UBND tỉnh Bắc Giang", 2024, registry).resolve("BQL các KCN").known
    names = Agencies.of("UBND tỉnh Bắc Kạn", 2024, registry)
    assert len(members(names, names.resolve("Các sở, ban, ngành"))) == 18


def test_an_own_successor_is_followed(tmp_path: Path) -> None:
    line = "Nghệ An,Sở Giao thông,,,Sở Xây dựng,2016-01-01,2024-12-31,QĐ\n"
    steps = Succession(load(tmp_path, agencies=AGENCIES + line)).successors("tinh/nghe-an/so-giao-thong")
    assert [(str(s.day), s.after, s.basis) for s in steps] == [
        ("2025-01-01", "tinh/nghe-an/so-xay-dung", "sourced")
    ]


REFUSED = [
    ("agencies", AGENCIES, "Bắc Cạn Mới,Sở A,,,,2016-01-01,,QĐ", "không có tỉnh"),
    ("agencies", AGENCIES, "Bắc Kạn,,,,,2016-01-01,,QĐ", "«name» trống"),
    ("agencies", AGENCIES, "Bắc Kạn,Sở A,,,,,,QĐ", "thiếu ngày bắt đầu"),
    ("agencies", AGENCIES, "Bắc Kạn,Sở A,,,,1/1/2016,,QĐ", "không phải ngày"),
    ("agencies", AGENCIES, "Bắc Kạn,Sở A,,,,2016-01-01,2015-01-01,QĐ", "đứng trước"),
    ("agencies", AGENCIES, "Bắc Kạn,Sở A,,,,2016-01-01,,", "«source» trống"),
    ("agencies", AGENCIES, "Bắc Kạn,Sở A,,Các hội,,2016-01-01,,QĐ", "không có nhóm"),
    ("agencies", AGENCIES, "Bắc Kạn,Sở A,,,Sở B,2016-01-01,,QĐ", "không có ngày kết thúc"),
    ("agencies", AGENCIES, GOOD.strip(), "đã có ở agencies.csv, dòng 2"),
    ("abbreviations", SHORT, "UBND,Ủy ban,2016-01-01,QĐ", "đã có"),
    (
        "documents",
        "kind,number,issuer,title,from,source\n",
        "Kế hoạch,,UBND tỉnh Bắc Kạn,A,2016-01-01,QĐ",
        "«number» trống",
    ),
]


@pytest.mark.parametrize(("table", "head", "line", "reason"), REFUSED)
def test_a_wrong_line_is_refused_with_its_number(
    tmp_path: Path, table: str, head: str, line: str, reason: str
) -> None:
    good = GOOD if table == "agencies" else ""
    registry = load(tmp_path, **{table: head + good + line + "\n"})
    assert [(p.file.name, p.line) for p in registry.problems] == [(f"{table}.csv", 3 if good else 2)]
    assert reason in registry.problems[0].message
    assert len(registry.own) == (1 if good else 0)


def test_a_cycle_of_successors_is_refused_and_the_rest_kept(tmp_path: Path) -> None:
    cycle = [f"Bắc Kạn,Sở {a},,,Sở {b},2016-01-01,2020-01-01,QĐ" for a, b in ("AB", "BC", "CA")]
    tail = "Bắc Kạn,Sở D,,,Sở A,2016-01-01,2020-01-01,QĐ"
    registry = load(tmp_path, agencies=AGENCIES + GOOD + "\n".join([*cycle, tail]) + "\n")
    assert [p.line for p in registry.problems] == [3, 4, 5]
    assert all("quay lại chính nó" in p.message for p in registry.problems)
    assert [o.name for o in registry.own] == ["Ban Quản lý các khu công nghiệp tỉnh", "Sở D"]


def test_a_short_form_stands_for_one_thing(tmp_path: Path) -> None:
    lines = ["BQLK,Ban Quản lý khu", "Bqlk,Bộ quản lý khu", "BQL,Ban Quản lý", "KCN,Khoa cấp nước"]
    registry = load(tmp_path, abbreviations=SHORT + "".join(f"{li},2016-01-01,QĐ\n" for li in lines))
    assert [p.line for p in registry.problems] == [3, 5]
    assert registry.wording.spell("BQLK và BQL KCN") == "Ban Quản lý khu và Ban Quản lý khu công nghiệp"


@pytest.mark.parametrize("name", ["BQL KCN VSIP", "Ban Quản lý khu công nghiệp VSIP"])
def test_a_short_form_may_hold_a_general_one(tmp_path: Path, name: str) -> None:
    long = "Ban Quản lý các khu công nghiệp tỉnh"
    registry = load(
        tmp_path, agencies=AGENCIES + GOOD, abbreviations=SHORT + f"BQL KCN VSIP,{long},2016-01-01,QĐ\n"
    )
    assert registry.wording.spell(name) == long
    found = Agencies.of("UBND tỉnh Bắc Kạn", 2024, registry).resolve(name)
    assert (found.iri_path, found.known) == ("tinh/bac-kan/ban-quan-ly-cac-khu-cong-nghiep", True)


def test_a_table_may_be_saved_with_semicolons(tmp_path: Path) -> None:
    text = (
        (AGENCIES + GOOD)
        .replace('"Các sở, ban, ngành"', "\0")
        .replace(",", ";")
        .replace("\0", "Các sở, ban, ngành")
    )
    registry = load(tmp_path, agencies=text)
    assert registry.problems == ()
    assert Agencies.of("UBND tỉnh Bắc Kạn", 2024, registry).resolve("BQL các KCN").known


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'province,name\n"a'])
def test_a_file_that_is_no_table_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "agencies.csv").write_bytes(data)
    registry = Registry.load(tmp_path)
    assert len(registry.problems) == 1 and "agencies.csv, dòng" in registry.problems[0].message


def test_a_folder_without_tables_adds_nothing(tmp_path: Path) -> None:
    assert Registry.load(tmp_path) == Registry.load()
