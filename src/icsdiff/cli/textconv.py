"""``icsdiff git textconv``: a version, or a document, as text whose lines git compares."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from icsdiff.errors import IcsdiffError

_NO_LINES = (".pdf", ".docx")
"""Documents of which a line means nothing, even where it could be printed."""


@click.command("textconv")
@click.argument("file")
def command(file: str) -> None:
    """Print a file for git log; git runs this.

    icsdiff git enable tells it to. A strategy is printed one sentence a line. What cannot be read is printed as it is,
    after a line that says why; of binary content only its size and its digest, so that git still sees a difference.
    """
    from icsdiff.store.files import read_bytes  # noqa: PLC0415  (not for --help)

    path = Path(file)
    data = read_bytes(path)
    try:
        text = _sentences(path, data).encode()
    except IcsdiffError as error:
        text = _as_it_is(path, data, str(error))
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        text = _as_it_is(path, data, f"internal error: {type(error).__name__}: {error}")
    sys.stdout.buffer.write(text)


def _sentences(path: Path, data: bytes) -> str:
    from icsdiff.rendering.transcript import transcript  # noqa: PLC0415
    from icsdiff.versions import read  # noqa: PLC0415

    return transcript(read(data, path.name))


def _as_it_is(path: Path, data: bytes, why: str) -> bytes:
    from icsdiff.rendering.plain import plain  # noqa: PLC0415

    first = plain(f"icsdiff: not read as a strategy: {why}")
    if path.suffix.lower() not in _NO_LINES and b"\0" not in data:
        return f"{first}\n".encode() + data
    from hashlib import sha256  # noqa: PLC0415

    return f"{first} ({len(data):,} bytes, SHA-256 {sha256(data).hexdigest()})\n".encode()
