"""How right and how fast plans are read: accuracy by field against tests/readings, plans a second.

python -m bench.reading
"""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path

from bench.score import Score, compare
from loaders.reader import read

ROOT = Path(__file__).resolve().parent.parent
_ROUNDS = 9
"""The least of nine: what another process takes from the processor's caches is not the reading's time."""


def main() -> None:
    """Print one table of accuracies and one of speeds."""
    total = Score()
    speeds: list[float] = []
    for reading in sorted((ROOT / "tests" / "readings").glob("*.json")):
        plan = next((ROOT / "plans").glob(f"{reading.stem}.*"))
        gold = json.loads(reading.read_text(encoding="utf-8"))
        score = compare(gold, read(plan).to_json())
        total.update(score)
        seconds = min(_timed(plan) for _ in range(_ROUNDS))
        speeds.append(seconds)
        print(f"{reading.stem:30s} rows.perfect {score.rate('rows.perfect'):.3f}  {seconds * 1000:6.0f} ms")
    print(f"median {1 / statistics.median(speeds):.1f} plans a second")
    for name in total.asked:
        print(f"{name:20s} {total.rate(name):.3f}  {total.right[name]}/{total.asked[name]}")


def _timed(plan: Path) -> float:
    start = time.process_time()
    read(plan)
    return time.process_time() - start


if __name__ == "__main__":
    main()
