"""Records of a list that advertise: paid for, and said to be so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.labels import folded_label, labels
from pipeline.urls import path_segments, split_url
from pipeline.words.folding import fold

MAX_LABEL = 30
"""Letters of a label that says so, at most."""

_MAY_LABEL = (
    *("span", "div", "p", "em", "small", "strong", "b", "i", "a", "li", "label", "sup", "font"),
    *("td", "h3", "h4", "h5", "h6", "figcaption", "mark", "cite"),
)
MAX_DEPTH = 8
MAX_LINKS = 12
"""Elements around a label, and links of its record, that are looked at."""

_LABELS = frozenset(
    fold(label)
    for label in labels(
        """
        sponsored|sponsored content|sponsored post|sponsored story|paid content|paid post
        |paid partnership|partner content|promoted|promoted content|advertisement|advertorial
        |partner|our partners|from our partners|newsletter|webinar|النشرة البريدية|شركاؤنا|bülten
        |advertisement feature|branded content|brand post|ad|in association with
        |إعلان|اعلان|إعلان مدفوع|إعلان ممول|محتوى ممول|محتوى مدفوع|محتوى إعلاني|مادة إعلانية|ممول
        |برعاية|رعاية|مقال ممول|تسويقي|آگهی|رپورتاژ|رپورتاژ آگهی|تبلیغات|محتوای تبلیغاتی
        |اشتہار|anzeige|werbung|gesponsert|sponsored by|advertorial|anzeigensonderveröffentlichung
        |sponsorisé|contenu sponsorisé|publicité|publi-rédactionnel|publireportage
        |contenu partenaire|contenido patrocinado|patrocinado|publicidad|publirreportaje
        |contenido de marca
        |conteúdo patrocinado|publicidade|publieditorial|conteúdo de marca|sponsorizzato|pubblicità
        |contenuto sponsorizzato|reklam|sponsorlu|sponsorlu içerik|advertentie|gesponsord
        |реклама|на правах рекламы|партнёрский материал|спецпроект|спонсорський матеріал
        |materiał sponsorowany|artykuł sponsorowany|reklama|annons|annonse|annonce|mainos|iklan
        |advertensi|広告|スポンサー|广告|推广|광고|quảng cáo|תוכן שיווקי|פרסומת|ממומן
        """
    )
)
"""How what is paid for is marked: the words that the law or the trade's code ask for."""

_PATH = frozenset(
    """
    sponsored sponsored-content sponsored-post sponsor paid-content paid-post partner-content
    partners partnercontent branded branded-content brandvoice brand-studio advertorial advertorials
    advertisement promoted publireportage publireportages publirreportaje publirreportajes
    publieditorial contenu-partenaire contenido-patrocinado anzeige anzeigen ads adclick reklam
    """.split()  # noqa: SIM905
)


def in_sponsored_records(body: HtmlElement, anchors: Sequence[Anchor]) -> frozenset[HtmlElement]:
    """Those of the links that are paid for by their relation or address, or stand in a record that
    says so. A record is the largest element around the label that holds one address; where that is
    another site's, none of the links is of it."""
    urls = {anchor.element: anchor.url for anchor in anchors}
    hosts = {split_url(url).netloc for url in urls.values()}
    found = {
        anchor.element
        for anchor in anchors
        if "sponsored" in anchor.rel
        or not _PATH.isdisjoint(part.lower() for part in path_segments(anchor.url))
    }
    for element in body.iter(*_MAY_LABEL):
        text = element.text or ""
        if not 2 <= len(text) <= 2 * MAX_LABEL or folded_label(text.strip()) not in _LABELS:
            continue
        record: list[HtmlElement] = []
        for around in [element, *islice(element.iterancestors(), MAX_DEPTH)]:
            inside = list(islice(around.iter("a"), MAX_LINKS + 1))
            if len(inside) > MAX_LINKS:  # no record, and not all of its addresses were looked at
                break
            links = [link for link in inside if link in urls]
            if len({urls[link] for link in links}) > 1:
                break
            if not links and any(_leads_off(link, hosts) for link in inside):
                break
            record = links or record
        found.update(record)
    return frozenset(found)


def _leads_off(link: HtmlElement, hosts: set[str]) -> bool:
    """Whether a link names another site than those of the page's articles."""
    netloc = _host(link.get("href") or "")
    return bool(netloc) and netloc not in hosts


def _host(href: str) -> str:
    return split_url(href).netloc
