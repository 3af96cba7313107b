"""Errors put into a reading: what publishers do wrong, one at a time.

Belongs here: kinds of errors on one amount or claim, errors of words and structure, and a reading with an error in it.
Does not belong here: which identities should tell (tests/studies/mutation.py), drawing reports (tests/support/desk/corpus.py).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random

from pipelines.doubts import Doubt
from pipelines.forms.forms import Amount, Form
from pipelines.prose.claims import Claim
from pipelines.prose.disambiguation import fit
from pipelines.prose.sections import sections_of
from pipelines.reading.readings import Prose, Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk import budget_readings, paragraphs
from tests.support.desk.corpus import Case
from tests.support.paper import prose

TURNED = {"up": "down", "down": "up", "above": "below", "below": "above", "same": "above", "equal": "below"}
OTHER_UNIT = "样本市另一单位"


@dataclass(frozen=True)
class Error:
    """An error of one report.

    values: key of an amount or claim → the number printed in its place, None for a blank; dropped: keys of amounts
    that are not printed at all; turned: keys of claims whose word of direction is the opposite.
    """

    kind: str
    values: Mapping[str, Decimal | None] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()

    @property
    def touched(self) -> set[str]:
        """The keys of all that is not as it was."""
        return {*self.values, *self.dropped, *self.turned}


def errors_at(reading: Reading, key: str, random: Random) -> Iterator[Error]:
    """Every kind of error that can happen to the amount or claim of a key."""
    for form in reading.forms:
        for amount in form.amounts:
            if amount.key == key and amount.number:
                yield from _of_cell(form, amount, amount.number.value, random)
    for claim in reading.prose.claims:
        if claim.key == key:
            yield from _of_claim(key, claim)


def _of_cell(form: Form, amount: Amount, value: Decimal, random: Random) -> Iterator[Error]:
    key = amount.key
    yield from _misprints(key, value)
    others = [(a.key, a.number.value) for a in form.amounts if a.number and a.number.value != value and not a.within]
    if others:
        other, said = random.choice(others)
        yield Error("swapped", {key: said, other: value})
    row = [a for a in form.amounts if (a.panel, a.row) == (amount.panel, amount.row)]
    if not any(
        a.code and amount.code and a.code != amount.code and a.code.startswith(amount.code) for a in form.amounts
    ):
        yield Error("row", dropped=frozenset(a.key for a in row))
    if len(row) > 2:
        shifted = {a.key: before.number and before.number.value for a, before in zip(row[1:], row, strict=False)}
        yield Error("column", {row[0].key: None, **shifted})


def _of_claim(key: str, claim: Claim) -> Iterator[Error]:
    if claim.direction in TURNED:
        yield Error("direction", turned=frozenset([key]))
    if claim.number is None:
        return
    value = claim.number.value
    if claim.counted_in == "%":
        yield Error("share", {key: value + Decimal("0.08")})
        yield Error("share", {key: value - Decimal("0.08")})
        yield Error("ten", {key: value * 10})
    elif claim.counted_in in ("万元", "元"):
        yield from _misprints(key, value)
    else:
        yield Error("count", {key: value + 1})
        yield Error("count", {key: value - 1})


def _misprints(key: str, value: Decimal) -> Iterator[Error]:
    """±0.05, a digit too many or too few, 元 for 万元, two digits swapped."""
    yield Error("cent", {key: value + Decimal("0.05")})
    yield Error("cent", {key: value - Decimal("0.05")})
    yield Error("ten", {key: value * 10})
    yield Error("ten", {key: (value / 10).quantize(Decimal("0.01"))})
    yield Error("wan", {key: value * 10_000})
    digits = str(value)
    for at in range(len(digits) - 1):
        one, other = digits[at], digits[at + 1]
        if one.isdigit() and other.isdigit() and one != other:
            yield Error("digits", {key: Decimal(digits[:at] + other + one + digits[at + 2 :])})
            break


def spoiled(reading: Reading, error: Error) -> Reading:
    """The reading a perfect reader makes of the report with the error in it."""
    forms = tuple(_form(form, error) for form in reading.forms)
    claims = [_claim(c, error) for c in reading.prose.claims]
    plain = [replace(c, fitted=None, fits=None) for c in claims]
    return replace(
        reading, forms=forms, prose=replace(reading.prose, claims=tuple(fit(plain, forms, reading.prose.text)))
    )


def _form(form: Form, error: Error) -> Form:
    kept = [a for a in form.amounts if a.key not in error.dropped]
    return replace(form, amounts=tuple(_amount(a, error) for a in kept))


def _amount(amount: Amount, error: Error) -> Amount:
    if amount.key not in error.values:
        return amount
    value = error.values[amount.key]
    if value is None:
        return replace(amount, number=None, text="", mark="blank")
    return replace(amount, number=Number(value, 2), text=str(value), mark="number")


def _claim(claim: Claim, error: Error) -> Claim:
    if claim.key in error.turned:
        return replace(claim, direction=TURNED[claim.direction])
    value = error.values.get(claim.key)
    if value is None or claim.number is None:
        return claim
    return replace(claim, number=claim.number._replace(value=value), text=str(value))


def of_words(identity_id: str, case: Case) -> Reading | None:
    """The reading of a case with the error of words or structure that one identity is there for; None where it has no place."""
    return _OF_WORDS[identity_id](case)


def _rewritten(case: Case, *pairs: tuple[str, str]) -> Reading | None:
    told = "".join(block.text for block in (*prose.narrative(case.report, case.layout), *prose.glossary(case.report)))
    if not all(old in told for old, _ in pairs):
        return None
    return replace(case, replaced=(*case.replaced, *pairs)).reading()


def _doubted(case: Case, scope: str, reason: str) -> Reading:
    reading = case.reading()
    return replace(
        reading,
        doubts=(
            *reading.doubts,
            Doubt(scope=scope, page=1, reason=reason, detail="", remedy="look at the page", held=False),
        ),
    )


def _planned(case: Case) -> Reading:
    """T1 with a budget beside each outcome, the total of which is wrong."""

    def budget(amount: Amount) -> Amount:
        number = Number(Decimal("7777777.77"), 2) if amount.line == "expenditure_total" else amount.number
        return replace(amount, column="initial_budget", column_number=9, number=number)

    reading = case.reading()
    forms = [replace(f, amounts=(*f.amounts, *map(budget, f.amounts))) if f.key == "T1" else f for f in reading.forms]
    return replace(reading, forms=tuple(forms))


def _without_form(case: Case) -> Reading | None:
    reading = case.reading()
    kept = tuple(form for form in reading.forms if form.key != "T3")
    return replace(reading, forms=kept) if len(kept) < len(reading.forms) else None


def _same_code_twice(case: Case) -> Reading | None:
    reading = case.reading()
    codes = sorted({a.code for f in reading.forms if f.key == "T2" for a in f.amounts if a.code and len(a.code) == 7})
    if len(codes) < 2:
        return None
    moved = {codes[-1]: codes[0]}
    return _with_cells(reading, "T2", lambda a: replace(a, code=moved.get(a.code, a.code)))


def _is_filled(amount: Amount) -> bool:
    return amount.number is not None and amount.number.value != 0


def _with_cells(reading: Reading, key: str, change) -> Reading:
    forms = [replace(f, amounts=tuple(map(change, f.amounts))) if f.key == key else f for f in reading.forms]
    return replace(reading, forms=tuple(forms))


def _without_fund_form(case: Case) -> Reading | None:
    """T8 all blank and said to be, while T4 has the fund's money."""
    reading = case.reading()
    if not any(_is_filled(a) for f in reading.forms if f.key == "T8" for a in f.amounts):
        return None
    forms = [replace(f, amounts=(), status="declared_empty") if f.key == "T8" else f for f in reading.forms]
    return replace(reading, forms=tuple(forms))


