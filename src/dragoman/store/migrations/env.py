"""Alembic's way in: runs the revisions on the connection that `store.upgrading` gives."""

from alembic import context

from dragoman.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
)
context.run_migrations()
