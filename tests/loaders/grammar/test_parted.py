"""Who leads and who coordinates, told in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.parted import lead_and_coordinating

PAIRS = [
    ("Chủ trì: Sở A; phối hợp: Sở B, Sở C", ("Sở A", "Sở B, Sở C")),
    ("- Chủ trì: Sở A - Phối hợp: Sở B", ("Sở A", "Sở B")),
    ("Chủ trì: Sở A Phối hợp: Sở B", ("Sở A", "Sở B")),
    ("Cơ quan chủ trì: Sở A. Cơ quan phối hợp: Sở B.", ("Sở A", "Sở B")),
    ("Sở A; phối hợp: Sở B", ("Sở A", "Sở B")),
    ("Phối hợp: Sở B", ("", "Sở B")),
    ("Sở A (chủ trì), Sở B (phối hợp)", ("Sở A", "Sở B")),
    ("Sở A (chủ trì), Sở B, Sở C", ("Sở A", "Sở B, Sở C")),
    ("Sở A, Sở B (phối hợp)", ("Sở A", "Sở B")),
    ("Sở A chủ trì, phối hợp với Sở B", ("Sở A", "Sở B")),
    ("Sở A chủ trì; Sở B, Sở C phối hợp thực hiện", ("Sở A", "Sở B, Sở C")),
    ("Sở A", None),
    ("Sở A (cơ quan thường trực), Sở B", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "wanted"), PAIRS)
def test_roles_in_one_cell(printed: str, wanted: tuple[str, str] | None) -> None:
    assert lead_and_coordinating(printed) == wanted


@given(st.text(alphabet="Sở ABchủtrìphốihợp:;,()-.", max_size=60))
def test_any_text_is_read(text: str) -> None:
    lead_and_coordinating(text)
