"""A line that speaks to readers amid a text that speaks to nobody is the house's."""

from __future__ import annotations

import pytest

from pipeline.lines.asides import MAX_ASIDES, MIN_PROSE, asides
from pipeline.records import Block, BlockKind

PROSE = [
    Block(
        BlockKind.PARAGRAPH,
        f"The council voted to close the long bridge number {n} for more than a year.",
    )
    for n in range(MIN_PROSE + 2)
]


def _taken(language: str | None, text: str, *others: str) -> bool:
    line = Block(BlockKind.PARAGRAPH, text)
    rest = [Block(BlockKind.PARAGRAPH, other) for other in others]
    return line in asides((*PROSE[:3], line, *PROSE[3:], *rest), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our reporters take your questions on Thursday at noon"),
        ("de", "Freitags um sechs: „Bogenlampe“, unser Brief für alle, die Technik lieben"),
        ("tr", "Pazar sabahı kahveniz hazırsa bültenimiz de hazır: “Pusula Notu”"),
        ("ru", "Наш подкаст «Перезагрузка» выходит по средам"),
        ("en", "You have full access to this article via your library."),
        ("ar", "صباحك أوضح مع «سطر»: نقاط خمس تصلك قبل الثامنة"),
        ("ar", "سؤالك عن التقنية؟ أرسله إلى «اسأل نبأ» ونجيبك"),
        ("ar", "وصلنا إلى ختام موضوعنا عن الجسر، آملين أن تكون الفائدة قد عمّت."),
        ("ar", "نوصيك بمتابعة حساب المجلة على سناب شات لوصفات يومية."),
        ("ar", "يمكنكم متابعة أخبار الجسر لحظة بلحظة من خلال الضغط هنا."),
        ("en", "With this our tour of the bridge ends, and so does our article on it."),
        ("cs", "Byli jste při tom? Pošlete nám fotky."),
        ("ar", "إن كان لديك رأي مخالف في الجسر فنحن نحب أن نسمعه."),
        ("ar", "نعود إليكم غدًا بمزيد عن الجسر."),
        ("uk", "Бачили це на власні очі? Напишіть нам."),
        ("sv", "Var du där? Mejla oss dina bilder."),
    ],
)
def test_what_speaks_to_readers_alone_in_a_text_goes(language: str, text: str) -> None:
    assert _taken(language, text)
    assert not _taken(None, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Want to work together? My inbox is open."),
        ("fr", "Répondez à ce mail, je lis tout."),
        ("de", "Mein Newsletter kommt freitags."),
    ],
)
def test_who_writes_alone_takes_leave_of_readers(language: str, text: str) -> None:
    line = Block(BlockKind.PARAGRAPH, text)
    assert line in asides((*PROSE, line), language)
    assert line not in asides((*PROSE[:2], line, *PROSE[2:]), language)
    mine = {"en": "I", "fr": "Je", "de": "Ich"}[language]
    told = Block(BlockKind.PARAGRAPH, f"{mine} {PROSE[0].text}")
    assert line not in asides((*PROSE[:-1], told, line), language)


def test_what_who_writes_alone_tells_stays() -> None:
    for text in ("I would still buy it, hinge and all.", "My lamp has lasted for 900 hours."):
        line = Block(BlockKind.PARAGRAPH, text)
        assert line not in asides((*PROSE, line), "en")


def test_what_somebody_answers_stays() -> None:
    line = "Porque aquí hay talento y ganas, y tu pueblo nos espera."
    asked = [Block(BlockKind.PARAGRAPH, f"¿Por qué en el puerto {n}?") for n in range(4)]
    answer = Block(BlockKind.PARAGRAPH, line)
    pairs = [block for pair in zip(asked[1:], PROSE[3:], strict=False) for block in pair]
    assert answer in asides((*PROSE[:3], answer, *PROSE[3:]), "es")
    assert answer in asides((*PROSE[:3], asked[0], answer, *PROSE[3:]), "es")
    assert answer not in asides((*PROSE[:3], asked[0], answer, *pairs), "es")


def test_where_what_a_text_tells_of_is_to_be_had_is_news() -> None:
    told = "ويعتمد التطبيق على حساس صغير يثبت قرب النافذة ويرسل قراءاته كل عشر دقائق."
    again = "وقالت الشركة إن التطبيق لا يجمع بيانات السكان ولا يرسلها إلى أي جهة أخرى."
    line = "يمكنكم تحميل التطبيق من المتجرين"
    assert _taken("ar", line)
    assert not _taken("ar", line, told, again)


