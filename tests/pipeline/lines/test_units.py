"""Units of several lines that a house sets into a text's own markup."""

from __future__ import annotations

import pytest

from pipeline.lines.units import house_units
from pipeline.records import Block, BlockKind, Removed

TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
    "A first stone fell into the water last week, and a fisherman reported it to the harbour.",
)
Line = tuple[str, str | None]
LINKS = "line:links"


def taken(*unit: Line, below: bool = False, authors: tuple[str, ...] = ()) -> list[str]:
    """What is taken of lines amid a text, or below it, each with the rule that it went by."""
    text: list[Line] = [(line, None) for line in TEXT]
    lines = [*text, *unit] if below else [*text[:2], *unit, *text[2:]]
    whole = [Block(BlockKind.PARAGRAPH, line) for line, _ in lines]
    removed = [Removed(line, rule, i) for i, (line, rule) in enumerate(lines) if rule]
    found = house_units(whole, removed, {}, authors)
    return [block.text for block in whole if block in found]


EVENT: tuple[Line, ...] = (
    ("Upcoming event", None),
    ("Security forum – Leeds", None),
    ("12 November, from ten to four", None),
    ("Book a seat", LINKS),
)


@pytest.mark.parametrize(
    "unit",
    [
        EVENT,
        (("The Quill letter", None), ("Five stories, plainly told.", None), ("Get it", LINKS)),
        (("Poll", None), ("Do you trust robots?", None), ("Yes", None), ("Never", None),
         ("Vote", LINKS)),
        (("Latest", None), ("12:40 Quake in Izmir", None), ("12:31 Fog grounds flights", None)),
        (("The Quill letter", "repeated-in-source"), ("Five stories, plainly told.", None),
         ("Get it", LINKS)),
        (("A friend of ours", "line:site-words"), ("Bridges, too, need hosting.", None),
         ("Try it", LINKS)),
    ],
)  # fmt: skip
def test_a_unit_from_its_label_to_its_link_goes(unit: tuple[Line, ...]) -> None:
    assert taken(*unit) == [line for line, rule in unit if rule is None]


def test_in_a_text_without_full_stops_a_sentence_is_no_label() -> None:
    last, offer = "The chairman retires in spring", "Join our channel on Telegram"
    for text, gone in ((TEXT, [last]), ([line.rstrip(".") for line in TEXT], [])):
        whole = [Block(BlockKind.PARAGRAPH, line) for line in (*text, last, offer)]
        removed = [
            Removed("Tap here for alerts", "en:follow-us", 4),
            Removed(offer, "line:site-words", 6),
        ]
        found = house_units(
            [*whole[:4], Block(BlockKind.PARAGRAPH, removed[0].text), *whole[4:]], removed, {}
        )
        assert [block.text for block in found] == gone


def test_what_a_text_says_below_an_advertisement_stays() -> None:
    last = ("The chairman retires in spring", None)
    offer = ("Join our channel on Telegram", "line:site-words")
    assert taken(("Room for advertisements", "en:advertisement"), last, offer) == []
    mends = ("The radio has been mended but nobody turns it on", None)
    assert taken(("End of the video", "en:player"), mends, ("On this", "en:share")) == []
    said = ("She added: there is no need to worry", None)
    asked = ("Q: What does it cost?", None)
    assert taken(("Tap here for alerts", "en:follow-us"), said, offer) == []
    assert taken(("Tap here for alerts", "en:follow-us"), asked, offer) == []
    assert taken(("Our verdict: 7.5 out of 10", None), ("Rate it", "en:rate"), below=True) == []


def test_another_article_below_a_text_goes_whose_title_stands_twice() -> None:
    title = ("Sultan of clay returns to screens", "line:repeated")
    below = ("Directors wrapped filming of seven episodes yesterday in Damascus.", None)
    more = ("Read more", "line:site-words")
    assert taken(more, title, title, below, below=True) == [below[0]]
    assert taken(more, title, below, below=True) == []
    own = ("The council said the ferries carry commuters across the river.", None)
    assert taken(more, title, title, own, below=True) == []


