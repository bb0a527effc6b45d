"""Which files are of one document."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.merge import identities
from loaders.records import DocumentRecord, PlanRecord, Target
from ontology.registry import Registry

REGISTRY = Registry.load()
ROW = Target(key="I/1", label="1", text="Đích")
BODY = {
    "number": "213/KH-UBND",
    "kind": "Kế hoạch",
    "title": "KẾ HOẠCH Cải cách hành chính nhà nước tỉnh Bắc Giang năm 2024",
    "issuer": "UBND tỉnh Bắc Giang",
    "date": "2023-12-29",
    "period": (2024, 2024),
}
ANNEX = BODY | {"number": None, "date": "2023-12"}
BARE = {"period": (2024, 2024)}


def file(doc: str, said: dict[str, Any], *rows: Target) -> PlanRecord:
    return PlanRecord(doc=doc, document=DocumentRecord(**said), targets=rows)


CASES: dict[str, tuple[PlanRecord, PlanRecord, bool]] = {
    "the same number": (file("a.docx", BODY), file("b.xlsx", BODY, ROW), True),
    "an annex whose caption leaves number and day blank": (file("a.docx", BODY), file("b.xlsx", ANNEX, ROW), True),
    "another year": (file("a.docx", BODY), file("b.xlsx", ANNEX | {"period": (2025, 2025)}, ROW), False),
    "another issuer": (file("a.docx", BODY), file("b.xlsx", ANNEX | {"issuer": "UBND tỉnh Bắc Kạn"}, ROW), False),
    "another day": (file("a.docx", BODY), file("b.xlsx", ANNEX | {"date": "2024-01"}, ROW), False),
    "another subject": (
        file("a.docx", BODY),
        file("b.xlsx", ANNEX | {"title": "KẾ HOẠCH Tuyên truyền chuyển đổi số năm 2024"}, ROW),
        False,
    ),
    "a bare annex named after its body": (file("KH 213-2024.pdf", BODY), file("Phụ lục KH 213.xlsx", BARE, ROW), True),
    "a bare annex of another name": (file("KH 213-2024.pdf", BODY), file("Phụ lục.xlsx", BARE, ROW), False),
    "a body that has rows of its own": (file("a.docx", BODY, ROW), file("b.xlsx", ANNEX, ROW), False),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_files_of_one_document(case: str) -> None:
    one, other, same = CASES[case]
    first, second = identities([one, other], REGISTRY)
    assert (first == second) is same
    assert identities([other, one], REGISTRY) == (second, first)


def test_an_annex_that_fits_two_bodies_joins_neither() -> None:
    records = [
        file("a.docx", BODY),
        file("b.docx", BODY | {"number": "214/KH-UBND"}),
        file("c.xlsx", ANNEX, ROW),
    ]
    assert len(set(identities(records, REGISTRY))) == 3
