"""Pages that the menus of nearly every site lead to, and that are no sections of news."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.listings.labels import COUNT, folded_label, labels
from pipeline.urls import path_segments
from pipeline.words.folding import fold

_NAMES = frozenset(
    fold(name)
    for name in labels(
        """
        home|home page|about|about us|about me|contact|contact us|login|log in|sign in|sign up
        |register|subscribe|privacy|privacy policy|terms|terms of use|advertise|advertise with us
        |search|newsletter|rss|archive|archives|all posts|tags|authors|links|friends|guestbook
        |careers|jobs|sitemap|cookies|my account|skip to content|menu|en|ar|fr
        |الرئيسية|الصفحة الرئيسية|من نحن|عن الموقع|عن المدونة|حول|اتصل بنا|تواصل معنا|تسجيل الدخول
        |تسجيل|اشترك|اشتراك|بحث|سياسة الخصوصية|شروط الاستخدام|أعلن معنا|اعلن معنا|النشرة البريدية
        |الأرشيف|الأرشيفات|أرشيف|الوسوم|وظائف|خريطة الموقع
        |خانه|صفحه اصلی|تماس با ما|درباره ما|درباره|درباره من|بایگانی|آرشیو|برچسب‌ها|پیوندها|جستجو
        |صفحۂ اول|ہوم|ہمارے بارے میں|رابطہ
        |accueil|connexion|s'abonner|mentions légales|à propos|archives|étiquettes|mots-clés|liens
        |rechercher
        |startseite|impressum|datenschutz|kontakt|anmelden|über|über uns|über mich|archiv
        |schlagwörter|suche
        |inicio|contacto|acerca|acerca de|sobre|archivo|archivos|etiquetas|buscar|enlaces
        |home page|chi siamo|contatti|archivio|archivi|etichette|cerca|informazioni
        |início|contato|arquivo|arquivos|sobre mim|sobre nós|marcadores|pesquisar
        |over|over ons|over mij|archief|archieven|labels|zoeken
        |ana sayfa|iletişim|hakkımızda|hakkında|hakkımda|arşiv|arşivler|etiketler|ara
        |beranda|tentang|tentang kami|kontak|arsip|tag|label|cari
        |главная|о нас|о сайте|о себе|обо мне|о блоге|о|об авторе|контакты|архив|архивы|теги|метки
        |поиск|ссылки
        |головна|про нас|про|про мене|контакти|архів|архіви|теги|позначки|пошук
        |strona główna|o nas|o mnie|archiwum|tagi|szukaj
        |trang chủ|giới thiệu|liên hệ|lưu trữ|thẻ|tìm kiếm
        |首页|首頁|主页|关于|關於|关于我|關於我|归档|歸檔|标签|標籤|友链|友鏈|友情链接|留言|留言板|搜索|搜尋|文章
        |ホーム|このサイトについて|お問い合わせ|アーカイブ|タグ|検索|リンク|記事
        |홈|소개|연락처|아카이브|태그|검색|방명록|글
        """
    )
)
"""What they are called, folded."""

_ADDRESSES = labels(
    """
    archives|archive|tags|tag|authors|about|about-me|about-us|contact|links|friends|guestbook|search
    """
)
"""The last part of the addresses of such pages, in whatever language they are named."""

_DIRECTORIES = labels(
    """
    categories|category|topics|sections|subjects|rubriques|categorie|kategorien|themen|kategoriler
    |categorias|secciones|temas|rubriki|kategori|kategorier|التصنيفات|الأقسام|اقسام|أقسام|الفئات
    |المواضيع|دسته‌ها|دسته-بندی
    """
)
"""The last part of the address of a page that lists all sections of its site."""

_TAGS = frozenset(
    {"tag", "tags", "hashtag", "etiqueta", "etiquetas", "mot-cle", "schlagwort", "وسم"}
)

_MONTH = re.compile(r"/(?:19|20)\d\d(?:/(?:0?[1-9]|1[0-2]))?/?$")
"""The end of the address of what was published in one month or year."""


def is_counted(name: str) -> bool:
    """Whether a name ends in a number: in lists beside a blog's column it tells how many articles
    there are."""
    return bool(COUNT.search(name))


def is_service_page(name: str, url: str) -> bool:
    """Whether what a menu calls so is about the site, leads to it, or lists its articles by month
    or its tags: "Contact", «الأرشيف», «Novembre 2026», «タグ 8»."""
    if folded_label(COUNT.sub("", name)) in _NAMES:
        return True
    return _last_part(url) in _ADDRESSES or bool(_MONTH.search(urlsplit(url).path))


def is_tag(url: str) -> bool:
    """Whether an address is that of a tag, one of many in a cloud, and no section's."""
    return not _TAGS.isdisjoint(part.lower() for part in path_segments(url)[:-1])


def is_directory(url: str) -> bool:
    """Whether an address may be that of a site's list of all its sections."""
    return _last_part(url) in _DIRECTORIES


def _last_part(url: str) -> str | None:
    parts = [part for part in path_segments(url) if not part.startswith("index.")]
    return parts[-1].lower().partition(".")[0] if parts else None
