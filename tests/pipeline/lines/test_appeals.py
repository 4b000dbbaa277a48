"""Lines in which a site asks its readers for something are no text; what only begins so is."""

from __future__ import annotations

import pytest

from pipeline.lines.appeals import MAX_APPEALS, appeals
from pipeline.records import Block, BlockKind

PROSE = Block(BlockKind.PARAGRAPH, "The council voted to close the bridge, and nobody knows why.")


def _taken(language: str, text: str) -> bool:
    block = Block(BlockKind.PARAGRAPH, text)
    told = [block in appeals((PROSE, block, PROSE), said) for said in (language, None)]
    assert told[0] == told[1]
    return told[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "لا يفوتك.. تابع صفحتنا الرسمية على فيسبوك"),
        ("ar", "شاركنا رأيك في التعليقات أسفل المقال"),
        ("ar", "تابعنا عبر قناتنا على تلغرام"),
        ("ar", "تابعنا ليصلك كل جديد"),
        ("ar", "شارك هذه الخطوات مع من تحب."),
        ("ar", "للحجز في أمسيات الديوان اتصل بنا صباحاً."),
        ("fa", "ادامه‌ی گزارش خودرو را فردا بخوانید."),
        ("ar", "نصلك صباحًا قبل قهوتك.. سجّل بريدك في «موجز مدار»"),
        ("ar", "إذا وجدت خطأ في هذا المقال فأبلغنا عبر نموذج التواصل"),
        ("ar", "ادعموا استمرار صحافة مستقلة عبر التبرع ولو بمبلغ بسيط"),
        ("ar", "سجّل الدخول لحفظ المقال وقراءته لاحقاً"),
        ("ar", "الأخبار العاجلة أولاً على هاتفك، فعّل الإشعارات"),
        ("ar", "لمواكبة كل ما هو جديد، لا تترددوا في الانضمام إلى مجموعتنا على فيسبوك"),
        ("ar", "لا تنسَ تفعيل زر الجرس ليصلك جديدنا"),
        ("ar", "قيّم هذا المقال من خمس نجوم"),
        ("ar", "أخبار التقنية بين يديك.. نزّل تطبيق الجريدة"),
        ("en", "Follow us on Google News so you never miss an update"),
        ("en", "Download our free mobile app to stay updated"),
        ("ar", "انشر هذا المقال ليصل إلى غيرك"),
        ("ar", "نحن بحاجة إلى دعمكم كي نواصل العمل الصحفي"),
        ("en", "Stay in the loop: add us as a preferred source on Google"),
        ("de", "Noch mehr Nachrichten gibt es in unserer App"),
        ("es", "Activa las notificaciones para no perderte nada"),
        ("fr", "Pour nous soutenir, faites un don défiscalisé"),
        ("tr", "Son gelişmelerden haberdar olmak için bildirimleri açın"),
        ("fa", "از روزنامه‌نگاری مستقل حمایت کنید"),
        ("en", "Leave a comment below and tell us what you think"),
        ("de", "Hier können Sie unsere App kostenlos herunterladen"),
        ("de", "Unterstützen Sie unabhängigen Journalismus mit einem Abo"),
        ("es", "¿Te ha gustado este artículo? Compártelo con tus amigos"),
        ("es", "Déjanos tu opinión en los comentarios"),
        ("pt", "Siga nosso canal no WhatsApp e receba as notícias"),
        ("fr", "Rejoignez notre chaîne WhatsApp pour ne rien manquer"),
        ("it", "Iscriviti al nostro canale Telegram"),
        ("id", "Gabung dengan saluran WhatsApp kami untuk berita terbaru"),
        ("tr", "Haberleri kaçırmamak için kanalımıza katılın"),
        ("tr", "Haberi beğendiyseniz sevdiklerinizle paylaşmayı unutmayın."),
        ("ar", "للبقاء على اطلاع بآخر أخبار تونس، انخرطوا في قناتنا على واتساب."),
        ("fa", "برای دریافت خبرها به کانال تلگرام ما بپیوندید"),
        ("nl", "Download onze app en blijf op de hoogte"),
        ("pl", "Masz ciekawy temat? Napisz do nas: redakcja@kurier.example"),
        ("cs", "Líbil se vám článek? Podpořte nás."),
        ("sv", "Vill du läsa fler lokala nyheter? Ladda ner vår app!"),
        ("no", "Følg oss på Facebook for flere nyheter"),
        ("da", "Tilmeld dig vores nyhedsbrev"),
        ("ru", "Подписывайтесь на наш канал в Telegram"),
        (
            "de",
            "Mit unserer App sind Sie informiert. Jetzt kostenlos laden für Android!",
        ),
        ("it", "Se vuoi restare aggiornato iscriviti gratis alla newsletter del Corriere"),
        ("it", "Segui La Gazzetta su Google per ricevere le ultime notizie"),
        (
            "en",
            "For more gossip, follow Mirror Stars on TikTok, Snapchat and Facebook.",
        ),
        ("en", "Get Motor Monthly delivered through your letterbox every month."),
        ("en", "Listen to Newsround live at 12:45 on weekdays - or listen back here."),
        ("en", "👟 Want to run farther? See our Gear team’s picks"),
        ("no", "Har du tanker om saken du har lest? Send meg en e-post!"),
        ("pl", "Byłeś świadkiem zdarzenia? Wyślij nam zdjęcie lub film"),
        ("cs", "Chcete mít přehled? Přihlaste se k odběru newsletteru."),
        ("tr", "WhatsApp hattımızdan haber ve fotoğraflarınızı bize gönderebilirsiniz"),
        ("de", "Du willst nichts mehr verpassen? Dann folge uns bei Google News."),
        ("de", "Melde dich an, um Kommentare zu verfassen."),
        ("da", "Få Fjordavisens nyheder direkte i indbakken hver morgen"),
        ("en", "Don’t miss out on the headlines. Followed categories will be added to My News."),
        ("en", "To get the latest local news, download the WKQZ News app here."),
        ("ur", "تازہ خبروں کے لیے ہمارا واٹس ایپ چینل فالو کریں"),
    ],
)
def test_what_a_site_asks_of_its_readers_is_no_text(language: str, text: str) -> None:
    assert _taken(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "تابع الوزير آخر أخبار المفاوضات من مكتبه"),
        ("ar", "سجل الموقع أكثر من مليون زيارة بعد الأخبار العاجلة"),
        ("ar", "شارك 300 باحث في إعداد هذا التقرير"),
        ("ar", "أخبرنا عن بداياتك في هذا المجال."),
        ("ar", "يرجى من السائقين تجنب الجسر حتى المساء."),
        ("ar", "قيّم الخبراء أداء المعالج في ثلاثة اختبارات"),
        ("ar", "تابعنا على الشاشة وصول السفينة إلى الميناء"),
        ("ar", "تابعنا في ذلك اليوم كل ما جرى"),
        ("ar", "شارك الصور مع أصدقائك من داخل التطبيق."),
        ("ar", "«تابعونا على فيسبوك»، كتب صاحب المتجر على بابه."),
        ("en", "Tell us about your first job at the company."),
        ("en", "Let us hope that the chip works."),
        ("en", "Listen to the engine before you buy, and bookmark the page of its part."),
        ("en", "Find the cause before you add a second pump."),
        ("en", "Want to become a member of the council in May, as she did."),
        ("de", "Noch mehr Menschen gibt es in unserer Stadt."),
        ("es", "Escucha el motor antes de comprar el coche."),
        ("ar", "نحتاج إلى محطات شحن جديدة في المدينة."),
        ("en", "Share prices fell after the newsletter was sold."),
        ("en", "Follow us on X, the minister wrote, and you will see."),
        ("de", "Können Sie uns in einfachen Worten erklären, was der Chip kann?"),
        ("de", "Unsere App war im Mai kaputt, und keiner hat es gemerkt."),
        ("es", "Sigue en los comentarios la polémica por el precio."),
        ("es", "Cuéntanos cómo empezó todo."),
        ("es", "Descarga el juego y juega con tus amigos."),
        ("fr", "Dites-nous comment vous avez commencé."),
        ("id", "Simak perubahan harga di pasar pekan ini."),
        ("tr", "Fotoğrafları arkadaşlarınızla paylaşın."),
        ("fa", "پلیس از کانال تلگرام برای دریافت گزارش‌ها استفاده می‌کند."),
        ("pl", "Byłeś świadkiem zdarzenia, zapytał sędzia."),
        ("tr", "Fotoğrafları polise gönderin, dedi avukat komşularına."),
        ("da", "Få mennesker bor på øen om vinteren."),
        ("de", "Melde dich, wenn der Zug hält, sagte der Vater."),
        ("nl", "Volg de gele borden naar de haven, adviseert de politie."),
        ("pl", "Masz rację, odparł burmistrz."),
        ("cs", "Sledujte vodu v řece, radí hasiči."),
        ("sv", "Följ den röda stigen till sjön."),
        ("no", "Har du sett den nye broen over elven?"),
        ("da", "Hent vand ved brønden, lød rådet til byens borgere."),
        ("ru", "Следите за давлением масла, советует мастер."),
        ("ur", "کمپنی نے واٹس ایپ چینل بند کر دیا۔"),
        ("ar", "تابعونا بأعينهم حتى اختفت الحافلة."),
        ("en", "Sign up for our newsletter was the first thing the screen said."),
        ("ar", "شارك هذه الخطوات مع من يشكو من فاتورة الماء."),
        ("ar", "اكتب في كل منشور جملة مثل: تابعونا على قناتنا في واتساب."),
        ("en", "Write a line such as: Follow us on our channel."),
    ],
)
def test_what_only_begins_so_is_text(language: str, text: str) -> None:
    assert not _taken(language, text)


