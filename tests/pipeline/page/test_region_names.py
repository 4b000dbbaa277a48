"""The kinds of region that class names speak of are found as a plain search would find them."""

from __future__ import annotations

import re
from random import Random

import pytest

from pipeline.page.region_names import (
    _kind_of,
    _matcher,
    is_body_name,
    is_standfirst_name,
    named_region,
)
from pipeline.patterns.rule_files import read_rules


def test_the_first_kind_is_found_wherever_its_words_stand() -> None:
    kinds = [_matcher(entry["words"]) for entry in read_rules("regions.toml")["regions"]]
    words = [word for entry in read_rules("regions.toml")["regions"] for word in entry["words"]]
    parts = sorted({part for word in words for part in re.findall("[a-z0-9]+", word)})
    chance = Random(7)
    found = 0
    for _ in range(5_000):
        name = "-".join(chance.choices([*parts, "x", "é", "7"], k=chance.randint(1, 4)))
        plainly = next((i for i, kind in enumerate(kinds) if kind.search(name)), None)
        assert _kind_of(name) == plainly, name
        found += plainly is not None
    assert 1_000 < found < 4_900


def test_of_several_names_the_first_kind_wins() -> None:
    assert named_region("widget relatedPosts__list") == "related"
    assert named_region("  ") is None
    assert named_region("piano-comments") == "comments"
    assert named_region("layout-no-comments") is None
    assert named_region("wp-block-calendar") == "navigation"
    assert named_region("calendar-of-the-year") is None
    assert named_region("headline -- é") is None
    assert named_region("subscriber-only") is None
    assert named_region("u-text-teaser") == "teaser"  # a standfirst perhaps
    assert named_region("in-text-teaser") == "related"
    assert named_region("article-header__wrap") is None
    assert named_region("item--articleBullets") == "aside"
    assert named_region("post-summary-bullets") == "aside"
    assert named_region("top header-wrap") == "header"
    assert named_region("subscriber-box") == "newsletter"
    assert named_region("appel-dons") == named_region("bloc-don") == "newsletter"
    assert named_region("resume-ia") == "aside"
    assert named_region("lire-audio") == "share"
    assert named_region("abandon") is None
    assert named_region("layout__rail") == "aside"
    assert named_region("layout-with-rail__top") is None
    assert named_region("elementor-widget elementor-widget-call-to-action") == "newsletter"
    assert named_region("vc_general vc_cta3 vc_cta3-style-flat") == "newsletter"
    assert named_region("elementor-widget-text-editor has-cta vc_column-inner") is None


