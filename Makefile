# make demo      install into .venv and run the main job on a small bundled site
# make test      install what the tests need and run them
# make coverage  the same, and which lines no test runs
# make check     rule files, style, types, and the direction of the imports
# make bench     measure extraction, stories, search and exports (PAGES="DIR …" for pages of your own); fails below bench/floors.json
# make soak      the service under ill treatment, on loopback (MINUTES=20 by default)
# make lock      renew requirements.lock and requirements-dev.lock from pyproject.toml

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ROOMS  := pipeline db crawler scheduler cli web demo rasid
## Each crawl is a process, which would read all source anew where none may write bytecode
## (PYTHONDONTWRITEBYTECODE, as in many containers): a third of a second each.
BYTECODE = @$(BIN)/python -m compileall -q $(ROOMS)

## Errors alone: of an extra that a library of a library names, and that is no more, nobody need know.
QUIET  := --quiet --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help install demo test coverage check bench soak lock clean

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/installed: pyproject.toml requirements.lock
	@sh tools/make_venv.sh "$(PYTHON)" "$(VENV)"
	@echo "Installing Rasid into $(VENV) (a minute the first time)"
	@$(BIN)/python -m pip install $(QUIET) --requirement requirements.lock
	@$(BIN)/python -m pip install $(QUIET) --no-deps --editable .
	$(BYTECODE)
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	@$(BIN)/python -m pip install $(QUIET) --requirement requirements-dev.lock
	@touch $@

install: $(VENV)/installed

demo: $(VENV)/installed
	@$(BIN)/rasid demo

## Crawls wait for their host more than they work: five workers for two cores.
test: $(VENV)/installed-dev
	@sh tools/install_test_servers.sh
	$(BYTECODE)
	@$(BIN)/python -m pytest --dist=loadfile --no-loadscope-reorder $(PYTEST_ARGS) \
		--numprocesses=$$($(BIN)/python -c 'import os; print(min(6, os.cpu_count() * 5 // 2))')

coverage: PYTEST_ARGS += --cov --cov-report=term:skip-covered
coverage: test

check: $(VENV)/installed-dev
	$(BIN)/python tools/check_rules.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench $(PAGES)

soak: $(VENV)/installed-dev
	$(BIN)/python -m bench.soak --minutes $(or $(MINUTES),20)

lock: $(VENV)/installed-dev
	$(BIN)/uv pip compile --quiet --universal --no-header --no-emit-index-url --no-annotate --upgrade \
		--extra export --extra postgresql pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --no-header --no-emit-index-url --no-annotate --upgrade \
		--group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist *.egg-info demo-output
