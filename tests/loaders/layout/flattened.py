"""Tables flattened as a PDF's text is: each cell wrapped in its column, one cell after another.

The number of a row shares the line of the text after it, as in real extractions.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layout.metrics import text_width

__all__ = ["flatten", "wrapped"]

_LETTER = 480


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines as wide as ``width`` usual letters."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}") <= width * _LETTER:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def flatten(rows: Sequence[Sequence[str | None]], widths: Sequence[int], headers: Sequence[str]) -> str:
    """The flattened text; None is a merged cell (leaves nothing), "" an empty one (leaves a space)."""
    lines: list[str] = []
    for row in [headers, *rows]:
        alone = False
        for text, width in zip(row, widths, strict=True):
            if text is None:
                continue
            cell = wrapped(text, width)
            if alone:
                lines[-1] = f"{lines[-1].rstrip()} {cell.pop(0)} "
            lines += [f"{line} " for line in cell]
            alone = text.isdigit() or text == "TT"
    return "\n\n".join(lines)
