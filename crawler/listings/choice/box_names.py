"""What the boxes are called that stand beside a section's list, in many languages."""

from __future__ import annotations

from crawler.listings.labels import labels

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
    |elegidos por la redacción|selección de la redacción|selección del editor|lo más destacado
    |recomendados por la redacción|escolha do editor|escolhas do editor|escolhas da redação
    |la sélection de la rédaction|coups de cœur|scelti dalla redazione|scelti per voi
    |la scelta della redazione|auswahl der redaktion|von der redaktion empfohlen
    |keuze van de redactie|wybór redakcji|pilihan editor|pilihan redaksi|에디터 추천|संपादक की पसंद
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
    |برگزیده|برگزیده‌ها|برگزیده ها|منتخب سردبیر|y además|también te puede interesar|חם עכשיו
    |زیادہ پڑھی جانے والی|paling banyak dibaca|terkini lainnya|baca juga|meest bekeken
    |زۆرترین خوێنراو|زۆرترین خوێندراو|پڕخوێنەرترین|زۆرترین بینراو|پڕبینەرترین|هەڵبژاردەی سەرنووسەر
    |هەڵبژێردراوەکان|热榜|热搜|热搜榜|24小时热榜|24小时热文|热门推荐|热门资讯|猜你喜欢|为你推荐|编辑推荐|编辑精选
    |人気の記事|人気ランキング|記事ランキング|アクセスTOP10|よく読まれている記事|編集部のおすすめ|あなたへのおすすめ
    |les plus lues|les plus vus|les plus vues|les plus commentés|articles les plus lus|les + lus
    |meist gelesen|meistkommentiert|beliebteste artikel|los más leídos|las más leídas|más visto
    |le più lette|più lette|più visti|più viste|as mais lidas|mais vistas|mais vistos
    |populairste artikelen|best gelezen|popüler içerikler|самые читаемые|самое обсуждаемое
    |berita terpopuler|paling populer|人気記事ランキング|週間ランキング
    |지금 뜨는 기사|많이 본 기사|가장 많이 본 뉴스|인기기사|populärast just nu
    """
)
"""What a box is called that holds what readers or editors of all sections chose. «آخر الأخبار» and
"latest" are left out: sections head their own lists so; and what labels an advertisement, as its
place may be empty."""

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
    |新着記事|新着|新着ニュース|最新記事|最新快讯|快讯|最新文章|最新资讯|최신 뉴스|최신 기사
    |دوایین هەواڵ|دوایین هەواڵەکان|نوێترین هەواڵ|نوێترین هەواڵەکان|חדשות אחרונות|מבזקים
    """
)
"""What a box of the newest of the whole site is called; a section may head its own list so."""
