"""The lines of a flattened table as a lattice of fragments.

Mostly a line is a fragment of one cell. Cells that were printed on one height stand on one line, so
a line may be cut before words that begin a cell. An empty cell leaves a space: a line of spaces, or
spaces around a line. Nodes are the places where a fragment may begin or end; a path through the
lattice is one way of cutting all lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.layout import weights as w
from loaders.layout.cues import closes_name, hangs, hints, is_amount, is_money, is_unfinished, is_whole_time
from loaders.layout.labels import Label, read_label
from loaders.layout.metrics import text_width
from loaders.layout.model import Line
from loaders.layout.spacing import NUMBER, cells_share_lines, cut_row, parting, spaces_of, usual_end
from loaders.remembered import remembered
from loaders.spaces import single_spaced

__all__ = ["Fragment", "Lattice", "lattice_of", "lines_of_column"]

_COUNTS = "0123456789IVXL"
"""What a number begins with."""
_WORD_START = re.compile(r" (?=\S)")
_CAPITALS = "".join(letter for letter in map(chr, range(0x2000)) if letter.isupper())
_CAPITAL_START = re.compile(rf" (?=[{_CAPITALS}])")
_AMOUNT_END = re.compile(r" (?=\d[\d.,]*(?: (?:triệu|tỷ|nghìn)(?: đồng)?)?$)")
_LOOSE_WORDS = 12
_SHORT = 6
_LONGEST_BRACKET = 15
_MOST_CUTS = 12


@dataclass(slots=True, eq=False)
class Fragment:
    """A piece of ``line`` between two nodes of the lattice. ``text`` is "" for the space of an empty cell.

    Nobody changes one. Slots are read in a third of the time that the fields of a tuple take.
    """

    line: Line
    text: str
    start: int
    end: int
    width: int
    head: str
    """Its first word, and below that word's width."""
    head_width: int
    opens: bool
    """Whether a printed line begins with it, or with such spaces: what stands behind text begins no row."""
    stands: float
    """What blank lines, or their lack, and a bracket opened above that is still open say of its going on with
    the line above: log-odds."""
    top: bool
    """Whether a page begins with it."""
    number: bool
    """Whether it is a bare label cut off from the text after it."""
    label: Label | None
    """The label it begins with."""
    ahead: str
    """The line after it, where it ends its own: names go on there."""
    goes_on: bool
    """Whether it begins a line in lower case, and nothing parts it from the line above."""


@dataclass(frozen=True)
class Lattice:
    """Fragments by the node they begin at; nodes are numbered in reading order."""

    outgoing: tuple[tuple[Fragment, ...], ...]

    @property
    def last(self) -> int:
        """The final node."""
        return len(self.outgoing)


class _Place(NamedTuple):
    """How a line stands on its page."""

    line: Line
    parted: float
    top: bool
    inside: bool
    ahead: str


def lattice_of(pages: Sequence[Sequence[Line]], width: int, *, amounts: bool = False) -> Lattice:
    """The lattice of a flattened table of ``width`` columns, given its lines page by page.

    ``amounts`` where a column holds sums of money, so that a number may be a cell.
    """
    outgoing: list[tuple[Fragment, ...]] = []
    usual = usual_end(pages)
    spaced = [[single_spaced(text) if (text := line.text) else "" for line in page] for page in pages]
    shared = cells_share_lines(spaced)
    for number, (page, texts) in enumerate(zip(pages, spaced, strict=True)):
        below, under = parting(page, texts)
        cut_below = cut_row(texts, spaced[number + 1] if number + 1 < len(pages) else [])
        above = ""
        blank, top, loose = True, number > 0, number > 0 and shared
        brackets = _Brackets()
        for i, (line, text) in enumerate(zip(page, texts, strict=True)):
            if not line.text:
                blank = True
                continue
            if text and loose:
                loose = not NUMBER.match(text) and not read_label(text)
            cuts = _cuts(text, loose and (top or len(text.split()) <= _SHORT), amounts) if text else ()
            after = next(filter(None, texts[i + 1 : i + 4]), "") if text else ""
            parted = 0.0 if top else below if blank else under
            if i >= cut_below and text and is_unfinished(above):
                parted += w.AT_FOOT
            place = _Place(line, parted, top, brackets.open, after)
            outgoing.extend(_fragments(place, text, cuts, spaces_of(line.text, width, usual), len(outgoing)))
            brackets.read(text)
            blank, top, above = False, top and not text, text or above
    return Lattice(tuple(outgoing))


class _Brackets:
    """Whether a bracket is ``open``, while lines are read; one that stays open long was never closed."""

    def __init__(self) -> None:
        self._depth = self._age = 0
        self.open = False

    def read(self, text: str) -> None:
        if not (self.open or "(" in text):
            return
        self._depth = max(0, self._depth + text.count("(") - text.count(")"))
        self._age = self._age + 1 if self._depth else 0
        if self._age > _LONGEST_BRACKET:
            self._depth = self._age = 0
        self.open = self._depth > 0