def test_a_label_above_what_the_house_says_of_itself_goes() -> None:
    said: Line = ("We correct what we got wrong.", "en:correction")
    assert taken(("Rectifications", None), said, below=True) == ["Rectifications"]


@pytest.mark.parametrize(
    "unit",
    [
        # what the text tells of
        (("The bridge and its pillars", None), ("Repairs of the bridge cost nothing.", None),
         ("See the council's plan", LINKS)),
        # no label
        (("Nobody was hurt.", None), ("Book a seat", LINKS)),
        # what leads to another article
        (("Upcoming event", None), ("Security forum – Leeds", None),
         ("Why the bakery at the end of the quay will not close", LINKS)),
        # above a list of other articles whose first headline is brief
        (("First deliveries in March", None), ("Thirty crates go to Orrick by mule.", None),
         ("Further tales", LINKS), ("A mule with a parasol", LINKS),
         ("A mule in the camel valley carries a parasol and nobody knows why", LINKS)),
        # below the label of an advertisement a text goes on
        (("Paid content", "en:advertisement"), ("Nobody was hurt, luckily.", None),
         ("Read more", LINKS)),
        (("Advertisement", "en:share"), ("Nobody was hurt, luckily.", None), ("Read more", LINKS)),
        # between a heading and its text
        (("Lessons for others", None), ("Follow us on Mastodon", "en:follow-us")),
        # what somebody says
        (("A witness remembers", None), ("“It sounded like thunder,” he told the radio.", None),
         ("Listen to it", LINKS)),
        # a list that breaks part
        (("Seen at the forum", None), ("- Quills and kettles", None), ("- Ravens", None),
         ("Book a seat", LINKS)),
        # what a sentence announces, and a label that holds a sentence
        (("The changes are as follows.", None), ("Quills and kettles", None), ("Ravens", None),
         ("Book a seat", LINKS)),
        (("Who pays? Three towns do", None), ("All rights reserved.", "en:licence")),
        # a heading and the several sentences below it
        (("How others do it", None),
         ("Leeds paints its pillars. Divers look at them each May.", None),
         ("York rings a bell. Nobody minds.", None), ("Follow us on Mastodon", "en:follow-us")),
        # a long sentence between two lines of the house
        (("Get the app", "en:follow-us"),
         ("Quills carried by geese were sold on market days in autumn.", None),
         ("Sign up", "en:sign-up")),
        # a long sentence above the label of what ends with a link
        (("For members", "line:site-words"),
         ("Quills carried by geese were sold on market days in autumn.", None),
         ("Our app", "line:site-words"), ("Twenty stories each morning", "line:site-words"),
         ("Get it", LINKS)),
        # hours without a label, and one hour
        (("12:40 Quake felt in Izmir", None), ("12:31 Fog grounds flights", None)),
        (("Timeline", None), ("12:40 Quake felt in Izmir", None)),
    ],
)  # fmt: skip
def test_lines_of_the_text_stay(unit: tuple[Line, ...]) -> None:
    assert taken(*unit) == []


def test_what_a_text_without_spaces_tells_again_is_its_own() -> None:
    text = ("村里的老桥周一关闭，工程师在两根桥墩上发现了裂缝，渡船将运送居民过河。",
            "修缮要等到明年春天，北岸的店主担心这个冬天会失去三分之一的客人。",
            "上周一块石头落进河里，一位渔民报告了港口，没有人受伤。",
            "下一次检查安排在五月，潜水员会查看每一根桥墩。")  # fmt: skip
    own = ("谁来付钱", "修缮的钱由两岸的村子分担，店主们答应再出一成。")
    others = ("晚报学堂", "零基础学摄影，八节课带你拍出好照片。")
    for unit, goes in ((own, []), (others, [*others])):
        lines = [*text[:3], *unit, "立即报名", text[3]]
        whole = [Block(BlockKind.PARAGRAPH, line) for line in lines]
        found = house_units(whole, [Removed(lines[5], LINKS, 5)], {})
        assert [block.text for block in whole if block in found] == goes


