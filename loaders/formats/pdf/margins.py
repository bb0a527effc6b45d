"""The margins of a page, where its number and running heads stand."""

from __future__ import annotations

import re

from loaders.formats.pdf.page import Page
from loaders.formats.pdf.text import Printed

__all__ = ["in_margin", "is_page_number"]

_NUMBER = re.compile(r"[\s|–-]*(?:(?:Trang|Page)\W*)?\d{1,3}(?:\s*/\s*\d{1,3})?[\s|–-]*", re.IGNORECASE)
_MARGIN = 0.1
"""Share of a page's height at its top and bottom where page numbers and running heads stand."""


def in_margin(page: Page, top: float, bottom: float) -> bool:
    """Whether what reaches from ``top`` to ``bottom`` stands in the upper or lower margin of ``page``."""
    return bottom < _MARGIN * page.height or top > (1 - _MARGIN) * page.height


def is_page_number(page: Page, line: Printed) -> bool:
    """Whether ``line`` numbers ``page``."""
    return in_margin(page, line.top, line.bottom) and _NUMBER.fullmatch(line.text) is not None
