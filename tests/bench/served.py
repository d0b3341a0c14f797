"""The name of an app in; its server, in a process of its own, out: the same command for ours and for the bare ones."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.site import PROJECT, Site, free_port, stop, wait_for

OURS = ("app:app",)
HI = ("tests.bench.bare.server:hi", "--factory")
CHART = ("tests.bench.bare.server:chart", "--factory")
PLAIN = ("tests.bench.bare.plain:plain", "--factory")


@dataclass(frozen=True)
class Served:
    """A server that answers at `address`."""

    address: str
    process: int

    def memory(self) -> float:
        """Megabytes of the machine's memory that the process holds."""
        status = Path(f"/proc/{self.process}/status").read_text()
        held = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        return int(held) * 1024 / 1e6

    def processor(self) -> float:
        """Seconds for which the process has kept a core busy."""
        after_name = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, after_name[11:13])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(app: tuple[str, ...]) -> Iterator[Served]:
    """Serve as `make run` does, but without make around it, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", *app, "--host", "127.0.0.1", "--port", str(port), "--log-level=warning"]
    with TemporaryDirectory() as folder, (Path(folder) / "log").open("wb") as log:
        site = Site(f"http://127.0.0.1:{port}", Path(log.name))
        with subprocess.Popen(command, cwd=PROJECT, stdout=log, stderr=log, start_new_session=True) as process:
            try:
                wait_for(site, process)
                yield Served(site.address, process.pid)
            finally:
                stop(process)
