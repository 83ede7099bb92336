"""A version as a text that git's own diff reads well: what it says, one sentence a line, under the names of its places.

Git shows the nearest line above a difference that begins with a letter, and that is the name of the field.
"""

from __future__ import annotations

from collections.abc import Iterator

from icsdiff.language.sentences import sentences
from icsdiff.model.version import FIELD_SEPARATOR, ProvenanceKind, Version
from icsdiff.rendering.places import Places
from icsdiff.rendering.plain import inert
from icsdiff.rendering.texts import shipped


def transcript(version: Version) -> str:
    """Every field of the version; how its file is laid out makes no difference, and no character of it acts."""
    return "".join(f"{inert(line)}\n" for line in _lines(version))


def _lines(version: Version) -> Iterator[str]:
    provenance = version.provenance
    places = Places(shipped(), version)
    # Of a long file a diff shows but some places: what must not be overlooked stands at each of them.
    caution = "" if provenance.kind is ProvenanceKind.PUBLISHED else f" [{provenance.kind}]"
    yield f"Provenance{caution}"
    yield from (f"  {word}" for word in (provenance.kind, provenance.source, provenance.note) if word)
    for path, text in version.fields.items():
        yield ""
        yield f"{places.whole(path)}{caution}"
        yield from _sentences(text)


def _sentences(text: str) -> Iterator[str]:
    for at, paragraph in enumerate(text.split(FIELD_SEPARATOR)):
        if at:
            yield ""
        yield from (f"  {sentence.text}" for sentence in sentences(paragraph))
