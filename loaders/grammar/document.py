"""What a plan says of itself: number, kind, title, issuer, date, period and signer.

From the letterhead and the title; what is lost there is made up from the caption of the plan or of its
annex. Where a decision issues the plan, number, kind, date and signer are its own, the title is the plan's.
"""

from __future__ import annotations

import re

from loaders.grammar import issuer, letterhead, lists, number, period, signer
from loaders.grammar.body import Parts
from loaders.grammar.letterhead import Letter, Stated
from loaders.grammar.text import capitalised
from loaders.records import DocumentRecord

__all__ = ["is_named", "read"]

_PLANS = lists.words("instruments")["plans"]
_ISSUED = re.compile(
    r"\b(?:ban\s*hành|phê\s*duyệt)\s*(?:kèm\s+theo\s+(?:Quyết\s+định\s+này:?\s+)?)?"
    rf"(?P<title>[“\"]?{lists.any_of(_PLANS)}.+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\W*Điều 1\b")
_DECISION = "Quyết định"
_RECITAL = re.compile(
    r"(?:^|[;.,]\s+)(?P<who>(?:Ủy ban|Uỷ ban|UBND|Sở|Ban|Văn phòng|Bộ|Phòng)\b[^;.:]{2,80}?)"
    r"\s+(?:thống nhất\s+)?(?:xây dựng|ban hành)\s(?P<kind>(?i:kế hoạch|chương trình)\b)?"
)

_KIND_ALONE = 6
"""Words of an announcement that says no more than the kind ("Kế hoạch triển khai thực hiện")."""
_LEADS_IN = re.compile(r"[;:]|\((?!\s*[A-ZĐ&-]{2,12}\s*\))|như\s+sau|cụ\s+thể|với\s+(?:các|những)")


def read(parts: Parts) -> DocumentRecord:
    """The document whose blocks ``parts`` has sorted. What is blank or not found is None."""
    preamble = [passage.text for passage in parts.passages("preamble")]
    annex = [block.text for _, block in parts.paragraphs("annex")]
    found = letterhead.letters(preamble) or letterhead.letters(annex) or letterhead.untitled(preamble)
    own = _own(found, preamble)
    captions = [stated for text in [*preamble, *annex] if (stated := letterhead.caption(text))]
    caption = captions[0] if captions else Stated()
    recited = _in_recital(preamble)
    date = _fuller(own.date, caption.date)
    lost = not any(letter.title for letter in found)
    body = [block.text for _, block in parts.paragraphs("body")]
    title = _lost_title(preamble, annex, body, own) if lost else _title(found)
    signature = [passage.text for passage in parts.passages("signature")]
    name, office = signer.of_lines(signature)
    return DocumentRecord(
        number=own.number or caption.number,
        kind=_kind(own, caption, found) or next((stated.kind for stated in recited if stated.kind), None),
        title=title,
        issuer=_issuer(found, [*captions, *recited], own, [*preamble, *annex, *body]),
        date=date,
        period=_period(title, [*preamble, *annex], body, date),
        signer=name,
        signer_title=office,
    )


def is_named(document: DocumentRecord) -> bool:
    """Whether ``document`` says what it is: a plan by its title or number, or another kind with its head."""
    symbol = number.kind_of(document.number or "")
    headed = document.number or document.issuer or document.date or document.kind in _PLANS
    return document.kind is not None and bool((document.title and headed) or symbol in _PLANS)


def _kind(own: Stated, caption: Stated, found: list[Letter]) -> str | None:
    """The kind of the document; a number of decisions says so where the decision's title is lost.

    It is lost where more than a letterhead stands above the first title.
    """
    decides = not found or letterhead.decides(found[0].head) or own.kind == caption.kind
    if decides and own.number and number.kind_of(own.number) == _DECISION:
        return _DECISION
    return (own.kind if own.number or own.date else None) or caption.kind or own.kind


def _own(found: list[Letter], preamble: list[str]) -> Stated:
    """Number, kind and date of the document: of its first letter, or of the decision in its caption."""
    if not found:
        return Stated()
    head = letterhead.stated(found[0].head)
    issuing = next((stated for text in preamble if (stated := letterhead.caption(text))), None)
    if issuing and len(found) == 1 and not head.number:
        return issuing
    return Stated(found[0].kind, head.number, head.date)


def _title(found: list[Letter]) -> str | None:
    """The title of the plan: of the last letter, or what a decision alone says it issues."""
    if not found:
        return None
    issued = _ISSUED.search(found[-1].title) if found[-1].kind == _DECISION else None
    return capitalised(_unquoted(issued["title"])) if issued else found[-1].title or None


def _unquoted(title: str) -> str:
    """``title`` without quotes around the whole of it."""
    return title[1:-1] if title[0] in '“"' and title[-1] in '”"' else title


def _fuller(first: str | None, second: str | None) -> str | None:
    """The more exact of two dates, the first where they are alike."""
    return max(first or "", second or "", key=len) or None


def _in_recital(texts: list[str]) -> list[Stated]:
    """Who issues what by the recital: "…, Sở Y tế xây dựng Kế hoạch … như sau"."""
    return [
        Stated(issuer=found["who"], kind=capitalised(found["kind"].lower()) if found["kind"] else None)
        for text in texts
        for found in _RECITAL.finditer(text)
    ]


def _announced(text: str) -> str:
    """What a recital says the plan is: "UBND tỉnh ban hành Kế hoạch …", from its kind to "như sau"."""
    found = [match.start("kind") for match in _RECITAL.finditer(text) if match["kind"]]
    return _LEADS_IN.split(text[found[-1] :], maxsplit=1)[0].rstrip(" ,.") if found else ""


def _of_article(text: str) -> str:
    """What the first article of a decision says it issues: "Điều 1. Ban hành kèm theo Quyết định này …"."""
    issued = _ISSUED.search(text) if _ARTICLE.match(text) else None
    return _LEADS_IN.split(issued["title"], maxsplit=1)[0].rstrip(" ,.;") if issued else ""


def _lost_title(preamble: list[str], annex: list[str], body: list[str], own: Stated) -> str | None:
    """A title whose line is lost: the capitals above the caption, else what recital or article announces."""
    title = letterhead.captioned(preamble if own.number else [*preamble, *annex])
    said = [*map(_announced, preamble), *map(_of_article, [*preamble, *body])]
    return title or next((capitalised(name) for name in said if len(name.split()) > _KIND_ALONE), None)


def _issuer(found: list[Letter], captions: list[Stated], own: Stated, texts: list[str]) -> str | None:
    place = issuer.place_of([line for letter in found for line in letter.head]) or issuer.place_of(texts)
    for letter in found:
        named = issuer.of_letterhead(list(letter.head), place)
        if named:
            return named
    named = next((stated.issuer for stated in captions if stated.issuer), None)
    if named is None and own.number and own.number.endswith("-UBND"):
        named = "UBND tỉnh"
    return issuer.with_place(issuer.short(named), place) if named else None


def _period(title: str | None, heads: list[str], body: list[str], date: str | None) -> tuple[int, int] | None:
    """The years in the title; else in the captions and headings, else the year of issue."""
    issued = int(date[:4]) if date else None
    named = period.of_title(title or "")
    if named is None:
        named = next((found for text in heads if (found := period.of_title(_announced(text)))), None)
    if named is None and issued is None:
        named = next((found for text in heads if (found := period.of_title(text))), None)
    if named is None:
        return (issued, issued) if issued else None
    first, last = named
    if first is not None and issued and first < last < issued:  # the years that were looked into
        return issued, issued
    start = first or period.of_text(body, last, issued or 0) or issued or last
    return (start, last)
