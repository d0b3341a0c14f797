"""Why Spark cannot count in, one sentence for the operator out."""

from dashboard.i18n import Language


class Unable(Exception):
    """Spark did not count; nothing was changed. `reason` is one of those below."""

    def __init__(self, reason: str, found: str = "", version: int = 0) -> None:
        super().__init__(f"{reason} {found}".strip())
        self.reason, self.found, self.version = reason, found, version

    def sentence(self, t: Language) -> str:
        """What is missing, what was found instead, and what to do."""
        return {
            "no_spark": t("Spark is not installed here. Use make publish ENGINE=spark, or the Python of .venv-spark."),
            "no_master": t("Spark needs the address of its master: --master spark://host:7077."),
            "no_java": t("Spark needs Java 17 or newer. JAVA_HOME is not set, and PATH leads to no java."),
            "java_home": t("Spark needs Java 17 or newer. JAVA_HOME is {path}: no bin/java in it.", path=self.found),
            "old_java": t(
                "Spark needs Java 17 or newer. {path} is Java {version}.", path=self.found, version=self.version
            ),
            "unclear_java": t("Spark needs Java 17 or newer. {path} does not say which Java it is.", path=self.found),
            "silent": t("No Spark master answers at {master}. Start it, or set the address right.", master=self.found),
            "no_worker": t(
                "{master} has had no free worker for too long. Start one with enough memory, and try again.",
                master=self.found,
            ),
            "stopped": t("Spark stopped before the count was done: {error}. Nothing was changed.", error=self.found),
        }[self.reason]
