"""How right a reading is: each field against a hand-checked reading, over the part that one covers.

Rows are paired by their text (best first, nearest in order on a tie); lists are compared as
multisets (F1). White space, case and outer punctuation do not count.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.records import section_of

__all__ = ["Score", "compare"]

Row = Mapping[str, Any]

_DOCUMENT = ("number", "kind", "issuer", "date", "title", "signer", "period")
_TEXTS = ("text", "product", "time", "budget")
_ENOUGH = 0.5
"""So much of two rows' words must be alike for them to be paired."""


@dataclass
class Score:
    """Right answers of all asked, by field; ``rate`` is 1.0 where nothing was asked."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: int, asked: int = 1) -> None:
        """Count ``right`` of ``asked`` answers for ``name``."""
        self.right[name] += right
        self.asked[name] += asked

    def rate(self, name: str) -> float:
        """The share of right answers for ``name``."""
        return self.right[name] / self.asked[name] if self.asked[name] else 1.0

    def update(self, other: Score) -> None:
        """Add the answers of ``other``."""
        self.right.update(other.right)
        self.asked.update(other.asked)


def folded(value: object) -> str:
    """``value`` as text without white space, case, dash styles and outer punctuation."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFC", str(value)).casefold().replace("–", "-").replace("—", "-")
    return "".join(text.split()).strip(".,;:-+*\"'")


def compare(gold: Row, read: Row) -> Score:
    """The score of the records ``read`` against those of ``gold`` (both in the record format, as JSON)."""
    score = Score()
    read = _covered(read, gold)
    for name in _DOCUMENT:
        score.add(f"document.{name}", folded(gold["document"][name]) == folded(read["document"][name]))
    _lists(score, gold, read)
    keyed = [{row["key"]: row for row in (*doc["targets"], *doc["tasks"])} for doc in (gold, read)]
    pairs = _paired(gold["activities"], read["activities"], *keyed)
    for one, other in pairs:
        _row(score, one, other, *keyed)
    score.add("rows.perfect", 0, len(gold["activities"]) - len(pairs))
    return score


def _covered(read: Row, gold: Row) -> Row:
    """The part of ``read`` that ``gold`` covers: its sections, and all before a line."""
    only, before = gold.get("only_sections"), gold.get("before_line")
    if not only:
        return read
    rows = {
        level: [row for row in read[level] if section_of(row["key"]) in only]
        for level in ("sections", "targets", "tasks", "activities")
    }
    placed = {
        name: [row for row in read[name] if not row["lines"] or row["lines"][0] < before]
        for name in ("citations", "measures", "assignments")
    }
    return {**read, **rows, **placed}


def _lists(score: Score, gold: Row, read: Row) -> None:
    parts: dict[str, Callable[[Row], object]] = {
        "sections": lambda row: (folded(row["title"]), row["area"]),
        "targets": lambda row: folded(row["text"]),
        "tasks": lambda row: folded(row["text"]),
        "citations": lambda row: (folded(row["number"]), row["role"], row["date"]) if row["number"] else None,
        "measures": lambda row: (row["comparator"], float(row["value"]), folded(row["unit"])),
        "assignments": lambda row: folded(row["agency"]),
    }
    for name, part in parts.items():
        wanted, got = ([part(row) for row in doc[name] if part(row)] for doc in (gold, read))
        if name == "assignments":
            wanted, got = list(set(wanted)), list(set(got))
        _f1(score, name, wanted, got)


def _f1(score: Score, name: str, wanted: Iterable[object], got: Iterable[object]) -> bool:
    one, other = Counter(wanted), Counter(got)
    score.add(name, 2 * sum((one & other).values()), one.total() + other.total())
    return one == other


def _words(text: str | None) -> Counter[str]:
    return Counter((text or "").casefold().split())


def _paired(
    gold: Sequence[Row], read: Sequence[Row], uppers: Mapping[str, Row], read_uppers: Mapping[str, Row]
) -> list[tuple[Row, Row]]:
    def said(row: Row, above: Mapping[str, Row]) -> Counter[str]:
        return _words(row["text"] or above.get(row["task"], {}).get("text"))

    wanted = [(said(row, uppers), _context(row, uppers)) for row in gold]
    got = [(said(row, read_uppers), _context(row, read_uppers)) for row in read]
    close = sorted(
        (-alike, -_alike(one[1], other[1]), abs(i - j), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(got)
        if (alike := _alike(one[0], other[0])) >= _ENOUGH
    )
    left, right = set(range(len(gold))), set(range(len(read)))
    pairs = []
    for *_, i, j in close:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((gold[i], read[j]))
    return pairs


def _context(row: Row, above: Mapping[str, Row]) -> Counter[str]:
    names = [above.get(row[level], {}).get("text") for level in ("target", "task")]
    return sum((_words(text) for text in (*names, row["time"], row["product"])), Counter())


def _alike(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _row(score: Score, gold: Row, read: Row, above: Mapping[str, Row], read_above: Mapping[str, Row]) -> None:
    right = []
    for name in _TEXTS:
        right.append(folded(gold[name]) == folded(read[name]))
        score.add(name, right[-1])
    for name in ("task", "target"):
        wanted, got = (
            folded(a.get(row[name], {}).get("text")) for row, a in ((gold, above), (read, read_above))
        )
        right.append(wanted == got)
        score.add(name, right[-1])
    dates = [tuple(row[name] for name in ("start", "end", "recurring")) for row in (gold, read)]
    right.append(dates[0] == dates[1])
    score.add("dates", right[-1])
    for name in ("lead", "coord"):
        right.append(_f1(score, name, map(folded, gold[name]), map(folded, read[name])))
    score.add("rows.perfect", all(right))
