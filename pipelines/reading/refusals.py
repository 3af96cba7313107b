"""Refusals: the reading of a file that is no readable report of a department, and the doubt that says why.

Belongs here: what is refused, for which reason, what a person can do.
Does not belong here: files that are no PDF (pdf.opening), reading what is not refused (report).
"""

import logging
import textwrap
import traceback
from collections.abc import Sequence

from pipelines.doubts import Doubt
from pipelines.forms import Disclosure
from pipelines.messages import message
from pipelines.pdf import Document, Unreadable
from pipelines.prose import Claim
from pipelines.reading import workers
from pipelines.reading.readings import Reading

_LOST = {
    workers.TooLong: (
        "reading it took longer than the time limit",
        "look at the file; if it is a report, read it with a higher limit (--time-limit)",
    ),
    workers.TooMuchMemory: (
        "reading it took more memory than the limit",
        "look at the file; if it is a report, read it with a higher limit (--memory-limit)",
    ),
    workers.Died: ("the process that read it died", "report it with the file; nothing of it was loaded"),
    workers.NotOurs: (
        "the process that read it answered what no reader of ours answers",
        "keep the file from others and report it; nothing of it was loaded",
    ),
}
"""What a report is held for when its worker was lost, and what to do."""


def report_fault(name: str, error: Exception) -> Reading:
    """Quarantine a file on which our own code failed; the fault is logged with its trace."""
    trace = textwrap.indent("".join(traceback.format_exception(error)), "  ")
    trace = "".join(c if c.isprintable() or c == "\n" else "?" for c in trace)  # a message may quote the file
    logging.getLogger(__name__).error(message("reader_failed", file=repr(name), trace=trace))
    reason = f"our reader failed on it ({type(error).__name__}: {error})"[:200]
    return refuse(reason, "report it with the file; nothing of it was loaded")


def refuse(reason: str, remedy: str) -> Reading:
    """Quarantine a file of which nothing is known but why it was not read, and what to do."""
    return quarantine(_of_report(reason=reason, remedy=remedy))


def refuse_lost(lost: workers.Lost) -> Reading:
    """The reading of a report whose worker was lost: held, with the reason."""
    reason, remedy = _LOST[type(lost)]
    return refuse(f"{reason}: {lost}", remedy)


def refuse_by(refusal: Unreadable) -> Reading:
    """Quarantine a file that was refused before anything of it was read."""
    return quarantine(refusal.doubt)


def quarantine(doubt: Doubt) -> Reading:
    """Make the reading of a file of which nothing is known but this doubt."""
    unknown = Disclosure(unit=None, year=None, kind=None, level=None, doubts=())
    return Reading(
        status="quarantined",
        disclosure=unknown,
        document=Document(producer="", created="", pages=()),
        forms=(),
        doubts=(doubt,),
    )


def refusal_of(disclosure: Disclosure) -> Doubt | None:
    """Return why a readable PDF is no department's report; None for one that is."""
    reasons = {
        "template": ("a blank form (template): its cover names XX in place of a unit", "put the filled report here"),
        "government": (
            "a government's 财政决算 (all departments together), not a department's 部门决算",
            "leave it out; this warehouse holds departments and units",
        ),
        "part_year": (
            "an account of a part of the year (上半年, 季度), not the year's final account or budget",
            "leave it out; put the report of the whole year here",
        ),
    }
    if disclosure.kind not in reasons:
        return None
    reason, remedy = reasons[disclosure.kind]
    return Doubt(scope="report", page=1, reason=reason, detail=disclosure.unit or "", remedy=remedy, held=True)


def budget_without_forms(disclosure: Disclosure) -> Doubt:
    """Return the doubt about a budget without forms: its prose alone is judged."""
    return _of_report(
        reason="a budget (预算) without forms: registered, its prose judged beside the forms of its unit and year where they are here",
        remedy="put its forms (报表), where they are a file of their own, beside it: both are held against each other; else look at the file",
        detail=disclosure.unit or "",
    )


def forms_unread(disclosure: Disclosure) -> Doubt:
    """Return the doubt about a budget of which no form was read, though their titles are printed."""
    return _of_report(
        reason="none of the forms whose titles are printed was read: registered, only its prose is judged",
        remedy="look at the pages of the titles; tables without rules are not read unless their columns are sure",
        detail=disclosure.unit or "",
    )


def no_form() -> Doubt:
    """Return the doubt about a report without any statutory table."""
    return _of_report(
        reason="no statutory table was found in it",
        remedy="look at the file; its tables may be a separate attachment, or a layout not yet in pipelines/vocabulary/wordings",
    )


def prose_alone() -> Doubt:
    """Return the doubt about a report whose prose gives an account and whose tables are not there."""
    return _of_report(
        reason="no statutory table was found in it; its prose alone is taken",
        remedy="look at the file; its tables may be a separate attachment, or drawn in a way that is not read",
        held=False,
    )


def no_amount() -> Doubt:
    """Return the doubt about a budget in none of whose forms an amount was read: its tables are there and were not."""
    return _of_report(
        reason="no amount was read in any of its forms",
        remedy="look at the file; its tables may be a separate attachment, or drawn in a way that is not read",
    )


def _of_report(*, reason: str, remedy: str, detail: str = "", held: bool = True) -> Doubt:
    """Make a doubt about a report as a whole."""
    return Doubt(scope="report", page=None, reason=reason, detail=detail, remedy=remedy, held=held)


def gives_account(claims: Sequence[Claim]) -> bool:
    """Whether the prose alone gives an account: the year's expenditure and at least one of its parts."""
    subjects = {c.subject for c in claims if c.role == "value" and not c.doubts}
    return bool(subjects & {"expenditure_total", "general_budget", "fiscal_expenditure"}) and bool(
        subjects & {"function", "basic"}
    )