def test_it_stays_where_the_text_speaks_to_them_elsewhere() -> None:
    text = "Our reporters take your questions on Thursday at noon"
    assert not _taken(
        "en", text, "You may take the ferry, which is slower than the bridge but safe."
    )
    assert _taken("en", text, "“You may take the ferry,” the owner of it said to all of them.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وظهرت على شاشة المنصة القديمة رسالة قصيرة: شكرًا لأنكم معنا، يمكنكم سحب أرصدتكم."),
        ("en", "Our cities are growing faster than the roads that lead out of them."),
        ("cs", "Město nechalo zpracovat studii tras až v říjnu."),
        ("uk", "Місто замовило огляд мосту лише у жовтні."),
        ("en", "We have contacted the company for comment."),
        ("en", "You can find the app in the store."),
        ("en", "Does your newsletter know where you live?"),
        ("en", "“Our newsletter waits for you” was all that it said"),
        ("en", "The US app store fees"),
        ("de", "Die Firma und ihre App"),
        ("ar", "هكذا أصبحت النشرة البريدية سوقاً"),
        ("fr", "L’entreprise a demandé à ses abonnés de télécharger la nouvelle version."),
    ],
)
def test_what_tells_of_such_things_stays(language: str, text: str) -> None:
    assert not _taken(language, text)


SITES = frozenset({"harborcourier", "مرصدالخليجالرقمي", "камскиймеридиан"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a question, and a call behind it
        ("en", "Do you work on the bridge, and disagree? Write to Jane, who reads it all."),
        (
            "fr",
            "Vous y travaillez et n’êtes pas d’accord ? Écrivez à Jeanne, elle lit tout.",
        ),
        ("ru", "Знаете больше про мост? Пишите в бот, анонимность гарантируем."),
        ("pl", "Chcesz, żebyśmy dalej tam jeździli? Postaw nam kawę."),
        ("he", "רוצים לדעת עוד על הגשר? הירשמו לידיעון של ימי חמישי."),
        ("de", "Haben Sie damit schon zu tun gehabt? Erzählen Sie es der Werkstatt."),
        ("es", "¿Conoces otro caso de estos? Cuéntaselo a Ana por el correo de siempre."),
        ("tr", "Sizce bu köprü işe yarar mı? Yanıtınızı aşağıya bırakın."),
        ("ar", "كيف تتصرف لو كنت مكانهم؟ دوّن تجربتك مع الجسر في المربع."),
        ("zh", "关于这座桥，您若有亲历，请写信给编辑部。"),
        ("en", "Know something about the bridge that we missed? Drop a line to the desk."),
        ("ar", "إن بقي في نفسك سؤال عن الجسر فلا تتردد في طرحه علينا."),
        ("ar", "ما زال عن الجسر الكثير، فترقبونا."),
        # «we» go on with it soon
        ("es", "Seguiremos hablando del puente la semana que viene."),
        ("en", "We return to the bridge next week."),
        ("ar", "سنتابع الجسر في الأسابيع المقبلة."),
        ("ar", "سنعود إلى موضوع الجسر بأكثر تفصيل."),
        ("ar", "إن وجدت في الخبر سهوًا فنبّهنا."),
        ("ar", "لو طبّقت خطوات الجسر ونجحت معك، طمّنا."),
        ("ar", "لا نتبنى ما يقال عن الجسر من أي طرف."),
        ("ar", "هل نسينا شيئًا عن الجسر؟ صوّبنا."),
        ("ar", "سنجرب الجسر ونعود إليكم بالحكم."),
        ("de", "Wer mehr über die Brücke weiß, erreicht uns jederzeit."),
        ("pt", "Sabe mais sobre a ponte? A redação agradece."),
        ("pt", "Voltaremos a falar da ponte."),
        ("ru", "Мы будем обновлять текст о мосте по мере поступления новостей."),
        ("id", "Punya cerita soal jembatan? Redaksi menunggu kiriman Anda."),
        ("ar", "نعتذر إن كان في هذا التقرير ما آلم أحدًا."),
        ("ar", "خط المرصد المفتوح لاستقبال شكاوى القراء عن الجسر."),
        ("en", "Seen something on the bridge? Our newsdesk would love a picture."),
        ("en", "If you have a view of the bridge, our door is open."),
        ("tr", "Köprü ile ilgili gelişmeleri anbean aktarıyoruz."),
        ("en", "We will update this report on the bridge."),
        ("de", "Wir bleiben für die Stadt an der Brücke dran."),
        # the house by its name, or as it calls itself
        ("en", "Have you had a run-in with the bridge? The Courier would love to hear it."),
        ("ar", "لديك ما تضيفه عن الجسر؟ باب المرصد مفتوح للقراء."),
        ("en", "What you saw on the bridge belongs in the Harbor Courier."),
        # what says «we» and «you» in other languages
        ("ja", "橋について体験をお持ちの方は編集部までお寄せください。"),
        ("el", "Αν ξέρετε κάτι περισσότερο, το ταχυδρομείο μας δέχεται και ανώνυμα."),
        ("vi", "Ai có chuyện về cây cầu xin kể cho tòa soạn cùng nghe."),
        ("ar", "من جرّب الجسر فليخبرنا كيف كانت تجربته."),
    ],
)
def test_a_sentence_that_calls_on_readers_or_names_the_house_goes(language: str, text: str) -> None:
    line = Block(BlockKind.PARAGRAPH, text)
    assert line in asides((*PROSE, line), language, SITES)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Do you own one of them? The dealer replaces the part without a fee."),
        ("en", "We asked the council for the numbers."),
        ("en", "We will have to wait for the bridge until June."),
        ("de", "Wer die Brücke kennt, geht zu Fuß."),
        ("ar", "إذا أمطرت أغلقت البلدية الجسر."),
        ("pt", "Quem construiu a ponte? A câmara não responde."),
        ("en", "The builder had said nothing when we published this article."),
        ("fr", "La ville n’a pas commenté la fermeture à l’heure où nous publions cet article."),
        ("en", "If you have a ticket, the guard lets you pass."),
        ("en", "The council's telephone takes complaints of readers of the bridge's signs."),
        ("ar", "تردد المجلس في طرح الجسر على السكان."),
        ("es", "El puente se abrirá la semana que viene."),
        ("ar", "يفتتح الجسر في الأسابيع المقبلة."),
        ("ar", "سنوات مرت على الجسر ولم يتغير شيء."),
        ("tr", "Köprü ile ilgili gelişmeleri belediye aktarıyor."),
        ("en", "Have you seen him? Call the police, or send them a note."),
        ("de", "Haben Sie etwas gesehen? Melden Sie sich bei der Polizei."),
        ("fr", "Le pont tiendra-t-il ? Assez pour un hiver."),
        ("ru", "Кто построит мост? На сайте об этом молчат."),
        ("en", "Will you find him? A courier rides by."),
        ("en", "Want to go? Sign up at the library before 5 March."),
        ("en", "What you saw on the bridge belongs in a museum."),
        ("ru", "Знаете больше про мост, чем его строители?"),
        ("ru", "В интернете и на сайте об этом молчат."),
        ("ja", "橋は来年の春に開通する予定だ。"),
        ("vi", "Bạn bè của ông kể rằng cây cầu đã cũ."),
        ("ar", "الجسر مفتوح للقراء والمشاة منذ الربيع."),
    ],
)
def test_a_sentence_that_does_neither_stays(language: str, text: str) -> None:
    line = Block(BlockKind.PARAGRAPH, text)
    assert line not in asides((*PROSE, line), language, SITES)


