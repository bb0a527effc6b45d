"""The page that shows a document and its reading side by side."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from loaders.layout.model import Layout, Line, Passage, Table
from loaders.records import Activity, CitationRecord, DocumentRecord, Oddity, PlanRecord, Target
from service.reading.html import page

TEXTS = (
    "KẾ HOẠCH",  # 1
    "Cải cách hành chính năm 2025",
    "Lời dẫn của kế hoạch",  # 3: no record
    "Mục tiêu",
    "1.1. Công khai <b>thủ tục</b>",  # 5: the target
    "3.1.",  # 6: the activity's label on a line of its own
    "Niêm yết thủ tục",  # 7-8: the activity
    "Văn phòng",
    "Mục tiêu",  # 9: the header repeated
    "12",  # 10: a page number
    "Đoạn không ai nhận",  # 11: missed
    "",
    "3.2. Báo cáo",  # 13
)
LINES = tuple(Line(n, text, page=1 if n < 10 else 2) for n, text in enumerate(TEXTS, 1))
LAYOUT = Layout("ke-hoach.pdf", (Table((Passage.of([LINES[3]]),), ()),), LINES)


def activity(key: str, text: str, lines, **more) -> Activity:
    label = key.rpartition("/")[2]
    return Activity(key=key, label=label, row=None, task=None, target="I/1.1", text=text, lines=lines, **more)


PLAN = PlanRecord(
    doc="ke-hoach.pdf",
    document=DocumentRecord(
        kind="Kế hoạch", title="KẾ HOẠCH Cải cách hành chính năm 2025", period=(2025, 2025)
    ),
    targets=(Target(key="I/1.1", label="1.1", text="Công khai <b>thủ tục</b>", lines=(5, 5)),),
    activities=(
        activity("I/3.1", "Niêm yết thủ tục", (7, 8), lead_raw="VP", lead=("Văn phòng",), confidence=0.5),
        activity("I/3.2", "Báo cáo", (13, 13), confidence=1.0),
    ),
    citations=(
        CitationRecord(
            text="Nghị quyết 76/NQ-CP",
            number="76/NQ-CP",
            kind="Nghị quyết",
            date=None,
            issuer=None,
            role="cited",
            where="annex",
        ),
    ),
    oddities=(Oddity(what="Số thứ tự nhảy.", kind="numbering", lines=(13, 13)),),
)


@pytest.fixture(scope="module")
def text() -> str:
    return page(PLAN, LAYOUT)


def states(text: str) -> dict[int, str]:
    return {int(n): state for state, n in re.findall(r'<li class="(\w+)" id="line-(\d+)"', text)}


def test_every_line_of_the_source_is_there_with_its_state(text):
    read = dict.fromkeys((1, 2, 5, 6, 7, 8, 13), "read")
    assert states(text) == read | {3: "plain", 4: "plain", 9: "frame", 10: "frame", 11: "missed", 12: "blank"}


def test_what_was_not_understood_is_listed_with_a_way_to_it(text):
    look = text.partition('class="look"')[2].partition("</section>")[0]
    assert "Cần xem lại: 2 chỗ máy không chắc, 1 đoạn trong bảng chưa hiểu" in look
    assert '<a href="#line-11">Dòng 11</a>: Đoạn không ai nhận' in look
    for said in ("máy chỉ chắc 50%", "Số thứ tự nhảy."):
        assert said in look
    targets = set(re.findall(r'href="#([\w-]+)"', look))
    assert targets <= set(re.findall(r'id="([\w-]+)"', text))


def test_a_cell_shows_as_printed_and_as_understood(text):
    assert "VP → Văn phòng" in text
    assert "để trống hoặc không đọc được" in text


def test_records_without_a_place_are_shown_as_well(text):
    assert "76/NQ-CP" in text.partition("Đọc được nhưng không rõ vị trí")[2]


def test_pages_are_named_where_they_begin(text):
    assert re.findall(r'class="part">([^<]+)<', text) == ["Trang 1", "Trang 2"]


def test_the_page_needs_nothing_else_and_runs_nothing(text):
    assert "<script" not in text
    assert re.findall(r'(?:src|href)="(?!#)', text) == []
    assert "url(" not in text
    assert "<b>thủ tục</b>" not in text and "&lt;b&gt;thủ tục&lt;/b&gt;" in text


def test_the_page_is_well_formed(text):
    open_tags: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br"):
                open_tags.append(tag)

        def handle_endtag(self, tag):
            assert open_tags.pop() == tag

    Checker().feed(text)
    assert open_tags == []


def test_ids_are_unique(text):
    ids = re.findall(r'id="([\w-]+)"', text)
    assert len(ids) == len(set(ids))


def test_a_plan_without_anything_has_a_page():
    bare = page(PlanRecord(doc="trong.txt", document=DocumentRecord()), Layout("trong.txt", (), ()))
    assert "trong.txt" in bare


def test_the_same_reading_gives_the_same_page():
    assert page(PLAN, LAYOUT) == page(replace(PLAN), LAYOUT)
