"""Putting the hooks in place, taking them away, and saying what is there; a hook of somebody else is never lost.

Each step is one rename or one link, so that whoever is interrupted finds the hook as it was, or in place.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from icsdiff.errors import UnwritableOutput
from icsdiff.git.hook.shim import KEPT, Hook, is_marked, is_ours, shim
from icsdiff.git.repository import hooks_folder
from icsdiff.store.files import write_bytes


class State(StrEnum):
    """What stands in a hook's place."""

    ABSENT = "not installed"
    """Nothing."""
    FOREIGN = "not installed; there is a hook of somebody else"
    """A hook that icsdiff did not write."""
    CURRENT = "installed and up to date"
    """What icsdiff would write now."""
    OUTDATED = "installed, but not up to date; run icsdiff hook install again"
    """Written by another icsdiff, or for a Python elsewhere."""
    EDITED = "installed, but edited since"
    """Written by icsdiff, then changed by somebody."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one hook stands, and what is there."""

    hook: Hook
    file: Path
    state: State
    keeps: bool
    """Whether a hook that was there before is kept beside it."""

    @property
    def kept(self) -> Path:
        """Where the hook is that was there before."""
        return _kept(self.file)


def places() -> tuple[Place, ...]:
    """Every hook of this repository's folder of hooks, as it stands now."""
    folder = hooks_folder()
    files = {hook: folder / hook for hook in Hook}
    return tuple(Place(hook, file, _state(hook, file), os.path.lexists(_kept(file))) for hook, file in files.items())


def install() -> tuple[Place, ...]:
    """Put each hook in place, and keep one that is there already; what was installed before is renewed."""
    found = places()
    for place in found:
        _check_installable(place)
    for place in found:
        try:
            place.file.parent.mkdir(parents=True, exist_ok=True)
            _install(place)
        except OSError as error:
            raise _unwritable(place.file, error) from None
    return places()


def uninstall() -> tuple[Place, ...]:
    """Take each hook away, and give back the one that was there before; the hooks as they were found."""
    found = places()
    for place in found:
        if place.state is State.EDITED:
            raise _edited(place)
    for place in found:
        try:
            _uninstall(place)
        except OSError as error:
            raise _unwritable(place.file, error) from None
    return found


def _kept(file: Path) -> Path:
    return file.with_name(f"{file.name}{KEPT}")


def _state(hook: Hook, file: Path) -> State:
    if not os.path.lexists(file):
        return State.ABSENT
    try:
        text = b"" if file.is_symlink() else file.read_bytes()
    except OSError as error:
        raise _unwritable(file, error) from None
    if not is_marked(text):
        return State.FOREIGN
    if not is_ours(text):
        return State.EDITED
    return State.CURRENT if text == shim(hook, sys.executable) and os.access(file, os.X_OK) else State.OUTDATED


def _check_installable(place: Place) -> None:
    if place.state is State.EDITED:
        raise _edited(place)
    if place.state is State.FOREIGN and place.keeps and not _is_one_file(place.file, place.kept):
        reason = f"a hook is here, and {place.kept.name} is kept from before"
        raise UnwritableOutput(reason, file=str(place.file), remedy="put the two together, and remove one of them")


def _install(place: Place) -> None:
    if place.state is State.FOREIGN and not place.keeps:
        # A link first: the hook is in its place until the rename below takes it.
        os.link(place.file, place.kept, follow_symlinks=False)
    if place.state is not State.CURRENT:
        beside = place.file.with_name(f".{place.file.name}.icsdiff")
        write_bytes(beside, shim(place.hook, sys.executable))
        beside.chmod(0o755)
        beside.replace(place.file)


def _uninstall(place: Place) -> None:
    if place.state in (State.CURRENT, State.OUTDATED):
        if place.keeps:
            place.kept.replace(place.file)
        else:
            place.file.unlink()
    elif place.state is State.FOREIGN and place.keeps and _is_one_file(place.file, place.kept):
        place.kept.unlink()  # left by an installation that was interrupted
    elif place.state is State.ABSENT and place.keeps:
        place.kept.replace(place.file)


def _is_one_file(one: Path, other: Path) -> bool:
    return os.path.samestat(one.lstat(), other.lstat())


def _edited(place: Place) -> UnwritableOutput:
    remedy = f"move what you added to {place.kept.name}, which runs first, and remove this file"
    return UnwritableOutput("this hook was edited since icsdiff wrote it", file=str(place.file), remedy=remedy)


def _unwritable(file: Path, error: OSError) -> UnwritableOutput:
    reason = f"the hook cannot be put here: {(error.strerror or str(error)).lower()}"
    return UnwritableOutput(
        reason, file=str(file), remedy="see git config --show-origin core.hooksPath, or ask for permission"
    )
