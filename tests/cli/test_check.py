"""Checking one report before it is published: lines like a linter's, exit status, nothing left on disk."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from pipelines.cli import check as checking
from pipelines.cli import check_lines, check_values, main
from pipelines.outputs.evidence import page_findings
from pipelines.outputs.evidence.standing import Standing
from pipelines.settings import DOCS, PROJECT
from pipelines.vocabulary import labels, one_line
from pipelines.warehouse import rereading
from tests.support.desk import published
from tests.support.desk.asking import PLACES
from tests.support.figures import figures
from tests.support.paper import layouts, paper, texts

LAYOUT = layouts.layout("shanghai_one_column")


def draw(folder: Path, name: str, report: figures.Report) -> Path:
    return paper.draw(layouts.paper(report, LAYOUT), folder / name, LAYOUT.style)


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


def check(*arguments: object) -> Done:
    """The command, in this process."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(stdout), redirect_stderr(stderr):
        patched.setattr(sys, "argv", ["final-accounts", "check", *map(str, arguments)])
        returncode = main.main()
    return Done(returncode, stdout.getvalue(), stderr.getvalue())


@pytest.fixture(scope="module", autouse=True)
def _desks() -> Iterator[None]:
    """Each report, with the one beside it, is read and filled once: what is asked of a desk changes nothing in it."""
    make, known = checking.desk, {}
    with ExitStack() as opened, pytest.MonkeyPatch.context() as patched:

        def desk(places, file, previous=None, **_):
            if (file, previous) not in known:
                known[file, previous] = opened.enter_context(make(places, file, previous))
            return nullcontext(known[file, previous])

        patched.setattr(checking, "desk", desk)
        yield


ODD = "a\nfake.pdf:1: clean.pdf"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> dict[str, Path]:
    """Reports below a folder that holds nothing else.

    A sound one, the next year's, and the next year's with another opening balance than last year closed with.
    """
    folder = tmp_path_factory.mktemp("drawn")
    first = figures.report(3, unit="样本市样本区民政局")
    other = figures.next_year(figures.report(8, unit="样本市样本区民政局"))
    return {
        "first": draw(folder, "first.PDF", first),
        "next": draw(tmp_path_factory.mktemp("drawn"), "next.pdf", figures.next_year(first)),
        "other": draw(tmp_path_factory.mktemp("drawn"), "other.pdf", other),
        "elsewhere": draw(
            tmp_path_factory.mktemp("drawn"), "elsewhere.pdf", figures.report(3, unit="样本市样本区教育局")
        ),
    }


def test_nothing_is_left_beside_the_file(drawn):
    check(drawn["first"])
    assert list(drawn["first"].parent.iterdir()) == [drawn["first"]]


def test_a_sound_report_is_clean(drawn):
    done = check(drawn["first"])
    assert (done.returncode, done.stderr) == (checking.CLEAN, "")
    verdict, in_all, *extents, numbers = done.stdout.splitlines()
    assert verdict == f"{drawn['first']}: no finding"
    assert re.fullmatch(
        rf"{drawn['first']}: \d+ to judge, \d+ of them not evaluable \(.+\); compared with last year: no", in_all
    )
    assert "No report of the year before" in in_all
    duties = [line.strip() for line in extents if not line.startswith("    ")]
    assert duties == [labels.word("duty", duty)[1] for duty in labels.keys("duty")]
    assert any(
        re.fullmatch(r"    Income: \d+ numbers read, \d+ judged, \d+ not evaluable \(.+\)", line) for line in extents
    )
    together = [line for line in extents if line.startswith("    all that was to be judged was judged: ")]
    assert together and not any("not evaluable" in line or " 0 judged" in line for line in together)
    assert re.fullmatch(
        rf"{drawn['first']}: (\d+) of (\d+) numbers are judged by some identity \(9\d\.\d%\); a misprint in the other \d+"
        r" would pass silently: .*; page \d+ State assets 100万元, 0台.*",
        numbers,
    )


