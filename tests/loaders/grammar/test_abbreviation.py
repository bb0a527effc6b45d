"""Abbreviations: general ones, those a document explains, those that fit a full name in it."""

from __future__ import annotations

import pytest

from loaders.grammar.abbreviation import Abbreviations
from tests.loaders.grammar.build import layout_of

GENERAL = Abbreviations.general()


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở Nội vụ, TC; TP", "Sở Nội vụ, Tài chính; Tư pháp"),
        ("UBND các huyện, TP", "UBND các huyện, TP"),
        ("VPUBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Sở TT&T T", "Sở Thông tin và Truyền thông"),
        ("Sở TP", "Sở Tư pháp"),
        ("các huyện, TP", "các huyện, TP"),
        ("Sở VH-TT", "Sở Văn hóa và Thể thao"),
        ("Phòng VH-TT", "Phòng Văn hóa và Thông tin"),
        ("Đoàn TNCS HCM tỉnh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("Ban Chỉ đạo CCHC tỉnh", "Ban Chỉ đạo CCHC tỉnh"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("Vụ TCCB", "Vụ Tổ chức cán bộ"),
        ("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("TTHC và CSDL", "TTHC và CSDL"),
    ],
)
def test_bodies_are_spelled_out_and_terms_stay(printed: str, spelled: str) -> None:
    assert GENERAL.expand(printed) == spelled


@pytest.mark.parametrize(
    "explained",
    [
        "Ban Quản lý An toàn Thực phẩm (BQLATTP) tỉnh",
        "Ban Quản lý An toàn Thực phẩm (sau đây viết tắt là BQLATTP)",
        "Ban Quản lý An toàn Thực phẩm (gọi tắt là: BQLATTP)",
    ],
)
def test_bodies_explained_in_the_document(explained: str) -> None:
    known = Abbreviations.of_document(layout_of(f"Giao {explained}.\nPhối hợp với BQLATTP."))
    assert known.expand("BQLATTP tỉnh") == "Ban Quản lý An toàn Thực phẩm tỉnh"


@pytest.mark.parametrize(
    ("explained", "short", "spelled"),
    [
        ("Trung tâm Phục vụ hành chính công phường (Trung tâm PVHCC)", "Trung tâm PVHCC",
         "Trung tâm Phục vụ hành chính công phường"),
        ("Ban Quản lý an toàn xã (sau đây viết tắt là Ban QLAT)", "Ban QLAT", "Ban Quản lý an toàn xã"),
        ("Phòng Kế hoạch tổng hợp (KHTH)", "Phòng KHTH", "Phòng Kế hoạch tổng hợp"),
    ],
)  # fmt: skip
def test_names_explained_with_their_head(explained: str, short: str, spelled: str) -> None:
    known = Abbreviations.of_document(layout_of(f"1. {explained} chủ trì.\n2. {short} theo dõi."))
    assert known.expand(f"Giao {short}, Sở Y tế") == f"Giao {spelled}, Sở Y tế"


@pytest.mark.parametrize("shown", ["Ban Chấp hành (BCH)", "Ban Chấp hành (sau đây gọi tắt là BCH)"])
def test_what_a_document_explains_outranks_the_general_list(shown: str) -> None:
    assert GENERAL.expand("BCH tỉnh") == "Ban Chỉ huy tỉnh"
    assert Abbreviations.of_document(layout_of(f"Giao {shown}.")).expand("BCH tỉnh") == "Ban Chấp hành tỉnh"


def test_terms_explained_in_the_document_are_known_and_stay() -> None:
    known = Abbreviations.of_document(layout_of("đẩy mạnh vận hành thử nghiệm (VHTN) hệ thống"))
    assert known["VHTN"] == "vận hành thử nghiệm"
    assert known.expand("Tổ VHTN") == "Tổ VHTN"


@pytest.mark.parametrize("short", ["HCTC-QTTV", "HCTC&QTTV", "HCTC- QTTV"])
def test_short_names_that_fit_a_full_name_elsewhere(short: str) -> None:
    text = f"Phòng {short}\nGiao Phòng Hành chính tổ chức - Quản trị tài vụ theo dõi."
    known = Abbreviations.of_document(layout_of(text))
    assert known.expand(f"Phòng {short}") == "Phòng Hành chính tổ chức - Quản trị tài vụ"


def test_a_mapping_of_all_short_forms() -> None:
    assert GENERAL["CCHC"] == "cải cách hành chính"
    assert len(GENERAL) == len(set(GENERAL))
    with pytest.raises(KeyError):
        GENERAL["XYZ"]
