"""What check --format sarif says: objects of SARIF 2.1.0 and nothing else, a result a finding, at its page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError
from sarif_pydantic import Sarif

from pipelines.cli import sarif

UNKNOWN = {"toolExecutionNotifications", "suppressions"}
"""Names of the standard (3.20.21, 3.27.23) that sarif-pydantic has no fields for."""
RULE = {"rule": "N-13", "zh": "应当一致", "en": "must agree", "why_zh": "同一事实"}


def found(**other: object) -> dict[str, object]:
    return {
        "finding_id": "f1", "page": 25, "sheet": None, "severity": "error", "identities": ["N-13", "N-27"], "sentence_zh": "第25页 不符。",
        "sentence_en": "Page 25: they differ.", "is_waived": False, "rules": [RULE], "box": [1.0, 2.0, 3.0, 4.0], "printed": "9.1",
        "expected": None, "form": None, "section": "three_public", "row": None, "column": None, **other,
    }  # fmt: skip


def told(file: str, *findings: dict[str, object], unread: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "file": file,
        "findings": list(findings),
        "checked": {"unread_forms": list(unread)},
        "reading": {"format": file.rpartition(".")[2]},
    }


def strangers(value: object) -> Iterator[str]:
    """The names in a log that the standard does not know; in a bag of properties every name is ours."""
    if isinstance(value, BaseModel):
        yield from set(value.model_extra or ()) - UNKNOWN
        value = [getattr(value, name) for name in type(value).model_fields]
    for one in value if isinstance(value, list) else ():
        yield from strangers(one)


def test_log_is_sarif_and_nothing_else():
    log = sarif.as_log(
        [told("a b.pdf", found(), found(page=None, severity="info", is_waived=True), unread=("T3",))],
        ["c.pdf: no"],
        "zh",
    )
    assert list(strangers(Sarif.model_validate(log))) == []
    with pytest.raises(ValidationError):
        Sarif.model_validate({**log, "runs": [{"results": []}]})
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["regoin"] = {}
    assert list(strangers(Sarif.model_validate(log))) == ["regoin"]


def test_a_result_of_a_workbook_names_sheet_and_range():
    place = {"sheet": "收入决算表", "address": "C5", "form": "T2", "section": None}
    [run] = sarif.as_log([told("附表.xlsx", found(**place))], [], "zh")["runs"]
    [location] = run["results"][0]["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "收入决算表 C5 T2"}]
    assert run["artifacts"][0]["mimeType"].endswith("spreadsheetml.sheet")
    assert list(strangers(Sarif.model_validate(sarif.as_log([told("附表.xlsx", found(**place))], [], "zh")))) == []


def test_a_result_says_where_how_grave_and_what():
    [run] = sarif.as_log([told("a b.pdf", found(), found(page=None, severity="info", is_waived=True))], [], "en")[
        "runs"
    ]
    first, second = run["results"]
    [location] = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.pdf", "index": 0}, "region": {"startLine": 25},
    }  # fmt: skip
    assert (first["level"], first["message"], first["ruleId"]) == ("error", {"text": "Page 25: they differ."}, "N-13")
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "N-13"
    assert "suppressions" not in first
    assert (second["level"], second["suppressions"][0]["kind"]) == ("note", "external")
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert (
        sarif.as_log([told("a.pdf", found())], [], "zh")["runs"][0]["results"][0]["message"]["text"] == "第25页 不符。"
    )


@pytest.mark.parametrize(
    ("language", "unread"),
    [
        ("zh", "a.pdf：没有读准，未作判断：T3 支出决算表"),
        ("en", "a.pdf: not read for certain, so not judged: T3 Expenditure"),
    ],
)
def test_what_was_not_read_is_a_notification(language, unread):
    [run] = sarif.as_log([told("a.pdf", unread=("T3",))], ["c.pdf: not a PDF"], language)["runs"]
    [invocation] = run["invocations"]
    assert not invocation["executionSuccessful"]
    said = [(one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]]
    assert said == [("error", "c.pdf: not a PDF"), ("warning", unread)]


def test_an_absolute_path_has_its_scheme(tmp_path: Path):
    assert sarif.uri(str(tmp_path / "决算.pdf")).startswith("file:///")
