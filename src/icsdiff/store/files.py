"""Reading a file whole, and writing one whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from icsdiff.errors import UnreadableSource, UnwritableOutput

_REMEDIES = {
    errno.EACCES: "ask for permission, or choose another place",
    errno.EDQUOT: "free some space, or choose another place",
    errno.EISDIR: "name a file in it",
    errno.ELOOP: "the symbolic links lead in a circle; name a file",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOENT: "check its name and folder",
    errno.ENOSPC: "free some space, or choose another place",
    errno.ENOTDIR: "a file stands where its name says a folder is; check the name",
    errno.EPERM: "ask for permission, or choose another place",
    errno.EROFS: "choose another place",
}
_LARGEST = 200 * 10**6
"""Bytes of a file at most; a strategy of ten thousand objectives has forty million."""
_OPEN_FILES = (Path("/dev/fd"), Path("/proc/self/fd"))


def folders_upward(start: Path | None = None) -> Iterator[Path]:
    """The folder of a file, or the working directory where there is no such file, and those above it.

    None where the working directory is gone.
    """
    try:
        here = Path.cwd()
    except OSError:
        return
    if start is not None and os.path.lexists(start):
        here = Path(os.path.normpath(here / start))
        here = here if here.is_dir() else here.parent
    yield from (here, *here.parents)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; ``UnreadableSource`` where there is none, it cannot be read, or no strategy is so large."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        reason = f"cannot be read: {_reason(error)}"
        raise UnreadableSource(reason, file=str(path), remedy=_remedy(error)) from None
    if len(data) > _LARGEST:
        reason = f"larger than {_LARGEST // 10**6} MB, as no strategy is"
        raise UnreadableSource(reason, file=str(path), remedy="check that this is the file you mean")
    return data


def decode(data: bytes, name: str) -> str:
    """The text in UTF-8, without a byte order mark; ``UnreadableSource`` says at which byte it is something else."""
    if b"\0" in data:
        reason, remedy = f"a zero byte at offset {data.index(0)}: this is no text in UTF-8", "save it as UTF-8 text"
        raise UnreadableSource(reason, file=name, remedy=remedy)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(error.object)  # the decoder does not count a byte order mark
        reason = f"not valid UTF-8 at byte offset {at} (0x{data[at]:02x})"
        line = data.count(b"\n", 0, at) + 1
        raise UnreadableSource(reason, file=name, line=line, remedy="save it as UTF-8") from None
    if not text.strip():
        raise UnreadableSource("the file is empty", file=name, remedy="give one with text in it")
    return text


def is_same_file(one: str, other: str) -> bool:
    """Whether two names lead to one file that exists."""
    try:
        return Path(one).is_file() and Path(one).samefile(other)
    except OSError:
        return False


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it there: a reader finds the old file or the new one, never a part.

    The mode of a file that is replaced stays; a symbolic link stays, and what it leads to is replaced. Devices, pipes
    and files that are open already (``/dev/stdout``) take the bytes as they are. Raises ``UnwritableOutput``.
    """
    try:
        if _takes_bytes(path):
            with path.open("ab") as stream:
                stream.write(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        missing = error.errno == errno.ENOENT
        reason = "its folder does not exist" if missing else f"cannot be written: {_reason(error)}"
        remedy = f"make the folder {path.parent} first" if missing else _remedy(error)
        raise UnwritableOutput(reason, file=str(path), remedy=remedy) from None


def _takes_bytes(path: Path) -> bool:
    """Whether there is no file to rename over; appending leaves alone what an open file holds."""
    if path.parent in _OPEN_FILES or path in (Path("/dev/stdout"), Path("/dev/stderr")):
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def _replace(target: Path, data: bytes) -> None:
    mode = _mode(target)
    beside = target.with_name(f".icsdiff-{os.urandom(8).hex()}")
    try:
        with beside.open("xb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int | None:
    """The permissions of the file that will be replaced, if there is one; what is read-only stays as it is."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not target.exists():
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(target.stat().st_mode)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _remedy(error: OSError) -> str:
    return _REMEDIES.get(error.errno or 0, "choose another file")
