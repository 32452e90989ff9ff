-- The sandbox processor's refunds: each key gives money back once.

CREATE TABLE sandbox_refunds (
    key        TEXT   NOT NULL PRIMARY KEY,   -- the business's key of the refund
    payment    TEXT   NOT NULL REFERENCES sandbox_payments (key),
    amount     BIGINT NOT NULL CHECK (amount > 0),
    created_at BIGINT NOT NULL
);
CREATE INDEX sandbox_refunds_by_payment ON sandbox_refunds (payment);
