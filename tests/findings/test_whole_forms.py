"""One cause, one finding: displaced amounts, a form that contradicts itself, many of one kind."""

import re
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from pipelines.findings import tables
from pipelines.findings.localization.contradiction import Contradiction
from pipelines.findings.localization.displacement import displacements
from pipelines.findings.localization.load import systems_of
from pipelines.findings.places import Place
from pipelines.findings.whole_forms import whole_form
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts

LAYOUT = layouts.layout("shanghai_one_column")


@pytest.fixture(scope="module")
def sound():
    return desk.reading(figures.report(41, unit="样本市样本局"), LAYOUT)


def rows_of(reading, form: str):
    """The rows of a form, each as column → amount."""
    [found] = [f for f in reading.forms if f.key == form]
    rows: dict[int, dict] = {}
    for amount in found.amounts:
        rows.setdefault(amount.row, {})[amount.column] = amount
    return [rows[number] for number in sorted(rows)]


def printed(reading, names, values):
    """The reading with T5 printed anew: the rows of these names, each with the amounts of the row beside it; None for blanks."""
    [form] = [f for f in reading.forms if f.key == "T5"]
    amounts = []
    for number, (name, row) in enumerate(zip(names, values, strict=True)):
        for column, amount in name.items():
            shown = row[column] if row else replace(amount, text="", mark="blank", number=None)
            amounts.append(replace(amount, row=number, text=shown.text, mark=shown.mark, number=shown.number))
    anew = replace(form, amounts=tuple(amounts))
    return replace(reading, forms=tuple(anew if f.key == "T5" else f for f in reading.forms))


def extra(row, ending: str):
    """A row of another item beside this one."""
    return {c: replace(a, code=f"{a.code[:5]}{ending}", label=f"另一项{ending}") for c, a in row.items()}


def findings(folder, reading):
    """The findings of a report: identities, page, sentences; how many suspects; the warehouse."""
    connection = desk.filled(folder, [reading])
    tables.write(asked(connection))
    query = "select identities, page, sentence_zh, sentence_en, severity from findings.finding order by all"
    suspects = connection.execute("select count(*) from findings.suspect").fetchall()[0][0]
    return connection.execute(query).fetchall(), suspects, connection


@pytest.mark.parametrize(("by", "said"), [(1, "金额上移1行"), (2, "金额上移2行"), (-1, "金额下移1行")])
def test_displaced_rows_are_one_finding_that_names_the_row(sound, tmp_path, by, said):
    """Names that have no amounts stand in between (up) or at the end (down), and the amounts do not leave them out."""
    rows = rows_of(sound, "T5")
    items = [n for n, row in enumerate(rows) if row["total"].code and len(row["total"].code) == 7]
    at, more = items[2], [extra(rows[items[2] if by > 0 else items[-1]], str(90 + n)) for n in range(abs(by))]
    names = [*rows[:at], *more, *rows[at:]] if by > 0 else [*rows, *more]
    values = [*rows, *[None] * by] if by > 0 else [*rows[:at], *[None] * -by, *rows[at:]]
    found, suspects, connection = findings(tmp_path, printed(sound, names, values))
    [(identities, page, sentence, english, severity)] = found
    assert (page, suspects, severity) == (1, 0, "fatal")
    assert {"W5-02", "C-08"} <= set(identities)
    beginning = rf"第1页 T5：自第{at + 1}行“.+”起（至第\d+行“.+”），{said}，与科目名称错位；按行对正后，现不成立的\d+处"
    assert re.match(beginning, sentence)
    assert "they do not stand with their names" in english
    loose = "select count(*) from checks.violation anti join findings.symptom using (identity_id, report_id, instance)"
    assert connection.execute(loose).fetchall() == [(0,)]


def test_wrong_numbers_that_move_no_row_are_no_displacement(sound, tmp_path):
    rows = [row for row in rows_of(sound, "T5") if row["total"].code and len(row["total"].code) == 7]
    wrong = {row["total"].key: row["total"].number.value * 10 for row in rows[:2]}
    connection = desk.filled(tmp_path, [injections.spoiled(sound, Error("ten", wrong))])
    [system] = systems_of(asked(connection), [desk.report_id(0)])
    assert len(system.broken) > 3
    assert displacements(system) == []


