"""Nothing that a plan or the name of a file holds gives orders to a terminal."""

from pathlib import Path
from typing import Any

import pytest

from service.cli.safe import seen

PLAN = Path(__file__).parents[3] / "plans" / "so-khdt-tuyen-quang-2023.txt"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("KẾ HOẠCH\tnăm 2024\r\ndòng sau\n", "KẾ HOẠCH\tnăm 2024\r\ndòng sau\n"),
        ("\x1b[31mđỏ\x1b[0m", "\ufffd[31mđỏ\ufffd[0m"),
        ("che\rđi", "che\ufffdđi"),
        ("\x9b2J\x07\u202egnp.exe", "\ufffd2J\ufffd\ufffdgnp.exe"),
    ],
)
def test_what_a_terminal_obeys_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert seen(text) == shown


@pytest.mark.parametrize(
    "verb", [["read"], ["build", "--store", "esc"], ["check"], ["read", "--json"]], ids=" ".join
)
def test_the_name_of_a_file_gives_no_orders(cchc: Any, tmp_path: Path, verb: list[str]) -> None:
    good, empty = tmp_path / "\x1b[2Jtốt.txt", tmp_path / "\x1b[2Jrỗng.txt"
    good.write_bytes(PLAN.read_bytes())
    empty.write_bytes(b"")
    files = [good] if verb[0] == "check" else [good, empty]
    done = cchc(verb[0], *map(str, files), *verb[1:])
    assert "tốt.txt" in done.text + done.err or verb[0] == "build"
    assert "\x1b" not in done.err
    assert "\x1b" not in done.text or verb[0] == "check", "a file takes it as it is"
