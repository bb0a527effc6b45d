"""Duties given to agencies in "Tổ chức thực hiện" and chapters like it.

The agency of a heading holds for each item below it; elsewhere the agency is the subject of the sentence.
One record per agency and item; an item without an agency gives none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial

from loaders.grammar import agency, carrying_out, lists
from loaders.grammar.abbreviation import Abbreviations
from loaders.grammar.body import Parts
from loaders.layout.model import Paragraph, Passage, Table
from loaders.records import Assignment

__all__ = ["find", "opens_duty", "parted", "subject", "tells_duty", "verb_after"]

_WORDS = lists.words("assignment")
_LABEL = re.compile(
    r"\s*(?:(?:[IVX]{1,5}\.)?(?P<numbers>\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/:]?\s*[-–]?\s+(?=\D)|(?P<roman>[IVX]{1,5})\s*[.)/-]\s+|(?P<letter>[a-zđ])\s*[.)/]\s+|\((?P<bracketed>\d{1,2})\)\s+|(?P<bullet>[-–+•*])\s*)?"
)
_NUMBER_ALONE = re.compile(r"\d{1,2}\.?")
_VERBS = "|".join(re.escape(verb) for verb in sorted(_WORDS["verbs"], key=len, reverse=True))
_NO_VERB = (
    r"(?!(?<=[Bb]an )chỉ\s+đạo)(?!(?<=[Cc]ác )tổ\s+chức)"
    r"(?!(?<=[Hh]ội đồng )phối\s+hợp)(?!(?<=phối hợp )phổ\s+biến)"
    r"(?!(?<=[Cc]ông nghệ )thông\s+tin)(?!thông\s+tin\s+(?:điện\s+tử|và\s+[Tt]ruyền\s+thông)\b)"
    r"(?!(?<=[Cc]ảnh sát )điều\s+tra)"
    r"(?!(?<=[Dd]ự án )đầu\s+tư)(?!(?<=đầu tư )xây\s+dựng)"
    r"(?!(?:(?<=[Đđ]oàn )|(?<=[Tt]ổ ))(?:kiểm\s+tra|giám\s+sát|thanh\s+tra|khảo\s+sát|thẩm\s+định))"
    r"(?!đổi\s+mới\s+sáng\s+tạo)"
    r"(?!(?:(?<=[Cc]hương )|(?<=[Qq]uy )|(?<=[Ll]ộ )|(?<=[Qq]uá )|(?<=[Tt]iến )|(?<=[Tt]ờ ))trình)"
    r"(?!giúp\s+việc)(?!(?<=[Tt]hông tin )xúc\s+tiến)(?!(?<=được )(?:kiểm|thanh)\s+tra)"
    r"(?!(?:(?<=các phòng )|(?<=các cơ quan ))tham\s+mưu\s*(?:,|và\b|thuộc\b))"
    r"(?!(?:(?<=, )|(?<=và )|(?<=các )|(?<=[Bb]an )|(?<=thể )|(?<=chí ))lãnh\s+đạo)"
)
"""Words that are verbs elsewhere: "Ban chỉ đạo", "các tổ chức", "Hội đồng phối hợp …", "chương trình"."""
_BARE_HEAD = re.compile(r"(?:hội\s+đồng|ban|chi\s+cục|cục|trung\s+tâm|tổ)\s*$", re.IGNORECASE)
"""A kind of body that is no name yet: "Hội đồng" before "quản lý chất lượng chỉ đạo"."""
_PURPOSE = re.compile(r"(?:ban\s+chỉ\s+đạo|tổ\s+công\s+tác|tổ\s+giúp\s+việc|hội\s+đồng)\s*$", re.IGNORECASE)
"""A body that is named by what it does: "Ban Chỉ đạo" before "thực hiện Nghị quyết … có trách nhiệm"."""
_SURELY = re.compile(r"(?<!\w)(?:có|chịu)\s+(?:trách\s+nhiệm|nhiệm\s+vụ)(?!\w)")
_GOES_ON = re.compile(r"(?:,|\svà)\s*$")
"""What leaves a name or a list open: "Trung tâm Giám sát," before "điều hành đô thị thông minh"."""
_VERB = re.compile(
    r"(?<!\w)(?:(?<!cơ quan )|(?<=các cơ quan )(?=phản\s|báo\s|gửi\b|kịp\s|chủ\s+động))(?<!công )"
    r"(?<!được giao )(?<!được phân công )(?<!quản lý )"
    rf"{_NO_VERB}(?:{_VERBS})(?!\w)"
    r"(?!(?<=tổ chức)\s+(?:chính\s+trị|đoàn\s+thể|xã\s+hội|chuyên\s+trách|đảng|tôn\s+giáo"
    r"|hội(?!\s+(?:chợ|nghị|thảo|thi|thao|diễn|đàm)\b)|(?:có\s+)?liên\s+quan|quốc\s+tế|phi\s+chính\s+phủ"
    r"|thành\s+viên|kinh\s+tế|nghề\s+nghiệp)"
    r"|(?<=tổ chức)(?:,|\s+và)\s+(?:đoàn\s+thể|cá\s+nhân|đơn\s+vị|doanh\s+nghiệp))"
)
_BARE_OFFICES = frozenset(_WORDS["bare_offices"])
_IN_NAMES = frozenset(_WORDS["in_names"])
_LEAD_INS = lists.any_of(_WORDS["lead_ins"])
_LEAD_IN = re.compile(rf"(?:{_LEAD_INS}\b\s*(?:\([^()]*\))?\s*,?\s*)+", re.IGNORECASE)
_CONDITION = re.compile(
    rf"{lists.any_of(_WORDS['conditions'])}\s(?:(?!\b(?:yêu cầu|đề nghị)\b)[^.;:]){{3,200}}?,\s+",
    re.IGNORECASE,
)
_ABOUT = re.compile(rf"\W*(?:{lists.any_of(_WORDS['heading_lead_ins'])})\s+", re.IGNORECASE)
_ROLE_LABEL = re.compile(
    r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+(?:chủ\s+trì|phối\s+hợp|thực\s+hiện)[^:.]{0,40}:", re.IGNORECASE
)
_TOLD = re.compile(r":\s+\S")
_TITLED = re.compile(r"[^:;.]{3,60}:\s+")
_LISTS = re.compile(r"[Cc]ác\s+(?:[Ss]ở|[Pp]hòng|[Bb]an|[Bb]ộ|[Cc]ục|[Vv]ụ|[Xx]ã|[Hh]uyện|[Pp]hường)\s*:\s")
_BRACKETED = re.compile(r"\W*\((?!\d{1,2}\))")
_ROLE = re.compile(r"\s+[-–]\s+(?:là\s+)?(?:cơ\s+quan|đơn\s+vị|thường\s+trực)\b.*$", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:yêu cầu|đề nghị|giao)\s+")
_DONE_BY = re.compile(r"\bdo\s+")
_ISSUED = re.compile(r"(?:ban\s+hành|phát\s+động|phê\s+duyệt|công\s+bố)\b")
"""What was done by a body that is named with "do": "các văn bản do UBND tỉnh ban hành"."""
_LAST = re.compile(r"\W*(?:Yêu cầu|Đề nghị|Trong quá trình)\s")
_YEARLY = re.compile(r"(?:H[àằ]ng (?:năm|quý|tháng)|Định kỳ[^,.;:]{0,40}),\s+")
"""What opens a sentence that may name its own agency."""
_IN_CASE = re.compile(r"(?:[Tt]rong quá trình|[Tt]rường hợp|[Nn]ếu)\s")
_SENTENCE = re.compile(r"[;.]\s+")
_COMMA = re.compile(r",\s+")
_ENDED = re.compile(r"[.;:!]\W*$")
_LAST_SIGNS = 20
"""Characters at the end of a text that tell whether its sentence has ended."""
_LONGEST_HEADING = 200
_LONGEST_SUBJECT = 400
_NAME_GOES_ON = 60
"""Characters of a name after a word that may also be a verb: "Hội đồng quản lý chất lượng bệnh viện:"."""
_DUTIES = re.compile(r"trách nhiệm|nhiệm vụ|nội dung|việc|phân công|hoạt động")
_FIRST_WORDS = 14
_LEVELS = {"roman": 0, "letter": 10, "bracketed": 11, "bullet": 20}
_UNLABELLED = 30


def find(parts: Parts, abbreviations: Abbreviations, known: Iterable[str] = ()) -> tuple[Assignment, ...]:
    """The duties that the body of a document gives, in reading order.

    Arguments: ``parts`` of its layout; ``abbreviations`` of the document; agencies ``known`` from its rows,
    whose names may hold a verb ("Phòng Quản lý tổng hợp").
    """
    known = frozenset(known)
    reader = _Chapter(abbreviations, _texts(parts), known)
    out: list[Assignment] = []
    for block in carrying_out.blocks(parts):
        if isinstance(block, Table):
            out += reader.of_table(block)
            continue
        label = _LABEL.match(block.text)
        for paragraph in parted(block, label.end() if label else 0, partial(_is_body, known=known)):
            out += reader.read(paragraph)
    return tuple(out)


def parted(paragraph: Paragraph, label: int, heads: Callable[[str], bool]) -> Iterator[Paragraph]:
    """``paragraph``, or the numbered heading on its first lines and the duty below it apart.

    Pages without marks of bold or blank lines leave nothing between them but a line with a capital verb.
    Arguments: where the ``label`` ends, 0 for none; whether the words behind it are a heading (``heads``).
    """
    passage = paragraph.passage
    lines = passage.starts[1:] if label and not paragraph.emphasised else ()
    if not lines:
        yield paragraph
        return
    duties = (at for at in lines if opens_duty(passage.text[at:]))
    start = next((at for at in duties if heads(passage.text[label:at])), None)
    if start is None:
        yield paragraph
    else:
        yield Paragraph(passage.part(0, start), paragraph.heading)
        yield Paragraph(passage.part(start))


def _is_body(heading: str, known: Container[str]) -> bool:
    """Whether ``heading`` is a body and no duty; names of the ``known`` may hold a verb."""
    name = heading.strip()
    return agency.begins(name) and name[-1].isalnum() and (name in known or not tells_duty(name))


def tells_duty(text: str) -> bool:
    """Whether ``text`` says what is to be done, and not only who: a verb that stands in no name."""
    return any(found[0] not in _IN_NAMES for found in _VERB.finditer(text))


def opens_duty(text: str) -> bool:
    """Whether ``text`` begins with a verb of what is to be done, with a capital: "Rà soát văn bản"."""
    return text[:1].isupper() and _VERB.match(text[:1].lower() + text[1:]) is not None


def subject(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the agency begins that the sentence ``text[start:end]`` gives a duty, and where the duty does."""
    begin = _subject_start(text, start, end)
    duty = _duty_start(text, begin, end)
    return (begin, duty) if duty is not None and agency.begins(text[begin:end]) else None


