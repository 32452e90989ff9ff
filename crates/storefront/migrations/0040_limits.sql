-- How often something was tried lately: discount codes and cards, per session, address and shop. Shared by all processes,
-- forgotten soon. Ids are digests: the table names nobody. The sandbox processor keeps its own.

CREATE TABLE limits (
    id        TEXT   NOT NULL PRIMARY KEY,
    used      BIGINT NOT NULL,
    resets_at BIGINT NOT NULL                 -- when the count starts anew, unix milliseconds
);
CREATE INDEX limits_by_end ON limits (resets_at);

CREATE TABLE sandbox_limits (
    id        TEXT   NOT NULL PRIMARY KEY,
    used      BIGINT NOT NULL,
    resets_at BIGINT NOT NULL
);
CREATE INDEX sandbox_limits_by_end ON sandbox_limits (resets_at);

-- Where an attempt came from (a digest), until it is settled: if its card does not pay, that counts against the address.
ALTER TABLE attempts ADD COLUMN address TEXT;
