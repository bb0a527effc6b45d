"""The Vietnamese pages over the sample graph, asked through HTTP."""

from __future__ import annotations

import html
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from rdflib import XSD, Literal
from starlette.testclient import TestClient

import queries
from ontology.slug import fold
from service.show import in_words
from service.texts import catalogue
from tests.service import sample


def page(client: TestClient, address: str) -> BeautifulSoup:
    response = client.get(address, headers={"accept": "text/html"})
    assert response.status_code == 200, address
    return BeautifulSoup(response.text, "html.parser")


def of(iri: str) -> str:
    return iri.replace(sample.ID, "/id/") + ".html"


EVERY = [
    "/",
    "/tai-lieu",
    "/co-quan",
    "/chi-tieu",
    "/ontology",
    "/code",
    "/code/area",
    "/id/chi-so/ho-so-dung-han.html",
    "/cau-hoi/figures",
    "/cau-hoi",
    "/cau-hoi/plans",
    "/cau-hoi/instrument-agencies",
    "/tim?q=tuyen",
    "/sparql",
    "/so-sanh",
    "/bao-phu?plan=1/KH-UBND",
    *map(of, (sample.PLAN, sample.OFFICE_PLAN, sample.TASK, sample.ACTIVITY, sample.AGENCY, sample.GROUP)),
    *map(of, (sample.DECREE, sample.RESOLUTION, sample.PLAN + "/citation/1", sample.ID + "tinh/mau")),
    "/ve/" + sample.PLAN.removeprefix(sample.ID),
    "/ve/" + sample.DECREE.removeprefix(sample.ID),
]


@pytest.mark.parametrize("address", EVERY)
def test_every_page_is_a_whole_page(client: TestClient, address: str) -> None:
    soup = page(client, address)
    assert soup.html is not None
    assert soup.html["lang"] == "vi"
    assert soup.title is not None
    assert len(soup.find_all("h1")) == 1
    assert soup.find("a", class_="skip") is not None
    assert soup.find("main") is not None
    own = [s for s in soup.find_all("script") if not s.get("src") and s.get("type") != "application/json"]
    assert own == []
    assert not soup.find_all(style=True)
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    for field in soup.find_all(["input", "textarea"]):
        named = (
            field.get("aria-label")
            or field.find_parent("label")
            or soup.find("label", {"for": field.get("id")})
        )
        assert named, field


@pytest.mark.parametrize("address", EVERY)
def test_every_link_leads_somewhere(client: TestClient, address: str) -> None:
    soup = page(client, address)
    here = {str(a["href"]) for a in soup.find_all("a") if not str(a["href"]).startswith("#")}
    assert here
    for link in sorted(here):
        assert link.startswith("/"), link
        assert client.get(link, headers={"accept": "text/html"}).status_code in (200, 303), link
    for a in soup.find_all("a"):
        if str(a["href"]).startswith("#"):
            assert soup.find(id=str(a["href"])[1:]) is not None


def test_plans_are_listed_with_their_counts(client: TestClient) -> None:
    cards = page(client, "/").find_all(class_="card")
    texts = [" ".join(card.get_text(" ").split()) for card in cards]
    assert len(texts) == 2
    assert "2024 thời kỳ 1 mục tiêu 1 nhiệm vụ 2 hoạt động" in next(
        t for t in texts if "tỉnh Mẫu năm 2024" in t
    )


def test_a_plan_is_a_tree_with_roles_time_and_lines(client: TestClient) -> None:
    soup = page(client, of(sample.PLAN))
    names = [" ".join(d["class"]) for d in soup.select(".tree details")]
    assert names == ["section", "target", "task"]
    row = soup.select(".tree details.task tbody tr")[0]
    cells = [" ".join(td.get_text(" ").split()) for td in row.find_all("td")]
    assert cells == [
        "3.1 Ban hành kế hoạch tuyên truyền",
        "=Kế hoạch",
        "Sở Nội vụ",
        "Các sở, ban, ngành",
        "Quý I/2024",
        "dòng 5–6",
    ]
    text = soup.get_text(" ")
    assert "25/12/2023" in text
    assert "Nguyễn Văn A" in text
    assert "Theo dõi, đôn đốc" in text
    assert "Kế hoạch 2/KH-SNV" in text


