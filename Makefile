# Everything is set up as needed: Python 3.11 or newer (with venv), git and make are enough.
# make demo | quick | test | lint | docs | bench | fuzz | differential | crash | mutation | parity | pythons | schema | build | wheelhouse | clean

PLUGINS := cchc-index-bands cchc-index-cao-bang cchc-index-template
SOURCES := $(shell find src criteria docs/examples plugins -type f -not -path '*/tests/*' -not -name '*.pyc' 2>/dev/null) pyproject.toml README.md LICENSE
PIP := -m pip --disable-pip-version-check --no-input install --quiet
EDITABLE := $(foreach plugin,$(PLUGINS),-e ./plugins/$(plugin))
WHEELS = dist/cchc_index-*.whl $(foreach plugin,$(subst -,_,$(PLUGINS)),dist/$(plugin)-*.whl)

.PHONY: demo quick test lint docs bench fuzz fuzz-audit differential crash mutation parity pythons schema build wheelhouse clean

demo: .venv/.demo
	@.venv/bin/cchc-index demo

test: .venv-test/.ready
	@CCHC_DIST="$(CURDIR)/dist" PATH="$(CURDIR)/.venv-test/bin:$$PATH" .venv-test/bin/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

# What a developer runs ten times a day: all tests but the slow ones, against the checkout, in less than a minute.
quick: .venv/.dev
	@.venv/bin/python -m pytest -q --hypothesis-profile quick --numprocesses auto --dist loadfile -m "not slow" $(ARGS)

lint: .venv/.dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/deptry src

docs: .venv/.dev
	@.venv/bin/python -m sphinx -q -W -n --keep-going -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: .venv/.dev
	@.venv/bin/python tests/bench/run.py

# the second scorer beside the library: 4,000 random sets with 25 units each, the ordinary tests hold 800 of them
differential: .venv/.dev
	@CCHC_DIFFERENTIAL_CHUNK=100 .venv/bin/python -m pytest -q --numprocesses auto --dist loadfile tests/differential

# each command that writes, killed at 200 points of its life
crash: .venv/.dev
	@.venv/bin/python -m tests.crash.run

# the same results under every Python at hand, or under those that PYTHONS names
pythons:
	@./.ci/pythons

# Mutants of what makes points, ranks and classes, each held against the tests beside it (more than an hour); goes on
# where it was stopped. Ends with a table, and with 1 where a survivor has no reason in tests/mutation/survivors.yaml.
mutation: .venv/.dev
	@./.ci/quiet .venv/bin/python $(PIP) -e '.[mutation]'
	@PATH="$(CURDIR)/.venv/bin:$$PATH" CCHC_DIFFERENTIAL_CHUNKS=1 CCHC_DIFFERENTIAL_CHUNK=20 .venv/bin/mutmut run > mutants.log 2>&1 || (tail -20 mutants.log; exit 1)
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/python -m tests.mutation.report

# Published indices made anew from what they were made of, in the folder DATA; ends with a table, and with 1 where a figure
# differs without a reason.
DATA ?=
parity: .venv/.dev
	@.venv/bin/python -m tests.parity $(if $(DATA),"$(DATA)")

# Random files where files are read, SECONDS each; ends with a traceback when anything but a refusal comes of it. Then random
# published tables: the audit must find nothing in correct ones, and every misprint (make fuzz-audit alone, half an hour).
SECONDS ?= 60
fuzz: .venv/.dev
	@./.ci/quiet .venv/bin/python $(PIP) -e '.[fuzz]'
	@for target in criteria table workbook frame cycle; do \
	echo "Fuzzing the reading of a $$target for $(SECONDS) s ..."; \
	.venv/bin/python tests/fuzz/run.py $$target $(SECONDS) 2>&1 | grep -E "executed_units|Error|ERROR|File " || exit 1; done
	@if ls tests/fuzz/found-* >/dev/null 2>&1; then echo "Found:"; ls tests/fuzz/found-*; exit 1; fi
	@$(MAKE) --no-print-directory fuzz-audit

fuzz-audit: .venv/.dev
	@echo "Auditing 10,000 correct random tables and 5,000 misprints ..."
	@.venv/bin/python -m tests.fuzz.audit 10000 5000

build: dist/.built

# All that an installation without network needs, in the folder wheelhouse: for this machine's system and Python, or
# make wheelhouse PLATFORM=win_amd64 PYTHON=3.12
wheelhouse: dist/.built
	@./.ci/wheelhouse "$(PLATFORM)" "$(PYTHON)"

.venv/bin/python:
	@python=$$(./.ci/find-python) && echo "Setting up .venv with $$python ..." && ./.ci/quiet "$$python" -m venv .venv

.venv/.demo: pyproject.toml plugins/*/pyproject.toml | .venv/bin/python
	@./.ci/quiet .venv/bin/python $(PIP) -e . $(EDITABLE)
	@touch $@

.venv/.dev: pyproject.toml plugins/*/pyproject.toml | .venv/bin/python
	@echo "Installing what development needs ..."
	@./.ci/quiet .venv/bin/python $(PIP) -e '.[dev]' $(EDITABLE)
	@touch $@ .venv/.demo

.venv-test/bin/python:
	@python=$$(./.ci/find-python) && echo "Setting up .venv-test with $$python ..." && ./.ci/quiet "$$python" -m venv .venv-test

.venv-test/.tools: pyproject.toml | .venv-test/bin/python
	@echo "Installing what the tests need ..."
	@./.ci/quiet .venv-test/bin/python $(PIP) ".[test$$(command -v java >/dev/null && echo ,spark)]"
	@touch $@

dist/.built: $(SOURCES) .venv-test/.tools
	@echo "Building wheels and the source distribution ..."
	@rm -rf dist
	@./.ci/quiet .venv-test/bin/python -m build --outdir dist .
	@for plugin in $(PLUGINS); do ./.ci/quiet .venv-test/bin/python -m build --wheel --outdir dist plugins/$$plugin || exit 1; done
	@touch $@

.venv-test/.ready: dist/.built
	@./.ci/quiet .venv-test/bin/python $(PIP) --force-reinstall --no-deps $(WHEELS)
	@touch $@

clean:
	@rm -rf .venv .venv-test dist docs/_build .mypy_cache .ruff_cache .hypothesis mutants mutants.log

schema: .venv/.dev
	@.venv/bin/python -c "import json, pathlib; from cchc_index.cycles.schema import cycle_schema; from cchc_index.reading.yaml.json_schema import criteria_schema; \
	[pathlib.Path(path).write_text(json.dumps(schema, ensure_ascii=False, indent=1) + '\n', encoding='utf-8') for path, schema in \
	(('criteria/criteria.schema.json', criteria_schema()), ('docs/examples/cycle.schema.json', cycle_schema()))]"
