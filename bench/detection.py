"""Measures language detection: `python bench/detection.py FOLDER… [--peers NAMES]`.

FOLDER is as for extraction, its truth with a `language`. Each text is cut to pieces of several
lengths. First stands what detectors say who know no declaration, with the CPU time of a call and
the memory that the first one took; then the product's answer where the page declares the right
language, none, and a wrong one (English, or German for English). Peers are installed by hand:
py3langid, pycld2, cld3-py.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline import language  # noqa: E402
from pipeline.declared.metadata import read_metadata  # noqa: E402
from pipeline.page.html import parse_text  # noqa: E402

LENGTHS = (2000, 400, 120, 60)
STEP = 700
"""Characters from the beginning of one piece of a text to that of the next."""

MAX_PIECES = 6

_SAME = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "iw": "he", "ckb": "ku"}

Detector = Callable[[str], str | None]


def _own(text: str) -> str | None:
    return next(iter(language._rank(text)), None)


def _py3langid() -> Detector:
    import py3langid  # type: ignore[import-not-found]  # an optional peer

    return lambda text: str(py3langid.classify(text)[0])


def _pycld2() -> Detector:
    import pycld2  # type: ignore[import-not-found]  # an optional peer

    def detect(text: str) -> str | None:
        found = pycld2.detect(text.encode(), isPlainText=True, bestEffort=True)[2]
        return str(found[0][1]) if found else None

    return detect


def _cld3() -> Detector:
    import gcld3  # type: ignore[import-not-found]  # an optional peer

    model = gcld3.NNetLanguageIdentifier(0, max(LENGTHS))
    return lambda text: str(model.FindLanguage(text).language)


PEERS = {"own": lambda: _own, "py3langid": _py3langid, "pycld2": _pycld2, "cld3": _cld3}


def read_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts of a folder with their languages."""
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        if truth.get("language"):
            yield truth["language"][:2], truth["body"]


def pieces(texts: list[tuple[str, str]], length: int) -> Iterator[tuple[str, str]]:
    """Pieces of a length from each text, beginning at a word."""
    for code, text in texts:
        starts = range(0, min(len(text), MAX_PIECES * STEP), STEP)
        for at, _ in pairwise([*starts, len(text)]):
            piece = text[text.find(" ", at) + 1 if at else 0 :][:length]
            if len(piece) >= 0.7 * length:
                yield code, piece


def declared_as(code: str | None, text: str) -> str | None:
    """What the product says of a page that declares a language (None: none)."""
    root = f"<html lang='{code}'>" if code else "<html>"
    doc = parse_text(f"{root}<body><p>text</p></body></html>", "https://news.example/a")
    return language.extract_language(doc, read_metadata(doc), text)


def _share(found: list[tuple[str, str | None]]) -> float:
    right = sum(_SAME.get(answer or "", answer) == code for code, answer in found)
    return right / max(1, len(found))


def _private_mb() -> float:
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Private_Dirty:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure language detection.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--peers", default="own", help=f"some of {', '.join(PEERS)}")
    options = parser.parse_args()
    texts = [text for folder in options.folders for text in read_texts(folder)]
    for name in options.peers.split(","):
        before, start = _private_mb(), time.process_time()
        detect = PEERS[name]()
        detect("The first text of all.")
        spent = (time.process_time() - start) * 1000
        print(f"{name}: {_private_mb() - before:.1f} MB and {spent:.0f} ms for the first call")
        for length in LENGTHS:
            chosen = list(pieces(texts, length))
            start = time.process_time()
            found = [(code, detect(piece)) for code, piece in chosen]
            each = (time.process_time() - start) * 1000 / max(1, len(chosen))
            print(f"  {length:5} characters  {len(chosen):5}  {_share(found):.3f}  {each:.3f} ms")
    print("declared:                right   none  wrong")
    for length in LENGTHS:
        shares = [
            _share([(code, declared_as(as_(code), text)) for code, text in pieces(texts, length)])
            for as_ in (lambda c: c, lambda _: None, lambda c: "de" if c == "en" else "en")
        ]
        print(f"  {length:5} characters       {shares[0]:.3f}  {shares[1]:.3f}  {shares[2]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
