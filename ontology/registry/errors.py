"""The errors of the registries.

RegistryError     an entry that was refused: file, line, reason and what to do
"""

from __future__ import annotations

from pathlib import Path


class RegistryError(Exception):
    """One refused entry of a registry; the other entries of its file are kept.

    Arguments: ``file`` the table, ``line`` 1-based (0: the file as a whole), ``reason`` and ``advice`` in
    Vietnamese, ``subject`` what stands for the line in Turtle.
    """

    def __init__(
        self, file: Path | str, line: int, reason: str, advice: str = "", subject: str | None = None
    ) -> None:
        self.file = Path(file)
        self.line = line
        self.reason = reason
        self.advice = advice
        self.subject = subject
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """One line: file, line or subject, reason, what to do."""
        place = f"mục «{self.subject}»" if self.subject else f"dòng {self.line}" if self.line else "cả tệp"
        return f"{self.file.name}, {place}: {self.reason}" + (f" {self.advice}" if self.advice else "")
