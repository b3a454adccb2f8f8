-- Contests of records: one that is upheld keeps the record, and whatever tells the same again, from ever being told.

-- Every search asks for some dozens of these digests: functions in SQL would be planned anew for each.

-- What the service's sessions bring along, in hexadecimal; nothing for others. It is not kept in the database.
create function paradero.suppression_key() returns bytea
language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when current_setting('paradero.suppression_key', true) ~ '^[0-9a-f]{64}$'
    then decode(current_setting('paradero.suppression_key', true), 'hex') end;
end $$;
-- A digest made with the key from a plain one; nothing without the key. Both have 32 bytes, so that none extends another.
create function paradero.keyed_digest(plain bytea) returns bytea
language plpgsql stable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return sha256(paradero.suppression_key() || plain);
end $$;
create function paradero.name_digest(a_name text, born date) returns bytea
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return sha256(convert_to('name ' || born::text || ' ' || a_name, 'UTF8'));
end $$;
-- Of a number as it lies there, plain or sealed.
create function paradero.number_digest(a_number text) returns bytea
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return sha256(convert_to('a-number ' || a_number, 'UTF8'));
end $$;

-- Makes digests that were made without the key again, with it: what an operator decided at the command line, and what is
-- older than the key. How many those were; none in a session without the key.
create function paradero.key_suppressions() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made integer;
begin
  update public.suppression s set digest = paradero.keyed_digest(s.digest), is_keyed = true
  where not s.is_keyed and paradero.suppression_key() is not null;
  get diagnostics made = row_count;
  return made;
end $$;

-- Upholds a contest that stands. How many digests would know the record again: none where it has neither a whole date of
-- birth nor an A-number, so that another import of it has to be contested again. No row: the contest does not stand.
create function paradero.uphold_contest(contest bigint, account bigint, at timestamptz)
returns table (person_id bigint, known_by integer)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  whose bigint;
  made integer;
begin
  update public.protection p
  set lifted_at = greatest(at, p.set_at), lifted_by = account, lifted_because = 'decided'
  where p.id = contest and p.kind = 'contested' and p.lifted_at is null
  returning p.person_id into whose;
  if whose is null then return; end if;
  insert into public.suppression (digest, contest_id, person_id, made_by, made_at, made_of)
  select x.digest, contest, whose, account, at, x.made_of
  from (
    select paradero.name_digest(d.search_name, d.birth_date) as digest, 'name' as made_of
    from paradero.shown_as(array[whose]) s join public.person_description d on d.person_id = s.person_id
    union
    select paradero.number_digest(i.value), case when i.value like 'n1.%' then 'sealed number' else 'number' end
    from paradero.shown_as(array[whose]) s
    join public.person_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
  ) x
  where x.digest is not null;
  get diagnostics made = row_count;
  -- By its own number too, for as long as it is there.
  insert into public.suppression (digest, contest_id, person_id, made_by, made_at, made_of)
  values (sha256(convert_to('record ' || whose::text, 'UTF8')), contest, whose, account, at, 'record');
  perform paradero.key_suppressions();
  return query select whose, made;
end $$;
comment on function paradero.suppression_key() is 'The key that the service''s session brought along, if it did.';
comment on function paradero.keyed_digest(bytea) is 'A digest made with the session''s key from a plain one.';
comment on function paradero.key_suppressions() is 'Makes digests that were made without the key again, with it.';
comment on function paradero.name_digest(text, date) is 'By what a name with a date of birth is known again.';
comment on function paradero.number_digest(text) is 'By what an A-number is known again.';
comment on function paradero.uphold_contest(bigint, bigint, timestamptz) is
  'Takes a contested record back for good; by how many digests another import of it is known.';
revoke all on function paradero.suppression_key() from public;
revoke all on function paradero.keyed_digest(bytea) from public;
revoke all on function paradero.key_suppressions() from public;
grant execute on function paradero.key_suppressions() to paradero_staff;
revoke all on function paradero.name_digest(text, date) from public;
revoke all on function paradero.number_digest(text) from public;
revoke all on function paradero.uphold_contest(bigint, bigint, timestamptz) from public;
grant execute on function paradero.uphold_contest(bigint, bigint, timestamptz) to paradero_staff;
