"""The comment on each change: its kind, whether it matters, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from icsdiff.comparison.redline import STANDING_OVER
from icsdiff.model.changes import Change
from icsdiff.rendering.docx.anchors import Anchor, Difference
from icsdiff.rendering.docx.elements import AUTHOR, Element, Numbers, element, number_of, paragraph, run
from icsdiff.rendering.texts import Texts
from icsdiff.rendering.view.model import Entry

_LENGTH = 300
"""Characters of what a comment tells beside the class; the words themselves stand in the text."""


class Comments:
    """The part of the file that holds the comments, and the marks in the text that lead there."""

    def __init__(self, numbers: Numbers, entries: Mapping[str, Entry], texts: Texts) -> None:
        self._numbers = numbers
        self._texts = texts
        self._entries = entries
        self.part = element("comments")

    def add(self, anchor: Anchor) -> str:
        """A comment; its number."""
        told = (paragraph("CommentText", run(line)) for line in self._lines(anchor.about))
        comment = self._numbers.signed("comment", *told, initials=AUTHOR)
        self.part.append(comment)
        return number_of(comment)

    def _lines(self, about: Difference) -> Iterator[str]:
        if not isinstance(about, Change):
            say = self._texts.say
            yield say("word.rewritten", what=say("rewrites.title"), why=say(f"rewrites.{about.reason}"))
            return
        entry = self._entries[about.id]
        yield f"{entry.kind[:1].upper()}{entry.kind[1:]}"
        if told := self._told(entry):
            yield told if len(told) <= _LENGTH else f"{told[:_LENGTH]} …"
        yield self._texts.because(about)
        yield self._texts.say("word.change", id=about.id)

    def _told(self, entry: Entry) -> str:
        """What the tracked words do not show: what a figure counts, where a sentence came from, which number it was."""
        has_words = entry.subject in ("figure", "linkage", "term") or entry.change.kind in STANDING_OVER
        words = "".join(run.text for run in entry.runs) if has_words else ""
        return f"{self._texts.say('list.label', label=entry.lead) if entry.lead and words else entry.lead}{words}"


def range_mark(name: str, number: str) -> Element:
    """Where a comment's words begin or end."""
    return element(name, id=number)


def reference(number: str) -> Element:
    """The run that holds the comment's sign."""
    return element(
        "r", element("rPr", element("rStyle", val="CommentReference")), element("commentReference", id=number)
    )
