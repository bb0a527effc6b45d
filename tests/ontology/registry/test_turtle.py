"""A province's own additions in Turtle: the same entries as from tables, refused by subject and reason."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from loaders.resolve.agency import Agencies
from ontology.registry import Registry, Succession

HEAD = """@base <https://w3id.org/cchc/id/> .
@prefix cchc: <https://w3id.org/cchc/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kind: <https://w3id.org/cchc/code/kind/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SOURCE = 'dcterms:source "QĐ 12/QĐ-UBND"'
DATED = f'cchc:validFrom "2016-01-01"^^xsd:date ; {SOURCE}'
PARK = f"""<#park> a cchc:Agency ; cchc:jurisdiction <tinh/bac-kan> ;
  skos:prefLabel "Ban Quản lý các khu công nghiệp tỉnh"@vi ; skos:altLabel "BQL các KCN"@vi, "BQL khu"@vi ;
  org:memberOf [ skos:prefLabel "Các sở, ban, ngành"@vi ] ; {DATED} .
"""
SHORT = f'<#bqlk> a skos:Concept ; skos:altLabel "BQLK", "BQLKH" ; skos:prefLabel "Ban Quản lý khu"@vi ; {DATED} .\n'
DOCUMENT = f"""<#nq15> a cchc:Document ; cchc:kind kind:nghi-quyet ; cchc:number "15/NQ-HĐND" ;
  cchc:issuer [ skos:prefLabel "HĐND tỉnh Bắc Kạn"@vi ] ; dcterms:title "Chính sách thu hút nhân lực"@vi ;
  dcterms:issued "2021-07-19"^^xsd:date ; {SOURCE} .
"""
TABLES = {
    "agencies": "province,name,also,member_of,successor,from,to,source\n"
    'Bắc Kạn,Ban Quản lý các khu công nghiệp tỉnh,BQL các KCN;BQL khu,"Các sở, ban, ngành",,2016-01-01,,QĐ 12/QĐ-UBND\n',
    "abbreviations": "short,long,from,source\nBQLK,Ban Quản lý khu,2016-01-01,QĐ 12/QĐ-UBND\n"
    "BQLKH,Ban Quản lý khu,2016-01-01,QĐ 12/QĐ-UBND\n",
    "documents": "kind,number,issuer,title,from,source\n"
    "Nghị quyết,15/NQ-HĐND,HĐND tỉnh Bắc Kạn,Chính sách thu hút nhân lực,2021-07-19,QĐ 12/QĐ-UBND\n",
}


def load(folder: Path, text: str) -> Registry:
    (folder / "rieng.ttl").write_text(HEAD + text, encoding="utf-8")
    return Registry.load(folder)


def agency(name: str, *more: str, label: str = "") -> str:
    said = [f'skos:prefLabel "{label or name}"@vi', "cchc:jurisdiction <tinh/bac-kan>", DATED, *more]
    return f"<#{name}> a cchc:Agency ; {' ; '.join(said)} .\n"


