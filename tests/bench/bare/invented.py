"""A path and a number in; an invented register of so many rows there out."""

import sys
from pathlib import Path

from dashboard.publish import synthetic

if __name__ == "__main__":
    synthetic.write(Path(sys.argv[1]), int(sys.argv[2]))
