"""Lines of nothing but the words of a site's template are no text; what names anything else is."""

from __future__ import annotations

import pytest

from pipeline.lines.site_words import MAX_LINES, site_lines
from pipeline.records import Block, BlockKind

PROSE = Block(BlockKind.PARAGRAPH, "The council voted to close the bridge, and nobody knows why.")


def _lines(language: str, *texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    blocks = [Block(kind, text) for text in texts]
    taken = site_lines((PROSE, *blocks, PROSE), language)
    return [block.text for block in blocks if block in taken]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قد يهمك كذلك: خريطة الطرق الجديدة في العاصمة"),
        ("ar", "ليس لديك حساب؟ أنشئ حسابك مجاناً"),
        ("ar", "بقية المقال متاحة للمشتركين فقط"),
        ("ar", "تبقى لك مقالتان مجانيتان هذا الشهر"),
        ("ar", "يتعذر عرض هذا المحتوى لأنك لم توافق على ملفات تعريف الارتباط"),
        ("ar", "هذا الصوت مولد بالذكاء الاصطناعي"),
        ("ar", "أرسلوا صوركم ومقاطعكم إلى غرفة الأخبار"),
        ("ar", "أهدِ هذا المقال إلى صديق"),
        ("ar", "احجز مقعدك الآن في مؤتمرنا السنوي"),
        ("ar", "موضوعات ذات علاقة"),
        ("ku", "هەواڵەکانمان لە تێلێگرام بخوێنەوە"),
        ("ku", "کەناڵەکانیشمان فۆڵۆ بکەن"),
        ("ur", "اسی حوالے سے ہماری گذشتہ رپورٹ: بندرگاہ پر نئی کشتیاں"),
        ("ckb", "بۆ هەواڵی زیاتر سەردانی ماڵپەڕەکەمان بکەن"),
        ("ku", "بابەتە هاوشێوەکان"),
        ("ps", "زموږ خبرونه په ټلیګرام کې ولولئ"),
        ("ps", "د نورو خبرونو لپاره زموږ وېبپاڼه وګورئ"),
        ("ps", "که تېروتنه مو ولیده موږ ته ووایئ"),
        ("en", "You might also enjoy: Five ferry rides worth the detour"),
        ("en", "Subscribe today and get your first month for $1"),
        ("en", "Comments are now closed on this article"),
        ("en", "Get the Harbour Post app for a faster experience"),
        ("en", "This story was made possible by our members"),
        ("en", "This is the sort of reporting that your subscription pays for."),
        ("en", "Take our poll: Should fares be cut?"),
        ("en", "This story has been read 3,420 times"),
        ("en", "Sorry, this video is not available"),
        ("en", "AI-generated summary"),
        ("en", "Share this article with your neighbours"),
        ("en", "320 people have voted"),
        ("en", "Keep up with us on Threads and Bluesky"),
        ("ar", "أعلمني عند نشر مواد جديدة"),
        ("ar", "تحتاج إلى اشتراك لقراءة هذا الموضوع"),
        ("en", "Your comment is waiting for the moderators"),
        ("zh", "观看此视频需要您同意使用Cookie"),
        ("ja", "この記事が気に入ったら友人に送ってください"),
        ("pl", "Udostępnij ten artykuł znajomym"),
        ("pl", "Włącz powiadomienia i nie przegap żadnej wiadomości"),
        ("cs", "Tento článek byl přeložen automaticky"),
        ("cs", "Přetisk bez písemného souhlasu redakce je zakázán"),
        ("uk", "Увімкніть сповіщення, щоб першими дізнаватися новини"),
        ("uk", "Цей текст перекладено автоматично"),
        ("sv", "Den här artikeln är maskinöversatt"),
        ("da", "Tilmeld dig vores nyhedsbrev og få de vigtigste nyheder"),
        ("nb", "Last ned appen vår"),
        ("he", "הפעילו התראות וקבלו מבזקים בזמן אמת"),
        ("he", "כתבה זו תורגמה באופן אוטומטי"),
        ("hi", "पूरी खबर पढ़ने के लिए लॉगिन करें या सदस्यता लें"),
        ("hi", "ताज़ा खबरों के लिए नोटिफिकेशन ऑन करें"),
        ("el", "Το άρθρο αυτό μεταφράστηκε αυτόματα"),
        ("el", "Εκτύπωση Αποθήκευση Αποστολή με email"),
        ("vi", "Bài viết này được dịch tự động"),
        ("vi", "Đăng nhập để đọc tiếp bài viết"),
        ("cs", "Pro pokračování ve čtení se přihlaste nebo si kupte předplatné"),
        ("ja", "独立した報道を寄付で支えてください"),
        ("zh", "开启通知,第一时间获取突发新闻"),
        ("de", "Push-Mitteilungen aktivieren und nichts mehr verpassen"),
        ("pt", "Este artigo foi traduzido automaticamente"),
        ("ru", "Этот текст переведён автоматически"),
        ("en", "Most popular this week"),
        ("en", "The full text is available to members"),
        ("ar", "أنت غير مسجل الدخول"),
        ("es", "Anterior: El ministro presenta el presupuesto"),
        ("es", "Paga 1 euro el primer mes y cancela cuando quieras"),
        ("en", "The remainder of this article is hidden from non-subscribers"),
        ("ar", "وفّر نصف السعر مع الاشتراك السنوي"),
        ("ar", "شاركنا قصتك عبر البريد الإلكتروني"),
        ("ar", "ما تقييمك للمادة؟"),
        ("ar", "صفحتنا على إنستغرام بانتظاركم"),
        ("fr", "Cet audio est généré par une voix de synthèse"),
        ("fr", "Vous avez une information à nous transmettre ? Écrivez à la rédaction"),
        ("fr", "Gérer mes préférences de confidentialité"),
        ("de", "Melden Sie sich an, um weiterzulesen"),
        ("de", "Sichern Sie sich jetzt Ihr Ticket für unsere Konferenz"),
        ("de", "Vorheriger Artikel: Minister stellt Haushalt vor"),
        ("es", "Este contenido está bloqueado porque no has aceptado las cookies"),
        ("es", "¿Te ha sido útil esta noticia?"),
        ("es", "Tu aporte nos permite seguir informando"),
        ("it", "Ti è piaciuto l'articolo? Condividilo"),
        ("pt", "Ainda não tem conta? Cadastre-se grátis"),
        ("nl", "Bekijk onze nieuwsvideo hieronder"),
        ("nl", "Neem nu een abonnement en lees een maand gratis"),
        ("tr", "Bu içerik engellendi. Görüntülemek için çerezleri kabul edin"),
        ("tr", "Önceki haber: Bakan bütçeyi açıkladı"),
        ("fa", "برای ادامه مطالعه وارد حساب خود شوید"),
        ("ur", "یہ مواد دیکھنے کے لیے کوکیز قبول کریں"),
        ("id", "Konten ini diblokir. Setujui cookie untuk melihatnya"),
        ("ru", "Мы можем получить комиссию, если вы купите по этим ссылкам"),
        ("zh", "立即报名参加我们的年度论坛"),
        ("zh", "还没有账号?免费注册"),
        ("ja", "通知をオンにして最新ニュースを受け取る"),
        ("ko", "이 링크로 구매하시면 일정액의 수수료를 제공받습니다"),
    ],
)
def test_a_line_of_a_sites_own_words_is_no_text(language: str, text: str) -> None:
    assert _lines(language, text) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "اشتركت الشركتان في تمويل المشروع بنسبة متساوية."),
        ("ar", "قالت الصحيفة إن عدد المشتركين في نشرتها البريدية تجاوز مليون قارئ."),
        ("ar", "شارك في المؤتمر أكثر من مئتي باحث من أربعين دولة."),
        ("ar", "هذا المقال الذي نشره قبل عشرين عاماً تنبأ بالأزمة."),
        ("ar", "في هذا المقال الذي نشره قبل عشرين عاماً تنبأ الكاتب بالأزمة."),
        ("ar", "تم التحديث في الموعد المقرر بحسب بيان المصرف."),
        ("en", "Subscribers to the newsletter fell by a fifth after the price rise."),
        ("en", "Readers can download the app for free."),
        ("en", "Save for a roof and two walls, nothing is left of the chapel."),
        ("en", "“Follow us and share this story with your friends.”"),
        ("en", "Copyright law gives authors 70 years of protection after death."),
        ("en", "The app is free."),
        ("en", "Read it again."),
        ("en", "Change your password often"),
        ("en", "Download the app"),
        ("en", "Dark mode"),
        ("en", "Open your settings and tap Notifications"),
        ("en", "Support our troops this winter"),
        ("en", "Book your ticket early: that is the only advice the railway could give."),
        ("en", "Download speeds in the valley have doubled since the cable was laid."),
        ("en", "Register now or lose your vote, activists told the crowd at the fair."),
        ("ar", "لا تعليق."),
        ("ar", "شاركنا الوزير رأيه في الاتفاق قبل سفره."),
        ("ar", "قصتنا بدأت في هذا الحي."),
        ("ar", "ماذا بعد التصويت؟"),
        ("ar", "بطارية تدوم يومين"),
        ("en", "What readers told us"),
        ("en", "Our verdict"),
        ("en", "Privacy settings"),
        ("es", "Las novedades de la aplicación"),
        ("ar", "أعضاؤنا لم يوافقوا على الإضراب، أوضحت النقابة."),
        ("de", "Bilder, die bleiben"),
        ("ru", "Перевод стихотворения занял у неё два года."),
        ("cs", "Čtěte také to, co nemáte rádi."),
        ("en", "Next: the semi-final"),
        ("en", "Pay up or leave, the landlord told the tenants."),
        ("en", "Our members never agreed to the strike, the union explained."),
        ("en", "Your comment made my day, he wrote to the stranger."),
        ("en", "Do not copy your neighbour's homework, the sign still says."),
        ("zh", "我们的会员从未同意罢工,工会解释说。"),
        ("ja", "続きを読むには4日かかったと委員は話した。"),
        ("pt", "Essa é a história toda."),
        ("ur", "یہ ایپ مفت ہے اور سب کے لیے دستیاب ہے۔"),
        ("zh", "会员周日投票。"),
        ("fr", "« Partagez cet article », demandait le tract, et vingt personnes l’ont fait."),
        ("fr", "Partagez vos terres, demandait le curé aux plus riches du village."),
        ("de", "Die App wurde zwei Millionen Mal heruntergeladen."),
        ("es", "La publicidad aporta el 40 % de los ingresos del diario."),
        ("it", "Questo articolo del codice è stato cancellato dal Senato."),
        ("tr", "Uygulamayı iki milyon kişi indirdi."),
        ("fa", "شمار مشترکان خبرنامه در یک سال دو برابر شد."),
        ("ru", "Приложение скачали два миллиона человек."),
        ("zh", "下载量在洪水之后增长了三倍。"),
        ("ja", "アプリは200万回ダウンロードされた。"),
        ("ko", "앱은 200만 번 다운로드됐다."),
        ("ro", "Distribuie acest articol prietenilor"),
        ("pl", "Reklama ukazywała się w gazecie przez tydzień."),
        ("pl", "Dzielenie się chlebem było zasadą domu."),
        ("cs", "Aplikace chce pět hvězdiček dřív, než se otevře."),
        ("cs", "Zdroj u policie to potvrdil."),
        ("uk", "Першого тижня на розсилку музею підписалися понад три тисячі людей."),
        ("uk", "Джерела доходу"),
        ("sv", "Annonsen stod i tidningen i en vecka."),
        ("da", "Kilden hos politiet bekræftede det."),
        ("he", "הפרסומת הופיעה בעיתון במשך שבוע."),
        ("he", "המקור במשטרה אישר זאת."),
        ("hi", "ऐप खुलने से पहले ही पांच सितारे मांगता है।"),
        ("hi", "उसने लिंक कॉपी में लिख लिया।"),
        ("el", "Ακολουθήστε το ποτάμι και θα βρείτε τον μύλο."),
        ("el", "Η εφαρμογή ζητά πέντε αστέρια πριν καν ανοίξει."),
        ("vi", "Theo dõi dòng sông, bạn sẽ đến cối xay."),
        ("vi", "Nguồn tin cảnh sát xác nhận điều đó."),
    ],
)
def test_what_names_anything_else_stays(language: str, text: str) -> None:
    assert _lines(language, text) == []