def test_a_call_at_the_end_that_names_the_house_goes_from_a_text_that_says_we() -> None:
    told = Block(
        BlockKind.PARAGRAPH, "We measured the bridge, and you may see the numbers in a table."
    )
    line = Block(BlockKind.PARAGRAPH, "What do you think of it? Write to the Harbor Courier soon.")
    plain = Block(BlockKind.PARAGRAPH, "Do you think that it holds? Write to the builders soon.")
    assert line in asides((told, *PROSE, line), "en", SITES)
    assert line not in asides((told, line, *PROSE), "en", SITES)
    assert plain not in asides((told, *PROSE, plain), "en", SITES)


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("de", "Wir haben die Brücke vermessen, und Sie sehen die Zahlen in einer Tabelle.",
         "Was halten Sie von der Brücke? Schicken Sie uns einen Leserbrief dazu."),
        ("ar", "نحن نعبر الجسر كل صباح ثم نعود إليه في المساء كأن شيئًا لم يكن في هذه المدينة.",
         "ما رأيكم أنتم بما جرى للجسر؟ نقرأ ردودكم كلها."),
        ("ar", "إذا أردت عبور الجسر فاحمل معك بطاقتك، ثم انتظر دورك مع بقية المنتظرين هناك.",
         "عندك طريقة أخرى لعبور الجسر؟ شاركها مع الزوار."),
        ("ar", "إذا أردت عبور الجسر فاحمل معك بطاقتك، ثم انتظر دورك مع بقية المنتظرين هناك.",
         "دعمكم لنا يكون بنشر هذه التدوينة بين معارفكم."),
        ("ar", "إذا أردت عبور الجسر فاحمل معك بطاقتك، ثم انتظر دورك مع بقية المنتظرين هناك.",
         "لو كان لك رأي في الجسر فبابنا مفتوح ليلًا ونهارًا."),
        ("ar", "إذا أردت عبور الجسر فاحمل معك بطاقتك، ثم انتظر دورك مع بقية المنتظرين هناك.",
         "رأيك في الجسر يصنع مراجعتنا القادمة."),
        ("de", "Wir haben die Brücke vermessen, und Sie sehen die Zahlen in einer Tabelle.",
         "Wenn Sie etwas über die Brücke wissen, freut sich unsere Redaktion."),
    ],
)  # fmt: skip
def test_a_call_to_tell_the_house_goes_from_any_text(language: str, said: str, line: str) -> None:
    told, call = Block(BlockKind.PARAGRAPH, said), Block(BlockKind.PARAGRAPH, line)
    assert call in asides((told, *PROSE, call), language)
    assert call not in asides((told, call, *PROSE), language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Wollen Sie die Brücke sehen? Gehen Sie früh am Morgen hin."),
        ("ar", "أليست هذه مدينتنا؟ نعبرها كل يوم ولا نراها."),
        ("ar", "هل تريد عبور الجسر؟ اكتب اسمك على الورقة وانتظر."),
        ("ar", "إذا كان لديك وقت، فاعبر الجسر مشيًا."),
    ],
)
def test_a_guide_and_an_essay_call_on_readers_too(language: str, line: str) -> None:
    told = {
        "de": "Wir haben die Brücke vermessen, und Sie sehen die Zahlen in einer Tabelle.",
        "ar": "نحن نعبر الجسر كل صباح ثم نعود إليه، وإذا أردت أن تفهم ذلك فاعبره معنا يومًا.",
    }[language]
    call = Block(BlockKind.PARAGRAPH, line)
    assert call not in asides((Block(BlockKind.PARAGRAPH, told), *PROSE, call), language)


