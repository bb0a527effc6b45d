"""A picture as one file that opens without any network: library, styles and data inside."""

from __future__ import annotations

import re
from pathlib import Path

from service.draw.assets import vis_css, vis_js
from service.draw.model import Picture
from service.draw.table import lines
from service.draw.vis import legend, network
from service.templating import templates

_STATIC = Path(__file__).parents[1] / "static"


def page(picture: Picture) -> str:
    """The HTML text of ``picture``: the network, and the same as a table."""
    return (
        templates()
        .get_template("drawing.html")
        .render(
            picture=picture,
            lines=lines(picture),
            network=network(picture),
            legend=legend(picture),
            style=_inline(vis_css()) + _inline(_STATIC / "style.css"),
            library=_inline(vis_js()),
            script=_inline(_STATIC / "draw.js"),
        )
    )


def _inline(file: Path) -> str:
    """The text of ``file``, safe inside a style or script element and without a pointer to another file."""
    text = re.sub(r"//# sourceMappingURL=\S+", "", file.read_text(encoding="utf-8"))
    return re.sub(r"</(?=script|style)", r"<\\/", text, flags=re.IGNORECASE)
