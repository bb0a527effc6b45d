"""The pictures in a real browser: drawn, and without a request to any other host."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdfium2 as pdfium
import pytest
import uvicorn
from rdflib import SH, URIRef
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from service.draw.page import page
from service.draw.pictures import picture_of
from service.draw.svg import svg
from service.http.app import create_app
from service.store.embedded import EmbeddedStore
from service.texts import catalogue
from shapes.finding import Finding, Thing
from shapes.report.page import to_html
from shapes.rules import rules
from tests.service import sample

pytestmark = pytest.mark.browser

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1366,900",
]
DRAWN = """
const frame = document.getElementById('network');
return Boolean(frame && frame.network && frame.querySelector('canvas'));
"""
NODES = "return document.getElementById('network').network.body.data.nodes.length"
LEFTMOST = """
const network = document.getElementById('network').network;
const ids = network.body.data.nodes.getIds();
return Math.min(...ids.map((id) => network.canvasToDOM(network.getPosition(id)).x));
"""


@pytest.fixture(scope="module")
def address(sample_store: EmbeddedStore) -> Iterator[str]:
    """The sample graph served on a free port."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(sample_store), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


def opened(browser: webdriver.Chrome, where: str) -> list[str]:
    """Open ``where``, wait until its network is drawn, and give the addresses it asked for."""
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get(where)
    WebDriverWait(browser, 20).until(lambda b: b.execute_script(DRAWN))
    messages: list[Any] = [json.loads(e["message"])["message"] for e in browser.get_log("performance")]
    sent = (m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent")
    return [url for url in sent if not url.startswith(("data:", "chrome:", "about:"))]


def faults(browser: webdriver.Chrome) -> list[str]:
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


@pytest.mark.parametrize(("iri", "nodes"), [(sample.PLAN, 6), (sample.DECREE, 6)])
def test_a_served_picture(browser: webdriver.Chrome, address: str, iri: str, nodes: int) -> None:
    asked = opened(browser, f"{address}/ve/{iri.removeprefix(sample.ID)}")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert any(url.endswith("/static/vis-network.js") for url in asked)
    assert browser.execute_script(NODES) == nodes
    assert catalogue("vi")("draw.open") in browser.find_element(By.TAG_NAME, "main").text
    assert browser.execute_script(LEFTMOST) > 0
    assert faults(browser) == []


def test_without_scripts_the_picture_stands_still(browser: webdriver.Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(f"{address}/ve/{sample.PLAN.removeprefix(sample.ID)}")
        frame = browser.find_element(By.ID, "network")
        assert frame.find_element(By.TAG_NAME, "img").size["width"] > 100
        assert browser.get_log("browser") == []
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_picture_in_one_file(
    browser: webdriver.Chrome, sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    picture = picture_of(sample_store, sample.PLAN, 150, lambda _: None)
    assert picture is not None
    file = tmp_path / "sơ đồ.html"
    file.write_text(page(picture), encoding="utf-8")
    asked = opened(browser, file.as_uri())
    assert asked == [file.as_uri()]
    assert catalogue("vi")("draw.open") not in browser.find_element(By.TAG_NAME, "main").text, (
        "no pages to open"
    )
    assert browser.execute_script(NODES) == len(picture.nodes)
    assert faults(browser) == []


def test_the_pages_need_no_other_host_and_have_no_faults(browser: webdriver.Chrome, address: str) -> None:
    browser.get_log("browser")
    for path in ("/", f"/id/{sample.ACTIVITY.removeprefix(sample.ID)}.html", "/sparql"):
        browser.get(address + path)
        assert browser.find_element(By.TAG_NAME, "h1").text
    assert faults(browser) == []


DAY = """
const cell = document.querySelector('.rows tbody td:nth-child(5)');
cell.textContent = 'Trước ngày 31/12/2025';
const range = document.createRange();
range.setStart(cell.firstChild, cell.textContent.indexOf('31'));
range.setEnd(cell.firstChild, cell.textContent.length);
return range.getClientRects().length;
"""


def test_a_day_stands_on_one_line_in_the_table_of_a_plan(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}/id/{sample.PLAN.removeprefix(sample.ID)}.html")
    assert browser.execute_script(DAY) == 1


CLOSED = "return Array.from(document.querySelectorAll('details:not([open])')).length"


def printed_pages(browser: webdriver.Chrome) -> pdfium.PdfDocument:
    """The page that is open, as it goes to paper."""
    return pdfium.PdfDocument(base64.b64decode(browser.print_page()))


def printed(browser: webdriver.Chrome) -> str:
    """The text of the page that is open, as it goes to paper."""
    pages = printed_pages(browser)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


def test_what_is_folded_on_the_screen_is_open_on_paper(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    browser.get(f"{address}/id/{sample.PLAN.removeprefix(sample.ID)}.html")
    assert browser.execute_script(CLOSED) > 0
    on_screen = browser.find_element(By.TAG_NAME, "body").text
    assert printed(browser).count("76/NQ-CP") > on_screen.count("76/NQ-CP")
    unclear = Thing(URIRef(sample.ACTIVITY), "việc ghi mờ")
    note = Finding(rules()["time-unclear"], unclear, SH.SPARQLConstraintComponent)
    file = tmp_path / "kiểm tra.html"
    file.write_text(to_html([note]), encoding="utf-8")
    browser.get(file.as_uri())
    assert browser.execute_script(CLOSED) == 1
    assert "việc ghi mờ" in printed(browser)


PUSH = """
const task = document.querySelector('details.task');
const space = document.getElementById('space') || document.createElement('div');
space.id = 'space';
space.style.height = arguments[0] + 'px';
task.before(space);
return task.querySelector('summary').innerText.split('\\n').pop();
"""


def test_a_task_is_not_parted_from_its_table_on_paper(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}/id/{sample.PLAN.removeprefix(sample.ID)}.html")
    head = catalogue("vi")("row.product")
    for height in range(340, 480, 20):  # the task comes down to the foot of the first page
        task = browser.execute_script(PUSH, height)
        pages = [page.get_textpage().get_text_bounded() for page in printed_pages(browser)]
        assert any(task in text and head in text for text in pages), height


LEAST_ROOM = """
const right = (shape) => shape.getBoundingClientRect().right;
const groups = Array.from(document.querySelectorAll('g')).filter((g) => g.querySelector('rect'));
return Math.min(...groups.flatMap((g) =>
  Array.from(g.querySelectorAll('text')).map((text) => right(g.querySelector('rect')) - right(text))));
"""


def test_capitals_stay_inside_their_box(
    browser: webdriver.Chrome, sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    picture = picture_of(sample_store, sample.PLAN, 150, lambda _: None)
    assert picture is not None
    label = "VI. XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ"
    file = tmp_path / "hoa.svg"
    file.write_text(
        svg(replace(picture, nodes=tuple(replace(n, label=label) for n in picture.nodes))), encoding="utf-8"
    )
    browser.get(file.as_uri())
    assert browser.execute_script(LEAST_ROOM) > 2
