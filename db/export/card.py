"""The dataset card: README.md with a YAML header, as the Hub reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from db.export.tally import Tally, chart
from db.wording import counted

_SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
    (100_000_000, "10M<n<100M"),
)
"""The size categories that the Hub knows."""

_DEDUPED = {
    "none": "Nothing was left out as a duplicate. `content_hash` is equal for articles of equal "
    "title and text; `story` is equal for near copies of one article.",
    "exact": "Of articles with equal title and text only the first is in it. `story` is equal for "
    "near copies of one article.",
    "story": "Of each story, a cluster of near copies, only one article is in it: its "
    "likely origin.",
}
_SPLIT = {
    "none": "All articles are in one split.",
    "time": "The splits follow each other in time, in whole days: about the last 5 % of the "
    "articles are the test, the 5 % before them the validation. Copies of an article are all where "
    "the first of them is.",
    "hash": "The split follows from a hash of the story, or of the content where an article has no "
    "story, so that copies are never in two splits: about 90, 5 and 5 %.",
}

_USE = """## Use

```python
from datasets import load_dataset

news = load_dataset("{name}")  # this folder, or its name on the Hub
```"""

_NAMED = 100
"""Sources whose names the card tells; more would hide the rest of it."""
_WORDS = re.compile(r"[^A-Za-z0-9]+")

FIELDS = {
    "id": "the article's number in the database that it comes from",
    "url": "its address",
    "canonical_url": "the address that the page gives for itself",
    "source": "the source that saw it first",
    "sources": "all sources that saw it",
    "section": "the section, as the site names it",
    "title": "the headline",
    "description": "the standfirst or summary",
    "authors": "the authors, as signed",
    "tags": "the site's keywords",
    "published_at": "when it was published, in UTC; midnight where the page gives a bare date",
    "published_as": "the same as exactly as the page tells it: with its offset, or a bare date",
    "published_at_origin": "where the date was read",
    "modified_at": "when the page says that it was changed, in UTC",
    "modified_as": "the same as exactly as the page tells it",
    "language": "ISO 639-1",
    "text": "the body; paragraphs are separated by a blank line",
    "blocks": "the body as a list of `kind`, `text` and, for headings, `level`",
    "image_url": "the main picture",
    "paywalled": "whether the page says that one must pay for it",
    "live_blog": "whether it is a page that grows",
    "policy": "the signals of opting out that were seen, as JSON",
    "word_count": "words of the page's text, also where it may not be kept",
    "content_hash": "a hash of the title and the text",
    "revision": "the number of the version, from 1",
    "story": "the number of the cluster of near copies",
    "first_seen_at": "when it was found, in UTC",
    "fetched_at": "when this version was fetched, in UTC",
    "gone_at": "when its site was seen to have taken it away, in UTC; else empty",
    "removed": "lines that cleaning took away, with the rule",
}
"""What each field means."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an export's description says beside its counts."""

    name: str
    rasid: str
    schema: str
    dedupe: str
    split: str
    opted_out: int
    include_opted_out: bool
    filters: dict[str, Any] = field(default_factory=dict)
    scrubbed: dict[str, int] | None = None
    """What was scrubbed, by kind; None where nothing was asked for."""
    include_removed: bool = False
    sources: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """The name and the section of each source, by id."""


def card(facts: Facts, tally: Tally, splits: Sequence[str]) -> str:
    """The whole of README.md. It holds no time of its own: equal exports have equal cards."""
    parts = [
        _header(facts, tally, splits),
        f"# {facts.name}",
        _summary(facts, tally),
        _USE.format(name=facts.name),
        "## Sources\n\n" + _block(chart(tally.sources, by_count=True)) + _names(facts, tally),
        "## Dates\n\n" + _dates(tally),
        "## Languages\n\n" + _block(chart(_named(tally), by_count=True)),
        "## Splits\n\n" + _SPLIT[facts.split] + "\n\n" + _splits(tally, splits),
        "## Fields\n\n" + _fields(facts),
        "## Cleaning\n\n" + _cleaning(facts),
        "## Duplicates\n\n" + _DEDUPED[facts.dedupe] + f" In stories: {tally.in_stories:,} of "
        f"{counted(tally.rows, 'article')}.",
        "## Opting out\n\n" + _opting_out(facts),
        "## Licence\n\nThe articles belong to their publishers and authors. This dataset grants no "
        "right in them: whoever uses it needs one, by licence or by law (quotation, text and data "
        "mining, and the like). `url` names the source of each article.",
        "## Citation\n\n```bibtex\n" + citation(facts, tally) + "\n```",
    ]
    return "\n\n".join(parts) + "\n"


