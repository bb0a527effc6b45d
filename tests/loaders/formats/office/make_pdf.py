"""A plan as a PDF as a word processor prints it: rows cut by page breaks, the head repeated, page numbers."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from tests.loaders.formats.office.plan import Sheet, Slot

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
SIZE = 9
PITCH = 12.0
MARGIN = 40.0
WIDTHS = {
    "row": 30,
    "target": 120,
    "task": 120,
    "text": 150,
    "product": 90,
    "lead_raw": 85,
    "coord_raw": 85,
    "time": 62,
    "budget": 50,
}


def make(sheet: Sheet, path: Path, *, ruled: bool = True, repeat: bool = True) -> Path:
    """Write ``sheet`` to ``path``: the text upright, the table on landscape pages, its head on each or the first."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("DejaVu", fname=FONT)
    pdf.set_font("DejaVu", size=SIZE)
    pdf.set_auto_page_break(False)
    _prose(pdf, sheet.before)
    _Table(pdf, sheet, ruled).draw(repeat=repeat)
    pdf.text(MARGIN, pdf.get_y() + 3 * PITCH, "Nơi nhận:")
    pdf.text(MARGIN, pdf.get_y() + 4 * PITCH, "- Như trên;")
    pdf.output(str(path))
    return path


def _prose(pdf: FPDF, texts: list[str]) -> None:
    y = 1e9
    for text in texts:
        for line in wrapped(pdf, text, 500):
            if y > 760:
                y = _new_page(pdf, "P")
            pdf.text(MARGIN, y, line)
            y += PITCH
        y += PITCH / 2


def _new_page(pdf: FPDF, orientation: str) -> float:
    pdf.add_page(orientation=orientation)
    pdf.text(pdf.w / 2, 25, str(pdf.page_no()))
    return MARGIN + PITCH


def wrapped(pdf: FPDF, text: str, width: float) -> list[str]:
    """``text`` broken at spaces to lines of at most ``width`` points."""
    lines: list[str] = []
    for word in text.split():
        if lines and pdf.get_string_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


class _Table:
    """A table laid on one endless strip of lines, which pages then cut wherever they end."""

    def __init__(self, pdf: FPDF, sheet: Sheet, ruled: bool) -> None:
        self.pdf, self.sheet, self.ruled = pdf, sheet, ruled
        widths = [WIDTHS[name] for name in sheet.fields]
        scale = 760 / sum(widths)
        self.xs = [MARGIN + scale * sum(widths[:i]) for i in range(len(widths) + 1)]
        self.texts = [
            [wrapped(pdf, slot.text, self._inner(c, slot)) for c, slot in enumerate(row)]
            for row in sheet.rows
        ]
        self.starts = self._starts()

    def _inner(self, c: int, slot: Slot) -> float:
        return self.xs[c + slot.width] - self.xs[c] - 8

    def _starts(self) -> list[int]:
        """The line of the strip at which each row begins, and the end."""
        heights = [
            max([1, *(len(t) for t, s in zip(ts, row, strict=True) if s.height == 1)])
            for ts, row in zip(self.texts, self.sheet.rows, strict=True)
        ]
        for r, row in enumerate(self.sheet.rows):
            for c, slot in enumerate(row):
                lack = len(self.texts[r][c]) - sum(heights[r : r + slot.height])
                if lack > 0:
                    heights[r + slot.height - 1] += lack
        return [sum(heights[:i]) for i in range(len(heights) + 1)]

    def draw(self, *, repeat: bool) -> None:
        head = [
            wrapped(self.pdf, title, self.xs[c + 1] - self.xs[c] - 8)
            for c, title in enumerate(self.sheet.head)
        ]
        deep = max(map(len, head))
        room = int((595 - 2 * MARGIN) / PITCH) - deep - 1
        for first in range(0, self.starts[-1], room):
            top = _new_page(self.pdf, "L") - PITCH
            for c, lines in enumerate(head if repeat or not first else ()):
                self._box(c, c + 1, top, deep, lines)
            for r, row in enumerate(self.sheet.rows):
                for c, slot in enumerate(row):
                    a, b = self.starts[r], self.starts[r + slot.height]
                    if slot.covered or b <= first or a >= first + room:
                        continue
                    shown = (self.texts[r][c] + [""] * (b - a))[max(0, first - a) : first + room - a]
                    deepness = min(b, first + room) - max(a, first)
                    self._box(
                        c,
                        c + slot.width,
                        top + (deep + max(a, first) - first) * PITCH,
                        deepness,
                        shown[:deepness],
                    )
            self.pdf.set_y(top + (deep + min(room, self.starts[-1] - first)) * PITCH)

    def _box(self, c: int, end: int, y: float, deep: int, lines: list[str]) -> None:
        if self.ruled:
            self.pdf.rect(self.xs[c], y, self.xs[end] - self.xs[c], deep * PITCH)
        for i, line in enumerate(lines):
            self.pdf.text(self.xs[c] + 4, y + (i + 1) * PITCH - 3, line)
