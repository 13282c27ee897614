"""The seams where SQLite and PostgreSQL differ: full text, many values in one condition."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Integer,
    Table,
    Text,
    TypeDecorator,
    bindparam,
    func,
    insert,
    literal,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.sql.functions import FunctionElement

from dragoman.codec import to_json
from dragoman.store.tables import metadata, records
from dragoman.store.words import Term

V = TypeVar("V")

SEARCHED = ("articles", "records")
"""Tables with a ``search_text`` and an index of its words: ``articles_words``, ``records_words``."""


_CHUNK = 5_000
"""Values of one condition: SQLite takes 32,766."""


def chunks(values: Sequence[V], size: int = _CHUNK) -> Iterator[Sequence[V]]:
    """The values in pieces, by default as many as one condition may hold."""
    return (values[start : start + size] for start in range(0, len(values), size))


def number_of_key(key: str) -> int:
    """A key as a 64-bit number: a quarter of the room, and a collision is only one more comparison."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


class _Values(TypeDecorator[Any]):
    """Many values as one: JSON for SQLite, an array for PostgreSQL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """A list, as the database takes it."""
        return to_json(list(value)) if dialect.name == "sqlite" else _array_of(value)


def _array_of(values: Sequence[int | str]) -> str:
    """An array as PostgreSQL writes it; its driver looks at each value several times."""
    if values and isinstance(values[0], int):
        return f"{{{','.join(map(str, values))}}}"
    told = (str(one).replace("\\", "\\\\").replace('"', '\\"') for one in values)
    return "{" + ",".join(f'"{one}"' for one in told) + "}"


class is_among(FunctionElement[bool]):  # noqa: N801
    """The condition that a column holds one of many values, which are given as ``{"some": values}``.

    A statement that is made once with it, and not anew for each list, is prepared once: that is half its time. It is not
    of SQL's type boolean, as SQLAlchemy would compare it with 1 then, and SQLite would not use an index.
    """

    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        super().__init__(column, bindparam("some", type_=_Values()))


@compiles(is_among, "sqlite")
def _in_json(element: is_among, compiler: SQLCompiler, **options: Any) -> str:
    column, some = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({some}))"


@compiles(is_among, "postgresql")
def _in_array(element: is_among, compiler: SQLCompiler, **options: Any) -> str:
    """Not ``= ANY``, which may be planned as a comparison of every row with every value."""
    column, some = element.clauses
    of = "bigint" if isinstance(column.type, Integer) else "text"
    values = f"SELECT unnest(CAST({compiler.process(some, **options)} AS {of}[]))"
    return f"{compiler.process(column, **options)} IN ({values})"


def insert_numbered(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    """Insert a row of a numbered table; its number."""
    return int(connection.execute(_insert_numbered(table), row).scalar_one())


@cache
def _insert_numbered(table: Table) -> ReturningInsert[Any]:
    return insert(table).returning(*table.primary_key)


def count_anew(connection: Connection) -> None:
    """Let PostgreSQL count what its tables hold, without which it plans badly until it does so by itself.

    Long texts take it longer than all the rest; only which words are frequent in records is asked for.
    """
    if connection.dialect.name == "postgresql":
        told = (
            name if table is records else _short_columns(table) for name, table in metadata.tables.items()
        )
        connection.execute(text(f"ANALYZE {', '.join(sorted(told))}"))


def _short_columns(table: Table) -> str:
    names = (f'"{column.name}"' for column in table.columns if not isinstance(column.type, Text))
    return f"{table.name} ({', '.join(names)})"


def create_word_indexes(connection: Connection) -> None:
    """The full-text indexes of the searched tables, kept up by triggers (FTS5) or the database itself (tsvector)."""
    statements = _fts5 if connection.dialect.name == "sqlite" else _tsvector
    for table in SEARCHED:
        for statement in statements(table):
            connection.execute(text(statement))


def _fts5(table: str) -> tuple[str, ...]:
    """External content: the words stand in the table, the index holds only where."""
    number = f"{table.removesuffix('s')}_no"
    index, changed = f"{table}_words", "old.search_text <> new.search_text"
    learn = f"INSERT INTO {index}(rowid, search_text) VALUES (new.{number}, new.search_text);"
    forget = (
        f"INSERT INTO {index}({index}, rowid, search_text) VALUES ('delete', old.{number}, old.search_text);"
    )
    options = f"content='{table}', content_rowid='{number}', tokenize='unicode61 remove_diacritics 2'"
    update = f"AFTER UPDATE OF search_text ON {table} WHEN {changed}"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5(search_text, {options})",
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {learn} END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {forget} END",
        f"CREATE TRIGGER {index}_update {update} BEGIN {forget} {learn} END",
    )


def _tsvector(table: str) -> tuple[str, ...]:
    return (f"CREATE INDEX ix_{table}_words ON {table} USING gin (to_tsvector('simple', search_text))",)


def holds_words(
    connection: Connection, table: Table, number: str, terms: Sequence[Term]
) -> ColumnElement[bool]:
    """The condition that a row's ``search_text`` holds all terms."""
    if connection.dialect.name == "sqlite":
        words: Any = text(f"SELECT rowid FROM {table.name}_words WHERE {table.name}_words MATCH :asked")
        return table.c[number].in_(words.bindparams(asked=_match(terms)).columns(rowid=table.c[number].type))
    vector = func.to_tsvector(text("'simple'"), table.c.search_text)
    return vector.bool_op("@@")(func.to_tsquery(text("'simple'"), literal(_tsquery(terms))))


def _match(terms: Sequence[Term]) -> str:
    """FTS5's query: every term a quoted string, so that no word is an operator."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.prefix else ""}' for term in terms)


def _tsquery(terms: Sequence[Term]) -> str:
    """PostgreSQL's query: words hold only letters and digits, so that none is an operator."""
    told = []
    for term in terms:
        words = [f"'{word}'" for word in term.words]
        if term.prefix:
            words[-1] += ":*"
        told.append(f"({' <-> '.join(words)})")
    return " & ".join(told)
