"""Titles of documents as parts of an identity: a law's name, a plan's subject."""

from __future__ import annotations

import re

from ontology.slug import fold, slug

__all__ = ["law_title", "law_year", "subject"]

_AFTER_TITLE = re.compile(
    r"\s*(?:\(|[,;]?\s*\b(?:số\s*\d|ngày\b|năm\s+(?:19|20)\d\d|được (?:sửa đổi|Quốc hội)|của Quốc hội))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"[,\s(]*(?:năm|giai đoạn|từ năm|đến năm)?\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\)?", re.IGNORECASE
)
_SUBJECT = 90
"""Characters a subject may have in a path; it is cut between words."""


def law_title(text: str, kind: str) -> str:
    """The name of a law in the mention ``text``, without its kind, number and date; "" where there is none.

    >>> law_title("Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008", "Luật")
    'Cán bộ, công chức'
    """
    start = re.search(rf"\b{re.escape(kind)}\b", text, re.IGNORECASE)
    rest = text[start.end() :].strip() if start else ""
    cut = _AFTER_TITLE.search(f" {rest}")
    return (f" {rest}"[: cut.start()] if cut else rest).strip(" .,;")


def law_year(text: str) -> int | None:
    """The year a mention gives a law ("năm 2015"), the first where there are several."""
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def subject(title: str, kind: str | None) -> str:
    """What a plan is about, as a slug: its title without its kind and its years."""
    bare = _PERIOD.sub("", title)
    if kind and fold(bare).startswith(fold(kind)):
        bare = " ".join(bare.split()[len(kind.split()) :])
    made = slug(bare)
    return made if len(made) <= _SUBJECT else made[:_SUBJECT].rpartition("-")[0]
