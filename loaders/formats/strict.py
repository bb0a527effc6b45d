"""The strict form of office files: the same content under other namespaces.

Source: ECMA-376 part 1 (strict) and part 4 (transitional), annex A.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

__all__ = ["is_strict", "repacked", "usual"]

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = {
    b"officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}


def is_strict(data: bytes) -> bool:
    """Whether the part ``data`` is written in the strict form."""
    return _STRICT in data


def usual(data: bytes) -> bytes:
    """The part ``data`` under the usual namespaces."""
    if is_strict(data):
        for strict, name in _USUAL.items():
            data = data.replace(_STRICT + strict, name)
    return data


def repacked(names: Iterable[str], part: Callable[[str], bytes]) -> bytes:
    """A packed file of the parts ``names``, each under the usual namespaces; ``part`` gives their bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, usual(part(name)))
    return out.getvalue()