def _budget_without_form(case: Case) -> Reading:
    """A budget of the unit whose set is whole but for one form."""
    said = case.reading().disclosure
    whole = budget_readings.shanghai(budget_readings.figures(1, said.unit or "", said.year or 0))
    return replace(whole, forms=tuple(form for form in whole.forms if form.key != "P6"))


def _fund_denied(case: Case) -> Reading:
    """A budget of the unit whose prose says that there is no expenditure of government funds, which P8 has."""
    said = case.reading().disclosure
    whole = budget_readings.shanghai(budget_readings.figures(1, said.unit or "", said.year or 0))
    text = paragraphs.running("八、政府性基金预算支出情况说明", f"{said.year}年没有使用政府性基金预算拨款安排的支出。")
    return replace(whole, prose=Prose(text, tuple(sections_of(text.sentences, of_budget=True)), (), ()))


def _unit_said(case: Case) -> Reading:
    """A budget whose prose tells the unit's budget, its natures and a project otherwise than itself and its tables."""
    said = case.reading().disclosure
    whole = budget_readings.shanghai(budget_readings.figures(1, said.unit or "", said.year or 0))
    rows = [
        budget_readings.Row("", "total", None, {"total": 1000, "basic": 700, "project": 300}),
        budget_readings.Row("", "project_1", None, {"total": 300}),
    ]
    names = {"total": "样本市统计局(本级)", "project_1": "统计管理"}
    forms = (budget_readings.form("P3", rows[:1]), budget_readings.form("PX", rows, parts={1: 0}))
    named = (replace(f, amounts=tuple(replace(a, label=names[a.label]) for a in f.amounts)) for f in forms)
    text = (
        "第三部分 部门预算支出具体情况",
        "样本市统计局（本级）预算9.00万元，包括在职人员经费4.00万元、公用经费2.00万元、对个人和家庭的补助支出1.00万元、项目支出3.00万元。",
        "（二）公用经费2.50万元，主要包括水电费。",
        "1.统计管理3.30万元，主要包括：统计日常管理业务。",
    )
    running = paragraphs.running(*text)
    claims = tuple(paragraphs.claims(*text, year=said.year or 0, of_budget=True))
    prose = Prose(running, tuple(sections_of(running.sentences, of_budget=True)), claims, ())
    return replace(whole, forms=tuple(named), prose=prose)


