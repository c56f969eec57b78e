# `make` alone prints this list. Every target creates .venv first where it is missing;
# VENV= (empty) uses the python on the PATH instead: make check VENV=

VENV   ?= .venv
PYTHON ?= python3
E      ?=
IMPL   ?= exercises
SEED   ?= 0
JOBS   ?=
N      ?= 20
DATA   ?= own
MIRROR ?=

ifeq ($(strip $(VENV)),)
PY    := $(shell command -v python || command -v python3)
READY :=
else
PY    := $(VENV)/bin/python
READY := $(VENV)/.ready
endif

NAMES   = $(if $(strip $(E)),"$(E)")
OPTIONS = --impl "$(IMPL)" --seed $(SEED) --data $(DATA) $(if $(JOBS),--jobs $(JOBS))

.DEFAULT_GOAL := help
.PHONY: help setup check list next hint reset data test answers stress bench lint

help:
	@echo "Learn"
	@echo "  make check [E=...]       grade your exercises; E is a chapter (13, ch13_dropout, dropout)"
	@echo "                           or a stub (dropout_layer), several with commas"
	@echo "  make list [E=...]        chapters and stubs, and how far you are"
	@echo "  make next [E=...]        the next stub to do"
	@echo "  make hint E=stub         one more hint at each call"
	@echo "  make reset E=stub        the original stub back; your text is kept beside it"
	@echo "Teach"
	@echo "  make check IMPL=solutions  the same with the solutions, or any folder of chapter files"
	@echo "  make check SEED=7 JOBS=4   other random inputs; so many chapters side by side"
	@echo "  make check DATA=real       train on the real data sets, which make data downloads"
	@echo "  make data [MIRROR=URL]     download them, once, to data/real"
	@echo "Maintain"
	@echo "  make setup               create or renew the environment"
	@echo "  make test                test the tests and the grader"
	@echo "  make answers [E=...]     are the known wrong and right answers judged rightly?"
	@echo "  make stress [N=20]       the same over N seeds: false alarms and margins"
	@echo "  make bench               speed, as ratios to import torch"
	@echo "  make lint                ruff"

setup:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { \
	  echo "Python 3.10 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
	  echo "Name another one: make setup PYTHON=python3.12"; exit 2; }
ifneq ($(READY),)
	@echo "Setting up $(VENV), once. PyTorch is large: this takes a minute or a few."
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --upgrade "pip>=25.1"
	@$(PY) -m pip install --quiet --group learn
	@touch $(READY)
endif

$(VENV)/.ready:
	@$(MAKE) --no-print-directory setup

check: $(READY)
	@$(PY) -m tests.grader check $(NAMES) $(OPTIONS)

list next hint reset: $(READY)
	@$(PY) -m tests.grader $@ $(NAMES)

data: $(READY)
	@$(PY) -m data $(if $(strip $(MIRROR)),--mirror "$(MIRROR)")

test: $(READY)
	@$(PY) -m pytest tests/selftest

answers: $(READY)
	@$(PY) -m tests.grader answers $(NAMES) $(if $(JOBS),--jobs $(JOBS))

stress: $(READY)
	@$(PY) -m tests.grader stress $(NAMES) --seeds $(N) $(if $(JOBS),--jobs $(JOBS))

bench: $(READY)
	@$(PY) -m tests.grader bench

lint: $(READY)
	@$(PY) -m ruff --version >/dev/null 2>&1 || $(PY) -m pip install --quiet --group dev
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .
