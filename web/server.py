"""Listens on an address and serves the console there until it is stopped."""

from __future__ import annotations

import errno
import re
import signal
import socket
import sys
from ipaddress import ip_address
from types import FrameType

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

_GRACE_S = 3
"""Seconds that answers under way get when the server is stopped."""


class BadAddress(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """The server cannot listen there. The message is one line: where, why, how to mend it."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on an address; port 0 takes any free one. Raises BadAddress."""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError):
        raise BadAddress(f"{host}: no address of this machine; give another --host") from None
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except OSError as error:
        made.close()
        raise BadAddress(_why(where, host, error)) from error
    return made


def _why(where: str, host: str, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"{where} is taken: another program listens there; give another --port"
    if error.errno == errno.EACCES:
        return f"{where}: this user may not listen there; give a --port above 1023"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host}: no address of this machine; give another --host"
    return f"{where}: {(error.strerror or 'cannot listen there').lower()}"


def address(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # compared only
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_local(listening: socket.socket) -> bool:
    """Whether only this machine can reach it."""
    return ip_address(listening.getsockname()[0]).is_loopback


class _Protocol(H11Protocol):
    """HTTP whose addresses may be written in any script, as curl and scripts send what a person
    typed («?q=تقنية»): HTTP itself wants them percent-encoded, and h11 refuses the rest."""

    def data_received(self, data: bytes) -> None:
        if self.conn.their_state is h11.IDLE:  # a request begins: its first line has the address
            line, end, rest = data.partition(b"\n")
            data = _NOT_ASCII.sub(lambda byte: b"%%%02X" % byte[0][0], line) + end + rest
        super().data_received(data)


_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def make_server(app: ASGIApp) -> uvicorn.Server:
    """A server that trusts no proxy, keeps no access log, and ends with little delay."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=_Protocol,
            ws="none",
            lifespan="off",
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE_S,
        )
    )


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Serves until Ctrl-C, which raises KeyboardInterrupt, or SIGTERM, which exits with 0."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # shells have it ignored in scripts
    make_server(app).run(sockets=[listening])


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
