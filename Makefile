# Four names for four commands; each can be typed without make.
.PHONY: run test check docs

run:
	uv run dragoman read examples --format table

test:
	uv run pytest

check:
	uv run ruff check .
	uv run ruff format --check .
	uv run mypy
	uv run lint-imports

docs:
	uv run pytest README.md docs
