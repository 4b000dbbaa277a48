"""What is learned of a source: the lines that it repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.fingerprints import numberless, skeleton
from pipeline.lines.house_lines import house_lines
from pipeline.memory import EDGE_LINES, EMPTY, MAX_LINES, WINDOW, for_extraction, learn, own_values
from pipeline.memory import repeated_lines as all_repeated
from pipeline.records import Article, Block, BlockKind, Memory, Removed
from pipeline.repeats.house_keys import OF_HOUSE
from pipeline.repeats.line_keys import DATED
from pipeline.repeats.number_keys import COUNTER, COUNTER_BELOW
from pipeline.repeats.other_titles import title_keys
from pipeline.repeats.repeated import clean_again
from pipeline.repeats.small_parts import SMALL
from pipeline.repeats.template_marks import BELOW, CLOSING, SPOKEN
from pipeline.repeats.templates import is_key

TODAY = date(2026, 3, 5)
PLUG = "تابعوا نشرة المساء على شاشتنا"


def article(number: int, *more: str, title: str = "", removed: str | None = None) -> Article:
    texts = [
        f"فقرة أولى عن الخبر رقم {number * 7919}.",
        f"فقرة ثانية تخص {number * 104729}.",
        *more,
    ]
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Article(
        url=f"https://news.example/tech/{number}.html",
        canonical_url=None,
        title=title or f"عنوان {number}",
        blocks=blocks,
        text="\n\n".join(texts),
        language="ar",
        content_hash=str(number),
        word_count=10,
        removed=(Removed(removed, "repeated-in-source", 2),) if removed else (),
    )


_FEW = (SPOKEN, DATED, COUNTER, COUNTER_BELOW, BELOW, CLOSING, OF_HOUSE, SMALL)


def repeated_lines(memory: Memory) -> frozenset[str]:
    """The lines that a source repeats, but for those of which few are enough."""
    return frozenset(line for line in all_repeated(memory) if not line.endswith(_FEW))


def learned(*articles: Article) -> Memory:
    memory = EMPTY
    for one in articles:
        memory = learn(memory, one, TODAY)
    return memory


def test_a_line_in_three_articles_is_repeated() -> None:
    articles = [article(n, PLUG) for n in range(3)]
    assert repeated_lines(learned(*articles[:2])) == frozenset()
    assert repeated_lines(learned(*articles)) == {skeleton(PLUG)}


def test_a_last_line_that_counts_on_is_repeated() -> None:
    end = "خبر البرز به سر رسید/۵۷{}"
    memory = learned(*(article(n, end.format(n)) for n in range(3)))
    known = repeated_lines(memory)
    assert known == {numberless(end)}
    blocks = article(9, end.format(8)).blocks
    cleaned = clean_again(blocks, (), known)
    assert cleaned is not None
    assert cleaned.kept == blocks[:-1]
    assert clean_again((*blocks, blocks[0]), (), known) is None  # amid a text it is its own
    again = article(7, removed=end.format(7))
    assert learn(memory, again, TODAY).lines[numberless(end)].articles == 4


def test_the_house_is_looked_for_again_in_what_is_left() -> None:
    """A line that speaks to readers beside another one may be the text's own way; alone it is the
    house's."""
    texts = [
        "تعود العبّارة إلى الإبحار نحو الجزيرة اعتباراً من الجمعة بعد عشرة أشهر في الحوض.",
        "احترق محركها في الشتاء الماضي ووصل المحرك الجديد بالقطار من مصنع في فنلندا.",
        "تستغرق الرحلة ساعة كما كانت من قبل، ويبقى ثمن التذكرة على حاله حتى الصيف.",
    ]
    told = "نعود إليكم مساءً بجديد المرفأ."
    repeated = (
        "لنا في البحر أهل وأصحاب، ومنهم من يسألنا كل مساء: متى تعودون إلى الجزيرة كلكم جميعا؟"
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in (*texts, told, repeated))
    known = frozenset({skeleton(repeated)})
    assert not house_lines(blocks, "ar", frozenset(), "")
    cleaned = clean_again(blocks, (), known, language="ar")
    assert cleaned is not None
    assert [block.text for block in cleaned.kept] == texts
    assert clean_again(cleaned.kept, cleaned.removed, known, language="ar") is None


