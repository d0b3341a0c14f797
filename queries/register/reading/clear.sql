-- What is no longer needed once the rows are typed or told of, raw ids among it, goes.
DROP VIEW IF EXISTS typed;
DROP VIEW IF EXISTS lines;
DROP TABLE IF EXISTS workbook_lines;
DROP TABLE IF EXISTS suspects;
DROP TABLE IF EXISTS cells;
DROP TABLE IF EXISTS found;
DROP TABLE IF EXISTS names;
DROP TABLE IF EXISTS headings;
DROP TABLE IF EXISTS empty_lines;
DROP TABLE IF EXISTS twice;
DROP TABLE IF EXISTS doubled;
DROP TABLE IF EXISTS overlapping;
