"""Which two plans ``cchc align`` compares: files, or plans of the graph; and which plan stands above one.

A plan of the graph is read again from the copy of its files that the graph keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import URIRef

from loaders.formats import READERS
from loaders.graph.family import Loaded
from loaders.graph.plan import build_plan
from loaders.graph.resolved import mentions, parents_of
from loaders.reader import documents_in, read, read_all
from loaders.records import PlanRecord
from loaders.together import together
from ontology.registry import Registry
from queries import names
from service.errors import ServiceError
from service.kept import loaded
from service.store.choose import open_store

NAMED = "Kế hoạch cấp trên là kế hoạch mà văn bản nêu là thực hiện hoặc căn cứ."
NEAREST = "Kế hoạch cấp trên mà văn bản nêu chưa nạp; đây là kế hoạch gần nhất của cùng cơ quan ban hành."
_ABOVE = """
PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?above (BOUND(?stated) AS ?named) WHERE {
  VALUES ?plan { UNDEF }
  ?plan cchc:alignedWith ?above .
  OPTIONAL { ?plan cchc:parentPlan ?stated FILTER(?stated = ?above) }
} ORDER BY ?above"""


@dataclass(frozen=True)
class Above:
    """The plan above another, and ``why`` it is that one, in Vietnamese."""

    record: PlanRecord
    why: str


class Plans:
    """The plans that a person names: files, read with ``registry``, or plans of the graph at ``store``."""

    def __init__(self, store: str, registry: Registry) -> None:
        self._where = store
        self._registry = registry
        self._own: Mapping[str, str] = dict(registry.own_abbreviations)

    def plan(self, name: str) -> PlanRecord:
        """The plan that ``name`` means.

        Raises :class:`loaders.errors.LoaderError`, :class:`service.errors.ServiceError`, or an error of
        :mod:`queries.errors` where no plan of the graph, or more than one, goes by the name.
        """
        return read(Path(name), self._own) if is_file(name) else self._loaded(self._meant(name))

    def above(self, name: str) -> Above:
        """The plan above the one that ``name`` means, as a build would find it. Raises as :meth:`plan`."""
        return self._beside(Path(name)) if is_file(name) else self._aligned(name)

    def _meant(self, name: str) -> URIRef:
        opened = open_store(self._where)
        try:
            return names.plan(opened, name)
        finally:
            opened.close()

    def _loaded(self, plan: URIRef) -> PlanRecord:
        documents, _ = together(loaded(Path(self._where), str(plan)), self._registry)
        if not documents:
            raise ServiceError(f"Không có bản lưu của {plan} cạnh đồ thị {self._where}.", "Hãy nêu tệp.")
        return documents[0].record

    def _aligned(self, name: str) -> Above:
        opened = open_store(self._where)
        try:
            found = opened.select(_ABOVE, {"plan": names.plan(opened, name)}).records()
        finally:
            opened.close()
        for row in sorted(found, key=lambda r: str(r["named"]) != "true"):
            return Above(
                self._loaded(URIRef(str(row["above"]))), NAMED if str(row["named"]) == "true" else NEAREST
            )
        raise ServiceError(f"Đồ thị không có kế hoạch cấp trên của {name}.", "Hãy nêu PARENT.")

    def _beside(self, path: Path) -> Above:
        """The plan above the document at ``path`` among those in its folder."""
        others = [p for p in documents_in([path.parent]) if not p.samefile(path)]
        readings = (r for r in read_all(others, self._own) if isinstance(r, PlanRecord))
        plans = [build_plan(record, self._registry) for record in (read(path, self._own), *readings)]
        found = [m for m in mentions(plans) if m.plan is plans[0]]
        for parent in Loaded(plans).above(plans[0], found):
            named = parent.plan in {m.document for m in parents_of(plans[0], found)}
            return Above(parent.record, NAMED if named else NEAREST)
        raise ServiceError(
            f"Trong thư mục của {path.name} không có kế hoạch cấp trên.", "Hãy nêu tệp PARENT."
        )


def is_file(name: str) -> bool:
    """Whether ``name`` is meant as a file: it is one, or ends as one does."""
    return Path(name).is_file() or Path(name).suffix.lower() in READERS
