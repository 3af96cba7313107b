RAW ?= raw
WAREHOUSE ?= warehouse
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
SQL := $(VENV)/sql
UV := $(shell command -v uv)
# Images of containers set it; without its cache every short process (the tests start hundreds) would compile Dagster anew: eight seconds, not three.
unexport PYTHONDONTWRITEBYTECODE

# Install what a lock file holds, $(2), for the Python $(1): with uv where it is at hand, else, or where uv knows no way to the packages, with pip.
define install
	@echo "Installing the packages of $(2)$(if $(UV),, with pip, which takes minutes (with uv on the PATH, seconds))"
	@$(if $(UV),uv pip install --quiet --python $(1) --no-deps --require-hashes -r $(2) || )$(1) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(2)
endef

.PHONY: help warehouse desk book export notebook ocr test cluster ui sql site audit lint samples suites docs sentences guides bench lock
.DEFAULT_GOAL := warehouse

help: ## say what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "%-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(call install,$(RUN),requirements.lock)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(addprefix $(VENV)/,dev notebook ocr cluster): $(VENV)/%: requirements-%.lock $(VENV)/installed
	$(call install,$(RUN),$<)
	touch $@

# rapidocr-onnxruntime 1.4.4 has no release for Python 3.13, which pip says in a screenful.
$(VENV)/ocr: | $(VENV)/python-for-ocr
$(VENV)/python-for-ocr: $(VENV)/installed
	@$(RUN) -c "import sys; sys.version_info < (3, 13) or sys.exit('What reads scans asks for Python 3.11 or 3.12: rm -r $(VENV) && make ocr PYTHON=python3.12')"

warehouse: $(VENV)/installed ## read raw/, build and check the warehouse (RAW=folder WAREHOUSE=folder for others)
	@$(RUN) -m pipelines warehouse --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

desk: $(VENV)/installed ## open one local page over the warehouse: search, figures, tables, comparisons, checks (after make warehouse)
	@exec $(RUN) -m pipelines desk --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

book: $(VENV)/installed ## write the evidence pages to warehouse/book/ (after make warehouse)
	@$(RUN) -m pipelines book --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

export: $(VENV)/installed ## write Parquet, datapackage.json and a workbook to warehouse/export/ (after make warehouse)
	@$(RUN) -m pipelines export --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

notebook: $(VENV)/notebook ## open six questions with charts over the warehouse in the browser (EDIT=1 to change their queries)
	@FINAL_ACCOUNTS_WAREHOUSE="$(abspath $(WAREHOUSE))" MARIMO_SKIP_UPDATE_CHECK=1 $(RUN) -m marimo $(if $(EDIT),edit,run) --host 127.0.0.1 notebooks/six_questions.py

ocr: $(VENV)/ocr ## install what reads pages that are pictures (600 MB; needs a network)

test: $(VENV)/notebook $(VENV)/dev ## run the tests (TESTS="tests/forms -x" for some)
	$(RUN) -m pytest $(TESTS)

cluster: $(VENV)/cluster $(VENV)/dev ## run the tests of what is beyond one machine (docs/scale.md; each skips and says what is missing)
	$(RUN) -m pytest -n 0 -m cluster tests/cluster

ui: $(VENV)/installed ## open the Dagster UI on http://127.0.0.1:3000 (Ctrl-C stops it)
	@exec $(RUN) -m pipelines ui --raw "$(RAW)" --warehouse "$(WAREHOUSE)"

$(SQL)/installed: requirements-sql.lock
	$(PYTHON) -m venv $(SQL)
	$(call install,$(SQL)/bin/python,requirements-sql.lock)
	touch $@

sql: $(SQL)/installed ## open the warehouse, read-only, in a terminal: catalogue, editor, results (after make warehouse)
	@test -f "$(WAREHOUSE)/final_accounts.duckdb" || { echo "$(WAREHOUSE)/final_accounts.duckdb is not there: run make warehouse first" >&2; exit 2; }
	@exec $(SQL)/bin/harlequin --adapter duckdb --read-only "$(WAREHOUSE)/final_accounts.duckdb"

$(VENV)/site/installed: requirements-site.lock
	$(PYTHON) -m venv $(VENV)/site
	$(call install,$(VENV)/site/bin/python,requirements-site.lock)
	touch $@

site: $(VENV)/site/installed ## build the documentation as a site in warehouse/site/ (every link must lead somewhere)
	@NO_MKDOCS_2_WARNING=1 $(VENV)/site/bin/mkdocs build --strict

audit: $(VENV)/installed ## ask whether a package of the lock files has a known vulnerability (needs a network, installs pip-audit once)
	@$(RUN) .ci/audit.py

lint: $(VENV)/dev ## check the code without running it
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(VENV)/bin/sqlfluff lint --disable-progress-bar --processes 2 sql
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

samples: $(VENV)/dev ## draw the samples in raw/ again
	$(RUN) -m tests.studies.samples

suites: $(VENV)/installed ## write expectations/*.json and docs/identities.md from the heads of sql/checks/identities
	$(RUN) -m pipelines suites

bench: $(VENV)/dev ## measure, and write docs/performance.md (BENCH="--pages 1000,5000 --sizes 100,1000,10000" for more)
	$(RUN) -m tests.studies.bench $(BENCH)

docs: $(VENV)/dev ## write what is written from the code: docs/questions.md, docs/dictionary.md (from the samples in raw/), tests/snapshots/
	$(RUN) -m tests.studies.docs
	$(RUN) -m tests.studies.graph

sentences: $(VENV)/dev ## write tests/snapshots/findings_finals.txt: every sentence of every finding on the real reports (where they are)
	$(RUN) -m tests.studies.sentences

guides: $(VENV)/dev ## follow the guides in copies of the project and write what their steps say (GUIDES=docs/add-a-report.md for one)
	$(RUN) -m tests.studies.guides $(GUIDES)

LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --no-emit-index-url
# What requirements.lock installs everywhere; what it has for one system alone (colorama: Windows) another lock names again.
WITHOUT = $$(sed -n 's/^\([a-z0-9._-]*\)==[^;]*$$/--no-emit-package \1/p' requirements.lock)
lock: ## write the lock files anew (needs uv and a network)
	$(LOCK) pyproject.toml --group install --output-file requirements.lock
	$(LOCK) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock $(WITHOUT)
	$(LOCK) --group pyproject.toml:notebook --constraint requirements.lock --constraint requirements-dev.lock --output-file requirements-notebook.lock
	$(LOCK) pyproject.toml --extra ocr --constraint requirements.lock --constraint requirements-dev.lock --output-file requirements-ocr.lock $(WITHOUT)
	$(LOCK) pyproject.toml --extra cluster --constraint requirements.lock --constraint requirements-dev.lock --output-file requirements-cluster.lock $(WITHOUT)
	$(LOCK) --group pyproject.toml:sql --output-file requirements-sql.lock
	$(LOCK) --group pyproject.toml:site --output-file requirements-site.lock
