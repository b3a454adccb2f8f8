-- Digests of what was taken back are made with a key of the service's, which the database never keeps: an A-number has nine
-- digits, and a plain SHA-256 of one is found by trying. Those that were made without a key are made again, each from the
-- digest that it was, as soon as the service runs.
alter table suppression add column is_keyed boolean not null default false;