def test_heads_of_paragraphs_between_breaks_teach_as_heads_do() -> None:
    """«How it works» heads a paragraph in many an article; what a template prints at one place of
    all of them is known by it."""
    prose = (
        "وقالت الشركة في بيانها {} إن المصنع الجديد سيعمل بنصف الطاقة {} في كل فصول السنة المقبلة."
    )
    head = "كيف تعمل التقنية؟"

    def told(n: int) -> Article:
        lines = [prose.format(n, line) for line in range(8)]
        lines[2 + n] = f"{head}\n{lines[2 + n]}"
        blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
        return replace(article(n), blocks=blocks)

    assert skeleton(head) not in repeated_lines(learned(*map(told, range(5))))


def test_last_sentences_that_differ_in_numbers_are_not() -> None:
    lines = (
        "وبلغ السعر {} دولارا.",
        "وبلغ عدد الأجهزة التي باعتها الشركة في هذا العام وحده في الأسواق {} ألفا",
    )
    for line in lines:
        assert repeated_lines(learned(*(article(n, line.format(n)) for n in range(4)))) == set()


def test_a_line_in_few_of_many_articles_is_not() -> None:
    articles = [article(n, PLUG if n < 3 else f"سطر{'و' * n} آخر") for n in range(30)]
    assert repeated_lines(learned(*articles)) == frozenset()


def test_copies_of_one_article_teach_nothing() -> None:
    memory = learned(article(1, PLUG), article(1, PLUG), article(1, PLUG))
    assert memory.articles == 1
    assert repeated_lines(memory) == frozenset()


def test_learning_leaves_the_old_memory_as_it_was() -> None:
    before = learned(article(1))
    after = learn(before, article(2), TODAY)
    assert before.articles == 1
    assert after.articles == 2
    assert len(before.lines) < len(after.lines)


def test_a_removed_line_goes_on_being_counted() -> None:
    memory = learned(*(article(n, PLUG) for n in range(3)))
    memory = learn(memory, article(9, removed=PLUG), TODAY)
    assert memory.lines[skeleton(PLUG)].articles == 4


def test_where_the_house_was_told_by_its_page_another_article_has_its_line() -> None:
    line = "وإن أردت أن تعرف أكثر عن آيفون فلدينا ملف كامل عنها."
    told = replace(article(1), removed=(Removed(line, "line:aside", 2),))
    taken = replace(article(1), removed=(Removed(line, "ar:share", 2),))
    other = replace(article(2), removed=(Removed(line, "line:appeal", 2),))
    key = f"{skeleton(line)}{OF_HOUSE}"
    assert key in all_repeated(learned(told, other, article(3)))
    assert key not in all_repeated(learned(taken, other, article(3)))


def test_the_title_is_never_learned() -> None:
    memory = learned(*(article(n, PLUG, title=PLUG) for n in range(4)))
    assert repeated_lines(memory) == frozenset()


def test_shapes_of_addresses_are_counted() -> None:
    memory = learned(article(1), article(2))
    assert sum(memory.shapes.values()) == 2
    assert len(memory.shapes) == 1


def test_counts_fade() -> None:
    memory = learned(*(article(n, PLUG if n < 50 else f"سطر {n * 13}") for n in range(WINDOW)))
    assert memory.articles == WINDOW // 2
    assert memory.lines[skeleton(PLUG)].articles == 25


def test_the_memory_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.memory.MAX_LINES", MAX_LINES // 10)
    memory = Memory(lines={}, articles=1)
    for n in range(6):
        lines = [f"سطر {n} {m} {n * m * 17}" for m in range(150)]
        memory = learn(memory, article(n, *lines), TODAY + timedelta(days=n))
    assert 150 < len(memory.lines) <= MAX_LINES // 10


