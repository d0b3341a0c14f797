"""Nothing that these tests start can be reached from another machine: master, workers, executors, driver."""

import os
import socket
from concurrent.futures import ThreadPoolExecutor

from tests.register.rows import DAY
from tests.spark import registers, sockets
from tests.spark.cluster import until
from tests.spark.registers import kept

# As the kernel of Linux writes them: 127.0.0.1, ::ffff:127.0.0.1 and ::1; a connection, which listens to nobody; then
# any address of IPv4, any of IPv6, and that of a network card.
CLOSED = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0000000000000000 100 0
   1: 0000000000000000FFFF00000100007F:1F91 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 12 1 0 100 0
   2: 00000000000000000000000001000000:1F92 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 13 1 0 100 0
   3: 0200A8C0:1F93 0300A8C0:1F90 01 00000000:00000000 00:00000000 00000000     0        0 14 1 0000000000000000 100 0
"""
OPEN = """\
   4: 00000000:1F94 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 15 1 0000000000000000 100 0
   5: 00000000000000000000000000000000:1F95 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 16 1 0 100 0
   6: 0200A8C0:1F96 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 17 1 0000000000000000 100 0
"""


def test_nothing_of_spark_listens_beyond_this_machine(cluster, tmp_path):
    seen: dict[int, set[sockets.Address]] = {}
    with (
        kept(tmp_path / "store", registers.large) as register,
        cluster.joined(),
        ThreadPoolExecutor(1) as pool,
    ):
        counting = pool.submit(register.by_spark, cluster.address, DAY(2025, 12, 31))
        for _ in until(120):
            for pid, addresses in sockets.by_process(os.getpid()).items():
                seen.setdefault(pid, set()).update(addresses)
            if counting.done():
                break
        counting.result()
    # Master, two workers, the driver, and an executor of each worker.
    assert len(seen) >= 6
    assert {str(address) for addresses in seen.values() for address in addresses if not address.is_loopback} == set()


def test_an_open_door_would_be_seen():
    assert all(address.is_loopback for address in sockets.listening(CLOSED).values())
    assert sockets.listening(CLOSED).keys() == {"11", "12", "13"}
    found = sockets.listening(CLOSED + OPEN)
    assert {inode: str(address) for inode, address in found.items() if not address.is_loopback} == {
        "15": "0.0.0.0",
        "16": "::",
        "17": "192.168.0.2",
    }


def test_a_door_of_ones_own_is_seen():
    assert os.getpid() not in sockets.by_process(os.getpid())
    with socket.create_server(("127.0.0.1", 0)):
        assert {str(address) for address in sockets.by_process(os.getpid())[os.getpid()]} == {"127.0.0.1"}
