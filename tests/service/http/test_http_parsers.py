"""Whatever strangers send, the parsers answer with a value or with one of our errors."""

from __future__ import annotations

import contextlib

from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from service.http.errors import HttpError
from service.http.negotiation import choose
from service.http.protocol import DIRECT, FORM, based, read_get, read_post
from service.http.site import raw_path

OFFERED = ("text/turtle", "text/html", "application/json")
HEADER = st.text("abcxyz/*;,=q. 0123456789", max_size=80)


@given(HEADER | st.text(max_size=80))
def test_any_accept_header_gives_an_offer_or_nothing(accept: str) -> None:
    assert choose(accept, OFFERED) in (*OFFERED, None)


@given(st.permutations(OFFERED))
def test_the_order_of_equal_ranges_does_not_matter(ranges: list[str]) -> None:
    assert choose(", ".join(ranges), OFFERED) == OFFERED[0]


@given(
    st.binary(max_size=200),
    st.sampled_from([FORM, DIRECT, "text/plain", ""]) | st.text(max_size=40),
    st.binary(max_size=60),
)
def test_any_request_is_read_or_refused(body: bytes, content_type: str, query_string: bytes) -> None:
    with contextlib.suppress(HttpError):
        read_post(query_string, content_type, body)
    with contextlib.suppress(HttpError):
        read_get(query_string)


@given(st.text(max_size=200))
def test_a_direct_query_comes_through_as_it_is(query: str) -> None:
    assert read_post(b"", DIRECT, query.encode()).query == query


@given(st.text("<>:/ax ?&", max_size=40))
def test_a_base_is_put_before_the_query_or_not_at_all(query: str) -> None:
    assert based(query, "http://a/").endswith(query)


@given(st.binary(max_size=120))
def test_any_path_becomes_part_of_an_iri(path: bytes) -> None:
    request = Request({"type": "http", "path": "/", "raw_path": b"/id/" + path, "headers": []})
    name = raw_path(request, "/id/")
    assert name.isascii()
    assert not set(name) & set('<>"{}|\\^` ')
    again = Request({"type": "http", "path": "/", "raw_path": b"/id/" + name.encode(), "headers": []})
    assert raw_path(again, "/id/") == name
