"""The registries: places, agencies, groups and documents as data with sources, and typed access to them."""

from ontology.registry.agencies import Body, Department, Group, Head, Merger
from ontology.registry.documents import KnownDocument, Relation, Symbol
from ontology.registry.entries import Entry, Named, Source
from ontology.registry.errors import RegistryError
from ontology.registry.keys import compact, initials, words
from ontology.registry.places import Province, Regime, Unit
from ontology.registry.registry import START, Registry
from ontology.registry.succession import Step, Succession
from ontology.registry.units import VOUCHED

__all__ = [
    "START",
    "VOUCHED",
    "Body",
    "Department",
    "Entry",
    "Group",
    "Head",
    "KnownDocument",
    "Merger",
    "Named",
    "Province",
    "Regime",
    "Registry",
    "RegistryError",
    "Relation",
    "Source",
    "Step",
    "Succession",
    "Symbol",
    "Unit",
    "compact",
    "initials",
    "words",
]
