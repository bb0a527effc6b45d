"""A plan as a Word file with what real ones have: letterhead table, landscape annex, merged cells, automatic
numbers, tracked changes, footnotes, hidden text, soft hyphens, decomposed letters.
"""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.loaders.formats.office.plan import Sheet, Slot

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def make(sheet: Sheet, path: Path, *, rough: bool = False) -> Path:
    """Write ``sheet`` to ``path``; ``rough`` adds changes, hidden text, odd characters and nested controls."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Trang đầu trang không thuộc văn bản"
    for text in sheet.before:
        paragraph = document.add_paragraph(unicodedata.normalize("NFD", text) if rough else text)
        if rough:
            change(paragraph._p)
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    table = document.add_table(rows=1 + len(sheet.rows), cols=len(sheet.fields))
    table.style = "Table Grid"
    cells = [row.cells for row in table.rows]
    for c, title in enumerate(sheet.head):
        cells[0][c].text = title
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for r, row in enumerate(sheet.rows, start=1):
        for c, slot in enumerate(row):
            if not slot.covered:
                fill(cells, r, c, slot, rough)
    document.add_paragraph("Nơi nhận: Lưu VT.")
    document.save(str(path))
    return path


def fill(cells: Any, r: int, c: int, slot: Slot, rough: bool) -> None:
    cell = cells[r][c]
    if slot.height > 1 or slot.width > 1:
        cell = cell.merge(cells[r + slot.height - 1][c + slot.width - 1])
    cell.text = roughened(slot.text) if rough else slot.text
    if rough and slot.text:
        change(cell.paragraphs[0]._p)


def roughened(text: str) -> str:
    """``text`` with soft hyphens, hard spaces, decomposed letters and a break by hand before its last word."""
    words = unicodedata.normalize("NFD", text).split(" ")
    if len(words) > 4:
        words[-2:] = ["\n".join(words[-2:])]
        words[1] = words[1][:1] + "\u00ad" + words[1][1:]
    return "\u00a0".join(words[:2]) + " " * (len(words) > 2) + " ".join(words[2:])


def change(paragraph: Any) -> None:
    """Mark the last run as inserted, and add deleted, moved-away, hidden and commented text after it."""
    run = paragraph.findall(qn("w:r"))[-1]
    place = paragraph.index(run)
    inserted = OxmlElement("w:ins")
    paragraph.insert(place, inserted)
    inserted.append(run)
    for xml in (
        "<w:del {0}><w:r><w:delText>ĐÃ XÓA</w:delText></w:r></w:del>",
        "<w:moveFrom {0}><w:r><w:t>ĐÃ CHUYỂN</w:t></w:r></w:moveFrom>",
        "<w:r {0}><w:rPr><w:vanish/></w:rPr><w:t>ẨN</w:t></w:r>",
    ):
        paragraph.append(parse_xml(xml.format(nsdecls("w"))))


def write_package(path: Path, body: str, **parts: str) -> Path:
    """A Word file of the given XML: ``body`` is the content of ``w:body``, each part a root's content by its name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{content}</w:{name}>")
    return path
