# All that is needed is Python 3.11, git and make; everything else goes into .venv, as requirements-dev.txt locks it.
# Tests that need more (tests/instruments.py) say so where it is missing; `make system` installs it on Debian.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --compile

NPM := $(shell command -v npm)
PAGE_TOOLS := tests/page/node_modules/.package-lock.json

OLD := versions/peru/2022-03-21.yaml
NEW := versions/peru/2023-09-22.yaml
REPORT := peru-report.html

.DEFAULT_GOAL := help
.PHONY: help report test system page-tools pictures bench bench-page bench-size accuracy lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

report: $(READY) ## Write the change report on Peru's strategy: peru-report.html
	@$(BIN)/icsdiff report $(OLD) $(NEW) --output $(REPORT)
	@echo "The report is at $(CURDIR)/$(REPORT): open it in a browser."

test: $(READY) $(if $(NPM),page-tools) ## Check style, types and layers, then run every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

system: ## Install what tests of the page and of Word documents need: a browser, Java, npm, LibreOffice (Debian, as root)
	apt-get update
	apt-get install --yes --no-install-recommends chromium default-jre-headless npm libreoffice-writer poppler-utils

page-tools: ## Install what tests of the page need from npm: accessibility rules and an HTML validator
	@$(MAKE) --no-print-directory $(PAGE_TOOLS) || echo "npm could not install tests/page: the tests say what is missing."

pictures: $(READY) ## Renew the pictures of the report in docs/ (needs chromium)
	@$(BIN)/python docs/pictures.py $(OLD) $(NEW)
	@echo "The pictures in docs/ are new: look at them."

bench: $(READY) ## Time the commands on Peru's strategy, each as a whole process
	@$(BIN)/python benchmarks/run.py $(OLD) $(NEW)

bench-page: $(READY) ## Time the report in a browser: Peru's, and one with ten thousand changes (needs chromium)
	@$(BIN)/python -m benchmarks.page $(OLD) $(NEW)

bench-size: $(READY) ## Measure time, memory and rightness from 10 to 10,000 objectives, and where nothing is in common
	@$(BIN)/python -m benchmarks.size 10000 100

accuracy: $(READY) ## Measure how right the answers are, beside two baselines (MISSES=--misses lists each miss)
	@$(BIN)/python -m benchmarks.accuracy $(MISSES)

lock: ## Renew requirements-dev.txt after a change in pyproject.toml (needs uv; UPGRADE=--upgrade for newer releases)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --quiet \
		--custom-compile-command "make lock" $(UPGRADE) --output-file requirements-dev.txt

clean: ## Remove whatever make has made
	rm -rf $(VENV) $(REPORT) tests/page/node_modules build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find benchmarks src tests -name __pycache__ -prune -exec rm -rf {} +

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	@echo "Setting up $(VENV): about half a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --require-hashes --requirement requirements-dev.txt
	@$(PIP_INSTALL) --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(PAGE_TOOLS): tests/page/package-lock.json
	@$(NPM) ci --prefix tests/page --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
