"""What JAVA_HOME and PATH say in; nothing out, if they lead to a Java that Spark can run on."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from dashboard.publish.spark.unable import Unable

OLDEST = 17
# Java 8 calls itself 1.8.
VERSION = re.compile(r'version "(?:1\.)?(\d+)')
SECONDS = 30


def refuse_old(environment: Mapping[str, str] = os.environ) -> None:
    """Unable unless the Java that Spark's own scripts would take, by JAVA_HOME or else by PATH, is 17 or newer."""
    java = _path(environment)
    if (version := _version(java)) is None:
        raise Unable("unclear_java", java)
    if version < OLDEST:
        raise Unable("old_java", java, version)


def _path(environment: Mapping[str, str]) -> str:
    if home := environment.get("JAVA_HOME", ""):
        java = shutil.which(Path(home, "bin", "java"))
        if java is None:
            raise Unable("java_home", home)
        return str(java)
    if (found := shutil.which("java", path=environment.get("PATH", ""))) is None:
        raise Unable("no_java")
    return found


def _version(java: str) -> int | None:
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = VERSION.search(said.stderr + said.stdout)
    return int(found[1]) if found else None
