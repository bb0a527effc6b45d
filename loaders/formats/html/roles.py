"""Tables made of other elements, which say by their roles what they are: read as the elements of a table.

Source: WAI-ARIA 1.2, roles table, grid, row, cell; aria-colspan and aria-rowspan.
"""

from __future__ import annotations

from lxml.html import HtmlElement

__all__ = ["name_tables"]

_TABLES = "//*[@role='table' or @role='grid' or @role='treegrid'][not(self::table)]"
_CELLS = {"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "td"}


def name_tables(root: HtmlElement) -> None:
    """Give the elements of such tables in ``root`` the names and spans of a table's.

    One whose rows stand deeper than in a group, or hold more than cells, is left as it is.
    """
    for table in root.xpath(_TABLES):
        rows = table.xpath(".//*[@role='row']")
        if rows and all(_is_plain(row, table) for row in rows):
            table.tag = "table"
            for row in rows:
                _name_row(row, table)


def _is_plain(row: HtmlElement, table: HtmlElement) -> bool:
    parent = row.getparent()
    near = parent is table or (parent is not None and parent.getparent() is table)
    return near and all(cell.get("role") in _CELLS for cell in row)


def _name_row(row: HtmlElement, table: HtmlElement) -> None:
    row.tag = "tr"
    group = row.getparent()
    if group is not None and group is not table:
        group.tag = "tbody"
    for cell in row:
        cell.tag = _CELLS[cell.get("role", "")]
        for span in ("colspan", "rowspan"):
            cell.set(span, cell.get(f"aria-{span}") or "1")
