"""Slips of clerks in a drawn report: no right number is called wrong for rows exchanged or shifted, units, words and rates."""

from pathlib import Path

from tests.studies import clerks
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper


def test_no_right_number_is_called_wrong_for_a_slip(tmp_path: Path):
    layout = layouts.layout("shanghai_one_column")
    paper.draw(layouts.paper(figures.report(40), layout), tmp_path / "one.pdf", layout.style)
    found = list(clerks.judged([read_report(tmp_path / "one.pdf", None)], 2, 1))
    assert [(slip, said) for slip, verdict, said in found if verdict == "accused"] == []
    assert len({slip.kind for slip, _, _ in found}) > 12
    assert sum(verdict != "silent" for _, verdict, _ in found) > len(found) / 2
