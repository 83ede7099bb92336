"""Every view of the page is valid HTML, within reach of everyone, and asks nobody for anything."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from instruments import AXE, where
from pages import LAPTOP, PHONE, Pages, Theme

pytestmark = pytest.mark.needs("chromium")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

TOO_NEW = ("line-clamp", "vector-effect", "highlight(")
"""Properties and selectors that browsers and their specifications have and the validator does not know yet."""


def barriers(page: Page) -> list[str]:
    """What axe-core finds on the page as it is."""
    # Through the debugger, which the page's policy does not bind.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("tags => axe.run({runOnly: tags})", RULES)
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("size", [LAPTOP, PHONE])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_shut_out(pages: Pages, peru: str, theme: Theme, size: tuple[int, int]) -> None:
    assert barriers(pages.open(peru, size=size, theme=theme)) == []


@pytest.mark.needs("java", "vnu-jar")
def test_the_page_is_valid_html(peru: str, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(peru, encoding="utf-8")
    command = [where("java"), "-jar", where("vnu-jar"), "--stdout", "--format", "json", str(file)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert [
        f"{each['message']} {each['extract']}"
        for each in json.loads(done.stdout)["messages"]
        if not any(word in f"{each['message']} {each['extract']}" for word in TOO_NEW)
    ] == []
