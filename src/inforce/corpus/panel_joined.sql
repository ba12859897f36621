-- Where treaties or clauses are counted, each counts once a year, however many of its spells touch the year.

CREATE TEMP TABLE once AS
WITH marked AS (
  SELECT *, p0 <= max(p1) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS goes_on
  FROM periods WINDOW w AS (PARTITION BY u1, u2, col, item, rail ORDER BY p0, p1)
), numbered AS (
  SELECT *, count(*) FILTER (WHERE NOT coalesce(goes_on, false)) OVER (w ROWS UNBOUNDED PRECEDING) AS stretch
  FROM marked WINDOW w AS (PARTITION BY u1, u2, col, item, rail ORDER BY p0, p1)
)
SELECT u1, u2, col, item, rail, min(p0) AS p0, max(p1) AS p1 FROM numbered GROUP BY u1, u2, col, item, rail, stretch;

CREATE OR REPLACE TEMP TABLE periods AS FROM once;
