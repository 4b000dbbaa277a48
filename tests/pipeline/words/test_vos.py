"""Lines that call the reader «vos», and words of a text that are written alike."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.words.vos import said_to_tu

TEXTS = [
    "La provincia atraviesa su decimoséptimo año de sequía y los ríos traen menos agua que antes.",
    "El equipo recoge la humedad de la niebla y la lleva a las raíces de cuarenta hileras.",
    "El vino de la primera cosecha saldrá en mayo, dijo la directora, que lo probó del tanque.",
]


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("Descargá la app", "es", "Descarga la app"),
        ("SUSCRIBITE a nuestro newsletter", "es-AR", "Suscríbete a nuestro newsletter"),
        ("¿Ya sos suscriptor? Iniciá sesión", "es", "¿Ya eres suscriptor? Inicia sesión"),
        ("Mirá también", None, "Mirá también"),
        ("Descargá la app", "gl", "Descargá la app"),
        ("El barco llegará mañana", "es", "El barco llegará mañana"),
    ],
)
def test_a_line_as_it_is_said_to_tu(written: str, language: str | None, said: str) -> None:
    assert said_to_tu(written, language) == said


def _kept(line: str) -> list[str]:
    lines = [Extracted(Block(BlockKind.PARAGRAPH, each)) for each in (*TEXTS, line, TEXTS[0][::-1])]
    return [block.text for block in clean_blocks(lines, language="es").kept]


@pytest.mark.parametrize(
    "line",
    [
        "Descargá la app",
        "Compartí esta nota",
        "Escribinos a redaccion@example.com",
        "Registrate gratis para seguir leyendo",
        "¿Ya sos suscriptor? Iniciá sesión",
        "Al suscribirte aceptás los términos y la política de privacidad.",
    ],
)
def test_what_a_house_says_to_vos_goes(line: str) -> None:
    assert line not in _kept(line)


@pytest.mark.parametrize(
    "line",
    [
        "Recibí las noticias en mi casa, contó la directora.",
        "Compartí esta nota con mi hermana, dijo Sosa.",
        "Mirá el cielo y vas a ver la niebla, dice el agrónomo.",
        "Vos sabés que el agua no alcanza.",
        "Descargá el agua de la malla cada mañana.",
        "Suscribí el contrato en mayo, recuerda Sosa.",
        "Activá el riego de noche, cuando la niebla baja.",
        "Seguí el hilo de agua hasta la acequia.",
    ],
)
def test_what_a_text_says_with_such_words_stays(line: str) -> None:
    assert line in _kept(line)
