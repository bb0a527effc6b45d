"""How right the alignment is, beside two baselines; how fast it is, ``python -m bench.families`` tells.

    python -m bench.alignment

Measured on links made by hand between the plans of plans/ (tests/alignments; grade 2: the same matter,
1: related). "Weights from the other plans" and "… other sections" calibrate on one part and measure on
the rest; "as shipped" is the model that was calibrated on all of it, and so flatters itself.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.align import Aligner, Alignment, shipped
from loaders.align.calibrate import Truth, calibrate, truth
from loaders.align.model import Model
from loaders.align.rows import Row, rows_of
from loaders.records import PlanRecord

ROOT = Path(__file__).resolve().parent.parent
TRUTHS = {
    "bac-giang-2024": ("bac-giang-2024.md", "bac-giang-2021-2030.txt"),
    "van-phong-bac-kan-2025": ("van-phong-bac-kan-2025.txt", "bac-kan-2024.txt"),
}
"""Child plan -> the files of child and parent."""
PARTS = {"align": "align-{}.json", "rest": "rest/{}.json"}
"""Links of the first sections, made by others, and of the other sections, made with the project."""
ROWS_BELOW, OTHER_AREA = 0.5, 0.5
"""Baselines: weight of the rows below, and what is left of a likeness across areas."""
PRECISE = FOUND = 0.85

Proposed = Mapping[str, Sequence[str]]
"""Child row -> keys of parent rows, best first."""


@dataclass(frozen=True)
class Score:
    """Counts of right answers and of answers, summed over files.

    ``related``, ``same`` of ``proposed`` links; ``found`` among the first three of ``counterparts``; rightly
    ``silent`` of ``alone``.
    """

    proposed: int = 0
    related: int = 0
    same: int = 0
    counterparts: int = 0
    found: int = 0
    alone: int = 0
    silent: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, n) + getattr(other, n) for n in self.__dataclass_fields__))

    @property
    def rates(self) -> dict[str, float]:
        """The four measures, 0..1."""
        return {
            "precision.any": self.related / (self.proposed or 1),
            "precision.same": self.same / (self.proposed or 1),
            "found@3": self.found / (self.counterparts or 1),
            "none": self.silent / (self.alone or 1),
        }


def score(grades: Mapping[str, Mapping[str, int]], proposed: Proposed) -> Score:
    """The score of proposals (targets and tasks only) for the child rows of ``grades``."""
    total = Score()
    for child, known in grades.items():
        got = proposed.get(child, ())
        has = 2 in known.values()
        total += Score(
            len(got),
            sum(key in known for key in got),
            sum(known.get(key) == 2 for key in got),
            has,
            has and any(known.get(key) == 2 for key in got[:3]),
            not known,
            not known and not got,
        )
    return total


def known(part: str, child: str) -> Truth:
    """The truth of one file of tests/alignments, with the plans as the reader reads them."""
    below, above = TRUTHS[child]
    return truth(
        ROOT / "plans" / below,
        ROOT / "plans" / above,
        ROOT / "tests" / "alignments" / PARTS[part].format(child),
    )


def proposals(links: Iterable[Alignment]) -> Proposed:
    """The targets and tasks proposed."""
    return {link.child: [p.key for p in link.parents if p.level != "activity"] for link in links}


def measured(model: Model, truths: Iterable[Truth]) -> Score:
    """The score of ``model`` over ``truths``."""
    found = (score(_marked(t), proposals(Aligner(t.parent, model).align(t.child))) for t in truths)
    return sum(found, Score())


def _marked(known: Truth) -> dict[str, dict[str, int]]:
    """The grades of links to targets and tasks."""
    heads = {t.key for t in known.parent.targets} | {t.key for t in known.parent.tasks}
    return {c: {k: g for k, g in p.items() if k in heads} for c, p in known.grades.items()}


def crossed(truths: Mapping[tuple[str, str], Truth], name: int) -> Score:
    """The score where each part of ``truths`` is measured with weights from the parts of another name."""
    total = Score()
    for value in dict.fromkeys(key[name] for key in truths):
        model = calibrate([t for key, t in truths.items() if key[name] != value])
        total += measured(model, (t for key, t in truths.items() if key[name] == value))
    return total


Terms = Callable[[Row], Counter[str]]


def words(row: Row) -> Counter[str]:
    """Baseline 1: the words of a row."""
    return Counter(row.syllables.text.lower().split())


def grams(row: Row) -> Counter[str]:
    """Baseline 2: its runs of three to five characters."""
    text = " ".join(row.syllables.text.lower().split())
    return Counter(text[i : i + n] for n in (3, 4, 5) for i in range(len(text) - n + 1))


def ranked(
    child: PlanRecord, parent: PlanRecord, terms: Terms
) -> Iterator[tuple[str, list[tuple[float, str]]]]:
    """For each child row the targets and tasks of ``parent`` by TF-IDF cosine, best first."""
    below, above = rows_of(child), rows_of(parent)
    counts = Counter(term for row in above.values() for term in terms(row))
    rarity = {term: math.log(len(above) / count) + 1 for term, count in counts.items()}
    heads = {k: _vector(row, above, terms, rarity) for k, row in above.items() if row.linkable}
    for key, row in below.items():
        vector = _vector(row, below, terms, rarity)
        near = ((_cosine(vector, other) * _nearness(row, above[k]), k) for k, other in heads.items())
        yield key, sorted(near, key=lambda pair: (-pair[0], pair[1]))


def _vector(row: Row, rows: Mapping[str, Row], terms: Terms, rarity: Mapping[str, float]) -> dict[str, float]:
    found: Counter[str] = Counter()
    for part, weight in [(row, 1.0), *((rows[k], ROWS_BELOW) for k in row.below)]:
        for term, count in terms(part).items():
            found[term] += weight * count * rarity.get(term, 0.0)  # type: ignore[assignment]
    length = math.sqrt(sum(x * x for x in found.values())) or 1.0
    return {term: x / length for term, x in found.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return sum(x * b[term] for term, x in a.items() if term in b)


def _nearness(child: Row, parent: Row) -> float:
    return 1.0 if child.areas & parent.areas else OTHER_AREA


def baseline(truths: Iterable[Truth], terms: Terms) -> dict[float, Score]:
    """Threshold -> the score of a baseline that proposes up to three rows above it."""
    lists = [(_marked(t), dict(ranked(t.child, t.parent, terms))) for t in truths]
    return {
        least / 100: sum((score(grades, _cut(found, least / 100)) for grades, found in lists), Score())
        for least in range(5, 95)
    }


def _cut(found: Mapping[str, list[tuple[float, str]]], least: float) -> Proposed:
    return {key: [k for x, k in near[:3] if x >= least] for key, near in found.items()}


def main() -> None:
    """Print all measures."""
    truths = {(part, child): known(part, child) for part in PARTS for child in TRUTHS}
    _line("weights from the other plans", crossed(truths, 1))
    _line("weights from other sections", crossed(truths, 0))
    _line("as shipped", measured(shipped(), truths.values()))
    for key, known_links in truths.items():
        _line(f"as shipped, {'-'.join(key)}", measured(shipped(), [known_links]))
    for name, terms in (("TF-IDF of words", words), ("TF-IDF of characters", grams)):
        scores = baseline(truths.values(), terms)
        precise = [s for s in scores.values() if s.rates["precision.any"] >= PRECISE]
        _line(f"{name}, precise", max(precise, key=lambda s: s.found))
        finding = [s for s in scores.values() if s.rates["found@3"] >= FOUND]
        if finding:
            _line(f"{name}, finding", max(finding, key=lambda s: s.rates["precision.any"]))


def _line(name: str, found: Score) -> None:
    print(f"{name:45s} " + json.dumps({k: round(v, 3) for k, v in found.rates.items()}))


if __name__ == "__main__":
    main()
