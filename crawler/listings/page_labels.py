"""What links to the further pages of a list are called, in many languages."""

from __future__ import annotations

from crawler.listings.labels import labels

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
    |seguinte|successivo|successiva|prossima|avanti|volgende|nästa|следующая|далее|дальше
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
    |صفحهٔ بعد|بارگذاری بیشتر|اخبار بیشتر|قدیمی ترها|اگلی خبریں|پرانی خبریں|مزید پرانی خبریں
    |вперед|вперёд|suivants|siguientes|próximas|successive|successivi|oudere|więcej|kolejne|dalej|více
    |charger la suite|afficher la suite|voir la suite|carica ancora|mai mult|még több|daha fazlası
    |следваща|sljedeća|sledeća|naslednja|επόμενα
    |پرانے مضامین|سابقہ خبریں|خبرهای قدیمی‌تر|اخبار قدیمی‌تر
    """
)
"""What links to the next page are called. «السابق» alone may mean either direction and is no
label of its own."""

BOTH_WAYS = labels(
    """
    previous|prev|previous page|previous issue|العدد السابق|العدد الماضي|numéro précédent|شماره قبل
    |شماره قبلی|vorherige ausgabe|edición anterior|edição anterior|numero precedente|önceki sayı
    |newer|newer posts|newer entries|newest|first|first page|last
    |last page|previous day|yesterday|previous week|previous month|earlier|السابق|اليوم السابق
    |الأمس|أمس|الأسبوع السابق|الشهر السابق|السابقة|الصفحة السابقة|السابقه|الأحدث|أحدث
    |مقالات أحدث|تدوينات أحدث|مواضيع أحدث|الأولى|الصفحة الأولى|الأخيرة|الصفحة الأخيرة|قبلی
    |صفحه قبل|صفحه قبلی|جدیدتر
    |پچھلا|précédent|précédente|plus récent|plus récents|première|dernière|zurück|vorherige
    |vorheriger tag|jour précédent|día anterior|dia anterior|giorno precedente|vorige dag|önceki gün
    |vorige woche|vorherige woche|letzte woche|semaine précédente|semana anterior
    |settimana precedente|önceki hafta|предыдущая неделя|vorige week|先週|前週|지난주|上周|上一周
    |vorheriger monat|vormonat|mois précédent|mes anterior|mês anterior|mese precedente|önceki ay
    |предыдущий месяц|vorige maand|上个月|上一期|前の号|지난호|이전호|предыдущий номер
    |vorheriges heft|numéros précédents
    |предыдущий день|вчера|previous date|روز قبل|前日|前の日|前一天|전날|이전 날짜
    |neuere|neuere beiträge|anterior|anteriores|precedenti|siguientes
    |entradas más recientes|önceki|önceki sayfa|ilk|son
    """
)
WHOLE_LABELS = labels(
    """
    archive|archives|full archive|view archive|view the archive|archive of all posts|all posts
    |all articles|all news|all stories|view all|see all|show all|view all posts|view all articles
    |see all posts|see all articles|all entries|see all news|see all stories|view all news|all
    |view all stories|all the news|all in|see all in|view all in
    |الأرشيف|أرشيف|كل المقالات|جميع المقالات
    |كل الأخبار|جميع الأخبار|كل المواضيع|جميع المواضيع|كل التدوينات|عرض الكل|مشاهدة الكل
    |شاهد الكل|المزيد من الأخبار|المزيد من المقالات|آرشیو|بایگانی|همه مطالب|مشاهده همه
    |تمام خبریں|toutes les actualités|tous les articles|voir tout|alle artikel|alle beiträge
    |archiv|archivo|todos los artículos|ver todo|ver todas|tümü|tüm haberler|arşiv
    |todas las noticias|archivo de noticias|hemeroteca|más en el archivo
    |más noticias en el archivo|todas as notícias|arquivo|arquivo de notícias
    |tutte le notizie|tutti gli articoli|archivio|archivio notizie|zum archiv|im archiv
    |artikelarchiv|alle meldungen|alle nachrichten|alle nieuws|alle artikelen|archief
    |wszystkie artykuły|wszystkie wiadomości|archiwum|все новости|все статьи|все материалы
    |архив|архив новостей|усі новини|всі новини|усі статті|архів|архів новин|όλα τα νέα
    |όλα τα άρθρα|αρχείο|כל הכתבות|כל החדשות|ארכיון|查看全部|全部新闻|更多新闻|历史文章
    |往期回顾|過去の記事|過去の記事一覧|記事一覧|一覧を見る|すべて見る|バックナンバー
    |전체기사|전체 기사|전체보기|지난 기사|지난기사|सभी खबरें|सभी देखें|पुरानी खबरें
    |lihat semua|semua berita|arsip|indeks|indeks berita|xem tất cả|tất cả tin|lưu trữ
    |ดูทั้งหมด|ข่าวทั้งหมด|ข่าวย้อนหลัง
    """
)
"""What links to a list of the whole section are called."""

MORE_OF = labels(
    """
    more|more in|more from|more on|further|mehr|mehr aus|mehr zu|mehr zum thema|plus de|plus en
    |más|más de|más en|mais|mais de|mais em|altro|altro in|altri|meer|meer uit|meer over|więcej z
    |ещё|еще|больше|daha fazla|diğer|tüm|tümü|المزيد من|المزيد في|بیشتر|مزید|更多|もっと|의 더보기
    |और|lainnya|thêm|xem thêm
    """
)
"""What stands beside a section's name in a link to more of it."""

SECTION_ARCHIVES = labels(
    """
    section archive|archive of this section|all articles of this section|أرشيف القسم|أرشيف هذا القسم
    |كل أخبار القسم|جميع أخبار القسم|كل مقالات القسم|آرشیو این بخش|آرشیو این سرویس|آرشیو این گروه
    |بایگانی این بخش|اس سیکشن کی تمام خبریں|bu kategorinin arşivi|kategori arşivi|архив раздела
    |архив рубрики|все материалы раздела|все материалы рубрики|archives de la rubrique
    |toute la rubrique|tous les articles de la rubrique|archiv des ressorts
    |alle artikel des ressorts|archivo de la sección|todos los artículos de la sección
    |arquivo da seção|arquivo da editoria
    |archivio della sezione
    """
)
"""What links to all of this very section are called, whatever their address."""
