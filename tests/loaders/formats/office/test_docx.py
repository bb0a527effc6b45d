"""What Word files hold besides plain text: (XML of the body, blocks shown)."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from tests.loaders.formats.office.make_docx import NAMES, write_package
from tests.loaders.formats.office.shown import blocks, tables


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def tc(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if not text.startswith('<') else text}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<w:tc>') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


HEAD = tr("TT", "Nội dung", "Chủ trì", "Thời gian")
TITLES = ["TT", "Nội dung", "Chủ trì", "Thời gian"]
LIST = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def at(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


CASES: dict[str, tuple[str, list[Any]]] = {
    "insertions stay, deletions and moves away go": (
        "<w:p><w:ins><w:r><w:t>Sở Nội vụ</w:t></w:r></w:ins><w:del><w:r><w:delText>Sở Y tế</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>Cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> mới</w:t></w:r></w:moveTo></w:p>",
        ["Sở Nội vụ mới"],
    ),
    "a paragraph whose end was deleted goes on": (
        p("Kế hoạch", "<w:rPr><w:del/></w:rPr>") + p(" năm 2025"),
        ["Kế hoạch năm 2025"],
    ),
    "hidden text is left out": (
        p("Thấy") + p("Ẩn", run="<w:vanish/>") + p("Rõ", run='<w:vanish w:val="0"/>'),
        ["Thấy", "Rõ"],
    ),
    "content controls and smart tags are read": (
        f"<w:sdt><w:sdtContent>{p('Trong khung')}</w:sdtContent></w:sdt><w:p><w:smartTag><w:r><w:t>Thẻ</w:t></w:r></w:smartTag></w:p>",
        ["Trong khung", "Thẻ"],
    ),
    "a text box is read once": (
        f"<w:p><w:r><w:t>Ngoài</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{p('Trong hộp')}"
        f"</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('Trong hộp')}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["Ngoài", "Trong hộp"],
    ),
    "fields show their result, not their code": (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>Ngày 01</w:t></w:r></w:p>",
        ["Ngày 01"],
    ),
    "soft hyphens, hard spaces and hard hyphens": (
        "<w:p><w:r><w:t>cải\u00a0cá\u00adch</w:t><w:softHyphen/><w:tab/><w:t>143/NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r></w:p>",
        ["cải cách 143/NĐ-CP"],
    ),
    "fonts of TCVN 5712": (
        p("Së Néi vô", run="<w:rFonts w:ascii='.VnTime'/>")
        + p("kÕ ho¹ch", run="<w:rFonts w:ascii='.VnTimeH'/>"),
        ["Sở Nội vụ", "KẾ HOẠCH"],
    ),
    "automatic numbers": (
        p("MỤC TIÊU", at(0))
        + p("Chung", at(1))
        + p("Cụ thể", at(1))
        + p("Một", at(2))
        + p("ý", at(3))
        + p("NHIỆM VỤ", at(0))
        + p("Đầu", at(1))
        + p("Tiếp", at(1, 2)),
        ["I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "2.1. Một", "- ý", "II. NHIỆM VỤ", "1. Đầu", "5. Tiếp"],
    ),
    "a letterhead is text, cell after cell": (
        tbl(
            tr("UBND TỈNH X", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            tr("Số: 12/KH-UBND", "X, ngày 01 tháng 02 năm 2025"),
        ),
        [
            "UBND TỈNH X",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số: 12/KH-UBND",
            "X, ngày 01 tháng 02 năm 2025",
        ],
    ),
    "merged below, empty, deleted and hidden rows": (
        tbl(
            HEAD,
            tr("1", "Việc A", tc("Sở Nội vụ", '<w:vMerge w:val="restart"/>'), "Quý I"),
            tr("2", "Việc B", tc("", "<w:vMerge/>"), ""),
            tr("3", "Đã xóa", "Sở Y tế", "Quý II", properties="<w:del/>"),
            tr("4", "Đã ẩn", "Sở Y tế", "Quý II", properties="<w:hidden/>"),
        ),
        [[TITLES, ["1", "Việc A", "Sở Nội vụ", "Quý I"], ["2", "Việc B", "^", ""]]],
    ),
    "a section over the width, and numbers of columns": (
        tbl(HEAD, tr("(1)", "(2)", "(3)", "(4)"), tr("I", tc("CẢI CÁCH THỂ CHẾ", '<w:gridSpan w:val="3"/>'))),
        [[TITLES, ["I", "CẢI CÁCH THỂ CHẾ", "^", "^"]]],
    ),
    "a section over the whole width gives its label to the first column": (
        tbl(
            HEAD,
            tr(tc("II. Cải cách thể chế", '<w:gridSpan w:val="4"/>')),
            tr(tc("CHUNG", '<w:gridSpan w:val="4"/>')),
        ),
        [[TITLES, ["II.", "Cải cách thể chế", "^", "^"], ["", "CHUNG", "^", "^"]]],
    ),
    "a head over two rows": (
        tbl(
            tr(
                tc("TT", '<w:vMerge w:val="restart"/>'),
                tc("Nội dung", '<w:vMerge w:val="restart"/>'),
                tc("Trách nhiệm", '<w:gridSpan w:val="2"/>'),
            ),
            tr(tc("", "<w:vMerge/>"), tc("", "<w:vMerge/>"), "Chủ trì", "Phối hợp"),
            tr("1", "Việc A", "Sở Nội vụ", "Sở Y tế"),
        ),
        [[["TT", "Nội dung", "Chủ trì", "Phối hợp"], ["1", "Việc A", "Sở Nội vụ", "Sở Y tế"]]],
    ),
    "agencies under one another, a name over two lines": (
        tbl(
            HEAD,
            tr(
                "1",
                "Việc A",
                tc(p("Sở Nội vụ") + p("Sở Khoa học và") + p("Công nghệ") + p("UBND cấp xã")),
                "2025",
            ),
        ),
        [[TITLES, ["1", "Việc A", "Sở Nội vụ; Sở Khoa học và Công nghệ; UBND cấp xã", "2025"]]],
    ),
    "a table cut by hand, its head repeated or not": (
        tbl(HEAD, tr("1", "Việc A", "Sở Y tế", "2025"))
        + p("")
        + tbl(HEAD, tr("2", "Việc B", "Sở Y tế", "2025"))
        + p("")
        + tbl(tr("3", "Việc C", "Sở Y tế", "2025")),
        [
            [
                TITLES,
                ["1", "Việc A", "Sở Y tế", "2025"],
                ["2", "Việc B", "Sở Y tế", "2025"],
                ["3", "Việc C", "Sở Y tế", "2025"],
            ]
        ],
    ),
    "a nested table is text of its cell": (
        tbl(HEAD, tr("1", tc(tbl(tr("Việc A,", "Việc B"))), "Sở Y tế", "2025")),
        [[TITLES, ["1", "Việc A, Việc B", "Sở Y tế", "2025"]]],
    ),
    "a task table inside a layout table": (
        tbl(tr(tc(p("Đầu trang") + tbl(HEAD, tr("1", "Việc A", "Sở Y tế", "2025"))))),
        ["Đầu trang", [TITLES, ["1", "Việc A", "Sở Y tế", "2025"]]],
    ),
    "a line broken by hand goes on in lower case": (
        p("Căn cứ Nghị quyết của Chính phủ về") + p("cải cách hành chính;"),
        ["Căn cứ Nghị quyết của Chính phủ về cải cách hành chính;"],
    ),
}

RUN = "<w:r><w:t>{}</w:t></w:r>"
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ALTERNATIVES = (
    "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
)


def sign(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


CASES |= {
    "signs that compare, tick or only point": (
        f"<w:p>{RUN.format('Đạt ')}{sign('Symbol', 'F0B3')}{RUN.format('90%')}</w:p>"
        f"<w:p>{sign('Symbol', 'A3')}{sign('Wingdings', 'F0FE')}{sign('Wingdings', 'F0A3')}{sign('Khác', 'zz')}</w:p>"
        + p("³ 5 việc, ô", run='<w:rFonts w:ascii="Symbol"/>'),
        ["Đạt ≥90%", "≤x--", "≥ 5 việc, ô"],
    ),
    "formulas": (
        f"<w:p>{RUN.format('Đạt ')}<m:oMath><m:r><m:t>≥90%</m:t></m:r></m:oMath></w:p>",
        ["Đạt ≥90%"],
    ),
    "what is shown in capitals, what is struck out": (
        p("Ủy ban nhân dân", run="<w:caps/>")
        + p("bỏ", run="<w:strike/>")
        + p("Bỏ", run="<w:dstrike/>")
        + p("Giữ"),
        ["ỦY BAN NHÂN DÂN", "Giữ"],
    ),
    "alternatives of a run and of a paragraph are read once": (
        f"<w:p>{ALTERNATIVES.format(RUN.format('Một'))}</w:p>{ALTERNATIVES.format(p('Hai'))}",
        ["Một", "Hai"],
    ),
    "prompts of controls nobody filled in": (
        PROMPT.format(p("Bấm để nhập văn bản"))
        + tbl(HEAD, f"<w:tr>{tc('1')}{tc('Việc A')}{PROMPT.format(tc('Chọn'))}{tc('2025')}</w:tr>"),
        [[TITLES, ["1", "Việc A", "", "2025"]]],
    ),
    "a large first letter belongs to its word": (
        p("C", '<w:framePr w:dropCap="drop"/>') + p("ăn cứ Luật"),
        ["Căn cứ Luật"],
    ),
    "a hidden paragraph is not counted": (
        p("MỘT", at(0)) + p("ẩn", at(0) + "<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>") + p("HAI", at(0)),
        ["I. MỘT", "II. HAI"],
    ),
    "numbers of an automatic column": (
        tbl(HEAD, *(tr(tc(p("", at(1))), f"Việc {x}", "Sở Y tế", "2025") for x in "AB")),
        [[TITLES, ["1.", "Việc A", "Sở Y tế", "2025"], ["2.", "Việc B", "Sở Y tế", "2025"]]],
    ),
    "a row over a page break, a footnote in a cell": (
        tbl(
            HEAD,
            tr(
                "1",
                tc(
                    f"<w:p>{RUN.format('Việc A')}<w:r><w:footnoteReference w:id='4'/></w:r></w:p>"
                    + p("phần sau", run="")
                ),
                "Sở Y tế",
                "2025",
            ),
        ),
        [[TITLES, ["1", "Việc A phần sau", "Sở Y tế", "2025"]]],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_blocks(case: str, tmp_path: Path) -> None:
    body, expected = CASES[case]
    assert blocks(read_layout(write_package(tmp_path / "a.docx", body, numbering=LIST))) == expected


def test_footnotes_follow_with_the_number_of_their_mark(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Nghị quyết</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r><w:r><w:t> này</w:t></w:r></w:p>"
    notes = f"<w:footnote w:id='-1'>{p('vạch')}</w:footnote><w:footnote w:id='4'>{p('Ngày 15/7/2021')}</w:footnote>"
    layout = read_layout(write_package(tmp_path / "a.docx", body, footnotes=notes))
    assert [layout.lines[i].text for i in (0, -1)] == ["Nghị quyết[^1] này", "[^1] Ngày 15/7/2021"]
    assert blocks(layout) == ["Nghị quyết này", "Ngày 15/7/2021"]


def test_styles_give_numbers_headings_and_hidden_text(tmp_path: Path) -> None:
    styles = (
        f"<w:style w:type='paragraph' w:styleId='Muc'><w:pPr>{at(0)}<w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Con'><w:basedOn w:val='Muc'/></w:style>"
        "<w:style w:type='character' w:styleId='An'><w:rPr><w:vanish/></w:rPr></w:style>"
    )
    body = p("MỤC TIÊU", "<w:pStyle w:val='Con'/>") + p("ẩn", run="<w:rStyle w:val='An'/>")
    layout = read_layout(write_package(tmp_path / "a.docx", body, styles=styles, numbering=LIST))
    (heading,) = layout.blocks
    assert (heading.text, heading.heading, heading.emphasised) == ("I. MỤC TIÊU", 1, True)


def test_pages_are_known_where_word_stored_its_breaks(tmp_path: Path) -> None:
    second = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Hai</w:t></w:r></w:p>"
    over = "<w:p><w:r><w:t>Ba, </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>bốn</w:t></w:r></w:p>"
    layout = read_layout(write_package(tmp_path / "a.docx", p("Một") + second + over + p("Năm")))
    assert [(line.text, line.page) for line in layout.lines] == [
        ("Một", 1),
        ("Hai", 2),
        ("Ba, bốn", 2),
        ("Năm", 3),
    ]
    assert {line.page for line in read_layout(write_package(tmp_path / "b.docx", p("Một"))).lines} == {None}


def test_a_messy_grid_still_falls_under_its_head(tmp_path: Path) -> None:
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in (500, 20, 2980, 10, 1990, 1500))
    spans = [tc(t, f'<w:gridSpan w:val="{s}"/>') for t, s in zip(TITLES, (2, 2, 1, 1), strict=True)]
    shifted = [
        tc(t, f'<w:gridSpan w:val="{s}"/>')
        for t, s in zip(("1", "Việc A", "Sở Y tế", "2025"), (1, 2, 2, 1), strict=True)
    ]
    body = f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{tr(*spans)}{tr(*shifted)}</w:tbl>"
    assert tables(read_layout(write_package(tmp_path / "a.docx", body))) == [
        [TITLES, ["1", "Việc A", "Sở Y tế", "2025"]]
    ]


LISTS: dict[str, tuple[str, list[str]]] = {
    "a list that stands in a style of lists": (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="4"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num>',
        ["4. A", "5. B", "C"],
    ),
    "a list with a level of its own": (
        LIST
        + '<w:num w:numId="9"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>',
        ["c) A", "d) B", "1. C"],
    ),
    "a level that goes on under the next heading": (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>',
        ["I. A", "II. B", "1. C", "III. A", "IV. B", "2. C"],
    ),
}


@pytest.mark.parametrize("case", LISTS)
def test_lists(case: str, tmp_path: Path) -> None:
    numbering, expected = LISTS[case]
    body = p("A", at(0, 9)) + p("B", at(0, 9)) + p("C", at(1, 9))
    layout = read_layout(write_package(tmp_path / "a.docx", body * (len(expected) // 3), numbering=numbering))
    assert blocks(layout) == expected


def test_an_old_font_may_only_be_named(tmp_path: Path) -> None:
    """Where all its text is Unicode, words that could be either are Unicode too; a font of the theme is no old one."""
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    body = p("Phổ biến kế hoạch", run=old) + p("thông tin", run=old)
    styles = f"<w:style w:type='paragraph' w:styleId='Cu'><w:rPr>{old}</w:rPr></w:style>"
    themed = p("Công tác", '<w:pStyle w:val="Cu"/>', '<w:rFonts w:asciiTheme="minorHAnsi"/>')
    for text, expected in (
        (body, ["Phổ biến kế hoạch thông tin"]),
        (themed, ["Công tác"]),
        (p("KÕ ho¹ch", run=old), ["Kế hoạch"]),
    ):
        assert blocks(read_layout(write_package(tmp_path / "a.docx", text, styles=styles))) == expected


def test_a_table_of_contents_is_no_text(tmp_path: Path) -> None:
    styles = "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
    body = p("I. MỤC TIÊU 3", '<w:pStyle w:val="TOC1"/>') + p("I. MỤC TIÊU")
    assert blocks(read_layout(write_package(tmp_path / "a.docx", body, styles=styles))) == ["I. MỤC TIÊU"]


RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def related(*parts: tuple[str, str, str]) -> str:
    """Relationships: identifier, kind and target of each part."""
    entries = (
        f"<Relationship Id='{i}' Type='{TYPES}{kind}' Target='{target}'/>" for i, kind, target in parts
    )
    return f"<Relationships xmlns='{RELATIONS}'>{''.join(entries)}</Relationships>"


def packed(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def test_parts_are_where_relationships_say(tmp_path: Path) -> None:
    parts = {
        "_rels/.rels": related(("a", "officeDocument", "/word/document2.xml")),
        "word/document2.xml": f"<w:document {NAMES}><w:body>{p('MỤC TIÊU', at(0))}</w:body></w:document>",
        "word/_rels/document2.xml.rels": related(("b", "numbering", "lists/n.xml")),
        "word/lists/n.xml": f"<w:numbering {NAMES}>{LIST}</w:numbering>",
    }
    assert blocks(read_layout(packed(tmp_path / "a.docx", parts))) == ["I. MỤC TIÊU"]


def test_the_strict_form_is_read_as_the_usual_one(tmp_path: Path) -> None:
    names = NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    text = f"<w:document {names}><w:body>{p('Kế hoạch')}</w:body></w:document>"
    assert blocks(read_layout(packed(tmp_path / "a.docx", {"word/document.xml": text}))) == ["Kế hoạch"]


SAVED = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n<html><p>C=E1=BA=A3i c=C3=A1ch</p>\n--B--\n"
)


@pytest.mark.parametrize(
    ("name", "chunk", "expected"),
    [
        ("a.htm", "<html><p>Cải cách</p></html>", ["Đầu", "Cải cách"]),
        ("a.mht", SAVED, ["Đầu", "Cải cách"]),
        ("a.rtf", "{\\rtf1 a}", None),
        ("a.txt", "chữ", None),
    ],
)
def test_an_embedded_page_is_read_and_anything_else_refused(
    name: str, chunk: str, expected: list[str] | None, tmp_path: Path
) -> None:
    parts = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{p('Đầu')}<w:altChunk r:id='c'/></w:body></w:document>",
        "word/_rels/document.xml.rels": related(("c", "aFChunk", name)),
        f"word/{name}": chunk,
    }
    path = packed(tmp_path / "a.docx", parts)
    if expected is None:
        with pytest.raises(UnreadableFile, match=r"nhúng|RTF"):
            read_layout(path)
    else:
        assert blocks(read_layout(path)) == expected


@pytest.mark.parametrize(
    ("body", "reason"),
    [(p("Một") + '<w:altChunk r:id="1"/>', "nhúng"), (p(""), "không có chữ")],
)
def test_what_cannot_be_read_is_refused(body: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_layout(write_package(tmp_path / "a.docx", body))
