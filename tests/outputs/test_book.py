"""The evidence pages: what they show, that all of a PDF is escaped, pictures that hold their cells, no outside host."""

import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pdfplumber
import pypdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipelines.doubts import Doubt
from pipelines.findings import tables
from pipelines.outputs.addresses import pdf_address
from pipelines.outputs.evidence import copies, crops, formulas, indexes, render
from pipelines.outputs.evidence import site as book
from pipelines.outputs.evidence.formulas import Figure, Term
from pipelines.queries import Warehouse
from pipelines.settings import SQL, TEMPLATES, Places
from pipelines.vocabulary import labels
from pipelines.warehouse import identities
from tests.support.desk import desk, published
from tests.support.desk.asking import asked
from tests.support.faults import injections
from tests.support.faults.injections import Error
from tests.support.figures import figures
from tests.support.paper import layouts
from tests.support.tools.html_page import OUTSIDE, Page


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> Places:
    folder = tmp_path_factory.mktemp("published")
    return published.publish(Places(folder / "raw", folder / "warehouse"))


@pytest.fixture(scope="module")
def site(places) -> dict[str, Page]:
    """Every page of the book by its path."""
    summary = book.build(places)
    pages = {path.relative_to(places.book).as_posix(): path for path in places.book.rglob("*.html")}
    assert (summary.reports, summary.missing) == (3, 0)
    assert len(pages) == summary.pages == 1 + 3 + 2 + 2 + 2
    return {name: Page(path.read_text(encoding="utf-8")) for name, path in pages.items()}


@pytest.fixture
def warehouse(places) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(places.database, read_only=True) as connection:
        yield connection


def report_id(warehouse: duckdb.DuckDBPyConnection, file: str) -> str:
    return warehouse.execute("select report_id from star.dim_report where file = ?", [file]).fetchone()[0]


def test_every_link_leads_to_a_file_and_a_place_that_are_there(site, places):
    checked = 0
    for name, page in site.items():
        for address in page.addresses:
            path, _, place = address.partition("#")
            target = os.path.normpath(Path(name).parent / path) if path else name
            assert (places.book / target).is_file(), (name, address)
            if place and not place.startswith("page="):
                assert place in site[target].ids, (name, address)
            checked += 1
        assert len(page.ids) == len(set(page.ids)), name
    assert checked > 200


def test_nothing_names_an_outside_host_and_the_policy_forbids_it(site, places):
    for name, page in site.items():
        assert not [a for a in page.addresses if OUTSIDE.search(a)], name
        [policy] = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'")
        assert not re.search(r"http|\*|unsafe|data:", policy)
        assert not [a for _, a in page.elements if "style" in a], name
    for asset in render.ASSETS:
        assert not re.search(
            r"//\w|@import|fetch|XMLHttp|eval", render.asset(TEMPLATES, asset).decode().replace("// The", "")
        )
    assert {path.suffix for path in places.book.rglob("*") if path.is_file()} == {
        ".html",
        ".css",
        ".js",
        ".webp",
        ".pdf",
    }


def test_no_list_says_none_of_a_report_of_which_a_form_is_unread(places, tmp_path):
    """Nor of one that was not judged at all, as an earlier version is not."""
    with duckdb.connect(places.database, read_only=True) as connection:
        first, *others = [row | {"unread": []} for row in asked(connection).rows("book/reports") if row["is_current"]]
    clean = dict.fromkeys(render.SHAPES, 0)
    cases = {
        "none": (first | clean, True), "not read for certain: T3, T4": (first | clean | {"unread": ["T3", "T4"]}, False),
        "not judged": (first | clean | {"judged": 0}, False),
    }  # fmt: skip
    for said, (row, is_none) in cases.items():
        group = next(indexes._groups([row], lambda r: r["fiscal_year"], lambda r: r["fiscal_year"]))
        values = {"group": group, "kind": "year", "root": "../", "charts": [], "carried": []}
        page = Page(render.render("group", render.book_site(TEMPLATES), **values))
        assert said in page.text
        assert ("无none" in page.text) is is_none, said
    assert indexes._sum([first | {"unread": ["T3"]}, *others])["unread"] == 1


