"""A folder in, a small Spark on this machine out: one master and some workers, real processes that talk on loopback."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyspark

from dashboard.publish.spark.session import session

CLASSES = "org.apache.spark.deploy."
SECONDS = 90
# What lives for seconds is not worth a thorough compilation.
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
ADDRESS = re.compile(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")
TASK = re.compile(r"(Running|Finished) task (\d+)\.(\d+) in stage (\d+)\.\d+ ")
Task = tuple[int, int, int]


def environment(folder: Path, memory: str = "768m", java: str = QUICK) -> dict[str, str]:
    """For master, workers and drivers alike: what they are configured with, where they write, where they listen.

    Each worker runs a process of so much memory for whichever driver asks it to. On a busy machine that process may be
    long in coming: nobody is told so before the driver gives up.
    """
    (folder / "conf").mkdir(exist_ok=True)
    (folder / "conf" / "spark-defaults.conf").write_text(
        f"spark.executor.memory {memory}\nspark.executor.extraJavaOptions {java}\n"
        f"spark.starvation.timeout {SECONDS}s\n",
        encoding="utf-8",
    )
    return {
        "SPARK_CONF_DIR": str(folder / "conf"),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "SPARK_LOCAL_DIRS": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_SUBMIT_OPTS": QUICK,
    }


class Process:
    """A Java process of Spark's, the leader of a group of its own: those whom it starts die with it."""

    def __init__(self, folder: Path, name: str, *arguments: str) -> None:
        folder.mkdir()
        self.folder, self.log = folder, folder / "log"
        settings = environment(folder)
        command = [f"{settings['SPARK_HOME']}/bin/spark-class", CLASSES + name, "--host", "127.0.0.1"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--port", "0", "--webui-port", "0", *arguments],
                env=os.environ | settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def said(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Wait until it has said this."""
        for _ in until(SECONDS):
            if found := pattern.search(self.log.read_text(encoding="utf-8")):
                return found
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
        raise TimeoutError(pattern.pattern)

    def kill(self) -> None:
        """As a machine that loses its power: all of the group at once."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Worker(Process):
    """Half of this machine, for one task at a time."""

    def __init__(self, folder: Path, master: str) -> None:
        size = ("--cores", "1", "--memory", "4g", "--work-dir", str(folder / "work"))
        super().__init__(folder, "worker.Worker", *size, master)
        self.said(re.compile("Successfully registered with master"))

    def tasks(self, application: str, what: str) -> set[Task]:
        """Stage, part and attempt of each task that was begun (Running) or is done (Finished), as its executor says.

        Every application numbers its stages from 0: of two of them the same words are said.
        """
        text = "".join(path.read_text(encoding="utf-8") for path in self.folder.glob(f"work/{application}/*/stderr"))
        found = (match.groups() for match in TASK.finditer(text))
        return {(int(stage), int(part), int(attempt)) for word, part, attempt, stage in found if word == what}

    def executors(self) -> list[int]:
        """Ids of the processes that do the work for it."""
        pids = [int(path.name) for path in Path("/proc").glob("[0-9]*") if path.name != str(self.process.pid)]
        return [pid for pid in pids if group(pid) == self.process.pid]

    @contextmanager
    def halted(self) -> Iterator[None]:
        """Nothing that it works at gets on meanwhile, and no executor of it is gone for its driver."""
        executors = self.executors()
        signal_all(executors, signal.SIGSTOP)
        try:
            yield
        finally:
            signal_all(executors, signal.SIGCONT)


class Cluster:
    """One master; workers can be added and killed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.workers = folder, list[Worker]()
        self.master = Process(folder / "master", "master.Master")
        self.address = self.master.said(ADDRESS)[1]

    def add(self) -> Worker:
        worker = Worker(self.folder / f"worker-{len(self.workers)}", self.address)
        self.workers.append(worker)
        return worker

    def alive(self) -> list[Worker]:
        return [worker for worker in self.workers if worker.process.poll() is None]

    @contextmanager
    def joined(self) -> Iterator[str]:
        """The id of an application that every living worker works for already; what is counted meanwhile is part of it.

        Otherwise a count may be over, or given up, before a worker has come to it.
        """
        with session(self.address) as spark:
            known = spark.sparkContext._jsc.sc().getExecutorMemoryStatus
            # The driver is one of them.
            assert any(known().size() > len(self.alive()) for _ in until(SECONDS)), "a worker has not come"
            yield spark.sparkContext.applicationId

    def kill(self) -> None:
        for process in (*self.workers, self.master):
            process.kill()


def until(seconds: float) -> Iterator[None]:
    """A step every 20 milliseconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.02)


def group(pid: int) -> int | None:
    """The leader of its group; None if it is gone."""
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return None


def signal_all(pids: list[int], number: signal.Signals) -> None:
    """Some may be gone by now."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)
