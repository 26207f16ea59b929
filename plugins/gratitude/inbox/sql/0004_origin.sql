ALTER TABLE message ADD COLUMN has_origin INTEGER NOT NULL DEFAULT 1;   -- 1: may tell from which address and program it was sent

CREATE INDEX message_origin ON message (conversation) WHERE has_origin = 1;
