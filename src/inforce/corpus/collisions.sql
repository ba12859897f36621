-- Where two voices give different days for one thing: one entry, one exit, one act. What the first or the second may have
-- mixed up is looked for among all claims about the same treaty and party.

WITH dated AS (
  SELECT treaty::VARCHAR AS treaty, what::VARCHAR AS what, name::VARCHAR AS name, coalesce(party::VARCHAR, '') AS party,
    coalesce(object::VARCHAR, '') AS object, voice::VARCHAR AS voice, text, earliest::INTEGER AS earliest, latest::INTEGER AS latest
  FROM claims
  WHERE what IN ('act', 'outcome', 'event') AND NOT against AND earliest IS NOT NULL AND latest IS NOT NULL
), same_exit AS (
  SELECT treaty, voice, earliest, latest, count(DISTINCT party) AS parties
  FROM dated WHERE what = 'outcome' AND name = 'leave' AND party <> '' AND earliest = latest GROUP BY ALL
), apart AS (
  SELECT a.treaty, a.what, a.name, a.party, a.voice AS voice1, a.text AS day1, b.voice AS voice2, b.text AS day2,
    a.earliest AS e1, a.latest AS l1, b.earliest AS e2, b.latest AS l2,
    greatest(b.earliest - a.latest, a.earliest - b.latest) AS days
  FROM dated AS a JOIN dated AS b
    ON a.treaty = b.treaty AND a.what = b.what AND a.name = b.name AND a.party = b.party AND a.object = b.object
    AND a.voice < b.voice AND (a.latest < b.earliest OR b.latest < a.earliest)
), sides AS (
  SELECT *, voice1 AS voice, e1 AS e, l1 AS l, e2 AS oe, l2 AS ol FROM apart
  UNION ALL
  SELECT *, voice2, e2, l2, e1, l1 FROM apart
), confused AS (
  SELECT s.treaty, s.what, s.name, s.party, s.voice1, s.day1, s.voice2, s.day2, s.voice,
    CASE
      WHEN s.name = 'enter' AND EXISTS (FROM dated AS d WHERE d.treaty = s.treaty AND d.name = 'sign'
        AND d.party IN ('', s.party) AND d.earliest <= s.l AND d.latest >= s.e) THEN 'signature'
      WHEN s.name = 'enter' AND EXISTS (FROM dated AS d WHERE d.treaty = s.treaty AND d.party = s.party
        AND d.name IN ('ratify', 'accept', 'approve', 'accede', 'deposit') AND d.earliest <= s.l AND d.latest >= s.e)
        THEN 'one_consent'
      WHEN s.name = 'leave' AND EXISTS (FROM dated AS d WHERE d.treaty = s.treaty AND d.party IN ('', s.party)
        AND d.name IN ('denounce', 'withdraw', 'terminate', 'declare') AND d.earliest <= s.l AND d.latest >= s.e)
        THEN 'notice'
      WHEN s.name = 'leave' AND s.what = 'outcome' AND EXISTS (FROM same_exit AS x WHERE x.treaty = s.treaty
        AND x.voice = s.voice AND x.earliest = s.e AND x.latest = s.l AND x.parties >= 3) THEN 'copied'
      WHEN s.days = 1 THEN 'off_by_one'
      WHEN s.e = s.l AND year(DATE '1970-01-01' + s.e) BETWEEN year(DATE '1970-01-01' + s.oe) AND year(DATE '1970-01-01' + s.ol)
        AND (strftime(DATE '1970-01-01' + s.e, '%m-%d') IN ('01-01', '12-31')) THEN 'precision'
    END AS confusion
  FROM sides AS s
)
SELECT a.treaty, a.party, a.what, a.name, a.voice1, a.day1, a.voice2, a.day2, a.days,
  coalesce(arg_min(c.confusion, (c.rank, c.voice)), 'none') AS confusion,
  arg_min(c.voice, (c.rank, c.voice)) FILTER (WHERE c.confusion <> 'off_by_one') AS whose
FROM apart AS a JOIN (
  SELECT *, list_position(['signature', 'one_consent', 'notice', 'copied', 'off_by_one', 'precision'], confusion) AS rank
  FROM confused
) AS c
  ON (a.treaty, a.what, a.name, a.party, a.voice1, a.day1, a.voice2, a.day2)
   = (c.treaty, c.what, c.name, c.party, c.voice1, c.day1, c.voice2, c.day2)
GROUP BY ALL
ORDER BY a.days DESC, a.treaty, a.party, a.name, a.voice1, a.voice2