def test_it_goes_where_only_an_embedded_post_speaks_to_its_readers() -> None:
    line = Block(BlockKind.PARAGRAPH, "Our reporters take your questions on Thursday at noon")
    said = "You may take the ferry, which is slower than the bridge but safe."
    for kind, goes in ((BlockKind.QUOTE, True), (BlockKind.PARAGRAPH, False)):
        text = (*PROSE[:3], line, Block(kind, said), *PROSE[3:])
        assert (line in asides(text, "en")) is goes


def test_a_flash_ends_with_what_its_house_will_tell() -> None:
    line = Block(BlockKind.PARAGRAPH, "We will return to the bridge with more.")
    assert line in asides((*PROSE[:2], line), "en")
    assert line not in asides((PROSE[0], line), "en")
    said = Block(
        BlockKind.PARAGRAPH,
        "We were on the bridge when the river rose high over both of its banks.",
    )
    assert line not in asides((*PROSE[:2], said, line), "en")


def test_a_house_of_which_its_text_tells_is_what_it_is_about() -> None:
    line = Block(BlockKind.PARAGRAPH, "What you saw on the bridge belongs in the Harbor Courier.")
    told = Block(BlockKind.PARAGRAPH, "The Harbor Courier was founded in the year of the bridge.")
    assert line not in asides((told, *PROSE, line), "en", SITES)


def test_a_flash_and_a_guide_speak_as_they_like() -> None:
    line = Block(BlockKind.PARAGRAPH, "Our reporters take your questions on Thursday at noon")
    assert not asides((*PROSE[: MIN_PROSE - 1], line), "en")
    lines = [
        Block(BlockKind.PARAGRAPH, f"{line.text}, {'or so, ' * n}we think")
        for n in range(MAX_ASIDES + 1)
    ]
    assert asides((*PROSE, *lines[1:]), "en") == frozenset(lines[1:])
    assert not asides((*PROSE, *lines), "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قولوا لنا، أي ميزة في الجسر تستحق مراجعة منفصلة؟"),
        ("en", "Tell us, which bridge would you close?"),
        ("es", "Cuéntanos: ¿qué puente cerrarías?"),
        ("fr", "Dites-nous, quel pont fermeriez-vous ?"),
    ],
)
def test_a_last_question_that_asks_to_be_told_is_the_house_s(language: str, text: str) -> None:
    line = Block(BlockKind.PARAGRAPH, text)
    assert line in asides((*PROSE, line), language)
    assert line not in asides((*PROSE[:2], line, *PROSE[2:]), language)
    asked = Block(BlockKind.PARAGRAPH, "Which bridge, the mayor asked, would anybody close?")
    assert asked not in asides((*PROSE, asked), language)


