"""Labels that ask for more of a list, told by their words: "load older posts", «تحميل مزيد»."""

from __future__ import annotations

import re

from crawler.listings.labels import labels
from pipeline.patterns.late_patterns import late_pattern
from pipeline.words.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(name) for name in labels(text.replace(" ", "|")))


_MORE = _words(
    """
    more older earlier previous further next plus suivants suivantes ancien anciens anciennes
    précédents précédentes précédente mehr weitere weiteren weiterer ältere älteren frühere
    vorherige nächste nächsten más anteriores siguientes antiguas antiguos mais antigas antigos
    próximos próximas altro altri altre precedenti precedente successivi successive più vecchi
    vecchie meer oudere vorige volgende więcej starsze kolejne następne fler flere mere mer
    äldre eldre ældre lisää vanhempia fazla diğer önceki eski sonraki ещё еще больше предыдущие
    следующие ранние старые ще більше попередні المزيد مزيد مزيدا أكثر أقدم الأقدم السابقة سابقة
    التالية التالي أخرى بیشتر قبلی قدیمی‌تر بعدی مزید více starší další předchozí viac staršie
    ďalšie több további korábbi régebbi következő mult multe vechi următoarele următoare още
    повече по-стари još više starije starejše več περισσότερα περισσότερες περισσότερων
    παλαιότερα παλιότερα προηγούμενα επόμενα עוד נוספות קודמות ישנות और अगला আরও আরো পরের
    lainnya lebih sebelumnya berikutnya selanjutnya thêm tiếp kế cũ
    """
)
_VERBS = _words(
    """
    load show view see get browse display fetch find charger afficher voir laden lade anzeigen
    zeigen zeige ansehen cargar ver mostrar carregar exibir carica mostra vedi visualizza guarda
    toon bekijk laad weergeven pokaż załaduj wczytaj zobacz wyświetl visa ladda hämta vis hent
    last se indlæs näytä lataa göster yükle gör показать загрузить смотреть посмотреть показати
    завантажити дивитися تحميل حمل عرض اعرض إظهار أظهر شاهد مشاهدة استعرض نمایش مشاهده بارگذاری
    ببینید دیکھیں načíst zobrazit načítať zobraziť betöltése mutass încarcă vezi arată afișează
    покажи зареди виж učitaj prikaži pogledaj naloži δείτε φόρτωση εμφάνιση προβολή הצג טען הראה
    देखें लोड करें দেখুন muat lihat tampilkan xem tải
    """
)
_KINDS = _words(
    """
    posts articles stories news headlines results items entries content contents updates pages
    infos actus actualités résultats entrées contenus billets artikel artikeln beiträge einträge
    nachrichten meldungen inhalte ergebnisse news-artikel noticias artículos entradas resultados
    contenido contenidos publicaciones notas notícias artigos matérias postagens publicações
    conteúdo conteúdos articoli notizie risultati contenuti artikelen berichten nieuws artykuły
    artykułów wiadomości newsów wpisy newsy artiklar nyheter inlägg artikler nyheder saker
    innlegg uutisia artikkeleita haber haberler haberleri içerik içerikler yazılar новости
    новостей статьи статей материалы материалов записи публикации публикаций новини новин статті
    статей الأخبار أخبار أخبارا المقالات مقالات مقالا المواضيع مواضيع الموضوعات موضوعات النتائج
    نتائج التدوينات تدوينات المشاركات مشاركات الصفحات المحتوى خبرهای خبر اخبار مطالب مقالات
    خبریں مضامین články článků zprávy správy cikkek cikk hírek hír articole știri rezultate
    новини статии vijesti vesti članci članke novice νέα άρθρα άρθρων ειδήσεις αποτελέσματα
    כתבות לכתבות חדשות ידיעות खबरें समाचार খবর berita artikel konten banyak tin bài pagina
    strana oldal trang পাতা पेज
    """
)
_BESIDE = _words(
    """
    the latest of from de des du les le la los las os as di del della ein einige noch un una
    من في از mai d l autres daha ve i și a
    """
)
_READING = _words(
    "read lire lisez leer lea lee ler leia leggi lees läs les lue czytaj oku читать читати اقرأ"
    " إقرأ قراءة بخوانید پڑھیں číst olvass citește прочети čitaj διαβάστε קרא पढ़ें পড়ুন baca đọc"
)
"""A link that says "read more" goes on in an article, unless it says of what there is more."""

_UNSPACED = late_pattern(
    r"(?:点击|點擊)?(?:加载|加載|载入|載入|查看|显示|顯示|展开|看)更多(?:新闻|新聞|文章|内容|內容|资讯|資訊)?"
    r"|更多(?:新闻|新聞|文章|内容|內容|资讯|資訊|報導)|(?:后|後|下)[一]?[页頁]"
    r"|[较較更][旧舊早]的?(?:文章|新闻|新聞)"
    r"|(?:もっと|さらに)(?:記事を|ニュースを)?(?:見る|表示|表示する|読み込む)"
    r"|次の(?:ページ|ニュース|記事|件)(?:へ|を(?:見る|表示|読み込む))?"
    r"|(?:以前|過去|古い)の?(?:記事|ニュース)(?:を見る)?"
    r"|(?:기사|뉴스)?더(?:보기|불러오기)|다음(?:페이지|목록|으로)|이전(?:기사|뉴스)"
    r"|(?:โหลด|ดู)เพิ่ม(?:เติม)?|หน้าถัดไป|ข่าวเพิ่มเติม"
)
_APART = re.compile(r"[\s\d٠-٩۰-۹»«›‹→←>+.…:|()]+")
MAX_WORDS = 6


def asks_for_more(text: str) -> bool:
    """True where a label's words say no more than that more, or older, of a list is to be had: a
    word of that with a verb beside it, or with what the list is of."""
    parts = [part for part in _APART.split(fold(text)) if part]
    if _UNSPACED.fullmatch("".join(parts)):
        return True
    if not 2 <= len(parts) <= MAX_WORDS:
        return False
    words = set(parts)
    if not words <= _MORE | _VERBS | _KINDS | _BESIDE | _READING or not words & _MORE:
        return False
    return bool(words & _KINDS) or (bool(words & _VERBS) and not words & _READING)


def reads_on(text: str) -> bool:
    """True where a label invites to read, and does not say of what there is more: «Daha fazla oku»
    leads into one article, «Daha fazla haber oku» to further ones."""
    words = {part for part in _APART.split(fold(text)) if part}
    return bool(words & _READING) and not words & _KINDS
