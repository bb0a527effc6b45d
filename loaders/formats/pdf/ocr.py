"""Scanned pages through Tesseract, where it is installed with its Vietnamese data.

A page is rendered and set straight, its ruled lines are found and taken out (they would be read as letters),
and what Tesseract reads comes back as words with their places; so tables of scans are read like those of
other files. Tesseract is looked for on the PATH and run as a program of its own, with a time limit a page.
Source: the TSV output of Tesseract 5 (tesseract(1)): level, page … left, top, width, height, conf, text.
"""

from __future__ import annotations

import csv
import functools
import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.picture import DOTS, rules_of, runs_in, straightened

__all__ = ["MAX_SCANNED", "installed", "recognised"]

MAX_SCANNED = 60
"""Scanned pages read; a page takes some seconds."""
_SECONDS = 120
"""Time allowed for a page."""
_LEAST = 30.0
"""Short words below this confidence (0 to 100) are specks."""
_LONG = 4
"""Words of so many letters are none."""
_LINE = "4"
"""The level of a line in Tesseract's output; its words follow it."""
_DASHES = frozenset("-–")


@functools.cache
def installed() -> str | None:
    """The path of Tesseract where it is installed with Vietnamese data, else None."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed = subprocess.run(  # noqa: S603 - the program that the PATH names, with fixed arguments
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_SECONDS
    )
    return program if "vie" in listed.stdout.split() else None


def recognised(program: str, document: pdfium.PdfDocument, page: Page) -> tuple[Page, list[float]]:
    """``page`` with the words and rules that its picture shows, and the confidence (0 to 1) of each word.

    A page on which Tesseract fails or takes too long comes back without words.
    """
    picture = straightened(document[page.number - 1].render(scale=DOTS, grayscale=True).to_pil())
    across, upright = runs_in(picture)
    draw = ImageDraw.Draw(picture)
    for start, at, end in across:
        draw.line((start, at, end, at), fill=255, width=3)
    for start, at, end in upright:
        draw.line((at, start, at, end), fill=255, width=3)
    words = list(_words(program, picture))
    found = replace(page, words=tuple(word for word, _ in words), rules=rules_of(across, upright))
    return found, [confidence for _, confidence in words]


def _words(program: str, picture: Image.Image) -> Iterator[tuple[Word, float]]:
    held = io.BytesIO()
    picture.save(held, "PNG")
    command = [program, "-", "-", "-l", "vie", "--psm", "11", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, the picture goes through a pipe
            command, input=held.getvalue(), capture_output=True, check=True, timeout=_SECONDS
        )
    except (subprocess.SubprocessError, OSError):
        return
    table = csv.DictReader(
        io.StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    line = (0.0, 0.0)
    for row in table:
        text, confidence = (row["text"] or "").strip(), float(row["conf"])
        left, top, wide, tall = (int(row[name]) / DOTS for name in ("left", "top", "width", "height"))
        if row["level"] == _LINE:
            line = (top, top + tall)
        elif text and _is_word(text, confidence, flat=wide > tall):
            # a box is that of the ink: digits are lower than the letters beside them, and yet no notes
            upper, lower = min(top, line[0] or top), max(top + tall, line[1])
            yield Word(text, left, upper, left + wide, lower), confidence / 100


def _is_word(text: str, confidence: float, *, flat: bool) -> bool:
    """Whether ``text`` is a word or a dash between words, not a speck.

    Specks are read as short words or are as high as wide, not ``flat``; Tesseract is at times unsure of long
    words that it reads rightly.
    """
    if confidence < _LEAST:
        return flat and len(text) >= _LONG and text.isalpha()
    return text in _DASHES or any(letter.isalnum() for letter in text)
