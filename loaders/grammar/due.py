"""The year by which a figure is to be reached, where its clause names one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.grammar.text import plain

__all__ = ["is_past", "year", "years"]

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_NAMED = re.compile(
    rf"(?<!so với )(?<!so với cuối )năm\s+{_YEAR}|giai\s+đoạn\s+\d{{4}}\s*-\s*{_YEAR}"
    rf"|(?:đến|hết|trước)\s+(?:(?:hết|cuối|ngày|tháng|quý)\s+)*(?:[\divx]+\s*/\s*){{0,2}}{_YEAR}"
)
_TOLD_OF = re.compile(rf"năm\s+{_YEAR}(?:\s*(?:[,:(]|đạt|là|chiếm|có|còn|ở\s+mức|khoảng|tỷ\s+lệ\s+này))+\s*$")
"""What leads from a year to its figure: "(năm 2020 đạt 88%)"."""
_LONGEST_LEAD = 40
_QUOTED = re.compile(r"[\"“”„][^\"“”„]*[\"“”„]")
"""Titles of other documents, with stages of their own."""


def years(clause: str, since: int | None = None) -> list[tuple[int, str]]:
    """The due years that ``clause`` names, each with its place.

    ``since`` is the first year of the plan: what is earlier is compared with or quoted, and not due.

    >>> years("tăng 20% so với năm 2022; đến năm 2025 đạt 80%", 2023)
    [(30, '2025')]
    """
    if "20" not in clause and "19" not in clause:
        return []
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), plain(clause))
    named = ((found.start(), found[found.lastindex or 0]) for found in _NAMED.finditer(own))
    return [(at, name) for at, name in named if since is None or int(name) >= since]


def year(named: Sequence[tuple[int, str]], figure: int, first: int) -> str | None:
    """The year of the figure at ``figure`` among the years ``named`` in its clause, None without one.

    ``first`` is where the first figure of the clause stands: where it comes before the first year, years
    follow their figures ("80% vào năm 2025 và 100% vào năm 2030"), else they stand before them.
    """
    before = [name for at, name in named if at < figure]
    after = [name for at, name in named if at > figure]
    if named and first < named[0][0]:
        return (after or before[-1:])[0]
    return before[-1] if before else None


def is_past(text: str, figure: int, since: int | None) -> bool:
    """Whether the figure at ``figure`` of ``text`` is told of a year before ``since``: it has been reached.

    >>> is_past("đạt 95% (năm 2020 đạt 88%)", 22, 2021)
    True
    """
    if since is None:
        return False
    told = _TOLD_OF.search(plain(text)[max(0, figure - _LONGEST_LEAD) : figure])
    return told is not None and int(told[1]) < since
