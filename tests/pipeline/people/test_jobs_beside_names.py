"""Names that no list holds, told by what the person does, and by the house that signs beside."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors, read


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("fr", "Tiphaine Rousse d'Aubin, professeure de droit", ("Tiphaine Rousse d'Aubin",)),
        ("fr", "Haingotia Ramiandra (envoyée spéciale à Dakar)", ("Haingotia Ramiandra",)),
        ("es", "Wilmer Suazoa. redactora de Economía", ("Wilmer Suazoa",)),
        ("es", "Tupac Condorika<br>catedrático de Derecho", ("Tupac Condorika",)),
        ("en", "Angharad Pughley | Associate Professor of Law", ("Angharad Pughley",)),
        ("fr", "Par <a href='/a/1'>Jeanne Roux</a>, Experte IA.", ("Jeanne Roux",)),
        ("fr", "Par Jeanne Roux, Spécialiste hardware.", ("Jeanne Roux",)),
        ("en", "By Jane Doe, Contributing Expert", ("Jane Doe",)),
        ("de", "Von Jan Becker, KI-Experte", ("Jan Becker",)),
        ("nl", "Door Hayte Hugers Nieuwscoördinator", ("Hayte Hugers",)),
        ("en", "Dispatch from Cairo: Desta Yohannese", ("Desta Yohannese",)),
        ("ar", "مراسل الشؤون الاقتصادية زهراء الساعدي", ("زهراء الساعدي",)),
        ("ar", "أستاذ العلاقات الدولية إيلاف العبادي", ("إيلاف العبادي",)),
        ("ru", "<ul><li>Велимир Тжебрак</li></ul>", ("Велимир Тжебрак",)),
        ("en", "<a href='/a/1'>Jane Doe</a> <span class='location'></span>", ("Jane Doe",)),
        # what only looks like one
        ("fr", "Le Havre, professeurs en grève", ()),
        ("en", "Dispatch from Cairo: a city at night", ()),
        ("ru", "<ul><li>Велимир Тжебрак</li><li>Ждан Верхотуров</li></ul>", ()),
        ("fr", "Nos Suggestions", ()),
        ("es", "Grupo Prisma", ()),
    ],
)  # fmt: skip
def test_a_name_beside_a_job(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>" if "<ul" not in line else line, lang=lang) == names


def test_whom_the_text_tells_of_wrote_nothing() -> None:
    text = "Tiphaine Rousse d'Aubin a ouvert la séance du conseil, qui a duré la nuit. "
    line = "<p>Tiphaine Rousse d'Aubin, professeure de droit</p>"
    assert authors(line, lang="fr", text=text) == ()


@pytest.mark.parametrize("kind", ["Organization", "Person"])
def test_a_house_is_known_by_the_link_to_its_front_page(kind: str) -> None:
    told = {"@type": "NewsArticle", "headline": "x", "author": {"@type": kind, "name": "Quai Neuf"}}
    head = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    home = "<nav><a href='/'>Quai Neuf</a></nav>"
    page = read("<p>Nuria Ferrazzini Bonetta</p>", above=home, head=head, lang="it")
    assert page.authors == ("Nuria Ferrazzini Bonetta",)
    assert read(above=home, head=head, lang="it").authors == ("Quai Neuf",)


BIO = "<p>{} a freelance journalist in Wick who writes about the sea and its people.</p>"


@pytest.mark.parametrize(
    ("lang", "box", "names"),
    [
        ("en", f"<aside class='author'><p>Imogen Thistlewick</p>{BIO.format('Imogen Thistlewick')}"
         "<a href='/u/12'>+</a></aside>", ("Imogen Thistlewick",)),
        ("en", f"<div><i><img src='/p.jpg'></i><h5>Imogen Thistlewick</h5>{BIO.format('')}</div>",
         ("Imogen Thistlewick",)),
        ("en", f"<div><i><img src='/p.jpg'></i><h5>Offer of the week</h5>{BIO.format('')}</div>",
         ()),
        ("en", "<div><h3>Rich Metadata</h3><p>Extracts title, author, and the day at once, for "
         "all.</p></div>", ()),
        ("ar", "<p style='text-align:left'>كاتب وباحث يمني</p>", ()),
        ("fr", "<p>Abdou Moumouni Sowé (à Bamako)</p>", ("Abdou Moumouni Sowé",)),
        ("en", "<p>This story was written by Faith Kipsange and edited by Ada Lund.</p>",
         ("Faith Kipsange",)),
    ],
)  # fmt: skip
def test_boxes_and_lines_below_a_text(lang: str, box: str, names: tuple[str, ...]) -> None:
    assert authors(behind=box, lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("zh", "作者：阿依古丽·买买提", ("阿依古丽·买买提",)),
        ("zh", "作者：陈思远·王晓琳", ("陈思远", "王晓琳")),
        ("en", "Ngozi Umeadike (nu@bell.example)", ("Ngozi Umeadike",)),
        ("hu", "Örkényi Piroskaia", ("Örkényi Piroskaia",)),
        ("de", "Von <a href='/author/1'>Levke Thomsen</a> (Text) und "
         "<a href='/author/2'>Tabea Zwissig</a> (Fotos)", ("Levke Thomsen",)),
        ("ro", "Publicat de Horațiu Mânzatul la 15 noiembrie 2022", ("Horațiu Mânzatul",)),
        ("cs", "Autoři: Květoslav Přichystal, Svatava Drchotová",
         ("Květoslav Přichystal", "Svatava Drchotová")),
    ],
)  # fmt: skip
def test_lines_that_sign_in_their_own_way(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


def test_a_line_with_a_name_and_the_day_below_one_with_the_day_alone() -> None:
    below = "<p>12 July 2026</p><h4>Siddhant Rajadhyak / July 12, 2026</h4>"
    assert authors(below, lang="en") == ("Siddhant Rajadhyak",)


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", "Published April 4, 2022 by Zorvan Quillsby", ("Zorvan Quillsby",)),
        ("pt", "Mbali Nhantumba, João Lira e Ana Brito", ("Mbali Nhantumba", "João Lira",
                                                          "Ana Brito")),
        ("en", "By <a href='/p/9'>Nwabu Ikejia</a>. Translated by <a href='/author/9'>Ada Lund</a>",
         ("Nwabu Ikejia",)),
        ("pt", "Texto <a href='/p/1'>Mbali Nhantumba</a> Fotografia <a href='/author/8'>Ana Brito"
         "</a>", ("Mbali Nhantumba",)),
    ],
)  # fmt: skip
def test_lines_above_a_headline(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(above=f"<p>{line}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", "Staff Writer Nwabu Ikejia", ("Nwabu Ikejia",)),
        ("en", "By NWABU IKEJIA Associated Press Writer", ("NWABU IKEJIA",)),
        ("en", "Our columnists Jane Doe John Roe", ()),
        ("tr", "Ceylin Karahanlıoğlu yazdı", ("Ceylin Karahanlıoğlu",)),
        ("it", "dalla nostra inviata Edoarda de' Bardini", ("Edoarda de' Bardini",)),
        ("ru", "Ждан Верхотурин, Злата Нехорошева", ("Ждан Верхотурин", "Злата Нехорошева")),
        ("ru", "Нижний Новгород, Злата Нехорошева", ()),
        ("ar", "باريس (أ ف ب) - غصون باحميد", ("غصون باحميد",)),
        ("en", "<a href='/author/1'>Lwazi Dlamin</a> | Translated from Spanish by "
         "<a href='/author/2'>Ada Lund</a>", ("Lwazi Dlamin",)),
    ],
)  # fmt: skip
def test_lines_below_a_headline(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


def test_a_second_person_whom_nothing_sets_apart() -> None:
    line = "<div class='byline'><b>Thami Arumuga</b> in Sydney and K. S. Venkata in Geneva</div>"
    assert authors(line, lang="en") == ("Thami Arumuga", "K. S. Venkata")


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", "<div class='byline'>From Mbongeni Zuluma in Cape Town</div>", ("Mbongeni Zuluma",)),
        ("en", "<div class='byline'>Nwabu Ikejia AP Sports Writer</div>", ("Nwabu Ikejia",)),
        ("fr", "<p>La chronique de Fanja Ravelojao</p>", ("Fanja Ravelojao",)),
        ("es", "<p>La opinión de los lectores</p>", ()),
        ("fr", "<p>Amadou Lamine Badjia & Perrine Dutilleau</p>",
         ("Amadou Lamine Badjia", "Perrine Dutilleau")),
        ("fr", "<div><a href='/profil/16'><img src='/p.jpg' alt=''></a><div><b>Fanja Ravelojao</b>"
         "<small>grand reporter</small></div></div>", ("Fanja Ravelojao",)),
        ("ar", "<div class='byline'>نقلا عن الأناضول</div>", ()),
        ("ar", "<p>الرباط – كتب: عبده وازن</p>", ("عبده وازن",)),
    ],
)  # fmt: skip
def test_whence_and_whose_a_text_is(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(line, lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("de", "Die Autorin Agnieszka Wronalenz ist Historikerin.", ("Agnieszka Wronalenz",)),
        ("ar", "* بوعلام رمضاني، صحافية متدربة", ("بوعلام رمضاني",)),
        ("ar", "ميادة كيالي / دبي", ("ميادة كيالي",)),
    ],
)
def test_notes_in_the_foot_of_a_text(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(end=f"<div class='foot-note'>{line}</div>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", "(Reporting by Li Weizhena in Sydney; additional reporting by Desta Yohannese; "
         "editing by Ada Lund)", ("Li Weizhena",)),
        ("it", "Traduzione di Tancredi Scialabbo", ()),
        ("ar", "كاتب الشهر سارة قرنداشي", ()),
    ],
)  # fmt: skip
def test_credits_below_the_box_of_a_text(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(behind=f"<p>{line}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("nl", "Wubbo de Vriezema", ("Wubbo de Vriezema",)),
        ("en", "By Quentin Asheforde - Culture Critic", ("Quentin Asheforde",)),
        ("es", "<b>Ainhoa Zubeldiai. corresponsal en Bruselas</b>", ("Ainhoa Zubeldiai",)),
    ],
)
def test_small_words_and_stops_of_names(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", "<p><a href='/?w=3'>Anselm Grubera</a> | Translated from Spanish by "
         "<a href='/author/9'>Ada Lund</a></p>", ("Anselm Grubera",)),
        ("ar", "<div class='byline'>مقال | هيلة المشوح</div>", ("هيلة المشوح",)),
        ("ar", "<p>تأليف: علاء الدين زريفي - ترجمة وتحرير: مقبل النقيب</p>", ("علاء الدين زريفي",)),
        ("ko", "<p>기자명 장하은</p>", ("장하은",)),
    ],
)  # fmt: skip
def test_labels_of_others_and_of_kinds(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(line, lang=lang) == names
