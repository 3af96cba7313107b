"""A figure that something covers, hides or replaces is held with a reason; what is harmless beside a figure holds none."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from pipelines.pdf.pdfium import annotations, covers, doubtful_cells, reader, rendering, suspicion, visibility
from pipelines.reading.readings import Reading
from tests.support.faults import damages
from tests.support.faults.damages import Base
from tests.support.faults.damages.concealed import drawn_font
from tests.support.faults.damages.over_cells import Spot, spoil_cells
from tests.support.files.reading import read_report

GROUPS = ("figures covered", "numbers concealed", "cells dressed", "geometry")
HELD = ("held",)
REACHING = ("picture over a page", "patch over some digits")
"""Kinds that reach beyond the cells they are put into."""
KINDS = [name for name, (group, _) in damages.KINDS.items() if group in GROUPS]


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


def slipped(base: Base, kind: str, seed: int, tmp_path) -> dict[damages.Place, tuple]:
    """Cells that bring another thing into the star than the page shows, and are not held."""
    own = replace(base, shown={})
    now = entered(read(own, damages.KINDS[kind][1](own, Random(seed)), tmp_path))
    due = entered(base.reading) | {key: shows(new) if new else HELD for key, new in own.shown.items()}
    return {key: value for key, value in now.items() if value not in (due.get(key), HELD)}


def nothing(*_: object) -> Iterator[object]:
    return iter(())


RULES = {
    "annotations over a cell": ("note over a number", annotations, "open_page", lambda pdf, index: (pdf[index], [])),
    "pictures over text": ("picture over a number", covers, "pictures", nothing),
    "patches of another form": ("patch in a form", covers, "opaque", nothing),
    "patches over a part": ("patch over some digits", visibility, "_is_touched", lambda *_: False),
    "patches of many corners": ("patch of many corners", suspicion, "_CORNERS", 1000),
    "loose lines": ("digits as drawings", suspicion, "_loose", nothing),
    "bright text": ("nearly white", suspicion, "_note_texts", lambda *_: None),
    "text of a bright pattern": ("filled with a white pattern", suspicion, "_note_texts", lambda *_: None),
    "dark boxes": ("like the shade", visibility, "_DEEP", -1),
    "clips": ("clipped by an l", visibility, "outside_clips", nothing),
    "red beside black": ("red number", doubtful_cells, "_red_beside_black", nothing),
    "text that is not seen": ("under a soft mask", rendering.Pictures, "shows", lambda *_: True),
    "ink that is no text": ("digit as a picture", rendering.Pictures, "has_ink", lambda *_: False),
    "layers that are off": ("hidden layer", reader, "hidden_layers", lambda _: frozenset()),
    **{
        f"resources: {kind}": (kind, reader, "may_hide", lambda _: False)
        for kind in ("under a soft mask", "in a form that is off", "in a layer by another", "in a transparent group")
    },
    "characters that are drawings": ("glyphs without ink", reader, "draws_glyphs", lambda _: False),
}  # fmt: skip
"""Each rule by which a cell is held or a text is not read: the kind that slips in without it, and how it is taken out."""


ALONE = ("patches of another form", "layers that are off", "text of a bright pattern")
"""Rules beside which the resources of the page would do as well."""


@pytest.mark.parametrize("rule", RULES)
def test_without_its_rule_a_figure_slips_in(rule, base, tmp_path, monkeypatch):
    kind, where, name, instead = RULES[rule]
    if rule in ALONE:
        monkeypatch.setattr(reader, "may_hide", lambda _: False)
        assert slipped(base, kind, 1, tmp_path) == {}
    monkeypatch.setattr(where, name, instead)
    assert any(slipped(base, kind, seed, tmp_path) for seed in range(1, 9))


def test_digits_that_are_drawings_are_read(base, tmp_path):
    def put(spot: Spot) -> str:
        spot.draw(f"q {spot.text('12345', drawn_font(spot, '500 0 0 0 400 700 d1 0 0 400 700 re f'))} Q")
        return "12345"

    own = replace(base, shown={})
    now = entered(read(own, spoil_cells(own, Random(1), put, blank=True), tmp_path))
    assert [now[key] for key in own.shown] == [shows("12345")] * len(own.shown) != []


def test_cells_of_a_page_too_large_for_pictures_are_held(base, tmp_path, monkeypatch):
    monkeypatch.setattr(rendering, "_PIXELS", 1)
    assert slipped(base, "under a soft mask", 1, tmp_path) == {}
    monkeypatch.setattr(doubtful_cells, "TOO_LARGE", None)
    assert slipped(base, "under a soft mask", 1, tmp_path) != {}


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
