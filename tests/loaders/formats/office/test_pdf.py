"""What PDF files hold besides ruled tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from loaders.reader import plan_of
from tests.loaders.formats.office.make_pdf import FONT
from tests.loaders.formats.office.raw_pdf import of_objects, stream
from tests.loaders.formats.office.shown import blocks, tables


def page(pdf: FPDF, texts: list[tuple[float, float, str]], orientation: str = "P") -> None:
    pdf.add_page(orientation=orientation)
    for x, y, text in texts:
        pdf.text(x, y, text)


def document() -> FPDF:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_font("DejaVu", fname=FONT)
    pdf.set_font("DejaVu", size=10)
    pdf.set_auto_page_break(False)
    return pdf


def saved(pdf: FPDF, path: Path) -> Path:
    pdf.output(str(path))
    return path


LETTERHEAD = [
    (60.0, 60.0, "UBND TỈNH X"),
    (300.0, 60.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (60.0, 74.0, "SỞ NỘI VỤ"),
    (330.0, 74.0, "Độc lập - Tự do - Hạnh phúc"),
    (60.0, 100.0, "Số:"),
    (110.0, 100.0, "/KH-SNV"),
    (300.0, 100.0, "X, ngày"),
    (360.0, 100.0, "tháng 01 năm 2025"),
]


def test_a_title_close_below_a_letterhead_stands_in_neither_column(tmp_path: Path) -> None:
    pdf = document()
    middle = 300 - pdf.get_string_width("KẾ HOẠCH") / 2
    text = (
        "Thực hiện Chương trình tổng thể cải cách hành chính nhà nước, Sở Nội vụ xây dựng kế hoạch như sau:"
    )
    page(pdf, [*LETTERHEAD, (middle, 118, "KẾ HOẠCH"), (60, 140, text)])
    assert blocks(read_layout(saved(pdf, tmp_path / "a.pdf")))[-2:] == ["KẾ HOẠCH", text]


def test_a_letterhead_is_read_column_after_column(tmp_path: Path) -> None:
    pdf = document()
    page(
        pdf,
        [
            *LETTERHEAD,
            (60, 140, "Thực hiện Chương trình tổng thể theo Nghị quyết số"),
            (380, 140, "/NQ-CP của Chính phủ;"),
        ],
    )
    lines = [line.text for line in read_layout(saved(pdf, tmp_path / "a.pdf")).lines if line.text.strip()]
    assert lines == [
        "UBND TỈNH X",
        "SỞ NỘI VỤ",
        "Số: /KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "X, ngày tháng 01 năm 2025",
        "Thực hiện Chương trình tổng thể theo Nghị quyết số /NQ-CP của Chính phủ;",
    ]


def test_page_numbers_and_running_heads_are_left_out_and_pages_known(tmp_path: Path) -> None:
    pdf = document()
    for number in range(1, 4):
        page(
            pdf,
            [
                (280, 30, f"Trang {number}/3"),
                (60, 820, f"Kế hoạch năm 2025 - bản {number}"),
                (60, 200, f"Ý {number}. Việc"),
            ],
        )
    lines = read_layout(saved(pdf, tmp_path / "a.pdf")).lines
    assert [(line.text, line.page) for line in lines] == [
        ("Ý 1. Việc", 1),
        ("Ý 2. Việc", 2),
        ("Ý 3. Việc", 3),
    ]


def test_decomposed_letters_are_whole_before_lines_are_joined(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [])
    rows = [["TT", "Nội dung", "Chủ trì", "Thời gian"], ["1", "Rà soát", "Sở Y tế", "Hàng"]]
    grid(pdf, [40, 100, 200, 300, 350], [50, 80, 120], [list(map(decomposed, row)) for row in rows])
    pdf.text(304, 110, decomposed("năm"))
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf")))[0][1][3] == "Hàng năm"


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_a_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 100, "Căn cứ Nghị định số 143/2020/NĐ-"), (60, 113, "CP của Chính phủ;")])
    assert blocks(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [
        "Căn cứ Nghị định số 143/2020/NĐ-CP của Chính phủ;"
    ]


def test_footnotes_are_marked_and_follow_the_text(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, y, f"Dòng {y} của văn bản kế hoạch cải cách hành chính.") for y in range(100, 300, 14)])
    pdf.text(60, 320, "Thực hiện Nghị quyết 76")
    width = pdf.get_string_width("Thực hiện Nghị quyết 76")
    pdf.set_font_size(6)
    pdf.text(60 + width + 0.5, 315, "1")
    pdf.text(60, 757, "1")
    pdf.set_font_size(8)
    pdf.text(64, 760, "Ngày 15/7/2021 của")
    pdf.text(60, 771, "Chính phủ.")
    layout = read_layout(saved(pdf, tmp_path / "a.pdf"))
    assert blocks(layout)[-1] == "Ngày 15/7/2021 của Chính phủ."
    assert layout.lines[-1].text == "[^1] Ngày 15/7/2021 của Chính phủ."
    assert any(line.text.endswith("Nghị quyết 76[^1]") for line in layout.lines)
    assert any(text.endswith("Nghị quyết 76") for text in blocks(layout))


def test_footnotes_as_high_as_the_text_are_told_by_their_raised_numbers(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, y, f"Dòng {y} của văn bản kế hoạch cải cách hành chính.") for y in range(100, 300, 14)])
    for y, mark, text in (
        (760, "1", "ngày 15/7/2021 của"),
        (771, "", "Chính phủ."),
        (782, "2", "ngày 8/6/2022."),
    ):
        pdf.set_font_size(6)
        pdf.text(60, y - 4, mark)
        pdf.set_font_size(10)
        pdf.text(65, y, text)
    layout = read_layout(saved(pdf, tmp_path / "a.pdf"))
    assert blocks(layout)[-2:] == ["ngày 15/7/2021 của Chính phủ.", "ngày 8/6/2022."]
    assert layout.lines[-1].text == "[^2] ngày 8/6/2022."


def grid(pdf: FPDF, xs: list[float], ys: list[float], rows: list[list[str]]) -> None:
    for i, row in enumerate(rows):
        for c, text in enumerate(row):
            pdf.rect(xs[c], ys[i], xs[c + 1] - xs[c], ys[i + 1] - ys[i])
            for n, line in enumerate(text.split("\n")):
                pdf.text(xs[c] + 3, ys[i] + 12 + 12 * n, line)


XS = [40.0, 70.0, 260.0, 420.0, 520.0]
HEAD = ["TT", "Nội dung", "Chủ trì", "Thời gian"]
ROW = ["1", "Rà soát thủ tục\nhành chính", "Sở Nội vụ\nSở Khoa học và Công\nnghệ", "Quý I/2025"]


def test_agencies_under_one_another_are_parted_a_wrapped_name_is_not(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 60, "Phụ lục")])
    grid(pdf, XS, [80, 100, 150], [HEAD, ROW])
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [
        [HEAD, ["1", "Rà soát thủ tục hành chính", "Sở Nội vụ; Sở Khoa học và Công nghệ", "Quý I/2025"]]
    ]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(angle: int, tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 60, "Phụ lục")])
    grid(pdf, XS, [80, 100, 150], [HEAD, ROW])
    turned_back = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, 0, 0),
        180: (-1, 0, 0, -1, 0, 0),
        270: (0, -1, 1, 0, 0, 0),
    }
    path = turn(saved(pdf, tmp_path / "a.pdf"), angle, turned_back[angle])
    assert tables(read_layout(path))[0][1][2] == "Sở Nội vụ; Sở Khoa học và Công nghệ"


def turn(path: Path, angle: int, matrix: tuple[int, ...]) -> Path:
    """Turn the first page of ``path``, its content turned back, so that it is shown as before."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as source:
        shown = source[0]
        width, height = shown.get_size()
        a, b, c, d, _, _ = matrix
        corners = [(a * x + c * y, b * x + d * y) for x in (0, width) for y in (0, height)]
        e, f = -min(x for x, _ in corners), -min(y for _, y in corners)
        for item in shown.get_objects():
            item.transform(pdfium.PdfMatrix(a, b, c, d, e, f))
        if angle % 180:
            shown.set_mediabox(0, 0, height, width)
        shown.set_rotation(angle)
        shown.gen_content()
        source.save(path.with_suffix(".turned.pdf"))
    return path.with_suffix(".turned.pdf")


