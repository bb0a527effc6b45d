"""Text files to lines: what ends a line, what begins a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.decode import lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("một\r\nhai\rba", [(1, "một", None), (2, "hai", None), (3, "ba", None)]),
        ("một\n\nhai\n", [(1, "một", None), (2, "", None), (3, "hai", None), (4, "", None)]),
        ("một\n\fhai\nba\n\f", [(1, "một", 1), (2, "hai", 2), (3, "ba", 2), (4, "", 3)]),
        ("\f\fmột\fhai\nba", [(1, "một hai", 3), (2, "ba", 4)]),
    ],
)
def test_lines_and_pages(tmp_path: Path, text: str, lines: list[tuple[int, str, int | None]]) -> None:
    path = tmp_path / "thử.txt"
    path.write_bytes(text.encode())
    assert [(line.number, line.text, line.page) for line in lines_of(path, path.read_bytes())] == lines
