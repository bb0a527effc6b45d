"""The names that files go by in a graph: their own, with their folders where several have the same."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path


def shown_names(files: Iterable[Path]) -> Mapping[Path, str]:
    """The name of each of ``files``, no two alike.

    Files of one name are told from the folder that holds them all: "2024/ke-hoach.txt", "2025/ke-hoach.txt";
    those of several drives (Windows) by their whole paths.
    """
    alike: dict[str, list[Path]] = {}
    for file in files:
        alike.setdefault(file.name, []).append(file)
    return {file: name for same in alike.values() for file, name in _told_apart(same)}


def _told_apart(files: list[Path]) -> Iterable[tuple[Path, str]]:
    if len(files) == 1:
        return [(files[0], files[0].name)]
    # Links stay links: one may lead to itself.
    whole = {file: Path(os.path.abspath(file)) for file in files}  # noqa: PTH100
    try:
        common = os.path.commonpath([path.parent for path in whole.values()])
    except ValueError:  # files of several drives
        return [(file, path.as_posix()) for file, path in whole.items()]
    return [(file, path.relative_to(common).as_posix()) for file, path in whole.items()]