def test_what_names_an_author_or_has_an_address_is_left_to_signatures() -> None:
    unit: tuple[Line, ...] = (
        ("Our reporter", None),
        ("Jane Roe lives in Leeds.", None),
        ("Write", LINKS),
    )
    assert taken(*unit, below=True) != []
    assert taken(*unit, below=True, authors=("Jane Roe",)) == []
    assert taken(("Desk", None), ("roe@quill.example", None), ("Write", LINKS), below=True) == []


def test_beside_a_flash_a_unit_that_has_a_word_of_it_stays() -> None:
    assert _beside_a_flash(*EVENT) == [line for line, rule in EVENT if rule is None]
    bridge: tuple[Line, ...] = (
        ("Upcoming event", None),
        ("Pillars of the bridge", None),
        EVENT[-1],
    )
    assert _beside_a_flash(*bridge) == []
    assert _beside_a_flash(*EVENT[:-1], ("Follow us", "en:follow-us")) == []


def _beside_a_flash(*unit: Line) -> list[str]:
    lines: tuple[Line, ...] = ((TEXT[0], None), *unit)
    whole = [Block(BlockKind.PARAGRAPH, line) for line, _ in lines]
    removed = [Removed(line, rule, i) for i, (line, rule) in enumerate(lines) if rule]
    found = house_units(whole, removed, {})
    return [block.text for block in whole if block in found]


def test_comments_below_their_label_go_with_the_names_above_them() -> None:
    unit: tuple[Line, ...] = (
        ("2 comments", "en:comment-form"),
        ("jmack", None),
        ("Waiting for more of the bridge", None),
        ("2 hours ago", "en:date-line"),
        ("Dora P.", None),
        ("Far too dear", None),
        ("5 hours ago", "en:date-line"),
    )
    assert taken(*unit, below=True) == [line for line, rule in unit if rule is None]
    assert taken(*unit[:3], below=True) == []
    dated: tuple[Line, ...] = (
        unit[0],
        ("jmack 3 May 2026", None),
        ("Waiting for the bridge", None),
    )
    assert taken(*dated, below=True) == [line for line, rule in dated if rule is None]


def test_prices_between_the_label_of_an_offer_and_its_link_go() -> None:
    unit: tuple[Line, ...] = (
        ("The rest is for readers who pay", "line:site-words"),
        ("For a bridge: $5", None),
        ("For the river: $48", None),
        ("Choose", LINKS),
    )
    assert taken(*unit) == [line for line, rule in unit if rule is None]


def test_what_tells_of_an_author_below_a_label_goes() -> None:
    unit: tuple[Line, ...] = (
        ("About the author", "en:about-author"),
        ("Jane Roe builds bridges.", None),
    )
    assert taken(*unit, below=True, authors=("Jane Roe",)) == ["Jane Roe builds bridges."]
    assert taken(*unit, below=True, authors=("Ann Holm",)) == []


def _last_section(
    text: str, language: str | None = "en", *below: Line, items: int = 0
) -> list[str]:
    lines: tuple[Line, ...] = (*((line, None) for line in TEXT), ("Who we are", None), (text, None))
    lines += below
    whole = [Block(BlockKind.PARAGRAPH, line) for line, _ in lines]
    whole[len(TEXT)] = Block(BlockKind.HEADING, "Who we are", 3)
    for at in range(len(TEXT) + 2, len(TEXT) + 2 + items):
        whole[at] = Block(BlockKind.LIST_ITEM, whole[at].text)
    removed = [Removed(line, rule, i) for i, (line, rule) in enumerate(lines) if rule]
    found = house_units(whole, removed, {}, (), language)
    return [block.text for block in whole if block in found]


