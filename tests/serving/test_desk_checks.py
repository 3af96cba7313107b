"""Checking a PDF at the desk: what is taken, what is refused, that it waits its turn, and that nothing of it stays."""

import io
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipelines.formats import may_be_read
from pipelines.serving.desk import checking, checks
from pipelines.serving.desk.application import app
from pipelines.serving.desk.checks import Checks, Full, plain_name
from pipelines.serving.guard import names
from pipelines.settings import Places

BASE = "http://127.0.0.1:3002"
OURS = {"origin": BASE}
PDF = b"%PDF-1.7\n%none"
PATIENCE = 10_000
"""Looks until a test gives up."""


@pytest.fixture(scope="module")
def desk(small: Places) -> Iterator[TestClient]:
    with TestClient(app(small, names(3002)), base_url=BASE) as client:
        yield client


def sent(desk: TestClient, **files: tuple[str, bytes]) -> str:
    """Hand files over; the address of the check."""
    answer = desk.post("/check", files=files, headers=OURS, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def waited(desk: TestClient, address: str) -> str:
    """The page of a check that waits no more."""
    for _ in range(PATIENCE):
        if 'http-equiv="refresh"' not in (page := desk.get(address).text):
            return page
        time.sleep(0.2)
    raise AssertionError("the check does not end")


def test_a_report_is_checked_beside_last_years_and_forgotten(desk, small):
    folder = small.raw
    address = sent(
        desk,
        report=("../2024 民政局.pdf", (folder / "2024" / "民政局.pdf").read_bytes()),
        previous=("民政局.pdf", (folder / "2023" / "民政局.pdf").read_bytes()),
    )
    page = waited(desk, address)
    assert "5,346.43" in page
    assert 'class="finding' in page
    evidence = desk.get(f"{address}/page.html")
    assert "data:image/webp" in evidence.text
    policy = evidence.headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy
    assert "allow-same-origin" not in policy
    [pdf] = set(re.findall(r'href="(report/[^"#]+)', evidence.text))
    assert desk.get(f"{address}/{pdf}").content == (folder / "2024" / "民政局.pdf").read_bytes()
    assert desk.get(f"{address}/report/..%2f..%2fpage.html").status_code == 404
    saved = desk.get(f"{address}/page.html?save=1").headers["content-disposition"]
    assert saved.startswith("attachment")
    forgotten = desk.post(f"{address}/forget", headers=OURS, data={"a": "b"}, follow_redirects=False)
    assert forgotten.status_code == 303
    assert forgotten.headers["set-cookie"].startswith("removed="), (
        "a cookie has the browser forget the page behind its back button"
    )
    assert desk.get(address).status_code == desk.get(f"{address}/page.html").status_code == 404


def test_what_cannot_be_checked_is_told_without_paths_of_this_machine(desk, monkeypatch):
    code = "import sys; sys.exit(sys.argv[1] + ': it has no page')"
    monkeypatch.setattr(
        checks, "command", lambda check: [sys.executable, "-c", code, str(check.folder / "report" / check.name)]
    )
    page = waited(desk, sent(desk, report=("<b>a.pdf", PDF)))
    assert "未能核对" in page
    assert re.search(r"[> ]_b_a\.pdf: it has no page", page), "nor folders of ours"
    assert "/tmp" not in page


WEB = b"<html><script>alert(1)</script><table></table></html>"


def test_a_report_that_is_no_pdf_is_taken_and_never_shown_by_the_desk(desk, monkeypatch):
    """A web page that is handed over would run as one of our own."""
    monkeypatch.setattr(checks, "command", lambda check: [sys.executable, "-c", "print('{}')"])
    for name in ("a.html", "a.xlsx"):
        address = sent(desk, report=(name, WEB))
        waited(desk, address)
        answer = desk.get(f"{address}/report/{name}")
        assert answer.content == WEB
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_files_of_one_account_are_handed_to_one_check(desk, monkeypatch):
    code = "import json, pathlib, sys; print(json.dumps({p.name: p.read_text() for p in map(pathlib.Path, sys.argv[1:]) if p.is_file()}))"
    told, own = [], checks.command
    monkeypatch.setattr(checks, "command", lambda check: [sys.executable, "-c", code, *own(check)[5:]])
    monkeypatch.setattr(Checks, "_take", lambda _, check, out, __: told.append((check.name, json.loads(out))))
    one, other = ("report", ("附表.html", WEB)), ("report", ("a/附表.html", WEB + b"b"))
    answer = desk.post("/check", files=[one, other], headers=OURS, follow_redirects=False)
    waited(desk, answer.headers["location"])
    assert told == [("附表.html + 附表.html", {"附表.html": WEB.decode(), "1_附表.html": (WEB + b"b").decode()})]
    years = [one, ("previous", ("a.html", WEB)), ("previous", ("b.html", WEB))]
    assert desk.post("/check", files=years, headers=OURS, follow_redirects=False).status_code == 400


REFUSED = {
    "空.pdf": (b"", "是空文件（0 字节）", "is an empty file"),
    "照片.pdf": (b"\xff\xd8\xff\xe0" + b"a" * 50, "的内容是图片", "holds a picture"),
    "note.txt": (b"final account", "的内容不是能读的格式", "whatever its name says"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_file_is_instead_is_told_with_the_way_back_to_the_form(desk, name):
    content, zh, en = REFUSED[name]
    answer = desk.post("/check", files={"report": (name, content)}, headers=OURS)
    assert answer.status_code == 415
    assert f"“{name}”{zh}" in answer.text
    assert en in answer.text
    assert '<a href="/check"><span class="zh" lang="zh-CN">重新选择文件' in answer.text


def test_too_many_files_are_told_in_both_languages(desk):
    answer = desk.post("/check", files=[("report", (f"{n}.pdf", PDF)) for n in range(12)], headers=OURS)
    assert answer.status_code == 400
    assert "一次最多 10 个文件" in answer.text
    assert "At most 10 files" in answer.text


DONE = {
    "judged": 12, "not_judged": 5, "compared_with_last_year": False, "unread_forms": ["T3"], "numbers": 9, "numbers_judged": 7,
    "doubts": [{"page": 7, "sheet": "", "member": "", "zh": "第7页未核对：没读出", "en": "page 7: not checked"}],
    "by_duty": [{"reasons": {"reading in doubt: T3": 3, "no report of the year before": 1}}, {"reasons": {"reading in doubt: T3, T5": 1}}],
}  # fmt: skip


@pytest.mark.parametrize("is_read", [False, True])
def test_nothing_found_is_never_said_without_what_was_not_judged_and_why(desk, monkeypatch, is_read):
    done = DONE | ({"unread_forms": [], "doubts": []} if is_read else {})
    said = json.dumps({"findings": [], "checked": done})
    monkeypatch.setattr(checks, "command", lambda check: [sys.executable, "-c", f"print({said!r})"])
    page = waited(desk, sent(desk, report=("a.pdf", PDF)))
    text = re.sub(r"\s+", " ", re.sub(r"<span class=\"en\".*?</span>|<[^>]+>", "", page.partition("<main")[2]))
    assert "判断了 12 项勾稽关系，另有 5 项无法判断" in text
    assert "没有上年报告 1" in text
    assert "其余 2 个印错也不会被发现" in text
    assert "没有给上年报告，未与上年比较" in text
    assert ("能判断的部分没有发现" in text) and ("读准、能判断" in text) is not is_read
    assert ("第7页未核对：没读出" in text) is not is_read
    assert ("没有读准、未作判断的表：T3 支出决算表" in text) is not is_read


def test_each_finding_leads_to_its_place_on_the_evidence_page(desk, small):
    report = (small.raw / "2024" / "民政局.pdf").read_bytes()
    address = sent(desk, report=("民政局.pdf", report))
    led = re.findall(rf'href="{address}/page.html#(\w[^"]*)"', waited(desk, address))
    evidence = desk.get(f"{address}/page.html").text
    assert led
    assert [key for key in led if f'id="{key}"' not in evidence] == []


def test_reports_that_are_several_are_told_without_options_of_a_command(desk, small):
    both = [("report", (name, (small.raw / "2024" / name).read_bytes())) for name in ("民政局.pdf", "教育局.pdf")]
    answer = desk.post("/check", files=both, headers=OURS, follow_redirects=False)
    page = waited(desk, answer.headers["location"])
    assert "这是几份不同的报告" in page
    assert "--" not in re.sub(r"<!--.*?-->", "", page.partition("<main")[2])


@pytest.mark.parametrize(
    ("head", "taken"),
    [(PDF, True), (b"PK\x03\x04", True), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True), (WEB, True), (b"a,b\n1,2", False), (b"", False)],
)  # fmt: skip
def test_what_may_be_read_is_told_by_its_first_bytes(head, taken):
    assert may_be_read(head) is taken


def test_only_reports_of_a_size_are_taken_and_from_our_own_page_alone(desk, monkeypatch):
    def status(headers: dict, **files: tuple[str, bytes]) -> int:
        return desk.post("/check", files=files, headers=headers, follow_redirects=False).status_code

    assert status(OURS, report=("a.pdf", b"no pdf at all")) == 415
    assert status(OURS, previous=("a.pdf", PDF)) == 400
    assert status({}, report=("a.pdf", PDF)) == 403
    assert status({"origin": "http://evil.example"}, report=("a.pdf", PDF)) == 403
    monkeypatch.setattr(checking, "LARGEST", 100)
    assert status(OURS, report=("a.pdf", PDF + b" " * 100)) == 413
    assert status(OURS, report=("a.pdf", PDF + b" " * (2 << 20))) == 413


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd.pdf"), ("C:\\报告\\2024年度部门决算.pdf", "2024年度部门决算.pdf"), ("", "report.pdf"),
        ("附表.XLSX", "附表.XLSX"), ("a.html.exe", "a.html.exe.pdf"), ("-rf.pdf", "-rf.pdf"), (".pdf", "pdf.pdf"), ("a\x00\n<b>.pdf", "a___b_.pdf"), ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)  # fmt: skip
def test_a_file_has_a_plain_name(name, plain):
    assert plain_name(name) == plain


def test_what_a_check_writes_meanwhile_lies_with_its_files(tmp_path):
    check = checks.Check(key="a", name="a.pdf", folder=tmp_path, language="en")
    for kind in (checks.REPORT, checks.PREVIOUS):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / "a.pdf").touch()
    told = checks.command(check)
    assert told[:2] == ["env", f"TMPDIR={tmp_path}"]
    assert str(tmp_path / "report" / "a.pdf") in told
    assert f"--previous={tmp_path / 'previous' / 'a.pdf'}" in told
    assert "--language=en" in told


