"""``/cau-hoi``: the named questions as forms, their answers as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

import queries
from ontology.slug import fold
from queries.errors import AskError
from queries.model import Kind, NamedQuery, Table, Term
from queries.show import ways
from queries.values import choices
from service.http.errors import NotFound
from service.http.faults import http_error
from service.http.respond import page
from service.http.site import Here, Site
from service.show import said
from service.texts import LANGUAGES, language

router = APIRouter()

NAME, SENTENCE = 16, 60
"""Characters from which a column is kept wide enough for names, and for sentences."""


@router.get("/cau-hoi")
def question_list(site: Here) -> Response:
    """The questions that can be asked, in the order of their titles."""
    by_title = sorted(queries.catalogue().values(), key=lambda query: fold(said(query, "title")))
    return page(site, "questions.html", questions=by_title)


@router.get("/cau-hoi/{name}")
def question(name: str, request: Request, site: Here) -> Response:
    """One question: its form, and below it the answer once all that it needs is given."""
    query = queries.catalogue().get(name)
    if query is None:
        raise NotFound("unknown-query", name=name[:80])
    given = {k: v.strip() for k, v in request.query_params.items() if query.parameter(k) and v.strip()}
    if any(p.required and p.name not in given for p in query.parameters):
        return _shown(site, query, given)
    try:
        return _shown(site, query, given, table=queries.run(site.store, name, given))
    except AskError as error:
        return _shown(site, query, given, error=error)


def _shown(
    site: Site,
    query: NamedQuery,
    given: dict[str, str],
    table: Table | None = None,
    error: AskError | None = None,
) -> Response:
    problem = http_error(error) if error else None
    rows = table.records()[: site.settings.listed_rows] if table else []
    return page(
        site,
        "question.html",
        status=problem.status if problem else 200,
        query=query,
        given=given,
        choices={p.name: _words(p.kind) for p in query.parameters},
        table=table,
        ways=ways(table) if table else {},
        reason=queries.why_empty(site.store, table, given) if table else None,
        rows=rows,
        sizes={column.name: _size(column.name, rows) for column in query.columns},
        error=error,
        candidates=_asked_again(query, given, error) if error else [],
    )


def _asked_again(query: NamedQuery, given: Mapping[str, str], error: AskError) -> list[tuple[str, str]]:
    """What may have been meant, each with the address of the question asked with it."""
    return [
        (c.label, f"/cau-hoi/{query.name}?{urlencode({**given, error.parameter: str(c.iri)})}")
        for c in error.candidates
    ]


def _size(column: str, rows: Sequence[Mapping[str, Term | None]]) -> str:
    """How the style sheet calls a column by what nine of ten texts need: sentences, names, or nothing."""
    lengths = sorted(len(row[column] or "") for row in rows) or [0]
    usual = lengths[len(lengths) * 9 // 10]
    return " sentences" if usual > SENTENCE else " names" if usual > NAME else ""


def _words(kind: Kind) -> list[str]:
    """What may be chosen, in the language of the page; empty where anything may be typed."""
    return [words[LANGUAGES.index(language())] for words in choices(kind).values()]
