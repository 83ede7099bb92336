"""Reviewers' files, as several commands take them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from icsdiff.errors import IcsdiffError, InvalidReview
from icsdiff.model.review import Review
from icsdiff.model.version import Version, slug


def merged(files: Sequence[str]) -> Review:
    """The reviews in one file or several as one; what a reviewer decided twice is said on standard error.

    Raises ``InvalidReview`` where one is about another strategy than the first.
    """
    from icsdiff.comparison.reviewing import decided_anew, merge  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering.reviews import told_anew  # noqa: PLC0415
    from icsdiff.store.reviews import read_review  # noqa: PLC0415

    reviews = [read_review(file) for file in files]
    first, *_ = reviews
    review = merge(first, first)
    for file, other in zip(files[1:], reviews[1:], strict=True):
        _check_strategy(file, other, (first.old.mission, first.new.mission))
        for old, new in decided_anew(review, other):
            click.echo(told_anew(file, old, new), err=True)
        review = merge(review, other)
    return review


def merged_for(old: Version, new: Version, files: Sequence[str]) -> Review | None:
    """The reviews of the changes between two versions, or between earlier versions of the strategy, as one."""
    if not files:
        return None
    review = merged(files)
    _check_strategy(files[0], review, (old.mission, new.mission))
    return review


def _check_strategy(file: str, review: Review, missions: Iterable[str]) -> None:
    known = {slug(mission): mission for mission in missions}
    if known.keys().isdisjoint((slug(review.old.mission), slug(review.new.mission))):
        reason = f"this is a review of {review.new.mission}, not of {next(reversed(known.values()))}"
        remedy = "name reviews of one strategy"
        raise InvalidReview(IcsdiffError(reason, file=file, remedy=remedy))
