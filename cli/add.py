"""`rasid add URL`: look at a section, show what would be stored, write its source file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from cli.addresses import readable
from cli.asking import which_number, yes_or_no
from cli.context import Context, context_of
from cli.failures import WrongRequest
from cli.no_section import BY_SCRIPT, leads_home, no_section, nothing
from cli.options import AsJson
from crawler.checks import BadValue, check_host_port
from crawler.probe import CannotProbe, probe
from crawler.sources import new_file, read_sources, source_toml, write_source
from pipeline.records import Source
from pipeline.urls import canonical_url, path_segments

app = typer.Typer()

SHOWN_WORDS = 30
"""Words of a text's beginning that are shown."""

SHOWN_REMOVED = 5
"""Removed lines of an article that are shown."""

LISTS = {
    "feed": "a feed is watched by itself: what it names and nothing older; the section's page "
    "leads farther back",
    "sitemap": "a sitemap is watched by itself: the articles of all sections that it names",
    "wordpress": "WordPress's posts are watched by themselves: those that this address gives",
}
"""Lists that may be watched by themselves, without a section's page, and what that means."""

SHOWN_SECTIONS = 30
"""Sections of a home page that are offered."""


@app.command()
def add(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help="A section's page, a site's home page, or a feed.")],
    source_id: Annotated[
        str | None, typer.Option("--id", help="The source's id; default: from the address.")
    ] = None,
    private_host: Annotated[
        list[str] | None,
        typer.Option(help="host:port on your own network that may be reached; may be repeated."),
    ] = None,
    render: Annotated[
        bool, typer.Option(help="Build the pages in a browser, for sites that need JavaScript.")
    ] = False,
    whole_site: Annotated[
        bool, typer.Option(help="Watch a home page's own list: all that the site publishes.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing, write the file.")] = False,
    as_json: AsJson = False,
) -> None:
    """Look at a section, or a feed, with a dozen requests, and write its source file."""
    context = context_of(ctx)
    address = canonical_url(url if "://" in url else f"https://{url}")
    if address is None:
        raise WrongRequest(f"{url}: no address of a page; write it as https://example.org/tech")
    if source_id:
        _new_file(context, source_id)
    hosts = tuple(_host(given) for given in private_host or ())
    found = _look(context, address, hosts, render=render, whole_site=whole_site)
    if found["kind"] == "home":
        chosen = _choose(context, found, ask=not (yes or as_json))
        whole_site = chosen == found["url"]
        found = _look(context, chosen, hosts, render=render, whole_site=whole_site)
        if found["kind"] == "home" and found["url"] == chosen:  # a section with a host of its own
            found = _look(context, chosen, hosts, render=render, whole_site=True)
        if found["kind"] == "home":
            raise WrongRequest(readable(leads_home(chosen, found)))
    if found["kind"] == "further":
        found = _look(context, found["first"], hosts, render=render, whole_site=whole_site)
    if found["kind"] in LISTS:
        found = _look_at_list(context, found, hosts, render=render)
    if found["kind"] in ("article", "further", "text", "empty"):
        raise WrongRequest(readable(no_section(found)))
    if not found["articles"] or not (found["links"] or _lists_of_site(found)):
        raise WrongRequest(readable(nothing(found, rendered=render)))
    source = _source(found, source_id, hosts, render=render)
    _warn_of_others(context, source)
    if as_json or yes:  # written before it is shown: whoever reads that may stop reading
        path = _written(context, source)
    if as_json:
        context.screen.json({"file": str(path), "source": source.id, **found})
        return
    _show(context, found, source)
    if not yes:
        if not yes_or_no(f"Write {_file(context, source)}?"):
            raise typer.Abort
        path = _written(context, source)
    context.screen.say(f"{path} is written; crawl it with: rasid crawl {source.id}")


def _written(context: Context, source: Source) -> Path:
    _new_file(context, source.id)
    return write_source(Path(context.settings.sources), source)


