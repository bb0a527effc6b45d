"""A plan as the page of a portal: menus and scripts around it, the letterhead in a table, the annex with spans."""

from __future__ import annotations

import html
import textwrap
from pathlib import Path

from tests.loaders.formats.office.plan import Sheet, Slot

FRAME = (
    "<nav><a href='/'>Trang chủ</a></nav><script>var x = '<table>';</script><style>td {color: red}</style>"
    "<div class='menu'>Giới thiệu Tin tức</div><ul><li><a href='a'>Tin một</a><li><a href='b'>Tin hai</a><li><a href='c'>Tin ba</a></ul>"
)


def make(sheet: Sheet, path: Path, *, encoding: str = "utf-8") -> Path:
    """Write ``sheet`` to ``path`` as a page inside layout tables."""
    body = "".join(f"<p>{html.escape(text)}</p>" for text in sheet.before)
    head = "".join(f"<th>{html.escape(title)}</th>" for title in sheet.head)
    rows = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in sheet.rows)
    page = (
        f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>Cổng thông tin</title></head><body>{FRAME}"
        f"<table width='100%'><tr><td><div class='content'>{body}<table border='1'><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table><p>Nơi nhận: Lưu VT.</p></div></td></tr></table><footer>Bản quyền</footer></body></html>"
    )
    path.write_bytes(page.encode(encoding, "xmlcharrefreplace"))
    return path


def cell(slot: Slot) -> str:
    if slot.covered:
        return ""
    spans = (f" rowspan={slot.height}" if slot.height > 1 else "") + (
        f" colspan='{slot.width}'" if slot.width > 1 else ""
    )
    return f"<td{spans}>{broken(slot.text)}</td>"


def broken(text: str) -> str:
    """``text`` escaped, with a line break and bold words as editors leave them."""
    words = html.escape(text).split(" ")
    if len(words) > 4:
        words[1] = f"<strong>{words[1]}</strong>"
        words[-2:] = ["<br/>".join(words[-2:])]
    return " ".join(words)


WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'>\r\n<head><meta http-equiv=Content-Type content='text/html; charset=windows-1258'>"
    "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style><!-- p.MsoNormal {margin: 0} --></style></head><body><div class=WordSection1>"
)
LAST_ROW = (
    "<![if !supportMisalignedColumns]><tr height=0><td width=40 style='border: none'></td></tr><![endif]>"
)


def make_by_word(sheet: Sheet, path: Path) -> Path:
    """Write ``sheet`` to ``path`` as Word saves a page: its own marks, wrapped source, letters as numbers."""
    head = "".join(f"<td width=40 style='border: solid'>{by_word(title)}</td>" for title in sheet.head)
    rows = "".join(
        f"<tr style='mso-yfti-irow: 1'>{''.join(map(cell_by_word, row))}</tr>" for row in sheet.rows
    )
    table = f"<table class=MsoTableGrid border=1><thead><tr>{head}</tr></thead>{rows}{LAST_ROW}</table>"
    body = "".join(map(by_word, sheet.before)) + table + by_word("Nơi nhận: Lưu VT.")
    path.write_bytes(f"{WORD}{body}</div></body></html>".encode("cp1258", "xmlcharrefreplace"))
    return path


def cell_by_word(slot: Slot) -> str:
    whole = cell(Slot("", slot.height, slot.width, slot.covered))
    return whole.replace("></td>", f">{by_word(slot.text)}</td>")


def by_word(text: str) -> str:
    lines = textwrap.wrap(html.escape(text), 70, break_long_words=False, break_on_hyphens=False)
    shown = "\r\n".join(lines) or "<o:p>&nbsp;</o:p>"
    return f"<p class=MsoNormal><span\r\nlang=VI style='font-family: \"Times New Roman\", serif'>{shown}<o:p></o:p></span></p>"
