"""The part of a text in which the words of a search stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.search.words import Asked, Word, words

__all__ = ["Piece", "snippet"]

BEFORE, LENGTH = 8, 40
"""Words shown before the first word found, and in all."""


@dataclass(frozen=True)
class Piece:
    """A part of a text; ``found`` where it is what was searched."""

    text: str
    found: bool


def snippet(text: str, wanted: Asked, exact: bool) -> tuple[Piece, ...]:
    """About :data:`LENGTH` words of ``text`` where most of ``wanted`` stands, the words found marked.

    ``exact`` says whether the words count only with the marks typed.
    """
    every = words(text)
    marked = _marked(every, wanted, "exact" if exact else "folded")
    first = _best(marked, LENGTH - BEFORE)
    start = max(0, min(first - BEFORE, len(every) - LENGTH))
    shown = every[start : start + LENGTH]
    if not shown:
        return (Piece(text, False),)
    spans = {(word.start, word.end) for i, word in enumerate(every) if i in marked}
    cut = _cut(text, sorted({(word.start, word.end) for word in shown}), spans)
    before = Piece("… " if start else text[: every[0].start], False)
    after = Piece(" …" if shown[-1].end < every[-1].end else text[every[-1].end :], False)
    return _merged([before, *cut, after])


def _cut(text: str, spans: list[tuple[int, int]], marked: set[tuple[int, int]]) -> Iterator[Piece]:
    """The words at ``spans`` and what stands between them, which is marked between two marked words."""
    last = spans[0]
    for span in spans:
        yield Piece(text[last[1] : span[0]], last in marked and span in marked)
        yield Piece(text[span[0] : span[1]], span in marked)
        last = span


def _marked(every: list[Word], wanted: Asked, form: str) -> set[int]:
    """The places of the words of ``wanted`` in ``every``; a phrase counts where it stands whole.

    Where none does, the last word is the beginning of one.
    """
    forms = [getattr(word, form) for word in every]
    found: set[int] = set()
    for phrase in wanted.phrases:
        looked = [getattr(word, form) for word in phrase]
        for i in range(len(forms) - len(looked) + 1):
            if forms[i : i + len(looked)] == looked:
                found.update(range(i, i + len(looked)))
    return found or {i for i, word in enumerate(every) if word.folded.startswith(wanted.words[-1].folded)}


def _best(marked: set[int], width: int) -> int:
    """The first of the places between which, in ``width`` words, most of ``marked`` stands."""
    return max(sorted(marked), key=lambda i: sum(i <= j < i + width for j in marked), default=0)


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].found == piece.found:
            out[-1] = Piece(out[-1].text + piece.text, piece.found)
        elif piece.text:
            out.append(piece)
    return tuple(out)
