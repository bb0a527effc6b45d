"""Makes what follows from the vocabulary: terms.py, context.jsonld and docs/vocabulary.md.

``python -m ontology.generate`` writes them; ``--check`` fails when one is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

HERE = Path(__file__).parent
NAMESPACE = "https://w3id.org/cchc/ontology#"
SCHEMA = Namespace("https://schema.org/")
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)
PREFIXES = {
    "cchc": NAMESPACE,
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "p-plan": "http://purl.org/net/p-plan#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}


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
    lines = [
        "# Từ vựng",
        "",
        "Trang này được sinh từ `ontology/cchc.ttl` (`make generated`).",
        "",
        "## Lớp",
        "",
    ]
    for term in classes(graph):
        lines += _entry(graph, term, [("lớp trên", RDFS.subClassOf)])
    lines += ["## Thuộc tính", ""]
    details = [
        ("thuộc tính trên", RDFS.subPropertyOf),
        ("dùng cho", RDFS.domain),
        ("dùng cho", SCHEMA.domainIncludes),
        ("giá trị", RDFS.range),
        ("giá trị", SCHEMA.rangeIncludes),
    ]
    for term in properties(graph):
        lines += _entry(graph, term, details)
    return "\n".join(lines).rstrip() + "\n"


def _entry(graph: Graph, term: URIRef, details: list[tuple[str, URIRef]]) -> list[str]:
    def said(predicate: URIRef, lang: str) -> str:
        found = (o for o in graph.objects(term, predicate) if isinstance(o, Literal) and o.language == lang)
        return str(next(found, ""))

    lines = [f"### {name(term)}", "", f"**{said(RDFS.label, 'vi')}** · {said(RDFS.label, 'en')}", ""]
    lines += [said(SKOS.definition, "vi"), "", f"*{said(SKOS.definition, 'en')}*", ""]
    shown: dict[str, list[str]] = {}
    for label, predicate in details:
        shown.setdefault(label, []).extend(sorted(_curie(o) for o in graph.objects(term, predicate)))
    lines += [
        f"- {label}: {', '.join(f'`{v}`' for v in values)}" for label, values in shown.items() if values
    ]
    lines += [f"- ví dụ: {o}" for o in graph.objects(term, SKOS.example)]
    return [*lines, ""]


def _curie(term: object) -> str:
    for prefix, namespace in PREFIXES.items():
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return str(term)


def outputs() -> dict[Path, str]:
    """Every generated file with the text it must hold."""
    graph = load()
    return {
        HERE / "terms.py": terms_source(graph),
        HERE / "context.jsonld": context_source(graph),
        HERE.parent / "docs" / "vocabulary.md": vocabulary_page(graph),
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