def test_an_article_that_instructs_its_readers_keeps_its_lines() -> None:
    text = "Follow us on channel {} of WhatsApp"
    kept = [Block(BlockKind.PARAGRAPH, text.format(n)) for n in range(MAX_APPEALS + 1)]
    assert appeals(kept, "en") == frozenset()
    assert appeals(kept[1:], "en") == frozenset(kept[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Have an opinion on anything you’ve read in the Gazette today? Please email us your letter "
        "and it will be considered for publication in our letters section.",
        "Our website is the place for the latest breaking news and commentary of the land. "
        "Please bookmark gazette.example and sign up for our daily newsletter, Posted, here.",
        "Don’t have time to read about the coast as much as you’d?\nGet our weekly roundup "
        "in your inbox instead. Every Wednesday, our editor writes a short email that goes "
        "a little deeper. Join the 47,000 readers who’ve subscribed so far.",
    ],
)
def test_a_longer_paragraph_asks_in_most_of_its_sentences(text: str) -> None:
    assert _taken("en", text)


def test_a_long_paragraph_that_ends_with_an_appeal_is_text() -> None:
    text = (
        "Let’s be honest, a list of the year’s gadgets is hard. Really hard. Surely we forgot one "
        "that you liked. So leave a comment below, let us know, and follow us on our channel."
    )
    assert not _taken("en", text)


