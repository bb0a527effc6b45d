"""The errors of asking a named question.

AskError                  one Vietnamese sentence: what is wrong and what to do
├── UnknownQuery          no question has this name; the nearest names
├── BadArgument           missing, not taken by the question, or not of its type
├── Ambiguous             the words fit several things: the candidates
└── Unknown               the words fit nothing: the nearest things
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef


@dataclass(frozen=True)
class Candidate:
    """A thing of the graph that words may have meant."""

    iri: URIRef
    label: str


class AskError(Exception):
    """A question that cannot be put. ``message`` is Vietnamese, ``candidates`` what may have been meant."""

    def __init__(self, message: str, candidates: tuple[Candidate, ...] = ()) -> None:
        self.message = message
        self.candidates = candidates
        self.parameter = ""
        """The parameter whose value it is about, once a question was asked with it."""
        super().__init__(message)


class UnknownQuery(AskError):
    """No question has this name."""


class BadArgument(AskError):
    """An argument is missing, not taken by the question, or not of its type."""


class Ambiguous(AskError):
    """The words fit several things; ``candidates`` lists them, best first."""


class Unknown(AskError):
    """The words fit nothing; ``candidates`` lists the nearest."""
