"""What a person sees: lines, tables, bars and progress, on stderr; JSON for programs, on stdout.

A report that was asked for (a list, an article) goes to stdout as text; what tells of the work
(progress, warnings) goes to stderr, and is left out with --quiet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import orjson
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from cli.bidi import (
    ISOLATE,
    POP_ISOLATE,
    Bidi,
    direction,
    display_line,
    plain,
    shorten,
    terminal_orders_text,
    wrap,
)
from cli.documents import to_json
from crawler.settings import terminal_environment

MAX_WIDTH = 100
"""Cells of a line of running text; longer lines are hard to read."""

_LEAST_LAST = 16
"""Cells to which the last column of a table may be cut."""

_NO_END = 10_000
"""Cells of a line that goes to no terminal: nothing is cut there."""


class Screen:
    """The two streams of a command, and how text is made readable on them."""

    def __init__(self, *, quiet: bool = False, bidi: Bidi = Bidi.AUTO) -> None:
        self.quiet = quiet
        self.out = _console(sys.stdout)
        self.err = _console(sys.stderr)
        orders = terminal_orders_text(terminal_environment()) if bidi is Bidi.AUTO else False
        self._reorder = {
            console: console.is_terminal and bidi is not Bidi.OFF and not orders
            for console in (self.out, self.err)
        }

    @property
    def shows_progress(self) -> bool:
        """Whether progress is shown: stderr is a terminal and --quiet was not given."""
        return self.err.is_terminal and not self.quiet

    def say(self, message: str, style: str = "") -> None:
        """One line for a person, on stderr; nothing with --quiet."""
        if not self.quiet:
            self.warn(message, style)

    def warn(self, message: str, style: str = "") -> None:
        """One line for a person, on stderr, even with --quiet."""
        self.err.print(self.text(message, self.err, style, base="L"), soft_wrap=True)

    def print(self, message: str = "", style: str = "") -> None:
        """One line of a report, on stdout: of ours, hence from left to right."""
        self.out.print(self.text(message, style=style, base="L"), soft_wrap=True)

    def facts(self, facts: Iterable[str]) -> None:
        """Short facts beside each other on stdout, each in its own direction, from left to right.

        Empty ones are left out.
        """
        shown = [self.text(fact) for fact in facts if fact]
        self.out.print(Text(" · ", "dim").join(shown), style="dim", soft_wrap=True)

    def text(
        self,
        message: str,
        console: Console | None = None,
        style: str = "",
        base: str | None = None,
    ) -> Text:
        """One line of text as that console can show it; control characters are dropped.

        `base` is the direction of the line, None for that of its first letter.
        """
        console = console or self.out
        reorder = self._reorder[console]
        if not console.is_terminal:
            return Text(plain(message), style)
        return Text(display_line(plain(message), reorder=reorder, base=base), style)

    def cell(self, message: str, width: int) -> Text:
        """One cell of a table on stdout, cut to `width` where a terminal shows it."""
        line = plain(message)
        return self.text(shorten(line, width) if self.out.is_terminal else line)

    def paragraph(
        self,
        message: str,
        *,
        indent: int = 0,
        style: str = "",
        marked: Sequence[str] = (),
        language: str | None = None,
    ) -> None:
        """Running text on stdout: wrapped for a terminal, right-aligned where it reads so, all its
        lines in one direction, whatever each begins with.

        The words in `marked` stand out; `language` is that of the text, where it is known.
        """
        line = plain(message)
        if not self.out.is_terminal:
            self.out.print(Text(" " * indent + line, style), soft_wrap=True)
            return
        width, base = min(self.out.width, MAX_WIDTH), direction(line, language)
        for part in wrap(line, max(10, width - indent)):
            shown = Text(" " * indent, style) + self.text(part, style=style, base=base)
            if marked:
                # A word keeps its form within a line that is ordered for the terminal.
                words = (self.text(word).plain.strip(ISOLATE + POP_ISOLATE) for word in marked)
                shown.highlight_words([word for word in words if word], "yellow")
            if base == "R" and self._reorder[self.out]:
                shown.align("right", width)
            self.out.print(shown, soft_wrap=True)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[Text | str]]) -> None:
        """A table on stdout. A column whose heading ends in # holds numbers.

        The last column is cut where a terminal is too narrow for it; where it is too narrow for
        the others too, each row becomes a line or two of its own.
        """
        names = [column.rstrip("#") for column in columns]
        cells = [
            [cell if isinstance(cell, Text) else Text(plain(cell)) for cell in row] for row in rows
        ]
        widths = [
            max(cell_len(name), *(row[at].cell_len for row in cells), 0)
            for at, name in enumerate(names)
        ]
        least = sum(widths[:-1]) + 2 * len(names) + min(widths[-1], _LEAST_LAST)
        if least > self.out.width:
            self._rows(names, cells)
            return
        table = Table(
            box=None,
            pad_edge=False,
            padding=(0, 2, 0, 0),
            header_style="bold",
            show_header=any(names),
        )
        widths[-1] = min(widths[-1], self.out.width - sum(widths[:-1]) - 2 * len(names))
        for column, name, width in zip(columns, names, widths, strict=True):
            justify: JustifyMethod = "right" if column.endswith("#") else "left"
            table.add_column(name, justify=justify, no_wrap=True, width=width)
        for row in cells:
            table.add_row(*row)
        self.out.print(table)

    def _rows(self, names: Sequence[str], rows: Iterable[Sequence[Text]]) -> None:
        for first, *others in rows:
            self.out.print(Text.assemble(first, style="bold"), soft_wrap=True)
            told = [
                Text.assemble((f"{name} ", "dim"), cell)
                for name, cell in zip(names[1:], others, strict=True)
                if cell.plain
            ]
            self.out.print(Text("  ").append(Text("  ").join(told)))

    def json(self, document: Any) -> None:
        """One JSON document, on stdout."""
        data = to_json(document, orjson.OPT_INDENT_2, str)
        sys.stdout.write(data.decode() + "\n")


def _console(stream: TextIO) -> Console:
    width = None if stream.isatty() else _NO_END
    return Console(file=stream, highlight=False, markup=False, emoji=False, width=width)
