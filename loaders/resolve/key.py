"""What identifies a document, and the path made of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["UNSAID", "DocumentKey"]

UNSAID = "?"
"""Issuer of a partial key: local, but of a place that is not said."""


@dataclass(frozen=True, order=True)
class DocumentKey:
    """What identifies a document. ``issuer`` is an agency's path, None for national documents.

    ``name`` is the number as a slug, or the title where there is no number (``numbered`` False for a plan).
    A partial key lacks its ``year``, or has the ``issuer`` :data:`UNSAID`.
    """

    kind: str
    name: str
    year: int | None
    issuer: str | None = None
    numbered: bool = True

    @property
    def path(self) -> str:
        """The IRI path; of complete keys only."""
        middle = str(self.year) if self.numbered else "khong-so"
        return "/".join(filter(None, (self.kind, self.issuer, middle, self.name)))

    @property
    def complete(self) -> bool:
        """Whether the key tells one document from all others."""
        return self.issuer != UNSAID and not (self.numbered and self.year is None)
