"""How the parts of a packed office file find one another.

Source: ECMA-376 part 2, 9.3 (relationships). Names of parts are a habit ("word/document.xml"), relationships
say where they are: Word on the web calls the text of some files "word/document2.xml".
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from loaders.formats.limits import Package

__all__ = ["Relation", "relations"]

_NAMES = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True)
class Relation:
    """One part named by another: the last word of its type ("styles", "footnotes" …), and its name."""

    kind: str
    target: str


def relations(package: Package, part: str = "") -> dict[str, Relation]:
    """The parts of ``package`` that ``part`` (the package itself: "") names, by the identifiers it uses."""
    folder, name = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, Relation] = {}
    for entry in root.iter(_NAMES + "Relationship") if root is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")
        if entry.get("TargetMode") != "External" and target in package.names:
            kind = entry.get("Type", "").rpartition("/")[2]
            found[entry.get("Id", "")] = Relation(kind, target)
    return found
