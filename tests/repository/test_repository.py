"""The repository keeps its promises: the lock, the samples, one SELECT a file."""

import re
import subprocess

import duckdb
import pytest

from pipelines.raw_files import raw_files
from pipelines.settings import LEFT, PROJECT, SQL, Places
from pipelines.warehouse import database, models
from tests.studies import docs
from tests.support.files.reading import read_report


@pytest.mark.parametrize(
    "lock",
    [
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-notebook.lock",
        "requirements-ocr.lock",
        "requirements-cluster.lock",
        "requirements-site.lock",
    ],
)
def test_lock_is_hashed_and_names_no_address(lock):
    text = (PROJECT / lock).read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|--index|--find-links|@ file", text)


def test_what_both_locks_name_is_of_one_version():
    """The notebook's packages are installed over the others: a second version would take the place of the first."""
    first, second = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (PROJECT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-notebook.lock")
    )
    assert set(first) & set(second)
    assert {name: version for name, version in second.items() if first.get(name, version) != version} == {}


def test_samples_are_read_whole_and_hold_no_violation_but_the_published_ones(tmp_path):
    """The Dongcheng sample keeps the two defects of its source: growth of 100% from zero, a date of 2022."""
    from pipelines.reading import batch
    from pipelines.warehouse import build

    files = raw_files(PROJECT / "raw")
    assert len(files) >= 5
    places = Places(PROJECT / "raw", tmp_path, scans=LEFT)
    statuses = {done.file.name: done.status for done in batch.read_all(files, places, 2)}
    assert {name: status for name, status in statuses.items() if status != "read"} == {
        "2022/成都市武侯区样本职业学院2022年度部门决算（扫描件）.pdf": "quarantined",
        "2024/上海市静安区样本科学技术协会2024年度部门预算.pdf": "registered",
    }
    together = docs.joined_files(places, files)
    assert len(together) == len(files) - 1, "text and tables of one final account"
    build.build(places, together, 1)
    with database.connect(places.database) as connection:
        found = connection.execute("select unit_name, identity_id from checks.violation order by all").fetchall()
        assert found == [("北京市东城区科学技术和信息化局", "N-28"), ("北京市东城区科学技术和信息化局", "ZB")]
        low = connection.execute(
            "select file, explained_share from star.dim_report where explained_share < 0.99"
        ).fetchall()
        assert low == []
        held = connection.execute("select file, page, reason, remedy from reading.quarantine").fetchall()
        [(file, page, reason, remedy)] = held
        assert "扫描件" in file and page == 1 and "the setting scans" in reason and "FINAL_ACCOUNTS_SCANS" in remedy
        years = connection.execute(
            "select count(distinct fiscal_year) from star.dim_report group by unit_key order by 1 desc limit 1"
        ).fetchone()
        assert years == (2,)
        (basic, project) = connection.execute(
            "select sum(amount_yuan) filter (nature = 'basic'), sum(amount_yuan) filter (nature = 'project')"
            " from star.fact_expenditure join star.dim_unit using (unit_key)"
            " where unit_name like '%科学技术和信息化局' and scope = 'all_funds'"
        ).fetchone()
        assert (basic, project) == (17_298_900, 91_684_700)
        assert budget_beside_final(connection) == {"B-01": {"exact"}, "B-02": {"exact", "rounding"}}


def budget_beside_final(connection: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """The outcomes of identities between budget and final account, where a sample's rows of 预决算对比 are comparable."""
    compared = (
        "select count(*) > 20, bool_or(difference_yuan <> 0) from questions.budget_against_final where is_comparable"
    )
    assert connection.execute(compared).fetchone() == (True, True)
    judged = "select identity_id, list(distinct outcome) from checks.outcome where identity_id in ('B-01', 'B-02') and outcome <> 'not_evaluable' group by all"
    return {identity: set(outcomes) for identity, outcomes in connection.execute(judged).fetchall()}


def test_beijing_sample_has_the_beijing_tables():
    [path] = (PROJECT / "raw" / "2023").glob("*科学技术和信息化局*.pdf")
    assert {"B5", "B9", "B12", "B13"} <= {form.key for form in read_report(path, 2023).forms}


def test_every_model_is_one_described_select():
    for model in models.models(SQL):
        assert model.description, model.table
        assert model.columns, model.table
        for select in model.selects:
            [statement] = duckdb.extract_statements(select)
            assert statement.type == duckdb.StatementType.SELECT, model.table
    for path in SQL.rglob("*.sql"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 60, f"{path.name} has {lines} lines"


def test_no_tracked_file_names_a_registry_or_a_machines_path():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    address = re.compile("|".join(["py" + "pi.org", "pythonhosted" + ".org", "/wo" + "rk/", "/ro" + "ot/"]))
    for name in filter(None, listed.split("\0")):
        path = PROJECT / name
        if path.suffix in {".py", ".sql", ".toml", ".lock", ".md", ".json", ".csv"} and path.exists():
            assert not address.search(path.read_text(encoding="utf-8")), name
