from pathlib import Path

import pytest

from loaders.align import data, matters
from loaders.align.text import short_forms, stopwords, syllables
from ontology.codes import codes

SOURCES = {p.stem for p in (Path(__file__).parents[3] / "plans").iterdir()} | {"cách viết thông dụng"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tăng cường công tác thông tin, tuyên truyền về CCHC", {"propaganda"}),
        ("Rà soát, đánh giá TTHC", {"procedure-review"}),
        ("Công bố TTHC/danh mục TTHC", {"procedure-announcing"}),
        ("100% kiến nghị, phản ánh được xử lý dứt điểm", {"feedback"}),
        ("Tiếp nhận, xử lý PAKN", {"feedback"}),
        ("Ban hành kế hoạch theo dõi tình hình thi hành pháp luật", {"law-monitoring"}),
        ("Thực hiện cơ chế một cửa, một cửa liên thông", {"one-stop"}),
        ("Cập nhật hồ sơ trên phần mềm một cửa điện tử", {"one-stop-software"}),
        ("Tổ chức tuyển dụng viên chức", {"recruitment"}),
        ("Tiếp tục sắp xếp, kiện toàn tổ chức bộ máy", {"apparatus"}),
        ("Giải ngân vốn đầu tư công", {"public-investment"}),
        ("Mua sắm bàn ghế", set()),
        ("", set()),
    ],
)
def test_matters_of_a_row(text: str, expected: set[str]) -> None:
    assert matters.matters().find(syllables(text, short_forms(())).folded) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xây dựng kế hoạch", {"plan"}),
        ("Báo cáo kết quả kiểm tra", {"report", "inspect"}),
        ("Sửa đổi, bổ sung, thay thế", {"amend"}),
        ("Một việc khác", set()),
    ],
)
def test_acts_of_a_row(text: str, expected: set[str]) -> None:
    assert matters.acts().find(syllables(text, {}).folded) == expected


def test_parts_of_a_phrase_must_stand_near() -> None:
    near = "kiểm tra việc thực hiện công tác cải cách hành chính"
    far = f"kiểm tra {'việc khác ' * matters.REACH}cải cách hành chính"
    find = matters.matters().find
    assert "reform-inspection" in find(syllables(near, {}).folded)
    assert "reform-inspection" not in find(syllables(far, {}).folded)


@pytest.mark.parametrize("name", ["matters.csv", "acts.csv"])
def test_the_lists_are_whole(name: str) -> None:
    rows = data.table(name)
    assert len({row["code"] for row in rows}) == len(rows)
    assert len({row["label"] for row in rows}) == len(rows)
    for row in rows:
        phrases = row["phrases"].split("|")
        assert len(set(phrases)) == len(phrases), row["code"]
        assert all(part.strip() for phrase in phrases for part in phrase.split("+")), row["code"]


def test_matters_belong_to_an_area_and_name_their_source() -> None:
    for row in data.table("matters.csv"):
        assert row["area"] in codes("area"), row["code"]
        assert {*row["source"].split("; ")} <= SOURCES, row["code"]


def test_every_phrase_finds_its_own_matter_or_a_longer_one() -> None:
    lexicon = matters.matters()
    for row in data.table("matters.csv"):
        found = {p: lexicon.find(syllables(p.replace("+", ""), {}).folded) for p in row["phrases"].split("|")}
        assert all(found.values()), found
        assert any(row["code"] in codes for codes in found.values()), row["code"]


def test_short_forms_do_not_repeat_the_shared_list() -> None:
    own = [row["short"] for row in data.table("short-forms.csv")]
    assert len(set(own)) == len(own)
    assert not stopwords() & {row["short"].lower() for row in data.table("short-forms.csv")}