def test_a_last_heading_below_which_a_house_speaks_goes_with_its_paragraph() -> None:
    said = "We are a small team of coders."
    assert _last_section(said) == ["Who we are", said]
    assert _last_section(said, "en", ("Share", "en:share")) == ["Who we are", said]


def test_a_section_stays_where_the_text_goes_on_below_a_headline_that_went() -> None:
    said = "We are a small team of coders."
    headline: Line = ("Old bridges of the north are painted blue this year", LINKS)
    goes_on = ("The pillars stand on rock, and the council has paid for half of them.", None)
    assert _last_section(said, "en", headline, goes_on) == []
    assert _last_section(said, "en", headline) == ["Who we are", said]


def test_a_section_stays_whose_paragraph_a_list_follows_amid_a_text() -> None:
    said = "What strikes us here is how light it is. We read it in a note of 93 pages."
    listed: tuple[Line, ...] = (("A screen of six inches", None), ("Forty hours of calls", None))
    goes_on = ("The pillars stand on rock, and the council has paid for half of them.", None)
    assert _last_section(said, "en", *listed, goes_on, items=2) == []
    assert _last_section(said, "en", *listed, items=2) == ["Who we are", said]


@pytest.mark.parametrize(
    "said",
    [
        "It costs forty crowns and comes in red.",
        "The pillars of the bridge are ours, it says.",
        "It works in full sun and twenty degrees below zero.",
        "We wore it for two weeks: it held 49 hours of calls, 12 more than last year.",
    ],
)
def test_a_last_section_of_a_text_stays(said: str) -> None:
    assert _last_section(said) == []
    assert _last_section("We are a small team of coders.", None) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Forty families of miners lived here in 1950."),
        ("de", "Er wurde hier geboren, im Haus an der Ecke."),
        ("fr", "La ville remplacera les lampes d'ici à 2028."),
        ("fr", "Roger est né ici, dans la maison du coin."),
        ("es", "Roger nació aquí, en la casa de la esquina."),
        ("it", "Qui nel 1950 vivevano quaranta famiglie di minatori."),
        ("pl", "W 1950 roku mieszkało tutaj czterdzieści rodzin górników."),
        ("cs", "V roce 1950 zde žilo čtyřicet rodin horníků."),
        ("ru", "В 1950 году здесь жили сорок семей шахтеров."),
        ("uk", "У 1950 році тут жили сорок родин шахтарів."),
    ],
)
def test_a_last_section_that_tells_of_a_place_stays(language: str, said: str) -> None:
    assert _last_section(said, language) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The company did not answer our questions."),
        ("en", "He declined our interview request."),
        ("de", "Auf unsere Anfrage reagierte das Ministerium nicht."),
        ("de", "Das Unternehmen ließ unsere Fragen unbeantwortet."),
        ("fr", "Sollicitée, la préfecture ne nous a pas répondu."),
        ("es", "El alcalde no quiso hablar con nosotros."),
        ("nl", "De gemeente wilde niet op onze vragen ingaan."),
        ("ru", "Компания не ответила на наши вопросы."),
    ],
)
def test_a_last_section_on_who_did_not_answer_stays(language: str, said: str) -> None:
    assert _last_section(said, language) == []


def test_a_last_section_that_speaks_of_its_page_goes() -> None:
    assert _last_section("Two people wrote this page.") != []
    assert _last_section("Diese Seite machen zwei Leute, und nur hier.", "de") != []


def test_the_news_that_a_last_section_tells_of_are_the_text_s() -> None:
    assert _last_section("این خبر چند ماه پس از فروش کارخانه منتشر شد.", "fa") == []
    assert _last_section("این صفحه را دو نفر می‌نویسند.", "fa") != []


