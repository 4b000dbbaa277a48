"""The further pages of a listing: numbered, offset, labelled, and named in "load more" buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.listings.labels import labels
from pipeline.urls import canonical_url, host_port

MAX_NEXT_URLS = 200
"""Further pages taken from one listing page; a listing that numbers all its pages has few more."""

_PARAMETER = re.compile(
    r"page|paged|pg|pagenum|page_?no|page_?number|page_?index|page_?num|pagina|seite|sayfa|strona|start|limitstart|offset"
    r"|debut(?:_\w+)?|currentpage|p|fd_page|npage|pnum|cur_page|safha|صفحة|صفحه"
)
_WORDS = (
    r"page|pages|p|pg|pag|seite|pagina|página|sayfa|strona|strana|stranica|sida|side|sivu|halaman"
    r"|hal|trang|safha|safhe|safheh|oldal|صفحة|صفحه|الصفحة"
)
_PATH_PAGE = re.compile(
    rf"(?P<stem>.*?)[/._-](?:{_WORDS})[/._:=,-]?(?P<number>\d{{1,6}})(?:\.\w{{2,5}})?/?",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?P<stem>.*?)[/_,-]?(?P<number>\d{1,4})(?P<end>\.\w{2,5})?/?")
INDEX = re.compile(r"/(?:index|default|home)(?:\.\w{2,5})?$|\.(?:html?|php|aspx?)$", re.IGNORECASE)
_IS_ONE = re.compile(r"[/,_-]1(?:\.\w{2,5})?/?$")

NEXT_LABELS = labels(
    """
    next|next page|earlier stories|earlier news|earlier posts|earlier articles|previous stories
    |previous articles|past stories|past articles|more headlines|further articles
    |older|older posts|older entries|older articles|older stories|older news
    |previous entries|previous posts|more posts|more articles|more stories|more news|load more
    |show more|view more|see more|next »|next >|›|»|>|>>|→|next →|next ›|← older posts|التالي
    |التالية|المشاركات الأقدم|مشاركات أقدم|المواضيع الأقدم
    |الصفحة التالية|التالى|المزيد|عرض المزيد|تحميل المزيد|شاهد المزيد|مقالات أقدم
    |تدوينات أقدم|الأقدم|أقدم|مواضيع أقدم|رسائل أقدم|المقالات السابقة|المواضيع السابقة|بعدی
    |صفحه بعد|صفحه بعدی|بعد|قدیمی‌تر|قدیمی تر|نوشته‌های قدیمی‌تر|بیشتر|مطالب بیشتر|اگلا
    |اگلا صفحہ|مزید|پرانی تحریریں|suivant|suivante|page suivante|plus ancien|plus anciens
    |articles plus anciens|articles précédents|billets plus anciens|afficher plus|voir plus
    |weiter|nächste|nächste seite|ältere|ältere beiträge|ältere artikel|mehr laden|mehr anzeigen
    |siguiente|página siguiente|entradas antiguas|entradas anteriores|publicaciones anteriores
    |postagens antigas|billets précédents|articoli precedenti|ältere einträge|پست‌های قدیمی‌تر
    |más noticias|cargar más
    |sonraki|sonraki sayfa|daha eski|eski yazılar|daha fazla|daha fazla göster|próxima|próximo
    |seguinte|successivo|successiva|prossima|avanti|volgende|nästa|следующая|далее
    |veja mais|ver mais|carregar mais|mostrar mais|mais notícias|ver más|mostrar más
    |carica altri|mostra altro|mostra altri|altre notizie|meer laden|toon meer|meer nieuws
    |muat lainnya|lihat lainnya|muat lebih banyak|berita lainnya|selanjutnya|berikutnya
    |след.|следующие|показать ещё|показать еще|загрузить ещё|загрузить еще|ещё новости
    |больше новостей|daha fazla yükle|daha fazla haber|نمایش بیشتر|مشاهده بیشتر|موارد بیشتر
    |مزید خبریں|مزید دیکھیں|دواتر|زیاتر|هەواڵی زیاتر|もっと見る|次へ|次のページ|さらに表示
    |더보기|다음|다음 페이지|下一页|下一頁|更多|加载更多|查看更多|更早|後一頁|下頁
    |過去の記事|前の記事|次の
    |afficher plus d'articles|load more articles|load more news|load more stories
    |show more articles|show more news|show more stories|cargar más artículos
    |carregar mais notícias|carica altre notizie
    |עוד כתבות|לעוד כתבות|כתבות נוספות|לכתבות קודמות|כתבות קודמות|טען עוד|הצג עוד|הבא|העמוד הבא
    |לעמוד הבא|następna|następna strona|następne|starsze|starsze wpisy|starsze artykuły
    |pokaż więcej|załaduj więcej|zobacz więcej|więcej artykułów
    |více článků|další|starší|další články
    |načíst další|zobrazit další|ďalšie|následující|következő|régebbi|régebbi bejegyzések
    |tovább|több hír|további cikkek|următoarea|mai vechi|mai multe știri|încarcă mai multe
    |наступна|далі|показати ще|завантажити ще|більше новин|ранее|старые записи|ещё
    |загрузить больше|показать больше|следующая страница|următoarea pagină|xem thêm|trang sau
    |tiếp theo|tải thêm|xem tiếp|tin cũ hơn|ถัดไป|โหลดเพิ่มเติม|ดูเพิ่มเติม|अगला|और देखें|और खबरें
    |আরও|পরবর্তী|আরও দেখুন|επόμενη|επόμενο|επόμενη σελίδα|περισσότερα|παλαιότερα
    |παλαιότερα άρθρα|φόρτωση περισσότερων|visa fler|äldre|äldre inlägg|ladda fler|nästa sida
    |vis flere|last inn flere|eldre innlegg|neste|neste side|næste|næste side|ældre|indlæs flere
    |seuraava|seuraava sivu|näytä lisää|vanhemmat|lataa lisää|volgende pagina|oudere berichten
    |oudere artikelen|meer artikelen|weitere artikel|weitere meldungen|mehr artikel|ältere meldungen
    |articoli precedenti|pagina successiva|più vecchi|post più vecchi|carica altri articoli
    |postagens mais antigas|mais antigas|próxima página|página seguinte|artigos anteriores
    |más antiguas|más antiguos|cargar más noticias|ver más noticias|plus d'articles|charger plus
    |voir plus d'articles|articles suivants|daha eski haberler|diğer haberler|أخبار أقدم
    |الأخبار الأقدم|تحميل المزيد من الأخبار|عرض المزيد من الأخبار|مقالات سابقة|أخبار سابقة
    |صفحهٔ بعد|بارگذاری بیشتر|اخبار بیشتر|قدیمی ترها|اگلی خبریں
    """
)
"""What links to the next page are called. «السابق» alone may mean either direction and is no
label of its own."""

_BOTH_WAYS = labels(
    """
    previous|prev|previous page|previous issue|العدد السابق|العدد الماضي|numéro précédent|شماره قبل
    |شماره قبلی|vorherige ausgabe|edición anterior|edição anterior|numero precedente|önceki sayı
    |newer|newer posts|newer entries|newest|first|first page|last
    |last page|previous day|yesterday|previous week|previous month|earlier|السابق|اليوم السابق
    |الأمس|أمس|الأسبوع السابق|الشهر السابق|السابقة|الصفحة السابقة|السابقه|الأحدث|أحدث
    |مقالات أحدث|تدوينات أحدث|مواضيع أحدث|الأولى|الصفحة الأولى|الأخيرة|الصفحة الأخيرة|قبلی
    |صفحه قبل|صفحه قبلی|جدیدتر
    |پچھلا|précédent|précédente|plus récent|plus récents|première|dernière|zurück|vorherige
    |vorheriger tag|jour précédent|día anterior
    |neuere|neuere beiträge|anterior|siguientes|entradas más recientes|önceki|önceki sayfa|ilk|son
    """
)
WHOLE_LABELS = labels(
    """
    archive|archives|full archive|view archive|view the archive|archive of all posts|all posts
    |all articles|all news|all stories|view all|see all|show all|view all posts|view all articles
    |see all posts|see all articles|all entries|الأرشيف|أرشيف|كل المقالات|جميع المقالات
    |كل الأخبار|جميع الأخبار|كل المواضيع|جميع المواضيع|كل التدوينات|عرض الكل|مشاهدة الكل
    |شاهد الكل|المزيد من الأخبار|المزيد من المقالات|آرشیو|بایگانی|همه مطالب|مشاهده همه
    |تمام خبریں|toutes les actualités|tous les articles|voir tout|alle artikel|alle beiträge
    |archiv|archivo|todos los artículos|ver todo|ver todas|tümü|tüm haberler|arşiv
    """
)
"""What links to a list of the whole section are called."""

_POINT = re.compile(
    r"before|cursor|after|older|until|to|till|max_?id|last_?id|before_?(?:id|date|time)|updated-max"
    r"|page_?token|next_?token|continuation|start_?after|from_?id|olderthan|older_?than"
)
_WHOLE_PATHS = frozenset({"archive", "archives", "all", "latest", "أرشيف", "الأرشيف"})
_NUMBER = re.compile(r"[^=]+=\d{1,6}")
_LETTERS = re.compile(r"[^\W\d_]")
_LETTERS_RUN = re.compile(r"[^\W\d_]+")
_PAGE_WORD = re.compile(
    rf"(?:{_WORDS}|seite|página|stranica|стр\.?)\s*:?\s*\d{{1,5}}(?:\s*(?:/|of|من|از)\s*\d+)?"
)
_EDGES = re.compile(r"^[\s«»<>‹›←→…\-–—|]+|[\s«»<>‹›←→…\-–—|]+$")


_TWO_LANGUAGES = re.compile(r"\s+[·|/•–—]\s+")
_COUNT = re.compile(r"\s*[\d٠-٩۰-۹]{1,3}\s*(?:件|条|篇|개)?")
MAX_LABEL = 40
"""Letters of a label that tells the way to another page."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address split in the listing it belongs to and its page's number (None: the first)."""

    key: str
    number: int | None


