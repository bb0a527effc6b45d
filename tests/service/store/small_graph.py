"""A small graph in three named graphs, as quads and as a manifest."""

import pyoxigraph as ox

from service.store.model import Manifest, Source

EX = "http://example.org/"
DATA = """
<http://example.org/a> <http://example.org/knows> <http://example.org/b> <http://example.org/g1> .
<http://example.org/b> <http://example.org/knows> <http://example.org/c> <http://example.org/g2> .
<http://example.org/a> <http://example.org/name> "Bắc Kạn \\"x\\"\\n"@vi <http://example.org/g1> .
<http://example.org/b> <http://example.org/name> "Tuyên Quang" <http://example.org/g2> .
<http://example.org/a> <http://example.org/year> "2024"^^<http://www.w3.org/2001/XMLSchema#integer> <http://example.org/g1> .
<http://example.org/c> <http://example.org/year> "2025"^^<http://www.w3.org/2001/XMLSchema#integer> <http://example.org/g3> .
"""
SOURCES = {"0" * 64: "Kế hoạch A\n".encode()}


def quads() -> list[ox.Quad]:
    return sorted(ox.parse(DATA.encode(), format=ox.RdfFormat.N_QUADS), key=str)


def manifest() -> Manifest:
    return Manifest(reader="1", sources=(Source("a.txt", "0" * 64, f"{EX}a"),))
