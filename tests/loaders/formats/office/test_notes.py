"""Footnotes as programs and people write them: out of the text, their dates with the documents they explain."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats import read_layout
from loaders.reader import plan_of
from tests.loaders.formats.office.make_docx import write_package
from tests.loaders.formats.office.shown import blocks

HEAD = ("KẾ HOẠCH", "Cải cách hành chính năm 2025")
TEXT = "Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ, Sở Y tế ban hành kế hoạch như sau:"
NOTE = "ngày 15/7/2021 ban hành chương trình tổng thể."
PAGES = {
    "Word": (
        "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
        "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> {}</p>",
    ),
    "LibreOffice": (
        "<sup><a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a></sup>",
        "<div id='sdfootnote1'><p><a class='sdfootnotesym' href='#sdfootnote1anc'>1</a> {}</p></div>",
    ),
    "LibreOffice, XHTML": (
        "<span><a href='#ftn6' id='body_ftn6'>1</a></span>",
        "<p><span class='footnodeNumber'><a id='ftn6' href='#body_ftn6'>1</a></span> {}</p>",
    ),
    "raised": ("<sup>1</sup>", "<p><sup>1</sup> {}</p>"),
    "raised by style": ("<span style='vertical-align:super;font-size:58%'>1</span>", "<p>[1] {}</p>"),
    "raised by class": (
        "<span class='x T8'>1</span>",
        "<p>[1] {}</p><style>.T7 {{ color:red }} .T8 {{ font-size:58%; vertical-align:super; }}</style>",
    ),
    "by hand": ("[1]", "<p>[1] {}</p>"),
}
RUN = "<w:r>{}<w:t xml:space='preserve'>{}</w:t></w:r>"
RAISED = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"


def marked(mark: str) -> str:
    return TEXT.replace("NQ-CP", f"NQ-CP{mark}")


def check(path: Path) -> None:
    """The text has no mark, the note is a block of its own, and its date is that of the resolution."""
    layout = read_layout(path)
    assert blocks(layout) == [*HEAD, TEXT, NOTE]
    assert [(c.number, c.date) for c in plan_of(layout).citations] == [("76/NQ-CP", "2021-07-15")]


@pytest.mark.parametrize("form", PAGES)
def test_footnotes_of_pages(form: str, tmp_path: Path) -> None:
    mark, note = PAGES[form]
    body = "".join(f"<p>{text}</p>" for text in (*HEAD, marked(mark))) + note.format(NOTE)
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    check(tmp_path / "a.html")


def test_footnotes_of_word(tmp_path: Path) -> None:
    before, after = marked("\n").split("\n")
    mark = "<w:r><w:footnoteReference w:id='4'/></w:r>"
    body = [RUN.format("", before) + mark + RUN.format("", after)]
    notes = f"<w:footnote w:id='4'><w:p>{RUN.format('', NOTE)}</w:p></w:footnote>"
    check(write_package(tmp_path / "a.docx", paragraphs(body), footnotes=notes))


def test_raised_digits_in_word(tmp_path: Path) -> None:
    before, after = marked("\n").split("\n")
    mark = RUN.format(RAISED, "1")
    body = [RUN.format("", before) + mark + RUN.format("", after), mark + RUN.format("", f" {NOTE}")]
    check(write_package(tmp_path / "a.docx", paragraphs(body)))


def test_raised_digits_of_units_are_no_footnotes(tmp_path: Path) -> None:
    area = RUN.format("", "Trụ sở 50 m") + RUN.format(RAISED, "2")
    path = write_package(tmp_path / "a.docx", f"<w:p>{area}</w:p>")
    assert blocks(read_layout(path)) == ["Trụ sở 50 m2"]


def paragraphs(body: list[str]) -> str:
    return "".join(f"<w:p>{runs}</w:p>" for runs in (*(RUN.format("", text) for text in HEAD), *body))
