"""The manifest of a generation as a JSON file."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from service.errors import OtherSchema, StoreError
from service.reasons import reason_of
from service.store.model import SCHEMA, Manifest, Source

REBUILD = "Hãy dựng lại bằng: cchc build"
"""What to do with a graph that cannot be used."""


def write_manifest(manifest: Manifest, file: Path) -> None:
    """``manifest`` as JSON in ``file``, the same bytes for the same manifest."""
    text = json.dumps(dataclasses.asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def read_manifest(file: Path) -> Manifest:
    """The manifest in ``file``.

    Raises :class:`OtherSchema` for a graph of another version, :class:`StoreError` for a broken file.
    """
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise OtherSchema(
                f"Đồ thị trong {file.parent} do phiên bản khác của chương trình dựng.",
                REBUILD,
            )
        sources = tuple(Source(**s) for s in data.pop("sources"))
        return Manifest(**data, sources=sources)
    except OSError as error:
        raise StoreError(f"Không đọc được {file}: {reason_of(error)}.", REBUILD) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"Không đọc được {file}: tệp bị hỏng.", REBUILD) from error
