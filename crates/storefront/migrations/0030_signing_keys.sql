-- The shop's keys for HTTP message signatures. One is in use; one that was replaced stays published for a while, so that
-- whoever read the profile before can still verify. The unique index lets processes that start together agree on one.

CREATE TABLE signing_keys (
    kid        TEXT   NOT NULL PRIMARY KEY,   -- thumbprint of the public key
    jwk        TEXT   NOT NULL,               -- the public key, as published
    secret     TEXT,                          -- PKCS #8 in base64 when the shop made it itself; none when it was given
    slot       TEXT   NOT NULL,               -- always 'shop'; what the index below is over
    created_at BIGINT NOT NULL,
    retired_at BIGINT                         -- from when on another one signs
);
CREATE UNIQUE INDEX signing_keys_in_use ON signing_keys (slot) WHERE retired_at IS NULL;
