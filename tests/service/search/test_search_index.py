"""What a search finds, in which order, and how it is shown."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.search.find import Found, Search, found, found_in
from service.search.index import FILE, Index, write_index
from service.search.opened import add_index, index_of
from service.search.snippet import snippet
from service.search.texts import KINDS, Entry
from service.search.words import LONGEST, MOST, asked, words
from service.store.embedded import EmbeddedStore
from service.store.generations import Generations
from service.store.model import Manifest
from tests.service import sample

TEXTS = [
    ("Plan", "p1", "Kế hoạch 1/KH-UBND, UBND tỉnh Hoà Bình, 2024"),
    ("Document", "d1", "Nghị định 107/2020/NĐ-CP"),
    ("Document", "d2", "Nghị định 108/2020/NĐ-CP"),
    ("Agency", "a1", "Sở Thông tin và Truyền thông tỉnh Hòa Bình"),
    ("Agency", "a2", "Sở Nội vụ tỉnh Đắk Lắk"),
    ("Task", "t1", "Công tác tuyên truyền CCHC, hòa giải ở cơ sở"),
    ("Activity", "x1", "Tuyển dụng, truyện kể về cải cách hành chính"),
    ("Activity", "x2", "Theo Nghị định 107/2020/NĐ-CP; số 2020/107 khác hẳn"),
    ("Activity", "x3", "Giải quyết hồ sơ, hóa đơn; TTHC; hoá học"),
]


def entries() -> list[Entry]:
    return [
        Entry(iri, kind, "p1" if kind in ("Task", "Activity") else "", text, text)
        for kind, iri, text in sorted(TEXTS, key=lambda t: (KINDS.index(t[0]), t[1]))
    ]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(write_index(":memory:", entries()))


def iris(answer: Found) -> list[str]:
    return [hit.entry.iri for hit in answer.hits]


# what is typed, what is found in this order, and how many hits have the marks typed
FOUND = [
    ("tuyên truyền", ["t1", "x1"], 1),
    ("tuyen truyen", ["t1", "x1"], 0),
    ("TUYÊN TRUYỀN", ["t1", "x1"], 1),
    ("hoà bình", ["p1", "a1"], 2),
    ("hòa bình", ["p1", "a1"], 2),
    ("Hoa Binh", ["p1", "a1"], 0),
    ("hóa", ["x3", "p1", "a1", "t1"], 1),
    ("đắk lắk", ["a2"], 1),
    ("dak lak", ["a2"], 0),
    ("cải cách hành chính", ["t1", "x1"], 2),
    ("cchc", ["t1", "x1"], 2),
    ("thủ tục hành chính", ["x3"], 1),
    ("107/2020", ["d1", "x2"], 2),
    ("107 2020", ["d1", "x2"], 2),
    ("nghị định 2020", ["d1", "d2", "x2"], 3),
    ('"nghị định 2020"', [], 0),
    ("bình hòa", ["p1", "a1"], 2),
    ("", [], 0),
    ("…!?", [], 0),
    ('"', [], 0),
    ("107/2021", [], 0),
]


@pytest.mark.parametrize(("text", "expected", "exact"), FOUND)
def test_texts_with_the_words_are_found_and_those_with_the_marks_typed_first(
    index: Index, text: str, expected: list[str], exact: int
) -> None:
    answer = found_in(index, Search(text))
    assert iris(answer) == expected
    assert [hit.exact for hit in answer.hits] == [True] * exact + [False] * (len(expected) - exact)
    assert answer.total == len(expected)


def test_a_word_that_is_not_typed_to_its_end_is_found_when_nothing_else_is(index: Index) -> None:
    assert iris(found_in(index, Search("công tác tuy"))) == ["t1"]


# typed with a slip, by initials, in another order
GUESSED = [("stttt hoa binh", "a1"), ("so noi vu dak lakk", "a2"), ("nghi dinh 107/2020/nd-cpp", "d1")]


@pytest.mark.parametrize(("text", "expected"), GUESSED)
def test_names_are_guessed_where_no_text_has_the_words(index: Index, text: str, expected: str) -> None:
    answer = found_in(index, Search(text))
    assert answer.hits == ()
    assert answer.guesses[0].iri == expected


def test_names_are_guessed_among_many(index: Index) -> None:
    many = [
        Entry(f"a{n}", "Agency", "", f"Ban Dân tộc tỉnh Số {n}", f"Ban Dân tộc tỉnh Số {n}")
        for n in range(900)
    ]
    large = Index(write_index(":memory:", many))
    answer = found_in(large, Search("ban dan toc tinh xo 777"))
    assert answer.guesses[0].iri == "a777"
    assert found_in(large, Search("khong co gi giong")).guesses == ()


def test_hits_are_counted_by_kind_and_plan_and_narrowed(index: Index) -> None:
    answer = found_in(index, Search("107/2020"))
    assert answer.kinds == (("Document", 1), ("Activity", 1))
    assert [(count.plan.iri, count.count) for count in answer.plans] == [("p1", 1)]
    narrowed = found_in(index, Search("107/2020", kind="Activity"))
    assert iris(narrowed) == ["x2"]
    assert narrowed.kinds == answer.kinds, "the other kinds stay on offer"
    assert iris(found_in(index, Search("107/2020", plan="p1"))) == ["x2"]
    assert found_in(index, Search("107/2020", plan="p1")).kinds == (("Activity", 1),)
    assert found_in(index, Search("107/2020", plan="nowhere")).total == 0
    assert found_in(index, Search("107/2020", kind="Duty")).total == 0


def test_hits_come_page_by_page(index: Index) -> None:
    pages = [iris(found_in(index, Search("hóa", skip=skip, most=3))) for skip in (0, 3, 6)]
    assert pages == [["x3", "p1", "a1"], ["t1"], []]


def test_the_words_found_are_marked_in_their_surroundings() -> None:
    text = "một " * 60 + "Kế hoạch CCHC nhà nước" + " hai" * 60
    pieces = snippet(text, asked("kế hoạch cải cách hành chính"), exact=True)
    assert [piece.text for piece in pieces if piece.found] == ["Kế hoạch CCHC"]
    shown = "".join(piece.text for piece in pieces)
    assert shown.startswith("… một")
    assert shown.endswith("hai …")
    assert shown.strip("… ") in text


@given(st.text(max_size=300), st.text(max_size=60))
def test_a_snippet_is_a_part_of_its_text(text: str, typed: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    wanted = asked(typed)
    if wanted.words:
        pieces = snippet(composed, wanted, exact=False)
        assert "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …") in composed


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80)
    | st.text(alphabet='hòaHOA"*:()^-+ĐNEARORT ', max_size=40)
)
def test_anything_can_be_typed(typed: str) -> None:
    index = Index(write_index(":memory:", entries()))
    for hit in found_in(index, Search(typed)).hits:
        of_hit = {word.folded for word in words(hit.entry.text)}
        assert all(any(w.startswith(word.folded) for w in of_hit) for word in asked(typed).words)


def test_a_long_search_is_cut() -> None:
    assert len(asked("a " * 5000).words) == MOST
    assert len(asked("a" * 5000).words[0].folded) == LONGEST


def test_equal_entries_give_equal_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_index(tmp_path / name, entries()).close()
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_file_that_is_no_index_of_this_version_is_not_used(tmp_path: Path) -> None:
    assert Index.open(tmp_path / "missing") is None
    (tmp_path / "text").write_text("none")
    assert Index.open(tmp_path / "text") is None
    (tmp_path / "empty").touch()
    assert Index.open(tmp_path / "empty") is None


def test_a_store_with_an_index_and_one_without_find_the_same(
    sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    quads = "".join(
        sorted(
            f"{q} .\n"
            for q in ox.parse(
                path=str(Path(sample.__file__).with_name("sample.trig")), format=ox.RdfFormat.TRIG
            )
        )
    )
    Generations(tmp_path).write([quads], Manifest(), derive=add_index)
    store = EmbeddedStore(tmp_path)
    assert store.folder is not None
    assert (store.folder / FILE).is_file()
    assert sample_store.folder is not None
    assert not (sample_store.folder / FILE).exists()
    for text in ("tuyen truyen", "sở nội vụ", "107/2020", "Nghị quyết"):
        with_index, without = found(store, Search(text)), found(sample_store, Search(text))
        assert with_index == without
        assert with_index.total
    assert index_of(store) is index_of(store)
    store.close()
