"""The Dagster graph: assets, checks, the run, what starts it, what tells of a failure. The only package that imports Dagster."""
