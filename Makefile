# canvaspress: `make demo` prints the samples into out/, `make test` runs every check. Both install what is missing first.

.PHONY: demo test setup fonts-all format clean

SWIFT ?= swift
SHELL = /bin/bash
.SHELLFLAGS = -o pipefail -c
RELEASE = -c release --product canvaspress --static-swift-stdlib

demo: setup
	$(SWIFT) build $(RELEASE)
	@mkdir -p out
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)/canvaspress"; \
	"$$bin" print samples/rivalunga-it.yml -o out && \
	"$$bin" print samples/thornbeck-en.yml -o out && \
	"$$bin" report samples/rivalunga-it.yml -o out && \
	"$$bin" report samples/thornbeck-en.yml -o out && \
	"$$bin" print --state prompts --language it --paper A3 --join -o out && \
	"$$bin" print --state prompts --language en --paper A3 --join -o out
	@echo; ls -l out

test: setup
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	$(SWIFT) build --product canvaspress
	@$(SWIFT) test 2>&1 | tee .build/test.log || \
		{ echo; echo "What failed:"; grep -A 12 "✘.*recorded an issue" .build/test.log; exit 1; }

setup:
	@sh .ci/setup

# Every package that fonts/fallbacks.yml names: fonts for all the scripts that canvaspress knows one for.
fonts-all:
	@sh .ci/setup $$(sed -n 's/.*package: *\([a-z0-9-]*\).*/\1/p' fonts/fallbacks.yml | sort -u)

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build out
