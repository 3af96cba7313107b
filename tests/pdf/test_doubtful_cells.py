"""A figure that something covers, hides or replaces is held with a reason; what is harmless beside a figure holds none."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from pipelines.reading.readings import Reading
from pipelines.reading.report import read_report
from tests.support.faults import damages
from tests.support.faults.damages import Base
from tests.support.figures import figures
from tests.support.paper import layouts, paper

GROUPS = ("figures covered", "numbers concealed", "cells dressed", "geometry")
HELD = ("held",)
REACHING = ("picture over a page", "patch over some digits")
"""Kinds that reach beyond the cells they are put into."""
KINDS = [name for name, (group, _) in damages.KINDS.items() if group in GROUPS]


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Base:
    layout = layouts.layout("shanghai_one_column")
    path = tmp_path_factory.mktemp("covers") / "report.pdf"
    paper.draw(layouts.paper(figures.report(5), layout), path, layout.style)
    return Base(path, path.read_bytes(), read_report(path, None))


def entered(reading: Reading) -> dict[damages.Place, tuple]:
    """What each cell brings into the star: its mark and number; "held" where it is held."""
    return {
        damages.place(a): HELD if a.held else (a.mark, a.number and a.number.value)
        for form in reading.forms
        for a in form.amounts
    }


def read(base: Base, content: bytes, tmp_path) -> Reading:
    path = tmp_path / "spoilt.pdf"
    path.write_bytes(content)
    return read_report(path, None)


def shows(number: str) -> tuple:
    return "number", Decimal(number.replace(",", ""))


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_is_what_the_page_shows_or_held_with_a_doubt(kind, base, tmp_path):
    """Where a patch makes rows of its own, cells may be missing too, with a doubt."""
    for seed in (1, 2):
        own = replace(base, shown={})
        reading = read(own, damages.KINDS[kind][1](own, Random(seed)), tmp_path)
        was, now = entered(base.reading), entered(reading)
        due = was | {key: shows(new) if new else HELD for key, new in own.shown.items()}
        assert {key: value for key, value in now.items() if value not in (due.get(key), HELD)} == {}, seed
        held = [key for key in due if now.get(key, HELD) == HELD != was[key]]
        assert bool(held) == bool({d for d in reading.doubts if d.held} - set(base.reading.doubts))
        assert not held or kind in REACHING or len(held) <= 3


def test_the_value_of_a_field_in_a_blank_cell_is_read(base, tmp_path):
    own = replace(base, shown={})
    now = entered(read(own, damages.KINDS["field instead of a number"][1](own, Random(1)), tmp_path))
    assert own.shown
    assert {key: now[key] for key in own.shown} == {key: shows(value) for key, value in own.shown.items()}