def refused(tmp_path: Path, kind: str) -> Path:
    pdf = document()
    if kind == "protected":
        pdf.set_encryption(owner_password="chu", user_password="khach")
    if kind == "scanned":
        pdf.add_page()
        pdf.image(Image.new("L", (200, 300), 255), 0, 0, 500)
    elif kind == "blank":
        pdf.add_page()
    else:
        page(pdf, [(60, 60, "Kế hoạch")])
    path = saved(pdf, tmp_path / f"{kind}.pdf")
    if kind == "truncated":
        path.write_bytes(path.read_bytes()[:400])
    return path


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("protected", "mật khẩu"),
        ("scanned", "ảnh quét.*Tesseract"),
        ("blank", "không có chữ"),
        ("truncated", "hỏng"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    kind: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.formats.pdf.reader.installed", lambda: None)
    with pytest.raises(UnreadableFile, match=reason):
        read_layout(refused(tmp_path, kind))


def test_an_owner_password_alone_does_not_keep_a_file_from_being_read(tmp_path: Path) -> None:
    pdf = document()
    pdf.set_encryption(owner_password="chu", user_password="")
    page(pdf, [(60, 60, "Kế hoạch năm 2025")])
    assert blocks(read_layout(saved(pdf, tmp_path / "a.pdf"))) == ["Kế hoạch năm 2025"]


def test_a_table_without_outer_rules_and_a_cell_over_rows(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 60, "Phụ lục")])
    for y in (80, 100, 150, 200):
        pdf.line(40, y, 520, y) if y != 150 else (pdf.line(40, y, 260, y), pdf.line(420, y, 520, y))
    for x in XS[1:-1]:
        pdf.line(x, 80, x, 200)
    cells: list[Any] = [(45, 92, "TT"), (75, 92, "Nội dung"), (265, 92, "Chủ trì"), (425, 92, "Thời gian")]
    cells += [
        (45, 112, "1"),
        (75, 112, "Việc A"),
        (265, 112, "Sở Y tế"),
        (425, 112, "2025"),
        (45, 162, "2"),
        (75, 162, "Việc B"),
    ]
    for x, y, text in cells:
        pdf.text(x, y, text)
    expected = [HEAD, ["1", "Việc A", "Sở Y tế", "2025"], ["2", "Việc B", "^", ""]]
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [expected]


