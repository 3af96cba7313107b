"""SARIF: what `check --format sarif` says: the findings of reports as a log of SARIF 2.1.0, which code hosts and editors show.

Belongs here: findings, rules and what was not read as objects of that standard (OASIS, sarif-schema-2.1.0.json). Does not belong
here: which findings there are (check), our own JSON (check_values). A PDF has no lines: region.startLine is the page, as in the
lines of text (file:page), and the box in points stands in the properties; of a workbook the sheet and range are named instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from pipelines.messages import message
from pipelines.vocabulary import labels

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"fatal": "error", "error": "error", "warning": "warning", "info": "note"}
"""Severity → level of SARIF, which has three."""
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "html": "text/html",
    "doc": "application/msword",
    "ofd": "application/ofd",
    "zip": "application/zip",
}
"""What a file is by its content → its media type; any other is a PDF."""
Object = dict[str, object]


def as_log(told: Sequence[Mapping], refused: Sequence[str], language: str) -> Object:
    """The log of files checked (told: check.as_values) and of those that could not be (a sentence each)."""
    rules = _rules(told)
    notes = [_notification("error", text) for text in refused] + [
        _notification("warning", message("sarif_unread", file=one["file"], form=_named(form)).of(language))
        for one in told
        for form in one["checked"]["unread_forms"]
    ]
    run = {
        "tool": {"driver": {
            "name": "final-accounts", "version": version("final-accounts-warehouse"), "rules": list(rules.values()),
        }},
        "invocations": [{"executionSuccessful": not refused, "toolExecutionNotifications": notes}],
        "artifacts": [{"location": {"uri": uri(one["file"])}, "mimeType": _TYPES.get(one["reading"]["format"], "application/pdf")} for one in told],
        "results": [
            _result(one["file"], number, found, list(rules), language)
            for number, one in enumerate(told)
            for found in one["findings"]
        ],
    }  # fmt: skip
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _named(form: str) -> labels.Bilingual:
    zh, en = labels.form(form)
    return f"{form} {zh}", f"{form} {en}"


def uri(file: str) -> str:
    """A path as SARIF names a file: relative as it is given, absolute with its scheme."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _rules(told: Iterable[Mapping]) -> dict[str, Object]:
    """Identity → rule, of the identities that findings break, in the order of their ids."""
    broken = {rule["rule"]: rule for one in told for found in one["findings"] for rule in found["rules"]}
    return {
        key: {
            "id": key, "shortDescription": {"text": broken[key]["zh"]}, "fullDescription": {"text": broken[key]["en"]},
            "help": {"text": broken[key]["why_zh"]},
        }
        for key in sorted(broken)
    }  # fmt: skip


def _result(file: str, artifact: int, found: Mapping, rules: Sequence[str], language: str) -> Object:
    """One finding; what a person has set aside is suppressed."""
    lead = found["identities"][0]
    result: Object = {
        "ruleId": lead, "level": _LEVELS[found["severity"]],
        "message": {"text": found["sentence_en" if language == "en" else "sentence_zh"]},
        "locations": [_location(file, artifact, found)],
        "partialFingerprints": {"finding/v1": found["finding_id"]},
        "properties": {
            "severity": found["severity"], "identities": found["identities"],
            **{name: found[name] for name in ("sheet", "address", "member", "box", "printed", "expected") if found.get(name)},
        },
    }  # fmt: skip
    if lead in rules:
        result["ruleIndex"] = rules.index(lead)
    if found["is_waived"]:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _location(file: str, artifact: int, found: Mapping) -> Object:
    """Where a finding is: the file, its page where it is of one, the form or section and what it is about there."""
    physical: Object = {"artifactLocation": {"uri": uri(file), "index": artifact}}
    if found["page"] and not found["sheet"]:
        physical["region"] = {"startLine": found["page"]}
    named = " ".join(
        found[name] for name in ("member", "sheet", "address", "form", "section", "row", "column") if found.get(name)
    )
    return {"physicalLocation": physical} | ({"logicalLocations": [{"fullyQualifiedName": named}]} if named else {})


def _notification(level: str, text: str) -> Object:
    return {"level": level, "message": {"text": text}}
