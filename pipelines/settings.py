"""Settings: where a run finds its PDFs and keeps what it makes.

Belongs here: folder and file names below raw/ and warehouse/, who reads, what is served where.
Does not belong here: the files below raw/ (raw_files); what one report may take (limits); asking the environment of the
process, which only the rim does (the command line, and what Dagster loads) and hands down as one value.
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from pathlib import Path

from pipelines.messages import Told
from pipelines.raw_files import RawFile

PROJECT = Path(__file__).resolve().parent.parent
SQL = PROJECT / "sql"
EXPECTATIONS = PROJECT / "expectations"
DOCS = PROJECT / "docs"
REFERENCE = SQL / "reference"
"""Classifications and words (CSV) that reading needs, in its worker processes too: as the wordings beside it they are part of
the code that is installed, and of its version, and no place that a run chooses.
"""
TEMPLATES = Path(__file__).resolve().parent / "outputs" / "evidence" / "templates"
DATABASE = "final_accounts.duckdb"
LOCAL, RAY = ENGINES = ("local", "ray")
"""Who reads: processes of this machine, or those of a Ray cluster."""
READ, LEFT = SCANS = ("read", "left")
"""Whether pages that are pictures are read, where what reads them is installed, or left unread."""
S3 = "s3://"
"""How an address on an object store begins."""
KEPT = 3
"""Former warehouses that are kept beside the published one, unless somebody says otherwise."""
BOOK_URL = "http://127.0.0.1:3001"
"""Where the evidence pages are served beside the Dagster UI, on loopback, unless somebody says otherwise."""
DESK_URL = "http://127.0.0.1:3002"
"""Where the desk is served, likewise: figures have their addresses there."""


@dataclass(frozen=True, slots=True)
class Lake:
    """A warehouse that is published as a DuckLake: its catalogue (a DuckDB file, or postgres:dbname=… host=…), where its Parquet lies.

    Keys are no part of it: PostgreSQL's and S3's are taken from the environment (PGPASSWORD, AWS_SECRET_ACCESS_KEY).
    """

    catalogue: str
    data: str


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one run: raw PDFs in, warehouse out; and where its evidence pages and the desk are served (addresses).

    sql, expectations, templates: what a warehouse, its suites and its evidence pages are made by; docs: where documents are
    written that say what these hold. They are the project's own unless somebody says otherwise. keep: how many former
    warehouses stay in `previous`. lake: where the warehouse is published instead of in a file. engine: who reads. shelf: where
    readings are kept that several machines share, a folder or s3://…, with an inventory; none for the folder below warehouse.
    scans: whether pages that are pictures are read.
    """

    raw: Path
    warehouse: Path
    _: KW_ONLY
    sql: Path = SQL
    expectations: Path = EXPECTATIONS
    templates: Path = TEMPLATES
    docs: Path = DOCS
    book_url: str = BOOK_URL
    desk_url: str = DESK_URL
    keep: int = KEPT
    lake: Lake | None = None
    engine: str = LOCAL
    shelf: str | None = None
    scans: str = READ

    @property
    def database(self) -> Path:
        """The published DuckDB file."""
        return self.warehouse / DATABASE

    @property
    def published(self) -> Path | str:
        """Where the warehouse is published, as a person is told: the file, or the catalogue of the lake."""
        return self.lake.catalogue if self.lake else self.database

    @property
    def note(self) -> Path:
        """What the published warehouse was made of, noted by the run that made and judged it."""
        return self.warehouse / "made_of.json"

    @property
    def marks(self) -> Path:
        """Of which readings the published file was made, noted by the build that made it."""
        return self.warehouse / "readings.json"

    @property
    def previous(self) -> Path:
        """The folder of the warehouses published before, each in a folder named by its number."""
        return self.warehouse / "previous"

    @property
    def judged(self) -> Path:
        """The folder of the lots that a large warehouse was put together from, as they were judged."""
        return self.warehouse / "judged"

    @property
    def failures(self) -> Path:
        """A line for each run that failed while nobody looked."""
        return self.warehouse / "failures.jsonl"

    @property
    def dagster(self) -> Path:
        """The folder of Dagster's history and settings, which Dagster's own commands are told as DAGSTER_HOME."""
        return self.warehouse / "dagster"

    @property
    def readings(self) -> Path:
        """The folder of readings, one Parquet file a report."""
        return self.warehouse / "reading"

    @property
    def book(self) -> Path:
        """The folder of the evidence pages."""
        return self.warehouse / "book"

    @property
    def export(self) -> Path:
        """The folder of what is carried away: Parquet, its descriptor, the workbook."""
        return self.warehouse / "export"

    @property
    def archives(self) -> Path:
        """The folder of archives made of files of one account that lie apart."""
        return self.warehouse / "joined"

    def joined(self, report_id: str) -> Path:
        """The archive of files that are read as one report."""
        return self.archives / f"{report_id}.zip"

    @property
    def conversions(self) -> Path:
        """The folder of what LibreOffice has made of Word 97 documents."""
        return self.warehouse / "converted"

    def converted(self, report_id: str) -> Path:
        """The docx that LibreOffice has made of a Word 97 document."""
        return self.conversions / f"{report_id}.docx"

    def source(self, report_id: str, name: str) -> Path:
        """The file a report was read from: below raw/ by its name, or the archive of those that were joined."""
        joined = self.joined(report_id)
        return joined if joined.is_file() else self.raw / name

    def reading(self, file: RawFile) -> Path:
        """The Parquet file of one report, in the folder below warehouse."""
        return self.readings / f"year={file.folder}" / f"{file.sha256}.parquet"

    def reading_path(self, file: RawFile) -> str:
        """Where the Parquet file of one report lies, as DuckDB is told it: in the folder below warehouse, or on the shared shelf."""
        return f"{self.shelf}/year={file.folder}/{file.sha256}.parquet" if self.shelf else str(self.reading(file))