def _class_lost(case: Case) -> Reading | None:
    reading = case.reading()
    classes = (a for f in reading.forms if f.key == "T1" for a in f.amounts if a.line == "class" and _is_filled(a))
    largest = max((a.code or "" for a in classes), default="")
    if not largest or case.layout.table_set == "university":
        return None
    zero = Number(Decimal("0.00"), 2)
    return _with_cells(
        reading, "T1", lambda a: replace(a, number=zero) if a.code == largest and a.line == "class" else a
    )


def _negative(case: Case) -> Reading | None:
    reading = case.reading()
    if not any(_is_filled(a) for f in reading.forms if f.key == "T7" for a in f.amounts):
        return None
    return _with_cells(
        reading, "T7", lambda a: replace(a, number=Number(-a.number.value, a.number.decimals)) if _is_filled(a) else a
    )


def _item_unspoken(case: Case) -> Reading | None:
    items = case.items()
    return _rewritten(case, (items[0], "。")) if len(items) > 3 and not case.replaced else None


def _from_zero(rate: str):
    def change(case: Case) -> Reading | None:
        told = f"{case.report.year}年度政府购买服务支出"
        previous = case.report.year - 1
        return _rewritten(
            case,
            (
                told,
                f"{case.report.year}年度政府购买服务支出5.00万元，比{previous}年度增加5.00万元，增长{rate}%。{told}",
            ),
        )

    return change


def _share_of_all(case: Case) -> Reading | None:
    """The share of a class of T5 taken of all expenditure."""
    report = case.report
    whole, general = report.yuan("T3", "total", "total"), report.yuan("T5", "total", "total")
    cell = next(
        (c for c in report.form("T5") if c.column == "total" and len(c.code) == 3 and c.yuan * 20 > general), None
    )
    if cell is None or whole <= general * Decimal("1.05") or case.layout.table_set == "university":
        return None
    wrong = (100 * cell.yuan / whole).quantize(Decimal("0.01"))
    right = (100 * cell.yuan / general).quantize(Decimal("0.01"))
    told = f"{cell.label}（类）{(cell.yuan / 10_000).quantize(Decimal('0.01'))}万元，占"
    reading = _rewritten(case, (f"{told}{right}%", f"{told}{wrong}%"))
    shares = [c.number for c in reading.prose.claims if c.role == "share" and c.number] if reading else []
    return reading if any(share.value == wrong for share in shares) else None


