"""Search in texts whose language has stems of its own: both databases alike."""

from __future__ import annotations

import pytest
from database_cases import Store, article, found_by
from sqlalchemy.orm import Session

from db.search import rebuild_index, search

ARTICLES = {
    "de": (
        "Neue Straßenbahnen für Köln",
        "Die Häuser am Fluss bekommen neue Batterien und Apps.",
    ),
    "it": ("Le batterie del futuro", "Le aziende investono nei nuovi schermi."),
    "sv": ("Nya mobiler", "Företagen visar batterier som håller längre."),
    "tr": ("Yeni işlemcisini tanıttı", "Şirketlerin bataryaları uzun ömürlü."),
    "el": ("Οι εταιρείες αλλάζουν", "Οι μπαταρίες των κινητών αντέχουν περισσότερο."),
    "fr": ("Des logiciels nationaux", "Les chevaux de course portent des capteurs."),
    "nb": ("Nye telefoner", "Batteriene varer lenger."),
    "en": ("A new bridge", "The news of the day told of batteries."),
}

QUERIES: list[tuple[str, set[str]]] = [
    ("Straßenbahn", {"de"}),
    ("strassenbahn", {"de"}),
    ("Haus", {"de"}),
    ("App", {"de"}),
    ("batteria language:it", {"it"}),
    ("azienda", {"it"}),
    ("schermo", {"it"}),
    ("mobilen", {"sv"}),
    ("işlemci", {"tr"}),
    ("şirket", {"tr"}),
    ("εταιρεία", {"el"}),
    ("logiciel", {"fr"}),
    ("nationale", {"fr"}),
    ("telefon", {"nb"}),
    ("news", {"en"}),
    ('"Straßenbahn"', set()),
    ("title:Straßenbahn -Haus", set()),
    ("title:Straßenbahn -Auto", {"de"}),
]


@pytest.fixture
def filled(s: Session, store: Store) -> Session:
    for language, (title, body) in ARTICLES.items():
        store(article(f"/{language}", title, body, language=language))
    return s


def test_forms_of_a_word_find_each_other_in_their_language(filled: Session) -> None:
    assert {query: found_by(filled, query) for query, _ in QUERIES} == dict(QUERIES)


def test_a_rebuilt_index_gives_the_same(filled: Session) -> None:
    rebuild_index(filled)
    assert {query: found_by(filled, query) for query, _ in QUERIES} == dict(QUERIES)


def test_other_forms_are_marked(filled: Session) -> None:
    (hit,) = search(filled, "Haus Straßenbahn")
    assert not hit.exact
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Häuser"]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["Straßenbahnen"]
