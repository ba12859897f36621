"""Data that others have published, read as claims or made into the tables that people use."""
