"""The numbers that labels print: "2.1" is (2, 1), "IV" is (4,)."""

from __future__ import annotations

from loaders.remembered import remembered

__all__ = ["number_of"]

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@remembered
def number_of(label: str) -> tuple[int, ...]:
    """The numbers of ``label``, () where it has none ("a", "A")."""
    if label and set(label) <= _ROMAN.keys():
        return (_roman(label),)
    parts = label.split(".")
    return tuple(map(int, parts)) if all(map(str.isdigit, parts)) else ()


def _roman(label: str) -> int:
    values = [_ROMAN[letter] for letter in label]
    return sum(-v if later > v else v for v, later in zip(values, [*values[1:], 0], strict=True))
