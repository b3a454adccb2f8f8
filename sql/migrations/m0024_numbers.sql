-- A-numbers lie sealed where there is a service's key: `n1.` and 44 signs of base64url, the same for the same number, so that
-- they are compared as before. What lies plain stays until the service, which has the key, seals it.
alter table person_identifier drop constraint "An A-number has nine digits",
  add constraint "An A-number has nine digits or is sealed"
    check (kind <> 'a_number' or value ~ '^([0-9]{9}|n1\.[A-Za-z0-9_-]{44})$');
alter table open_search drop constraint "A sought A-number has nine digits",
  add constraint "A sought A-number has nine digits or is sealed"
    check (a_number ~ '^([0-9]{9}|n1\.[A-Za-z0-9_-]{44})$');
alter table visit_request drop constraint "A client's A-number has nine digits",
  add constraint "A client's A-number has nine digits or is sealed"
    check (client_a_number ~ '^([0-9]{9}|n1\.[A-Za-z0-9_-]{44})$');
-- What is still to be sealed, and nothing else.
create index person_identifier_plain on person_identifier (id) where kind = 'a_number' and value not like 'n1.%';

-- What a digest is of, as far as it matters here: one of a plain number is carried over to the sealed one. What is older is
-- not told apart.
alter table suppression add column made_of text
  constraint "A digest is of a name, a number, a sealed number or a record"
    check (made_of in ('name', 'number', 'sealed number', 'record'));

-- A row's fingerprint holds the A-number too, and whoever knows the rest of the row finds it by trying: the fingerprint is made
-- again with the service's key.
alter table imported_row add column is_keyed boolean not null default false;
create index imported_row_plain on imported_row (source_id, key) where not is_keyed;
