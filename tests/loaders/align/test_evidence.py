import pytest

from loaders.align import align
from loaders.align.evidence import SHOWN, phrases
from loaders.align.text import short_forms, syllables
from tests.loaders.align.sample import cites, counts, plan, target, task

FORMS = short_forms(())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rà soát, đánh giá TTHC", "rà soát đánh giá thủ tục hành chính", ["Rà soát, đánh giá TTHC"]),
        ("Công khai TTHC (niêm yết)", "thủ tục hành chính", ["TTHC"]),
        ("theo dõi thi hành pháp luật", "thi hành pháp luật và theo dõi", ["thi hành pháp luật"]),
        ("một việc", "việc khác", []),
        ("của các và", "của các và", []),
        ("", "rà soát", []),
        (
            "tiếp nhận hồ sơ; trả kết quả giải quyết",
            "trả kết quả giải quyết sau khi tiếp nhận hồ sơ",
            ["trả kết quả giải quyết", "tiếp nhận hồ sơ"],
        ),
    ],
)
def test_shared_phrases(one: str, other: str, expected: list[str]) -> None:
    assert phrases(syllables(one, FORMS), syllables(other, FORMS)) == expected


def test_long_phrases_are_cut() -> None:
    text = syllables("tăng cường trách nhiệm quản lý " * 8, FORMS)
    assert all(len(p) <= SHOWN + 2 and p.endswith(" …") for p in phrases(text, text))


def test_reasons_are_named() -> None:
    child = plan(
        task("1", "100% hồ sơ thanh toán trực tuyến theo Quyết định số 12/QĐ-TTg"),
        areas={"1": "procedure"},
        citations=(cites("1", "12/QĐ-TTg"),),
        measures=(counts("1", "hồ sơ thanh toán trực tuyến", 100),),
    )
    parent = plan(
        target("I/1", "80% hồ sơ được thanh toán trực tuyến theo Quyết định số 12/QĐ-TTg"),
        target("I/2", "Trồng cây"),
        areas={"I": "procedure"},
        citations=(cites("I/1", "12/QĐ-TTg"),),
        measures=(counts("I/1", "hồ sơ được thanh toán trực tuyến", 80),),
    )
    assert align(child, parent)[0].parents[0].evidence == (
        "cùng chỉ tiêu “hồ sơ thanh toán trực tuyến”",
        "cùng văn bản 12/QĐ-TTg",
        "cùng nội dung “hồ sơ trực tuyến”",
        "cùng nội dung “thanh toán trực tuyến”",
        "cùng cụm từ “thanh toán trực tuyến theo Quyết định số 12/QĐ-TTg”",
        "cùng lĩnh vực “Cải cách thủ tục hành chính”",
    )
