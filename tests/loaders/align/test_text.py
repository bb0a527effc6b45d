import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.align.text import fold, folded, short_forms, syllables


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoá", "hóa"),
        ("HOÁ", "hóa"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        (unicodedata.normalize("NFD", "tuyển"), "tuyển"),
        ("Đổi", "đổi"),
    ],
)
def test_spellings_of_one_syllable_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("tỉnh", "tính"), ("mục", "mức"), ("dân", "dần"), ("da", "đa"), ("cơ", "cô")]
)
def test_tones_and_letters_keep_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rà soát TTHC", "rà soát thủ tục hành chính"),
        ("văn bản QPPL, VBQPPL", "văn bản quy phạm pháp luật văn bản quy phạm pháp luật"),
        ("CB,CC,VC", "cán bộ công chức viên chức"),
        ("DVCTT mức độ 3", "dịch vụ công trực tuyến mức độ 3"),
        ("UBND tỉnh", "ủy ban nhân dân tỉnh"),
        ("Sở TC", "sở tc"),
        ("", ""),
        ("… / - ()", ""),
    ],
)
def test_short_forms_are_written_out(text: str, expected: str) -> None:
    assert syllables(text, short_forms(())).folded == folded(expected)


@pytest.mark.parametrize(
    ("text", "short", "expected"),
    [
        ("Bộ phận tiếp nhận hồ sơ (BPTNHS) các cấp", "BPTNHS", "bộ phận tiếp nhận hồ sơ"),
        ("Cổng dữ liệu mở (viết tắt là CDLM)", "CDLM", "cổng dữ liệu mở"),
        ("trạm y tế lưu động (sau đây gọi là YTLĐ)", "YTLĐ", "y tế lưu động"),
        ("Sở Nội vụ (ABC)", "ABC", "abc"),
        ("thành phố (TP) và các huyện (H)", "H", "h"),
    ],
)
def test_a_document_explains_its_short_forms(text: str, short: str, expected: str) -> None:
    assert syllables(short, short_forms([text])).folded == folded(expected)


def test_what_stands_in_the_text_can_be_shown() -> None:
    found = syllables("Công bố TTHC/danh mục TTHC", short_forms(()))
    assert found.folded[2:6] == folded("thủ tục hành chính")
    assert found.printed(0, 6) == "Công bố TTHC"
    assert found.printed(6, 12) == "danh mục TTHC"


@given(st.text())
def test_any_text_has_syllables_with_places(text: str) -> None:
    found = syllables(text, short_forms([text]))
    assert len(found.folded) == len(found.spans)
    assert all(0 <= start < end <= len(found.text) for start, end in found.spans)
    assert list(found.spans) == sorted(found.spans)


@given(st.text(alphabet=st.characters(categories=["L", "M"]), min_size=1))
def test_folding_ignores_composition_and_case(word: str) -> None:
    lower = word.lower()
    assert fold(unicodedata.normalize("NFD", lower)) == fold(unicodedata.normalize("NFC", lower))
