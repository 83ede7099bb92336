"""What the tests of several formats make once: strategies as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from documents import text_of
from sources.made.flat import flat
from sources.made.page import flowing, page
from sources.made.printed import OFFICE, Printing, by_browser, by_office, with_footnotes, with_soft_hyphens

SAMOA = Path(__file__).parent / "made/samoa.md"
STRATEGIES = ("chad.md", "energy.md", "ethiopia.md", "georgia.md", "kazakhstan.md", "kenya.md")
SEED = "peru-ics-2023-09-22.md"
_PAGE_OF = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>'
_COLUMNS = '<body style="columns: 2; text-align: justify">'


@pytest.fixture(scope="session")
def strategies(repository: Path) -> dict[str, str]:
    """The texts of the strategies that are printed, by the names of their files."""
    seed = (repository / "versions/peru/source" / SEED).read_text(encoding="utf-8")
    return {SEED: seed, SAMOA.name: SAMOA.read_text(encoding="utf-8")} | {name: text_of(name) for name in STRATEGIES}


@pytest.fixture(scope="session")
def browser_prints(browser: Browser, strategies: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what Chromium prints: ``kenya.md.pdf`` and so on."""
    folder = tmp_path_factory.mktemp("browser")
    printings = {name: Printing(page(text), "Country Team", _PAGE_OF) for name, text in strategies.items()}
    header = "Originally Approved: March 21, 2022<br>Reviewed and Updated: September 22, 2023"
    printings[SEED] = Printing(page(flowing(strategies[SEED])), header, f"FOR PUBLIC RELEASE<br>{_PAGE_OF}")
    samoa = strategies[SAMOA.name]
    for name, text in (("columns", samoa), ("hyphens", with_soft_hyphens(samoa))):
        printings[name] = Printing(page(text).replace("<body>", _COLUMNS), "Embassy Apia", '<b class="pageNumber"></b>')
    by_browser(browser, printings, folder)
    return folder


@pytest.fixture(scope="session")
def office_prints(strategies: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what LibreOffice prints."""
    if OFFICE is None:
        pytest.skip("no LibreOffice on this machine: apt-get install libreoffice-writer")
    folder = tmp_path_factory.mktemp("office")
    documents = {name: flat(page(text), header="Country Team") for name, text in strategies.items()}
    header = "Originally Approved: March 21, 2022\nReviewed and Updated: September 22, 2023"
    documents[SEED] = flat(page(flowing(strategies[SEED])), header=header, justify=True)
    samoa = page(with_footnotes(strategies[SAMOA.name]))
    documents[SAMOA.name] = flat(samoa, header="Integrated Country Strategy\nSamoa")
    documents["columns"] = flat(samoa, header="Integrated Country Strategy\nSamoa", columns=2)
    by_office(documents, folder)
    return folder
