"""Work on bytes from anywhere, done in a process of its own: it may crash, hang or grow, and nothing else does."""

from __future__ import annotations

import os
import pickle
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from icsdiff.errors import IcsdiffError, UnreadableSource

MOST_SECONDS = 120
MOST_MEMORY = 2 << 30
_REMEDY = "open it in a PDF reader and print it into a new file"

_Result = TypeVar("_Result")


def apart(work: Callable[[], Iterator[_Result]], name: str) -> tuple[_Result, ...]:
    """What ``work`` gives, within bounds of time and memory; ``name`` is the file, for messages.

    The child is a fork: it holds the bytes already, and starts at once.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _answer(work, writes)
    os.close(writes)
    with os.fdopen(reads, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
        reason = f"reading it takes longer than {MOST_SECONDS} seconds"
        raise UnreadableSource(reason, file=name, remedy=_REMEDY)
    if status:
        reason = f"it makes the PDF library fail, or needs more than {MOST_MEMORY >> 30} GB of memory"
        raise UnreadableSource(reason, file=name, remedy=_REMEDY)
    result = pickle.loads(answer)
    if isinstance(result, tuple):
        return result
    raise UnreadableSource(result["reason"], file=name, remedy=result["remedy"])


def _answer(work: Callable[[], Iterator[_Result]], pipe: int) -> None:
    """Do the work in the child, and end it there, whatever happens."""
    code = 1
    with suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        result: object
        try:
            result = tuple(work())
        except IcsdiffError as error:
            result = {"reason": error.reason, "remedy": error.remedy}
        with os.fdopen(pipe, "wb") as answer:
            pickle.dump(result, answer, pickle.HIGHEST_PROTOCOL)
        code = 0
    os._exit(code)
