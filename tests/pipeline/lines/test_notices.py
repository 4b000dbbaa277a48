"""A house's notices above and below a text are none of it, in whatever words; news of such is."""

from __future__ import annotations

import pytest

from pipeline.lines.house_lines import house_lines
from pipeline.lines.notices import notices
from pipeline.records import Block, BlockKind

PROSE = tuple(
    Block(BlockKind.PARAGRAPH, f"The council voted on bridge {number}, and nobody knows why.")
    for number in range(8)
)


def _taken(text: str, language: str | None, place: int = len(PROSE)) -> bool:
    block = Block(BlockKind.PARAGRAPH, text)
    return block in notices((*PROSE[:place], block, *PROSE[place:]), language)


NOTICES = [
    ("en", "Know more about the bridge? Reach the desk on Signal or by encrypted mail."),
    ("de", "Wissen Sie mehr? Sie erreichen uns vertraulich, auch über Signal."),
    ("fr", "Vous avez des informations ? Écrivez-nous de façon confidentielle."),
    ("ar", "هل لديك معلومات؟ راسلنا بسرية عبر بريد مشفر."),
    ("en", "Our advertisers keep the lights on. Scroll down."),
    ("ar", "الإعلانات تغطي كلفة الاستضافة"),
    ("fr", "La Gazette ne vit que de ses lecteurs et de ses abonnés."),
    ("fr", "Votre don de 60 euros vous revient à vingt après déduction."),
    ("de", "Wer über unseren Preisvergleich bestellt, beschert uns eine Provision."),
    ("en", "Some of the links above are marketing links."),
    ("de", "Hinweis: Dieser Text enthält Provisionslinks. Der Preis ändert sich nicht."),
    ("ar", "استدراك: حُذفت من النص السابق جملة لم تكن دقيقة."),
    ("de", "Dieser Beitrag ist zuerst im E-Paper erschienen."),
    ("ar", "يُنشر هذا التقرير ضمن سلسلة تعدها البوابة عن الجسر"),
    ("en", "This article is part of a series on the river."),
    ("ru", "Этот материал — часть нашего проекта о мосте."),
    ("en", "We may earn a little when you buy through this page."),
    ("en", "This text was read out by a synthetic voice."),
    ("en", "You've reached your limit."),
    ("en", "3 free reads left this month."),
    ("en", "60 000 readers of our letter"),
    ("en", "How we put our stories together"),
    ("en", "This story was produced with support from the Pulman Centre"),
    ("uk", "Матеріал підготовлено за підтримки Медійної програми в Україні."),
    ("cs", "Článek vznikl za podpory nadačního fondu nezávislé žurnalistiky."),
    ("hu", "Helyesbítés: cikkünk korábbi változatában tévesen szerepelt egy név."),
    ("ro", "Acest articol a fost realizat cu sprijinul unei burse europene."),
    ("fi", "Oikaisu 24.11.2026 11:05: Jutussa luki aiemmin väärä nimi."),
    ("fi", "Oikaisu: jutun aiemmassa versiossa oli virheellinen päivämäärä."),
    ("en", "First published in Danish; translated by Karl Mott"),
    ("de", "Diese Recherche wurde durch ein Stipendium ermöglicht und entstand in Kassel"),
    ("de", "Dieser Text ist zuerst erschienen in der Talpost"),
    ("fr", "Publié en partenariat avec la Revue du Port"),
    ("en", "This story is part of a series on herons that runs every Wednesday"),
    ("de", "Beim Kauf über markierte Verweise (*) fließt eine Provision an den Verlag."),
    ("fr", "Ce reportage a été réalisé avec le soutien de la Fondation du Rhin"),
    ("es", "Este reportaje se ha elaborado con la ayuda de la Fundación Cantera"),
    ("it", "Questa inchiesta è stata realizzata con il sostegno della Fondazione Colle"),
    ("ru", "Материал подготовлен при поддержке фонда «Среда»"),
    ("tr", "Bu haber Vadi Vakfı'nın desteğiyle hazırlandı"),
    ("ar", "أنجز هذا التحقيق بدعم من شبكة أريج"),
    ("ur", "یہ رپورٹ الفلاح فاؤنڈیشن کے تعاون سے تیار کی گئی"),
    ("zh", "本文由青山基金会资助完成"),
    ("en", "Information here is provided without any guarantee of accuracy."),
    ("en", "Our newsroom gets a fee for orders placed from this list."),
    ("en", "You have no free articles remaining."),
    ("en", "Update, 21:52: adds a statement."),
    ("nl", "Rectificatie 14 juni: in een eerdere versie van dit stuk stond een verkeerde naam."),
    ("nl", "Correctie 3 mei 2026: er stond een verkeerd bedrag."),
    ("pt", "Erramos: a ponte tem quatro pistas, e não cinco."),
    ("ar", "من باب الشفافية: سبق لكاتبة المقال أن عملت في بلدية الضفاف."),
    ("ar", "ملاحظة المحرر: غُيّر اسم الجسر في العنوان بعد نشر الخبر."),
    ("ar", "عُدلت الفقرة الثانية بعد النشر."),
    ("ar", "صُنع هذا التحقيق بمنحة من مؤسسة الضفاف."),
    ("ar", "تم تحديث الخبر بعد وصول رد البلدية."),
    ("en", "Correction: an earlier version misstated what the company earns."),
    ("ar", "عُدّل هذا النص بعد نشره لتوضيح موقف الجامعة"),
    ("fr", "Une version précédente de l’article comportait une erreur sur la date."),
    ("fr", "Mise à jour : une version antérieure donnait un chiffre erroné, que nous rectifions."),
    ("de", "In einer früheren Fassung stand eine falsche Zahl."),
    ("ar", "نُبّهنا إلى سهو في تاريخ ورد هنا فأصلحناه."),
    ("de", "In einer früheren Version hieß es fälschlich, das Werk stehe in Kiel."),
    ("de", "Sie haben Ihr Limit erreicht."),
    ("de", "Der Artikel ersetzt nicht das Gespräch mit einem Arzt."),
    ("fr", "Les achats effectués depuis nos liens peuvent nous rapporter une commission."),
    ("en", "Prices were checked at the time of writing; links may earn The Quay a fee."),
    ("fr", "Prix relevés au moment de la rédaction ; Le Quai peut toucher une commission."),
    ("nb", "Denne artikkelen er oversatt av en maskin."),
    ("tr", "Bu konuda daha fazlası"),
    ("ar", "قُرئ هذا النص بصوت اصطناعي."),
    ("ar", "قد نكسب مبلغا صغيرا إذا اشتريت عبر هذه الصفحة."),
    ("ar", "لا نتحمل أي مسؤولية عن الأضرار الناتجة عن استخدام هذه المعلومات."),
    ("zh", "本文由合成语音朗读。"),
]