def test_a_list_between_two_lines_of_the_house_is_the_text_s() -> None:
    lines = [*TEXT[:2], "Get the app", "two quills", "a kettle", "one raven", "Sign up", *TEXT[2:]]
    kinds = [BlockKind.LIST_ITEM if 3 <= i < 6 else BlockKind.PARAGRAPH for i in range(len(lines))]
    whole = [Block(kind, line) for kind, line in zip(kinds, lines, strict=True)]
    gone = ((2, "en:follow-us"), (6, "en:sign-up"))
    assert not house_units(whole, [Removed(lines[i], rule, i) for i, rule in gone], {})


def test_two_items_below_a_label_are_the_text_s() -> None:
    lines = [*TEXT[:2], "Pros", "A small price", "A loud bell", "Get the app", *TEXT[2:]]
    kinds = [BlockKind.LIST_ITEM if i in {3, 4} else BlockKind.PARAGRAPH for i in range(len(lines))]
    whole = [Block(kind, line) for kind, line in zip(kinds, lines, strict=True)]
    assert not house_units(whole, [Removed("Get the app", "en:follow-us", 5)], {})


def test_a_label_above_a_headline_calls_nobody() -> None:
    unit: tuple[Line, ...] = (
        ("Quills", None),
        ("Geese paid the price of it.", None),
        ("Related", LINKS),
        ("Why the bakery at the end of the quay will not close", LINKS),
    )
    assert taken(*unit) == []
    assert taken(*unit[:3]) == [unit[0][0], unit[1][0]]


def test_another_article_below_tags_and_a_label_without_one_is_not_the_text_s() -> None:
    other: list[Line] = [("Two dams burst in the north", None), ("Nobody was hurt there.", None)]

    def left(*ends: Line) -> list[str]:
        lines: list[Line] = [*((line, None) for line in TEXT), *ends, *other]
        whole = [Block(BlockKind.PARAGRAPH, line) for line, _ in lines]
        whole[-2] = Block(BlockKind.HEADING, other[0][0])
        removed = [Removed(line, rule, i) for i, (line, rule) in enumerate(lines) if rule]
        return [b.text for b in whole if b in house_units(whole, removed, {}, ())]

    label: Line = ("Read also:", "en:read-also")
    assert left(("Tags: bridge", "en:tags"), label) == [line for line, _ in other]
    assert not left(label)
    assert not left(("Tags: bridge", "en:tags"), ("Read also: The flood in Leeds", "en:read-also"))


def test_what_is_longer_than_the_rest_of_a_flash_is_the_flash() -> None:
    label, told, link = "The quill office", "Salt for sale, plainly told.", "Nets Boats"
    for above, goes in ((TEXT[3], [label, told]), (TEXT[3][:32] + ".", [])):
        whole = [Block(BlockKind.PARAGRAPH, text) for text in (above, label, told, link)]
        found = house_units(whole, [Removed(link, LINKS, 3)], {})
        assert [block.text for block in whole if block in found] == goes


def test_a_title_that_stands_twice_and_went_is_no_unit() -> None:
    title = "The heron of the old mill"
    texts = (*(text[:-1] for text in TEXT), "Share", title, title)  # no line ends with a stop
    whole = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    removed = [Removed(text, "any:share", i) for i, text in enumerate(texts) if i >= len(TEXT)]
    assert house_units(whole, removed, {}, (), "en") == frozenset()


def test_as_many_lines_as_a_heading_of_comments_counts_are_of_readers() -> None:
    head: tuple[Line, ...] = (("Comments", "en:comment-form"), ("published: 1", "en:share"))
    assert taken(*head, ("Thank you, mayor...", None), below=True) == ["Thank you, mayor..."]
    none: tuple[Line, ...] = (("Comments", "en:comment-form"), ("published: 0", "en:share"))
    assert taken(*none, ("The mayor was not there", None), below=True) == []
    assert taken(*head, ("The mayor was not there", None)) == []
    more = [(f"Line {n} of what was found", None) for n in range(5)]
    assert taken(*head, *more, below=True) == []


