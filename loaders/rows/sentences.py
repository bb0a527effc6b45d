"""Duties of plans that set no roles apart: each item is a sentence that says what, by whom and until when.

Only chapters that tell work are read so; those of carrying out give duties to agencies instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.grammar import carrying_out
from loaders.grammar.text import plain
from loaders.layout.columns import Role
from loaders.layout.model import Passage
from loaders.rows.levels import TEXT
from loaders.rows.outline import Duty, Item
from loaders.rows.within import roles_within

__all__ = ["duties_of_sentences"]

_TELLS_WORK = re.compile(r"nhiệm\s+vụ|giải\s+pháp|nội\s+dung|công\s+việc|hoạt\s+động|biện\s+pháp")
"""What a chapter is called whose sentences give work."""
_TITLE = re.compile(r"[^:;.]{3,100}:\s+")
_LINK = re.compile(r";\s+")


def duties_of_sentences(root: Item) -> list[Duty]:
    """The duties that sentences of the outline below ``root`` tell, chapter by chapter."""
    return [duty for chapter in _chapters(root) for duty in _of_chapter(chapter)]


def _chapters(item: Item) -> Iterator[Item]:
    """The highest headings below ``item`` that tell work."""
    for lower in item.below:
        if lower.below and _TELLS_WORK.search(plain(lower.text.text)) and not _carries_out(lower):
            yield lower
        else:
            yield from _chapters(lower)


def _carries_out(item: Item) -> bool:
    return item.carries_out or carrying_out.gives_duties(item.text.text)


def _of_chapter(chapter: Item) -> list[Duty]:
    """The duties of ``chapter``, none where most of its items name nobody: they describe the work."""
    items = list(_items(chapter, (chapter,)))
    told = [duties for item, above in items if (duties := list(_duties(item, above)))]
    return [duty for duties in told for duty in duties] if 2 * len(told) >= len(items) else []


def _items(item: Item, above: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """The items below ``item``, each with the headings over it; one that tells roles holds those below it."""
    for lower in item.below:
        if lower.below and _carries_out(lower):
            continue
        if not lower.below or roles_within(lower.shown):
            yield lower, above
        else:
            yield from _items(lower, (*above, lower) if lower.level < TEXT else above)


def _duties(item: Item, above: tuple[Item, ...]) -> Iterator[Duty]:
    """The duty that ``item`` tells, or one for each link of a chain, below its title."""
    text = item.shown
    links = _links(text)
    if not links:
        roles = roles_within(text)
        if roles:
            label = item.label.text if item.label else None
            own = (text, *item.cells.values())
            yield Duty(above, item.level, label, text, {**roles, **item.cells}, own)
        return
    title = _TITLE.match(text.text)
    if title and item.label:
        named = text.part(0, len(title[0].rstrip(" :")))
        above = (*above, Item(item.level, [named], item.label._replace(end=0)))
    for link in links:
        yield Duty(above, TEXT, None, link, roles_within(link), (link,))


def _links(text: Passage) -> list[Passage]:
    """The parts of "Sở A chủ trì …; Sở B chủ trì …", if each gives its work to a body of its own."""
    title = _TITLE.match(text.text)
    first = title.end() if title else 0
    gaps = [found.span() for found in _LINK.finditer(text.text, first)]
    begins = [first, *(after for _, after in gaps)]
    ends = [*(before for before, _ in gaps), len(text.text.rstrip(" .;"))]
    links = [text.part(begin, end) for begin, end in zip(begins, ends, strict=True)]
    own = len(links) > 1 and all(Role.LEAD in roles_within(link) for link in links)
    return links if own else []