@pytest.mark.parametrize(("language", "text"), NOTICES)
def test_a_notice_at_an_edge_is_no_text(language: str, text: str) -> None:
    assert _taken(text, language)
    assert _taken(text, language, place=0)


def test_amid_a_text_it_stays_where_that_tells_of_such_things() -> None:
    line = Block(BlockKind.PARAGRAPH, "Some of the links above are marketing links.")
    assert line in notices((*PROSE[:4], line, *PROSE[4:]), "en")
    text = "The agency sells marketing and counts the links that its clients buy."
    told = Block(BlockKind.PARAGRAPH, text)
    assert line not in notices((*PROSE[:3], told, line, *PROSE[4:]), "en")


@pytest.mark.parametrize(
    ("language", "line", "told"),
    [
        (
            "en",
            "Amazon earns a commission on every sale made through the links of influencers.",
            "The influencers want a larger share, and have gone to court with a list of sales.",
        ),
        (
            "es",
            "La tienda se lleva una comisión por cada compra hecha con esos enlaces.",
            "Desde enero, la comisión de la tienda será del 2 % en lugar del 4 %.",
        ),
        ("ja", "サイトはこうしたリンク経由の購入ごとに手数料を得る。", "手数料は1月に下がる。"),
        ("ko", "사이트는 이런 링크를 통한 구매마다 수수료를 받는다.", "수수료는 1월에 낮아진다."),
    ],
)
def test_what_others_earn_by_links_stays_where_the_text_tells_of_it(
    language: str, line: str, told: str
) -> None:
    block, other = (Block(BlockKind.PARAGRAPH, text) for text in (line, told))
    assert block not in notices((*PROSE[:4], other, block), language)
    assert block not in notices((*PROSE[:3], block, other, *PROSE[4:]), language)


