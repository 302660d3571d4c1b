# `make demo` and `make test` set everything up by themselves; the other targets are for people who work on l10n.
VENV := .venv
BIN := $(VENV)/bin
export UV_PROJECT_ENVIRONMENT := $(VENV)

.PHONY: demo test check install bench lock clean

demo: $(VENV)/.installed
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh scripts/demo.sh

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check l10n tests benchmarks scripts
	$(BIN)/ruff check l10n tests benchmarks scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

install: $(VENV)/.installed

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

# Locked versions with hashes and without the names of hosts; uv.lock itself is not committed.
lock:
	uv lock -q --upgrade
	uv export -q --no-dev --no-emit-project --no-header --no-annotate --format requirements-txt -o requirements.lock
	uv export -q --no-emit-project --no-header --no-annotate --format requirements-txt -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .bench .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(VENV)/.installed: pyproject.toml requirements.lock
	@sh scripts/install.sh $(VENV) requirements.lock
	@touch $@

$(VENV)/.installed-dev: pyproject.toml requirements-dev.lock
	@sh scripts/install.sh $(VENV) requirements-dev.lock
	@touch $@ $(VENV)/.installed
