"""Work on bytes from anywhere, done in a process of its own: it may crash, hang or grow without harm."""

from __future__ import annotations

import faulthandler
import os
import pickle
import resource
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from icsdiff.errors import IcsdiffError, UnreadableSource

MOST_SECONDS = 60
MOST_MEMORY = 1 << 30


class Child:
    """A fork that does ``work``, within bounds of time and memory; it holds the bytes already and starts at once.

    ``name`` is the file, for messages.
    """

    def __init__(self, work: Callable[[], Iterable[object]], name: str) -> None:
        self._name = name
        self._pipe, writes = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._pipe)
            _answer(work, writes)
        os.close(writes)

    def answer(self) -> tuple[Any, ...]:
        """What the work gave."""
        with os.fdopen(self._pipe, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(self._process, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
            raise self._refusal(f"reading it takes more than {MOST_SECONDS} seconds")
        if status:
            raise self._refusal(f"pdfium fails on it, or needs more than {MOST_MEMORY >> 30} GB of memory")
        result: tuple[Any, ...] | IcsdiffError = pickle.loads(answer)
        if isinstance(result, IcsdiffError):
            raise result
        return result

    def _refusal(self, reason: str) -> UnreadableSource:
        return UnreadableSource(reason, file=self._name, remedy="open it in a PDF reader and print it into a new file")


def _answer(work: Callable[[], Iterable[object]], pipe: int) -> None:
    """Do the work in the child, and end it there, whatever happens."""
    code = 1
    faulthandler.disable()  # a crash is expected here, and told in one line
    with suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        most = _addresses() + MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        result: tuple[object, ...] | IcsdiffError
        try:
            result = tuple(work())
        except IcsdiffError as error:
            result = error
        with os.fdopen(pipe, "wb") as answer:
            pickle.dump(result, answer, pickle.HIGHEST_PROTOCOL)
        code = 0
    os._exit(code)


def _addresses() -> int:
    """The bytes of address space that the child shares with the process that it comes from, as far as that is known."""
    try:
        with open("/proc/self/statm", encoding="ascii") as sizes:  # noqa: PTH123  (no more imports in the child)
            return int(sizes.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
