"""URLs as values: one canonical form, and the parts of an address.

Nothing here asks the network. Two addresses with one canonical form are one page for Rasid;
addresses that differ in more (print, AMP, mobile) are joined later, by what the page says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import idna


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once: long lists of names are easier to read so."""
    return frozenset(text.split())


MAX_URL_LENGTH = 2048
"""Characters of a canonical URL. PostgreSQL cannot index a text of more than 2,704 bytes."""

DEFAULT_PORTS = {"http": 80, "https": 443}

TRACKING_PREFIXES = (
    "utm_",
    "mtm_",
    "pk_",
    "at_",
    "ns_",
    "hsa_",
    "_hs",
    "oly_",
    "vero_",
    "__twitter",
)
"""Beginnings of parameter names that tell the site where a reader came from, not what to show."""

TRACKING_NAMES = word_set(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh
    mc_cid mc_eid mkt_tok _ga _gl _openstat epik s_kwcid ef_id cmpid icid ncid ocid sc_cid xtor ito
    ref_src ref_url fb_action_ids fb_action_types fb_source action_object_map action_type_map
    smid smtyp spm traffic_source taid wt_mc wtmc wt_zmc trk trkinfo sref cvid
    replytocom jsessionid phpsessid
    """
)
"""Whole names, lower case: advertisers' click ids, campaign names, session ids, and the parameter
of WordPress that only moves the comment form. From the lists of AdGuard's TrackParamFilter and
ClearURLs, only what cannot choose an article."""

SESSION_NAMES = frozenset({"sid", "session", "sessionid", "session_id", "s"})
"""Dropped only with a value of 26 or more letters and digits: old systems call an article "sid"."""

CACHE_NAMES = word_set("_ _t ts timestamp cb cachebust cachebuster nocache rnd rand random")
"""Dropped only with a moment or a fraction as value: what makes an address new at each visit, so
that no cache knows it, as jQuery's "_" does."""

_MOMENT = re.compile(r"1[5-9]\d{8}(?:\d{3})?|0\.\d{6,}")
"""Seconds or milliseconds since 1970, of the years from 2017 to 2033; what Math.random gives."""

_SESSION_VALUE = re.compile(r"[0-9a-zA-Z]{26,}")
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/?#;]*", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?")
_REMEMBERED = 600
"""Characters of an address and its base up to which its form is kept in memory for a while: pages
link each article from its picture and its title, and several readers ask for the same links."""
_STRIPPED = re.compile(r"[\t\n\r]")
_ENTITIES = re.compile(r"^(?:amp;|#0?38;)+")
"""What is left before a name where the mark between parameters was escaped more than once."""
_EDGES = "".join(map(chr, range(0x21)))
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_PATH_SAFE = _UNRESERVED | frozenset(b"/!$&'()*+,;=:@")
_QUERY_SAFE = _PATH_SAFE | frozenset(b"?")


def canonical_url(url: str, base: str | None = None) -> str | None:
    """The one form of `url`, absolute; relative addresses are resolved against `base`.

    Lower-case scheme and host, IDN as punycode, no default port, dot segments, fragment, tracking
    or session parameters; percent-encoding in one form; the other parameters in their order. The
    slash at the end of a path stays as it is. Idempotent.

    None where it is no usable http(s) address: other schemes, no or a malformed host, a user name
    or password in it, longer than `MAX_URL_LENGTH`.
    """
    is_short = len(url) + len(base or "") <= _REMEMBERED
    return _remembered(url, base) if is_short else _canonical(url, base)


def _canonical(url: str, base: str | None) -> str | None:
    text = _STRIPPED.sub("", url).strip(_EDGES)
    if not text or len(text) > 4 * MAX_URL_LENGTH:
        return None
    try:
        joined = urljoin(base, _slashed(text)) if base else _slashed(text)
        parts = urlsplit(joined)
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or "@" in parts.netloc:
        return None
    host = _canonical_host(parts.hostname or "")
    if host is None:
        return None
    if port is not None and port != DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    path = _without_dots(_escaped(_PATH_SESSION.sub("", parts.path), _PATH_SAFE))
    query = _canonical_query(parts.query)
    result = f"{scheme}://{host}{path}" + (f"?{query}" if query else "")
    return result if len(result) <= MAX_URL_LENGTH else None


_remembered = lru_cache(maxsize=4096)(_canonical)


def split_url(url: str) -> SplitResult:
    """The parts of an address; all are empty where it is none, such as the «http://[link» that a
    template forgot to fill."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def absolute(address: str, base: str) -> str:
    """What a page writes as an address, with what it leaves out; "" for what is none."""
    try:
        joined = urljoin(base, address)
        urlsplit(joined)
    except ValueError:
        return ""
    return joined


_UNFILLED = re.compile(
    r"(?:^|[/=])(?:undefined|null|none|nan|false|true|\[object(?: |%20)object\])/?$|\{\{|\}\}"
    r"|\$\{|<%|%7b%7b"
    r"|^(?:javascript|about|blob|file):",
    re.IGNORECASE,
)


def is_unfilled(address: str) -> bool:
    """Whether an address is what a template or a script wrote where it knew none: «undefined»,
    «https://example.org/null», «{{ url }}»."""
    return _UNFILLED.search(address.strip()) is not None


def leads_inside(url: str, page_url: str) -> bool:
    """Whether an address leads into a private network, and the page that names it is of none."""
    return is_of_inside(url) and not is_of_inside(page_url)


def is_of_inside(url: str) -> bool:
    """Whether a host is known only where the page was made: localhost, one without a dot, an
    address of a private network."""
    host = (split_url(url).hostname or "").rstrip(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal"))


@lru_cache(maxsize=8192)
def host_port(url: str) -> str:
    """ "host:port" of an absolute URL, the port always given; "" where it has no host."""
    try:
        parts = urlsplit(url)
        port = parts.port or DEFAULT_PORTS.get(parts.scheme.lower(), 0)
    except ValueError:
        return ""
    host = _canonical_host(parts.hostname or "")
    return f"{host}:{port}" if host else ""


_FOR_READERS = re.compile(r"^(?:m|mobile|amp)\.(?=[^.:]+\.[^.:])")
"""What the name of a host for phones begins with, before a name that may stand alone."""


def same_site(a: str, b: str) -> bool:
    """True where both have one host and one port, what begins the names of a site's hosts for
    phones aside: "www.", "m.", "mobile.", "amp.".

    http and https of one host at their default ports are one site.
    """
    return site_of(a) == site_of(b) != ""


def other_page(address: str | None, url: str) -> str | None:
    """The one form of an address that leads to another page of the site than the one at `url`, the
    site's root aside; else None."""
    target = canonical_url(address or "", url or None)
    if not target or target == canonical_url(url) or not path_segments(target):
        return None
    return target if same_site(target, url) else None


def site_of(url: str) -> str:
    """ "host:port" of the site of an absolute URL, as `same_site` compares them; "" where it has
    no host."""
    where = _FOR_READERS.sub("", host_port(url).removeprefix("www."))
    return f"{where[:-3]}:443" if where.endswith(":80") else where


def is_of_main_site(url: str, page_url: str) -> bool:
    """True where `page_url` is of a host right below that of `url`, as sections have one of their
    own: "tech.example.org" beside "www.example.org"."""
    main = site_of(url)
    return "." in main and site_of(page_url).partition(".")[2] == main


def other_origins(origin: str) -> list[str]:
    """The other forms that "https://example.org" may have had or get: with www. or without, and by
    http where the port is the scheme's own."""
    scheme, _, host = origin.partition("://")
    hosts = (host, host[4:] if host.startswith("www.") else f"www.{host}")
    schemes = (scheme,) if ":" in host else ("https", "http")
    return [form for s in schemes for h in hosts if (form := f"{s}://{h}") != origin]


@lru_cache(maxsize=8192)
def path_segments(url: str) -> tuple[str, ...]:
    """The parts of the URL's path, decoded, without empty ones.

    A query that is a path, as in "index.php?post/2026/title", counts as the path goes on.
    """
    parts = split_url(url)
    path = f"{parts.path}/{parts.query}" if is_query_path(parts.query) else parts.path
    return tuple(unquote(part) for part in path.split("/") if part)


FRONT_FILE = (
    r"(?:index|default|home|homepage|main|startseite|accueil|inicio|anasayfa)(?:\.\w{2,5})?"
)
"""A pattern of how sites call the file of a folder's first page, in any case of letters."""
_FRONT_FILE = re.compile(FRONT_FILE, re.IGNORECASE)


def is_front_file(part: str) -> bool:
    """Whether a part of a path is the name of a folder's first page: "index.php", "home"."""
    return _FRONT_FILE.fullmatch(part) is not None


_ARCHIVED = re.compile(r"/\d{4,14}(?:[a-z]{2}_)?/(https?:/{1,2}[^/].*)", re.IGNORECASE)
"""How archives of the web name a copy: by its moment, what is shown of it, and its address."""


def archived_url(url: str) -> str:
    """The address whose copy an archive of the web shows, "/web/20261125090000/https://a.example/";
    another address as it is."""
    found = _ARCHIVED.search(url) if "/http" in url else None
    return found[1] if found else url


def is_query_path(query: str) -> bool:
    """Whether a query is a path that goes on: "index.php?post/2026/title"."""
    return "/" in query and "=" not in query


@lru_cache(maxsize=8192)
def _slashed(url: str) -> str:
    """Backslashes before the query as slashes, as browsers read them."""
    end = len(url)
    for mark in "?#":
        found = url.find(mark, 0, end)
        end = found if found >= 0 else end
    return url[:end].replace("\\", "/") + url[end:]


def _canonical_host(host: str) -> str | None:
    if ":" in host:
        try:
            return f"[{IPv6Address(host.partition('%')[0])}]"
        except ValueError:
            return None
    host = unquote(host) if "%" in host else host
    host = host.rstrip(".").lower()
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return None
    return host if len(host) <= 253 and ".." not in host and _HOST.fullmatch(host) else None


def _escaped(text: str, safe: frozenset[int]) -> str:
    """Percent-encoding in one form: upper-case hex, unreserved bare, the rest encoded."""
    pieces = _ESCAPE.split(text)
    out: list[str] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            byte = int(piece, 16)
            out.append(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}")
        else:
            data = piece.encode("utf-8", "replace")
            out += [chr(byte) if byte in safe else f"%{byte:02X}" for byte in data]
    return "".join(out)


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4: "." and ".." segments resolved; an empty path is "/"."""
    if "/." not in path and path.startswith("/"):
        return path
    out: list[str] = []
    segments = path.lstrip("/").split("/") if not path.startswith("//") else path[1:].split("/")
    for segment in segments:
        if segment == "..":
            del out[-1:]
        elif segment != ".":
            out.append(segment)
    if segments[-1] in {".", ".."}:
        out.append("")
    return "/" + "/".join(out)


def _canonical_query(query: str) -> str:
    pieces = (piece for piece in query.split("&") if piece)
    return "&".join(_escaped(piece, _QUERY_SAFE) for piece in pieces if not _is_tracking(piece))


def _is_tracking(piece: str) -> bool:
    name, _, value = piece.partition("=")
    name = _ENTITIES.sub("", unquote(name).lower())
    if name in TRACKING_NAMES or name.startswith(TRACKING_PREFIXES):
        return True
    if name in SESSION_NAMES:
        return bool(_SESSION_VALUE.fullmatch(value))
    if name in CACHE_NAMES:
        return bool(_MOMENT.fullmatch(value))
    if name == "source":
        return "---" in value  # of Medium: the place of the link that was followed
    return name == "ref" and bool(value) and not value.isdigit()
