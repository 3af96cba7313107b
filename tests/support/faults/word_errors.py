"""Word errors: for each identity of words and structure, which no single number makes fire, the error it is there for.

Belongs here: which error is which identity's. Does not belong here: errors of numbers (injections), the errors themselves (form_errors,
prose_errors, contradictions).
"""

from dataclasses import replace

from pipelines.reading.readings import Reading
from tests.support.desk import paragraphs
from tests.support.desk.budgets.figures import figures
from tests.support.desk.budgets.forms import Row, form
from tests.support.desk.budgets.shanghai import shanghai
from tests.support.desk.corpus import Case
from tests.support.desk.targets import target_claims
from tests.support.faults.contradictions import (
    OTHER_UNIT,
    class_without_form,
    doubted,
    form_without_note,
    project_evaluated,
    sides_without_form,
    total_without_form,
    unit_evaluated,
    unit_unreported,
    zero_left_blank,
)
from tests.support.faults.form_errors import (
    blanked,
    class_lost,
    negative,
    parent_lost,
    planned,
    same_code_twice,
    without_amounts,
    without_form,
    without_fund_form,
)
from tests.support.faults.prose_errors import (
    annual,
    from_zero,
    fund_item,
    item_said_again,
    item_unknown,
    item_unspoken,
    items_exchanged,
    older_name,
    rewritten,
    said_before,
    share_of_all,
    visits_changed,
    visits_uncounted,
)


def reading_for(identity_id: str, case: Case) -> Reading | None:
    """The reading of a case with the error of words or structure that one identity is there for; None where it has no place."""
    return _ERRORS[identity_id](case)


def _budget(case: Case) -> Reading:
    """A sound budget of the unit and year of a case."""
    said = case.reading().disclosure
    return shanghai(figures(1, said.unit or "", said.year or 0))


def _budget_without_form(case: Case) -> Reading:
    """A budget of the unit whose set is whole but for one form."""
    whole = _budget(case)
    return replace(whole, forms=tuple(form for form in whole.forms if form.key != "P6"))


def _budget_said(*said: str):
    """A budget of the unit whose prose is this."""

    def change(case: Case) -> Reading:
        texts = [text.format(year=case.report.year, last=case.report.year - 1) for text in said]
        return replace(_budget(case), prose=paragraphs.prose_of_budget(*texts, year=case.report.year))

    return change


def _budget_noted(reason: str):
    """A budget of the unit with a note that something printed in it contradicts another place."""
    return lambda case: replace(_budget(case), doubts=doubted(case, "identity", reason).doubts[-1:])


def _fund_denied(case: Case) -> Reading:
    """A budget of the unit whose prose says that there is no expenditure of government funds, which P8 has."""
    whole, year = _budget(case), case.report.year
    text = ("八、政府性基金预算支出情况说明", f"{year}年没有使用政府性基金预算拨款安排的支出。")
    return replace(whole, prose=paragraphs.prose_of_budget(*text, year=year))


def _budget_saying(sentence: str, heading: str = "二、收入预算情况说明"):
    """A budget of the unit whose prose is this sentence below a heading; {year}, {last}: its year, the year before."""

    def change(case: Case) -> Reading:
        year = case.report.year
        text = (heading, sentence.format(year=year, last=year - 1))
        return replace(_budget(case), prose=paragraphs.prose_of_budget(*text, year=year))

    return change


def _budget_alone(*said: str):
    """The prose of a budget of the unit whose forms are not there."""

    def change(case: Case) -> Reading:
        return replace(_budget(case), forms=(), prose=paragraphs.prose_of_budget(*said, year=case.report.year))

    return change


def _class_renamed(case: Case) -> Reading:
    """A budget whose balance names a class otherwise than its forms by function."""
    whole = _budget(case)
    balance = next(form for form in whole.forms if form.key == "P1")
    coded = {a.code for f in whole.forms for a in f.amounts if a.code and len(a.code) == 3}
    old = next(a.code for a in balance.amounts if a.line == "class" and a.code)
    new = next(code for code in ("201", "204", "205", "213") if code not in coded)
    renamed = replace(balance, amounts=tuple(replace(a, code=new) if a.code == old else a for a in balance.amounts))
    return replace(whole, forms=tuple(renamed if form is balance else form for form in whole.forms))