OPEN_NOTICES = [
    ("en", "Narrated by a synthetic voice"),
    ("en", "One letter, every Friday, in your inbox"),
    ("en", "An earlier version gave the wrong year"),
    ("en", "Updated at noon with a statement from the port"),
    ("de", "Gelesen von einer künstlichen Stimme"),
    ("fr", "Lu par une voix de synthèse"),
    ("fr", "Une version antérieure donnait une date erronée"),
    ("ar", "تقرأ هذه المادة أداة آلية وقد تخطئ في الأسماء"),
    ("ar", "حُدّث الخبر مساء لإضافة بيان البلدية"),
    ("pl", "Przeczytałeś cztery z pięciu darmowych artykułów"),
    ("ro", "Dacă cumperi prin linkurile noastre, primim un comision"),
    ("fi", "Saamme palkkion, jos ostat tuotteen linkistämme"),
    ("hu", "Jutalékot kapunk, ha a linkünkön át vásárol"),
    ("th", "อ่านโดยปัญญาประดิษฐ์"),
    ("bn", "আমাদের লিংক থেকে কিছু কিনলে আমরা কমিশন পাই"),
    ("ja", "この記事は合成音声で読み上げています"),
]


@pytest.mark.parametrize(("language", "text"), OPEN_NOTICES)
def test_amid_a_text_it_goes_where_it_is_no_sentence(language: str, text: str) -> None:
    assert _taken(text, language, place=4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A computer voice read this story to you; it may stumble over names."),
        ("fr", "Une voix artificielle vous lit cet article et bute parfois sur les noms."),
        ("zh", "合成语音为您朗读此文，人名偶有误读。"),
    ],
)
def test_of_a_recording_speaks_a_line_among_the_first(language: str, text: str) -> None:
    assert _taken(text, language, place=3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You have one more story this month before we ask you to join."),
        ("ru", "В этом месяце можно бесплатно прочитать ещё две статьи."),
        ("tr", "Bu ay ücretsiz olarak bir yazı daha okuyabilirsiniz."),
        ("nl", "Dit verslag is opnieuw geplaatst."),
    ],
)
def test_what_may_be_read_and_what_was_amended_is_a_notice(language: str, text: str) -> None:
    assert _taken(text, language)


UPDATES = [
    ("en", "Updated at 4:30 p.m. with a statement from the mill."),
    ("en", "Headline changed on 3 May to reflect the ruling."),
    ("ar", "حُدّث الخبر في 3 مايو بإضافة رد المطحنة."),
    ("fr", "Ce papier a été complété par la réponse du moulin."),
    ("de", "Nachtrag vom 3. Mai: Die Mühle hat geantwortet."),
    ("es", "Esta pieza se amplió a las 18:20 con la respuesta del molino."),
    ("it", "Pezzo aggiornato alle 18.20 con la replica del mulino."),
    ("pt", "Texto ampliado às 18h20 com a resposta do moinho."),
    ("nl", "Aan dit artikel is de reactie van de molen toegevoegd."),
    ("tr", "Haber saat 18.20’de değirmenin yanıtıyla güncellendi."),
    ("id", "Artikel ini telah dilengkapi dengan pernyataan penggilingan."),
    ("ru", "Заметка обновлена в 18:20: добавлен комментарий мельника."),
    ("ur", "اس خبر میں چکی کا ردعمل شامل کیا گیا ہے۔"),
    ("fa", "تیتر این گزارش پس از انتشار تغییر کرد."),
    ("ja", "本稿は18時20分に水車小屋の回答を加えました。"),
    ("zh", "标题在发布后有修改。"),
    ("ko", "이 기사는 오후 6시 방앗간의 답변을 추가했습니다."),
]


