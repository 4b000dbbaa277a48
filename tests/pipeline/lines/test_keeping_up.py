"""Words with which houses ask their readers to stay with them, and advice that sounds alike."""

from __future__ import annotations

import pytest

from tests.pipeline.people.story_page import read

ASKED = [
    ("en", "Stay up to date on the latest developments in shipping and trade."),
    ("en", "Keep informed about the latest news from the coast."),
    ("en", "Stay on top of today’s most important stories"),
    ("de", "Bleiben Sie auf dem Laufenden über die neuesten Nachrichten aus dem Hafen."),
    ("de", "Bleib immer informiert über aktuelle Meldungen aus der Region!"),
    ("fr", "Restez informé des dernières actualités du port."),
    ("fr", "Retrouvez toute l'actualité du littoral"),
    ("es", "Mantente al día de las últimas novedades del puerto."),
    ("es", "Sigue toda la actualidad de la costa"),
    ("it", "Rimani sempre aggiornato sulle ultime notizie del porto."),
    ("pt", "Fique por dentro das principais notícias do litoral."),
    ("nl", "Blijf op de hoogte van het laatste nieuws uit de haven."),
    ("tr", "Limandaki son gelişmelerden haberdar olun."),
    ("ar", "كونوا على اطلاع دائم على آخر المستجدات في الميناء."),
    ("ar", "تابعوا آخر أخبار الميناء"),
    ("fa", "از آخرین اخبار بندر باخبر شوید"),
    ("ur", "بندرگاہ کی تازہ ترین خبروں سے باخبر رہیں"),
    ("id", "Simak berita terbaru seputar pelabuhan di sini"),
    ("ru", "Будьте в курсе последних новостей порта!"),
    ("ru", "Следите за нашими новостями в любое время."),
    ("ja", "港の最新情報はこちらから"),
    ("ko", "항구의 최신 소식을 받아 보세요"),
    ("zh", "了解更多港口最新动态，欢迎关注我们"),
]
OWN = [
    ("en", "Keep up to date with the latest security updates."),
    ("en", "Stay informed about the weather before you sail."),
    ("en", "Stay on top of the latest patches for your router."),
    ("en", "Stay up to date with the latest news, officials told residents on Monday."),
    ("de", "Bleiben Sie informiert, wenn sich der Wasserstand ändert."),
    ("de", "Bleiben Sie auf dem Laufenden, was Ihre Versicherung bezahlt."),
    ("fr", "Restez au courant de l'état de la mer avant de partir."),
    ("fr", "Suivez toute la procédure décrite par le port."),
    ("es", "Mantente al tanto del estado del mar antes de salir."),
    ("it", "Rimani informato sullo stato del mare prima di partire."),
    ("pt", "Fique atento ao estado do mar antes de sair."),
    ("nl", "Blijf op de hoogte van de waterstand, zei de havenmeester."),
    ("ar", "تابعوا آخر أخبار الطقس قبل الإبحار."),
    ("ru", "Следите за уровнем воды перед выходом в море."),
    ("id", "Ikuti petunjuk petugas di dermaga."),
    ("zh", "了解更多细节之后，船长决定返航。"),
]


def _kept(line: str, lang: str) -> bool:
    return any(line[:30] in block.text for block in read(end=f"<p>{line}</p>", lang=lang).blocks)


@pytest.mark.parametrize(("lang", "line"), ASKED)
def test_who_asks_to_be_followed_goes(lang: str, line: str) -> None:
    assert not _kept(line, lang)


@pytest.mark.parametrize(("lang", "line"), OWN)
def test_advice_of_the_text_stays(lang: str, line: str) -> None:
    assert _kept(line, lang)
