"""Unsure cells: amounts held because the page may not show what their cells say.

Belongs here: which amounts stand in such cells, and the doubt about them. Does not belong here: why a cell is unsure
(pdf.pdfium.doubtful_cells), cells that are no clean number (form_doubts).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipelines.doubts import Doubt
from pipelines.forms.forms import Amount, Form
from pipelines.forms.proof import proved
from pipelines.pdf import Box, Page, Unsure

_SHOWN = 5
"""Cells that a doubt names."""
_EDGE = 1.5
"""Points by which neighbouring cells may overlap."""


def hold_unsure(forms: Mapping[str, Form], pages: Sequence[Page]) -> tuple[dict[str, Form], list[Doubt]]:
    """Hold the amounts in unsure cells, and in rows whose name or code stands in one; returns the forms, and a doubt for each form, page and reason.

    An empty cell in doubt is no empty cell: its mark is doubtful. A doubt that a sum may prove wrong holds no amount that one does.
    """
    unsure = {page.number: page.unsure for page in pages if page.unsure}
    if not unsure:
        return dict(forms), []
    doubts: list[Doubt] = []
    held = {}
    names = _doubtful_names(forms, unsure)
    for key, form in forms.items():
        own = {id(a): one for a in form.amounts if (one := _unsure(a, unsure.get(a.page, ())))}
        sure = proved(form, set(own)) & {key for key, one in own.items() if one.is_provable}
        reasons = {key: one.reason for key, one in own.items() if key not in sure}
        reasons |= {id(a): names[id(a)] for a in form.amounts if id(a) in names and id(a) not in reasons}
        moved = names.keys() | {key for key, one in own.items() if one.is_merged}
        held[key] = replace(
            form, amounts=tuple(_hold(a, id(a) in moved) if id(a) in reasons else a for a in form.amounts)
        )
        doubts += _doubts(key, [(a, reasons[id(a)]) for a in form.amounts if id(a) in reasons])
    return held, doubts


def _doubtful_names(forms: Mapping[str, Form], unsure: Mapping[int, Sequence[Unsure]]) -> dict[int, str]:
    """Return id of amount → why the name or code of its row is hidden, for the amounts of such rows.

    These stand on the left of the row's first amount in the panel, with no amount of another panel between.
    """
    printed = [a for form in forms.values() for a in form.amounts if a.page in unsure]
    reasons: dict[int, str] = {}
    for page, cells in unsure.items():
        own = [a for a in printed if a.page == page]
        for cell in (one for one in cells if one.is_hidden):
            row = [
                a
                for a in own
                if cell.box[1] < (a.box[1] + a.box[3]) / 2 < cell.box[3] and a.box[0] > cell.box[2] - _EDGE
            ]
            if row and not any(_is_within(a.box, cell.box) for a in own):
                first = min(row, key=lambda a: a.box[0])
                reasons |= {
                    id(a): f"the name or code of its row is in doubt: {cell.reason}" for a in row
                    if (a.form, a.panel) == (first.form, first.panel)
                }  # fmt: skip
    return reasons


def _hold(amount: Amount, elsewhere: bool) -> Amount:
    mark = amount.mark if amount.number else "doubtful"
    return replace(amount, held=True, elsewhere=amount.elsewhere or elsewhere, mark=mark)


def _unsure(amount: Amount, unsure: Sequence[Unsure]) -> Unsure | None:
    """Return the doubt about an amount's cell, one that nothing in the form could prove wrong first."""
    return min(
        (one for one in unsure if _is_within(amount.box, one.box)), key=lambda one: one.is_provable, default=None
    )


def _is_within(box: Box, cell: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _doubts(form: str, found: Sequence[tuple[Amount, str]]) -> list[Doubt]:
    alike: dict[tuple[int, str], list[Amount]] = defaultdict(list)
    for amount, reason in found:
        alike[amount.page, reason].append(amount)
    return [
        Doubt(
            scope="cell",
            page=page,
            reason=f"not surely what the page shows: {reason}",
            detail=" · ".join(f"{a.label} {a.text}".strip() for a in amounts[:_SHOWN])
            + (f" … ({len(amounts)})" if len(amounts) > _SHOWN else ""),
            remedy="look at the page; what stands there is kept out of star and checks",
            held=True,
            form=form,
        )
        for (page, reason), amounts in sorted(alike.items(), key=lambda item: item[0])
    ]
