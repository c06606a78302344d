"""Other processes that do what is dear; started when there is enough to do for them.

They hear no interrupt of their own, and end with the process that started them, however
that one ends: each reads a pipe of which nobody else holds the other end.
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
    from multiprocessing.process import BaseProcess

    Pipe = Connection[Any, Any]

T = TypeVar("T")

# In bytes of text. Less is done before two processes have started and loaded a dictionary.
_WORTH_STARTING = 1_500_000
# So many objects more are made than freed before Python looks for those that nobody needs: as
# the command has it, whoever starts these.
_OBJECTS = 20_000
# In seconds. A process whose pipe is closed ends at once, unless the system holds it.
_PATIENCE = 5.0


def usable_cores() -> int:
    """Count the cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Linux alone knows
        return os.cpu_count() or 1


class Ticket(Generic[T]):
    """Something to be done, here or elsewhere; `size` says about how much of it there is."""

    def __init__(self, workers: Workers, size: int, call: tuple[Any, ...]) -> None:
        """Take what is to be done: a function and its arguments."""
        self.size = size
        self.call = call
        self._workers = workers
        self._answer: tuple[bool, Any] | None = None

    def result(self) -> T:
        """Give what it comes to, at the latest when it is done here."""
        while self._answer is None:
            self._workers.attend(self)
        succeeded, value = self._answer
        if not succeeded:
            raise value
        result: T = value
        return result

    def settle(self, answer: tuple[bool, Any]) -> None:
        """Take the answer; what it was asked with may go."""
        self._answer = answer
        self.call = ()


class _Worker:
    """A process, and the tickets that it has not answered yet, in their order."""

    def __init__(self, process: BaseProcess, pipe: Pipe) -> None:
        self.process = process
        self.pipe = pipe
        self.tickets: deque[Ticket[Any]] = deque()

    @property
    def load(self) -> int:
        return sum(ticket.size for ticket in self.tickets)


class Workers:
    """Up to so many processes; where they are not worth it, all is done in this one."""

    def __init__(self, number: int, warm_up: Callable[[], None]) -> None:
        """Start none yet. What `warm_up` loads, processes may share."""
        alone = multiprocessing.current_process().daemon  # such a one may have no children
        self.number = 1 if alone else number
        self._warm_up = warm_up
        self._crew: list[_Worker] = []
        self._waiting: list[Ticket[Any]] = []

    def submit(self, size: int, function: Callable[..., T], *args: object) -> Ticket[T]:
        """Have a function of a module called, here or elsewhere."""
        ticket: Ticket[T] = Ticket(self, size, (function, *args))
        if self._crew:
            self._send(ticket)
        elif self.number > 1:
            self._waiting.append(ticket)
            if sum(each.size for each in self._waiting) > _WORTH_STARTING:
                self._start()
        return ticket

    def attend(self, ticket: Ticket[Any]) -> None:
        """Do what a ticket asks for, or wait for news of it."""
        if self._crew:
            self._listen(None)
            return
        if ticket in self._waiting:
            self._waiting.remove(ticket)
        function, *args = ticket.call
        ticket.settle((True, function(*args)))

    def close(self) -> None:
        """End all processes; what they have not done stays undone."""
        for worker in self._crew:
            worker.pipe.close()
        for worker in self._crew:
            worker.process.join(_PATIENCE)
            worker.process.kill()
            worker.process.join()
            worker.process.close()
        self._crew.clear()

    def _start(self) -> None:
        copied = _may_be_copied()
        if copied:
            self._warm_up()
        get = multiprocessing.get_context
        context = get("fork") if copied else get("spawn")
        with _uninterrupted(), _frozen():
            for _ in range(self.number):
                ours, theirs = context.Pipe()
                inherited = [w.pipe for w in self._crew] + [ours] if copied else []
                process = context.Process(target=_work, args=(theirs, inherited), daemon=True)
                with closing(theirs):
                    process.start()
                self._crew.append(_Worker(process, ours))
        for ticket in self._waiting:
            self._send(ticket)
        self._waiting.clear()

    def _send(self, ticket: Ticket[Any]) -> None:
        self._listen(0)
        worker = min(self._crew, key=lambda worker: worker.load)
        worker.tickets.append(ticket)
        data = pickle.dumps(ticket.call, pickle.HIGHEST_PROTOCOL)
        with _noticing_loss(worker):
            worker.pipe.send_bytes(data)

    def _listen(self, timeout: float | None) -> None:
        """Take what is answered by now, or the next answer."""
        crew = {worker.pipe: worker for worker in self._crew}
        for pipe in wait(list(crew), timeout):
            worker = crew[pipe]  # type: ignore[index]
            with _noticing_loss(worker):
                data = worker.pipe.recv_bytes()
            answer = pickle.loads(data)  # noqa: S301 (it is our own)
            worker.tickets.popleft().settle(answer)


@contextmanager
def _noticing_loss(worker: _Worker) -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError) as error:  # also in the middle of an answer
        worker.process.join(_PATIENCE)
        raise WorkerLost(worker.process.pid, worker.process.exitcode) from error


def _may_be_copied() -> bool:
    """Tell whether a copy of this process is sound: other threads may hold what it waits for."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Have those that start now hear no signal before they are ready for it."""
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
    """Keep what there is out of the way of collectors, so that copies go on sharing it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _work(pipe: Pipe, inherited: Iterable[Pipe]) -> None:
    """Answer what comes through a pipe, until it is closed."""
    for other in inherited:
        other.close()
    gc.set_threshold(_OBJECTS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    calls: SimpleQueue[bytes] = SimpleQueue()
    answers: SimpleQueue[bytes] = SimpleQueue()
    # With a thread at each end nobody waits for a pipe that is full.
    threading.Thread(target=_receive, args=(pipe, calls), daemon=True).start()
    threading.Thread(target=_reply, args=(pipe, answers), daemon=True).start()
    while True:
        answers.put(_answer(calls.get()))


def _receive(pipe: Pipe, calls: SimpleQueue[bytes]) -> NoReturn:
    with suppress(EOFError, OSError):
        while True:
            calls.put(pipe.recv_bytes())
    os._exit(0)  # nobody is there any more


def _reply(pipe: Pipe, answers: SimpleQueue[bytes]) -> NoReturn:
    with suppress(OSError):
        while True:
            pipe.send_bytes(answers.get())
    os._exit(0)


def _answer(data: bytes) -> bytes:
    """Make a call; a bug comes back with the place where it is."""
    try:
        function, *args = pickle.loads(data)  # noqa: S301 (it is our own)
        return pickle.dumps((True, function(*args)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 (whatever it is, the other process raises it)
        error.add_note(traceback.format_exc())
        return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
