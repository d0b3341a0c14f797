"""The address of a server and a path in; the seconds of each answer out, asked on kept connections as browsers do."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Connection:
    """One kept connection that asks for one path again and again."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    question: bytes

    async def ask(self) -> tuple[float, int, dict[str, str], bytes]:
        """Seconds, status, headers and body of an answer, as it came."""
        start = time.perf_counter()
        self.writer.write(self.question)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await self.reader.readexactly(int(headers["content-length"]))
        return time.perf_counter() - start, int(head[0].split()[1]), headers, body


async def connect(address: str, path: str) -> Connection:
    """A connection whose answers must not be chunked: all of ours say their length."""
    host = urlsplit(address)
    reader, writer = await asyncio.open_connection(host.hostname, host.port, limit=2**22)
    lines = (f"GET {path} HTTP/1.1", f"Host: {host.netloc}", "Accept-Encoding: gzip", "Connection: keep-alive", "", "")
    return Connection(reader, writer, "\r\n".join(lines).encode())


async def close(connections: list[Connection]) -> None:
    for connection in connections:
        connection.writer.close()
        with suppress(ConnectionError):
            await connection.writer.wait_closed()


async def window(connections: list[Connection], seconds: float) -> list[float]:
    """Seconds of all answers when each connection asks again once answered, until the time is over."""
    start, found = time.perf_counter(), []

    async def until_over(connection: Connection) -> None:
        while time.perf_counter() < start + seconds:
            took, status, _, _ = await connection.ask()
            assert status == 200, status
            found.append(took)

    await asyncio.gather(*map(until_over, connections))
    return found
