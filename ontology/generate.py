"""Makes what follows from the vocabulary: terms.py, context.jsonld, docs/vocabulary.md and .svg.

``python -m ontology.generate`` writes them; ``--check`` fails when one is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from ontology.describe import NAMESPACE, PREFIXES, PROPERTY_TYPES, SCHEMA, Ref, Term, described
from ontology.diagram import diagram

HERE = Path(__file__).parent


def load() -> Graph:
    """The vocabulary as written in cchc.ttl."""
    return Graph().parse(HERE / "cchc.ttl")


def classes(graph: Graph) -> list[URIRef]:
    """The vocabulary's own classes, by name."""
    return sorted(s for s in graph.subjects(RDF.type, OWL.Class) if isinstance(s, URIRef))


def properties(graph: Graph) -> list[URIRef]:
    """The vocabulary's own properties, by name."""
    found = {s for kind in PROPERTY_TYPES for s in graph.subjects(RDF.type, kind)}
    return sorted(s for s in found if isinstance(s, URIRef))


def name(term: URIRef) -> str:
    """The term without its namespace."""
    return str(term).removeprefix(NAMESPACE)


def terms_source(graph: Graph) -> str:
    """The Python source of terms.py."""
    lines = [
        '"""The vocabulary\'s terms. Made from cchc.ttl by ``python -m ontology.generate``; do not edit."""',
        "",
        "from rdflib import Namespace, URIRef",
        "from rdflib.namespace import DefinedNamespace",
        "",
        "",
        "class CCHC(DefinedNamespace):",
        '    """Terms of the namespace; a name that the vocabulary lacks is an AttributeError."""',
        "",
        f'    _NS = Namespace("{NAMESPACE}")',
        "    _fail = True",
        "",
    ]
    lines += [f"    {name(t)}: URIRef" for t in [*classes(graph), *properties(graph)]]
    return "\n".join(lines) + "\n"


def context_source(graph: Graph) -> str:
    """The JSON-LD context: prefixes and every property with its type."""
    context: dict[str, object] = dict(PREFIXES)
    for term in properties(graph):
        entry: dict[str, str] = {"@id": f"cchc:{name(term)}"}
        ranges = list(graph.objects(term, RDFS.range))
        if (term, RDF.type, OWL.ObjectProperty) in graph:
            entry["@type"] = "@id"
        elif (term, SCHEMA.rangeIncludes, RDF.langString) in graph:
            entry["@language"] = "vi"
        elif ranges and ranges[0] != XSD.string:
            entry["@type"] = str(ranges[0]).replace(str(XSD), "xsd:")
        context[name(term)] = entry
    for term in classes(graph):
        context[name(term)] = f"cchc:{name(term)}"
    return json.dumps({"@context": context}, ensure_ascii=False, indent=2) + "\n"


def vocabulary_page(graph: Graph) -> str:
    """The reference page of the vocabulary in Markdown."""
    vocabulary = described(graph)
    lines = [
        "# Từ vựng",
        "",
        "Trang này được sinh từ `ontology/cchc.ttl` (`make generated`).",
        "",
        "![Sơ đồ các lớp và quan hệ giữa chúng](vocabulary.svg)",
        "",
        "## Lớp",
        "",
    ]
    for term in vocabulary.classes:
        lines += _entry(term, [("lớp trên", term.above), ("tách khỏi", term.disjoint)])
    lines += ["## Thuộc tính", ""]
    for term in vocabulary.properties:
        lines += _entry(
            term, [("thuộc tính trên", term.above), ("dùng cho", term.domain), ("giá trị", term.range)]
        )
    return "\n".join(lines).rstrip() + "\n"


def _entry(term: Term, details: list[tuple[str, tuple[Ref, ...]]]) -> list[str]:
    lines = [f"### {term.name}", "", f"**{term.vi}** · {term.en}", ""]
    lines += [term.definition, "", f"*{term.definition_en}*", ""]
    lines += [f"- {label}: {', '.join(f'`{r.curie}`' for r in refs)}" for label, refs in details if refs]
    lines += [f"- ví dụ: {example}" for example in term.examples]
    return [*lines, ""]


def outputs() -> dict[Path, str]:
    """Every generated file with the text it must hold."""
    graph = load()
    return {
        HERE / "terms.py": terms_source(graph),
        HERE / "context.jsonld": context_source(graph),
        HERE.parent / "docs" / "vocabulary.md": vocabulary_page(graph),
        HERE.parent / "docs" / "vocabulary.svg": diagram(described(graph)),
    }


def main(arguments: list[str]) -> int:
    """Write the generated files, or with ``--check`` name the stale ones and return 1."""
    wanted = outputs()
    if "--check" in arguments:
        stale = [p for p, text in wanted.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
        for path in stale:
            print(f"{path.relative_to(HERE.parent)} is stale: run `make generated`")
        return 1 if stale else 0
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
