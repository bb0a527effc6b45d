"""Markdown and HTML marks taken out of a line, so that only the words of the plan remain."""

from __future__ import annotations

import html
import re

from loaders.remembered import remembered

__all__ = ["plain"]

_MARKED = re.compile(r"[<&*\\\[_]")
_BRACKETED = r"\d{1,3}\\?\]\]?(?:\([^()\s]*\))?"
_FOOTNOTE = re.compile(
    rf"<sup>\s*\d{{1,3}}\s*</sup>|\[(?:\\?\[)?{_BRACKETED}|\\\[{_BRACKETED}", re.IGNORECASE
)
"""A mark "<sup>1</sup>", "[1]", "\\[1\\]" or "[[1]](#_ftn1)"."""
_PARAGRAPH = re.compile(r"</p>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_STARS = re.compile(r"\*(?<!\\\*)\*{0,2}")
_LINES = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])(.+?)(?<=[^\s_])\1(?![\w_])")
"""Emphasis by underscores: "_Cơ quan chủ trì:_ Sở A"; never inside a word."""
_BULLET = re.compile(r"\s*\*\s+(?=[^\s*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")


@remembered
def plain(text: str) -> str:
    """``text`` without tags, entities, emphasis and footnote marks (read from the lines as they are)."""
    if not _MARKED.search(text):
        return text
    bullet = _BULLET.match(text)
    if bullet and text.count("*", bullet.end()) % 2 == 0:
        return bullet[0] + plain(text[bullet.end() :])
    if "[" in text or "<s" in text or "<S" in text:
        *noted, rest = _FOOTNOTE.split(text)
        text = "".join([*map(str.rstrip, noted), rest])
    if "<" in text:
        text = _PARAGRAPH.sub(" ", text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "*" in text:
        text = _STARS.sub("", text)
    if "_" in text:
        text = _LINES.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text) if "&" in text else text
