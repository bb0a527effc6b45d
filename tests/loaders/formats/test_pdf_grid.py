"""Cells of ruled tables."""

from __future__ import annotations

from loaders.formats.pdf.grid import ruled_tables, widened
from loaders.formats.pdf.page import Rule, Word

XS, YS = (50.0, 100.0, 200.0), (50.0, 100.0, 150.0)
UPRIGHT = [Rule(True, x, YS[0], YS[-1]) for x in XS]
CLOSED = [Rule(False, y, XS[0], XS[-1]) for y in YS]
OPEN = [*CLOSED[:-1], Rule(False, YS[-1], XS[0], XS[1])]


def word(text: str, left: float, top: float) -> Word:
    return Word(text, left, top, left + 20, top + 12)


HELD = [word("cuối", 110, 136), word("dòng", 60, 136)]
BELOW = [word("chảy", 110, 150), word("tiếp", 110, 164)]
FAR = [word("Trang", 110, 200), word("khác", 60, 150)]


def last_cell(rules: list[Rule]) -> list[str]:
    (table,) = ruled_tables(rules, [*HELD, *BELOW, *FAR])
    assert [w.text for w in FAR if table.holds(w)] == []
    return [held.text for held in table.fields[-1].words]


def test_text_that_runs_out_below_an_open_cell_belongs_to_it() -> None:
    assert last_cell([*UPRIGHT, *OPEN]) == ["cuối", "chảy", "tiếp"]


def test_text_below_a_closed_cell_is_text() -> None:
    assert last_cell([*UPRIGHT, *CLOSED]) == ["cuối"]


def test_a_line_that_reaches_over_the_rule_below_it_is_of_the_cell() -> None:
    (table,) = ruled_tables([*UPRIGHT, *CLOSED], [*HELD, word("chảy", 110, 149), word("tiếp", 110, 161)])
    assert [held.text for held in table.fields[-1].words] == ["cuối", "chảy"]


def test_a_last_row_that_no_rule_closes_was_cut_by_the_page() -> None:
    inner = [UPRIGHT[1], *CLOSED[:-1]]
    for rules, cut in (
        ([*UPRIGHT, *CLOSED[:-1]], True),
        ([*UPRIGHT, *OPEN], False),
        ([*UPRIGHT, *CLOSED], False),
        (inner, False),
    ):
        (table,) = ruled_tables(rules, HELD)
        assert table.cut is cut


def test_outer_columns_without_rules_are_those_of_the_table_before() -> None:
    words = [*HELD, word("trái", 20, 80), word("phải", 210, 120), word("dưới", 20, 170)]
    (table,) = ruled_tables([*UPRIGHT, *CLOSED], words)
    wide = widened(table, (10.0, 50.0, 100.0, 200.0, 250.0), words)
    assert wide.xs == (10.0, *XS, 250.0)
    outer = [
        (f.row, f.column, f.height, [w.text for w in f.words]) for f in wide.fields if f.column in (0, 3)
    ]
    assert outer == [(0, 0, 2, ["trái"]), (0, 3, 2, ["phải"])]
    assert [f.column for f in wide.fields] == [0, 1, 2, 3, 1, 2]


def test_a_table_with_edges_of_its_own_stays() -> None:
    (table,) = ruled_tables([*UPRIGHT, *CLOSED], HELD)
    assert widened(table, (10.0, 70.0, 130.0, 200.0, 250.0), HELD) == table
    assert widened(table, (), HELD) == table


def test_one_rule_that_juts_out_over_uprights_parts_no_rows() -> None:
    """Some programs draw only a rule below the head and rules between columns."""
    inner = [Rule(True, 100.0, 50.0, 150.0), Rule(True, 150.0, 50.0, 150.0)]
    head = Rule(False, 70.0, 50.0, 200.0)
    assert ruled_tables([*inner, head], HELD) == []
    assert len(ruled_tables([*inner, head, Rule(False, 110.0, 50.0, 200.0)], HELD)) == 1
