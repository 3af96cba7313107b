"""Target money: what a table of targets (绩效目标表) prints of a project's money, and how its cells are told.

Belongs here: the value, the names of its cells, what it prints. Does not belong here: where it stands (target_tables, target_lists).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.pdf import Cell
from pipelines.prose.claims import Claim
from pipelines.vocabulary import YUAN, form_wordings, read_number, squeeze

_UNIT = re.compile(rf"(?:[(:]|单位[:]?)(万?{YUAN})(?![/人])|(?<![\d.亿千百])(万元)$")
_WITHIN = re.compile(r"^其中:")
_CODED = re.compile(r"^\d{8,}[A-Z]\d+-")
"""The number of a project glued before its name (11000021Y000000390843-)."""
_OF_LEVEL = re.compile(r"^(中央|省级|市级|区级|县级)")
_CLEAR = ("number", "blank", "dash")
"""What a cell of money shows that hides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMoney:
    """The money of a project, a task or a whole unit: its total and the sources that make it up, none where it is not sure that they are all.

    subject: target_money of a project, target_listed where a list says its 预算数, task_target, unit_target; natures: of each source its 基本支出 and 项目支出, named with it.
    is_of_year: whether the total is said to be that of the year (年度资金总额), not of the time a project takes (实施期).
    """

    subject: str = "target_money"
    name: str
    unit: str
    total: Cell
    sources: tuple[tuple[str, Cell], ...]
    natures: tuple[tuple[str, Cell], ...] = ()
    is_of_year: bool = False

    def claims(self, page: int, orders: Iterator[int], statement: int) -> Iterator[Claim]:
        """Yield the total, the sources and their natures, those that print a number."""
        sources = [("target_source", *source) for source in self.sources]
        natures = [("target_nature", *nature) for nature in self.natures]
        for subject, label, cell in [(self.subject, self.name, self.total), *sources, *natures]:
            if (number := read_number(cell.text).number) is not None:
                yield Claim(
                    order=next(orders), page=page, box=cell.box, span=None, statement=statement, section="performance",
                    subject=subject, label=label, code=None, role="budget", direction="", base="annual" if self.is_of_year else "",
                    text=squeeze(cell.text), number=number, counted_in=self.unit,
                )  # fmt: skip


def bare(text: str) -> str:
    """Return the name of a cell of money without 其中 before and a colon behind it."""
    return _WITHIN.sub("", squeeze(text)).rstrip(":")


def project_name(text: str) -> str:
    """Return the name of a project without its number."""
    return _CODED.sub("", squeeze(text))


def unit_in(texts: Iterable[str]) -> str | None:
    """Return the unit of money that one of the texts prints; None where none or several do."""
    units = {match[1] or match[2] for text in texts if (match := _UNIT.search(squeeze(text)))}
    return units.pop() if len(units) == 1 else None


def is_number(cell: Cell | None) -> bool:
    """Whether a cell prints a number and nothing else."""
    return cell is not None and read_number(cell.text).mark == "number"


def is_clear(cell: Cell) -> bool:
    """Whether a cell prints a number, a dash or nothing."""
    return read_number(cell.text).mark in _CLEAR


def are_all(texts: Sequence[str]) -> bool:
    """Whether texts name all sources of a project's money: each is known, the last is what remains (其他资金), none is part of another.

    财政拨款 beside 市级财政资金, or 其中 before another name than the first, would be a source and a part of one.
    """
    names = [bare(text) for text in texts]
    known = len(names) > 1 and all(form_wordings.says("target_source", name) for name in names)
    is_last = known and form_wordings.says("target_rest", names[-1])
    levels = {bool(_OF_LEVEL.match(name)) for name in names if "财政" in name}
    return bool(is_last) and len(levels) <= 1 and not any(_WITHIN.match(squeeze(text)) for text in texts[1:])
