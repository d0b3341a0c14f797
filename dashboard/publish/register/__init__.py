"""The ministry's files of assignments in, a checked table of them out, or what is wrong with each row."""