class NotUnderstood(Told, ValueError):
    """A variable of the environment that says what cannot be."""


def places_of(environment: Mapping[str, str]) -> Places:
    """The places that the FINAL_ACCOUNTS_… variables of an environment name, the project's own where they name none; raises NotUnderstood."""
    raw = environment.get("FINAL_ACCOUNTS_RAW") or PROJECT / "raw"
    warehouse = environment.get("FINAL_ACCOUNTS_WAREHOUSE") or PROJECT / "warehouse"
    book_url = environment.get("FINAL_ACCOUNTS_BOOK_URL") or BOOK_URL
    desk_url = (environment.get("FINAL_ACCOUNTS_DESK_URL") or DESK_URL).rstrip("/")
    keep = environment.get("FINAL_ACCOUNTS_KEEP") or str(KEPT)
    if not keep.isdecimal():
        raise NotUnderstood("keep_no_number", keep=keep)
    lake, engine = _lake_of(environment), environment.get("FINAL_ACCOUNTS_ENGINE") or LOCAL
    if engine not in ENGINES:
        raise NotUnderstood("no_such_engine", engine=engine, engines=", ".join(ENGINES))
    scans = environment.get("FINAL_ACCOUNTS_SCANS") or READ
    if scans not in SCANS:
        raise NotUnderstood("no_such_scans", scans=scans, known=", ".join(SCANS))
    return Places(
        Path(raw).resolve(), Path(warehouse).resolve(), book_url=book_url, desk_url=desk_url, keep=int(keep), lake=lake,
        engine=engine, shelf=_shelf_of(environment), scans=scans,
    )  # fmt: skip


def _shelf_of(environment: Mapping[str, str]) -> str | None:
    """The shared shelf that an environment names, without a last stroke; a folder as an absolute path."""
    named = (environment.get("FINAL_ACCOUNTS_SHELF") or "").rstrip("/")
    return (named if named.startswith(S3) else str(Path(named).resolve())) if named else None


def _lake_of(environment: Mapping[str, str]) -> Lake | None:
    """The lake that an environment names; raises NotUnderstood where it says where the catalogue is and not the Parquet, or the reverse."""
    catalogue, data = (environment.get(name) or "" for name in ("FINAL_ACCOUNTS_LAKE", "FINAL_ACCOUNTS_LAKE_DATA"))
    if bool(catalogue) != bool(data):
        raise NotUnderstood("lake_half_named")
    return Lake(catalogue, data) if catalogue else None
