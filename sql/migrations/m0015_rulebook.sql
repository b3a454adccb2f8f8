-- The rulebook as it was applied: every file of it, in the words in which it was read. A version of a rule is never changed
-- once it is here; what says it better is another version, in another file. Files that are no rule (places, schema) may be
-- applied again, and the newest counts.

create table rulebook_file (
  id bigint generated always as identity primary key,
  name text not null
    constraint "A file of the rulebook has a name in its folder"
    check (name ~ '^[A-Za-z0-9_-]+(/[A-Z0-9]+(-[A-Z0-9]+)*\.[0-9]+)?(\.schema)?\.json$'),
  sha256 bytea not null constraint "A file of the rulebook is held to by a SHA-256" check (octet_length(sha256) = 32),
  content bytea not null constraint "A file of the rulebook is not empty" check (octet_length(content) > 0),
  applied_at timestamptz not null
);
create unique index "A version of a rule is applied once" on rulebook_file (name) where position('/' in name) > 0;

create function rulebook_file_stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = 'what was applied of the rulebook stays',
    table = tg_table_name, schema = 'public', constraint = 'What was applied of the rulebook stays';
end $$;
create trigger "What was applied of the rulebook stays" before update or delete on rulebook_file
  for each row execute function rulebook_file_stays();