@pytest.mark.parametrize(
    ("names", "region"),
    [
        ("readnext", "related"),
        ("moreLinks", "related"),
        ("voiraussi", "related"),
        ("iliskiliHaberler", "related"),
        ("materialyPodobne", "related"),
        ("svazane-tagy", "related"),
        ("media__also__news", "related"),
        ("blog-post__comments-label", "comments"),
        ("soundoff", "comments"),
        ("hozzaszolas-szamlalo", "comments"),
        ("wc-memberships-message", "newsletter"),
        ("access-offers-in-page", "newsletter"),
        ("ArticlePage-content paywall", None),
        ("emailtoafriend", "share"),
        ("ts-fab-wrapper", "author-box"),
        ("tncms-region-article_instory_top", "advertisement"),
        ("robots-nocontent", "advertisement"),
        ("apester-media", "embed"),
        ("digest-post-embed", "related"),
        ("embedded-post-wrap", "related"),
        ("m-related", "related"),
        ("sur-le-meme-sujet", "related"),
        ("articoli-correlati", "related"),
        ("lo-mas-leido", "related"),
        ("lesen-sie-auch", "related"),
        ("bacajuga", "related"),
        ("cok-okunanlar", "related"),
        ("zobacz-takze", "related"),
        ("citeste-si", "related"),
        ("tin-lien-quan", "related"),
        ("kanrenkiji", "related"),
        ("xiangguan_news", "related"),
        ("formkit-form", "newsletter"),
        ("uutiskirje", "newsletter"),
        ("binh-luan", "comments"),
        ("diskuze", "comments"),
        ("ya-share2", "share"),
        ("kksr-legend", "share"),
        ("author-inline", "author-box"),
        ("c-signature__location", "author-box"),
        ("fact", "aside"),
        ("fact-check", None),
        ("imagelist", "caption"),
        ("yazar-kutusu", "author-box"),
        ("daftar-isi", "contents"),
        ("video-desc", "caption"),
        ("resim-alti", "caption"),
        ("lasso-container", "advertisement"),
        ("quangcao", "advertisement"),
        ("e3lan e3lan-in-post", "advertisement"),
        ("rcb-content-blocker", "embed"),
        ("m-4 p-lg-2 m-auto", None),
        ("mostPopular", "related"),
        ("te-puede-interesar", "related"),
        ("saiba-mais", "related"),
        ("verwandte-artikel", "related"),
        ("benzer-haberler", "related"),
        ("trc_rbox_div", "related"),
        ("editors-picks", "related"),
        ("spot-im", "comments"),
        ("hyvor-talk-view", "comments"),
        ("wpd-thread", "comments"),
        ("mailpoet_form", "newsletter"),
        ("essb_links", "share"),
        ("compartir", "share"),
        ("autoren-kasten", "author-box"),
        ("pie-de-foto", "caption"),
        ("video", "embed"),
        ("video-review", None),
        ("newslettersignup", "newsletter"),
        ("email-updates", "newsletter"),
        ("abonnez-vous", "newsletter"),
        ("abo-hinweis", "newsletter"),
        ("registration-wall", "newsletter"),
        ("get-app", "newsletter"),
        ("follow-links", "newsletter"),
        ("support-box", "newsletter"),
        ("FacebookLikeBox", "share"),
        ("article-functions", "share"),
        ("sendtofriend", "share"),
        ("check-also-box", "related"),
        ("lire-la-suite-box", "related"),
        ("mehr-dazu", "related"),
        ("etiketler", "meta"),
        ("spis-tresci", "contents"),
        ("jobs-box", "aside"),
        ("werbebox", "advertisement"),
        ("iklan-atas", "advertisement"),
        ("buy-now", "advertisement"),
        # Text that only some may read, and what looks like a box and is of the text.
        ("contenu-abonnes", None),
        ("lire-la-suite", None),  # as the rest of a text that a button unfolds is called too
        ("mehr-lesen", None),
        ("czytaj-dalej", None),
        ("materia-assinatura", None),  # who signed, in Portuguese
        ("premium-content", None),
        ("editors-note", None),
        ("follow-up", None),
        ("text-link", None),
        ("plus-box", None),
        ("card card--link-no", None),
        # What an article has or lacks, and what only looks alike.
        ("post no-comments", None),
        ("node node-article node-promoted clearfix", None),
        ("promoted", "advertisement"),
        ("edn_metaDetails", "meta"),
        ("article with-share", None),
        ("page ad-free", None),
        ("other-news-organisations", None),
        ("suggestions-of-the-committee", None),
        ("delenda", None),
    ],
)
def test_names_of_themes_and_services(names: str, region: str | None) -> None:
    assert named_region(names) == region


@pytest.mark.parametrize(
    "names",
    ["nota-contenido", "conteudo-materia", "article-corps", "artikeltekst", "tresc_artykulu",
     "cikk-szoveg", "isi-berita", "noi-dung", "artibody", "TRS_Editor", "kiji-honbun",
     "fck_detail"],
)  # fmt: skip
def test_a_body_s_names_in_many_languages(names: str) -> None:
    assert is_body_name(names)


@pytest.mark.parametrize(
    "names",
    ["copete", "haber-ozet", "zajawka", "podtitul", "linha-fina", "sapo", "anreisser", "rotitr"],
)
def test_a_standfirst_s_names_in_many_languages(names: str) -> None:
    assert is_standfirst_name(names)
