-- Letters of a shop without a mail server: the demo's mailbox, where they can be read instead of being sent.

CREATE TABLE mailbox (
    id         TEXT   NOT NULL PRIMARY KEY,   -- the message's id in the outbox: one that is delivered twice is there once
    recipient  TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    language   TEXT   NOT NULL,
    html       TEXT   NOT NULL,
    plain      TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX mailbox_by_time ON mailbox (created_at);
