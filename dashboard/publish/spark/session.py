"""The address of a cluster in, a session there out; it ends with the `with`, and with it all that Spark kept."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import SparkSession

from dashboard.publish.spark import master

LOG = Path(__file__).with_name("log4j2.properties")
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
def session(address: str) -> Iterator[SparkSession]:
    """What else a cluster needs to be told stands in its spark-defaults.conf."""
    builder = SparkSession.builder.master(address)
    for name, value in (SETTINGS | master.binding(address)).items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        # No row goes through pandas, whichever it is.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        spark = builder.getOrCreate()
        try:
            yield spark
        finally:
            spark.stop()
