# Two commands matter: `make run` and `make test`. Everything is set up on first use.
# Distributions build their Python with a profile: it reads plans in four fifths of the time of one built by hand.
PYTHON ?= $(shell for p in /usr/bin/python3.1[1-9] python3; do $$p -c 'import ensurepip' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# On all cores; the tests of a file stay together, so that the server they share is started once.
PYTEST := $(BIN)/pytest -n auto --dist loadfile

.PHONY: run test test-all check goldens generated lock bench clean setup browser

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(STAMP)  ## build the graph from plans/ and serve it at http://127.0.0.1:8000
	$(BIN)/cchc build plans
	$(BIN)/cchc serve

check: $(STAMP)  ## format, lint, types, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m ontology.generate --check

browser:
	tests/install-chromium

test: check browser  ## all checks and tests but the slow ones
	$(PYTEST) -m "not slow"

test-all: check browser
	$(PYTEST)

goldens: $(STAMP)  ## rewrite the golden files of the tests; review the diff
	$(BIN)/pytest -q -m "not slow" --rewrite-goldens

generated: $(STAMP)  ## make terms, context and docs from the ontology
	$(BIN)/python -m ontology.generate

lock:  ## pin the dependencies with hashes (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --all-extras pyproject.toml -o requirements.lock

bench: $(STAMP)
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) graph build *.egg-info .mypy_cache .ruff_cache .pytest_cache
