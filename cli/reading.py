"""One article for a reader: as text on a terminal, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from typing import Any

from cli.addresses import readable
from cli.screen import Screen
from db.withheld import why_withheld

_MARKS = {"list-item": "• ", "quote": "│ ", "caption": "▫ ", "code": "    ", "table-row": "┆ "}
_MARKDOWN = {"list-item": "- ", "quote": "> ", "caption": "*", "code": "    ", "table-row": "| "}


def show_text(screen: Screen, record: Mapping[str, Any]) -> None:
    """The article on a terminal, or as plain text where stdout is none."""
    language = record["language"]
    screen.paragraph(record["title"], style="bold", language=language)
    facts = [
        ", ".join(record["authors"]),
        _published(record),
        record["section"] or "",
        language or "",
        f"{record['word_count']} words",
        f"revision {record['revision']}",
        f"story {record['story']}" if record["story"] else "",
    ]
    screen.facts(facts)
    screen.print(readable(record["url"]), "dim")
    screen.print()
    for notice in _notices(record):
        screen.print(notice, "yellow")
    previous = ""
    for block in record["blocks"]:
        kind = block["kind"]
        if previous and not (kind == previous and kind in ("list-item", "table-row")):
            screen.print()
        style = "bold" if kind == "heading" else ""
        way = None if kind == "code" else language
        screen.paragraph(_MARKS.get(kind, "") + block["text"], style=style, language=way)
        previous = kind


def show_removed(
    screen: Screen, removed: Sequence[Mapping[str, Any]], language: str | None
) -> None:
    """The ledger: every line that was taken from the article, with the rule that took it."""
    screen.print()
    screen.print(f"{len(removed)} lines were removed:", "bold")
    for item in removed:
        screen.print(f"at {item['index']}, by {item['rule']}", "dim")
        screen.paragraph(item["text"], indent=2, language=language)


def show_diff(screen: Screen, earlier: Mapping[str, Any], later: Mapping[str, Any]) -> None:
    """What changed between two revisions, for a person."""
    styles = {"+": "green", "-": "red", "@": "dim"}
    for line in diff_lines(earlier, later):
        screen.paragraph(line, style=styles.get(line[:1], ""), language=later["language"])


def _notices(record: Mapping[str, Any]) -> Iterator[str]:
    """What is to be known of an article before its text, or in place of it."""
    if record["gone_at"]:
        seen = str(record["gone_at"])[:16].replace("T", " ")
        yield f"The site took this page away; that was seen {seen} UTC."
    if withheld := why_withheld(record["text"], record["policy"]):
        yield f"The text is not kept: {withheld} (respect_tdm = false in its source keeps it)."


def _published(record: Mapping[str, Any]) -> str:
    if not record["published_at"]:
        return ""
    day = str(record["published_at"]).replace("T", " ")
    return f"{day} ({record['published_at_origin']})"


def markdown(record: Mapping[str, Any], *, with_removed: bool = False) -> str:
    """The article as Markdown, its title as the first heading; the ledger at its end if wanted."""
    parts = [f"# {record['title']}", f"<{record['url']}>"]
    facts = [", ".join(record["authors"]), str(record["published_at"] or "")]
    if any(facts):
        parts.append(" · ".join(fact for fact in facts if fact))
    parts += [f"*{notice}*" for notice in _notices(record)]
    previous = ""
    for block in record["blocks"]:
        line = _markdown_line(block)
        if block["kind"] == previous and previous in ("list-item", "table-row"):
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
        previous = block["kind"]
    if with_removed:
        parts.append("---")
        parts += [f"- `{item['rule']}`: {item['text']}" for item in record["removed"]]
    return "\n\n".join(parts) + "\n"


def _markdown_line(block: Mapping[str, Any]) -> str:
    kind, text = block["kind"], block["text"]
    if kind == "heading":
        return f"{'#' * max(2, min(6, block.get('level') or 2))} {text}"
    if kind in ("quote", "code"):
        return "\n".join(_MARKDOWN[kind] + line for line in text.splitlines())
    if kind == "caption":
        return f"*{text}*"
    return f"{_MARKDOWN.get(kind, '')}{text}"


def diff_lines(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> Iterator[str]:
    """What changed from one revision to a later one, a line a block, as a unified diff."""
    before, after = (
        [f"# {record['title']}", *(block["text"] for block in record["blocks"])]
        for record in (earlier, later)
    )
    old, new = (f"revision {record['revision']}" for record in (earlier, later))
    return unified_diff(before, after, old, new, lineterm="", n=1)
