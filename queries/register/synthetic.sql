-- One row per assignment of an invented register of $rows rows, the same for the same $seed: columns and texts of a
-- ministry's file. Of ten rows five are of people with one assignment, two of one with two, three of one with three,
-- each in a stretch of 640 days of its own, so that nobody serves twice at a time. Five rows in eight are at home.
WITH numbered AS (
    SELECT
        n,
        n // 10 * 7 + [0, 1, 2, 3, 4, 5, 5, 6, 6, 6][n % 10 + 1] AS person,
        [0, 0, 0, 0, 0, 0, 1, 0, 1, 2][n % 10 + 1] AS turn,
        [1, 1, 1, 1, 1, 2, 2, 3, 3, 3][n % 10 + 1] AS turns
    FROM range($rows::BIGINT) AS numbers (n)
),

-- Digests are the same on every machine and in every version, which hash() and random() do not promise.
drawn AS (
    SELECT
        n,
        person,
        turn,
        turns,
        (md5_number_lower($seed::BIGINT || ' person ' || person) >> 4)::BIGINT AS p,
        (md5_number_lower($seed::BIGINT || ' row ' || n) >> 4)::BIGINT AS r
    FROM numbered
),

-- The product of two even draws favours the first words of a list, as life does.
picked AS (
    SELECT
        n,
        person,
        p,
        r,
        r % 8 > 2 AS at_home,
        (r >> 3) % 100 AS kind,
        (r >> 16) % 298 AS length,
        (p >> 3) % 800 + (r >> 26) % 340 + 640 * CASE turns
            WHEN 1 THEN [0, 1, 1, 2, 2, 2][p % 6 + 1]
            WHEN 2 THEN turn + p % 2
            ELSE turn
        END AS wait,
        [
            'KEN', 'THA', 'TUR', 'JOR', 'KGZ', 'UZB', 'MNG', 'EGY', 'NPL', 'RWA', 'IDN', 'VNM', 'SEN', 'FJI'
        ][(r >> 36) % 32 * ((r >> 41) % 32) * 14 // 1024 + 1] AS abroad,
        ['UNDP', 'UNICEF', 'UNHCR', 'UNFPA', 'IOM', 'FAO', 'UNESCO', 'UNWOMEN', 'ILO'][
            (r >> 46) % 16 * ((r >> 50) % 16) * 10 // 256 + 1
        ] AS entity,
        [
            'KZ-75', 'KZ-71', 'KZ-79', 'KZ-61', 'KZ-19', 'KZ-35', 'KZ-39', 'KZ-63', 'KZ-55', 'KZ-11',
            'KZ-15', 'KZ-31', 'KZ-33', 'KZ-27', 'KZ-43', 'KZ-47', 'KZ-59', 'KZ-23', 'KZ-10', 'KZ-62'
        ][(p >> 48) % 32 * ((p >> 53) % 32) * 21 // 1024 + 1] AS region
    FROM drawn
),

dated AS (
    SELECT
        n,
        person,
        p,
        r,
        at_home,
        kind,
        abroad,
        entity,
        region,
        DATE '2019-01-01' + wait::INTEGER AS first_day,
        CASE WHEN at_home THEN length // 5 ELSE length END AS days
    FROM picked
)

SELECT
    'SYNTHETIC-A' || lpad(n::VARCHAR, 9, '0') AS assignment_id,
    'SYNTHETIC-V' || lpad(person::VARCHAR, 9, '0') AS volunteer_key,
    CASE WHEN at_home THEN 'KAZ' ELSE abroad END AS host_country,
    CASE WHEN at_home THEN 'UNV' ELSE entity END AS agency,
    CASE WHEN at_home THEN 'national' WHEN kind < 30 THEN 'full_funding' ELSE 'un_volunteers' END AS programme,
    CASE
        WHEN at_home AND kind < 70 THEN 'national'
        WHEN at_home THEN 'community'
        WHEN kind < 55 THEN 'youth'
        WHEN kind < 80 THEN 'specialist'
        WHEN kind < 88 THEN 'expert'
        ELSE 'online'
    END AS category,
    first_day::VARCHAR AS start_date,
    CASE WHEN first_day + days::INTEGER <= DATE '2025-12-31' THEN (first_day + days::INTEGER)::VARCHAR END AS end_date,
    CASE WHEN (p >> 16) % 100 < 56 THEN 'F' WHEN (p >> 16) % 100 < 98 THEN 'M' END AS sex,
    CASE WHEN (p >> 24) % 50 > 0 THEN 2000 - (p >> 30) % 7 * ((p >> 34) % 8) END AS birth_year,
    region AS home_region,
    CASE WHEN at_home AND (r >> 55) % 2 = 0 THEN (days + 1) * ((r >> 56) % 6 + 1) END AS hours
FROM dated
ORDER BY n