@pytest.fixture
def queue(monkeypatch) -> Iterator[Checks]:
    """A queue whose command waits until a file lies beside the report, then says an empty object."""
    code = "import sys, time, pathlib\np = pathlib.Path(sys.argv[1])\nwhile not (p / 'go').exists(): time.sleep(.02)\nprint('{\"a\": 1}')"
    monkeypatch.setattr(checks, "command", lambda check: [sys.executable, "-c", code, str(check.folder)])
    made = Checks()
    yield made
    made.end()


def handed(queue: Checks) -> checks.Check:
    return queue.hand_over({checks.REPORT: [("a.pdf", io.BytesIO(PDF))]}, "zh")


def until(holds) -> None:
    """Wait until something holds: minutes, as no machine takes that long."""
    for _ in range(PATIENCE):
        if holds():
            return
        time.sleep(0.02)
    raise AssertionError("it does not come to hold")


def test_checks_wait_their_turn_and_too_many_are_refused(queue, monkeypatch):
    first, second = handed(queue), handed(queue)
    until(lambda: first.state == "running")
    assert (second.state, queue.before(second)) == ("waiting", 1)
    monkeypatch.setattr(checks, "MOST_WAITING", 1)
    with pytest.raises(Full):
        handed(queue)
    (first.folder / "go").touch()
    (second.folder / "go").touch()
    until(lambda: second.state == "done")
    assert first.state == "done"
    assert second.values == {"a": 1}


