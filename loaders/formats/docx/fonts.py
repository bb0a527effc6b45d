"""Fonts of TCVN 5712 that a Word file names for Unicode text.

Such a font stays named when an old file is written anew; where it is not installed Word shows another one, so
nobody sees it. A word without letters of today's Vietnamese ("thông tin") does not tell which of the two it
is; all the text of its font does.
"""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from loaders.formats.docx.styles import Styles, W, child
from loaders.formats.legacy_text import is_legacy_font, looks_unicode

__all__ = ["unicode_fonts"]


def unicode_fonts(document: etree._Element, styles: Styles) -> frozenset[str]:
    """The fonts of TCVN 5712 in ``document`` whose text is Unicode by far."""
    if not any(is_legacy_font(font) for font in styles.named(document)):
        return frozenset()
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for paragraph in document.iter(W + "p"):
        chain = styles.paragraph_chain(child(paragraph, "pPr"))
        for run in paragraph.iter(W + "r"):
            font = styles.run(child(run, "rPr"), chain).font
            if is_legacy_font(font):
                texts[font] += (text.text or "" for text in run.iterchildren(W + "t"))
    return frozenset(font for font, parts in texts.items() if looks_unicode("".join(parts)))