def test_only_paragraphs_ask() -> None:
    heading = Block(BlockKind.HEADING, "Follow us on Google News", level=2)
    assert appeals((PROSE, heading), "en") == frozenset()


def test_what_asks_for_what_the_house_alone_is_named_for() -> None:
    line = Block(BlockKind.PARAGRAPH, "Nantikan liputan jembatan berikutnya hanya di Pena Kota.")
    plain = Block(BlockKind.PARAGRAPH, "Nantikan jembatan berikutnya hanya di kota pelabuhan.")
    told = Block(BlockKind.PARAGRAPH, "Pena Kota berdiri sejak jembatan itu dibangun.")
    sites = frozenset({"penakota"})
    assert line in appeals((PROSE, line), "id", sites)
    assert line not in appeals((PROSE, told, line), "id", sites)
    dated = Block(BlockKind.PARAGRAPH, "SOLO, Pena Kota — Jembatan itu dibuka.")
    assert line in appeals((dated, PROSE, line), "id", sites)
    second = Block(BlockKind.PARAGRAPH, "Ikut obrolan warga di Pena Kota setiap pagi.")
    assert {line, second} <= appeals((PROSE, line, second), "id", sites)
    assert plain not in appeals((PROSE, plain), "id", sites)


def test_an_appeal_that_is_set_as_a_quotation_goes_and_what_somebody_said_stays() -> None:
    drawn = Block(BlockKind.QUOTE, "حمّل تطبيقنا ليصلك الخبر قبل غيرك")
    said = Block(BlockKind.QUOTE, "حمّلوا تطبيقنا الجديد قبل نهاية الشهر.")
    assert appeals([drawn, said], "ar") == {drawn}