def test_pages_lead_to_the_desk_where_somebody_has_said_where_it_stands(places):
    with duckdb.connect(places.database, read_only=True) as connection:
        row = next(row for row in asked(connection).rows("book/reports"))
    group = next(indexes._groups([row], lambda r: r["unit_key"], lambda r: r["unit_name"]))
    values = {"group": group, "kind": "unit", "root": "../", "charts": [], "carried": []}
    led = Page(render.render("group", render.book_site(TEMPLATES, "https://desk.example"), **values))
    assert f"https://desk.example/unit/{row['unit_key']}" in led.addresses
    alone = Page(render.render("group", render.book_site(TEMPLATES), **values))
    assert not [address for address in alone.addresses if OUTSIDE.search(address)]


def test_every_finding_is_shown_with_its_sentences_and_printed_numbers(site, warehouse):
    total = 0
    for row in asked(warehouse).rows("book/reports"):
        page = site[f"report/{row['report_id'][:16]}.html"]
        found = warehouse.execute(
            "select sentence_zh, sentence_en from findings.finding where report_id = ?", [row["report_id"]]
        ).fetchall()
        shown = [a for tag, a in page.elements if tag == "article" and a.get("class", "").startswith("finding")]
        assert len(shown) == len(found) == sum(row[severity] for severity in render.SHAPES)
        for sentences in found:
            assert all(sentence in page.text for sentence in sentences)
        total += len(found)
    assert total >= 2


def test_the_formula_of_the_misprint_with_its_gap(site, warehouse):
    page = site[f"report/{report_id(warehouse, '2024/民政局.pdf')[:16]}.html"]
    text = re.sub(r"\s+", " ", page.text)
    assert re.search(r"5,346\.43 ≠ 881\.82 \+ 4,482\.61 = 5,364\.43 （差 18\.00.*?万元.*?舍入差最多 0\.015）", text)
    assert "off by 18.00" in text
    assert re.search(r"印.{0,40}5,346\.43.{0,60}应为.{0,40}5,364\.4", text)


def test_every_printed_number_is_on_the_page_as_read(site, warehouse):
    for row in asked(warehouse).rows("book/reports"):
        page = site[f"report/{row['report_id'][:16]}.html"]
        cells = [a for tag, a in page.elements if tag == "td" and "number" in (a.get("class") or "").split()]
        texts = warehouse.execute(
            "select text from reading.amount where report_id = ? and text != ''", [row["report_id"]]
        ).fetchall()
        assert len(cells) > len(texts) > 300
        missing = [text for (text,) in texts if text not in page.text]
        assert missing == []


def test_counts_of_the_index_are_those_of_the_warehouse(site, warehouse):
    numbers, reports = warehouse.execute("select sum(token_count), count(*) from star.dim_report").fetchone()
    text = site["index.html"].text
    assert f"{numbers:,}" in text
    assert f"{reports}" in text
    for year in (2023, 2024):
        own = warehouse.execute("select sum(token_count) from star.dim_report where fiscal_year = ?", [year]).fetchone()
        assert f"{own[0]:,}" in site[f"year/{year}.html"].text
    assert {published.CIVIL, published.EDUCATION} <= set(re.findall(r"\w+局", text))


def test_a_picture_holds_the_cell_it_is_of(places, site, warehouse):
    """The text pdfium finds within each box drawn on a picture, carried back to the page, is the number printed there."""
    checked = 0
    for name, page in site.items():
        for picture in pictures(page):
            key, number, region = re.match(r"(\w+)-p(\d+)-([\d-]+)\.webp", Path(picture["src"]).name).groups()
            left, top, right, bottom = (int(side) / crops.SCALE for side in region.split("-"))
            with Image.open(places.book / "crops" / Path(picture["src"]).name) as image:
                assert image.size == ((right - left) * crops.SCALE, (bottom - top) * crops.SCALE)
            pdf = pdfium.PdfDocument(places.book / "pdf" / f"{key}.pdf")
            sheet = pdf[int(number) - 1]
            text = sheet.get_textpage()
            for x, y, width, height, printed in picture["boxes"]:
                assert left <= left + x < left + x + width <= right, name
                assert top <= top + y < top + y + height <= bottom, name
                up = sheet.get_height() - top - y
                within = text.get_text_bounded(left + x, up - height, left + x + width, up)
                assert re.sub(r"\s", "", within) == printed, (name, picture["src"])
                checked += 1
    amounts = warehouse.execute(
        "select count(*) from (select finding_id, unnest(amount_ids) as amount_id from findings.finding)"
        " join (select amount_id from reading.amount where text != '' union all select claim_id from reading.claim) using (amount_id)"
    ).fetchone()[0]
    assert checked >= amounts > 5


