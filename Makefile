# `make help` lists the targets. They need python >= 3.11 with pip, make and git, and nothing else.

PYTHON ?= python3
CHROMIUM ?= chromium
PORT ?= 8000
BASE ?= main
RUNS ?= 100000

UV := .tools/bin/uv
BIN := .venv/bin

export BASE
export CHROMIUM
export UV_PYTHON := $(PYTHON)
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := 1
export NUMBA_CACHE_DIR := $(CURDIR)/.cache/numba
export NO_MKDOCS_2_WARNING := 1
unexport VIRTUAL_ENV
# Without bytecode files every command would compile all its libraries again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help build test check pr-check pr-evidence serve release publish preview bench fuzz lint clean lock sbom audit vendor chromium

help: ## list the targets (at once)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: .venv/.stamp-$(if $(filter zensical,$(BUILDER)),zensical,run) ## build site/ from evidence/; proves that evidence, charts, pages and links are sound (about 1 minute the first time, then seconds; BUILDER=zensical takes the other site builder)
	@$(BIN)/living-review build $(if $(BUILDER),--builder '$(BUILDER)')

test: .venv/.stamp-dev chromium ## run every test; proves the method, the published numbers and the site in a browser (minutes)
	@$(BIN)/python -m pytest

check: .venv/.stamp-run ## check the evidence only; proves that every file holds what it must (seconds)
	@$(BIN)/living-review check

pr-check: pr-evidence lint test ## do all that a pull request is judged by, against BASE=main; proves that it may be merged (minutes)

pr-evidence: .venv/.stamp-run ## check the evidence, name its impact against BASE=main, build a preview in build/pull-request/; proves what a change of evidence does (about 2 minutes)
	@$(BIN)/living-review check $(if $(GITHUB_ACTIONS),--format github)
	@rm -rf build/pull-request && mkdir -p build/pull-request
	@$(BIN)/living-review impact --base "$$BASE" --format json > build/pull-request/impact.json
	@$(BIN)/living-review impact --base "$$BASE" > build/pull-request/impact.md
	@cat build/pull-request/impact.md $(if $(GITHUB_STEP_SUMMARY),| tee -a "$$GITHUB_STEP_SUMMARY")
	@$(BIN)/living-review build --base "$$BASE" --output build/pull-request/site
	@printf '\n%s\n' "With a chart for each conclusion: the page impact.html of the preview, build/pull-request/site." $(if $(GITHUB_STEP_SUMMARY),| tee -a "$$GITHUB_STEP_SUMMARY")

serve: build ## build, then serve site/ on http://127.0.0.1:8000 until interrupted; proves that the site works in a browser (as long as build)
	@echo "http://127.0.0.1:$(PORT)/ serves site/; Ctrl-C stops it."
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory site

release: .venv/.stamp-run ## freeze evidence and conclusions as VERSION=2.1; proves that the evidence checks and that no version goes backwards (seconds)
	@$(if $(VERSION),,echo "Name the version, as in 'make release VERSION=2.1'." >&2; exit 2)
	@$(BIN)/living-review release '$(VERSION)'

publish: .venv/.stamp-run ## put every released version, or VERSION=…, on branch gh-pages here or of REMOTE=…; proves that older versions stay byte for byte (about 1 minute for each; SITE_URL=https://host/path/ makes links to it absolute)
	@$(BIN)/living-review publish $(if $(VERSION),'$(VERSION)') $(if $(REMOTE),--remote '$(REMOTE)') $(if $(SITE_URL),--site-url '$(SITE_URL)')

preview: .venv/.stamp-run ## serve the published versions on http://127.0.0.1:8000 until interrupted; proves what a host of the branch would show (seconds)
	@$(BIN)/living-review preview --port $(PORT) $(if $(REMOTE),--remote '$(REMOTE)')

bench: .venv/.stamp-run .cache/peers/.stamp ## measure speed and accuracy beside other libraries; keeps them in benchmarks/results/ (minutes, on a quiet machine; TORCH=torch adds torchbelief, gigabytes)
	@$(if $(TORCH),$(UV) pip install --quiet --python $(BIN)/python --target .cache/peers '$(TORCH)' torchbelief==0.3.0)
	@$(BIN)/python -m benchmarks --peers .cache/peers

