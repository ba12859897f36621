-- Who takes part in a treaty: towards them a clause is owed that the table does not tell pair by pair.

CREATE TEMP TABLE parties AS
WITH days AS (
  SELECT treaty, bearer, possible,
    greatest(coalesce(since, getvariable('lo')), getvariable('lo')) AS since,
    least(coalesce(until, getvariable('hi')), getvariable('hi')) AS until
  FROM intervals
  WHERE clause = '' AND instrument = '' AND bearer IS NOT NULL AND counterparty IS NULL
)
SELECT 'held' AS kind, treaty, bearer, since, until, list_has_all(['in_force', 'provisional'], possible) AS surely
FROM days WHERE since < until AND list_has_any(['in_force', 'provisional'], possible)
UNION ALL
SELECT 'covered', treaty, bearer, min(since), max(until), true FROM days WHERE since < until GROUP BY treaty, bearer;

-- The rows of the table of intervals that count for a column, cut to the years asked (lo, hi): what is held, possibly or
-- surely, and what is covered at all, in any status. Of a treaty that a column is about, all who can be parties are
-- covered: who does not bear its clause owes nothing under it, which is known.

CREATE TEMP TABLE said AS
WITH days AS (
  SELECT treaty, instrument, clause, bearer, counterparty, possible,
    greatest(coalesce(since, getvariable('lo')), getvariable('lo')) AS since,
    least(coalesce(until, getvariable('hi')), getvariable('hi')) AS until
  FROM intervals
), matched AS (
  SELECT s.col, i.treaty, i.clause, concat_ws('/', i.treaty, i.instrument, i.clause) AS item, i.bearer, i.counterparty,
    i.since, i.until, list_has_all(s.live, i.possible) AS surely, list_has_any(s.live, i.possible) AS maybe
  FROM days AS i JOIN selectors AS s
    ON i.treaty GLOB s.treaty
    AND CASE WHEN s.clause = '' THEN i.clause = '' AND i.instrument = '' ELSE i.clause <> '' AND i.clause GLOB s.clause END
  WHERE i.since < i.until
), marked AS (
  SELECT *, since <= max(until) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS goes_on
  FROM matched WINDOW w AS (PARTITION BY col, item, bearer, counterparty ORDER BY since, until)
), numbered AS (
  SELECT *, count(*) FILTER (WHERE NOT coalesce(goes_on, false)) OVER (w ROWS UNBOUNDED PRECEDING) AS stretch
  FROM marked WINDOW w AS (PARTITION BY col, item, bearer, counterparty ORDER BY since, until)
)
SELECT 'held' AS kind, col, treaty, clause, item, bearer, counterparty, since, until, surely FROM matched WHERE maybe
UNION ALL
SELECT 'covered', col, any_value(treaty), any_value(clause), item, bearer, counterparty, min(since), max(until), true
FROM numbered GROUP BY col, item, bearer, counterparty, stretch
UNION ALL
SELECT 'covered', m.col, m.treaty, '', 'covered ' || m.treaty, p.bearer, NULL, p.since, p.until, true
FROM (SELECT DISTINCT col, treaty FROM matched) AS m JOIN parties AS p ON p.treaty = m.treaty AND p.kind = 'covered';

-- What no party bears alone, such as what all bear jointly, is each party's.

CREATE TEMP TABLE borne AS
SELECT kind, col, treaty, clause, item, bearer, counterparty, since, until, surely FROM said
WHERE bearer IS NOT NULL
UNION ALL
SELECT a.kind, a.col, a.treaty, a.clause, a.item, b.bearer, NULL, greatest(a.since, b.since), least(a.until, b.until),
  a.surely AND b.surely
FROM said AS a JOIN parties AS b ON a.kind = b.kind AND a.treaty = b.treaty
WHERE a.bearer IS NULL AND a.clause <> '' AND greatest(a.since, b.since) < least(a.until, b.until);
