"""The machine in; a Java that Spark runs on out, one that is there or, where packages may be installed, one fetched."""

import os
import subprocess
import sys

from dashboard.i18n import Language
from dashboard.publish.spark import java
from dashboard.publish.spark.unable import Unable

PACKAGE = "openjdk-17-jre-headless"


def missing() -> Unable | None:
    """What the command would say of this machine."""
    try:
        java.refuse_old()
    except Unable as unable:
        return unable
    return None


def fetch() -> None:
    """By apt-get, as root: where there is none, or no right to it, nothing happens."""
    print(f"No Java here: fetching {PACKAGE} (a minute)", flush=True)
    for command in (["update"], ["-y", "install", "--no-install-recommends", PACKAGE]):
        try:
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(["apt-get", "-q", *command], env=quiet, capture_output=True, check=False)
        except OSError:
            return


if __name__ == "__main__":
    if (found := missing()) and found.reason == "no_java":
        fetch()
    if found := missing():
        sys.exit(found.sentence(Language("en")))