def verb_after(text: str, start: int, end: int) -> int:
    """Where the verb of a duty stands in ``text[start:end]``, ``end`` without one."""
    verb = _verb(text, start, end)
    return verb.start() if verb else end


def _texts(parts: Parts) -> str:
    """The cells of the document's tables, where offices have their full names."""
    tables = (block for _, block in parts.blocks("annex", "body") if isinstance(block, Table))
    passages = [cell.passage for table in tables for row in table.rows for cell in row.cells]
    return "\n".join({passage.text for passage in passages if len(passage.text) < 60})


class _Chapter:
    """A chapter of duties while it is read, with the agencies of the heading that holds."""

    def __init__(self, abbreviations: Abbreviations, cells: str, known: Iterable[str]) -> None:
        self._abbreviations = abbreviations
        self._known = tuple(sorted(known, key=len, reverse=True))
        self._cells = cells
        self._heading: tuple[str, ...] = ()
        self._level = 0
        self._broken = False
        self._numbered = False

    def read(self, paragraph: Paragraph) -> list[Assignment]:
        """The duties that one paragraph gives."""
        text = paragraph.text
        numbered, self._numbered = self._numbered, bool(_NUMBER_ALONE.fullmatch(text))
        if self._numbered:
            self._heading = ()
            return []
        label = _LABEL.match(text)
        start = label.end() if label else 0
        level = _level(label)
        broken, self._broken = self._broken, not _ended(text)
        if _BRACKETED.match(text):
            return []
        if carrying_out.CLOSING.match(text):
            return self._closing(paragraph)
        if self._heads(paragraph, text[start:], 1 if numbered and level == _UNLABELLED else level):
            return []
        if level == _UNLABELLED and (_LAST.match(text) or _names_its_own(text)):
            self._heading = ()  # what closes the chapter names its own agencies
        if self._heading and level > self._level:
            continued = broken and level == _UNLABELLED
            return (
                []
                if continued or not text[start:].strip()
                else self._given(paragraph.passage, self._heading, start)
            )
        self._heading = ()
        if text.endswith(":"):
            self._announce(text, start, level)
            return []
        return list(self._of_sentences(paragraph, start))

    def of_table(self, table: Table) -> list[Assignment]:
        """The duties of a table "Cơ quan | Trách nhiệm": its first cell with an agency, and the next one.

        What is said of an agency in another column ("Điện thoại") is no duty unless it begins as one.
        """
        out: list[Assignment] = []
        duties = [_DUTIES.search(title.lower()) is not None for title in table.titles]
        for row in table.rows:
            shown = zip([cell.passage for cell in row.cells], duties, strict=True)
            cells = [(passage, told) for passage, told in shown if passage]
            at = next((i for i, (cell, _) in enumerate(cells[:-1]) if agency.begins(cell.text)), None)
            if at is None:
                continue
            duty, told = cells[at + 1]
            if told or opens_duty(duty.text):
                names = agency.parse(cells[at][0].text, self._abbreviations)
                out += self._given(duty, tuple(map(self._full, names)), 0)
        return out

    def _heads(self, paragraph: Paragraph, text: str, level: int) -> bool:
        """Take in a heading: its agencies hold from here, none if it names none."""
        if len(text) >= _LONGEST_HEADING or _TOLD.search(text):
            return False
        marked = paragraph.heading or paragraph.emphasised or text.endswith(":")
        if level >= _LEVELS["bullet"] and not marked:
            return False
        named = _ROLE.sub("", text).strip(" .:")
        about = _ABOUT.match(named)
        named = named[about.end() :] if about else named
        role = _ROLE.search(text) if _ended(text) else None
        ended = text.endswith((".", ";"))
        verb = _VERB.search(named) if ended else tells_duty(named)
        if (verb and named not in self._known) or (role and tells_duty(role[0])):
            return False
        body = agency.begins(named)
        if not body and not (paragraph.heading or paragraph.emphasised or not _ended(text)):
            return False
        names = agency.parse(named, self._abbreviations) if body else ()
        self._heading, self._level = tuple(map(self._full, names)), min(level, _LEVELS["bullet"] - 1)
        self._broken = False
        return True

    def _announce(self, text: str, start: int, level: int) -> None:
        """Take in "Sở … có trách nhiệm:": its agencies hold for the items below."""
        begin = _subject_start(text, start, len(text))
        duty = _duty_start(text, self._named(text, begin), len(text))
        if duty is not None and agency.begins(text[begin:]):
            names = agency.parse(text[begin:duty], self._abbreviations)
            self._heading, self._level = tuple(map(self._full, names)), min(level, _LEVELS["bullet"] - 1)

    def _named(self, text: str, start: int) -> int:
        """Where the known name ends that stands at ``start``, or ``start`` where none does."""
        return next((start + len(name) for name in self._known if text.startswith(f"{name} ", start)), start)

    def _full(self, name: str) -> str:
        """A bare office by the full name it has in the tables: "Văn phòng" -> "Văn phòng Sở"."""
        full = f"{name} Sở"
        return full if name in _BARE_OFFICES and full in self._cells else name

    def _closing(self, paragraph: Paragraph) -> list[Assignment]:
        """ "Trên đây là …, yêu cầu Giám đốc Sở … nghiêm túc triển khai"."""
        said = _ASKED.search(paragraph.text) or _IN_CASE.search(paragraph.text)
        self._heading = ()
        return list(self._of_sentences(paragraph, said.start())) if said else []

    def _of_sentences(self, paragraph: Paragraph, start: int) -> Iterator[Assignment]:
        """The duties of sentences whose subject is an agency, with those after each that have none."""
        text = paragraph.text
        found: list[tuple[int, int, tuple[str, ...]]] = []
        first = start
        for last in [*(end.end() for end in _SENTENCE.finditer(text, start)), len(text)]:
            begin = _subject_start(text, first, last)
            duty = _duty_start(text, self._named(text, begin), last)
            if duty is None and text[last - 2 : last - 1] == ";":
                continue  # the list of agencies goes on
            labelled = _ROLE_LABEL.match(text, begin)
            issued = duty is not None and _DONE_BY.match(text, begin - 3) and _ISSUED.match(text, duty)
            if duty is not None and not labelled and not issued and agency.begins(text[begin:last]):
                named = _ROLE.sub("", text[begin:duty])
                found.append((first, duty, agency.parse(named, self._abbreviations)))
            first = last
        ends = [*(begin for begin, *_ in found[1:]), len(text)]
        for (begin, duty, names), end in zip(found, ends, strict=False):
            yield from self._given(paragraph.passage.part(begin, end), names, duty - begin)

    def _given(self, told: Passage, names: tuple[str, ...], start: int) -> list[Assignment]:
        """The duty that begins at ``start`` of what is told, given to each of ``names``."""
        duty = " ".join(told.text[start:].split()[:_FIRST_WORDS]).strip(" :,;")
        return [Assignment(agency=name, text=duty, lines=told.span()) for name in names]


