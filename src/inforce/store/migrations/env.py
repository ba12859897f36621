"""What alembic runs: the migrations, on the connection that opening a store has at hand."""

from alembic import context

from inforce.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
