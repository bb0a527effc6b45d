"""Files whose text is there and says nothing: printed over itself, or in fonts that hide their letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.pdf.page import Page
from loaders.formats.pdf.text import rows_of_words

__all__ = ["hides_letters", "refuse_overprinted"]

_PAGES = 3
"""So many pages tell, those with the most words."""
_OVER = 0.4
"""Words overlap by more than this share of their height; the marks of one letter may reach over the next."""
_OVERPRINTED = 0.1
"""Share of neighbours that overlap: 0.14 to 0.38 in sheets whose rows are too low, else below 0.01."""
_COMMON = frozenset(["và", "của", "các", "có", "về", "được", "thực", "hiện", "quản", "lý", "tỉnh", "sở"])
"""Words of which any page of a plan is full; each has a letter that fonts may hide."""
_SELDOM = 0.01
"""Share of common words below which a text is not Vietnamese: plans have 0.08 and more."""
_FEWEST = 100
"""Fewer words tell nothing."""


def refuse_overprinted(path: Path, pages: Sequence[Page]) -> None:
    """Raise ``UnreadableFile`` where the texts of many cells are printed over one another."""
    near = [pair for page in _fullest(pages) for row in rows_of_words(page.words) for pair in pairwise(row)]
    over = sum(b.left < a.right - _OVER * min(a.height, b.height) for a, b in near)
    if over > _OVERPRINTED * len(near):
        raise UnreadableFile(
            path,
            "chữ của nhiều ô in chồng lên nhau, không tách ra được (dòng của bảng tính thấp hơn nội dung).",
            "Đưa vào chính tệp bảng tính, hoặc nới chiều cao dòng cho vừa nội dung rồi in lại thành PDF.",
        )


def hides_letters(pages: Sequence[Page]) -> bool:
    """Whether the text of ``pages`` is not Vietnamese, as where fonts do not say which letters they show."""
    text = " ".join(word.text for page in _fullest(pages) for word in page.words)
    words = unicodedata.normalize("NFC", text).lower().split()
    return len(words) >= _FEWEST and sum(word in _COMMON for word in words) < _SELDOM * len(words)


def _fullest(pages: Sequence[Page]) -> Sequence[Page]:
    return sorted(pages, key=lambda page: -len(page.words))[:_PAGES]
