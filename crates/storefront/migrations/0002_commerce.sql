-- Commerce: from a cart to an order. A draft is what the buyer wants; what it costs is computed, never stored, until
-- a payment freezes it. Portable between SQLite and PostgreSQL, as 0001.

CREATE TABLE carts (
    id         TEXT   NOT NULL PRIMARY KEY,   -- unguessable: whoever knows it may use it
    draft      TEXT   NOT NULL,               -- lines, buyer, context, codes
    currency   TEXT   NOT NULL,
    country    TEXT   NOT NULL,
    canceled   BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX carts_by_expiry ON carts (expires_at);

CREATE TABLE checkouts (
    id         TEXT   NOT NULL PRIMARY KEY,   -- unguessable, as a cart's
    cart       TEXT,
    draft      TEXT   NOT NULL,
    currency   TEXT   NOT NULL,
    country    TEXT   NOT NULL,
    phase      TEXT   NOT NULL,               -- open, paying, challenge, completed, canceled
    shown      BIGINT NOT NULL,               -- the total the buyer was last shown; nothing else is ever charged
    frozen     TEXT,                          -- the answer as it was when payment began; what GET shows from then on
    failure    TEXT,                          -- why the last payment did not happen
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
-- One live checkout per cart: converting a cart twice finds the first one.
CREATE UNIQUE INDEX checkouts_live_by_cart ON checkouts (cart) WHERE cart IS NOT NULL AND phase IN ('open', 'paying', 'challenge');
CREATE INDEX checkouts_by_expiry ON checkouts (phase, expires_at);

-- One row per try to pay. Its id is the processor's idempotency key, so that a charge can be asked for again, or called
-- off, without ever happening twice.
CREATE TABLE attempts (
    id            TEXT   NOT NULL PRIMARY KEY,
    checkout      TEXT   NOT NULL REFERENCES checkouts (id),
    intent        TEXT,                       -- digest of the client's Idempotency-Key: its retry finds this attempt
    state         TEXT   NOT NULL,            -- pending, challenge, captured, failed
    amount        BIGINT NOT NULL CHECK (amount >= 0),
    currency      TEXT   NOT NULL,
    language      TEXT   NOT NULL,
    instrument    TEXT   NOT NULL,            -- as shown to the buyer; never a credential
    challenge_url TEXT,
    payment       TEXT,                       -- the processor's id of the charge
    reason        TEXT,                       -- why it failed
    due_at        BIGINT NOT NULL,            -- from when on the sweeper looks into it
    created_at    BIGINT NOT NULL,
    settled_at    BIGINT
);
CREATE UNIQUE INDEX attempts_live ON attempts (checkout) WHERE state IN ('pending', 'challenge');
CREATE INDEX attempts_by_due ON attempts (state, due_at);
CREATE INDEX attempts_by_checkout ON attempts (checkout, created_at);

-- Units reserved for an attempt; counted in stock.held. Gone when the attempt is claimed or released.
CREATE TABLE stock_holds (
    attempt    TEXT   NOT NULL REFERENCES attempts (id),
    variant    TEXT   NOT NULL,
    quantity   BIGINT NOT NULL CHECK (quantity > 0),
    expires_at BIGINT NOT NULL,               -- when the attempt is looked into; a hold is never dropped blindly
    PRIMARY KEY (attempt, variant)
);

CREATE TABLE discounts (
    key      TEXT   NOT NULL PRIMARY KEY,     -- the code in upper case
    position BIGINT NOT NULL,
    rule     TEXT   NOT NULL,
    active   BIGINT NOT NULL
);

-- Who has used a once-only discount, or is about to: taken with the stock, given back with it.
CREATE TABLE discount_uses (
    key      TEXT NOT NULL,
    customer TEXT NOT NULL,                   -- digest of the e-mail address
    attempt  TEXT NOT NULL,
    PRIMARY KEY (key, customer)
);
CREATE INDEX discount_uses_by_attempt ON discount_uses (attempt);

CREATE TABLE counters (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('order', 1000);

CREATE TABLE orders (
    id         TEXT   NOT NULL PRIMARY KEY,
    number     BIGINT NOT NULL UNIQUE,        -- for people: #1001
    checkout   TEXT   NOT NULL UNIQUE REFERENCES checkouts (id),   -- the last defence: one order per checkout
    attempt    TEXT   NOT NULL UNIQUE REFERENCES attempts (id),    -- and one per payment
    token      TEXT   NOT NULL,               -- SHA-256 of the capability that reads it
    email      TEXT,
    language   TEXT   NOT NULL,
    currency   TEXT   NOT NULL,
    total      BIGINT NOT NULL,
    snapshot   TEXT   NOT NULL,               -- lines, expectations and totals as sold
    created_at BIGINT NOT NULL
);
CREATE INDEX orders_by_time ON orders (created_at);

-- What happened since: appended to, never changed.
CREATE TABLE order_history (
    id          TEXT   NOT NULL PRIMARY KEY,
    order_id    TEXT   NOT NULL REFERENCES orders (id),
    kind        TEXT   NOT NULL,              -- event, adjustment
    occurred_at BIGINT NOT NULL,
    body        TEXT   NOT NULL
);
CREATE INDEX order_history_by_order ON order_history (order_id, occurred_at, id);
