"""Targets against the plans below: the matrix as a page and as a sheet."""

from __future__ import annotations

import io

from bs4 import BeautifulSoup
from openpyxl import load_workbook
from starlette.testclient import TestClient

from tests.service import sample


def test_the_matrix_has_a_line_a_target_and_a_column_a_plan(client: TestClient) -> None:
    soup = BeautifulSoup(client.get("/bao-phu", params={"plan": sample.PLAN}).text, "html.parser")
    heads = [" ".join(th.get_text(" ").split()) for th in soup.select("thead th")]
    assert len(heads) == 2
    assert heads[1].startswith("Kế hoạch 2/KH-SNV")
    lines = [" ".join(tr.get_text(" ").split()) for tr in soup.select("tbody tr")]
    assert len(lines) == 1
    assert lines[0].startswith("1.1 Tối thiểu 90% hồ sơ")
    assert lines[0].endswith("1 83%")


def test_a_plan_with_none_below_is_told_so(client: TestClient) -> None:
    assert "Chưa nạp kế hoạch nào" in client.get("/bao-phu", params={"plan": sample.OFFICE_PLAN}).text


def test_a_plan_that_is_not_there_is_told(client: TestClient) -> None:
    response = client.get("/bao-phu", params={"plan": "999/KH-X"})
    assert response.status_code == 404
    assert 'role="alert"' in response.text


def test_as_a_workbook(client: TestClient) -> None:
    response = client.get("/bao-phu", params={"plan": sample.PLAN, "format": "xlsx"})
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert str(rows[0][-1]).startswith("Kế hoạch 2/KH-SNV")
    assert rows[1][-1] == 1