def test_one_long_article_does_not_drive_out_the_lines_of_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    most = MAX_LINES // 10
    monkeypatch.setattr("pipeline.memory.MAX_LINES", most)
    monkeypatch.setattr("pipeline.memory.EDGE_LINES", EDGE_LINES // 10)
    plugs = [article(n, PLUG) for n in range(3)]
    long = article(9, *(f"سطر قصير رقم {n}" for n in range(3 * most)), PLUG)
    memory = learned(*plugs, long)
    assert {line for line in repeated_lines(memory) if not is_key(line)} == {skeleton(PLUG)}
    assert memory.lines[skeleton(PLUG)].articles == 4
    assert len(memory.lines) < most // 2


FILLED = (
    "Chase down {author} wherever the fediverse is",
    "تجدون كل ما نشرناه عن {tag} في مكان واحد",
    "{title} came out first in the Tuesday bulletin",
    "{tag}について、もっと詳しく",
    "نشر في عمّان ديجيتال يوم {day}",
    "Out in print with The Courier of {day}, page 4",
    "Who knows more may write in confidence to {mail} at any hour",
)


def filled(number: int, line: str, *more: str) -> Article:
    author = ["Jane Roe", "Ali Saad", "Kim Ho", "Max Moritz"][number]
    tag = ["الذكاء الاصطناعي", "Mars", "طاقة الشمس", "سيارات"][number]
    if "、" in line:
        tag = ["人工知能", "火星", "太陽光", "自動車"][number]
    title = f"عنوان طويل {'ا' * number} عن {tag} وغيره"
    days = ["الخميس 26 تشرين الثاني 2026", "3 March 2026", "2026-05-09", "الأحد ٧ آب ٢٠٢٦ - 10:15"]
    mail = f"{author.split()[0].lower()}@courier.example"
    text = line.format(author=author, tag=tag, title=title, day=days[number], mail=mail)
    return replace(
        article(number, text, *more, title=title), authors=(author,), section="Tech", tags=(tag,)
    )


@pytest.mark.parametrize("line", FILLED)
def test_a_line_that_a_template_fills_with_what_is_the_article_s_own_is_repeated(line: str) -> None:
    ends = ["وفي الختام كلام", "هذا آخر ما في الخبر", "انتهى كل ما قيل هنا"]
    memory = learned(*(filled(n, line, ends[n]) for n in range(3)))
    known = repeated_lines(memory)
    assert len(known) == 1
    last = filled(3, line, f"{'فقرة أخيرة لا يعرفها أحد ' * 9} غير هذا الخبر")
    cleaned = clean_again(last.blocks, (), known, own_values(last))
    assert cleaned is not None
    assert cleaned.kept == (*last.blocks[:2], last.blocks[3])
    known_without = clean_again(last.blocks, (), known)
    # A day and a mailbox are no article's own.
    assert (known_without is None) is ("{day}" not in line and "{mail}" not in line)
    assert clean_again(cleaned.kept, cleaned.removed, known, own_values(last)) is None


def test_a_filled_line_goes_on_being_counted_when_it_is_taken_out() -> None:
    memory = learned(*(filled(n, FILLED[0]) for n in range(3)))
    (known,) = repeated_lines(memory)
    last = filled(3, "سطر")
    gone = (Removed(FILLED[0].format(author="Max Moritz"), "repeated-in-source", 2),)
    assert learn(memory, replace(last, removed=gone), TODAY).lines[known].articles == 4


TOPICS = ("الهواتف", "الأمن", "الروبوتات الصغيرة", "الطاقة", "الألعاب")
ENDS = (
    "تجدون كل ما كتبناه عن {} في قسم التقنية.",
    "All our stories on {} are kept in the archive",
)


@pytest.mark.parametrize("line", ENDS)
def test_a_last_line_that_a_template_fills_with_whatever_it_is_is_repeated(line: str) -> None:
    long = "فقرة طويلة من صلب الخبر " * 9
    articles = [article(n, f"{long} {n}", line.format(TOPICS[n])) for n in range(5)]
    known = repeated_lines(learned(*articles[:4]))
    assert repeated_lines(learned(*articles[:3])) == frozenset()
    cleaned = clean_again(articles[4].blocks, (), known)
    assert cleaned is not None
    assert cleaned.kept == articles[4].blocks[:-1]
    amid = (*articles[4].blocks, Block(BlockKind.PARAGRAPH, "سطر أخير لا يعرفه أحد"))
    assert (clean_again(amid, (), known) is None) == line.endswith(".")
    # of few of the source's articles, a sentence is how somebody ends a story
    others = [article(n, "".join(chr(0x628 + n + i) for i in range(6))) for n in range(10, 40)]
    assert (repeated_lines(learned(*articles[:4], *others)) == frozenset()) == line.endswith(".")


def test_two_last_lines_that_a_template_fills_are_learned_at_once() -> None:
    long = "فقرة طويلة من صلب الخبر " * 9
    more = "Stories on {} are all in the archive"
    articles = [
        article(n, f"{long} {n}", ENDS[0].format(TOPICS[n]), more.format(TOPICS[-n]))
        for n in range(5)
    ]
    cleaned = clean_again(articles[4].blocks, (), repeated_lines(learned(*articles[:4])))
    assert cleaned is not None
    assert cleaned.kept == articles[4].blocks[:-2]


@pytest.mark.parametrize(
    "line",
    [
        "قالت الشركة في بيان إن {} تنمو.",  # one word is no end of a template
        "All eyes are on {} now.",
        "وارتفعت أسعار {} في السوق 3 في المئة",
    ],
)
def test_last_lines_that_tell_something_are_not(line: str) -> None:
    assert repeated_lines(learned(*(article(n, line.format(TOPICS[n])) for n in range(5)))) == set()


def test_a_line_behind_a_break_in_the_last_paragraph_is_repeated() -> None:
    articles = [article(n, f"{'فقرة طويلة من صلب الخبر ' * 4} {n}.\n{PLUG}") for n in range(4)]
    known = repeated_lines(learned(*articles[:3]))
    assert known == {skeleton(PLUG)}
    cleaned = clean_again(articles[3].blocks, (), known)
    assert cleaned is not None
    assert [removed.text for removed in cleaned.removed] == [PLUG]
    assert cleaned.kept[-1].text.endswith("3.")
    assert clean_again(cleaned.kept, cleaned.removed, known) is None
    poem = replace(articles[3].blocks[-1], text="بيت من الشعر\nوبيت آخر")
    assert clean_again((*articles[3].blocks[:2], poem), (), known) is None


@pytest.mark.parametrize("line", ["قراءة ممتعة في {} دقيقة", "In {} Min. gelesen"])
def test_a_first_line_that_counts_is_repeated(line: str) -> None:
    def counted(number: int) -> Article:
        one = article(number, f"{'فقرة طويلة من صلب الخبر ' * 4} {number}")
        first = Block(BlockKind.PARAGRAPH, line.format(number + 2))
        return replace(one, blocks=(first, *one.blocks))

    known = repeated_lines(learned(*(counted(n) for n in range(3))))
    cleaned = clean_again(counted(3).blocks, (), known)
    assert cleaned is not None
    assert cleaned.kept == counted(3).blocks[1:]


def test_a_heading_above_what_is_taken_out_is_learned() -> None:
    head = Block(BlockKind.HEADING, "الموضوع السابق والتالي", 3)

    def with_box(number: int) -> Article:
        one = article(number, f"{'فقرة طويلة من صلب الخبر ' * 4} {number}")
        gone = (Removed("عنوان خبر آخر", "line:links", 4, BlockKind.LIST_ITEM),)
        return replace(one, blocks=(*one.blocks, head), removed=gone)

    known = repeated_lines(learned(*(with_box(n) for n in range(3))))
    assert known == {skeleton(head.text)}
    four = with_box(4)
    # above a sentence of the article's own it is that one's
    own = (four.blocks[0], head, Block(BlockKind.PARAGRAPH, "جملة تخص الخبر وحده."))
    assert clean_again(own, (), known) is None
    alone = repeated_lines(learned(*(replace(with_box(n), removed=()) for n in range(3))))
    assert alone == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        "جرى تحديث المادة في {} {} 2026 على الساعة 20:5{}",
        "Updated on {} {} 2026, 1{}:20",
        "Mis à jour le {1} 2026",
    ],
)
def test_a_last_line_of_a_day_is_repeated_in_whatever_month(line: str) -> None:
    months = ("مارس", "يوليو", "آذار") if "جرى" in line else ("March", "July", "October")
    if "jour" in line:
        months = ("jeudi 2 mars", "lundi 7 juin", "samedi 3 août")
    articles = [article(n, line.format(n + 3, month, n)) for n, month in enumerate(months)]
    known = repeated_lines(learned(*articles))
    assert any(line.endswith("#") for line in known)
    last = articles[0].blocks[:2] + articles[1].blocks[-1:]
    cleaned = clean_again((*last[:2], Block(BlockKind.PARAGRAPH, LONG * 2), last[2]), (), known)
    assert cleaned is not None
    assert cleaned.removed[0].text == last[2].text


