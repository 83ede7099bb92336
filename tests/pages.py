"""Reports opened in a browser that has no network and forgives nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

LAPTOP, PHONE = (1280, 800), (360, 640)
Theme = Literal["light", "dark"]


class Pages:
    """What one test opens; ``requests`` and ``complaints`` tell what pages must not do."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._browser, self._folder = browser, folder
        self._contexts: list[BrowserContext] = []
        self._file = ""

    def open(
        self,
        report: str,
        fragment: str = "",
        *,
        size: tuple[int, int] = LAPTOP,
        theme: Theme = "light",
        scripts: bool = True,
    ) -> Page:
        """The report as a file, in a browser profile of its own."""
        context = self._browser.new_context(
            offline=True,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=theme,
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        file = self._folder / "report.html"
        file.write_text(report, encoding="utf-8")
        self._file = file.as_uri()
        page = context.new_page()
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.goto(f"{self._file}{fragment}")
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _asked(self, request: Request) -> None:
        if request.url.partition("#")[0] != self._file and not request.url.startswith("blob:"):
            self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))