def test_a_page_without_a_language_is_left_alone() -> None:
    assert site_lines((PROSE, Block(BlockKind.PARAGRAPH, "Share this article")), None) == set()


def test_a_list_is_a_sites_as_a_whole_or_not_at_all() -> None:
    steps = ("Log in to your account", "Pick the drone that you fly")
    assert _lines("en", *steps, kind=BlockKind.LIST_ITEM) == []
    buttons = ("Comment on this story", "Share this article")
    assert _lines("en", *buttons, kind=BlockKind.LIST_ITEM) == list(buttons)


def test_what_a_text_announces_is_its_own() -> None:
    ask = Block(BlockKind.PARAGRAPH, "Comment on this story")
    told = Block(BlockKind.PARAGRAPH, "The button of 2009 said:")
    assert ask in site_lines((PROSE, PROSE, ask, PROSE), "en")
    assert ask not in site_lines((PROSE, told, ask, PROSE), "en")


def test_what_announces_a_list_is_the_texts() -> None:
    told = Block(BlockKind.PARAGRAPH, "Click the link above so you can:")
    item = Block(BlockKind.LIST_ITEM, "Pick the drone that you fly")
    assert site_lines((PROSE, told, item, PROSE), "en") == frozenset()
    assert _lines("en", "This post will discuss the following:") == []


