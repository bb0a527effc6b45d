"""Agencies of a row stand in the order of the plan, which the graph does not keep."""

import pytest

from service.views.facts import Link
from service.views.rows import as_printed

ORDERS = [
    ("Văn phòng UBND tỉnh; Sở Nội vụ", ["Văn phòng UBND tỉnh", "Sở Nội vụ"]),
    (
        "Văn phòng UBND tỉnh; các Sở: Tư pháp, Nội vụ; UBND cấp huyện",
        ["Văn phòng UBND tỉnh", "Sở Tư pháp", "Sở Nội vụ", "UBND cấp huyện"],
    ),
    ("Các sở, ban, ngành, UBND Cấp huyện", ["Các sở, ban, ngành", "UBND cấp huyện"]),
    ("Sở TT&TT; Sở Nội vụ", ["Sở Nội vụ", "Sở Thông tin và Truyền thông"]),
    (None, ["Sở Nội vụ", "Sở Tư pháp"]),
]


@pytest.mark.parametrize(("text", "names"), ORDERS)
def test_agencies_stand_as_the_plan_names_them(text: str | None, names: list[str]) -> None:
    links = tuple(
        sorted(Link(f"{name} tỉnh Mẫu", f"https://example.org/{name}", name=name) for name in names)
    )
    assert [link.short for link in as_printed(links, text)] == names
