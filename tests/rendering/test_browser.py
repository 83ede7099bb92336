"""The page in a real browser."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import icsdiff
from hostile import HOSTILE, hostile_version

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --enable-logging=stderr --v=0 --virtual-time-budget=2000"
).split()


def opened(page: str, folder: Path, fragment: str = "") -> tuple[str, list[str]]:
    """The document after its script has run, and what the console said."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [
        str(CHROMIUM),
        *FLAGS,
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        f"{file.as_uri()}{fragment}",
    ]
    done = subprocess.run(command, capture_output=True, check=True, timeout=90)
    return done.stdout.decode(), [line for line in done.stderr.decode().splitlines() if "CONSOLE" in line]


def test_a_hostile_document_is_inert_and_the_console_silent(tmp_path: Path) -> None:
    changes = icsdiff.compare(hostile_version("A plain statement of the mission."), hostile_version(HOSTILE))
    dom, console = opened(icsdiff.render(changes, "html"), tmp_path)
    assert console == []
    assert "<img" not in dom
    assert dom.count("<script") == 1


def test_the_script_runs_and_a_link_opens_what_is_folded(repository: Path, tmp_path: Path) -> None:
    folder = repository / "versions/peru"
    old, new = (icsdiff.load(str(folder / f"{day}.yaml")) for day in ("2022-03-21", "2023-09-22"))
    dom, console = opened(icsdiff.render(icsdiff.compare(old, new), "html"), tmp_path, "#objective-2-2")
    assert console == []
    assert '<p class="controls">' in dom
    assert '<details class="part same objective" id="objective-2-2" open="">' in dom


NARROW = """<!DOCTYPE html><title></title><iframe width="320" height="800" style="border: 0" srcdoc="{page}"></iframe>
<script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  for (const each of page.querySelectorAll("details")) each.open = true;
  document.title = `${{page.documentElement.scrollWidth - page.documentElement.clientWidth}} pixels too wide`;
}});
</script>"""


def test_a_narrow_window_never_scrolls_sideways(repository: Path, tmp_path: Path) -> None:
    seed = icsdiff.load(str(repository / "versions/peru/2023-09-22.yaml"))
    page = icsdiff.render(icsdiff.compare(hostile_version(HOSTILE), seed), "html")
    dom, _ = opened(NARROW.format(page=html.escape(page)), tmp_path)
    assert re.findall("<title>(.*?)</title>", dom)[:1] == ["0 pixels too wide"]
