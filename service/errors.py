"""The errors of keeping, asking and serving the graph.

ServiceError              one Vietnamese sentence: what is wrong and what to do
├── StoreError            the graph cannot be opened or written
│   ├── NoStore           there is no graph in the folder yet
│   ├── OtherSchema       the graph was written by another version of the program
│   ├── StoreBusy         another build is at work in the folder
│   ├── StoreUnwritable   no space, no right to write
│   └── RemoteFailed      the remote server does not answer, or answers wrongly
└── QueryError            the query of a stranger was not answered
    ├── BadQuery          not SPARQL 1.1
    ├── RefusedQuery      SPARQL this program does not carry out (updates, SERVICE)
    ├── QueryTimeout      took longer than the limit
    ├── QueryTooLarge     asked for more memory than the limit
    └── TooBusy           all workers were at work for too long
"""

from __future__ import annotations


class ServiceError(Exception):
    """A failure a person can act on. Arguments: ``reason`` and ``advice``, both in Vietnamese."""

    def __init__(self, reason: str, advice: str = "") -> None:
        self.reason = reason
        self.advice = advice
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """One line: what is wrong, what to do."""
        return f"{self.reason} {self.advice}".strip()


class StoreError(ServiceError):
    """The graph cannot be opened or written."""


class NoStore(StoreError):
    """There is no graph in the folder yet."""


class OtherSchema(StoreError):
    """The graph was written by another version of the program: rebuild, never migrate."""


class StoreBusy(StoreError):
    """Another build is at work in the folder."""


class StoreUnwritable(StoreError):
    """The graph's folder takes no more: no space, no right to write."""


class RemoteFailed(StoreError):
    """The remote SPARQL server does not answer, or answers wrongly."""


class QueryError(ServiceError):
    """The query of a stranger was not answered."""


class BadQuery(QueryError):
    """The text is not a SPARQL 1.1 query."""


class RefusedQuery(QueryError):
    """SPARQL that this program does not carry out: updates and SERVICE."""


class QueryTimeout(QueryError):
    """The query took longer than the limit."""


class QueryTooLarge(QueryError):
    """The query asked for more memory than the limit; its worker was ended."""


class TooBusy(QueryError):
    """Every worker was at work for longer than the caller may wait."""