@pytest.mark.parametrize(("language", "text"), UPDATES)
def test_what_was_added_to_a_text_is_told_in_a_notice(language: str, text: str) -> None:
    assert _taken(text, language)
    assert _taken(text, language, place=4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The text was amended by the committee before the vote on Tuesday."),
        ("en", "The app was updated on 3 May with a fix for tablets."),
        ("fr", "Le titre du moulin a ajouté 3 % à la clôture."),
        ("fr", "Le texte a été modifié par les sénateurs avant le vote."),
        ("es", "El titular de Economía añadió que no habrá más ayudas."),
        ("it", "Il titolo ha aggiunto il 3 per cento in Borsa."),
        ("pt", "O texto foi alterado pelo Senado antes da votação."),
        ("ru", "В статью кодекса добавлен новый пункт."),
        ("ar", "حدث ذلك بعد نشر التقرير بيومين."),
        ("ur", "رپورٹ کی اشاعت کے بعد کمپنی کے حصص گر گئے۔"),
    ],
)
def test_what_else_is_amended_is_news(language: str, text: str) -> None:
    assert not _taken(text, language)
    assert not _taken(text, language, place=4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The machine voice that reads your messages stumbles over every name."),
        ("fr", "La voix de synthèse du GPS bute sur le nom du village."),
        ("en", "How a machine reads your mail"),
        ("en", "What was wrong with the first engine"),
        ("en", "The free clinic on Mill Street"),
        ("en", "Voices from the machine room"),
        ("de", "Die Stimme aus der Maschine"),
        ("de", "Fehler, die jeden Tag passieren"),
        ("fr", "Les erreurs de la première machine"),
        ("fr", "Le prix du logiciel"),
        ("ar", "أخطاء النسخة الأولى من البرنامج"),
        ("ar", "صوت الآلة"),
        ("es", "La voz de la máquina"),
        ("ja", "機械の声"),
    ],
)
def test_heads_amid_a_text_stay(language: str, text: str) -> None:
    assert not _taken(text, language, place=4)


def test_of_a_flash_or_an_unknown_language_it_stays() -> None:
    line = Block(BlockKind.PARAGRAPH, "You've reached your limit.")
    assert not notices((PROSE[0], line), "en")
    assert not _taken(line.text, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Retailers pay the app a commission on every purchase made through its links."),
        ("en", "The voice is made by AI, the company said."),
        ("en", "Free users have three reads left a month."),
        ("en", "The newsletter now has more than 60,000 readers."),
        ("en", "The guarantee does not cover water damage."),
        ("en", "Nothing guarantees that the information stays private."),
        ("en", "“We may earn a little when you buy through this page,” it reads."),
        ("en", "An earlier version of the app misstated how much water is left."),
        ("en", "At the time of writing, the bridge had cost nine million dollars."),
        ("en", "Updated prices will be added to the list next week."),
        ("fr", "La version précédente du téléphone comportait une erreur de conception."),
        ("ar", "تحديث النظام أضيفت إليه مزايا جديدة."),
        ("en", "Why do we correct our mistakes?"),
        ("uk", "Фільм створено за підтримки Держкіно."),
        ("hu", "A film a város támogatásával készült."),
        ("en", "The film was produced with support from the state of Utah."),
        ("en", "The book was first published in Danish."),
        ("de", "Der Film entstand mit Unterstützung der Stadt Kassel."),
        ("fr", "Le pont a été réalisé avec le soutien de la région."),
        ("es", "El puente se ha hecho con la ayuda de los vecinos."),
        ("ar", "أنجز الجسر بدعم من البنك الدولي."),
        ("ru", "Фильм снят при поддержке министерства."),
        ("en", "We do not know who is responsible for the damage."),
        ("en", "We buy our bread from the shop on the corner and earn little."),
        ("fr", "Le médecin n'est pas ici, il travaille à Lyon."),
        ("ar", "المعلومات غير كافية لتحديد المسؤول عن الحادث."),
        ("ar", "نشتري الخبز من متجر الحي ونربح القليل."),
        ("de", "Der Assistent übersetzt Artikel maschinell und liest sie dann vor."),
        ("de", "Wir wissen nicht, wie die Software die Fehler korrigiert."),
        ("fr", "Le dernier article gratuit du musée a été vendu hier."),
        ("es", "Nadie asumió la responsabilidad de las pérdidas."),
        ("ar", "كان آخر مقال مجاني للكاتب قبل عشر سنوات."),
        ("ar", "لا أحد يضمن دقة المعلومات في هذه الخرائط."),
        ("ar", "لا نعرف كيف نصحح هذه الأخطاء."),
        ("fr", "La machine traduit ce texte en une seconde."),
        ("en", "An earlier version of the bridge had the wrong bolts."),
        ("en", "She had used two of her three free days."),
    ],
)
def test_what_tells_of_such_things_stays(language: str, text: str) -> None:
    assert not _taken(text, language)


