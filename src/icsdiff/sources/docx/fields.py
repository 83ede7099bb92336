"""Fields of Word: links, page numbers, tables of contents; their code comes first, then the text that it gave."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]\S*))?', re.IGNORECASE)
_ANCHOR = re.compile(r'\\l\s+"([^"]*)"')


@dataclass(slots=True)
class Field:
    """A field while it is read: the text that stands in it is its code until its result begins."""

    code: str = ""
    has_result: bool = False

    @property
    def target(self) -> str:
        """Where it leads, if it is a link."""
        match = _LINK.match(self.code)
        if match is None:
            return ""
        anchor = _ANCHOR.search(self.code)
        return link_target(match["quoted"] or match["bare"] or "", anchor[1] if anchor else "")


def link_target(address: str, anchor: str) -> str:
    """The target of a link; none where it leads to a place that Word has named for itself, as ``_Toc123``.

    A blank or a bracket in it would end it too early.
    """
    anchor = "" if anchor.startswith("_") else anchor
    target = f"{address}#{anchor}" if anchor else address
    return "".join(f"%{ord(sign):02X}" if sign in " ()\t\n" else sign for sign in target.strip())
