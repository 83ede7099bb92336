"""The templates, styles, scripts and texts of reports: those that come with icsdiff, and a user's own before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from icsdiff.errors import InvalidTemplate
from icsdiff.rendering.texts import Texts, read_texts

_PACKAGE = Path(__file__).parent.parent


def template_folder() -> Path:
    """The folder of the templates: inside the installed package, or beside ``src/`` in a clone."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One file with its text."""

    name: str
    """What errors call it: its path as the user knows it."""
    text: str


@dataclass(frozen=True)
class Templates:
    """The files by their names below the folder of templates; one of the user's takes the place of the shipped one."""

    own: Path | None = None
    """The user's folder."""

    def __post_init__(self) -> None:
        if self.own is not None and not self.own.is_dir():
            remedy = "name a folder with templates of your own"
            raise InvalidTemplate("there is no such folder", file=str(self.own), remedy=remedy)

    @cached_property
    def texts(self) -> Texts:
        """The catalogue."""
        return read_texts(self)

    def find(self, name: str) -> TemplateFile | None:
        """The file that serves, or none."""
        return next(reversed([*self.versions_of(name)]), None)

    def versions_of(self, name: str) -> Iterator[TemplateFile]:
        """The shipped file and the user's, where there are such."""
        for folder in self._folders:
            path = folder / name
            # A link or a name with dots in it could lead out of the folder.
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                yield TemplateFile(str(path), _read(path))

    def joined(self, folder: str, suffix: str) -> str:
        """All files of a folder in the order of their names, as one text."""
        names = sorted({path.name for each in self._folders for path in (each / folder).glob(f"*{suffix}")})
        files = (self.find(str(PurePosixPath(folder, name))) for name in names)
        return "\n".join(file.text.strip() for file in files if file)

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (template_folder(), self.own) if self.own else (template_folder(),)


def _read(path: Path) -> str:
    from icsdiff.store.files import decode, read_bytes  # noqa: PLC0415

    data = read_bytes(path)
    return decode(data, str(path)).replace("\r\n", "\n") if data.strip() else ""