def pictures(page: Page) -> Iterator[dict]:
    """Each picture of a page: src, boxes (x, y, width, height in points, the number printed there)."""
    current: dict = {}
    printed: dict[str, str] = {}
    kind = ""
    for tag, a in page.elements:
        if tag == "img":
            if current:
                yield current
            current = {"src": a["src"], "boxes": []}
            printed = dict(part.split(": ", 1) for part in a["alt"].split("; ") if ": " in part)
        elif tag == "g":
            kind = a["id"].rpartition("-")[2]
        elif tag == "rect" and kind:
            x, y, width, height = (float(a[k]) for k in ("x", "y", "width", "height"))
            current["boxes"].append((x + 1, y + 1, width - 2, height - 2, printed[kind]))
            kind = ""
    if current:
        yield current


def test_the_report_of_the_year_before_is_pictured_where_the_balance_is_broken(site, warehouse):
    page = site[f"report/{report_id(warehouse, '2024/民政局.pdf')[:16]}.html"]
    before = report_id(warehouse, "2023/民政局.pdf")[:16]
    assert f"{before}.html" in " ".join(page.addresses)
    assert any(f"crops/{before}" in address for address in page.addresses)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_a_place_in_a_picture_is_the_place_on_the_page(rotation, cropped, tmp_path):
    """A black square drawn on a page, found by pdfplumber, is black in the picture where its box is, white around it."""
    path = tmp_path / "square.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    canvas.rect(10, 10, 380, 580)
    canvas.rect(120, 400, 40, 20, fill=1, stroke=0)
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=path)
    writer.pages[0].rotate(rotation)
    if cropped:
        writer.pages[0].cropbox = pypdf.generic.RectangleObject((30, 50, 390, 560))
    writer.write(path)
    with pdfplumber.open(path) as pdf:
        square = next(r for r in pdf.pages[0].rects if r["fill"])
        box = (square["x0"], square["top"], square["x1"], square["bottom"])
    if cropped:
        left, top = {0: (30, 40), 90: (50, 30), 180: (10, 50), 270: (40, 10)}[rotation]
        box = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    with crops.camera(path) as camera:
        picture = camera.picture(1, [box])
    image = Image.open(io.BytesIO(picture.image)).convert("L")
    x, y, width, height = (side * crops.SCALE for side in picture.place(box))
    assert image.crop((round(x) + 1, round(y) + 1, round(x + width) - 1, round(y + height) - 1)).getextrema() == (0, 0)
    around = image.crop((round(x) - 8, round(y) - 8, round(x) - 2, round(y + height) + 8))
    assert around.getextrema() == (255, 255)


def test_words_are_found_on_a_page_only_where_they_stand_once(tmp_path):
    path = tmp_path / "words.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    for y, text in ((500, "once here"), (400, "twice"), (300, "twice")):
        canvas.drawString(50, y, text)
    canvas.save()
    with crops.camera(path) as camera:
        [(x0, top, x1, bottom)] = camera.find(1, "once")
        assert 49 < x0 < x1 < 90
        assert top < 100 < bottom
        assert camera.find(1, "twice") == camera.find(1, "never") == []


def test_a_page_of_any_size_fills_no_memory(tmp_path):
    path = tmp_path / "huge.pdf"
    canvas = Canvas(str(path), pagesize=(10**6, 10**6))
    canvas.drawString(9, 9, "far")
    canvas.save()
    with crops.camera(path) as camera, pytest.raises(crops.NoPicture, match="too large"):
        camera.picture(1, [])


HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style><svg onload=alert(1)>",
    "[a](javascript:alert(1)) **b** `c`",
    '=HYPERLINK("http://outside.example","x")',
    "{{ 7 * 7 }} {% raw %}",
    "http://outside.example/x.png",
)  # fmt: skip


