"""What is remembered of a document, and that the next one begins without it."""

from __future__ import annotations

from pathlib import Path

from loaders import reader
from loaders.remembered import forget, remembered

PLAN = Path(__file__).resolve().parents[2] / "plans" / "van-phong-bac-kan-2025.txt"


def test_a_text_is_worked_out_once_until_forgotten() -> None:
    worked: list[str] = []

    @remembered
    def length(text: str) -> int:
        worked.append(text)
        return len(text)

    assert [length("sở"), length("sở"), length("phòng")] == [2, 2, 5]
    assert worked == ["sở", "phòng"]
    forget()
    assert length("sở") == 2
    assert worked == ["sở", "phòng", "sở"]


def test_every_document_is_read_as_if_it_were_the_first() -> None:
    worked: list[str] = []

    @remembered
    def noted(text: str) -> None:
        worked.append(text)

    noted("kept")
    reader.read(PLAN)
    noted("kept")
    assert worked == ["kept", "kept"]
