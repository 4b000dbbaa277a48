"""Datasets: articles written to files that other programs open.

One writer a format, in a file of its own, named in `db.export.writers`.
"""

from db.export.checking import verify
from db.export.export import export
from db.export.manifest import Manifest
from db.export.placing import BadExport
from db.export.writers import FORMATS, format_of

__all__ = ["FORMATS", "BadExport", "Manifest", "export", "format_of", "verify"]
