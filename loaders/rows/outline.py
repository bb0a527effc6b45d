"""The outline of a plan's text: which paragraph stands below which, and what is told of each.

A duty is a leaf of a part that tells work. Who does it, and when, is told in it, below it, in brackets behind
it, or above it for all; so the outline holds each paragraph with what is told of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.grammar import assignment
from loaders.layout.columns import Role
from loaders.layout.labels import Label
from loaders.layout.model import Paragraph, Passage
from loaders.rows.labelled import CONTENT, Labels
from loaders.rows.levels import BULLET, LETTER, TEXT, bullet_level, label_of, level_of
from loaders.rows.told import Told, carries_out, led_by, roles_told

__all__ = ["Cells", "Duty", "Item", "outline"]

_BODIES = (Role.LEAD, Role.COORD)
Cells = Mapping[Role, Passage]
"""What is told of a duty, by role."""


@dataclass(eq=False)
class Item:
    """A paragraph in the outline, or several that share one set of labels."""

    level: int
    printed: list[Passage] = field(default_factory=list)
    """What it says, one passage a paragraph."""
    label: Label | None = None
    cells: dict[Role, Passage] = field(default_factory=dict)
    hinted: Told | None = None
    """What brackets behind it may tell, where those behind its neighbours do."""
    led_by: dict[Role, Passage] = field(default_factory=dict)
    """Who leads all that stands below it, where the heading says just that."""
    carries_out: bool = False
    """Whether it is the heading of "Tổ chức thực hiện"."""
    for_all: bool = False
    """Whether its labels say that they tell of the items below it."""
    aside: bool = False
    """Whether its labels stand under it in brackets or as a line of text, not as bullets."""
    opening: list[Item] = field(default_factory=list)
    """The text and the bullets below it that it was joined from."""
    below: list[Item] = field(default_factory=list)

    @property
    def text(self) -> Passage:
        """What it says without its number."""
        whole = Passage()
        for passage in self.printed:
            whole = whole.joined(passage)
        return whole.part(self.label.end) if self.label else whole

    @property
    def shown(self) -> Passage:
        """Its text without the label "Nội dung:", and without its bullet where it is a single one."""
        text = self.text
        named = CONTENT.match(text.text)
        text = text.part(named.end()) if named else text
        bullet = BULLET.match(text.text) if len(self.printed) == 1 else None
        return text.part(bullet.end()) if bullet else text

    def tells(self) -> bool:
        """Whether anything is told of it, or of what stands below it."""
        return bool(self.led_by or self.cells) or any(item.tells() for item in self.below)


class Duty(NamedTuple):
    """One duty: the headings above it, its level, label and text, what is told of it, all its passages."""

    above: tuple[Item, ...]
    level: int
    label: str | None
    text: Passage
    cells: Cells
    own: tuple[Passage, ...]


def outline(paragraphs: Iterable[Paragraph]) -> Item:
    """The outline of ``paragraphs``, as an item above all of them."""
    builder = _Builder()
    labels = Labels(paragraphs)
    for paragraph in _headings_apart(labels.whole()):
        before, cells = labels.labelled(paragraph.passage)
        rest = before if cells else paragraph.passage
        told = roles_told(rest) if rest and builder.may_tell() else None
        if told and told.certain:  # "Giao Sở A chủ trì. Thời gian: Quý I": a sentence, then labels
            builder.tell(paragraph, told.before, told.cells | cells, for_all=told.for_all)
        elif cells:
            builder.tell(paragraph, rest, _parted_cells(cells) if builder.may_tell() else cells)
        else:
            item = builder.place(paragraph)
            item.hinted, item.led_by = told, led_by(paragraph.passage) if builder.may_tell() else {}
    return builder.root


def _headings_apart(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """``paragraphs``, numbered headings and the work told on the lines below them apart."""
    for paragraph in paragraphs:
        label = label_of(paragraph.text)
        yield from assignment.parted(paragraph, label.end if label else 0, _is_heading)


def _parted_cells(cells: dict[Role, Passage]) -> dict[Role, Passage]:
    """``cells`` with what a sentence behind one of them tells: "Sản phẩm: Đề án. Giao Sở A chủ trì"."""
    parted = dict(cells)
    for role, cell in cells.items():
        told = roles_told(cell) if role not in _BODIES else None
        if told and told.certain and told.before:
            parted |= {
                role: told.before,
                **{key: said for key, said in told.cells.items() if key not in cells},
            }
    return parted


def _is_heading(words: str) -> bool:
    """Whether ``words`` are a heading: several, that end in small letters and in no mark."""
    *others, last = words.split() or [""]
    ended = not last[-1:].isalnum() or last[:1].isupper()
    return len(others) > 1 and not ended


class _Builder:
    """An outline while it grows."""

    def __init__(self) -> None:
        self.root = Item(level=-100)
        self._open = [self.root]
        self._untold: list[Item] = []
        """Text and bullets since the last heading of which nothing is told yet."""
        self._told: Item | None = None
        """What the label lines right above tell of."""

    def may_tell(self) -> bool:
        """Whether sentences tell of what stands above: those of "Tổ chức thực hiện" are duties themselves."""
        headed = False
        for item in self._open:
            if item.label and item.carries_out:
                return False
            headed = headed or item.label is not None
        return headed

    def place(self, paragraph: Paragraph) -> Item:
        """Take in a paragraph that only says something."""
        item = self._placed(paragraph)
        self._untold = [*self._untold, item] if item.level >= TEXT else []
        self._told = None
        return item

    def tell(
        self, paragraph: Paragraph, before: Passage, cells: dict[Role, Passage], *, for_all: bool = False
    ) -> None:
        """Take in ``cells`` that ``paragraph`` tells of the text ``before`` them, or of what stands above.

        Those ``for_all`` are told of the items below the heading.
        """
        if before:
            item = self._placed(Paragraph(before, paragraph.heading, paragraph.emphasised))
            if item.level == TEXT and self._untold and all(other.level == TEXT for other in self._untold):
                item = self._joined([*self._untold, item])
            self._told, self._untold, item.aside = item, [], True
        elif for_all:
            self._told, self._untold = next(item for item in reversed(self._open) if item.label), []
        elif self._untold:
            self._told, self._untold = self._owner(paragraph.text), []
        elif self._told is None or self._told.cells.keys() & cells.keys() - {Role.EXTRA}:
            self._told = self._heading()
            self._told.aside = not BULLET.match(paragraph.text)
        self._told.cells = cells | self._told.cells
        self._told.for_all |= for_all

    def _placed(self, paragraph: Paragraph) -> Item:
        label = label_of(paragraph.text)
        level = level_of(paragraph, label, [(item.level, item.label) for item in self._open[1:]])
        self._part_opening(level)
        item = Item(level, [paragraph.passage], label)
        item.carries_out = bool(label) and level < LETTER and carries_out(item.text.text)
        self._open = [other for other in self._open if other.level < level]
        self._open[-1].below.append(item)
        self._open.append(item)
        return item

    def _part_opening(self, level: int) -> None:
        """Part what opens a chapter from the bullets below it, of whose ``level`` more follow."""
        joined = self._open[-1]
        if not joined.opening or joined.opening[1].level != level:
            return
        opening, *bullets = joined.opening
        joined.level, joined.opening = level, []
        joined.printed = [passage for item in bullets for passage in item.printed]
        self._open[-2].below.insert(-1, opening)

    def _owner(self, text: str) -> Item:
        """Of what the label line ``text`` tells: of the last bullet where its own is lower, else of all."""
        last = self._untold[-1]
        level = bullet_level(text)
        if len(self._open) == 2 or (level and last.level > TEXT and level > last.level):
            return last
        return self._joined(self._untold)

    def _joined(self, items: list[Item]) -> Item:
        """``items`` as one, where the first of them stood."""
        if len(items) == 1:
            return items[0]
        joined = Item(items[0].level, [passage for item in items for passage in item.printed])
        above = max(place for place, item in enumerate(self._open) if item.level < joined.level)
        first, *others = (item.level for item in items)
        joined.opening = items if first == TEXT < min(others) == max(others) else []
        self._open = [*self._open[: above + 1], joined]
        self._open[-2].below = [item for item in self._open[-2].below if item not in items] + [joined]
        return joined

    def _heading(self) -> Item:
        """The heading of which a label line right below it tells."""
        heading = self._open[-1]
        return Item(TEXT) if heading.cells else heading
