"""The guard's gate for a browser: a SOCKS5 proxy on loopback through which all its traffic goes.

A browser resolves names and connects by itself, out of sight of `crawler.fetching.guard`. Behind
this gate it does neither: the gate resolves each name, drops addresses that are not public, and
connects to the one that it checked. It also counts, so that a page cannot take bytes without end.

Only what a browser needs of RFC 1928 is spoken: CONNECT, no authentication.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from contextlib import suppress
from ipaddress import ip_address

from crawler.fetching.addresses import may_reach, where_of

logger = logging.getLogger(__name__)

CONNECT_S = 10.0
"""Seconds that a connection may take, and a client to say what it wants."""
CHUNK = 65_536

_VERSION, _CONNECT, _NO_AUTHENTICATION = 5, 1, 0
_IPV4, _NAME, _IPV6 = 1, 3, 4
_DONE, _FORBIDDEN, _UNREACHABLE, _WRONG_COMMAND = 0, 2, 4, 7


class Gate:
    """One gate. `refused` and `unreachable` hold host:port pairs that were asked for in vain."""

    def __init__(self, private_hosts: frozenset[str]) -> None:
        self.private_hosts = private_hosts
        self.refused: set[str] = set()
        self.unreachable: set[str] = set()
        self.left = 0
        """Bytes that may still come in; see `allow`."""
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    @property
    def port(self) -> int:
        """The port on 127.0.0.1, once the gate is open."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    async def open(self) -> None:
        """Listen on a port of the system's choice."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)

    async def close(self) -> None:
        """End all connections and listen no more."""
        if self._server is not None:
            self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    def allow(self, max_bytes: int) -> None:
        """Let so many more bytes in; what was left of an earlier allowance is forgotten."""
        self.left = max_bytes

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            async with asyncio.timeout(CONNECT_S):
                asked = await _asked(reader, writer)
            if asked is None:
                writer.write(_answer(_WRONG_COMMAND))
                return
            where = where_of(*asked)
            connection = await self._connect(where, *asked)
            if connection is None:
                writer.write(_answer(_FORBIDDEN if where in self.refused else _UNREACHABLE))
                return
            writer.write(_answer(_DONE))
            await self._relay((reader, writer), connection)
        except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError) as error:
            logger.debug("a connection of the browser ended: %s", error)
        finally:
            self._open.discard(task)
            writer.close()

    async def _connect(
        self, where: str, host: str, port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """A connection to the first address of a host that is allowed and answers."""
        addresses = await _resolve(host, port)
        allowed = [each for each in addresses if where in self.private_hosts or may_reach(each)]
        if addresses and not allowed:
            logger.warning("refused to connect to %s at %s", where, addresses[0])
            self.refused.add(where)
        for address in allowed:
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(CONNECT_S):
                    return await asyncio.open_connection(address, port)
        self.unreachable.add(where)
        return None

    async def _relay(
        self,
        client: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        server: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        """Pass bytes both ways until either side ends, or no more may come in."""
        ways = (
            asyncio.create_task(self._pass(client[0], server[1], counted=False)),
            asyncio.create_task(self._pass(server[0], client[1], counted=True)),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            server[1].close()

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, counted: bool
    ) -> None:
        while data := await reader.read(CHUNK):
            if counted:
                self.left -= len(data)
                if self.left < 0:
                    return
            writer.write(data)
            await writer.drain()


async def _resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the system's order; none where it has none."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def _asked(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> tuple[str, int] | None:
    """The host and port that a client asks for; None where it asks for anything else."""
    version, methods = await reader.readexactly(2)
    offered = await reader.readexactly(methods)
    if version != _VERSION or _NO_AUTHENTICATION not in offered:
        raise ValueError("not SOCKS5 without authentication")
    writer.write(bytes((_VERSION, _NO_AUTHENTICATION)))
    _, command, _, kind = await reader.readexactly(4)
    if kind == _NAME:
        (length,) = await reader.readexactly(1)
        host = (await reader.readexactly(length)).decode("ascii", "replace")
    elif kind in (_IPV4, _IPV6):
        host = str(ip_address(await reader.readexactly(4 if kind == _IPV4 else 16)))
    else:
        return None
    port = int.from_bytes(await reader.readexactly(2), "big")
    return (host, port) if command == _CONNECT else None


def _answer(code: int) -> bytes:
    """A reply; the bound address that it must name is of no use to anyone."""
    return bytes((_VERSION, code, 0, _IPV4, 0, 0, 0, 0, 0, 0))
