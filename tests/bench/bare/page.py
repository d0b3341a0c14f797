"""A number in; so many times the milliseconds in which all queries of the register's page are answered, out."""

from __future__ import annotations

import sys
import time

from dashboard import data
from dashboard.catalog import REGISTER_CHARTS


def main(turns: int) -> None:
    release = data.register.current()
    connection = data.connect(data.DATA, release)
    year = data.run(connection, "register_years", {})["year"].iloc[-1]
    for _ in range(turns):
        start = time.perf_counter()
        for name in REGISTER_CHARTS:
            data.run(connection, name, {"year": year, "lang": "kk"})
        print((time.perf_counter() - start) * 1000)


if __name__ == "__main__":
    main(int(sys.argv[1]))
