# make lab    set up and open JupyterLab on the welcome notebook   (OPEN=no: no browser; PORT=8899)
# make test   set up with the test tools, then lint, types and every test
# make bench  measure speed                make docs   write generated docs and scenario notebooks anew
# make clean  remove all that was made here

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OPEN   ?= yes
PORT   ?=
JOBS   ?= 2

LAB  := $(VENV)/.lab-ready
TEST := $(VENV)/.test-ready
AXE  := tests/node_modules/axe-core/axe.min.js

.DEFAULT_GOAL := help
.PHONY: help lab test lint bench compare docs clean chromium firefox node

help:
	@sed -n '1,/^$$/s/^# //p' Makefile

lab: $(LAB)
	@$(BIN)/workbook lab $(if $(filter no,$(OPEN)),--no-open) $(if $(PORT),--port $(PORT))

test: $(TEST) $(AXE) chromium firefox lint
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

lint: $(TEST)
	$(BIN)/ruff check
	$(BIN)/mypy

bench: $(TEST)
	$(BIN)/python -m tests.bench $(if $(WRITE),--write $(WRITE))

# Other tools are installed into a folder that is removed afterwards; takes some minutes.
compare: $(TEST) chromium
	$(BIN)/python -m tests.bench.compare $(if $(WRITE),--write $(WRITE))

docs: $(TEST)
	$(BIN)/python -m workbook.folder.schema docs/schema
	$(BIN)/python -m tests.tools.language_page
	$(BIN)/python -m tests.tools.format_page
	$(BIN)/python -m tests.tools.scenario_notebooks

clean:
	rm -rf $(VENV) tests/node_modules build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A stamp later than pyproject.toml means: installed, nothing to do.
$(LAB): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(TEST): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(LAB)

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Python fehlt: bitte Python 3.11 bis 3.14 installieren. / Python is missing: please install Python 3.11 to 3.14."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' || { \
	  echo "$(PYTHON) ist $$($(PYTHON) -V 2>&1); nötig ist Python 3.11 bis 3.14, zum Beispiel: make lab PYTHON=python3.12"; \
	  echo "$(PYTHON) is $$($(PYTHON) -V 2>&1); Python 3.11 to 3.14 is needed, for example: make lab PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Das Modul venv fehlt, unter Debian und Ubuntu: apt install python3-venv"; \
	  echo "The module venv is missing, on Debian and Ubuntu: apt install python3-venv"; exit 1; }

# Node.js runs the JavaScript of an exported page beside the Python of a notebook.
node:
	@command -v node >/dev/null && command -v npm >/dev/null || { \
	  echo "Node.js 20 oder neuer fehlt (node und npm); make test vergleicht damit Python und JavaScript."; \
	  echo "Node.js 20 or newer is missing (node and npm); make test compares Python with JavaScript."; exit 1; }

$(AXE): tests/package.json | node
	npm install --prefix tests --no-package-lock --no-audit --no-fund --ignore-scripts --silent
	@touch $@

chromium: $(TEST)
	@$(BIN)/python tests/tools/chromium.py

firefox: $(TEST)
	@$(BIN)/python -m tests.tools.firefox
