-- Current custody is derived here from what was told, and stored nowhere.
--
-- An event counts while its batch is live, it is not a retraction, and no live event corrects it. To put events that are
-- known to the minute beside those known to a day or a month, each gets a moment to sort by: arrests and book-ins at
-- the start of their day or month, what sees a person in custody just after, transfers and ends at its close. An event
-- without any time sorts by when it was reported. Days are those of the facility's time zone. What is told of people who
-- are one by a decision is told of whom they are shown as.

create view paradero.live_event as
select e.id, e.shown_as as person_id, e.batch_id, b.source_id, b.source_kind, b.trust, b.is_public, b.is_sample,
  e.kind, e.facility_id, e.from_facility_id, e.place_text, e.happened_at, e.happened_on, e.precision, e.reported_at,
  e.recorded_at, e.corrects_event_id, z.zone,
  case when e.precision = 'minute' then e.happened_at
    when e.precision = 'unknown' then e.reported_at
    when e.kind in ('arrest', 'book_in') then z.starts + interval '1 second' * (e.kind = 'book_in')::int
    when e.kind in ('sighting', 'hospital', 'court') then z.starts + interval '2 seconds'
    else z.ends - interval '1 second'
      * case e.kind when 'transfer' then 4 when 'release' then 3 when 'death' then 1 else 2 end
  end as sorts_at,
  case when e.precision in ('day', 'month') then z.starts
    when e.precision = 'minute' then e.happened_at else e.reported_at end as starts_at,
  case when e.precision in ('day', 'month') then z.ends
    when e.precision = 'minute' then e.happened_at else e.reported_at end as ends_at,
  e.kind in ('release', 'removal', 'departure', 'death') as ends_custody
from paradero.shown_event e
join paradero.live_batch b on b.id = e.batch_id
left join public.facility f on f.id = e.facility_id
left join public.facility g on g.id = e.from_facility_id
cross join lateral (
  select n.zone, e.happened_on::timestamp at time zone n.zone as starts,
    (e.happened_on + case e.precision when 'month' then interval '1 month' else interval '1 day' end)
      at time zone n.zone as ends
  from (select coalesce(f.time_zone, g.time_zone, 'America/Chicago') as zone) n
) z
where e.kind <> 'retraction'
  and not exists (
    select from public.custody_event c join paradero.live_batch cb on cb.id = c.batch_id
    where c.corrects_event_id = e.id)
  -- The public is told what public sources say, and of private ones what a responder has screened.
  and (b.is_public or coalesce(current_setting('paradero.audience', true), '') <> 'public'
    or exists (select from public.screening s where s.person_id = e.person_id and s.batch_id = e.batch_id and s.is_safe));

-- Each live event beside the one before it, with what does not fit together. Nothing is dropped: both stay visible.
create view paradero.custody_path as
select o.*,
  case
    when o.before_ends and o.kind in ('sighting', 'transfer', 'hospital') then 'in custody after an end'
    when o.before_kind = 'death' then 'something after a death'
    when o.before_kind in ('removal', 'departure') and o.kind = 'release' then 'released after leaving'
    when o.kind = 'sighting' and o.before_facility_id <> o.facility_id and o.starts_at < o.before_ends_at + interval '12 hours'
      then 'two places at once'
    when o.kind = 'book_in' and o.place_in_path = 2 and o.before_left_id = o.facility_id then 'left before arriving'
  end as contradiction,
  count(*) filter (where o.ends_custody or o.kind in ('arrest', 'book_in')) over so_far as chapter
from (
  select s.*,
    row_number() over so_far as place_in_path,
    lag(s.id) over so_far as before_id,
    lag(s.kind) over so_far as before_kind,
    lag(s.ends_custody) over so_far as before_ends,
    lag(s.facility_id) over so_far as before_facility_id,
    lag(case when s.ends_custody then s.facility_id when s.kind = 'transfer' then s.from_facility_id end) over so_far
      as before_left_id,
    lag(s.ends_at) over so_far as before_ends_at
  from (
    select e.*,
      -- Known to the day, but on the day of an arrest whose hour is known: it came after the arrest.
      case when e.precision = 'day' and e.kind in ('book_in', 'sighting', 'hospital') then
        greatest(e.sorts_at, interval '1 second' + max(e.sorts_at) filter (where e.kind = 'arrest') over (
          partition by e.person_id order by e.starts_at
          range between current row and interval '22 hours 59 minutes' following))
      else e.sorts_at end as moment
    from paradero.live_event e
    where e.kind <> 'court'
  ) s
  window so_far as (partition by s.person_id order by s.moment, s.trust desc, s.reported_at, s.id)
) o
window so_far as (partition by o.person_id order by o.place_in_path);

-- Where each person was last known to be, from the latest event. An arrival written a little before the departure that
-- led to it (two clocks) stays the latest. Nobody is released because a list no longer names them: only a release, a
-- removal, a departure or a death ends custody here.
create view paradero.current_custody as
select l.person_id, l.id as event_id, l.kind,
  case l.kind when 'release' then 'released' when 'removal' then 'removed' when 'departure' then 'departed'
    when 'death' then 'died' when 'hospital' then 'hospital'
    when 'transfer' then case when l.facility_id is null then 'moved' else 'in_custody' end
    else 'in_custody' end as status,
  l.facility_id, l.last_facility_id, l.place_text, l.happened_at, l.happened_on, l.precision, l.zone, l.reported_at,
  l.source_id, l.source_kind, l.trust, l.is_public, l.is_sample, l.contradicted, l.newest_report_at
from (
  select distinct on (p.person_id) p.*,
    bool_or(p.contradiction is not null) over (partition by p.person_id, p.chapter) as contradicted,
    coalesce(p.facility_id, p.from_facility_id,
      first_value(p.facility_id) over (partition by p.person_id order by (p.facility_id is null), p.place_in_path desc))
      as last_facility_id,
    max(p.reported_at) over (partition by p.person_id) as newest_report_at
  from paradero.custody_path p
  where not (p.kind = 'transfer' and p.facility_id is null and p.before_facility_id is not null
    and p.from_facility_id is not null and p.before_facility_id <> p.from_facility_id
    and p.starts_at < p.before_ends_at + interval '12 hours')
  order by p.person_id, p.place_in_path desc
) l;

-- The same for a handful of people, for those who may not read the tables: nobody can be listed with it.
create function paradero.current_custody_of(person_ids bigint[]) returns setof paradero.current_custody
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(person_ids) > 100 then
    raise exception using errcode = 'program_limit_exceeded', message = 'custody is told of at most 100 people at once';
  end if;
  return query select c.* from paradero.current_custody c where c.person_id = any(person_ids);
end $$;
comment on function paradero.current_custody_of(bigint[]) is
  'Where these people were last known to be; at most 100 at once.';
revoke execute on function paradero.current_custody_of(bigint[]) from public;
grant execute on function paradero.current_custody_of(bigint[]) to paradero_staff;
