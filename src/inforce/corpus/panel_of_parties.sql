-- Units of one party: whatever it bears, towards whomever; of a treaty itself, what it is for that party.

CREATE TEMP TABLE spells AS
SELECT CASE WHEN getvariable('by_treaty') THEN treaty ELSE bearer END AS u1,
  CASE WHEN getvariable('by_treaty') THEN bearer ELSE '' END AS u2, kind, col, item, since, until, surely
FROM borne WHERE clause <> '' OR counterparty IS NULL;
