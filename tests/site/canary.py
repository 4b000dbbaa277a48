"""A port that nobody may connect to, on every address of this machine."""

from __future__ import annotations

import socket
import threading


class Canary:
    """Counts connections, be anything asked over them or not. Use it as a context manager."""

    def __init__(self) -> None:
        self.connections = 0
        family = socket.AF_INET6 if socket.has_dualstack_ipv6() else socket.AF_INET
        self._socket = socket.create_server(
            ("", 0), family=family, dualstack_ipv6=family == socket.AF_INET6
        )
        self._thread = threading.Thread(target=self._accept, daemon=True)

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    def places(self) -> dict[str, str]:
        """URLs that lead here or to another place that is nobody's business, by what they try."""
        port = self.port
        return {
            "address": f"http://127.0.0.1:{port}/x", "other loopback": f"http://127.8.9.1:{port}/x",
            "short": f"http://127.1:{port}/x", "decimal": f"http://2130706433:{port}/x",
            "hexadecimal": f"http://0x7f.0.0.1:{port}/x", "octal": f"http://0177.0.0.1:{port}/x",
            "any": f"http://0.0.0.0:{port}/x", "ipv6": f"http://[::1]:{port}/x",
            "mapped": f"http://[::ffff:127.0.0.1]:{port}/x", "any ipv6": f"http://[::]:{port}/x",
            "compatible": f"http://[::7f00:1]:{port}/x", "name": f"http://localhost:{port}/x",
            "name with a dot": f"http://localhost.:{port}/x", "user": f"http://a:b@127.0.0.1:{port}/",
            "full width": f"http://１２７.０.０.１:{port}/x", "no scheme": f"//127.0.0.1:{port}/x",
            "https": f"https://127.0.0.1:{port}/x", "ftp": f"ftp://127.0.0.1:{port}/x",
            "file": "file:///etc/passwd", "data": "data:text/html,<a href=/x>x</a>",
            "script": "javascript:alert(1)", "backslashes": f"\\\\127.0.0.1:{port}\\x",
        }  # fmt: skip

    def __enter__(self) -> Canary:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()
