"""An identity is one catalogue entry and one SQL file; suites, checks, documentation and outcomes follow from them."""

import json
import re
import shutil

import pytest

from pipelines.findings import tables
from pipelines.settings import EXPECTATIONS, PROJECT, SQL
from pipelines.warehouse import identities, models, suites
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.paper import layouts

ENTRY = """
[W1-99]
zh = "收入支出决算总表：本年收入合计不小于一元"
en = "T1: income of the year is at least one yuan"
tolerance = "INEQ"
severity = "warning"
needs = ["T1"]
why = "试验"
"""
TERMS = """select report_id, '' as instance, null as code, 'total' as side, 1 as weight, null as amount_id, 1 as value_yuan, 0 as half_ulp_yuan
from checks.cell where form = 'T1' and line = 'income_total'
union all from pick('part', 1, 'T1', 'income_total', 'amount')
"""
CACHES = (models.models, identities.identities, suites.suite)


@pytest.fixture
def one_more(tmp_path, monkeypatch):
    """The project with one entry and one SQL file more."""
    shutil.copytree(SQL, tmp_path / "sql")
    with open(tmp_path / "sql/checks/catalogue.toml", "a", encoding="utf-8") as file:
        file.write(ENTRY)
    (tmp_path / "sql/checks/identities/within_form/W1-99.sql").write_text(TERMS, encoding="utf-8")
    for module in (models, identities):
        monkeypatch.setattr(module, "SQL", tmp_path / "sql")
    for module in (identities, suites):
        monkeypatch.setattr(module, "EXPECTATIONS", tmp_path / "expectations")
    monkeypatch.setattr(identities, "DOCUMENT", tmp_path / "identities.md")
    (tmp_path / "expectations").mkdir()
    for cache in CACHES:
        cache.cache_clear()
    identities.write()
    yield tmp_path
    monkeypatch.undo()
    for cache in CACHES:
        cache.cache_clear()


def test_an_identity_is_one_entry_and_one_file(one_more):
    report = figures.report(31)
    connection = desk.filled(one_more / "desk", [desk.reading(report, layouts.layout("shanghai_one_column"))])
    tables.write(connection)
    judged = "select outcome from checks.outcome where identity_id = 'W1-99'"
    assert connection.execute(judged).fetchall() == [("exact",)]
    assert "W1-99" in (one_more / "identities.md").read_text(encoding="utf-8")
    results = {r.expectation.name: r for r in suites.validate(connection, "within_form", report.year)}
    assert results["W1_99"].passed
    assert results["W1_99"].counts["exact"] == 1
    assert "income of the year is at least one yuan" in results["W1_99"].expectation.description


def test_suites_and_documentation_are_what_the_catalogue_says():
    for name, content in identities.family_suites().items():
        assert json.loads((EXPECTATIONS / f"{name}.json").read_text(encoding="utf-8")) == content
    assert identities.DOCUMENT.read_text(encoding="utf-8") == identities.document()


def test_every_identity_is_in_one_suite():
    listed = [e["meta"]["name"] for content in identities.family_suites().values() for e in content["expectations"]]
    assert sorted(listed) == sorted(i.identity_id.replace("-", "_") for i in identities.identities())


def test_every_identity_of_the_list_is_asserted_or_says_why_not():
    design = PROJECT.parent / "shared" / "design" / "identities.md"
    if not design.exists():
        pytest.skip(f"needs {design}, which is not part of the repository")
    listed = set(re.findall(r"^\| ([A-Z][A-Z0-9]?-\d\d)\b", design.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(listed) > 100
    asserted = {i.identity_id for i in identities.identities()}
    assert listed <= asserted | set(identities.left_out())
    assert not asserted & set(identities.left_out())


def test_entries_use_known_words():
    for identity in identities.identities():
        assert identity.tolerance in identities.TOLERANCES
        assert identity.severity in identities.SEVERITIES
        assert identity.beside in identities.BESIDE
        assert identity.zh and identity.en and identity.why


def test_a_file_without_an_entry_is_told(one_more):
    (one_more / "sql/checks/identities/within_form/W1-98.sql").write_text(TERMS, encoding="utf-8")
    identities.identities.cache_clear()
    with pytest.raises(ValueError, match="W1-98"):
        identities.identities()