def test_a_heading_is_a_sites_where_it_points_at_house_or_reader() -> None:
    assert _lines("en", "The best stories in your inbox", kind=BlockKind.HEADING)
    assert not _lines("en", "Download the app", kind=BlockKind.HEADING)
    assert not _lines("en", "Our Favorite Synthetic Sleeping Bags", kind=BlockKind.HEADING)


def test_whom_a_text_asked_for_comment_is_no_matter_of_its_site() -> None:
    assert _lines("ar", "تواصلنا مع الشركة للحصول على تعليق.") == []
    assert _lines("ar", "تواصل معنا للحصول على اشتراك.")


def test_what_a_review_gives_of_ten_is_its_own() -> None:
    assert _lines("ar", "التقييم: 8 من 10") == []
    assert _lines("ar", "التقييم: 4.5 من 5 (12 صوتاً)")


def test_a_text_of_many_such_lines_instructs_its_readers() -> None:
    steps = [f"Click on the link {number} in your inbox" for number in range(MAX_LINES + 1)]
    assert _lines("en", *steps) == []
    assert len(_lines("en", *steps[1:])) == MAX_LINES


@pytest.mark.parametrize(
    ("language", "asked", "steps"),
    [
        (
            "en",
            "Tap Cancel subscription and confirm with your password.",
            ("Open the menu and tap the wheel.", "Choose the plan that costs too much.",
             "Swipe to the list of machines.", "Press the button on the back of the router."),
        ),
        (
            "ar",
            "حدّث متصفحك إلى آخر إصدار.",
            ("افتح غطاء الجهاز برفق.", "اضغط على الزر الخلفي ثانيتين.",
             "اختر درجة حرارة الغسيل.", "امسح العدسة بقطعة قطن."),
        ),
    ],
)  # fmt: skip
def test_a_sentence_amid_steps_that_no_site_asks_for_is_one_of_them(
    language: str, asked: str, steps: tuple[str, ...]
) -> None:
    assert _lines(language, asked) == [asked]
    assert _lines(language, *steps[:2], asked, *steps[2:]) == []
    assert _lines(language, asked, PROSE.text, *steps) == [asked]


