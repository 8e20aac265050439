# SPDX-License-Identifier: Apache-2.0
# `make demo` and `make test` do all set-up themselves on a machine with Python >= 3.11 and make.
VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
JOBS ?= 2

.PHONY: demo test setup setup-test browser lint renew docs benchmarks clean

demo: $(BIN)/.ready
	@mkdir -p demo
	@echo 'Auditing the sample site tests/sites/demo …'
	@$(BIN)/licaudit scan tests/sites/demo --config tests/sites/demo/licaudit.toml --report demo/report --format concise; status=$$?; \
	if [ $$status -gt 1 ] && [ $$status -ne 3 ]; then exit $$status; fi
	@echo
	@echo "The report for editors is at $(CURDIR)/demo/report/index.html"

test: $(BIN)/.ready-test browser lint
	LICAUDIT_CHROMIUM=$$(sh tests/browser/find_chromium.sh) $(BIN)/python -m pytest -n $(JOBS)

lint: $(BIN)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src

setup: $(BIN)/.ready
setup-test: $(BIN)/.ready-test

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'licaudit needs Python 3.11 or newer; none was found on PATH.' >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(BIN)/.ready: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(BIN)/.ready-test: $(BIN)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

# A real Chromium is part of the tests. Where none is installed and we may, Debian's is installed.
browser:
	@sh tests/browser/find_chromium.sh --install

renew: $(BIN)/.ready-test
	$(BIN)/python -m pytest -q --renew-samples tests/samples

docs: $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/mkdocs build --strict --site-dir build/docs

# What needs labelled lines (accuracy.py, fit_scores.py) is run by hand with the folder that holds them.
benchmarks: $(BIN)/.ready-test
	@for b in credits_speed judge report_html; do echo "== $$b"; LICAUDIT_CHROMIUM=$$(sh tests/browser/find_chromium.sh) $(BIN)/python benchmarks/$$b.py || exit $$?; done

clean:
	rm -rf $(VENV) demo build dist
