"""The vocabulary linted: labels, definitions, domains and ranges, and a shape for every property."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rdflib import DCTERMS, ORG, OWL, PROV, RDFS, SH, SKOS, Graph, Literal, URIRef

from ontology.codes import codes
from ontology.generate import NAMESPACE, SCHEMA, classes, load, name, properties
from shapes.rules import rules, shapes_graph

SHAPES = Path(__file__).parents[2] / "ontology" / "shapes.ttl"
VOCABULARY = load()
CLASSES = classes(VOCABULARY)
PROPERTIES = properties(VOCABULARY)
CODES = re.compile(r"https://w3id\.org/cchc/code/(\w+)/([\w-]+)")

WITHOUT_SHAPE: dict[str, list[str]] = {}
"""Properties that no shape looks at, under the reason why."""


@cache
def all_shapes() -> Graph:
    """What a plan must have (shapes/), and what the program writes by itself (ontology/shapes.ttl)."""
    return Graph().parse(SHAPES, format="turtle") + shapes_graph()


def languages(term: URIRef, predicate: URIRef) -> set[str | None]:
    return {o.language for o in VOCABULARY.objects(term, predicate) if isinstance(o, Literal)}


def label(term: URIRef, language: str) -> str:
    return next(str(o) for o in VOCABULARY.objects(term, RDFS.label) if o.language == language)


def told_by_shapes() -> set[URIRef]:
    """The vocabulary's terms in the shapes (as paths, targets, classes) and in the set-based queries."""
    found = {t for triple in all_shapes() for t in triple if str(t).startswith(NAMESPACE)}
    queries = " ".join(rule.query or "" for rule in rules().values())
    found |= {URIRef(NAMESPACE + local) for local in re.findall(r"\bcchc:(\w+)", queries)}
    return found


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=name)
def test_a_term_has_labels_and_definitions_in_both_languages_and_an_example(term):
    assert languages(term, RDFS.label) == {"vi", "en"}
    assert languages(term, SKOS.definition) == {"vi", "en"}
    assert (term, SKOS.example, None) in VOCABULARY


@pytest.mark.parametrize("term", PROPERTIES, ids=name)
def test_a_property_says_what_it_goes_from_and_to(term):
    for ends in ((RDFS.domain, SCHEMA.domainIncludes), (RDFS.range, SCHEMA.rangeIncludes)):
        found = [o for predicate in ends for o in VOCABULARY.objects(term, predicate)]
        assert found
        for end in found:
            own = str(end).startswith(NAMESPACE)
            assert not own or end in CLASSES, f"{end} is no class of the vocabulary"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("terms", [CLASSES, PROPERTIES], ids=["classes", "properties"])
def test_no_two_terms_share_a_label(terms, language):
    counted = Counter(label(t, language).casefold() for t in terms)
    assert [text for text, count in counted.items() if count > 1] == []


def test_every_property_has_a_shape_or_a_reason_to_have_none():
    exempt = {URIRef(NAMESPACE + local) for group in WITHOUT_SHAPE.values() for local in group}
    told = told_by_shapes() & set(PROPERTIES)
    assert told | exempt == set(PROPERTIES)
    assert not told & exempt, "has a shape now: no exemption needed"


def test_shapes_and_queries_speak_of_terms_that_exist():
    assert told_by_shapes() <= {*CLASSES, *PROPERTIES}


def test_shapes_and_queries_speak_of_codes_that_exist():
    texts = [str(t) for triple in all_shapes() for t in triple]
    texts += [rule.query for rule in rules().values() if rule.query]
    found = {match.groups() for text in texts for match in CODES.finditer(text)}
    assert ("role", "basis") in found
    assert [(kind, code) for kind, code in found if code not in codes(kind)] == []


@pytest.mark.parametrize("terms, start", [(CLASSES, str.isupper), (PROPERTIES, str.islower)])
def test_classes_start_with_a_capital_and_properties_do_not(terms, start):
    assert [name(t) for t in terms if not start(name(t)[0])] == []


@pytest.mark.parametrize("namespace", [DCTERMS, ORG, OWL, PROV, SKOS])
def test_terms_of_others_are_spelled_right(namespace):
    others = {t for triple in VOCABULARY for t in triple if isinstance(t, URIRef) and t in namespace}
    named = {t for triple in VOCABULARY for t in triple if str(t).startswith(str(namespace))}
    assert named - {URIRef(str(namespace)), URIRef(str(namespace).rstrip("#/"))} == others


def test_shapes_ask_for_the_types_the_vocabulary_gives():
    shapes = all_shapes()
    asked = {(shapes.value(s, SH.path), datatype) for s, datatype in shapes.subject_objects(SH.datatype)}
    own = {(path, datatype) for path, datatype in asked if path in PROPERTIES}
    assert len(own) > 20
    for path, datatype in own:
        given = set(VOCABULARY.objects(path, RDFS.range)) | set(
            VOCABULARY.objects(path, SCHEMA.rangeIncludes)
        )
        assert given == {datatype}, path