@remembered
def _cuts(text: str, loose: bool, amounts: bool) -> tuple[int, ...]:
    """The offsets in ``text`` where a cell may begin, besides its start."""
    found = set()
    label = NUMBER.match(text) if text[0] in _COUNTS else None
    if label and label.end() < len(text):
        found.add(len(text) - len(text[label.end() :].lstrip()))
    if not text.isupper():
        found |= {match.end() for match in _CAPITAL_START.finditer(text) if _begins(text, match.end())}
        if loose and text.count(" ") < _LOOSE_WORDS:
            found |= {
                match.end() for match in _WORD_START.finditer(text) if not hangs(text[: match.start()])
            }  # the first of two cells on a line ends there
    amount = _AMOUNT_END.search(text) if amounts else None
    if amount and not hangs(text[: amount.start()], text[amount.end() :]):
        found.add(amount.end())
    return tuple(sorted(found)[:_MOST_CUTS])


def _begins(text: str, start: int) -> bool:
    """Whether the words of ``text`` from ``start`` on begin a cell."""
    before, after = text[:start], text[start:]
    if " " in after and after in before and not hangs(before):  # a product that the work names
        return True
    if before[:1].isupper() and is_whole_time(before.rstrip()):
        return True
    return bool(hints(after)) and not hangs(before, after) and not closes_name(before, after)


def _fragments(
    place: _Place, text: str, cuts: Sequence[int], spaces: tuple[int, int], node: int
) -> list[tuple[Fragment, ...]]:
    """The fragments of one line, by the node each begins at; the line begins at ``node``."""
    before, after = spaces
    if not (before or cuts or after):
        return [(_piece(place, text, (node, node + 1), first=True, last=True),)]
    out: list[tuple[Fragment, ...]] = [
        (_space(place, node + i, first=i == 0, opens=True),) for i in range(before)
    ]
    if not text:
        return out
    node += before
    ends = [0, *cuts, len(text)]
    last = len(ends) - 1
    whole = last - _timed_sum(text, ends)
    for i in range(last):
        pieces = [
            _piece(place, text[ends[i] : ends[j]].strip(), (node + i, node + j), first=i == 0, last=j == last)
            for j in range(i + 1, max(whole, i + 1) + 1)
        ]
        out.append(tuple(pieces))
    node += last
    out += [(_space(place, node + i, first=False, opens=False),) for i in range(after)]
    return out


def _timed_sum(text: str, ends: Sequence[int]) -> bool:
    """Whether the last piece of ``text`` between ``ends`` is money behind a time: it is a cell of its own."""
    if len(ends) < 3 or not is_money(text[ends[-2] :]):
        return False
    return any(is_whole_time(text[start : ends[-2]].strip()) for start in ends[:-2])


def lines_of_column(texts: Iterable[str]) -> Iterator[Fragment]:
    """The lines of one column, from top to bottom, as fragments each of which is a whole line."""
    brackets = _Brackets()
    for text in texts:
        place = _Place(Line(0, text), 0.0, top=False, inside=brackets.open, ahead="")
        yield _piece(place, text, (0, 1), first=True, last=True)
        brackets.read(text)


def _space(place: _Place, node: int, *, first: bool, opens: bool) -> Fragment:
    return Fragment(
        place.line, "", node, node + 1, 0, "", 0, opens, stands=0.0,
        top=place.top and first, number=False, label=None, ahead="", goes_on=False,
    )  # fmt: skip


class _Said(NamedTuple):
    """What a piece says wherever it stands, as of :class:`Fragment`; ``lower`` in small letters, no label."""

    width: int
    head: str
    head_width: int
    number: bool
    label: Label | None
    lower: bool


@remembered
def _said(piece: str) -> _Said:
    """What ``piece`` says: the cells of a table repeat the same lines."""
    head = piece.partition(" ")[0]
    digits = NUMBER.match(piece) if piece[0] in _COUNTS else None
    number = digits is not None and digits[0] == piece
    label = _label(piece, digits)
    lower = piece[0].islower() and label is None
    return _Said(text_width(piece), head, text_width(head), number, label, lower)


def _piece(place: _Place, piece: str, nodes: tuple[int, int], *, first: bool, last: bool) -> Fragment:
    width, head, head_width, number, label, lower = _said(piece)
    ahead = place.ahead if last else ""
    if not first:  # how a line stands says nothing of what follows on it
        return Fragment(
            place.line, piece, *nodes, width, head, head_width, False, 0.0, False,
            False, label, ahead, False,
        )  # fmt: skip
    goes_on = lower and not (place.top or place.parted == w.TIGHT)
    stands = place.parted + (w.INSIDE if place.inside else 0.0)
    return Fragment(
        place.line, piece, *nodes, width, head, head_width, True, stands, place.top,
        number, label, ahead, goes_on,
    )  # fmt: skip


def _label(text: str, plain: re.Match[str] | None) -> Label | None:
    """The label ``text`` begins with; also the number ``plain`` it begins with, with no point after it."""
    found = read_label(text)
    if (
        found
        or plain is None
        or plain.end() == len(text)
        or not plain[1].rstrip(".").isdigit()
        or text[0] == "0"
        or text[plain.end() :].lstrip()[:1].islower()
        or is_amount(text)
    ):
        return found
    return Label(plain[1].rstrip("."), plain.end(), (int(plain[1].rstrip(".")),))
