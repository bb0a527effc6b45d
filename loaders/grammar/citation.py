"""Every mention of a document in a plan, with its role and place.

A footnote's date and issuer belong to the mention it stands on; a further document it names is a mention of
its own. The plan's own number is "self". Not listed: the plan's title, "Kế hoạch này", standards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.grammar import dates, letterhead, number
from loaders.grammar.about import title_after
from loaders.grammar.body import OPENING, Parts
from loaders.grammar.cells import Cell
from loaders.grammar.chapter import Chapters, level_of
from loaders.grammar.footnote import Footnotes, without_marks
from loaders.grammar.mention import Mention, completed, scan
from loaders.grammar.recital import Recital
from loaders.grammar.text import plain
from loaders.layout.model import Passage
from loaders.records import CitationRecord, DocumentRecord

__all__ = ["find", "of_parts"]

_OWN_NUMBER = re.compile(r"\bsố\s*:|^\W*số(?=\s+\d)", re.IGNORECASE)
_BASES = re.compile(
    r"^\W*(?:(?:phần\s+)?[ivx\d]+[.):]\s*)*(?:(?:các|những)\s+)?(?:căn\s+cứ|cơ\s+sở\s+pháp\s+lý)"
    r"(?:,?\s+(?:và\s+)?(?:căn\s+cứ|cơ\s+sở|pháp\s+lý|xây\s+dựng|ban\s+hành|lập)\b.{0,60})?\W*$"
)
_HEADING = re.compile(r"^\W*(?:[IVX]+|[A-E]|\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s*\S")
_OF_DOCUMENTS = re.compile(r"văn\s+bản|pháp\s+lý|căn\s+cứ|trung\s+ương|địa\s+phương|của\s+tỉnh")
_IMPLEMENTS = re.compile(r"(?:thực\s+hiện|triển\s+khai|thi\s+hành)\s+(?:các\s+)?$")
_JOINED = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:các\s+)?")
_RECITAL = re.compile(r"\W*(?:căn\s+cứ|(?:theo|xét)\s+đề\s+nghị)\b")
_NAMES_BASIS = re.compile(r"[\W_]*căn\s+cứ\s")
_SHORT = 120
"""Characters of a heading."""
_NEAR = 12
"""Characters between "Số:" and the number it announces."""


def find(  # noqa: PLR0913 - each says one thing of the place
    passage: Passage,
    *,
    where: str,
    in_: str | None = None,
    own: str | None = None,
    roles: Recital | None = None,
    notes: Footnotes | None = None,
) -> list[CitationRecord]:
    """The citations of one passage.

    Arguments: ``where`` preamble, body, annex or footnote; ``in_`` the key of the row; ``own`` the plan's own
    number; ``roles`` the recital the passage belongs to (without it all are cited); ``notes`` the footnotes.
    """
    scanned = scan(passage.text)
    if not scanned and roles is None:
        return []
    mentions = [_noted(passage, mention, notes or Footnotes()) for mention in scanned]
    given = roles.roles(passage.text, mentions) if roles else ["cited"] * len(mentions)
    return [
        _record(passage, mention, "self" if own and mention.number == own else role, where, in_)
        for mention, role in zip(mentions, given, strict=True)
    ]


def _noted(passage: Passage, mention: Mention, notes: Footnotes) -> Mention:
    """``mention`` with the date and issuer that its footnote begins with."""
    note = notes.text(mention.note or _mark_on(passage, mention, notes), passage.line_at(mention.end - 1))
    if note is None:
        return mention
    explained = scan(note)[:1]
    if explained and explained[0].start == 0 and explained[0].number == mention.number:
        said = explained[0]
    else:
        said = completed(note, Mention(0, 0, None, None))
    return mention._replace(date=mention.date or said.date, issuer=mention.issuer or said.issuer)


def _mark_on(passage: Passage, mention: Mention, notes: Footnotes) -> str | None:
    """The footnote mark after ``mention``, or after its number ("60/2021/NĐ-CP[1] của Chính phủ")."""
    if not notes.texts:
        return None
    printed = number.PRINTED.search(passage.text, mention.start, mention.end)
    after = notes.mark_after(passage, mention.start, mention.end)
    return after or (notes.mark_after(passage, mention.start, printed.end()) if printed else None)


def _record(passage: Passage, mention: Mention, role: str, where: str, in_: str | None) -> CitationRecord:
    line = passage.line_at(mention.start)
    return CitationRecord(
        text=without_marks(passage.text[mention.start : mention.end]).strip(" ,;"),
        number=mention.number,
        kind=mention.kind,
        date=mention.date,
        issuer=mention.issuer,
        role=role,
        where=where,
        in_=in_,
        title=title_after(passage.text, mention.end),
        lines=passage.span(mention.start, mention.end),
        page=line.page if line else None,
        sheet=line.sheet if line else None,
    )


def of_parts(parts: Parts, document: DocumentRecord, cells: Iterable[Cell]) -> tuple[CitationRecord, ...]:
    """All citations of a document in the order of its lines.

    Arguments: ``parts`` of its layout; ``document`` what the plan says of itself; ``cells`` the printed cells
    of its task table, each once.
    """
    notes = parts.notes
    own = document.number
    out = list(_in_preamble(parts, own, notes))
    out += _in_body(parts, own, notes)
    for _, block in parts.paragraphs("annex"):
        out += _captioned(block.passage, "annex") or find(block.passage, where="annex", own=own, notes=notes)
    for cell in cells:
        out += find(cell.passage, where=cell.where, in_=cell.key, own=own, notes=notes)
    out += _in_footnotes(parts, own, notes, out)
    chapters = Chapters.of(parts)
    placed = (_in_chapter(record, chapters) for record in out)
    return tuple(sorted(placed, key=lambda record: record.lines or (0, 0)))


def _in_chapter(record: CitationRecord, chapters: Chapters) -> CitationRecord:
    """``record`` with the reform area of the chapter of the body it stands in."""
    code = chapters.at(record.lines[0]) if record.where == "body" and record.lines else None
    return replace(record, area=code) if code else record


def _in_preamble(parts: Parts, own: str | None, notes: Footnotes) -> Iterator[CitationRecord]:
    """Letterhead and captions are the plan's own; the title implements; the recital has its roles."""
    passages = list(parts.passages("preamble"))
    texts = [passage.text for passage in passages]
    titles = [letter.place for letter in letterhead.letters(texts) or letterhead.untitled(texts)]
    first = min((place.start for place in titles), default=len(passages))
    recital, begun = Recital(), not titles
    for i, passage in enumerate(passages):
        begun = begun or i >= first or bool(_RECITAL.match(plain(passage.text)))
        if any(i in place for place in titles):
            yield from (
                record for place in titles if i == place.start for record in _of_title(passages, place, own)
            )
        elif i < first and _OWN_NUMBER.search(passage.text):
            yield from _of_letterhead(_joined(passages[i:first]))
        elif captioned := _captioned(passage, "preamble"):
            yield from captioned
        elif begun:
            yield from find(passage, where="preamble", own=own, roles=recital, notes=notes)