def siblings(rows):
    """The places of two items of T5, one below the other, that are of one 款 and of different amounts."""
    for number, (one, other) in enumerate(pairwise(rows)):
        codes = [row["total"].code or "" for row in (one, other)]
        if (
            {len(code) for code in codes} == {7}
            and codes[0][:5] == codes[1][:5]
            and one["total"].text != other["total"].text
        ):
            return number
    raise LookupError("no two items of one 款")


def test_the_amounts_of_two_items_exchanged_are_one_finding_and_the_prose_is_not_accused(sound, tmp_path):
    rows = rows_of(sound, "T5")
    at = siblings(rows)
    found, suspects, _ = findings(tmp_path, printed(sound, rows, [*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]]))
    [(identities, page, sentence, english, _)] = found
    assert "N-08" in identities
    assert (page, suspects) == (1, 0)
    said = rf"第1页 T5：第{at + 1}行“.+”与第{at + 2}行“.+”的金额疑互换；换回后，现不成立的\d+处勾稽全部成立。"
    assert re.match(said, sentence)
    assert "seem to be exchanged" in english


def test_a_row_printed_twice_is_one_finding_and_its_amounts_are_not_accused(sound, tmp_path):
    rows = rows_of(sound, "T5")
    at = siblings(rows)
    again = [*rows[: at + 1], *rows[at:]]
    [(identities, _, sentence, english, _)], suspects, _ = findings(tmp_path, printed(sound, again, again))
    assert {"W5-02", "WX-01"} <= set(identities)
    assert suspects == 0
    assert re.match(rf"第1页 T5：第{at + 1}行与第{at + 2}行“.+”相同，疑重复列示；去掉一行，", sentence)
    assert "perhaps one row printed twice" in english


def test_a_row_with_the_code_of_another_branch_is_one_finding_and_its_amount_is_not_accused(sound, tmp_path):
    [form] = [f for f in sound.forms if f.key == "T6"]
    total = {a.code: a for a in form.amounts if a.code and a.column == "amount" and a.number and a.number.value}
    code = next(
        c for c in total if len(c) == 5 and c.startswith("302") and sum(one.startswith("302") for one in total) > 2
    )
    anew = replace(form, amounts=tuple(replace(a, code="30398") if a.code == code else a for a in form.amounts))
    reading = replace(sound, forms=tuple(anew if f.key == "T6" else f for f in sound.forms))
    found, suspects, _ = findings(tmp_path, reading)
    [(_, _, sentence, english, _)] = [one for one in found if "W6-01" in one[0]]
    assert re.match(
        r"第1页 T6：第\d+行“.+”不计入“.+”而计入“.+”，现不成立的2处勾稽全部成立，疑该行编码或位置有误。", sentence
    )
    assert (suspects, "perhaps its code or its place is wrong" in english) == (0, True)


def test_a_form_in_disorder_contradicts_itself_and_accuses_no_number(sound, tmp_path):
    """Every row of T5 shows another row's amounts: a total is smaller than its own largest part."""
    rows = rows_of(sound, "T5")
    found, suspects, _ = findings(tmp_path, printed(sound, rows, Random(5).sample(rows, len(rows))))
    [(_, _, sentence, english, _)] = [one for one in found if "自相矛盾" in one[2]]
    assert re.search(r"第1页 T5自相矛盾：“.+”印为[\d,.]+万元，小于其中一项“.+”的[\d,.]+万元；", sentence)
    assert "contradicts itself" in english
    assert all("T5" not in one[2] or "自相矛盾" in one[2] for one in found)
    assert suspects == 0


