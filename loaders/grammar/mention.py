"""Mentions of documents in running text: kind, number, date and issuer as far as they are printed.

With a number ("Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 của Chính phủ"), with a blank one ("Kế hoạch
số      /KH-UBND"), or by title ("Luật Tổ chức chính quyền địa phương", "Đề án …", "Điều 7 Nghị định").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.grammar import dates, lists, number, sender
from loaders.grammar.text import capitalised, normal, plain
from loaders.remembered import remembered

__all__ = ["Mention", "completed", "scan"]

_WORDS = lists.words("instruments")
_KINDS = lists.any_of(_WORDS["kinds"])
_PLAIN_KINDS = lists.spelt(map(plain, _WORDS["kinds"]))
_PLAIN_KIND = rf"(?P<kind>{lists.standing_apart(_PLAIN_KINDS)})"
_LABEL = re.compile(rf"(?P<kind>{'|'.join(_PLAIN_KINDS)})\s*(?:số\b|\bs)?\s*:?\s*$")
_TITLED_LABEL = re.compile(rf"{_PLAIN_KIND}\s+[^;:.,()\"“”]{{2,90}}?\s+(?:này\s+)?số\s*:?\s*$")
_KIND_BEFORE = re.compile(rf"{_PLAIN_KIND}\s+số\s*:?\s*$")
_STOP = lists.any_of(_WORDS["after_issuer"])
_DATE = re.compile(
    rf"\s*,?\s*(?:(?:cùng|được\s+ban\s+hành|ban\s+hành|ký)\s+)?(?P<open>\()?\s*{dates.PRINTED.pattern}(?(open)\s*\))",
    dates.PRINTED.flags,
)
_ASIDE = re.compile(r"\s*,?\s*(?:cùng\s+ngày|h[àằ]ng\s+năm)(?=\s*,?\s*của\s)")
"""What may stand between a number and its issuer."""
_NOTE_MARK = re.compile(r"\s*\[\^?(?P<note>\d{1,3})\]|[⁰¹²³⁴-⁹]+")
_FARTHEST = 300
"""Characters before a number in which its label is looked for."""
_SHORT = 5
"""Characters of a word that makes a kind none."""
_NEAR = 60
"""Characters before it in which the label stands that is a kind and "số" alone."""
_GOES_ON = lists.any_of(_WORDS["law_goes_on"])
_AMENDS = r"[sS]ửa\s+đổi,?\s+bổ\s+sung\s+[^;:.()\"“”\[\]]{2,250}?"
_AMENDED = r"(?=,?\s+(?:số\s+\d|ngày|năm|được)\b|,\s+(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị)\b|[;:.()\[]|$)"
_NAMED_LAWS = lists.standing_apart(("Bộ luật", "Luật", "Pháp lệnh"))
_LAW = re.compile(
    rf"(?P<kind>{_NAMED_LAWS})\s+(?:{_AMENDS}{_AMENDED}"
    r"|(?!này|số\b)[^\W\d_][^;:.()\"“”\[\]]{2,120}?"
    rf"(?=\s+(?:{_STOP}|và (?:các|{_KINDS})|của|số)\b|[;:.()\[]|,(?!\s+{_GOES_ON}\b)|$))"
    r"(?:\s+năm\s+(?:19|20)\d\d(?!\d))?"
)
"""A law by its title; one that amends others is named with theirs ("Luật sửa đổi … của Luật A và Luật B")."""
_AMENDING_LABEL = re.compile(rf"(?P<kind>{_NAMED_LAWS})\s+{_AMENDS}\s+số\s*:?\s*$")
_LISTING_LABEL = re.compile(
    rf"(?P<kind>{_NAMED_LAWS})\s+"
    r"(?:(?!Luật\b)[^;:.,()\"“”\d]|,(?=\s+[a-zà-ỹđ])){2,120}?\s+số\s*:?\s*$"
)
"""The title of a law with commas in it before its number: "Luật Phòng, chống tác hại của rượu, bia số …"."""
_LAWS = frozenset({"Luật", "Pháp lệnh"})
_SCHEMES = lists.standing_apart(lists.spelt(_WORDS["schemes"]))
_SCHEME = re.compile(
    rf"(?P<kind>{_SCHEMES})\s+(?!này\b|của\b|số\s*(?:[:\d/.…]|$))"
    r"(?:[“\"][^“”\"]{3,200}[”\"]|(?:thực\s+hiện|triển\s+khai)\s[^;:.()\"“”\[\]]{8,250}?(?=[;:.(\[]|$)"
    r"|(?![“\"])[^;:.()\"“”\[\]]{8,250}?"
    rf"(?=\s*[;:.(\[“\"]|$|\s+của\s+(?-i:{sender.HEADS})\b|\s*(?:,|\bvà)\s+(?:các\s+)?(?-i:{_KINDS})\b))"
)
_ARTICLE = re.compile(
    r"(?:điểm\s+\w{1,2},?\s+)?(?:khoản\s+\d+,?\s+)?Điều\s+[\d, ]{0,20}\d\s+"
    r"(?P<kind>Nghị định|Luật|Thông tư|Quyết định|Nghị quyết)(?!\s+(?:số|này|\d))(?!\w)"
)
_LABELS = (
    (_AMENDING_LABEL, _FARTHEST, True),
    (_KIND_BEFORE, _NEAR, False),
    (_LABEL, _NEAR, False),
    (_TITLED_LABEL, _FARTHEST, False),
    (_LISTING_LABEL, _FARTHEST, True),
)
"""How a number's label is printed, how far before the number it may begin, and whether capitals matter."""
_NO_KIND = re.compile(r"(?:\w|[Pp]háp\s)$")
"""What stands before letters that name no kind: "luật" in "pháp luật số …"."""
_AFTER_NUMBER = re.compile(r"/[A-ZĐ][\w&-]{1,30}(?:,|\s+và)\s+$")
"""What stands before a number that goes on with a list: "Công văn số 12/UBND-NC, "."""
_LISTED = re.compile(r"(?:[;,]|\bvà)\s*$")
_NEXT_ITEM = re.compile(r"[.;]\s*(?:Căn\s+cứ|Thực\s+hiện|Theo|Xét)\b")
_TITLED = (
    (_LAW, ("Luật ", "Bộ luật ", "Pháp lệnh ")),
    (_ARTICLE, ("Điều ",)),
    (_SCHEME, sorted({" ".join(name.split()[:2]) for name in _WORDS["schemes"]})),
)
"""What names a document by its title, and what a text with one holds."""
_SLASH = "/"
_HINTS = (_SLASH, *(hint for _, hints in _TITLED for hint in hints))
"""What a text with a mention holds."""
_IN_FORCE = re.compile(
    r"(?:thực\s+hiện|triển\s+khai|theo|tại|trong|của)(?:\s+có)?(?:\s+hiệu\s+quả)?\s*$|^\W*$", re.IGNORECASE
)
_NATIONAL = frozenset(_WORDS["national"])
_STAGED = re.compile(r"giai\s+đoạn|đến\s+năm|[“\"]")
_TO_BE_MADE = re.compile(
    r"(?:xây\s+dựng|ban\s+hành|trình|thẩm\s+định|lập|hoàn\s+thiện|dự\s+thảo|điều\s+chỉnh|rà\s+soát|đề\s+xuất)"
    r"(?:\s+\S+){0,4}\s*$",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """One mention, at ``start:end`` of its text; ``note`` is the footnote mark that stands on it."""

    start: int
    end: int
    kind: str | None
    number: str | None
    date: str | None = None
    issuer: str | None = None
    note: str | None = None


@remembered
def scan(text: str) -> tuple[Mention, ...]:
    """The mentions of documents in ``text``, from left to right."""
    if not any(map(text.__contains__, _HINTS)):
        return ()
    found: list[Mention] = []
    if _SLASH in text:
        numbered = [_numbered(text, match) for match in number.printed_in(text)]
        blank = [_blank(text, match) for match in number.BLANK.finditer(text)]
        found = _shared(text, sorted((m for m in [*numbered, *blank] if m), key=_start))
    taken = [(mention.start, mention.end) for mention in found]
    titled = [m for m in _titled(text) if not any(a <= m.start < b for a, b in taken)]
    return tuple(sorted([*found, *titled], key=_start))


def _start(mention: Mention) -> int:
    return mention.start


def _numbered(text: str, found: re.Match[str]) -> Mention | None:
    printed = number.mended(found[0])
    symbol = number.kind_of(printed)
    start, kind = _label(text, found.start(), symbol)
    label = text[start : found.start()]
    if not kind and not symbol and not label.strip() and not _goes_on(text, start):
        return None
    mention = completed(text, Mention(start, found.end(), kind or symbol, printed))
    issuer = mention.issuer or sender.in_label(label) or sender.before(text, start)
    return mention._replace(issuer=issuer)


def _goes_on(text: str, start: int) -> bool:
    """Whether the number at ``start`` goes on with a list of numbers."""
    return bool(_AFTER_NUMBER.search(text[max(0, start - 40) : start]))


def _blank(text: str, found: re.Match[str]) -> Mention | None:
    """A number without digits, where "số" announces it."""
    before = text[max(0, found.start() - 130) : found.start()]
    label = re.search(rf"(?:(?P<kind>{_KINDS})\s+)?số\s*:?[\s.…_]*$", before, re.IGNORECASE)
    if not label:
        return None
    kind = (
        capitalised(normal(label["kind"]).lower()) if label["kind"] else number.kind_of("0/" + found["codes"])
    )
    return completed(text, Mention(found.start() - len(before) + label.start(), found.end(), kind, None))


def _label(text: str, end: int, symbol: str | None) -> tuple[int, str | None]:
    """Where the mention of the number at ``end`` begins, and the kind printed there.

    ``symbol`` is the kind that the number's symbol says: of several in the label ("Kế hoạch thi hành Luật
    Thủ đô số 39/2024/QH15") it is the number's own.
    """
    before = text[max(0, end - _FARTHEST) : end]
    words = plain(text)[max(0, end - _FARTHEST) : end]
    announced = words.rstrip().removesuffix(":").rstrip().endswith("số")
    for pattern, farthest, cased in _LABELS:
        if (pattern is _LISTING_LABEL and symbol not in _LAWS) or not (announced or pattern is _LABEL):
            continue
        found = pattern.search(before if cased else words, max(0, len(before) - farthest))
        if not found or _NO_KIND.search(before, max(0, found.start() - _SHORT), found.start()):
            continue
        start, kind = found.start(), capitalised(normal(before[slice(*found.span("kind"))]).lower())
        if symbol and kind != symbol and (own := before.rfind(f" {symbol} ", start)) > 0:
            start, kind = own + 1, symbol
        return end - len(before) + start, kind
    bare = re.search(r"\bsố\s*:?\s*$", before, re.IGNORECASE)
    return (end - len(before) + bare.start() if bare else end), None


def completed(text: str, mention: Mention) -> Mention:
    """``mention`` with the footnote mark, the date and the issuer that follow it."""
    end, note, day, issuer = mention.end, None, None, None
    for _ in range(4):
        if note is None and (mark := _NOTE_MARK.match(text, end)):
            note, end = mark["note"], mark.end()
        elif aside := _ASIDE.match(text, end):
            end = aside.end()
        elif day is None and (found := _DATE.match(text, end)):
            day, end = found, found.end()
        elif issuer is None and (said := sender.NAMED_AFTER.match(text, end)):
            issuer, end = said["issuer"], said.end()
        else:
            break
    return mention._replace(end=end, date=dates.iso(day), issuer=sender.usual(issuer), note=note)


def _shared(text: str, mentions: list[Mention]) -> list[Mention]:
    """An issuer printed once after a list ("…, … và … của Chính phủ") holds for the whole list."""
    out = list(mentions)
    for i in range(len(out) - 2, -1, -1):
        gap = text[out[i].end : out[i + 1].start]
        if out[i].issuer is None and out[i + 1].issuer and re.fullmatch(r"\s*(?:,|và|,\s*và)\s*", gap):
            out[i] = out[i]._replace(issuer=out[i + 1].issuer)
    return _listed(text, out)


def _listed(text: str, mentions: list[Mention]) -> list[Mention]:
    """An issuer printed before a list ("các Quyết định của Thủ tướng Chính phủ: số …; số …") holds for it."""
    out: list[Mention] = []
    issuer = kind = None
    end = 0
    for mention in mentions:
        between = text[end : mention.start]
        if said := sender.of_list(text, mention.start):
            issuer, kind = said, mention.kind
        elif issuer and _NEXT_ITEM.search(between):
            issuer = None
        bare = text[mention.start : mention.start + 1] in "Ss0123456789"
        item = said or bare or (mention.kind == kind and _LISTED.search(between))
        out.append(mention._replace(issuer=issuer) if issuer and item and not mention.issuer else mention)
        end = mention.end
    return out


def _titled(text: str) -> Iterator[Mention]:
    """Documents named by their title alone, and articles of one that the text has given a short name."""
    for pattern, hints in _TITLED:
        for found in pattern.finditer(text) if any(map(text.__contains__, hints)) else ():
            if pattern is _SCHEME and not _stands(text, found):
                continue
            kind = next(kind for kind in _WORDS["kinds"] if found["kind"].startswith(kind))
            yield completed(text, Mention(found.start(), found.end(), kind, None))


def _stands(text: str, found: re.Match[str]) -> bool:
    """Whether a scheme or programme is one in force, and not one still to be made."""
    before = text[max(0, found.start() - 60) : found.start()]
    if _TO_BE_MADE.search(before):
        return False
    return bool(_IN_FORCE.search(before) or _STAGED.search(found[0]) or found["kind"] in _NATIONAL)