@pytest.mark.parametrize(
    "line", ["{author}: لا", "{author}", "{title}", "{tag} 2026", "({author})", "{tag}, {author}"]
)
def test_what_holds_nothing_but_the_article_s_own_is_no_template(line: str) -> None:
    assert repeated_lines(learned(*(filled(n, line) for n in range(4)))) == frozenset()


OTHER = "Harbour city wins a second plant"
LONG = "فقرة أخيرة لا يعرفها أحد غير هذا الخبر ولا يشبهها شيء في سواه من الأخبار كلها"


def own_words(number: int) -> str:
    """A long line of which no other article shares a word."""
    sign = chr(0x628 + number // 26) + chr(0x628 + number % 26)
    return " ".join(f"{word}{sign}{word[::-1]}" for word in LONG.split())


@pytest.mark.parametrize(
    "line",
    [
        OTHER,
        f"Lees hier: {OTHER}",
        f"» {OTHER.upper()}",
        f"こちらもどうぞ:{OTHER}",
        f"Pogledajte i ovo — “{OTHER}”",
        f"Þetta gæti vakið áhuga þinn: {OTHER}",
        f"Mehr zu dieser Stadt in unserem Beitrag „{OTHER}“",
        f"Bu konunun başlangıcı “{OTHER}” başlıklı haberimizde",
    ],
)
def test_a_line_that_ends_with_another_article_s_title_announces_it(line: str) -> None:
    titles = title_keys([OTHER])
    told = article(1, line, LONG, LONG + ".")
    cleaned = clean_again(told.blocks, (), frozenset(), own_values(told), titles)
    assert cleaned is not None
    assert [removed.text for removed in cleaned.removed] == [line]
    assert cleaned.removed[0].rule == "other-article"
    own = replace(told, title=OTHER)
    assert clean_again(own.blocks, (), frozenset(), own_values(own), titles) is None


@pytest.mark.parametrize(
    "line",
    [
        f"The report was called {OTHER}, and nobody read it.",
        f"The report was called {OTHER}, they say.",
        f"A spokesman told us that {OTHER}.",
        f"It was long in coming: {OTHER[0].lower()}{OTHER[1:]}.",
        f"In the year of the great flood the paper wrote: {OTHER}",
        "Harbour city wins",
        "City wins",
    ],
)
def test_a_line_that_tells_more_than_another_article_s_title_stays(line: str) -> None:
    titles = title_keys([OTHER, "City wins", "Harbour city wins"])
    told = article(1, line, LONG, LONG + ".")
    assert clean_again(told.blocks, (), frozenset(), own_values(told), titles) is None


def test_a_heading_that_is_another_article_s_title_stays() -> None:
    told = article(1, LONG, LONG + ".")
    blocks = (told.blocks[0], Block(BlockKind.HEADING, OTHER, 2), *told.blocks[1:])
    assert clean_again(blocks, (), frozenset(), own_values(told), title_keys([OTHER])) is None


def test_a_label_of_other_articles_is_known_behind_three_of_their_titles() -> None:
    others = [
        "Kota pelabuhan raih pabrik kedua tahun ini",
        "Harga ponsel turun lagi menjelang libur",
        "Satelit kecil siap diluncurkan dari timur",
    ]
    memory = replace(EMPTY, titles=title_keys(others))
    for n, title in enumerate(others):
        memory = learn(memory, article(n, f"Simak pula: {title}"), TODAY)
    assert repeated_lines(memory) == {"simakpula:"}
    line = "Simak pula: Dewan kota membahas anggaran"
    last = article(9, line, LONG, LONG + ".")
    cleaned = clean_again(last.blocks, (), repeated_lines(memory), own_values(last))
    assert cleaned is not None
    assert [removed.text for removed in cleaned.removed] == [line]
    taken = (Removed(f"Simak pula: {others[0]}", "other-article", 2),)
    again = learn(memory, replace(article(7), removed=taken), TODAY)
    assert again.lines["simakpula:"].articles == 4


def test_what_extraction_asks_of_a_memory_is_what_the_whole_says() -> None:
    memory = learned(*(article(n, PLUG, title=f"{OTHER} {n} times") for n in range(4)))
    asked = for_extraction(memory)
    assert repeated_lines(asked) == repeated_lines(memory) > {skeleton(PLUG)}
    assert asked.titles == memory.titles
    assert len(asked.titles) == 4
    assert not asked.shapes


def test_a_line_with_a_number_that_nearly_all_articles_have_is_a_template_s() -> None:
    def counted(number: int, line: str) -> Article:
        end = "نهاية الخبر كما قيل"
        return article(number, line.format(number * 37 + 4), end, own_words(number))

    line = "زيارات الصفحة: {}"
    memory = learned(*(counted(n, line) for n in range(6)))
    last = counted(9, line)
    item = (*last.blocks[:2], replace(last.blocks[2], kind=BlockKind.LIST_ITEM), *last.blocks[3:])
    assert clean_again(item, (), repeated_lines(memory)) is not None
    cleaned = clean_again(last.blocks, (), repeated_lines(memory))
    assert cleaned is not None
    assert line.format(9 * 37 + 4) in [removed.text for removed in cleaned.removed]
    asked = repeated_lines(for_extraction(memory))
    assert asked == repeated_lines(memory)
    prices = [counted(n, "السعر: {} دولار" if n % 3 else f"سطر {'و' * n}") for n in range(30)]
    known = repeated_lines(learned(*prices))
    assert clean_again(counted(40, "السعر: {} دولار").blocks[:3], (), known) is None


def test_a_heading_that_nearly_all_articles_have_above_their_text_is_a_box_s() -> None:
    def headed(number: int, head: str) -> Article:
        one = article(number, own_words(number), f"{own_words(number + 50)}.")
        head_block = Block(BlockKind.HEADING, head, 3)
        return replace(one, blocks=(*one.blocks[:2], head_block, *one.blocks[2:]))

    plug = "For instant updates, see our feed"
    known = repeated_lines(learned(*(headed(n, plug) for n in range(6))))
    last = headed(9, plug)
    cleaned = clean_again(last.blocks, (), known)
    assert cleaned is not None
    assert [removed.text for removed in cleaned.removed] == [plug]
    assert clean_again(cleaned.kept, cleaned.removed, known) is None
    some = [headed(n, plug if n % 2 else f"A heading of number {n}") for n in range(12)]
    assert clean_again(last.blocks, (), repeated_lines(learned(*some))) is None
    short = [headed(n, "What we know") for n in range(6)]
    known = repeated_lines(learned(*short))
    assert clean_again(headed(9, "What we know").blocks, (), known) is None


def below(number: int) -> str:
    """A long sentence of an article's own."""
    return f"{' '.join(f'فقرة{chr(0x628 + number)}{at * chr(0x62F)}' for at in range(1, 12))}."


def test_few_articles_need_have_a_line_that_speaks_to_readers() -> None:
    for text, goes in (
        (PLUG, True),
        ("صحافتنا حرة بفضل من يقرؤها فكونوا لها عونا", True),  # neither a head nor a sentence
        ("مرآة العام الذي مضى", False),
        ("وقال ناطق باسمها إن الحكم لم يصل إليها بعد وإنها تدرس ما ستفعل.", False),
    ):
        lines = [text if n < 3 else f"سطر{'و' * n}" for n in range(30)]
        known = all_repeated(learned(*(article(n, line, below(n)) for n, line in enumerate(lines))))
        last = article(40, text, below(40))
        assert (clean_again(last.blocks, (), known) is not None) is goes, text


def test_the_address_of_a_reader_is_left_out_of_a_template_s_line() -> None:
    line = "قرأت ما هنا من الرقم {}.20.30.{}"
    known = repeated_lines(
        learned(*(article(n, line.format(n, n + 7), below(n)) for n in range(3)))
    )
    last = article(9, line.format(99, 1), below(9))
    cleaned = clean_again(last.blocks, (), known)
    assert cleaned is not None
    assert [removed.text for removed in cleaned.removed] == [line.format(99, 1)]


def test_a_flash_among_a_template_s_lines_is_cleaned_too() -> None:
    lines = [f"سطر من قالب هذا الموقع عن شؤون قرائه وزواره الكرام {n * 'ب'}ت" for n in range(1, 6)]
    texts = [[below(6 * n + at) for at in range(6)] for n in range(3)]
    known = repeated_lines(learned(*(article(n, *texts[n], *lines) for n in range(3))))
    flash = tuple(Block(BlockKind.PARAGRAPH, text) for text in (f"{'خبر قصير جدا ' * 20}.", *lines))
    cleaned = clean_again(flash, (), known)
    assert cleaned is not None
    assert cleaned.kept == flash[:1]


def test_a_label_above_links_that_go_is_no_head() -> None:
    def labelled(number: int, links: int) -> Article:
        one = article(number, "باب آخر", below(number))
        gone = tuple(
            Removed(f"عنوان خبر آخر غيره {number} {at}", "line:links", 3 + at)
            for at in range(links)
        )
        return replace(one, removed=gone)

    for links, goes in ((2, True), (1, False)):  # one may stand between a head and its text
        known = all_repeated(learned(labelled(1, links), labelled(2, links)))
        last = labelled(3, links)
        cleaned = clean_again(last.blocks, last.removed, known)
        assert (cleaned is not None) is goes
        if cleaned:
            assert cleaned.kept == (*last.blocks[:2], *last.blocks[3:])


def test_a_label_above_one_link_goes_where_four_articles_have_it_there() -> None:
    def labelled(number: int) -> Article:
        one = article(number, below(number), "باب آخر", below(number + 50))
        return replace(one, removed=(Removed(f"عنوان خبر آخر {number}", "line:links", 4),))

    others = [article(n, below(n)) for n in range(20, 55)]
    for articles, goes in ((3, False), (4, True)):
        known = all_repeated(learned(*map(labelled, range(1, articles + 1)), *others))
        last = labelled(9)
        cleaned = clean_again(last.blocks, last.removed, known)
        assert (cleaned is not None) is goes
        if cleaned:
            assert cleaned.kept == (*last.blocks[:3], *last.blocks[4:])
            assert repeated_again(last, cleaned.kept, cleaned.removed)


def repeated_again(one: Article, kept: tuple[Block, ...], removed: tuple[Removed, ...]) -> bool:
    """Whether an article that lost a label tells of it as one that has it."""
    memory = learned(one)
    after = learned(replace(one, blocks=kept, removed=removed))
    return {k for k in memory.lines if k.endswith("≤")} <= {*after.lines}


def _goes(text: str, out_of: int = 30, on: int = 3) -> bool:
    """Whether a line goes that is on some of a source's articles, with their numbers in it."""

    def one(number: int) -> Article:
        line = text.format(n=number + 11, day=f"{number % 27 + 1} March 2026")
        return article(number, line if number < on else f"سطر{'و' * number}", below(number))

    known = all_repeated(learned(*map(one, range(out_of))))
    last = article(out_of + 7, text.format(n=997, day="9 April 2026"), below(out_of + 7))
    return clean_again(last.blocks, (), known) is not None


@pytest.mark.parametrize(
    ("text", "on", "goes"),
    [
        ("Page last revised {day}", 3, True),
        ("Korrektur ({day}): Ein Datum war falsch.", 3, True),
        ("The bridge was shut to all lorries on {day}.", 3, False),
        ("زائر {n}.20.30.40 من برلين", 7, True),
        ("The engineers ping 10.20.{n}.40 to see whether it lives.", 7, False),
        ("{n} kez okundu", 13, True),
        ("{n} kez okundu", 8, False),
        ("Aufrufe bisher: {n}", 26, True),
        ("Price in all shops: {n}", 20, False),
        ("{n} readers have seen this page", 4, True),
        ("{n} readers have seen this page", 3, False),
        ("Would you take the ferry in {n}? Cast your vote", 3, True),
        ("هل رأيتم {n} منها؟ صحيفتنا تنتظركم.", 3, True),
        ("هل رأوا {n} منها؟ لا أحد يدري كيف.", 3, False),
        ("كل أحد رسالة فيها ما فات: «نبض {n}»", 3, False),
        ("كل أحد رسالة فيها ما فاتك من أخبار: «نبض البلد»", 3, True),
        ("共有{n}位读者点开", 4, True),
        ("Would the ferry do? Yes", 5, False),
        ("Question of the day: is {n} too many?", 3, True),
    ],
)
def test_what_changes_in_a_line_tells_of_how_many_articles_it_must_be(
    text: str, on: int, goes: bool
) -> None:
    assert _goes(text, on=on) is goes


def test_who_asks_many_questions_of_one_article_is_heard() -> None:
    def one(number: int) -> Article:
        asked = tuple(
            Block(BlockKind.PARAGRAPH, f"The Fell Courier: {'so' * at} why {number}?")
            for at in range(3)
        )
        first = article(number, below(number))
        return replace(first, blocks=(first.blocks[0], *asked, *first.blocks[1:]))

    assert all_repeated(learned(*map(one, range(9)))) == frozenset()


def test_a_name_below_a_farewell_that_is_repeated_goes_with_it() -> None:
    said = "Until next Sunday, as always,"
    known = repeated_lines(learned(*(article(n, own_words(n), said) for n in range(5))))
    for last, goes in (("Jane Doe", True), ("Joan Roe", False)):
        one = article(9, own_words(9), f"{said}\n{last}")
        cleaned = clean_again(one.blocks, (), known, ("A title", "Jane Doe"))
        assert cleaned is not None
        assert (cleaned.kept[-1].text == last) is not goes


def test_a_long_paragraph_that_ends_texts_is_learned_however_brief_these_are() -> None:
    offer = "ونقدم لكم تغطية على مدار الساعة لأسعار الذهب وأخبار الرياضة والمحافظات. " * 6
    memory = EMPTY
    for number in range(3):
        memory = learn(memory, article(number, offer), TODAY)
    own = article(7, offer)
    cleaned = clean_again(own.blocks, own.removed, all_repeated(memory))
    assert cleaned is not None
    assert [block.text for block in cleaned.kept] == [block.text for block in own.blocks[:2]]
    amid = article(8, offer, *("فقرة أخيرة عن الخبر.", "فقرة تختم الخبر كله."))
    assert clean_again(amid.blocks, amid.removed, all_repeated(memory)) is None
