-- Arrests, and where people are held over time: counts, never a person. What is counted is as it was known at a moment: an
-- event counts once it was recorded and its batch finished, and until it was corrected or its batch taken back. Who is
-- protected, under 18 or whose record was found wrong is not counted; neither is what nobody vouches for.

create function paradero.may_count_arrests() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(paradero.actor_role() in ('monitor', 'responder'), false) or paradero.actor_is('report')
$$;
comment on function paradero.may_count_arrests() is 'Whether this transaction may count arrests: a monitor, a responder or a report.';

-- Events as they were known, each with the moment that it sorts by and the one that came after it.
create function paradero.counted_events(as_of timestamptz)
returns table (person_id bigint, id bigint, kind text, facility_id integer, moment timestamptz, day date, "precision" text,
  reported_at timestamptz, is_public boolean, ends boolean, before_moment timestamptz, before_ends boolean,
  next_moment timestamptz)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with kept as (
    select b.id, s.is_public from public.batch b join public.source s on s.id = b.source_id
    where b.finished_at <= as_of and (b.withdrawn_at is null or b.withdrawn_at > as_of) and s.trust < 5
  ), hidden as (
    select p.person_id from public.protection p
    where p.kind <> 'contested' and p.lifted_at is null and coalesce(p.until, 'infinity') > as_of
    union select s.person_id from public.suppression s where s.person_id is not null
    union select d.person_id from public.person_description d
    where d.birth_date > (as_of at time zone 'UTC')::date - interval '18 years'
      or (d.birth_date is null and d.birth_year > extract(year from as_of) - 18)
  ), told as (
    select coalesce(m.shown_as, e.person_id) as person_id, e.id, e.kind, e.facility_id, e.precision, e.reported_at,
      k.is_public, e.kind in ('release', 'removal', 'departure', 'death') as ends, n.zone,
      case when e.precision = 'minute' then (e.happened_at at time zone n.zone)::date else e.happened_on end as day,
      case e.precision when 'minute' then e.happened_at when 'unknown' then e.reported_at
        else e.happened_on::timestamp at time zone n.zone end as starts
    from public.custody_event e
      join kept k on k.id = e.batch_id
      left join public.merged_person m on m.person_id = e.person_id
      left join public.facility f on f.id = e.facility_id
      cross join lateral (select coalesce(f.time_zone, 'America/Chicago') as zone) n
    where e.recorded_at <= as_of and e.kind not in ('retraction', 'court')
      and not exists (
        select from public.custody_event c join kept ck on ck.id = c.batch_id
        where c.corrects_event_id = e.id and c.recorded_at <= as_of)
  ), sorted as (
    select t.*, t.starts + case when t.precision not in ('day', 'month') then interval '0'
        when t.kind = 'arrest' then interval '0' when t.kind = 'book_in' then interval '1 second'
        when t.ends then interval '23 hours' when t.kind = 'transfer' then interval '22 hours'
        else interval '2 seconds' end as moment
    from told t
    where not exists (select from hidden h where h.person_id = t.person_id)
  )
  select s.person_id, s.id, s.kind, s.facility_id, s.moment, s.day, s.precision, s.reported_at, s.is_public, s.ends,
    lag(s.moment) over in_order, lag(s.ends) over in_order, lead(s.moment) over in_order
  from sorted s
  window in_order as (partition by s.person_id order by s.moment, s.id)
$$;
comment on function paradero.counted_events(timestamptz) is 'Events of custody as they were known at a moment. For the functions below alone.';

