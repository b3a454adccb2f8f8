-- What is erased when: one step for each kind of record, a limited number of rows a call. README and r80_documentation.sql
-- say the same in words.

-- Whether a request for a visit must stay although its time is over.
create function paradero.is_held(request text, facility integer) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from public.legal_hold h
    where h.lifted_at is null and (h.reference is null or h.reference = request)
      and (h.facility_id is null or h.facility_id = facility))
$$;
comment on function paradero.is_held(text, integer) is 'Whether a legal hold keeps a request from being erased.';
revoke execute on function paradero.is_held(text, integer) from public;

-- Requests to which nothing happened for three years.
create function paradero.old_requests(moment timestamptz) returns table (id bigint, is_held boolean)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.id, paradero.is_held(r.reference, r.facility_id) from public.visit_request r
  where r.created_at < moment - interval '3 years'
    and not exists (
      select from public.visit_event e where e.request_id = r.id and e.recorded_at >= moment - interval '3 years')
$$;
comment on function paradero.old_requests(timestamptz) is 'Requests whose time is over, and whether a legal hold keeps them.';
revoke execute on function paradero.old_requests(timestamptz) from public;

-- Erases up to so many events of a batch, and what only corrects them. Returns the people they were told of.
create function paradero.erase_events(of_batch bigint, at_most integer) returns bigint[]
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  doomed bigint[] := array(
    select e.id from public.custody_event e where e.batch_id = of_batch order by e.id desc limit at_most);
  more bigint[];
  people bigint[];
begin
  -- A retraction of what is gone says nothing, whoever made it; another correction stands by itself from now on.
  loop
    more := array(
      select e.id from public.custody_event e
      where e.corrects_event_id = any (doomed) and e.kind = 'retraction' and e.id <> all (doomed));
    exit when cardinality(more) = 0;
    doomed := doomed || more;
  end loop;
  update public.custody_event e set corrects_event_id = null
  where e.corrects_event_id = any (doomed) and e.id <> all (doomed);
  with gone as (delete from public.custody_event e where e.id = any (doomed) returning e.person_id)
  select array_agg(g.person_id) into people from gone g;
  return coalesce(people, '{}');
end $$;
comment on function paradero.erase_events(bigint, integer) is 'Erases events of a batch that was withdrawn.';
revoke execute on function paradero.erase_events(bigint, integer) from public;

-- Erases up to so many rows of what withdrawn batches told, thirty days after they were withdrawn: until then a mistake can
-- be seen. People of whom nothing is told any more go too, unless a request for a visit or a note of staff names them.
create function paradero.erase_withdrawn(moment timestamptz, at_most integer) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  doomed bigint;
  people bigint[];
  told bigint[];
  gone bigint := 0;
begin
  loop
    select b.id into doomed from public.batch b
    where b.withdrawn_at < moment - interval '30 days' and b.erased_at is null order by b.id limit 1;
    exit when doomed is null or gone >= at_most;
    people := paradero.erase_events(doomed, at_most);
    with picked as (select d.ctid from public.person_description d where d.batch_id = doomed limit at_most),
      erased as (
        delete from public.person_description d using picked p where d.ctid = p.ctid returning d.person_id)
    select array_agg(e.person_id) into told from erased e;
    people := people || coalesce(told, '{}');
    with picked as (select d.ctid from public.person_identifier d where d.batch_id = doomed limit at_most),
      erased as (
        delete from public.person_identifier d using picked p where d.ctid = p.ctid returning d.person_id)
    select array_agg(e.person_id) into told from erased e;
    people := people || coalesce(told, '{}');
    with picked as (select d.ctid from public.unnamed_description d where d.batch_id = doomed limit at_most),
      erased as (
        delete from public.unnamed_description d using picked p where d.ctid = p.ctid returning d.person_id)
    select array_agg(e.person_id) into told from erased e;
    people := people || coalesce(told, '{}');
    gone := gone + cardinality(people);
    if cardinality(people) = 0 then
      delete from public.imported_row i where i.batch_id = doomed;
      update public.batch b set erased_at = greatest(moment, b.withdrawn_at), label = null where b.id = doomed;
    else
      delete from public.person p
      where p.id = any (people)
        and not exists (select from public.person_description x where x.person_id = p.id)
        and not exists (select from public.person_identifier x where x.person_id = p.id)
        and not exists (select from public.unnamed_description x where x.person_id = p.id)
        and not exists (select from public.custody_event x where x.person_id = p.id)
        and not exists (select from public.visit_request x where x.person_id = p.id)
        and not exists (select from public.locator_attempt x where x.person_id = p.id);
    end if;
  end loop;
  return gone;
end $$;
comment on function paradero.erase_withdrawn(timestamptz, integer) is 'Erases what withdrawn batches told.';
revoke execute on function paradero.erase_withdrawn(timestamptz, integer) from public;

create function paradero.erase_requests(moment timestamptz, at_most integer) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  doomed bigint[] := array(
    select o.id from paradero.old_requests(moment) o where not o.is_held order by o.id limit at_most);
begin
  delete from public.visit_finding f where f.request_id = any (doomed);
  delete from public.visit_status s where s.request_id = any (doomed);
  delete from public.visit_event e where e.request_id = any (doomed);
  delete from public.visit_request r where r.id = any (doomed);
  return cardinality(doomed);
end $$;
comment on function paradero.erase_requests(timestamptz, integer) is 'Erases requests for visits whose time is over.';
revoke execute on function paradero.erase_requests(timestamptz, integer) from public;

