-- Of whom a claim holds (`dev.fanshelf.club`): what a discount for members is verified against before the buyer pays.

CREATE TABLE members (
    claim    TEXT NOT NULL,                   -- a reverse-domain name, as in context.eligibility
    customer TEXT NOT NULL,                   -- digest of shop and e-mail address, as in discount_uses
    PRIMARY KEY (claim, customer)
);