def test_a_last_section_above_a_table_of_what_was_measured_stays() -> None:
    said = "We keep three programs for it, and plugged it in."
    whole = [
        *(Block(BlockKind.PARAGRAPH, line) for line in TEXT),
        Block(BlockKind.HEADING, "Speed", 2),
        Block(BlockKind.PARAGRAPH, said),
        Block(BlockKind.TABLE_ROW, "Cinema | 2811"),
    ]
    assert house_units(whole, [], {}, (), "en") == frozenset()
    assert len(house_units(whole[:-1], [], {}, (), "en")) == 2


def test_a_section_amid_others_of_its_level_stays() -> None:
    def section(head: str, *lines: str) -> list[Block]:
        paragraphs = [Block(BlockKind.PARAGRAPH, line) for line in lines]
        return [Block(BlockKind.HEADING, head, 2), *paragraphs]

    text = [Block(BlockKind.PARAGRAPH, line) for line in TEXT]
    ours = section("Battery", "We are a small team of coders.")
    others = [*section("Screen", TEXT[0]), *section("Price", TEXT[1])]
    assert house_units([*text, *ours, *others], [], {}, (), "en") == frozenset()
    assert set(ours) == house_units([*text, *others, *ours], [], {}, (), "en")


def test_beginnings_alone_below_a_heading_of_others_are_others() -> None:
    head: Line = ("Related articles", "en:read-also")
    cut = "The ferrymen of the northern bank ask for a new pier before the winter […]"
    assert taken(head, ("News", None), (cut, None), below=True) == ["News", cut]
    assert taken(head, (cut, None)) == []  # the text goes on below it
    whole = "The ferrymen of the northern bank ask for a new pier before the winter."
    assert taken(head, (cut, None), (whole, None), below=True) == []
    linked = "A pier for the ferrymen"
    assert taken(head, ("Interview", None), (linked, LINKS), below=True) == ["Interview"]
    assert taken(head, (linked, LINKS), ("Ferryman", None), below=True) == []


def test_a_question_between_the_label_of_a_poll_and_its_answers_goes() -> None:
    label, asked, answer = ("Poll", "any:poll"), ("Will the bridge open?", None), ("Yes", LINKS)
    assert taken(label, asked, answer, below=True) == [asked[0]]
    assert taken(label, ("The bridge will open.", None), answer, below=True) == []


def test_a_question_of_an_interview_above_an_advertisement_stays() -> None:
    asked: tuple[Line, ...] = (
        ("How did you come to bridges?", None),
        (f"By chance, at school. {TEXT[0]}", None),
        ("Do you fear the river?", None),
        ("A word from our sponsor", "line:site-words"),
        ("Try it", LINKS),
        (f"No, it has always been kind. {TEXT[1]}", None),
    )
    assert taken(*asked) == []


def test_what_tells_of_a_name_below_a_label_of_authors_goes_with_it() -> None:
    label: Line = ("作者簡介", "zh:about-author")
    bio = "新聞無所不在，只要一顆善於發現的心，他從廣播電台記者做到現在。"
    assert taken(label, ("曾佳俊", None), (bio, None), below=True) == ["曾佳俊", bio]
    assert taken(label, ("曾佳俊", None), (bio, None), (TEXT[0], None), below=True) == []


def test_another_article_with_a_linked_title_below_the_source_goes() -> None:
    other = "The ferrymen of the northern bank ask for a new pier before the winter."
    unit: tuple[Line, ...] = (
        ("Source: The Bell", "en:source-line"),
        ("Read also:", "en:read-also"),
        ("A pier for the ferrymen", LINKS),
        (other, None),
    )
    assert taken(*unit, below=True) == [other]
    assert taken(*unit[1:], below=True) == []  # the text may go on below the link


