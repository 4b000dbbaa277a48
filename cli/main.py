"""The command `rasid`: one verb a file, assembled here.

Verbs are imported when they are asked for: the help page needs none. Options that concern every
verb (--db, --sources, --contact, --quiet, --bidi) may stand before or after it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cli.context import Context
from cli.failures import (
    EXIT_DONE,
    EXIT_INTERRUPTED,
    EXIT_PARTLY,
    DonePartly,
    WrongRequest,
    keep_traceback,
    one_line,
)
from crawler.settings import VERSION
from scheduler.signals import as_by_ctrl_c, end_early

VERBS = {
    "demo": "Serve a small news site on loopback, crawl it twice, search, export; no network.",
    "add": "Look at a section, or a feed, with a dozen requests, and write its source file.",
    "crawl": "Crawl sources now.",
    "schedule": "The service: crawls each source when it is due, until it is stopped.",
    "sources": "The sources with their health: of the files, and of the database.",
    "runs": "The history of runs, the latest first.",
    "status": "What is running, what is due when, what is failing, and open alerts.",
    "pause": "Stop scheduling a source; rasid crawl may still visit it.",
    "resume": "Schedule a paused source again.",
    "search": "Full-text search; spellings of Arabic, Persian and Urdu are one.",
    "show": "One article: its text, its versions, and what was removed from it.",
    "story": "The copies of an article, the likely origin first, with what says so.",
    "explain": "What became of a URL and why, in order of time.",
    "stats": "Counts by source, day and language, of links by state, and of reasons.",
    "export": "Write a dataset: the articles that pass the filters, and a manifest beside it.",
    "extract": "Article records from HTML files, or from a JSONL of pages; no database.",
    "import": "Store pages of WARC files or saved HTML, as a crawl would have; no request made.",
    "reprocess": "Extract again from the archive, with no request made.",
    "serve": "The web console and a read-only API, until stopped with Ctrl-C.",
    "db": "The database: migrations, backup, integrity, old history.",
    "doctor": "What is wrong with this installation, and how to mend it.",
}
"""The verbs in the order of the help page, with what it says of each. Each is a module of this
package, whose own help begins with the same line; the help page imports none of them."""

_WITH_VALUE = {
    "--db": "rasid.db",
    "--sources": "sources",
    "--contact": "you@example.org",
    "--bidi": "auto",
}
"""Options with a value, and one that it may be."""
_FLAGS = ("--quiet", "-q")
_COMPLETION = ("install_completion", "show_completion")
_EPILOG = "Before or after the verb: --db, --sources, --contact, --bidi, --quiet; see rasid --help."


class VerbGroup(TyperGroup):
    """Finds the verbs: `rasid VERB` is the `app` of the module `cli.VERB`."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A stand-in that tells of the verb; resolve_command gives the verb itself."""
        if cmd_name not in VERBS:
            return None
        return TyperCommand(cmd_name, help=VERBS[cmd_name])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in VERBS and (near := get_close_matches(args[0], VERBS, n=1)):
            raise WrongRequest(f"no such command {args[0]}; did you mean {near[0]}?")
        name, stand_in, rest = super().resolve_command(ctx, args)
        return name, stand_in and load_verb(stand_in.name or ""), rest


def module_of(verb: str) -> str:
    """The module of a verb; a word of Python's own ends in _ there."""
    return f"cli.{verb}_" if iskeyword(verb) else f"cli.{verb}"


def load_verb(verb: str) -> Any:
    """The command of a verb, without the parser's own options for the completion of shells."""
    if verb == "schedule":  # stopped while it is still being loaded, it ends well too
        end_early(EXIT_DONE)
    command = get_command(import_module(module_of(verb)).app)
    command.name = verb
    command.epilog = _EPILOG
    command.params = [each for each in command.params if each.name not in _COMPLETION]
    return command


app = typer.Typer(
    cls=VerbGroup,
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rasid {VERSION}")
        raise typer.Exit


@app.callback()
def rasid(
    ctx: typer.Context,
    db: Annotated[
        str | None, typer.Option(help="Database: a path (SQLite) or an SQLAlchemy URL.")
    ] = None,
    sources: Annotated[str | None, typer.Option(help="Folder of source files.")] = None,
    contact: Annotated[
        str | None, typer.Option(help="URL or address that the User-Agent names.")
    ] = None,
    bidi: Annotated[
        str | None,
        typer.Option(help="Who orders right-to-left text: auto, on (Rasid), off (the terminal)."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, only what was asked for.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Rasid keeps watch over the technology sections of news sites.

    Begin with rasid demo, which needs no network.
    """
    ctx.obj = Context(db=db, sources=sources, contact=contact, bidi=bidi, quiet=quiet)
    ctx.call_on_close(ctx.obj.close)


def hoist(arguments: Sequence[str]) -> list[str]:
    """Move the options that concern every verb to the front; nothing after `--` is touched. Raises
    WrongRequest for one without its value."""
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in _WITH_VALUE:
            if (value := next(words, None)) is None:
                raise WrongRequest(f"{word} needs a value, as in {word} {_WITH_VALUE[word]}")
            front += [word, value]
        elif word in _FLAGS or word.startswith(tuple(f"{name}=" for name in _WITH_VALUE)):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and give the exit status; never raises."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(  # type: ignore[union-attr]  # text streams in every real process
            encoding=None if stream.isatty() else "utf-8", errors="backslashreplace"
        )
    try:
        command = get_command(app)
        ended = command.main(hoist(arguments), prog_name="rasid", standalone_mode=False)
        sys.stdout.flush()
    except DonePartly as partly:
        _tell(str(partly))
        return EXIT_PARTLY
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has stopped; what is left must not be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PARTLY
    except Exception as error:  # noqa: BLE001  # the outermost boundary: kept in a file, and told
        return _failed(error)
    return ended if isinstance(ended, int) else EXIT_DONE


def _open_closed_streams() -> None:
    """Give a process that was started without stdin, stdout or stderr the null device for them:
    files that it opens must not take their numbers."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)
            if null != number:
                os.dup2(null, number)
                os.close(null)
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, closefd=False))  # noqa: SIM115  # for good


def _failed(error: Exception) -> int:
    told = one_line(error)
    if told is not None:
        message, status = told
        _tell(message)
        return status
    kept = keep_traceback(error, VERSION)
    where = f"the traceback is in {kept}; please report it with what you did" if kept else ""
    _tell(f"a bug in Rasid: {type(error).__name__}: {error}. {where}".replace("\n", " "))
    return EXIT_PARTLY


def _tell(message: str) -> None:
    if message:
        print(f"rasid: {message}", file=sys.stderr)


def main() -> None:
    """The entry point of the command."""
    as_by_ctrl_c()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
