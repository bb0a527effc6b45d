"""The chain of a row over the plans above and below it, as the questions tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from queries import run
from queries.model import Term
from queries.walk import Branch, tree
from service.store.model import Store

SHOWN = frozenset({"contributesTo", "inTask", "alignedTo", "inPlan", "implements", "basedOn"})
"""Steps of the page's trees. What rows and plans only cite is listed elsewhere on the page."""


@dataclass(frozen=True)
class Step:
    """One step of a chain; ``said`` has the columns of the question as texts, "" where there is none."""

    said: Mapping[str, str]
    again: bool
    """Whether what it leads to stands elsewhere in the chain, and goes on there."""
    steps: tuple[Step, ...]

    @property
    def plan(self) -> str:
        """The plan of the row."""
        return self.said.get("plan") or self.said.get("of", "")


@dataclass(frozen=True)
class Chains:
    """What a row serves in plans above, who carries it out in plans below; empty where no link is known."""

    up: tuple[Step, ...] = ()
    down: tuple[Step, ...] = ()


def chains(store: Store, iri: str) -> Chains:
    """The chains of the row ``iri`` as far as they lead into other plans over links between rows."""
    return Chains(_linked(store, "trace", iri), _linked(store, "carried-out-by", iri))


def _linked(store: Store, question: str, iri: str) -> tuple[Step, ...]:
    found = run(store, question, {"item": iri})
    if not any(str(record["relation"]) == "alignedTo" for record in found.records()):
        return ()
    return _steps(tree(found))


def _steps(branch: Branch) -> tuple[Step, ...]:
    """The steps that are shown; a plan known elsewhere in the chain is not named again."""
    found = (Step(_texts(b.record), b.again, _steps(b)) for b in branch.branches)
    return tuple(
        s for s in found if s.said["relation"] in SHOWN and not (s.again and s.said["relation"] == "inPlan")
    )


def _texts(record: Mapping[str, Term | None]) -> dict[str, str]:
    return {name: "" if term is None else str(term) for name, term in record.items()}
