"""What the system and the engines refuse, in Vietnamese."""

import errno
import os
from pathlib import Path

import pytest

from service.errors import StoreError
from service.reasons import reason_of
from service.store.choose import open_store
from service.store.generations import Generations
from service.store.model import Manifest

SAID = [
    (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "đĩa đã đầy"),
    (OSError("IO error: No space left on device: While appending to file: graph/1.sst"), "đĩa đã đầy"),
    (OSError("IO error: While appending: 1.sst: File too large"), "tệp lớn hơn mức được phép"),
    (
        RuntimeError("Corruption: Sst file size mismatch between expected 1236 and file system 100"),
        "tệp bị hỏng",
    ),
    (NotADirectoryError(errno.ENOTDIR, "Not a directory", "x/current"), "đây không phải là thư mục"),
    (ValueError("attempt to write a readonly database"), "không có quyền ghi"),
    (
        OSError("<urlopen error [Errno 111] Connection refused>"),
        "không có chương trình nào trả lời ở địa chỉ đó",
    ),
    (ValueError("something never seen."), "something never seen"),
]


@pytest.mark.parametrize(("error", "reason"), SAID, ids=[reason for _, reason in SAID])
def test_the_usual_reasons_are_told_in_vietnamese(error: Exception, reason: str) -> None:
    assert reason_of(error) == reason


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("current", "đây là thư mục"),
        ("generations/1/manifest.json", "tệp bị hỏng"),
        ("generations/1/db/CURRENT", "Không mở được đồ thị"),
    ],
)
def test_a_damaged_graph_is_told_in_one_vietnamese_line(tmp_path: Path, broken: str, said: str) -> None:
    Generations(tmp_path).write(["<http://a/> <http://b/> <http://c/> <http://g/> .\n"], Manifest())
    file = tmp_path / broken
    file.unlink()
    if broken == "current":
        file.mkdir()
    else:
        file.write_bytes(b"\x00")
    with pytest.raises(StoreError, match=said) as told:
        open_store(tmp_path).select("SELECT * { ?s ?p ?o }")
    assert "Errno" not in told.value.message
    assert "\n" not in told.value.message
