"""Worker processes under supervision: one that dies, or hangs, costs the job in hand and no other.

Each worker holds one job at a time. A job whose worker dies is given to a fresh one; a second death makes it `Lost`.
What a job raises is its answer, `Failed`, and the worker goes on; our own errors say that no job can be done, and end
it all.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from dragoman.errors import DragomanError, WorkerError

J = TypeVar("J")
R = TypeVar("R")

TRIES = 2
"""A second try tells a page that kills from a machine that had no memory left for a moment."""
JOB_SECONDS = 600.0
"""Longest a job may take; the slowest page of the corpora takes under a minute."""
_MOST_FALSE_STARTS = 3
_GRACE_SECONDS = 5.0
_LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Failed:
    """The job raised; ``reason`` is the error in one line."""

    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The job's worker died or hung as often as it was tried."""

    reason: str


def work_supervised(
    open_worker: Callable[[], Callable[[J], R]],
    jobs: Iterable[J],
    *,
    workers: int,
    seconds: float = JOB_SECONDS,
) -> Iterator[tuple[J, R | Failed | Lost]]:
    """Every job with its answer, in the order of completion; jobs are taken only as workers come free.

    Args:
        open_worker: called once in each process; what it returns is called with every job. Both are pickled.
        jobs: pickled one by one.
        workers: how many processes.
        seconds: longest a job may take.

    Raises:
        DragomanError: what ``open_worker`` or a job raised, or that workers die before they can begin.
    """
    crew = _Crew(open_worker, workers, seconds)
    try:
        yield from crew.run(iter(jobs))
    finally:
        crew.dismiss()


@dataclass(slots=True)
class _Task(Generic[J]):
    job: J
    tries: int = 0


@dataclass(slots=True)
class _Worker(Generic[J]):
    process: Any
    pipe: Connection
    ready: bool = False
    task: _Task[J] | None = None
    begun: float = 0.0


class _Crew(Generic[J, R]):
    """The processes and what each is doing."""

    def __init__(self, open_worker: Callable[[], Callable[[J], R]], workers: int, seconds: float) -> None:
        self._open_worker = open_worker
        self._seconds = seconds
        self._context = multiprocessing.get_context("spawn")
        self._again: deque[_Task[J]] = deque()
        self._false_starts = 0
        self._workers = [self._hire() for _ in range(workers)]

    def run(self, jobs: Iterator[J]) -> Iterator[tuple[J, R | Failed | Lost]]:
        """Hand out jobs until none is left and all are answered."""
        exhausted = False
        while True:
            for worker in self._workers:
                if worker.ready and worker.task is None and not exhausted:
                    task = self._next(jobs)
                    exhausted = task is None
                    if task is not None:
                        self._assign(worker, task)
            if exhausted and self._again:
                exhausted = False
                continue
            if exhausted and all(worker.task is None for worker in self._workers):
                return
            yield from self._collect()

    def _next(self, jobs: Iterator[J]) -> _Task[J] | None:
        if self._again:
            return self._again.popleft()
        try:
            return _Task(next(jobs))
        except StopIteration:
            return None

    def _assign(self, worker: _Worker[J], task: _Task[J]) -> None:
        worker.task, worker.begun = task, time.monotonic()
        task.tries += 1
        try:
            worker.pipe.send(task.job)
        except OSError:
            return  # it is dead: `_collect` sees that next

    def _collect(self) -> Iterator[tuple[J, R | Failed | Lost]]:
        ready = set(wait([worker.pipe for worker in self._workers], timeout=_LOOK_SECONDS))
        for number, worker in enumerate(self._workers):
            if worker.pipe in ready:
                try:
                    sign, answer = worker.pipe.recv()
                except (EOFError, OSError, pickle.UnpicklingError):
                    yield from self._replace(number, "died")
                else:
                    yield from self._take(worker, sign, answer)
            elif worker.task is not None and time.monotonic() - worker.begun > self._seconds:
                yield from self._replace(number, f"took more than {self._seconds:.0f} s")

    def _take(self, worker: _Worker[J], sign: str, answer: Any) -> Iterator[tuple[J, R | Failed | Lost]]:
        if sign == "broken":
            raise answer
        if sign == "ready":
            worker.ready = True
        elif worker.task is not None:
            task, worker.task = worker.task, None
            yield task.job, answer

    def _replace(self, number: int, what: str) -> Iterator[tuple[J, R | Failed | Lost]]:
        worker = self._workers[number]
        told = f"its reader {what}{_dismiss(worker)}"
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= _MOST_FALSE_STARTS:
                raise WorkerError(f"readers cannot start: {told}; try fewer workers")
        self._workers[number] = self._hire()
        task = worker.task
        if task is None:
            return
        if task.tries < TRIES:
            self._again.append(task)
        else:
            yield task.job, Lost(f"{told}, {task.tries} times")

    def _hire(self) -> _Worker[J]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._open_worker), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def dismiss(self) -> None:
        """Send everybody home."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_GRACE_SECONDS)


def _dismiss(worker: _Worker[Any]) -> str:
    """Make sure that a process is gone; how it ended, in brackets."""
    worker.process.join(0.1)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join(_GRACE_SECONDS)
        return ""
    code = worker.process.exitcode
    worker.pipe.close()
    return f" (signal {-code})" if code is not None and code < 0 else f" (exit status {code})"


def _serve(pipe: Connection, open_worker: Callable[[], Callable[[Any], Any]]) -> None:
    """The life of a worker; it ends when the other side of the pipe does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the supervisor
    try:
        work = open_worker()
    except DragomanError as error:
        pipe.send(("broken", error))
        return
    pipe.send(("ready", None))
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        try:
            answer = answer_of(work, job)
        except DragomanError as error:
            pipe.send(("broken", error))
            return
        pipe.send(("answer", answer))


def answer_of(work: Callable[[J], R], job: J) -> R | Failed:
    """What ``work`` makes of the job, or how it failed.

    Raises:
        DragomanError: no job could be done: a damaged table, an archive that is gone.
    """
    try:
        return work(job)
    except DragomanError:
        raise
    except Exception as error:  # noqa: BLE001 - one odd page among a hundred thousand may not end the run
        return Failed(f"{type(error).__name__}: {' '.join(str(error).split())}"[:500])
