"""Lines in another language than their text: an English edition keeps its site's own buttons."""

from __future__ import annotations

import pytest

from tests.pipeline.satellite_page import paragraphs, texts_of

ENGLISH = (
    "The ministry said on Monday that the new satellite will be launched in the spring from a base "
    "in the south of the country.",
    "Engineers have tested its antennas for eleven months, and the last trial ended well.",
    "It is to bring the network to villages in the mountains, where no cable has been laid.",
)


@pytest.mark.parametrize("declared", ["en", "own"])
@pytest.mark.parametrize(
    ("own", "button", "teaser"),
    [
        ("tr", "Haber bültenimize abone olun", "İlgili haberler: Uydu fırlatıldı"),
        ("de", "Diesen Artikel teilen", "Lesen Sie auch: Satellit gestartet"),
        ("es", "Comparte esta noticia", "Lea también: Lanzan el satélite"),
        ("id", "Ikuti kami di Google News", "Baca juga: Satelit diluncurkan"),
        ("fr", "Partager cet article", "À lire aussi : Le satellite est lancé"),
    ],
)
def test_a_sites_own_language_around_english(
    declared: str, own: str, button: str, teaser: str
) -> None:
    first, second, third = ENGLISH
    language = own if declared == "own" else declared
    assert texts_of(paragraphs(first, teaser, second, button, third), language) == list(ENGLISH)


def test_a_line_with_words_of_its_text_is_held_against_its_own_rules_alone() -> None:
    quoted = "«Lea también» is the line that it prints below each of its texts."
    lines = (*ENGLISH[:2], quoted, ENGLISH[2])
    assert texts_of(paragraphs(*lines), "en") == list(lines)