def _ended(text: str) -> bool:
    """Whether the last sentence of ``text`` has ended."""
    return _ENDED.search(text, max(0, len(text) - _LAST_SIGNS)) is not None


def _names_its_own(text: str) -> bool:
    """Whether ``text`` says at once who does something each year: "Hằng năm, các sở báo cáo …"."""
    opened = _YEARLY.match(text)
    return opened is not None and agency.begins(text[opened.end() :])


def _level(label: re.Match[str] | None) -> int:
    if label is None or label.lastgroup is None:
        return _UNLABELLED
    return _LEVELS[label.lastgroup] if label.lastgroup in _LEVELS else len(label["numbers"].split("."))


def _subject_start(text: str, start: int, end: int) -> int:
    """Where the subject begins, after "Đề nghị", "Căn cứ Kế hoạch này, …" and the like."""
    first, position = start, -1
    while position != start:
        position = start
        for pattern in (_LEAD_IN, _CONDITION):
            found = pattern.match(text, start, end)
            start = found.end() if found else start
    if agency.begins(text[start:end]):
        return start
    titled = None if _ROLE_LABEL.match(text, start, end) else _TITLED.match(text, start, end)
    if titled and agency.begins(text[titled.end() : end]):
        return titled.end()
    asked = _ASKED.search(text, start, end)
    if asked:
        return asked.end()
    done_by = _DONE_BY.search(text, start, end)
    if done_by and agency.begins(text[done_by.end() : end]):
        return done_by.end()
    return _after_condition(text, start, end) if start > first else start


