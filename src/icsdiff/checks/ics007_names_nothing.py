"""``ICS007``: a link that leads nowhere, or a linkage that names nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from icsdiff.checks.names import Names
from icsdiff.checks.places import objectives
from icsdiff.checks.rule import Case, Fault, Rule, part
from icsdiff.language.references import references

_EMPTY_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\(\s*#?\s*\)")
_EVERY = re.compile(r"\b(?:all|each|every|several|multiple|various|other|any|both)\b[^,;.]*$", re.IGNORECASE)
"""What stands before objectives that are meant without a number."""


def find(case: Case) -> Iterator[Fault]:
    """Links in any field, then linkages with an element and no number."""
    places = Names(case.version)
    for path, text in case.version.fields.items():
        for link in _EMPTY_LINK.finditer(text):
            words = link["words"].strip()
            said = f"The link “{words}” leads nowhere" if words else "A link without words leads nowhere"
            message = f"{said} ({places.whole(path)})"
            yield Fault(message, "Where is it meant to lead?", (part(path, text, *link.span()),))
    for path, name, entity in objectives(case.version):
        linkages = getattr(entity, "linkages", "")
        for reference in references(linkages):
            unnumbered = reference.element and not reference.number and reference.framework
            if unnumbered and not _EVERY.search(linkages, 0, reference.end):
                message = f"A linkage of {name} names no {reference.element}: “{reference.text}”"
                question = f"Which {reference.element} is meant?"
                yield Fault(message, question, (part(f"{path}/linkages", linkages, reference.start, reference.end),))


RULE = Rule(
    "ICS007",
    "empty link or linkage that names nothing",
    "A link without a target is what is left of one that was lost on the way. A linkage that says “objectives” and "
    "gives no number cannot be followed, unless it says that all are meant.",
    "Linkages: “State-USAID JSP objectives; the [Climate Finance Plan](#)”",
    find,
)
