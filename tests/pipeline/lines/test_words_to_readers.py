"""What houses say above and below texts: warnings, series, codes, films, corrections."""

from __future__ import annotations

import pytest

from tests.pipeline.people.story_page import read

ABOVE = [
    ("de", "Achtung: Dieser Text enthält Schilderungen von Gewalt, die belastend sein können."),
    ("tr", "Uyarı: Bu haberde rahatsız edici ayrıntılar yer alıyor."),
    ("fa", "هشدار: این گزارش شامل جزئیاتی است که ممکن است برای برخی خوانندگان آزاردهنده باشد."),
    ("ur", "انتباہ: اس رپورٹ کے بعض حصے قارئین کے لیے تکلیف دہ ہو سکتے ہیں۔"),
    ("zh", "警告：本文包含可能令人不适的内容。"),
    ("ar", "تنبيه: هذا المقطع يحتوي على مشاهد صادمة."),
    ("fr", "Ceci est le deuxième volet d’une série de trois articles consacrée au port."),
    ("es", "Esta es la segunda entrega de una serie de tres reportajes sobre el puerto."),
    ("ar", "(مدة القراءة: خمس دقائق وفنجان قهوة)"),
    ("hi", "नई दिल्ली, जनधारा डेस्क।"),
    ("hi", "लखनऊ, संवाददाता।"),
]
BELOW = [
    ("pt", "Adicione o Correio às suas fontes preferidas no Google"),
    ("ar", "جميع المواد محمية بموجب قانون الملكية الفكرية"),
    ("en", "Chart: Ledger. Source: county records. Get the data."),
    ("en", "Sign the petition here."),
    ("ar", "دمتم بخير، وإلى حكاية أخرى من حكايات الدكان."),
    ("ar", "وإلى لقاء آخر في العدد القادم."),
    ("ar", "كل ما يرد في مقالات الدفتر يعبّر عن كاتبه، والمجلة بيت مفتوح."),
    ("es", "En una versión anterior se atribuía el dato a otra entidad."),
    ("fr", "Dans une version précédente, nous écrivions que le maire avait démissionné."),
    ("de", "In einer früheren Version hieß es, die Brücke sei gesperrt."),
    ("ar", "ورد في نسخة سابقة من الخبر أن الجسر مغلق."),
    ("en", 'This is part two of "Low Ground," a three-part series. Read part one.'),
    ("ar", "الحلقة الثالثة من سلسلة تقارير «مدن الماء»."),
    ("ru", "Это вторая часть серии из трёх материалов о порте."),
    ("fa", "این بخش دوم از یک مجموعه سه‌قسمتی درباره بندر است."),
    ("ar", "جرّب استضافة نخلة بخصم 40% عند استخدام الكود TAYYAR"),
    ("en", "Get 15% off with the promo code LEDGER15."),
    ("fr", "Profitez de 20 % de réduction avec le code PORT20."),
    ("de", "Mit dem Code HAFEN10 sparst du 10 % auf deine erste Bestellung."),
    ("es", "Con el código DELTA5 tienes un 5 % de descuento en tu primer pedido."),
    ("pt", "Use o cupom PORTO10 e ganhe 10% de desconto na primeira compra."),
    ("id", "Gunakan kode PELABUHAN untuk diskon 10%."),
    ("tr", "LIMAN10 koduyla yüzde 10 indirim kazanın."),
    ("ru", "Скидка 10% по промокоду PORT10."),
    ("hi", "कोड BANDAR10 लगाएं और 10% की छूट पाएं।"),
    ("ar", "مزيد من التفاصيل في الفيديو التالي:"),
    ("ar", "التفاصيل في تقرير مراسلنا."),
    ("fr", "Plus de détails dans la vidéo ci-dessus."),
    ("de", "Mehr dazu im Video oben."),
    ("es", "Más detalles en el video adjunto."),
    ("id", "Selengkapnya simak dalam video berikut."),
    ("fa", "جزئیات بیشتر را در ویدئوی زیر ببینید."),
    ("ur", "مزید تفصیلات اس ویڈیو میں دیکھیں۔"),
    ("ru", "Подробнее — в видео ниже."),
    ("tr", "Detaylar videomuzda."),
    ("ar", "تابعوا حساب الملحق الرياضي @awraq_sport"),
    ("en", "First published in The Harbour Review."),
    ("fr", "Initialement publié dans Le Littoral."),
    ("en", "doi: https://doi.org/10.1000/harbour.17"),
    ("en", "For the best commenting experience, please login or register as a user."),
    ("en", "Chat with us in Facebook Messenger. Find out what is new on the coast."),
    (
        "en",
        "If you enjoyed this article, we have an idea for you: Join PIERPLUS. "
        + "All of it. " * 20,
    ),
    ("en", "Support Harbour Post and make a difference for readers everywhere."),
    ("de", "Hafen am Abend. 22.04.2026. 12:21 Min.. UT. Verfügbar bis 22.04.2028. Küstenfunk."),
    ("en", "Are storms breaking in your town? Get in touch at desk@courier.example"),
]
OWN = [
    ("en", "In an earlier version of the plan, the road ran past the school."),
    ("en", "First published in Paris in 1862."),
    ("en", "If you enjoyed this summer, please join the swim across the bay, the mayor said."),
    ("en", "Support Ukraine and help its ports, the minister asked of the council."),
    ("de", "Die Fähre ist bis 22.04.2028 verfügbar."),
    ("es", "En una versión anterior del plan, la carretera pasaba junto a la escuela."),
    ("de", "In einer früheren Version des Plans lag die Schule an der Straße."),
    ("ar", "كل ما يرد في التقرير عن الجسر يعبّر عن قلق السكان."),
    ("ar", "وإلى اللقاء في الميناء، قال القبطان ثم أبحر."),
    ("hi", "डेस्क पर रखी फाइलें तीन साल से बंद हैं।"),
    ("hi", "लखनऊ की एजेंसी ने काम रोक दिया।"),
    ("ar", "وإلى حكاية أخرى انتقل الشاهد أمام القاضي."),
    ("en", "Sign the petition or leave, the mayor told them."),
    ("ar", "جاء في نسخة سابقة من الاتفاق أن الميناء يبقى مفتوحا."),
    ("fr", "Attention, ce texte ne sera voté au Sénat qu’au mois de mars."),
    ("de", "Achtung: Dieser Artikel des Vertrags gilt erst ab dem kommenden Jahr."),
    ("es", "Atención: este artículo de la ley no entra en vigor hasta enero."),
    ("en", "Note: this report contains the first figures since the flood."),
    ("en", "The retailer gave 20% off with the code SUMMER20, and thieves took note."),
    ("en", "Get 20% of voters on your side and the building code changes, he said."),
    ("ar", "التفاصيل في الفيديو الذي نشره المتحدث تناقض الرواية الرسمية."),
    ("ar", "الجزء الثاني من سلسلة القرارات يمس رواتب المتقاعدين."),
    ("ar", "تحذير: يحتوي الماء على نسبة من الرصاص لا تناسب الأطفال."),
    ("en", "This is the second part of the series of talks that began in May."),
    ("es", "Esta es la segunda entrega de una serie de tres buques para la armada."),
    ("fr", "Ceci est le deuxième volet d’une série de réformes voulues par le maire."),
    ("ar", "تابع الرئيس أعمال اللجنة مساء أمس."),
    ("ru", "Это вторая часть серии выплат, которую получат семьи."),
    ("de", "Dies ist der zweite Teil der Serie von Streiks."),
    ("ru", "Внимание: в тексте закона нет ни слова о насилии."),
    ("id", "Perhatian: laporan ini belum disahkan oleh dewan."),
    ("fa", "این بخش دوم از مجموعه آپارتمان‌هایی است که شهرداری ساخت."),
]


def _kept(line: str, lang: str, *, above: bool) -> bool:
    """Whether a line stays as the first or the last of a text."""
    said = f"<p>{line}</p>"
    article = read(first=said, lang=lang) if above else read(end=said, lang=lang)
    return any(line[:30] in block.text for block in article.blocks)


@pytest.mark.parametrize(("lang", "line"), ABOVE)
def test_what_a_house_says_above_a_text_goes(lang: str, line: str) -> None:
    assert not _kept(line, lang, above=True)


@pytest.mark.parametrize(("lang", "line"), BELOW)
def test_what_a_house_says_below_a_text_goes(lang: str, line: str) -> None:
    assert not _kept(line, lang, above=False)


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize(("lang", "line"), OWN)
def test_what_a_text_tells_in_such_words_stays(lang: str, line: str, above: bool) -> None:
    assert _kept(line, lang, above=above)
