"""Findings in every form: nothing of a plan can harm the reader, nothing is lost on the way."""

import csv
import io
import json
from html.parser import HTMLParser

import openpyxl
import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from shapes.finding import Finding, Place, Thing
from shapes.report.grouping import summary
from shapes.report.page import to_html
from shapes.report.table import to_csv, to_xlsx
from shapes.report.text import to_json, to_text
from shapes.report.turtle import to_turtle
from shapes.rules import Severity, rules

PLAN = Thing(URIRef("https://example.org/plan"), "Kế hoạch 15/KH-UBND")
HEADER = [
    "Kế hoạch",
    "Mức độ",
    "Dòng của kế hoạch",
    "Phát hiện",
    "Cách xử lý",
    "Tệp",
    "Từ dòng",
    "Đến dòng",
    "Trang",
    "Quy tắc",
    "IRI",
]
HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script>\x07 & "ngoặc"'


def finding(rule: str, label: str = "hoạt động 3.1. Kiểm tra", value: str | None = None, **more) -> Finding:
    item = Thing(URIRef(f"https://example.org/plan/row/{rule}"), label)
    place = Place("ke-hoach.txt", (12, 14))
    given = {"plan": PLAN, "place": place, "component": SH.MinCountConstraintComponent} | more
    return Finding(rule=rules()[rule], item=item, value=value, **given)


FINDINGS = [
    finding("activity-without-lead"),
    finding("lead-also-coordinating", value="Sở Nội vụ"),
    finding("time-unclear", HOSTILE),
    finding("document-dates-differ", "Nghị định 24/2014/NĐ-CP", plan=None, place=Place()),
]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(), ""),
        (Place("a.txt"), "a.txt"),
        (Place("a.txt", (12, 12)), "a.txt, dòng 12"),
        (Place("a.txt", (12, 14)), "a.txt, dòng 12–14"),
        (Place("a.pdf", (3, 4), page=2), "a.pdf, trang 2, dòng 3–4"),
        (Place("a.xlsx", (5, 5), sheet="Phụ lục"), "a.xlsx, trang tính Phụ lục, hàng 5"),
    ],
)
def test_a_place_reads_as_people_say_it(place, words):
    assert str(place) == words


def test_a_message_names_plan_row_and_line():
    assert FINDINGS[1].message == (
        "Kế hoạch 15/KH-UBND · hoạt động 3.1. Kiểm tra: "
        "Một cơ quan vừa chủ trì vừa phối hợp: Sở Nội vụ (ke-hoach.txt, dòng 12–14)"
    )


def test_the_message_of_a_plan_names_it_once():
    found = finding("plan-without-number")
    whole = Finding(rule=found.rule, item=PLAN, component=found.component, plan=PLAN)
    assert whole.message == "Kế hoạch 15/KH-UBND: Kế hoạch chưa có số, ký hiệu."


def test_text_has_a_line_for_each_finding_and_a_sum():
    lines = to_text(FINDINGS).splitlines()
    assert lines[0] == "Kế hoạch 15/KH-UBND (ke-hoach.txt)"
    assert sum(line.startswith("  ") for line in lines) == len(FINDINGS)
    assert lines[-1] == "Tổng cộng: 1 lỗi, 2 cảnh báo, 1 lưu ý."


def test_json_has_the_fields_of_the_format():
    assert json.loads(to_json(FINDINGS[:1])) == [
        {
            "rule": "activity-without-lead",
            "severity": "Violation",
            "message": FINDINGS[0].message,
            "plan": "https://example.org/plan",
            "item": "https://example.org/plan/row/activity-without-lead",
            "place": {"file": "ke-hoach.txt", "lines": [12, 14]},
        }
    ]


def test_csv_opens_in_excel_and_runs_no_formula():
    data = to_csv(FINDINGS)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == HEADER and len(rows) == len(FINDINGS) + 1
    assert rows[3][2] == "'" + HOSTILE


def test_xlsx_keeps_text_as_text():
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(FINDINGS))).active
    assert [c.value for c in sheet[1]] == HEADER
    assert sheet.max_row == len(FINDINGS) + 1
    assert sheet.cell(4, 3).value == HOSTILE.replace("\x07", "")
    assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"s", "n", "inlineStr"}


class Page(HTMLParser):
    """Collects what a browser would run or fetch, and the visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.fetched += [str(found[a]) for a in ("src", "href") if a in found]
        self.fetched += [tag] if tag in {"script", "link", "img", "iframe", "object"} else []

    def handle_data(self, data):
        self.text += data


def test_the_page_runs_and_fetches_nothing():
    page = Page()
    page.feed(to_html(FINDINGS))
    assert page.fetched == ["#plan-1", "#plan-2"]
    assert HOSTILE in page.text
    assert "Một cơ quan vừa chủ trì vừa phối hợp." in page.text and "dòng 12–14" in page.text


def test_the_page_without_findings_says_so():
    assert "Không có phát hiện nào." in to_html([])


def test_the_report_is_shacl_without_blank_nodes(caplog):
    graph = Graph().parse(data=to_turtle(FINDINGS), format="turtle")
    assert not [t for triple in graph for t in triple if isinstance(t, BNode)]
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)
    for result in graph.objects(report, SH.result):
        for required in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape):
            assert len(list(graph.objects(result, required))) == 1
        assert {m.language for m in graph.objects(result, SH.resultMessage)} == {"vi", "en"}
    assert len(list(graph.objects(report, SH.result))) == len(FINDINGS)
    assert caplog.messages == [], "nothing else on a user's screen"


def test_the_report_of_nothing_conforms():
    graph = Graph().parse(data=to_turtle([]), format="turtle")
    assert list(graph.objects(None, SH.conforms)) == [Literal(True)]


def test_the_summary_counts_every_severity():
    assert summary([]) == "0 lỗi, 0 cảnh báo, 0 lưu ý"
    assert [s.rank for s in Severity] == [0, 1, 2]
