"""A province's own registry on the command line: found beside the documents, refused entries told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from service.cli.safe import say

if TYPE_CHECKING:
    from ontology.registry import Registry, RegistryError


def own_registry(paths: Iterable[Path]) -> Registry:
    """The registries for the documents at ``paths``; refused entries of registry/ are told."""
    from loaders.own import registry_of

    registry = registry_of(paths)
    tell_refused(registry.problems)
    return registry


def tell_refused(problems: Sequence[RegistryError]) -> None:
    """Say which entries of registry/ were refused, and why."""
    if problems:
        say(f"Không nhận {len(problems)} mục của registry/ (các mục khác vẫn được dùng):", err=True)
    for problem in problems:
        say(f"  {problem.message}", err=True)
