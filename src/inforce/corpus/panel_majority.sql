-- The years on more than half of whose days something holds: spells of one unit, column and rail are joined first, so
-- that no day counts twice.

CREATE TEMP TABLE periods AS
WITH marked AS (
  SELECT *, since <= max(until) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS goes_on
  FROM railed WINDOW w AS (PARTITION BY u1, u2, col, item, rail ORDER BY since, until)
), numbered AS (
  SELECT *, count(*) FILTER (WHERE NOT coalesce(goes_on, false)) OVER (w ROWS UNBOUNDED PRECEDING) AS stretch
  FROM marked WINDOW w AS (PARTITION BY u1, u2, col, item, rail ORDER BY since, until)
), stretches AS (
  SELECT u1, u2, col, item, rail, min(since) AS since, max(until) AS until,
    year(min(since)) AS first_year, year(max(until) - 1) AS last_year
  FROM numbered GROUP BY u1, u2, col, item, rail, stretch
), ends AS (
  SELECT *, unnest(list_distinct([first_year, last_year])) AS year FROM stretches
), counted AS (
  SELECT u1, u2, col, item, rail, year,
    sum(least(until, make_date(year + 1, 1, 1)) - greatest(since, make_date(year, 1, 1))) AS days
  FROM ends GROUP BY u1, u2, col, item, rail, year
)
SELECT u1, u2, col, item, rail, year AS p0, year AS p1 FROM counted
WHERE 2 * days > make_date(year + 1, 1, 1) - make_date(year, 1, 1)
UNION ALL
SELECT u1, u2, col, item, rail, first_year + 1, last_year - 1 FROM stretches WHERE last_year - first_year > 1;
