"""Twins: one article under a second address for other readers, as AMP and print pages are.

What such an address looks like is told by the software that makes them: the AMP plugin of WordPress
(/amp/ at the end, ?amp=1), the AMP project's own guide (amp before the name, .amp.html), and the
print pages of Drupal and Joomla (/print/, ?print=1, tmpl=component). Whether two pages are one
article is for their texts to say.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_MARKS = ("amp", "print")
_SEGMENT = re.compile(r"/(?:amp|print)(?=/)")
_SUFFIX = re.compile(r"\.(?:amp|print)(?=(?:\.[a-z]{2,5})?$)", re.IGNORECASE)
_PARAMETERS = frozenset(
    {("outputtype", "amp"), ("output", "amp"), ("view", "amp"), ("tmpl", "component"),
     ("format", "amp"), ("format", "print"), ("view", "print")}
)  # fmt: skip


def plain_address(url: str) -> str:
    """A canonical URL without what makes it a twin's: /amp/2026/story/ → /2026/story/."""
    parts = urlsplit(url)
    path = _SEGMENT.sub("", f"{parts.path}/", count=1)
    path = path.removesuffix("/") if path != "/" else path
    path = _SUFFIX.sub("", path)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _is_mark(*pair)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return parts._replace(path=path or "/", query=query).geturl()


def is_twin(url: str) -> bool:
    """True for the address of a page for other readers."""
    return plain_address(url) != url


def twin_addresses(url: str) -> list[str]:
    """Other addresses at which the article of a URL may be stored, the plain one first."""
    plain = plain_address(url)
    parts = urlsplit(plain)
    bare = parts.path.rstrip("/")
    stem, dot, ending = bare.rpartition(".") if "." in bare.rsplit("/", 1)[-1] else (bare, "", "")
    found = [plain]
    for slash in ("", "/"):
        found.append(parts._replace(path=f"{bare}{slash}" or "/").geturl())
        for mark in _MARKS:
            paths = (f"{bare}/{mark}{slash}", f"/{mark}{bare}{slash}")
            found += [parts._replace(path=path).geturl() for path in paths]
    for mark in _MARKS:
        found.append(parts._replace(path=f"{stem}.{mark}{dot}{ending}").geturl())
        for value in ("", "=1", "=true"):
            query = f"{parts.query}&{mark}{value}" if parts.query else f"{mark}{value}"
            found.append(parts._replace(query=query).geturl())
    return [address for address in dict.fromkeys(found) if address != url]


def _is_mark(name: str, value: str) -> bool:
    low = name.lower()
    return low in _MARKS or (low, value.lower()) in _PARAMETERS
