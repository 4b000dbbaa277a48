"""The chart of bench.growth, as SVG: what stories cost against the size of the table."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, log10
from typing import Any

_WIDTH, _HEIGHT = 720, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 50, 50
_LINES = (
    ("", "#1f5fa8", "an ordinary article"),
    (" with the line", "#c2571a", "one with a line that a twentieth of all have"),
)


def share(found: dict[str, Any], which: str) -> float:
    """The CPU time of stories as a ratio to all else that storing an article takes."""
    mine = float(found[f"ms of CPU{which}"])
    return mine / (float(found[f"ms of CPU to store{which}"]) - mine)


def chart(measured: Sequence[dict[str, Any]]) -> str:
    """The ratio of `share`, over the number of stored articles.

    A ratio, because a busy machine slows both alike.
    """
    top = ceil(max(share(found, which) for found in measured for which, _, _ in _LINES) * 2) / 2
    least, last = (log10(measured[at]["articles"]) for at in (0, -1))

    def x(articles: int) -> float:
        part = (log10(articles) - least) / max(last - least, 1e-9)
        return round(_LEFT + part * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        return round(_HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM), 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="20" font-size="15">CPU time of stories an article, as a ratio to'
        " all else of storing it, by the articles in the table</text>",
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
    for number, (which, colour, label) in enumerate(_LINES):
        points = [(x(found["articles"]), y(share(found, which))) for found in measured]
        path = "L".join(f"{across} {down}" for across, down in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a}" cy="{d}" r="3" fill="{colour}"/>' for a, d in points]
        parts.append(f'<text x="{_LEFT + number * 200}" y="40" fill="{colour}">{label}</text>')
    return "\n".join([*parts, "</svg>\n"])