def hostile_reading():
    """A reading whose every text from outside is hostile, and whose sums are broken so that findings quote it."""
    layout = layouts.layout("shanghai_one_column")
    told = ("二、收入决算情况说明", "二、收入决算情况说明" + HOSTILE[0])
    sound = desk.reading(figures.report(41, unit="".join(HOSTILE)), layout, told)
    key = next(a.key for f in sound.forms if f.key == "T1" for a in f.amounts if a.line == "income_total")
    reading = injections.spoiled(sound, Error("ten", {key: Decimal("99999.99")}))
    said = iter(HOSTILE * 1000)
    forms = tuple(
        replace(form, title=form.key + next(said), amounts=tuple(spoil(a, said) for a in form.amounts))
        for form in reading.forms
    )
    doubts = tuple(
        Doubt(scope="row", page=1, reason=f"reason {text}", detail=f"detail {text}", remedy=f"do {text}", held=held)
        for text in HOSTILE
        for held in (True, False)
    )
    return replace(reading, forms=forms, doubts=doubts)


def spoil(amount, said: Iterator[str]):
    text = amount.text if amount.number is not None else (next(said) if amount.mark == "words" else amount.text)
    return replace(amount, label=amount.label + next(said), heading=amount.heading + next(said), text=text)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> tuple[Path, book.BookSummary]:
    folder = tmp_path_factory.mktemp("hostile")
    with desk.filled(folder, [hostile_reading()]) as connection:
        tables.write(asked(connection))
        name = "2024/" + "".join(HOSTILE).replace("/", "∕") + ".pdf"
        connection.execute("update star.dim_report set file = ?", [name])
        connection.execute(
            "update reading.amount set is_held = true where amount_id = (select min(amount_id) from reading.amount)"
        )
        summary = book.write(Warehouse(connection, Places(folder / "raw", folder)), folder / "book")
        book.write_report(asked(connection), desk.report_id(0), {}, folder / "book" / "alone.html")
    return folder / "book", summary


def test_held_cells_are_listed_with_what_confirms_them(hostile):
    page = (hostile[0] / "alone.html").read_text(encoding="utf-8")
    [listed] = re.findall(r'<details class="family" id="held">(.*?)</details>', page, re.DOTALL)
    assert "expectations/confirmed.csv" in listed
    assert len(re.findall(r"<td><code>[0-9a-f]{16}-\S+</code></td>", listed)) == 1


def test_whatever_comes_out_of_a_pdf_is_escaped(hostile):
    folder, _ = hostile
    seen = ""
    for path in folder.rglob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        seen += page.text
        scripts = [a for tag, a in page.elements if tag == "script"]
        assert [a.get("src", "") for a in scripts] in ([""], [("../" if path.parent != folder else "") + "book.js"])
        assert not [(tag, name) for tag, a in page.elements for name in a if name.startswith("on")], path
        assert not [tag for tag, a in page.elements if tag in ("iframe", "object", "embed", "base")], path
        assert not [a for a in page.addresses if OUTSIDE.search(a)], path
    for text in HOSTILE:
        assert text in seen


def test_a_report_whose_pdf_is_gone_still_has_its_page_and_says_so(hostile):
    folder, summary = hostile
    assert summary.pictures == 0
    assert summary.missing > 0
    [page] = (folder / "report").glob("*.html")
    assert "the PDF is no longer where it was read" in page.read_text(encoding="utf-8")
    assert "99,999.99" in page.read_text(encoding="utf-8") or "99999.99" in page.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def changed(places, tmp_path_factory) -> Path:
    """A book made after a report was replaced, and another's PDF became a link; then what it led to was written over and the link
    turned elsewhere: the folder of the book.
    """
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(places.raw, folder / "raw")
    written, linked, replaced = (
        folder / "raw" / name for name in ("2023/民政局.pdf", "2024/教育局.pdf", "2024/民政局.pdf")
    )
    replaced.write_bytes(linked.read_bytes())
    linked.rename(folder / "elsewhere.pdf")
    linked.symlink_to(folder / "elsewhere.pdf")
    moved = replace(places, raw=folder / "raw")
    with duckdb.connect(places.database, read_only=True) as connection:
        summary = book.write(Warehouse(connection, moved), folder / "book")
    assert (summary.reports, summary.without_pdf) == (3, 1)
    assert summary.missing > 0
    assert "1 without their PDF (gone, or another now)" in summary.message(folder).en
    with open(written, "r+b") as file:
        file.write(b"another report")
    (folder / "secret.pdf").write_bytes(b"secret")
    linked.unlink()
    linked.symlink_to(folder / "secret.pdf")
    return folder / "book"


def test_the_book_holds_copies_of_what_was_read_whatever_becomes_of_raw(changed, warehouse):
    for name in ("2023/民政局.pdf", "2024/教育局.pdf"):
        key = report_id(warehouse, name)
        copy = changed / pdf_address(key)
        assert not copy.is_symlink()
        assert sha256(copy.read_bytes()).hexdigest() == key


