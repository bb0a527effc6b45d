"""Tables for spreadsheets: opened right, and harmless whatever a document says."""

import csv
import io
from datetime import datetime

from openpyxl import load_workbook
from rdflib import XSD, Literal, URIRef

from queries.model import Column, NamedQuery, Table
from queries.sheets import csv_bytes, xlsx_bytes
from queries.show import as_data, in_words, worded

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


DATED = (Column("end", "Hạn", "Due"), Column("issued", "Ngày", "Date"), Column("value", "Giá trị", "Value"))
DAYS = Table(
    NamedQuery("thu", "Thử", "Try", "", "", (), (*DATED, Column("item", "IRI", "IRI")), ""),
    (
        (
            Literal("2024-01-31", datatype=XSD.date),
            Literal("2023-12-25"),
            Literal("92.5", datatype=XSD.decimal),
            URIRef("http://a/" + "b" * 200),
        ),
        (None, Literal("2025-01"), Literal("đạt " * 60), None),
    ),
)


def test_days_and_numbers_are_such_in_a_spreadsheet() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(worded(DAYS)))).active
    assert sheet is not None
    assert [c.value for c in sheet[2]][:3] == [datetime(2024, 1, 31), datetime(2023, 12, 25), 92.5]  # noqa: DTZ001
    assert {sheet[cell].number_format for cell in ("A2", "B2")} == {"dd/mm/yyyy"}
    assert [c.value for c in sheet[3]][:2] == [None, "01/2025"]
    text = csv_bytes(worded(DAYS)).decode("utf-8-sig")
    assert text.splitlines()[1].startswith("2024-01-31,2023-12-25,92.5,")


def test_on_a_screen_days_and_numbers_are_as_vietnamese_write_them() -> None:
    cells = zip((c.name for c in DATED), DAYS.rows[0], strict=False)
    assert [in_words(*cell) for cell in cells] == ["31/01/2024", "25/12/2023", "92,5"]
    assert in_words("value", DAYS.rows[0][2], "en") == "92.5"


def test_a_sheet_is_printed_whole_across_a_page_with_rows_as_high_as_their_texts() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(DAYS))).active
    assert sheet is not None
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'thu'!$A$1:$C$3"), "without IRIs"
    one, many = (sheet.row_dimensions[row].height for row in (2, 3))
    assert (one, many) == (15, 6 * 15)
