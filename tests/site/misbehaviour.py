"""What servers do wrong, one path a misbehaviour, and what must become of each.

Every case is an article path that the section page names. `outcome` is the link's state, with its
reason after a colon. Good articles in odd clothes are cases too: their text must be stored exact.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Protocol

import brotli
from news_content import Story, make_stories
from news_server import Answer, NewsServer, Route

SECTION = "/section/tech/"
HOUR = {"Retry-After": "1"}


@dataclass(frozen=True)
class Case:
    """One path, what it answers, and what must become of its link."""

    name: str
    route: Route
    outcome: str
    most_requests: int = 2
    also: dict[str, Route] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"/2026/11/{self.name}"


def page(story: Story, *, head: str = "", charset: str = "utf-8", meta: bool = True) -> bytes:
    """A plain article page of a story."""
    declared = f'<meta charset="{charset}">' if meta else ""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    html = (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head>{declared}'
        f"<title>{escape(story.title)} | راصد</title>"
        f'<meta property="og:title" content="{escape(story.title)}">{head}</head><body>'
        f'<header><nav><a href="/">الرئيسية</a></nav></header><main><article>'
        f"<h1>{escape(story.title)}</h1>"
        f'<time datetime="{story.published.isoformat()}">{story.published:%d/%m/%Y}</time>'
        f"<div class=entry-content>{paragraphs}</div></article></main></body></html>"
    )
    return html.encode(charset, "replace")


def html(body: bytes, *, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body, headers=named, content_type=kind)


def raw(head: str, body: bytes) -> Answer:
    return Answer(raw=head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)


def deflated_bomb(megabytes: int) -> bytes:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"<p>" + b" " * (1 << 20)
    return b"".join(squeeze.compress(block) for _ in range(megabytes)) + squeeze.flush()


def stories() -> dict[str, Story]:
    """One story for each case, by name."""
    made = make_stories(23, {"tech": len(NAMES)})
    return dict(zip(NAMES, made, strict=True))


def cases(server: NewsServer, canary: NewsServer) -> list[Case]:
    """All cases, for a server and a neighbour on another port that must never be asked."""
    by_name = stories()

    def body(name: str, **how: object) -> bytes:
        return page(by_name[name], **how)  # type: ignore[arg-type]

    def good(name: str, answer: Route, **more: object) -> Case:
        return Case(name, answer, "stored", **more)  # type: ignore[arg-type]

    def to(location: str, status: int = 302) -> Answer:
        return Answer(status=status, headers={"Location": location})

    return [
        # charset and coding: all of these are good articles
        good("plain", html(body("plain"))),
        good("windows-1256-header", html(body("windows-1256-header", charset="windows-1256",
             meta=False), kind="text/html; charset=windows-1256")),
        good("windows-1256-meta", html(body("windows-1256-meta", charset="windows-1256"),
             kind="text/html")),
        good("windows-1256-undeclared", html(body("windows-1256-undeclared",
             charset="windows-1256", meta=False), kind="text/html")),
        good("utf-8-undeclared", html(body("utf-8-undeclared", meta=False), kind="text/html")),
        good("utf-8-bom", html(b"\xef\xbb\xbf" + body("utf-8-bom", meta=False),
             kind="text/html; charset=windows-1256")),
        good("utf-16", html(b"\xff\xfe" + body("utf-16", charset="utf-16-le", meta=False),
             kind="text/html")),
        good("no-content-type", Answer(body("no-content-type"), content_type=None)),
        good("gzip", html(gzip.compress(body("gzip")), Content_Encoding="gzip")),
        good("deflate", html(zlib.compress(body("deflate")), Content_Encoding="deflate")),
        good("deflate-raw", html(zlib.compress(body("deflate-raw"), wbits=-15),
             Content_Encoding="deflate")),
        good("brotli", html(brotli.compress(body("brotli")), Content_Encoding="br")),
        good("in-pieces", Answer(pieces=[body("in-pieces")[:700], body("in-pieces")[700:]],
             pause_s=0.2)),
        good("no-length", raw("HTTP/1.0 200 OK\nContent-Type: text/html; charset=utf-8",
             body("no-length"))),
        good("bad-header-line", raw(
             f"HTTP/1.1 200 OK\nthis is no header\nContent-Type: text/html; charset=utf-8\n"
             f"Content-Length: {len(body('bad-header-line'))}", body("bad-header-line"))),
        good("slow-but-fine", Answer(body("slow-but-fine"), wait_s=0.8)),
        good("flaky-503", flaky(Answer("busy", 503, HOUR), html(body("flaky-503")))),
        good("flaky-500", flaky(Answer("oops", 500), html(body("flaky-500")))),
        good("ends-early", raw("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 90000",
             body("ends-early"))),
        good("no-last-chunk", raw("HTTP/1.1 200 OK\nContent-Type: text/html\n"
             "Transfer-Encoding: chunked", f"{len(body('no-last-chunk')):x}\r\n".encode()
             + body("no-last-chunk") + b"\r\n")),
        # status
        Case("not-found", Answer("<h1>no</h1>", 404), "gone:gone", 1),
        Case("gone", Answer("<h1>gone</h1>", 410), "gone:gone", 1),
        Case("forbidden", Answer("no", 403), "failed:http-error", 1),
        Case("login", Answer("no", 401), "rejected:http-error", 1),
        Case("legal", Answer("no", 451), "rejected:http-error", 1),
        Case("teapot", Answer("no", 418), "failed:http-error", 1),
        Case("error-500", Answer("no", 500), "failed:http-error"),
        Case("error-502", Answer("no", 502), "failed:http-error"),
        Case("no-content", Answer(b"", 204), "failed:http-error", 1),
        # time and connection
        # each of two tries asks again where it was made over a kept connection
        Case("never-answers", Answer(b"", wait_s=14), "failed:timeout", 4),
        Case("slow-drip", Answer(pieces=[b"<html>"] + [b" "] * 140, pause_s=0.1),
             "failed:timeout"),
        Case("hangs-up", Answer(raw=b""), "failed:connection", 4),
        Case("not-http", Answer(raw=b"SSH-2.0-OpenSSH_9.2\r\n"), "failed:connection", 4),
        Case("cut-off", raw("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 90000",
             body("cut-off")[:-300]), "failed:truncated"),
        Case("cut-off-chunk", raw("HTTP/1.1 200 OK\nContent-Type: text/html\n"
             "Transfer-Encoding: chunked", b"fff\r\n<html><body>half"), "failed:truncated"),
        Case("cut-off-gzip", html(gzip.compress(b"<html>")[:9], Content_Encoding="gzip"),
             "failed:truncated"),
        # size
        Case("too-large", html(b"<html>" + b"x" * 3_000_000), "rejected:too-large", 1),
        Case("too-large-unsaid", Answer(pieces=[b"x" * 500_000] * 8), "rejected:too-large", 1),
        Case("bomb-gzip", html(deflated_bomb(64), Content_Encoding="gzip"),
             "rejected:too-large", 1),
        Case("bomb-brotli", html(brotli.compress(b" " * (64 << 20), quality=5),
             Content_Encoding="br"), "rejected:too-large", 1),
        Case("empty", html(b""), "failed:empty", 1),
        # kinds
        Case("pdf", html(b"%PDF-1.7 ...", kind="application/pdf"), "rejected:not-html", 1),
        Case("image", html(b"\x89PNG\r\n", kind="image/png"), "rejected:not-html", 1),
        Case("pdf-as-html", html(b"%PDF-1.7\n" + b"0 obj " * 400), "rejected:not-html", 1),
        Case("zip-as-html", html(b"PK\x03\x04" + b"\x00" * 900), "rejected:not-html", 1),
        # redirects
        good("moved", to("/moved-here"), also={"/moved-here": html(body("moved"))}),
        Case("to-home", to("/"), "gone:redirected-away", 1),
        Case("to-section", to(SECTION), "gone:redirected-away", 1),
        Case("loop", to("/2026/11/loop"), "rejected:redirect-loop", 9),
        Case("endless", to("/away/1"), "rejected:redirect-loop", 1, {
            f"/away/{n}": to(f"/away/{n + 1}") for n in range(1, 12)}),
        Case("to-other-port", to(canary.url("/x")), "rejected:redirected-away", 1),
        Case("to-metadata", to("http://169.254.169.254/latest/meta-data/"),
             "rejected:redirected-away rejected:private-address", 1),
        Case("to-odd-loopback", to(f"http://2130706433:{canary.port}/x"),
             "rejected:redirected-away rejected:private-address", 1),
        Case("to-mapped", to(f"http://[::ffff:127.0.0.1]:{canary.port}/x"),
             "rejected:redirected-away rejected:private-address", 1),
        Case("to-localhost", to(f"http://localhost:{canary.port}/x"),
             "rejected:redirected-away rejected:private-address", 1),
        Case("to-file", to("file:///etc/passwd"), "failed:http-error rejected:bad-url "
             "rejected:http-error", 1),
        Case("no-location", Answer(status=302), "failed:http-error rejected:http-error", 1),
    ]  # fmt: skip


def flaky(first: Answer, then: Answer) -> Route:
    """Fails the first time."""
    seen: list[object] = []

    def route(asked: object) -> Answer:
        seen.append(asked)
        return first if len(seen) == 1 else then

    return route


NAMES = (
    "plain", "windows-1256-header", "windows-1256-meta", "windows-1256-undeclared",
    "utf-8-undeclared", "utf-8-bom", "utf-16", "no-content-type", "gzip", "deflate", "deflate-raw",
    "brotli", "in-pieces", "no-length", "bad-header-line", "slow-but-fine", "flaky-503",
    "flaky-500", "ends-early", "no-last-chunk", "not-found", "gone", "forbidden", "login", "legal",
    "teapot", "error-500", "error-502", "no-content", "never-answers", "slow-drip", "hangs-up",
    "not-http", "cut-off", "cut-off-chunk", "cut-off-gzip", "too-large", "too-large-unsaid",
    "bomb-gzip", "bomb-brotli", "empty", "pdf", "image", "pdf-as-html", "zip-as-html", "moved",
    "to-home", "to-section", "loop", "endless", "to-other-port", "to-metadata", "to-odd-loopback",
    "to-mapped", "to-localhost", "to-file", "no-location",
)  # fmt: skip
"""The cases' names, in the order of `cases`: one story each."""


class Named(Protocol):
    """A case: of these or of tests/site/hostile_pages."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> str: ...


def section_page(found: Iterable[Named], by_name: Mapping[str, Story]) -> Answer:
    """The section page that names every case."""
    cards = "".join(
        f'<article class="card"><h2><a href="{case.path}">{escape(by_name[case.name].title)}</a>'
        f"</h2><time>{by_name[case.name].published:%Y-%m-%d}</time><p>"
        f"{escape(by_name[case.name].paragraphs[0][:80])}</p></article>"
        for case in found
    )
    return Answer(
        '<!DOCTYPE html><html lang="ar"><head><title>تقنية</title></head><body><main>'
        f"<h1>تقنية</h1><div class=list>{cards}</div></main></body></html>"
    )
