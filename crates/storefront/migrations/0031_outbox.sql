-- What leaves the house: webhooks, mails and refunds, written in the transaction of the change they tell of and delivered
-- afterwards, at least once, by whichever process comes first.

-- Counts the changes of an order. Whoever changes an order raises it first, which is also the lock on the order.
ALTER TABLE orders ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

-- Which platform wants to hear of the order that a checkout will become.
CREATE TABLE listeners (
    checkout    TEXT   NOT NULL PRIMARY KEY,
    platform    TEXT   NOT NULL,              -- its profile's address
    webhook_url TEXT   NOT NULL,
    created_at  BIGINT NOT NULL
);
CREATE INDEX listeners_by_age ON listeners (created_at);

CREATE TABLE outbox (
    id          TEXT   NOT NULL PRIMARY KEY,  -- the same at every try: Webhook-Id, Idempotency-Key, Message-ID
    order_id    TEXT   NOT NULL REFERENCES orders (id),
    position    BIGINT NOT NULL,              -- the order's revision: what goes to one recipient goes in this order
    kind        TEXT   NOT NULL,              -- webhook, mail, refund
    topic       TEXT   NOT NULL,              -- what it is about, as JSON
    recipient   TEXT   NOT NULL,              -- a URL, an e-mail address, or for a refund its own id
    body        TEXT   NOT NULL,              -- fixed here, so that every try says the same
    state       TEXT   NOT NULL,              -- waiting, delivered, given_up
    tries       BIGINT NOT NULL DEFAULT 0,
    claim       TEXT,                         -- who is delivering it
    due_at      BIGINT NOT NULL,              -- not before; while it is being delivered: when the claim ends
    expires_at  BIGINT NOT NULL,              -- a try that fails after this was the last one
    failure     TEXT,                         -- what the last try came to
    created_at  BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE INDEX outbox_by_due ON outbox (kind, state, due_at);
CREATE INDEX outbox_by_order ON outbox (order_id, kind, recipient, position);
CREATE INDEX outbox_by_end ON outbox (state, finished_at);
