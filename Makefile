# All that is needed is Python 3.11, git and make; everything else goes into .venv, as requirements-dev.txt locks it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --compile

OLD := versions/peru/2022-03-21.yaml
NEW := versions/peru/2023-09-22.yaml
REPORT := peru-report.html

.DEFAULT_GOAL := help
.PHONY: help report test picture bench accuracy lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

report: $(READY) ## Write the change report on Peru's strategy: peru-report.html
	@$(BIN)/icsdiff report $(OLD) $(NEW) --output $(REPORT)
	@echo "The report is at $(CURDIR)/$(REPORT): open it in a browser."

test: $(READY) ## Check style, types and layers, then run every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

picture: report ## Renew the README's picture of the report (needs chromium)
	@chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
		--user-data-dir="$$(mktemp -d)" --window-size=1200,1540 \
		--screenshot=docs/report.png "file://$(CURDIR)/$(REPORT)" 2>/dev/null
	@echo "docs/report.png is new: look at it."

bench: $(READY) ## Time the commands on Peru's strategy, each as a whole process
	@$(BIN)/python benchmarks/run.py $(OLD) $(NEW)

accuracy: $(READY) ## Measure how right the answers are, beside two baselines (MISSES=--misses lists each miss)
	@$(BIN)/python -m benchmarks.accuracy $(MISSES)

lock: ## Renew requirements-dev.txt after a change in pyproject.toml (needs uv; UPGRADE=--upgrade for newer releases)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --quiet \
		--custom-compile-command "make lock" $(UPGRADE) --output-file requirements-dev.txt

clean: ## Remove whatever make has made
	rm -rf $(VENV) $(REPORT) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find benchmarks src tests -name __pycache__ -prune -exec rm -rf {} +

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	@echo "Setting up $(VENV): about half a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --require-hashes --requirement requirements-dev.txt
	@$(PIP_INSTALL) --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@
