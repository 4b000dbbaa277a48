"""The chart of bench.growth, as SVG: milliseconds an article against the size of the table."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, log10
from typing import Any

_WIDTH, _HEIGHT = 720, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 50, 50
_LINES = (
    ("ms of CPU", "#1f5fa8", "an ordinary article"),
    ("ms of CPU with the line", "#c2571a", "one with a line that a twentieth of all have"),
)


def chart(measured: Sequence[dict[str, Any]]) -> str:
    """The CPU time that stories take of an article, over the number of stored articles."""
    most = max(found[name] for found in measured for name, _, _ in _LINES)
    top = ceil(most / 5) * 5
    least, last = (log10(measured[at]["articles"]) for at in (0, -1))

    def x(articles: int) -> float:
        share = (log10(articles) - least) / max(last - least, 1e-9)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        return round(_HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM), 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="20" font-size="15">CPU time of stories, ms an article, by the'
        " articles in the table</text>",
    ]
    for at in range(6):
        value = top * at / 5
        parts.append(
            f'<path d="M{_LEFT} {y(value)}H{_WIDTH - _RIGHT}" stroke="#ddd"/>'
            f'<text x="{_LEFT - 8}" y="{y(value) + 4}" text-anchor="end">{value:g}</text>'
        )
    for found in measured:
        at = x(found["articles"])
        parts.append(
            f'<text x="{at}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">'
            f"{found['articles']:,}</text>"
        )
    for number, (name, colour, label) in enumerate(_LINES):
        points = [(x(found["articles"]), y(found[name])) for found in measured]
        path = "L".join(f"{across} {down}" for across, down in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a}" cy="{d}" r="3" fill="{colour}"/>' for a, d in points]
        parts.append(f'<text x="{_LEFT + number * 200}" y="40" fill="{colour}">{label}</text>')
    return "\n".join([*parts, "</svg>\n"])
