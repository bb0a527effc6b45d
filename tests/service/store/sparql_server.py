"""A small SPARQL 1.1 server in this process: the other side of the remote store."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox

from service.store.guard import names_dataset


class Handler(BaseHTTPRequestHandler):
    store: ox.Store

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        try:
            body, media_type = self.results(form)
        except SyntaxError as error:
            self.send_error(400, "Bad Request", str(error))
            return
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def results(self, form: dict[str, list[str]]) -> tuple[bytes, str]:
        (query,) = form["query"]
        default, named = form.get("default-graph-uri", []), form.get("named-graph-uri", [])
        if default or named:
            results = self.store.query(
                query,
                default_graph=[ox.NamedNode(g) for g in default],
                named_graphs=[ox.NamedNode(g) for g in named],
            )
        else:
            results = self.store.query(query, use_default_graph_as_union=not names_dataset(query))
        if isinstance(results, ox.QueryTriples):
            return ox.serialize(results, format=ox.RdfFormat.TURTLE) or b"", "text/turtle"
        body = results.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return body, "application/sparql-results+json"

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(quads: list[str]) -> Iterator[str]:
    """The address of a server that holds ``quads``."""
    store = ox.Store()
    store.load("".join(quads).encode(), format=ox.RdfFormat.N_QUADS)
    handler = type("Serving", (Handler,), {"store": store})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/sparql"
        finally:
            server.shutdown()
            thread.join()