def test_the_sites_name_stands_for_its_readers_us() -> None:
    sites = frozenset({"theharbourpost", "المنارةنيوز"})
    for language, text in (
        ("en", "Get the weekly digest of The Harbour Post, free, each morning"),
        ("fr", "Devenez membre de The Harbour Post et lisez sans publicité"),
        ("ar", "اشترك في المنارة نيوز لتقرأ ما تبقى"),
        ("ar", "سجّل بريدك لتصلك نشرة لمنارة نيوز مجاناً"),
    ):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line in site_lines((PROSE, line, PROSE), language, sites), text
    for language, text in (
        ("en", "The Harbour Post has asked the company for comment."),
        ("en", "The engineer told The Harbour Post that the plan is dead."),
        ("ar", "وقال المدير لصحيفة المنارة نيوز إن الخطة تأجلت"),
    ):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line not in site_lines((PROSE, line, PROSE), language, sites), text


def test_what_only_names_a_thing_amid_a_text_heads_its_part() -> None:
    for language, text in (("en", "Reactions"), ("ar", "ردود الفعل"), ("tr", "Tepkiler")):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line not in site_lines((PROSE, line, PROSE), language)
        assert line in site_lines((PROSE, PROSE, line), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le prix de l'attente"),
        ("fa", "واکنش‌ها"),
        ("zh", "订户"),
        ("zh", "评论"),
        ("ko", "댓글"),
    ],
)
def test_a_plain_line_among_others_heads_its_part(language: str, text: str) -> None:
    head, line = (Block(BlockKind.PARAGRAPH, said) for said in ("Gallia omnis", text))
    assert line not in site_lines((PROSE, head, PROSE, line, PROSE), language)
    assert line in site_lines((PROSE, head, PROSE, PROSE, line), language)


