CREATE TABLE conversation (
  id TEXT PRIMARY KEY CHECK (length(id) = 8),
  opened TEXT NOT NULL,                                  -- identity of the message that opened it
  leads_to TEXT REFERENCES conversation (id),            -- set while it is merged into an older one
  state TEXT NOT NULL DEFAULT 'new'                      -- derived from the journal, kept for looking up
, lesson TEXT NOT NULL DEFAULT '?') STRICT;

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

CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

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
  raw BLOB NOT NULL, is_traced INTEGER NOT NULL DEFAULT 0, approved INTEGER NOT NULL DEFAULT 0, has_origin INTEGER NOT NULL DEFAULT 1,                                     -- zlib
  CHECK (stage <> 'taken' OR (conversation IS NOT NULL AND kinds IS NOT NULL AND links IS NOT NULL AND verdict IS NOT NULL))
) STRICT;

CREATE TABLE person (                                    -- the opaque word a person's named notes share
  address TEXT PRIMARY KEY,
  token TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE seen (                                      -- what a source need not read again
  mark BLOB PRIMARY KEY CHECK (length(mark) = 16),
  source BLOB NOT NULL,
  reason TEXT                                            -- why it was left out, NULL where it was taken in
) STRICT, WITHOUT ROWID;

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

CREATE INDEX disclosure_message ON disclosure (message);

CREATE INDEX event_conversation ON event (conversation);

CREATE INDEX message_address ON message (address);

CREATE INDEX message_band0 ON message (band0);

CREATE INDEX message_band1 ON message (band1);

CREATE INDEX message_band2 ON message (band2);

CREATE INDEX message_band3 ON message (band3);

CREATE INDEX message_conversation ON message (conversation);

CREATE INDEX message_message_id ON message (message_id);

CREATE INDEX message_origin ON message (conversation) WHERE has_origin = 1;

CREATE INDEX message_parent_id ON message (parent_id);

CREATE INDEX message_stage ON message (stage, yours, sent);

CREATE INDEX message_words ON message (words_hash);

CREATE INDEX seen_source ON seen (source);

CREATE INDEX trace_identity ON trace (identity);
