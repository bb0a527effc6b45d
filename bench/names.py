"""How well names as people type them are found: ``python -m bench.names`` (``--write`` makes the list anew).

200 names of departments in all provinces are disturbed by stated rules, one or more to a name:
1 no marks, lower case; 2 no "tỉnh"; 3 initials for the department's name; 4 the old place of the tone
(hoà, thuỷ); 5 a letter left out; 6 two neighbouring letters swapped; 7 a letter doubled; 8 the place first;
9 "&" for "và"; 10 no "và". The choice is seeded; the list is tests/ontology/names-disturbed.csv.
"""

from __future__ import annotations

import csv
import random
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from ontology.names import Entry, Ranking
from ontology.registry import Department, Province, Registry, words
from ontology.slug import slug, strip_marks

NAMES = 200
LIST = Path(__file__).parent.parent / "tests" / "ontology" / "names-disturbed.csv"


def entries(registry: Registry) -> list[Entry]:
    """The departments every province has or had, in every province that is or was."""
    departments = [d for d in registry.departments if d.scope == "uniform"]
    return [_entry(p, d) for p in registry.provinces for d in departments if d.holds(max(p.start, d.start))]


def _entry(province: Province, department: Department) -> Entry:
    name = department.name.removesuffix(" tỉnh")
    return Entry(f"{province.id}/{slug(name)}", (name, *department.also), province.label)


def _plain(text: str, rng: random.Random) -> str:
    return strip_marks(text).lower()


def _no_level(text: str, rng: random.Random) -> str:
    return text.replace("tỉnh ", "").replace("thành phố ", "")


def _old_tone(text: str, rng: random.Random) -> str:
    pairs = {"óa": "oá", "òa": "oà", "ủy": "uỷ", "úy": "uý", "Hòa": "Hoà", "Hóa": "Hoá"}
    for new, old in pairs.items():
        text = text.replace(new, old)
    return text


def _inner(text: str, rng: random.Random) -> int:
    return rng.choice([i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()])


def _left_out(text: str, rng: random.Random) -> str:
    i = _inner(text, rng)
    return text[:i] + text[i + 1 :]


def _swapped(text: str, rng: random.Random) -> str:
    i = _inner(text, rng)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def _doubled(text: str, rng: random.Random) -> str:
    i = _inner(text, rng)
    return text[:i] + text[i] + text[i:]


def _ampersand(text: str, rng: random.Random) -> str:
    return text.replace(" và ", " & ")


def _no_and(text: str, rng: random.Random) -> str:
    return text.replace(" và ", " ")


RULES: dict[int, Callable[[str, random.Random], str]] = {
    9: _ampersand,
    10: _no_and,
    2: _no_level,
    4: _old_tone,
    1: _plain,
    5: _left_out,
    6: _swapped,
    7: _doubled,
}
"""What a rule does to a text, in the order they are applied; 3 and 8 change how the text is put together."""

RECIPES = [
    (1,), (1, 2), (2,), (3,), (3, 1), (3, 2, 1), (4,), (4, 2), (1, 5), (2, 5), (1, 2, 5), (1, 6), (2, 6),
    (1, 2, 6), (1, 7), (1, 2, 7), (8,), (8, 1), (8, 2, 1), (9,), (9, 2, 1), (10,), (10, 2, 1), (10, 2, 1, 5),
    (3, 8, 2, 1),
]  # fmt: skip


def _disturb(entry: Entry, recipe: tuple[int, ...], rng: random.Random) -> str:
    name = entry.names[0]
    if 3 in recipe and len(words(name)) > 2:
        head, *rest = name.split()
        name = f"{head} {''.join(w[0].upper() for w in rest if w not in ('và', '-'))}"
    text = f"{entry.place} {name}" if 8 in recipe else f"{name} {entry.place}"
    for rule, change in RULES.items():
        if rule in recipe:
            text = unicodedata.normalize("NFC", change(text, rng))
    return text


def disturbed(registry: Registry) -> list[tuple[str, str, str]]:
    """The disturbed names with the key they are about and the rules used."""
    rng = random.Random(20251121)
    things = rng.sample(entries(registry), NAMES)
    recipes = zip(things, RECIPES * NAMES, strict=False)
    return [(_disturb(e, r, rng), e.key, " ".join(map(str, r))) for e, r in recipes]


def write(registry: Registry) -> None:
    """Make the list anew."""
    with LIST.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("typed", "key", "rules"))
        table.writerows(disturbed(registry))


def measure(registry: Registry) -> str:
    """The share found first and among the first three, and the time a name takes."""
    with LIST.open(encoding="utf-8", newline="") as file:
        asked = [(row["typed"], row["key"]) for row in csv.DictReader(file)]
    ranking = Ranking(tuple(entries(registry)))
    ranking.rank("sở")
    start = time.perf_counter()
    found = [[c.key for c in ranking.rank(typed, 3)] for typed, _ in asked]
    each = (time.perf_counter() - start) / len(asked) * 1000
    first, three = (_share(n, found, asked) for n in (1, 3))
    return f"names: {len(asked)} asked, first {first:.3f}, first three {three:.3f}, {each:.1f} ms each"


def _share(n: int, found: list[list[str]], asked: list[tuple[str, str]]) -> float:
    right = sum(key in keys[:n] for keys, (_, key) in zip(found, asked, strict=True))
    return right / len(asked)


def main() -> None:
    """Print how well the list is found; with --write make it anew before."""
    registry = Registry.load()
    if "--write" in sys.argv:
        write(registry)
    print(measure(registry))


if __name__ == "__main__":
    main()
