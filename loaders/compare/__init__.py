"""Two plans of one series side by side: what is new, dropped, changed."""

from loaders.compare.changes import FIELDS, Change, Difference, changes, counts
from loaders.compare.edition import Edition, Row, edition_of

__all__ = ["FIELDS", "Change", "Difference", "Edition", "Row", "changes", "counts", "edition_of"]
