"""The errors of reading and building.

LoaderError               carries file, place, reason and what to do
├── UnreadableFile        missing, empty, binary, protected, truncated, too large
├── NotAPlan              readable, but holds no plan
└── RecordError           records that contradict the format
"""

from __future__ import annotations

from pathlib import Path


class LoaderError(Exception):
    """A document that could not be taken in.

    Arguments: ``file`` the document, ``reason`` and ``advice`` in Vietnamese, ``line`` 1-based where known.
    """

    def __init__(self, file: Path | str, reason: str, advice: str = "", line: int | None = None) -> None:
        self.file = Path(file)
        self.reason = reason
        self.advice = advice
        self.line = line
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type[LoaderError], tuple[Path, str, str, int | None]]:
        """Errors travel between processes whole."""
        return type(self), (self.file, self.reason, self.advice, self.line)

    @property
    def message(self) -> str:
        """One line: file, place, reason, what to do."""
        place = f"{self.file.name}, dòng {self.line}" if self.line else self.file.name
        return f"{place}: {self.reason}" + (f" {self.advice}" if self.advice else "")


class UnreadableFile(LoaderError):
    """The file's bytes give no text."""


class NotAPlan(LoaderError):
    """The text is no plan: no title of a plan and no rows."""


class RecordError(LoaderError):
    """Records that break the format."""
