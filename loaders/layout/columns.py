"""The columns of a task table: what each header means.

Names of columns are data (data/columns.toml). A header may be one text a column (tables with
cells) or one running text (flattened tables), where names follow one another.
"""

from __future__ import annotations

import enum
import functools
import re
import tomllib
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from importlib.resources import files

from loaders.remembered import remembered

__all__ = [
    "CONTENT_ROLES",
    "Column",
    "Role",
    "columns_of",
    "gives_figures",
    "is_yearly",
    "levelled",
    "may_open_header",
    "named_role",
    "parse_header",
    "role_of",
    "roles_in",
    "tells_work",
]


class Role(enum.Enum):
    """What a column holds."""

    NUMBER = "number"
    TARGET = "target"
    TASK = "task"
    ACTIVITY = "activity"
    CONTENT = "content"
    PRODUCT = "product"
    LEAD = "lead"
    COORD = "coord"
    TIME = "time"
    BUDGET = "budget"
    EXTRA = "extra"

    __hash__ = object.__hash__  # roles are looked up for every cell; Enum's own hash is slow


CONTENT_ROLES = (Role.TARGET, Role.TASK, Role.ACTIVITY, Role.CONTENT)
"""Columns that say what is to be done."""
_FIRST_ROLES = {Role.NUMBER, *CONTENT_ROLES}
"""What a header names before bodies and times, maybe one kind twice: groups of tasks, and tasks."""


@dataclass(frozen=True)
class Column:
    """A column: its role, its header as printed, and the number printed before it ("3. Hoạt động")."""

    role: Role
    title: str
    ordinal: int | None = None


_ORDINAL = re.compile(r"\(?(\d{1,2})\)? ?[.\-–):]* ?")
_LONGEST_TITLE = 90
_YEARLY = re.compile(
    r"(?:(?:ước |số )?(?:kế hoạch|mục tiêu|chỉ tiêu|kết quả|thực hiện|giá trị|phấn đấu|mức|số liệu)"
    r"(?: thực hiện| đạt| giao| phấn đấu| đạt được)* )?(?:(?:đến )?(?:hết )?(?:năm )?|giai đoạn )"
    r"(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?"
)
"""The title of a column that holds the amounts of a year."""
_UNIT = re.compile(r"(?:đơn vị tính|đvt)(?: ?\([^()]{0,60}\))?")
_PEOPLE = re.compile(r"họ(?: và|,)? tên")
_NOTE = re.compile(r" ?\([^()]{0,60}\)")


@functools.cache
def _patterns() -> dict[Role, re.Pattern[str]]:
    text = files("loaders.layout").joinpath("data/columns.toml").read_text(encoding="utf-8")
    return {Role(name): re.compile(rf"(?:{body})(?!\w)") for name, body in tomllib.loads(text).items()}


def _longest(text: str, start: int) -> tuple[Role, int] | None:
    """The role whose name is longest at ``start`` of the folded ``text``, and where the name ends."""
    found = ((role, m.end()) for role, p in _patterns().items() if (m := p.match(text, start)))
    return max(found, key=lambda pair: pair[1], default=None)


def role_of(title: str) -> Role:
    """The role of the column with the header ``title``; ``Role.EXTRA`` where nothing known is named."""
    return _column(title).role


@remembered
def named_role(name: str) -> Role | None:
    """The role that ``name`` as a whole names ("Đơn vị chủ trì"), or None."""
    text = " ".join(name.lower().split())
    found = _longest(text, 0)
    return found[0] if found and found[1] == len(text) else None


def roles_in(text: str) -> frozenset[Role]:
    """The roles whose names occur anywhere in ``text``."""
    folded = " ".join(text.lower().split())
    return frozenset(role for role, pattern in _patterns().items() if pattern.search(folded))


@functools.lru_cache(maxsize=512)
def is_yearly(title: str) -> bool:
    """Whether ``title`` is that of a column that holds the amounts of a year: "Kế hoạch năm 2025"."""
    return bool(_YEARLY.fullmatch(" ".join(title.lower().split())))


def gives_figures(titles: Sequence[str]) -> bool:
    """Whether a table with ``titles`` says how much is to be reached, year by year or in units it states."""
    roles = {_column(title).role for title in titles}
    if not roles & set(CONTENT_ROLES):
        return False
    return _counts_in(titles, roles) or any(_UNIT.fullmatch(title.lower()) for title in titles)


def _counts_in(titles: Sequence[str], roles: Set[Role]) -> bool:
    """Whether columns give the amounts of years, in "Đơn vị"; those of one year beside targets alone."""
    years = sum(map(is_yearly, titles))
    alone = roles & set(CONTENT_ROLES) == {Role.TARGET} and "đơn vị" in map(str.lower, titles)
    return years > 1 or (years == 1 and alone)


