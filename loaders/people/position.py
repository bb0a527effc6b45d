"""Where a record stands in its source, in words for a person."""

from __future__ import annotations

from loaders.records import Placed

__all__ = ["position"]


def position(record: Placed, doc: str | None = None) -> str:
    """Where ``record`` stands: "dòng 12–14", with page and sheet where it has them.

    Where ``doc`` is given, the file is named as well if it is another one.
    """
    span = record.lines or record.rows
    parts = [record.file] if doc and record.file and record.file != doc else []
    parts += [f"trang tính “{record.sheet}”"] if record.sheet else []
    parts += [f"trang {record.page}"] if record.page else []
    if span:
        parts.append(f"dòng {span[0]}" if span[0] == span[1] else f"dòng {span[0]}–{span[1]}")
    return ", ".join(parts)
