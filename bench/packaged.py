"""Real pages that other extractors bring as test data, as a folder for bench/extraction.py:
`python bench/packaged.py PACKAGES OUT`.

PACKAGES holds the unpacked packages of docs/quality.md, OUT is made in the form of a folder of
bench/extraction.py. What is known of the pages stands in `packaged_pages.json`: of each, by the
SHA-256 of its bytes, its address, which of its visible lines are the article's text, its title,
authors and day; keys that are not there are not measured. The truth of the text was made by
correcting what Rasid read when nobody had looked at these pages; it is kind to it in what is in
doubt.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
from lxml.html import HtmlElement

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.page.charset import decode  # noqa: E402

KNOWN = Path(__file__).with_name("packaged_pages.json")
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|ruby|rb|rp|rt|s"
    "|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_UNSEEN = frozenset({"script", "style", "template", "head", "svg", "option", "noscript"})


def visible_lines(body: bytes) -> list[str]:
    """The text of a page as a browser without style sheets breaks it, a line each."""
    text, _ = decode(body, None)
    tree = lxml.html.document_fromstring(text.encode(), parser=_parser())
    body_of_page = tree.find("body")
    pieces = _pieces(tree if body_of_page is None else body_of_page)
    lines = (" ".join(line.split()) for line in "".join(pieces).split(_BREAK))
    return [line for line in lines if line]


_BREAK = "\x00"


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The texts of an element and what it holds, with breaks around each block."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return
    around = "" if _INLINE.fullmatch(element.tag) else _BREAK
    yield around
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield around


def chosen(lines: list[str], ranges: Iterable[tuple[int, int]]) -> str:
    """The lines of some ranges, first and last, as a text."""
    return "\n\n".join(line for first, last in ranges for line in lines[first : last + 1])


def make_folder(packages: Path, out: Path, known: dict[str, dict[str, Any]]) -> int:
    """Write the pages that are known, in the order of their hashes; how many were found."""
    found: dict[str, Path] = {}
    for path in sorted(packages.rglob("*.html")):
        found.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    out.mkdir(parents=True, exist_ok=True)
    truths = []
    for name in sorted(found.keys() & known.keys()):
        body = found[name].read_bytes()
        facts = {key: value for key, value in known[name].items() if key != "lines"}
        text = chosen(visible_lines(body), known[name]["lines"])
        truths.append({"id": name[:12], "charset": None, **facts, "body": text})
        (out / f"{name[:12]}.html.gz").write_bytes(gzip.compress(body, mtime=0))
    told = (json.dumps(truth, ensure_ascii=False) + "\n" for truth in truths)
    (out / "truth.jsonl").write_text("".join(told), encoding="utf-8")
    return len(truths)


def main() -> None:
    """Make the folder, and say how many of the known pages are in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("packages", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    number = make_folder(asked.packages, asked.out, known)
    print(f"{number} of {len(known)} pages in {asked.out}")


if __name__ == "__main__":
    main()
