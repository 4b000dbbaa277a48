"""Boxes beside a section's list that say by their heading that they choose from the whole site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import MAX_ANCHORS, Anchor, text_of_element
from crawler.listings.choice.regions import Region
from crawler.listings.labels import folded_label, labels, words_in
from crawler.listings.pagination import is_page_label, place_of
from pipeline.words.folding import fold

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAY_HEAD = (
    *HEADINGS,
    "div",
    "span",
    "p",
    "strong",
    "b",
    "td",
    "th",
    "dt",
    "legend",
    "summary",
    "li",
    "a",
    "button",
)
_MAX_LABEL = 40
"""Letters of a heading that names a box."""

_MAX_DEPTH = 3
"""How many wrappers a box's heading may have before its links come."""

MAX_COLUMN_DEPTH = 12
"""How many elements above a box may be of its column."""

LEAST_BEFORE = 8
"""Stories before a box of the newest, at least, that are a list of their own."""

MIN_WORDS = 4
"""Words of a link that tells a story."""

_SHOWS = ("href", "data-target", "data-bs-target")
"""Attributes by which a tab names the element that it shows."""

_DIGITS = re.compile(r"\d+")

BESIDE_LABELS = labels(
    """
    most read|most popular|most viewed|most shared|most commented|most watched|popular|popular now
    |popular posts|popular stories|popular articles|popular news|trending|trending now
    |trending stories|top stories|top news|top reads|editor's picks|editors' picks|editors picks
    |editor's choice|editors' choice|editor's pick|our picks|staff picks|must read|must reads
    |don't miss|you may like|you may also like|you might like|you might also like|recommended
    |recommended for you|recommended stories|suggested for you|for you|related|related articles
    |related stories|related posts|more from us|more from our site|elsewhere on the site
    |from the web|around the web|from our partners|our partners|sponsored|partner content
    |promoted stories|in other news|in case you missed it
    |what to read next|read next|up next|from other sections|breaking news|live now
    |الأكثر قراءة|الأكثر مشاهدة|الأكثر تفاعلا|الأكثر شيوعا|الأكثر تداولا|الأكثر تعليقا
    |الأكثر مشاركة|الأكثر شعبية|الأكثر بحثا|الأكثر زيارة|الأشهر|رائج|الرائج|رائج الآن|الأعلى قراءة
    |شائع|اختيارات المحرر|اختيارات المحررين|اختيار المحرر|اختيارات التحرير|اختيارات القراء
    |مختارات|مختارات المحرر|اخترنا لك|اخترنا لكم|اخترنا لكم اليوم|ننصحك بقراءة|نرشح لك|نوصي به
    |قد يعجبك|قد يعجبك أيضا|قد يهمك|قد يهمك أيضا|ربما يعجبك|مقترحات|مقترح لك|مقترحة لك|لا يفوتك
    |لا تفوت|لا تفوتك|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|ذات صلة|من أقسام أخرى
    |أقسام أخرى|من الموقع|عاجل|أخبار عاجلة|محتوى ممول|اقرأ أيضا|شاهد أيضا
    |meistgelesen|meistgelesene artikel|am meisten gelesen|beliebt|beliebte artikel|empfehlungen
    |empfohlen|das könnte sie auch interessieren|das könnte dich auch interessieren|im trend
    |tipps der redaktion|empfehlungen der redaktion|aus anderen ressorts|top themen
    |les plus lus|les plus consultés|le plus lu|plus lus|populaires|tendances|à ne pas manquer
    |à la une|le choix de la rédaction|nos choix|vous aimerez aussi|à lire aussi|recommandés
    |articles populaires|lo más leído|lo más visto|más leídas|más leídos|populares|tendencias
    |te puede interesar|destacados|recomendados|no te pierdas|mais lidas|mais lidos|em alta
    |destaques|leia também|i più letti|più letti|in evidenza|da non perdere|consigliati
    |çok okunanlar|en çok okunanlar|çok okunan haberler|editörün seçtikleri|öne çıkanlar|popüler
    |meest gelezen|populair|aanbevolen|самое читаемое|популярное|самое популярное|выбор редакции
    |читайте также|рекомендуем|پربازدیدترین|پربازدیدها|پربازدید|پربیننده‌ترین|پیشنهاد سردبیر
    |پیشنهاد ویژه|محبوب‌ترین|مطالب مرتبط|مطالب پیشنهادی|مقبول ترین|terpopuler|rekomendasi
    |hot news|hot topics|what's hot|أخبار ساخنة|الأكثر متابعة|الأكثر انتشارا|ينصح به
    |đọc nhiều|đọc nhiều nhất|xem nhiều|xem nhiều nhất|tin nóng|tin nổi bật|nổi bật
    |có thể bạn quan tâm
    |najczęściej czytane|najpopularniejsze|popularne|polecane|polecamy|nie przegap
    |הנקראות ביותר|הכי נקראות|הכי נצפים|פופולרי|מומלצים|אולי יעניין אותך|עוד באתר
    |热点|热门|热门文章|热点新闻|热点排行|点击排行|排行榜|热门排行|阅读排行|推荐阅读|相关推荐|相关阅读|編集部おすすめ
    |人気記事|ランキング|アクセスランキング|おすすめ|注目の記事|인기 기사|많이 본 뉴스|추천 기사
    |nejčtenější|nejčtenější články|doporučujeme|legolvasottabb|népszerű|ajánlott|cele mai citite
    |populare|recomandate|найпопулярніше|популярне|популярні новини|читайте також|сейчас читают
    |mest läst|mest lästa|mest lest|mest læst|suosituimmat|luetuimmat|anbefalet|anbefalt
    |also in the news|most read today|most read this week|most popular this week
    |most popular stories|most read stories|most read articles|most read news
    |الأكثر قراءة اليوم|الأكثر قراءة هذا الأسبوع|المقالات الأكثر قراءة|الأخبار الأكثر قراءة
    |أخبار قد تهمك|مقالات قد تعجبك|auch interessant|meistgelesene beiträge
    |die meistgelesenen artikel|mehr aus anderen ressorts|les articles les plus lus
    |à ne pas rater|nos recommandations|ilginizi çekebilir|bunlar da ilginizi çekebilir
    |sizin için seçtiklerimiz|günün öne çıkanları|پربازدیدترین‌ها|پربازدیدترین ها
    |پربازدیدترین اخبار|پربیننده‌ترین‌ها|پربیننده‌ترین ها|پربیننده‌ترین اخبار|پربحث‌ترین‌ها
    |پربحث‌ترین ها|داغ‌ترین‌ها|داغ‌ترین اخبار|پیشنهاد ما
    |δημοφιλή|τα πιο δημοφιλή|διαβάστε επίσης|προτεινόμενα|लोकप्रिय|ट्रेंडिंग|সর্বাধিক পঠিত
    |زیادہ پڑھی جانے والی|paling banyak dibaca|terkini lainnya|baca juga|meest bekeken
    """
)
"""What a box is called that holds what readers or editors of all sections chose. «آخر الأخبار» and
"latest" are left out: sections head their own lists so; and what labels an advertisement, as its
place may be empty."""

