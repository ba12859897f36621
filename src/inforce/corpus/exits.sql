-- Who ceased to be a party to what: the first day on which it may have been none, the first on which it surely is none,
-- and whether another surely stayed. Rows of one party follow one another and cover all days.

WITH parties AS (
  SELECT treaty::VARCHAR AS treaty, bearer::VARCHAR AS party, view::VARCHAR AS view, since, until,
    list_has_any(['in_force', 'suspended'], possible::VARCHAR[]) AS inside,
    list_has_any(['ended', 'not_a_party', 'void'], possible::VARCHAR[]) AS outside,
    list_has_all(['in_force', 'suspended'], possible::VARCHAR[]) AS surely_inside
  FROM intervals
  WHERE clause IS NULL AND instrument IS NULL AND bearer IS NOT NULL AND counterparty IS NULL
), marked AS (
  SELECT *, lag(inside) OVER w AS was_inside, lag(outside) OVER w AS was_outside, lag(surely_inside) OVER w AS was_surely
  FROM parties WINDOW w AS (PARTITION BY treaty, party, view ORDER BY since NULLS FIRST)
), gone AS (
  SELECT b.treaty, b.party, b.view, b.since AS earliest, any_value(b.was_surely) AS was_surely, min(g.since) AS latest
  FROM marked AS b LEFT JOIN marked AS g
    ON g.treaty = b.treaty AND g.party = b.party AND g.view = b.view AND NOT g.inside AND g.since >= b.since
  WHERE b.outside AND b.was_inside AND NOT b.was_outside
  GROUP BY b.treaty, b.party, b.view, b.since
), others AS (
  SELECT g.treaty, g.party, g.view, g.earliest,
    coalesce(bool_or(o.surely_inside), false) AS surely_stays, coalesce(bool_or(o.inside), false) AS may_stay
  FROM gone AS g LEFT JOIN parties AS o
    ON o.treaty = g.treaty AND o.view = g.view AND o.party <> g.party
    AND coalesce(o.since <= coalesce(g.latest, g.earliest), true) AND coalesce(o.until > coalesce(g.latest, g.earliest), true)
  GROUP BY ALL
)
SELECT g.treaty, g.party, g.earliest, g.latest, g.was_surely AND g.latest IS NOT NULL AS sure,
  CASE WHEN surely_stays THEN 'left' WHEN NOT may_stay THEN 'ended' ELSE 'open' END AS how, g.view
FROM gone AS g JOIN others USING (treaty, party, view, earliest)
ORDER BY g.earliest, g.treaty, g.party, g.view
