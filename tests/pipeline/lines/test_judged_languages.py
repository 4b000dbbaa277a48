"""Lines of a house in languages of which fewer words are known, and what resembles them."""

from __future__ import annotations

import pytest

from pipeline.lines.asides import persons_said, speaks_to_readers
from pipeline.lines.judged import judged
from pipeline.lines.telling import reports
from pipeline.records import Block, BlockKind

PROSE = {
    "sv": "Fullmäktige röstade för att stänga den långa bron i etapp {} i mer än ett år.",
    "da": "Byrådet stemte for at lukke den lange bro i etape {} i mere end et år.",
    "no": "Bystyret stemte for å stenge den lange brua i etappe {} i mer enn ett år.",
    "fi": "Valtuusto päätti sulkea pitkän sillan osuuden {} yli vuoden ajaksi.",
    "cs": "Zastupitelstvo rozhodlo uzavřít dlouhý most v úseku {} na více než rok.",
    "hu": "A testület megszavazta a hosszú híd {} szakaszának lezárását több mint egy évre.",
    "ro": "Consiliul a votat închiderea podului lung, tronsonul {}, timp de peste un an.",
    "el": "Το συμβούλιο αποφάσισε να κλείσει η μεγάλη γέφυρα στο τμήμα {} πάνω από έναν χρόνο.",
    "uk": "Рада проголосувала за те, щоб закрити довгий міст на ділянці {} більш як на рік.",
    "vi": "Hội đồng biểu quyết đóng cây cầu dài ở đoạn {} trong hơn một năm.",
    "bn": "পরিষদ দীর্ঘ সেতুটির {} নম্বর অংশ এক বছরের বেশি বন্ধ রাখার সিদ্ধান্ত নিয়েছে।",
}
LINES = 7


def _goes(language: str, line: str) -> bool:
    text = [Block(BlockKind.PARAGRAPH, PROSE[language].format(n)) for n in range(2, LINES + 2)]
    last = Block(BlockKind.PARAGRAPH, line)
    return last in judged([*text, last], (), language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Prenumerera på vårt nyhetsbrev om teknik och få det i inkorgen."),
        ("da", "Tilmeld dig vores nyhedsbrev, og få det i indbakken."),
        ("no", "Meld deg på nyhetsbrevet vårt og få det i innboksen."),
        ("fi", "Tilaa toimituksemme uutiskirje sähköpostiisi."),
        ("cs", "Přihlaste se k odběru našeho newsletteru."),
        ("hu", "Iratkozz fel szerkesztőségünk hírlevelére."),
        ("ro", "Abonează-te la newsletterul redacției noastre."),
        ("el", "Εγγραφείτε στο ενημερωτικό δελτίο της σύνταξής μας."),
        ("uk", "Підпишіться на розсилку нашої редакції."),
        ("vi", "Đăng ký bản tin của chúng tôi qua email."),
        ("bn", "আমাদের নিউজলেটার পেতে আপনার ইমেইল দিন।"),
    ],
)
def test_the_line_of_a_house_goes(language: str, line: str) -> None:
    assert _goes(language, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Biblioteket skickade brevet till fel adress."),
        ("da", "Bladets redaktør rejste hjem om aftenen."),
        ("no", "Eieren solgte rettighetene og reiste hjem."),
        ("fi", "Toimittaja myi talonsa ja muutti maalle."),
        ("cs", "Majitel prodal práva a odjel domů."),
        ("hu", "A tulajdonos eladta a jogokat és hazament."),
        ("ro", "Proprietarul a vândut drepturile și a plecat."),
        ("el", "Ο ιδιοκτήτης πούλησε τα δικαιώματα και έφυγε."),
        ("uk", "Власник продав права й поїхав додому."),
        ("vi", "Ông chủ bán bản quyền rồi về quê."),
        ("bn", "মালিক স্বত্ব বিক্রি করে বাড়ি ফিরে যান।"),
    ],
)
def test_a_sentence_of_the_text_stays(language: str, line: str) -> None:
    assert not _goes(language, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fi", "Tilaa uutiskirjeemme, sanoi opas ja astui veneeseen."),
        ("el", "Γράψτε μας τη γνώμη σας, ζήτησε ο δήμαρχος."),
        ("da", "Log ind på vores side, står der på skærmen."),
        ("no", "Følg oss på nettet, ba guiden."),
        ("hu", "Írj nekünk levelet, kérte a polgármester."),
        ("ro", "Scrieți-ne o scrisoare, a cerut primarul."),
        ("uk", "Напишіть нам листа, попросив мер."),
        ("vi", "Hãy viết thư cho chúng tôi, thị trưởng kêu gọi."),
        ("bn", "আমাদের চিঠি লিখুন, মেয়র বলেন।"),
    ],
)
def test_what_somebody_says_is_no_line_of_the_house(language: str, line: str) -> None:
    assert reports(line, language)
    assert not _goes(language, line)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Richterin kam spät. Sie las das Urteil stehend vor und ging."),
        ("de", "Die Firma wuchs schnell. Ihre Kunden zahlten bar."),
        ("fr", "Pour prendre rendez-vous, les patients appellent le secrétariat."),
        ("hi", "मछुआरे चाहते हैं कि जहाज रात में कम शोर करें।"),
    ],
)
def test_those_of_whom_news_tell_are_no_readers(language: str, text: str) -> None:
    assert not speaks_to_readers([text], language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wenn Sie das Gerät öffnen, erlischt die Garantie."),
        ("fr", "Si vous ouvrez l'appareil, la garantie tombe."),
        ("hi", "आप चाहें तो इसे बंद कर सकते हैं।"),
        ("hu", "Ha kinyitod, neked kell fizetned a javítást."),
    ],
)
def test_readers_are_spoken_to(language: str, text: str) -> None:
    assert speaks_to_readers([text], language)


def test_a_norwegian_text_says_deres_of_others() -> None:
    assert persons_said("Naboene solgte husene deres.", "no") == (False, False)