def test_what_calls_readers_among_heads_is_a_sites() -> None:
    head = Block(BlockKind.PARAGRAPH, "Gallia omnis")
    for text in ("Subscribe to the newsletter", "Follow us", "More stories"):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line in site_lines((PROSE, head, PROSE, line, PROSE), "en"), text


def test_questions_of_an_interview_stay_in_their_row() -> None:
    answer = "I read them all at night. A reader from the port once sent me forty pages of them."
    row = ["When did you begin the book?", answer, "Do you read the comments?", answer]
    assert _lines("en", *row, "Why do you write in trains?", answer) == []
    assert _lines("en", answer, "Do you read the comments?", answer) == [
        "Do you read the comments?"
    ]


def test_a_numbered_heading_stays_in_its_row() -> None:
    text = "Two rooms, a stove and a rule at the door: neither music nor machines are let in."
    row = ["1. The Long Step", text, "2. Subscribe to our newsletter", text, "3. At Odile's", text]
    assert _lines("en", *row) == []
    alone = "2. Subscribe to our newsletter"
    assert _lines("en", text, alone, text) == [alone]


def test_what_a_line_quotes_amid_it_is_no_label() -> None:
    line = "زر «اشترك الآن» الأحمر رفع المبيعات في صحيفة وخفضها في أخرى، ولم يجد الباحثون تفسيراً"
    assert _lines("ar", line) == []
    assert _lines("ar", "اشترك الآن » تقرير جديد عن سوق الذهب") != []


