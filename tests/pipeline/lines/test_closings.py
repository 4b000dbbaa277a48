"""Lines with which a house takes leave of its readers, and pictures of what it offers them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/bridge"
PROSE = {
    "en": "The council voted to close part {} of the long bridge for more than a year, it said.",
    "ar": "صوت المجلس على إغلاق الجسر الطويل في مرحلته {} مدة تزيد على عام كامل بعد الفحص.",
    "fr": "Le conseil a voté la fermeture du long pont, tronçon {}, pendant plus d'un an.",
    "de": "Der Rat stimmte dafür, die lange Brücke im Abschnitt {} über ein Jahr zu sperren.",
    "es": "El concejo votó cerrar el largo puente en su tramo {} durante más de un año.",
    "it": "Il consiglio ha votato la chiusura del lungo ponte, tratto {}, per oltre un anno.",
    "pt": "A câmara votou o fecho da longa ponte, troço {}, durante mais de um ano inteiro.",
    "nl": "De raad besloot deel {} van de lange brug meer dan een jaar te sluiten, zei hij.",
    "tr": "Meclis uzun köprünün {} numaralı bölümünün bir yıl kapanmasına karar verdi.",
    "fa": "شورا رای داد که بخش {} پل بلند بیش از یک سال بسته بماند و کار آغاز شود.",
    "ru": "Совет проголосовал за то, чтобы закрыть часть {} длинного моста больше чем на год.",
    "pl": "Rada zagłosowała za zamknięciem części {} długiego mostu na ponad rok, jak podano.",
    "id": "Dewan memutuskan menutup bagian {} jembatan panjang itu selama lebih dari setahun.",
    "ur": "کونسل نے لمبے پل کا حصہ {} ایک سال سے زیادہ بند رکھنے کا فیصلہ کیا ہے۔",
    "sv": "Rådet röstade för att stänga den långa brons del {} i mer än ett år, enligt beslutet.",
    "cs": "Rada hlasovala pro uzavření části {} dlouhého mostu na více než rok, jak uvedla.",
    "ro": "Consiliul a votat închiderea porțiunii {} a podului lung pentru mai bine de un an.",
    "el": "Το συμβούλιο ψήφισε το κλείσιμο του τμήματος {} της μακριάς γέφυρας για έναν χρόνο.",
    "he": "המועצה הצביעה בעד סגירת מקטע {} של הגשר הארוך למשך יותר משנה, כך נמסר ממנה.",
    "uk": "Рада проголосувала за закриття частини {} довгого мосту більш ніж на рік, кажуть.",
    "hi": "परिषद ने लंबे पुल के हिस्से {} को बंद रखने का फैसला किया।",
    "vi": "Hội đồng đã bỏ phiếu đóng đoạn {} của cây cầu dài trong hơn một năm, theo thông báo.",
    "hu": "A tanács megszavazta, hogy a hosszú híd {} szakaszát több mint egy évre lezárják.",
    "fi": "Valtuusto päätti sulkea pitkän sillan osan {} yli vuodeksi, kuten se ilmoitti.",
    "zh": "议会投票决定把长桥的第{}段关闭一年以上，工程随即开始，费用由省里承担。",
    "ja": "議会は長い橋の第{}区間を一年以上閉鎖することを決め、工事はすぐに始まる見通しだ。",
    "ko": "의회는 긴 다리의 {} 구간을 일 년 넘게 폐쇄하기로 결정했으며 공사는 곧 시작된다.",
}


def _text(language: str, *lines: str) -> str:
    prose = [PROSE[language].format(n) for n in range(2, 8)]
    body = "".join(f"<p>{line}</p>" for line in [*prose, *lines])
    html = f"<html lang={language}><title>A bridge</title><main><h1>A bridge</h1>{body}</main>"
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    assert PROSE[language].format(7) in result.text
    return result.text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "That's all for this week."),
        ("ar", "كان هذا كل شيء عن خرائط جوجل، إلى اللقاء في مقال قادم."),
        ("ar", "جولة سريعة بين ما فات وما سيأتي من أخبار الجسر، ودمتم."),
        ("tr", "Köprü hakkında siz ne düşünüyorsunuz? Yorumlarda buluşalım."),
        ("en", "What would you say?"),
        ("en", "See you on Thursday with the next part."),
        ("ar", "وللحديث بقية إن شاء الله."),
        ("ar", "وإلى هنا ينتهي حديثنا عن الجسور."),
        ("ar", "ما رأيكم في ذلك؟"),
        ("fr", "On en reparlera très vite."),
        ("de", "Bis nächsten Montag!"),
        ("es", "¿Y tú, qué piensas?"),
        ("it", "Alla prossima puntata."),
        ("pt", "Até à próxima semana."),
        ("nl", "Tot volgende keer!"),
        ("tr", "Haftaya görüşmek üzere."),
        ("fa", "ادامه دارد…"),
        ("ru", "А как вы считаете?"),
        ("pl", "Do zobaczenia za tydzień."),
        ("id", "Sampai jumpa pekan depan."),
        ("zh", "下周再见！"),
        ("ja", "続きはまた来週。"),
        ("ko", "다음 주에 계속됩니다."),
        ("ar", "التفاصيل بعد قليل..."),
        ("en", "More details to follow."),
        ("de", "In Kürze mehr an dieser Stelle."),
        ("es", "(Habrá ampliación)"),
        ("it", "Seguono dettagli."),
        ("zh", "更多消息稍后更新。"),
        ("ur", "مزید تفصیلات کچھ دیر میں۔"),
        ("sv", "Fortsättning följer."),
        ("cs", "Článek průběžně aktualizujeme."),
        ("ro", "Va urma."),
        ("el", "Περισσότερα σε λίγο."),
        ("he", "הידיעה מתעדכנת."),
        ("uk", "Новина доповнюється."),
        ("hi", "खबर अपडेट हो रही है।"),
        ("vi", "Tin tiếp tục cập nhật."),
        ("hu", "Folytatjuk."),
        ("fi", "Juttua täydennetään."),
        ("fr", "🎙️ Le podcast de la semaine revient sur cette affaire"),
        ("pl", "🎧 Wersja dźwiękowa tego tekstu czeka w aplikacji"),
    ],
)
def test_a_last_line_that_takes_leave_goes(language: str, line: str) -> None:
    assert line not in _text(language, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The story does not end here."),
        ("en", "Will it work?"),
        ("en", "That is all the money there is."),
        ("en", "The engineers will be back on Thursday."),
        ("ar", "ويبقى السؤال: من يدفع الثمن؟"),
        ("ar", "وينتهي العمل في الربيع."),
        ("ar", "وينتقل الفريق بعد ذلك، إلى اللقاء الثاني في تونس."),
        ("ar", "ولم تتضح التفاصيل بعد."),
        ("ar", "ما مدى فائدة الجسر الجديد؟"),
        ("ar", "وسيعرض المجلس الخطة في مارس، ثم يتابع العمل."),
        ("de", "Wie nützlich ist die neue Brücke?"),
        ("en", "More trains follow in May."),
        ("de", "Weitere Züge folgen."),
        ("sv", "Appen uppdateras."),
        ("uk", "Застосунок оновлюється."),
        ("fr", "La suite dira qui avait raison."),
        ("de", "Bis dahin bleibt die Brücke zu."),
        ("es", "Nadie sabe cuándo."),
        ("tr", "Deneme sürüyor."),
        ("ru", "Испытания продолжаются."),
        ("zh", "工程仍在继续。"),
        ("ja", "工事は今も続いている。"),
        ("en", "🧪 The trial continues until spring."),
    ],
)
def test_a_last_line_that_tells_something_stays(language: str, line: str) -> None:
    assert line in _text(language, line)


def test_such_a_line_amid_a_text_stays() -> None:
    """A person of whom news tell says so too."""
    assert "To be continued." in _text("en", "To be continued.", "So ended the report of May.")


def test_pictures_before_several_lines_are_the_text_s_own_way() -> None:
    posts = "🔔 The bell of the town hall rang at noon.", "🚧 The road to it stays shut."
    assert posts[0] in _text("en", *posts)


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("ar", "ما مدى فائدة هذا المقال؟"),
        ("ar", "سنتعرف في هذه السطور على كل ما يخص الجسور، فتابعونا إلى النهاية."),
        ("tr", "Bu yazı ne kadar faydalıydı?"),
        ("de", "Wie hilfreich war dieser Beitrag?"),
        ("ru", "Насколько полезной была эта новость?"),
        ("fa", "این مطلب چقدر مفید بود؟"),
        ("de", "Hat Ihnen dieser Text weitergeholfen?"),
        ("ja", "間違いを見つけたらお知らせください。"),
        ("en", "Summarize with ChatGPT"),
        ("en", "See price"),
        ("ar", "أضفنا كمصدر مفضل على جوجل"),
        ("ar", "يستمر المقال أدناه"),
        ("fr", "Résumer avec l'IA"),
        ("de", "Mit KI zusammenfassen"),
        ("es", "Rechazar todo"),
        ("tr", "Uygulamada oku"),
        ("fa", "مشاهده قیمت"),
        ("ru", "Спросить ИИ"),
        ("pl", "Zeskanuj kod QR"),
        ("zh", "打开App阅读"),
        ("ja", "AIに質問"),
        ("ko", "앱에서 읽기"),
        ("id", "Tanya AI"),
    ],
)
def test_the_labels_of_a_page_s_controls_go_wherever_they_stand(language: str, label: str) -> None:
    prose = PROSE[language]
    assert label not in _text(language, label, prose.format(9), prose.format(11))


@pytest.mark.parametrize("label", ["Dark mode", "Select language", "Turn on notifications"])
def test_labels_of_what_texts_tell_of_too_stay(label: str) -> None:
    line = f"<b>{label}</b>"
    assert label in _text("en", line, PROSE["en"].format(9), PROSE["en"].format(11))


@pytest.mark.parametrize(
    "step",
    [
        "Create an account to continue with the set-up.",
        "Swipe up to see more options.",
        "Tap to expand the menu of tools.",
        "The widget shows the weather of the next hours.",
        "Prices were lower in the year before.",
    ],
)
def test_steps_and_facts_that_begin_as_such_labels_do_stay(step: str) -> None:
    assert step in _text("en", step, PROSE["en"].format(9), PROSE["en"].format(11))
