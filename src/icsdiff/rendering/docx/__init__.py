"""A change set as a Word document: the whole text, every difference a tracked change with a comment on its class.

With all changes accepted the text is the new version's, with all rejected the old one's. So what is only written
another way is tracked whatever the options say.
"""

from __future__ import annotations

from icsdiff.model.changes import ChangeSet
from icsdiff.rendering import Options
from icsdiff.rendering.docx.body import body
from icsdiff.rendering.docx.comments import Comments
from icsdiff.rendering.docx.elements import Numbers, document, element, paragraph, run
from icsdiff.rendering.docx.front import front, page
from icsdiff.rendering.docx.package import package
from icsdiff.rendering.docx.properties import properties
from icsdiff.rendering.templates import Templates
from icsdiff.rendering.view import view
from icsdiff.rendering.view.entries import everything


def render(changes: ChangeSet, options: Options) -> bytes:
    """The file."""
    templates = Templates(options.templates)
    texts = templates.texts
    seen = view(changes, texts)
    day = changes.new.date or changes.old.date
    date = day.isoformat() if day else ""
    numbers = Numbers(date)
    entries = everything(entry for part in seen.parts for entry in part.entries)
    comments = Comments(numbers, {entry.id: entry for entry in entries}, texts)
    text = element("body", *front(seen, texts), *body(changes, numbers, comments, texts))
    # The last paragraph of a document can be neither inserted nor deleted: so it belongs to neither version.
    text.extend((paragraph("ReportText", run(texts.say("word.end"))), page()))
    parts = {
        "word/document.xml": document(element("document", text)),
        "word/comments.xml": document(comments.part),
        "docProps/core.xml": properties(seen.title, date),
    }
    return package(parts, templates)