def test_an_open_line_that_names_its_house_is_the_house_s() -> None:
    sites = frozenset({"theharbourpost", "الراصدالاقتصادي"})
    for language, text in (
        ("en", "All fares minute by minute on the board of The Harbour Post"),
        ("en", "The Harbour Post Live comes to Oslo in 4 days"),
        ("ar", "أسعار العملات لحظة بلحظة على منصة الراصد الاقتصادي"),
    ):
        line = Block(BlockKind.PARAGRAPH, text)
        tells = "The Harbour Post and الراصد الاقتصادي have sold their old houses, a paper says."
        told = Block(BlockKind.PARAGRAPH, tells)
        assert line not in site_lines((PROSE, PROSE, line, told), language, sites), text
        assert line in site_lines((PROSE, PROSE, line, PROSE), language, sites), text
        assert line not in site_lines((line, PROSE, PROSE), language, sites), text
    line = Block(BlockKind.PARAGRAPH, "All fares minute by minute on “The Harbour Post Board” too")
    dated = Block(BlockKind.PARAGRAPH, f"OSLO, The Harbour Post – {PROSE.text}")
    assert line in site_lines((dated, PROSE, line, PROSE), "en", sites)
    for text in (
        "The mayor told readers of The Harbour Post why he left.",
        "The Harbour Post / Jane Doe",
        "Why does nobody buy The Harbour Post any more?",
    ):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line not in site_lines((PROSE, PROSE, line, PROSE), "en", sites), text


def test_a_name_in_quotation_marks_is_nothing_that_somebody_says() -> None:
    assert _lines("ar", "اشترك في «الموجز» كل صباح") != []
    assert _lines("ar", "«اشترك الآن» كل صباح") == []


def test_who_asks_and_then_calls_on_readers_is_the_site() -> None:
    for language, text, goes in (
        ("ar", "هل تثق في شبكات الجيل السادس؟ قل لنا في خانة الآراء", True),
        ("en", "Would you pay extra for home robots? Tell us below.", True),
        ("fr", "Et vous, paieriez-vous ? Dites-le en commentaire", True),
        ("zh", "你会为固态电池买单吗?欢迎留言", True),
        ("en", "Why does nobody ask the readers? Write to the paper.", False),
        ("ar", "من المستفيد؟ الشركة وحدها.", False),
    ):
        line = Block(BlockKind.PARAGRAPH, text)
        assert (line in site_lines((PROSE, PROSE, PROSE, line), language)) is goes, text


def test_the_house_s_name_in_quotation_marks_is_the_house() -> None:
    line = Block(BlockKind.PARAGRAPH, "Самое важное – в канале «Техносреда», там без рекламы")
    assert line in site_lines((PROSE, PROSE, line, PROSE), "ru", frozenset({"техносреда"}))


def test_who_is_asked_before_a_colon_is_the_reader() -> None:
    for language, text, goes in (
        ("ar", "السؤال لكم: أيهما تختارون، سلاسل الكتل أم العملات المستقرة؟", True),
        ("en", "Your turn: which one would you buy?", True),
        ("ar", "اختر: التعرف إلى الوجوه أم الألعاب السحابية؟", True),
        ("en", "The mayor: what would you have done?", False),
        ("ar", "سؤال للحكومة: من يدفع؟", False),
    ):
        line = Block(BlockKind.PARAGRAPH, text)
        assert (line in site_lines((PROSE, PROSE, PROSE, line), language)) is goes, text


