"""One build at a time in a folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from service.errors import StoreBusy, StoreUnwritable
from service.reasons import reason_of


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for one build.

    An SQLite file is the lock because the system lets it go when its process dies, on Windows too;
    a file with a process number would have to be cleaned up after a kill.

    Raises :class:`StoreBusy` when another build holds it, :class:`StoreUnwritable` when it cannot be made.
    """
    try:
        with closing(sqlite3.connect(folder / "build.lock", timeout=0, isolation_level=None)) as held:
            held.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreBusy(
                f"Một lần dựng khác đang ghi vào {folder}.", "Hãy đợi nó xong rồi thử lại."
            ) from None
        raise StoreUnwritable(f"Không ghi được vào {folder}: {reason_of(error)}.") from None
