"""The calibrated score: two logistic regressions over named signals, their weights in ``data/weights.json``.

The weights are made by :mod:`loaders.align.calibrate` and can be read: each says how much one signal
speaks for a link.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul
from typing import Any

from loaders.align import data
from loaders.align.signals import Likeness, Standing


@dataclass(frozen=True)
class Logistic:
    """A logistic regression: ``weights`` in the order of the signals' fields, after ``bias``."""

    bias: float
    weights: tuple[float, ...]

    def __call__(self, signals: tuple[float, ...]) -> float:
        """The probability that ``signals`` make a link, 0..1."""
        z = self.bias + sum(map(mul, self.weights, signals))
        return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


@dataclass(frozen=True)
class Model:
    """Weights and operating point of the alignment.

    ``threshold``: least score of a proposal; ``margin``: least share of the best score; ``most``: how many
    targets and tasks are proposed for one row.
    """

    method: str
    likeness: Logistic
    standing: Logistic
    threshold: float
    margin: float
    most: int

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Model:
        """The model of a JSON object as ``data/weights.json`` holds it."""
        return cls(
            found["method"],
            _logistic(found["likeness"], Likeness._fields),
            _logistic(found["standing"], Standing._fields),
            found["threshold"],
            found["margin"],
            found["most"],
        )

    def to_json(self) -> dict[str, Any]:
        """The JSON object of :meth:`from_json`, weights by the name of their signal."""
        return {
            "method": self.method,
            "threshold": self.threshold,
            "margin": self.margin,
            "most": self.most,
            "likeness": _named(self.likeness, Likeness._fields),
            "standing": _named(self.standing, Standing._fields),
        }


@functools.cache
def shipped() -> Model:
    """The model that ships with the project."""
    return Model.from_json(data.document("weights.json"))


def _logistic(weights: Mapping[str, float], names: tuple[str, ...]) -> Logistic:
    return Logistic(weights["bias"], tuple(weights[name] for name in names))


def _named(model: Logistic, names: tuple[str, ...]) -> dict[str, float]:
    return {"bias": model.bias} | dict(zip(names, model.weights, strict=True))
