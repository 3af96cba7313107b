"""The paper on which the budget (部门预算) before a drawn final account is published, in the set of Shanghai.

Belongs here: the order of its parts, its prose, its forms as tables. Does not belong here: its figures (tests/support/paper/initial_budgets.py),
its forms as text (tests/support/paper/budgets.py), final accounts (tests/support/paper/layouts.py), ink (tests/support/paper/paper.py).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from tests.support.figures.figures import Report
from tests.support.paper.budgets import Budget, Sheet, Text, item_name, sheets
from tests.support.paper.headers import Path, header_rows, numeral
from tests.support.paper.initial_budgets import before
from tests.support.paper.paper import Block, Box, Heading, Line, PageBreak, Paper, Paragraph, Row, Table
from tests.support.paper.prose import wan

DUTIES, BODIES, TERMS, PROSE, FORMS = "主要职能", "机构设置", "名词解释", "部门预算编制说明", "部门预算表"
OTHER = "其他相关情况说明"
MEANING = {
    "财政拨款收入": "本年度从本级财政部门取得的财政拨款。",
    "基本支出预算": "为保障机构正常运转、完成日常工作任务而编制的年度支出计划。",
    "项目支出预算": "为完成特定的工作任务和事业发展目标，在基本支出之外编制的年度支出计划。",
    "“三公”经费": "用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。",
}


def paper(report: Report) -> Paper:
    """The budget of a report as a department of Shanghai publishes it."""
    budget = before(report)
    drawn = sheets(budget, "shanghai")
    blocks = [*_contents(drawn), *_words(budget, report)]
    for sheet in drawn:
        blocks += [PageBreak(), _table(sheet, f"编制{budget.level}：{budget.unit}")]
    blocks += [PageBreak(), Heading(OTHER, 1), *_costs(budget)]
    cover = (budget.unit, f"{budget.year}年度", f"{budget.level}预算")
    return Paper(f"{budget.unit}{budget.year}年度{budget.level}预算", cover, tuple(blocks))


def _contents(drawn: Sequence[Sheet]) -> Iterator[Block]:
    yield PageBreak()
    yield Line("目  录", "center")
    yield from (Line(f"{numeral(n)}、{name}") for n, name in enumerate((DUTIES, BODIES, TERMS, PROSE, FORMS), 1))
    yield from (Line(f"{n}. {sheet.title}") for n, sheet in enumerate(drawn, 1))
    yield Line(f"六、{OTHER}")


def _words(budget: Budget, report: Report) -> Iterator[Block]:
    yield from (PageBreak(), Heading(f"{budget.unit}{DUTIES}", 1))
    yield Paragraph(f"{budget.unit}负责{report.words}方面的工作，拟订有关计划并组织实施，完成交办的其他任务。")
    yield from (PageBreak(), Heading(f"{budget.unit}{BODIES}", 1))
    yield Paragraph(f"纳入{budget.level}预算编制范围的单位包括：{'、'.join(name for name, _ in report.members)}。")
    yield from (PageBreak(), Heading(TERMS, 1))
    yield from (Paragraph(f"（{numeral(n)}）{term}：{said}") for n, (term, said) in enumerate(MEANING.items(), 1))
    yield from (PageBreak(), Heading(f"{budget.year}年{PROSE}", 1))
    yield from _prose(budget)


def _prose(budget: Budget) -> Iterator[Paragraph]:
    general, fund = (sum(budget.total(scope)) for scope in ("general", "fund"))
    both = _wan(general + fund)
    yield Paragraph(f"{budget.year}年，{budget.unit}收入预算{both}，其中：财政拨款收入{both}；其他收入0万元。")
    yield Paragraph(
        f"支出预算{both}，其中：财政拨款支出预算{both}。财政拨款支出预算中，一般公共预算拨款支出预算{_wan(general)}；"
        f"政府性基金拨款支出预算{_wan(fund)}。财政拨款支出主要内容如下："
    )
    classes = [(code, sum(amounts)) for code, amounts in budget.sums("general", "fund").items() if len(code) == 3]
    for number, (code, amount) in enumerate(classes, start=1):
        name = item_name(code, budget.year)
        yield Paragraph(f"{number}．“{name}”科目{_wan(amount)}，主要用于{name.removesuffix('支出')}方面的支出。")


def _costs(budget: Budget) -> Iterator[Block]:
    abroad, reception, purchase, running = budget.three_public
    yield Heading("一、“三公”经费预算情况说明")
    yield Paragraph(
        f"{budget.year}年“三公”经费预算数为{_wan(sum(budget.three_public))}。其中：因公出国（境）费{_wan(abroad)}；"
        f"公务用车购置及运行费{_wan(purchase + running)}，其中公务用车购置费{_wan(purchase)}，公务用车运行费{_wan(running)}；"
        f"公务接待费{_wan(reception)}。"
    )


def _wan(yuan: int) -> str:
    return wan(Decimal(yuan))


def _table(sheet: Sheet, label: str) -> Table:
    """A sheet as a table: the rows before the first digit are its header."""
    heads = list(takewhile(lambda row: not any(c.isdigit() for text in row for c in text or ""), sheet.rows))
    body = sheet.rows[len(heads) :]
    paths: list[Path] = list(zip(*map(_filled, heads), strict=True))
    widths = tuple(float(min(max(len(text or "") for text in column), 14) + 1) for column in zip(*body, strict=True))
    return Table(
        title=sheet.title, above=((label, f"单位：{sheet.unit}"),), header=tuple(header_rows(paths)),
        body=tuple(map(_boxes, body)), widths=widths,
    )  # fmt: skip


def _filled(row: Text) -> list[str]:
    """A row with each text in all the cells it reaches over."""
    texts: list[str] = []
    for text in row:
        texts.append(texts[-1] if text is None else text)
    return texts


def _boxes(row: Text) -> Row:
    starts = [n for n, text in enumerate(row) if text is not None]
    spans = zip(starts, [*starts[1:], len(row)], strict=True)
    return tuple(_box(row[start] or "", end - start) for start, end in spans)


def _box(text: str, span: int) -> Box:
    if text in ("合计", "收入总计", "支出总计"):
        return Box(text, "center", colspan=span)
    return Box(text, "right" if text[-3:-2] in (",", ".") or "," in text else "left", colspan=span)
