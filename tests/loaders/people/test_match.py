"""Lines of a sheet and the mentions they are about: by text and place together, never by guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.people import How, Ref, digest
from loaders.people.match import Claim, Printed, matched

A, B = "Nghị quyết số 76/NQ-CP", "Nghị quyết số 08-NQ/TU"


def printed(*found: tuple[str, str]) -> list[Printed]:
    return [Printed(f"citation/{i}", text, place) for i, (text, place) in enumerate(found, 1)]


def claims(records: list[Printed]) -> list[Claim]:
    return [Claim(Ref("15/KH", r.key, digest(r.text), r.text), r.place) for r in records]


def numbers(before: list[Printed], now: list[Printed]) -> list[int | None]:
    """For each of ``before`` the number of the record now."""
    found = matched(claims(before), now)
    keys = [found[str(claim.ref)].key for claim in claims(before)]
    return [int(key.rpartition("/")[2]) if key else None for key in keys]


BEFORE = [(A, "dòng 3"), (B, "dòng 5"), (A, "dòng 9")]
NOW = [
    ("nothing changed", BEFORE, [1, 2, 3]),
    ("one more is read before", [(A, "dòng 1"), *BEFORE], [2, 3, 4]),
    ("one is read no more", BEFORE[1:], [None, 1, 2]),
    ("lines were put in above", [(A, "dòng 5"), (B, "dòng 7"), (A, "dòng 11")], [1, 2, 3]),
    (
        "lines were put in and one more of the same is there",
        [(A, "1"), (A, "4"), (B, "7"), (A, "8")],
        [None, 3, None],
    ),
    ("one is read further", [(A + " của Chính phủ", "dòng 3"), *BEFORE[1:]], [1, 2, 3]),
    ("another stands where it stood", [("Nghị quyết số 77/NQ-CP", "dòng 3"), *BEFORE[1:]], [None, 2, 3]),
    ("nothing is left", [], [None, None, None]),
]


@pytest.mark.parametrize(("now", "found"), [case[1:] for case in NOW], ids=[case[0] for case in NOW])
def test_lines_find_their_mentions_or_say_that_they_do_not(now, found):
    assert numbers(printed(*BEFORE), printed(*now)) == found


TYPED = [
    (Ref("15/KH", "citation/2"), "citation/2", How.KEY_ALONE),
    (Ref("15/KH", "citation/9"), None, How.GONE),
    (Ref("15/KH", "citation/2", None, B), "citation/2", How.SAME_TEXT),
    (Ref("15/KH", "citation/1", None, B), None, How.OTHER_TEXT),
    (Ref("15/KH", "citation/9", None, B), "citation/2", How.SAME_TEXT),
    (Ref("15/KH", "citation/9", None, A), None, How.SEVERAL),
]


@pytest.mark.parametrize(("ref", "key", "how"), TYPED)
def test_a_code_that_a_person_typed_counts_and_the_text_beside_it_is_a_check(ref, key, how):
    found = matched([Claim(ref, "")], printed(*BEFORE))[str(ref)]
    assert (found.key, found.how) == (key, how)


records = st.lists(
    st.tuples(st.sampled_from([A, B, "Luật Viên chức"]), st.sampled_from(["dòng 1", "dòng 2", ""])),
    max_size=6,
).map(lambda found: printed(*found))


@given(records)
def test_what_did_not_change_is_found_one_by_one(found):
    assert numbers(found, found) == [*range(1, len(found) + 1)]


@given(records, records)
def test_no_two_lines_are_about_one_mention(before, now):
    found = [number for number in numbers(before, now) if number]
    assert len(found) == len(set(found))
    assert all(number <= len(now) for number in found)
