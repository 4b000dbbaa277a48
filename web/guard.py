"""What stands before every page: who may ask, how, and what a browser may do with the answer.

The console reads pages that strangers wrote, beside everything else that runs on the machine. So a
page of another site must not be able to ask it (the Host header, against DNS rebinding), nothing
can be changed through it (GET and HEAD only), and what it shows cannot run, load or submit
anything anywhere else (Content-Security-Policy).
"""

from __future__ import annotations

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.answers import failure

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_METHODS = ("GET", "HEAD")


class Guard:
    """Refuses what is not to be answered, and adds the headers of safety to what is.

    `host` is the address or name that the server was told to listen on.
    """

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._host = _bare(host)
        self._any_address = _is_unspecified(self._host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        app = self._refusal(scope) or self._app
        await app(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) != 1 or not self.knows(hosts[0]):
            named = hosts[0] if hosts else "none"
            return failure(scope["path"], 400, f"not a host of this server: {named}")
        if scope["method"] not in _METHODS:
            refused = failure(scope["path"], 405, "nothing can be changed here: GET and HEAD only")
            refused.headers["Allow"] = ", ".join(_METHODS)
            return refused
        return None

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server: a name of this machine's own loopback, or what
        it was told to listen on; any address (no name) where that is every address."""
        name = _bare(_without_port(host))
        if name in ("localhost", self._host) or name.endswith(".localhost"):
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or self._any_address


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def _bare(host: str) -> str:
    return host.strip("[]").rstrip(".").lower()


def _is_unspecified(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False
