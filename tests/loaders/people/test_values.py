"""What people write in cells: (text, value) pairs, what is refused, and that what is shown is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.people import values
from loaders.people.columns import comparators
from ontology.codes import codes

READ = [
    (values.iso_date, "14/3/2025", "2025-03-14"),
    (values.iso_date, "2025-03-14", "2025-03-14"),
    (values.iso_date, "3/2025", "2025-03"),
    (values.iso_date, "03/2025", "2025-03"),
    (values.iso_date, "2025-03", "2025-03"),
    (values.iso_date, "ngày 14 tháng 3 năm 2025", "2025-03-14"),
    (values.iso_date, "ngày    tháng 01 năm 2025", "2025-01"),
    (values.years, "2021 - 2025", (2021, 2025)),
    (values.years, "2024", (2024, 2024)),
    (values.year, "2025", "2025"),
    (values.year, "đến năm 2025", "2025"),
    (values.year, "31/12/2025", "2025"),
    (values.quantity, "90", 90.0),
    (values.quantity, "90%", 90.0),
    (values.quantity, "99,5", 99.5),
    (values.quantity, "99.5", 99.5),
    (values.quantity, "3.000", 3000.0),
    (values.quantity, "1.250.000,5", 1250000.5),
    (values.quantity, "0.125", 0.125),
    (values.number_of_document, "213 /KH-UBND", "213/KH-UBND"),
    (values.number_of_document, "130/2005/NĐCP", "130/2005/NĐ-CP"),
    (values.number_of_document, "08-NQ/TU", "08-NQ/TU"),
    (values.comparator, "Tối thiểu", ">="),
    (values.comparator, "≥", ">="),
    (values.comparator, "=", "="),
    (lambda text: values.code("role", text), "Căn cứ.", "basis"),
    (lambda text: values.code("where", text), "phu luc", "annex"),
]
REFUSED = [
    (values.iso_date, "hôm qua", "14/3/2025"),
    (values.iso_date, "31/2/2025", "14/3/2025"),
    (values.iso_date, "13/2025", "14/3/2025"),
    (values.years, "2025-2021", "2021-2025"),
    (values.year, "25", "2025"),
    (values.year, "2024-2025", "2025"),
    (values.quantity, "chín mươi", "con số"),
    (values.quantity, "-5", "con số"),
    (values.quantity, "1e309", "con số"),
    (values.number_of_document, "không số", "107/2020/NĐ-CP"),
    (values.comparator, "cỡ", "tối thiểu"),
    (lambda text: values.code("role", text), "nền", "căn cứ; triển khai"),
]


@pytest.mark.parametrize(("read", "text", "value"), READ)
def test_a_cell_is_understood(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize(("read", "text", "told"), REFUSED)
def test_what_is_not_understood_says_what_to_write(read, text, told):
    with pytest.raises(ValueError, match=told):
        read(text)


@given(st.integers(0, 10**15 - 1) | st.decimals(0, 10**6, places=3).map(float))
def test_a_quantity_that_is_shown_is_read_again(value):
    assert values.quantity(values.quantity_shown(float(value))) == float(value)


@given(st.dates())
def test_a_date_that_is_shown_is_read_again(day):
    assert values.iso_date(values.date_shown(day.isoformat())) == day.isoformat()
    assert values.iso_date(values.date_shown(day.isoformat()[:7])) == day.isoformat()[:7]


def test_the_words_for_comparators_are_those_of_the_code_list():
    written = [words[0] for words in comparators().values()]
    assert written == [code.vi for code in codes("comparator").values()]
