"""How a store came to be what it is, step by step; alembic runs the steps that a store has not had."""
