"""What a user may name where a version is asked for, and how a document becomes a version.

A name is a file (structured YAML or JSON, or a source document), a version in the versions folder (``peru@latest``),
or git's own ``REV:PATH``. Each import stands inside the function that needs it: a comparison of two files must not
pay for git.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from icsdiff.errors import UnknownVersion, UnreadableSource
from icsdiff.model.version import ProvenanceKind, Version

if TYPE_CHECKING:
    from icsdiff.sources.reading import Reading
    from icsdiff.sources.sides import Side

_STRUCTURED = frozenset({".yaml", ".yml", ".json"})


def load(name: str | os.PathLike[str]) -> Version:
    """The version that a path, ``mission@date``, ``mission@latest|previous|original`` or ``REV:PATH`` names.

    Raises a child of ``IcsdiffError`` that says what is wrong where, and what to do.
    """
    from icsdiff.git.revisions import looks_like_revision, read_revision
    from icsdiff.store.folder import resolve

    name = os.fspath(name)
    if not name.strip():
        raise UnknownVersion("a version has an empty name", remedy="name a file, or a strategy such as peru@latest")
    if Path(name).exists():
        return _read_file(Path(name), name)
    if looks_like_revision(name):
        return read(read_revision(name), name)
    if _is_path(name):
        raise UnknownVersion("there is no such file", file=name, remedy="check its name and folder")
    return _read_file(resolve(name), name)


def is_version(name: str) -> bool:
    """Whether a name is one of a version: of a file, of a strategy in the versions folder, or a ``REV:PATH``.

    ``HEAD`` and its like are none, though in a bare repository they are files, too.
    """
    from icsdiff.git.revisions import looks_like_revision
    from icsdiff.store.folder import is_strategy

    if name == "HEAD" or name.endswith("_HEAD"):
        return False
    return (os.path.lexists(name) and not Path(name).is_dir()) or looks_like_revision(name) or is_strategy(name)


def load_two(old: str, new: str | None) -> tuple[Version, Version]:
    """Two versions to compare; a strategy's bare name (``peru``) means its previous and its latest version."""
    from icsdiff.store.folder import two_of

    if new is not None:
        return load(old), load(new)
    if Path(old).exists() or "@" in old or _is_path(old):
        raise UnknownVersion(
            "a comparison needs two versions", file=old, remedy="name a second one, or a strategy such as peru"
        )
    previous, latest = two_of(old)
    return _read_file(previous, f"{old}@previous"), _read_file(latest, f"{old}@latest")


def load_both_sides(name: str) -> tuple[Version, Version]:
    """The two versions in one Word document, a file or ``REV:PATH``: before its tracked changes, and with them."""
    from icsdiff.sources.sides import Side

    data = _source_bytes(name)
    original = _reading(data, name, side=Side.ORIGINAL).version
    final = _reading(data, name, side=Side.FINAL).version
    return (
        replace(original, source=name, provenance=replace(original.provenance, note="before its tracked changes")),
        replace(final, source=name, provenance=replace(final.provenance, note="with its tracked changes accepted")),
    )


def read(data: bytes, name: str, file: str | None = None) -> Version:
    """A version from a file's bytes: structured where its name says so, else a source document."""
    file = file or name
    if _is_structured(file):
        from icsdiff.store.files import decode
        from icsdiff.store.parse import parse

        return replace(parse(decode(data, file), name=file), source=name)
    return replace(_reading(data, file).version, source=name)


def file_of(name: str) -> tuple[str, str]:
    """The file that a version's name leads to, counted from the working directory, and what stands in it.

    The text is empty where the file is a source document: only of version files is it worth knowing the lines.
    """
    from icsdiff.git.revisions import looks_like_revision, path_in, read_revision
    from icsdiff.store.files import decode, read_bytes
    from icsdiff.store.folder import resolve

    if looks_like_revision(name):
        file, read = path_in(name), partial(read_revision, name)
    else:
        path = Path(name) if Path(name).exists() else resolve(name)
        file, read = os.path.relpath(path), partial(read_bytes, path)
    return PurePosixPath(file).as_posix(), decode(read(), name) if _is_structured(file) else ""


def import_document(  # noqa: PLR0913  (all that may be said of a document, by name)
    source: str,
    *,
    baseline: str | None = None,
    kind: ProvenanceKind = ProvenanceKind.PUBLISHED,
    note: str = "",
    mission: str | None = None,
    side: Side | None = None,
    ocr: bool = False,
) -> Reading:
    """A source document read into a version; goals and objectives that the baseline has too take its ids.

    ``source`` is a file or ``REV:PATH``; ``side`` is that of its tracked changes which is read; ``ocr`` has the text of
    scanned pages recognised first.
    """
    if _is_structured(source):
        reason = "this is a structured version already"
        raise UnreadableSource(reason, file=source, remedy="look at it with icsdiff show, or name a document")
    data = _source_bytes(source)
    if ocr:
        from icsdiff.sources.pdf.recognise import recognised

        reading = _reading(recognised(data, source), source, mission, side, original=data)
    else:
        reading = _reading(data, source, mission, side)
    version = replace(reading.version, provenance=replace(reading.version.provenance, kind=kind, note=note))
    if baseline is not None:
        from icsdiff.comparison.align import align
        from icsdiff.sources.identity import carry_ids

        earlier = load(baseline)
        version = carry_ids(version, earlier, align(earlier, version))
    return replace(reading, version=version)


def _source_bytes(source: str) -> bytes:
    from icsdiff.git.revisions import looks_like_revision, read_revision
    from icsdiff.store.files import read_bytes

    if not source.strip():
        raise UnreadableSource("the document has an empty name", remedy="name a file")
    return read_revision(source) if looks_like_revision(source) else read_bytes(Path(source))


def _is_structured(file: str) -> bool:
    return PurePosixPath(file).suffix.lower() in _STRUCTURED


def _is_path(name: str) -> bool:
    return "@" not in name and ("/" in name or "." in name)


def _read_file(path: Path, name: str) -> Version:
    from icsdiff.store.files import read_bytes

    return read(read_bytes(path), name, file=str(path))


def _reading(
    data: bytes, file: str, mission: str | None = None, side: Side | None = None, original: bytes | None = None
) -> Reading:
    """What is understood of a document; ``original`` is what the digest is of, where its text was recognised first."""
    from hashlib import sha256

    from icsdiff.sources.read import is_text, read
    from icsdiff.store.files import decode

    content = decode(data, file) if is_text(file) else data
    return read(content, name=file, sha256=sha256(original or data).hexdigest(), mission=mission, side=side)