def _after_condition(text: str, start: int, end: int) -> int:
    """Where the agency stands after a condition with commas: "nếu có khó khăn, vướng mắc, các cơ quan …"."""
    verb = _VERB.search(text, start, min(end, start + _LONGEST_SUBJECT))
    later = (found.end() for found in _COMMA.finditer(text, start, verb.start() if verb else start))
    return next((at for at in later if agency.begins(text[at:end])), start)


def _verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of the duty: the first, or the next one where the first may be part of a name before it."""
    first = _VERB.search(text, start, end)
    before = text[start : first.start()] if first else ""
    if first and _PURPOSE.search(before) and (duty := _SURELY.search(text, first.end(), end)):
        return duty
    if first is None or first[0] not in _IN_NAMES:
        return first
    second = _VERB.search(text, first.end(), end)
    named = _named_on(text, first) or _BARE_HEAD.match(before) or _GOES_ON.search(before)
    return second if second and named and "," not in text[first.end() : second.start()] else first


def _named_on(text: str, verb: re.Match[str]) -> bool:
    """Whether the name goes on after ``verb``: "… tổ chức - Quản trị tài vụ có trách nhiệm"."""
    return bool(re.match(r"\s*(?:[-–&]|và\b|[^\W\d_]*\s*[A-ZĐ])", text[verb.end() :]))


def _duty_start(text: str, start: int, end: int) -> int | None:
    """Where the duty begins: at its verb, or after a colon before it."""
    limit = min(end, start + _LONGEST_SUBJECT)
    listed = _LISTS.match(text, start, limit)
    start = listed.end() if listed else start  # "Các Sở: Nội vụ, Tài chính có trách nhiệm"
    verb = _verb(text, start, limit)
    colon = text.find(":", start, verb.end() + _NAME_GOES_ON if verb and verb[0] in _IN_NAMES else limit)
    if colon >= 0 and (verb is None or colon < verb.start() or not tells_duty(text[verb.start() : colon])):
        return colon
    return verb.start() if verb and verb.start() > start else None