def test_a_notice_above_others_of_the_house_is_at_the_edge() -> None:
    texts = (
        "You have reached your limit of free stories.",
        "Subscribe to our newsletter.",
        "Follow us on WhatsApp.",
        "Share this story with your friends on our channel.",
        "Join our Telegram channel.",
    )
    lines = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    assert lines[0] not in notices((*PROSE, *lines), "en")
    assert house_lines((*PROSE, *lines), "en", frozenset(), "A bridge")[lines[0]] == "line:notice"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your contribution keeps free news on every doorstep of the valley."),
        ("de", "Deine Spende hält diese Berichterstattung kostenlos."),
        ("fr", "Recevez chaque samedi l’essentiel de l’actualité du fleuve."),
        ("ar", "تصلك كل صباح أهم الأخبار في خمس دقائق."),
        ("fr", "Notre podcast revient chaque mardi, sur toutes les plateformes."),
        (
            "ar",
            "ما ينشر هنا بعض أخبار الوكالة، وللاشتراك لدينا في خدمتها يفتح الرابط أسفله.",
        ),
        ("en", "Start every Monday with the news stories that matter, and a podcast."),
        ("tr", "Podcast’imizin son bölümünü her yerde dinleyin."),
        (
            "en",
            "Disclosure: The Bridge Fund has given money to this paper. Givers have no say in it.",
        ),
        ("de", "Für Einkäufe über die Partnerlinks im Text erhalten wir eine Provision."),
    ],
)
def test_gifts_letters_podcasts_and_disclosures_are_the_houses(language: str, text: str) -> None:
    assert _taken(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The contribution keeps the ferry free for the whole valley."),
        ("en", "Residents get news of the bridge every morning from the town crier."),
        ("fr", "Le podcast revient chaque mardi, raconte la maire."),
        ("en", "The disclosure came late: the fund had paid for the bridge."),
        ("de", "Der Händler zahlt eine Provision für jeden Link, heißt es in dem Vertrag."),
    ],
)
def test_what_is_told_of_such_stays(language: str, text: str) -> None:
    assert not _taken(text, language)


