"""Lent units: the money unit of a form that prints none, where its figures say that it counts in that of the other forms.

Belongs here: which forms lend their unit to which. Does not belong here: the unit that a table prints (recognition), reading its amounts
(form_reader). A table in 元 among forms in 万元 shares no figures with them, digit by digit; one that counts as they do shares its totals.
"""

from collections.abc import Mapping

from pipelines.forms.forms import Form
from pipelines.vocabulary import YUAN_PER_UNIT, Number

_SHARED = 2
"""Different figures that a form must share with forms of a known unit."""
_DIGITS = 3
"""Digits from which on a figure is not the same by chance: 16.80, not 0.50."""


def units_lent(forms: Mapping[str, Form]) -> dict[str, str]:
    """Return form → the one money unit that all others print, for forms without one that share figures with those, or have none."""
    units = {a.counted_in for form in forms.values() for a in form.amounts if a.counted_in in YUAN_PER_UNIT}
    waiting = {key: _figures(form) for key, form in forms.items() if not form.counted_in}
    if len(units) != 1 or not waiting:
        return {}
    known = {figure for form in forms.values() if form.counted_in for figure in _figures(form)}
    lent = [key for key in waiting if not any(a.number and a.number.value for a in forms[key].amounts)]
    while found := next((key for key, figures in waiting.items() if len(figures & known) >= _SHARED), None):
        known |= waiting.pop(found)
        lent.append(found)
    [unit] = units
    return dict.fromkeys(lent, unit)


def _figures(form: Form) -> set[Number]:
    """Return the figures of a form that are the same in another by no chance."""
    return {
        a.number
        for a in form.amounts
        if a.number and abs(a.number.value.scaleb(a.number.decimals)) >= 10 ** (_DIGITS - 1)
    }
