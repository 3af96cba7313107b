"""Final accounts: disclosures (部门决算公开) as PDF in, a checked DuckDB star schema out.

Packages in the order of the data; each imports only from those above it (held by import-linter, `make lint`):
  settings, publishing      folders of a run; files put in their place whole
  queries                   the SELECTs of sql/, by name
  pdf                       bytes of a PDF → pages
  vocabulary                words and numbers of the field
  forms, prose              pages → statutory tables; pages → claims
  reading, findings         one PDF → one Reading on the shelf; violations → findings
  warehouse                 readings and SQL → the DuckDB file, judged
  outputs                   evidence pages, exports, documents
  serving                   servers on loopback: who may speak to them, how they end
  orchestration, cli        the Dagster graph; the commands
The library logs, gets its settings as arguments and prints nothing; the rim (cli, and orchestration.definitions, which
Dagster loads) asks the environment, and shows what is logged.
"""
