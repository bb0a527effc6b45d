"""The process that evaluates strangers' queries: read-only, limited, and killed when it takes too long.

Changes to a scratch graph are made here too, each on a copy that nobody reads yet, for the same reasons.

It imports nothing but the engine, so that a new one is ready quickly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

import pyoxigraph as ox

from service.store.sandbox import confine
from service.store.serialise import serialise


@dataclass(frozen=True)
class Job:
    """A query and all it needs: plain values, so that they can be sent to another process."""

    database: str
    query: str
    media_type: str
    rows: int
    union: bool
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """An update and then triples to be added, for a database that nobody else has open."""

    database: str
    update: str = ""
    base: str = ""
    triples: str = ""
    """N-Triples."""
    graph: str | None = None
    """IRI of the graph that the triples go into; None for the default graph."""


@dataclass(frozen=True)
class Outcome:
    """What a worker sends back: a body, or a ``problem`` told in ``text``.

    The problems: "syntax"; "refused", where a graph that an update names is or is not there; "failed".
    """

    body: bytes = b""
    truncated: bool = False
    problem: str = ""
    text: str = ""


def work(connection: Connection, megabytes: int) -> None:
    """Answer jobs from ``connection`` until it is closed."""
    confine(megabytes)
    connection.send("ready")
    database, store = "", ox.Store()
    while True:
        try:
            job: Job | Change = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        if isinstance(job, Change):
            connection.send(_told(partial(change, job)))
            continue
        if job.database != database:  # a new generation
            database, store = job.database, ox.Store.read_only(job.database)
        connection.send(_told(partial(evaluate, store, job)))


def _told(work: Callable[[], Outcome]) -> Outcome:
    """What comes of ``work``, with what it raises as a problem."""
    try:
        return work()
    except SyntaxError as error:
        return Outcome(problem="syntax", text=str(error))
    except Exception as error:  # whatever the engine says goes to the asker as one line
        return Outcome(
            problem="failed", text=str(error).splitlines()[0] if str(error) else type(error).__name__
        )


def evaluate(store: ox.Store, job: Job) -> Outcome:
    """The answer of ``store`` to ``job``, cut after ``job.rows`` rows or triples.

    Raises ``SyntaxError`` and whatever else the engine raises.
    """
    return Outcome(*serialise(store.query(job.query, **_dataset(job)), job.media_type, job.rows))


def change(job: Change) -> Outcome:
    """Make the change; all of it or, where it raises, nothing that is ever switched to.

    Raises ``SyntaxError`` and whatever else the engine raises.
    """
    store = ox.Store(job.database)
    try:
        store.update(job.update, base_iri=job.base or None)
    except RuntimeError as error:
        return Outcome(problem="refused", text=str(error))
    graph = ox.DefaultGraph() if job.graph is None else ox.NamedNode(job.graph)
    store.load(job.triples, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
    store.flush()
    return Outcome()


def _dataset(job: Job) -> dict[str, Any]:
    """The union where nobody names a dataset: the engine would pass over FROM together with the union."""
    if job.default_graphs or job.named_graphs:
        return {
            "default_graph": [ox.NamedNode(g) for g in job.default_graphs],
            "named_graphs": [ox.NamedNode(g) for g in job.named_graphs],
        }
    return {"use_default_graph_as_union": True} if job.union else {}
