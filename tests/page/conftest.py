"""A real browser for the tests of the page: a new profile for each, and never a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import icsdiff
from pages import Pages


@pytest.fixture
def pages(browser: Browser, tmp_path: Path) -> Iterator[Pages]:
    """Pages of one test; at its end it must turn out that none asked the network for anything, nor complained."""
    opened = Pages(browser, tmp_path)
    yield opened
    opened.close()
    assert opened.requests == []
    assert opened.complaints == []


@pytest.fixture(scope="session")
def peru(repository: Path) -> str:
    """The report on Peru's strategy."""
    folder = repository / "versions/peru"
    old, new = (icsdiff.load(str(folder / f"{day}.yaml")) for day in ("2022-03-21", "2023-09-22"))
    return icsdiff.render(icsdiff.compare(old, new), "html")
