"""Every bad file is kept out with one clear sentence, and the others go on."""

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from pipelines.doubts import Doubt
from pipelines.reading import report
from pipelines.settings import PROJECT
from pipelines.vocabulary import doubt_wordings
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper
from tests.support.paper.blocks import Heading, Line, PageBreak, Paper


@pytest.fixture
def good(tmp_path: Path) -> Path:
    layout = layouts.layout("shanghai_one_column")
    return paper.draw(layouts.paper(figures.report(5), layout), tmp_path / "good.pdf", layout.style)


def only_reason(path: Path) -> str:
    """The one held sentence of a file that was refused, with its remedy."""
    reading = read_report(path, None)
    assert reading.status == "quarantined"
    held = [d for d in reading.doubts if d.held]
    assert doubt_wordings.reason_in_chinese(held[0].reason) != held[0].reason
    assert doubt_wordings.remedy_in_chinese(held[0].remedy) != held[0].remedy
    return held[0].reason


def cover_only(tmp_path: Path, *cover: str) -> Path:
    report = Paper(
        "", cover, (PageBreak(), Heading("第一部分 概况", 1), *(Line("主要职能是做好有关工作。") for _ in range(9)))
    )
    return paper.draw(report, tmp_path / "cover.pdf")


def test_not_a_pdf(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_text("<html>404</html>", encoding="utf-8")
    assert only_reason(path).startswith("a web page with next to no text")
    path.write_text("404", encoding="utf-8")
    assert only_reason(path).startswith("neither a PDF")


def test_empty(tmp_path):
    path = tmp_path / "empty.pdf"
    path.touch()
    assert only_reason(path) == "the file is empty (0 bytes)"


def test_a_pdf_without_pages(tmp_path):
    path = tmp_path / "no_pages.pdf"
    PdfWriter().write(path)
    assert only_reason(path) == "the PDF has no pages"


def test_truncated(good, tmp_path):
    path = tmp_path / "half.pdf"
    path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    assert "truncated" in only_reason(path)


def test_encrypted(good, tmp_path):
    writer = PdfWriter(clone_from=PdfReader(good))
    writer.encrypt("secret")
    path = tmp_path / "locked.pdf"
    writer.write(path)
    assert only_reason(path) == "the PDF is encrypted"


def test_protected_without_a_password_is_read(good, tmp_path):
    """A file locked against changes only opens without a password; its streams are deciphered before they are examined."""
    writer = PdfWriter(clone_from=PdfReader(good))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    path = tmp_path / "protected.pdf"
    writer.write(path)
    assert printed(read_report(path, None)) == printed(read_report(good, None))


@pytest.mark.parametrize(
    ("whole", "spoiled"),
    [
        (b"/Contents 3", b"/Contents 9"),
        (b"/ASCII85Decode /Flate", b"/ASCII85Decode /Flete"),
        (b"/Filter [", b"/Falter ["),
    ],
    ids=["content not there", "no such filter", "filter lost"],
)
def test_content_lost_without_a_trace_in_its_bytes(whole, spoiled, good, tmp_path):
    path = tmp_path / "lost.pdf"
    path.write_bytes(good.read_bytes().replace(whole, spoiled, 1))
    assert re.fullmatch(r"the PDF is damaged: the content of page \d+ is spoiled", only_reason(path))


def test_content_that_breaks_off(good, tmp_path):
    content = good.read_bytes()
    end = content.index(b"endstream")
    path = tmp_path / "short.pdf"
    path.write_bytes(content[: end - 40] + b"~>" + b"\n" * 38 + content[end:])
    assert re.fullmatch(r"the PDF is damaged: the content of page \d+ is spoiled", only_reason(path))


def test_no_text_layer(tmp_path):
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    for _ in range(3):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    assert only_reason(path).startswith("no text layer")


def test_no_known_form(tmp_path):
    assert (
        only_reason(cover_only(tmp_path, "样本市样本区民政局", "2024年度", "部门决算"))
        == "no statutory table was found in it"
    )


def test_template(tmp_path):
    assert only_reason(cover_only(tmp_path, "上海市 XX 局", "2024年度", "部门决算")).startswith(
        "a blank form (template)"
    )


def test_government_account(tmp_path):
    assert "财政决算" in only_reason(cover_only(tmp_path, "样本市样本区", "2024年财政决算报告"))


@pytest.mark.parametrize("period", ["2024年上半年", "2024年度第三季度", "2024年1-9月"])
def test_account_of_a_part_of_the_year(tmp_path, period: str):
    assert "a part of the year" in only_reason(cover_only(tmp_path, "样本市样本区民政局", period, "部门决算"))


def test_budget_is_registered_not_loaded(tmp_path):
    reading = read_report(cover_only(tmp_path, "样本市样本区民政局", "2024年度", "部门预算"), None)
    assert (reading.status, reading.disclosure.kind) == ("registered", "budget")
    assert (
        reading.doubts[0].reason
        == "a budget (预算) without forms: registered, its prose judged beside the forms of its unit and year where they are here"
    )


def test_a_budget_whose_forms_are_titled_and_not_read_is_not_said_to_have_none(monkeypatch):
    """As where all its tables have no rules: their titles are printed."""
    read_forms = report.read_forms
    said = Doubt(scope="table", page=9, reason="the title of P1 is printed, its table was not read", detail="", remedy="", held=True, form="P1")  # fmt: skip
    monkeypatch.setattr(report, "read_forms", lambda *asked: replace(read_forms(*asked), forms=(), doubts=(said,)))
    [budget] = (PROJECT / "raw" / "2024").glob("*部门预算.pdf")
    reading = read_report(budget, None)
    assert reading.status == "registered"
    assert said in reading.doubts
    assert reading.doubts[0].reason.startswith("none of the forms whose titles are printed was read")


def test_a_budget_of_which_empty_forms_alone_are_read_is_held(monkeypatch):
    """As where all text stands a degree askew: of its tables those that say nothing are known by their notes alone."""
    read_forms = report.read_forms

    def emptied(*asked):
        found = read_forms(*asked)
        return replace(found, forms=tuple(replace(form, status="empty", amounts=()) for form in found.forms))

    monkeypatch.setattr(report, "read_forms", emptied)
    [budget] = (PROJECT / "raw" / "2024").glob("*部门预算.pdf")
    assert only_reason(budget) == "no amount was read in any of its forms"


def test_real_template(real_report):
    assert only_reason(real_report("模板")).startswith("a blank form (template)")


def test_a_report_without_tables_whose_prose_gives_no_account(tmp_path):
    assert (
        only_reason(cover_only(tmp_path, "样本市样本区民政局", "2024年度部门决算"))
        == "no statutory table was found in it"
    )


def test_form_whose_unit_is_not_printed_is_held(good, tmp_path, monkeypatch):
    from pipelines.forms import form_reader

    monkeypatch.setattr(form_reader, "printed_money_unit", lambda table, headed: None)
    reading = read_report(good, None)
    assert {a.held for form in reading.forms for a in form.amounts} == {True}
    assert {d.reason for d in reading.doubts} == {"no money unit (单位：万元 or 元) printed at the table"}


def test_a_fault_of_our_own_keeps_one_report_out_and_says_so(good, monkeypatch, caplog):
    from pipelines.reading import report as readings

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(readings, "identify", broken)
    assert only_reason(good) == "our reader failed on it (ZeroDivisionError: a fault of ours)"
    assert "the reader failed on" in caplog.text


def printed(reading) -> list[tuple]:
    return [(a.form, a.panel, a.row, a.column, a.text) for form in reading.forms for a in form.amounts]


@pytest.mark.parametrize("seed", range(12))
def test_damaged_bytes_never_raise(good, tmp_path, seed):
    """Bytes flipped anywhere: the report is read or kept out with a reason."""
    random = Random(seed)
    content = bytearray(good.read_bytes())
    for _ in range(random.choice((1, 5, 50, 500))):
        content[random.randrange(9, len(content) - 8)] = random.randrange(256)
    path = tmp_path / "damaged.pdf"
    path.write_bytes(content)
    reading = read_report(path, 2024)
    if reading.status == "read":
        assert printed(reading) == printed(read_report(good, 2024)), "figures were lost or changed without a sign"
    else:
        assert any(d.held and d.reason for d in reading.doubts)


def test_a_report_in_fonts_that_say_nothing_is_refused_for_that(tmp_path):
    """Not for want of a unit or a table: its pages show both."""
    page = tmp_path / "决算.html"
    page.write_text(f"<html><body><p>{'㺞䁠䜘㐘䵈㒒䟍㲴㳀䯇' * 5}</p></body></html>", encoding="utf-8")
    reasons = [d.reason for d in read_report(page, None).doubts if d.held and d.scope == "report"]
    assert reasons[0].startswith("the characters of the page are not those it shows")
