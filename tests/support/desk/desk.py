"""A warehouse on the desk: readings made from coherent figures without a PDF, filled into DuckDB in memory.

Belongs here: what tests of sql/ need to start from known amounts and to change one of them.
Does not belong here: drawing PDFs (tests/support/paper/paper.py) or any expectation about outcomes.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import duckdb

from pipelines.forms.disclosure import Disclosure
from pipelines.forms.forms import Amount, Form
from pipelines.pdf.pages import Document
from pipelines.prose.disambiguation import fit
from pipelines.prose.discourse import Discourse
from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.item_names import ItemNames
from pipelines.prose.member_units import Member
from pipelines.prose.narrative import read_claims
from pipelines.prose.sections import sections_of
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.reading import store
from pipelines.reading.number_ledger import Token
from pipelines.reading.number_rules import explain_numbers
from pipelines.reading.readings import Prose, Reading
from pipelines.settings import SQL, Places
from pipelines.vocabulary.form_wordings import number_rules
from pipelines.vocabulary.numbers import read_number
from pipelines.warehouse import build, creation, models, sources
from tests.support.desk import paragraphs
from tests.support.figures import figures
from tests.support.paper import prose, texts
from tests.support.paper.layout import Layout

WITHIN = {"education_fees", "capital_construction"}


def reading(report: figures.Report, layout: Layout, *replaced: tuple[str, str]) -> Reading:
    """The reading a perfect reader would make of a report printed in a layout, its narrative read by the grammar.

    replaced: (old, new) texts of the narrative.
    """
    disclosure = Disclosure(unit=report.unit, year=report.year, kind="final", level=report.level, doubts=())
    printed = layout.forms_of(report)
    forms = tuple(_form(key, list(_cells(report, key, layout)), layout) for key in printed)
    left_out = [
        key for key in ("T7", "T8", "T9") if key not in printed and report.is_empty(key) and key not in layout.missing
    ]
    if layout.table_set != "university":
        forms += tuple(_empty(key) for key in left_out)
    narrative = _narrative(report, layout, forms, replaced)
    ledger = (Token(page=1, box=(0.0, 0.0, 1.0, 1.0), text="1", kind="code", rule="desk"),)
    return Reading(
        status="read", disclosure=disclosure, document=Document(producer="desk", created=f"D:{report.year + 1}", pages=()), forms=forms, doubts=(),
        tokens=ledger, prose=narrative,
    )  # fmt: skip


def _narrative(
    report: figures.Report, layout: Layout, forms: Sequence[Form], replaced: Sequence[tuple[str, str]]
) -> Prose:
    """The narrative of a report as a reader has it."""
    units = ("二、机构设置", "本部门所属行政单位1个、事业单位1个。")
    ending = ("第四部分 名词解释", *(block.text for block in prose.glossary(report)))
    lines = [*units, *(block.text for block in prose.narrative(report, layout)), *ending]
    for old, new in replaced:
        lines = [text.replace(old, new) for text in lines]
    text = paragraphs.running(*lines)
    sections = tuple(sections_of(text.sentences, FINAL_ACCOUNT))
    discourse = Discourse(names=ItemNames(report.year, forms), year=report.year, grammar=FINAL_ACCOUNT)
    claims = read_claims(text, sections, explain_numbers(text, number_rules("final")).by_offset, discourse)
    members = tuple(Member(name, 1, (0.0, 0.0, 1.0, 1.0)) for name, _ in report.members)
    return Prose(text, sections, tuple(fit(claims, forms, text)), members)


def _cells(report: figures.Report, key: str, layout: Layout) -> Iterator[tuple[figures.Cell, str]]:
    """The cells of a form with their text; a heading that stands in the 合计 row is a word where an amount would be."""
    for cell in report.form(key):
        if texts.has_place(cell, layout):
            yield cell, texts.cell_text(report, cell, layout)
        elif layout.fund_header == "in_total_row" and cell.form in ("T8", "T9") and cell.line == "total":
            yield cell, "小计"


def _form(key: str, cells: Sequence[tuple[figures.Cell, str]], layout: Layout) -> Form:
    unit = layout.unit_of(key)
    rows = {row: number for number, row in enumerate(dict.fromkeys(_row(c) for c, _ in cells))}
    columns = {column: number for number, column in enumerate(dict.fromkeys(c.column for c, _ in cells))}
    amounts = tuple(_amount(c, t, rows[_row(c)], columns[c.column], unit) for c, t in cells)
    status = "filled" if any(a.number and a.number.value for a in amounts) else "declared_empty"
    return Form(key=key, title=key, counted_in=unit, pages=(1,), status=status, amounts=amounts)


def _empty(key: str) -> Form:
    return Form(key=key, title="", counted_in="", pages=(1,), status="declared_empty", amounts=())


def _row(cell: figures.Cell) -> Hashable:
    """What tells the row of a cell from the other rows of its form."""
    return cell.panel, cell.line, cell.code, cell.label


def _amount(cell: figures.Cell, text: str, row: int, column: int, unit: str) -> Amount:
    printed = read_number(text)
    within = cell.column in WITHIN or cell.line.startswith("within_")
    return Amount(
        form=cell.form, page=1, box=(0.0, 0.0, 1.0, 1.0), panel=cell.panel, row=row, column_number=column,
        label=cell.label, code=cell.code or None, line=cell.line or None, column=cell.column, heading=cell.column,
        within=within, text=text, mark=printed.mark, number=printed.number, counted_in=unit, held=False,
    )  # fmt: skip


def report_id(number: int) -> str:
    """The id of the report that comes at this place of the readings given to `filled`."""
    return sha256(_file_name(number).encode()).hexdigest()


def _file_name(number: int) -> str:
    return f"{number:05d}.pdf"


def filled(
    folder: Path, readings: Iterable[Reading], sql: Path = SQL, *, unfiled: bool = False, described: bool = False
) -> duckdb.DuckDBPyConnection:
    """An in-memory warehouse of the readings, made by a folder sql/; their Parquet files go to `folder`.

    unfiled: none lies in the folder of its year. described: tables have their comments, which take a fifth of the time.
    """
    places = Places(folder / "raw", folder, sql=sql)
    files = []
    for number, one in enumerate(readings):
        name = _file_name(number)
        file = RawFile(places.raw / name, name, report_id(number), "unfiled" if unfiled else str(one.disclosure.year))
        store.write(places.reading(file), file.sha256, one)
        files.append(file)
    connection = duckdb.connect()
    connection.execute("set threads = 1")  # so few rows are not worth more, and a third of the time
    build.fill(Warehouse(connection, places), files, is_described=described)
    sources.close_shelf(connection)
    return connection


def rejudge(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Rebuild the checks after a change of reading.* and give the ids of the violated identities."""
    for model in models.models(SQL):
        if model.table in ("reading.printed_row", "reading.claim_cell") or model.schema == "checks":
            creation.create(connection, model)
    return violated(connection)


def violated(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The ids of the identities some outcome violates."""
    return {key for (key,) in connection.execute("select distinct identity_id from checks.violation").fetchall()}
