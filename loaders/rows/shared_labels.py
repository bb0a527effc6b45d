"""Labels and brackets that hold for several items of an outline."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.rows.labelled import CONTENT
from loaders.rows.levels import LETTER, TEXT
from loaders.rows.outline import Item

__all__ = ["settle"]

_FEWEST = 2
"""So many lists of which only the last item has labels show that these hold for all; one of letters does."""


def settle(root: Item) -> None:
    """Let each label of the outline below ``root`` tell of all the items that it holds for."""
    items = _all(root)
    if not any(item.cells or item.hinted for item in items):
        return
    for item in items:
        _take_hints(item)
    _take_up(items)
    for level in {item.level for item in items if item.level < TEXT and item.cells}:
        lists = [kin for item in items if (kin := _leaves(item, level))]
        ended = [kin for kin in lists if kin[-1].cells]
        apart = any(item.cells for kin in lists for item in kin[:-1])
        if not apart and len(ended) >= (1 if level == LETTER else _FEWEST):
            for kin in ended:
                _join(kin)


def _take_hints(item: Item) -> None:
    """Take what brackets hint at where every item beside them says who, or when, at its end."""
    leaves = [lower for lower in item.below if not lower.below]
    if all(leaf.cells or leaf.hinted for leaf in leaves):
        for leaf in leaves:
            if leaf.hinted and not leaf.hinted.cells.keys() & leaf.cells.keys():
                leaf.printed, leaf.cells = [leaf.hinted.before], {**leaf.hinted.cells, **leaf.cells}


def _take_up(items: Sequence[Item]) -> None:
    """Make a sentence and the bullets below it, told of by one set of labels, one item.

    It is no heading where most items of its level are told of themselves: "a) Ban hành kế hoạch: - Rà soát".
    """
    held = [item for item in items if _holds_bullets(item)]
    for level in {item.level for item in held}:
        own = sum(item.level == level and bool(item.cells) and not item.below for item in items)
        whole = [item for item in held if item.level == level]
        if own > len(whole):
            for item in whole:
                (bullets,) = item.below
                item.printed += bullets.printed
                item.cells, item.below = bullets.cells, []


def _holds_bullets(item: Item) -> bool:
    """Whether ``item`` is a numbered sentence with nothing below it but bullets that share their labels."""
    if (
        item.label is None
        or item.cells
        or len(item.below) != 1
        or not item.text.text.endswith((".", ";", ":"))
    ):
        return False
    (lower,) = item.below
    return bool(lower.cells) and lower.level > TEXT and not lower.below


def _leaves(item: Item, level: int) -> list[Item]:
    """The items of ``level`` right below ``item``, if there are several and nothing stands below them."""
    kin = [lower for lower in item.below if lower.level == level]
    if len(kin) < 2 or any(lower.below for lower in kin):
        return []
    return [] if any(CONTENT.match(lower.text.text) for lower in kin) else kin


def _join(items: Sequence[Item]) -> None:
    """Make ``items`` one: the last of them, which has the labels."""
    *others, last = items
    last.printed = [passage for item in items for passage in item.printed]
    last.label = None
    for item in others:
        item.printed.clear()


def _all(item: Item) -> list[Item]:
    """``item`` and what stands below it, from top to bottom."""
    return [item, *(each for lower in item.below for each in _all(lower))]
