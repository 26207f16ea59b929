PRAGMA application_id=1196573012;
PRAGMA user_version=3;
BEGIN TRANSACTION;
CREATE TABLE conversation (
  id TEXT PRIMARY KEY CHECK (length(id) = 8),
  opened TEXT NOT NULL,                                  -- identity of the message that opened it
  leads_to TEXT REFERENCES conversation (id),            -- set while it is merged into an older one
  state TEXT NOT NULL DEFAULT 'new'                      -- derived from the journal, kept for looking up
, lesson TEXT NOT NULL DEFAULT '?') STRICT;
INSERT INTO "conversation" VALUES('d3074b6e','mid:one@example.com',NULL,'accepted','?');
INSERT INTO "conversation" VALUES('b4394303','mid:two@example.com',NULL,'spam','?');
CREATE TABLE disclosure (                                -- what left this machine, written before it was sent
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  message TEXT REFERENCES message (identity) ON DELETE SET NULL,
  at TEXT NOT NULL,
  call TEXT NOT NULL,                                    -- comment-check, submit-spam, submit-ham
  fields TEXT NOT NULL,                                  -- their names; the values stand in the message
  outcome TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE event (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  step INTEGER NOT NULL,                                 -- one command or key; 0: no move of the author's
  conversation TEXT NOT NULL REFERENCES conversation (id),
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
INSERT INTO "event" VALUES(1,1,'d3074b6e','2026-06-01T09:00:00+00:00','permitted','{"show": "named", "wording": "Yes", "day": "2026-05-04", "words": ["Your post saved my weekend. Thank you!"], "name": "Ann", "place": "", "post": "cron"}');
INSERT INTO "event" VALUES(2,1,'d3074b6e','2026-06-01T09:00:00+00:00','accepted','{"note": {"id": "2026-05-03-k3f9", "post": "cron", "name": "Ann", "day": "2026-05-03", "show": "named", "via": "mail", "turns": [{"who": "reader", "words": "Your post saved my weekend. Thank you!"}]}, "sources": ["mid:one@example.com"]}');
INSERT INTO "event" VALUES(3,2,'b4394303','2026-06-01T09:00:00+00:00','spam','{}');
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "fact" VALUES('step','2');
INSERT INTO "fact" VALUES('sent','yes');
CREATE TABLE learned (                                   -- in how many messages a mark stood (screen.learned)
  mark INTEGER PRIMARY KEY,
  ham INTEGER NOT NULL,
  spam INTEGER NOT NULL
) STRICT;
CREATE TABLE left_out (                                  -- hashed identities, so that what was left out stays out
  identity BLOB PRIMARY KEY CHECK (length(identity) = 16),
  fingerprint BLOB NOT NULL,                             -- form mailers repeat a Message-ID: another letter is not left out
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lessons (                                   -- from how many messages was learned
  is_spam INTEGER PRIMARY KEY CHECK (is_spam IN (0, 1)),
  messages INTEGER NOT NULL
) STRICT;
CREATE TABLE message (
  identity TEXT PRIMARY KEY,
  stage TEXT NOT NULL CHECK (stage IN ('staged', 'taken', 'left')),
  conversation TEXT REFERENCES conversation (id),
  message_id TEXT NOT NULL,
  parent_id TEXT NOT NULL,                               -- In-Reply-To, else the last reference
  sent TEXT NOT NULL,                                    -- ISO 8601 UTC, '' where no date can be read
  address TEXT NOT NULL,
  yours INTEGER NOT NULL CHECK (yours IN (0, 1)),
  words_hash BLOB NOT NULL,
  band0 INTEGER NOT NULL, band1 INTEGER NOT NULL, band2 INTEGER NOT NULL, band3 INTEGER NOT NULL,  -- of the MinHash
  post TEXT NOT NULL DEFAULT '',                         -- the post it is known to be about
  reason TEXT,                                           -- why it was left out
  data TEXT NOT NULL, kinds TEXT, links TEXT, verdict TEXT,
  raw BLOB NOT NULL, is_traced INTEGER NOT NULL DEFAULT 0, approved INTEGER NOT NULL DEFAULT 0,                                     -- zlib
  CHECK (stage <> 'taken' OR (conversation IS NOT NULL AND kinds IS NOT NULL AND links IS NOT NULL AND verdict IS NOT NULL))
) STRICT;
INSERT INTO "message" VALUES('mid:one@example.com','taken','d3074b6e','one@example.com','','2026-05-03T10:00:00+00:00','ann@example.com',0,X'BE00041904E85FC6C43992BA36BD6176',275099610039411,253547938987373,113967713956241,248345350208777,'cron',NULL,'{"identity":"mid:one@example.com","via":"mail","sender":{"name":"Ann","address":"ann@example.com"},"subject":"Thanks","sent":"2026-05-03T10:00:00+00:00","body":"Your post saved my weekend. Thank you!","own_words":"Your post saved my weekend. Thank you!","message_id":"one@example.com","to":["maren@stillpages.example.com"],"facts":{}}','{"kinds":["thanks"],"primary":"thanks"}','{"posts":[{"post":"cron","score":0.9,"tier":"sure"}]}','{"level":"ok","score":0.1}',X'789C8BCC2F2D5228C82F2E51284E2C4B4D51C8AD54284F4DCD4ECD4BD15308C948CCCB56A8CC2F550400121F0DB4',0,0);
INSERT INTO "message" VALUES('mid:two@example.com','taken','b4394303','two@example.com','','2026-05-03T10:00:00+00:00','bo@example.com',0,X'CE7D2AD063724729A99B0D28222984A8',15095178550716,205410406295595,70573296440902,191806146724636,'cron',NULL,'{"identity":"mid:two@example.com","via":"mail","sender":{"name":"Bo","address":"bo@example.com"},"subject":"Thanks","sent":"2026-05-03T10:00:00+00:00","body":"Does it work with timers?","own_words":"Does it work with timers?","message_id":"two@example.com","to":["maren@stillpages.example.com"],"facts":{}}','{"kinds":["thanks"],"primary":"thanks"}','{"posts":[{"post":"cron","score":0.9,"tier":"sure"}]}','{"level":"ok","score":0.1}',X'789C73C94F2D56C82C5128CF2FCAB60700205804AB',0,0);
CREATE TABLE person (                                    -- the opaque word a person's named notes share
  address TEXT PRIMARY KEY,
  token TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "person" VALUES('ann@example.com','p-7xk2');
CREATE TABLE seen (                                      -- what a source need not read again
  mark BLOB PRIMARY KEY CHECK (length(mark) = 16),
  source BLOB NOT NULL,
  reason TEXT                                            -- why it was left out, NULL where it was taken in
) STRICT, WITHOUT ROWID;
INSERT INTO "seen" VALUES(X'604F735782288A4D5726DD5A51A09302',X'44A8995DD50B6657A037A7839304535B',NULL);
INSERT INTO "seen" VALUES(X'CFBD5DA348AE6DF51E6E88275615D93A',X'44A8995DD50B6657A037A7839304535B',NULL);
CREATE TABLE taught (                                    -- what each message taught, so that it can be taken back
  identity TEXT PRIMARY KEY,                             -- also of spam that an export brought and nobody took in
  is_spam INTEGER NOT NULL CHECK (is_spam IN (0, 1)),
  marks BLOB NOT NULL                                    -- four bytes each
) STRICT, WITHOUT ROWID;
CREATE TABLE trace (                                     -- what can be met again under another name (message.traces)
  mark INTEGER NOT NULL,
  hand INTEGER NOT NULL,
  identity TEXT NOT NULL REFERENCES message (identity) ON DELETE CASCADE,
  PRIMARY KEY (mark, hand, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_conversation ON message (conversation);
CREATE INDEX message_message_id ON message (message_id);
CREATE INDEX message_parent_id ON message (parent_id);
CREATE INDEX message_address ON message (address);
CREATE INDEX message_stage ON message (stage, yours, sent);
CREATE INDEX message_words ON message (words_hash);
CREATE INDEX message_band0 ON message (band0);
CREATE INDEX message_band1 ON message (band1);
CREATE INDEX message_band2 ON message (band2);
CREATE INDEX message_band3 ON message (band3);
CREATE INDEX event_conversation ON event (conversation);
CREATE INDEX seen_source ON seen (source);
CREATE INDEX disclosure_message ON disclosure (message);
CREATE INDEX trace_identity ON trace (identity);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('event',3);
COMMIT;
