"""Which Latin charset a text is in that declares none, told by the letters of its language.

The same bytes are Spanish in windows-1252 and Polish in windows-1250: only letters that one
language uses together tell.
"""

from __future__ import annotations

_ALPHABETS: tuple[tuple[str, str], ...] = (
    *(("cp1252", letters) for letters in (
        "áéíóúñü", "ãõáéíóúâêôçàü", "éèêàùçâîôûëïüœ", "äöüß", "æøåé", "åäöé", "àèéìòù", "éëïöüèê",
        "áéíóúýþðæö", "àèéíïòóúüç",
    )),
    *((codec, letters) for codec in ("cp1250", "iso8859-2") for letters in (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž", "čšž",
    )),
    ("cp1254", "çğıöşüâîû"),
    ("cp1257", "āčēģīķļņšūž"), ("cp1257", "ąčęėįšųūž"), ("cp1257", "äõöüšž"),
)  # fmt: skip
"""Charsets, each with the letters beyond ASCII of one language, the commonest charset first."""

_SIGNS = frozenset("«»„“”‘’‚–—…·•°€£©®™§¿¡ªº \u00a0")
"""What stands in texts of all these languages; any other sign within a word tells against."""

LATIN = frozenset(codec for codec, _ in _ALPHABETS)


def latin_codec(sample: bytes) -> str:
    """The charset in which most letters beyond ASCII are one language's."""
    shares = [(_share(sample, codec, letters), codec) for codec, letters in _ALPHABETS]
    return max(shares, key=lambda pair: pair[0])[1]


def _share(sample: bytes, codec: str, letters: str) -> float:
    text = sample.decode(codec, "replace").lower()
    found = [char for char in text if char > "\x7f" and char not in _SIGNS]
    return sum(char in letters for char in found) / len(found) if found else 0.0
