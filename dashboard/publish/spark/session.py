"""The address of a cluster in, a session there out; it ends with the `with`, and with it all that Spark kept."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from pyspark.sql import SparkSession

from dashboard.publish.spark.unable import Unable

LOG = Path(__file__).with_name("log4j2.properties")
HERE = {"127.0.0.1", "localhost", "::1"}
SECONDS = 5
SETTINGS = {
    "spark.app.name": "register",
    # Its pages would show the work to the whole network.
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": str(sys.stderr.isatty()).lower(),
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={LOG.as_uri()}",
    # Rows of persons pass through files on the workers' disks.
    "spark.io.encryption.enabled": "true",
    # A number too large is an error in both engines, a day the same day in every time zone.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
}


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """Unable if no master answers. What else the cluster needs stands in its spark-defaults.conf."""
    hosts = _hosts(master)
    _refuse_silent(master, hosts)
    builder = SparkSession.builder.master(master)
    for name, value in (SETTINGS | _loopback(hosts)).items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def _hosts(master: str) -> list[tuple[str, int]]:
    """Host and port of each master of a standalone cluster; of another kind of cluster Spark itself knows more."""
    if not master.startswith("spark://"):
        return []
    try:
        found = [urlsplit(f"//{each}") for each in master.removeprefix("spark://").split(",")]
        return [(each.hostname or "", each.port or 7077) for each in found]
    except ValueError:
        raise Unable("silent", master) from None


def _refuse_silent(master: str, hosts: list[tuple[str, int]]) -> None:
    """Spark would try for a minute and then say it in forty lines."""
    if hosts and not any(_answers(*each) for each in hosts):
        raise Unable("silent", master)


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), SECONDS).close()
    except OSError:
        return False
    return True


def _loopback(hosts: list[tuple[str, int]]) -> dict[str, str]:
    """With all of Spark on this machine nothing of it listens to another one."""
    if all(host in HERE for host, _ in hosts):
        return {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return {}
