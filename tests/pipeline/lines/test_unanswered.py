"""Whom a house asked, and who did not answer it, is told by the text, house or not."""

from __future__ import annotations

import re

import pytest

from pipeline.lines.asides import asides
from pipeline.lines.judged import judged
from pipeline.lines.telling import reports
from pipeline.records import Block, BlockKind

SITES = frozenset({"theharbourpost", "harbourpost", "مرصدالتقنية"})
PROSE = {
    "en": "The council voted to close the long bridge in part {} for more than a year.",
    "ar": "صوت المجلس على إغلاق الجسر الطويل في مرحلته {} مدة تزيد على عام كامل.",
    "fr": "Le conseil a voté la fermeture du long pont, tronçon {}, pendant plus d'un an.",
    "de": "Der Rat stimmte dafür, die lange Brücke im Abschnitt {} über ein Jahr zu sperren.",
    "es": "El concejo votó cerrar el largo puente en su tramo {} durante más de un año.",
    "it": "Il consiglio ha votato la chiusura del lungo ponte, tratto {}, per oltre un anno.",
    "ru": "Совет проголосовал за то, чтобы закрыть часть {} длинного моста на год.",
}
UNANSWERED = [
    ("en", "The mayor's office didn't immediately respond to The Harbour Post's request."),
    ("en", "The builder declined to comment when we asked."),
    ("en", "A spokesman has not replied to our questions."),
    ("ar", "ولم ترد الشركة على استفسارات مرصد التقنية."),
    ("ar", "ورفضت البلدية التعليق على أسئلتنا."),
    ("ar", "رفضت يو إيه إي باس الإجابة عن أسئلتنا واكتفت بإحالتنا إلى بيان سابق."),
    ("en", "The mayor refused to speak to us."),
    ("fr", "L’entreprise n’a pas répondu à nos questions."),
    ("fr", "La préfecture ne nous a pas répondu."),
    ("de", "Das Unternehmen ließ unsere Fragen unbeantwortet."),
    ("de", "Die Firma reagierte auf unsere Anfrage nicht."),
    ("es", "La empresa no respondió a nuestras preguntas."),
    ("it", "L'azienda non ha risposto alle nostre domande."),
    ("ru", "В компании не ответили на наши вопросы."),
]


@pytest.mark.parametrize(("language", "line"), UNANSWERED)
def test_what_somebody_did_not_answer_is_the_text_s(language: str, line: str) -> None:
    assert reports(line, language)
    prose = [Block(BlockKind.PARAGRAPH, PROSE[language].format(n)) for n in range(2, 9)]
    text = [*prose, Block(BlockKind.PARAGRAPH, line)]
    assert text[-1] not in judged(text, SITES, language)
    assert text[-1] not in asides(text, language, SITES)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a comment and we will answer it in our next issue.",
        "We did not answer all of your letters this week.",
        "Ask us for a copy of our spring guide.",
    ],
)
def test_what_a_house_says_of_answers_is_not(line: str) -> None:
    assert not reports(line, "en")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "Juru bicara perusahaan itu enggan membahas pembayaran digital."),
        ("sv", "Bolaget ville inte kommentera uppgifterna."),
        ("pl", "Firma nie skomentowała doniesień."),
        ("ja", "同社は取材に応じなかった。"),
        ("zh", "该公司未回应置评请求。"),
        ("ko", "회사는 질의에 답하지 않았다."),
    ],
)
def test_more_languages_say_so_too(language: str, line: str) -> None:
    assert reports(line, language)


def test_how_many_did_what_houses_ask_for_is_told_behind_an_and() -> None:
    watched = "وتابع 4913 شخصا البث المباشر على صفحة المركز في فيسبوك، وفق أرقام نشرتها الجامعة."
    assert reports(watched, "ar")
    assert not reports("وتابع صفحتنا على فيسبوك", "ar")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Sign the letter, pensioners urged."),
        ("pt", "Assine aqui, disseram a Zuleica Moraes, e o resto fica por nossa conta."),
        ("es", "Suscríbase aquí, le dijeron a Marta Ruiz, y el resto corre por nuestra cuenta."),
        ("fr", "Abonnez-vous, lui ont dit les vendeurs."),
        ("it", "Iscriviti qui, hanno detto a Marta Rossi."),
        ("de", "Abonnieren Sie hier, sagten sie Marta Roth, den Rest übernehmen wir."),
        ("tr", "Buraya imza atın, dediler Ayşe Yılmaz'a, gerisi bizden."),
        ("ar", "وقّع هنا، قالوا لسارة خليل، والباقي علينا."),
        ("nl", "Teken hier, zeiden ze tegen Piet, de rest regelen wij."),
        ("pl", "Podpisz tutaj, powiedzieli Annie, resztę załatwimy."),
    ],
)
def test_what_several_persons_say_is_told(language: str, line: str) -> None:
    assert reports(line, language)
    assert not reports(re.split("[,،]", line)[0] + ".", language)


