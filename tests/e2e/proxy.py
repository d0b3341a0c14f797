"""A site in; a web server in front of it out, as some stand in offices, that lets no WebSocket pass until told to."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from urllib.parse import urlsplit

from tests.e2e.site import Site

REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Proxy(ThreadingTCPServer):
    """It answers at `address`. It refuses a WebSocket at once, or leaves it waiting; all else it passes on."""

    daemon_threads = True

    def __init__(self, site: Site, *, refuses: bool) -> None:
        super().__init__(("127.0.0.1", 0), Passage)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.site = urlsplit(site.address)
        self.refuses = refuses
        self.lets_pass = Event()


class Passage(BaseRequestHandler):
    """One connection of a browser, which opens one of its own for a WebSocket."""

    server: Proxy

    def handle(self) -> None:
        head = self.request.recv(65536)
        if b"upgrade: websocket" in head.lower() and not self.server.lets_pass.is_set():
            if self.server.refuses:
                self.request.sendall(REFUSAL)
                return
            self.server.lets_pass.wait()
        with (
            suppress(OSError),
            socket.create_connection((self.server.site.hostname, self.server.site.port)) as inner,
        ):
            inner.sendall(head)
            Thread(target=pass_on, args=(inner, self.request), daemon=True).start()
            pass_on(self.request, inner)


def pass_on(one: socket.socket, other: socket.socket) -> None:
    """Bytes from one to the other, until either has gone."""
    with suppress(OSError):
        while said := one.recv(65536):
            other.sendall(said)
    with suppress(OSError):
        other.shutdown(socket.SHUT_RDWR)


@contextmanager
def standing_before(site: Site, *, refuses: bool) -> Iterator[Proxy]:
    """The web server, until the block ends."""
    with Proxy(site, refuses=refuses) as proxy:
        Thread(target=proxy.serve_forever, daemon=True).start()
        yield proxy
        proxy.lets_pass.set()
        proxy.shutdown()
