-- The sandbox card processor's own books: no real money. It shares the file in the demo and nothing else; the shop's
-- code never reads these tables, nor the processor's code the shop's. There is no column for a card number.

CREATE TABLE sandbox_tokens (
    id           TEXT   NOT NULL PRIMARY KEY, -- SHA-256 of the token
    checkout     TEXT   NOT NULL,             -- the token pays for this checkout only
    business     TEXT   NOT NULL,             -- and for this business only
    brand        TEXT   NOT NULL,
    last_digits  TEXT   NOT NULL,
    expiry_month BIGINT NOT NULL,
    expiry_year  BIGINT NOT NULL,
    behaviour    TEXT   NOT NULL,             -- what this test card does
    expires_at   BIGINT NOT NULL,
    used_by      TEXT                         -- idempotency key of the one payment it was used for
);
CREATE INDEX sandbox_tokens_by_expiry ON sandbox_tokens (expires_at);

CREATE TABLE sandbox_payments (
    key          TEXT   NOT NULL PRIMARY KEY, -- the business's idempotency key
    id           TEXT   NOT NULL UNIQUE,
    checkout     TEXT   NOT NULL,
    business     TEXT   NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount >= 0),
    currency     TEXT   NOT NULL,
    status       TEXT   NOT NULL,             -- processing, challenge, captured, declined, voided, refunded
    reason       TEXT,
    brand        TEXT   NOT NULL,
    last_digits  TEXT   NOT NULL,
    challenge    TEXT   UNIQUE,
    language     TEXT   NOT NULL,
    return_url   TEXT   NOT NULL,
    notify_url   TEXT   NOT NULL,
    answer_at    BIGINT NOT NULL,             -- a slow card answers at this time
    refunded     BIGINT NOT NULL DEFAULT 0,
    created_at   BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL
);
CREATE INDEX sandbox_payments_by_checkout ON sandbox_payments (checkout);
