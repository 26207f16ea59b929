# The work on gratitude, one target a task. `make` alone lists them.
# Everything runs with the programs of .venv, which is made on first use and renewed when pyproject.toml or
# constraints.txt change; nothing outside this folder is touched.

PYTHON ?= python3
PORT ?= 8000
JOBS ?= 2

BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt
SAMPLES := samples/mail samples/wordpress.xml
MADE_FROM := pyproject.toml constraints.txt hatch_build.py

.DEFAULT_GOAL := help
.PHONY: help site serve test lint clean
.DELETE_ON_ERROR:

help: ## show what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do \
	  printf '  make %-6s %s\n' "$$name" "$$what"; done

site: .venv/.installed ## collect the sample letters into the inbox and build the sample blog
	@test -d samples/mail || { echo "samples/mail is missing: this needs a whole clone"; exit 1; }
	$(BIN)/gratitude collect $(SAMPLES)
	@echo
	$(BIN)/pelican content
	@echo
	@echo "The blog lies in output/. 'make serve' shows it at http://localhost:$(PORT)/ (Ctrl-C ends it)."
	@echo "What waits for you: $(BIN)/gratitude list"

serve: .venv/.installed ## show the blog at http://localhost:8000/, and build it again when something changes
	@echo "http://localhost:$(PORT)/   (Ctrl-C ends it)"
	$(BIN)/pelican --autoreload --listen --port $(PORT)

test: .venv/.tested-with ## run all tests; those that need programs which are not here say so
	$(BIN)/python -m pytest --no-header -n $(JOBS) --dist worksteal

lint: .venv/.tested-with ## check style, types, and which part may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=plugins $(BIN)/lint-imports
	$(BIN)/python -m pytest --no-header --quiet tests/test_architecture.py -k cycle

clean: ## remove what was built and installed; the inbox (.gratitude) and its decisions stay
	rm -rf .venv build dist output cache node_modules \
	  .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment of the blog: this package in editable form and what it needs.
.venv/.installed: $(MADE_FROM)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "gratitude needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	@echo "Installing into .venv (a minute, once) ..."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv
	@$(INSTALL) --upgrade pip
	@$(INSTALL) --build-constraint constraints.txt --editable .
	@touch $@

# The same with the tools of `make test` and `make lint`.
.venv/.tested-with: .venv/.installed
	@echo "Installing the tools for tests and checks into .venv ..."
	@$(INSTALL) --group dev
	@touch $@
