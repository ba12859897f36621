-- Units of two. Where the table has rows of pairs for a treaty or a clause, these are taken. Else a treaty is in force
-- between two when it is for both, and a clause is owed to everyone who takes part in its treaty.

CREATE TEMP TABLE told AS SELECT DISTINCT item FROM borne WHERE counterparty IS NOT NULL;

CREATE TEMP TABLE alone AS SELECT * FROM borne WHERE counterparty IS NULL AND item NOT IN (FROM told);

CREATE TEMP VIEW pairs AS
SELECT bearer AS u1, counterparty AS u2, kind, col, item, since, until, surely FROM borne
WHERE counterparty IS NOT NULL
UNION ALL
SELECT counterparty, bearer, kind, col, item, since, until, surely FROM borne
WHERE counterparty IS NOT NULL AND clause = ''
UNION ALL
SELECT a.bearer, b.bearer, a.kind, a.col, a.item, greatest(a.since, b.since), least(a.until, b.until), a.surely AND b.surely
FROM alone AS a JOIN alone AS b ON a.kind = b.kind AND a.col = b.col AND a.item = b.item AND a.bearer <> b.bearer
WHERE a.clause = '' AND b.clause = '' AND greatest(a.since, b.since) < least(a.until, b.until)
UNION ALL
SELECT a.bearer, b.bearer, a.kind, a.col, a.item, greatest(a.since, b.since), least(a.until, b.until), a.surely AND b.surely
FROM alone AS a JOIN parties AS b ON a.kind = b.kind AND a.treaty = b.treaty AND a.bearer <> b.bearer
WHERE a.clause <> '' AND greatest(a.since, b.since) < least(a.until, b.until);

-- That two are covered is said once, by however many treaties.

CREATE TEMP TABLE spells AS
SELECT * FROM pairs WHERE kind = 'held'
UNION ALL
SELECT DISTINCT u1, u2, kind, col, '', since, until, true FROM pairs WHERE kind = 'covered';
