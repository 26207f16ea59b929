CREATE TABLE trace (                                     -- what can be met again under another name (message.traces)
  mark INTEGER NOT NULL,
  hand INTEGER NOT NULL,
  identity TEXT NOT NULL REFERENCES message (identity) ON DELETE CASCADE,
  PRIMARY KEY (mark, hand, identity)
) STRICT, WITHOUT ROWID;

CREATE INDEX trace_identity ON trace (identity);

ALTER TABLE message ADD COLUMN is_traced INTEGER NOT NULL DEFAULT 0;    -- 0: stored before there were traces

ALTER TABLE message ADD COLUMN approved INTEGER NOT NULL DEFAULT 0;     -- 1: an export says it was on the blog

ALTER TABLE conversation ADD COLUMN lesson TEXT NOT NULL DEFAULT '?';   -- ham, spam, '' for nothing; '?' not looked at

CREATE TABLE learned (                                   -- in how many messages a mark stood (screen.learned)
  mark INTEGER PRIMARY KEY,
  ham INTEGER NOT NULL,
  spam INTEGER NOT NULL
) STRICT;

CREATE TABLE lessons (                                   -- from how many messages was learned
  is_spam INTEGER PRIMARY KEY CHECK (is_spam IN (0, 1)),
  messages INTEGER NOT NULL
) STRICT;

CREATE TABLE taught (                                    -- what each message taught, so that it can be taken back
  identity TEXT PRIMARY KEY,                             -- also of spam that an export brought and nobody took in
  is_spam INTEGER NOT NULL CHECK (is_spam IN (0, 1)),
  marks BLOB NOT NULL                                    -- four bytes each
) STRICT, WITHOUT ROWID;