def test_slips_of_several_forms_are_no_disorder_of_one(sound, tmp_path):
    """An item of T1 far above its total, a total of T1 and one of T3: three slips that hang together, each is named."""
    t1, t3 = rows_of(sound, "T1"), rows_of(sound, "T3")
    item = next(a for row in t1 for a in row.values() if a.code and a.number and a.number.value)
    income = next(a for row in t1 for a in row.values() if a.line == "income_total")
    total = next(row["total"] for row in t3 if row["total"].line == "total")
    wrong = {
        item.key: item.number.value * 10000,
        income.key: income.number.value + 540,
        total.key: total.number.value - 5,
    }
    found, _, connection = findings(tmp_path, injections.spoiled(sound, Error("three", wrong)))
    assert [one for one in found if "自相矛盾" in one[2]] == []
    firsts = connection.execute(
        "select list(distinct amount_id) from findings.suspect where set_number = 1"
    ).fetchone()[0]
    assert {key for key in wrong if any(one.endswith(key) for one in firsts)} == set(wrong)


def test_a_misprint_against_its_table_and_against_its_total_is_one_finding(sound, tmp_path):
    """支出总计 has no form: basic expenditure misprinted behind it breaks N-04 (T3, its share) and N-53 (the sum)."""
    claims = [
        replace(c, subject="expenditure_grand_total")
        if (c.section, c.subject) == ("expenditure", "expenditure_total")
        else c
        for c in sound.prose.claims
    ]
    [basic] = [c for c in claims if (c.section, c.subject, c.role) == ("expenditure", "basic", "value")]
    reading = replace(sound, prose=replace(sound.prose, claims=tuple(claims)))
    wrong = Error("tens", {basic.key: basic.number.value + 70})
    [(identities, _, sentence, _, _)], suspects, _ = findings(tmp_path, injections.spoiled(reading, wrong))
    assert {"N-04", "N-53"} <= set(identities)
    assert (suspects, sentence.count("印为")) == (1, 1)


def test_a_number_misprinted_alike_in_two_forms_is_one_finding(sound, tmp_path):
    """A class of T3 and of T5, which no identity ties."""
    rows = {form: {row["total"].code: row for row in rows_of(sound, form)} for form in ("T3", "T5")}
    basic = {code: row["basic"].number for code, row in rows["T3"].items() if code and len(code) == 3}
    code = max((c for c, n in basic.items() if n and n == rows["T5"][c]["basic"].number), key=lambda c: basic[c].value)
    wrong = {rows[form][code]["basic"].key: basic[code].value * 10 for form in ("T3", "T5")}
    [(identities, _, sentence, *_)], suspects, _ = findings(tmp_path, injections.spoiled(sound, Error("copy", wrong)))
    assert {"W3-01", "W5-01"} <= set(identities)
    assert (suspects, "、第1页 T5" in sentence, "均印为" in sentence) == (2, True, True)


@pytest.mark.parametrize(("count", "lists"), [(1, 0), (2, 1), (3, 1)])
def test_many_of_one_kind_are_one_finding_with_its_list(sound, tmp_path, count, lists):
    words = [c for c in sound.prose.claims if c.section == "general_items" and c.role == "direction"][:count]
    turned = injections.spoiled(sound, Error("direction", turned=frozenset(c.key for c in words)))
    found, suspects, connection = findings(tmp_path, turned)
    assert [identities for identities, *_ in found] == [["N-24"]] * (1 if lists else count)
    assert sum(sentence.startswith(f"同类{count}处：第1页 ") for _, _, sentence, *_ in found) == lists
    assert (suspects, connection.execute("select count(*) from findings.symptom").fetchall()) == (0, [(count,)])


def test_two_columns_of_one_row_are_told_by_their_headings():
    rows = {
        key: Place(page=1, name=f"表 合计 {heading}", text=text, counted_in="万元", decimals=2, form="表", label="合计")
        for key, text, heading in (("total", "2.86", "2018年/小计"), ("part", "21.22", "2018年/公务用车"))
    }
    zh, en = whole_form(Contradiction("P7", "total", "part", frozenset()), rows)
    assert zh.startswith("第1页 表自相矛盾：“2018年/小计”印为2.86万元，小于其中一项“2018年/公务用车”的21.22万元；")
    assert "“2018年/公务用车”" in en
