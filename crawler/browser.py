"""The browser for sources that say `render = true`: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
"""Programs that are looked for on the path, in this order: as Debian, Ubuntu and Google name it."""

EXTRA = "python -m pip install 'rasid[browser]'"
RENDER = {"playwright": True}
"""What a request's meta says where its page is built in the browser: scrapy-playwright's key."""


class NoBrowser(ValueError):  # noqa: N818  # named for what the caller reports
    """A source is to be rendered, and something that it takes is not there: one line."""


def find_browser(given: str | None) -> str:
    """The path of the browser: the setting `browser`, or the first that is found.

    Raises NoBrowser, also where scrapy-playwright is not installed.
    """
    if find_spec("scrapy_playwright") is None:
        raise NoBrowser(f"render = true needs scrapy-playwright: {EXTRA}")
    for name in (given,) if given else NAMES:
        if found := shutil.which(name):
            return found
    if given:
        raise NoBrowser(f"browser = {given!r}: there is no such program; give the path of Chromium")
    raise NoBrowser(
        "render = true needs Chromium, and there is none on the path: install it (on Debian: "
        'apt-get install chromium), or write browser = "/path/to/chromium" in rasid.toml'
    )


def launch_options(path: str, gate_port: int) -> dict[str, Any]:
    """Playwright's options for starting the browser behind a gate (crawler.fetching.gate).

    All connections go through it, those to this machine too; names are resolved there and nowhere
    else, and what does not speak to a proxy (QUIC, WebRTC) is off. Chromium's sandbox does not
    work for root.
    """
    return {
        "executable_path": path,
        "headless": True,
        "chromium_sandbox": os.geteuid() != 0 if hasattr(os, "geteuid") else True,
        "proxy": {"server": f"socks5://127.0.0.1:{gate_port}", "bypass": "<-loopback>"},
        "args": [
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-quic",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-pings",
        ],
    }
