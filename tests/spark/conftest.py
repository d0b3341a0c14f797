"""Where there is no Spark (.venv), what needs it is left to `make test-spark` (.venv-spark)."""

from importlib.util import find_spec

import pytest

NEEDS_SPARK = ["test_command.py", "test_loopback.py", "test_lost_worker.py", "test_same_rows.py", "test_translation.py"]
collect_ignore = [] if find_spec("pyspark") else NEEDS_SPARK


@pytest.fixture(scope="session")
def started(tmp_path_factory):
    """A master without workers; the drivers of these tests are set up as it is."""
    from tests.spark.cluster import Cluster, environment

    folder = tmp_path_factory.mktemp("cluster")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(folder).items():
            patch.setenv(name, value)
        cluster = Cluster(folder)
        yield cluster
        cluster.kill()


@pytest.fixture
def cluster(started):
    """The master with two workers."""
    while len(started.alive()) < 2:
        started.add()
    return started
