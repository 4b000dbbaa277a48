"""XML from strangers: no entities, no DTD, no network, no huge trees; broken XML is mended."""

from __future__ import annotations

import re
import zlib
from html.entities import html5
from typing import Final, TypedDict

from lxml import etree

from pipeline.page.html import decode

MAX_XML_BYTES = 50 * 1024 * 1024
"""Bytes after decompression that are read: the sitemap protocol's own limit for one file."""


class _Guards(TypedDict):
    recover: bool
    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


GUARDS: Final[_Guards] = {
    "recover": True,
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How lxml is told to read a stranger's XML, whole or as a stream."""

_GZIP = b"\x1f\x8b"
_BEGINS = re.compile(rb"<\?xml\s|<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def inflated(body: bytes) -> bytes:
    """The bytes of a gzip file, up to `MAX_XML_BYTES`, or the bytes as they are.

    A file that is cut or broken gives what could be read, without an address that is cut itself.
    """
    if not body.startswith(_GZIP):
        return body[:MAX_XML_BYTES]
    inflater = zlib.decompressobj(wbits=31)
    try:
        read = inflater.decompress(body, MAX_XML_BYTES)
    except zlib.error:
        return b""
    return read if inflater.eof else read[: max(read.rfind(b">"), read.rfind(b"\n")) + 1]


def trimmed(body: bytes) -> bytes:
    """The document from its first "<" on, or from its declaration or root where these come later;
    some servers send blank lines, a BOM or a script's warnings before it. To its last ">": of a
    document that ends amid an address half of one is left, which may be another page's."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body
    begins = _BEGINS.search(body, 0, 4096)
    start = begins.start() if begins else body[:4096].find(b"<")
    return body if start < 0 else body[start : body.rfind(b">") + 1]


_ROOT = re.compile(
    rb"<((?:[a-z]+:)?(?:urlset|sitemapindex|rss|feed|rdf))(?=[\s/>])[^<>]*(?<!/)>", re.IGNORECASE
)
"""The beginning of a root that is no empty element: `<urlset/>` names nothing, and is whole."""
_END = 1_000
"""Bytes at a document's end in which its root is closed; comments of caches may follow."""


def ends_amid(data: bytes) -> bool:
    """Whether a feed or a sitemap, without its coding, ends before its root does: the rest of what
    it names is missing."""
    root = _ROOT.search(data, 0, 4096)
    return root is not None and b"</" + root[1].lower() not in data[-_END:].lower()


_AMPERSANDS = re.compile(rb"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|([A-Za-z][A-Za-z0-9]{1,31});)?")
_OF_XML = {b"amp": b"&#38;", b"lt": b"&#60;", b"gt": b"&#62;", b"quot": b"&#34;", b"apos": b"&#39;"}
_BREAKS = re.compile(rb"<br\s*/?>(?:\s*</br>)?", re.IGNORECASE)
"""HTML's line break, which in XML would hold all that follows it."""
MAX_MENDED = 500_000
"""Ampersands that are written out in one document at most: each makes it longer."""


def mended(data: bytes) -> bytes:
    """The document with all entities as numbers and each «&» that begins none written out.

    A parser that recovers drops the others, with what follows: of "?a=1&b=2" it leaves "?a=1=2".
    Those of XML itself it drops from the first fault on, be it a control character in a summary.
    """
    if b"\x00" in data[:200]:  # UTF-16: two bytes a sign
        return data
    if data.count(b"&") - data.count(b"&amp;") > MAX_MENDED:
        return data
    pieces: list[bytes] = []
    at = 0
    while (start := data.find(b"<![CDATA[", at)) >= 0:
        end = data.find(b"]]>", start)
        if end < 0:
            break
        pieces += _mended(data[at:start]), data[start:end]
        at = end
    return b"".join([*pieces, _mended(data[at:])])


def _mended(piece: bytes) -> bytes:
    piece = _AMPERSANDS.sub(_written_out, piece)
    return _BREAKS.sub(b" ", piece) if b"<br" in piece.lower() else piece


def _written_out(found: re.Match[bytes]) -> bytes:
    whole, name = found[0], found[1]
    if name is None:
        return b"&#38;" if whole == b"&" else whole
    if number := _OF_XML.get(name):
        return number
    signs = html5.get(f"{name.decode('ascii')};")
    return b"&#38;" + whole[1:] if signs is None else b"".join(b"&#%d;" % ord(s) for s in signs)


def parse_xml(body: bytes, charset: str | None) -> etree._Element | None:
    """The root element, or None where nothing can be read as XML. Raises MemoryError.

    `charset` is what the HTTP header said; it counts where the document declares nothing.
    """
    data = mended(trimmed(inflated(body)))
    if not _DECLARED.match(data[:200]):
        text, _ = decode(data, charset)
        data = _DECLARATION.sub("", text).encode("utf-8", "replace")
        return _rooted(data, "utf-8")
    root = _rooted(data, None)
    if root is None or (len(root) == 0 and len(data) > 400):
        text, _ = decode(data, charset)
        root = _rooted(_DECLARATION.sub("", text).encode("utf-8", "replace"), "utf-8")
    return root


def _rooted(data: bytes, encoding: str | None) -> etree._Element | None:
    parser = etree.XMLParser(encoding=encoding, **GUARDS)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any(error.type == etree.ErrorTypes.ERR_NO_MEMORY for error in parser.error_log):
        raise MemoryError  # one that recovers makes do with what it has
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace, lower case; "" for what is no element."""
    tag: object = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    """The namespace's URI, or the undeclared prefix of a broken document, or ""."""
    name: object = element.tag
    tag = name if isinstance(name, str) else ""
    if tag.startswith("{"):
        return tag[1:].partition("}")[0]
    return tag.partition(":")[0] if ":" in tag else ""
