"""PDF files object by object, for what no library writes."""

from __future__ import annotations

from collections.abc import Sequence


def of_objects(objects: Sequence[bytes]) -> bytes:
    """A PDF of ``objects``, numbered from 1; the first is its catalogue."""
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (i, held) for i, held in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer <</Root 1 0 R>>\n"


def stream(data: bytes, entries: str) -> bytes:
    """A stream of ``data`` as it is, with further ``entries`` of its dictionary."""
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), entries.encode(), data)
