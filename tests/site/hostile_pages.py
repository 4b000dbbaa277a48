"""Pages of a site that means harm or is broken, in groups; each row says what must become of it.

A row is a name, the link's state with its reason (several where any of them is right), and how
its answer is made of its story. Rows whose outcome is `stored` must be stored word for word.
"""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import brotli  # type: ignore[import-untyped]
from backports import zstd
from misbehaviour import deflated_bomb, html, page, raw
from news_content import Story, make_stories
from news_server import Answer

Make = Callable[[Story], Answer]
LOST = "failed:truncated failed:connection"
NOT_HTML = "rejected:not-html"


@dataclass(frozen=True)
class Row:
    """One path, what must become of its link, and what it answers."""

    name: str
    outcome: str
    make: Make
    also: Mapping[str, Answer] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"/2026/11/{self.name}"


def _moved(location: str, status: int = 302) -> Make:
    return lambda story: Answer(status=status, headers={"Location": location})


def _status(code: int) -> Make:
    return lambda story: Answer("<h1>no</h1>", code)


def _bytes(body: bytes, kind: str = "text/html; charset=utf-8") -> Make:
    return lambda story: Answer(body, content_type=kind)


def _inner(text: str, title: str = "عنوان صفحة") -> Make:
    return lambda story: Answer(
        f'<!DOCTYPE html><html lang="ar"><head><title>{title}</title></head><body>{text}</body>'
        "</html>"
    )


def _coded(code: Callable[[bytes], bytes], name: str) -> Make:
    return lambda story: html(code(page(story)), Content_Encoding=name)


def _with(before: bytes, after: bytes = b"") -> Make:
    """A good page with something before its end tag, or after it."""

    def make(story: Story) -> Answer:
        return html(page(story).replace(b"</body>", before + b"</body>") + after)

    return make


def _head(text: str) -> Make:
    return lambda story: html(page(story, head=text))


def _raw(head: str, body: Callable[[bytes], bytes] = lambda body: body) -> Make:
    """A raw response; N in the head is the length of the page."""

    def make(story: Story) -> Answer:
        whole = page(story)
        return raw(head.replace("=N=", str(len(whole))), body(whole))

    return make


OK = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nConnection: close"


def _bytewise(body: bytes) -> bytes:
    return b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"


def _chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def charset() -> list[Row]:
    def to(codec: str, kind: str, meta: bool = False, before: bytes = b"") -> Make:
        return lambda story: Answer(
            before + page(story, charset=codec, meta=meta), content_type=kind
        )

    late = f"<!-- {'x' * 3000} -->"
    return [
        Row("cp1256-alias", "stored", to("cp1256", "text/html; charset=cp1256")),
        Row("charset-quoted", "stored", to("cp1256", 'text/html; charset="windows-1256"')),
        Row("charset-upper", "stored", to("utf-8", "TEXT/HTML; CHARSET=UTF8")),
        Row("charset-unknown", "stored", to("utf-8", "text/html; charset=x-none", True)),
        Row("charset-latin-but-utf-8", "stored", to("utf-8", "text/html; charset=iso-8859-1")),
        Row("charset-utf-7", "stored", to("utf-8", "text/html; charset=utf-7", True)),
        Row("charset-twice", "stored", to("utf-8", "text/html; charset=utf-8; charset=cp1256")),
        Row("utf-16-be", "stored", to("utf-16-be", "text/html", before=b"\xfe\xff")),
        Row("gb18030", "stored", to("gb18030", "text/html; charset=gb18030")),
        Row("late-meta", "stored", lambda story: Answer(
            page(story, charset="cp1256").replace(b"<head>", b"<head>" + late.encode()),
            content_type="text/html")),
        Row("http-equiv", "stored", lambda story: Answer(
            page(story, charset="cp1256", meta=False, head='<meta http-equiv="content-type" '
                 'content="text/html; charset=windows-1256">'), content_type="text/html")),
        Row("bytes-that-are-no-utf-8", "stored", _with(b"<!-- \xff\xfe\x80 -->")),
        Row("nul-bytes", "stored", _with(b"\x00\x00<div>\x00</div>")),
        Row("coded-twice", "stored",
            lambda story: html(page(story).decode("latin-1").encode("utf-8"))),
    ]  # fmt: skip