def _annual(case: Case) -> Reading | None:
    """完成年初预算 said to be of 全年预算."""
    item = next((text for text in case.items() if "完成年初预算的" in text), None)
    return (
        _rewritten(case, (item, item.replace("完成年初预算的", "完成全年预算的")))
        if item and not case.replaced
        else None
    )


def _unit_unreported(case: Case) -> Reading | None:
    reading = case.reading()
    if not case.report.units:
        return None
    members = (*reading.prose.members, replace(reading.prose.members[0], name=f"{OTHER_UNIT}局"))
    return replace(reading, prose=replace(reading.prose, members=members))


def _parent_lost(form: str, length: int):
    def change(case: Case) -> Reading | None:
        reading = case.reading()
        codes = {a.code for f in reading.forms if f.key == form for a in f.amounts if a.code}
        parents = sorted(code for code in codes if len(code) == length)
        if len(parents) < 2 or not any(len(code) > length and code.startswith(parents[0]) for code in codes):
            return None
        kept = [
            replace(f, amounts=tuple(a for a in f.amounts if f.key != form or a.code != parents[0]))
            for f in reading.forms
        ]
        return replace(reading, forms=tuple(kept))

    return change


def _item_unknown(case: Case) -> Reading | None:
    """An item under a name that no code belongs to."""
    items = case.items()
    wanted = re.sub(r"（款）[^（]+（项）", "（款）不详事务（项）", items[0]) if len(items) > 3 else ""
    return _rewritten(case, (items[0], wanted)) if wanted and not case.replaced else None


def _item_said_again(case: Case) -> Reading | None:
    """An item whose heading gives a cent more than its sentence."""
    found = next((m for text in case.items() if (m := re.search(r"支出决算为([\d.]+)万元", text))), None)
    if found is None or case.replaced:
        return None
    item, final = found.string, Decimal(found[1])
    return _rewritten(case, (item, item.replace("（项）。", f"（项）{final + Decimal('0.01')}万元。")))


def _items_exchanged(case: Case) -> Reading | None:
    items = case.items()
    if len(items) < 4 or case.replaced:
        return None
    bodies = [item.partition(".")[2] for item in items[:2]]
    return _rewritten(case, (items[0], f"1.{bodies[1]}"), (items[1], f"2.{bodies[0]}"))


def _fund_item(case: Case) -> Reading | None:
    """An item of a fund that is not what the fund's expenditure is."""
    if case.report.is_empty("T8"):
        return None
    name = "其他支出（类）彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）"
    return _rewritten(case, ("，年末结转和结余", f"，其中：{name}0.01万元，年末结转和结余"))


def _before(told: str, said: str):
    """A sentence more, before others that begin with `told`."""
    return lambda case: _rewritten(case, (told, said.format(last=case.report.year - 1) + told))


def _visits_uncounted(case: Case) -> Reading | None:
    if case.layout.table_set == "university" or not case.report.yuan("T7", "final_reception"):
        return None
    return _rewritten(case, ("国内公务接待12批次、96人次。", ""))


def _zero_left_blank(case: Case) -> Reading | None:
    """No travel abroad, of which T7 prints the budget as 0.00 and the outcome not at all."""
    reading, zero = case.reading(), Number(Decimal("0.00"), 2)
    told = [
        c for c in reading.prose.claims if c.section == "three_public" and c.subject == "abroad" and c.role == "value"
    ]
    if not told or not any(_is_filled(a) for f in reading.forms if f.key == "T7" for a in f.amounts):
        return None

    def change(amount: Amount) -> Amount:
        if amount.column == "final_abroad":
            return replace(amount, number=None, text="", mark="blank")
        return replace(amount, number=zero, mark="number") if amount.column == "budget_abroad" else amount

    claims = tuple(replace(c, number=zero) if c in told else c for c in reading.prose.claims)
    reading = _with_cells(reading, "T7", change)
    return replace(reading, prose=replace(reading.prose, claims=claims))


