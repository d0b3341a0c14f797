-- One row per line of the CSV files that could not be read: of its faults the first.
SELECT DISTINCT ON (scans.file_path, faults.line)
    scans.file_path,
    faults.line AS row,
    faults.column_name AS "column",
    faults.error_type::VARCHAR AS fault
FROM rejected AS faults
INNER JOIN rejected_scans AS scans ON faults.scan_id = scans.scan_id AND faults.file_id = scans.file_id
ORDER BY scans.file_path, faults.line, faults.error_type::VARCHAR <> 'INVALID ENCODING', faults.column_idx
LIMIT 1000
