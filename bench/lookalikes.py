"""What looks like a copy and is none: the traps of finding stories."""

from __future__ import annotations

from collections.abc import Callable

from bench.newsroom import SOURCES, Made, Newsroom


class Lookalikes:
    """Makes articles that must not be joined to another."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._draw = newsroom.draw
        self._forms = {code: [self._form(code) for _ in range(12)] for code in newsroom.writers}
        self._columns = {code: [self._column(code) for _ in range(8)] for code in newsroom.writers}
        self._footers = {
            code: [self._text(code, self._draw.randint(80, 150)) for _ in range(SOURCES)]
            for code in newsroom.writers
        }
        self.kinds: dict[str, Callable[[], list[Made]]] = {
            "same event": self.same_event,
            "bulletin": self.bulletin,
            "column": self.column,
            "follow-up": self.follow_up,
            "flash": self.flashes,
            "press release": self.press_release,
            "long boilerplate": self.boilerplate,
            "digest": self.digest,
        }

    def same_event(self) -> list[Made]:
        """Two newsrooms report one event in their own words, with two quotes in common."""
        code, topic, names = self._event()
        writer = self._newsroom.writers[code]
        quotes = [writer.sentence(self._draw.randint(14, 26), topic, names) for _ in range(2)]
        found = []
        for _ in range(2):
            body = writer.body(self._draw.randint(200, 400), topic, names)
            for quote in quotes:
                body.insert(self._draw.randrange(len(body) + 1), quote)
            found.append(self._made("same event", code, body))
        return self._alike(found)

    def bulletin(self) -> list[Made]:
        """Scores, rates, temperatures: a form of a source with other numbers and a few names."""
        code = self._newsroom.code()
        number = self._draw.randrange(len(self._forms[code]))
        names = self._newsroom.writers[code].language.names
        body = [
            " ".join(
                str(self._draw.randint(0, 4_000) / self._draw.choice((1, 1, 10)))
                if word == "0"
                else self._draw.choice(names)
                if word == "?"
                else word
                for word in paragraph.split(" ")
            )
            for paragraph in self._forms[code][number]
        ]
        return [self._made("bulletin", code, body, source=number)]

    def column(self) -> list[Made]:
        """The weekly column of an author: always the same first and last paragraph."""
        code, topic, names = self._event()
        number = self._draw.randrange(len(self._columns[code]))
        first, last = self._columns[code][number]
        body = self._newsroom.writers[code].body(self._draw.randint(300, 700), topic, names)
        return [self._made("column", code, [first, *body, last], source=number)]

    def follow_up(self) -> list[Made]:
        """News of an event with two background paragraphs of an earlier report."""
        recent = [
            made
            for made in self._newsroom.recent[self._newsroom.code()]
            if len(made.paragraphs) >= 4
        ]
        if not recent:
            return []
        old = self._draw.choice(recent)
        writer = self._newsroom.writers[old.language]
        repeated = old.paragraphs[-2:]
        size = sum(paragraph.count(" ") for paragraph in repeated)
        length = max(self._draw.randint(150, 400), size * 2)
        body = writer.body(length, writer.topic(), writer.names())
        made = self._made("follow-up", old.language, [*body, *repeated])
        made.like = old.group
        return [made]

    def flashes(self) -> list[Made]:
        """Flashes of one event by two newsrooms, of a sentence or two."""
        code, topic, names = self._event()
        writer = self._newsroom.writers[code]
        shared = writer.sentence(6, topic, names)
        found = []
        for _ in range(2):
            own = writer.sentence(self._draw.randint(8, 24), topic, names[:3])
            found.append(self._made("flash", code, [f"{shared} {own}"]))
        return self._alike(found)

    def press_release(self) -> list[Made]:
        """Reports that quote one statement of a company at length."""
        code, topic, names = self._event()
        writer = self._newsroom.writers[code]
        statement = writer.paragraph(self._draw.randint(45, 70), topic, names)
        found = []
        for _ in range(self._draw.randint(2, 4)):
            body = writer.body(self._draw.randint(200, 400), topic, names)
            body.insert(self._draw.randrange(1, len(body) + 1), statement)
            found.append(self._made("press release", code, body))
        return self._alike(found)

    def boilerplate(self) -> list[Made]:
        """A short article above what its site writes under all of them."""
        code, topic, names = self._event()
        source = list(self._footers).index(code)  # one site of a language has it under many
        body = self._newsroom.writers[code].body(self._draw.randint(60, 200), topic, names)
        body = [*body, self._footers[code][source]]
        return [self._made("long boilerplate", code, body, source=source)]

    def digest(self) -> list[Made]:
        """A round-up that holds two earlier articles wholly; not judged itself, only what it
        joins."""
        recent = [
            made for made in self._newsroom.recent[self._newsroom.code()] if made.length != "long"
        ]
        if len(recent) < 2:
            return []
        first, second = self._draw.sample(recent, 2)
        body = [*first.paragraphs, *second.paragraphs]
        return [self._made("digest", first.language, body)]

    def _event(self) -> tuple[str, int, list[str]]:
        code = self._newsroom.code()
        writer = self._newsroom.writers[code]
        return code, writer.topic(), writer.names()

    def _made(self, kind: str, code: str, body: list[str], source: int | None = None) -> Made:
        writer = self._newsroom.writers[code]
        source = self._draw.randrange(SOURCES) if source is None else source
        title = writer.sentence(8, writer.topic(), writer.names())
        group = self._newsroom.group()
        return Made(group, kind, code, source, body, group, title)

    @staticmethod
    def _alike(found: list[Made]) -> list[Made]:
        for made in found:
            made.like = found[0].group
        return found

    def _text(self, code: str, words: int) -> str:
        writer = self._newsroom.writers[code]
        return writer.paragraph(words, writer.topic(), writer.names())

    def _column(self, code: str) -> tuple[str, str]:
        return self._text(code, self._draw.randint(40, 60)), self._text(code, 35)

    def _form(self, code: str) -> list[str]:
        """A form: 0 stands for a number, ? for a name; both where a reader expects them."""
        writer = self._newsroom.writers[code]
        topic, names = writer.topic(), writer.names()
        found = []
        for _ in range(self._draw.randint(2, 5)):
            parts = []
            for _ in range(self._draw.randint(3, 6)):
                words = writer.sentence(self._draw.randint(4, 9), topic, names).strip(".")
                words = " ".join(word for word in words.split() if not word.isdigit())
                parts.append(f"{words} 0" + (" ?" if self._draw.random() < 0.3 else ""))
            found.append(" ".join(parts))
        return found
