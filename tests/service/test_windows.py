"""What Windows does otherwise, played here: files that others hold, several drives, pipes whose reader has gone."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from service.cli import run
from service.errors import StoreUnwritable
from service.named import shown_names
from service.reasons import reason_of
from service.store import generations
from service.store.generations import Generations
from service.store.model import Manifest

DENIED, SHARED = 5, 32


class Held(PermissionError):
    """An error as Windows raises it, with the number of its own."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "The process cannot access the file")
        self.winerror = number


def held(times: int, real: Callable[..., object]) -> Callable[..., object]:
    """``real``, refused the first ``times`` it is called."""
    left = iter(range(times))

    def step(*arguments: object) -> object:
        if next(left, None) is not None:
            raise Held(DENIED)
        return real(*arguments)

    return step


@pytest.mark.parametrize(("number", "said"), [(SHARED, "hãy đóng lại"), (DENIED, "không có quyền ghi, hoặc")])
def test_a_file_that_another_program_has_open_is_told(number: int, said: str) -> None:
    assert said in reason_of(Held(number))


@pytest.mark.parametrize("name", ["rename", "replace"])
def test_a_build_waits_while_others_hold_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(generations, "PAUSE", 0)
    monkeypatch.setattr(Path, name, held(3, getattr(Path, name)))
    Generations(tmp_path).write([], Manifest())
    assert Generations(tmp_path).current().name == "1"


def test_a_build_whose_files_stay_held_says_so_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Generations(tmp_path).write([], Manifest())
    monkeypatch.setattr(generations, "PAUSE", 0)
    monkeypatch.setattr(Path, "rename", held(1000, Path.rename))
    with pytest.raises(StoreUnwritable, match=r"đang mở ở chương trình khác.*Đồ thị cũ còn nguyên"):
        Generations(tmp_path).write([], Manifest())
    assert Generations(tmp_path).current().name == "1"


def test_files_of_one_name_on_two_drives_go_by_their_whole_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    def differ(_: object) -> str:
        raise ValueError("Paths don't have the same drive")

    monkeypatch.setattr(os.path, "commonpath", differ)
    files = [Path("/c/ke-hoach.txt"), Path("/e/ke-hoach.txt")]
    assert list(shown_names(files).values()) == ["/c/ke-hoach.txt", "/e/ke-hoach.txt"]


@pytest.mark.parametrize(("system", "code"), [("win32", 0), ("linux", 70)])
def test_a_pipe_whose_reader_has_gone_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, system: str, code: int
) -> None:
    def gone(*_: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("service.store.choose.open_store", gone)
    monkeypatch.setattr("sys.platform", system)
    assert run(["ask", "plans"]) == code
