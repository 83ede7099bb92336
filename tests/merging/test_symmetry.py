"""Which side is ours decides only what stands first of two insertions, and which side a conflict is told from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from hypothesis import given

from icsdiff.language.references import references
from icsdiff.merging.merge import merge
from icsdiff.merging.merged import flipped
from icsdiff.model.version import Version
from triples import TRIPLES, Triple


def said(version: Version) -> dict[str, Hashable]:
    """By field, its references if it lists any, else its words; the order plays no part."""
    return {path: _said(path, text) for path, text in version.fields.items()}


def _said(path: str, text: str) -> Hashable:
    cited = references(text) if path.endswith("/linkages") else ()
    return frozenset((e.key, e.particulars) for e in cited) or frozenset(Counter(text.split()).items())


@given(TRIPLES)
def test_each_side_gets_the_same_whichever_is_ours(triple: Triple) -> None:
    base, ours, theirs = triple
    there, back = merge(base, ours, theirs), merge(base, theirs, ours)
    assert said(there.ours) == said(back.theirs)
    assert said(there.theirs) == said(back.ours)
    # Of two objectives in one conflict about a number, either may be told of.
    assert {each.clash for each in there.conflicts} == {flipped(each.clash) for each in back.conflicts}