def _project_evaluated(case: Case) -> Reading | None:
    """The summary of a project whose outcome its table gives otherwise."""
    said = "甲项目绩效自评综述：全年预算数100.00万元，执行数90.00万元，完成预算的90.00%。"
    reading = _before("绩效自评项目", said)(case)
    if reading is None:
        return None
    claims = reading.prose.claims
    model = next(c for c in claims if c.section == "performance" and c.number)
    cells = [
        replace(
            model, order=len(claims) + n, span=None, statement=max(c.statement for c in claims) + 1, subject="project_money",
            label="甲项目", role=role, base=base, direction="", text=text, number=Number(Decimal(text), 2), counted_in="万元",
            doubts=(), fitted=None, fits=None,
        )
        for n, (role, base, text) in enumerate([("budget", "annual", "100.00"), ("value", "", "95.00")])
    ]  # fmt: skip
    return replace(reading, prose=replace(reading.prose, claims=(*claims, *cells)))


def _unit_evaluated(case: Case) -> Reading | None:
    """A table that evaluates the whole unit, with another outcome than form T3."""
    reading = case.reading()
    amounts = (a for form in reading.forms if form.key == "T3" for a in form.amounts)
    total = next((a for a in amounts if (a.line, a.column) == ("total", "total")), None)
    claims = reading.prose.claims
    model = next((c for c in claims if c.section == "performance" and c.number), None)
    if total is None or total.number is None or model is None:
        return None
    number = Number(total.number.value + 100, total.number.decimals)
    cell = replace(
        model, order=len(claims), span=None, statement=max(c.statement for c in claims) + 1, subject="unit_money",
        label="总额", role="value", base="", direction="", text=f"{number.value}", number=number,
        counted_in=total.counted_in, doubts=(), fitted=None, fits=None,
    )  # fmt: skip
    return replace(reading, prose=replace(reading.prose, claims=(*claims, cell)))


def _form_without_note(case: Case) -> Reading | None:
    """A blank T9 that neither its page nor the prose explains."""
    if not case.report.is_empty("T9") or case.layout.table_set == "university":
        return None
    reading = _rewritten(case, ("没有国有资本经营预算财政拨款收入和支出。", "国有资本经营预算情况见附表。"))
    if reading is None or not any(f.key == "T9" for f in reading.forms):
        return None
    return replace(reading, forms=tuple(replace(f, status="empty") if f.key == "T9" else f for f in reading.forms))


def _older_name(case: Case) -> Reading | None:
    told = ("行政事业单位养老支出（款）", "行政事业单位离退休（款）")
    return _rewritten(case, told) if case.report.year > 2019 else None


def _class_without_form(case: Case) -> Reading | None:
    """A report without T5 whose structure gives a class otherwise than its items."""
    report = case.report
    cell = next((c for c in report.form("T5") if c.column == "total" and len(c.code) == 3 and c.yuan > 0), None)
    if cell is None or case.layout.table_set == "university" or case.replaced:
        return None
    wan = (cell.yuan / 10_000).quantize(Decimal("0.01"))
    reading = _rewritten(case, (f"{cell.label}（类）{wan}万元，占", f"{cell.label}（类）{wan + 1}万元，占"))
    return reading and replace(reading, forms=tuple(form for form in reading.forms if form.key != "T5"))


def _total_without_form(case: Case) -> Reading | None:
    """A report without T3 whose expenditure is not the sum of the natures said behind it."""
    if case.layout.table_set == "university" or case.replaced:
        return None
    wan = (case.report.yuan("T3", "total", "total") / 10_000).quantize(Decimal("0.01"))
    reading = _rewritten(case, (f"年度本年支出合计{wan}万元", f"年度本年支出合计{wan + 1}万元"))
    return reading and replace(reading, forms=tuple(form for form in reading.forms if form.key != "T3"))


def _visits_changed(told: str):
    """What is said of the three public expenses against last year."""

    def change(case: Case) -> Reading | None:
        if not case.report.yuan("T7", "final_reception"):
            return None
        return _before("全年安排因公出国", told)(case)

    return change


