"""The errors of the registries.

RegistryError     an entry that was refused: file, line, reason and what to do
"""

from __future__ import annotations

from pathlib import Path


class RegistryError(Exception):
    """One refused entry of a registry; the other entries of its file are kept.

    Arguments: ``file`` the table, ``line`` 1-based, ``reason`` and ``advice`` in Vietnamese.
    """

    def __init__(self, file: Path | str, line: int, reason: str, advice: str = "") -> None:
        self.file = Path(file)
        self.line = line
        self.reason = reason
        self.advice = advice
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """One line: file, line, reason, what to do."""
        return f"{self.file.name}, dòng {self.line}: {self.reason}" + (
            f" {self.advice}" if self.advice else ""
        )
