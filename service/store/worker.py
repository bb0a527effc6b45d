"""The process that evaluates strangers' queries: read-only, limited, and killed when it takes too long.

It imports nothing but the engine, so that a new one is ready quickly.
"""

from __future__ import annotations

from dataclasses import dataclass
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
class Outcome:
    """What a worker sends back: a body, or a ``problem`` ("syntax" or "failed") told in ``text``."""

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
            job: Job = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        if job.database != database:  # a new generation
            database, store = job.database, ox.Store.read_only(job.database)
        connection.send(_outcome(store, job))


def _outcome(store: ox.Store, job: Job) -> Outcome:
    try:
        return evaluate(store, job)
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


def _dataset(job: Job) -> dict[str, Any]:
    """The union where nobody names a dataset: the engine would pass over FROM together with the union."""
    if job.default_graphs or job.named_graphs:
        return {
            "default_graph": [ox.NamedNode(g) for g in job.default_graphs],
            "named_graphs": [ox.NamedNode(g) for g in job.named_graphs],
        }
    return {"use_default_graph_as_union": True} if job.union else {}
