"""Source files kept by hand in, a checked release of Parquet files out: all of it or nothing."""
