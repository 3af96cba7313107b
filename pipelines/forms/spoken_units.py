"""Spoken units: the unit whose budget or account the running text speaks of, for a report without a cover.

Belongs here: the sentences, headings and titles that name the unit as theirs (关于某局2026年收入预算情况说明, 某局的主要职责是).
Does not belong here: what covers, headings of parts and labels say (mentions), weighing it (disclosure).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipelines.vocabulary import form_wordings

_NAME = r"(?P<unit>[一-龥]{3,30}?(?:\([一-龥]{2,6}\))?)"
_OWN = r"(?:本级|机关)?(?:部门|单位)?"
_LEAD = r"(?:^|[,。;:)、])(?:关于|反映|根据|按照|纳入|指)?"
_SAYS = (
    re.compile(rf"{_LEAD}{_NAME}{_OWN}20[0-4]\d年度?[^,。;:]{{0,24}}(?:预算|决算)"),
    re.compile(rf"20[0-4]\d年度?,?{_NAME}{_OWN}(?:一般公共预算|政府采购|收入|支出|收支|收、支)[^,。;:]{{0,12}}(?:预算|决算)"),
    re.compile(rf"{_LEAD}{_NAME}{_OWN}(?:的?主要(?:职责|职能|任务)是|共有(?:公务)?(?:车辆|用车))"),
)  # fmt: skip
_TITLE = re.compile(rf"^{_NAME}(?:收支|收入|支出|财政拨款)[一-龥]{{0,8}}(?:预算|决算)总?表$")
_OFTEN = 2
"""Times a unit must be named so."""


def unit_spoken_of(pages: Iterable[Sequence[str]]) -> str | None:
    """Return the unit that pages (lines, squeezed) name as theirs most often, twice at least; None where there is none, or two alike."""
    names = Counter(name for lines in pages for name in _named(lines))
    known = [(name, times) for name, times in names.most_common(9) if form_wordings.says("organisation", name)]
    if not known or known[0][1] < _OFTEN or (len(known) > 1 and known[1][1] == known[0][1]):
        return None
    return known[0][0]


def _named(lines: Sequence[str]) -> Iterator[str]:
    """Yield the names in the text of a page, over its lines, and in titles, which are lines of their own."""
    text = "".join(lines)
    yield from (found["unit"] for says in _SAYS for found in says.finditer(text))
    yield from (found["unit"] for line in lines if (found := _TITLE.match(line)))
