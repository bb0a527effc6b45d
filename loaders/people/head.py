"""What a document says of itself, as corrected by people: number, title, issuer, dates, signer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from loaders.people.columns import Sheet, items
from loaders.people.note import Note, Place
from loaders.people.values import iso_date, years
from loaders.records import DocumentRecord, Span
from ontology.slug import fold

__all__ = ["HeadChange", "head_changes", "with_changes", "written"]

_READ: Mapping[str, Callable[[str], str | Span]] = {"date": iso_date, "period": years}
"""How the fields that are no plain texts are read."""


@dataclass(frozen=True)
class HeadChange:
    """A new value of one field of the document's record, for the plan that ``plan`` names; None for blank."""

    plan: str
    name: str
    value: str | Span | None
    place: Place


def written(document: DocumentRecord) -> dict[str, str]:
    """The fields of ``document`` as a sheet shows them, "" where blank."""
    period = "-".join(map(str, sorted(set(document.period or ()))))
    return {name: period if name == "period" else getattr(document, name) or "" for name in items()}


def head_changes(sheet: Sheet, base: Sheet | None) -> Iterator[HeadChange | Note]:
    """What a person changed in a sheet of kind "document"; ``base`` is the hidden copy of what went out."""
    plan = next((line["ref"] for line in sheet.lines if line["ref"]), "")
    if not plan:
        yield Note(sheet.place, "cột “Mã kế hoạch” trống; không rõ trang này thuộc kế hoạch nào.")
        return
    names = {fold(title): name for name, title in items().items()}
    before = {line["item"]: line["value"] for line in base.lines} if base else {}
    for line in sheet.lines:
        name = names.get(fold(line["item"]).rstrip(" :"))
        if name is None:
            if line["item"]:
                yield Note(line.place, f"không rõ mục “{line['item']}”; dòng này không được dùng.")
        elif base is None or line["value"] != before.get(line["item"]):
            yield _change(plan, name, line["value"], line.place)


def _change(plan: str, name: str, text: str, place: Place) -> HeadChange | Note:
    read = _READ.get(name, str)
    try:
        return HeadChange(plan, name, read(text) if text else None, place)
    except ValueError as error:
        return Note(place, f"{error}; mục “{items()[name]}” giữ như văn bản.")


def with_changes(
    document: DocumentRecord, changes: Iterable[HeadChange]
) -> tuple[DocumentRecord, Place | None, list[Note]]:
    """``document`` with ``changes``, where they are written, and what contradicts; that is left as read."""
    said: dict[str, dict[str | Span | None, Place]] = {}
    for change in changes:
        if change.value != getattr(document, change.name):
            said.setdefault(change.name, {}).setdefault(change.value, change.place)
    notes = [
        Note(place, f"sửa mục “{items()[name]}” trái nhau giữa các tệp; mục này giữ như văn bản.")
        for name, values in said.items()
        if len(values) > 1
        for place in values.values()
    ]
    agreed = {name: next(iter(values)) for name, values in said.items() if len(values) == 1}
    where = min((place for name in agreed for place in said[name].values()), default=None)
    return replace(document, **agreed), where, notes  # type: ignore[arg-type]