def _warn_of_others(context: Context, source: Source) -> None:
    """Tell of sources that watch the same section, or the same list, already."""
    for other in read_sources(Path(context.settings.sources))[0]:
        for address in sorted(_watched(source) & _watched(other)):
            context.screen.warn(f"{other.id} watches {readable(address)} already", "yellow")


def _watched(source: Source) -> set[str]:
    """The section of a source, or its lists where it has none."""
    if source.section:
        return {source.section}
    return {*source.feeds, *source.sitemaps, *source.wordpress}


def _host(given: str) -> str:
    """A host:port pair as a source's file would hold it."""
    try:
        return check_host_port(given)
    except BadValue as bad:
        raise WrongRequest(f"--private-host {bad}; write it as 127.0.0.1:8000") from None


def _new_file(context: Context, source_id: str) -> None:
    """Refuse a name that cannot be the new file's, before a site is asked for anything."""
    try:
        new_file(Path(context.settings.sources), source_id)
    except FileExistsError as there:
        raise WrongRequest(f"{there} is there already; give another name with --id") from None
    except ValueError as wrong:
        raise WrongRequest(f"{wrong}; an id is of a-z, 0-9, - and _") from None


def _look_at_list(
    context: Context, found: Mapping[str, Any], hosts: tuple[str, ...], *, render: bool
) -> Mapping[str, Any]:
    """The look at a list, which is to be watched by itself."""
    given = Source(id="given", name="given", private_hosts=frozenset(hosts), render=render)
    key = {"feed": "feeds", "sitemap": "sitemaps"}.get(found["kind"], found["kind"])
    lists: dict[str, Any] = {key: (found["url"],)}
    source = replace(given, **lists)
    looked = _look(context, found["url"], hosts, render=render, whole_site=False, source=source)
    context.screen.warn(LISTS[found["kind"]], "yellow")
    return {**looked, "kind": found["kind"], "url": found["url"], key: [found["url"]]}


def _look(
    context: Context,
    url: str,
    hosts: tuple[str, ...],
    *,
    render: bool,
    whole_site: bool,
    source: Source | None = None,
) -> Mapping[str, Any]:
    context.settings.user_agent  # noqa: B018  # raises the line that says how to set a contact
    context.screen.say(f"looking at {readable(url)}")
    try:
        found = probe(
            url,
            contact=context.settings.contact,
            private_hosts=hosts,
            render=render,
            whole_site=whole_site,
            source=source,
            db=context.settings.db,
            on_waiting=context.screen.say,
        )
    except CannotProbe as cannot:
        raise WrongRequest(readable(f"{url}: {cannot}")) from None
    if any("private-address" in problem for problem in found["problems"]):
        context.screen.warn("addresses of your own network need --private-host HOST:PORT")
    return found


def _choose(context: Context, found: Mapping[str, Any], *, ask: bool) -> str:
    """The section of a home page to watch: the person's choice, or the first of technology. The
    home page's own address where it is to be the whole site, as where it has no sections, where all
    of them are of technology, or where the page is a blog's."""
    sections = found["sections"][:SHOWN_SECTIONS]
    technology = [section for section in sections if section["technology"]]
    if found["of_technology"] and not ask:
        return str(found["url"])
    if not sections or (found["is_one_list"] and not ask):
        kind = "section of technology" if sections else "sections"
        context.screen.warn(
            f"{found['url']} names no {kind}: this is the whole site; to watch one section, "
            "give its address"
        )
        return str(found["url"])
    if not ask:
        if not technology:
            names = "; ".join(f"{each['name']} {each['url']}" for each in sections)
            raise WrongRequest(
                readable(f"no section of technology found; give one of: {names}; or --whole-site")
            )
        return str(technology[0]["url"])
    whole = found["of_technology"] or found["is_one_list"]
    sections = [*sections, {"name": "the whole site", "url": found["url"], "technology": whole}]
    for number, section in enumerate(sections, start=1):
        mark = " *" if section["technology"] else ""
        context.screen.print(f"{number:3}{mark} {section['name']}  {readable(section['url'])}")
    asked, default = f"Which section, 1 to {len(sections)}", len(sections) if whole else 1
    number = which_number(context.screen, asked, len(sections), default)
    return str(sections[number - 1]["url"])


