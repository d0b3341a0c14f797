# make run    serve the dashboard on http://127.0.0.1:8501
# make test   prove it: set up what the checks need, the browser included, then check
# make test-press  what takes minutes more: every figure at every size, every light page, in every language, pictures
#                that go round, copying, a reader whom no connection reaches
# make test-disclosure  bad registers, a hundred random ones against somebody who works out what was withheld, and
#                publications killed midway: minutes too
# make test-spark  a small Spark on this machine counts what DuckDB counts, and loses a worker midway
# make check  the checks alone: format, lint, fences, SQL, types, tests
# make data   check data/source/ and write data/*.parquet and data/release.json from it
# make publish FILE=...  a register becomes a public release of protected tables; LANG_=kk, ru or en, WAIT=1;
#                ENGINE=spark MASTER=spark://host:7077 counts on more machines
# make demo   the same with an invented register of 20,000 rows, which says everywhere that it is synthetic
# make releases  the releases of the register, the newest first
# make rollback  show the release before, or RELEASE=...
# make template  an empty workbook for a register, with notes in three languages: register.xlsx, or FILE=...
# make words  take new texts into the translation files
# make bench  measure speed, as docs/benchmarks.md tells
# make bench-register  how long a register takes, up to 50 million rows: 20 minutes; ROWS="10000 1000000" takes minutes
# make bench-spark  the same count by DuckDB and by a small Spark on this machine: minutes; ROWS=1000000
# make shots  a picture of every page, language, width and theme, in shots/
# make contact-sheet  every figure at every size on one page for each language, in contact-sheet/
# make format put code and SQL into the shape that the checks want
# make clean  remove what these commands made; data/ stays

PORT    ?= 8501
ADDRESS ?= 127.0.0.1
WORKERS ?= 2
LANG_   ?= en

python := .venv/bin/python
spark := .venv-spark/bin/python
sources := app.py dashboard pages tests

# The first Python here that is new enough: on macOS, `python3` often is not.
find_python = for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; name=; done

.PHONY: run test test-press test-disclosure test-spark check format data publish demo releases rollback template words bench bench-register bench-spark shots contact-sheet clean

run: .venv/run.stamp
	@echo 'Starting on http://$(ADDRESS):$(PORT) (Ctrl+C stops it)'
	@exec $(python) -m uvicorn app:app --host $(ADDRESS) --port $(PORT) --log-level warning

test: .venv/test.stamp
	@$(python) -m tests.browser
	@$(MAKE) --no-print-directory check

check: .venv/test.stamp
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	.venv/bin/lint-imports --no-logo
	$(python) -m sqlfluff lint --disable-progress-bar queries
	$(python) -m mypy $(sources)
	$(python) -m pytest -n $(WORKERS) --dist worksteal -m 'not matrix and not register'

test-press: .venv/test.stamp
	@$(python) -m tests.browser
	$(python) -m pytest -n $(WORKERS) --dist worksteal -m matrix

test-disclosure: .venv/test.stamp
	@$(python) -m tests.browser
	$(python) -m pytest -n $(WORKERS) --dist worksteal -m register tests/disclosure tests/register tests/test_register_queries.py

test-spark: .venv-spark/test.stamp
	@$(spark) -m tests.spark.machine
	$(spark) -m pytest tests/spark

format: .venv/test.stamp
	$(python) -m ruff format .
	$(python) -m ruff check --fix .
	$(python) -m sqlfluff fix --disable-progress-bar queries

data: .venv/run.stamp
	@$(python) -m dashboard.publish

publish: $(if $(filter spark,$(ENGINE)),.venv-spark,.venv)/run.stamp
	@test -n "$(FILE)" || { echo 'Which register? make publish FILE=register.xlsx'; exit 1; }
	@$(<D)/bin/python -m dashboard.publish register "$(FILE)" --lang $(LANG_) $(if $(WAIT),--wait) \
	  $(if $(ENGINE),--engine $(ENGINE) --master "$(MASTER)")

demo: .venv/run.stamp
	@$(python) -m dashboard.publish demo --lang $(LANG_)

releases: .venv/run.stamp
	@$(python) -m dashboard.publish releases --lang $(LANG_)

rollback: .venv/run.stamp
	@$(python) -m dashboard.publish rollback $(RELEASE) --lang $(LANG_)

template: .venv/run.stamp
	@$(python) -m dashboard.publish template $(FILE)

words: .venv/run.stamp
	@$(python) -m dashboard.locale.update

bench: .venv/test.stamp
	@$(python) -m tests.bench

bench-register: .venv/test.stamp
	@$(python) -m tests.bench.register $(ROWS)

bench-spark: .venv-spark/test.stamp
	@$(spark) -m tests.bench.spark $(ROWS)

contact-sheet: .venv/test.stamp
	@$(python) -m tests.press.contact_sheet

shots: .venv/test.stamp
	@$(python) -m tests.e2e.shots

clean:
	rm -rf .venv .venv-spark shots contact-sheet .cache .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find app.py dashboard pages tests -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python .venv-spark/bin/python:
	@$(find_python); \
	test -n "$$name" || { echo 'Python 3.11 or newer is missing. Debian, Ubuntu: apt install python3 python3-venv. macOS: brew install python3.'; exit 1; }; \
	$$name -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. Debian, Ubuntu: apt install $$(basename $$name)-venv."; exit 1; }; \
	$$name -m venv --clear $(@:/bin/python=)

# A stamp is as old as the last install, so a second call asks no registry.
.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo 'Installing what requirements.txt names into .venv (about a minute)'
	@$(python) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test.stamp: requirements-dev.txt .venv/run.stamp
	@echo 'Installing what requirements-dev.txt names into .venv'
	@$(python) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv-spark/run.stamp: requirements-spark.txt requirements.txt | .venv-spark/bin/python
	@echo 'Installing what requirements-spark.txt names into .venv-spark (about two minutes)'
	@$(spark) -m pip install --quiet --disable-pip-version-check -r requirements-spark.txt
	@touch $@

# Of what checks the dashboard, as little as the tests beside Spark need, in the same versions.
.venv-spark/test.stamp: requirements-dev.txt .venv-spark/run.stamp
	@$(spark) -m pip install --quiet --disable-pip-version-check -c requirements-dev.txt hypothesis pytest
	@touch $@
