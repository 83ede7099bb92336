"""The versions folder, ``versions/<mission>/<date>.yaml``, and what ``peru@latest`` means in it.

Each function takes the folder, or finds the nearest one called ``versions`` from the working directory upward.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePath

from icsdiff.errors import UnknownVersion
from icsdiff.model.version import slug
from icsdiff.store.files import folders_upward

_FOLDER = "versions"
_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
_WORDS = ("latest", "previous", "original")


def resolve(name: str, folder: Path | None = None) -> Path:
    """The file of ``mission@date``, ``mission@latest``, ``mission@previous`` or ``mission@original``.

    A bare mission is its latest. Raises ``UnknownVersion`` with what there is.
    """
    mission, _, which = name.partition("@")
    which = which.casefold()
    dated = _dated(mission, name, folder)
    if which == "previous":
        return _two(dated, mission, name)[0]
    days = list(dated)
    day = {"latest": days[-1], "": days[-1], "original": days[0]}.get(which, which)
    if day not in dated:
        remedy = f"there are {', '.join(days)}, and the words {', '.join(_WORDS)}"
        raise UnknownVersion("there is no such version", file=name, remedy=remedy)
    return dated[day]


def two_of(mission: str, folder: Path | None = None) -> tuple[Path, Path]:
    """The previous and the latest version of a strategy."""
    return _two(_dated(mission, mission, folder), mission, mission)


def is_strategy(name: str) -> bool:
    """Whether a name such as ``peru`` or ``peru@latest`` begins with a strategy of the nearest folder of versions."""
    mission = name.partition("@")[0]
    known = strategies()
    return mission in known or slug(mission) in known


def is_version_file(path: str) -> bool:
    """Whether a file is named as a version in a strategy's folder is, by its date."""
    name = PurePath(path)
    return name.suffix in _SUFFIXES and _is_date(name.stem)


def dated(mission: str, folder: Path | None = None) -> dict[str, Path]:
    """The files of one strategy by date, the earliest first; ``UnknownVersion`` where there is no such strategy."""
    return _dated(mission, mission, folder)


def strategies(folder: Path | None = None) -> dict[str, dict[str, Path]]:
    """The files of every strategy by mission and date, both in order."""
    folder = folder or _nearest()
    if folder is None:
        return {}
    try:
        found = ((each.name, _versions(each)) for each in sorted(folder.iterdir()) if each.is_dir())
        return {mission: dated for mission, dated in found if dated}
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise UnknownVersion(reason, file=str(folder), remedy="name a folder of versions") from None


def known_names(folder: Path | None = None) -> Iterator[str]:
    """Every name that ``resolve`` takes: each strategy with its words and its dates."""
    for mission, dated in strategies(folder).items():
        yield mission
        yield from (f"{mission}@{which}" for which in (*_WORDS, *dated))


def _nearest() -> Path | None:
    return next((each / _FOLDER for each in folders_upward() if (each / _FOLDER).is_dir()), None)


def _dated(mission: str, name: str, folder: Path | None) -> dict[str, Path]:
    """The files of one strategy by date; one that is not there is answered with what comes nearest."""
    folder = folder or _nearest()
    if folder is None:
        remedy = f"name a file, or run icsdiff where there is a folder {_FOLDER}/"
        raise UnknownVersion("there is no such file, and no folder of versions", file=name, remedy=remedy)
    known = strategies(folder)
    if dated := known.get(mission) or known.get(slug(mission)):
        return dated
    import difflib  # noqa: PLC0415  (only to say what may have been meant)

    near = difflib.get_close_matches(slug(mission), known, 1)
    remedy = f"did you mean {near[0]}?" if near else f"there are {', '.join(known) or 'none yet'}"
    raise UnknownVersion(f"there is no such file, and no such strategy in {folder.name}/", file=name, remedy=remedy)


def _versions(folder: Path) -> dict[str, Path]:
    dated: dict[str, Path] = {}
    for each in sorted(folder.iterdir()):
        if is_version_file(each.name):
            if each.stem in dated:
                reason = f"{dated[each.stem].name} is a version of the same date"
                raise UnknownVersion(reason, file=str(each), remedy="keep one of the two")
            dated[each.stem] = each
    return dated


def _two(dated: dict[str, Path], mission: str, name: str) -> tuple[Path, Path]:
    if len(dated) == 1:
        reason = f"{mission} has one version only, of {next(iter(dated))}"
        raise UnknownVersion(reason, file=name, remedy="import another one first")
    previous, latest = list(dated.values())[-2:]
    return previous, latest


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
