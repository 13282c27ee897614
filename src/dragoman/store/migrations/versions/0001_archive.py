"""The first archive."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """All tables, and the indexes of their words."""
    _create_bookkeeping()
    _create_articles()
    _create_pages()
    _create_reports()
    _create_records()
    _create_parts()
    _create_labels()
    _create_decisions()
    _create_word_indexes()


def _create_bookkeeping() -> None:
    """How articles were read."""
    op.create_table(
        "versions",
        sa.Column("version_no", sa.Integer()),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("lexicon", sa.String(), nullable=False),
        sa.Column("tables", sa.String(), nullable=False),
        sa.Column("codebooks", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("version_no", name="pk_versions"),
        sa.UniqueConstraint(
            "reader",
            "pack",
            "lexicon",
            "tables",
            "codebooks",
            "profile",
            name="uq_versions_reader_pack_lexicon_tables_codebooks_profile",
        ),
    )
    op.create_table(
        "runs",
        sa.Column("run_no", sa.Integer()),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.Column("finished", sa.String()),
        sa.Column("counts", sa.Text(), nullable=False, server_default="{}"),
        sa.PrimaryKeyConstraint("run_no", name="pk_runs"),
    )


def _create_articles() -> None:
    """Articles."""
    op.create_table(
        "articles",
        sa.Column("article_no", sa.Integer()),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("url", sa.String()),
        sa.Column("publisher", sa.String()),
        sa.Column("headline", sa.String()),
        sa.Column("published", sa.Date()),
        sa.Column("language", sa.String(8)),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=False),
        sa.Column("copy_of", sa.String(16)),
        sa.Column("signature", sa.LargeBinary()),
        sa.Column("ingested", sa.String(), nullable=False),
        sa.Column("run_no", sa.Integer()),
        sa.Column("version_no", sa.Integer()),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_no", name="pk_articles"),
        sa.UniqueConstraint("article_id", name="uq_articles_article_id"),
        sa.ForeignKeyConstraint(
            ["version_no"], ["versions.version_no"], name="fk_articles_version_no_versions"
        ),
        sa.ForeignKeyConstraint(["run_no"], ["runs.run_no"], name="fk_articles_run_no_runs"),
    )
    op.create_index("ix_articles_content_hash", "articles", ["content_hash"])
    op.create_index("ix_articles_copy_of", "articles", ["copy_of"])
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_index("ix_articles_publisher", "articles", ["publisher"])


def _create_pages() -> None:
    """What else is known of articles and pages."""
    op.create_table(
        "pages",
        sa.Column("page_hash", sa.String(64)),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("run_no", sa.Integer()),
        sa.PrimaryKeyConstraint("page_hash", name="pk_pages"),
        sa.ForeignKeyConstraint(["run_no"], ["runs.run_no"], name="fk_pages_run_no_runs"),
    )
    op.create_index("ix_pages_article_id", "pages", ["article_id"])
    op.create_table(
        "article_bands",
        sa.Column("band", sa.BigInteger()),
        sa.Column("article_no", sa.Integer()),
        sa.PrimaryKeyConstraint("band", "article_no", name="pk_article_bands"),
        sa.ForeignKeyConstraint(
            ["article_no"], ["articles.article_no"], name="fk_article_bands_article_no_articles"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quarantine",
        sa.Column("page_hash", sa.String(64)),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("version_no", sa.Integer()),
        sa.Column("run_no", sa.Integer()),
        sa.PrimaryKeyConstraint("page_hash", name="pk_quarantine"),
        sa.ForeignKeyConstraint(["run_no"], ["runs.run_no"], name="fk_quarantine_run_no_runs"),
        sa.ForeignKeyConstraint(
            ["version_no"], ["versions.version_no"], name="fk_quarantine_version_no_versions"
        ),
    )


def _create_reports() -> None:
    """What each article reports."""
    op.create_table(
        "reports",
        sa.Column("report_id", sa.String(12)),
        sa.Column("article_no", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(16), nullable=False),
        sa.Column("part_of", sa.String(12)),
        sa.Column("publisher", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("events", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_reports"),
        sa.ForeignKeyConstraint(
            ["article_no"], ["articles.article_no"], name="fk_reports_article_no_articles"
        ),
    )
    op.create_index("ix_reports_article_no", "reports", ["article_no"])
    op.create_index("ix_reports_part_of", "reports", ["part_of"])
    op.create_index("ix_reports_record_id", "reports", ["record_id"])
    op.create_table(
        "evidence",
        sa.Column("evidence_no", sa.Integer()),
        sa.Column("report_id", sa.String(12), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("evidence_no", name="pk_evidence"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.report_id"], name="fk_evidence_report_id_reports"),
    )
    op.create_index("ix_evidence_report_id", "evidence", ["report_id"])
    op.create_table(
        "blocking_keys",
        sa.Column("key", sa.BigInteger()),
        sa.Column("report_id", sa.String(12)),
        sa.PrimaryKeyConstraint("key", "report_id", name="pk_blocking_keys"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name="fk_blocking_keys_report_id_reports"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_blocking_keys_report_id", "blocking_keys", ["report_id"])
    op.create_table(
        "observed_offices",
        sa.Column("report_id", sa.String(12)),
        sa.Column("position", sa.Integer()),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(3)),
        sa.Column("org_id", sa.String()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "position", name="pk_observed_offices"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name="fk_observed_offices_report_id_reports"
        ),
    )


def _create_records() -> None:
    """What is merged from reports."""
    op.create_table(
        "records",
        sa.Column("record_no", sa.Integer()),
        sa.Column("record_id", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("start", sa.Date()),
        sa.Column("end", sa.Date()),
        sa.Column("sort_day", sa.Date(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("historical", sa.Boolean(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("hypothetical", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("attention", sa.Float(), nullable=False),
        sa.Column("worth", sa.Float(), nullable=False),
        sa.Column("part_of", sa.String(16)),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record_no", name="pk_records"),
        sa.UniqueConstraint("record_id", name="uq_records_record_id"),
    )
    op.create_index("ix_records_attention", "records", ["attention"])
    op.create_index("ix_records_kind", "records", ["kind"])
    op.create_index("ix_records_part_of", "records", ["part_of"])
    op.create_index("ix_records_sort_day_record_id", "records", ["sort_day", "record_id"])
    op.create_index("ix_records_worth", "records", ["worth"])
    op.create_table(
        "record_redirects",
        sa.Column("old_id", sa.String(16)),
        sa.Column("new_id", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("old_id", name="pk_record_redirects"),
    )
    op.create_index("ix_record_redirects_new_id", "record_redirects", ["new_id"])
    op.create_table(
        "record_history",
        sa.Column("change_no", sa.Integer()),
        sa.Column("record_id", sa.String(16), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("run_no", sa.Integer()),
        sa.Column("article_id", sa.String(16)),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("change_no", name="pk_record_history"),
        sa.ForeignKeyConstraint(["run_no"], ["runs.run_no"], name="fk_record_history_run_no_runs"),
    )
    op.create_index("ix_record_history_record_id", "record_history", ["record_id"])


def _create_parts() -> None:
    """Who takes part, and where."""
    op.create_table(
        "actors",
        sa.Column("actor_id", sa.String()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("country", sa.String(3)),
        sa.PrimaryKeyConstraint("actor_id", name="pk_actors"),
    )
    op.create_index("ix_actors_name_key", "actors", ["name_key"])
    op.create_table(
        "participants",
        sa.Column("record_no", sa.Integer()),
        sa.Column("position", sa.Integer()),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("office", sa.String()),
        sa.Column("office_id", sa.String()),
        sa.Column("country", sa.String(3)),
        sa.Column("organization", sa.String()),
        sa.PrimaryKeyConstraint("record_no", "position", name="pk_participants"),
        sa.ForeignKeyConstraint(
            ["record_no"], ["records.record_no"], name="fk_participants_record_no_records"
        ),
    )
    op.create_index("ix_participants_actor_id_record_no", "participants", ["actor_id", "record_no"])
    op.create_index("ix_participants_country_record_no", "participants", ["country", "record_no"])
    op.create_index("ix_participants_organization_record_no", "participants", ["organization", "record_no"])
    op.create_table(
        "stops",
        sa.Column("record_no", sa.Integer()),
        sa.Column("position", sa.Integer()),
        sa.Column("city", sa.String()),
        sa.Column("city_key", sa.String()),
        sa.Column("country", sa.String(3)),
        sa.Column("place_id", sa.String()),
        sa.Column("start", sa.Date()),
        sa.Column("end", sa.Date()),
        sa.PrimaryKeyConstraint("record_no", "position", name="pk_stops"),
        sa.ForeignKeyConstraint(["record_no"], ["records.record_no"], name="fk_stops_record_no_records"),
    )
    op.create_index("ix_stops_city_key", "stops", ["city_key"])
    op.create_index("ix_stops_country", "stops", ["country"])
    op.create_index("ix_stops_place_id", "stops", ["place_id"])


def _create_labels() -> None:
    """What else hangs on records."""
    op.create_table(
        "topics",
        sa.Column("record_no", sa.Integer()),
        sa.Column("position", sa.Integer()),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("topic_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("record_no", "position", name="pk_topics"),
        sa.ForeignKeyConstraint(["record_no"], ["records.record_no"], name="fk_topics_record_no_records"),
    )
    op.create_index("ix_topics_topic_key", "topics", ["topic_key"])
    op.create_table(
        "codes",
        sa.Column("record_no", sa.Integer()),
        sa.Column("position", sa.Integer()),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("mode", sa.String()),
        sa.Column("cameo", sa.String(), nullable=False),
        sa.Column("quad_code", sa.Integer(), nullable=False),
        sa.Column("goldstein", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("record_no", "position", name="pk_codes"),
        sa.ForeignKeyConstraint(["record_no"], ["records.record_no"], name="fk_codes_record_no_records"),
    )
    op.create_index("ix_codes_cameo", "codes", ["cameo"])
    op.create_index("ix_codes_event", "codes", ["event"])
    op.create_index("ix_codes_mode", "codes", ["mode"])


def _create_decisions() -> None:
    """What people decided."""
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.String(16)),
        sa.Column("report_id", sa.String(12)),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("field", sa.String()),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("undoes", sa.String(16)),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("decision_id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_author", "decisions", ["author"])
    op.create_index("ix_decisions_report_id", "decisions", ["report_id"])
    op.create_index("ix_decisions_undoes", "decisions", ["undoes"])
    op.create_table(
        "decision_articles",
        sa.Column("decision_id", sa.String(16)),
        sa.Column("article_id", sa.String(16)),
        sa.PrimaryKeyConstraint("decision_id", "article_id", name="pk_decision_articles"),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.decision_id"], name="fk_decision_articles_decision_id_decisions"
        ),
    )
    op.create_index("ix_decision_articles_article_id", "decision_articles", ["article_id"])
    op.create_table(
        "judgements",
        sa.Column("decision_id", sa.String(16)),
        sa.Column("left_id", sa.String(12)),
        sa.Column("right_id", sa.String(12)),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("decision_id", "left_id", "right_id", name="pk_judgements"),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.decision_id"], name="fk_judgements_decision_id_decisions"
        ),
    )
    op.create_index("ix_judgements_left_id", "judgements", ["left_id"])
    op.create_index("ix_judgements_right_id", "judgements", ["right_id"])


def _create_word_indexes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table, number in (("articles", "article_no"), ("records", "record_no")):
            for statement in _fts5(table, number):
                op.execute(statement)
    else:
        for table in ("articles", "records"):
            op.execute(
                f"CREATE INDEX ix_{table}_words ON {table} USING gin (to_tsvector('simple', search_text))"
            )


def _fts5(table: str, number: str) -> tuple[str, ...]:
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
