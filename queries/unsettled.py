"""Documents that plans mention by a number alone, so that no one can say which document is meant.

They have no node (docs/decisions/703-document-identity.md), so a question about them finds nothing, though
plans speak of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import URIRef

from queries.match import Named, words
from queries.model import Term

if TYPE_CHECKING:
    from service.store.model import Store

_UNSETTLED = """PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?citation ?text ?number ?plan WHERE {
  ?citation cchc:printedNumber ?number ; cchc:text ?text ; cchc:citedBy ?plan .
  MINUS { ?citation cchc:resolvesTo ?document }
}"""
_NUMBER = """PREFIX cchc: <https://w3id.org/cchc/ontology#>
SELECT ?number WHERE { ?document cchc:number ?number }"""


def unsettled(store: Store, instrument: Term | str) -> str | None:
    """One Vietnamese sentence on the mentions that may mean ``instrument``, a document or words of a person.

    It says how many there are and how they get settled; None where there are none.
    Raises whatever the store raises.
    """
    asked = _number(store, instrument) if isinstance(instrument, URIRef) else str(instrument)
    wanted = words(asked)
    if not any(any(c.isdigit() for c in word) for word in wanted):
        return None
    found = [
        str(r["plan"])
        for r in store.select(_UNSETTLED).records()
        if Named(URIRef(str(r["citation"])), str(r["text"]), (str(r["number"]),)).fits(wanted)
    ]
    if not found:
        return None
    return (
        f"{len(found)} chỗ trong {len(set(found))} kế hoạch có nhắc “{asked}” nhưng không ghi ngày, nên "
        f"chưa biết là văn bản nào; hãy tìm “{asked}” để xem các chỗ ấy. Ghi thêm ngày vào "
        "bảng sửa (cchc read TỆP --xlsx, trang “Căn cứ, viện dẫn”) rồi dựng lại thì hỏi được."
    )


def _number(store: Store, document: URIRef) -> str:
    rows = store.select(_NUMBER, {"document": document}).rows
    return str(rows[0][0]) if rows else ""
