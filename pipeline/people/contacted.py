"""Whom readers may call about a text: they wrote it only where the page says so elsewhere too."""

from __future__ import annotations

from pipeline.declared.metadata import Metadata
from pipeline.ledger import Cleaned
from pipeline.lines.contacts import CONTACTS
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.people.bylines import sure_bylines
from pipeline.people.labels import cut_before


def without_contacts(
    doc: Document, meta: Metadata, title: str, names: tuple[str, ...], cleaned: Cleaned
) -> tuple[str, ...]:
    """The names without those that the page has in its block of contacts and its text alone, where
    neither its data nor a byline names them."""
    called = [r.text for r in cleaned.removed if r.rule.endswith(_OF_CONTACTS)]
    folded = letters(" ".join(called))
    if not any(letters(name) in folded for name in names):
        return names
    told = {letters(person.name) for person in meta.authors}
    told |= {letters(name) for name in sure_bylines(doc, title)}
    told |= {letters(wrote) for line in called if (wrote := cut_before(line))}
    text = letters(" ".join(block.text for block in cleaned.kept))
    page = letters(" ".join(doc.tree.itertext()))
    return tuple(
        name
        for name in names
        if (own := letters(name)) not in folded
        or own in told
        or page.count(own) > folded.count(own) + text.count(own)
    )


_OF_CONTACTS = (CONTACTS, ":press-contact")
