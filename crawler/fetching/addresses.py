"""Network addresses: which of them a crawler of the open web may reach."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from pipeline.urls import host_port

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""IPv6 prefixes that translators turn into IPv4 (RFC 6052, RFC 8215)."""


def parse_address(host: str) -> IPv4Address | IPv6Address | None:
    """The address that a host part of a URL is, in any notation that connecting accepts
    (2130706433, 0x7f.1, 0177.0.0.1); None where it is a name."""
    host = host.strip("[]").partition("%")[0]
    try:
        return ip_address(host)
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """True for an address on the open Internet.

    Private, loopback, link-local (cloud metadata among them), shared, multicast and reserved
    addresses are not, nor are IPv6 addresses that carry such an IPv4 address.
    """
    if isinstance(address, IPv6Address):
        inner = _carried(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def may_reach(address: str) -> bool:
    """True for a resolved address that is on the open Internet; False for what is no address."""
    found = parse_address(address)
    return found is not None and is_public(found)


def where_of(host: str, port: int) -> str:
    """host:port as `pipeline.urls.host_port` writes it of a URL."""
    bare = ":" in host and not host.startswith("[")
    return host_port(f"http://[{host}]:{port}" if bare else f"http://{host}:{port}")


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, in the end; None where for none."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _NAT64) or int(address) >> 32 == 0:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
