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
_ROUNDS = 25
"""All plans are read in turn so often: a slow spell of the machine does not fall on all rounds of one."""


def main() -> None:
    """Print one table of accuracies and one of speeds."""
    total = Score()
    plans: list[Path] = []
    rows: list[float] = []
    for reading in sorted((ROOT / "tests" / "readings").glob("*.json")):
        plan = next((ROOT / "plans").glob(f"{reading.stem}.*"))
        score = compare(json.loads(reading.read_text(encoding="utf-8")), read(plan).to_json())
        total.update(score)
        plans.append(plan)
        rows.append(score.rate("rows.perfect"))
    times = list(zip(*([_timed(plan) for plan in plans] for _ in range(_ROUNDS)), strict=True))
    print(f"{'':30s} {'rows.perfect':>12s} {'least':>8s} {'median':>8s}")
    for plan, right, taken in zip(plans, rows, times, strict=True):
        print(f"{plan.stem:30s} {right:12.3f} {_ms(min(taken))} {_ms(statistics.median(taken))}")
    least = statistics.median(map(min, times))
    usual = statistics.median(map(statistics.median, times))
    print(f"plans a second, the plan in the middle: {1 / least:.1f} (least), {1 / usual:.1f} (median)")
    for name in total.asked:
        print(f"{name:20s} {total.rate(name):.3f}  {total.right[name]}/{total.asked[name]}")


def _timed(plan: Path) -> float:
    """Seconds of the processor for one reading."""
    start = time.process_time()
    read(plan)
    return time.process_time() - start


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:5.0f} ms"


if __name__ == "__main__":
    main()