def test_a_row_shows_its_trace_and_its_source(client: TestClient) -> None:
    soup = page(client, of(sample.ACTIVITY))
    trace = [" ".join(li.get_text(" ").split()) for li in soup.select(".trace > li")]
    assert [step.split(" ")[0] for step in trace] == ["Hoạt", "Nhiệm", "Mục", "Phần", "Kế"]
    own = [li.get_text() for li in soup.select(".text li.own")]
    assert own == ["3.1. Ban hành kế hoạch", "tuyên truyền"]
    assert soup.select(".text li")[0]["value"] == "2"
    assert "“SNV”" in html.unescape(str(soup)) or "SNV" in soup.select_one("q").get_text()  # type: ignore[union-attr]


def test_what_a_plan_carries_out_is_told_apart_from_what_it_cites(client: TestClient) -> None:
    soup = page(client, of(sample.OFFICE_PLAN + "/row/1"))
    last = soup.select(".trace > li.document")
    assert [" ".join(li.get_text(" ").split()) for li in last] == ["Triển khai Kế hoạch 1/KH-UBND"]


def test_inferred_links_are_marked_with_score_and_reason(client: TestClient) -> None:
    for iri in (sample.TASK, sample.OFFICE_PLAN + "/row/1"):
        text = page(client, of(iri)).get_text(" ")
        assert "Suy luận, cần người xem lại (83%)" in text
        assert "cùng cụm từ “tuyên truyền”" in text


def test_an_agency_has_its_own_rows_and_those_of_its_groups_apart(client: TestClient) -> None:
    soup = page(client, of(sample.AGENCY))
    heads = [" ".join(s.get_text(" ").split()) for s in soup.select(".work > summary")]
    assert heads == [
        "Chủ trì 1 dòng · Kế hoạch 1/KH-UBND",
        "Được giao 1 dòng · Kế hoạch 1/KH-UBND",
        "Chủ trì 1 dòng · Kế hoạch 2/KH-SNV",
        "Chủ trì 1 dòng · Kế hoạch 1/KH-UBND qua “Các sở, ban, ngành (tỉnh Mẫu)”",
        "Phối hợp 1 dòng · Kế hoạch 1/KH-UBND qua “Các sở, ban, ngành (tỉnh Mẫu)”",
    ]


@pytest.mark.parametrize("address", [sample.PLAN + "/citation/1", sample.ID + "tinh/mau"])
def test_what_has_no_page_of_its_own_is_told_in_vietnamese(client: TestClient, address: str) -> None:
    soup = page(client, of(address))
    names = {dt.get_text() for dt in soup.select("dl.facts dt")}
    assert "Loại" in names
    assert not {"type", "label", "source"} & names
    assert soup.h1 is not None
    assert soup.h1.get_text() not in {dd.get_text(strip=True) for dd in soup.select("dl.facts dd")}


def test_a_place_lists_its_plans(client: TestClient) -> None:
    rows = page(client, of(sample.ID + "tinh/mau")).select("table.list tbody tr")
    assert of(sample.PLAN) in [str(row.a["href"]) for row in rows if row.a]


def test_an_agency_shows_the_documents_it_issued(client: TestClient) -> None:
    issuer = page(client, of(sample.ID + "tinh/mau/ubnd"))
    (line,) = issuer.select("table.list tbody tr")
    assert line.find("a", href=of(sample.PLAN)) is not None
    assert line.get_text(" ", strip=True).endswith("25/12/2023")
    assert catalogue("vi")("documents.loaded") in line.get_text()