def test_a_bold_line_that_heads_comments_stays_where_text_is_left_below_it() -> None:
    for language, text in (("id", "Komentar"), ("tr", "Yorumlar")):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line not in site_lines((PROSE, PROSE, line, PROSE), language), text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Auch spannend: Wie ein Dorf zu seiner Wolke kam"),
        ("ja", "お見逃しなく:自分の雲を持った村"),
        ("ko", "놓치지 마세요: 자기 구름을 가진 마을"),
        ("de", "Ebenfalls lesenswert: Ein Dorf und seine Wolke"),
        ("es", "Otra lectura: Un pueblo y su nube"),
        ("ru", "Стоит прочесть: Деревня и её облако"),
        ("tr", "Sıradaki yazı: Bir köy ve bulutu"),
        ("zh", "接着读:那个拥有自己云的村庄"),
        ("ar", "قصة ذات صلة - محطات الشحن في الريف"),
        ("it", "Forse ti sei perso: Il paese che ebbe la sua nuvola"),
        ("pt", "Vale a pena ver: A aldeia que teve sua nuvem"),
        ("nl", "Misschien gemist: Hoe een dorp zijn eigen wolk kreeg"),
        ("sv", "Missa inte: Byn som fick ett eget moln"),
        ("pl", "Nie przegap: Wieś, która miała własną chmurę"),
        ("ru", "Не пропустите: Деревня, у которой было своё облако"),
        ("id", "Jangan lewatkan: Desa yang punya awan sendiri"),
        ("tr", "Gözden kaçmasın: Kendi bulutu olan köy"),
        ("fa", "شاید از دست داده باشید: روستایی که ابر خودش را داشت"),
        ("zh", "不要错过:那个拥有自己云的村庄"),
    ],
)
def test_what_not_to_miss_leads_to_another_text(language: str, text: str) -> None:
    assert _lines(language, text) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Auch spannend: Der Preis sinkt im Mai."),
        ("de", "Spannend: Das Gerät kommt ohne Kabel."),
        ("fr", "À découvrir en mai : le prix et la date"),
        ("nl", "Gemist: De camera valt tegen."),
        ("pl", "Warto dodać: cena spadła."),
        ("en", "What it is worth: nobody knows"),
        ("en", "Next in line: Leeds and York"),
        ("it", "Perso: il primo cliente"),
        ("ru", "Стоит прочесть: книга вышла в мае."),
        ("es", "Otra razón: el precio baja"),
        ("en", "Next - the long road to Leeds"),
    ],
)
def test_what_is_told_behind_such_words_stays(language: str, text: str) -> None:
    assert not _lines(language, text)


def test_what_stands_above_a_table_heads_it() -> None:
    head = Block(BlockKind.HEADING, "ما في الصندوق", level=2)
    row = Block(BlockKind.TABLE_ROW, "السنة | المواقع | الحجم")
    for line in (head, Block(BlockKind.PARAGRAPH, head.text)):
        assert line not in site_lines((PROSE, line, row, PROSE), "ar")
    asks = Block(BlockKind.PARAGRAPH, "اشترك في نشرتنا")
    assert asks in site_lines((PROSE, asks, row, PROSE), "ar")


def test_a_fact_in_figures_beside_another_is_a_review_s() -> None:
    for language, rating, soil in (
        ("ar", "تقييم الخبراء: 92/100", "نوع التربة: طينية"),
        ("en", "User rating: 92/100", "Soil: heavy clay"),
    ):
        assert _lines(language, rating) == [rating]
        assert _lines(language, rating, soil) == []


def test_a_fact_is_told_as_another_with_its_label_is() -> None:
    free = "السعر: مجاني مع إعلانات"
    assert _lines("ar", free) == [free]
    assert _lines("ar", free, "السعر: 4 قروش للطبشورة") == []
    assert _lines("ar", free, "السعر: بحسب الطباشير") == [free]


def test_a_numbered_list_in_paragraphs_is_a_sites_as_a_whole_or_not_at_all() -> None:
    steps = ["1. Remove the display", "2. Solder the probe to the board", "3. Save your settings"]
    assert _lines("en", *steps) == []
    assert _lines("en", steps[2]) == [steps[2]]


