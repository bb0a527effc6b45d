"""Layouts made from text, a line a paragraph, for tests of the grammar."""

from __future__ import annotations

from loaders.layout.model import Layout, Line, Paragraph, Passage

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def layout_of(text: str, name: str = "test.txt") -> Layout:
    lines = tuple(Line(i, line) for i, line in enumerate(text.strip("\n").split("\n"), 1))
    blocks = tuple(Paragraph(Passage.of([line])) for line in lines if line.text.strip())
    return Layout(name, blocks, lines)


def passage_of(text: str) -> Passage:
    return Passage.of([Line(1, text)])
