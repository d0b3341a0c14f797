"""Counts, what ties them together and a policy in; which of the counts have to be withheld, and the proof, out."""
