-- For each actor of the panel, the periods of one code from the first through the last; without a code, of none.

CREATE TEMP TABLE coded_days AS
WITH found AS (
  SELECT actor, code, greatest(coalesce(since, getvariable('lo')), getvariable('lo')) AS since,
    least(coalesce(until, getvariable('hi')), getvariable('hi'),
      coalesce(lead(since) OVER (PARTITION BY actor ORDER BY since NULLS FIRST), getvariable('hi'))) AS until
  FROM codes
)
FROM found WHERE since < until;

CREATE TEMP TABLE coded_years AS
WITH years AS (SELECT unnest(range(year(getvariable('lo')), year(getvariable('hi')))) AS year),
days AS (
  SELECT actor, code, year,
    least(until, make_date(year + 1, 1, 1)) - greatest(since, make_date(year, 1, 1)) AS days, since, until
  FROM coded_days JOIN years ON since < make_date(year + 1, 1, 1) AND until > make_date(year, 1, 1)
), chosen AS (
  SELECT actor, year,
    CASE getvariable('boundary')
      WHEN 'first' THEN any_value(code) FILTER (WHERE since <= make_date(year, 1, 1))
      WHEN 'last' THEN any_value(code) FILTER (WHERE until > make_date(year, 12, 31))
      ELSE arg_max(code, (days, since)) END AS code,
    count(DISTINCT code) AS codes
  FROM days GROUP BY actor, year
)
FROM chosen;

CREATE TEMP TABLE coded AS
WITH actors AS (SELECT DISTINCT unnest(CASE WHEN getvariable('by_treaty') THEN [u2::VARCHAR] ELSE [u1::VARCHAR, u2::VARCHAR] END) AS actor FROM segments),
found AS (
  SELECT actor, code, since - DATE '1970-01-01' AS p0, until - DATE '1970-01-02' AS p1 FROM coded_days
  WHERE getvariable('boundary') = 'day'
  UNION ALL
  SELECT actor, code, year, year FROM coded_years WHERE getvariable('boundary') <> 'day' AND code IS NOT NULL
), ends AS (
  SELECT actor, code, p0, p1, coalesce(lag(p1) OVER w, getvariable('p_first') - 1) AS before FROM found
  WINDOW w AS (PARTITION BY actor ORDER BY p0)
), gaps AS (
  SELECT actor, NULL AS code, before + 1 AS p0, p0 - 1 AS p1 FROM ends WHERE before + 1 < p0
  UNION ALL
  SELECT actor, NULL, max(p1) + 1, getvariable('p_last') FROM found GROUP BY actor HAVING max(p1) < getvariable('p_last')
  UNION ALL
  SELECT actor, NULL, getvariable('p_first'), getvariable('p_last') FROM actors
  WHERE actor NOT IN (SELECT actor FROM found)
)
SELECT actor, code, p0, p1 FROM found UNION ALL SELECT actor, code, p0, p1 FROM gaps;
