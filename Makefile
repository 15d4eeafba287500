# Two commands on a fresh machine with Python 3.11 or newer: `make demo` shows it, `make test` tests it.
PYTHON ?= python3
BIN := .venv/bin
AS_OF := 2026-11-21
STRATEGY := examples/strategy-repo
# Compiled once and kept, whatever the shell around us says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check fix golden bench docs clean compiled help

help:
	@echo "make demo   lint, score, plan and render the example, and say which page to open"
	@echo "make test   run the tests"
	@echo "make check  ruff, mypy and the import contract"
	@echo "make fix    let ruff mend what it can"
	@echo "make golden write the expected outputs anew: read the diff before you commit it"
	@echo "make docs   write the generated pages of docs/ anew"
	@echo "make bench  measure time and memory"

demo: .venv/demo compiled
	@$(BIN)/digistrat lint $(STRATEGY) --as-of $(AS_OF)
	@echo
	@$(BIN)/digistrat score $(STRATEGY) --as-of $(AS_OF)
	@$(BIN)/digistrat plan $(STRATEGY) --as-of $(AS_OF)
	@$(BIN)/digistrat render $(STRATEGY) --as-of $(AS_OF) -o build/site

test: .venv/dev compiled
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine -q && $(BIN)/coverage report

check: .venv/dev compiled
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: .venv/dev
	$(BIN)/python -m pytest -q tests/golden --golden

docs: .venv/dev
	$(BIN)/python -m docs.generate

bench: .venv/dev compiled
	$(BIN)/python -m benchmarks.measure

compiled:
	@$(BIN)/python -m compileall -q src

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else \
	  "digistrat needs Python 3.11 or newer; try: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv .venv

.venv/demo: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[plan]'
	@touch $@

.venv/dev: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,plan]'
	@touch .venv/demo $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .coverage*
