"""The archive's tables, one definition for SQLite and PostgreSQL.

An article has reports (one per engagement read from it); reports of one event make a record. What hangs on a record
(participants, stops, topics, codes) repeats the record's ``body`` for filters and counts, and is rewritten with it.
Dates are days; moments are UTC in ISO form. A change here needs the next revision in ``migrations/``.

Tables that can be made anew from others (``FOLLOWING``) have no foreign keys: checking each row was a quarter of the work
of a PostgreSQL server that is loaded. `dragoman db check` looks for rows that were left behind.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA = "0002"
"""The newest revision of ``migrations/``; an archive that is stamped with another one is not opened."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

stamps = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

versions = Table(
    "versions",
    metadata,
    Column("version_no", Integer, primary_key=True),
    Column("reader", String, nullable=False),
    Column("pack", String, nullable=False),
    Column("lexicon", String, nullable=False),
    Column("tables", String, nullable=False),
    Column("codebooks", String, nullable=False),
    Column("profile", String, nullable=False),
    UniqueConstraint("reader", "pack", "lexicon", "tables", "codebooks", "profile"),
)
"""Which program, language pack, lexicon, knowledge tables and codebooks read an article."""

runs = Table(
    "runs",
    metadata,
    Column("run_no", Integer, primary_key=True),
    Column("command", String, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("counts", Text, nullable=False, server_default="{}"),
)
"""What changed the archive, when, and how many of what; ``finished`` is empty where a run was killed."""

articles = Table(
    "articles",
    metadata,
    Column("article_no", Integer, primary_key=True),
    Column("article_id", String(16), nullable=False, unique=True),
    Column("content_hash", String(64), nullable=False),
    Column("source", String, nullable=False),
    Column("url", String),
    Column("publisher", String),
    Column("headline", String),
    Column("published", Date),
    Column("language", String(8)),
    Column("text", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("skipped", Text, nullable=False),
    Column("copy_of", String(16), index=True),
    Column("signature", LargeBinary),
    Column("ingested", String, nullable=False),
    Column("run_no", Integer, ForeignKey("runs.run_no")),
    Column("version_no", Integer, ForeignKey("versions.version_no")),
    Column("search_text", Text, nullable=False),
)
"""``facts`` is the Article as JSON without its text; ``content_hash`` is of the text alone."""

pages = Table(
    "pages",
    metadata,
    Column("page_hash", String(64), primary_key=True),
    Column("source", String, nullable=False),
    Column("article_id", String(16), nullable=False, index=True),
    Column("run_no", Integer, ForeignKey("runs.run_no")),
)
"""Raw pages that were read, so that a second ingest need not take them apart again."""

article_bands = Table(
    "article_bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("article_no", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Keys of articles that may be copies of each other; those of one article follow from its ``signature``."""

reports = Table(
    "reports",
    metadata,
    Column("report_id", String(12), primary_key=True),
    Column("article_no", Integer, ForeignKey("articles.article_no"), nullable=False, index=True),
    Column("record_id", String(16), nullable=False, index=True),
    Column("part_of", String(12), index=True),
    Column("publisher", String),
    Column("kind", String, nullable=False),
    Column("engagement", Text, nullable=False),
    Column("events", Text, nullable=False),
)
"""One article's telling of an event; ``report_id`` is the engagement's id. ``record_id`` is the record it is part of,
``part_of`` the report of the same article that it hangs under."""

evidence = Table(
    "evidence",
    metadata,
    Column("evidence_no", Integer, primary_key=True),
    Column("report_id", String(12), nullable=False, index=True),
    Column("field", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("rule", String, nullable=False),
)
"""The words each field of a report was read from: ``quote`` is the article's text from ``start`` to ``end``."""

records = Table(
    "records",
    metadata,
    Column("record_no", Integer, primary_key=True),
    Column("record_id", String(16), nullable=False, unique=True),
    Column("kind", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("start", Date),
    Column("end", Date),
    Column("sort_day", Date, nullable=False),
    Column("main", Boolean, nullable=False),
    Column("historical", Boolean, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("hypothetical", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("attention", Float, nullable=False, index=True),
    Column("worth", Float, nullable=False, index=True),
    Column("part_of", String(16), index=True),
    Column("changed", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("search_text", Text, nullable=False),
    Index(None, "sort_day", "record_id"),
)
"""The merged value. ``part_of`` is the record of the trip or conference it belongs to; ``sort_day`` the day it began, else
the day it was first reported. ``attention`` is the priority of its first question in the review queue, ``worth`` what that
would be if nobody had decided anything. A ``deleted`` one is not found."""

actors = Table(
    "actors",
    metadata,
    Column("actor_id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("country", String(3)),
)
"""Everybody who takes part in a record: ``per:``, ``ctry:`` and ``org:`` entities, and ``name:`` for the unlinked."""

participants = Table(
    "participants",
    metadata,
    Column("record_no", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("actor_id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("office", String),
    Column("office_id", String),
    Column("country", String(3)),
    Column("organization", String),
    Index(None, "actor_id", "record_no"),
    Index(None, "country", "record_no"),
)

stops = Table(
    "stops",
    metadata,
    Column("record_no", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("city", String),
    Column("city_key", String, index=True),
    Column("country", String(3), index=True),
    Column("place_id", String, index=True),
    Column("start", Date),
    Column("end", Date),
)
"""Where a record takes place: its ``place`` as position -1, the stops of a trip from 0."""

topics = Table(
    "topics",
    metadata,
    Column("record_no", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("topic", String, nullable=False),
    Column("topic_key", String, nullable=False),
)

codes = Table(
    "codes",
    metadata,
    Column("record_no", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("event", String, nullable=False, index=True),
    Column("mode", String, index=True),
    Column("cameo", String, nullable=False, index=True),
    Column("quad_code", Integer, nullable=False),
    Column("goldstein", Float, nullable=False),
)
"""The coded events of a record; ``mode`` is the first of PLOVER's modes."""

redirects = Table(
    "record_redirects",
    metadata,
    Column("old_id", String(16), primary_key=True),
    Column("new_id", String(16), nullable=False, index=True),
)
"""Records that went up in another one; chains are shortened when written."""

history = Table(
    "record_history",
    metadata,
    Column("change_no", Integer, primary_key=True),
    Column("record_id", String(16), nullable=False, index=True),
    Column("made", String, nullable=False),
    Column("run_no", Integer, ForeignKey("runs.run_no")),
    Column("article_id", String(16)),
    Column("what", String, nullable=False),
    Column("detail", Text, nullable=False),
)
"""What happened to a record: ``created``, ``changed``, ``joined`` into another one, ``removed``."""

blocking_keys = Table(
    "blocking_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("report_id", String(12), primary_key=True),
    Index(None, "report_id"),
    sqlite_with_rowid=False,
)
"""Reports that share a key are compared with each other; keys are numbered by `dialects.number_of_key`."""

decisions = Table(
    "decisions",
    metadata,
    Column("decision_id", String(16), primary_key=True),
    Column("report_id", String(12), index=True),
    Column("verdict", String, nullable=False),
    Column("field", String),
    Column("author", String, nullable=False, index=True),
    Column("made", String, nullable=False),
    Column("undoes", String(16), index=True),
    Column("body", Text, nullable=False),
)
"""What analysts decided. Rows are only ever added; ``body`` is the decision as JSON.

``report_id`` is the report it means at present: found again by the anchors in ``body`` when an article is read anew, empty
while none of their articles is there.
"""

decision_articles = Table(
    "decision_articles",
    metadata,
    Column("decision_id", String(16), ForeignKey("decisions.decision_id"), primary_key=True),
    Column("article_id", String(16), primary_key=True, index=True),
)
"""The articles that a decision's anchors point into."""

judgements = Table(
    "judgements",
    metadata,
    Column("decision_id", String(16), ForeignKey("decisions.decision_id"), primary_key=True),
    Column("left_id", String(12), primary_key=True, index=True),
    Column("right_id", String(12), primary_key=True, index=True),
    Column("verdict", String, nullable=False),
    Column("author", String, nullable=False),
    Column("made", String, nullable=False),
)
"""What merges and splits in force say of pairs of reports, ids in order: ``same`` or ``not same``."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("page_hash", String(64), primary_key=True),
    Column("source", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("seen", String, nullable=False),
    Column("version_no", Integer, ForeignKey("versions.version_no")),
    Column("run_no", Integer, ForeignKey("runs.run_no")),
)
"""Pages that could not be read, and why."""

observed_offices = Table(
    "observed_offices",
    metadata,
    Column("report_id", String(12), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("title", String, nullable=False),
    Column("name", String, nullable=False),
    Column("country", String(3)),
    Column("org_id", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
"""Offices that articles give to people the tables do not know, for `knowledge.observed`."""

FOLLOWING = (
    (article_bands.c.article_no, articles.c.article_no),
    *((table.c.report_id, reports.c.report_id) for table in (evidence, observed_offices, blocking_keys)),
    *((table.c.record_no, records.c.record_no) for table in (participants, stops, topics, codes)),
)
"""The tables whose rows follow from those of another, by the column that says from which."""
