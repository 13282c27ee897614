# Four names for four commands; each can be typed without make.
.PHONY: run test check docs

run:
	uv run dragoman ingest examples

test:
	uv run pytest

check:
	uv run ruff check .
	uv run ruff format --check .
	uv run mypy
	uv run lint-imports

docs:
	uv run pytest README.md docs
