"""The competency questions of the vocabulary: each in Vietnamese, as SPARQL of terms alone, with its answer.

They do not use the named questions: they hold what the vocabulary can say, also to whoever asks it otherwise.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ontology.describe import NAMESPACE, PREFIXES
from ontology.generate import classes, load, name, properties
from queries.show import plain
from service.store.model import Store

FILE = Path(__file__).with_name("questions.toml")
QUESTIONS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]
PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["vi"][:60])
def test_the_vocabulary_answers(readings: Store, question: dict[str, Any]) -> None:
    rows = readings.select(PROLOGUE + question["sparql"]).rows
    assert [["" if term is None else plain(term) for term in row] for row in rows] == question["answer"]
    assert rows


def test_the_questions_use_what_the_vocabulary_is_for() -> None:
    """The questions name every class that plans fill, and no term that there is not."""
    used = {term for q in QUESTIONS for term in re.findall(r"\bcchc:(\w+)", q["sparql"])}
    known = {name(term) for term in [*classes(load()), *properties(load())]}
    assert used <= known, f"not in {NAMESPACE}"
    wanted = {
        "Plan",
        "Target",
        "Task",
        "Activity",
        "Duty",
        "Citation",
        "Measure",
        "Agency",
        "AgencyGroup",
        "Document",
    }
    assert wanted <= used