def test_turtle_says_what_tables_say(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    for name, text in TABLES.items():
        (tmp_path / "tables" / f"{name}.csv").write_text(text, encoding="utf-8")
    tables, turtle = Registry.load(tmp_path / "tables"), load(tmp_path, PARK + SHORT + DOCUMENT)
    assert (tables.problems, turtle.problems) == ((), ())
    assert (turtle.own, turtle.own_abbreviations) == (tables.own, tables.own_abbreviations)
    assert turtle.documents == tables.documents
    assert turtle.wording == tables.wording


def test_an_agency_in_turtle_is_known_by_all_its_names(tmp_path: Path) -> None:
    registry = load(tmp_path, PARK)
    for name in ("BQL các KCN", "BQL khu", "Ban Quản lý các khu công nghiệp tỉnh Bắc Kạn"):
        found = Agencies.of("UBND tỉnh Bắc Kạn", 2024, registry).resolve(name)
        assert (found.iri_path, found.known) == ("tinh/bac-kan/ban-quan-ly-cac-khu-cong-nghiep", True)


def test_a_successor_may_be_a_subject_of_the_file(tmp_path: Path) -> None:
    ends = 'cchc:validUntil "2024-12-31"^^xsd:date'
    registry = load(
        tmp_path, agency("Ban-A", ends, "cchc:succeededBy <#Ban-B>") + agency("Ban-B", label="Ban B")
    )
    steps = Succession(registry).successors("tinh/bac-kan/ban-a")
    first = steps[0]
    assert (str(first.day), first.after, first.basis) == ("2025-01-01", "tinh/bac-kan/ban-b", "sourced")


ENDED = 'cchc:validUntil "2020-01-01"^^xsd:date'
REFUSED = [
    (agency("X").replace("<tinh/bac-kan>", "<tinh/bac-can-moi>"), ["X"], "không có tỉnh, thành phố «tinh/bac-can-moi»"),
    (agency("X").replace(DATED, SOURCE), ["X"], "thiếu ngày bắt đầu (cchc:validFrom)"),
    (agency("X").replace("2016-01-01", "1/1/2016"), ["X"], "«1/1/2016» không phải ngày"),
    (agency("X").replace(SOURCE, 'skos:note "a"'), ["X"], "dcterms:source trống"),
    (agency("X", 'org:memberOf [ skos:prefLabel "Các hội"@vi ]'), ["X"], "không có nhóm «Các hội»"),
    (agency("X", "cchc:succeededBy <#Y>"), ["X"], "không có ngày kết thúc (cchc:validUntil)"),
    (agency("X", label="Ban Quản lý các khu công nghiệp tỉnh"), ["park"], "đã có ở rieng.ttl, mục «X»"),
    (agency("X", ENDED, "cchc:succeededBy <#Y>") + agency("Y", ENDED, "cchc:succeededBy <#X>"), ["X", "Y"], "quay lại"),
    (f'<#x> a skos:Concept ; skos:altLabel "UBND" ; skos:prefLabel "Ủy ban" ; {DATED} .', ["x"], "đã có, là «UBND»"),
    (SHORT + SHORT.replace("#bqlk", "#x").replace("khu", "kho"), ["x", "x"], "đã có, là «Ban Quản lý khu»"),
    (DOCUMENT.replace('"15/NQ-HĐND"', '""'), ["nq15"], "cchc:number trống"),
    ("<#x> a org:Organization .", ["x"], "không rõ loại"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects", "reason"), REFUSED)
def test_a_wrong_subject_is_refused_by_name_and_the_rest_kept(
    tmp_path: Path, text: str, subjects: list[str], reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        registry = load(tmp_path, text + PARK)
    assert [(p.file.name, p.subject) for p in registry.problems] == [("rieng.ttl", s) for s in subjects]
    assert all(reason in p.message and f"mục «{p.subject}»" in p.message for p in registry.problems)
    assert "Ban Quản lý các khu công nghiệp tỉnh" in [own.name for own in registry.own]
    assert caplog.records == []


@pytest.mark.parametrize(
    ("data", "place"),
    [(HEAD.encode() + b"<#x> a cchc:Agency ;;\n  skos:prefLabel .\n", "dòng 9"), (b"\xff\xfe", "cả tệp")],
)
def test_a_file_that_is_no_turtle_is_told_and_tables_are_kept(
    tmp_path: Path, data: bytes, place: str
) -> None:
    (tmp_path / "rieng.ttl").write_bytes(data)
    (tmp_path / "agencies.csv").write_text(TABLES["agencies"], encoding="utf-8")
    registry = Registry.load(tmp_path)
    assert [p.message.startswith(f"rieng.ttl, {place}: ") for p in registry.problems] == [True]
    assert len(registry.own) == 1


def test_the_documented_example_is_taken(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "registry.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"`registry/([\w.-]+)`:\n\n```\w+\n(.+?)```", page, re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    registry = Registry.load(tmp_path)
    assert registry.problems == ()
    assert len(registry.own) > 2
    assert registry.own_abbreviations
    assert len(registry.documents) > len(Registry.load().documents)