_FOLDED = frozenset(fold(label) for label in BESIDE_LABELS)


def in_boxes_beside(body: HtmlElement, anchors: Collection[Anchor]) -> frozenset[HtmlElement]:
    """Those of the links that stand in a box which a heading names so.

    A box is what comes first after the heading and holds links, with its like neighbours; the rest
    of the page may be the list itself. Where the heading is a tab, the box is what it shows.
    """
    elements = {anchor.element for anchor in anchors}
    found: set[HtmlElement] = set()
    panes = _panes(body)
    for heading in body.iter(*_MAY_HEAD):
        if heading in panes:
            shown: Iterable[HtmlElement] = panes[heading].iter("a")
            found.update(link for link in shown if link in elements)
        elif _is_label(heading) and not any(inner in panes for inner in heading.iter()):
            box = list(links_below(heading, elements))
            if len({link.get("href") for link in box}) > 1:  # else it is one record's own kicker
                found.update(box)
    return frozenset(found)


def in_columns_beside(
    boxed: Collection[HtmlElement], listed: Collection[HtmlElement], links: Collection[Anchor]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in one column with a box beside the list: in the largest
    element around it that holds none of the links `listed` right below the page's heading."""
    around = {element for link in listed for element in (link, *link.iterancestors())}
    columns: set[HtmlElement] = set()
    for link in boxed:
        above = (element for element in (link, *link.iterancestors()) if element not in around)
        columns.update(islice(above, MAX_COLUMN_DEPTH))
    return frozenset(
        anchor.element for anchor in links if not columns.isdisjoint(anchor.element.iterancestors())
    )


LATEST_LABELS = labels(
    """
    latest|latest news|the latest|newest|recent|recent news|recent posts|recent articles|just in
    |latest stories|latest articles|latest posts|new on the site|news feed|newsfeed|live feed
    |آخر الأخبار|أحدث الأخبار|اخر الاخبار|الأحدث|أحدث المقالات|آخر المقالات|أحدث المواضيع
    |جديد الموقع|آخر المستجدات|آخرین اخبار|تازه‌ترین اخبار|تازه ترین اخبار|جدیدترین اخبار
    |تازہ ترین|تازہ ترین خبریں|dernières nouvelles|dernières actualités|derniers articles|en direct
    |dernières infos|le fil info|neueste artikel|neueste nachrichten|neueste beiträge|aktuelles
    |aktuelle meldungen|últimas noticias|lo último|últimos artículos|más recientes|últimas
    |ultime notizie|ultimi articoli|son haberler|son dakika|en son haberler|son eklenenler
    |laatste nieuws|последние новости|свежие новости|найновіше|останні новини|najnowsze|terbaru
    |berita terbaru|senaste nytt|siste nytt|seneste nyt|uusimmat|tin mới nhất|最新|最新ニュース
    """
)
"""What a box of the newest of the whole site is called; a section may head its own list so."""

_LATEST = frozenset(fold(label) for label in LATEST_LABELS)


def in_boxes_of_all(
    body: HtmlElement, anchors: Collection[Anchor], own: Collection[Anchor]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in a box headed "latest news", where another box is headed by
    the section's own name in a heading of the same level. `own` are links to the section."""
    elements = {anchor.element for anchor in anchors}
    links = {anchor.element for anchor in own}
    names = {fold(anchor.text) for anchor in own if anchor.text}
    headings = [heading for heading in body.iter(*HEADINGS) if heading.tag != "h1"]
    latest = [heading for heading in headings if _said(heading) in _LATEST]
    if not latest:
        return frozenset()
    mine = [h for h in headings if _said(h) in names or any(a in links for a in h.iter("a"))]
    levels: dict[str, set[HtmlElement]] = {}
    for heading in mine:
        levels.setdefault(heading.tag, set()).update(links_below(heading, elements))
    found: set[HtmlElement] = set()
    for heading in latest:
        box = set(links_below(heading, elements))
        listed = levels.get(heading.tag)
        if listed and box.isdisjoint(listed):
            found |= box
    return frozenset(found)


def in_boxes_after_list(
    body: HtmlElement, anchors: Collection[Anchor], own: Collection[Anchor]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in a box headed "latest news" after many more stories: these
    are the section's own list, and the few in the box of the whole site, unless a link to a further
    page of the section comes next. `own` are links to the section."""
    here = (anchor for anchor in anchors if anchor.region is Region.MAIN)
    stories = [a for a in here if a.is_titled or words_in(a.title) >= MIN_WORDS]
    if len({story.url for story in stories}) < LEAST_BEFORE:
        return frozenset()
    index = {anchor.element: anchor.index for anchor in anchors}
    elements = set(index)
    found: set[HtmlElement] = set()
    for heading in body.iter(*_MAY_HEAD):
        said = (heading.text or "").strip()
        if not said or len(said) > _MAX_LABEL or folded_label(said) not in _LATEST:
            continue
        box = [link for link in links_below(heading, elements) if link in index]
        if not box:
            continue
        first = min(index[link] for link in box)
        inside = {link.get("href") for link in box}
        before = {a.url for a in stories if a.index < first and a.element.get("href") not in inside}
        if _goes_on(max(index[link] for link in box), stories, own):
            continue
        if len(inside) > 1 and len(before) >= max(LEAST_BEFORE, 2 * len(inside)):
            found.update(box)
    return frozenset(found)


def _goes_on(last: int, stories: Collection[Anchor], own: Collection[Anchor]) -> bool:
    """Whether after the link with this index a page of the section comes before any other story."""
    after = (anchor for anchor in own if anchor.index > last)
    pages = [a.index for a in after if is_page_label(a.text) or place_of(a.url).number is not None]
    others = [story.index for story in stories if story.index > last]
    return bool(pages) and min(pages) < min(others, default=MAX_ANCHORS)


def _panes(body: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """What tabs that are called so show, by the tab."""
    named: dict[HtmlElement, str] = {}
    for tab in body.iter("a", "button", "li"):
        shown = [tab.get("aria-controls") or ""]
        shown += [value[1:] for name in _SHOWS if (value := tab.get(name) or "").startswith("#")]
        if any(shown) and _said(tab) in _FOLDED:
            named[tab] = next(filter(None, shown))
    by_id = {element.get("id"): element for element in body.iter() if element.get("id")}
    return {tab: by_id[name] for tab, name in named.items() if name in by_id}


def _is_label(element: HtmlElement) -> bool:
    if element.tag == "a" and not (element.get("href") or "#").startswith("#"):
        return False  # a link to such a list is no heading, but that of a tab is
    if len(element) > 3 or not 3 <= len(element.text_content().strip()) <= 2 * _MAX_LABEL:
        return False
    if len(element) and sum(1 for _ in islice(element.iter(), 8)) > 6:
        return False
    return _said(element) in _FOLDED


def _said(element: HtmlElement) -> str:
    return folded_label(text_of_element(element, _MAX_LABEL))


def links_below(heading: HtmlElement, elements: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The links of what comes first after a heading and holds some, with its like neighbours."""
    current = heading
    for _ in range(_MAX_DEPTH):
        box: str | None = None
        for sibling in current.itersiblings():
            if not isinstance(sibling.tag, str) or sibling.tag == "br":
                continue
            links = [link for link in sibling.iter("a") if link in elements]
            if box is None and not links:
                if sibling.tag in HEADINGS:
                    return
                continue
            if not links or box not in (None, _looks(sibling)):
                break
            box = _looks(sibling)
            yield from links
        if box is not None:
            return
        parent = current.getparent()
        if parent is None or parent.tag in {"body", "main"}:
            return
        if any(link in elements and link is not heading for link in parent.iter("a")):
            return
        current = parent


def _looks(element: HtmlElement) -> str:
    return f"{element.tag} {_DIGITS.sub('', element.get('class') or '')}"