def test_a_report_of_which_a_form_is_not_read_is_not_called_clean(drawn_without_total):
    """A number of T3 that is no number: nothing of the form is judged, and nobody says there is no finding."""
    done = check(drawn_without_total)
    assert done.returncode == checking.FOUND
    assert "(T3); no finding in the rest" in done.stdout.splitlines()[0]
    [tables, *_] = [line for line in done.stdout.splitlines() if "Expenditure (Reading in doubt)" in line]
    assert "Reading in doubt: T3 " in tables
    assert checking.status([], []) == checking.CLEAN
    assert check_lines.verdict(Path("a.pdf"), []).en == "a.pdf: no finding"


def test_last_year_beside_it_is_compared(drawn):
    done = check(drawn["next"], "--previous", drawn["first"])
    assert done.returncode == checking.CLEAN
    assert "compared with last year: yes" in done.stdout
    done = check(drawn["other"], "--previous", drawn["first"])
    assert done.returncode == checking.FOUND
    assert any("Y-01" in line and line.startswith(f"{drawn['other']}:") for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def drawn_without_total(tmp_path_factory) -> Path:
    """A report whose T3 prints a total that is no number."""
    report = figures.report(3)
    text = texts.cell_text(report, next(c for c in report.form("T3") if c.line == "total"), LAYOUT)
    drawn = published.misprinted(layouts.paper(report, LAYOUT), "支出决算表", text, "1.2.3")
    return paper.draw(drawn, tmp_path_factory.mktemp("odd") / "odd.pdf", LAYOUT.style)


def test_what_is_not_checked_is_told_a_line_each(drawn_without_total):
    """Beside the findings in a terminal: a line left open would run into the next."""
    done = check(drawn_without_total)
    assert done.stderr.count("not checked: ") >= 1
    assert done.stderr.endswith("\n")
    assert all("not checked: " in line for line in done.stderr.splitlines())


@pytest.mark.parametrize(
    ("previous", "is_of"), [("first", "the same report"), ("elsewhere", "样本市样本区教育局 2024")]
)
def test_what_is_no_report_of_the_year_before_is_refused(previous, is_of, drawn):
    """It would be compared with nothing, and look as if it were."""
    done = check(drawn["first"], "--previous", drawn[previous])
    assert (done.returncode, done.stdout) == (checking.NOT_READABLE, "")
    assert f"{drawn[previous]} is no report of the year before: {is_of}" in done.stderr
    assert "give that of 样本市样本区民政局 2023" in done.stderr


def test_the_year_after_is_not_the_year_before(drawn):
    with checking.desk(PLACES, drawn["next"], drawn["first"]) as warehouse:
        checking._refuse_another(warehouse, warehouse.hashes[drawn["next"]], drawn["first"])
        with pytest.raises(
            checking.NotReadable, match=r"样本市样本区民政局 2025 .* give that of 样本市样本区民政局 2023"
        ):
            checking._refuse_another(warehouse, warehouse.hashes[drawn["first"]], drawn["next"])


def test_the_evidence_page_pictures_both_reports(drawn, tmp_path):
    page = tmp_path / "evidence.html"
    done = check(drawn["other"], "--previous", drawn["first"], "--html", page)
    assert done.returncode == checking.FOUND
    text = page.read_text(encoding="utf-8")
    assert "Y-01" in text
    assert text.count("data:image/webp;base64,") > 1
    assert "no longer where it was read" not in text
    assert all(f"{drawn[name].name}#page=" in text for name in ("first", "other"))


def test_a_real_budget_is_judged_and_has_its_evidence_page(real_report, tmp_path):
    page = tmp_path / "evidence.html"
    done = check(real_report("普陀区司法局2026"), "--html", page, "--language", "zh")
    assert done.returncode == checking.FOUND
    assert "PN-02" in done.stdout
    assert re.search("\n  文字与表\n.*财政拨款总体情况 读数[0-9]+ 判断[1-9]", done.stdout, re.DOTALL)
    assert 'lang="zh' in page.read_text(encoding="utf-8")


def test_json_has_every_finding(drawn):
    done = check(drawn["other"], "--previous", drawn["first"], "--format", "json")
    told = json.loads(done.stdout)
    assert told["file"] == str(drawn["other"])
    assert told["reading"]["numbers"] > len(told["reading"]["unexplained"])
    assert all(one["sentence_zh"] and one["sentence_en"] and one["identities"] for one in told["findings"])
    schema = json.loads((DOCS / "check.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, schema)
    jsonschema.validate([told, told], schema)
    numbers = [number for one in told["findings"] for number in one["numbers"]]
    assert {number["form"] for number in numbers} >= {"T1"}
    assert all(number["page"] and len(number["box"]) == 4 for number in numbers)
    assert told["checked"]["compared_with_last_year"]
    assert told["checked"]["judged"] == sum(one["judged"] for one in told["checked"]["by_duty"])
    left = told["checked"]["numbers"] - told["checked"]["numbers_judged"]
    assert 0 < left == len(told["checked"]["unjudged"])
    assert {"equipment"} <= {one["name"] for one in told["checked"]["unjudged"]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**told, "findings": [{"page": 1}]}, schema)


def test_a_finding_of_words_has_them_and_their_place():
    rule = dict.fromkeys(
        ("identity_id", "instance", "statement_zh", "statement_en", "why", "stated", "expected", "residual", "bound")
    )
    said = {
        "form": None,
        "note": "截至2023年12月31日，共有车辆0辆。",
        "written": "2023年12月31日",
        "due": "2024年12月31日",
    }
    view = page_findings.View(report_id="own", page=24, spots=(), quoted=((1.0, 2.0, 3.0, 4.0),), words=())
    symptoms = (page_findings.Symptom(rule | said, None, 0),)
    finding = page_findings.Finding(row={"page": 24}, symptoms=symptoms, spots=(), suspects=(), views=(view,))
    told = check_values.detail(finding, "own", Standing({("own", 24): {"sheet": "说明", "member": ""}}))
    assert (told["page"], told["sheet"], told["member"]) == (24, "说明", None)
    assert (told["page"], told["box"], told["quote"]) == (24, [1.0, 2.0, 3.0, 4.0], said["note"])
    assert (told["printed"], told["expected"], told["form"]) == (said["written"], said["due"], None)


def test_sarif_has_every_finding_at_its_page(drawn):
    done = check(drawn["other"], "--previous", drawn["first"], "--format", "sarif", "--language", "en")
    [run] = json.loads(done.stdout)["runs"]
    told = json.loads(check(drawn["other"], "--previous", drawn["first"], "--format", "json").stdout)["findings"]
    pages = [one["locations"][0]["physicalLocation"].get("region", {}).get("startLine") for one in run["results"]]
    assert pages == [one["page"] for one in told]
    assert [one["message"]["text"] for one in run["results"]] == [one["sentence_en"] for one in told]
    assert {one["ruleId"] for one in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_a_copy_has_a_box_and_a_note_at_each_finding(drawn, tmp_path):
    copy = tmp_path / "copy.pdf"
    done = check(drawn["other"], "--previous", drawn["first"], "--pdf", copy)
    assert done.returncode == checking.FOUND
    assert copy.read_bytes().startswith(drawn["other"].read_bytes())
    told = json.loads(check(drawn["other"], "--previous", drawn["first"], "--format", "json").stdout)["findings"]
    reader = PdfReader(copy)
    notes = [
        (number, note.get_object()) for number, page in enumerate(reader.pages, 1) for note in page.get("/Annots", [])
    ]
    assert {one["sentence_en"] for one in told} == {note["/Contents"].partition("\n")[2] for _, note in notes}
    own = [number for one in told for number in one["numbers"] if number["report_id"] == one["report_id"]]
    for number in own:
        left, top, right, bottom = number["box"]
        height = float(reader.pages[number["page"] - 1].mediabox.height)
        around = [note["/Rect"] for page, note in notes if page == number["page"] and note["/Subtype"] == "/Square"]
        assert any(
            (x0 <= left and y0 <= height - bottom and x1 >= right and y1 >= height - top) for x0, y0, x1, y1 in around
        )
    assert own
    again = check(drawn["other"], "--previous", drawn["first"], "--pdf", copy)
    assert again.returncode == checking.FOUND, "a copy of ours may be written again"


def test_the_numbers_our_reading_does_not_explain_are_a_note():
    some = [{"page": page, "sheet": "", "member": "", "text": f"{page}.5"} for page in range(1, 24)]
    assert check_lines.coverage_line(checking.Coverage(numbers=9, unexplained=[], format="pdf")) is None
    line = check_lines.coverage_line(checking.Coverage(numbers=900, unexplained=some, format="pdf")).en
    assert line.startswith("our reading: 23 of 900 numbers are not explained: page 1: 1.5; page 2: 2.5;")
    assert line.endswith("; page 20: 20.5; and 3 more")
    sheet = [{"page": 2, "sheet": "收入决算表", "member": "", "text": "2.5"}]
    line = check_lines.coverage_line(checking.Coverage(numbers=900, unexplained=sheet, format="xlsx")).zh
    assert line.endswith("：工作表“收入决算表” 2.5")


def test_a_file_that_is_no_report_says_why(tmp_path):
    """The command itself, as a process."""
    path = tmp_path / "page.pdf"
    path.write_text("404", encoding="utf-8")
    command = [sys.executable, "-m", "pipelines", "check", str(path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == checking.NOT_READABLE
    assert done.stderr.strip().endswith(
        "neither a PDF nor an Excel, Word or OFD file, a web page or a zip of them; put the report itself here"
    )
    assert check(tmp_path / "nothing.pdf").stderr.strip().endswith("no such file")
    (tmp_path / "link.pdf").symlink_to("nowhere")
    assert "not a file: a link to nothing" in check(tmp_path / "link.pdf").stderr


@pytest.mark.parametrize("name", ["waivers.csv", "versions.csv"])
def test_a_list_that_cannot_be_read_is_told_in_a_line(name, drawn, tmp_path, monkeypatch):
    own, lists = tmp_path / "own.pdf", tmp_path / "lists"
    own.write_bytes(drawn["first"].read_bytes())
    shutil.copytree(PLACES.expectations, lists, ignore=shutil.ignore_patterns(name))
    (lists / name).mkdir()
    monkeypatch.setattr(main, "places_of", lambda _: replace(PLACES, expectations=lists))
    done = check(own)
    assert (done.returncode, done.stdout) == (checking.NOT_READABLE, "")
    assert done.stderr == f"{lists / name} cannot be opened: Is a directory\n"


def test_what_is_said_is_of_the_bytes_that_were_read(drawn, tmp_path):
    """Whatever becomes of the file while it is checked."""
    path = tmp_path / "replaced.pdf"
    path.write_bytes(drawn["other"].read_bytes())
    with checking.desk(PLACES, path, drawn["first"]) as warehouse:
        path.write_bytes(drawn["next"].read_bytes())
        assert any("Y-01" in one.identities for one in checking.findings(warehouse, path))
        checking.write_page(warehouse, path, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "no longer where it was read" in page
    assert "replaced.pdf#page=" not in page
    assert f"{drawn['first'].name}#page=" in page


def test_a_file_replaced_before_the_second_reader_looks_is_told(drawn, tmp_path, monkeypatch):
    path = tmp_path / "replaced.pdf"
    path.write_bytes(drawn["other"].read_bytes())
    due = rereading.pages_due

    def replacing(warehouse):
        path.write_bytes(drawn["next"].read_bytes())
        return due(warehouse)

    monkeypatch.setattr(rereading, "pages_due", replacing)
    told = pytest.raises(checking.NotReadable, match="replaced while it was checked; check it again")
    with told, checking.desk(PLACES, path, drawn["first"]):
        pass


def test_a_file_name_cannot_forge_a_line(drawn, tmp_path):
    """Neither beside a finding nor in the lines of a report without one, nor where it cannot be read."""
    path = tmp_path / ODD
    path.write_bytes(b"no report")
    with checking.desk(PLACES, drawn["other"], drawn["first"]) as warehouse:
        said = [
            *check_lines.lines(path, checking.findings(warehouse, drawn["other"])),
            check_lines.verdict(path, []).of("zh"),
        ]
    said += [check(path).stderr, check(tmp_path / "none" / ODD).stderr]
    assert len(said) > 3
    assert [line.count("\n") for line in said] == [line.endswith("\n") for line in said]


def test_a_real_report_as_a_linter_would_say_it(real_report):
    done = check(real_report("社会工作部"), "--language", "zh")
    assert done.returncode == checking.FOUND
    assert any(":18: 说明 N-07: 第18页" in line and "应为9.56%" in line for line in done.stdout.splitlines())


def test_a_folder_stands_for_each_report_below_it(drawn, tmp_path):
    """The gravest status of all; one that cannot be read stops no other, and what is hidden, or a note, is not asked for."""
    (tmp_path / "2024").symlink_to(drawn["first"].parent)
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    for name in (".hidden.pdf", "note.md"):
        (tmp_path / name).write_bytes(b"")
    done = check(tmp_path, drawn["first"].parent, "--format", "json")
    assert done.returncode == checking.NOT_READABLE
    passed, refused = done.stderr.splitlines()[:2]
    assert passed.startswith(f"{tmp_path / '2024'}: neither a PDF nor a workbook,")
    assert refused.startswith(f"{tmp_path / 'a.pdf'}: neither a PDF")
    refused, told = json.loads(done.stdout)
    assert refused["file"] == str(tmp_path / "a.pdf")
    assert refused["refused_en"].startswith(f"{tmp_path / 'a.pdf'}: neither a PDF")
    assert refused["refused_zh"].startswith(f"{tmp_path / 'a.pdf'}：不是PDF")
    assert (told["file"], told["findings"]) == (str(drawn["first"]), [])
    schema = json.loads((DOCS / "check.schema.json").read_text(encoding="utf-8"))
    for said in (json.loads(done.stdout), refused):
        jsonschema.validate(said, schema)
    (tmp_path / "empty").mkdir()
    assert check(tmp_path / "empty").stderr == (
        f"{tmp_path / 'empty'}: no report (PDF, workbook, web page, docx, zip) in this folder or below it\n"
    )


def test_a_fault_of_ours_in_one_file_leaves_the_others_to_be_checked(drawn, tmp_path, monkeypatch):
    first, other = drawn["first"], shutil.copy(drawn["first"], tmp_path / "another.pdf")
    ask = checking.coverage

    def failing(warehouse: checking.Desk, file: Path) -> checking.Coverage:
        if file == first:
            raise KeyError("a fault")
        return ask(warehouse, file)

    monkeypatch.setattr(checking, "coverage", failing)
    done = check(first, other)
    assert done.returncode == 3
    assert re.search(rf"^{re.escape(str(first))}: .*KeyError", done.stderr, re.MULTILINE)
    assert done.stdout.startswith(str(other))
    alone = check("--format", "json", first)
    assert (alone.returncode, json.loads(alone.stdout)["refused_en"]) == (3, f"{first}: KeyError: 'a fault'")


def test_several_files_are_checked_one_after_the_other(drawn, tmp_path):
    odd = tmp_path / ODD
    odd.write_bytes(drawn["first"].read_bytes())
    done = check(drawn["first"], odd)
    assert done.returncode == checking.CLEAN
    said = [line for line in done.stdout.splitlines() if "no finding" in line]
    assert said == [f"{drawn['first']}: no finding", f"{one_line(str(odd))}: no finding"]
    assert not any(line.startswith("fake.pdf") for line in done.stdout.splitlines())


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_text_of_a_budget_that_names_no_unit_is_refused(form, tmp_path):
    """It has no place in the star, so nothing of it is judged: not clean, and no fault of ours."""
    said = "".join(f"<p>{n}.行政运行（项）{n}.00万元。</p>" for n in range(1, 15))
    page = tmp_path / "说明.html"
    page.write_text(f"<html><body><p>2024年部门预算编制说明</p>{said}</body></html>", encoding="utf-8")
    done = check("--language", "zh", "--format", form, page)
    assert done.returncode == checking.NOT_READABLE
    assert "没有找到单位" in done.stdout + done.stderr