def citation(facts: Facts, tally: Tally) -> str:
    """The dataset as BibTeX has it, by what is in it: its day is that of the last article."""
    values = {
        "title": facts.name,
        "year": tally.fetched[:4],
        "note": f"{counted(tally.rows, 'news article')}, fetched until "
        f"{tally.fetched or 'no day'}, exported by Rasid {facts.rasid}",
    }
    lines = [f"  {key} = {{{_braced(value)}}}" for key, value in values.items() if value]
    return (
        f"@misc{{{_WORDS.sub('-', facts.name).strip('-') or 'news'},\n" + ",\n".join(lines) + "\n}"
    )


def _braced(value: str) -> str:
    """Text between braces of BibTeX, which must be in pairs."""
    return value.replace("{", "(").replace("}", ")")


def _header(facts: Facts, tally: Tally, splits: Sequence[str]) -> str:
    """YAML; values are written as JSON, which YAML contains."""
    size = next((name for top, name in _SIZES if tally.rows < top), "100M<n<1B")
    files = [{"split": split, "path": f"data/{split}-*.parquet"} for split in splits]
    values: dict[str, Any] = {
        "pretty_name": facts.name,
        "language": sorted(code for code in tally.languages if code),
        "license": "other",
        "license_name": "rights-of-the-publishers",
        "size_categories": [size],
        "source_datasets": ["original"],
        "task_categories": ["text-generation"],
        "tags": ["news", "rasid"],
        "configs": [{"config_name": "default", "data_files": files}],
    }
    lines = [f"{key}: {orjson.dumps(value).decode()}" for key, value in values.items() if value]
    return "---\n" + "\n".join(lines) + "\n---"


def _summary(facts: Facts, tally: Tally) -> str:
    filters = orjson.dumps(facts.filters).decode()
    chosen = f"`{filters}`" if facts.filters else "none; all articles."
    return (
        f"{counted(tally.rows, 'news article')} with {counted(tally.words, 'word')}, of "
        f"{counted(len(tally.sources), 'source')}, exported by Rasid {facts.rasid} "
        f"(database schema {facts.schema}). Marked as paid for: {tally.paywalled:,}."
        f"\n\nFilters: {chosen}"
    )


def _dates(tally: Tally) -> str:
    if tally.first is None:
        return f"No date of publication: all of {counted(tally.undated, 'article')}."
    told = f"Published from {tally.first} to {tally.last}; without a date: {tally.undated:,}."
    return f"{told}\n\n{_block(chart(tally.months, by_count=False))}"


def _named(tally: Tally) -> Any:
    named = tally.languages.copy()
    if unknown := named.pop("", 0):
        named["unknown"] = unknown
    return named


def _splits(tally: Tally, splits: Sequence[str]) -> str:
    rows = [f"| {split} | {tally.splits[split]:,} |" for split in splits]
    return "\n".join(["| split | articles |", "| --- | --- |", *rows])


def _names(facts: Facts, tally: Tally) -> str:
    """What the sources are called, those with most articles first."""
    ranked = sorted(tally.sources.items(), key=lambda item: (-item[1], item[0]))[:_NAMED]
    rows = [
        f"| {id_} | {_in_table(name)} | {_in_table(section or '')} |"
        for id_, (name, section) in ((id_, facts.sources.get(id_, ("", None))) for id_, _ in ranked)
        if name
    ]
    if not rows:
        return ""
    return "\n\n" + "\n".join(["| source | name | section |", "| --- | --- | --- |", *rows])


def _in_table(text: str) -> str:
    """Text in a cell of Markdown."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _fields(facts: Facts) -> str:
    rows = [
        f"| `{name}` | {meaning} |"
        for name, meaning in FIELDS.items()
        if name != "removed" or facts.include_removed
    ]
    return "\n".join(["| field | meaning |", "| --- | --- |", *rows])


def _cleaning(facts: Facts) -> str:
    told = (
        "Menus, advertisements, read-also and follow-us lines, and lines that a site repeats on "
        "its pages were removed by rules; each removal is on record in the database. The text is "
        "otherwise as the site wrote it."
    )
    if facts.scrubbed is None:
        return told + " Personal data was not scrubbed."
    counts = ", ".join(f"{count:,} {kind}" for kind, count in sorted(facts.scrubbed.items()))
    return f"{told} Personal data was scrubbed: {counts}."


def _opting_out(facts: Facts) -> str:
    reserve = "page or site reserves text and data mining"
    if facts.include_opted_out:
        return f"Articles whose {reserve} are in it: see `policy`."
    return f"Articles whose {reserve} are left out: {facts.opted_out:,}."


def _block(text: str) -> str:
    return f"```\n{text}\n```" if text else "None."
