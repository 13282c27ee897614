"""Runs and their bookkeeping: what read the articles, which pages are done, which could not be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.codec import to_json
from dragoman.store import tables
from dragoman.store.dialects import insert_numbered, is_among
from dragoman.store.inserting import insert_rows
from dragoman.store.saving import now

_NOTED = select(tables.pages.c.page_hash).where(is_among(tables.pages.c.page_hash))
_READ_AFTER_ALL = delete(tables.quarantine).where(is_among(tables.quarantine.c.page_hash))
_FILE_READ_AFTER_ALL = delete(tables.quarantine).where(is_among(tables.quarantine.c.source))


@dataclass(frozen=True, slots=True)
class Versions:
    """What reads an article; with other versions it may be read differently."""

    reader: str
    pack: str
    lexicon: str
    tables: str
    codebooks: str
    profile: str


@cache
def present_versions(profile: str) -> Versions:
    """The versions of this installation: program, language pack, lexicon, knowledge tables (a digest), codebooks."""
    from importlib.metadata import version

    from dragoman.engagements.lexicon import load_lexicon
    from dragoman.knowledge.tablefiles import table_path
    from dragoman.language.packs import DEFAULT_PACK
    from dragoman.ontology.codebook import cameo_book, plover_book

    manifest = table_path("MANIFEST.toml").read_bytes()
    return Versions(
        reader=version("dragoman"),
        pack=DEFAULT_PACK.stem,
        lexicon=f"en {load_lexicon().version}",
        tables=hashlib.sha256(manifest).hexdigest()[:12],
        codebooks=f"{plover_book().edition}, {cameo_book().edition}",
        profile=profile,
    )


def number_of(connection: Connection, versions: Versions) -> int:
    """The number these versions have in the archive, given now if they have none."""
    table, columns = tables.versions, asdict(versions)
    same = [table.c[name] == value for name, value in columns.items()]
    found = connection.execute(select(table.c.version_no).where(*same)).scalar()
    return insert_numbered(connection, table, columns) if found is None else int(found)


def start_run(connection: Connection, command: str) -> int:
    """Note that a run begins; its number."""
    return insert_numbered(connection, tables.runs, {"command": command, "started": now(), "counts": "{}"})


def finish_run(connection: Connection, run_no: int, counts: Mapping[str, int]) -> None:
    """Note that a run has ended, and what it counted."""
    values = {"finished": now(), "counts": to_json(dict(counts))}
    connection.execute(update(tables.runs).where(tables.runs.c.run_no == run_no), values)


@dataclass(frozen=True, slots=True)
class PageState:
    """What became of a raw page before: the article it gave, or how often its reader failed under these versions."""

    article_id: str | None = None
    failures: int = 0


def look_up_page(connection: Connection, page_hash: str, version_no: int | None) -> PageState:
    """What became of a page; nothing if it is new."""
    pages, quarantine = tables.pages.c, tables.quarantine.c
    article_id = connection.execute(select(pages.article_id).where(pages.page_hash == page_hash)).scalar()
    if article_id is not None:
        return PageState(article_id)
    tries = connection.execute(
        select(quarantine.tries).where(quarantine.page_hash == page_hash, quarantine.version_no == version_no)
    ).scalar()
    return PageState(failures=tries or 0)


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that could not be read: ``tries`` is 0 where the page is to blame, else how often its reader failed."""

    source: str
    page_hash: str
    reason: str
    tries: int = 0


def write_quarantine(
    connection: Connection, fault: Fault, version_no: int | None, run_no: int | None
) -> None:
    """Note a page that could not be read, in place of what was noted of it before."""
    table = tables.quarantine
    connection.execute(delete(table).where(table.c.page_hash == fault.page_hash))
    connection.execute(
        insert(table),
        {**asdict(fault), "seen": now(), "version_no": version_no, "run_no": run_no},
    )


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A raw page, by its bytes and where they came from, and the article it holds."""

    page_hash: str
    source: str
    article_id: str


def note_pages(connection: Connection, pages: Iterable[ReadPage], run_no: int | None) -> None:
    """Note which articles raw pages hold; that they, or others of their files, could not be read is forgotten."""
    read = {page.page_hash: page for page in pages}
    if not read:
        return
    known = set(connection.execute(_NOTED, {"some": list(read)}).scalars())
    rows = [{**asdict(page), "run_no": run_no} for page in read.values() if page.page_hash not in known]
    insert_rows(connection, tables.pages, rows)
    connection.execute(_READ_AFTER_ALL, {"some": list(read)})
    connection.execute(_FILE_READ_AFTER_ALL, {"some": sorted({page.source for page in read.values()})})