def _joined(passages: list[Passage]) -> Passage:
    out = Passage()
    for passage in passages:
        out = out.joined(passage)
    return out


def _of_title(passages: list[Passage], place: range, own: str | None) -> list[CitationRecord]:
    """What the plan's title says it implements, and what is named inside that document's title."""
    title = _joined(passages[place.start : place.stop])
    words = plain(title.text)
    records = find(title, where="preamble", own=own)
    out: list[CitationRecord] = []
    implements, end = False, 0
    for record, mention in zip(records, scan(title.text), strict=True):
        before = words[end : mention.start]
        joined = implements and bool(_JOINED.fullmatch(before))
        implements = joined or (not out and bool(_IMPLEMENTS.search(before)))
        role = "implements" if implements and record.role != "self" else record.role
        out.append(replace(record, role=role))
        end = mention.end
    return out


def _of_letterhead(head: Passage) -> list[CitationRecord]:
    """The plan's own number with the date beside it, from the lines above the title."""
    label = _OWN_NUMBER.search(head.text)
    if label is None:
        return []
    printed = number.PRINTED.search(head.text, label.end())
    blank = number.BLANK.search(head.text, label.end(), label.end() + _NEAR + 30)
    found = printed if printed and printed.start() - label.end() < _NEAR else blank
    if found is None:
        return []
    named = number.mended(found[0]) if found is printed else None
    kind = number.kind_of(named or "0/" + found["codes"])
    day = dates.PRINTED.search(head.text, found.end())
    mention = Mention(label.start(), day.end() if day else found.end(), kind, named, dates.iso(day))
    return [_record(head, mention, "self", "preamble", None)]


def _captioned(passage: Passage, where: str) -> list[CitationRecord]:
    """The citations of a caption "(Kèm theo Kế hoạch số …)": the first is the plan itself."""
    if letterhead.caption(passage.text) is None:
        return []
    records = find(passage, where=where)
    return [replace(record, role="self") for record in records[:1]] + records[1:]


def _in_body(parts: Parts, own: str | None, notes: Footnotes) -> Iterator[CitationRecord]:
    """All cited, but documents listed in a chapter of bases ("I. CĂN CỨ"), its heading lost or not."""
    bases: Recital | None = None
    within, listed = 0, False
    for _, block in parts.paragraphs("body"):
        text = block.text
        heads = len(text) < _SHORT and _BASES.match(plain(text))
        going = bases
        if heads:
            within, going = level_of(text) or within, Recital("basis")
        elif len(text) < _SHORT and _HEADING.match(text):
            within, going = _below(text, within, bases)
        above = bases if going is bases else None  # a heading is no item of the list below it
        begun = Recital("basis") if not heads and _begins_bases(text) else above
        listed = bool(_NAMES_BASIS.match(plain(text[:OPENING]))) and (listed or text.endswith(";"))
        yield from find(
            block.passage, where="body", own=own, roles=begun or (Recital() if listed else None), notes=notes
        )
        bases = going


def _below(text: str, within: int, bases: Recital | None) -> tuple[int, Recital | None]:
    """The level of the chapter of bases that holds the heading or numbered item ``text``, and its list.

    Arguments: ``within`` the level of the chapter above, 0 for none; ``bases`` its list. Only headings of
    documents ("1. Văn bản của Trung ương") go on with it.
    """
    if not within or (level_of(text) or 0) <= within:
        return 0, None
    if bases and scan(text):
        return within, bases
    return within, Recital("basis") if _OF_DOCUMENTS.search(plain(text)) else None


def _begins_bases(text: str) -> bool:
    """Whether a chapter of bases and its list are one paragraph: "I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định …"."""
    heading, listed, _ = text[:_SHORT].partition(" - ")
    return bool(listed) and bool(_BASES.match(plain(heading)))


def _in_footnotes(
    parts: Parts, own: str | None, notes: Footnotes, cited: list[CitationRecord]
) -> Iterator[CitationRecord]:
    """The documents that footnotes name, but for the one a footnote begins with to explain its mention."""
    known = {record.number for record in cited if record.number}
    for _, block in parts.paragraphs("footnote"):
        begun = notes.begun(block)
        first = len(block.text) - len(begun[1]) if begun else 0
        mentions = scan(block.text)
        for record, mention in zip(find(block.passage, where="footnote", own=own), mentions, strict=True):
            if mention.start != first or record.number not in known:
                yield record
