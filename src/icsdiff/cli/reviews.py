"""Reviewers' files, as several commands take them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from icsdiff.errors import IcsdiffError, InvalidReview
from icsdiff.model.review import Review
from icsdiff.model.version import Version, slug

_SHOWN = 80
"""Characters of a mission's name in a message."""


def merged(files: Sequence[str], *versions: Version) -> Review:
    """The reviews in one file or several as one; what a reviewer decided twice is said on standard error.

    Raises ``InvalidReview`` where one is about another strategy than the versions, or without these than the first one.
    """
    from icsdiff.comparison.reviewing import decided_anew, merge  # noqa: PLC0415  (not for --help)
    from icsdiff.rendering.reviews import told_anew  # noqa: PLC0415
    from icsdiff.store.reviews import read_review  # noqa: PLC0415

    (first, *others) = [(file, read_review(file)) for file in files]
    missions = [each.mission for each in versions] or [first[1].old.mission, first[1].new.mission]
    for file, review in (first, *others):
        _check_strategy(file, review, missions)
    review = merge(first[1], first[1])
    for file, other in others:
        for old, new in decided_anew(review, other):
            click.echo(f"icsdiff: {told_anew(file, old, new)}", err=True)
        review = merge(review, other)
    return review


def _check_strategy(file: str, review: Review, missions: Sequence[str]) -> None:
    from icsdiff.rendering.reviews import shortened  # noqa: PLC0415  (not for --help)

    known = set(map(slug, missions))
    if known.isdisjoint((slug(review.old.mission), slug(review.new.mission))):
        theirs, ours = (shortened(each, _SHOWN) for each in (review.new.mission, missions[-1]))
        reason = f"this is a review of {theirs}, not of {ours}"
        raise InvalidReview(IcsdiffError(reason, file=file, remedy="name reviews of one strategy"))
