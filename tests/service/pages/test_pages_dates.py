"""A document that different places date differently: its page tells every date, and who says it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from service.http.app import create_app
from service.views.dates import Dates, dates
from tests.service import sample

CCHC = "https://w3id.org/cchc/ontology#"
CITATION = f"{sample.PLAN}/citation/1"
OTHER = sample.ID + "nghi-quyet/2020/76-nq-cp"
SAID = [
    (CITATION, "printedDate", ox.Literal("2021-07-16")),
    (sample.RESOLUTION, "issuedText", ox.Literal("2021-07-15")),
    (sample.RESOLUTION, "alsoDated", ox.NamedNode(OTHER)),
]


def quads(*said: tuple[str, str, ox.Literal | ox.NamedNode]) -> list[ox.Quad]:
    known = ox.parse(path=str(Path(sample.__file__).with_name("sample.trig")), format=ox.RdfFormat.TRIG)
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    other = ox.Quad(ox.NamedNode(OTHER), label, ox.Literal("Nghị quyết 76/NQ-CP"))
    graph = ox.NamedNode("https://w3id.org/cchc/graph/resolved")
    more = (ox.Quad(ox.NamedNode(s), ox.NamedNode(CCHC + p), o, graph) for s, p, o in said)
    return [*known, other, *more]


@pytest.mark.parametrize("said", [SAID[:1], SAID[1:2], []])
def test_dates_that_agree_are_no_matter(
    tmp_path: Path, said: list[tuple[str, str, ox.Literal | ox.NamedNode]]
) -> None:
    sample.write(tmp_path, quads(*said))
    store = sample.opened(tmp_path)
    assert dates(store, sample.RESOLUTION) == Dates()
    store.close()


def test_every_date_is_on_the_page(tmp_path: Path) -> None:
    sample.write(tmp_path, quads(*SAID))
    store = sample.opened(tmp_path)
    with TestClient(create_app(store)) as client:
        path = sample.RESOLUTION.removeprefix("https://w3id.org/cchc")
        page = BeautifulSoup(client.get(f"{path}.html").text, "html.parser")
    store.close()
    notice = page.select_one("section.notice")
    assert notice is not None
    lines = [" ".join(li.get_text().split()) for li in notice.select("li")]
    assert lines[0].startswith("15/07/2021: ghi trên chính văn bản")
    assert lines[1].startswith("16/07/2021: Kế hoạch 1/KH-UBND")
    assert lines[1].endswith("mau.txt:1")
    assert [str(a["href"]) for a in notice.select("p a")] == ["/id/nghi-quyet/2020/76-nq-cp.html"]
