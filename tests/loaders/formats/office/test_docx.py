"""What Word files hold besides plain text: (XML of the body, blocks shown)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from tests.loaders.formats.office.make_docx import write_package
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


@pytest.mark.parametrize("case", CASES)
def test_blocks(case: str, tmp_path: Path) -> None:
    body, expected = CASES[case]
    assert blocks(read_layout(write_package(tmp_path / "a.docx", body, numbering=LIST))) == expected


def test_footnotes_follow_with_the_number_of_their_mark(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Nghị quyết</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r><w:r><w:t> này</w:t></w:r></w:p>"
    notes = f"<w:footnote w:id='-1'>{p('vạch')}</w:footnote><w:footnote w:id='4'>{p('Ngày 15/7/2021')}</w:footnote>"
    layout = read_layout(write_package(tmp_path / "a.docx", body, footnotes=notes))
    assert blocks(layout) == ["Nghị quyết[^1] này", "[^1] Ngày 15/7/2021"]


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


@pytest.mark.parametrize(
    ("body", "reason"),
    [(p("Một") + '<w:altChunk xmlns:r="r" r:id="1"/>', "nhúng"), (p(""), "không có chữ")],
)
def test_what_cannot_be_read_is_refused(body: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_layout(write_package(tmp_path / "a.docx", body))
