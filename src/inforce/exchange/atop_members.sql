-- The member table as it was written, every cell a text, judged row by row.
-- What is not given of a day stays open, from the first to the last day that it may be; nothing is filled in.

CREATE TEMP MACRO not_given(cell) AS coalesce(cell, '') IN ('', '.', 'NA');

CREATE TEMP MACRO whole(cell) AS
  CASE WHEN try_cast(cell AS DOUBLE) = floor(try_cast(cell AS DOUBLE)) AND abs(try_cast(cell AS DOUBLE)) < 1e9
       THEN try_cast(cell AS DOUBLE)::INTEGER END;

CREATE TEMP MACRO the_day(year, month, day) AS
  try_cast(printf('%04d-%02d-%02d', whole(year), whole(month), whole(day)) AS DATE);

CREATE TEMP MACRO first_day(year, month, day) AS
  CASE WHEN NOT not_given(day) THEN the_day(year, month, day)
       WHEN NOT not_given(month) THEN the_day(year, month, '1')
       ELSE the_day(year, '1', '1') END;

CREATE TEMP MACRO last_day_of(year, month, day) AS
  CASE WHEN NOT not_given(day) THEN the_day(year, month, day)
       WHEN NOT not_given(month) THEN last_day(the_day(year, month, '1'))
       ELSE the_day(year, '12', '31') END;

CREATE TEMP MACRO obligation(cell) AS CASE WHEN whole(cell) IN (0, 1) THEN whole(cell) END;

CREATE TEMP TABLE judged AS
WITH dated AS (
  SELECT *,
    whole(member) AS ccode,
    whole(yrexit) = 0 AS in_force,
    first_day(yrent, moent, dayent) AS enters_first,
    last_day_of(yrent, moent, dayent) AS enters_last,
    CASE WHEN whole(yrexit) = 0 THEN getvariable('through') ELSE first_day(yrexit, moexit, dayexit) END AS leaves_first,
    CASE WHEN whole(yrexit) = 0 THEN getvariable('through') ELSE last_day_of(yrexit, moexit, dayexit) END AS leaves_last
  FROM written
)
SELECT *,
  CASE
    WHEN not_given(atopid) THEN 'no atopid'
    WHEN ccode IS NULL OR ccode <= 0 THEN 'member is no code of a state: ' || coalesce(member, 'nothing')
    WHEN not_given(yrent) THEN 'no year of entry'
    WHEN not_given(yrexit) THEN 'no year of exit, and no 0 for a membership in force'
    WHEN enters_first IS NULL THEN 'no such day of entry: ' || concat_ws('-', yrent, moent, dayent)
    WHEN leaves_first IS NULL THEN 'no such day of exit: ' || concat_ws('-', yrexit, moexit, dayexit)
    WHEN leaves_last < enters_first AND NOT in_force THEN 'it leaves before it enters'
    WHEN obligation(defense) IS NULL THEN 'defense is neither 0 nor 1'
    WHEN obligation(offense) IS NULL THEN 'offense is neither 0 nor 1'
    WHEN obligation(neutral) IS NULL THEN 'neutral is neither 0 nor 1'
    WHEN obligation(nonagg) IS NULL THEN 'nonagg is neither 0 nor 1'
    WHEN obligation(consul) IS NULL THEN 'consul is neither 0 nor 1'
  END AS reason
FROM dated;

CREATE TEMP TABLE members AS
SELECT line, atopid, ccode, enters_first, enters_last, leaves_first, leaves_last,
  whole(defense) AS defense, whole(offense) AS offense, whole(neutral) AS neutral,
  whole(nonagg) AS nonagg, whole(consul) AS consul
FROM judged WHERE reason IS NULL;