def _unit_said(case: Case) -> Reading:
    """A budget whose prose tells the unit's budget, its natures and a project otherwise than itself and its tables."""
    whole, year = _budget(case), case.report.year
    rows = [
        Row("", "total", None, {"total": 1000, "basic": 700, "project": 300}),
        Row("", "project_1", None, {"total": 300}),
    ]
    names = {"total": "样本市统计局(本级)", "project_1": "统计管理"}
    forms = (form("P3", rows[:1]), form("PX", rows, parts={1: 0}))
    named = (replace(f, amounts=tuple(replace(a, label=names[a.label]) for a in f.amounts)) for f in forms)
    text = (
        "第三部分 部门预算支出具体情况",
        "样本市统计局（本级）预算9.00万元，包括在职人员经费4.00万元、公用经费2.00万元、对个人和家庭的补助支出1.00万元、项目支出3.00万元。",
        "（二）公用经费2.50万元，主要包括水电费。",
        "1.统计管理3.30万元，主要包括：统计日常管理业务。",
    )
    return replace(whole, forms=tuple(named), prose=paragraphs.prose_of_budget(*text, year=year))


def _targets(case: Case) -> Reading:
    """A budget whose table of a unit's targets has a wrong task and a wrong nature, that of a project a source and a total."""
    whole = _budget(case)
    row = replace(form("PX", [Row("", "listed", None, {"total": 10_000_000})]).amounts[0], label="样本采购")
    listed = replace(form("PX", []), amounts=(row,))
    claims = tuple(
        target_claims(
            {"target_money 样本采购": "11.00", "target_source 财政拨款": "10.00"},
            {"task_target 机关运转": "8.00"},
            {
                "unit_target 金额合计": "9.00",
                "target_source 财政拨款": "9.00",
                "target_nature 财政拨款基本支出": "8.00",
            },
        )
    )
    forms = (*(one for one in whole.forms if one.key != "PX"), listed)
    return replace(whole, forms=forms, prose=replace(whole.prose, claims=claims))


def _targets_said(case: Case) -> Reading:
    """A budget whose prose gives two projects other money than their tables of targets."""
    text = ("四、绩效目标设置情况", "本部门编报绩效目标的项目2个，涉及项目预算资金18.00万元。")
    spoken = paragraphs.prose_of_budget(*text, year=case.report.year)
    tables = target_claims({"target_money 样本采购": "10.00"}, {"target_money 样本运维": "5.00"})
    apart = (replace(claim, order=100 + claim.order, statement=100 + claim.statement) for claim in tables)
    return replace(_budget(case), prose=replace(spoken, claims=(*spoken.claims, *apart)))


