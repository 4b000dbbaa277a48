"""The sections that a home page leads to, those of technology news first."""

from __future__ import annotations

from crawler.listings.choice.anchors import Anchor, read_anchors
from crawler.listings.choice.regions import Region
from crawler.listings.labels import labels, words_in
from crawler.listings.pagination import is_page_label, listing_key
from crawler.listings.records import SectionLink
from pipeline.page.html import parse_page
from pipeline.records import Page
from pipeline.url_shapes import article_likeness, is_file
from pipeline.urls import path_segments, same_site
from pipeline.words.folding import fold

MAX_SECTIONS = 100
"""Sections named of one home page."""

MAX_WORDS = 5
"""A link with more words is a headline, not the name of a section."""

TECHNOLOGY_NAMES = labels(
    """
    تقنية|التقنية|تقنيه|تقنيات|تكنولوجيا|التكنولوجيا|تكنولوجي|علوم وتقنية|علوم وتكنولوجيا
    |تقنية وعلوم|العلوم والتقنية|العلوم والتكنولوجيا|تكنولوجيا وعلوم|تقنية المعلومات
    |أخبار التقنية|اخبار تقنية|أخبار تكنولوجيا|عالم التقنية|عالم التكنولوجيا
    |اقتصاد رقمي وتقنية|تكنولوجيا واتصالات|علوم وتكنولوجية|ذكاء اصطناعي|الذكاء الاصطناعي
    |علم وتكنولوجيا|تكنو|ديجيتال|technology|tech|technologies|science technology
    |science and technology|sci tech|scitech|tech news|technology news|science tech
    |techno|tecno|hi tech|ict|it tech|tech science
    |science et tech|sciences tech|tech web|digital technik|wissenschaft technik|tech internet
    |ciencia tech|tecnologia digital|nauka i technologie|nowe technologie|technologie|техно
    |хай тек|техника|tech en wetenschap|wetenschap en technologie|khoa học công nghệ|số hóa
    |tech science|it|information technology|digital|technologie|high tech|hightech|numérique
    |sciences et technologies|sciences technologies|technik|netzwelt|digitales|technik motor
    |wissen technik|it tech|teknoloji|bilim teknoloji|bilim ve teknoloji|teknoloji haberleri
    |tecnología|tecnologia|ciencia y tecnología|ciencia tecnología|tecnologia e ciência
    |scienza e tecnologia|فناوری|تکنولوژی|علم و فناوری|فناوری اطلاعات|علمی و فناوری
    |دانش و فناوری|علم و تکنولوژی|ٹیکنالوجی|سائنس و ٹیکنالوجی|سائنس اور ٹیکنالوجی
    |سائنس ٹیکنالوجی|технологии|наука и технологии|наука и техника|технології|teknologi
    |teknik|teknologia|technologia|tehnologija|tehnologie|technológia|technológie|technika
    |τεχνολογία|טכנולוגיה|テクノロジー|科技|技术|기술|iptek|tekno|sains teknologi|công nghệ|เทคโนโลยี
    |web|internet|computer|computing|pixels|tec|vida digital|ciência e tecnologia|economie numérique
    |économie numérique|دانش و فن|علم و فن|ит|it 과학|it·과학|과학·it|it/과학|数码|數位
    |3c|3c家電|数码科技|科技新知
    |प्रौद्योगिकी|टेक्नोलॉजी|টেকনোলজি|প্রযুক্তি
    """
)
"""What the menus of news sites in these languages call technology news."""

_FOLDED = frozenset(fold(name) for name in TECHNOLOGY_NAMES)
_SERVICE_NAMES = frozenset(
    fold(name)
    for name in labels(
        """
        home|home page|about|about us|contact|contact us|login|log in|sign in|sign up|register
        |subscribe|privacy|privacy policy|terms|terms of use|advertise|advertise with us|search
        |newsletter|rss
        |archive|archives|careers|jobs|sitemap|cookies|my account|skip to content|menu|en|ar|fr
        |الرئيسية|الصفحة الرئيسية|من نحن|اتصل بنا|تواصل معنا|تسجيل الدخول|تسجيل|اشترك|اشتراك
        |بحث|سياسة الخصوصية|شروط الاستخدام|أعلن معنا|اعلن معنا|النشرة البريدية|الأرشيف|وظائف
        |خريطة الموقع|accueil|contact|connexion|s'abonner
        |mentions légales|startseite|impressum|datenschutz|kontakt|anmelden|ana sayfa
        |iletişim|hakkımızda|خانه|صفحه اصلی|تماس با ما|درباره ما|inicio|contacto
        """
    )
)


def is_technology(name: str) -> bool:
    """True where a section of this name is one of technology news."""
    return fold(name.replace("-", " ").replace("_", " ")) in _FOLDED


_DIRECTORIES = labels(
    """
    categories|category|topics|sections|subjects|rubriques|categorie|kategorien|themen|kategoriler
    |categorias|secciones|temas|rubriki|kategori|kategorier|التصنيفات|الأقسام|اقسام|أقسام|الفئات
    |المواضيع|دسته‌ها|دسته-بندی
    """
)
"""The last part of the address of a page that lists all sections of its site."""


def is_directory(url: str) -> bool:
    """Whether an address may be that of a site's list of all its sections."""
    parts = [part for part in path_segments(url) if not part.startswith("index.")]
    return bool(parts) and parts[-1].lower().partition(".")[0] in _DIRECTORIES


def find_sections(page: Page) -> tuple[SectionLink, ...]:
    """The sections in the menus of a home page, technology first, else in the page's order.

    A link anywhere on the page counts where its name is a technology section's. Raises
    `UnusablePage` as `parse_page` does.
    """
    root = parse_page(page).tree
    body = root.find(".//body")
    found: dict[str, SectionLink] = {}
    for anchor in read_anchors(body if body is not None else root, page.final_url):
        technology = is_technology(anchor.text)
        if not technology and (anchor.region is not Region.CHROME or not _may_be_section(anchor)):
            continue
        key = listing_key(anchor.url)
        if key in found or not _leads_within(anchor, page.final_url):
            continue
        found[key] = SectionLink(anchor.url, anchor.text, technology)
    ordered = sorted(found.values(), key=lambda section: not section.technology)
    return tuple(ordered[:MAX_SECTIONS])


def _may_be_section(anchor: Anchor) -> bool:
    return (
        bool(anchor.text)
        and words_in(anchor.text) <= MAX_WORDS
        and not is_page_label(anchor.text)
        and fold(anchor.text) not in _SERVICE_NAMES
        and article_likeness(anchor.url) < 0.7
    )


def _leads_within(anchor: Anchor, page_url: str) -> bool:
    own = same_site(anchor.url, page_url) and not is_file(anchor.url)
    return own and bool(path_segments(anchor.url) or "?" in anchor.url)
