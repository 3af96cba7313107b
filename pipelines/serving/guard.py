"""Guard: who may speak to a server of ours, and how: a thin layer before any ASGI application.

Belongs here: which requests are refused and with which sentence, the headers every answer bears. Does not belong here:
what is served (pages, the Dagster UI), starting and ending servers (listening, household).

Any web page that a user opens can have the browser send requests to 127.0.0.1. It can not have it lie about where they
come from: Host is the name the page asked for, Origin and Sec-Fetch-Site say which page asks. What changes something
has to come as a POST of JSON, which no page may send elsewhere unasked, or as a form of a page that says it is ours.
"""

from dataclasses import KW_ONLY, dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

OWN = ("127.0.0.1", "localhost", "[::1]")
"""What this machine calls itself."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Said with every answer, unless the application says otherwise: no page elsewhere frames it, reads it or learns of it."""
_READING = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: an HTTP status and a sentence in both languages; allow: the methods that are answered."""

    status: int
    why: str
    allow: str = ""


HOST = Refusal(421, "本服务只认本机地址，见 docs/security.md / This server answers to the names of this machine alone.")
ORIGIN = Refusal(403, "别的网页不得访问本服务 / No other web page may speak to this server.")
SITE = Refusal(
    403,
    "别的网页不得访问本服务；请在地址栏输入地址 / No other web page leads here: type the address into the address bar.",
)
METHOD = Refusal(405, "本服务只接受 GET、HEAD 和 POST / Only GET, HEAD and POST are answered here.", "GET, HEAD, POST")
QUESTION = Refusal(405, "此处的请求须用 POST 与 JSON 提出 / What is asked here is asked by POST, as JSON.", "POST")
CONTENT = Refusal(415, "POST 的内容须是 application/json / What is posted here has to be application/json.")
FORM = Refusal(403, "表单须从本服务的网页提交 / A form has to be sent from a page of this server.")
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class HostNames:
    """Under which names a server is known: its hosts (name and port), the origins of its pages, whether a proxy shows it."""

    hosts: frozenset[str]
    origins: frozenset[str]
    is_public: bool


def names(port: int, public: str = "") -> HostNames:
    """The names of a server on a port of loopback; public: the address at which a proxy shows it, if one does."""
    own = [f"{name}:{port}" for name in OWN]
    shown = urlsplit(public)
    hosts = frozenset([*own, shown.netloc.lower()] if shown.netloc else own)
    origins = {f"http://{host}" for host in own} | (
        {f"{shown.scheme}://{shown.netloc}".lower()} if shown.netloc else set()
    )
    return HostNames(hosts, frozenset(origins), bool(shown.netloc) and shown.netloc.lower() not in own)


@dataclass(frozen=True, slots=True)
class Guard:
    """An ASGI application that hands on only what comes from its own pages, or from a person or a program at this desk.

    posted: paths that are asked by POST alone, though the application would take a question in the address; forms: how paths
    begin that take the forms of our own pages, whose Origin a browser always names; policy: the content security policy of
    every answer, beside the application's own.
    """

    app: ASGIApp
    names: HostNames
    posted: frozenset[str] = frozenset()
    _: KW_ONLY
    policy: str = "frame-ancestors 'none'"
    forms: tuple[str, ...] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif refusal := self.refusal(scope):
            await _refuse(refusal, scope)(scope, receive, self._seal(send))
        else:
            await self.app(scope, receive, self._seal(send))

    def refusal(self, scope: Scope) -> Refusal | None:
        """Why a request is refused; None for one that is answered."""
        headers = Headers(scope=scope)
        origins = headers.getlist("origin")
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self.names.hosts:
            return HOST
        if not self.names.origins.issuperset(origins) or (scope["type"] == "websocket" and not origins):
            return ORIGIN
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and not self._is_link(headers):
            return SITE
        return self._not_so(scope, headers) if scope["type"] == "http" else None

    def _is_link(self, headers: Headers) -> bool:
        """Whether a person followed a link to a page of ours: from the other server at this desk, from anywhere by a proxy."""
        near = headers["sec-fetch-site"] == "same-site" or self.names.is_public
        return near and headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"

    def _not_so(self, scope: Scope, headers: Headers) -> Refusal | None:
        """What is wrong with how a request asks, whoever asks."""
        if scope["method"] in _READING:
            return QUESTION if scope["query_string"] and scope["path"] in self.posted else None
        if scope["method"] != "POST":
            return METHOD
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind in _FORMS and scope["path"].startswith(self.forms):
            return None if "origin" in headers else FORM
        return None if kind == "application/json" else CONTENT

    def _seal(self, send: Send) -> Send:
        """Send with the headers every answer bears."""

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.append("Content-Security-Policy", self.policy)
            await send(message)

        return sealed


def _refuse(refusal: Refusal, scope: Scope) -> ASGIApp:
    """The answer that refuses."""
    if scope["type"] == "websocket":
        return WebSocketClose(1008, refusal.why)
    return PlainTextResponse(f"{refusal.why}\n", refusal.status, {"Allow": refusal.allow} if refusal.allow else None)
