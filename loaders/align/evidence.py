"""Why a link is proposed, in Vietnamese words for those who decide on it."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.align import matters, text
from loaders.align.rows import Row, words_of
from loaders.records import MeasureRecord, PlanRecord
from ontology.codes import codes

PHRASE, WORD = 3, 2
"""Fewest meaning syllables of a shared phrase worth showing, and where nothing else is shared."""
PHRASES = 2
OFTEN = 30
"""A syllable that a row repeats more often than this begins and carries no phrase."""
SHOWN = 80
"""Most characters of a phrase or an indicator shown."""
SAME_INDICATOR = 0.6
"""Share of common words from which two measures count the same thing."""


class Evidence:
    """Finds what two linked rows share."""

    def __init__(
        self,
        child: PlanRecord,
        parent: PlanRecord,
        children: Mapping[str, Row],
        parents: Mapping[str, Row],
        likenesses: Mapping[str, Mapping[str, float]],
    ) -> None:
        self._children, self._parents, self._like = children, parents, likenesses
        self._of_child, self._of_parent = _measures(child), _measures(parent)

    def of(self, child: str, parent: str) -> tuple[str, ...]:
        """Short statements, the strongest kinds first; the first always says on which row the link rests."""
        a, b = self._children[child], self._resting(child, parent)
        shared = sorted(a.matters & (b.matters | b.product_matters))
        found = [] if b.home == parent else [f"qua hàng {b.home} nằm dưới hàng này"]
        found += [f"cùng chỉ tiêu “{i}”" for i in self._indicators(child, parent)]
        found += [f"cùng văn bản {n}" for n in sorted(a.cites & b.cites)]
        found += [f"cùng nội dung “{matters.matters().labels[m]}”" for m in shared]
        fewest = PHRASE if shared else WORD
        found += [f"cùng cụm từ “{p}”" for p in phrases(a.syllables, b.syllables, fewest)]
        found += [f"cùng lĩnh vực “{codes('area')[x].vi}”" for x in sorted(a.areas & b.areas)]
        return tuple(found)

    def _resting(self, child: str, parent: str) -> Row:
        """The row that carries the link: the parent row, or the one below it that is more alike."""
        like = self._like.get(child, {})
        keys = [parent, *self._parents[parent].below]
        return self._parents[max(keys, key=lambda key: like.get(key, 0.0))]

    def _indicators(self, child: str, parent: str) -> list[str]:
        """What is measured in both rows."""
        pairs = [(a, b) for a in self._of_child.get(child, ()) for b in self._of_parent.get(parent, ())]
        same = [a for a, b in pairs if _overlap(_named(a), _named(b)) >= SAME_INDICATOR]
        return list(dict.fromkeys(_short(_named(a)) for a in same))


def phrases(a: text.Syllables, b: text.Syllables, fewest: int = PHRASE) -> list[str]:
    """The longest phrases of at least ``fewest`` syllables in both rows, as printed in the first one."""
    places: dict[str, list[int]] = {}
    for j, syllable in enumerate(b.folded):
        places.setdefault(syllable, []).append(j)
    runs: list[tuple[int, int]] = []
    before: dict[int, int] = {}
    for i, syllable in enumerate(a.folded):
        here = places.get(syllable, [])
        now = {j: before.get(j - 1, 0) + 1 for j in here if len(here) <= OFTEN}
        ended = [n for j, n in before.items() if j + 1 not in now]
        runs += [(i - n, i) for n in ended]
        before = now
    runs += [(len(a.folded) - n, len(a.folded)) for n in before.values()]
    return _longest(a, runs, fewest)


def _longest(row: text.Syllables, runs: list[tuple[int, int]], fewest: int) -> list[str]:
    """The longest of ``runs`` (start, end), none of which says what a longer one has said."""
    chosen: dict[str, str] = {}
    for start, end in sorted(set(runs), key=lambda run: (run[0] - run[1], run[0])):
        said = f" {' '.join(row.folded[start:end])} "
        enough = _weight(row.folded[start:end]) >= fewest and len(chosen) < PHRASES
        if enough and not any(said in longer for longer in chosen):
            chosen[said] = _short(row.printed(start, end))
    return list(chosen.values())


def _short(phrase: str) -> str:
    if phrase.count("(") != phrase.count(")"):
        phrase = phrase.replace("(", "").replace(")", "")
    return phrase if len(phrase) <= SHOWN else phrase[:SHOWN].rsplit(" ", 1)[0] + " …"


def _weight(folded: tuple[str, ...]) -> int:
    return sum(s not in text.stopwords() and not s.isdigit() for s in folded)


def _measures(plan: PlanRecord) -> dict[str, list[MeasureRecord]]:
    found: dict[str, list[MeasureRecord]] = {}
    for measure in plan.measures:
        if measure.in_:
            found.setdefault(measure.in_, []).append(measure)
    return found


def _named(measure: MeasureRecord) -> str:
    return measure.indicator or measure.text


def _overlap(a: str, b: str) -> float:
    forms = text.short_forms(())
    one, two = ({*words_of(text.syllables(t, forms).folded)} for t in (a, b))
    return len(one & two) / (len(one | two) or 1)
