"""An empty answer says why: nothing loaded for what was asked, or nothing said of it."""

from pathlib import Path

import pytest
from opened import opened

import queries
from queries.errors import BadArgument, Unknown
from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest, Store

REASONS: list[tuple[str, dict[str, str], str | None]] = [
    ("plans", {}, None),
    (
        "plans",
        {"year": "2031"},
        "Chưa nạp kế hoạch nào của năm 2031. Các kế hoạch đã nạp thuộc các năm 2021-2030.",
    ),
    ("rows", {"province": "bac kan", "level": "xã"}, "Chưa nạp kế hoạch nào của tỉnh bac kan, cấp xã."),
    (
        "figures",
        {"text": "không có"},
        "Các kế hoạch đã nạp không có gì khớp với: Từ trong điều được đo “không có”.",
    ),
    ("date-conflicts", {}, "Các kế hoạch đã nạp không có gì như vậy."),
    (
        "unserved-targets",
        {"plan": "https://w3id.org/cchc/id/nghi-quyet/2021/76-nq-cp"},
        "Kế hoạch này mới chỉ được viện dẫn, chưa nạp nội dung.",
    ),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), REASONS)
def test_an_empty_answer_says_why(
    readings: Store, name: str, arguments: dict[str, str], expected: str | None
) -> None:
    assert queries.why_empty(readings, queries.run(readings, name, arguments), arguments) == expected


def test_a_graph_without_plans_says_so(tmp_path: Path) -> None:
    Generations(tmp_path).write([], Manifest())
    store = open_store(tmp_path)
    reason = queries.why_empty(store, queries.run(store, "plans", {}), {})
    store.close()
    assert reason == "Chưa nạp kế hoạch nào; hãy dựng đồ thị bằng: cchc build."


def test_a_span_that_ends_before_it_begins_is_refused(readings: Store) -> None:
    with pytest.raises(BadArgument, match="muộn hơn"):
        queries.run(readings, "deadlines", {"from": "2024-12-31", "to": "01/01/2024"})


UNDATED = """
<https://e.vn/18> <{c}number> "18-NQ/TW" <https://e.vn/g> .
<https://e.vn/18> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{c}Document> <https://e.vn/g> .
<https://e.vn/18> <http://www.w3.org/2000/01/rdf-schema#label> "Nghị quyết 18-NQ/TW"@vi <https://e.vn/g> .
<https://e.vn/g> <{c}graphOf> <https://e.vn/plan> <https://e.vn/g> .
<https://e.vn/c1> <{c}printedNumber> "18-NQ/TW" <https://e.vn/g> .
<https://e.vn/c1> <{c}text> "Nghị quyết số 18-NQ/TW"@vi <https://e.vn/g> .
<https://e.vn/c1> <{c}citedBy> <https://e.vn/plan> <https://e.vn/g> .
""".replace("{c}", "https://w3id.org/cchc/ontology#")


@pytest.mark.parametrize("asked", ["18-NQ/TW", "Nghị quyết số 18-NQ/TW", "https://e.vn/18"])
def test_mentions_without_a_date_are_told_of(tmp_path: Path, asked: str) -> None:
    given = {"instrument": asked}
    with opened([UNDATED], tmp_path) as store:
        reason = queries.why_empty(store, queries.run(store, "instrument-agencies", given), given)
    assert reason is not None
    assert reason.startswith("1 chỗ trong 1 kế hoạch có nhắc “18-NQ/TW” nhưng không ghi ngày")


def test_an_unknown_document_may_be_mentioned_without_a_date(tmp_path: Path) -> None:
    asked = {"instrument": "nghị quyết 18-nq/tw"}
    mention = "".join(line for line in UNDATED.splitlines(keepends=True) if "vn/18" not in line)
    with (
        opened([mention], tmp_path) as store,
        pytest.raises(Unknown, match=r"-nq/tw”\. 1 chỗ trong 1 kế hoạch"),
    ):
        queries.run(store, "instrument-agencies", asked)
