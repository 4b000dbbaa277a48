"""Real lines of sites in sixteen languages: those that must go, and look-alikes that must stay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.clean import clean_blocks
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

CASES: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "cleaning.toml").read_text(encoding="utf-8")
)
PROSE = "The council voted on Tuesday to close bridge {} for repairs, which will last about a year."


def _kept(texts: list[str], language: str | None) -> list[str]:
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in texts]
    return [block.text for block in clean_blocks(lines, language=language).kept]


@pytest.mark.parametrize("language", CASES)
def test_boilerplate_goes(language: str) -> None:
    """A test a language, not a line: seven thousand tests took longer to find than to run."""
    prose = PROSE.format(1)
    cases = CASES[language]["go"].items()
    assert [case for case, line in cases if _kept([prose, line], language) != [prose]] == []


@pytest.mark.parametrize("language", CASES)
def test_what_looks_alike_stays(language: str) -> None:
    """Where no language is said the rules of all are asked: there a line stands at each place."""
    before, after = PROSE.format(1), PROSE.format(2)
    lost = [
        (case, said, texts.index(line))
        for case, line in CASES[language]["stay"].items()
        for said, texts in (
            (language, [before, line, after]),
            (None, [line, before]), (None, [before, line, after]), (None, [before, after, line]),
        )
        if _kept(texts, said) != texts
    ]  # fmt: skip
    assert lost == []


AMID = [
    ("ar", "house-letter-told"),
    ("ar", "house-reference"),
    ("ar", "house-reference-signed"),
    ("ar", "house-day-and-readers"),
    ("ar", "house-more-of-it"),
    ("ar", "house-more-read"),
    ("ar", "house-may-help"),
    ("ar", "house-of-one-matter"),
    ("ar", "house-see-the-film"),
    ("ar", "house-urgent"),
    ("ar", "house-copied"),
    ("ar", "house-goes-on-below"),
    ("ar", "house-drawn-by-machine"),
    ("ar", "house-times-read"),
    ("ar", "house-you-are-here"),
    ("ar", "house-as-source"),
    ("ar", "house-answer-or-report"),
    ("ar", "house-letters-left"),
    ("ar", "house-is-updated"),
    ("ar", "house-price-there"),
    ("ar", "house-order-there"),
    ("ar", "house-podcasts"),
    ("ar", "house-remarks-reviewed"),
    ("ar", "player-loading"),
    ("en", "wire-contributed"),
    ("en", "wire-edited"),
    ("en", "wire-rights"),
    ("fr", "wire-with"),
    ("es", "wire-information"),
    ("ar", "urgent-by-phone"),
    ("ar", "letter-from-here"),
    ("ar", "joined-by-many"),
    ("ar", "shut-by-cookies"),
    ("en", "elsewhere-watch-here"),
    ("en", "elsewhere-click-here"),
    ("en", "elsewhere-to-register"),
    ("en", "elsewhere-live-blog"),
    ("fr", "elsewhere-voir-ici"),
    ("fr", "elsewhere-cliquer"),
    ("fr", "elsewhere-savoir"),
    ("fr", "elsewhere-direct"),
    ("de", "elsewhere-hier-geht"),
    ("de", "elsewhere-klicken"),
    ("de", "elsewhere-zum-ticker"),
    ("de", "elsewhere-sehen"),
    ("es", "elsewhere-clic"),
    ("es", "elsewhere-pincha"),
    ("es", "elsewhere-ver-aqui"),
    ("es", "elsewhere-minuto"),
    ("es", "elsewhere-para-ver"),
    ("pt", "elsewhere-clique"),
    ("pt", "elsewhere-para-ver"),
    ("pt", "elsewhere-assista"),
    ("it", "elsewhere-clicca"),
    ("it", "elsewhere-guarda"),
    ("it", "elsewhere-per-vedere"),
    ("nl", "elsewhere-klik"),
    ("nl", "elsewhere-bekijk"),
    ("tr", "elsewhere-izlemek"),
    ("tr", "elsewhere-videoyu"),
    ("fa", "elsewhere-baraye"),
    ("fa", "elsewhere-zende"),
    ("ru", "elsewhere-najmite"),
    ("ru", "elsewhere-smotret"),
    ("ru", "elsewhere-chtoby"),
    ("ar", "elsewhere-idghat"),
    ("ar", "elsewhere-link"),
    ("ar", "elsewhere-shahed"),
    ("ar", "elsewhere-onqor"),
    ("ar", "no-advice"),
    ("en", "unfinished-developing"),
    ("en", "unfinished-to-come"),
    ("en", "unfinished-gallery"),
    ("en", "unfinished-details"),
    ("en", "unfinished-updated"),
    ("ar", "unfinished-developing"),
    ("ar", "unfinished-soon"),
    ("ar", "unfinished-link"),
    ("ar", "unfinished-below"),
    ("ar", "unfinished-own-pictures"),
    ("fr", "unfinished-a-venir"),
    ("fr", "unfinished-maj"),
    ("fr", "unfinished-galerie"),
    ("de", "unfinished-laufend"),
    ("de", "unfinished-infos"),
    ("de", "unfinished-strecke"),
    ("es", "unfinished-desarrollo"),
    ("es", "unfinished-breve"),
    ("es", "unfinished-galeria"),
    ("pt", "unfinished-atual"),
    ("pt", "unfinished-breve"),
    ("it", "unfinished-agg"),
    ("it", "unfinished-seguito"),
    ("nl", "unfinished-aangevuld"),
    ("nl", "unfinished-volgt"),
    ("tr", "unfinished-guncel"),
    ("tr", "unfinished-az-sonra"),
    ("fa", "unfinished-takmil"),
    ("fa", "unfinished-payin"),
    ("ru", "unfinished-dop"),
    ("ru", "unfinished-nizhe"),
    ("ar", "edited-and-read"),
    ("ar", "liked-then-share"),
    ("en", "letter-for-more"),
    ("fr", "met-elsewhere"),
    ("tr", "two-accounts"),
    ("en", "tip-by-mail"),
    ("en", "conversation"),
    ("en", "followed-on-two"),
    ("en", "rights-told"),
    ("de", "with-a-subscription"),
    ("de", "followed-on-two"),
    ("fr", "liked-then-share"),
    ("tr", "all-of-a-kind"),
    ("tr", "from-two-stores"),
    ("tr", "investment-notice"),
    ("fa", "member-of-letter"),
    ("fa", "joined-channel"),
]


@pytest.mark.parametrize(("language", "case"), AMID)
def test_what_a_house_says_of_itself_amid_a_text_goes(language: str, case: str) -> None:
    prose = [PROSE.format(number) for number in range(12)]
    line = CASES[language]["go"][case]
    assert _kept([*prose[:6], line, *prose[6:]], language) == prose


def test_the_name_of_a_network_glues_no_facts() -> None:
    line = "📲 Entre no canal do Jangada Tech no WhatsApp e receba as notícias em primeira mão."
    assert _kept([PROSE.format(1), line], "pt") == [PROSE.format(1)]


def test_a_question_amid_a_text_is_an_interviews() -> None:
    texts = [PROSE.format(1), "Et vous, qu'en pensez-vous ?", PROSE.format(2)]
    assert _kept(texts, "fr") == texts


@pytest.mark.parametrize(
    "line", ["CNN —", "New York CNN —", "بيروت، الفرات —", "WASHINGTON (AP) --"]
)
def test_a_dateline_that_lost_its_text_goes(line: str) -> None:
    texts = [PROSE.format(number) for number in range(8)]
    assert _kept([line, *texts], None) == texts
    assert _kept([*texts, line, *texts], None) == [*texts, line, *texts]
    assert _kept(["And then he said —", *texts], "en") == ["And then he said —", *texts]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Quentin VasseurPublié le 11/06/2025 à 11h27 • Mis à jour le 11/06/2025 à 13h05", "fr"),
        ("Updated / Thursday, 9 Oct 2025 13:20", "en"),
        ("الرباط 11 جمادى الآخرة 1448 هـ الموافق 21 نوفمبر 2026 م واس", "ar"),
        ("السبت 1448/6/11 هـ الموافق 2026/11/21 م واس", "ar"),
        ("न्यूज डेस्क, छतरपुर Published by: अमित कुमार Updated Wed, 18 Nov 2026 08:00 AM IST", "hi"),
    ],
)
def test_a_line_of_the_day_before_a_text_goes(line: str, language: str) -> None:
    texts = [PROSE.format(number) for number in range(8)]
    assert _kept([line, *texts], language) == texts
    assert _kept([*texts, line, *texts], language) == [*texts, line, *texts]


def test_rules_of_dutch_hold_for_afrikaans() -> None:
    texts = [PROSE.format(number) for number in range(3)]
    assert _kept([texts[0], "Lees ook: Karoo se dorpsdam loop oor", *texts[1:]], "af") == texts


def test_every_language_has_its_share() -> None:
    main = "ar en fr de es it pt nl tr fa ur id ru zh ja ko ckb"
    assert " ".join(CASES) == f"{main} he pl vi el hi uk sv cs fi hu ro sr th ps bn"
    for language, cases in CASES.items():
        assert len(cases["go"]) >= (12 if language in main.split() else 4), language
        assert len(cases["stay"]) >= (6 if language in main.split() else 2), language


@pytest.mark.parametrize(
    ("language", "line", "goes"),
    [
        ("el", "Διαβάστε επίσης: Νέο λεωφορείο στην Πάτρα", True),
        ("el", "Ακολουθήστε μας στο Google News και μάθετε πρώτοι τις ειδήσεις", True),
        ("el", "Με την επιφύλαξη παντός δικαιώματος", True),
        ("el", "Δείτε όλες τις τελευταίες Ειδήσεις από την Ελλάδα και τον Κόσμο", True),
        ("el", "Οι επιβάτες ακολούθησαν τον οδηγό ως το Google και πίσω.", False),
        ("hi", "यह भी पढ़ें: पुणे में नई बस", True),
        ("hi", "ताजा खबरों के लिए हमारे व्हाट्सएप चैनल से जुड़ें", True),
        ("hi", "कॉपीराइट 2026 जन संवाद। सर्वाधिकार सुरक्षित।", True),
        ("hi", "व्हाट्सएप ने कहा कि नया चैनल अगले महीने शुरू होगा।", False),
        ("bg", "Следете последните новини в Google News", True),
        ("bg", "Вижте също: Нов автобус в Пловдив", True),
        ("bg", "Следете пътя до моста, посъветва кметът, и завийте наляво.", False),
        ("bn", "আরও পড়ুন: পুনেতে নতুন বাস", True),
        ("bn", "সর্বশেষ খবর পেতে আমাদের ইউটিউব চ্যানেল সাবস্ক্রাইব করুন", True),
        ("bn", "ইউটিউব জানায়, নতুন চ্যানেল আগামী মাসে শুরু হবে।", False),
        ("th", "อ่านเพิ่มเติม: รถเมล์สายใหม่ในขอนแก่น", True),
        ("th", "ติดตามข่าวสารได้ทางไลน์และเฟซบุ๊ก", True),
        ("th", "ตำรวจติดตามรถคันนั้นไปจนถึงสะพาน", False),
        ("th", "อ่านข่าวที่เกี่ยวข้อง", True),
        ("th", "อ่านข่าว: สะพานใหม่เปิดแล้ว", True),
        ("hi", "ताज़ा ख़बरों के लिए गूगल पर हमें फॉलो करें", True),
        ("et", "Toimetaja: Martin Saar", True),
        ("et", "Hea lugeja, näeme et kasutate vanemat brauseri versiooni.", True),
        ("et", "Toimetaja sõnul ilmub leht edasi ja keegi tööd ei kaota.", False),
        ("lt", "Griežtai draudžiama šią informaciją naudoti kitose svetainėse.", True),
        ("lt", "Draudžiama rūkyti visame parke, sakė mero pavaduotoja.", False),
        ("lv", "Iezīmējiet tekstu un spiediet Ctrl+Enter, lai nosūtītu to redaktoram!", True),
        ("lv", "Iezīmēja tekstu un aizgāja, stāsta bibliotēkas vadītāja.", False),
        ("ca", "Llegeix també: Un autobús nou a Reus", True),
        ("ca", "Segueix-nos a Instagram", True),
        ("ca", "Segueix el camí fins al pont, diu l'alcalde, i gira a l'esquerra.", False),
        ("et", "Loe ka: Uus buss Tartus", True),
        ("et", "Liitu meie uudiskirjaga ja ole kursis", True),
        ("et", "Loe raamat lõpuni, soovitab õpetaja, ja vasta siis küsimusele.", False),
        ("lt", "Taip pat skaitykite: Naujas autobusas Kaune", True),
        ("lt", "(Nuotr.: Jonas Jonaitis)", True),
        ("lt", "Skaitykite sutartį iki galo, pataria teisininkai.", False),
        ("lv", "Lasi arī: Jauns autobuss Liepājā", True),
        ("lv", "Seko mums Facebook un Instagram", True),
        ("lv", "Lasi līgumu līdz galam, iesaka juristi.", False),
        ("sl", "Preberite še: Nov avtobus v Kopru", True),
        ("sl", "Foto: Jana Novak", True),
        ("sl", "Preberite pogodbo do konca, svetujejo pravniki.", False),
        ("el", "ΔΙΑΒΑΣΤΕ ΑΚΟΜΗ: Νέο λεωφορείο στην Πάτρα", True),
        ("mk", "Прочитајте и: Нов автобус во Охрид", True),
        ("ar", "يستمر المقال بعد الإعلان", True),
        ("de", "Lesen Sie nach der Werbung weiter", True),
        ("de", "Nichts mehr verpassen: Laden Sie unsere App", True),
        ("es", "La nota continúa después de la publicidad", True),
        ("es", "La nota continúa sin respuesta desde marzo, dice el abogado.", False),
        ("sv", "Ladda ner vår app", True),
        ("fi", "Tilaa uutiskirjeemme", True),
        ("fi", "Tilaa on vähän, sanoo kunnanjohtaja, ja sali täyttyi heti.", False),
        ("cs", "Pokračování článku pod reklamou", True),
        ("sk", "Prihláste sa na odber newslettera", True),
        ("hu", "A cikk a hirdetés után folytatódik", True),
        ("ro", "Articolul continuă după reclamă", True),
        ("hr", "Članak se nastavlja ispod oglasa", True),
        ("mk", "Пратете нè кога ќе тргне возот, рече машинистот.", False),
        ("sr", "Пратите нас на Фејсбуку", True),
        ("uk", "Продовження після реклами", True),
        ("tr", "Haberin devamı reklamdan sonra", True),
        ("el", "Το άρθρο συνεχίζεται μετά τη διαφήμιση", True),
        ("fa", "در تلگرام ما را دنبال کنید", True),
        ("ms", "Sertai saluran WhatsApp kami", True),
        ("vi", "Mời độc giả theo dõi kênh YouTube của chúng tôi", True),
        ("th", "อ่านต่อด้านล่าง", True),
        ("ja", "記事は広告の後に続きます", True),
        ("ja", "Xでフォローする", True),
        ("ca", "L'article continua després de la publicitat", True),
        ("et", "Artikkel jätkub pärast reklaami", True),
        ("lt", "Straipsnis tęsiasi po reklamos", True),
        ("lv", "Raksts turpinās pēc reklāmas", True),
        ("sl", "Članek se nadaljuje po oglasu", True),
        ("id", "(ya/dwi)", True),
        ("el", "Τελευταία ενημέρωση: 12/03/2026", True),
        ("el", "Ετικέτες: Samsung, κινητό", True),
        ("el", "Πείτε μας τη γνώμη σας στα σχόλια", True),
        ("el", "3 λεπτά ανάγνωση", True),
        ("el", "Επιμέλεια: Γιώργος Παππάς", True),
        ("el", "Φωτογραφία: πώς να τη μεταφέρετε", False),
        ("el", "Φωτογραφία: 50 megapixel", False),
        ("el", "Της Μαρίας η μητέρα ήρθε αργά.", False),
        ("hi", "(एजेंसी इनपुट के साथ)", True),
        ("hi", "प्रतीकात्मक तस्वीर", True),
        ("hi", "आपको यह खबर कैसी लगी? कमेंट में बताएं", True),
        ("hi", "डिस्क्लेमर: यह खबर सामान्य जानकारी पर आधारित है", True),
        ("hi", "लेटेस्ट अपडेट के लिए जुड़े रहिए", True),
        ("hi", "फोटो: 50 मेगापिक्सल", False),
        ("hi", "फोटो: कंप्यूटर में कैसे डालें", False),
        ("hi", "ऐप डाउनलोड करें और सेटिंग खोलें।", False),
        ("bn", "নিজস্ব প্রতিবেদক, ঢাকা", True),
        ("bn", "ঢাকাটাইমস/১২মার্চ/এমএ", True),
        ("bn", "প্রকাশ: ১২ মার্চ ২০২৬, ১০: ৩০", True),
        ("bn", "সূত্র: রয়টার্স", True),
        ("bn", "মন্তব্য করতে লগইন করুন", True),
        ("bn", "ছবি: ৫০ মেগাপিক্সেল", False),
        ("bn", "ছবি: কীভাবে কম্পিউটারে নেবেন", False),
        ("bn", "নিজস্ব প্রতিবেদক পাঠানো হয়েছে ঢাকায়।", False),
        ("id", "(baru dan lama)", False),
        ("sv", "Åsikterna i texten är skribentens egna", True),
        ("sv", "Åsikterna i texten delar byn i två läger, säger läraren.", False),
        ("no", "Meningene i teksten er forfatterens egne.", True),
        ("tr", "Yazıların sorumluluğu yazarlarına aittir", True),
        ("tr", "Yazıların sorumluluğu ağır geldi, dedi yazar.", False),
        ("ko", "외부 필자의 글은 본지의 편집 방향과 다를 수 있습니다", True),
        ("ko", "외부 필자의 글은 세 편이 실렸다.", False),
        ("cs", "Názory autorů se nemusí shodovat s postojem redakce", True),
        ("cs", "Názory autorů se rozcházejí, zjistila redakce.", False),
        ("uk", "Усі права захищено, написав він над верстатом, і ніхто не позичав нічого.", False),
        ("uk", "Усі права захищено. Копіювання лише з дозволу.", True),
        ("zh", "版权所有，他在工作台上方写了这四个字，没有人敢借他的盘。", False),
        ("zh", "版权所有，未经许可不得转载。", True),
        (
            "pl",
            "Wszelkie prawa zastrzeżone, napisał nad warsztatem i nikt nic nie pożyczał.",
            False,
        ),
        ("pl", "Wszelkie prawa zastrzeżone. Kopiowanie tylko za zgodą.", True),
    ],
)
def test_lines_of_languages_with_few_rules(language: str, line: str, goes: bool) -> None:
    prose = [PROSE.format(1)]
    assert (_kept([*prose, line], language) == prose) is goes


LINKED = [
    ("fr", "» LIRE AUSSI - Trois nouveaux bus à Lyon"),
    ("fr", "VIDÉO – Trois nouveaux bus à Lyon"),
    ("de", "Bilderstrecke: Drei neue Busse in Bonn"),
    ("de", "Mehr über die neuen Busse lesen Sie hier."),
    ("es", "EN VIDEO | Tres autobuses nuevos en Vigo"),
    ("es", "Te recomendamos leer: Tres autobuses nuevos en Vigo"),
    ("pt", "Relembre: Três ônibus novos em Recife"),
    ("pt", "Leia a íntegra da nota"),
    ("it", "LA NOSTRA RECENSIONE | Tre autobus nuovi a Bari"),
    ("it", "→ Tre autobus nuovi a Bari"),
    ("tr", "GÖZDEN KAÇIRMAYIN Bursa'da üç yeni otobüs"),
    ("tr", "Haberin detayları için tıklayın..."),
    ("fa", "این خبر را هم بخوانید: سه اتوبوس تازه در شیراز"),
    ("ur", "ضرور پڑھیں: ملتان میں تین نئی بسیں"),
    ("ru", "Эксклюзив: три новых автобуса в Туле"),
    ("uk", "Вас зацікавить: три нові автобуси в Луцьку"),
    ("id", "Jangan lewatkan: Tiga bus baru di Bogor"),
    ("nl", "Alles over de nieuwe bussen lees je hier."),
    ("zh", "【延伸閱讀】三輛新巴士上路"),
    ("zh", "点击阅读全文"),
    ("ja", "【写真を見る】新型バス三台"),
    ("ko", "[단독] 새 버스 세 대 운행"),
    ("pl", "Sprawdź: Trzy nowe autobusy w Łodzi"),
    ("cs", "Nepřehlédněte: Tři nové autobusy v Brně"),
    ("he", "אל תפספסו: שלושה אוטובוסים חדשים בחיפה"),
    ("ro", "Pe aceeași temă: Trei autobuze noi la Cluj"),
    ("hu", "Ajánljuk: Három új busz Pécsett"),
    ("el", "Μη χάσετε: Τρία νέα λεωφορεία στον Βόλο"),
    ("sv", "Missa inte: Tre nya bussar i Lund"),
    ("fi", "Aiheesta lisää: Kolme uutta bussia Turussa"),
    ("tr", "Buna da bir bak ➜ Liman köprüsü gece trafiğe açıldı"),
    ("en", "While you are here: how we weigh fish is what everybody reads."),
    ("vi", "Tham khảo thêm: Ba xe buýt mới ở Huế"),
    ("hi", "पूरी खबर पढ़ने के लिए यहां क्लिक करें"),
    ("bn", "বিস্তারিত পড়ুন: খুলনায় তিনটি নতুন বাস"),
]
"""Labels that an article may use itself: only with a link behind them do they lead elsewhere."""


@pytest.mark.parametrize(("language", "line"), LINKED)
def test_a_label_before_a_link_goes(language: str, line: str) -> None:
    prose = [PROSE.format(number) for number in range(4)]
    linked = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in prose]
    linked.insert(2, Extracted(Block(BlockKind.PARAGRAPH, line), 0.7))
    assert [block.text for block in clean_blocks(linked, language=language).kept] == prose


@pytest.mark.parametrize(
    ("text", "level", "stays"),
    [
        ("Видео: момент аварии", 2, True),
        ("Foto: ninsoare la Cluj", 3, True),
        ("Foto: dpa", 6, False),
        ("Foto: dpa", None, False),
    ],
)
def test_a_heading_of_the_upper_levels_credits_no_picture(
    text: str, level: int | None, stays: bool
) -> None:
    kind = BlockKind.PARAGRAPH if level is None else BlockKind.HEADING
    prose = [Extracted(Block(BlockKind.PARAGRAPH, PROSE.format(n))) for n in range(4)]
    line = Extracted(Block(kind, text, level=level))
    kept = [block.text for block in clean_blocks([*prose[:2], line, *prose[2:]]).kept]
    assert (text in kept) is stays


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "جميع الحقوق محفوظة لصحيفة الميناء 2026"),
        ("ar", "ترجمة: هبة سعيد"),
        ("en", "Filed under: Transport, Business"),
        ("en", "© 2026 Harbour Post Media. All rights reserved."),
        ("en", "Edited by Laura Finch"),
        ("de", "Themen: Bahn, Verkehr"),
        ("fr", "Dernière mise à jour : 20/11/2026"),
        ("it", "Questo articolo è distribuito con licenza Creative Commons"),
        ("ru", "При использовании материалов ссылка на сайт обязательна"),
        ("zh", "版权所有,未经授权不得转载"),
    ],
)
def test_what_sites_say_below_a_text_goes_above_it_too(language: str, line: str) -> None:
    prose = [PROSE.format(number) for number in range(9)]
    assert _kept([line, *prose], language) == prose
