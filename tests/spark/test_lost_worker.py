"""A worker that dies amid its work changes nothing in what is counted; with no other worker, that is said."""

import time
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from dashboard.publish.spark.unable import Unable
from tests.register.rows import DAY
from tests.spark import registers
from tests.spark.cluster import Task, Worker, until
from tests.spark.registers import kept

AS_OF = DAY(2025, 12, 31)
SECONDS = 120
# How long a worker works between two looks at it; how long it may take until what its executor said is written down.
STEP, GLANCE, WRITTEN = 0.05, 0.1, 0.5


def test_a_worker_killed_amid_its_work_changes_nothing(cluster, tmp_path):
    lost, other = cluster.alive()
    with kept(tmp_path / "store", registers.larger) as register, ThreadPoolExecutor(1) as pool:
        expected = register.by_duckdb(AS_OF)
        with cluster.joined() as application:
            counting = pool.submit(register.by_spark, cluster.address, AS_OF)
            unfinished = kill_amid(lost, application, counting)
            assert not counting.done() and list(register.beside.glob("*/counts/*.parquet")) == []
            assert counting.result() == expected
    again = {(stage, part) for stage, part, attempt in other.tasks(application, "Running") if attempt > 0}
    assert {(stage, part) for stage, part, _ in unfinished} <= again


def test_without_another_worker_such_a_death_is_the_end_and_nothing_is_left(cluster, tmp_path):
    lost, other = cluster.alive()
    other.kill()
    with kept(tmp_path / "store", registers.larger) as register, ThreadPoolExecutor(1) as pool:
        with cluster.joined() as application:
            counting = pool.submit(register.by_spark, cluster.address, AS_OF, patience=3)
            kill_amid(lost, application, counting)
            with pytest.raises(Unable, match=f"no_worker {cluster.address}"):
                counting.result()
        assert list(register.beside.iterdir()) == []


def kill_amid(worker: Worker, application: str, counting: Future) -> set[Task]:
    """Kill the worker and all that works for it while it has done some of the work and is at another part of it.

    It works in short steps and is halted between them: however fast the machine is, it is not done before somebody
    looks, and what it is at cannot be done in between. Back come the tasks that it never finished.
    """
    for _ in until(SECONDS):
        with worker.halted():
            if unfinished := at_work(worker, application):
                worker.kill()
                return unfinished
        assert not counting.done(), f"it ended before its worker was seen amid the work: {counting.exception()!r}"
        time.sleep(STEP)
    raise TimeoutError("the worker was never found at work")


def at_work(worker: Worker, application: str) -> set[Task]:
    """The tasks at which a halted worker is after it has finished others."""
    unfinished: set[Task] = set()
    for wait in (GLANCE, WRITTEN):
        time.sleep(wait)
        finished = worker.tasks(application, "Finished")
        unfinished = worker.tasks(application, "Running") - finished
        if not finished or not unfinished:
            return set()
    return unfinished
