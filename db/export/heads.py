"""What an export comes to, in brief: the id of each article, and a hash of how it was written."""

from __future__ import annotations

import base64
import hashlib
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

DIGEST_BYTES = 16


@dataclass
class Heads:
    """The ids and hashes of the articles of an export with its deltas, sorted by id.

    24 bytes an article: a million take 24 MB.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    digests: bytearray = field(default_factory=bytearray)

    def add(self, article_id: int, digest: bytes) -> None:
        self.ids.append(article_id)
        self.digests += digest

    def items(self) -> Iterator[tuple[int, bytes]]:
        size = DIGEST_BYTES
        for at, article_id in enumerate(self.ids):
            yield article_id, bytes(self.digests[at * size : (at + 1) * size])

    @property
    def sha256(self) -> str:
        """One hash of them all (hex), the same on every machine."""
        found = hashlib.sha256(self._bytes())
        found.update(self.digests)
        return found.hexdigest()

    def as_json(self) -> str:
        """For the `exports` table."""
        return base64.b64encode(zlib.compress(self._bytes() + bytes(self.digests), 1)).decode()

    @classmethod
    def from_json(cls, text: str) -> Heads:
        raw = zlib.decompress(base64.b64decode(text))
        count = len(raw) // (8 + DIGEST_BYTES)
        ids = array("q")
        ids.frombytes(raw[: count * 8])
        return cls(ids, bytearray(raw[count * 8 :]))

    def _bytes(self) -> bytes:
        return self.ids.tobytes()


def digest(written: bytes) -> bytes:
    """The hash by which a record is known to have changed."""
    return hashlib.sha256(written).digest()[:DIGEST_BYTES]
