"""How long the named questions take over 500 generated plans: ``python -m bench.queries [FOLDER [NAME…]]``.

Each is asked over all plans, and for one plan or agency where it takes one.

The graph is built in FOLDER (a temporary one by default), or taken from there when it has been built before.
NAMEs choose questions; without any, all are asked.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import queries
from bench.provinces import quads
from queries.model import NamedQuery
from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest, Store

ROUNDS = 3
YEAR_PLAN = "200/KH-UBND bắc giang"
ARGUMENTS = {
    "plan": YEAR_PLAN,
    "item": f"{YEAR_PLAN}:I/1.1",
    "agency": "Sở Nội vụ bắc giang",
    "instrument": "100/KH-UBND bắc giang",
    "from": "2024-01-01",
    "to": "2024-12-31",
    "text": "nhiệm vụ 7",
}
NARROW = ("plan", "agency")


def main(folder: Path, names: Sequence[str] = ()) -> None:
    """Print one line a question: the best time of :data:`ROUNDS`, and the rows of the answer."""
    if not any(folder.glob("*")):
        Generations(folder).write(quads(), Manifest())
    store = open_store(str(folder))
    print(f"{store.manifest.counts.get('quads', '?')} quads")
    for name in names or queries.catalogue():
        query = queries.named(name)
        for given in _ways_to_ask(query):
            rows, seconds = min((_timed(store, name, given) for _ in range(ROUNDS)), key=lambda x: x[1])
            print(f"{name:20s} {' '.join(given):18s} {seconds * 1000:8.0f} ms {rows:7d} rows", flush=True)
    store.close()


def _ways_to_ask(query: NamedQuery) -> list[dict[str, str]]:
    """With what it must be given, over all plans; then for one plan and one agency, where it takes them."""
    every = {p.name: ARGUMENTS[p.name] for p in query.parameters if p.required}
    narrow = {p.name: ARGUMENTS[p.name] for p in query.parameters if p.required or p.name in NARROW}
    return [every] if every == narrow else [every, narrow]


def _timed(store: Store, name: str, given: dict[str, str]) -> tuple[int, float]:
    start = time.perf_counter()
    found = queries.run(store, name, given)
    return len(found.rows), time.perf_counter() - start


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), sys.argv[2:])
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
