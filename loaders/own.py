"""A province's own registry, found beside its plans: it counts wherever documents are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from loaders.people.folder import folder_of
from ontology.registry import Registry

__all__ = ["NAME", "registry_of"]

NAME = "registry"
"""Name of the folder of a province's own agencies, abbreviations and documents."""


def registry_of(paths: Iterable[Path], folder: Path | None = None) -> Registry:
    """The registries for the documents at ``paths``: the shipped ones, and what their province adds.

    The folder is looked for as people/ is, unless ``folder`` names it. What was refused is in ``problems``.
    """
    return Registry.load(folder or folder_of(paths, NAME))
