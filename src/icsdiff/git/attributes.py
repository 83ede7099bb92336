"""icsdiff's lines in a file of git attributes: put in and taken out again, every other byte left as it is.

They stand first, because the last line that fits a file is the one that counts: what a user writes overrules them.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8

# Where versions and their sources lie, at any depth; and what git asks of icsdiff about them.
_LINES = """\
**/versions/*/*.yaml diff=icsdiff merge=icsdiff
**/versions/*/*.yml diff=icsdiff merge=icsdiff
**/versions/*/*.json diff=icsdiff
**/versions/**/*.pdf diff=icsdiff
**/versions/**/*.docx diff=icsdiff
"""
_BEGIN = "# icsdiff: these lines are kept by `icsdiff git enable`, and taken out by `icsdiff git disable`."
_BEGIN_OF_FILE = f"{_BEGIN} It made this file, too."
_END = "# icsdiff: end"
_BLOCK = re.compile(rf"{re.escape(_BEGIN)}(?P<made> It made this file, too\.)?\r?\n(?:.*\n)*?{_END}\r?\n".encode())


def block_in(content: bytes) -> bytes | None:
    """The lines of icsdiff in the file, with the marks around them."""
    found = _BLOCK.search(content)
    return found[0] if found else None


def is_up_to_date(block: bytes) -> bool:
    """Whether the lines are those that this icsdiff would write."""
    return block.replace(b"\r\n", b"\n") in (_block(made=True), _block(made=False))


def with_block(content: bytes | None) -> bytes:
    """The file with icsdiff's lines, once; None is a file that does not exist."""
    if content is None:
        return _block(made=True)
    if found := _BLOCK.search(content):
        return content[: found.start()] + _block(made=bool(found["made"])) + content[found.end() :]
    start = len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0
    return content[:start] + _block(made=False) + content[start:]


def without_block(content: bytes) -> bytes | None:
    """The file without icsdiff's lines; None where ``with_block`` had made the file, and nothing else is in it."""
    found = _BLOCK.search(content)
    if found is None:
        return content
    rest = content[: found.start()] + content[found.end() :]
    return None if found["made"] and not rest else rest


def _block(*, made: bool) -> bytes:
    return f"{_BEGIN_OF_FILE if made else _BEGIN}\n{_LINES}{_END}\n".encode()
