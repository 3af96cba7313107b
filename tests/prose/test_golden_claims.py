"""The claims of real reports against golden files made by reading page pictures, by role and section."""

import csv
from collections import Counter

import pytest

from pipelines.prose.claims import Claim
from pipelines.settings import PROJECT
from pipelines.vocabulary.text import squeeze
from tests.support.files.reading import read_report

GOLDEN = PROJECT / "tests" / "golden" / "claims"
EVERY = range(1, 1000)
REPORTS = {
    "东城区2023": ("科学技术和信息化局", EVERY, 178),
    "社会工作部2024": ("社会工作部", EVERY, 100),
    "西南大学2023": ("西南大学", EVERY, 68),
    "国家信访局2024": ("国家信访局2024", range(17, 30), 201),
    "西安卫健委2022": ("西安市卫生健康委员会", range(9, 25), 262),
}
"""Golden file → a part of the report's name, the pages it covers, its claims."""
NAMED = ("function", "rated", "score_part", "units", "cars_kind")
"""Subjects whose label tells which one it is; of other subjects the label is only words."""


def wanted(name: str) -> Counter:
    with open(GOLDEN / f"{name}.csv", encoding="utf-8", newline="") as file:
        return Counter(
            _key(int(r["page"]), r["section"], r["subject"], r["label"], r["role"], r["text"], r["unit"], r["direction"], r["base"])
            for r in csv.DictReader(file)
        )  # fmt: skip


def _key(page, section, subject, label, role, text, unit, direction, base):
    return (page, section, subject, squeeze(label) if subject in NAMED else "", role, text, unit, direction, base)


def found(claims: tuple[Claim, ...]) -> Counter:
    return Counter(
        _key(c.page, c.section, c.subject, c.label, c.role, c.text, c.counted_in, c.direction, c.base) for c in claims
    )


def table(read: Counter, golden: Counter, part: int) -> list[str]:
    """Lines of precision and recall by one part of the key (1 section, 4 role)."""
    lines = []
    for value in sorted({key[part] for key in read | golden}):
        one, other = (Counter({k: n for k, n in c.items() if k[part] == value}) for c in (read, golden))
        both = sum((one & other).values())
        precision, recall = both / max(1, sum(one.values())), both / max(1, sum(other.values()))
        lines.append(f"{value:20} golden {sum(other.values()):4}  precision {precision:6.1%}  recall {recall:6.1%}")
    return lines


@pytest.mark.parametrize("name", REPORTS)
def test_every_claim_of_a_real_report_is_read(name, real_report):
    part, pages, count = REPORTS[name]
    claims = read_report(real_report(part), None).prose.claims
    read, golden = found(tuple(c for c in claims if c.page in pages and (c.span or pages is EVERY))), wanted(name)
    print(f"\n{name}", "by section", *table(read, golden, 1), "by role", *table(read, golden, 4), sep="\n  ")
    assert sum(golden.values()) == count
    money = lambda counted: Counter({k: n for k, n in counted.items() if k[6] in ("元", "万元", "亿元", "%")})  # noqa: E731
    assert money(read) == money(golden)
    assert read == golden


@pytest.mark.parametrize("part", ["科学技术和信息化局", "社会工作部", "西南大学", "改动版"])
def test_no_number_of_a_real_report_falls_on_the_floor(part, real_report):
    """At least 99 % of all numbers, and every number of money or percent, is an amount, a claim or explained."""
    reading = read_report(real_report(part), None)
    rest = [t for t in reading.tokens if t.kind == "unexplained"]
    assert len(rest) <= 0.01 * len(reading.tokens)
    text = reading.prose.text
    measured = {
        (text.letters[m.start()].page, text.letters[m.start()].box[0])
        for unit in ("万元", "亿元", "元", "%")
        for m in _numbers_before(text.text, unit)
    }
    assert not [t for t in rest if (t.page, t.box[0]) in measured]
    assert sum(t.kind == "claim" for t in reading.tokens) == sum(c.role != "direction" for c in reading.prose.claims)


def _numbers_before(text: str, unit: str):
    import re

    return re.finditer(rf"\d[\d,.]*(?={unit})", text)
