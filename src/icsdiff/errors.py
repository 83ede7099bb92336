"""What can go wrong with what a user hands in, each with the data to say where and what to do.

Everything below the command line raises these and nothing else on bad input; the command line turns each
into one line on standard error and exit code 2.
"""

from __future__ import annotations


class IcsdiffError(Exception):
    """Bad input.

    ``reason`` says what is wrong, ``remedy`` what to do, ``file``, ``line`` (from 1) and ``key`` where.
    """

    def __init__(
        self,
        reason: str,
        *,
        file: str | None = None,
        line: int | None = None,
        key: str | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.file = file
        self.line = line
        self.key = key
        self.remedy = remedy

    @property
    def problems(self) -> tuple[IcsdiffError, ...]:
        """Everything that was found to be wrong, this first."""
        return (self,)

    def __str__(self) -> str:
        """One line: ``file:line: key: reason; remedy``, without the parts that are not known."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        head = ": ".join(part for part in (place, self.key or "", self.reason) if part)
        line = f"{head}; {self.remedy}" if self.remedy else head
        return "".join(character if character.isprintable() else " " for character in line)


class UnreadableSource(IcsdiffError):
    """A file that cannot be read as any document icsdiff knows."""


class InvalidFile(IcsdiffError):
    """Files that break a format of icsdiff's own; ``others`` holds the problems beside the first."""

    def __init__(self, first: IcsdiffError, *others: IcsdiffError) -> None:
        super().__init__(first.reason, file=first.file, line=first.line, key=first.key, remedy=first.remedy)
        self.others = others

    @property
    def problems(self) -> tuple[IcsdiffError, ...]:
        """The first problem and the others."""
        return (self, *self.others)


class InvalidVersion(InvalidFile):
    """A structured version that breaks the format."""


class InvalidReview(InvalidFile):
    """A reviewer's file that breaks the format, or is about another strategy."""


class UnknownVersion(IcsdiffError):
    """A name such as ``peru@latest`` or ``REV:PATH`` that leads to no version."""


class UnusableRepository(IcsdiffError):
    """A place where git has no repository, or no answer."""


class InvalidConfiguration(IcsdiffError):
    """An ``icsdiff.toml`` that says something icsdiff does not understand, or that does not hold."""


class UnknownFormat(IcsdiffError):
    """A form of output that there is not."""


class UnwritableOutput(IcsdiffError):
    """A result that cannot be written where the user asked for it."""


class InvalidTemplate(IcsdiffError):
    """A template, or a catalogue of texts, that icsdiff cannot make a report with."""
