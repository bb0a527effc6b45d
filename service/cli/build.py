"""``cchc build``: documents to the graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import DEFAULT_STORE
from service.cli.own import tell_refused
from service.cli.read import say_empty
from service.cli.safe import say, seen

if TYPE_CHECKING:
    from loaders.errors import LoaderError
    from loaders.people import Note
    from service.build import Progress
    from service.store.model import Manifest

SHOWN = {
    "plans": "kế hoạch",
    "targets": "mục tiêu",
    "tasks": "nhiệm vụ",
    "activities": "hoạt động",
    "agencies": "cơ quan",
    "citations": "viện dẫn",
}
"""The counts of the summary, in its order."""

FINDINGS, UNREADABLE = 1, 3


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Tệp kế hoạch hoặc thư mục chứa chúng; mặc định plans/.", metavar="PATH"),
    ] = None,
    store: Annotated[
        Path, typer.Option("--store", help="Thư mục đồ thị sẽ được ghi.", metavar="STORE")
    ] = Path(DEFAULT_STORE),
    people: Annotated[
        Path | None,
        typer.Option(
            "--people",
            help="Thư mục chứa bảng do người duyệt, sửa; mặc định people/ cạnh kế hoạch.",
            metavar="FOLDER",
        ),
    ] = None,
    registry: Annotated[
        Path | None,
        typer.Option(
            "--registry",
            help="Thư mục danh mục riêng của tỉnh; mặc định registry/ cạnh kế hoạch.",
            metavar="FOLDER",
        ),
    ] = None,
) -> None:
    """Đọc các kế hoạch và dựng đồ thị.

    Đồ thị mới được ghi bên cạnh đồ thị đang dùng rồi mới thay; nếu lỗi hay bị ngắt giữa chừng thì
    đồ thị cũ còn nguyên. Tệp không đọc được thì được kể tên ở cuối (mã kết thúc 3), các tệp khác
    vẫn được nạp. Bảng đã duyệt hoặc đã sửa trong people/ được áp dụng; dòng nào không áp dụng được
    thì được kể tên (mã kết thúc 1); cơ quan, chữ viết tắt và văn bản riêng của tỉnh trong registry/ cũng vậy.

    Ví dụ:

    cchc build

    cchc build plans/ ke-hoach-moi.txt --store ./graph
    """
    from service import build as work

    with _progress() as progress:
        built = work.build(paths or [Path("plans")], store, progress, people, registry)
    if built.manifest is None:
        if not built.failures:
            say_empty(paths or [Path("plans")])
        say("Không đọc được kế hoạch nào; đồ thị giữ nguyên như trước.", err=True)
    else:
        say(_summary(built.manifest, _findings(store)))
    if built.decided or built.corrected:
        say(
            f"Theo people/: {built.decided} quyết định về liên kết, {built.corrected} dòng được sửa hay thêm."
        )
    _tell(built.failures)
    _tell_people(built.notes)
    _tell_unused(paths or [Path("plans")], {"people": people, "registry": registry})
    tell_refused(built.problems)
    if built.failures or built.manifest is None:
        raise typer.Exit(UNREADABLE)
    if built.notes or built.problems:
        raise typer.Exit(FINDINGS)


def _summary(manifest: Manifest, findings: int) -> str:
    counts = [f"{manifest.counts[name]} {word}" for name, word in SHOWN.items()]
    return f"Đã dựng đồ thị: {', '.join(counts)}; {findings} điều cần xem lại (cchc check)."


def _findings(store: Path) -> int:
    """What the checks find that needs work, as ``cchc check`` counts it."""
    from service.store.choose import open_store
    from shapes.check import check
    from shapes.rules import Severity

    opened = open_store(store)
    try:
        return sum(f.severity is not Severity.INFO for f in check(opened))
    finally:
        opened.close()


def _tell(failures: tuple[LoaderError, ...]) -> None:
    if failures:
        say(f"Không nạp được {len(failures)} tệp:", err=True)
    for failure in failures:
        say(f"  {failure.message}", err=True)


def _tell_people(notes: tuple[Note, ...]) -> None:
    if notes:
        say(f"Trong people/ có {len(notes)} điều cần xem lại (tệp vẫn giữ nguyên):", err=True)
    for note in notes:
        say(f"  {note.message}", err=True)


def _tell_unused(paths: list[Path], chosen: dict[str, Path | None]) -> None:
    """Say that a folder of people's work lies here while the one beside the plans counts."""
    from loaders.people import folder_of

    for name, folder in chosen.items():
        here, used = Path(name), folder or folder_of(paths, name)
        if folder is None and here.is_dir() and (used is None or not here.samefile(used)):
            say(
                f"Chưa dùng thư mục {name}/ ở đây: {name}/ được tìm cạnh thư mục kế hoạch. Muốn dùng thì "
                f"chuyển sang đó, hoặc thêm: --{name} {name}",
                err=True,
            )


@contextmanager
def _progress() -> Iterator[Progress]:
    """A progress bar on the screen; nothing where there is none."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Đang làm"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    screen = Console(stderr=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def show(done: int, total: int, name: str) -> None:
            # A file's name is a text of strangers: brackets in it are no markup.
            bar.update(task, completed=done, total=total, description=seen(name).replace("[", r"\["))

        yield show
