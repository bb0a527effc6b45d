"""The errors of checking.

CheckError                one Vietnamese sentence: what is wrong and what to do
└── NotLoaded             the graph knows the plan only by mentions of it
"""

from __future__ import annotations


class CheckError(Exception):
    """A check that could not be made. ``message`` is Vietnamese."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


class NotLoaded(CheckError):
    """The graph knows the plan only by mentions of it: there are no rows to check."""
