"""How wide a text is when printed, in thousandths of the type size.

Plans are set in Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I); the advance widths are those
of Adobe's metrics for Times-Roman. Marks above and below a letter take no room.
"""

from __future__ import annotations

import unicodedata

from loaders.remembered import remembered

__all__ = ["SPACE", "text_width"]

SPACE = 250
_DEFAULT = 500
_BY_WIDTH = {
    250: " .,",
    278: "ijlt/\\:;",
    180: "'|",
    333: "frIJ()-!`[]",
    389: "s",
    408: '"“”',
    444: "acez?",
    556: "FPS",
    611: "ELTZ",
    667: "BCRư",
    722: "ADGHKNOQUVXYwđĐƯƠ",
    778: "m&",
    833: "%",
    889: "M",
    944: "W",
    564: "+<>=",
    1000: "…—",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters} | {
    "ư": 530,
    "đ": 500,
    "ơ": 510,
}


class _Letters(dict[str, int]):
    """The widths of single letters; a letter with marks is as wide as without, and noted when first met.

    Only letters up to U+1FFF are noted, where those of Vietnamese stand, so that the notes stay few.
    """

    def __missing__(self, letter: str) -> int:
        width = _WIDTHS.get(unicodedata.normalize("NFD", letter)[0], _DEFAULT)
        if letter < "\u2000":
            self[letter] = width
        return width


_LETTERS = _Letters(_WIDTHS)


@remembered
def text_width(text: str) -> int:
    """The printed width of ``text`` on one line."""
    return sum(map(_LETTERS.__getitem__, text))
