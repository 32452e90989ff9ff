-- What the sweepers look for. Portable between SQLite and PostgreSQL, as 0001.

CREATE INDEX sandbox_payments_by_update ON sandbox_payments (status, updated_at);
