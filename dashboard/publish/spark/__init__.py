"""What counts a register on more than one machine: the kept assignments in, the table `counts` out, by Apache Spark."""
