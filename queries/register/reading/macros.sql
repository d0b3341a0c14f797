-- What the queries of this folder share. $outer and $inner are the two halves of the secret key: RFC 2104 mixes it with
-- 0x5c and 0x36, once for all rows, so that HMAC is no more than two digests.
CREATE OR REPLACE MACRO keyed(text) AS
unhex(sha256(getvariable('outer_key') || unhex(sha256(getvariable('inner_key') || encode(text)))));

-- What stands for an assignment id while ids are compared, and means nothing outside of this run.
CREATE OR REPLACE MACRO numbered(text) AS CASE WHEN text IS NOT NULL THEN hash(text, getvariable('inner_key')) END;

-- Few rows have a cell to trim, and one look at all cells of a row, each between two chr(1), finds them.
CREATE OR REPLACE MACRO is_loose(cells) AS
regexp_matches(cells, '[ \t\n\r\x{a0}\x01]\x01|\x01[ \t\n\r\x{a0}]');

CREATE OR REPLACE MACRO tidy(text, loose) AS CASE
    WHEN loose THEN nullif(trim(text, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')
    ELSE text
END;

-- 2024-07-01, a midnight of it, or 01.07.2024: the two that cannot be taken for another day.
CREATE OR REPLACE MACRO day_of(text) AS CASE
    WHEN text LIKE '____-__-__' OR text LIKE '____-__-__ 00:00:00'
        THEN try_cast(try_strptime(text[1:10], '%Y-%m-%d') AS date)
    WHEN text LIKE '__.__.____' THEN try_cast(try_strptime(text, '%d.%m.%Y') AS date)
END;

-- A spreadsheet and a column of floating numbers write 1990 as 1990.0.
CREATE OR REPLACE MACRO whole_number(text) AS CASE
    WHEN regexp_full_match(text, '[0-9]{1,9}(\.0+)?') THEN try_cast(split_part(text, '.', 1) AS integer)
END;

CREATE OR REPLACE MACRO minutes_of(text) AS CASE
    WHEN
        regexp_full_match(text, '[0-9]{1,5}([.,][0-9]+)?')
        THEN try_cast(round(try_cast(replace(text, ',', '.') AS decimal(18, 6)) * 60) AS integer)
END;

-- Conditions are worked out in any order, so what is not digits is asked too, and means nothing.
-- The last digit of an IIN is the sum of the others, each times its place, modulo 11; if that is 10, times another.
CREATE OR REPLACE MACRO iin_sum(digits, places) AS
list_sum([try_cast(digits[n] AS integer) * places[n] FOR n IN range(1, 12)]) % 11;

CREATE OR REPLACE MACRO is_iin(digits) AS
regexp_full_match(digits, '[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-6][0-9]{5}')
AND try_cast(digits[12] AS integer) = CASE iin_sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    WHEN 10 THEN iin_sum(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])
    ELSE iin_sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
END;

-- Twelve digits that stand alone, as the end of a UUID does not. A number in a spreadsheet loses its zeros in front.
CREATE OR REPLACE MACRO holds_iin(text) AS CASE
    WHEN regexp_full_match(text, '[0-9]{10,12}(\.0+)?') THEN is_iin(lpad(split_part(text, '.', 1), 12, '0'))
    WHEN
        regexp_matches(text, '(^|[^0-9A-Za-z-])[0-9]{12}($|[^0-9A-Za-z-])')
        THEN coalesce(
            list_bool_or([
                is_iin(digits)
                FOR digits IN regexp_extract_all(text, '(?:^|[^0-9A-Za-z-])([0-9]{12})(?:$|[^0-9A-Za-z-])', 1)
            ]),
            FALSE
        )
    ELSE FALSE
END;

CREATE OR REPLACE MACRO holds_phone(text) AS regexp_matches(
    text,
    '(^|[^0-9A-Za-z-])((\+7|7|8)[ ()-]*7([ ()-]*[0-9]){9}|\+[1-9]([ ()-]*[0-9]){9,14})($|[^0-9A-Za-z-])'
);

CREATE OR REPLACE MACRO holds_email(text) AS contains(text, '@') AND regexp_matches(text, '[^\s@]+@[^\s@]+\.[^\s@.]+');

-- What holds neither an at sign nor ten digits with little between them is none of the three.
CREATE OR REPLACE MACRO is_personal(text) AS CASE
    WHEN
        contains(text, '@') OR regexp_matches(text, '[0-9]([ ()-]*[0-9]){9}')
        THEN holds_email(text) OR holds_iin(text) OR holds_phone(text)
    ELSE FALSE
END;
