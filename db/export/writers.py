"""The formats, by name. A new one is a file with a writer, and a line here."""

from __future__ import annotations

from pathlib import Path

from db.export.csv_writer import CsvWriter
from db.export.hf_writer import HfWriter
from db.export.jsonl_writer import DatatroveWriter, GzipJsonlWriter, JsonlWriter, ZstdJsonlWriter
from db.export.markdown_writer import MarkdownWriter
from db.export.parquet_writer import ParquetWriter
from db.export.writer import Writer

FORMATS: dict[str, type[Writer]] = {
    writer.name: writer
    for writer in (
        JsonlWriter,
        GzipJsonlWriter,
        ZstdJsonlWriter,
        CsvWriter,
        ParquetWriter,
        MarkdownWriter,
        HfWriter,
        DatatroveWriter,
    )
}


def format_of(path: Path) -> str | None:
    """The format that a path's ending names, None where it names none."""
    endings = {ending: name for name, writer in FORMATS.items() for ending in writer.endings}
    found = [ending for ending in endings if path.name.lower().endswith(ending)]
    return endings[max(found, key=len)] if found else None