@lru_cache(maxsize=8192)
def place_of(url: str) -> Place:
    """The listing that a canonical URL belongs to, and its page where the address says it."""
    parts = urlsplit(url)
    number: int | None = None
    kept: list[str] = []
    given = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in given:
        is_page = _PARAMETER.fullmatch(name.lower()) and value.isdecimal()
        is_post = name == "p" and parts.path in {"", "/"} and len(given) == 1  # of WordPress
        if is_page and not is_post:
            number = int(value)
        else:
            kept.append(f"{name}={value}")
    path = unquote(parts.path)
    found = _PATH_PAGE.fullmatch(path)
    if found and number is None:
        path, number = found["stem"], int(found["number"])
    return Place(_key(url, path, kept), number)


def listing_key(url: str) -> str:
    """One name for all pages of a listing and all forms of its address (slash, index.html)."""
    return place_of(url).key


def loose_place(url: str) -> Place | None:
    """As `place_of`, for forms as «tech2.html», «tech/2/» and «index-1.html», which an article's
    address may have too; None where the path ends in no number."""
    parts = urlsplit(url)
    found = _LOOSE.fullmatch(unquote(parts.path))
    if not found:
        return None
    query = [f"{name}={value}" for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    return Place(_key(url, found["stem"] + (found["end"] or ""), query), int(found["number"]))


def first_page_key(url: str) -> frozenset[str]:
    """The name of the listing of which an address is page 1: "/tech/1", "/tech,1.html"."""
    loose = loose_place(url)
    is_first = loose is not None and _IS_ONE.search(urlsplit(url).path)
    return frozenset({loose.key} if loose and is_first else ())


def is_numbered_view(url: str, keys: frozenset[str]) -> bool:
    """True for the address of a listing in `keys` with one more parameter, whatever its name, and
    that a number: what a link labelled with a number then leads to is a page of it."""
    path, _, query = place_of(url).key.partition("?")
    given = set(query.split("&")) - {""}
    for key in keys:
        own, _, wanted = key.partition("?")
        wanted_query = set(wanted.split("&")) - {""}
        more = given - wanted_query
        if (
            path == own
            and wanted_query <= given
            and len(more) == 1
            and _NUMBER.fullmatch(next(iter(more)))
        ):
            return True
    return False


def is_from_point(url: str, keys: frozenset[str]) -> bool:
    """True for the address of a listing in `keys` that says from which article or moment it goes
    on: "?before=1764000000", "?cursor=bzo4", "/after/30456"."""
    path, _, query = place_of(url).key.partition("?")
    above, name, value = [*path.rsplit("/", 2), "", ""][:3]
    if value and _POINT.fullmatch(name) and f"{above}?{query}" in keys:
        return True
    given = set(query.split("&")) - {""}
    for key in keys:
        own, _, wanted = key.partition("?")
        more = given - set(wanted.split("&"))
        if path == own and len(more) == 1 and set(wanted.split("&")) - {""} <= given:
            name, _, value = next(iter(more)).partition("=")
            if value and _POINT.fullmatch(name.lower()):
                return True
    return False


@lru_cache(maxsize=4096)
def is_next_label(text: str) -> bool:
    """True where a link's text says "next", "older" or "more", in any of the known languages."""
    folded = " ".join(text.lower().split())
    if len(folded) > MAX_LABEL:
        return False
    bare = _EDGES.sub("", folded)
    if folded in NEXT_LABELS or bare in NEXT_LABELS:
        return True
    if _TWO_LANGUAGES.search(bare):
        return any(part in NEXT_LABELS for part in _TWO_LANGUAGES.split(bare))
    counted = _COUNT.sub(" ", bare)  # "next 10", "load 10 more", "次の10件"
    return counted != bare and _EDGES.sub("", " ".join(counted.split())) in NEXT_LABELS


def is_sure_next_label(text: str) -> bool:
    """True for a label of two words or more: "older articles", "next page"."""
    return is_next_label(text) and len(_LETTERS_RUN.findall(text)) > 1


@lru_cache(maxsize=4096)
def is_page_label(text: str) -> bool:
    """True where a link's text is a page's number, signs without letters, none at all, or a label
    that goes forward or back."""
    folded = " ".join(text.lower().split())
    if len(folded) > 40:
        return False
    return not _LETTERS.search(folded) or bool(
        _PAGE_WORD.fullmatch(folded) or is_next_label(folded) or is_way_label(folded)
    )


def is_way_label(text: str) -> bool:
    """True where a link's text says "previous", "first" or the like: which way that is, the
    site's order of pages decides."""
    folded = " ".join(text.lower().split())
    return len(folded) <= 40 and _EDGES.sub("", folded) in _BOTH_WAYS


def is_whole_label(text: str) -> bool:
    """True where a link's text says that all of something, or more of it, is listed there."""
    words = " ".join(text.lower().split())
    return is_next_label(text) or _EDGES.sub("", words) in WHOLE_LABELS


def is_whole_below(url: str, section: str, text: str) -> bool:
    """True where the address, below the section's own, is said to list all of it: an archive."""
    base, own = place_of(section).key.partition("?")[0], place_of(url).key.partition("?")[0]
    if "/" not in base or not own.startswith(f"{base}/"):
        return False
    name = own[len(base) + 1 :]
    words = " ".join(_EDGES.sub("", text.lower()).split())
    return "/" not in name and (name in _WHOLE_PATHS or words in WHOLE_LABELS)


def urls_in_attributes(attributes: dict[str, str], base: str) -> tuple[str, ...]:
    """The addresses that a "load more" element names in its data, htmx or href attributes."""
    found: list[str] = []
    for name, value in attributes.items():
        named = name in {"hx-get", "href", "formaction"} or (name.startswith("data-"))
        if named and value and value[0] in "/?h" and " " not in value and len(value) > 1:
            if value[0] == "h" and not value.startswith(("http://", "https://")):
                continue
            url = canonical_url(value, base)
            if url and host_port(url) == host_port(base):
                found.append(url)
    return tuple(found)


def _key(url: str, path: str, query: list[str]) -> str:
    path = INDEX.sub("", path).rstrip("/")
    host = host_port(url).removeprefix("www.")
    return f"{host}{path.lower()}?{'&'.join(sorted(query))}"
