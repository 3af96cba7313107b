"""Kept answers: questions whose answers lie in the published file, because working out those of a year takes too long.

Belongs here: which they are, how they are asked for the rows that are kept, in which order these lie, what shows them. Does not belong
here: writing them (packing), other questions (creation.answer), any SQL (sql/questions, sql/stored).

They lie by year and unit, nearly as they are told, so that those of a year are read and sorted sooner.
"""

from functools import cache
from pathlib import Path

from pipelines.warehouse.models import QUESTIONS, questions

_ADDRESS = "address_of("
"""What makes the address of an id, which says where the desk stands: ids are kept."""
_MONEY, _WIDE = "::decimal(20, ", "::decimal(38, "
"""The kind that money is told as, and the kind that it is kept as: an answer too large to be told must not keep the file from being published."""


@cache
def shown(sql: Path) -> dict[str, str]:
    """View of a question, schema.name → the SELECT that shows what is kept of its answer."""
    return {p.stem: p.read_text(encoding="utf-8") for p in (sql / "stored" / "views").glob(f"{QUESTIONS}.*.sql")}


@cache
def asked(sql: Path) -> str:
    """Statements after which answer_<name> is the answer of each that is kept as it is, of one connection alone, with ids in the place of addresses."""
    kept = [question for question in questions(sql) if (sql / "stored" / f"{question.name}.sql").exists()]
    return "\n".join(
        f"create or replace temp view answer_{question.name} as {question.selects[0].replace(_ADDRESS, '(').replace(_MONEY, _WIDE)};"
        for question in kept
    )


@cache
def orders(sql: Path) -> dict[str, str]:
    """Table of a kept answer → what its rows are sorted by, as the SELECT that makes it says."""
    texts = {p.stem: p.read_text(encoding="utf-8") for p in (sql / "stored").glob("*.sql")}
    kept = {f"stored.{name}": text for name, text in texts.items() if f"answer_{name} " in text}
    return {table: text.rpartition("order by ")[2].strip().replace("answer.", "") for table, text in kept.items()}
