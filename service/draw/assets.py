"""The drawing library as it comes inside the pyvis package: never fetched from another host."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_FOLDER = "templates/lib/vis-9.1.2"


def vis_js() -> Path:
    """The script of vis-network (Apache-2.0 or MIT)."""
    return _folder() / "vis-network.min.js"


def vis_css() -> Path:
    """Its style sheet."""
    return _folder() / "vis-network.css"


def _folder() -> Path:
    """Found without importing pyvis, which would load much that is not needed here."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pyvis")
    return Path(spec.origin).parent / _FOLDER