create function paradero.erase_step(step text, moment timestamptz, at_most integer) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint := 0;
begin
  case step
    when 'one-time codes' then
      delete from public.one_time_code c where c.id in (
        select o.id from public.one_time_code o
        where o.expires_at < moment - interval '90 days' order by o.id limit at_most);
    when 'sessions' then
      delete from public.session s where s.id in (
        select o.id from public.session o
        where least(o.ended_at, o.expires_at) < moment - interval '90 days' order by o.id limit at_most);
    when 'throttles' then
      -- What the limits on opened contacts count.
      delete from public.contact_opening x where x.opened_at < moment - interval '90 days';
      delete from public.attempt_throttle t where t.space in (
        select o.space from public.attempt_throttle o where o.clear_at < moment - interval '1 day' limit at_most);
    when 'leftovers of signing in' then
      delete from public.sign_in s where s.expires_at < moment;
      delete from public.known_device d where d.expires_on < (moment at time zone 'UTC')::date;
      delete from public.guess_delay g where g.space in (
        select o.space from public.guess_delay o where o.last_at < moment - interval '1 day' limit at_most);
    when 'keys for programs' then
      delete from public.api_token t where t.id in (
        select o.id from public.api_token o
        where least(o.revoked_at, o.expires_at) < moment - interval '90 days' order by o.id limit at_most);
    when 'applications of attorneys' then
      delete from public.attorney_application a where a.id in (
        select o.id from public.attorney_application o
        where coalesce(o.decided_at, o.created_at) < moment - interval '3 years' order by o.id limit at_most);
    when 'changes' then
      -- What a follower has not read yet stays, and the last one, which says how far the table came.
      delete from public.change c where c.seq in (
        select o.seq from public.change o
        where o.at < moment - interval '90 days' and o.seq <= (select min(f.seq) from public.follower f)
          and o.seq < (select max(n.seq) from public.change n)
        order by o.seq limit at_most);
    when 'open searches' then
      with doomed as (
        delete from public.open_search s where s.id in (
          select o.id from public.open_search o
          where least(o.expires_at, o.closed_at) < moment - interval '14 days' order by o.id limit at_most)
        returning s.id)
      select count(paradero.append_change('search', d.id)) into gone from doomed d;
      return gone;
    when 'openings of contacts' then
      delete from public.contact_opening c where c.id in (
        select o.id from public.contact_opening o
        where o.opened_at < moment - interval '90 days' order by o.id limit at_most);
    when 'notes of lookups' then
      delete from public.locator_attempt l where l.id in (
        select o.id from public.locator_attempt o
        where o.tried_at < moment - interval '3 years' order by o.id limit at_most);
    when 'purposes in the audit log' then
      update public.audit_entry e set purpose = null, purpose_salt = null where e.id in (
        select o.id from public.audit_entry o
        where o.purpose is not null and o.seq is not null and o.at < moment - interval '3 years'
        order by o.id limit at_most);
    when 'visit requests' then return paradero.erase_requests(moment, at_most);
    when 'withdrawn imports' then return paradero.erase_withdrawn(moment, at_most);
    when 'reports to the hotline' then return paradero.erase_intakes(moment, at_most);
    when 'alerts' then return paradero.erase_alerts(moment, at_most);
    else raise exception using errcode = 'invalid_parameter_value', message = 'there is no such step';
  end case;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function paradero.erase_step(text, timestamptz, integer) is 'Erases what is due of one kind of record.';
revoke execute on function paradero.erase_step(text, timestamptz, integer) from public;

-- One step of the sweep, as of a moment; how many rows went. Called until nothing goes. Triggers let erasing pass, and
-- row-level security lets the owner read, for its length alone.
create function paradero.sweep_step(step text, moment timestamptz, at_most integer) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
  gone bigint;
begin
  perform set_config('paradero.actor', 'service:retention', true), set_config('paradero.erasing', 'on', true);
  gone := paradero.erase_step(step, moment, at_most);
  perform set_config('paradero.actor', actor, true), set_config('paradero.erasing', 'off', true);
  return gone;
end $$;
comment on function paradero.sweep_step(text, timestamptz, integer) is
  'Erases what is due of one kind of record at a moment; for the owner alone.';
revoke execute on function paradero.sweep_step(text, timestamptz, integer) from public;

-- The same as of now, for the service: whoever may call it can erase nothing before its time.
create function paradero.sweep_due(step text, at_most integer) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select paradero.sweep_step(step, clock_timestamp(), at_most)
$$;
comment on function paradero.sweep_due(text, integer) is 'Erases what is due now of one kind of record.';
revoke execute on function paradero.sweep_due(text, integer) from public;
grant execute on function paradero.sweep_due(text, integer) to paradero_staff;

-- Requests that only a hold keeps.
create function paradero.held_requests(moment timestamptz) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
  held bigint;
begin
  perform set_config('paradero.actor', 'service:retention', true);
  select count(*) into held from paradero.old_requests(moment) o where o.is_held;
  perform set_config('paradero.actor', actor, true);
  return held;
end $$;
comment on function paradero.held_requests(timestamptz) is 'How many requests for visits only a legal hold keeps.';
revoke execute on function paradero.held_requests(timestamptz) from public;
grant execute on function paradero.held_requests(timestamptz) to paradero_staff;

-- The sweep reads and erases requests as the tables' owner, whom row-level security binds too. No login role is let through.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['visit_request', 'visit_event', 'visit_finding', 'visit_status', 'contact_opening'] loop
    execute format('create policy "Retention erases as the owner" on public.%I
      using (paradero.actor_is(''retention'') and current_user not in
        (''paradero_public'', ''paradero_staff'', ''paradero_index'', ''paradero_keeper'', ''paradero_backup''))', guarded);
  end loop;
end $$;
