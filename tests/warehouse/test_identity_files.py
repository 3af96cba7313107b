"""An identity is one SQL file whose head is its entry in the catalogue; suites, checks, documentation and outcomes follow."""

import json
import re
import shutil

import dagster as dg
import duckdb
import pytest

from pipelines.findings import fault, tables
from pipelines.messages import Told
from pipelines.orchestration.definitions import definitions
from pipelines.orchestration.resources import Settings
from pipelines.outputs.documents import identities as documents
from pipelines.queries import Warehouse
from pipelines.settings import DOCS, EXPECTATIONS, PROJECT, SQL, Places
from pipelines.warehouse import family_suites, heads, identities, judging, models
from tests.support.desk import desk
from tests.support.figures import figures
from tests.support.paper import layouts

HEAD = """-- zh: 收入支出决算总表：本年收入合计不小于一元
-- en: T1: income of the year is at least one yuan
-- name: income_is_at_least_one_yuan
-- tolerance: INEQ
-- severity: warning
-- needs: T1
-- why: 试验
"""
TERMS = """select report_id, '' as instance, null as code, 'total' as side, 1 as weight, null as amount_id, 1 as value_yuan, 0 as half_step_yuan
from checks.form_amount where form = 'T1' and line = 'income_total'
union all from pick('part', 1, 'T1', 'income_total', 'amount')
"""
FILE = "checks/identities/within_form/W1-99.sql"


@pytest.fixture
def one_more(tmp_path) -> Places:
    """Places whose sql/ has one identity more."""
    for folder in (SQL, EXPECTATIONS):
        shutil.copytree(folder, tmp_path / folder.name)
    (tmp_path / "sql" / FILE).write_text(HEAD + TERMS, encoding="utf-8")
    return Places(tmp_path, tmp_path, sql=tmp_path / "sql", expectations=tmp_path / "expectations")


def test_an_identity_is_one_file(one_more):
    family_suites.write(one_more)
    report = figures.report(31)
    read = desk.reading(report, layouts.layout("shanghai_one_column"))
    connection = desk.filled(one_more.warehouse / "desk", [read], one_more.sql)
    warehouse = Warehouse(connection, one_more)
    tables.write(warehouse)
    judged = "select outcome from checks.outcome where identity_id = 'W1-99'"
    assert connection.execute(judged).fetchall() == [("exact",)]
    assert "\n| W1-99 |" in documents.document(one_more.sql)
    [forms] = judging.judge(warehouse, ["within_form"])
    results = {r.expectation.identity_id: r for r in forms.results}
    assert results["W1-99"].passed
    assert results["W1-99"].counts["exact"] == 1
    assert "income of the year is at least one yuan" in results["W1-99"].expectation.description
    checks = definitions(Settings.of(one_more)).resolve_asset_graph().asset_check_keys
    assert dg.AssetCheckKey(dg.AssetKey(["suites", "within_form"]), "W_within_form") in checks
    assert results["W1-99"].expectation.name == "W1_99_income_is_at_least_one_yuan"


def test_suites_and_documentation_are_what_the_heads_say():
    for name, content in family_suites.contents(SQL).items():
        assert json.loads((EXPECTATIONS / f"{name}.json").read_text(encoding="utf-8")) == content
    assert (DOCS / documents.NAME).read_text(encoding="utf-8") == documents.document(SQL)


def test_every_identity_is_in_one_suite():
    listed = [e["meta"]["name"] for content in family_suites.contents(SQL).values() for e in content["expectations"]]
    assert sorted(listed) == sorted(i.check_name for i in identities.identities(SQL))


