"""Text that a line strikes through, as drafts print what was deleted: it is no longer part of the plan.

Such a line runs through the middle of its words, from the first letter of the first to the last of the last;
the rules of a table pass between words, and begin and end with cells.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from loaders.formats.pdf.rules import Rule
from loaders.formats.pdf.words import Word

__all__ = ["without_struck"]

_MIDDLE = (0.4, 0.68)
"""Where the line stands in the box of its letters, as shares of its height from above."""
_EDGE = 1.5
"""Line and letters begin within so many points of one another."""
_SPACE = 0.4
"""A line may end with the space behind its last word: so much of its height."""
_LEVEL = 0.3


def without_struck(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[tuple[Word, ...], tuple[Rule, ...]]:
    """``words`` and ``rules`` of a page without what is struck through and the lines that do it."""
    across = [rule for rule in rules if not rule.upright]
    if not across:
        return tuple(words), tuple(rules)
    ordered = sorted(words, key=_middle)
    middles = list(map(_middle, ordered))
    highest = max((word.height for word in words), default=0.0)
    struck: set[Word] = set()
    spent: set[Rule] = set()
    for line, parts in _whole(across):
        low = bisect.bisect_left(middles, line.at - highest / 2)
        high = bisect.bisect_right(middles, line.at + highest / 2)
        if under := _struck_by(line, ordered[low:high]):
            struck.update(under)
            spent.update(parts)
    kept = tuple(word for word in words if word not in struck)
    return kept, tuple(rule for rule in rules if rule not in spent)


def _middle(word: Word) -> float:
    return word.middle[1]


def _whole(rules: Iterable[Rule]) -> Iterator[tuple[Rule, list[Rule]]]:
    """Lines across whose parts follow one another without a gap, each with its parts."""
    line: Rule | None = None
    parts: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at), rule.start)):
        if line and abs(rule.at - line.at) < _LEVEL and rule.start - line.end < _EDGE:
            line = Rule(upright=False, at=line.at, start=line.start, end=max(line.end, rule.end))
            parts.append(rule)
            continue
        if line:
            yield line, parts
        line, parts = rule, [rule]
    if line:
        yield line, parts


def _struck_by(line: Rule, words: Iterable[Word]) -> list[Word]:
    """Those of ``words`` that ``line`` strikes through, none where it is another line."""
    level = [w for w in words if _MIDDLE[0] < (line.at - w.top) / max(w.height, 1.0) < _MIDDLE[1]]
    under = [w for w in level if w.right > line.start + _EDGE and w.left < line.end - _EDGE]
    if not under:
        return []
    first, last = min(w.left for w in under), max(under, key=lambda w: w.right)
    ends = abs(line.start - first) < _EDGE and -_EDGE < line.end - last.right < _SPACE * last.height
    return under if ends else []
