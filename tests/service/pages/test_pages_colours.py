"""Every text of the pages stands out from what is behind it, by day and by night (WCAG 2.2, 1.4.3: 4.5 to 1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from service import templating

SHEET = (Path(templating.__file__).with_name("static") / "style.css").read_text(encoding="utf-8")
DAY, NIGHT = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", part)) for part in SHEET.split(":root {")[1:3])
PAIRS = [
    *(
        (text, back)
        for text in ("ink", "quiet", "main")
        for back in ("paper", "ground", "main-soft", "shine")
    ),
    *((text, f"{text}-soft") for text in ("green", "violet", "amber")),
    ("ink", "bad-soft"),
    ("ink", "mark"),
]


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(brightness, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("text", "back"), PAIRS)
def test_text_stands_out(colours: dict[str, str], text: str, back: str) -> None:
    assert contrast(colours[text], colours[back]) >= 4.5


@pytest.mark.parametrize("colours", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("back", ["bar", "bar-deep"])
def test_white_stands_out_on_the_bar(colours: dict[str, str], back: str) -> None:
    assert contrast("#fff", colours[back]) >= 4.5


def test_both_name_the_same_colours() -> None:
    assert DAY.keys() == NIGHT.keys()
