"""The address of a cluster in; out, whether anybody answers there and what of Spark on this machine may listen."""

import re
import socket
from urllib.parse import urlsplit

from dashboard.publish.spark.unable import Unable

STANDALONE, PORT = "spark://", 7077
KINDS = re.compile(r"(?:spark|k8s)://.|yarn$|local(?:$|\[)")
HERE = {"127.0.0.1", "localhost", "::1"}
SECONDS = 5


def refuse_silent(address: str) -> None:
    """Unable if this is no address, or nobody answers. Spark would try for a minute and then say so in forty lines."""
    if not KINDS.match(address):
        raise Unable("no_master")
    try:
        found = _hosts(address)
    except ValueError:
        raise Unable("silent", address) from None
    if found and not any(_answers(*each) for each in found):
        raise Unable("silent", address)


def binding(address: str) -> dict[str, str]:
    """With all of Spark on this machine, nothing of it listens to another one."""
    if all(host in HERE for host, _ in _hosts(address)):
        return {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return {}


def _hosts(address: str) -> list[tuple[str, int]]:
    """Host and port of each master of a standalone cluster; of another kind Spark itself knows more."""
    if not address.startswith(STANDALONE):
        return []
    found = [urlsplit(f"//{each}") for each in address.removeprefix(STANDALONE).split(",")]
    return [(each.hostname or "", each.port or PORT) for each in found]


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), SECONDS).close()
    except (OSError, UnicodeError):
        return False
    return True
