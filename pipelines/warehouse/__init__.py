"""Readings and SQL become the DuckDB file; identities and suites judge it."""