SEEN = [
    ("en", "The list, which we have seen, has nine names on it."),
    ("en", "We got the emails under a public records law."),
    ("fr", "L'analyse du conseil, que nous avons pu consulter, tient en une page."),
    ("de", "Der Vertrag, der uns vorliegt, hat nur eine Seite."),
    ("es", "La lista, a la que hemos tenido acceso, lleva nueve nombres."),
    ("it", "Il contratto, che abbiamo potuto leggere, ha una pagina sola."),
    ("ar", "وتضم القائمة التي اطلعنا عليها تسعة أسماء."),
    ("fa", "صباغ می‌گوید سرعت کار دو برابر نشده است: «قالی عجله ندارد.»"),
]


@pytest.mark.parametrize(("language", "line"), SEEN)
def test_what_who_reports_has_seen_is_the_text_s(language: str, line: str) -> None:
    assert reports(line, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "We read every letter, and you can reach us by e-mail."),
        ("en", "Have you seen something that we should see?"),
        ("fr", "Nous avons besoin de vous pour continuer."),
        ("de", "Uns liegt Ihre Meinung am Herzen."),
        ("es", "Suscríbase y tendrá acceso a todo lo que hemos publicado."),
    ],
)
def test_what_a_house_says_of_what_it_reads_is_not(language: str, line: str) -> None:
    assert not reports(line, language)


TRIED = [
    ("en", "We tested the headset for two weeks with the supplied cable."),
    ("en", "In our tests, the battery lasted nine hours and twelve minutes."),
    ("en", "Readers wrote to us that the update had deleted their alarms."),
    ("de", "Wir haben jeden Benchmark dreimal laufen lassen."),
    ("fr", "Lors de nos tests, la batterie a tenu neuf heures."),
    ("es", "Probamos los auriculares durante dos semanas con el cable incluido."),
    ("it", "Nei nostri test la batteria è durata nove ore."),
    ("nl", "In onze test hield de accu het negen uur vol."),
    ("pl", "W naszych testach bateria wytrzymała dziewięć godzin."),
    ("pt", "Testamos o fone por duas semanas com o cabo da caixa."),
    ("ru", "Мы тестировали наушники две недели с комплектным кабелем."),
    ("tr", "Testlerimizde pil dokuz saat dayandı."),
    ("ar", "واختبرنا السماعة أسبوعين كاملين مع السلك المرفق."),
    ("zh", "有读者写信告诉我们，更新删掉了他们的闹钟。"),
    ("zh", "我们用附带的线测试了这副耳机两周。"),
    ("ar", "اضغط على الأيقونة واختر الطباعة."),
    ("it", "Cliccate sull’icona e scegliete Stampa."),
    ("it", "L’abbiamo provata per una settimana in cucina."),
    ("fr", "Nous avons mesuré 2 min 41 s pour porter un litre à ébullition."),
    ("es", "Lo hemos probado una semana en la redacción."),
]


@pytest.mark.parametrize(("language", "line"), TRIED)
def test_how_who_reviews_a_thing_tried_it_is_the_text_s(language: str, line: str) -> None:
    assert reports(line, language)
    prose = [Block(BlockKind.PARAGRAPH, PROSE.get(language, PROSE["en"]).format(n)) for n in "2345"]
    text = [*prose, Block(BlockKind.PARAGRAPH, line)]
    assert text[-1] not in judged(text, SITES, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "We test every kettle for hours before we recommend one."),
        ("en", "We tried hundreds of kettles so you don't have to."),
        ("en", "We used the best products to choose from; here is how we test."),
        ("en", "I used the link in your newsletter."),
        ("de", "Wir haben für Sie die besten Wasserkocher getestet."),
        ("fr", "Nous avons testé les meilleures bouilloires : abonnez-vous."),
        ("es", "Probamos los productos que recomendamos en nuestro boletín."),
        ("ru", "Мы тестировали чайники: подпишитесь на канал."),
        ("zh", "我们测试了上百种水壶，关注我们查看结果。"),
    ],
)
def test_what_a_house_says_of_its_tests_is_not(language: str, line: str) -> None:
    assert not reports(line, language)