def test_every_identity_of_the_list_is_asserted_or_says_why_not():
    design = PROJECT.parent / "shared" / "design" / "identities.md"
    if not design.exists():
        pytest.skip(f"needs {design}, which is not part of the repository")
    listed = set(re.findall(r"^\| ([A-Z][A-Z0-9]?-\d\d)\b", design.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(listed) > 100
    asserted = {i.identity_id for i in identities.identities(SQL)}
    assert listed <= asserted | set(identities.not_asserted(SQL))
    assert not asserted & set(identities.not_asserted(SQL))


def test_heads_are_read_whole():
    [first] = [i for i in identities.identities(SQL) if i.identity_id == "C-19"]
    assert (first.tolerance, first.severity, first.needs, first.beside) == ("INT", "error", ("T4",), "")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (FILE, HEAD.replace("severity:", "gravity:") + TERMS, "{}:5: a line of the head begins with -- and one of zh, en,"),
        (FILE, HEAD.replace("-- why: ", "-- ") + TERMS, "{}:7: a line of the head begins with -- and one of zh, en,"),
        (FILE, HEAD.replace("-- why: 试验", "-- why:") + TERMS, "{}:7: a line of the head begins with -- and one of zh, en,"),
        (FILE, HEAD.replace("-- en: ", "-- zh: ") + TERMS, "{}:2: zh is said twice"),
        (FILE, HEAD.replace("income_is", "income is") + TERMS, "{}:1: a name is letters, digits and _, as totals_equal_T1"),
        (FILE, HEAD.replace("INEQ", "ABOUT") + TERMS, "{}:4: tolerance is one of SUM, "),
        (FILE, HEAD.replace("warning", "grave") + TERMS, "{}:5: severity is one of fatal, error, warning, info, not 'grave'"),
        (FILE, HEAD.replace("needs: T1", "needs: T1, T99") + TERMS, "{}:6: needs is one of T1, "),
        (FILE, HEAD.replace("needs: T1", "beside: next_year") + TERMS, "{}:6: beside is one of prior_year, "),
        (FILE, TERMS, "{}:1: the head lacks zh, en, name, tolerance, severity, why"),
        (FILE.replace("within_form", "prose"), HEAD + TERMS, "{}:1: W1-98 belongs in the folder within_form"),
        (FILE.replace("W1", "Q1"), HEAD + TERMS, "{}:1: no family has ids as Q1-98"),
        (FILE.replace("within_form/", ""), HEAD + TERMS, "{}:1: the files of an identity are <suite>/<id>.sql and "),
        (FILE.replace(".sql", ".ratios.sql"), HEAD + TERMS, "{}:1: the files of an identity are <suite>/<id>.sql and "),
        (FILE.replace("W1-99.sql", "W1-01.ratio.sql"), HEAD + TERMS, "{}:1: the head of W1-01 stands in W1-01.sql"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_with_its_line(one_more, file, text, said):
    path = one_more.sql / file.replace("-99", "-98")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(heads.BadHead) as error:
        identities.identities(one_more.sql)
    assert str(error.value).startswith(said.format(path))


def test_a_select_that_is_not_taken_is_told_with_its_identity(one_more):
    (one_more.sql / FILE).write_text(HEAD + TERMS.replace("pick(", "pikc("), encoding="utf-8")
    read = desk.reading(figures.report(31), layouts.layout("shanghai_one_column"))
    with pytest.raises(Told, match=r"does not take the SELECT of W1-99 \(checks\.term\) in sql/: .* pikc "):
        desk.filled(one_more.warehouse / "desk", [read], one_more.sql)


def test_an_identity_in_two_folders_is_told(one_more):
    for folder in ("budget", "prose"):
        path = one_more.sql / f"checks/identities/{folder}/W1-99.sql"
        shutil.copy(one_more.sql / FILE, path)
        with pytest.raises(heads.BadHead, match=r"W1-99\.sql:1: "):
            identities.identities(one_more.sql)
        path.unlink()


def test_an_identity_of_quotients_alone_has_its_head_there(one_more):
    (one_more.sql / FILE).rename(one_more.sql / FILE.replace(".sql", ".ratio.sql"))
    assert "W1-99" in {i.identity_id for i in identities.identities(one_more.sql)}


PAIR = {
    "report_id", "instance", "code", "stated", "stated_id", "stated_half", "expected", "expected_id", "expected_half",
    "hindrance", "note", "page", "particulars",
}  # fmt: skip
"""The columns two_terms takes; it leaves out any other without a word."""


def pair_columns(connection: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    """The columns of the CTEs that an identity hands to two_terms."""
    names = re.findall(r"two_terms\('(\w+)'\)", sql)
    ctes = sql[: sql.rindex("\n)\n")]
    return {column[0] for name in names for column in connection.execute(f"{ctes}\n)\nfrom {name}").description}


def test_pairs_have_the_columns_that_two_terms_takes(tmp_path):
    connection = desk.filled(tmp_path, [])
    found = {path.name: path.read_text(encoding="utf-8") for path in models.identity_files(SQL, models.TERMS).values()}
    pairs = {name: pair_columns(connection, sql) for name, sql in found.items() if "two_terms(" in sql}
    assert len(pairs) > 20
    assert {name: columns - PAIR for name, columns in pairs.items() if columns - PAIR} == {}
    misspelt = found["N-28.sql"].replace("as note", "as notes")
    assert pair_columns(connection, misspelt) - PAIR == {"notes"}


def fault_words(identity_id: str) -> tuple[set[str], set[str]]:
    """The values that the wordings of an identity's fault ask for, and those its SELECT, or a macro it uses, hands on."""
    [identity] = [i for i in identities.identities(SQL) if i.identity_id == identity_id]
    sql = models.identity_files(SQL, models.TERMS)[identity_id].read_text(encoding="utf-8")
    macros = [path.read_text(encoding="utf-8") for path in (SQL / "checks/kernel/macros").glob("*.sql")]
    used = [text for text in macros if any(f"{name}(" in sql for name in re.findall(r"replace macro (\w+)\(", text))]
    given = set(re.findall(r"'(\w+)':", "".join((sql, *used))))
    asked = set(fault.names(re.sub(r"[\[\]]", "", identity.fault_zh + identity.fault_en)))
    return asked - set(fault.GIVEN), {name.removesuffix(fault.ID) for name in given}


def test_an_identity_that_accuses_no_number_says_what_is_wrong_in_words_it_has():
    told = {i.identity_id for i in identities.identities(SQL) if i.fault_zh and i.fault_en}
    assert {i.identity_id for i in identities.identities(SQL) if i.tolerance == "INT"} <= told
    assert {i: sorted(asked - given) for i in told for asked, given in [fault_words(i)] if asked - given} == {}


def test_every_rule_says_that_something_must_be():
    bare = [i.identity_id for i in identities.identities(SQL) if "应当" not in i.zh or "must" not in i.en]
    assert bare == []


def test_a_part_of_a_wording_is_left_out_where_a_value_is_empty():
    wording = "第{page}页列有{items}[；表中的{others}未列]"
    assert fault.fill_wording(wording, {"page": 3, "items": "“{奖金}”", "others": ""}) == "第3页列有“{奖金}”"
    assert (
        fault.fill_wording(wording, {"page": 3, "items": "“奖金”", "others": "“水费”"})
        == "第3页列有“奖金”；表中的“水费”未列"
    )
