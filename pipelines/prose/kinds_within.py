"""Kinds within: the topic of a number that tells a part of what is spoken of, and names it by a word that another whole uses too.

Belongs here: one case a function: what the bare name means where it stands. Does not belong here: finding the name (named_topics),
in which order the words around a number are asked (turning). Nothing here changes what is being spoken of.
"""

import re
from collections.abc import Callable

from pipelines.prose.claims import FUND_INCOMES
from pipelines.prose.discourse import Topic
from pipelines.prose.left_over import OF_THE_YEAR, with_left
from pipelines.prose.roles import Cue
from pipelines.prose.said_so_far import PARTS, SaidSoFar

_KIND, _PART_OF_KIND = "cars_kind", "cars_part"
_OF_SMALL, _BOUGHT = "procurement_sme", ("procurement_goods", "procurement_works", "procurement_services")
_GIVEN = re.compile(r"(?:授予|给予|面向)(中小|小微)")
_INCOME_OF = "income_"
_SPENT = ("fiscal_expenditure", "general_budget", "government_fund")
_ALL_SPENT = ("expenditure_grand_total", "expenditure_total")
_NATURES, _BY_SOURCE = ("basic", "project"), "按资金"
"""What may be told of spending before it is told by its sources: 按资金来源分."""
_RESERVED = "reserved_sme"
"""What is reserved for small firms; micro firms behind 其中 are those it is reserved for, too."""
_FOREIGN = ("reception_foreign_batches", "reception_foreign_persons")
_ITS_COST = re.compile(r",(共计?|合计|总计)?(支出|开支|发生|花费)?接待(费用?|支出|经费)(支出|共计?|合计)?(为|是|约)?")
"""Between guests from abroad and the money they cost: 外事接待 X 批次、Y 人次，接待费 Z."""


def within_kind(said: SaidSoFar, topic: Topic, lead: str, cue: Cue, printed: str, rest: str) -> Topic:
    """Return what a name means where it stands in a sentence (printed: the number; lead, rest: the words before and behind it), the topic itself where no case is met."""
    if cue.role == "budget" and (fund := _fund_budgeted(said, topic, lead)):
        return fund
    found = next((within for case in _CASES if (within := case(said, topic, lead))), topic)
    if cue.role != "value":
        return found
    return with_left(found, lead, rest) or _other_side(said, found, lead, printed) or found


def _other_side(said: SaidSoFar, topic: Topic, lead: str, printed: str) -> Topic | None:
    """Return the grand total for what is spent, right behind the income that holds what was left and is as much: 收入 X（含上年结转），支出 X."""
    last = said.last
    is_income = last is not None and (last.subject, last.role) == ("income_grand_total", "value")
    is_alike = is_income and last is not None and last.text == printed and not OF_THE_YEAR.search(lead)
    return Topic("expenditure_grand_total") if is_alike and topic.key == "expenditure_total" else None


def _fund_budgeted(said: SaidSoFar, topic: Topic, lead: str) -> Topic | None:
    """Return what a fund spent, where its bare name is that of its budget: 政府性基金年初预算 X，支出决算 Y."""
    is_own = topic.key in FUND_INCOMES and said.discourse.section == topic.key.removeprefix(_INCOME_OF)
    is_told = is_own and said.discourse.grammar.tells_budgets and "收入" not in lead
    return Topic(topic.key.removeprefix(_INCOME_OF)) if is_told else None


def _bought_of_small(said: SaidSoFar, topic: Topic, _: str) -> Topic | None:
    """Return what was bought of small firms, whose parts 其中 tells: 政府采购授予中小企业 X，其中：货物 Y."""
    return Topic(f"{topic.key}_sme") if topic.key in _BOUGHT and _begun_by(said, _OF_SMALL) else None


def _bought_and_given(_: SaidSoFar, topic: Topic, lead: str) -> Topic | None:
    """Return what of the goods, works or services was given to small or micro firms: 货物采购授予中小企业合同金额 X."""
    if topic.key not in _BOUGHT or not (given := _GIVEN.search(lead)):
        return None
    return Topic("procurement_part", topic.key) if given[1] == "小微" else Topic(f"{topic.key}_sme")


def _fund_spent(said: SaidSoFar, topic: Topic, lead: str) -> Topic | None:
    """Return what a fund spent, where its bare name is a part of spending: 财政拨款支出 X，其中：一般公共预算 Y，政府性基金预算 Z."""
    is_told = said.discourse.section == "fiscal_overall" and said.discourse.grammar.tells_budgets
    if not is_told or topic.key not in FUND_INCOMES or "收入" in lead or said.last is None:
        return None
    by_source = said.last.subject in _NATURES and _BY_SOURCE in lead
    is_spent = _begun_by(said, "fiscal_expenditure") or said.last.subject in _SPENT or by_source
    return Topic(topic.key.removeprefix(_INCOME_OF)) if is_spent else None


def _fund_of_all_spent(said: SaidSoFar, topic: Topic, lead: str) -> Topic | None:
    """Return what a fund is to spend, where its bare name is a part of all a budget spends: 支出 X，其中：一般公共预算拨款 Y，政府性基金拨款 Z."""
    is_told = not said.discourse.grammar.tells_budgets and topic.key in FUND_INCOMES and "收入" not in lead
    is_spent = is_told and any(_begun_by(said, whole) for whole in _ALL_SPENT)
    return Topic(topic.key.removeprefix(_INCOME_OF)) if is_spent else None


def _micro_of_reserved(said: SaidSoFar, topic: Topic, _: str) -> Topic | None:
    """Return what is reserved for micro firms behind what is reserved for small ones."""
    return Topic("reserved_micro") if topic.key == "procurement_micro" and _begun_by(said, _RESERVED) else None


def _cost_of_foreign(said: SaidSoFar, topic: Topic, lead: str) -> Topic | None:
    """Return the money that guests from abroad cost, right behind them."""
    is_behind = topic.key == "reception" and said.last is not None and said.last.subject in _FOREIGN
    return Topic("reception_foreign") if is_behind and _ITS_COST.fullmatch(lead) else None


def _vehicles_of_kind(said: SaidSoFar, topic: Topic, lead: str) -> Topic | None:
    """Return the vehicles that a bracket or 其中 tells of those of a kind: 特种专业技术用车6辆（救护车5辆…）."""
    if topic.key != _KIND or said.last is None or said.last.subject not in (_KIND, _PART_OF_KIND):
        return None
    is_inside = bool(said.outside) and said.outside[-1].topic is not None and said.outside[-1].topic.key == _KIND
    return Topic(_PART_OF_KIND, topic.label) if is_inside or PARTS in lead else None


_CASES: tuple[Callable[[SaidSoFar, Topic, str], Topic | None], ...] = (
    _bought_of_small,
    _bought_and_given,
    _fund_spent,
    _fund_of_all_spent,
    _micro_of_reserved,
    _cost_of_foreign,
    _vehicles_of_kind,
)


def _begun_by(said: SaidSoFar, key: str) -> bool:
    """Whether the whole whose parts are being told is that."""
    return said.begun is not None and said.begun.topic is not None and said.begun.topic.key == key
