"""The page of a figure: an equation where the printed numbers are compared, and how far it is off in their unit; else no equation."""

from concurrent.futures import Future
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipelines.outputs.desk.figure import FigurePage, Instance
from pipelines.outputs.desk.pages_of_pdf import Album
from pipelines.outputs.evidence import crops
from pipelines.vocabulary import doubt_wordings


def term(amount_id: str, text: str, value: str, printed: str, counted_in: str = "万元") -> dict:
    return {
        "amount_id": amount_id, "text": text, "value_yuan": Decimal(value), "printed_value": Decimal(printed), "counted_in": counted_in,
    }  # fmt: skip


def judged(residual: str, relation: str = "=", outcome: str = "violation", amount_ids: tuple[str, ...] = ()) -> dict:
    return {
        "residual": Decimal(residual), "bound": Decimal(50), "relation": relation, "outcome": outcome, "amount_ids": list(amount_ids),
    }  # fmt: skip


def page(counted_in: str, **named: dict) -> FigurePage:
    return FigurePage(row={"counted_in": counted_in}, instances=(), found=(), named=named)


TOTAL, PART = term("a", "2.01", "20100", "20100"), term("b", "2.00", "20000", "20000")


def test_a_sum_is_an_equation_and_off_in_the_unit_of_the_figure():
    one = Instance(judged("100"), (TOTAL,), (PART,))
    assert one.is_of_numbers
    gap = page("万元").gap(one)
    assert (gap.off, gap.bound, gap.unit[0]) == (Decimal("0.01"), Decimal("0.005"), "万元")
    assert page("元").gap(one).off == 100


def test_what_compares_words_is_no_equation_of_their_numbers():
    """A rate of 35.74 % and a change of 5834.37 go the same way: 1 and 1 are compared, and 35.74 is not 5834.37."""
    one = Instance(
        judged("0", outcome="exact"), (term("a", "35.74", "1", "35.74", "%"),), (term("b", "5834.37", "1", "58343700"),)
    )
    assert not one.is_of_numbers
    assert one.listed == ["a", "b"]
    other = Instance(judged("1"), one.total, (term("b", "5834.37", "0", "58343700"),))
    assert page("%").gap(other) is None


def test_of_a_limit_that_is_kept_no_difference_is_told():
    one = Instance(judged("-100", "<=", "exact"), (PART,), (TOTAL,))
    assert one.is_of_numbers
    assert page("万元").gap(one) is None


def test_a_quotient_is_off_by_points_whatever_its_figure_is_counted_in():
    one = Instance(judged("0.08", amount_ids=("r", "a", "b")), (), ())
    gap = page("万元", r={"counted_in": "%"}).gap(one)
    assert (gap.off, gap.unit) == (Decimal("0.08"), ("个百分点", " points"))
    assert one.listed == ["r", "a", "b"]


def test_a_picture_that_may_not_be_read_is_told_without_paths_and_errno(monkeypatch):
    """A file that is a link out of the folder of the reports is out of reach of the cage that draws."""
    drawn: Future = Future()
    drawn.set_exception(PermissionError(13, "Permission denied", "/home/a/raw/b.pdf"))
    monkeypatch.setattr(Album, "pdf", lambda *_: Path("/home/a/raw/b.pdf"))
    album = Album(
        SimpleNamespace(converted=lambda _: Path("/none")),
        SimpleNamespace(submit=lambda *_, **__: drawn),  # type: ignore[arg-type]
    )
    with pytest.raises(crops.NoPicture) as told:
        album.picture({"amount_id": "a", "page": 3, "bbox": [0, 0, 1, 1], "report_id": "r", "form": None})
    zh, en = doubt_wordings.reason(str(told.value))
    assert zh == "第3页画不出来：文件不能读取，或者是指向报告文件夹之外的链接"
    assert "Errno" not in en and "/home" not in en