def test_an_agency_shows_its_sources_and_whether_it_is_known(client: TestClient) -> None:
    known = page(client, of(sample.AGENCY)).get_text(" ")
    unknown = page(client, of(f"{sample.AGENCY.rpartition('/')[0]}/to-tham-dinh")).get_text(" ")
    assert "Công báo tỉnh Mẫu" in known
    assert [catalogue("vi")("agency.unknown") in text for text in (known, unknown)] == [False, True]


def test_a_document_shows_both_directions(client: TestClient) -> None:
    soup = page(client, of(sample.DECREE))
    text = " ".join(soup.get_text(" ").split())
    assert "chỉ biết qua những chỗ viện dẫn" in text
    assert "Được viện dẫn trong Kế hoạch 1/KH-UBND" in text
    assert "Sửa đổi, bổ sung Nghị định 24/2014/NĐ-CP" in text
    assert "phụ lục, dòng 4" in text
    marks = [bool(td.select(".role")) for td in soup.select(".rows td.what")]
    assert marks == [True, False, False]
    back = page(client, of(sample.ID + "nghi-dinh/2014/24-2014-nd-cp"))
    assert "Được sửa đổi, bổ sung bởi Nghị định 107/2020/NĐ-CP" in " ".join(back.get_text(" ").split())


def test_a_basis_is_not_repeated_as_a_citation(client: TestClient) -> None:
    groups = page(client, of(sample.RESOLUTION)).select("dl.facts dt")
    assert [dt.get_text() for dt in groups] == ["Là căn cứ của"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("tuyên truyền", "tuyên truyền"),
        ("TUYEN TRUYEN", "tuyên truyền"),
        ("don doc", "Theo dõi, đôn đốc"),
        ("107/2020", "Nghị định 107/2020/NĐ-CP"),
        ("snv", "Sở Nội vụ"),
        ("hành chính tỉnh", "Kế hoạch 1/KH-UBND"),
    ],
)
def test_search_with_and_without_marks(client: TestClient, words: str, first: str) -> None:
    hits = page(client, "/tim?q=" + quote(words)).select(".hits li")
    assert any(first in hit.get_text() for hit in hits)


@pytest.mark.parametrize("words", ["", "   ", "khongcogi", "<script>", "§", "a" * 5000, "\"')"])
def test_search_for_nothing_finds_nothing(client: TestClient, words: str) -> None:
    soup = page(client, "/tim?q=" + quote(words))
    assert soup.select(".hits li") == [] or words == "<script>"


def test_a_hostile_text_stays_text(client: TestClient) -> None:
    for address in (of(sample.PLAN), of(sample.TASK), "/tim?q=" + quote('"><script>alert(2)</script>')):
        response = client.get(address, headers={"accept": "text/html"})
        assert "<script>alert" not in response.text
        assert "&lt;script&gt;alert" in response.text


def test_a_form_offers_the_words_of_fixed_values(client: TestClient) -> None:
    form = page(client, "/cau-hoi/agency-work")
    offered = {o["value"] for o in form.select("datalist#role-words option")}
    assert offered == {"chủ trì", "phối hợp"}
    assert [i["name"] for i in form.select("input[list]")] == ["role", "level"]
    assert "province" not in {o["value"] for o in form.select("datalist option")}


def test_a_question_is_asked_by_a_form(client: TestClient) -> None:
    empty = page(client, "/cau-hoi/instrument-agencies")
    assert empty.find("input", {"name": "instrument", "required": True}) is not None
    assert empty.find("table") is None
    answered = page(client, "/cau-hoi/instrument-agencies?instrument=107/2020&year=")
    assert "Sở Nội vụ" in answered.get_text()
    assert "names" in str(answered.select_one("td.c-plan")), "wide enough for a name"
    assert {"csv", "xlsx", "json"} == {
        str(a["href"]).rsplit("=", 1)[1] for a in answered.find_all("a") if "format=" in str(a["href"])
    }


@pytest.mark.parametrize(
    ("column", "term", "shown"),
    [
        ("end", Literal("2024-03-31", datatype=XSD.date), "31/03/2024"),
        ("number", Literal("2024-03-31"), "2024-03-31"),
        ("role", Literal("lead"), "chủ trì"),
        ("end", None, ""),
    ],
)
def test_values_of_an_answer_are_written_as_people_write_them(
    column: str, term: Literal | None, shown: str
) -> None:
    assert in_words(column, term) == shown