def test_what_stands_in_a_list_of_its_own_alone_is_read_as_a_paragraph() -> None:
    text = "We may earn a little when you follow our link and tell us what you think of it."
    item = Block(BlockKind.LIST_ITEM, text)
    other = Block(BlockKind.LIST_ITEM, "A second bridge")
    assert item in house_lines((*PROSE, item), "en", frozenset(), "")
    sub = "Follow us on our channel"
    item = Block(BlockKind.LIST_ITEM, sub)
    assert item in house_lines((*PROSE, item), "en", frozenset(), "")
    assert other not in house_lines((*PROSE, other), "en", frozenset(), "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This column appears every second Wednesday"),
        ("fr", "Cette rubrique revient tous les quinze jours, chaque lundi"),
        ("ar", "تُنشر هذه الزاوية صباح كل سبت"),
        ("fa", "این ستون هر شنبه منتشر می‌شود"),
        ("de", "Erschienen in der Printausgabe vom 3. Mai"),
        ("es", "Publicado en la edición impresa del 3 de mayo"),
        ("ar", "نُشر في العدد الورقي رقم 214"),
        ("en", "The full interview is on air at eight"),
        ("tr", "Bu bölüm cumartesi akşamı ekranlarımızda"),
        ("en", "This is part two of our series on tides"),
        ("de", "Zweiter Teil unserer Serie über Fähren"),
        ("en", "The writer travelled to Oslo as a guest of the maker"),
        ("es", "La redactora viajó invitada por la marca"),
        ("ar", "سافرت كاتبة التقرير إلى أوسلو على نفقة المنظمين"),
        ("en", "No texts or pictures may be copied without our consent"),
        ("ar", "لا يجوز اقتباس المواد أو نقلها بلا إذن"),
        ("en", "Read our editorial principles and how we handle mistakes"),
        ("pt", "Conheça os nossos princípios editoriais"),
        ("es", "Contenido patrocinado por Aceros Ría"),
        ("ar", "محتوى ممول من شركة الموانئ"),
        ("fr", "Voir la galerie (12 photos)"),
        ("de", "Zur Bildergalerie: 7 Fotos"),
        ("en", "Updated at 09:40 to add a reply from the firm"),
        ("es", "Nota actualizada a las 9:40 con las cifras del consorcio"),
        ("it", "Ogni lunedì la nostra rubrica sui fiumi"),
        ("ar", "عمود أسبوعي، كل سبت"),
        ("en", "An assistant of artificial intelligence helped us write this"),
        ("tr", "Bu yazının hazırlanmasında yapay zekâdan yararlanıldı"),
        ("fr", "Le vélo nous a été prêté par la marque"),
        ("de", "Testgerät vom Hersteller gestellt und zurückgeschickt"),
        ("en", "Swipe through 9 photos of the day"),
        ("en", "We first printed the wrong town, which is fixed"),
        ("en", "In partnership with Alder Trust Media"),
        ("de", "So erschienen in der Wochenendbeilage Technik"),
        ("fr", "Prix relevés en mai, liens rémunérés par les marchands"),
        ("es", "El padre de la autora trabaja en la empresa"),
        ("en", "The headline was corrected on Tuesday"),
        ("en", "Reporting was funded by the Alder Trust"),
        ("fr", "L’entretien a été traduit et raccourci"),
        ("de", "Die Recherche wurde von der Erlen-Stiftung finanziert"),
        ("es", "Este proyecto recibió una beca de la Fundación Aliso"),
        ("ar", "تصويب: عُدّل رقم في الفقرة الأخيرة"),
        ("en", "The author holds shares in the firm"),
        ("de", "Rätsel des Tages: neun Fehler im Bild"),
        ("en", "Meet our reporters at the spring fair, stand 4"),
        ("ar", "موعدنا معكم في معرض الكتاب"),
        ("en", "Prefer headphones? It is episode 12 of Short Waves"),
        ("fr", "Testez vos connaissances en sept questions"),
        ("en", "Slideshow: twenty views of the coast"),
        ("de", "Aus unserem Laden: Tassen und alte Hefte"),
    ],
)
def test_slots_prints_and_labels_are_the_houses_wherever_they_stand(
    language: str, text: str
) -> None:
    for place in (0, 4, len(PROSE)):
        assert _taken(text, language, place)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The column stood in the square until 1911 and appears on every coin."),
        ("en", "The paper's print edition costs £3 and is read in 40 countries."),
        ("en", "The programme airs in nine countries, and the makers are rich."),
        ("en", "The third part of the series opens with a storm."),
        ("en", "The author travelled to Oslo to see the engines."),
        ("en", "Pictures may be taken with the permission of the owner."),
        ("en", "The editors wrote down their editorial principles in 1951."),
        ("en", "The gallery shows 40 photos of the bridge."),
        ("en", "The council lent us two of the bridge's lamps, and nobody knows why."),
        ("en", "Episode 3 asks why the council shut the bridge, and to listen is free."),
        ("en", "A shop on the quay sells mugs and maps."),
        ("es", "La columna del puente pesa cada vez más."),
        ("ar", "العمود الثالث من الجسر يميل كل سنة."),
        ("ar", "والآلة تقرأ الأرقام قبل أن يصل العمال"),
        ("en", "Whoever swipes sees photos of 9 bridges."),
        ("en", "In partnership with the council of the bridge"),
        ("en", "The wrong bolts were fixed."),
        ("en", "As published, the bridge council's plan has no stairs."),
        ("es", "La hermana de la panadera trabaja en la empresa."),
        ("en", "The interview with the council about the bridge was corrected."),
        ("en", "The maps were translated and corrected."),
        ("en", "The author owns a boat."),
        ("en", "The baker holds shares in the mill."),
        ("fr", "Le roman a été traduit et corrigé."),
        ("de", "Das Museum wurde von der Stiftung finanziert."),
        ("es", "El puente recibió una beca."),
        ("ar", "تُرجمت الرواية إلى تسع لغات."),
        ("fr", "L’auteur a voyagé trois mois avec les pêcheurs."),
        ("de", "Die Serie hat zehn Teile, und jeder Teil dauert eine Stunde."),
        ("es", "El programa se emite en nueve países."),
        ("ar", "سافر الكاتب إلى أوسلو ليرى المحركات."),
        ("ar", "يضم المعرض أربعين صورة للجسر."),
        ("ar", "تصدر الصحيفة نسختها الورقية كل صباح في 40 صفحة."),
        ("tr", "Galeri kırk fotoğrafı bir arada gösteriyor."),
        ("fa", "این برنامه در نه کشور پخش شده است."),
    ],
)
def test_columns_programmes_and_galleries_of_which_a_text_tells_stay(
    language: str, text: str
) -> None:
    for place in (0, 4, len(PROSE)):
        assert not _taken(text, language, place)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Wer über einen Affiliate-Link kauft, bringt dem Verlag eine Provision von bis zu {}",
        ),
        ("en", "Whoever buys through an affiliate link pays our editors a commission of up to {}"),
    ],
)
def test_how_much_links_bring_is_news(language: str, text: str) -> None:
    assert _taken(text.format("einigen Euro."), language)
    assert not _taken(text.format("7 Prozent." if language == "de" else "7 percent."), language)


