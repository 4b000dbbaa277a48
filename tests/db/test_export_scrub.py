"""Personal data that has a form: what is masked, what is left alone."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from database_cases import Store, article
from sqlalchemy.orm import Session

from db.export import export
from db.export.rows import KEYS
from db.export.scrub import Scrubber


@pytest.mark.parametrize(
    ("text", "language", "masked"),
    [
        ("Write to mona.said+news@mail.example.org.", "en", "Write to [email]."),
        ("راسلنا على info@example.com أو", "ar", "راسلنا على [email] أو"),
        ("call +20 100 123 4567 now", "en", "call [phone] now"),
        ("هاتف 00966501234567.", "ar", "هاتف [phone]."),
        ("هاتف ٠١٠٠١٢٣٤٥٦٧", "ar", "هاتف [phone]"),
        ("تماس ۰۲۱-۸۸۷۷۶۶۵۵", "fa", "تماس [phone]"),
        ("from 185.244.36.137 and 2001:db8::1", "en", "from [ip] and [ip]"),
        ("on 2026-11-20 and 20-11-2026", "ar", "on 2026-11-20 and 20-11-2026"),
        ("worth 1 500 000 000 in 2025 2026", "en", "worth 1 500 000 000 in 2025 2026"),
        ("version 1.2.3, at 10:30", "en", "version 1.2.3, at 10:30"),
        ("@name said", "en", "@name said"),
        ("logo@2x.png of info@x.png.example", "en", "logo@2x.png of [email]"),
        (
            "ISBN 978-3-16-148410-0, ٩٧٨-٣-١٦-١٤٨٤١٠-٠",
            "ar",
            "ISBN 978-3-16-148410-0, ٩٧٨-٣-١٦-١٤٨٤١٠-٠",
        ),
        (
            "من ٠١/٠٢/٢٠٢٦ بسعر 1,299.00 و٠٫١٢٣٤٥٦٧٨٩",
            "ar",
            "من ٠١/٠٢/٢٠٢٦ بسعر 1,299.00 و٠٫١٢٣٤٥٦٧٨٩",
        ),
        (
            "12:30:45, 00:1a:2b:3c:4d:5e, std::vector",
            "en",
            "12:30:45, 00:1a:2b:3c:4d:5e, std::vector",
        ),
    ],
)
def test_masking(text: str, language: str, masked: str) -> None:
    assert Scrubber(KEYS).masked(text, language) == masked


def test_an_export_is_scrubbed_and_counted(s: Session, store: Store, tmp_path: Path) -> None:
    store(
        article(
            "/a", "Ask a@b.example", "Call +20 100 123 4567\nor c@d.example", authors=("x@y.zz",)
        )
    )
    path = tmp_path / "a.jsonl"
    manifest = export(s, path, scrub_pii=True)
    record = orjson.loads(path.read_bytes())
    assert record["title"] == "Ask [email]"
    assert record["text"] == "Call [phone]\n\nor [email]"
    assert [block["text"] for block in record["blocks"]] == ["Call [phone]", "or [email]"]
    assert record["authors"] == ["[email]"]
    assert manifest.scrubbed == {"email": 3, "phone": 1, "ip": 0}
    assert export(s, path).scrubbed is None
