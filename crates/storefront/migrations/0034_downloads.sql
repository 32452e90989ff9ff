-- The files of digital products: in the data directory, one per product.

CREATE TABLE downloads (
    product    TEXT   NOT NULL PRIMARY KEY REFERENCES products (id),
    file       TEXT   NOT NULL,               -- its name in the folder `downloads` of the data directory
    media_type TEXT   NOT NULL
);
