-- What strangers may be told: who is never told of by itself, what is spent, and the one answer that was earned.
--
-- The rules are the program's (the target Disclosure); here stands what all its instances must count together, and what
-- holds whatever a program asks for.

-- Whom of some people a protection that stands keeps from being told of, and its kind; and whom a contest took back. Both follow
-- the person: to all who are one with them, and to records that give the same name and day of birth or the same A-number, so
-- that importing another list does not bring back who was hidden.
create function paradero.shielded(people bigint[], at timestamptz) returns table (person_id bigint, kind text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
as $$
#variable_conflict use_column
begin
  return query
  with asked as materialized (select distinct a.id from unnest(people[1:50]) a(id)),
  member as materialized (
    select a.id as shown, coalesce(o.person_id, a.id) as id
    from asked a
    left join public.merged_person m on m.person_id = a.id
    left join public.merged_person o on o.shown_as = m.shown_as
  ),
  told as materialized (
    select m.shown, d.birth_date, d.search_name
    from member m
    join public.person_description d on d.person_id = m.id
    join paradero.live_batch b on b.id = d.batch_id
  ),
  standing as materialized (
    select p.person_id, p.kind from public.protection p
    where p.lifted_at is null and (p.until is null or p.until > at)
  ),
  -- A number that lies plain and one that is sealed cannot be compared. Within a minute the service has sealed both; until
  -- then they may be the same.
  numbered as materialized (
    select distinct m.shown, i.value like 'n1.%' as is_sealed
    from member m join public.person_identifier i on i.person_id = m.id and i.kind = 'a_number'
  ),
  shielding as (
    select distinct s.kind, i.value like 'n1.%' as is_sealed
    from standing s join public.person_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
  )
  select m.shown, s.kind from member m join standing s on s.person_id = m.id
  union
  select t.shown, s.kind
  from standing s
  join public.person_description d on d.person_id = s.person_id
  join told t on t.birth_date = d.birth_date and t.search_name = d.search_name
  union
  select m.shown, s.kind
  from standing s
  join public.person_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
  join public.person_identifier j on j.value = i.value and j.kind = 'a_number'
  join member m on m.id = j.person_id
  union
  select n.shown, s.kind from numbered n join shielding s on s.is_sealed <> n.is_sealed
  union
  -- What was taken back after a contest, and whatever tells the same again.
  select m.shown, 'suppressed' from member m join public.suppression x on x.person_id = m.id
  union
  select t.shown, 'suppressed'
  from told t cross join lateral (select paradero.name_digest(t.search_name, t.birth_date)) n(digest)
  join public.suppression x on x.digest in (n.digest, paradero.keyed_digest(n.digest))
  union
  select m.shown, 'suppressed'
  from member m
  join public.person_identifier i on i.person_id = m.id and i.kind = 'a_number'
  cross join lateral (select paradero.number_digest(i.value)) n(digest)
  join public.suppression x on x.digest in (n.digest, paradero.keyed_digest(n.digest))
  union
  select n.shown, 'suppressed' from numbered n
  where not n.is_sealed and exists (select from public.suppression x where x.made_of = 'sealed number')
    or n.is_sealed and exists (
      select from public.suppression x
      join public.person_identifier i on i.person_id = x.person_id and i.kind = 'a_number' and i.value not like 'n1.%')
  union
  -- Without the key nobody knows whom keyed digests mean: then everybody may be one of them.
  select a.id, 'suppressed' from asked a
  where paradero.suppression_key() is null and exists (select from public.suppression x where x.is_keyed);
end $$;
comment on function paradero.shielded(bigint[], timestamptz) is 'Whom of these people a protection or a contest keeps from being told of.';
revoke all on function paradero.shielded(bigint[], timestamptz) from public;

-- Why each of some people is not told of by itself, and whether guesses at them are spent; nobody is in it who is no
-- record's. Each search asks this: so what few installations have is looked for only where there is any.
create function paradero.disclosure_standing(people bigint[], today date, at timestamptz)
returns table (person_id bigint, hindrances text[], is_stopped boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
as $$
#variable_conflict use_column
declare
  under_shields bigint[];
  shields text[];
begin
  if exists (select from public.protection p where p.lifted_at is null and (p.until is null or p.until > at))
    or exists (select from public.suppression)
  then
    select array_agg(s.person_id), array_agg(s.kind) into under_shields, shields from paradero.shielded(people, at) s;
  end if;
  return query
  with asked as materialized (select distinct a.id from unnest(people[1:50]) a(id)),
  member as materialized (
    select a.id as shown, coalesce(o.person_id, a.id) as id
    from asked a
    left join public.merged_person m on m.person_id = a.id
    left join public.merged_person o on o.shown_as = m.shown_as
  ),
  told as (
    select m.shown, d.birth_date, d.birth_year, b.trust,
      b.is_public or exists (
        select from public.screening s where s.person_id = d.person_id and s.batch_id = d.batch_id and s.is_safe
      ) as may_tell
    from member m
    join public.person_description d on d.person_id = m.id
    join paradero.live_batch b on b.id = d.batch_id
  ),
  summed as (
    select t.shown, count(t.birth_year) as births, bool_or(t.may_tell) as may_tell,
      bool_or(t.may_tell and t.trust < 5) as is_verified,
      -- Born less than 18 years ago by any source; a year alone counts as its last day.
      coalesce(bool_or(t.birth_date > today - interval '18 years'
        or (t.birth_date is null and t.birth_year >= extract(year from today) - 18)), false) as is_minor
    from told t group by t.shown
  )
  select a.id,
    array_remove(array[
      case when s.shown is null then 'withdrawn' end,
      case when s.is_minor then 'minor' end,
      case when s.births = 0 then 'perhaps_minor' end,
      case when not s.may_tell then 'unscreened' when not s.is_verified then 'unverified' end
    ], null) || array(select h.kind from unnest(under_shields, shields) h (id, kind) where h.id = a.id order by h.kind),
    exists (
      select from public.automatic_stop x join member m on m.id = x.person_id
      where m.shown = a.id and x.until > at)
  from asked a left join summed s on s.shown = a.id
  where exists (select from public.person p where p.id = a.id);
end $$;
comment on function paradero.disclosure_standing(bigint[], date, timestamptz) is
  'Why each of these people is not told of by itself; fifty at most.';
revoke all on function paradero.disclosure_standing(bigint[], date, timestamptz) from public;
grant execute on function paradero.disclosure_standing(bigint[], date, timestamptz) to paradero_public, paradero_staff;

-- What the service still allows as a whole.
create function paradero.disclosure_state(failed_most integer, at timestamptz)
returns table (failed_numbers_spent boolean, is_closed boolean, is_closed_to_numbers boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
as $$
begin
  return query
  select coalesce((select sum(f.failed) from public.failed_number f where f.hour > at - interval '24 hours'), 0) >= failed_most,
    exists (select from public.automatic_closing c where not c.by_number and c.opened_at is null and c.until > at),
    exists (select from public.automatic_closing c where c.by_number and c.opened_at is null and c.until > at);
end $$;
comment on function paradero.disclosure_state(integer, timestamptz) is
  'Whether too many numbers failed, and whether automatic answers are closed.';
revoke all on function paradero.disclosure_state(integer, timestamptz) from public;
grant execute on function paradero.disclosure_state(integer, timestamptz) to paradero_public, paradero_staff;

-- Counts guesses at people, and stops the automatic answers of those at whom enough was guessed.
create function paradero.spend_guesses(
  people bigint[], costs integer[], most integer, hours integer, is_failed_number boolean, at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if is_failed_number then
    insert into public.failed_number as f (hour, failed) values (date_trunc('hour', at, 'UTC'), 1)
    on conflict (hour) do update set failed = f.failed + 1;
  end if;
  if cardinality(people) > 0 then
    -- In order, so that two searches never wait for each other.
    insert into public.guess_count as g (person_id, spent, since)
    select w.id, w.cost, at from unnest(people[1:50], costs[1:50]) w(id, cost)
    where exists (select from public.person p where p.id = w.id)
    order by w.id
    on conflict (person_id) do update set
      spent = case when g.since > excluded.since - interval '24 hours' then least(g.spent, 1000000) + excluded.spent
        else excluded.spent end,
      since = case when g.since > excluded.since - interval '24 hours' then g.since else excluded.since end;
    insert into public.automatic_stop (person_id, stopped_at, until)
    select g.person_id, at, at + make_interval(hours => hours)
    from public.guess_count g
    where g.person_id = any (people[1:50]) and g.spent >= most and g.since > at - interval '24 hours'
      and not exists (select from public.automatic_stop x where x.person_id = g.person_id and x.until > at);
  end if;
end $$;
comment on function paradero.spend_guesses(bigint[], integer[], integer, integer, boolean, timestamptz) is
  'Counts guesses at people and numbers that failed; stops automatic answers where enough was guessed.';
revoke all on function paradero.spend_guesses(bigint[], integer[], integer, integer, boolean, timestamptz) from public;
grant execute on function paradero.spend_guesses(bigint[], integer[], integer, integer, boolean, timestamptz)
  to paradero_public, paradero_staff;

-- How many people are answered anew on a usual day: the middle of the last four weeks, without the days on which answers
-- were closed and nobody opened them again. Nothing is usual before a week has passed.
create function paradero.usual_answers(numbers boolean, at timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when count(*) >= 7 then percentile_disc(0.5) within group (order by d.answered) else 0 end::integer
  from (
    select n, (select count(*) from public.automatic_answer a
      where a.is_new and a.by_number = numbers and a.answered_at > at - make_interval(days => n + 1)
        and a.answered_at <= at - make_interval(days => n)) as answered
    from generate_series(1, 28) n
    where at - make_interval(days => n) > (select min(a.answered_at) from public.automatic_answer a)
      and not exists (
        select from public.automatic_closing c
        where c.by_number = numbers and c.opened_at is null
          and c.closed_at > at - make_interval(days => n + 1) and c.closed_at <= at - make_interval(days => n))
  ) d
$$;
comment on function paradero.usual_answers(boolean, timestamptz) is 'How many people are answered anew on a usual day.';
revoke all on function paradero.usual_answers(boolean, timestamptz) from public;
grant execute on function paradero.usual_answers(boolean, timestamptz) to paradero_staff;

-- The one answer that a searcher has earned: where the person was last known to be, by public and by screened sources
-- alone. Every call is counted, so that whoever could call it at will would learn of no more people than anybody else.
-- No row: they are protected, stopped, or answers are closed; the caller shows what it shows when nobody fits.
create function paradero.tell(
  person bigint, rule text, by_number boolean, more_a_day integer, more_an_hour integer, today date, at timestamptz
) returns table (
  person_id bigint, is_sample boolean, kind text, status text, facility_code text, facility_name text, facility_city text,
  facility_state text, place_text text, happened_at timestamptz, happened_on date, "precision" text, zone text,
  reported_at timestamptz, source_kind text, contradicted boolean
)
-- As above: making a plan takes longer than running it.
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
as $$
#variable_conflict use_column
declare
  usual integer;
  this_day integer;
  this_hour integer;
  opened timestamptz;
  newly boolean;
begin
  -- One answer at a time: two at once would each find room for one more.
  perform pg_advisory_xact_lock(7236827461021);
  if exists (select from public.automatic_closing c
    where c.by_number = tell.by_number and c.opened_at is null and c.until > at)
  then
    return;
  end if;
  if not exists (select from paradero.disclosure_standing(array[person], today, at) s
    where cardinality(s.hindrances) = 0 and (not s.is_stopped or tell.by_number))
  then
    return;
  end if;
  -- A family that looks every day learns of nobody new.
  newly := not exists (select from public.automatic_answer a
    where a.person_id = person and a.answered_at > at - interval '30 days');
  if newly then
    usual := paradero.usual_answers(tell.by_number, at);
    select max(c.opened_at) into opened from public.automatic_closing c where c.by_number = tell.by_number;
    select count(*), count(*) filter (where a.answered_at > at - interval '1 hour') into this_day, this_hour
    from public.automatic_answer a
    where a.is_new and a.by_number = tell.by_number
      and a.answered_at > greatest(at - interval '24 hours', coalesce(opened, '-infinity'));
    if this_day >= usual + more_a_day or this_hour >= usual / 8 + more_an_hour then
      insert into public.automatic_closing (by_number, closed_at, until, answered, usual)
      values (tell.by_number, at, at + interval '24 hours', this_day, usual);
      -- This answer was one too many.
      perform paradero.append_audit(at, 'system:disclosure', 'automaticAnswersClosed', 'none', '', '{}');
      return;
    end if;
  end if;
  insert into public.automatic_answer (person_id, answered_at, rule, by_number, is_new)
  values (person, at, tell.rule, tell.by_number, newly);
  -- What live_event reads: from here to the end of this function the public is who asks.
  perform set_config('paradero.audience', 'public', true);
  return query
  select p.id, p.is_sample, c.kind, c.status, f.code, f.name, f.city, f.state, c.place_text, c.happened_at, c.happened_on,
    c.precision, c.zone, c.newest_report_at, c.source_kind, c.contradicted
  from public.person p
  left join paradero.current_custody c on c.person_id = p.id and c.person_id = any (array[person])
  left join public.facility f on f.id = coalesce(c.facility_id, c.last_facility_id)
  where p.id = person;
  perform set_config('paradero.audience', '', true);
end $$;
comment on function paradero.tell(bigint, text, boolean, integer, integer, date, timestamptz) is
  'Where somebody was last known to be, for a searcher who has earned it; counted, and nothing when a budget is spent.';
revoke all on function paradero.tell(bigint, text, boolean, integer, integer, date, timestamptz) from public;
grant execute on function paradero.tell(bigint, text, boolean, integer, integer, date, timestamptz) to paradero_public;

-- What is past is forgotten: guesses and failed numbers after a day, answers and stops after thirty.
create function paradero.forget_answers(at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.guess_count g where g.since <= at - interval '24 hours';
  delete from public.failed_number f where f.hour <= at - interval '25 hours';
  delete from public.automatic_answer a where a.answered_at <= at - interval '30 days';
  delete from public.automatic_stop s where s.until <= at - interval '30 days';
$$;
comment on function paradero.forget_answers(timestamptz) is 'Forgets guesses after a day, answers and stops after a month.';
revoke all on function paradero.forget_answers(timestamptz) from public;
grant execute on function paradero.forget_answers(timestamptz) to paradero_staff;
