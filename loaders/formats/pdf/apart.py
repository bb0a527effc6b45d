"""pdfium kept apart: files of strangers are opened in a process of their own.

A PDF can hold a few bytes that unpack to gigabytes, or forms that draw one another without end, and pdfium
answers nobody until it is through. So it works in a process that ends itself when a page takes too long or
memory runs out; the next file gets a new one. One process serves all files of its reader, so that starting
it counts once (docs/decisions/106-pdf-in-a-process-of-its-own.md).
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import UnreadableFile
from loaders.formats.pdf.page import Page, Rule, Word

__all__ = ["pages_apart"]

_ROOT = Path(__file__).parents[2]
_lock = threading.Lock()
_helpers: list[subprocess.Popen[bytes]] = []


def pages_apart(path: Path, data: bytes) -> list[Page]:
    """The pages of the PDF file with the bytes ``data``, as ``pdf/file.pages_of`` gives them.

    Raises ``UnreadableFile`` as that does, and where the file takes too much time or memory.
    """
    with _lock:
        helper = _helper()
        try:
            return list(_asked(helper, path, data))
        except (OSError, EOFError) as error:
            _end()
            advice = "In lại tệp thành PDF (Print to PDF) rồi đọc lại."
            raise UnreadableFile(path, "tệp PDF cần quá nhiều thời gian hoặc bộ nhớ.", advice) from error
        except BaseException as error:
            if not isinstance(error, UnreadableFile):
                _end()  # answers may be on their way
            raise


def _asked(helper: subprocess.Popen[bytes], path: Path, data: bytes) -> Iterator[Page]:
    assert helper.stdin and helper.stdout  # noqa: S101 - both are pipes
    helper.stdin.write(len(data).to_bytes(8, "big"))
    helper.stdin.write(data)
    helper.stdin.flush()
    for line in helper.stdout:
        answer = json.loads(line)
        if "page" in answer:
            number, width, height, words, rules, pictured = answer["page"]
            kept = tuple(Word(*word) for word in words)
            yield Page(number, width, height, kept, tuple(Rule(*rule) for rule in rules), pictured)
        elif "refused" in answer:
            raise UnreadableFile(path, *answer["refused"])
        elif "done" in answer:
            return
    raise EOFError


def _helper() -> subprocess.Popen[bytes]:
    """The process that serves, started where there is none."""
    if _helpers and _helpers[0].poll() is not None:
        _end()
    if not _helpers:
        path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        # -P: modules are never taken from the folder of the documents, where the reader may be called
        command = [sys.executable, "-P", "-m", "loaders.formats.pdf.file"]
        _helpers.append(
            subprocess.Popen(  # noqa: S603 - this program again, with fixed arguments
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": path},
            )
        )
    return _helpers[0]


@atexit.register
def _end() -> None:
    while _helpers:
        helper = _helpers.pop()
        helper.kill()
        with contextlib.suppress(OSError):
            helper.communicate()
