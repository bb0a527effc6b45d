"""Makes the weights of the score from plans whose links people have made or judged.

    python -m loaders.align.calibrate CHILD PARENT TRUTH [CHILD PARENT TRUTH …] [--people PEOPLE PLANS]

CHILD and PARENT are plans; TRUTH holds the links: ``{"links": [{"child", "parents": [{"key", "grade"}]}]}``,
grade 2 for the same matter, 1 for a related one. PEOPLE is the folder of decisions on links between the plans
in the folder PLANS; they join the truths. Logistic regression by Newton's method, with a ridge.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.align.aligner import Aligner
from loaders.align.model import Logistic, Model
from loaders.align.rows import rows_of
from loaders.align.signals import Likeness, Standing
from loaders.people import Pair, training_pairs
from loaders.reader import documents_in, read, read_all
from loaders.records import PlanRecord
from ontology.registry import Registry

METHOD = "matters-2"
RIDGE = 0.5
RELATED = 0.2
"""What a related row counts beside 1 for the same matter."""
THRESHOLD, MARGIN, MOST = 0.4, 0.87, 3
STEPS = 12

Sample = tuple[tuple[float, ...], float]


@dataclass(frozen=True)
class Truth:
    """A pair of plans and what is known of its links: child row -> parent row -> grade.

    ``whole``: a row that is not listed is no counterpart; else nothing is known of it.
    """

    child: PlanRecord
    parent: PlanRecord
    grades: Mapping[str, Mapping[str, int]]
    whole: bool = True

    def judges(self, child: str, parent: str) -> bool:
        """Whether it says anything of the two rows."""
        return self.whole or parent in self.grades.get(child, {})


def truth(child: Path, parent: Path, links: Path) -> Truth:
    """The truth held in three files: two plans and the links between them."""
    found = json.loads(links.read_text("utf-8"))["links"]
    grades = {x["child"]: {p["key"]: p["grade"] for p in x["parents"]} for x in found}
    return Truth(read(child), read(parent), grades)


def decided(people: Path, plans: Path) -> list[Truth]:
    """The truths that the decisions in the folder ``people`` make, one for each pair of plans."""
    records = [r for r in read_all(documents_in([plans])) if isinstance(r, PlanRecord)]
    return truths_of(training_pairs(people, records, Registry.load()))


def truths_of(pairs: Iterable[Pair]) -> list[Truth]:
    """What single decisions say, one truth for each pair of plans; of other rows they say nothing."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.child.doc, pair.parent.doc), []).append(pair)
    return [_decided(group) for group in groups.values()]


def _decided(group: Sequence[Pair]) -> Truth:
    grades: dict[str, dict[str, int]] = {}
    for pair in group:
        grades.setdefault(pair.child_key, {})[pair.parent_key] = 2 if pair.linked else 0
    return Truth(group[0].child, group[0].parent, grades, whole=False)


def calibrate(truths: Sequence[Truth]) -> Model:
    """The model that fits ``truths`` best: first the likeness of two rows, then their standing."""
    blank = Logistic(0.0, (0.0,) * len(Likeness._fields))
    model = Model(METHOD, blank, Logistic(0.0, (0.0,) * len(Standing._fields)), THRESHOLD, MARGIN, MOST)
    model = replace(model, likeness=fit([s for t in truths for s in _likenesses(t, model)]))
    return replace(model, standing=fit([s for t in truths for s in _standings(t, model)]))


def fit(samples: Sequence[Sample]) -> Logistic:
    """The logistic regression of ``samples`` (signals, wished probability)."""
    rows = [((1.0, *signals), wish) for signals, wish in samples]
    weights = [0.0] * len(rows[0][0])
    for _ in range(STEPS):
        step = _solve(*_slope(rows, weights))
        weights = [w - s for w, s in zip(weights, step, strict=True)]
    return Logistic(round(weights[0], 3), tuple(round(w, 3) for w in weights[1:]))


def _likenesses(known: Truth, model: Model) -> Iterable[Sample]:
    aligner = Aligner(known.parent, model)
    rows = rows_of(known.child)
    for key, grades in known.grades.items():
        if key in rows:
            for parent, signals in aligner.compare(rows[key], rows).items():
                if aligner.rows[parent].linkable and known.judges(key, parent):
                    yield signals, _wish(grades.get(parent))


def _standings(known: Truth, model: Model) -> Iterable[Sample]:
    aligner = Aligner(known.parent, model)
    rows = rows_of(known.child)
    found = aligner.likenesses(rows)
    for key, grades in known.grades.items():
        if key in rows:
            for parent, signals in aligner.standings(rows[key], found).items():
                if known.judges(key, parent):
                    yield signals, _wish(grades.get(parent))


def _wish(grade: int | None) -> float:
    return {2: 1.0, 1: RELATED}.get(grade or 0, 0.0)


def _slope(
    rows: Sequence[tuple[tuple[float, ...], float]], weights: Sequence[float]
) -> tuple[list[list[float]], list[float]]:
    """Second and first derivatives of the loss."""
    size = range(len(weights))
    second = [[RIDGE * (i == j > 0) + 1e-6 * (i == j) for j in size] for i in size]
    first = [RIDGE * w * (i > 0) for i, w in enumerate(weights)]
    for signals, wish in rows:
        p = 1 / (1 + math.exp(-max(-30.0, sum(w * x for w, x in zip(weights, signals, strict=True)))))
        set_ = [(i, x) for i, x in enumerate(signals) if x]
        for i, x in set_:
            first[i] += (p - wish) * x
            for j, y in set_:
                second[i][j] += p * (1 - p) * x * y
    return second, first


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for row in rows:
            if row is not pivot and (factor := row[i] / pivot[i]):
                row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def main(arguments: Sequence[str]) -> None:
    """Write ``data/weights.json`` from the files named."""
    given = list(arguments)
    split = given.index("--people") if "--people" in given else len(given)
    paths, people = [Path(a) for a in given[:split]], [Path(a) for a in given[split + 1 :]]
    truths = [truth(*paths[i : i + 3]) for i in range(0, len(paths), 3)]
    model = calibrate(truths + (decided(*people) if people else []))
    target = Path(__file__).parent / "data" / "weights.json"
    target.write_text(json.dumps(model.to_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
