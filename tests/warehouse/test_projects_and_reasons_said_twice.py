"""What the prose of a final account says twice: the score of a project and that of its table (N-45), a change and its reason (N-38)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.prose.claims import Claim
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk import desk, paragraphs
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

FINAL = desk.reading(figures.report(3, unit="样本市样本区民政局"), layouts.LAYOUTS[0])


def saying(*said: str, beside: tuple[tuple[str, str, str, str], ...] = ()) -> Reading:
    """A final account with these paragraphs and the cells of a table: subject, label, role and number of each."""
    claims = paragraphs.claims(*said)
    cells = [cell(claims, n, *one) for n, one in enumerate(beside)]
    return replace(FINAL, prose=replace(FINAL.prose, claims=(*claims, *cells)))


def cell(claims: list[Claim], n: int, subject: str, label: str, role: str, text: str) -> Claim:
    model = next(c for c in claims if c.section == "performance" and c.number)
    return replace(
        model, order=len(claims) + n, span=None, statement=max(c.statement for c in claims) + 1, subject=subject,
        label=label, role=role, base="annual" if role == "budget" else "", direction="", text=text,
        number=Number(Decimal(text), len(text.partition(".")[2])), counted_in="万元" if subject == "project_money" else "",
        doubts=(), fitted=None, fits=None,
    )  # fmt: skip


@pytest.mark.parametrize(("score", "outcome"), [("90.5", "violation"), ("88.5", "exact")])
@judged_together
def test_the_score_of_a_project_is_that_of_its_table(score: str, outcome: str):
    said = (
        "十、预算绩效管理情况",
        "样本平台运行项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为88.5分。",
        "全年预算数为100.00万元，执行数为90.00万元，完成预算的90.0%。",
    )
    beside = (
        ("project_money", "样本平台运行", "budget", "100.00"),
        ("project_money", "样本平台运行", "value", "90.00"),
        ("score", "总分", "score", score),
    )
    assert outcome in (yield saying(*said, beside=beside))["N-45"]


@pytest.mark.parametrize(("why", "outcome"), [("增加", "violation"), ("减少", "exact")])
@judged_together
def test_the_reason_of_a_decrease_is_of_a_decrease(why: str, outcome: str):
    said = f"收入支出总计100.00万元。与{FINAL.disclosure.year - 1}年度相比，收入支出总计减少5.00万元，下降4.76%，{why}的主要原因是项目减少。"
    assert (yield saying("一、收入支出决算总体情况说明", said))["N-38"] == {outcome}