def test_the_last_section_of_a_text_above_a_link_stays() -> None:
    head, last = Block(BlockKind.HEADING, "Next", 3), Block(BlockKind.PARAGRAPH, "It opens again.")
    text = [Block(BlockKind.PARAGRAPH, line) for line in TEXT]
    other = Block(BlockKind.HEADING, "How it broke", 3)
    link = Removed("All on bridges", LINKS, 7)
    whole = [*text[:2], other, *text[2:], head, last, Block(BlockKind.PARAGRAPH, link.text)]
    assert head not in house_units(whole, [link], {}, (), "en")


APPEAL: tuple[Line, ...] = (
    ("Support journalism of integrity", "en:donate"),
    ("Good reporting costs a lot of money. Yet only good reporting can keep power honest.", None),
    ("By giving to us, you help to sustain it and keep it free for all.", "line:own-offer"),
    ("Donate", LINKS),
)


def test_what_an_appeal_says_between_its_head_and_its_link_goes() -> None:
    assert taken(*APPEAL, below=True) == [APPEAL[1][0]]
    tells: Line = (
        "The engineers found cracks in the pillars of the northern bank too, and the harbour will "
        "carry the costs of the repairs until the council has talked to its commuters and to the "
        "shopkeepers of the river.",
        None,
    )
    assert taken(APPEAL[0], tells, *APPEAL[2:], below=True) == []
    asks: Line = ("Would you consider a modest contribution?", "en:donate")
    assert taken(APPEAL[0], tells, asks, *APPEAL[2:], below=True) == [tells[0]]
    assert taken(APPEAL[0], ("“It was cheap,” says Ann Roe.", None), *APPEAL[2:], below=True) == []
    assert taken(*APPEAL[:2], below=True) == []


ANSWERS = ("Yes, with rails", "No, they should be kept for those who study them")


def _asked(label: Line, *below: Line, answers: tuple[str, ...] = ANSWERS) -> list[str]:
    asked = "Should old wells be opened?"
    lines: tuple[Line, ...] = (label, (asked, None), *((each, None) for each in answers), *below)
    text: list[Line] = [(line, None) for line in TEXT]
    lines = (*text[:2], *lines, *text[2:])
    whole = [Block(BlockKind.PARAGRAPH, line) for line, _ in lines]
    whole[3] = Block(BlockKind.HEADING, asked, 3)
    for at, _ in enumerate(answers, 4):
        whole[at] = Block(BlockKind.LIST_ITEM, whole[at].text)
    removed = [Removed(line, rule, i) for i, (line, rule) in enumerate(lines) if rule]
    found = house_units(whole, removed, {}, ())
    return [block.text for block in whole if block in found]


def test_what_readers_are_asked_goes_with_its_answers() -> None:
    poll: Line = ("Poll", "any:poll")
    count: Line = ("An dieser Umfrage haben 2314 Personen teilgenommen", "de:poll")
    assert len(_asked(poll)) == len(_asked(("Advertisement", "any:advertisement"), count)) == 3
    assert len(_asked(poll, count, answers=("Yes: 40", "No: 60"))) == 3
    assert _asked(("Advertisement", "any:advertisement")) == []
    assert _asked(poll, answers=("Yes: 40 of 100", "No: 60 of 100")) == []
    assert _asked(poll, answers=("It depends on the well and on its spring. " * 3, "No")) == []


@pytest.mark.parametrize(
    "whence", ["Source", "Via", "Kaynak", "Источник: Post", "출처", "Quelle (dpa)"]
)
def test_whence_a_text_has_what_it_tells_ends_no_unit(whence: str) -> None:
    unit: tuple[Line, ...] = (("The phone in a net", None), ("Its finder dried it well.", None))
    assert taken(*unit, (whence, LINKS), below=True) == []
    assert taken(*unit, ("Book a seat", LINKS), below=True) == [line for line, _ in unit]
