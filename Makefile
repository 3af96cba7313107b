# make warehouse  read raw/, build and check the warehouse      make test  run the tests
# make ui         Dagster UI on http://127.0.0.1:3000            make lint  ruff
# make book       write the evidence pages to warehouse/book/   (after make warehouse)
# make export     write Parquet, datapackage.json and a workbook to warehouse/export/   (after make warehouse)
# make sql        the warehouse, read-only, in a terminal: catalogue, editor, results   (after make warehouse)
# make notebook   three questions with charts over the warehouse, in the browser (marimo)
# make samples    draw the samples in raw/ again                 make lock  write requirements.lock anew
# make suites     write expectations/*.json and docs/identities.md from the catalogue
# make bench      measure: writes docs/performance.md       BENCH="--pages 1000,5000 --sizes 100,1000,10000" for more
# make docs       write docs/questions.md and docs/dictionary.md from the samples in raw/, and follow the guides anew
RAW ?= raw
WAREHOUSE ?= warehouse
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
SQL := $(VENV)/sql

.PHONY: warehouse book export notebook test ui sql lint samples suites docs bench lock
.DEFAULT_GOAL := warehouse

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

warehouse: $(VENV)/installed
	@$(RUN) -m pipelines warehouse --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

book: $(VENV)/installed
	@$(RUN) -m pipelines book --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

export: $(VENV)/installed
	@$(RUN) -m pipelines export --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

$(VENV)/notebook: requirements-notebook.lock $(VENV)/installed
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-notebook.lock
	touch $@

notebook: $(VENV)/notebook
	@FINAL_ACCOUNTS_WAREHOUSE="$(abspath $(WAREHOUSE))" MARIMO_SKIP_UPDATE_CHECK=1 $(RUN) -m marimo edit --host 127.0.0.1 notebooks/three_questions.py

test: $(VENV)/notebook
	$(RUN) -m pytest

ui: $(VENV)/installed
	@exec $(RUN) -m pipelines ui --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

$(SQL)/installed: requirements-sql.lock
	$(PYTHON) -m venv $(SQL)
	$(SQL)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-sql.lock
	touch $@

sql: $(SQL)/installed
	@test -f "$(WAREHOUSE)/final_accounts.duckdb" || { echo "$(WAREHOUSE)/final_accounts.duckdb is not there: run make warehouse first" >&2; exit 2; }
	@exec $(SQL)/bin/harlequin --adapter duckdb --read-only "$(WAREHOUSE)/final_accounts.duckdb"

lint: $(VENV)/installed
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

samples: $(VENV)/installed
	$(RUN) -m tests.studies.samples

suites: $(VENV)/installed
	$(RUN) -m pipelines suites

bench: $(VENV)/installed
	$(RUN) -m tests.studies.bench $(BENCH)

docs: $(VENV)/installed
	$(RUN) -m tests.studies.docs
	$(RUN) -m tests.studies.guides

LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --no-emit-index-url
lock:
	$(LOCK) pyproject.toml --extra dev --output-file requirements.lock
	$(LOCK) --group pyproject.toml:notebook --constraint requirements.lock --output-file requirements-notebook.lock
	$(LOCK) --group pyproject.toml:sql --output-file requirements-sql.lock
