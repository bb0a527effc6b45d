"""How long a search takes over 500 plans: ``python -m bench.search``.

The texts are those of the readings in tests/readings, repeated as plans of other places: every copy has
words of its own (the copy's number), so that phrases, rare words and words that stand everywhere all occur.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from loaders.graph.corpus import corpus_graphs
from loaders.graph.plan import build_plan
from loaders.graph.triples import to_nquads
from loaders.records import load
from ontology.registry import Registry
from service.search.find import Search, found_in
from service.search.index import FILE, Index, write_index
from service.search.opened import rows_of
from service.search.texts import KINDS, Entry, entries

PLANS = 500
READINGS = Path(__file__).parent.parent / "tests" / "readings"
ASKED = [
    "cải cách hành chính",
    "cai cach hanh chinh",
    "sở nội vụ",
    "UBND",
    "hài lòng của người dân",
    "107/2020/NĐ-CP",
    "thu tuc hanh chinh truc tuyen",
    "tỉnh 73",
    "so noi vu tinh bac giag",
    "tuyen truyen",
    "và",
]
"""From words that stand in nearly every row to words of one row."""
ROUNDS = 20


def corpus() -> list[Entry]:
    """The entries of :data:`PLANS` plans."""
    registry = Registry.load()
    records = [load(file.read_text(encoding="utf-8")) for file in sorted(READINGS.glob("*.json"))]
    store = ox.Store()
    for graph, triples in corpus_graphs([build_plan(record, registry) for record in records]):
        store.load(to_nquads(triples, graph).encode(), format=ox.RdfFormat.N_QUADS)
    once = entries(rows_of(store))
    copies = [_copy(entry, number) for number in range(PLANS // len(records)) for entry in once]
    return sorted(copies, key=lambda entry: (KINDS.index(entry.kind), entry.plan))


def _copy(entry: Entry, number: int) -> Entry:
    plan = f"{entry.plan}/{number}" if entry.plan else ""
    label, text = f"{entry.label} tỉnh {number}", f"{entry.text} tỉnh {number}"
    return replace(entry, iri=f"{entry.iri}/{number}", plan=plan, label=label, text=text)


def measured(index: Index) -> Iterator[tuple[str, int, float, float]]:
    """Each search with its hits, and the median and longest time in milliseconds."""
    for text in ASKED:
        times: list[float] = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            total = found_in(index, Search(text)).total
            times.append(1000 * (time.perf_counter() - start))
        yield text, total, statistics.median(times), max(times)


def main() -> None:
    """Write the index, search it, print the times."""
    every = corpus()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        start = time.perf_counter()
        write_index(file, every).close()
        seconds, size = time.perf_counter() - start, file.stat().st_size / 1e6
        print(f"{PLANS} plans, {len(every)} texts: written in {seconds:.1f} s, {size:.0f} MB")
        index = Index.open(file)
        assert index is not None
        for text, total, median, longest in measured(index):
            print(f"{median:7.1f} ms (longest {longest:6.1f})  {total:7d} hits  {text}")


if __name__ == "__main__":
    main()
