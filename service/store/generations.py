"""The folder of generations: a new graph is written beside the current one, then switched to.

    graph/current              number of the current generation, replaced in one step
    graph/generations/7/       db/ (the engine's files) and manifest.json; never changed once it is there
    graph/generations/8.new/   being written; a leftover if its build was killed
    graph/sources/<sha256>     the documents as they were read, shared by the generations
    graph/build.lock           held by the build at work

A build killed at any moment leaves ``current`` as it was: the folder gets its final name only when
it is whole, and the pointer is replaced only after that (docs/decisions/301-generations.md).
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from service.errors import NoStore, StoreError, StoreUnwritable
from service.reasons import is_held, reason_of
from service.store.lock import build_lock
from service.store.manifest import REBUILD, read_manifest, write_manifest
from service.store.model import Manifest

KEPT = 2
"""The current generation and the one before it."""

TRIES, PAUSE = 20, 0.1
"""How often, and after how many seconds, a renaming is tried again while another program holds the file."""

DATABASE, MANIFEST, SOURCES = "db", "manifest.json", "sources"


class Generations:
    """The generations under ``root``; nothing is created before :meth:`write`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / "generations"
        self._pointer = root / "current"

    def current(self) -> Path:
        """The folder of the current generation. Raises :class:`NoStore`."""
        try:
            number = self._pointer.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            raise NoStore(
                f"Chưa có đồ thị nào trong {self.root}.", "Hãy dựng trước bằng: cchc build"
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"Không đọc được {self._pointer}: {reason_of(error)}.") from error
        folder = self._folder / number
        if not (number.isdecimal() and folder.is_dir()):
            raise StoreError(f"Thư mục {self.root} bị hỏng: thiếu thế hệ {number!r}.", REBUILD)
        return folder

    def write(
        self,
        quads: Iterable[str],
        manifest: Manifest,
        documents: Mapping[str, bytes] | None = None,
        count: Callable[[ox.Store], Mapping[str, int]] = lambda _: {},
        derive: Callable[[ox.Store, Path], None] = lambda *_: None,
    ) -> Manifest:
        """Write a new generation, open and count it, and switch to it.

        ``quads`` are N-Quads in blocks, in a fixed order; ``documents`` the sources' bytes by their sha256;
        ``count`` counts the finished graph, ``derive`` writes what follows from it into the folder.
        Returns the manifest with ``digest`` and ``counts``.
        Raises :class:`StoreBusy` or :class:`StoreUnwritable`; the current generation stays as it was.
        """
        with _writing(self.root):
            self._folder.mkdir(parents=True, exist_ok=True)
            with build_lock(self.root):
                self._drop_leftovers()
                return self._write(quads, manifest, documents or {}, count, derive)

    def change(self, apply: Callable[[Path], object]) -> None:
        """Switch to a copy of the current generation whose database ``apply`` has changed.

        ``apply`` gets the folder of the copied database; whatever it raises leaves all as it was.
        What was derived from the old content is not copied, and the manifest's ``digest`` is dropped.
        Raises :class:`StoreBusy` or :class:`StoreUnwritable`.
        """
        with _writing(self.root), build_lock(self.root):
            self._drop_leftovers()
            old, number = self.current(), max(self._numbers()) + 1
            new = self._folder / f"{number}.new"
            shutil.copytree(old / DATABASE, new / DATABASE)
            apply(new / DATABASE)
            quads = len(ox.Store.read_only(str(new / DATABASE)))
            manifest = replace(read_manifest(old / MANIFEST), digest="", counts={"quads": quads})
            self._switch(number, manifest)
        self.prune()

    def prune(self) -> None:
        """Remove what neither the current nor the previous generation needs; done when a program starts.

        A file still open elsewhere (Windows) stays until the next start; a build at work is left alone.
        """
        with contextlib.suppress(StoreError, OSError), build_lock(self.root):
            current = int(self.current().name)
            kept = [n for n in self._numbers() if n <= current][-KEPT:]
            for number in set(self._numbers()) - set(kept):
                shutil.rmtree(self._folder / str(number), ignore_errors=True)
            self._drop_leftovers()
            used = {s.sha256 for n in kept for s in read_manifest(self._folder / str(n) / MANIFEST).sources}
            for file in (self.root / SOURCES).glob("*"):
                if file.name not in used:
                    file.unlink()

    def _write(
        self,
        quads: Iterable[str],
        manifest: Manifest,
        documents: Mapping[str, bytes],
        count: Callable[[ox.Store], Mapping[str, int]],
        derive: Callable[[ox.Store, Path], None],
    ) -> Manifest:
        number = max(self._numbers(), default=0) + 1
        new = self._folder / f"{number}.new"
        new.mkdir()
        digest = _load(new / DATABASE, quads)
        store = ox.Store.read_only(str(new / DATABASE))
        manifest = replace(manifest, digest=digest, counts={"quads": len(store), **count(store)})
        derive(store, new)
        del store
        self._keep(documents)
        self._switch(number, manifest)
        return manifest

    def _switch(self, number: int, manifest: Manifest) -> None:
        """Give the whole new folder its manifest and its name, then point to it."""
        new = self._folder / f"{number}.new"
        write_manifest(manifest, new / MANIFEST)
        _patiently(lambda: new.rename(self._folder / str(number)))
        _replace(self._pointer, f"{number}\n".encode())

    def _numbers(self) -> list[int]:
        """The finished generations, oldest first; one above the current was never switched to."""
        return sorted(int(p.name) for p in self._folder.glob("*") if p.name.isdecimal())

    def _drop_leftovers(self) -> None:
        for leftover in self._folder.glob("*.new"):
            shutil.rmtree(leftover, ignore_errors=True)

    def _keep(self, documents: Mapping[str, bytes]) -> None:
        folder = self.root / SOURCES
        folder.mkdir(exist_ok=True)
        for sha256, body in documents.items():
            if not (folder / sha256).exists():
                _replace(folder / sha256, body)