def test_nothing_stays(queue, monkeypatch):
    first, second = handed(queue), handed(queue)
    until(lambda: first.state == "running")
    queue.forget(first)
    until(lambda: second.state == "running")
    assert queue.get(first.key) is None
    (second.folder / "go").touch()
    until(lambda: second.state == "done")
    until(lambda: not first.folder.exists())
    monkeypatch.setattr(queue, "_kept", -1.0)
    assert queue.get(second.key) is None
    assert not second.folder.exists()
    folder: Path = first.folder.parent
    third = handed(queue)
    queue.end()
    assert not folder.exists()
    assert third.state != "done"


def test_what_is_old_goes_though_nobody_asks_for_a_page(monkeypatch):
    """A draft that was checked on a Friday does not lie there until somebody comes by on Monday."""
    monkeypatch.setattr(checks, "command", lambda check: [sys.executable, "-c", "print('{\"a\": 1}')"])
    monkeypatch.setattr(checks, "SWEEP_SECONDS", 0.05)
    made = Checks(kept=0.0)
    check = handed(made)
    until(lambda: not check.folder.exists())
    made.end()


def test_a_file_that_cannot_be_kept_waits_for_nobody(queue, monkeypatch):
    """A disk that is full: neither the check nor what was written of its file stays, and the next one has its turn."""

    def write(content: io.BytesIO, file: io.BytesIO) -> None:
        file.write(content.read(4))
        raise OSError(28, "No space left on device")

    folder = Path(queue._folder)
    with monkeypatch.context() as full:
        full.setattr(checks.shutil, "copyfileobj", write)
        full.setattr(checks, "MOST_WAITING", 1)
        for _ in range(2):
            with pytest.raises(OSError, match="No space"):
                handed(queue)
    assert list(folder.iterdir()) == []
    one = handed(queue)
    (one.folder / "go").touch()
    until(lambda: one.state == "done")


def test_a_check_that_takes_too_long_is_ended(queue, monkeypatch):
    monkeypatch.setattr(queue, "_seconds", 0.2)
    one = handed(queue)
    until(lambda: one.state == "refused")
    assert "0.2 s" in one.refusal
