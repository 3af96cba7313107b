"""The guard: what a page elsewhere can have a browser send is refused, what a person or a program at this desk sends is not."""

import pytest
from starlette.types import Scope

from pipelines.serving import guard

OURS = guard.Guard(None, guard.names(3000), frozenset({"/graphql"}))
SHOWN = guard.Guard(None, guard.names(3000, "https://accounts.example.org/"), frozenset({"/graphql"}))
JSON = {"content-type": "application/json"}
PAGE = {"origin": "http://127.0.0.1:3000", "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}
LINK = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


def scope(method: str = "GET", path: str = "/graphql", query: str = "", **headers: str) -> Scope:
    """A request; a header's name is spelt with underscores, a Host is added where none is given."""
    told = {"host": "127.0.0.1:3000"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return {
        "type": "websocket" if method == "WEBSOCKET" else "http", "method": method, "path": path,
        "query_string": query.encode(), "headers": [(name.encode(), value.encode()) for name, value in told.items()],
    }  # fmt: skip


@pytest.mark.parametrize("host", ["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000"])
def test_the_names_of_this_machine_are_known(host):
    assert OURS.refusal(scope(host=host)) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:3000", "127.0.0.1", "127.0.0.1:3001", "127.0.0.1:3000.evil.example", "localhost",
        "localhost.:3000", "0.0.0.0:3000", "127.1:3000", "", "user@127.0.0.1:3000",
    ],
)  # fmt: skip
def test_any_other_name_is_refused(host):
    assert OURS.refusal(scope(host=host)) == guard.HOST
    assert OURS.refusal(scope("WEBSOCKET", host=host, **PAGE)) == guard.HOST


def test_no_host_and_two_hosts_are_refused():
    none, two = scope(), scope()
    none["headers"] = []
    two["headers"] += [(b"host", b"127.0.0.1:3000")]
    assert (OURS.refusal(none), OURS.refusal(two)) == (guard.HOST, guard.HOST)


def test_what_the_ui_itself_asks_is_answered():
    assert OURS.refusal(scope("POST", query="op=Some", **PAGE, **JSON)) is None
    assert OURS.refusal(scope("POST", **PAGE, content_type="Application/JSON; charset=utf-8")) is None
    assert OURS.refusal(scope("WEBSOCKET", origin="http://127.0.0.1:3000", sec_fetch_site="same-origin")) is None
    assert OURS.refusal(scope(path="/runs", query="a=b", sec_fetch_site="none", **LINK)) is None
    assert OURS.refusal(scope(path="/_next/a.js", sec_fetch_site="same-origin", sec_fetch_dest="script")) is None


def test_a_program_at_this_desk_is_answered():
    assert OURS.refusal(scope("POST", **JSON)) is None
    assert OURS.refusal(scope("HEAD", "/")) is None


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1:3001",
        "https://127.0.0.1:3000",
        "http://127.0.0.1",
        "file://",
        "",
    ],
)
def test_another_origin_is_refused(origin):
    assert OURS.refusal(scope("POST", origin=origin, **JSON)) == guard.ORIGIN
    assert OURS.refusal(scope("GET", "/", origin=origin)) == guard.ORIGIN
    assert OURS.refusal(scope("WEBSOCKET", origin=origin)) == guard.ORIGIN


def test_a_websocket_without_an_origin_is_refused():
    assert OURS.refusal(scope("WEBSOCKET")) == guard.ORIGIN


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
@pytest.mark.parametrize(
    "how", [{"sec-fetch-mode": "no-cors"}, {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}]
)
def test_another_site_is_refused(site, how):
    assert OURS.refusal(scope("GET", "/", sec_fetch_site=site, **how)) == guard.SITE
    assert SHOWN.refusal(scope("GET", "/", sec_fetch_site=site, **how)) == guard.SITE


def test_a_link_leads_here_from_the_other_server_at_this_desk_alone():
    assert OURS.refusal(scope(path="/", sec_fetch_site="same-site", **LINK)) is None
    assert OURS.refusal(scope(path="/", sec_fetch_site="cross-site", **LINK)) == guard.SITE
    assert SHOWN.refusal(scope(path="/", sec_fetch_site="cross-site", **LINK)) is None
    assert OURS.refusal(scope("POST", sec_fetch_site="same-site", **LINK, content_type="text/plain")) == guard.CONTENT


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nothing_is_asked_by_an_address(method):
    assert OURS.refusal(scope(method, query="query=mutation{a}", **PAGE)) == guard.QUESTION
    assert OURS.refusal(scope(method, query="query={version}")) == guard.QUESTION
    assert OURS.refusal(scope(method, accept="text/html")) is None


@pytest.mark.parametrize(
    "kind",
    [
        "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "application/graphql",
        "text/plain; a=application/json", "application/json-patch", "text/plain;application/json",
    ],
)  # fmt: skip
def test_what_is_posted_is_json(kind):
    assert OURS.refusal(scope("POST", **PAGE, content_type=kind)) == guard.CONTENT
    assert OURS.refusal(scope("POST", "/report_asset_materialization/a", content_type=kind)) == guard.CONTENT


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused(method):
    assert OURS.refusal(scope(method, **PAGE, **JSON)) == guard.METHOD


def test_the_address_of_a_proxy_is_known_where_it_is_named():
    there = {"host": "accounts.example.org", "origin": "https://accounts.example.org", "sec-fetch-site": "same-origin"}
    assert SHOWN.refusal(scope("POST", **there, **JSON)) is None
    assert SHOWN.refusal(scope("POST", **(there | {"host": "127.0.0.1:3000"}), **JSON)) is None
    assert SHOWN.refusal(scope("POST", **(there | {"origin": "http://accounts.example.org"}), **JSON)) == guard.ORIGIN
    assert OURS.refusal(scope("POST", **there, **JSON)) == guard.HOST
    assert not guard.names(3000, "http://127.0.0.1:3000").is_public


FORM = {"content-type": "multipart/form-data; boundary=a"}


def test_a_form_is_taken_from_a_page_of_ours_alone_and_only_where_forms_are():
    desk = guard.Guard(None, guard.names(3000), forms=("/check",))
    assert desk.refusal(scope("POST", "/check", **PAGE, **FORM)) is None
    assert (
        desk.refusal(scope("POST", "/check/a/forget", **PAGE, content_type="application/x-www-form-urlencoded")) is None
    )
    assert desk.refusal(scope("POST", "/check", **FORM)) == guard.FORM
    assert desk.refusal(scope("POST", "/check", **FORM, origin="http://evil.example")) == guard.ORIGIN
    assert desk.refusal(scope("POST", "/check", **FORM, origin="null")) == guard.ORIGIN
    assert desk.refusal(scope("POST", "/search", **PAGE, **FORM)) == guard.CONTENT
    assert OURS.refusal(scope("POST", "/check", **PAGE, **FORM)) == guard.CONTENT
