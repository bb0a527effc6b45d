"""A small graph in three named graphs, as quads and as a manifest."""

import pyoxigraph as ox

from service.store.model import Manifest, Source

EX = "http://example.org/"
DATA = """
@prefix e: <http://example.org/> .
e:g1 { e:a e:knows e:b ; e:name "Bắc Kạn \\"x\\"\\n"@vi ; e:year 2024 . }
e:g2 { e:b e:knows e:c ; e:name "Tuyên Quang" . }
e:g3 { e:c e:year 2025 . }
"""
SOURCES = {"0" * 64: "Kế hoạch A\n".encode()}


def quads() -> list[str]:
    """The graph as lines of N-Quads, in a fixed order."""
    return sorted(f"{quad} .\n" for quad in ox.parse(DATA.encode(), format=ox.RdfFormat.TRIG))


def manifest() -> Manifest:
    return Manifest(reader="1", sources=(Source("a.txt", "0" * 64, f"{EX}a"),))
