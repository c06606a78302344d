"""A pool of processes for the CPU-heavy steps, started once there is enough work for them.

Workers ignore interrupts. They end with the process that started them, however that one ends:
each reads from a pipe whose other end nobody else holds.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from contextlib import closing, contextmanager, suppress
from multiprocessing.connection import wait
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from newsarc.errors import WorkerLost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    Pipe = Connection[Any, Any]

T = TypeVar("T")

# In bytes of text. Less work is done before two processes have started and loaded a dictionary.
_WORTH_STARTING = 1_500_000
# Garbage-collector threshold of a worker; the default of some hundred objects costs a tenth of an
# ingestion, and finds next to nothing. The command line sets the same for its own process.
_GC_THRESHOLD = 20_000
# In seconds. A worker ends at once when its pipe is closed, unless the system holds it.
_SECONDS_TO_END = 5.0


def usable_cores() -> int:
    """Return the number of cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux knows
        return os.cpu_count() or 1


class Task(Generic[T]):
    """A call for a worker, or for this process. `size` estimates the work, in bytes of text."""

    def __init__(self, pool: WorkerPool, size: int, call: tuple[Any, ...]) -> None:
        """Take the call as a tuple of the function and its arguments."""
        self.size = size
        self.call = call
        self._pool = pool
        self._answer: tuple[bool, Any] | None = None

    def result(self) -> T:
        """Wait for what the call returns, and return it or raise what it raises.

        Raises WorkerLost if the worker ended early.
        """
        while self._answer is None:
            self._pool.advance(self)
        succeeded, value = self._answer
        if not succeeded:
            raise value
        result: T = value
        return result

    def finish(self, answer: tuple[bool, Any]) -> None:
        """Store the answer: whether the call succeeded, and its result or its exception."""
        self._answer = answer
        self.call = ()


class _Worker:
    """A process and its unfinished tasks, in the order in which it answers them."""

    def __init__(self, process: BaseProcess, pipe: Pipe) -> None:
        self.process = process
        self.pipe = pipe
        self.tasks: deque[Task[Any]] = deque()

    @property
    def load(self) -> int:
        return sum(task.size for task in self.tasks)


class WorkerPool:
    """At most `number` worker processes; with one, or with little work, this process does it all.

    `warm_up` loads what all workers need. On Linux it runs once before they are forked, so that
    they share the memory.
    """

    def __init__(self, number: int, warm_up: Callable[[], None]) -> None:
        """Start no process yet."""
        is_daemon = multiprocessing.current_process().daemon  # may not have children
        self.number = 1 if is_daemon else number
        self._warm_up = warm_up
        self._workers: list[_Worker] = []
        self._waiting: list[Task[Any]] = []

    def submit(self, size: int, function: Callable[..., T], *args: object) -> Task[T]:
        """Have a module's function called; function and arguments must be picklable."""
        task: Task[T] = Task(self, size, (function, *args))
        if self._workers:
            self._send(task)
        elif self.number > 1:
            self._waiting.append(task)
            if sum(each.size for each in self._waiting) > _WORTH_STARTING:
                self._start()
        return task

    def advance(self, task: Task[Any]) -> None:
        """Wait for the next answers of workers; without workers, do the task here."""
        if self._workers:
            self._receive(None)
            return
        if task in self._waiting:
            self._waiting.remove(task)
        function, *args = task.call
        task.finish((True, function(*args)))

    def close(self) -> None:
        """End all workers. Unfinished tasks are lost."""
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(_SECONDS_TO_END)
            worker.process.kill()
            worker.process.join()
            worker.process.close()
        self._workers.clear()

    def _start(self) -> None:
        is_forked = _may_fork()
        if is_forked:
            self._warm_up()
        get = multiprocessing.get_context
        context = get("fork") if is_forked else get("spawn")
        with _signals_blocked(), _frozen():
            for _ in range(self.number):
                self._workers.append(self._started(context, is_forked=is_forked))
        for task in self._waiting:
            self._send(task)
        self._waiting.clear()

    def _started(self, context: BaseContext, *, is_forked: bool) -> _Worker:
        ours, theirs = context.Pipe()
        # A fork has copies of our ends of all pipes so far, and must close them.
        inherited = [*(worker.pipe for worker in self._workers), ours] if is_forked else []
        process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_work, args=(theirs, inherited), daemon=True
        )
        with closing(theirs):
            process.start()
        return _Worker(process, ours)

    def _send(self, task: Task[Any]) -> None:
        self._receive(0)
        worker = min(self._workers, key=lambda worker: worker.load)
        worker.tasks.append(task)
        data = pickle.dumps(task.call, pickle.HIGHEST_PROTOCOL)
        with _noticing_loss(worker):
            worker.pipe.send_bytes(data)

    def _receive(self, timeout: float | None) -> None:
        """Receive all answers that are ready; wait up to `timeout` seconds (None: for ever)."""
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(by_pipe), timeout):
            worker = by_pipe[pipe]  # type: ignore[index]
            with _noticing_loss(worker):
                data = worker.pipe.recv_bytes()
            answer = pickle.loads(data)  # noqa: S301 (our own worker sent it)
            worker.tasks.popleft().finish(answer)


@contextmanager
def _noticing_loss(worker: _Worker) -> Iterator[None]:
    """Raise WorkerLost if the worker's pipe breaks."""
    try:
        yield
    except (EOFError, OSError) as error:  # also in the middle of an answer
        worker.process.join(_SECONDS_TO_END)
        raise WorkerLost(worker.process.pid, worker.process.exitcode) from error


def _may_fork() -> bool:
    """Whether a fork is safe: other threads may hold locks that the copy would wait for."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Keep signals from processes that start now until they are ready for them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _frozen() -> Iterator[None]:
    """Hide all present objects from the garbage collector, so that forks go on sharing them."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _work(pipe: Pipe, inherited: Iterable[Pipe]) -> None:
    """Answer the calls that come through a pipe until it is closed."""
    for other in inherited:
        other.close()
    gc.set_threshold(_GC_THRESHOLD)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    calls: SimpleQueue[bytes] = SimpleQueue()
    answers: SimpleQueue[bytes] = SimpleQueue()
    # A thread at each end, so that neither side waits for a full pipe.
    threading.Thread(target=_receive_calls, args=(pipe, calls), daemon=True).start()
    threading.Thread(target=_send_answers, args=(pipe, answers), daemon=True).start()
    while True:
        answers.put(_answer(calls.get()))


def _receive_calls(pipe: Pipe, calls: SimpleQueue[bytes]) -> NoReturn:
    with suppress(EOFError, OSError):
        while True:
            calls.put(pipe.recv_bytes())
    os._exit(0)  # the pool is gone


def _send_answers(pipe: Pipe, answers: SimpleQueue[bytes]) -> NoReturn:
    with suppress(OSError):
        while True:
            pipe.send_bytes(answers.get())
    os._exit(0)


def _answer(data: bytes) -> bytes:
    """Make a call and return its answer pickled; an exception carries its traceback as a note."""
    try:
        function, *args = pickle.loads(data)  # noqa: S301 (our own pool sent it)
        return pickle.dumps((True, function(*args)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 (whatever it is, `Task.result` raises it)
        error.add_note(traceback.format_exc())
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
