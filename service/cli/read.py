"""``cchc read``: what the reader makes of documents, as a table to look at or as records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.safe import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.records import Activity, PlanRecord
    from ontology.registry import Registry

UNREADABLE = 3
"""Exit code where a file could not be read."""
_NAMES = {"--xlsx": "{}-sua.xlsx", "--html": "{}-doi-chieu.html"}
"""What is written where the option stands without a name, by the name of the document."""
TITLES = ("Dòng", "Khoá", "Hoạt động", "Chủ trì", "Phối hợp", "Thời gian", "Kết quả")


def with_names(arguments: Sequence[str]) -> list[str]:
    """``arguments`` of the program, with a name after each bare ``--xlsx`` and ``--html`` of this verb.

    >>> with_names(["read", "plans/ke-hoach.txt", "--xlsx"])
    ['read', 'plans/ke-hoach.txt', '--xlsx', 'ke-hoach-sua.xlsx']
    """
    given = list(arguments)
    files = [word for word in given[1:] if not word.startswith("-")]
    if given[:1] != ["read"] or not files:
        return given
    named: list[str] = []
    for word, after in zip(given, [*given[1:], "-"], strict=True):
        named.append(word)
        if word in _NAMES and after.startswith("-"):
            named.append(_NAMES[word].format(Path(files[0]).stem))
    return named


def read(
    files: Annotated[
        list[Path], typer.Argument(help="Tệp kế hoạch, hoặc thư mục chứa chúng.", metavar="FILE…")
    ],
    json: Annotated[
        bool, typer.Option("--json", help="In dữ liệu đọc được dạng JSON (nhiều tệp: mỗi tệp một dòng).")
    ] = False,
    xlsx: Annotated[
        Path | None,
        typer.Option(
            "--xlsx",
            help="Ghi bảng để người sửa vào tệp này; không nêu tên thì là …-sua.xlsx.",
            metavar="OUT",
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            help="Ghi trang đối chiếu văn bản và bản đọc vào tệp này; không nêu tên thì là …-doi-chieu.html.",
            metavar="OUT",
        ),
    ] = None,
) -> int:
    """Đọc kế hoạch và cho xem đọc được gì: số hiệu, căn cứ, mục tiêu, nhiệm vụ, cơ quan, thời gian.

    Chữ viết tắt riêng của tỉnh trong registry/ cạnh kế hoạch được viết đầy đủ.

    Mã kết thúc: 0 đọc được cả, 3 có tệp không đọc được (các tệp khác vẫn được đọc).

    Ví dụ:

    cchc read ke-hoach.txt

    cchc read plans --json > ke-hoach.jsonl

    cchc read ke-hoach.txt --html doi-chieu.html --xlsx sua.xlsx
    """
    if xlsx or html:
        return _for_people(files, xlsx, html)
    from loaders.errors import LoaderError
    from loaders.reader import documents_in, read_all
    from loaders.records import dump
    from service.cli.own import own_registry

    paths = documents_in(files)
    own = dict(own_registry(files).own_abbreviations)
    failed: list[LoaderError] = []
    for result in read_all(paths, own):
        if isinstance(result, LoaderError):
            failed.append(result)
        elif json:
            sys.stdout.write(dump(result, indent=1 if len(paths) == 1 else None) + "\n")
        else:
            _show(result)
    for error in failed:
        say(error.message, err=True)
    if not paths:
        say_empty(files)
    return UNREADABLE if failed or not paths else 0


def say_empty(folders: list[Path]) -> None:
    """Say that there is nothing to read in ``folders``."""
    names = ", ".join(path.name or str(path) for path in folders)
    say(f"{names}: không có văn bản nào để đọc. Kiểm tra lại thư mục.", err=True)


def _for_people(files: list[Path], xlsx: Path | None, html: Path | None) -> int:
    """Write the sheet to correct and the page to compare of one document."""
    from loaders.formats import read_layout
    from loaders.reader import documents_in
    from loaders.reader import read as read_one
    from service.cli.output import write_bytes
    from service.cli.own import own_registry
    from service.errors import ServiceError

    paths = documents_in(files)
    if len(paths) != 1:
        raise ServiceError(
            f"--xlsx và --html ghi cho đúng một tệp, ở đây có {len(paths)}.", "Hãy gọi riêng từng tệp."
        )
    registry = own_registry(paths)
    plan = read_one(paths[0], dict(registry.own_abbreviations))
    if xlsx:
        write_bytes(_sheet(paths[0], plan, registry, xlsx), xlsx, binary=True)
    if html:
        from service.reading.html import page

        write_bytes(page(plan, read_layout(paths[0])).encode(), html)
    return 0


def _sheet(file: Path, plan: PlanRecord, registry: Registry, output: Path) -> bytes:
    """The sheet to correct, with what people corrected before; what is not in it is told.

    Raises :class:`service.errors.ServiceError` where ``output`` is there: a person may have worked in it.
    """
    from loaders.people import People, abbreviations_in, corrected_reading, folder_of
    from service.errors import ServiceError
    from service.reading.xlsx import sheet_bytes

    if output.exists():
        advice = "Bảng cũ có thể chứa nội dung đã sửa: hãy ghi vào tên khác, hoặc chuyển bảng cũ đi."
        raise ServiceError(f"Đã có {output}.", advice)
    own = dict(registry.own_abbreviations)
    people = People.load(folder_of([file]))
    held = corrected_reading(plan, people, registry, lambda: abbreviations_in([file], own))
    if held.files:
        old = ", ".join(held.files)
        say(f"Bảng mới đã gồm nội dung sửa ở {old}; khi dùng thì bỏ bảng cũ khỏi people/.", err=True)
    for note in (n for n in held.notes if n.place.file in held.files):
        say(f"  Chưa có trong bảng mới: {note.message}", err=True)
    return sheet_bytes(plan, registry, held)


def _show(plan: PlanRecord) -> None:
    """Print ``plan`` for the eye: what it is, its activities, what to look at again."""
    from service.cli.output import show_lines, show_rows

    show_lines(plan.document.title or plan.doc, *(f"{name}: {value}" for name, value in _facts(plan)))
    tasks = {task.key: task.text for task in plan.tasks}
    if plan.activities:
        show_rows(TITLES, [_cells(activity, tasks) for activity in plan.activities])
    show_lines(*(f"Lưu ý, dòng {_place(oddity.lines)}: {oddity.what}" for oddity in plan.oddities))


def _facts(plan: PlanRecord) -> Iterable[tuple[str, str]]:
    from queries.show import date

    document = plan.document
    yield "Tệp", plan.doc
    yield "Số hiệu", document.number or "(chưa ghi số)"
    yield "Cơ quan ban hành", document.issuer or "(không rõ)"
    yield "Ngày", date(document.date) or "(không rõ)"
    counts = (
        (len(plan.sections), "mục"),
        (len(plan.targets), "mục tiêu"),
        (len(plan.tasks), "nhiệm vụ"),
        (len(plan.activities), "hoạt động"),
        (len(plan.citations), "lần dẫn văn bản"),
        (len(plan.measures), "chỉ tiêu số"),
        (len(plan.assignments), "việc giao cơ quan"),
    )
    yield "Đọc được", ", ".join(f"{count} {name}" for count, name in counts)


def _cells(activity: Activity, tasks: dict[str, str]) -> tuple[str, ...]:
    text = activity.text or tasks.get(activity.task or "", "")
    lead, coord = "; ".join(activity.lead), "; ".join(activity.coord)
    place = _place(activity.lines)
    return place, activity.key, text, lead, coord, activity.time or "", activity.product or ""


def _place(lines: tuple[int, int] | None) -> str:
    if lines is None:
        return "?"
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}–{lines[1]}"
