"""A worker that dies amid its work changes nothing in what is counted; with no other worker, that is said."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.publish.spark.unable import Unable
from tests.register.rows import DAY
from tests.spark import registers
from tests.spark.cluster import until
from tests.spark.registers import kept

AS_OF = DAY(2025, 12, 31)
SECONDS = 120


def test_a_worker_killed_amid_its_work_changes_nothing(cluster, tmp_path):
    lost, other = cluster.alive()
    with kept(tmp_path / "store", registers.larger) as register, ThreadPoolExecutor(1) as pool:
        expected = register.by_duckdb(AS_OF)
        counting = pool.submit(register.by_spark, cluster.address, AS_OF)
        unfinished = kill_amid(lost)
        assert not counting.done() and list(register.beside.glob("*/counts/*.parquet")) == []
        assert counting.result() == expected
    again = {(stage, part) for stage, part, attempt in other.tasks("Running") if attempt > 0}
    assert {(stage, part) for stage, part, _ in unfinished} <= again


def test_without_another_worker_such_a_death_is_the_end_and_nothing_is_left(cluster, tmp_path):
    lost, other = cluster.alive()
    other.kill()
    with kept(tmp_path / "store", registers.larger) as register, ThreadPoolExecutor(1) as pool:
        counting = pool.submit(register.by_spark, cluster.address, AS_OF, patience=3)
        kill_amid(lost)
        with pytest.raises(Unable, match=f"no_worker {cluster.address}"):
            counting.result()
        assert list(register.beside.iterdir()) == []


def kill_amid(worker):
    """Kill the worker and all that works for it while it has done some of the work and is at another part of it.

    What it is at cannot be done in between: it is halted first. Back come the tasks that it never finished.
    """
    for _ in until(SECONDS):
        if worker.tasks("Finished") and worker.tasks("Running") - worker.tasks("Finished"):
            executors = worker.executors()
            signal_all(executors, signal.SIGSTOP)
            time.sleep(0.5)  # for the worker to write down what they said until then
            if unfinished := worker.tasks("Running") - worker.tasks("Finished"):
                worker.kill()
                return unfinished
            signal_all(executors, signal.SIGCONT)
    raise TimeoutError("the worker was never found at work")


def signal_all(pids, number):
    for pid in pids:
        os.kill(pid, number)
