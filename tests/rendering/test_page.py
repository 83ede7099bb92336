"""The page for everyone: legible in light and dark, with headings and tables that are read out in order."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import icsdiff

ON_GROUNDS = {
    "paper": ("ink", "quiet", "accent", "gone", "come", "moved", "warn"),
    "panel": ("ink", "quiet", "accent"),
    "ink": ("paper",),
    "gone-ground": ("gone",),
    "come-ground": ("come",),
    "moved-ground": ("moved",),
    "warn-ground": ("warn", "ink", "quiet", "accent", "gone", "come"),
}
"""Which colours of the style are written on which grounds."""
LEGIBLE = 4.5
"""The contrast that WCAG 2.2 asks for at level AA."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_legible_on_its_ground(repository: Path, scheme: str) -> None:
    light, _, rest = (
        (repository / "templates/style/10-colours.css").read_text().partition("@media (prefers-color-scheme: dark)")
    )
    dark = rest.partition("* {")[0]
    palette = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light + (dark if scheme == "dark" else "")))
    faint = [
        (colour, ground)
        for ground, colours in ON_GROUNDS.items()
        for colour in colours
        if contrast(palette[colour], palette[ground]) < LEGIBLE
    ]
    assert faint == []


def test_headings_skip_no_level_and_tables_name_their_columns(repository: Path) -> None:
    folder = repository / "versions/peru"
    old, new = (icsdiff.load(str(folder / f"{day}.yaml")) for day in ("2022-03-21", "2023-09-22"))
    page = icsdiff.render(icsdiff.compare(old, new), "html")
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == page.count("<main>") == page.count("<header>") == page.count("<footer>") == 1
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        columns = table.count('scope="col"')
        rows = table.count("<tr>") + table.count("<tr ") - table.count('scope="rowgroup"')
        assert columns * (rows - 1) == table.count("<td") + table.count('scope="row"')
