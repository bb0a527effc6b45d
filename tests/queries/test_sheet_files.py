"""Tables for spreadsheets: opened right, and harmless whatever a document says."""

import csv
import io

from openpyxl import load_workbook
from rdflib import Literal, URIRef

from queries.model import Column, NamedQuery, Table
from queries.sheets import csv_bytes, xlsx_bytes
from queries.show import as_data

HARMFUL = '=HYPERLINK("http://example.org","x")'
COLUMNS = (Column("text", "Nội dung", "Text"), Column("n", "Số", "Number"), Column("none", "Không", "None"))
QUESTION = NamedQuery("thu", "Thử", "Try", "", "", (), COLUMNS, "")
TABLE = Table(QUESTION, ((Literal(HARMFUL), Literal(3), None), (URIRef("http://a/"), Literal("2.5"), None)))


def test_csv_opens_in_a_spreadsheet_without_harm() -> None:
    data = csv_bytes(TABLE)
    assert data.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [["Nội dung", "Số", "Không"], ["'" + HARMFUL, "3", ""], ["http://a/", "2.5", ""]]


def test_xlsx_holds_texts_and_numbers_but_no_formula() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(TABLE))).active
    assert sheet is not None
    assert [c.value for c in sheet[1]] == ["Nội dung", "Số", "Không"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (HARMFUL, "s")
    assert (sheet["B2"].value, sheet["B2"].data_type) == (3, "n")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")


def test_json_values_keep_their_type() -> None:
    assert as_data(TABLE)["rows"][0] == {"text": HARMFUL, "n": 3, "none": None}


def test_a_screen_shows_no_column_that_is_empty_everywhere() -> None:
    assert [c.name for c in TABLE.for_people] == ["text", "n"]
    assert [c.name for c in Table(QUESTION, ()).for_people] == ["text", "n", "none"]
