"""What links say that lead on in an article, and nothing of it."""

from __future__ import annotations

from crawler.listings.labels import labels

READ_ON = labels(
    """
    read more|more|continue reading|continue|read article|read the article|full story|read on|read
    |read full article|permalink|اقرأ المزيد|قراءة المزيد|إقرأ المزيد|أكمل القراءة|المزيد
    |اقرأ أكثر|تابع القراءة|متابعة القراءة|التفاصيل|للمزيد|ادامه مطلب|بیشتر بخوانید|ادامه
    |مزید پڑھیں|lire la suite|lire plus|suite|weiterlesen|mehr lesen|mehr|leer más|seguir leyendo
    |devamını oku|阅读全文|閱讀全文|阅读更多|閱讀更多|继续阅读|繼續閱讀|查看全文|查看更多|阅读原文
    |全文阅读|详情|查看详情|続きを読む|続きを見る|もっと読む|全文を読む|자세히 보기|더 읽기|더보기
    |계속 읽기|devamı|leia mais|leggi tutto|leggi di più|lees meer|läs mer|читать далее|подробнее
    |details|detail|full article|view|view article|read story|read the story|open|go|click here
    |here|learn more|find out more|see more|read the full story|read the full article|story|link
    |full text|the full story|read here|تفاصيل|اقرأ|إقرأ|اضغط هنا|هنا|اقرأ الخبر|تفاصيل الخبر|عرض
    |اقرأ التفاصيل|التفاصيل الكاملة|المزيد من التفاصيل|طالع المزيد|مطالعة|لقراءة المزيد
    |لمزيد من التفاصيل|تكملة|تتمة|التتمة|شاهد|قراءة|lire|en savoir plus|voir|lire l'article
    |lire l’article|plus|détails|voir l'article|voir l’article|la suite|zum artikel|artikel lesen
    |lesen|mehr erfahren|weiter|zum beitrag|beitrag lesen|leer|ver|ver más|leer nota|ver nota
    |leer artículo|más|más información|detalles|leer la noticia|ler|ler mais|saiba mais
    |continue lendo|veja|leia|ler notícia|leggi|continua|continua a leggere|approfondisci
    |vai all'articolo|leggi l'articolo|oku|haberin devamı|detay|detaylar|incele|haberi oku|читать
    |далее|читать полностью|читать дальше|подробности|открыть|مشاهده|مشاهده خبر|続き|詳細|詳しく
    |詳しくはこちら|詳細を見る|全文|详细|详细内容|자세히|기사보기|기사 보기|전문보기|selengkapnya
    |baca selengkapnya|baca|lees verder|lees|czytaj więcej|czytaj|więcej|czytaj dalej|läs
    |läs artikeln|les mer|læs mere|les saken|lue lisää|lue|číst dál|číst více|celý článek
    |čítať ďalej|tovább|tovább olvasom|citește|citește mai mult|περισσότερα|διαβάστε περισσότερα
    |קרא עוד|המשך קריאה|לכתבה המלאה|और पढ़ें|xem thêm|đọc tiếp|chi tiết|อ่านต่อ|تفصیل|تفصیلات
    |детальніше|читати далі|opširnije|više|daha fazla oku|更多|もっと見る|閲讀全文|đọc thêm
    |baca lebih|อ่านเพิ่มเติม|আরো পড়ুন|читати повністю|더 읽어보기|di più|了解详情|了解詳情
    """
)
