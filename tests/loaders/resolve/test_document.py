"""Identities of documents: numbers taken apart, plans, citations alone and together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.records import CitationRecord, DocumentRecord, PlanRecord
from loaders.resolve.citation import resolve_citations
from loaders.resolve.document import Citing, plan_key, unnumbered_key
from loaders.resolve.number import parse_number
from loaders.resolve.title import law_title, subject
from ontology.registry import Registry

REGISTRY = Registry.load()
BK, TN, BB = "UBND tỉnh Bắc Kạn", "UBND tỉnh Thái Nguyên", "UBND huyện Ba Bể tỉnh Bắc Kạn"

NUMBERS = [
    ("107/2020/NĐ-CP", ("107", 2020, "Nghị định", "CP", "107-2020-nd-cp")),
    ("76/NQ-CP", ("76", None, "Nghị quyết", "CP", "76-nq-cp")),
    ("18-NQ/TW", ("18", None, "Nghị quyết", "TW", "18-nq-tw")),
    ("8-NQ/TU", ("08", None, "Nghị quyết", "TU", "08-nq-tu")),
    ("66.7/2025/NQ-CP", ("66.7", 2025, "Nghị quyết", "CP", "66-7-2025-nq-cp")),
    ("99/2023/NQ-QH15", ("99", 2023, "Nghị quyết", "QH15", "99-2023-nq-qh15")),
    ("47/2019/QH14", ("47", 2019, None, "QH14", "47-2019-qh14")),
    ("02/2017/TT-VPCP", ("02", 2017, "Thông tư", "VPCP", "02-2017-tt-vpcp")),
    ("10- CTr/TU", ("10", None, "Chương trình", "TU", "10-ctr-tu")),
    ("1234/BNV-CCHC", ("1234", None, "Công văn", "BNV", "1234-bnv-cchc")),
    ("1899/QĐ-TTG", ("1899", None, "Quyết định", "TTG", "1899-qd-ttg")),
]


@pytest.mark.parametrize(("text", "parts"), NUMBERS)
def test_numbers(text: str, parts: tuple[str, int | None, str | None, str, str]) -> None:
    number = parse_number(text, REGISTRY)
    assert number and (number.order, number.year, number.kind, number.letters, number.slug) == parts


@pytest.mark.parametrize("text", ["", "Điều 7", "NĐ-CP", "12", "12/2020"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text, REGISTRY) is None


@given(st.text(max_size=40))
def test_any_text_is_a_number_with_an_ascii_slug_or_none(text: str) -> None:
    number = parse_number(text, REGISTRY)
    assert number is None or (number.slug and number.slug.isascii())


def plan(issuer: str | None, date: str | None, *citations: CitationRecord, **more: object) -> PlanRecord:
    fields: dict[str, object] = {
        "number": "12/KH-UBND",
        "kind": "Kế hoạch",
        "title": "KẾ HOẠCH Cải cách hành chính năm 2024",
    }
    document = DocumentRecord.from_json(
        {**fields, "issuer": issuer, "date": date, "period": [2024, 2024], **more}
    )
    return PlanRecord(doc="p.txt", document=document, citations=citations)


def cite(
    number: str | None,
    kind: str,
    date: str | None = None,
    issuer: str | None = None,
    *,
    text: str = "",
    role: str = "cited",
) -> CitationRecord:
    return CitationRecord(
        text=text, number=number, kind=kind, date=date, issuer=issuer, role=role, where="body"
    )


PLANS = [
    (plan(BK, "2023-12-25"), "ke-hoach/tinh/bac-kan/ubnd/2023/12-kh-ubnd"),
    (plan(BK, None), "ke-hoach/tinh/bac-kan/ubnd/2024/12-kh-ubnd"),
    (plan(TN, "2025-11", period=[2026, 2026]), "ke-hoach/tinh/thai-nguyen-2025/ubnd/2025/12-kh-ubnd"),
    (plan(BK, "2023-12-25", number="2448/QĐ-UBND", kind="Quyết định"),
     "quyet-dinh/tinh/bac-kan/ubnd/2023/2448-qd-ubnd"),
    (plan("Văn phòng UBND tỉnh Bắc Kạn", "2025-01", number=None, period=[2025, 2025]),
     "ke-hoach/tinh/bac-kan/van-phong-ubnd/khong-so/cai-cach-hanh-chinh-2025"),
    (plan("Sở Kế hoạch và Đầu tư tỉnh Tuyên Quang", "2023-01-28", number="122/KH-SKH"),
     "ke-hoach/tinh/tuyen-quang/so-ke-hoach-va-dau-tu/2023/122-kh-skh"),
    (plan("Bộ Nội vụ", "2024-01-05", number="5/QĐ-BNV", kind="Quyết định"), "quyet-dinh/2024/05-qd-bnv"),
    (plan(None, "2024-01-05"), "ke-hoach/chua-ro/2024/12-kh-ubnd"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "path"), PLANS)
def test_plans(record: PlanRecord, path: str) -> None:
    assert plan_key(record, REGISTRY).path == path


def test_a_plan_keeps_the_identity_it_had_before_its_number_was_known() -> None:
    before, after = plan(BK, None, number=None), plan(BK, "2024-02-01")
    assert plan_key(before, REGISTRY) == unnumbered_key(after, REGISTRY) != plan_key(after, REGISTRY)


CITATIONS = [
    (BK, cite("107/2020/NĐ-CP", "Nghị định"), "nghi-dinh/2020/107-2020-nd-cp"),
    (BK, cite("76/NQ-CP", "Nghị quyết", "2021-07-15"), "nghi-quyet/2021/76-nq-cp"),
    (BK, cite("76/NQ-CP", "Nghị quyết"), None),
    (BK, cite("5392/KH-UBND", "Kế hoạch", "2022-10-26"), "ke-hoach/tinh/bac-kan/ubnd/2022/5392-kh-ubnd"),
    (BK, cite("9/KH-UBND", "Kế hoạch", "2022-10-26", "UBND tỉnh Hà Giang"),
     "ke-hoach/tinh/ha-giang/ubnd/2022/09-kh-ubnd"),
    (BK, cite("9/KH-UBND", "Kế hoạch", "2022-10-26", "UBND huyện Ba Bể"),
     "ke-hoach/tinh/bac-kan/huyen-ba-be/ubnd/2022/09-kh-ubnd"),
    (BK, cite("08-NQ/TU", "Nghị quyết", "2021-04-22", "Ban Chấp hành Đảng bộ tỉnh"),
     "nghi-quyet/tinh/bac-kan/tinh-uy/2021/08-nq-tu"),
    (BK, cite("320/TTr-SNV", "Tờ trình", "2023-12-22"), "to-trinh/tinh/bac-kan/so-noi-vu/2023/320-ttr-snv"),
    (BK, cite(None, "Luật", "2015-06-19", text="Luật Tổ chức chính quyền địa phương ngày 19 tháng 6"),
     "luat/2015/to-chuc-chinh-quyen-dia-phuong"),
    (BK, cite("41-QĐ/TW", "Quy định", "2021-11-03"), "quy-dinh/2021/41-qd-tw"),
    (BK, cite("41-QĐ/TW", "Quyết định", "2021-11-03"), "quyet-dinh/2021/41-qd-tw"),
    (BK, cite("10-CTr/TU", "Chương trình hành động", "2021-08-13"),
     "chuong-trinh/tinh/bac-kan/tinh-uy/2021/10-ctr-tu"),
    (BK, cite("47/2019/QH14", "Luật", "2019-11-22"), "luat/2019/47-2019-qh14"),
    (BK, cite("55/2010/TTLT-BTC-BNV", "Thông tư liên tịch"), "thong-tu-lien-tich/2010/55-2010-ttlt-btc-bnv"),
    (BK, cite("1234/UBND-NC", "Công văn", "2023-01-02"), "cong-van/tinh/bac-kan/ubnd/2023/1234-ubnd-nc"),
    (BK, cite("12/KH-BCĐ", "Kế hoạch", "2023-01-02"), None),
    (BK, cite(None, "Đề án", text="Đề án đẩy mạnh cải cách hành chính"), None),
    # one's own document, whatever of it is printed
    (BK, cite(None, "Kế hoạch", "2023-12", role="self"), "ke-hoach/tinh/bac-kan/ubnd/2023/12-kh-ubnd"),
    # a district does not know whose "UBND" is meant; its department does
    (BB, cite("9/KH-UBND", "Kế hoạch", "2022-10-26"), None),
    (BB, cite("9/KH-UBND", "Kế hoạch", "2022-10-26", "UBND tỉnh"),
     "ke-hoach/tinh/bac-kan/ubnd/2022/09-kh-ubnd"),
    (BB, cite("9/HD-SNV", "Hướng dẫn", "2022-10-26"),
     "huong-dan/tinh/bac-kan/so-noi-vu/2022/09-hd-snv"),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "citation", "path"), CITATIONS)
def test_citations_alone(issuer: str, citation: CitationRecord, path: str | None) -> None:
    found = resolve_citations([plan(issuer, "2023-12-25", citation)], REGISTRY).keys[0][0]
    assert (found.path if found else None) == path


def test_a_merged_province_must_say_whose_older_document_it_means() -> None:
    old = [cite("9/KH-UBND", "Kế hoạch", "2024-10-26", issuer) for issuer in ("UBND tỉnh", BK)]
    record = plan(TN, "2025-10-01", *old)
    bare, named = resolve_citations([record], REGISTRY).keys[0]
    assert bare == named
    assert named and named.path == "ke-hoach/tinh/bac-kan/ubnd/2024/09-kh-ubnd"
    alone = resolve_citations([plan(TN, "2025-10-01", old[0])], REGISTRY)
    assert alone.keys == ((None,),)


FULL, OTHER = cite("76/NQ-CP", "Nghị quyết", "2021-07-15"), cite("76/NQ-CP", "Nghị quyết", "2018-06-18")
PARTIAL = cite("76/NQ-CP", "Nghị quyết")


def test_a_partial_citation_is_completed_in_its_document_then_in_all_where_unique() -> None:
    here = resolve_citations([plan(BK, "2024-01-01", FULL, PARTIAL), plan(BK, "2024-01-02", OTHER)], REGISTRY)
    assert [str(key and key.path) for key in here.keys[0]] == ["nghi-quyet/2021/76-nq-cp"] * 2
    there = resolve_citations([plan(BK, "2024-01-01", PARTIAL), plan(BK, "2024-01-02", OTHER)], REGISTRY)
    assert there.keys[0] == there.keys[1]
    torn = [plan(BK, "2024-01-01", PARTIAL), plan(BK, "2024-01-02", OTHER, FULL)]
    assert resolve_citations(torn, REGISTRY).keys[0] == (None,)


def test_a_law_by_title_meets_the_same_law_by_number() -> None:
    text = "Luật Tổ chức chính quyền địa phương"
    numbered = cite("77/2015/QH13", "Luật", "2015-06-19", text=f"{text} số 77/2015/QH13 ngày 19/6/2015")
    titled = cite(None, "Luật", text=f"{text} năm 2015")
    keys = resolve_citations([plan(BK, "2024-01-01", titled, numbered)], REGISTRY).keys[0]
    assert keys[0] == keys[1] and keys[0] and keys[0].path == "luat/2015/77-2015-qh13"


TITLED = [
    (
        "Nghị định",
        "quy định chi tiết một số điều của Luật A",
        "NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT A",
    ),
    (
        "Kế hoạch",
        "ban hành Kế hoạch cải cách hành chính giai đoạn 2021-2030",
        "Kế hoạch cải cách hành chính giai đoạn",
    ),
    ("Quyết định", "phê duyệt Đề án số hóa hồ sơ lưu trữ", "Đề án số hóa hồ sơ lưu trữ của tỉnh"),
    ("Quyết định", "phê duyệt Đề án số hóa hồ sơ lưu trữ", "Đề án số hóa"),
]


@pytest.mark.parametrize(("kind", "title", "alone", "same"), [(*t, i < 2) for i, t in enumerate(TITLED)])
def test_a_title_alone_means_the_document_whose_number_is_given_with_it(
    kind: str, title: str, alone: str, same: bool
) -> None:
    letters = {"Nghị định": "NĐ-CP", "Kế hoạch": "KH-UBND", "Quyết định": "QĐ-UBND"}[kind]
    full = replace(cite(f"200/{letters}", kind, "2025-07-09"), title=title)
    keys = resolve_citations(
        [plan(BK, "2025-01-01", full, cite(None, alone.split(maxsplit=1)[0], text=alone))], REGISTRY
    ).keys[0]
    assert keys[0] is not None
    assert (keys[1] == keys[0]) is same


def test_contradicting_dates_are_kept_and_told() -> None:
    other_day, other_year = (cite("76/NQ-CP", "Nghị quyết", day) for day in ("2021-07-16", "2020-07-15"))
    record = plan(BK, "2024-01-01", FULL, other_day, other_year)
    told = [sorted(conflict.dates) for conflict in resolve_citations([record], REGISTRY).conflicts]
    assert told == [["2020-07-15", "2021-07-15", "2021-07-16"], ["2021-07-15", "2021-07-16"]]


TITLES = [
    (
        "Luật ban hành văn bản quy phạm pháp luật năm 2015 (được sửa đổi)",
        "Luật",
        "ban hành văn bản quy phạm pháp luật",
    ),
    ("LUẬT PHÒNG THỦ DÂN SỰ", "Luật", "PHÒNG THỦ DÂN SỰ"),
    ("Bộ luật Lao động số 45/2019/QH14", "Bộ luật", "Lao động"),
    ("Nghị quyết", "Luật", ""),
]


@pytest.mark.parametrize(("text", "kind", "title"), TITLES)
def test_titles_of_laws(text: str, kind: str, title: str) -> None:
    assert law_title(text, kind) == title


def test_a_long_subject_is_cut_between_words() -> None:
    made = subject("KẾ HOẠCH " + "cải cách " * 40, "Kế hoạch")
    assert len(made) <= 90 and set(made.split("-")) == {"cai", "cach"}


def test_the_plan_taken_for_its_citations_is_the_plan_itself() -> None:
    parent = plan(BK, "2024-12-26", number="893/KH-UBND")
    child = plan(
        "Sở Nội vụ tỉnh Bắc Kạn",
        "2025-01-05",
        cite("893/KH-UBND", "Kế hoạch", "2024-12-26", "UBND tỉnh"),
        number="3/KH-SNV",
    )
    assert Citing.of(child, REGISTRY).key(child.citations[0]) == plan_key(parent, REGISTRY)
