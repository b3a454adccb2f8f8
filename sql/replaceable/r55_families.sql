-- What strangers' requests may do with a search that a family follows: each function asks for the receipt's two hashes
-- and does one thing with that one search. The role has no right to the tables.

-- One attempt at a secret that all share; seconds to wait if there were too many.
create function paradero.family_turn(a_space text, burst integer, pause double precision, moment timestamptz)
returns double precision language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  latest timestamptz := moment + make_interval(secs => pause * (burst - 1));
  found_at timestamptz;
begin
  if a_space not in ('receipt', 'follow') then raise exception 'no such space' using errcode = 'check_violation'; end if;
  insert into public.attempt_throttle as t (space, clear_at) values (a_space, moment + make_interval(secs => pause))
  on conflict (space) do update set clear_at = greatest(t.clear_at, moment) + make_interval(secs => pause)
  where t.clear_at <= latest
  returning clear_at into found_at;
  if found_at is not null then return null; end if;
  select clear_at into found_at from public.attempt_throttle where space = a_space;
  return greatest(0, extract(epoch from found_at - latest));
end $$;

create function paradero.family_of(a_selector bytea, a_verifier bytea) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select search_id from public.family_search where selector = a_selector and verifier = a_verifier
$$;

create function paradero.family_follow(
  a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text,
  an_a_number text, some_arrests date[], a_place text, a_language text, a_selector bytea, a_verifier bytea,
  moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made bigint;
begin
  insert into public.open_search (name, birth_dates, birth_year, birth_age, birth_age_on, country, sex, a_number,
    arrest_dates, arrest_place, opened_at, renewed_at, expires_at, due_at)
  values (a_name, some_births, a_year, an_age, age_on, a_country, a_sex, an_a_number, some_arrests, a_place, moment, moment,
    moment + interval '90 days', moment)
  returning id into made;
  insert into public.family_search (search_id, selector, verifier, language, looked_at)
  values (made, a_selector, a_verifier, a_language, moment);
  perform paradero.append_change('search', made);
  return true;
end $$;

-- What the receipt opens; looking lets the search live on.
create function paradero.family_opened(a_selector bytea, a_verifier bytea, moment timestamptz)
returns table (name text, birth_dates date[], birth_year smallint, birth_age smallint, birth_age_on date, country text,
  sex text, a_number text, arrest_dates date[], arrest_place text, language text, opened_at timestamptz,
  expires_at timestamptz, is_kept boolean, wants text, notes integer, call_due_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
  had_ended boolean;
begin
  if mine is null then return; end if;
  update public.family_search f set looked_at = moment where f.search_id = mine;
  select s.expires_at <= moment into had_ended from public.open_search s where s.id = mine for update;
  update public.open_search s set renewed_at = moment, expires_at = moment + interval '90 days',
    due_at = case when had_ended then moment else s.due_at end
  where s.id = mine and s.closed_at is null and s.renewed_at <= moment;
  if had_ended then perform paradero.append_change('search', mine); end if;
  return query
    select s.name, s.birth_dates, s.birth_year, s.birth_age, s.birth_age_on, s.country::text, s.sex, s.a_number,
      s.arrest_dates, s.arrest_place, f.language, s.opened_at, s.expires_at, f.kept_at is not null, f.wants,
      (select count(*)::integer from public.family_note n where n.search_id = mine),
      (select c.due_at from public.callback c where c.search_id = mine and c.done_at is null)
    from public.open_search s join public.family_search f on f.search_id = s.id where s.id = mine;
end $$;

create function paradero.family_was_deleted(a_selector bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.deleted_search where selector = a_selector)
$$;

create function paradero.family_kept(a_selector bytea, a_verifier bytea, moment timestamptz) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.family_search set kept_at = coalesce(kept_at, moment)
  where search_id = paradero.family_of(a_selector, a_verifier) returning true
$$;

-- How the family wants to hear: by mail, by a call that is due at a moment, or not at all. What was sealed before goes.
create function paradero.family_wants(
  a_selector bytea, a_verifier bytea, what text, a_contact bytea, a_due_at timestamptz, why text, two boolean,
  moment timestamptz)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
begin
  if mine is null then return false; end if;
  update public.family_search set wants = what, contact = a_contact where search_id = mine;
  if what = 'call' then
    -- That two have to agree is never taken back.
    insert into public.callback as c (search_id, reason, needs_two, asked_at, due_at)
    values (mine, why, two, moment, a_due_at)
    on conflict (search_id) where done_at is null do update set
      reason = excluded.reason, needs_two = c.needs_two or excluded.needs_two;
  else
    delete from public.callback where search_id = mine and done_at is null;
  end if;
  if what <> 'mail' then delete from public.outbox where search_id = mine and state = 'waiting'; end if;
  return true;
end $$;

create function paradero.family_note(a_selector bytea, a_verifier bytea, a_box bytea, moment timestamptz)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
begin
  if mine is null or (select count(*) >= 20 from public.family_note where search_id = mine) then return false; end if;
  insert into public.family_note (search_id, box, added_at) values (mine, a_box, moment);
  return true;
end $$;

-- Facts that the family learnt since: those given take the place of those before.
create function paradero.family_facts(
  a_selector bytea, a_verifier bytea, a_name text, some_births date[], a_year smallint, an_age smallint, age_on date,
  a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
  has_birth boolean := cardinality(some_births) > 0 or a_year is not null or an_age is not null;
begin
  if mine is null then return false; end if;
  update public.open_search s set
    name = case when a_name <> '' then a_name else s.name end,
    birth_dates = case when has_birth then some_births else s.birth_dates end,
    birth_year = case when has_birth then a_year else s.birth_year end,
    birth_age = case when has_birth then an_age else s.birth_age end,
    birth_age_on = case when has_birth then age_on else s.birth_age_on end,
    country = coalesce(a_country, s.country), sex = coalesce(a_sex, s.sex), a_number = coalesce(an_a_number, s.a_number),
    arrest_dates = case when cardinality(some_arrests) > 0 then some_arrests else s.arrest_dates end,
    arrest_place = coalesce(a_place, s.arrest_place), due_at = moment, is_settling = false
  where s.id = mine;
  perform paradero.append_change('search', mine);
  return true;
end $$;

-- Deletes everything at once, and keeps what stops it from coming back.
create function paradero.family_delete(a_selector bytea, a_verifier bytea, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
begin
  if mine is null then return false; end if;
  delete from public.open_search where id = mine;
  insert into public.deleted_search (selector, deleted_at) values (a_selector, moment) on conflict do nothing;
  perform paradero.append_audit(moment, 'nobody', 'searchDeleted', 'search:' || mine, 'receipt', '{}');
  perform paradero.append_change('search', mine);
  return true;
end $$;

-- Whether the transaction is done by a responder who may.
create function paradero.actor_responds() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.account
    where id = paradero.actor_account() and role = 'responder' and disabled_at is null)
$$;

-- Whose session a token is, for the keeper: it believes nobody but the session itself.
create function paradero.keeper_responder(a_fingerprint bytea, moment timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id from public.session s join public.account a on a.id = s.account_id
  where s.token_sha256 = a_fingerprint and s.ended_at is null and s.expires_at > moment
    and s.last_seen_at > moment - interval '15 minutes' and a.disabled_at is null and a.role = 'responder'
$$;

do $$
declare
  line record;
begin
  for line in
    select p.oid::regprocedure as f, p.proname from pg_proc p where p.pronamespace = 'paradero'::regnamespace
      and (p.proname like 'family\_%' or p.proname in ('actor_responds', 'keeper_responder'))
  loop
    execute format('revoke all on function %s from public', line.f);
    if line.proname like 'family\_%' and line.proname <> 'family_of' then
      execute format('grant execute on function %s to paradero_public', line.f);
    end if;
  end loop;
end $$;
grant execute on function paradero.actor_responds() to paradero_staff;
grant execute on function paradero.keeper_responder(bytea, timestamptz) to paradero_keeper;

do $$
declare
  old record;
  guarded text;
begin
  for old in select tablename, policyname from pg_policies where schemaname = 'public'
    and tablename in ('vault_key', 'family_search', 'family_note', 'deleted_search', 'callback', 'contact_opening',
      'outbox')
  loop
    execute format('drop policy %I on public.%I', old.policyname, old.tablename);
  end loop;
  foreach guarded in array array['vault_key', 'family_search', 'family_note', 'deleted_search', 'callback',
    'contact_opening', 'outbox']
  loop
    execute format('create policy "A backup holds everything" on public.%I for select to paradero_backup using (true)', guarded);
    -- The functions above run as the owner, and each sees to it that it touches one search.
    execute format('create policy "Its functions act for one family" on public.%1$I
      using (current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = ''public.%1$I''::regclass))
      with check (current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = ''public.%1$I''::regclass))',
      guarded);
  end loop;
  foreach guarded in array array['family_search', 'family_note', 'callback', 'contact_opening', 'outbox'] loop
    execute format('create policy "The keeper works with what is sealed" on public.%I to paradero_keeper
      using (true) with check (true)', guarded);
  end loop;
  foreach guarded in array array['family_search', 'callback'] loop
    execute format('create policy "Responders see who waits" on public.%I for select to paradero_staff
      using ((select paradero.actor_responds()) or (select paradero.actor_is(''news'')))', guarded);
  end loop;
end $$;
-- A process tells the database of the key that it has; what it does not know it refuses at its next start.
-- To all roles: which of them may look at all, rights say; a list of roles has no order that a dump keeps.
create policy "A key is checked" on public.vault_key for select using (true);
create policy "The service tells of its key" on public.vault_key for insert to paradero_staff
  with check (kind = 'service');
create policy "The service's key retires" on public.vault_key for update to paradero_staff using (kind = 'service');
create policy "The keeper tells of its key" on public.vault_key for insert to paradero_keeper with check (kind = 'keeper');
create policy "The keeper's key retires" on public.vault_key for update to paradero_keeper using (kind = 'keeper');
create policy "Responders work on calls" on public.callback for update to paradero_staff
  using ((select paradero.actor_responds()));
create policy "Responders see who opened a contact" on public.contact_opening for select to paradero_staff
  using ((select paradero.actor_responds()));
create policy "News is queued" on public.outbox to paradero_staff
  using ((select paradero.actor_is('news'))) with check ((select paradero.actor_is('news')));
