CREATE TABLE disclosure (                                -- what left this machine, written before it was sent
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  message TEXT REFERENCES message (identity) ON DELETE SET NULL,
  at TEXT NOT NULL,
  call TEXT NOT NULL,                                    -- comment-check, submit-spam, submit-ham
  fields TEXT NOT NULL,                                  -- their names; the values stand in the message
  outcome TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX disclosure_message ON disclosure (message);
