"""Errors planted into the pages of a drawn report are told, and no right number is called wrong for them."""

from pathlib import Path

from tests.studies import planted
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper


def test_no_right_number_is_called_wrong_for_a_planted_one(tmp_path: Path):
    layout = layouts.layout("shanghai_one_column")
    paper.draw(layouts.paper(figures.report(40), layout), tmp_path / "one.pdf", layout.style)
    found = list(planted.judged([read_report(tmp_path / "one.pdf", None)], 15, 1))
    assert [(one, said) for one, verdict, said in found if verdict == "another"] == []
    assert len(found) == 30 and sum(verdict != "silent" for _, verdict, _ in found) > 24
