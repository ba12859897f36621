BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE appointment (
	number INTEGER NOT NULL, 
	person TEXT NOT NULL CHECK (person <> ''), 
	role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'editor', 'none')), 
	appointed_by TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;
INSERT INTO "appointment" VALUES(1,'olga','editor','olga','2026-11-23T09:06:00.000000+00:00');
INSERT INTO "appointment" VALUES(2,'maria','contributor','olga','2026-11-23T09:07:00.000000+00:00');
CREATE TABLE claim (
	entry INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	happened TEXT, 
	said TEXT, 
	known TEXT, 
	PRIMARY KEY (entry, number), 
	FOREIGN KEY(entry) REFERENCES entry (id)
)
 STRICT

;
INSERT INTO "claim" VALUES(1,1,'768722d8','ARD','1937-02-10/1937-02-14','1937-02-20',NULL);
INSERT INTO "claim" VALUES(2,1,'b0e45772','record','1937-03-01',NULL,NULL);
INSERT INTO "claim" VALUES(3,1,'92bb75da','ARD','1937-02-10/1937-02-15','1937-02-20',NULL);
INSERT INTO "claim" VALUES(5,1,'second','record','1935-05-01',NULL,NULL);
CREATE TABLE concern (
	entry INTEGER NOT NULL, 
	actor TEXT NOT NULL, 
	PRIMARY KEY (entry, actor), 
	FOREIGN KEY(entry) REFERENCES entry (id)
)
 STRICT

;
INSERT INTO "concern" VALUES(1,'ARD');
INSERT INTO "concern" VALUES(2,'ARD');
INSERT INTO "concern" VALUES(2,'VEL');
INSERT INTO "concern" VALUES(3,'ARD');
CREATE TABLE entry (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL CHECK (kind IN ('claim', 'correction', 'proposal', 'acceptance', 'rejection', 'withdrawal')), 
	treaty TEXT NOT NULL CHECK (treaty <> ''), 
	text TEXT NOT NULL, 
	author TEXT NOT NULL CHECK (author <> ''), 
	reason TEXT NOT NULL CHECK (reason <> ''), 
	recorded TEXT NOT NULL, 
	corrects INTEGER, 
	about INTEGER, 
	digest TEXT NOT NULL CHECK (length(digest) = 64), 
	PRIMARY KEY (id), 
	CONSTRAINT decision_about CHECK ((kind IN ('acceptance', 'rejection', 'withdrawal')) = (about IS NOT NULL)), 
	CONSTRAINT decision_text CHECK ((kind IN ('acceptance', 'rejection', 'withdrawal')) = (text = '')), 
	CONSTRAINT correction_corrects CHECK (kind <> 'correction' OR corrects IS NOT NULL), 
	CONSTRAINT corrects_kind CHECK (corrects IS NULL OR kind IN ('correction', 'proposal')), 
	CONSTRAINT older CHECK (coalesce(corrects, 0) < id AND coalesce(about, 0) < id), 
	FOREIGN KEY(corrects) REFERENCES entry (id), 
	FOREIGN KEY(about) REFERENCES entry (id)
)
 STRICT