def tells_work(titles: Sequence[str]) -> bool:
    """Whether a table with ``titles`` says what is to be done and by whom or when.

    A list of people says what they are in a group: "Họ và tên | Chức vụ | Nhiệm vụ".
    """
    columns = columns_of(titles)
    roles = {column.role for column in columns}
    work = [column.title.lower() for column in columns if column.role in CONTENT_ROLES]
    if (
        Role.TIME not in roles
        and work == ["nhiệm vụ"]
        and any(_PEOPLE.match(c.title.lower()) for c in columns)
    ):
        return False
    return bool(work) and bool(roles & {Role.LEAD, Role.COORD, Role.TIME})


def columns_of(titles: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a table whose header holds one text a column.

    What is to be done is named once: a later "Chỉ tiêu năm 2025" says how much, "Lĩnh vực" of what it is.
    Where targets are given figures by year, "Đơn vị" is what they are counted in.
    """
    out: list[Column] = []
    named = False
    columns = [_column(title) for title in titles]
    roles = {column.role for column in columns}
    if Role.TARGET in roles and _counts_in(titles, roles):
        columns = [replace(c, role=Role.EXTRA) if c.title.lower() == "đơn vị" else c for c in columns]
    for column in columns:
        title = column.title.lower()
        kind = title == "lĩnh vực" and not {c.role for c in columns[len(out) + 1 :]} & set(CONTENT_ROLES)
        more = named and (kind or (column.role is Role.TARGET and _YEARLY.fullmatch(title)))
        out.append(replace(column, role=Role.EXTRA) if more else column)
        named = named or out[-1].role in CONTENT_ROLES
    return _one_of_each(out)


def _one_of_each(columns: Sequence[Column]) -> tuple[Column, ...]:
    """``columns`` where one leads, the one that says so plainly, one gives the time, the last of them, and
    one the money: the first that does not tell where it comes from."""
    out = list(columns)
    for role in (Role.LEAD, Role.TIME, Role.BUDGET):
        places = [i for i, column in enumerate(out) if column.role is role]
        kept = _kept(role, places, [out[i].title.lower() for i in places]) if places else None
        for i in places:
            out[i] = out[i] if i == kept else replace(out[i], role=Role.EXTRA)
    return tuple(out)


def _kept(role: Role, places: Sequence[int], titles: Sequence[str]) -> int:
    if role is Role.TIME:
        return places[-1]
    plain = (
        place
        for place, title in zip(places, titles, strict=True)
        if ("chủ trì" in title if role is Role.LEAD else not title.startswith("nguồn"))
    )
    return next(plain, places[0])


def levelled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """``columns`` with each content column given its level: the last holds activities, before it tasks.

    Targets and tasks alone stay so; columns beyond three levels are further details, and so are targets
    printed behind the work ("Nhiệm vụ | Mục tiêu, quy mô").
    """
    content = [i for i, column in enumerate(columns) if column.role in CONTENT_ROLES]
    behind = content[-1:] if len(content) > 1 and columns[content[-1]].role is Role.TARGET else []
    content = content[: len(content) - len(behind)]
    roles = [columns[i].role for i in content]
    given = [Role.TARGET, Role.TASK, Role.ACTIVITY][-len(content) :] if content else []
    given += [Role.EXTRA] * (len(content) - 3)
    if roles == [Role.TARGET, Role.TASK]:
        given = roles
    elif len(content) == 2 and roles[0] is Role.TARGET:
        given = [Role.TARGET, Role.ACTIVITY]
    out = list(columns)
    for i, role in zip([*content, *behind], [*given, *[Role.EXTRA] * len(behind)], strict=True):
        out[i] = replace(columns[i], role=role)
    return tuple(out)


@functools.lru_cache(maxsize=512)  # pages of a table repeat their header
def _column(title: str) -> Column:
    text = " ".join(title.lower().split())
    if len(text) > _LONGEST_TITLE:
        return Column(Role.EXTRA, " ".join(title.split()))
    if is_yearly(text) and not text.startswith(("mục tiêu", "chỉ tiêu")):
        return Column(Role.EXTRA, " ".join(title.split()))
    ordinal, start = _ordinal(text, 0)
    places = [start, *(m.start() for m in re.finditer(r"(?<=\W)\w", text) if m.start() > start)]
    hits = (hit for place in places if (hit := _longest(text, place)))
    named = next((hit for hit in hits if hit[0] is not Role.NUMBER or _is_number(text)), None)
    return Column(named[0] if named else Role.EXTRA, " ".join(title.split()), ordinal)


def _is_number(text: str) -> bool:
    """Whether the title ``text`` numbers the rows and says nothing more: "Chỉ số", "Số tiền" do not."""
    found = _patterns()[Role.NUMBER].match(text)
    return found is not None and not any(map(str.isalpha, text[found.end() :]))


def _ordinal(text: str, start: int) -> tuple[int | None, int]:
    match = _ORDINAL.match(text, start)
    return (int(match[1]), match.end()) if match else (None, start)


_LONGEST_OPENING = 60
"""Characters of a line that tell whether a header begins with it."""


@functools.cache
def _openings() -> re.Pattern[str]:
    opening = (_patterns()[role].pattern for role in (Role.NUMBER, *CONTENT_ROLES))
    return re.compile(rf"(?:{_ORDINAL.pattern})?(?:{'|'.join(opening)})")


def may_open_header(text: str) -> bool:
    """Whether a header may begin with the line ``text``: with the number of rows or what is to be done."""
    return bool(_openings().match(text.lstrip()[:_LONGEST_OPENING].lower()))


_TAIL = re.compile(r"[^\d.:;]{1,40}")
"""Words that say more of what a column holds."""


def parse_header(title: str, breaks: Sequence[int] = ()) -> tuple[tuple[Column, ...], int]:
    """The columns named one after another at the start of the running text ``title``.

    Arguments: ``title`` with white space collapsed; ``breaks`` the offsets where its lines begin: there a
    capital begins another column of content ("Nhiệm vụ" above "Công việc" are two, "Nhiệm vụ, công việc"
    is one). Words up to the end of a line belong to the name before them where another name follows ("Nội
    dung hỗ trợ"). Returns the columns and the offset in ``title`` where the names end.
    """
    shown = " ".join(title.split())
    text = shown.lower()
    ends = [place for place in breaks if _begins_name(shown, place)]
    columns: list[Column] = []
    place = 0
    while True:
        hit = _yearly(text, place, breaks) or _named(
            text, place, next((end for end in ends if end > place), len(text))
        )
        named = [column.role for column in columns]
        if hit is None:
            end = _tail(shown, place, breaks, named)
            if end is None:
                break
            columns[-1] = replace(columns[-1], title=f"{columns[-1].title} {shown[place:end].strip()}")
            place = end
            continue
        role, ordinal, end = hit
        if role is not Role.EXTRA and role in named and not set(named) <= _FIRST_ROLES:
            break  # no header names a column twice: this is the first cell below it
        columns.append(Column(role, shown[place:end].strip(), ordinal))
        place = end + (text[end : end + 1] == " ")
    return tuple(columns), place


def _tail(shown: str, place: int, breaks: Sequence[int], named: Sequence[Role]) -> int | None:
    """Where the words at ``place`` that no name holds end: before the line of a name not met yet."""
    end = next((each for each in breaks if each > place), len(shown))
    words = shown[place:end]
    if place in breaks or not named or end == len(shown) or not _TAIL.fullmatch(words):
        return None
    after = _named(shown.lower(), end, len(shown))
    return end if after and after[0] not in named else None


def _yearly(text: str, place: int, breaks: Sequence[int]) -> tuple[Role, None, int] | None:
    """Role and end of the name of a column of a year's amounts at ``place``, on lines of its own."""
    hit = _YEARLY.match(text, place) if place in breaks else None
    if hit is None or (hit.end() < len(text) and hit.end() + 1 not in breaks):
        return None
    return Role.EXTRA, None, hit.end()


def _begins_name(shown: str, place: int) -> bool:
    """Whether a word with one capital stands at ``place``, and no sign that joins it to the word before."""
    return shown[place : place + 2].istitle() and shown[max(0, place - 2) : place].strip() not in {
        ",",
        "/",
        "-",
    }


def _named(text: str, place: int, most: int) -> tuple[Role, int | None, int] | None:
    """Role, ordinal and end of the name at ``place``; one of content ends before ``most``: a line."""
    ordinal, start = _ordinal(text, place)
    hit = _longest(text[:most], start)
    if hit is None or hit[0] not in CONTENT_ROLES:
        hit = _longest(text, start)
    if hit and hit[0] is Role.EXTRA and most < hit[1]:
        hit = _longest(text[:most].rstrip(), start)  # words after a name end where the next one begins
    if hit is None:
        return None
    role, end = hit
    if role is Role.PRODUCT and most < end and (after := _longest(text, most)) and after[0] is Role.TIME:
        end = most - 1  # "Kết quả" above "Hoàn thành" are two
    note = _NOTE.match(text, end)
    return role, ordinal, note.end() if note else end