def test_a_heading_that_asks_beside_another_one_stays() -> None:
    answer = Block(BlockKind.PARAGRAPH, "Only if you hand over the passcode of the telephone.")
    mine = Block(BlockKind.HEADING, "Can a shop read my photos?", 4)
    other = Block(BlockKind.HEADING, "Will the bridge hold?", 4)
    assert mine in site_lines((PROSE, mine, answer, PROSE), "en")
    assert mine not in site_lines((PROSE, other, answer, mine, answer, PROSE), "en")


def test_a_question_of_a_sites_words_stays_above_long_paragraphs() -> None:
    long = Block(BlockKind.PARAGRAPH, " ".join([PROSE.text] * 4))
    asks = Block(BlockKind.PARAGRAPH, "Combien d’articles ?")
    for below in ((long, long), (long, PROSE, long)):
        assert asks not in site_lines((long, asks, *below, long), "fr")
    assert asks in site_lines((long, asks, PROSE, long), "fr")
    assert asks in site_lines((long, asks, long), "fr")


@pytest.mark.parametrize("items", [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH])
def test_a_word_above_a_list_of_the_text_heads_it(items: BlockKind) -> None:
    head = Block(BlockKind.PARAGRAPH, "المزايا")
    mark = "" if items is BlockKind.LIST_ITEM else "- "
    listed = [Block(items, f"{mark}{text}") for text in ("عزل ممتاز", "وزن خفيف", "هيكل صلب")]
    assert not site_lines((PROSE, PROSE, head, *listed, PROSE), "ar")


def test_a_sentence_in_which_a_columnist_says_i_amid_others_stays() -> None:
    said = Block(BlockKind.PARAGRAPH, "I ask you only to open the page and to read this article.")
    before, below = (
        Block(BlockKind.PARAGRAPH, "A month ago I walked to the bridge and counted the boats."),
        Block(BlockKind.PARAGRAPH, "Perhaps I will go there again when the river is frozen."),
    )
    assert said in site_lines((PROSE, before, said), "en")
    assert said in site_lines((PROSE, said, PROSE), "en")
    assert said not in site_lines((PROSE, before, said, below), "en")


def test_a_row_that_leads_elsewhere_takes_no_sentence_below_it_along() -> None:
    led = "اقرأ المزيد عن الموضوع: خريطة الطرق الجديدة في العاصمة"
    told = "وكانت الرحلات تتوقف عند غروب الشمس، ما كان يجبر المسافرين على المبيت."
    assert _lines("ar", led) == [led]
    assert _lines("ar", f"{led}\n{told}") == []


def test_entries_that_begin_with_a_time_are_the_text_s() -> None:
    lines = ("14:02 Tower: Say again.", "14:02 Pilot: I have a duck in the cockpit.",
             "14:03 Pilot: A duck. It is calm.", "The recording was played in court.")  # fmt: skip
    kept = [Block(BlockKind.PARAGRAPH, line) for line in lines]
    assert not site_lines(kept, "en")
    assert kept[0] in site_lines([kept[3], kept[0], kept[3]], "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Notre avis"), ("ar", "تقييمنا"), ("en", "Our review"), ("it", "La nostra prova")],
)
def test_a_verdict_heads_what_a_review_thinks(language: str, text: str) -> None:
    assert _lines(language, text, kind=BlockKind.HEADING) == []


def test_a_vietnamese_word_with_another_tone_is_another_word() -> None:
    assert _lines("vi", "Giá bán", "Các trang nhận hoa hồng tới 3% do cửa hàng trả.") == []
    assert _lines("vi", "Hãy chia sẻ bài viết này với bạn bè") != []


def test_a_danda_ends_a_sentence() -> None:
    assert _lines("hi", "पाठकों को यह खबर दो दिन पहले मिल गई थी।") == []
    assert _lines("hi", "हमारे न्यूजलेटर को सब्सक्राइब करें।") != []


def test_this_month_points_to_no_page() -> None:
    assert _lines("it", "Il nuovo aggiornamento sarà disponibile per tutti questo mese.") == []
    assert _lines("it", "Questo articolo è stato aggiornato questo mese.") != []