def test_a_line_that_is_only_a_number_is_no_page_number_inside_the_text(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(280, 30, "1"), (60, 800, "Tỷ lệ hồ sơ trực tuyến trong năm đạt trên")])
    page(pdf, [(280, 30, "2"), (60, 60, "60%.")])
    assert blocks(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [
        "Tỷ lệ hồ sơ trực tuyến trong năm đạt trên 60%."
    ]


TABLE = [HEAD, ["1", "Rà soát thủ tục hành chính", "Sở Nội vụ; Sở Khoa học và Công nghệ", "Quý I/2025"]]


def lay_out(pdf: FPDF) -> None:
    """A page with a heading and a ruled table."""
    page(pdf, [(60, 60, "Phụ lục")])
    grid(pdf, XS, [80, 100, 150], [HEAD, ROW])


def written_across(pdf: FPDF) -> None:
    lay_out(pdf)
    with pdf.rotation(90, 30, 300):
        pdf.text(30, 300, "Ký số ở lề trang")
    pdf.set_font_size(60)
    with pdf.rotation(45, 200, 400):
        pdf.text(100, 400, "BẢN SAO")


def ruled_by_thin_shapes(pdf: FPDF) -> None:
    page(pdf, [(60, 60, "Phụ lục")])
    edges = [80, 100, 150]
    for y in edges:
        for left, right in pairwise(XS):
            pdf.rect(left, y, right - left, 0.48, style="F")
    for x in XS:
        for top, bottom in pairwise(edges):
            pdf.rect(x, top, 0.48, bottom - top, style="F")
    write(pdf)


def write(pdf: FPDF) -> None:
    """The texts of the table, without its rules."""
    for y, row in ((80, HEAD), (100, ROW)):
        for x, text in zip(XS, row, strict=False):
            for n, line in enumerate(text.split("\n")):
                pdf.text(x + 3, y + 12 + 12 * n, line)


def low_rows_scanned(pdf: FPDF) -> None:
    """A scan whose head is one line high, above a title over the whole width."""
    dots = 1240 / 595
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for y in (80, 94, 108, 150):
        draw.line((XS[0] * dots, y * dots, XS[-1] * dots, y * dots), fill=0, width=2)
    for i, x in enumerate(XS):
        for top, bottom in ((80, 94), (94, 108), (108, 150)):
            if top != 94 or i in (0, 1, len(XS) - 1):
                draw.line((x * dots, top * dots, x * dots, bottom * dots), fill=0, width=2)
    pdf.add_page()
    pdf.image(picture, 0, 0, 595, 842)
    for y, row in ((80, HEAD), (94, ["I", "CẢI CÁCH THỂ CHẾ"]), (108, ["1", "Việc A", "Sở Y tế", "2025"])):
        for x, text in zip(XS, row, strict=False):
            pdf.text(x + 3, y + 11, text)


def test_low_rows_of_a_scan_keep_their_cells(tmp_path: Path) -> None:
    pdf = document()
    low_rows_scanned(pdf)
    expected = [HEAD, ["I", "CẢI CÁCH THỂ CHẾ", "^", "^"], ["1", "Việc A", "Sở Y tế", "2025"]]
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [expected]


def scanned_with_text(pdf: FPDF) -> None:
    """The picture of the table's rules, and its text over it as OCR adds it."""
    dots = 1240 / 595
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for y in (80, 100, 150):
        draw.line((XS[0] * dots, y * dots, XS[-1] * dots, y * dots), fill=0, width=2)
    for x in XS:
        draw.line((x * dots, 80 * dots, x * dots, 150 * dots), fill=0, width=2)
    pdf.add_page()
    pdf.image(picture, 0, 0, 595, 842)
    pdf.text(60, 60, "Phụ lục")
    write(pdf)


@pytest.mark.parametrize("make", [written_across, ruled_by_thin_shapes, scanned_with_text])
def test_a_table_is_read_whatever_its_page_holds_besides(
    make: Callable[[FPDF], None], tmp_path: Path
) -> None:
    pdf = document()
    make(pdf)
    assert blocks(read_layout(saved(pdf, tmp_path / "a.pdf"))) == ["Phụ lục", TABLE]


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    """``path`` with its first page changed."""
    import pypdfium2 as pdfium

    out = path.with_suffix(".changed.pdf")
    with pdfium.PdfDocument(path) as source:
        change(source[0])
        source.save(out)
    return out


def test_what_was_cut_off_a_page_is_left_out(tmp_path: Path) -> None:
    pdf = document()
    lay_out(pdf)
    pdf.text(60, 830, "Ngoài khung")
    path = changed(saved(pdf, tmp_path / "a.pdf"), lambda shown: shown.set_cropbox(20, 300, 580, 830))
    assert blocks(read_layout(path)) == ["Phụ lục", TABLE]


@pytest.mark.parametrize("angle", [90, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(angle: int, tmp_path: Path) -> None:
    pdf = document()
    lay_out(pdf)
    path = changed(saved(pdf, tmp_path / "a.pdf"), lambda shown: shown.set_rotation(angle))
    assert blocks(read_layout(path)) == ["Phụ lục", TABLE]


def test_letters_in_parts_and_ligatures_are_joined_and_parted(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 60, unicodedata.normalize("NFD", "Kế hoạch của Ủy ban nhân dân: ﬁle"))])
    assert blocks(read_layout(saved(pdf, tmp_path / "a.pdf"))) == ["Kế hoạch của Ủy ban nhân dân: file"]


def test_stamps_are_read_and_remarks_of_readers_are_not(tmp_path: Path) -> None:
    """The number in the field of a signature; a remark; a stamp that is hidden."""

    def look(text: str) -> bytes:
        entries = "/Type/XObject/Subtype/Form/BBox[0 0 60 16]/Resources<</Font<</F 5 0 R>>>>"
        return stream(f"BT /F 12 Tf 2 4 Td ({text}) Tj ET".encode(), entries)

    def note(kind: str, flags: int, place: int, number: int) -> bytes:
        rect = f"/Rect[82 {place} 142 {place + 16}]"
        return f"<</Type/Annot/Subtype/{kind}/F {flags}{rect}/AP<</N {number} 0 R>>>>".encode()

    first = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        first + b"/Annots[6 0 R 8 0 R 10 0 R]>>",
        stream(b"BT /F 12 Tf 60 700 Td (So:            /KH-UBND) Tj ET", ""),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        note("Widget/FT/Sig", 132, 696, 7),
        look("123"),
        note("Text", 4, 500, 9),
        look("remark"),
        note("Stamp", 2, 400, 11),
        look("hidden"),
    ]
    (tmp_path / "a.pdf").write_bytes(of_objects(objects))
    assert blocks(read_layout(tmp_path / "a.pdf")) == ["So: 123 /KH-UBND"]


