"""XML from strangers: no entities, no DTD, no network, no huge trees; broken XML is mended."""

from __future__ import annotations

import re
import zlib
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
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def inflated(body: bytes) -> bytes:
    """The bytes of a gzip file, up to `MAX_XML_BYTES`, or the bytes as they are.

    A file that is cut or broken gives what could be read.
    """
    if not body.startswith(_GZIP):
        return body[:MAX_XML_BYTES]
    inflater = zlib.decompressobj(wbits=31)
    try:
        return inflater.decompress(body, MAX_XML_BYTES)
    except zlib.error:
        return b""


def trimmed(body: bytes) -> bytes:
    """The document from its first "<" on; some servers send blank lines or a BOM before it."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body
    start = body[:4096].find(b"<")
    return body[start:] if start > 0 else body


def parse_xml(body: bytes, charset: str | None) -> etree._Element | None:
    """The root element, or None where nothing can be read as XML.

    `charset` is what the HTTP header said; it counts where the document declares nothing.
    """
    data = trimmed(inflated(body))
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
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


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
