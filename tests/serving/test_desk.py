"""The desk by its answers: search, the figure's own page, lists, languages, who may ask, what hostile text becomes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from starlette.testclient import TestClient

from pipelines.outputs.desk import overview
from pipelines.outputs.desk.search_terms import read_terms
from pipelines.serving.desk.answers import POLICY
from pipelines.serving.desk.application import app
from pipelines.serving.guard import names
from pipelines.settings import Places
from pipelines.warehouse import database
from tests.support.desk import published

BASE = "http://127.0.0.1:3002"


@pytest.fixture(scope="module")
def desk(small: Places) -> Iterator[TestClient]:
    with TestClient(app(small, names(3002)), base_url=BASE) as client:
        yield client


def one(small: Places, sql: str) -> str:
    with database.connect(small.database) as connection:
        return connection.execute(sql).fetchall()[0][0]


@pytest.fixture(scope="module")
def misprint(small: Places) -> str:
    """The amount that the report with misprints prints wrong in its T3."""
    return one(small, f"select amount_id from reading.amount where text = '{published.PRINTED}' and form = 'T3'")


def links(page: str) -> list[str]:
    """The figures that a page of the search lists."""
    return re.findall(r'<td class="number"><a href="/figure/([^"]+)"', page)


@pytest.mark.parametrize(
    ("typed", "number", "half", "units", "words"),
    [
        ("2,106.66", "2106.66", "0.005", ("元", "万元", "亿元"), ()),
        ("２，１０６．６６", "2106.66", "0.005", ("元", "万元", "亿元"), ()),
        ("2106.66万元", "21066600", "50", ("元",), ()),
        ("2106.66 万元 教育", "21066600", "50", ("元",), ("教育",)),
        ("-3.5千元", "-3500", "50", ("元",), ()),
        ("95.89%", "95.89", "0.005", (), ()),
    ],
)
def test_an_amount_is_told_from_words(typed, number, half, units, words):
    terms = read_terms(typed)
    assert terms.amount is not None
    assert (terms.amount.number, terms.amount.half) == (Decimal(number), Decimal(half))
    assert (terms.amount.units, terms.words) == (units, words)


@pytest.mark.parametrize("typed", ["20805", "2024", "教育局 公务接待", "三公经费", "9" * 40, "万元", "1.2.3"])
def test_a_code_a_year_and_a_name_are_words(typed):
    assert read_terms(typed).amount is None


def test_more_words_than_are_asked_for_are_told(desk):
    assert read_terms("a b c d e f").left_out == ("e", "f")
    assert "e f" in desk.get("/search", params={"q": "a b c d e f"}).text


def test_an_amount_is_found_however_it_is_typed_and_in_whichever_unit_it_is_printed(desk, small, misprint):
    yuan = one(small, f"select value_yuan from reading.amount where amount_id = '{misprint}'")
    for typed in (published.PRINTED, published.PRINTED.replace(",", ""), f"{published.PRINTED}万元", f"{yuan:.2f}元"):
        assert misprint in links(desk.get("/search", params={"q": typed}).text), typed
    nearly = Decimal(yuan) + 49
    assert misprint in links(desk.get("/search", params={"q": f"{nearly:.2f}元"}).text), "it may be that, rounded"
    beyond = Decimal(yuan) + 51
    assert misprint not in links(desk.get("/search", params={"q": f"{beyond:.2f}元"}).text)


def test_words_must_all_stand_with_a_figure(desk, small):
    found = links(desk.get("/search", params={"q": "样本民政局 2024 公务接待"}).text)
    assert found
    report = one(small, "select report_id[:16] from star.dim_report where file = '2024/民政局.pdf'")
    assert {key[:16] for key in found} == {report}
    assert links(desk.get("/search", params={"q": "样本民政局 没有这个词"}).text) == []


def test_a_code_finds_its_rows(desk, small):
    found = links(desk.get("/search", params={"q": "20805", "form": "T3"}).text)
    codes = one(small, f"select list(distinct code[:5]) from reading.amount where amount_id in {tuple(found)}")
    assert codes == ["20805"]


def test_facets_narrow_and_pages_follow_one_another_by_key(desk):
    first = desk.get("/search", params={"q": "2024", "kind": "final"}).text
    assert len(links(first)) == 50
    following = re.search(r'<a rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert "kind=final" in following
    second = links(desk.get(following).text)
    assert second
    assert set(second).isdisjoint(links(first))
    prose = desk.get("/search", params={"q": "2024", "form": "prose", "sort": "largest"}).text
    assert {"-n" in key for key in links(prose)} == {True}


def test_the_gravest_stand_first_when_asked_for(desk):
    page = desk.get("/search", params={"q": "样本民政局 2024", "sort": "severity"}).text
    assert 'class="badge' in page.split("<tbody>", 1)[1].split("</tr>", 1)[0]


def test_a_figure_has_an_address_that_shows_page_box_identities_and_findings(desk, misprint):
    page = desk.get(f"/figure/{misprint}")
    assert page.status_code == 200
    assert published.PRINTED in page.text
    assert f"/picture/{misprint}.webp" in page.text
    assert '<svg class="boxes"' in page.text
    assert 'class="instance violation"' in page.text
    assert "W3-0" in page.text
    assert 'class="finding' in page.text
    picture = desk.get(f"/picture/{misprint}.webp")
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/webp")
    assert picture.content[8:12] == b"WEBP"


def test_a_figure_nothing_disputes_shows_its_terms_and_their_outcomes(desk, small):
    amount = one(small, "select amount_id from checks.term join checks.outcome using (identity_id, report_id, instance)"
                        " where identity_id = 'W3-01' and outcome = 'exact' and side = 'total' order by 1")  # fmt: skip
    page = desk.get(f"/figure/{amount}").text
    assert 'class="instance exact"' in page
    assert page.count('href="/figure/') > 3


def test_a_share_shows_the_numbers_it_is_of(desk, small):
    ids = one(small, "select any_value(amount_ids) from checks.quotient where len(amount_ids) = 3")
    texts = [
        one(
            small,
            f"select any_value(text) from (select amount_id as id, text from reading.amount union all select claim_id, text from reading.claim) where id = '{key}'",
        )
        for key in ids
    ]
    page = desk.get(f"/figure/{ids[0]}").text
    for key, text in zip(ids, texts, strict=True):
        shown = re.findall(rf'<a href="/figure/{key}"[^>]*>(.*?)</a>', page, re.DOTALL)
        assert any(text in said for said in shown), "not the first, the second, the third"


def test_where_the_pdf_is_another_now_no_picture_is_shown(small, tmp_path, misprint):
    moved = replace(small, raw=tmp_path)
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "民政局.pdf").write_bytes((small.raw / "2024" / "教育局.pdf").read_bytes())
    with TestClient(app(moved, names(3002)), base_url=BASE) as client:
        page = client.get(f"/figure/{misprint}").text
        assert "no longer the one that was read" in page
        assert "/pdf/" not in page
        assert client.get(f"/picture/{misprint}.webp").status_code == 404
        assert client.get(f"/pdf/{misprint[:16]}").status_code == 404


def test_reports_and_units_lead_to_figures(desk, small, misprint):
    start = desk.get("/").text
    report = f"/report/{misprint[:16]}"
    assert report in start
    assert "2023" in start
    page = desk.get(report).text
    assert f"/figure/{misprint}" in page
    unit = re.search(r'href="(/unit/\w+)"', page)[1]
    assert '<table class="bars"' in desk.get(unit).text
    assert report in desk.get("/reports?year=2024").text
    assert report not in desk.get("/reports?year=2023").text
    pdf = desk.get(f"/pdf/{misprint[:16]}")
    assert pdf.content == (small.raw / "2024" / "民政局.pdf").read_bytes()


def test_a_report_says_how_much_of_it_is_judged_and_where_the_rest_stands(desk, small, misprint):
    """Beside its findings and in every list: a report of which little is judged has few findings as well."""
    with database.connect(small.database) as connection:
        [(numbers, judged, share)] = connection.execute(
            "select numbers, judged, judged_percent from questions.judged_share where address like ?", [f"%/report/{misprint[:16]}"]
        ).fetchall()  # fmt: skip
        [(report_id,)] = connection.execute(
            "select report_id from reading.amount where amount_id = ?", [misprint]
        ).fetchall()
    page = desk.get(f"/report/{misprint[:16]}").text
    assert f"{numbers:,} 个数，{judged:,} 个有勾稽关系判断（{share}%）" in page
    rest = f"/data/checks.unjudged?report_id={report_id}"
    assert rest in page
    assert desk.get(rest.replace("unjudged?", "unjudged.json?")).json()[0]["report_id"] == report_id
    for path in ("/", "/reports", re.search(r'href="(/unit/\w+)"', page)[1]):
        assert f"判断份额 {share}%" in desk.get(path).text, path


def test_reports_of_a_department_and_of_a_unit_are_told_apart(desk, small, misprint):
    """The 部门预算 of a unit and its 单位预算 have one name, year and kind."""
    level = one(small, f"select level from star.disclosure where report_id[:16] = '{misprint[:16]}'")
    assert level == "部门"
    pages = (
        "/",
        "/reports",
        f"/report/{misprint[:16]}",
        f"/figure/{misprint}",
        f"/search?q={published.PRINTED}",
    )
    for path in pages:
        assert "部门决算" in desk.get(path).text.split("<main")[1], path
        assert "Final account (department)" in desk.get(path).text, path


def test_a_finding_without_figures_leads_to_its_page_where_no_evidence_was_written(desk, monkeypatch, misprint):
    """What a heading or a word breaks names no figure: before the book is written nothing led to its page."""
    whole = overview.report
    monkeypatch.setattr(overview, "report", lambda *asked: replace(told := whole(*asked), found=_without(told.found)))
    page = desk.get(f"/report/{misprint[:16]}").text
    found = re.findall(r'<article id="\w+" class="finding.*?</article>', page)
    assert found
    for one_found in found:
        number = re.search(r"第(\d+)页", one_found)[1]
        assert f'href="/pdf/{misprint[:16]}#page={number}"' in one_found


def _without(found):
    return tuple({**row, "amount_ids": []} for row in found)


def test_a_report_leads_to_the_figures_of_its_prose_where_it_has_no_forms_too(desk, monkeypatch, misprint):
    told = desk.get(f"/report/{misprint[:16]}").text
    [prose] = re.findall(r'href="(/search\?[^"]*form=prose)"', told)
    assert "/figure/" in desk.get(prose.replace("&amp;", "&")).text
    assert "没有读到表" not in told
    whole = overview.report
    monkeypatch.setattr(overview, "report", lambda *asked: replace(whole(*asked), forms=()))
    bare = desk.get(f"/report/{misprint[:16]}").text
    assert "没有读到表" in bare
    assert prose in bare


def test_a_unit_of_budgets_alone_says_why_it_has_no_charts(desk, monkeypatch):
    row = {"report_id": "0" * 64, "unit_name": "样本局", "fiscal_year": 2024, "kind": "budget", "level": "单位"}
    row |= {"is_current": True, "judged_percent": None, "fatal": 0, "error": 0, "warning": 0, "info": 0}
    monkeypatch.setattr(overview, "unit", lambda *_: overview.Unit("样本局", "0", (row,), ()))
    assert "这个单位只有预算" in desk.get("/unit/0").text
    monkeypatch.setattr(overview, "unit", lambda *_: overview.Unit("样本局", "0", (row | {"kind": "final"},), ()))
    assert "没有可画的数字" in desk.get("/unit/0").text


@pytest.mark.parametrize(
    "path",
    ["/figure/none", "/report/none", "/unit/none", "/picture/none.webp", "/pdf/none", "/none", "/reports?year=2024x"],
)
def test_what_is_not_there_is_told_in_a_sentence(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "没有这一页" in answer.text


def test_a_kind_that_is_none_finds_nothing(desk):
    answer = desk.get("/search?q=2024&kind=none")
    assert answer.status_code == 200
    assert "没有找到" in answer.text


def test_without_evidence_pages_the_page_says_what_to_do(places):
    with TestClient(app(places, names(3002)), base_url=BASE) as client:
        answer = client.get("/book/")
        assert (answer.status_code, "make book" in answer.text) == (404, True)
        places.book.mkdir(parents=True)
        (places.book / "index.html").write_text("written meanwhile")
        assert client.get("/book/").text == "written meanwhile"


def test_without_a_warehouse_the_page_says_what_to_do(places):
    with TestClient(app(places, names(3002)), base_url=BASE) as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "make warehouse" in answer.text


def test_the_language_is_chosen_and_kept_and_leads_back_to_pages_of_ours_alone(small):
    with TestClient(app(small, names(3002)), base_url=BASE) as client:
        assert '<html lang="zh-CN">' in client.get("/").text
        back = client.get("/language/en", params={"to": "/search?q=1"}, follow_redirects=False)
        assert (back.status_code, back.headers["location"]) == (303, "/search?q=1")
        assert '<html lang="en">' in client.get("/").text
        for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:1"):
            assert (
                client.get("/language/zh", params={"to": elsewhere}, follow_redirects=False).headers["location"] == "/"
            )
        assert client.get("/language/fr").status_code == 404


def test_others_are_refused_and_every_answer_bears_the_policy(desk):
    assert desk.get("/", headers={"host": "evil.example"}).status_code == 421
    assert desk.get("/search", headers={"origin": "http://evil.example"}).status_code == 403
    assert desk.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    for path in ("/", "/search?q=1", "/none", "/reports"):
        assert POLICY in desk.get(path).headers["content-security-policy"]
    assert "script-src" not in POLICY
    assert POLICY.startswith("default-src 'none'")
    assert "<script" not in desk.get("/").text
    assert " style=" not in desk.get("/").text


def test_hostile_text_stays_text(desk):
    for hostile in ('"><script>alert(1)</script>', "{{ 7 * 7 }}", "'; drop table x; --", "\x00", "%00", "[[", "\ud7ff"):
        answer = desk.get("/search", params={"q": hostile, "sort": hostile, "after": hostile, "unit_name": hostile})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "49" not in re.findall(r'value="([^"]*)"', answer.text)


def test_files_that_were_not_read_stand_below_the_reports_with_their_reason(desk, monkeypatch):
    held = {
        "file": "2022/扫描件.pdf",
        "status": "quarantined",
        "page": 1,
        "reason": "no text layer",
        "reason_zh": "没有文字层",
    }

    class Asked:
        def rows(self, name: str) -> list[dict]:
            assert name == "book/outside"
            return [held, held | {"file": "旧.pdf", "status": "read"}]

    assert overview.not_read(Asked()) == [held]
    assert "Not read, not judged" not in desk.get("/reports?language=en").text
    monkeypatch.setattr(overview, "not_read", lambda _: [held])
    page = desk.get("/reports").text
    assert "2022/扫描件.pdf" in page
    assert "没有文字层" in page
    assert "扫描件" not in desk.get("/reports?year=2024").text
