"""Names of departments: found whatever links their parts, mended to their official form."""

from __future__ import annotations

import re

from loaders.grammar import lists
from loaders.grammar.text import plain

__all__ = ["UNDIVIDED", "bare_at", "bare_end", "ends", "mended"]

_SLIPS: dict[str, str] = lists.words("agency")["slips"]


def _squashed(name: str) -> str:
    """The letters of a name, without the words and signs that link its parts."""
    return re.sub(r"\bvà\b|[\W_]", "", plain(name))


def _loose(name: str) -> str:
    """A pattern for ``name`` whatever links its parts: "Văn hoá Thể thao du lịch" is one, too."""
    parts = [re.escape(word) for word in re.findall(r"[^\W_]+", plain(name)) if word != "và"]
    return r"(?:\s*[,&-]\s*|\s+)(?:và\s+)?".join(parts)


def _longest_first(names: set[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


_OFFICIAL = {_squashed(name): name for name in lists.department_names()}
_OFFICIAL |= {_squashed(slip): name for slip, name in _SLIPS.items()}
_KNOWN = [*map(_loose, _longest_first({*lists.department_names(), *_SLIPS}))]
_COMPOUNDS = map(re.escape, _longest_first(set(map(plain, lists.words("agency")["compounds"]))))
_BARE = re.compile(rf"(?:{'|'.join(_KNOWN)})\b")
_NAMED = re.compile(
    rf"(?P<head>{lists.standing_apart(('sở', 'phòng', 'bộ'))})\s+(?P<name>{'|'.join(_KNOWN)})\b"
)

_FIELDS = lists.spelt(map(plain, lists.words("agency")["fields"]))
_FIELD = rf"(?:{'|'.join(_FIELDS)})"
_GO_ON = rf"(?:\s*[,-]\s*{_FIELD})*\s+và\s+{_FIELD}"

UNDIVIDED = re.compile(
    lists.standing_apart([*_KNOWN, *_COMPOUNDS, *(field + _GO_ON for field in _FIELDS)]) + r"\b"
)
"""Names that hold a comma or "và" and are not to be split; for text in plain form."""

_GOES_ON = re.compile(r"\s*(?:[,&-]|và\b)")


def bare_at(text: str, start: int) -> bool:
    """Whether a department's name without "Sở" stands at ``start`` of ``text`` (plain form)."""
    return bare_end(text, start) is not None


def bare_end(text: str, start: int) -> int | None:
    """Where the department's name without "Sở" at ``start`` of ``text`` (plain form) ends, or None."""
    found = _BARE.match(text, start)
    return found.end() if found else None


def ends(text: str) -> list[int]:
    """Where departments named with their head ("sở y tế") end in ``text`` (plain form), before a space."""
    return [found.end() for found in _NAMED.finditer(text) if text[found.end() : found.end() + 1] == " "]


def mended(name: str) -> str:
    """``name`` with a department's name at its start in its official form; anything else as it is.

    >>> mended("Sở Văn hoá Thể thao du lịch")
    'Sở Văn hóa, Thể thao và Du lịch'
    """
    found = _NAMED.match(plain(name))
    if not found or _GOES_ON.match(name, found.end()):  # another body's name: "Phòng Y tế và Dân số"
        return name
    return f"{found['head'].capitalize()} {_OFFICIAL[_squashed(found['name'])]}{name[found.end() :]}"
