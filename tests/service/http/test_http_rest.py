"""``/api/queries``: the list, answers in three formats, and the description of it all."""

from __future__ import annotations

import csv
import io

import pytest
from rdflib import Literal
from starlette.testclient import TestClient

import queries
from queries.show import in_words
from service.http.rest import XLSX


def test_the_list_names_every_question(client: TestClient) -> None:
    found = client.get("/api/queries").json()["queries"]
    assert [q["name"] for q in found] == list(queries.catalogue())
    assert all(q["title"] and q["href"] for q in found)


def test_plans_as_json(client: TestClient) -> None:
    answer = client.get("/api/queries/plans").json()
    assert answer["query"] == "plans"
    names = [c["name"] for c in answer["columns"]]
    assert all(list(row) == names for row in answer["rows"])
    assert "1/KH-UBND" in str(answer["rows"])


def test_an_instrument_as_people_write_it(client: TestClient) -> None:
    answer = client.get("/api/queries/instrument-agencies", params={"instrument": "107/2020"}).json()
    assert answer["arguments"]["instrument"].endswith("107-2020-nd-cp")
    assert "Sở Nội vụ" in str(answer["rows"])


def test_codes_are_words_in_a_sheet_and_codes_in_json(client: TestClient) -> None:
    address = "/api/queries/instrument-agencies?instrument=107/2020"
    codes = {row["role"] for row in client.get(address).json()["rows"]}
    sheet = csv.DictReader(io.StringIO(client.get(f"{address}&format=csv").content.decode("utf-8-sig")))
    assert "lead" in codes
    assert {row["Vai trò"] for row in sheet} == {in_words("role", code and Literal(code)) for code in codes}


@pytest.mark.parametrize(
    ("headers", "parameters", "kind"),
    [
        ({"accept": "text/csv"}, {}, "text/csv; charset=utf-8"),
        ({}, {"format": "csv"}, "text/csv; charset=utf-8"),
        ({"accept": XLSX}, {}, XLSX),
        ({"accept": "text/csv"}, {"format": "xlsx"}, XLSX),
        ({"accept": "text/html,*/*;q=0.1"}, {}, "application/json"),
    ],
)
def test_formats(client: TestClient, headers: dict[str, str], parameters: dict[str, str], kind: str) -> None:
    response = client.get("/api/queries/plans", headers=headers, params=parameters)
    assert response.status_code == 200
    assert response.headers["content-type"] == kind


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/queries/plans?format=pdf", 406),
        ("/api/queries/nothing", 404),
        ("/api/queries/plans?nothing=1", 400),
        ("/api/queries/instrument-agencies", 400),
        ("/api/queries/instrument-agencies?instrument=", 400),
        ("/api/queries/instrument-agencies?instrument=999/2999", 404),
        ("/api/queries/instrument-agencies?instrument=107/2020&instrument=108/2020", 400),
    ],
)
def test_refusals(client: TestClient, address: str, status: int) -> None:
    response = client.get(address)
    assert response.status_code == status, response.text
    assert response.json()["error"]["status"] == status


def test_openapi_has_a_path_for_every_question(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    for name, query in queries.catalogue().items():
        operation = document["paths"][f"/api/queries/{name}"]["get"]
        assert [p["name"] for p in operation["parameters"]] == [*(p.name for p in query.parameters), "format"]
    for path in document["paths"].values():
        for operation in path.values():
            assert "default" in operation["responses"]
            assert "422" not in operation["responses"]
