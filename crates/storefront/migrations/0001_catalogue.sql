-- The catalogue: what is sold, what it costs where, what is left, what it looks like.
-- Portable between SQLite and PostgreSQL: TEXT ids, BIGINT integers, JSON as TEXT, times as unix milliseconds.
-- Words that exist in several languages are one JSON object: {"en": "…", "ar": "…", "ja": "…"}; "en" is always there.

CREATE TABLE creators (
    handle   TEXT   NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    names    TEXT   NOT NULL,
    taglines TEXT   NOT NULL,
    theme    TEXT   NOT NULL
);

CREATE TABLE products (
    id           TEXT   NOT NULL PRIMARY KEY,
    creator      TEXT   NOT NULL REFERENCES creators (handle),
    position     BIGINT NOT NULL,             -- order on the shelf, unique among what is on sale: also the paging key
    kind         TEXT   NOT NULL,
    titles       TEXT   NOT NULL,
    descriptions TEXT   NOT NULL,
    kinds        TEXT   NOT NULL,             -- the kind's name
    options      TEXT   NOT NULL,             -- [{id, names, values: [{id, names, swatch?}]}], in the order they are asked
    extras       TEXT   NOT NULL,             -- {badge?, personalisation?, size_guide?}
    digital      BIGINT NOT NULL,             -- 1: nothing to deliver
    ships_at     BIGINT,                      -- pre-order: when it will be sent
    rating       BIGINT,                      -- tenths, 0 to 50
    ratings      BIGINT,                      -- how many gave one
    active       BIGINT NOT NULL,             -- 0: no longer sold, kept for orders and carts that name it
    fingerprint  TEXT   NOT NULL              -- digest of everything above, so that an import touches only what changed
);
CREATE INDEX products_by_position ON products (position);
-- Browsing and counting read this instead of the rows with all their texts.
CREATE INDEX products_on_sale ON products (active, position, id);

CREATE TABLE product_categories (
    product  TEXT   NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    value    TEXT   NOT NULL,
    folded   TEXT   NOT NULL,                 -- value in lower case, what filters compare
    taxonomy TEXT   NOT NULL,
    PRIMARY KEY (product, position)
);
CREATE INDEX product_categories_by_value ON product_categories (folded, product);

CREATE TABLE variants (
    id       TEXT   NOT NULL PRIMARY KEY,
    product  TEXT   NOT NULL REFERENCES products (id),
    position BIGINT NOT NULL,
    sku      TEXT   NOT NULL,
    choices  TEXT   NOT NULL,                 -- {option id: value id}
    grams    BIGINT NOT NULL,                 -- weight of one, packed; 0: nothing to carry
    active   BIGINT NOT NULL
);
CREATE INDEX variants_by_product ON variants (product, position);

-- The price book: one row per variant and currency, minor units.
CREATE TABLE prices (
    variant     TEXT   NOT NULL REFERENCES variants (id) ON DELETE CASCADE,
    currency    TEXT   NOT NULL,
    product     TEXT   NOT NULL,              -- repeated here so that a price filter needs no join
    amount      BIGINT NOT NULL CHECK (amount >= 0),
    list_amount BIGINT,                       -- before the sale; above amount
    PRIMARY KEY (variant, currency)
);
CREATE INDEX prices_by_product ON prices (product, currency, amount);

CREATE TABLE pictures (
    product  TEXT   NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    file     TEXT   NOT NULL,                 -- content hash; files are {file}-{width}.webp
    ground   TEXT   NOT NULL,                 -- dominant colour, #rrggbb
    alts     TEXT   NOT NULL,
    choice   TEXT,                            -- value id of the colour it shows; none: belongs to every variant
    PRIMARY KEY (product, position)
);

-- On its own, so that contention for units never touches catalogue rows. Sellable: on_hand - held.
CREATE TABLE stock (
    variant_id TEXT   NOT NULL PRIMARY KEY REFERENCES variants (id),
    on_hand    BIGINT,                        -- none: never runs out (digital)
    held       BIGINT NOT NULL DEFAULT 0 CHECK (held >= 0),
    CHECK (on_hand IS NULL OR on_hand >= held)
);

-- First answers to requests that carried an Idempotency-Key.
CREATE TABLE idempotency (
    id         TEXT   NOT NULL PRIMARY KEY,   -- digest of client, method, path and key
    body       TEXT   NOT NULL,               -- digest of the request's raw body
    status     BIGINT NOT NULL,               -- HTTP status of the answer; 0 while it is being worked out
    answer     TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL                -- while status is 0: from when on a retry may take over
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);