def _source(
    found: Mapping[str, Any], source_id: str | None, hosts: tuple[str, ...], *, render: bool
) -> Source:
    """The source that the findings make. What a visit finds by itself is left out."""
    site, section = found["site_name"], found["name"]
    name = f"{site} – {section}" if site and section and site != section else site or section
    host = (urlsplit(found["url"]).hostname or "").removeprefix("www.")
    undated = not any("T" in (each["published_at"] or "") for each in found["articles"])
    return Source(
        id=source_id or _id(found["url"]),
        name=name or host,
        section=None if found["kind"] in LISTS else found["url"],
        language=found["language"],
        timezone=None if undated else found["timezone"],
        feeds=tuple(found["feeds"]),
        sitemaps=tuple(found["sitemaps"]),
        wordpress=tuple(found["wordpress"]),
        private_hosts=frozenset(hosts),
        render=render,
    )


def _id(url: str) -> str:
    """The host without its ending, and the last part of the path where it is in plain letters."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    name = host if labels[-1].isdigit() else "-".join(labels[:-1]) or host
    last = [part.lower() for part in path_segments(url) if part.isascii()][-1:]
    return re.sub(r"[^a-z0-9_-]+", "-", "-".join([name, *last]).lower()).strip("-_")[:64]


def _file(context: Context, source: Source) -> Path:
    return Path(context.settings.sources) / f"{source.id}.toml"


def _show(context: Context, found: Mapping[str, Any], source: Source) -> None:
    """What was found, as a person judges it."""
    screen = context.screen
    screen.print(source.name, style="bold")
    screen.facts(
        [
            readable(found["url"]),
            f"language {found['language'] or 'unknown'}",
            f"{found['links']} articles listed",
            _going_on(found),
            f"{found['requests']} requests made",
        ]
    )
    for kind in ("feeds", "sitemaps", "wordpress"):
        for url in found[kind]:
            screen.print(f"{kind}: {readable(url)}")
    if not found["links"]:
        lists = readable(", ".join(_lists_of_site(found)))
        screen.warn(f"the page itself lists no article; these are named by {lists}{BY_SCRIPT}")
    for article in found["articles"]:
        _show_article(context, article)
    for problem in found["problems"]:
        screen.warn(readable(problem), "yellow")
    screen.print()
    screen.print(f"{_file(context, source)}:")
    for line in source_toml(source).splitlines():
        screen.print(f"  {line}", style="dim")


def _lists_of_site(found: Mapping[str, Any]) -> list[str]:
    """The lists of the whole site in which a visit finds the section's articles by their pages."""
    return [*found["site_feeds"], *found["sitemaps"]]


def _going_on(found: Mapping[str, Any]) -> str:
    """How the section's list goes on."""
    if number := len(found["next_pages"]):
        return f"{number} further pages named"
    if ways := found["tried_for_more"]:
        return readable(f"no further pages named, more is asked for at {', '.join(ways)}")
    return "no further pages named"


def _show_article(context: Context, article: Mapping[str, Any]) -> None:
    screen = context.screen
    screen.print()
    language = article["language"]
    screen.paragraph(article["title"], style="bold", language=language)
    authors = ", ".join(article["authors"]) or "no author"
    words = f"{article['word_count']} words"
    screen.facts([article["published_at"] or "no date", authors, words, readable(article["url"])])
    beginning = article["text"].split()
    ending = " …" if len(beginning) > SHOWN_WORDS else ""
    screen.paragraph(" ".join(beginning[:SHOWN_WORDS]) + ending, indent=2, language=language)
    for line in article["removed"][:SHOWN_REMOVED]:
        told = f"- {line['text'][:80]} ({line['rule']})"
        screen.paragraph(told, indent=2, style="dim", language=language)
    more = len(article["removed"]) - SHOWN_REMOVED
    if more > 0:
        screen.print(f"  and {more} more lines removed", style="dim")
