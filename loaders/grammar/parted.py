"""One cell that tells who leads and who coordinates: "Chủ trì: A; phối hợp: B", "A (chủ trì), B"."""

from __future__ import annotations

import re

from loaders.grammar.text import normal, plain

__all__ = ["lead_and_coordinating"]

_WHO = r"(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|phòng|ban)\s+)?"
_LABEL = re.compile(
    rf"(?:^|(?<=[\s.;,]))[+*-]*\s*{_WHO}(?P<role>chủ\s+trì|phối\s+hợp)(?:\s+thực\s+hiện)?\s*:"
)
_MARK = re.compile(r"\(\s*(?:cơ\s+quan\s+|đơn\s+vị\s+)?(?P<role>chủ\s+trì|phối\s+hợp)[^()]{0,30}\)")
_VERB = re.compile(r"\s+chủ\s+trì\s*[,;]?\s*(?:và\s+)?phối\s+hợp\s*(?:(?:cùng\s+)?với|cùng)?\s+")
_CLAUSE = re.compile(r"\s+chủ\s+trì\s*[,;]\s*(?P<coord>.+?)\s+phối\s+hợp(?:\s+thực\s+hiện)?\W*$")
_SEPARATOR = re.compile(r"[,;]\s*|\s+và\s+")
_EDGE = " .,;:-–+*\n"


def lead_and_coordinating(text: str) -> tuple[str, str] | None:
    """The agencies that lead and those that coordinate, each as printed; None where ``text`` tells no roles.

    >>> lead_and_coordinating("Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính")
    ('Sở Nội vụ', 'Sở Tài chính')
    """
    flat = normal(text)
    words = plain(flat)
    return _labelled(flat, words) or _marked(flat, words) or _told(flat, words)


def _labelled(text: str, words: str) -> tuple[str, str] | None:
    labels = list(_LABEL.finditer(words))
    if not labels:
        return None
    out = {"chủ trì": [text[: labels[0].start()]], "phối hợp": [""]}
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=True):
        role = normal(label["role"])
        out[role].append(text[label.end() : end])
    return _joined(out["chủ trì"]), _joined(out["phối hợp"])


def _marked(text: str, words: str) -> tuple[str, str] | None:
    """By marks in brackets: unmarked names after a lead coordinate, before a coordinating one they lead."""
    marks = list(_MARK.finditer(words))
    if not marks:
        return None
    out: dict[str, list[str]] = {"chủ trì": [], "phối hợp": []}
    place = 0
    for mark in marks:
        start, role = place, normal(mark["role"])
        if role == "phối hợp" and not out["chủ trì"]:
            before = list(_SEPARATOR.finditer(words, place, mark.start()))
            start = before[-1].end() if before else place
            out["chủ trì"].append(text[place:start])
        out[role].append(text[start : mark.start()])
        place = mark.end()
    out["phối hợp"].append(text[place:])
    return _joined(out["chủ trì"]), _joined(out["phối hợp"])


def _told(text: str, words: str) -> tuple[str, str] | None:
    """By verbs: "A chủ trì, phối hợp với B", "A chủ trì, B phối hợp"."""
    found = _VERB.search(words)
    if found:
        return text[: found.start()].strip(_EDGE), text[found.end() :].strip(_EDGE)
    clause = _CLAUSE.search(words)
    return (text[: clause.start()].strip(_EDGE), text[slice(*clause.span("coord"))]) if clause else None


def _joined(pieces: list[str]) -> str:
    return "; ".join(filter(None, (piece.strip(_EDGE) for piece in pieces)))
