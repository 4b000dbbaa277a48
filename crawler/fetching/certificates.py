"""Names in certificates: one whose names cannot be read is for no host.

Twisted (26.4) asks service_identity whether a certificate is for a host, and where that finds names
that nobody may have (none at all, a wildcard for all of a top-level domain) it notes the error and
takes the certificate. Here such an answer is a refusal.
"""

from __future__ import annotations

from typing import Any
from weakref import ref

from OpenSSL import SSL
from service_identity import CertificateError, VerificationError
from service_identity.hazmat import DNS_ID, IPAddress_ID, verify_service_identity
from service_identity.pyopenssl import extract_patterns
from twisted.internet.interfaces import IOpenSSLClientConnectionCreator
from twisted.python.failure import Failure
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer  # type: ignore[import-untyped]


@implementer(IPolicyForHTTPS)
class NamedCertificates:
    """A policy of Twisted's that checks certificates, with a check of names that cannot fail."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def creatorForNetloc(self, hostname: bytes, port: int) -> _Creator:  # noqa: N802
        return _Creator(self.inner.creatorForNetloc(hostname, port))


@implementer(IOpenSSLClientConnectionCreator)
class _Creator:
    def __init__(self, inner: Any) -> None:
        self.inner = inner
        kind = DNS_ID if inner._hostnameIsDnsName else IPAddress_ID
        self.host = kind(inner._hostnameASCII)

    def clientConnectionForTLS(self, tlsProtocol: Any) -> SSL.Connection:  # noqa: N802, N803
        connection: SSL.Connection = self.inner.clientConnectionForTLS(tlsProtocol)
        host, protocol = self.host, ref(tlsProtocol)

        def is_for_host(_: Any, certificate: Any, error: int, depth: int, ok: int) -> bool:
            if depth:  # an issuer's
                return bool(ok)
            try:
                verify_service_identity(extract_patterns(certificate), [host], [])
            except (CertificateError, VerificationError, ValueError):
                if asking := protocol():
                    asking.failVerification(Failure())  # type: ignore[no-untyped-call]
                return False
            return bool(ok)

        connection.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, is_for_host)
        return connection
