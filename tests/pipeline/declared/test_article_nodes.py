"""Which node of JSON-LD is the article's own."""

from __future__ import annotations

from pipeline.declared.article_node import choose_article


def test_stars_for_a_house_are_no_review_that_the_page_is() -> None:
    stars: dict[str, object] = {
        "@type": "Review",
        "author": {"@type": "Person", "name": "John Roe"},
        "itemReviewed": {"@type": "Organization", "name": "The Courier"},
    }
    assert choose_article([stars], "https://news.example/1", lambda: "") == {}
    film = {**stars, "itemReviewed": {"@type": "Movie", "name": "Trip"}}
    assert choose_article([film], "https://news.example/1", lambda: "") == film
    titled = {**stars, "headline": "What The Courier does well"}
    assert choose_article([titled], "https://news.example/1", lambda: "") == titled
