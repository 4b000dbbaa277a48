"""Whom readers may call about a text: they wrote it only where the page says so elsewhere too."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.declared.metadata import Metadata
from pipeline.ledger import Cleaned
from pipeline.lines.contacts import CONTACTS
from pipeline.page.elements import letters
from pipeline.page.html import Document


def without_contacts(
    doc: Document, meta: Metadata, names: tuple[str, ...], cleaned: Cleaned
) -> tuple[str, ...]:
    """The names without those that the page has in its block of contacts and its text alone, and
    its data nowhere."""
    called = _joined(r.text for r in cleaned.removed if r.rule.endswith(_OF_CONTACTS))
    if not any(name in called for name in names):
        return names
    told = {letters(person.name) for person in meta.authors}
    text = _joined(block.text for block in cleaned.kept)
    page = _joined(doc.tree.itertext())
    return tuple(
        name
        for name in names
        if name not in called
        or letters(name) in told
        or page.count(name) > called.count(name) + text.count(name)
    )


_OF_CONTACTS = (CONTACTS, ":press-contact")


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())
