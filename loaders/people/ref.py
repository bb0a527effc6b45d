"""How an entry names a row: plan, key, and the hash of its text, in one cell that a person can also write.

"ke-hoach/tinh/bac-kan/ubnd/2024/893-kh-ubnd:I/3.1@0123456789ab" is what the program writes;
"893/KH-UBND:I/3.1" is enough from a person.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Self

from ontology.slug import fold

__all__ = ["Ref", "digest"]

_DIGITS = 12
"""Hexadecimal digits of a hash: enough for the rows of one plan, short enough for a cell."""
_DIGEST = re.compile(rf"@\s*([0-9a-fA-F]{{{_DIGITS}}})\s*$")


def digest(text: str) -> str:
    """The hash of a row's folded text: the same while only marks, case and spaces change."""
    return hashlib.sha256(fold(text).encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True)
class Ref:
    """A row as an entry names it.

    ``plan`` is the identity path of a plan or its number as people write it; ``digest`` the hash of the row's
    text as the program wrote it, ``text`` that text as it stands in the sheet, each None where there is none.
    """

    plan: str
    key: str
    digest: str | None = None
    text: str | None = None

    @classmethod
    def parse(cls, cell: str, text: str | None = None) -> Self | None:
        """The row that ``cell`` names: PLAN:KEY or PLAN:KEY@HASH; None where it names none.

        ``text`` is the row's text as it stands beside the cell.
        """
        found = _DIGEST.search(cell)
        named = cell[: found.start()] if found else cell
        plan, _, key = (part.strip() for part in named.partition(":"))
        if not plan or not key:
            return None
        return cls(plan, key, found[1].lower() if found else None, text or None)

    def __str__(self) -> str:
        """The cell that :meth:`parse` reads."""
        return f"{self.plan}:{self.key}" + (f"@{self.digest}" if self.digest else "")
