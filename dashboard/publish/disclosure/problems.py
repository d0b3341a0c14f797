"""Why no release can keep the rules, as one line that says of which cells and what to do."""

from dashboard.publish.problems import Say

# The texts of this module are keys of publish.po.
UNREADABLE = "This is not TOML with the rules of a release. Put the file back and change one rule at a time."
WIDTH = "A withheld cell has to look as if it could reach the threshold. Set most to the threshold or more."
LEAST = "A withheld cell that could only be more than 1 tells too much. Set least to 1, or to 0 if zeros are withheld."
NO_CLAIM = "The exception cites a claim that is not published. Cite one, or take the exception out."
NO_CELL = "The exception names a cell that is in no table. Set its name right, or take the exception out."
KNOWN = "The cell is below the threshold and known already. Withholding cannot undo that; make it an exception."
UNSAFE = "The cell can be worked out from what has to stay public. Take an exception out or publish fewer tables."


class Refused(Exception):
    """No release can keep the policy: `sentence` (a key of the translations) says why, `cells` of which cells."""

    def __init__(self, sentence: str, *cells: str) -> None:
        super().__init__(f"{', '.join(cells)}: {sentence}" if cells else sentence)
        self.sentence = sentence
        self.cells = cells


def line(refused: Refused, say: Say = str) -> str:
    """people/2024/KEN: The cell is below the threshold and known already. ..."""
    return ", ".join(refused.cells) + ": " * bool(refused.cells) + say(refused.sentence)
