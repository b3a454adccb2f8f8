-- What releases are made from, and how one is kept. Only the part of the program that makes releases counts here.

do $$
declare
  old record;
  guarded text;
begin
  for old in select tablename, policyname from pg_policies
    where schemaname = 'public' and tablename in ('release_counted', 'release_total')
  loop
    execute format('drop policy %I on public.%I', old.policyname, old.tablename);
  end loop;
  foreach guarded in array array['release_counted', 'release_total'] loop
    execute format('create policy "A backup holds everything" on public.%I for select to paradero_backup using (true)', guarded);
    execute format('create policy "A restore is counted" on public.%I for select
      using (paradero.actor_is(''restore''))', guarded);
    execute format('create policy "Releases keep their own" on public.%I using ((select paradero.is_reviewing()))', guarded);
  end loop;
end $$;

-- Each request of which a verified rule was broken, as reviewers upheld it by a moment, and which no release counted yet: its
-- day, and the first of its kinds of denial.
create function paradero.release_requests(as_of timestamptz, until_day date)
returns table (request_id bigint, place text, day date, kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.request_id, min(f.code), min(s.day), min(coalesce(s.pattern, 'other'))
  from paradero.figure_said(as_of, '1970-01-01', until_day, null, null) s
    join public.facility f on f.id = s.facility_id
  where paradero.actor_is('release') and s.request_id is not null and s.outcome = 'breached' and s.is_publishable
    and s.verdict = 'upheld'
    and not exists (select from public.release_counted r where r.request_id = s.request_id)
  group by s.request_id order by s.request_id
$$;
comment on function paradero.release_requests(timestamptz, date) is 'Requests that a release may count.';

-- The days of places on which a verified rule was broken, as reviewers upheld it: facts about places, told exactly.
create function paradero.release_days(as_of timestamptz, from_day date, until_day date)
returns table (place text, day date, rule text, kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct f.code, s.day, s.rule, coalesce(s.pattern, 'other')
  from paradero.figure_said(as_of, from_day, until_day, null, null) s
    join public.facility f on f.id = s.facility_id
  where paradero.actor_is('release') and s.request_id is null and s.outcome = 'breached' and s.is_publishable
    and s.verdict = 'upheld'
  order by 1, 2, 3
$$;
comment on function paradero.release_days(timestamptz, date, date) is 'Days of places that a release may tell of.';

-- What earlier releases truly came to.
create function paradero.release_totals()
returns table (place text, kind text, requests bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.place, t.kind, sum(t.requests)::bigint from public.release_total t
  where paradero.actor_is('release') group by 1, 2 order by 1, 2
$$;
comment on function paradero.release_totals() is 'What all releases so far truly came to.';

-- Keeps a release with what it counted, in one go. One at a time, whatever instance makes it.
create function paradero.keep_release(number integer, from_day date, until_day date, known timestamptz, made timestamptz,
  text_of_it text, counted bigint[], places text[], kinds text[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not paradero.actor_is('release') then
    return false;
  end if;
  insert into public.release (id, period_from, period_until, known_at, made_at, document, sha256)
  values (number, from_day, until_day, known, made, text_of_it, sha256(convert_to(text_of_it, 'UTF8')));
  insert into public.release_counted (request_id, release_id, place, kind)
  -- What was erased meanwhile was counted all the same.
  select c.id, number, c.place, c.kind from unnest(counted, places, kinds) c (id, place, kind)
  where exists (select from public.visit_request r where r.id = c.id);
  insert into public.release_total (release_id, place, kind, requests)
  select number, c.place, c.kind, count(*)::integer from unnest(places, kinds) c (place, kind) group by 2, 3;
  return true;
end $$;
comment on function paradero.keep_release(integer, date, date, timestamptz, timestamptz, text, bigint[], text[], text[]) is
  'Keeps a release and what it counted.';

revoke execute on function paradero.release_requests(timestamptz, date), paradero.release_days(timestamptz, date, date),
  paradero.release_totals(),
  paradero.keep_release(integer, date, date, timestamptz, timestamptz, text, bigint[], text[], text[]) from public;
grant execute on function paradero.release_requests(timestamptz, date), paradero.release_days(timestamptz, date, date),
  paradero.release_totals(),
  paradero.keep_release(integer, date, date, timestamptz, timestamptz, text, bigint[], text[], text[]) to paradero_staff;

-- Groups of cases: of one place and kind, with no gap above two weeks, told by several people. Who may see the cases may see
-- the groups: policies of cases hold here too, because this function has no rights of its own.
create function paradero.pattern_groups(from_day date, until_day date, place text)
returns table (kind text, code text, name text, pattern text, first_day date, last_day date, cases bigint,
  attorneys bigint, days bigint, upheld bigint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with known as (
    select c.id, c.facility_id, c.pattern, c.day, c.attorney, c.is_of_place, c.state,
      case when c.pattern = 'D02' then 'blanket' when c.pattern in ('D03', 'D04', 'D05', 'D06') then 'closure'
        else 'same_refusal' end as kind
    from public.review_case c
    where c.state <> 'gone' and c.pattern is not null and c.day >= from_day and c.day < until_day
      and (place is null or c.facility_id = (select f.id from public.facility f where f.code = place))
  ), stepped as (
    select k.*, case when k.day - lag(k.day) over w > 14 then 1 else 0 end as step
    from known k window w as (partition by k.facility_id, k.kind, k.pattern order by k.day, k.id)
  ), grouped as (
    select s.*, sum(s.step) over (partition by s.facility_id, s.kind, s.pattern order by s.day, s.id) as run from stepped s
  )
  select g.kind, min(f.code), min(f.name), g.pattern, min(g.day), max(g.day), count(*),
    count(distinct g.attorney) + (count(*) filter (where g.is_of_place) > 0)::integer, count(distinct g.day),
    count(*) filter (where g.state = 'upheld')
  from grouped g join public.facility f on f.id = g.facility_id
  group by g.facility_id, g.kind, g.pattern, g.run
  having count(*) >= 3 and count(distinct g.attorney) + (count(*) filter (where g.is_of_place) > 0)::integer >= 2
  order by count(distinct g.attorney) desc, count(*) desc, min(f.code), g.pattern limit 200
$$;
comment on function paradero.pattern_groups(date, date, text) is 'Groups of cases that may be one pattern.';
revoke execute on function paradero.pattern_groups(date, date, text) from public;
grant execute on function paradero.pattern_groups(date, date, text) to paradero_staff;