def test_a_pdf_that_is_another_now_is_not_held_nor_pictured_and_its_page_says_so(changed, warehouse):
    key = report_id(warehouse, "2024/民政局.pdf")
    assert not (changed / pdf_address(key)).exists()
    page = (changed / "report" / f"{key[:16]}.html").read_text(encoding="utf-8")
    assert f"The book does not hold the PDF of this report: {copies.CHANGED}." in page
    assert page.count(copies.CHANGED) > 1
    assert f'"../{pdf_address(key)}' not in page
    assert [path.name for path in changed.rglob(f"{key[:16]}-*.webp")] == []
    other = (changed / "report" / f"{report_id(warehouse, '2024/教育局.pdf')[:16]}.html").read_text(encoding="utf-8")
    assert "does not hold" not in other


def test_a_page_alone_holds_all_it_needs(places, warehouse, tmp_path):
    file = "2024/民政局.pdf"
    alone = tmp_path / "alone.html"
    book.write_report(
        Warehouse(warehouse, places), report_id(warehouse, file), {report_id(warehouse, file): places.raw / file}, alone
    )
    page = Page(alone.read_text(encoding="utf-8"))
    sources = [a["src"] for tag, a in page.elements if tag == "img"]
    assert sources
    assert all(source.startswith("data:image/webp;base64,") for source in sources)
    places_within = {address for address in page.addresses if address.startswith("#")}
    assert places_within
    assert {address[1:] for address in places_within} <= set(page.ids)
    links = {unquote(address.partition("#")[0]) for address in page.addresses} - {"", *sources}
    assert {(tmp_path / link).resolve() for link in links} == {(places.raw / file).resolve()}
    [policy] = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == 2
    with pytest.raises(LookupError):
        book.write_report(Warehouse(warehouse, places), "no such report", {}, alone)


def test_a_new_book_takes_the_old_ones_place_whole(places, monkeypatch):
    book.build(places)
    (places.book / "old.txt").write_text("old")
    book.build(places)
    assert not (places.book / "old.txt").exists()
    before = sorted(path.name for path in places.book.rglob("*"))

    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("out of ink")

    monkeypatch.setattr(render, "render", broken)
    with pytest.raises(RuntimeError):
        book.build(places)
    assert sorted(path.name for path in places.book.rglob("*")) == before
    assert [path.name for path in places.warehouse.iterdir() if path.name.startswith(".book")] == []


def test_every_reason_and_key_has_words_in_both_languages(warehouse):
    """Reasons as the SQL spells them, and every key of the published warehouse that pages look up."""
    checks = SQL / "checks"
    spelt = re.findall(
        r"(?:then|\? reason,|as reason|,) '([a-z][a-z ]+[a-z])(?:: )?'(?= \|\||\n)",
        "".join(
            (checks / f"{name}.sql").read_text(encoding="utf-8")
            for name in (
                "kernel/macros/outcome.residual",
                "kernel/quotient",
                "kernel/missing_form",
                "inputs/form_status",
            )
        ),
    )
    tiers = {*render.TIERS, "in doubt", "missing", "no tables", "declared_empty", "empty"}
    found = {
        *spelt,
        *(
            r
            for (r,) in warehouse.execute(
                "select distinct reason from checks.outcome where reason is not null"
            ).fetchall()
        ),
    }
    assert {"base is zero", "total not printed", "no report of the year before", "form missing"} <= found
    assert [reason for reason in found - tiers if labels.reason(reason)[0] == reason] == []
    for domain, sql in (
        ("severity", "select distinct severity from reference.identity"),
        ("family", "select distinct family from reference.identity"),
        ("outcome", "select distinct outcome from checks.outcome"),
        ("status", "select distinct status from checks.form_status where status != 'not in this table set'"),
        ("table_set", "select distinct table_set from star.dim_report"),
        ("scope", "select distinct scope from star.fact_expenditure"),
        ("public", "select distinct category from star.fact_three_public"),
    ):
        for (key,) in warehouse.execute(sql).fetchall():
            zh, en = labels.word(domain, key)
            assert zh != en


