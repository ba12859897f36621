-- ATOP's directed dyad-years from its member table.
-- Two rows of one alliance, phases included, whose memberships share more than a single day; the years that the shared
-- days touch; the obligations of the first state's row; the maximum over alliances and rows; any member, whether or
-- not it is in a system of states.

CREATE TEMP TABLE pairs AS
SELECT a.atopid, a.ccode AS ccode1, b.ccode AS ccode2,
  year(greatest(a.enters_first, b.enters_first)) AS first_year,
  year(least(a.leaves_last, b.leaves_last)) AS last_year,
  least(a.leaves_first, b.leaves_first) - greatest(a.enters_last, b.enters_last) AS days_at_least,
  least(a.leaves_last, b.leaves_last) - greatest(a.enters_first, b.enters_first) AS days_at_most,
  a.defense, a.offense, a.neutral, a.nonagg, a.consul
FROM members AS a JOIN members AS b ON a.atopid = b.atopid AND a.ccode <> b.ccode
WHERE days_at_most > 0;

CREATE TEMP TABLE dyads AS
WITH years AS (
  SELECT ccode1, ccode2, unnest(range(first_year, last_year + 1))::INTEGER AS year,
    defense, offense, neutral, nonagg, consul
  FROM pairs WHERE days_at_least > 0
)
SELECT ccode1, ccode2, year, max(defense) AS defense, max(offense) AS offense, max(neutral) AS neutral,
  max(nonagg) AS nonagg, max(consul) AS consul
FROM years
WHERE (getvariable('first') IS NULL OR year >= getvariable('first'))
  AND (getvariable('last') IS NULL OR year <= getvariable('last'))
GROUP BY ccode1, ccode2, year
ORDER BY ccode1, ccode2, year;
