"""Two plans side by side: the page, and the same for programs and spreadsheets."""

from __future__ import annotations

import io

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook
from starlette.testclient import TestClient

from service.show import amounts
from tests.service import sample

PLANS = {"old": sample.PLAN, "new": sample.OFFICE_PLAN}


def test_the_form_offers_the_loaded_plans(client: TestClient) -> None:
    soup = BeautifulSoup(client.get("/so-sanh").text, "html.parser")
    offered = [o["value"] for o in soup.select("select[name=old] option")]
    assert set(offered) == {"", sample.PLAN, sample.OFFICE_PLAN}
    assert not soup.select("table")


def test_the_page_tells_new_and_dropped_rows_with_their_places(client: TestClient) -> None:
    soup = BeautifulSoup(client.get("/so-sanh", params=PLANS).text, "html.parser")
    assert "dòng mới" in soup.select_one("[role=status]").get_text()  # type: ignore[union-attr]
    said = {row.select_one(".role").get_text() for row in soup.select("tbody tr")}  # type: ignore[union-attr]
    assert said == {"mới", "bỏ"}
    assert "mau.txt" in soup.get_text()
    links = [a["href"] for a in soup.select("tbody a")]
    assert links
    assert all(client.get(str(link)).status_code == 200 for link in links)


def test_plans_may_be_named_as_people_write_them(client: TestClient) -> None:
    soup = BeautifulSoup(
        client.get("/so-sanh", params={"old": "1/KH-UBND", "new": "2/KH-SNV"}).text, "html.parser"
    )
    assert [str(o["value"]) for o in soup.select("option[selected]")] == list(PLANS.values())


def test_a_plan_beside_itself_differs_nowhere(client: TestClient) -> None:
    text = client.get("/so-sanh", params={"old": sample.PLAN, "new": sample.PLAN}).text
    assert "không có dòng nào khác nhau" in text


@pytest.mark.parametrize(
    ("given", "status"), [({"old": "9/KH-X", "new": sample.PLAN}, 404), ({"old": "1"}, 200)]
)
def test_a_plan_that_is_not_there_is_told_on_the_page(
    client: TestClient, given: dict[str, str], status: int
) -> None:
    response = client.get("/so-sanh", params=given)
    assert response.status_code == status
    assert ('role="alert"' in response.text) == (status == 404)


@pytest.mark.parametrize(
    ("compared", "written"),
    [
        (">= 92.5 % (2025)", "≥ 92,5% (2025)"),
        ("<= 20 phút; = 100 %", "≤ 20 phút; = 100%"),
        ("+ 5 điểm", "+ 5 điểm"),
    ],
)
def test_figures_are_written_as_people_write_them(compared: str, written: str) -> None:
    assert amounts(compared) == written


def test_for_programs(client: TestClient) -> None:
    found = client.get("/api/compare", params={"old": "1/KH-UBND", "new": "2/KH-SNV"}).json()
    assert found["old"]["plan"] == sample.PLAN
    assert found["counts"]["new"] == sum(c["change"] == "new" for c in found["changes"])
    assert all((c["old"] or c["new"])["place"] for c in found["changes"])
    assert client.get("/api/compare", params={"old": "1/KH-UBND"}).json()["error"]["code"] == "two-plans"


def test_as_a_workbook(client: TestClient) -> None:
    response = client.get("/api/compare", params={**PLANS, "format": "xlsx"})
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:3] == ["Thay đổi", "Loại dòng", "Khoá"]
    assert sheet.max_row > 2