def term(side: str, text: str, unit: str = "万元", weight: int = 1, value: str | None = None) -> Term:
    number = Decimal(text.replace(",", ""))
    yuan = number * formulas.YUAN_PER_UNIT[unit] if unit in formulas.YUAN_PER_UNIT else None
    said = Decimal(value) if value else yuan if yuan is not None else number
    return Term(side=side, weight=weight, amount_id=text, value=said, printed=Figure(text, unit, number, yuan))


ZERO = Term(side="part", weight=1, amount_id=None, value=Decimal(0), printed=None)


def line(formula: formulas.Formula | None) -> str | None:
    return formula and " ".join(piece.text for piece in formula.pieces)


@pytest.mark.parametrize(
    ("terms", "relation", "stated", "expected", "said", "gap"),
    [
        ((term("total", "3,078.20"), term("part", "2,900.10"), term("part", "178.00")), "=", "30782000", "30781000",
         "3,078.20 ≠ 2,900.10 + 178.00 = 3,078.10", ("0.10", "0.015", "万元")),
        ((term("total", "5.00"), term("part", "9.00"), term("part", "3.00", weight=-1)), "=", "50000", "60000",
         "5.00 ≠ 9.00 − 3.00 = 6.00", ("1.00", "0.015", "万元")),
        ((term("total", "21.07"), term("part", "20.00")), "<=", "210700", "200000", "21.07 > 20.00", ("1.07", "0.015", "万元")),
        ((term("total", "1.00"), term("part", "20000.00", "元")), "=", "10000", "20000", "10,000 ≠ 20000.00", ("10,000.00", "150", "元")),
        ((term("total", "3", "辆"), term("part", "2", "辆")), "=", "3", "2", "3 ≠ 2", ("1", "150", "")),
        ((term("total", "100", "%", value="1"), ZERO), "=", "1", "0", None, None),
    ],
)  # fmt: skip
def test_formulas_are_written_with_the_printed_numbers(terms, relation, stated, expected, said, gap):
    formula = formulas.of_sum(terms, relation, Decimal(stated), Decimal(expected), Decimal(150))
    assert line(formula) == said
    assert gap is None or (formula.difference, formula.bound, formula.counted_in) == gap


def test_a_chart_is_a_share_of_the_largest_and_starts_from_zero():
    from pipelines.outputs.evidence.bars import chart

    one, other = ("一", "one"), ("二", "two")
    drawn = chart(("题", "title"), {one: {other: Decimal(300)}, other: {other: Decimal(-100)}}, [other])
    assert drawn.zero == "25.00"
    assert [(b.start, b.length, b.wan) for g in drawn.groups for b in g.bars] == [
        ("25.00", "75.00", "0.03"), ("0.00", "25.00", "-0.01"),
    ]  # fmt: skip
    above = chart(("题", "title"), {one: {other: Decimal(300)}, other: {other: Decimal(150)}}, [other])
    assert [(b.start, b.length) for g in above.groups for b in g.bars] == [("0.00", "100.00"), ("0.00", "50.00")]
    assert chart(("题", "title"), {one: {other: Decimal(0)}}, [other]) is None


def test_charts_tell_what_the_star_tells(site, warehouse):
    [(unit_key,)] = warehouse.execute(
        "select unit_key from star.dim_unit where unit_name = ?", [published.CIVIL]
    ).fetchall()
    text = site[f"unit/{unit_key}.html"].text
    sums: Callable[[str], list] = lambda sql: warehouse.execute(sql, [unit_key]).fetchall()  # noqa: E731
    spent = sums(
        "select sum(amount_yuan) from star.fact_expenditure join star.dim_function using (function_key)"
        " where unit_key = ? and scope = 'all_funds' group by fiscal_year, class_code"
    )
    closing = sums("select closing_yuan from star.carry_forward where unit_key = ? and fund = 'all'")
    public = sums(
        "select amount_yuan from star.fact_three_public where unit_key = ? and measure = 'amount' and fiscal_year = 2024"
    )
    assert len(spent) > 6
    assert len(closing) == 2
    assert len(public) > 4
    for (yuan,) in (*spent, *closing, *public):
        assert f"{yuan / 10_000:,.2f}" in text
    assert "9,999.99" in text  # the opening balance nobody closed with


def test_every_family_has_its_place_among_the_outcomes():
    listed = (SQL / "book" / "outcomes.sql").read_text(encoding="utf-8").split("list_position([")[1].split("]")[0]
    assert sorted(re.findall("[A-Z]", listed)) == sorted(identities.FAMILIES)
