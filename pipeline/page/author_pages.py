"""Addresses of the pages on which sites present their authors, and links that lead there."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from lxml.html import HtmlElement

from pipeline.patterns.late_patterns import late_pattern

SECTION_LINK = re.compile(
    r"/(?:categor(?:y|ies|ie|ia|ias)|sections?|rubriques?|rubrik|ressort|kategorie?n?|seccion|القسم|تصنيف)/"
)
"""The address of a category's or a section's page."""
_AUTHOR_SCRIPT = (
    r"(?:(?:member|profile|authors?|writers?)\.(?:php|aspx?)\?"
    r"|(?:authors?|writers?|auteur|autor|k[ae]tib|kateb|columnist|journalist)\?(?:\w+[_-])?id=)"
)
_AUTHOR_PAGE = late_pattern(
    r"/(?:(?<!/topics/)(?<!/topic/)(?<!/tags/)(?<!/tag/)(?<!/licenses/)(?:authors?|autore?n?s?|auteurs?|redakteure?|redaktion|journalistes?|journalists?|reporters?|"
    r"columnists?|contributors?|profiles?|people|staff|writers?|users?|u|by|person(?:en)?|"
    r"team-?members?|our-team|mitarbeiter(?:innen)?|kolumnisten|opinion-writers?|"
    r"yazar(?:lar)?|penulis|avtor(?:y|i)?|autorzy?|k[uo]t+ab|k[ae]tib|koseyazar[a-z]*|opinionistas?|"
    r"colunistas?|columnistas?|firmas?|firme|forfatter|skribent(?:er)?|الكاتب|كاتب|كتاب|الكتاب|"
    r"autorius|autoriai|szerzo|muhabir|novinar(?:i|ka)?|tac-gia|dziennikarze?|redaktori?|periodistas?|toimittaja|profil|perfil|signataires|journalister|"
    r"autori|giornalist[aei]|redactie|redactores?|journalisten|editors?|creators?|experts?|kateb|"
    r"نویسنده|автор|авторы)/(?!(?:login|log-in|register|signup|sign-up|signin|password|logout|all)\b)"
    rf"[^/]|(?:author|writer)[-_]|{_AUTHOR_SCRIPT})"
)
"""It begins with a sign, so that it is tried at the few places where one stands."""
_AT_START = re.compile(_AUTHOR_SCRIPT)
_AUTHOR_QUERY = re.compile(
    r"[?&](?:author|auteur|autor|writer)(?:[_-]?id)?=[\w-]+(?:[&#]|$)"
    r"|[?&]id[_-](?:author|auteur|autor|writer)=\d"
)

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def is_author_page(href: str | None) -> bool:
    """Whether an address is that of a page on which a site presents one of its authors."""
    return href is not None and _presents_author(href)


def says_author(link: HtmlElement) -> bool:
    """Whether a link says of itself that it leads to an author: `rel="author"`."""
    return "author" in (link.get("rel") or "").split()


_ON_NETWORK = re.compile(r"(?:https?:)?//(?:[\w-]+\.)*(?:google|facebook|linkedin|twitter)\.com/")


@lru_cache(maxsize=20_000)
def _presents_author(href: str) -> bool:
    low = href.lower()
    if "%d" in low:
        low = unquote(href).lower()
    if low.endswith(_PICTURES) or "title=special:" in low:
        return False  # a wiki's own page: «?title=Special:Book&writer=pdf»
    if _ON_NETWORK.match(low):
        return False  # a profile of a person's or a house's own: «google.com/profiles/TheCourier»
    if low.startswith("/@"):
        return True  # a platform's own: «/@jane»
    found = _AUTHOR_PAGE.search(low) or _AT_START.match(low)
    return found is not None or ("?" in low and _AUTHOR_QUERY.search(low) is not None)