def test_hindi_says_this_news_of_what_its_texts_tell() -> None:
    text = "शाओमी के न्यूजलेटर के पाठकों को यह खबर 18 दिन पहले मिल गई थी।"
    block = Block(BlockKind.PARAGRAPH, text)
    told = [
        Block(BlockKind.PARAGRAPH, f"परिषद ने सोमवार को पुल {n} बंद करने का फैसला किया।")
        for n in range(6)
    ]
    assert block not in house_lines([*told, block], "hi", frozenset(), "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Do you have information? The police ask anybody who has to call in confidence."),
        ("en", "Its advertisers keep the lights on at the station."),
        ("fr", "« Le journal ne vit que de ses lecteurs », dit le maire."),
        ("de", "Wer über den Preisvergleich kauft, zahlt eine Provision von 3 Prozent."),
        ("ar", "وقالت الشركة إن الإعلانات تغطي كلفة الاستضافة في أسواقها كلها."),
        ("ar", "هل لديك معلومات؟ هكذا سألت الشرطة سكان الحي بسرية."),
    ],
)
def test_who_is_paid_and_who_knows_more_may_be_told(language: str, text: str) -> None:
    assert not _taken(text, language)


def test_what_a_wall_still_gives_may_head_what_it_asks_for() -> None:
    head = Block(BlockKind.HEADING, "2 free stories left for you this month", 3)
    assert head in notices((*PROSE, head), "en")
    told = Block(BlockKind.HEADING, "What is left for the bridge", 3)
    assert told not in notices((*PROSE, told), "en")


def test_who_asks_for_tips_is_the_house_whatever_its_text_tells_of() -> None:
    tip = "Know more? Reach the desk securely, on Signal or by mail."
    line, told = (Block(BlockKind.PARAGRAPH, text) for text in (tip, f"{PROSE[0].text[:-1]} but"))
    other = Block(BlockKind.PARAGRAPH, "The desk of the council can be reached by mail or Signal.")
    assert line in notices((*PROSE, told, other, line), "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Seit 1962 wird hier Kohle gefördert, zuletzt 200.000 Tonnen im Jahr."),
        ("en", "The pier here was funded by the county and opened in 1931."),
        ("en", "A first plan for it appeared here in 1998."),
        ("fr", "Sur 61 kilomètres financés d’ici à 2030, 40 sont plantés."),
        ("it", "Il molo qui fu finanziato dalla provincia nel 1931."),
    ],
)
def test_what_was_paid_for_in_a_place_is_news(language: str, text: str) -> None:
    assert not _taken(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This story was funded by a grant of the county."),
        ("de", "Diese Recherche wurde von der Stiftung gefördert."),
        ("fr", "Ce reportage a été financé par une bourse."),
    ],
)
def test_what_paid_for_a_text_is_told_in_a_notice(language: str, text: str) -> None:
    assert _taken(text, language)
