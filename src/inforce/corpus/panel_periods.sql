-- The years, or the days, that a spell counts for: one after the other from p0 through p1.

CREATE TEMP TABLE periods AS
WITH found AS (
  SELECT u1, u2, col, item, rail,
    CASE getvariable('boundary')
      WHEN 'day' THEN since - DATE '1970-01-01'
      WHEN 'first' THEN year(since - 1) + 1
      ELSE year(since) END AS p0,
    CASE getvariable('boundary')
      WHEN 'day' THEN until - DATE '1970-01-02'
      WHEN 'last' THEN year(until) - 1
      ELSE year(until - 1) END AS p1
  FROM railed
)
FROM found WHERE p0 <= p1;
