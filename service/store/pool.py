"""A fixed number of worker processes, each killed and replaced when a query takes too long."""

from __future__ import annotations

import multiprocessing
import queue
import re
from multiprocessing.connection import Connection
from typing import cast

from service.errors import BadQuery, QueryError, QueryTimeout, QueryTooLarge, StoreError, TooBusy
from service.store.model import Limits
from service.store.worker import Change, Job, Outcome, work

START_SECONDS = 60.0
"""Time for a new process to be ready; far more than it takes, for a machine under load."""

REASON_LENGTH = 80
"""Characters of the engine's own reason that are still worth showing."""


class Pool:
    """Workers started when first needed. Safe to use from several threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(limits.workers):
            self._idle.put(None)

    def run(self, job: Job | Change) -> Outcome:
        """The outcome of ``job``. Raises a :class:`QueryError` where it has none."""
        try:
            worker = self._idle.get(timeout=self._limits.wait)
        except queue.Empty:
            raise TooBusy("Máy chủ đang trả lời nhiều câu hỏi khác.", "Hãy thử lại sau ít giây.") from None
        try:
            if worker is None or not worker.alive():
                worker = _Worker(self._limits.megabytes)
            return _checked(worker.ask(job, self._limits.seconds))
        except (QueryTimeout, QueryTooLarge):
            worker = None
            raise
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the idle workers."""
        for _ in range(self._limits.workers):
            try:
                worker = self._idle.get_nowait()
            except queue.Empty:
                return
            if worker is not None:
                worker.kill()


class _Worker:
    """One process and the pipe to it. Spawned, never forked: the parent has threads and open stores."""

    def __init__(self, megabytes: int) -> None:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._pipe: Connection = here
        self._process = context.Process(target=work, args=(there, megabytes), daemon=True)
        self._process.start()
        there.close()
        if not self._pipe.poll(START_SECONDS) or not self._received():
            self.kill()
            raise StoreError("Không khởi động được tiến trình trả lời truy vấn.")

    def alive(self) -> bool:
        return self._process.is_alive()

    def ask(self, job: Job | Change, seconds: float) -> Outcome:
        """The outcome of ``job``; the process is killed when it gives none in time."""
        try:
            self._pipe.send(job)
            if not self._pipe.poll(seconds):
                raise QueryTimeout(f"Câu truy vấn chạy quá {seconds:g} giây.", "Hãy thu hẹp nó.")
            return cast("Outcome", self._pipe.recv())
        except (EOFError, OSError):
            self.kill()
            raise QueryTooLarge("Câu truy vấn cần quá nhiều bộ nhớ.", "Hãy thu hẹp nó.") from None
        except QueryTimeout:
            self.kill()
            raise

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()

    def _received(self) -> bool:
        try:
            return bool(self._pipe.recv() == "ready")
        except EOFError:
            return False


def _checked(outcome: Outcome) -> Outcome:
    if outcome.problem == "syntax":
        raise BadQuery(f"Câu truy vấn sai cú pháp SPARQL {_place(outcome.text)}.")
    if outcome.problem == "refused":
        raise BadQuery(f"Không cập nhật được: {outcome.text}.")
    if outcome.problem:
        raise QueryError(f"Không trả lời được câu truy vấn: {outcome.text}")
    return outcome


def _place(text: str) -> str:
    """Where the engine stopped; its list of everything it might have expected is left out when long."""
    found = re.match(r"error at (\d+):(\d+): (.*)", text, re.DOTALL)
    if found is None:
        return f"({text.strip()})"
    line, column, reason = found.groups()
    said = f" ({reason.strip()})" if len(reason) <= REASON_LENGTH else ""
    return f"ở dòng {line}, cột {column}{said}"