-- What is said of those who are counted.
create function paradero.counted_people(as_of timestamptz) returns table (person_id bigint, sex text, country text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(m.shown_as, d.person_id), min(d.sex), min(d.country)
  from (
    select p.person_id, p.batch_id, p.sex, p.country::text as country from public.person_description p
    union all select u.person_id, u.batch_id, u.sex, u.country::text from public.unnamed_description u
  ) d
    join public.batch b on b.id = d.batch_id and b.finished_at <= as_of
      and (b.withdrawn_at is null or b.withdrawn_at > as_of)
    left join public.merged_person m on m.person_id = d.person_id
  group by 1
$$;
comment on function paradero.counted_people(timestamptz) is 'Sex and country of those who are counted. For the functions below alone.';

-- Arrests of a year, by month, and by what is known of each: one row for each combination, with how many.
--
-- A stay begins with the first that is told of somebody, with an arrest or a booking after an end, and with an arrest more
-- than fourteen days after the last that was told: what several sources tell of one arrest is one.
create function paradero.figure_arrests(year integer, as_of timestamptz)
returns table (month text, basis text, area text, state text, place_kind text, sex text, country text, is_public boolean,
  knows_day boolean, knows_place boolean, moved boolean, arrests bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with marked as (
    select e.*, count(*) filter (where e.before_moment is null
        or (e.kind in ('arrest', 'book_in') and e.before_ends)
        or (e.kind = 'arrest' and e.moment > e.before_moment + interval '14 days'))
      over (partition by e.person_id order by e.moment, e.id) as stay
    from paradero.counted_events(as_of) e
    where paradero.may_count_arrests()
  ), placed as (
    select m.*, g.state, first_value(g.state) over in_stay as first_state, first_value(m.moment) over in_stay as placed_at
    from marked m left join public.facility g on g.id = m.facility_id
    window in_stay as (partition by m.person_id, m.stay order by (m.facility_id is null or m.ends), m.moment, m.id)
  ), stays as (
    select m.person_id, m.stay,
      (array_agg(m.day order by m.moment, m.id) filter (where m.kind = 'arrest' and m.day is not null))[1] as arrested_on,
      (array_agg(m.precision order by m.moment, m.id) filter (where m.kind = 'arrest' and m.day is not null))[1] as "precision",
      (array_agg(m.day order by m.moment, m.id) filter (where m.kind = 'book_in' and m.day is not null))[1] as booked_on,
      (min(m.reported_at) at time zone 'UTC')::date as reported_on,
      (array_agg(m.facility_id order by m.moment, m.id) filter (where m.facility_id is not null and not m.ends))[1]
        as facility_id,
      bool_or(m.state <> m.first_state and m.moment > m.placed_at and m.moment <= m.placed_at + interval '7 days') as moved,
      bool_or(m.is_public) as is_public
    from placed m group by m.person_id, m.stay
  ), dated as (
    select s.*, coalesce(s.arrested_on, s.booked_on, s.reported_on) as day,
      case when s.arrested_on is not null then 'arrest' when s.booked_on is not null then 'booking' else 'seen' end as basis
    from stays s
  )
  select case when d.basis = 'seen' then 'unknown' else to_char(d.day, 'YYYY-MM') end, d.basis,
    coalesce(o.name, 'unknown'), coalesce(f.state, 'unknown'), coalesce(f.kind, 'unknown'), coalesce(w.sex, 'unknown'),
    coalesce(w.country, 'unknown'), d.is_public, d.basis = 'arrest' and d.precision <> 'month', d.facility_id is not null,
    coalesce(d.moved, false), count(*)
  from dated d
    left join public.facility f on f.id = d.facility_id
    left join public.field_office o on o.id = f.field_office_id
    left join paradero.counted_people(as_of) w on w.person_id = d.person_id
  where extract(year from d.day) = figure_arrests.year
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
$$;
comment on function paradero.figure_arrests(integer, timestamptz) is 'Arrests of a year, counted by what is known of them.';

-- Where people were held at the beginning of each month of a year: in custody as far as is known, and with news of the
-- thirty days before. Nobody is left out because a list no longer names them: without news they are counted apart.
create function paradero.figure_held(year integer, as_of timestamptz)
returns table (month text, standing text, area text, state text, place_kind text, place text, people bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with grouped as (
    -- What names no place says that somebody is still held, and not that it is elsewhere.
    select e.*, count(*) filter (where e.facility_id is not null or e.kind = 'transfer' or e.ends)
      over (partition by e.person_id order by e.moment, e.id) as place_group
    from paradero.counted_events(as_of) e
    where paradero.may_count_arrests()
  ), placed as (
    select g.*, first_value(case when not g.ends then g.facility_id end)
      over (partition by g.person_id, g.place_group order by g.moment, g.id) as held_at
    from grouped g
  )
  select to_char(t.day, 'YYYY-MM'), s.standing, coalesce(o.name, 'unknown'), coalesce(f.state, 'unknown'),
    coalesce(f.kind, 'unknown'), coalesce(f.code, 'unknown'), count(*)
  from generate_series(make_date(figure_held.year, 1, 1)::timestamp, make_date(figure_held.year, 12, 1)::timestamp,
      interval '1 month') t(day)
    join placed e on e.moment < t.day at time zone 'UTC'
      and coalesce(e.next_moment, 'infinity') >= t.day at time zone 'UTC' and not e.ends
    cross join lateral (
      select case when e.moment < t.day at time zone 'UTC' - interval '30 days' then 'no_news'
        when e.held_at is null then 'unknown' else 'held' end as standing
    ) s
    left join public.facility f on f.id = e.held_at and s.standing = 'held'
    left join public.field_office o on o.id = f.field_office_id
  where t.day at time zone 'UTC' <= as_of
  group by 1, 2, 3, 4, 5, 6
$$;
comment on function paradero.figure_held(integer, timestamptz) is 'Where people were held at the beginning of each month of a year, counted.';

revoke execute on function paradero.may_count_arrests(), paradero.counted_events(timestamptz),
  paradero.counted_people(timestamptz), paradero.figure_arrests(integer, timestamptz),
  paradero.figure_held(integer, timestamptz) from public;
grant execute on function paradero.figure_arrests(integer, timestamptz), paradero.figure_held(integer, timestamptz)
  to paradero_staff;