def test_an_unknown_name_is_told_in_the_form(client: TestClient) -> None:
    response = client.get("/cau-hoi/instrument-agencies?instrument=khong-co", headers={"accept": "text/html"})
    assert response.status_code == 404
    assert 'role="alert"' in response.text
    assert 'value="khong-co"' in response.text


def test_what_may_have_been_meant_is_asked_with_one_click(client: TestClient) -> None:
    address = "/cau-hoi/agency-work?agency=so+noi+vuj&year=2024"
    response = client.get(address, headers={"accept": "text/html"})
    assert response.status_code == 404
    (notice,) = BeautifulSoup(response.text, "html.parser").select("[role=alert]")
    links = [str(a["href"]) for a in notice.select("a")]
    assert notice.get_text().count("Sở Nội vụ") == 1, "named once, not in the sentence too"
    assert page(client, links[0]).select("table.answer tbody tr")
    assert "year=2024" in links[0]


def test_an_indicator_shows_its_figures_and_where_they_differ(client: TestClient) -> None:
    listed = page(client, "/chi-tieu").select("tbody tr")
    assert [[td.get_text(strip=True) for td in row.find_all("td")] for row in listed] == [
        ["Tỷ lệ hồ sơ đúng hạn", "1", "2"]
    ]
    soup = page(client, "/id/chi-so/ho-so-dung-han.html")
    figures, conflicts = soup.select("table.list")
    assert [row.find_all("td")[2].get_text() for row in figures.select("tbody tr")] == [
        "tối thiểu 90%",
        "bằng 80%",
    ]
    (conflict,) = conflicts.select("tbody tr")
    assert "90%" in conflict.get_text()
    assert "80%" in conflict.get_text()
    assert "có “đúng hạn”" in soup.get_text()
    assert soup.find("a", href=of(sample.TASK)) is not None
    measured = page(client, of(sample.PLAN + "/row/I%2F1.1"))
    assert measured.find("a", href="/id/chi-so/ho-so-dung-han.html") is not None


def test_a_question_is_explained_in_the_words_of_its_page(client: TestClient) -> None:
    soup = page(client, "/cau-hoi/deadlines?from=2024-01-01&to=2024-12-31")
    lead = soup.select_one(".lead")
    assert lead is not None
    assert "`" not in lead.get_text()
    called = {q.get_text() for q in lead.find_all("q")}
    assert called == {"Danh sách: thường xuyên hoặc không rõ hạn", "Chính xác đến", "Được nêu là"}
    labels = {column.label for column in queries.named("deadlines").columns}
    assert {q.partition(":")[0] for q in called} <= labels
    assert lead.find("code") is None


@pytest.mark.parametrize("name", queries.catalogue())
def test_no_question_is_explained_in_codes(client: TestClient, name: str) -> None:
    called = [q.get_text() for q in page(client, f"/cau-hoi/{name}").select(".lead q")]
    assert [q for q in called if q.isascii() and q.islower()] == []


def test_what_was_asked_stands_on_paper_too(client: TestClient) -> None:
    asked = page(client, "/cau-hoi/instrument-agencies?instrument=107/2020").select_one(".asked")
    assert asked is not None
    assert asked.get_text() == "Văn bản: 107/2020"


def test_questions_stand_in_the_order_of_their_titles(client: TestClient) -> None:
    titles = [a.get_text() for a in page(client, "/cau-hoi").select(".card h3 a")]
    assert len(titles) == len(queries.catalogue())
    assert titles == sorted(titles, key=fold)


def test_a_plan_names_the_plans_below_as_lists_do(client: TestClient) -> None:
    below = [a.text for a in page(client, of(sample.PLAN)).select("section.box li a")]
    assert below == ["Kế hoạch 2/KH-SNV, Sở Nội vụ tỉnh Mẫu"]
