"""The page of an agency shows the very rows that the question about its work answers with."""

import pytest

import queries
from service.store.model import Store
from service.views.agencies import Work, agency


def told(works: tuple[Work, ...]) -> set[tuple[str, str]]:
    return {(work.role, row.iri) for work in works for row in work.rows}


@pytest.mark.parametrize(
    "name", ["sở nội vụ bắc kạn", "sở khoa học công nghệ bắc giang", "sở tư pháp thái nguyên"]
)
def test_the_page_and_the_question_tell_the_same_rows(readings: Store, name: str) -> None:
    answer = queries.run(readings, "agency-work", {"agency": name})
    asked: dict[str, set[tuple[str, str]]] = {way: set() for way in ("name", "group", "predecessor")}
    for record in answer.records():
        asked[str(record["via"])].add((str(record["role"]), str(record["item"])))
    shown = agency(readings, str(answer.arguments["agency"]))
    assert shown is not None
    assert told(shown.own) == asked["name"]
    assert told(shown.through_groups) == asked["group"]
    assert told(shown.through_predecessors) == asked["predecessor"]
    assert any(asked.values())