_ERRORS = {
    "PT-01": _targets,
    "PT-02": _targets,
    "PT-03": _targets,
    "PT-04": _targets,
    "PT-05": _targets_said,
    "S-01": without_form,
    "PS-01": _budget_without_form,
    "PS-02": _budget_noted("table title says year 2011, the report goes by another"),
    "PS-03": _budget_noted(f"heading says unit {OTHER_UNIT}局, the report goes by another"),
    "PS-06": _budget_said("一、预算情况说明", "公用经费主要包括（不涉及的不列）：办公费。"),
    "PS-07": _budget_said("一、预算情况说明", "财政拨款主要用于信息化建设。。"),
    "PS-08": _budget_said("一、预算情况说明", "支出较上一度无变化。"),
    "PN-30": _budget_said("四、“三公”经费预算情况", "公务接待费较{last}年年初预算增加0.00万元。{year}年公务接待费预算数比{last}年减少的主要原因是厉行节约。"),
    "PN-15": _fund_denied,
    "PN-33": _budget_saying("{year}年收入预算9.00万元，比{year}年预算增加1.00万元。"),
    "PN-34": _budget_saying("{year}年收入预算9.00万元，比{last}年预算增加10.00万元。"),
    "PN-35": _budget_saying("{year}年收入预算9.00万元，比上年增加1.00万元，增长12.50%，减少的主要原因是业务量变化。"),
    "PN-36": _budget_saying("医疗卫生（类）行政事业单位医疗（款）行政单位医疗（项）9.00万元。", "五、一般公共预算支出情况说明"),
    "PN-80": _budget_saying("教育支出（类）普通教育（款）样本教育管理（项）9.00万元。", "五、一般公共预算支出情况说明"),
    "PN-81": _budget_saying("公务接待费预算9.00万元，比{last}年预算增加9.00万元，增长45.00%。", "四、“三公”经费预算情况"),
    "PN-82": _budget_alone("三、支出预算情况说明", "支出预算9.12万元，其中：基本支出6.00万元，项目支出3.21万元。"),
    "PC-30": _class_renamed,
    "PN-19": _unit_said,
    "PN-20": _unit_said,
    "PN-21": _unit_said,
    "PN-22": _unit_said,
    "S-02": lambda case: doubted(case, "identity", "heading says year 2011, the report goes by another"),
    "S-06": lambda case: rewritten(case, ("主要包括：", "主要包括（不涉及的不列）：")),
    "C-18": class_lost,
    "C-19": without_fund_form,
    "C-29": without_amounts("T6"),
    "PC-29": lambda case: blanked(_budget(case), "P4", "declared_empty"),
    "C-23": lambda case: doubted(case, "identity", f"heading says unit {OTHER_UNIT}局, the report goes by another"),
    "C-24": lambda case: doubted(case, "row", "2010101 is named 其他 (disclosure)"),
    "C-25": lambda case: doubted(case, "identity", "title writes unit 样本局 for 样本市样本局"),
    "S-07": lambda case: rewritten(case, ("，主要包括：", "，，主要包括：")),
    "S-08": said_before("国内公务接待", "公务接待费较上一度无变化。"),
    "S-09": lambda case: doubted(case, "identity", "contents writes year 202 for 2023"),
    "S-10": form_without_note,
    "I-01": negative,
    "N-09": item_unspoken,
    "N-11": lambda case: rewritten(case, ("，主要包括：", "，主要包括：国外债务付息、")),
    "N-25": from_zero("50.00"),
    "ZB": from_zero("100.00"),
    "N-28": lambda case: rewritten(case, (f"截至{case.report.year}年12月31日", f"截至{case.report.year - 2}年12月31日")),
    "N-30": lambda case: rewritten(case, ("（项）：反映", "及其他（项）：反映")),
    "N-32": share_of_all,
    "N-33": item_unknown,
    "N-34": item_said_again,
    "N-35": fund_item,
    "N-36": older_name,
    "N-37": from_zero("0"),
    "N-38": said_before("全年安排因公出国", "公务接待费与{last}年度持平。公务接待费减少的主要原因是厉行节约。"),
    "N-39": said_before("绩效自评项目", "在部门决算中反映甲项目等8个一级项目的绩效自评结果。在部门决算中反映甲项目等9个一级项目的绩效自评结果。"),
    "N-40": lambda case: rewritten(case, ("其中：授予小微企业", "货物采购授予中小企业合同金额占货物支出金额的99.99%，服务采购授予中小企业合同金额占服务支出金额的99.99%，其中：授予小微企业")),
    "N-41": items_exchanged,
    "N-43": visits_uncounted,
    "N-44": zero_left_blank,
    "N-45": project_evaluated,
    "N-52": unit_evaluated,
    "N-46": lambda case: rewritten(case, ("该指标分值10分，评价得分8.23分", "该指标分值10分，评价得分18.23分")),
    "I-05": said_before("全年安排因公出国", "公务接待费支出决算比{last}年度减少5.00万元，下降150.00%。"),
    "C-26": said_before("“三公”经费包括本部门", "本单位公务用车均已登记。"),
    "N-48": visits_changed("公务接待费支出决算完成预算的777.77%。"),
    "N-57": visits_changed("公务接待费全年预算数2.00万元，决算数1.00万元，预决算差异率77.77%。"),
    "W1-07": planned,
    "N-49": visits_changed("“三公”经费财政拨款支出决算数比{last}年度减少0.05万元，其中：因公出国（境）费支出决算与{last}年度持平；公务用车购置及运行维护费支出决算减少0.02万元；公务接待费支出决算减少0.01万元。"),
    "N-50": class_without_form,
    "N-53": total_without_form,
    "N-60": sides_without_form,
    "N-61": lambda case: rewritten(case, ("全年安排因公出国", f"公务接待费比{case.report.year - 1}年度决算数持平。因公出国（境）费比{case.report.year - 1}年度决算数持平。公务用车费用比{case.report.year - 2}年度决算数持平。全年安排因公出国")),
    "N-51": lambda case: rewritten(case, ("国内公务接待12批次、96人次", "国内公务接待12批次、9人次")),
    "B-03": annual,
    "U-04": unit_unreported,
    "W6-05": parent_lost("T6", 3),
    "WX-01": same_code_twice,
    "WX-03": parent_lost("T2", 5),
}  # fmt: skip
IDENTITIES = tuple(_ERRORS)
"""Identities about words, names and structure, which no single amount makes fire."""
