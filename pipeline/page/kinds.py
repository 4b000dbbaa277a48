"""Which bytes are no HTML, whatever their header says."""

from __future__ import annotations

import re

# What the bytes of other kinds of file begin with.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"GIF8", "GIF image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"PK\x03\x04", "zip archive"),
    (b"Rar!", "rar archive"),
    (b"7z\xbc\xaf", "7z archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"RIFF", "RIFF media"),
    (b"OggS", "Ogg media"),
    (b"ID3", "MP3 audio"),
    (b"\xff\xfb", "MP3 audio"),
    (b"\xff\xf3", "MP3 audio"),
    (b"FLV\x01", "FLV video"),
    (b"\x1aE\xdf\xa3", "Matroska media"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\xfd7zXZ", "xz archive"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"\x7fELF", "program"),
    (b"\xd0\xcf\x11\xe0", "Office document"),
    (b"{\\rtf", "RTF document"),
)
_OTHER_XML = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|opml|rdf:RDF|svg)[\s>]")
_OTHER_TYPES = re.compile(r"(?:image|audio|video|font)/|application/(?:pdf|zip|json|rss|atom)")
_HTML_TAG = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|p|article|table|h1)\b", re.I)
_PADDED = re.compile(rb"(?:/\*\*/|;)?\s*[A-Za-z_$][\w$.]{0,80}\(\s*[{\[]", re.ASCII)
"""How data begin that a script's function is called with (JSONP)."""
_PADDED_END = re.compile(rb"[}\]]\s*\)\s*;?\s*\Z")
_BINARY = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
TS_PACKET = 188
"""Bytes from one sync byte («G») of an MPEG stream to the next."""
MAX_BINARY = 0.04
"""Share of control characters from which bytes without a tag of HTML are no text. Files of other
kinds have 8 % and more (their bytes are near to even), texts of every charset next to none."""


def other_kind(body: bytes, content_type: str) -> str | None:
    """What the bytes are, where they are no HTML; None where they may be."""
    head = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n\f")
    for signature, name in _SIGNATURES:
        if body.startswith(signature) or head.startswith(signature):
            return name
    if body[4:8] == b"ftyp":
        return "MP4 media"
    if body[:2] == b"BM" and body[6:10] == b"\x00\x00\x00\x00":
        return "BMP image"
    if body[:565:TS_PACKET] == b"GGGG":
        return "MPEG video"
    if head.startswith(b"<?xml") and _OTHER_XML.search(head):
        return "XML that is no HTML"
    if _OTHER_XML.match(head):
        return "XML that is no HTML"
    if head[:1] in (b"{", b"[") and body[-64:].rstrip()[-1:] in (b"}", b"]"):
        return "JSON or script"  # whatever pages it holds in its strings
    if _PADDED.match(head) and _PADDED_END.search(body[-64:]):
        return "JSON or script"
    if _HTML_TAG.search(head):
        return None
    if _OTHER_TYPES.match(content_type.strip().lower()):
        return content_type.strip()
    if head[:1] in (b"{", b"[") and not _HTML_TAG.search(body):
        return "JSON or script"
    is_wide = body[:2] in (b"\xff\xfe", b"\xfe\xff") or 100 < body[:400].count(0) < 320
    if not is_wide and b"<" not in body:
        return "plain text"
    start = body[:4096]
    if not is_wide and len(start) - len(start.translate(None, _BINARY)) > MAX_BINARY * len(start):
        return "binary data"
    return None
