"""Entries and the rows they speak of: by hash, then by key with a similar text, never by guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.people import How, Ref, Rows, attach, digest

ROWS = Rows(
    {
        "I/1.1": "Tăng cường công tác tuyên truyền cải cách hành chính",
        "I/2.1": "Ban hành kế hoạch tuyên truyền",
        "I/2.2": "Báo cáo kết quả thực hiện",
        "II/2.3": "Báo cáo kết quả thực hiện",
    }
)


@pytest.mark.parametrize(
    ("key", "text", "found", "how"),
    [
        ("I/2.1", "Ban hành kế hoạch tuyên truyền", "I/2.1", How.SAME_TEXT),
        ("I/2.1", "BAN HANH  ke hoach tuyen truyen", "I/2.1", How.SAME_TEXT),
        ("V/9", "Ban hành kế hoạch tuyên truyền", "I/2.1", How.SAME_TEXT),
        ("I/2.2", "Báo cáo kết quả thực hiện", "I/2.2", How.SAME_TEXT),
        ("II/2.3", "Báo cáo kết quả thực hiện", "II/2.3", How.SAME_TEXT),
        ("I/1.1", "Tăng cường tuyên truyền công tác cải cách hành chính", "I/1.1", How.SIMILAR_TEXT),
        ("I/1.1", None, "I/1.1", How.KEY_ALONE),
        ("I/1.1", "Xây dựng phần mềm một cửa điện tử", None, How.OTHER_TEXT),
        ("V/9", "Xây dựng phần mềm một cửa điện tử", None, How.GONE),
        ("V/9", None, None, How.GONE),
        ("V/9", "Báo cáo kết quả thực hiện", None, How.SEVERAL),
    ],
)
def test_an_entry_meets_its_row_or_says_why_not(key, text, found, how):
    result = attach(Ref("15/KH-UBND", key, digest(text) if text else None, text), ROWS)
    assert (result.key, result.how) == (found, how)


@pytest.mark.parametrize(
    ("key", "text", "found", "how"),
    [
        ("I/2.1", "Ban hành kế hoạch tuyên truyền", "I/2.1", How.SAME_TEXT),
        ("I/1.1", "Tăng cường tuyên truyền công tác cải cách hành chính", "I/1.1", How.SIMILAR_TEXT),
        ("V/9", "Ban hành kế hoạch tuyên truyền", "I/2.1", How.SAME_TEXT),
        ("I/1.1", "Ban hành kế hoạch tuyên truyền", None, How.OTHER_TEXT),
    ],
)
def test_a_text_beside_a_key_that_a_person_typed_is_only_a_check(key, text, found, how):
    result = attach(Ref("15/KH-UBND", key, None, text), ROWS)
    assert (result.key, result.how) == (found, how)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("15/KH-UBND:I/2.1", Ref("15/KH-UBND", "I/2.1")),
        (" 15/KH-UBND : I/2.1 ", Ref("15/KH-UBND", "I/2.1")),
        ("ke-hoach/a/b:I/2.1@0123456789ab", Ref("ke-hoach/a/b", "I/2.1", "0123456789ab")),
        ("ke-hoach/a/b:I/2.1@0123456789AB ", Ref("ke-hoach/a/b", "I/2.1", "0123456789ab")),
        ("ke-hoach/a/b:I/2.1@xyz", Ref("ke-hoach/a/b", "I/2.1@xyz")),
        ("I/2.1", None),
        (":I/2.1", None),
        ("15/KH-UBND:", None),
        ("", None),
    ],
)
def test_a_cell_names_a_row(cell, expected):
    assert Ref.parse(cell) == expected


names = st.text(st.characters(categories=["L", "N"], include_characters="/.-~ "), min_size=1).map(
    lambda s: " ".join(s.split())
)


@given(names.filter(bool), names.filter(bool), st.text(max_size=40))
def test_a_written_name_is_read_again(plan, key, text):
    ref = Ref(plan, key, digest(text) if text else None)
    assert Ref.parse(str(ref)) == ref


texts = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=60)


@given(st.lists(texts, min_size=1, max_size=8), st.data())
def test_rows_that_moved_are_found_by_their_text(found, data):
    moved = Rows({f"II/{i}": text for i, text in enumerate(found)})
    place = data.draw(st.integers(0, len(found) - 1))
    result = attach(Ref("p", "I/old", digest(found[place]), found[place]), moved)
    twins = [k for k, t in moved.texts.items() if digest(t) == digest(found[place])]
    assert result.key == (twins[0] if len(twins) == 1 else None)


@given(st.dictionaries(names, texts, max_size=6), names, st.none() | texts)
def test_whatever_is_attached_is_a_row_that_exists(rows, key, text):
    result = attach(Ref("p", key, digest(text) if text else None, text), Rows(rows))
    assert result.key is None or result.key in rows
