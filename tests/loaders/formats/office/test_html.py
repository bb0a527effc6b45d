"""What pages hold besides the text of a plan: (body of the page, blocks shown)."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path
from typing import Any

import pytest

from loaders.errors import UnreadableFile
from loaders.formats import read_layout
from tests.loaders.formats.office.shown import blocks

TITLES = ["TT", "Nội dung", "Chủ trì", "Thời gian"]
HEAD = "<tr><th>TT<th>Nội dung<th>Chủ trì<th>Thời gian</tr>"
TASKS = ["Mục tiêu", "Nhiệm vụ", "Hoạt động", "Chủ trì"]
TASK_HEAD = "<tr><td>Mục tiêu<td>Nhiệm vụ<td>Hoạt động<td>Chủ trì</tr>"

CASES: dict[str, tuple[str, list[Any]]] = {
    "frame, scripts and hidden parts go": (
        "<nav>Menu</nav><script>x</script><style>y</style><p style='display:none'>ẩn</p><div class='breadcrumb'>Trang</div>"
        "<p>Kế&nbsp;hoạch</p><footer>Bản quyền</footer>",
        ["Kế hoạch"],
    ),
    "the header of an article stays": ("<article><header><h1>Kế hoạch</h1></header><p>Nội dung</p></article>", ["Kế hoạch", "Nội dung"]),
    "inline elements join, blocks part": ("<div>Sở <b>Nội</b> <span>vụ</span><p>Một</p>Hai</div>", ["Sở Nội vụ", "Một", "Hai"]),
    "a line broken in lower case goes on": ("<p>Căn cứ Nghị quyết<br>của Chính phủ;<br/>Căn cứ Quyết định;</p>", ["Căn cứ Nghị quyết của Chính phủ;", "Căn cứ Quyết định;"]),
    "lists": ("<ol start=3><li>Ba<li>Bốn</ol><ul><li>Ý</ul>", ["3. Ba", "4. Bốn", "- Ý"]),
    "marks of footnotes, not squares": ("<p>Nghị quyết<sup><a href='#1'>1</a></sup> và 5 m<sup>2</sup></p>", ["Nghị quyết và 5 m2"]),
    "struck text goes": ("<p>Sở <del>Y tế</del><s>Cũ</s>Nội vụ</p>", ["Sở Nội vụ"]),
    "fonts of TCVN 5712": ("<p><font face='.VnTimeH'>kÕ ho¹ch</font> <span style=\"font-family:'.VnTime'\">c¶i c¸ch</span></p>", ["KẾ HOẠCH cải cách"]),
    "rowspan and colspan": (
        f"<table>{HEAD}<tr><td>I<td colspan=3>CẢI CÁCH<tr><td>1<td>Việc A<td rowspan=2>Sở Y tế<td>2025<tr><td>2<td>Việc B<td></table>",
        [[TITLES, ["I", "CẢI CÁCH", "^", "^"], ["1", "Việc A", "Sở Y tế", "2025"], ["2", "Việc B", "^", ""]]],
    ),
    "head and foot where they belong": (
        f"<table><tfoot><tr><td>2<td>Việc B<td>Sở Y tế<td>2025</tfoot><tbody><tr><td>1<td>Việc A<td>Sở Y tế<td>2025</tbody><thead>{HEAD}</thead></table>",
        [[TITLES, ["1", "Việc A", "Sở Y tế", "2025"], ["2", "Việc B", "Sở Y tế", "2025"]]],
    ),
    "merged cells lost: blanks inside a task go on": (
        f"<table>{TASK_HEAD}<tr><td>1. Đích<td>1.1. Việc<td>Làm A<td>Sở Y tế<tr><td><td><td>Làm B<td><tr><td><td>1.2. Khác<td>Làm C<td></table>",
        [[TASKS, ["1. Đích", "1.1. Việc", "Làm A", "Sở Y tế"], ["", "", "Làm B", "^"], ["", "1.2. Khác", "Làm C", ""]]],
    ),
    "nested layout tables": (f"<table><tr><td><table><tr><td>Đầu</table><td><table>{HEAD}<tr><td>1<td>A<td>B<td>2025</table></table>", ["Đầu", [TITLES, ["1", "A", "B", "2025"]]]),
    "unknown elements flow with the text": ("<p>Tại <st1:place><st1:City>Hà Nội</st1:City></st1:place>, <x-y>rà soát</x-y>.</p>", ["Tại Hà Nội, rà soát."]),
    "a list as Word writes it": ("<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Rà soát<o:p></o:p></p><!--[if gte mso 9]><xml>ẩn</xml><![endif]-->", ["1. Rà soát"]),
    "footnotes as Word writes them": ("<p>Nghị quyết<a href='#_ftn1'><span>[1]</span></a> này</p><div><p><a href='#_ftnref1'>[1]</a> Ngày 15/7/2021</p></div>", ["Nghị quyết này", "Ngày 15/7/2021"]),
    "lines of the source": ("<pre>KẾ HOẠCH\nNăm 2025</pre><p style='white-space: pre-wrap'>Căn cứ Luật;\nCăn cứ Nghị định;</p><p>Ba\nbốn</p>", ["KẾ HOẠCH", "Năm 2025", "Căn cứ Luật;", "Căn cứ Nghị định;", "Ba bốn"]),
    "styles that show capitals, strike out or take marks off": ("<p style='text-transform: uppercase'>kế <b>hoạch</b></p><p><span style='text-decoration:line-through'>bỏ</span>Giữ</p><ul style='list-style: none'><li>Ý</ul>", ["KẾ HOẠCH", "Giữ", "Ý"]),
    "kinds of numbers": ("<ol type=I><li>Một<li>Hai</ol><ol><li value=7>Bảy<li>Tám</ol>", ["I. Một", "II. Hai", "7. Bảy", "8. Tám"]),
    "labels of items that hold paragraphs": ("<ol type=I start=4><li><p>Kinh phí</p><p>Từ ngân sách</p></ol>", ["IV. Kinh phí", "Từ ngân sách"]),
    "items that print their labels": ("<ol><li><p><span style='display:block;float:left'>V.</span><span>TỔ CHỨC</span></p></ol>", ["V. TỔ CHỨC"]),
    "what LibreOffice prints on each page": ("<div title='header'><p>UBND tỉnh</p></div><p>Kế hoạch</p><div title='footer'><p>Trang 4/9</p></div>", ["Kế hoạch"]),
    "remarks of spreadsheets": ("<p><comment>Xem lại</comment>Rà soát</p>", ["Rà soát"]),
    "fonts of signs": ("<p>Đạt <font face=Symbol>³</font> 90%</p>", ["Đạt ≥ 90%"]),
    "escaped twice": ("<p>Cải&amp;nbsp;cách R&D</p>", ["Cải cách R&D"]),
    "tables that say so by their roles": (
        "<div role=table><div role=rowgroup><div role=row>" + "".join(f"<div role=columnheader>{title}</div>" for title in TITLES)
        + "</div></div><div role=row><span role=cell>1</span><span role=cell>Việc A</span><span role=cell aria-rowspan=2>Sở Y tế</span><span role=cell>2025</span></div>"
        "<div role=row><span role=cell>2</span><span role=cell>Việc B</span><span role=cell>2026</span></div></div>",
        [[TITLES, ["1", "Việc A", "Sở Y tế", "2025"], ["2", "Việc B", "^", "2026"]]],
    ),
    "rows by their roles that hold other things": ("<div role=grid><div role=row><p>Kế hoạch</p><div role=cell>Nội dung</div></div></div>", ["Kế hoạch", "Nội dung"]),
    "the numbers and letters at the edges of a sheet": (
        "<table><thead><tr><th class='row-header freezebar-origin-ltr'></th><th class=column-headers-background>A</th><th class=column-headers-background>B</th></tr></thead>"
        "<tr><th class=row-headers-background><div>1</div></th><td>Kế hoạch</td><td>2025</td></tr></table>",
        ["Kế hoạch", "2025"],
    ),
    "spans beyond the table": (f"<table>{HEAD}<tr><td rowspan=99999>1<td colspan=99999>Việc</table>", [[TITLES, ["1", "Việc", "^", "^"]]]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_blocks(case: str, tmp_path: Path) -> None:
    body, expected = CASES[case]
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert blocks(read_layout(tmp_path / "a.html")) == expected


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>Cải cách</p></html>".encode(),
        "\ufeff<html><p>Cải cách</p></html>".encode(),
        "\ufeff<html><p>Cải cách</p></html>".encode("utf-16-le"),
        b"<html><meta charset=windows-1258><p>C\x61\xcci c\xe1ch</p></html>".replace(b"\xcc", b"\xd2"),
        b"<html><p>C\x61\xd2i c\xe1ch</p></html>",
        "<html><p>Cải cách</p></html>".encode("utf-16-le"),
        "<html><p>Cải cách</p></html>".encode("utf-16-be"),
        b"<html><meta charset=none-such><p>C\x61\xd2i c\xe1ch</p></html>",
        b'<?xml version="1.0" encoding="utf-8"?><html><p>C&#7843;i c&#225;ch</p></html>',
    ],
)
def test_encodings(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(data)
    assert blocks(read_layout(tmp_path / "a.html")) == ["Cải cách"]


def test_one_broken_letter_does_not_spoil_a_page(tmp_path: Path) -> None:
    text = "Cải cách thủ tục hành chính. " * 40
    (tmp_path / "a.html").write_bytes(f"<html><p>{text}".encode() + b"\xe1</p></html>")
    (block,) = blocks(read_layout(tmp_path / "a.html"))
    assert block.startswith(text.strip())


def test_legacy_text_without_a_font_is_told_by_its_letters(tmp_path: Path) -> None:
    old = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh nhµ n­íc cña tØnh n¨m 2005, c¸c së ban ngµnh"
    (tmp_path / "a.html").write_text(f"<html><p>{old}</p></html>", encoding="utf-8")
    expected = "Kế hoạch cải cách hành chính nhà nước của tỉnh năm 2005, các sở ban ngành"
    assert blocks(read_layout(tmp_path / "a.html")) == [expected]


@pytest.mark.parametrize("body", ["", "<script>document.write('x')</script>"])
def test_a_page_without_text_is_refused(body: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="chữ"):
        read_layout(tmp_path / "a.html")


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_a_page_too_deep_to_be_read_whole_is_refused(tag: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><p>Đầu</p>" + f"<{tag}>" * 50_000 + "x", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="quá sâu"):
        read_layout(tmp_path / "a.html")


def test_a_list_of_many_items_is_counted_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<ol>" + "<li>Việc" * 5_000, encoding="utf-8")
    assert blocks(read_layout(tmp_path / "a.html"))[-1] == "5000. Việc"


SAVED = (
    "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: image/png\n\nx\n"
    "--B\nContent-Type: {}\nContent-Transfer-Encoding: {}\n\n{}\n--B--\n"
)
PAGE = "<html><p>Cải cách</p></html>"


@pytest.mark.parametrize(
    "saved",
    [
        SAVED.format(
            "text/html; charset=utf-8", "quoted-printable", quopri.encodestring(PAGE.encode()).decode()
        ),
        SAVED.format(
            "text/html; charset=unicode", "base64", base64.b64encode(PAGE.encode("utf-16")).decode()
        ),
        SAVED.format("text/html", "8bit", PAGE),
    ],
)
@pytest.mark.parametrize("name", ["a.mht", "a.doc"])
def test_a_page_saved_as_one_file(saved: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(saved, encoding="utf-8")
    assert blocks(read_layout(tmp_path / name)) == ["Cải cách"]


@pytest.mark.parametrize(
    "saved",
    [
        SAVED.format("text/css", "8bit", "p {}"),
        "MIME-Version: 1.0\n"
        + "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000)),
    ],
    ids=["no page", "nested without end"],
)
def test_a_saved_file_without_a_page_is_refused(saved: str, tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_text(saved, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="lưu trữ"):
        read_layout(tmp_path / "a.mht")


@pytest.mark.parametrize(
    "begin", ["<!-- " + "x" * 9000 + " --><html>", "<!-- saved --> " * 500 + "<html>", "<p>", "<font>"]
)
def test_a_page_is_known_by_its_begin(begin: str, tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(begin + "Cải <b>cách</b>", encoding="utf-8")
    assert blocks(read_layout(tmp_path / "a.doc")) == ["Cải cách"]


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("<html><body><p>KẾ HOẠCH</p></body></html>", True),
        ("<!DOCTYPE html><HTML><BODY><p>KẾ HOẠCH</p></BODY></HTML><!-- cuối -->", True),
        ("<p>KẾ HOẠCH</p>", True),
        ("<html><body><p>KẾ HOẠCH</p><table><tr><td>1</td><td>Rà so", False),
    ],
)
def test_a_page_without_its_end_is_read_and_told(page: str, whole: bool, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    layout = read_layout(tmp_path / "a.html")
    assert blocks(layout)[0] == "KẾ HOẠCH"
    assert not layout.unread if whole else "cắt cụt" in layout.unread


def test_a_page_of_nothing_but_breaks_is_read_line_by_line(tmp_path: Path) -> None:
    lines = [
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2025",
        "I. MỤC TIÊU",
        *(f"{n}. Rà soát văn bản của ngành." for n in range(1, 12)),
    ]
    lines += ["Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Văn An", "Phụ lục"]
    (tmp_path / "a.html").write_text(
        "<html><body>" + "<br>\n".join(lines) + "</body></html>", encoding="utf-8"
    )
    assert blocks(read_layout(tmp_path / "a.html")) == lines