@contextlib.contextmanager
def _writing(root: Path) -> Iterator[None]:
    """Tells what the system refuses while ``root`` is written to."""
    try:
        yield
    except OSError as error:
        raise StoreUnwritable(
            f"Không ghi được đồ thị vào {root}: {reason_of(error)}.",
            "Đồ thị cũ còn nguyên; hãy kiểm tra ổ đĩa và quyền ghi.",
        ) from error


def _load(folder: Path, quads: Iterable[str]) -> str:
    """Write ``quads`` into a new store in ``folder``; their sha256 in the order given."""
    stream = _Stream(quads)
    store = ox.Store(str(folder))
    store.bulk_load(input=cast("IO[bytes]", stream), format=ox.RdfFormat.N_QUADS)
    store.flush()
    return stream.digest.hexdigest()


class _Stream(io.RawIOBase):
    """Blocks of text as one binary file for the engine, which reads it as it comes; hashed on the way."""

    def __init__(self, blocks: Iterable[str]) -> None:
        self.digest = hashlib.sha256()
        self._blocks = iter(blocks)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes; all of the next block where the engine does not say."""
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return b""
            # A view, so that a large block is not copied anew for each piece the engine takes.
            self._rest = memoryview(block.encode())
            self.digest.update(self._rest)
        size = len(self._rest) if size < 0 else size
        out, self._rest = bytes(self._rest[:size]), self._rest[size:]
        return out


def _replace(file: Path, body: bytes) -> None:
    """Put ``body`` in place of ``file`` in one step, on the disk before it is seen."""
    new = file.with_name(file.name + ".new")
    with new.open("wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())
    _patiently(lambda: new.replace(file))


def _patiently(step: Callable[[], object]) -> None:
    """Take ``step``, again while others hold the file: on Windows a virus scanner stops a renaming."""
    for _ in range(TRIES):
        try:
            step()
        except OSError as error:
            if not is_held(error):
                raise
            time.sleep(PAUSE)
        else:
            return
    step()
