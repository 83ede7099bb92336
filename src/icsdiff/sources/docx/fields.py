"""Fields of Word: links, page numbers, tables of contents; their code comes first, then the text that it gave."""

from __future__ import annotations

import re
from dataclasses import dataclass

from icsdiff.sources.office.text import link_target

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
        return target_of(match["quoted"] or match["bare"] or "", anchor[1] if anchor else "")


def target_of(address: str, anchor: str) -> str:
    """The target of a link; none where it leads to a place that Word has named for itself, as ``_Toc123``."""
    anchor = "" if anchor.startswith("_") else anchor
    return link_target(f"{address}#{anchor}" if anchor else address)
