-- What matching needs of its own: keys to find people by, counts of how common names are, and learnt weights.

-- The keys of one description: a hash of each word of its folded name, the day of birth, and the years that it may have
-- been in. Hashed here alone, on both sides of a question, so that no program needs a copy of the hash. Two words that
-- share a hash bring a candidate too many, which matching weighs and drops.
create function match_keys(search_name text, birth_date date, birth_year smallint, birth_basis text) returns integer[]
language plpgsql immutable parallel safe as $$
declare
  keys integer[] := '{}';
  word text;
begin
  foreach word in array string_to_array(search_name, ' ') loop
    keys := keys || hashtext(word);
  end loop;
  if birth_date is not null then
    keys := keys || (birth_date - date '0001-01-01');
  end if;
  if birth_year is not null then
    keys := keys || -birth_year::integer;
    -- Reckoned from an age: it is that year or the one before.
    if birth_basis = 'age' then
      keys := keys || 1 - birth_year;
    end if;
  end if;
  return keys;
end $$;
comment on function match_keys(text, date, smallint, text) is
  'What a description is found by: hashed words of the name, the day and the years of birth.';

create aggregate all_match_keys(integer[]) (sfunc = array_cat, stype = integer[], parallel = safe);
comment on aggregate all_match_keys(integer[]) is 'The keys of several descriptions together.';

-- All keys of a person, whichever source gave them: a name of one and a birth of another find them together. Kept by the
-- triggers below instead of a foreign key, like the big tables.
create table person_keys (
  person_id bigint primary key,
  keys integer[] not null
);

create function gather_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.person_keys (person_id, keys)
  select d.person_id, public.all_match_keys(public.match_keys(d.search_name, d.birth_date, d.birth_year, d.birth_basis))
  from public.person_description d
  where d.person_id in (select a.person_id from added a)
  group by d.person_id order by d.person_id
  on conflict (person_id) do update set keys = excluded.keys;
  return null;
end $$;
create trigger gather_keys after insert on person_description
  referencing new table as added for each statement execute function gather_keys();

create function drop_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.person_keys k where k.person_id in (select r.person_id from removed r);
  insert into public.person_keys (person_id, keys)
  select d.person_id, public.all_match_keys(public.match_keys(d.search_name, d.birth_date, d.birth_year, d.birth_basis))
  from public.person_description d
  where d.person_id in (select r.person_id from removed r)
  group by d.person_id order by d.person_id;
  return null;
end $$;
create trigger drop_keys after delete on person_description
  referencing old table as removed for each statement execute function drop_keys();

insert into person_keys (person_id, keys)
select d.person_id, all_match_keys(match_keys(d.search_name, d.birth_date, d.birth_year, d.birth_basis))
from person_description d group by d.person_id order by d.person_id;
create index person_keys_keys on person_keys using gin (keys);

-- Keys find what similarity of letters used to.
drop index person_description_search_name;

-- How common the words of names, countries and places are among all who are listed: what agreeing on one is worth, and
-- which words stand near another. Counted by the matching index, which has read every name.
create table record_count (
  kind text not null
    constraint "A count is of a known kind" check (kind in ('people', 'names', 'word', 'country', 'place')),
  item text not null,
  counted bigint not null constraint "What is counted is there" check (counted >= 0),
  given bigint,
  family bigint,
  spelled text,
  counted_at timestamptz not null default now(),
  constraint "A thing is counted once" primary key (kind, item),
  constraint "Words alone are spelled otherwise" check (spelled is null or kind = 'word'),
  constraint "Words alone are given or family names" check ((given is not null and family is not null) = (kind = 'word'))
);

-- Weights that were learnt from the records, the newest last. Nothing is ever changed in it.
create table learnt_weights (
  id bigint generated always as identity primary key,
  learnt_at timestamptz not null default now(),
  people bigint not null constraint "Weights are learnt from people" check (people >= 0),
  data text not null constraint "Weights say what they were learnt from" check (data <> ''),
  weights text not null constraint "Weights are not empty" check (weights <> '')
);