def test_scanned_pages_among_others_are_told(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, 60, "KẾ HOẠCH"), (60, 80, "Cải cách hành chính năm 2025")])
    for _ in range(2):
        pdf.add_page()
        pdf.image(Image.new("L", (200, 300), 255), 0, 0, 595)
    layout = read_layout(saved(pdf, tmp_path / "a.pdf"))
    assert layout.unread == "trang 2–3 chỉ có ảnh, không có chữ"
    assert [o.what for o in plan_of(layout).oddities][:1] == [f"không đọc được: {layout.unread}"]


def test_rules_drawn_dot_by_dot(tmp_path: Path) -> None:
    """Word and browsers draw dotted borders as squares; a row of them is a rule."""
    pdf = document()
    page(pdf, [])
    xs, ys = [40, 100, 250, 400, 520], [50, 80, 110, 140]
    rows = [
        ["TT", "Nội dung", "Chủ trì", "Thời gian"],
        ["1", "Rà soát", "Sở Y tế", "2025"],
        ["2", "Họp", "", "2026"],
    ]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            pdf.text(xs[c] + 3, ys[r] + 15, text)
    for y in ys:
        for x in range(xs[0], xs[-1] + 1, 2):
            pdf.rect(x, y, 0.8, 0.8, style="F")
    for x in xs:
        for y in range(ys[0], ys[-1] + 1, 2):
            pdf.rect(x, y, 0.8, 0.8, style="F")
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [rows]


