"""A process in, the addresses at which it and those that it started listen out, as the kernel lists them."""

import ipaddress
import re
from contextlib import suppress
from pathlib import Path

LISTENING = "0A"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def by_process(root: int) -> dict[int, set[Address]]:
    """Each process of the family that listens at all."""
    kernel = "".join(Path("/proc/net", name).read_text(encoding="ascii") for name in ("tcp", "tcp6"))
    places = listening(kernel)
    found = {pid: {places[inode] for inode in _sockets(pid) & places.keys()} for pid in family(root)}
    return {pid: addresses for pid, addresses in found.items() if addresses}


def listening(kernel: str) -> dict[str, Address]:
    """Inode and local address of each listening socket in the text of /proc/net/tcp or tcp6."""
    rows = [line.split() for line in kernel.splitlines() if ":" in line.split()[0]]
    return {row[9]: address(row[1].partition(":")[0]) for row in rows if row[3] == LISTENING}


def address(digits: str) -> Address:
    """The kernel writes each four bytes backwards; what is IPv4 within IPv6 is IPv4."""
    words = [bytes.fromhex(digits[n : n + 8])[::-1] for n in range(0, len(digits), 8)]
    found = ipaddress.ip_address(b"".join(words))
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found


def family(root: int) -> set[int]:
    """The process and all that descend from it."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            text = path.read_text(encoding="utf-8", errors="replace")
            parents[int(path.parent.name)] = int(text.rpartition(")")[2].split()[1])
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _sockets(pid: int) -> set[str]:
    """Inodes; a file that is closed while one looks, or a process that ends, has none."""
    links = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for path in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(FileNotFoundError):
                links.append(str(path.readlink()))
    return {match[1] for link in links if (match := re.fullmatch(r"socket:\[(\d+)\]", link))}