_OF_WORDS = {
    "S-01": _without_form,
    "PS-01": _budget_without_form,
    "PN-15": _fund_denied,
    "PN-19": _unit_said,
    "PN-20": _unit_said,
    "PN-21": _unit_said,
    "PN-22": _unit_said,
    "S-02": lambda case: _doubted(case, "identity", "heading says year 2011, the report goes by another"),
    "S-06": lambda case: _rewritten(case, ("主要包括：", "主要包括（不涉及的不列）：")),
    "C-18": _class_lost,
    "C-19": _without_fund_form,
    "C-23": lambda case: _doubted(case, "identity", f"heading says unit {OTHER_UNIT}局, the report goes by another"),
    "C-24": lambda case: _doubted(case, "row", "2010101 is named 其他 (disclosure)"),
    "C-25": lambda case: _doubted(case, "identity", "title writes unit 样本局 for 样本市样本局"),
    "S-07": lambda case: _rewritten(case, ("，主要包括：", "，，主要包括：")),
    "S-08": _before("国内公务接待", "公务接待费较上一度无变化。"),
    "S-09": lambda case: _doubted(case, "identity", "contents writes year 202 for 2023"),
    "S-10": _form_without_note,
    "I-01": _negative,
    "N-09": _item_unspoken,
    "N-11": lambda case: _rewritten(case, ("，主要包括：", "，主要包括：国外债务付息、")),
    "N-25": _from_zero("50.00"),
    "ZB": _from_zero("100.00"),
    "N-28": lambda case: _rewritten(case, (f"截至{case.report.year}年12月31日", f"截至{case.report.year - 2}年12月31日")),
    "N-30": lambda case: _rewritten(case, ("（项）：反映", "及其他（项）：反映")),
    "N-32": _share_of_all,
    "N-33": _item_unknown,
    "N-34": _item_said_again,
    "N-35": _fund_item,
    "N-36": _older_name,
    "N-37": _from_zero("0"),
    "N-38": _before("全年安排因公出国", "公务接待费与{last}年度持平。公务接待费减少的主要原因是厉行节约。"),
    "N-39": _before("绩效自评项目", "在部门决算中反映甲项目等8个一级项目的绩效自评结果。在部门决算中反映甲项目等9个一级项目的绩效自评结果。"),
    "N-40": lambda case: _rewritten(case, ("其中：授予小微企业", "货物采购授予中小企业合同金额占货物支出金额的99.99%，服务采购授予中小企业合同金额占服务支出金额的99.99%，其中：授予小微企业")),
    "N-41": _items_exchanged,
    "N-43": _visits_uncounted,
    "N-44": _zero_left_blank,
    "N-45": _project_evaluated,
    "N-52": _unit_evaluated,
    "N-46": lambda case: _rewritten(case, ("该指标分值10分，评价得分8.23分", "该指标分值10分，评价得分18.23分")),
    "I-05": _before("全年安排因公出国", "公务接待费支出决算比{last}年度减少5.00万元，下降150.00%。"),
    "C-26": _before("“三公”经费包括本部门", "本单位公务用车均已登记。"),
    "N-48": _visits_changed("公务接待费支出决算完成预算的777.77%。"),
    "N-57": _visits_changed("公务接待费全年预算数2.00万元，决算数1.00万元，预决算差异率77.77%。"),
    "W1-07": _planned,
    "N-49": _visits_changed("“三公”经费财政拨款支出决算数比{last}年度减少0.05万元，其中：因公出国（境）费支出决算与{last}年度持平；公务用车购置及运行维护费支出决算减少0.02万元；公务接待费支出决算减少0.01万元。"),
    "N-50": _class_without_form,
    "N-53": _total_without_form,
    "N-51": lambda case: _rewritten(case, ("国内公务接待12批次、96人次", "国内公务接待12批次、9人次")),
    "B-03": _annual,
    "U-04": _unit_unreported,
    "W6-05": _parent_lost("T6", 3),
    "WX-01": _same_code_twice,
    "WX-03": _parent_lost("T2", 5),
}  # fmt: skip
OF_WORDS = tuple(_OF_WORDS)
"""Identities about words, names and structure, which no single amount makes fire."""
