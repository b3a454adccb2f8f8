-- A-numbers that lie plain: written by somebody without the service's key, or before there was one. The service seals them
-- within a minute; the key itself is never here.

-- The plain ones of a table, by number of the row.
create function paradero.plain_numbers(place text, after bigint, most integer) returns table (id bigint, number text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
begin
  perform set_config('paradero.actor', 'service:numbers', true);
  return query
    select i.id, i.value from public.person_identifier i
    where place = 'person_identifier' and i.kind = 'a_number' and i.value not like 'n1.%' and i.id > after
    order by i.id limit most;
  return query
    select s.id, s.a_number from public.open_search s
    where place = 'open_search' and s.a_number not like 'n1.%' and s.id > after order by s.id limit most;
  return query
    select r.id, r.client_a_number from public.visit_request r
    where place = 'visit_request' and r.client_a_number not like 'n1.%' and r.id > after order by r.id limit most;
  return query
    select l.id, l.inputs->>'aNumber' from public.locator_attempt l
    where place = 'locator_attempt' and l.inputs->>'aNumber' not like 'n1.%' and l.id > after order by l.id limit most;
  perform set_config('paradero.actor', actor, true);
end $$;
comment on function paradero.plain_numbers(text, bigint, integer) is 'A-numbers of a table that are not sealed, in order.';

-- By what was taken back is known again once a number is sealed: a digest of the plain one gains one of the sealed one.
create function paradero.carry_suppressions(plain text[], sealed text[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.suppression (digest, contest_id, person_id, made_by, made_at, is_keyed, made_of)
  select case when x.is_keyed then paradero.keyed_digest(t.digest) else t.digest end, x.contest_id, x.person_id, x.made_by,
    x.made_at, x.is_keyed, 'sealed number'
  from unnest(plain, sealed) n (plain, sealed)
  cross join lateral (select paradero.number_digest(n.plain) as digest) p
  cross join lateral (select paradero.number_digest(n.sealed) as digest) t
  join public.suppression x on x.digest in (p.digest, paradero.keyed_digest(p.digest))
  where coalesce(x.made_of, 'number') = 'number'
  on conflict do nothing
$$;
comment on function paradero.carry_suppressions(text[], text[]) is
  'Lets what was taken back by plain A-numbers be known by the sealed ones.';

-- Puts sealed numbers in the place of plain ones; a row that says another number by now stays.
create function paradero.seal_numbers(place text, ids bigint[], plain text[], sealed text[]) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
  done integer;
begin
  perform set_config('paradero.actor', 'service:numbers', true);
  perform paradero.carry_suppressions(plain, sealed);
  case place
    when 'person_identifier' then
      update public.person_identifier i set value = n.sealed
      from unnest(ids, plain, sealed) n (id, plain, sealed)
      where i.id = n.id and i.kind = 'a_number' and i.value = n.plain;
    when 'open_search' then
      update public.open_search s set a_number = n.sealed
      from unnest(ids, plain, sealed) n (id, plain, sealed) where s.id = n.id and s.a_number = n.plain;
    when 'visit_request' then
      update public.visit_request r set client_a_number = n.sealed
      from unnest(ids, plain, sealed) n (id, plain, sealed) where r.id = n.id and r.client_a_number = n.plain;
    when 'locator_attempt' then
      update public.locator_attempt l set inputs = jsonb_set(l.inputs, '{aNumber}', to_jsonb(n.sealed))
      from unnest(ids, plain, sealed) n (id, plain, sealed) where l.id = n.id and l.inputs->>'aNumber' = n.plain;
    else raise exception using errcode = 'invalid_parameter_value', message = 'there is no such place of numbers';
  end case;
  get diagnostics done = row_count;
  perform set_config('paradero.actor', actor, true);
  return done;
end $$;
comment on function paradero.seal_numbers(text, bigint[], text[], text[]) is 'Puts sealed A-numbers in the place of plain ones.';

-- How many lie plain, and whether any is sealed.
create function paradero.count_numbers() returns table (plain bigint, is_any_sealed boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
begin
  perform set_config('paradero.actor', 'service:numbers', true);
  return query select
    (select count(*) from public.person_identifier i where i.kind = 'a_number' and i.value not like 'n1.%')
    + (select count(*) from public.open_search s where s.a_number not like 'n1.%')
    + (select count(*) from public.visit_request r where r.client_a_number not like 'n1.%')
    + (select count(*) from public.locator_attempt l where l.inputs->>'aNumber' not like 'n1.%'),
    exists (select from public.person_identifier i where i.kind = 'a_number' and i.value like 'n1.%')
      or exists (select from public.open_search s where s.a_number like 'n1.%')
      or exists (select from public.visit_request r where r.client_a_number like 'n1.%')
      or exists (select from public.locator_attempt l where l.inputs->>'aNumber' like 'n1.%');
  perform set_config('paradero.actor', actor, true);
end $$;
comment on function paradero.count_numbers() is 'How many A-numbers lie plain, and whether any is sealed.';

-- The planner keeps some values of a column; once they are sealed it looks anew.
create function paradero.forget_plain_numbers() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze public.person_identifier (value);
end $$;
comment on function paradero.forget_plain_numbers() is 'Takes plain A-numbers out of what the planner knows.';

-- Puts fingerprints of imported rows that were made with the key in the place of plain ones.
create function paradero.key_rows(source integer, plain uuid[], keyed uuid[]) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  done integer;
begin
  delete from public.imported_row i using unnest(plain, keyed) n (plain, keyed)
  where i.source_id = source and i.key = n.plain and not i.is_keyed
    and exists (select from public.imported_row o where o.source_id = source and o.key = n.keyed);
  update public.imported_row i set key = n.keyed, is_keyed = true
  from unnest(plain, keyed) n (plain, keyed)
  where i.source_id = source and i.key = n.plain and not i.is_keyed;
  get diagnostics done = row_count;
  return done;
end $$;
comment on function paradero.key_rows(integer, uuid[], uuid[]) is 'Makes fingerprints of imported rows again, with the key.';

revoke all on function paradero.plain_numbers(text, bigint, integer) from public;
revoke all on function paradero.carry_suppressions(text[], text[]) from public;
revoke all on function paradero.seal_numbers(text, bigint[], text[], text[]) from public;
revoke all on function paradero.count_numbers() from public;
revoke all on function paradero.forget_plain_numbers() from public;
revoke all on function paradero.key_rows(integer, uuid[], uuid[]) from public;
grant execute on function paradero.plain_numbers(text, bigint, integer), paradero.carry_suppressions(text[], text[]),
  paradero.seal_numbers(text, bigint[], text[], text[]), paradero.count_numbers(), paradero.forget_plain_numbers(),
  paradero.key_rows(integer, uuid[], uuid[]) to paradero_staff;

-- As the tables' owner, whom row-level security binds too. No login role is let through.
create policy "Numbers are sealed as the owner" on public.visit_request
  using (paradero.actor_is('numbers') and current_user not in
    ('paradero_public', 'paradero_staff', 'paradero_index', 'paradero_keeper', 'paradero_backup'));