def test_a_table_without_rules_in_small_print_is_no_footnote(tmp_path: Path) -> None:
    pdf = document()
    page(pdf, [(60, y, f"Dòng {y} của văn bản kế hoạch cải cách hành chính.") for y in range(100, 700, 14)])
    rows = [["TT", "Nội dung", "Sản phẩm", "Chủ trì", "Thời gian"]]
    rows += [[str(n), f"Rà soát thủ tục nhóm {n}", "Báo cáo", "Sở Nội vụ", "Quý I"] for n in range(1, 9)]
    pdf.add_page()
    pdf.set_font_size(8)
    for r, row in enumerate(rows):
        for x, text in zip((60, 100, 300, 400, 500), row, strict=True):
            pdf.text(x, 100 + 14 * r, text)
    assert tables(read_layout(saved(pdf, tmp_path / "a.pdf"))) == [rows]


def test_a_repeated_head_may_be_too_low_for_its_longest_title(tmp_path: Path) -> None:
    pdf = document()
    for head, text in (
        ([*HEAD[:3], "Thời gian\nthực hiện"], "Rà soát văn bản và"),
        ([*HEAD[:3], "Thời gian"], "báo cáo."),
    ):
        first = ["1", text, "Sở Y tế", "2025"] if head[-1] != "Thời gian" else ["", text, "", ""]
        page(pdf, [])
        grid(pdf, XS, [50, 80, 760], [head, first])
    (shown,) = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert shown[1:] == [["1", "Rà soát văn bản và báo cáo.", "Sở Y tế", "2025"]]


def test_cells_of_work_are_no_head(tmp_path: Path) -> None:
    """A row of the next page may hold words that titles hold."""
    pdf = document()
    page(pdf, [])
    grid(pdf, XS, [50, 80, 120], [HEAD, ["1", "3.1. Xây dựng đề án", "Sở Y tế", "2025"]])
    work = [
        ["", "3.2. Thẩm định nội dung", "Cơ quan chủ trì; sở", "Thời gian"],
        ["2", "3.3. Họp", "Sở A", "2026"],
    ]
    page(pdf, [])
    grid(pdf, XS, [50, 80, 120], work)
    shown = tables(read_layout(saved(pdf, tmp_path / "a.pdf")))
    assert len(shown) == 1
    assert shown[0][2][1] == "3.2. Thẩm định nội dung"
