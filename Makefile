# Everything that people and the continuous integration run. Needs make and Python 3.11, 3.12 or 3.13.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: demo test slow lint types generate bench docs serve build clean

demo: $(VENV)/ready-run  ## set up and run the main job
	$(BIN)/rsetk-ld demo
	@echo 'The command is $(BIN)/rsetk-ld; ". $(BIN)/activate" makes it `rsetk-ld`.'

test: $(VENV)/ready-dev lint types  ## set up and pass the tests
	$(BIN)/pytest -n $(JOBS) -q

slow: $(VENV)/ready-dev  ## the tests that take minutes
	$(BIN)/pytest -n $(JOBS) -q -m slow

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

types: $(VENV)/ready-dev
	$(BIN)/mypy

generate: $(VENV)/ready-dev  ## write src/rsetk_ld/generated from the schema
	$(BIN)/python schema/generate.py
	$(BIN)/python schema/answers.py

bench: $(VENV)/ready-dev  ## compare speed with the obvious peers
	$(BIN)/python bench/run.py

docs: $(VENV)/ready-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

serve: $(VENV)/ready-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

build: $(VENV)/ready-dev
	$(BIN)/pip wheel -q --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed; set PYTHON=/path/to/it"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --upgrade 'pip>=25.1'

$(VENV)/ready-run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q -e '.[fast]'
	@touch $@

$(VENV)/ready-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install -q -e '.[fast]' --group dev
	@touch $@
