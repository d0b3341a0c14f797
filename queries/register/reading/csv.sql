-- One row per row of the CSV file $path below its header, all text: $columns names the cells, $delimiter parts them.
-- Lines that cannot be read go to the table `rejected`.
FROM read_csv(
    $path,
    columns = $columns,
    delim = $delimiter,
    quote = '"',
    escape = '"',
    header = FALSE,
    skip = 1,
    auto_detect = FALSE,
    store_rejects = TRUE,
    rejects_table = 'rejected',
    rejects_scan = 'rejected_scans'
)