def coding() -> list[Row]:
    def cut(code: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
        return lambda body: code(body)[:-9]

    def squeeze(body: bytes) -> bytes:
        return bytes(brotli.compress(body, quality=4))

    zeros = b"<p>" + b" " * 40_000_000
    return [
        Row("zstd", "stored", _coded(zstd.compress, "zstd")),
        Row("x-gzip", "stored", _coded(gzip.compress, "x-gzip")),
        Row("gzip-upper", "stored", _coded(gzip.compress, "GZIP")),
        Row("identity", "stored", _coded(lambda body: body, "identity")),
        Row("gzip-in-name-alone", "stored", _coded(lambda body: body, "gzip")),
        Row("two-layers", "stored",
            _coded(lambda body: squeeze(gzip.compress(body)), "gzip, br")),
        Row("deflate-that-is-gzip", "stored", _coded(gzip.compress, "deflate")),
        Row("gzip-that-is-zlib", "stored", _coded(zlib.compress, "gzip")),
        Row("gzip-members", "stored", _coded(
            lambda body: gzip.compress(body[:900]) + gzip.compress(body[900:]), "gzip")),
        Row("gzip-with-tail", "stored", _coded(
            lambda body: gzip.compress(body) + b"\x00" * 512, "gzip")),
        Row("gzip-wrong-sum", "failed:truncated", _coded(
            lambda body: gzip.compress(body)[:-8] + b"\x01" * 8, "gzip")),
        Row("gzip-cut", "failed:truncated", _coded(cut(gzip.compress), "gzip")),
        Row("deflate-cut", "failed:truncated", _coded(cut(zlib.compress), "deflate")),
        Row("brotli-cut", "failed:truncated", _coded(cut(squeeze), "br")),
        Row("zstd-cut", "failed:truncated", _coded(cut(zstd.compress), "zstd")),
        Row("unknown-coding", "rejected:undecodable", _coded(lambda body: b"\x01" + body, "sdch")),
        Row("many-layers", "rejected:too-large",
            _coded(gzip.compress, ", ".join(["gzip"] * 400))),
        Row("bomb-deflate", "rejected:too-large", _bomb(lambda: zlib.compress(zeros), "deflate")),
        Row("bomb-zstd", "rejected:too-large", _bomb(lambda: zstd.compress(zeros), "zstd")),
        Row("bomb-nested", "rejected:too-large",
            _bomb(lambda: gzip.compress(deflated_bomb(48)), "gzip, gzip")),
        Row("bomb-zstd-window", "failed:truncated rejected:too-large",
            _bomb(lambda: zstd.compress(zeros, options={
                zstd.CompressionParameter.window_log: 27,
                zstd.CompressionParameter.content_size_flag: 0}), "zstd")),
    ]  # fmt: skip


def _bomb(make: Callable[[], bytes], name: str) -> Make:
    return lambda story: html(make(), Content_Encoding=name)


def status() -> list[Row]:
    again = ["failed:http-error"]
    codes = dict.fromkeys((206, 300, 304, 409, 421, 425, 508, 511, 520, 522, 530, 599), again)
    rows = [Row(f"status-{code}", " ".join(out), _status(code)) for code, out in codes.items()]
    final = [
        Row(f"status-{code}", "rejected:http-error", _status(code)) for code in (402, 405, 406)
    ]
    return [
        *rows,
        *final,
        Row("status-999", "failed:http-error failed:connection", _raw("HTTP/1.1 999 No")),
        Row("changed-on-the-way", "stored", lambda story: Answer(page(story), 203)),
        Row("blank-lines-before", "stored", _raw(f"\n\n{OK}")),
        Row("early-hints", "stored", _raw(f"HTTP/1.1 103 Early Hints\nLink: </x>\n\n{OK}")),
        Row("endless-100", "rejected:too-large",
            _raw("HTTP/1.1 100 Continue\n\n" * 9000 + OK)),
        Row("header-of-8-bits", "stored", _raw(OK + "\nX-\xff: \xfe")),
        Row("no-phrase", "stored", _raw(OK.replace(" OK", ""))),
        Row("bare-line-ends", "stored",
            lambda story: Answer(raw=OK.encode() + b"\n\n" + page(story))),
    ]  # fmt: skip


def wire() -> list[Row]:
    many = "".join(f"\nX-{n}: {n}" for n in range(5_000))
    return [
        Row("many-headers", "rejected:too-large", _raw(OK + many)),
        Row("long-header", "rejected:too-large", _raw(f"{OK}\nX-Long: {'x' * 900_000}")),
        Row("long-status-line", "rejected:too-large", _raw(f"HTTP/1.1 200 {'x' * 900_000}")),
        Row("long-header-that-may-be", "stored", _raw(f"{OK}\nX-Long: {'x' * 20_000}")),
        Row("blank-after-a-name", "stored", _raw(f"{OK}\nX-Odd : one\n: two\nX-(: three")),
        Row("folded-header", "stored", _raw(f"{OK}\nX-Fold: one\n two")),
        Row("chunked", "stored",
            _raw(f"{OK}\nTransfer-Encoding: chunked", _chunked)),
        Row("length-and-chunks", "stored",
            _raw(f"{OK}\nContent-Length: 7\nTransfer-Encoding: chunked", _chunked)),
        Row("chunks-that-no-header-names", "stored", _raw(OK, _chunked)),
        Row("chunk-of-each-byte", "stored",
            _raw(f"{OK}\nTransfer-Encoding: chunked", _bytewise)),
        Row("millions-of-chunks", "rejected:too-large failed:timeout",
            _raw(f"{OK}\nTransfer-Encoding: chunked", lambda body: b"1\r\nx\r\n" * 900_000)),
        Row("bad-chunk-size", LOST,
            _raw(f"{OK}\nTransfer-Encoding: chunked", lambda body: b"zz\r\n" + body)),
        Row("chunk-without-end", "stored",
            _raw(f"{OK}\nTransfer-Encoding: chunked", lambda body: b"fffffff\r\n" + body)),
        Row("no-last-chunk", "stored",
            _raw(f"{OK}\nTransfer-Encoding: chunked", lambda body: _chunked(body)[:-5])),
        Row("unknown-transfer-coding", LOST, _raw(f"{OK}\nTransfer-Encoding: gzip")),
        Row("length-too-long", "stored", _raw(f"{OK}\nContent-Length: 999999")),
        Row("length-too-short", "failed:truncated", _raw(f"{OK}\nContent-Length: 700")),
        Row("answer-after-the-answer", "stored", lambda story: Answer(
            raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
            b"HTTP/1.1 200 OK\r\n\r\n" % (len(page(story)), page(story)))),
        Row("answer-after-a-part", "failed:truncated", lambda story: Answer(
            raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
            b"HTTP/1.1 200 OK\r\n\r\n" % (len(page(story)) - 9, page(story)))),
        Row("transfer-identity", "stored",
            _raw(f"{OK}\nTransfer-Encoding: identity\nContent-Length: =N=")),
        Row("lengths-that-differ", LOST, _raw(f"{OK}\nContent-Length: =N=\nContent-Length: 9")),
        Row("length-negative", LOST, _raw(f"{OK}\nContent-Length: -5")),
        Row("length-no-number", LOST, _raw(f"{OK}\nContent-Length: many")),
        Row("other-version", "stored failed:connection", _raw(OK.replace("1.1", "9.9"))),
        Row("cut-without-length", "failed:truncated",
            _raw(OK, lambda body: body[: len(body) * 2 // 3])),
        Row("end-tags-left-out", "stored", _raw(OK, lambda body: body.replace(
            b"</body></html>", b""))),
        Row("binary-noise", "failed:connection rejected:too-large",
            lambda story: Answer(raw=bytes(range(256)) * 900)),
    ]  # fmt: skip


def timing() -> list[Row]:
    def slowly(pieces: list[bytes], pause_s: float) -> Make:
        return lambda story: Answer(raw=None, pieces=pieces, pause_s=pause_s)

    return [
        Row("stalls-in-the-body", "failed:timeout failed:truncated",
            lambda story: Answer(pieces=_Stalling(page(story)[:400], 9.0))),
        Row("drips", "failed:timeout", slowly([b"<p>x"] * 100, 0.1)),
    ]  # fmt: skip


class _Stalling:
    """The first bytes, and nothing more for a while; the same whenever it is asked for."""

    def __init__(self, first: bytes, wait_s: float) -> None:
        self.first, self.wait_s = first, wait_s

    def __iter__(self) -> Iterator[bytes]:
        yield self.first
        time.sleep(self.wait_s)


def kinds() -> list[Row]:
    """Files of other kinds that call themselves HTML."""
    files = {
        "pdf": b"%PDF-1.7\n%\xe2\xe3", "png": b"\x89PNG\r\n\x1a\n", "gif": b"GIF89a\x01\x00",
        "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF", "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        "zip": b"PK\x03\x04\x14\x00", "rar": b"Rar!\x1a\x07", "7z": b"7z\xbc\xaf\x27\x1c",
        "elf": b"\x7fELF\x02\x01", "ogg": b"OggS\x00\x02", "mp3": b"ID3\x04\x00",
        "wasm": b"\x00asm\x01",
        "mp4": b"\x00\x00\x00\x18ftypmp42", "mp4-long": b"\x00\x00\x00\x2cftypisom",
        "bzip2": b"BZh91AY&SY", "xz": b"\xfd7zXZ\x00", "woff2": b"wOF2\x00\x01",
        "gz": b"\x1f\x8b\x08\x00",
        "ico": b"\x00\x00\x01\x00\x01", "doc": b"\xd0\xcf\x11\xe0\xa1\xb1", "rtf": b"{\\rtf1\\ansi",
        "webm": b"\x1aE\xdf\xa3\x01\x00", "exe": b"MZ\x90\x00\x03",
        "sqlite": b"SQLite format 3\x00", "flac": b"fLaC", "tiff": b"II*\x00", "psd": b"8BPS",
        "swf": b"CWS\x09", "zst": b"\x28\xb5\x2f\xfd", "ttf": b"\x00\x01\x00\x00\x00",
        "bmp": b"BM\x36\x10", "pdf-late": b"\r\n\r\n %PDF-1.4\n", "nothing-known": b"",
    }  # fmt: skip
    noise = bytes(n * 7 % 251 for n in range(1, 3000))
    rows = [Row(f"kind-{name}", NOT_HTML, _bytes(head + noise)) for name, head in files.items()]
    said = {"pdf": "application/pdf", "video": "video/mp4", "css": "text/css",
            "image": "image/webp", "zip": "application/zip"}  # fmt: skip
    rows += [
        Row(
            f"said-{name}",
            f"{NOT_HTML} rejected:no-title rejected:too-short",
            _bytes(b"body{}", kind),
        )
        for name, kind in said.items()
    ]
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
    return [
        *rows,
        Row("kind-tar", NOT_HTML, _bytes(b"a.txt".ljust(257, b"\0") + b"ustar\0" + b"00" * 900)),
        Row("kind-json", NOT_HTML, _bytes(b'{"title": "x", "body": "y"}')),
        Row("kind-json-of-a-page", NOT_HTML, lambda story: Answer(
            b'{"html": "%s", "next": null}' % page(story).replace(b'"', b'\\"'))),
        Row("kind-jsonp-of-a-page", NOT_HTML, lambda story: Answer(
            b'/**/show.page({"html": "%s"});' % page(story).replace(b'"', b'\\"'))),
        Row("kind-text", f"{NOT_HTML} rejected:no-title", _bytes("كلام فقط ".encode() * 200)),
        Row("kind-feed", NOT_HTML, _bytes(feed)),
        Row("kind-svg", NOT_HTML, _bytes(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>')),
        Row("octet-stream", "stored", lambda story: Answer(
            page(story), content_type="application/octet-stream")),
        Row("type-without-meaning", "stored", lambda story: Answer(
            page(story), content_type=';;="')),
        Row("xhtml", "stored", lambda story: Answer(
            page(story), content_type="application/xhtml+xml; charset=utf-8")),
        Row("image-in-name-alone", f"stored {NOT_HTML}", lambda story: Answer(
            page(story), content_type="image/jpeg")),
    ]  # fmt: skip


def content() -> list[Row]:
    entities = '<!DOCTYPE x [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    return [
        Row("soft-404", "rejected:soft-404", _inner("<h1>الصفحة غير موجودة</h1>", "404")),
        Row("soft-404-english", "rejected:soft-404",
            _inner("<h1>Page not found</h1><p>Sorry, we could not find it.</p>", "Page not found")),
        Row("login-wall", "rejected:login-wall", _inner(
            "<h1>تسجيل الدخول</h1><form><input type=text><input type=password></form>",
            "تسجيل الدخول")),
        Row("soft-404-with-others", "rejected:soft-404", _inner(
            "<h1>404 - Not Found</h1>" + "<p><a href=/x>خبر آخر من أخبار اليوم</a></p>" * 40,
            "404")),
        Row("registration-wall", "rejected:login-wall", _inner(
            "<h1>Register to read this article</h1><p>Create a free account to continue reading."
            "</p><form><input type=email><input type=password></form>")),
        Row("cookie-wall", "failed:consent-wall", _inner(
            "<h1>Please enable cookies</h1><p>Your browser must accept cookies.</p>")),
        Row("age-gate", "failed:consent-wall", _inner(
            "<h1>Are you over 18?</h1><p>Only adults may enter.</p><button>Yes</button>")),
        Row("closed-to-a-country", "failed:error-page", _inner(
            "<h1>Unavailable due to legal reasons</h1><p>We recognize you are attempting to access "
            "this website from a country belonging to the European Economic Area.</p>")),
        Row("ware", "rejected:not-article", _inner(
            "<h1>ساعة ذكية</h1><p>ساعة جيدة للعمل والبيت. السعر 19 دينارا.</p>"
            """<script type="application/ld+json">{"@type": "Product"}</script>""")),
        Row("consent-wall", "failed:consent-wall rejected:too-short rejected:no-body",
            _inner("<h1>Before you continue</h1><p>We use cookies</p><button>Accept all</button>",
                   "Before you continue")),
        Row("consent-wall-arabic", "failed:consent-wall", _inner(
            "<h1>نحن نهتم بخصوصيتك</h1><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتخزين "
            "المعلومات على جهازك ومعالجة البيانات الشخصية.</p><button>قبول الكل</button>")),
        Row("video", "rejected:not-article", _inner(
            "<h1>لحظة إطلاق الصاروخ</h1><video src=/v.mp4></video><p>شاهد لحظة الإطلاق صباح "
            """اليوم.</p><script type="application/ld+json">{"@type": "VideoObject"}</script>""")),
        Row("ad-blocker", "failed:consent-wall", _inner(
            "<h1>Ad blocker detected</h1><p>We have detected that you are using an ad blocker. Our "
            "journalism is paid for by advertising. Please turn it off and load the page again.")),
        Row("old-browser", "failed:error-page", _inner(
            "<h1>Your browser is not supported</h1><p>Please upgrade to the latest version of your "
            "browser to continue reading this site.</p>")),
        Row("server-without-a-site", "rejected:not-article", _inner(
            "<h1>It works!</h1><p>This is the default welcome page used to test the operation of "
            "the Apache2 server after its installation. Replace this file before going on.</p>",
            "Apache2 Debian Default Page: It works")),
        Row("site-to-be-set-up", "rejected:not-article", _inner(
            "<h1>Welcome</h1><p>Welcome to the famous five-minute installation process! Fill in "
            "the information below.</p><input type=password>", "WordPress › Installation")),
        Row("directory", "rejected:listing-page", _inner(
            "<h1>Index of /news</h1><pre>" + "".join(
                f"<a href=f{n}.html>f{n}.html</a> 26-Nov-2026 10:00 {n}K\n" for n in range(60))
            + "</pre>", "Index of /news")),
        Row("person", "rejected:not-article", _inner(
            "<h1>ليلى الحداد</h1><p>صحفية تكتب عن البطاريات والطاقة منذ سنوات.</p>"
            """<script type="application/ld+json">{"@type": "ProfilePage"}</script>""")),
        Row("title-over-a-foot", "rejected:no-body", _inner(
            "<main><h1>عنوان وحده</h1></main><div class=bottom><p>تصدر الصحيفة عن شركة النشر "
            "في دبي منذ عام 1998.</p></div>")),
        Row("challenge", "failed:bot-challenge",
            _inner("<div id=cf-challenge></div><p>Checking your browser</p>", "Just a moment...")),
        Row("maintenance", "failed:error-page", _inner(
            "<h1>We’ll be back soon!</h1><p>The site is undergoing scheduled maintenance.</p>",
            "Maintenance")),
        Row("server-error-said-well", "failed:error-page", _inner(
            "<h1>Internal Server Error</h1><p>The server was unable to complete your request.</p>",
            "500 Internal Server Error")),
        Row("domain-for-sale", "rejected:not-article",
            _inner("<h1>example.com</h1><p>This domain is for sale.</p>", "example.com")),
        Row("captcha", "failed:bot-challenge",
            _inner("<h1>Please verify you are a human</h1><div class=g-recaptcha></div>", "x")),
        Row("frame-of-another-name", "rejected:needs-javascript",
            _inner('<app-root></app-root><script src="/main.js"></script>')),
        Row("next-of-itself", "stored", _with(
            b'<div class=pagination><a rel=next href="?page=2">2</a></div>')),
        Row("password-form", "rejected:password-protected", _inner(
            '<h1>محمي</h1><form class="post-password-form"><input type=password></form>')),
        Row("script-shell", "rejected:needs-javascript",
            _inner('<div id="root"></div><script src="/app.js"></script>')),
        Row("noscript", "rejected:needs-javascript rejected:no-body rejected:too-short", _inner(
            "<noscript>You need to enable JavaScript to run this app.</noscript>"
            "<div id=app></div>")),
        Row("title-alone", "rejected:no-body rejected:too-short", _inner("<h1>عنوان وحده</h1>")),
        Row("no-title", "rejected:no-title stored rejected:too-short",
            _bytes("<html><body><p>نص</p></body></html>".encode())),
        Row("white-space", "failed:empty", _bytes(b" \n\t " * 900)),
        Row("comments-alone", "failed:empty rejected:no-body rejected:no-title",
            _bytes(b"<!-- x -->" * 900)),
        Row("entities-in-doctype", "stored", lambda story: html(
            page(story).replace(b"<!DOCTYPE html>", entities.encode()))),
        Row("meta-refresh", "stored", _head(
            '<meta http-equiv="refresh" content="0; url=http://169.254.169.254/latest/">')),
        Row("base-elsewhere", "stored", _head('<base href="http://169.254.169.254/">')),
        Row("script-that-writes", "stored", _with(b"<script>document.body=''</script>")),
        Row("json-ld-deep", "stored", _head(
            f'<script type="application/ld+json">{"[" * 9000}{"]" * 9000}</script>')),
        Row("json-ld-broken", "stored", _head(
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>')),
        Row("json-ld-lies-in-kind", "stored", _head('<script type="application/ld+json">'
            '{"@type": "NewsArticle", "author": [[1, {}]], "datePublished": {"a": []}}</script>')),
        Row("dates-beyond-all", "stored", _head(
            '<meta property="article:published_time" content="99999-99-99T99:99:99Z">')),
        Row("strange-links", "stored", _with(
            b"<a href='javascript:x'></a><a href='http://['></a><a href='//'></a>")),
    ]  # fmt: skip


def size() -> list[Row]:
    tags = (
        "rejected:too-deep rejected:too-large failed:extraction-timeout failed:extraction-crashed"
    )
    heavy = f"stored {tags} rejected:no-body"
    return [
        Row("deep-tree", tags, _with(b"<div>" * 100_000)),
        Row("deep-tables", tags, _with(b"<table><tr><td>" * 3_000)),
        Row("attributes", heavy, _with(
            b"<p " + b" ".join(b"a%d=1" % n for n in range(120_000)) + b"></p>")),
        Row("long-attribute", heavy, _with(b"<p title='" + b"x" * 1_500_000 + b"'></p>")),
        Row("many-elements", heavy, _with(b"<b></b>" * 200_000)),
        Row("many-metas", heavy, _head('<meta name="x" content="y">' * 40_000)),
        Row("many-comments", heavy, _with(b"<!-- -->" * 200_000)),
        Row("open-tags", heavy, _with(b"<p><b><i>" * 40_000)),
        Row("long-title", heavy + " rejected:no-title",
            _inner("<h1>x</h1>", "كلمة " * 120_000)),
        Row("long-line", heavy, _with(b"<script>" + b"var a=1;" * 180_000 + b"</script>")),
        Row("entities", heavy, _with(b"<i>" + b"&amp;&lt;" * 150_000 + b"</i>")),
        Row("long-class", heavy, _with(b"<p class='" + b"a-b " * 300_000 + b"'></p>")),
        Row("long-class-above-the-text", "stored", lambda story: html(page(story).replace(
            b"</h1>", b"</h1><p class='" + b"@" * 200_000 + b"'>x</p>"))),
        Row("marks-upon-a-letter", "stored", _with(
            "<i>e{}</i>".format("\u0301\u0316" * 200_000).encode())),
        Row("data-amid-the-text", "stored", lambda story: html(page(story).replace(
            b"</p><p>", b"</p><p>" + b"QUJDRA==" * 60_000 + b"</p><p>", 1))),
        Row("digits", heavy, _with(b"<span>" + b"2026-11-" * 120_000 + b"</span>")),
    ]  # fmt: skip


def redirects(canary: str) -> list[Row]:
    away = "rejected:redirected-away rejected:private-address rejected:bad-url failed:http-error"
    port = canary.rpartition(":")[2]
    places = {
        "any-address": f"http://0.0.0.0:{port}/x", "short-loopback": f"http://127.1:{port}/x",
        "hexadecimal": f"http://0x7f000001:{port}/x", "octal": f"http://0177.0.0.1:{port}/x",
        "ipv6": f"http://[::1]:{port}/x", "private-10": "http://10.0.0.1/x",
        "mapped-hexadecimal": f"http://[::ffff:7f00:1]:{port}/x", "nat64": "http://[64:ff9b::7f00:1]/x",
        "user-in-url": f"http://127.0.0.1@localhost:{port}/x", "no-scheme": f"//{canary}/x",
        "ftp": f"ftp://{canary}/x", "javascript": "javascript:alert(1)", "data": "data:text/html,x",
        "gopher": f"gopher://{canary}/x", "port-zero": "http://127.0.0.1:0/x",
        "second-loopback": f"http://127.0.0.2:{port}/x",
    }  # fmt: skip
    rows = [Row(f"to-{name}", away, _moved(place)) for name, place in places.items()]
    rows.append(Row("to-other-slashes", f"{away} gone:gone", _moved(f"\\\\{canary}\\x")))
    loop = {
        "/turn/a": Answer(status=302, headers={"Location": "/turn/b"}),
        "/turn/b": Answer(status=302, headers={"Location": "/turn/a"}),
    }
    return [
        *rows,
        *(Row(f"moved-{code}", "stored", _moved(f"/now/moved-{code}", code))
          for code in (301, 303, 307, 308)),
        Row("moved-relative", "stored", _moved("../../now/moved-relative")),
        Row("moved-fragment", "stored", _moved("/now/moved-fragment#top")),
        Row("turns", "rejected:redirect-loop", _moved("/turn/a"), loop),
        Row("moved-far", f"{away} rejected:too-large rejected:redirect-loop",
            _moved("/" + "x" * 9_000)),
        Row("refresh-header", "stored", lambda story: html(
            page(story), Refresh=f"0; url=http://{canary}/x")),
        *refreshes(canary, away),
    ]  # fmt: skip


def refreshes(canary: str, away: str) -> list[Row]:
    round_trip = {
        "/round/a": Answer(_refresh("0; url=/round/b")),
        "/round/b": Answer(_refresh("0; url=/round/a")),
    }
    scripted = "<script>window.location.href = '/now/script-alone'</script>"
    places = {
        "away": f"http://{canary}/x", "private": f"http://[::ffff:7f00:1]:{canary[-5:]}/x",
        "script": "javascript:alert(1)", "file": "file:///etc/passwd", "broken": "http://[",
    }  # fmt: skip
    return [
        Row("refreshed", "stored", _bytes(_refresh("0;url=/now/refreshed").encode())),
        Row("refreshed-soon", "stored", _bytes(
            b"<p>You will be redirected. <a href=x>Click</a> if not."
            + _refresh("5; URL='../../now/refreshed-soon'").encode())),
        Row("refreshed-by-header", "stored", lambda story: html(
            b"<p>Moved", Refresh="1,url=/now/refreshed-by-header")),
        Row("refreshed-without-scripts", "stored", _bytes(
            f"<script>location='/x'</script><noscript>{_refresh('0;/now/refreshed-without-scripts')}"
            "</noscript>".encode())),
        Row("refreshed-late", "rejected:redirected-away", _bytes(
            _refresh("60;url=/now/refreshed-late").encode())),
        Row("refreshed-to-itself", "rejected:redirected-away", _bytes(
            _refresh("0;url=refreshed-to-itself").encode())),
        Row("refreshed-round", "rejected:redirect-loop", _bytes(
            _refresh("0;url=/round/a").encode()), round_trip),
        Row("script-alone", "rejected:needs-javascript", _bytes(scripted.encode())),
        *(Row(f"refreshed-to-{name}", away, _bytes(_refresh(f"0;url={place}").encode()))
          for name, place in places.items()),
    ]  # fmt: skip


def _refresh(content: str) -> str:
    return f'<html><head><meta http-equiv="Refresh" content="{content}"></head></html>'


def all_rows(canary: str) -> dict[str, list[Row]]:
    """Every group, by name; `canary` is the host:port that must never be asked."""
    return {
        "charset": charset(), "coding": coding(), "status": status(), "wire": wire(),
        "time": timing(), "kinds": kinds(), "content": content(), "size": size(),
        "redirects": redirects(canary),
    }  # fmt: skip


GROUPS = all_rows("127.0.0.1:9")
NAMES = [row.name for rows in GROUPS.values() for row in rows]


def stories() -> dict[str, Story]:
    """One story for each row, by name."""
    return dict(zip(NAMES, make_stories(31, {"tech": len(NAMES)}), strict=True))
