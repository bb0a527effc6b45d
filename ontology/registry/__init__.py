"""The registries: provinces, agencies, groups and regimes as data with sources, and typed access to them."""

from ontology.registry.entries import Body, Department, Entry, Group, Head, Named, Province, Regime, Symbol
from ontology.registry.errors import RegistryError
from ontology.registry.keys import compact, initials, words
from ontology.registry.registry import Registry

__all__ = [
    "Body",
    "Department",
    "Entry",
    "Group",
    "Head",
    "Named",
    "Province",
    "Regime",
    "Registry",
    "RegistryError",
    "Symbol",
    "compact",
    "initials",
    "words",
]
