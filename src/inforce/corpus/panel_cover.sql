-- Where it is said whom the source covers, each of them is covered, and each two of them on the days that they share.

DELETE FROM spells WHERE kind = 'covered';

INSERT INTO spells BY NAME
WITH columns AS (SELECT DISTINCT col, CASE WHEN getvariable('by_treaty') THEN treaty ELSE '' END AS treaty FROM said)
SELECT CASE WHEN getvariable('by_treaty') THEN treaty ELSE actor END AS u1,
  CASE WHEN getvariable('by_treaty') THEN actor ELSE '' END AS u2,
  'covered' AS kind, col, '' AS item, since, until, true AS surely
FROM covered CROSS JOIN columns WHERE NOT getvariable('of_pairs')
UNION ALL
SELECT a.actor, b.actor, 'covered', col, '', greatest(a.since, b.since), least(a.until, b.until), true
FROM covered AS a JOIN covered AS b ON a.actor <> b.actor AND greatest(a.since, b.since) < least(a.until, b.until)
CROSS JOIN (SELECT DISTINCT col FROM columns)
WHERE getvariable('of_pairs');