lint: .venv/.stamp-dev ## check style, types and import rules; proves that the layers hold (about 20 seconds)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/import-linter

fuzz: .tools/.stamp ## try RUNS=100000 malformed inputs on each reader of evidence, issues and bibliographies, guided by coverage; proves that none fails; findings are kept in tests/hostile/found/ (about an hour)
	@for judge in text load submission; do \
		$(UV) run --quiet --isolated --frozen --no-dev --group fuzz python -m tests.hostile.fuzz $$judge --runs $(RUNS) || exit 1; \
	done

clean: ## remove what was built and all caches, keep the environment (at once)
	rm -rf build site .site.building .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find generator tests tools -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

lock: .tools/.stamp ## move every locked dependency to its newest allowed version (seconds); run the tests afterwards
	$(UV) lock --upgrade
	echo 'uv>=0.13,<0.14' | $(UV) pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-annotate \
		--custom-compile-command 'make lock' --output-file requirements-uv.txt -
	$(UV) export --frozen --quiet --no-dev --group build --no-emit-project --no-header --no-annotate \
		--output-file review_template/kept/requirements.txt >/dev/null

sbom: .venv/.stamp-run ## write build/sbom.cdx.json, the bill of materials of this version: libraries, browser files, hashes, licences (seconds)
	@mkdir -p build
	@$(UV) export --quiet --frozen --no-dev --format cyclonedx1.5 --preview-features sbom-export > build/sbom.uv.json
	@$(BIN)/python tools/bill_of_materials.py < build/sbom.uv.json > build/sbom.cdx.json
	@rm build/sbom.uv.json
	@echo "the bill of materials is at build/sbom.cdx.json"

audit: .tools/.stamp ## ask the public list of vulnerabilities about every locked library; needs the network (seconds)
	@mkdir -p build
	@$(UV) export --quiet --frozen --no-emit-project --output-file build/audit.txt > /dev/null
	@$(UV) tool run --from 'pip-audit==2.10.1' pip-audit --disable-pip --require-hashes --requirement build/audit.txt

vendor: .tools/.stamp ## fetch the vendored browser files again with npm; proves that they are what their lock file says (about 20 seconds)
	$(UV) run --isolated --frozen --only-group vendor python tools/vendor_assets.py $(if $(UPDATE),--update)

# The environment. `build` installs what runs; `test` and `lint` add the development tools and keep the rest.

.venv/.stamp-run: .tools/.stamp uv.lock pyproject.toml
	@$(UV) sync --frozen --inexact --no-dev
	@touch $@

.venv/.stamp-zensical: .tools/.stamp uv.lock pyproject.toml
	@$(UV) sync --frozen --inexact --no-dev --extra zensical
	@touch .venv/.stamp-run $@

.venv/.stamp-dev: .tools/.stamp uv.lock pyproject.toml
	@$(UV) sync --frozen --inexact
	@touch .venv/.stamp-run $@

# Other libraries, at the end of the search path: they use our NumPy and numba, and nothing of ours can see them.
.cache/peers/.stamp: .tools/.stamp uv.lock
	@mkdir -p .cache/peers
	@$(UV) export --frozen --quiet --only-group bench --no-emit-project --no-header --no-annotate \
		--no-emit-package numpy --no-emit-package numba --no-emit-package llvmlite --output-file .cache/peers.txt >/dev/null
	@$(UV) pip install --quiet --python $(BIN)/python --target .cache/peers --no-deps --require-hashes -r .cache/peers.txt
	@touch $@

# A plain folder instead of a virtual environment: Debian's python3 comes without ensurepip.
.tools/.stamp: requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not: name another one, as in 'make build PYTHON=python3.12'." >&2; \
		exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { \
		echo "'$(PYTHON)' has no pip: install it first (on Debian: apt-get install python3-pip)." >&2; \
		exit 1; }
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action=ignore \
		--upgrade --target .tools --require-hashes -r requirements-uv.txt
	@$(UV) --version
	@touch $@

chromium:
	@command -v $(CHROMIUM) >/dev/null 2>&1 || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; \
		else \
			echo "The browser tests need Chromium: install it (on Debian: apt-get install chromium) or name it, as in 'make test CHROMIUM=/path/to/chromium'." >&2; \
			exit 1; \
		fi; }
