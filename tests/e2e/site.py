"""A folder with the project in; its server, in a process of its own, out: started as a newcomer starts it."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PROJECT = Path(__file__).parents[2]
COMPLAINT = re.compile(r"warn|error|critical|traceback|exception", re.IGNORECASE)


@dataclass(frozen=True)
class Site:
    """A server that answers at `address` and writes what it has to say into `log`."""

    address: str
    log: Path

    def complaints(self) -> list[str]:
        """The lines of the log that warn or fail; make's own word on how its command ended is none."""
        lines = self.log.read_text(errors="replace").splitlines()
        return [line for line in lines if COMPLAINT.search(line) and not line.startswith("make")]


@contextmanager
def running(
    log: Path, folder: Path = PROJECT, releases: Path | None = None, through: Sequence[str] = ()
) -> Iterator[Site]:
    """Serve the folder on a free port until the block ends, with the releases of the register that lie in another.

    `through` is a command that starts the one that follows it.
    """
    port = free_port()
    command = [*through, "make", "--no-print-directory", "run", "ADDRESS=127.0.0.1", f"PORT={port}"]
    # What an outer make was asked to do is not for this one.
    clean = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}}
    if releases:
        clean["REGISTER_RELEASES"] = str(releases)
    site = Site(f"http://127.0.0.1:{port}", log)
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=folder, env=clean, stdout=out, stderr=out, start_new_session=True) as process,
    ):
        try:
            wait_for(site, process)
            yield site
        finally:
            stop(process)


def wait_for(site: Site, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Return once the server says that it is well; fail with its log if it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(URLError, OSError), urlopen(f"{site.address}/_stcore/health", timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError(f"No server at {site.address}. Its log:\n{site.log.read_text(errors='replace')}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and the make around it."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
