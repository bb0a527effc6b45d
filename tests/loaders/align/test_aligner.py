import dataclasses
import subprocess
import sys

import pytest

from loaders.align import Aligner, Alignment, align, shipped
from loaders.records import Activity, PlanRecord, Target, Task
from tests.loaders.align.sample import PROVINCE, activity, plan, target, task

OFFICE = {"1": "direction", "2": "procedure"}


def keys(links: tuple[Alignment, ...]) -> dict[str, list[str]]:
    return {link.child: [p.key for p in link.parents] for link in links}


@pytest.mark.parametrize(
    ("row", "counterpart"),
    [
        (task("1/1", "Công tác tuyên truyền cải cách hành chính"), "I/1.1"),
        (activity("1/1", "Đoàn kiểm tra CCHC của Sở kiểm tra các đơn vị"), "I/1.2"),
        (activity("2/1", "Xử lý PAKN của người dân"), "II/1"),
        (activity("2/1", "Ban hành kế hoạch rà soát TTHC"), "II/2.1"),
        (activity("2/1", "Báo cáo rà soát, đánh giá thủ tục hành chính"), "II/2.1"),
    ],
)
def test_the_same_matter_in_other_words(row: Task | Activity, counterpart: str) -> None:
    assert counterpart in keys(align(plan(row, areas=OFFICE), PROVINCE))[row.key]


@pytest.mark.parametrize(
    "text",
    [
        "Trồng rừng phòng hộ ven biển",
        "Xếp hạng các đơn vị sự nghiệp",
        "Ban hành quy chế chi tiêu nội bộ",
        "Thực hiện theo quy định",
        "12/2025",
    ],
)
def test_no_counterpart(text: str) -> None:
    assert keys(align(plan(activity("2/1", text), areas=OFFICE), PROVINCE)) == {"2/1": []}


def test_a_row_is_found_through_what_stands_below_it() -> None:
    general = plan(
        target("II/1", "Kịp thời, đúng quy định"),
        task("II/1.1", "Ban hành văn bản chỉ đạo", "II/1"),
        activity("II/1.1/1", "Thanh toán trực tuyến nghĩa vụ tài chính", "II/1.1", "II/1"),
        task("II/1.2", "Ban hành văn bản chỉ đạo, điều hành", "II/1"),
        activity("II/1.2/1", "Số hóa hồ sơ lưu trữ", "II/1.2", "II/1"),
        areas={"II": "procedure"},
    )
    child = plan(activity("2/1", "Thanh toán trực tuyến nghĩa vụ tài chính"), areas=OFFICE)
    links = align(child, general)
    assert "II/1.1" in keys(links)["2/1"]
    assert "II/1.2" not in keys(links)["2/1"]
    assert links[0].parents[0].evidence[0] == "qua hàng II/1.1/1 nằm dưới hàng này"


@pytest.mark.parametrize("number", range(1, 4))
def test_a_plan_is_its_own_counterpart(number: int) -> None:
    other_field = plan(
        *(activity(f"I/{i}", text) for i, text in enumerate(
            ["Trồng rừng phòng hộ ven biển", "Diễn tập phòng thủ dân sự", "Mua sắm phương tiện cứu nạn"], 1
        ))
    )  # fmt: skip
    assert keys(align(other_field, other_field))[f"I/{number}"][0] == f"I/{number}"


def test_every_row_with_text_gets_an_entry_in_order() -> None:
    child = plan(target("g", "x"), task("t", "y", "g"), activity("t/1", "z", "t"), activity("t/-", None, "t"))
    assert list(keys(align(child, PROVINCE))) == ["g", "t", "t/1"]


@pytest.mark.parametrize("empty", [plan(), plan(activity("1", None)), plan(target("1", "…"))])
def test_plans_without_rows(empty: PlanRecord) -> None:
    assert all(not link.parents for link in align(PROVINCE, empty))
    assert all(not link.parents for link in align(empty, PROVINCE))


def test_proposals_keep_the_operating_point() -> None:
    model = shipped()
    for link in align(PROVINCE, PROVINCE):
        scores = [p.score for p in link.parents]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= model.most
        assert all(model.threshold <= x <= 1 for x in scores)
        assert all(p.evidence for p in link.parents)


def test_a_stricter_model_proposes_less() -> None:
    strict = dataclasses.replace(shipped(), threshold=1.0)
    assert not any(link.parents for link in align(PROVINCE, PROVINCE, strict))


def test_one_aligner_serves_many_children() -> None:
    aligner = Aligner(PROVINCE)
    child = plan(activity("2/1", "Xử lý PAKN của người dân"), areas=OFFICE)
    assert aligner.align(child) == aligner.align(child) == align(child, PROVINCE)


def test_the_same_in_every_process() -> None:
    script = "from tests.loaders.align.sample import PROVINCE\nfrom loaders.align import align\nprint(align(PROVINCE, PROVINCE))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert b"I/1.1" in runs.pop()


def test_json_form() -> None:
    link = align(plan(activity("2/1", "Xử lý PAKN của người dân"), areas=OFFICE), PROVINCE)[0].to_json()
    assert link["child"] == "2/1"
    assert set(link["parents"][0]) == {"key", "level", "score", "evidence"}
    assert link["parents"][0]["level"] in {"target", "task"}


def test_levels_are_those_of_the_parent() -> None:
    found = {p.key: p.level for link in align(PROVINCE, PROVINCE) for p in link.parents}
    kinds: dict[str, type[Target | Task]] = {"target": Target, "task": Task}
    records: dict[str, Target | Task] = {t.key: t for t in PROVINCE.targets}
    records |= {t.key: t for t in PROVINCE.tasks}
    assert found
    assert all(isinstance(records[key], kinds[level]) for key, level in found.items())
