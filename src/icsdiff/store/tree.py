"""A version file's text as a tree of YAML nodes.

PyYAML's C loader composes the tree and no more: every scalar stays the text that was written (``NO``, ``1.10``,
``46:1``) and every node knows its line. What the format has no use for is refused on the way in: anchors, which can
make a small file a huge one, tags, bottomless nesting, a second document.
"""

from __future__ import annotations

import re
from itertools import islice

import yaml

from icsdiff.errors import IcsdiffError, InvalidVersion
from icsdiff.store.unresolved import unresolved

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line to YAML."""
_DEEPEST = 20
"""Levels of nesting; a version file has seven."""

# An escape in a JSON string; groups where it is half of a character beyond the 16 bits of \\u, and its other half.
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)


def tree(text: str, name: str) -> yaml.MappingNode:
    """The root of the tree; ``name`` is the file for messages.

    Raises ``InvalidVersion`` with the one problem that stands in the way.
    """
    if conflict := unresolved(text):
        reason, remedy = "unresolved merge conflict", "keep one of the sides, or both, and remove the markers"
        raise _invalid(reason, name, conflict.line, remedy, conflict.path)
    if text.lstrip().startswith("{"):
        text = _ESCAPE.sub(_whole_character, text)
    try:
        _refuse(text, name)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        raise _unreadable(error, text, name) from None
    except yaml.MarkedYAMLError as error:
        raise _broken(error, text, name) from None
    if not isinstance(root, yaml.MappingNode):
        reason = "this is no structured version: it does not consist of keys and values"
        raise _invalid(reason, name, 1, "if it is a document, read it with icsdiff import")
    return root


def _refuse(text: str, name: str) -> None:
    """Raise at the first event that the format has no use for; nothing is built yet."""
    depth = documents = 0
    lines = LINE_END.split(text)
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _invalid("version files have no anchors or aliases", name, line, "write the text out")
        if tag := getattr(event, "tag", None):
            raise _invalid(f"version files have no tags such as {tag}", name, line, "remove it")
        if isinstance(event, yaml.ScalarEvent) and not event.style and _is_cut(event, lines):
            raise _invalid("what follows # is no text to YAML", name, line, "put the text below a |, or in quotes")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _invalid("a second document begins here", name, line, "keep each version in a file of its own")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _invalid(f"nested more than {_DEEPEST} levels deep", name, line, "check brackets and indentation")


def _is_cut(event: yaml.ScalarEvent, lines: list[str]) -> bool:
    """Whether a # in a text (``the #1 producer``) made its rest a comment; beside a date or a name it is one."""
    end = event.end_mark
    if end is None or end.line >= len(lines):
        return False
    rest = lines[end.line][end.column :].lstrip()
    return rest.startswith("#") and (" " in event.value or not rest.startswith("# "))


def _whole_character(escape: re.Match[str]) -> str:
    """JSON writes an emoji as two escapes; YAML takes neither of them alone."""
    if escape[1] is None:
        return escape[0]
    high, low = int(escape[1], 16), int(escape[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _unreadable(error: yaml.reader.ReaderError, text: str, name: str) -> InvalidVersion:
    character = chr(error.character) if isinstance(error.character, int) else error.character
    line = text.count("\n", 0, text.find(character)) + 1
    return _invalid(f"the control character U+{ord(character):04X} may not stand in YAML", name, line, "remove it")


def _broken(error: yaml.MarkedYAMLError, text: str, name: str) -> InvalidVersion:
    line = error.problem_mark.line if error.problem_mark else None
    if line is not None and _line_at(text, line).lstrip(" ").startswith("\t"):
        return _invalid("a tab in the indentation", name, line + 1, "indent with blanks")
    reason = f"not valid YAML: {error.problem}"
    if error.context and error.context_mark:
        reason = f"{reason} {error.context}, which begins on line {error.context_mark.line + 1}"
    remedy = "check quotes and indentation there, and put a text with a colon or a # in it below a |"
    return _invalid(reason, name, line + 1 if line is not None else None, remedy)


def _line_at(text: str, line: int) -> str:
    return next(islice(LINE_END.split(text), line, None), "")


def _invalid(reason: str, name: str, line: int | None, remedy: str, key: str | None = None) -> InvalidVersion:
    return InvalidVersion(IcsdiffError(reason, file=name, line=line, key=key, remedy=remedy))