LONG = {
    "en": "Our desk lives on what its readers give, from a coin to a coffee, and on nothing "
    "else that anybody has seen. Be one of them: with your help we keep the lamp lit all winter.",
    "de": "Unsere Redaktion lebt von dem, was ihre Leserinnen und Leser geben, und sonst von "
    "nichts auf der Welt. Werde einer von ihnen, und du hältst unsere Lampe über den "
    "Winter am Brennen.",
}


@pytest.mark.parametrize("language", LONG)
def test_a_long_paragraph_at_the_end_that_says_we_and_you_throughout_goes(language: str) -> None:
    line = Block(BlockKind.PARAGRAPH, LONG[language])
    assert line in asides((*PROSE, line), language)
    assert line not in asides((PROSE[0], line, *PROSE[1:]), language)


def test_a_long_end_that_says_so_in_one_sentence_of_several_stays() -> None:
    line = Block(
        BlockKind.PARAGRAPH,
        "The new bridge is set to open in late January, the council says. As to when you may walk "
        "over it, we are not sure. But will the town still need a ferry then? Nobody can tell yet.",
    )
    assert line not in asides((*PROSE, line), "en")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "fr",
            "« Ce n’est pas le pont que nous voulions, c’est le vôtre », lance le maire ce matin.",
        ),
        (
            "de",
            "»Das ist nicht die Brücke, die wir wollten, sondern Ihre«, sagte der Chef der Fähre.",
        ),
    ],
)
def test_what_is_quoted_with_an_apostrophe_or_between_inward_marks_is_not_the_texts(
    language: str, said: str
) -> None:
    lines = {
        "fr": "Nous avons besoin de vous pour que tout ceci continue.",
        "de": "Wir brauchen euch, damit das alles weitergeht.",
    }
    assert _taken(language, lines[language], said)


def test_what_will_be_seen_is_no_promise_to_go_on() -> None:
    assert not _taken("en", "We will see.")


def test_an_answer_behind_a_dash_calls_on_nobody() -> None:
    assert not _taken("fr", "– Pourquoi le fermer ?\n– Pour le peindre.")
    assert not _taken("en", "Why close it? – To paint it.")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Our Sunday letter sums up seven days in five minutes. Leave your address below."),
        ("es", "¿Cuánto aprendiste en abril? Haz nuestro test."),
        ("tr", "Salı özeti posta kutunuzda, adresinizi bırakın"),
    ],
)
def test_above_a_text_it_goes_where_it_tells_nothing_of_it(language: str, line: str) -> None:
    block = Block(BlockKind.PARAGRAPH, line)
    assert block in asides((block, *PROSE), language)


def test_a_standfirst_that_speaks_to_readers_stays() -> None:
    told = "Our guide to the bridge that the council voted to close tells you how to cross"
    block = Block(BlockKind.PARAGRAPH, told)
    assert block not in asides((block, *PROSE), "en")


@pytest.mark.parametrize(
    "text",
    [
        "نُشرت النتائج في مجلة علمية، وهي متاحة للقراءة من دون اشتراك.",
        "ويقول القراء في مجلة أخرى إن الجسر كان مفتوحاً.",
    ],
)
def test_a_word_for_what_a_house_is_names_none_in_a_script_without_capitals(text: str) -> None:
    line = Block(BlockKind.PARAGRAPH, text)
    assert line not in asides((*PROSE, line), "ar", frozenset({"مجلةالضفة"}))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We expect the bridge to open again early next month."),
        ("fr", "Nous pensons que le pont rouvrira la semaine prochaine."),
        ("de", "Wir rechnen damit, dass die Brücke nächste Woche wieder öffnet."),
        ("es", "Creemos que el puente abrirá la próxima semana."),
        ("ar", "ونتوقع أن يفتح الجسر أبوابه قريبا"),
    ],
)
def test_what_a_text_thinks_will_come_is_no_promise_of_the_house(language: str, text: str) -> None:
    assert not _taken(language, text)


def test_what_a_line_announces_is_the_text_s() -> None:
    line = Block(BlockKind.PARAGRAPH, "You refuse to make one more account")
    above = Block(BlockKind.PARAGRAPH, "You should not buy it if:")
    assert line not in asides((*PROSE[:3], above, line, *PROSE[3:]), "en")


def test_what_somebody_says_behind_a_dash_is_no_aside() -> None:
    said = "Передайте наши пожелания всем, кого вы там увидите."
    assert _taken("ru", said)
    assert not _taken("ru", f"— {said}", "Last of all the council paid for the bridge.")