;
INSERT INTO "entry" VALUES(1,'claim','lake-ferry-1931','1937-02-10/1937-02-14 strikes
  said by ARD on 1937-02-20','maria','A note came in.','2026-11-23T09:01:00.000000+00:00',NULL,NULL,'50a08386ca3add048613a0a25c062afa95c4a7c27930d302b816be62f5b86912');
INSERT INTO "entry" VALUES(2,'proposal','lake-ferry-1931','1937-03-01     ARD, VEL agree to end lake-ferry-1931','maria','A note came in.','2026-11-23T09:02:00.000000+00:00',NULL,NULL,'eef8d8be51b7c8d9aad0a88f53cfcb1929a736d98ba165cb4ae69058d85063c7');
INSERT INTO "entry" VALUES(3,'correction','lake-ferry-1931','1937-02-10/1937-02-15 strikes
  said by ARD on 1937-02-20','maria','A note came in.','2026-11-23T09:03:00.000000+00:00',1,NULL,'b79bb2bd7aff8355cdb065550dabeef8390ae622503a588ddb38ecce8f8f76c1');
INSERT INTO "entry" VALUES(4,'acceptance','lake-ferry-1931','','olga','It is in the file.','2026-11-23T09:04:00.000000+00:00',NULL,2,'35930690ab52423712cc2d33932e8475bfef324f24d640d2416c634a69bddc2b');
INSERT INTO "entry" VALUES(5,'proposal','lake-ferry-1931','1935-05-01 landing-built ^second','writer','Something came in.','2026-11-23T09:05:00.000000+00:00',NULL,NULL,'493560f6ebbc197747ef1882db174c36f86013e4026db37c323f83cc8c1f8725');
CREATE TABLE look (
	number INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;
INSERT INTO "look" VALUES(1,'maria',2,'2026-11-23T09:09:00.000000+00:00');
CREATE TABLE revocation (
	digest TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (digest), 
	FOREIGN KEY(digest) REFERENCES token (digest)
)
 STRICT

;
INSERT INTO "revocation" VALUES('25ac59f7ee67a8f720c1d32a64167ffac9c00f6d9c2ad0f59bb9b41ed968f7da','2026-11-23T09:12:00.000000+00:00');
CREATE TABLE sign_in (
	number INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	place TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;
INSERT INTO "sign_in" VALUES(1,'','127.0.0.1','2026-11-23T09:11:00.000000+00:00');
CREATE TABLE token (
	digest TEXT NOT NULL CHECK (length(digest) = 64), 
	person TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (digest)
)
 STRICT

;
INSERT INTO "token" VALUES('25ac59f7ee67a8f720c1d32a64167ffac9c00f6d9c2ad0f59bb9b41ed968f7da','maria','2026-11-23T09:10:00.000000+00:00');
CREATE TABLE watch (
	number INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	kind TEXT NOT NULL CHECK (kind IN ('treaty', 'party')), 
	name TEXT NOT NULL, 
	begins INTEGER NOT NULL CHECK (begins IN (0, 1)), 
	recorded TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;
INSERT INTO "watch" VALUES(1,'maria','party','ARD',1,'2026-11-23T09:08:00.000000+00:00');
CREATE UNIQUE INDEX decided_once ON entry (about) WHERE kind IN ('acceptance', 'rejection');
CREATE INDEX concern_actor ON concern (actor, entry);
CREATE TRIGGER entry_order BEFORE INSERT ON entry
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM entry)
  OR NEW.recorded < (SELECT recorded FROM entry ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'entries are numbered and timed in the order of commit'); END;
CREATE TRIGGER entry_no_UPDATE BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER entry_no_DELETE BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER claim_no_UPDATE BEFORE UPDATE ON claim
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER claim_no_DELETE BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER concern_no_UPDATE BEFORE UPDATE ON concern
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER concern_no_DELETE BEFORE DELETE ON concern
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER appointment_no_UPDATE BEFORE UPDATE ON appointment
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER appointment_no_DELETE BEFORE DELETE ON appointment
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER token_no_UPDATE BEFORE UPDATE ON token
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER token_no_DELETE BEFORE DELETE ON token
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER revocation_no_UPDATE BEFORE UPDATE ON revocation
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER revocation_no_DELETE BEFORE DELETE ON revocation
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER sign_in_no_UPDATE BEFORE UPDATE ON sign_in
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER sign_in_no_DELETE BEFORE DELETE ON sign_in
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER watch_no_UPDATE BEFORE UPDATE ON watch
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER watch_no_DELETE BEFORE DELETE ON watch
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER look_no_UPDATE BEFORE UPDATE ON look
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER look_no_DELETE BEFORE DELETE ON look
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
COMMIT;
