-- Figures about requests: counts, never a request or a person. What is counted is as it was known at a moment: an event
-- counts once it was recorded, and until it was corrected. The same question gives the same answer until something is erased.

-- Each request as it was known: asked when, how it ended, and what came first of a visit and of what rules one out.
create function paradero.figure_requests(as_of timestamptz, from_day date, until_day date)
returns table (request_id bigint, facility_id integer, day date, mode text, tie text, incident uuid, asked_at timestamptz,
  answered_at timestamptz, visit_at timestamptz, end_at timestamptz, end_kind text, denied_at timestamptz,
  denied_well boolean, silent boolean, withdrawn boolean, known_until timestamptz)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with standing as (
    select e.request_id, e.kind, e.happened_at, e.grade
    from public.visit_event e
    where e.recorded_at <= as_of and e.kind <> 'taken_back'
      and not exists (select from public.visit_event c where c.corrects_event_id = e.id and c.recorded_at <= as_of)
  ), story as (
    select s.request_id,
      min(s.happened_at) filter (where s.kind in ('submitted', 'arrived')) as asked_at,
      min(s.happened_at) filter (where s.kind in ('acknowledged', 'more_info', 'scheduled', 'walk_in_approved', 'denied',
        'let_in', 'refused', 'closed')) as answered_at,
      min(s.happened_at) filter (where s.kind in ('let_in', 'completed')) as visit_at,
      min(s.happened_at) filter (where s.kind = 'moved') as moved_at,
      min(s.happened_at) filter (where s.kind in ('denied', 'refused', 'closed', 'client_declined')) as denied_at,
      bool_or(s.kind in ('denied', 'refused', 'closed', 'client_declined') and s.grade in ('A', 'B')) as denied_well,
      bool_or(s.kind = 'no_answer') as silent,
      bool_or(s.kind = 'withdrawn') as withdrawn,
      min(s.happened_at) filter (where s.kind = 'withdrawn') as withdrawn_at
    from standing s group by s.request_id
  )
  select r.id, r.facility_id, (t.asked_at at time zone coalesce(f.time_zone, 'UTC'))::date, r.mode, r.tie, r.incident,
    t.asked_at, t.answered_at, t.visit_at, o.at, o.kind, t.denied_at, coalesce(t.denied_well, false),
    coalesce(t.silent, false) or (t.answered_at is null and t.visit_at is null and t.asked_at < as_of - interval '72 hours'),
    coalesce(t.withdrawn, false), as_of
  from public.visit_request r
    join public.facility f on f.id = r.facility_id
    join story t on t.request_id = r.id
    left join lateral (
      select x.at, x.kind from (
        select t.moved_at, 'transfer' where t.moved_at is not null
        union all select t.withdrawn_at, 'withdrawn' where t.withdrawn_at is not null
        union all
        select coalesce(c.happened_at, c.happened_on::timestamp at time zone coalesce(f.time_zone, 'UTC')),
          case when c.kind in ('removal', 'departure') then 'removal' else c.kind end
        from public.custody_event c
        where c.person_id = r.person_id and c.kind in ('transfer', 'release', 'removal', 'departure', 'death')
          and c.recorded_at <= as_of
      ) x (at, kind)
      where x.at >= t.asked_at order by x.at limit 1
    ) o on true
  where r.created_at <= as_of and t.asked_at is not null
    and (t.asked_at at time zone coalesce(f.time_zone, 'UTC'))::date >= from_day
    and (t.asked_at at time zone coalesce(f.time_zone, 'UTC'))::date < until_day
$$;
comment on function paradero.figure_requests(timestamptz, date, date) is
  'Requests as they were known at a moment. For the functions below alone.';
revoke execute on function paradero.figure_requests(timestamptz, date, date) from public;

create function paradero.may_count() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(paradero.actor_role() = 'monitor', false) or paradero.actor_is('report')
    or paradero.actor_is('release')
$$;
comment on function paradero.may_count() is 'Whether this transaction is done by a monitor, or for a report at the command line.';
revoke execute on function paradero.may_count() from public;

-- How requests ended, by place, week, month, kind of visit or relationship. A request that was withdrawn before anything came
-- of it is counted as such; what nobody told is unknown.
create function paradero.figure_outcomes(grouping_by text, as_of timestamptz, from_day date, until_day date, place text)
returns table (item text, requests bigint, incidents bigint, held bigint, denied bigint, silent bigint, withdrawn bigint,
  unknown bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with judged as (
    select case grouping_by when 'place' then f.code when 'week' then to_char(date_trunc('week', r.day), 'YYYY-MM-DD')
        when 'month' then to_char(r.day, 'YYYY-MM') when 'mode' then r.mode else r.tie end as item,
      coalesce(r.incident::text, r.request_id::text) as incident,
      case when r.visit_at is not null then 'held' when r.denied_at is not null then 'denied'
        when r.withdrawn then 'withdrawn' when r.silent then 'silent' else 'unknown' end as outcome
    from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
    where paradero.may_count() and (place is null or f.code = place)
  )
  select j.item, count(*), count(distinct j.incident), count(*) filter (where j.outcome = 'held'),
    count(*) filter (where j.outcome = 'denied'), count(*) filter (where j.outcome = 'silent'),
    count(*) filter (where j.outcome = 'withdrawn'), count(*) filter (where j.outcome = 'unknown')
  from judged j group by j.item order by j.item
$$;
comment on function paradero.figure_outcomes(text, timestamptz, date, date, text) is 'How requests ended, counted.';

-- How long it took, in hours: to an answer, a visit or a call, or to what ruled it out; or how long nothing was known to end
-- it. For several ends at once, since reading the requests is what takes time.
create function paradero.figure_times(ends text[], as_of timestamptz, from_day date, until_day date, place text)
returns table (what text, hours integer, cause text, cases bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with timed as (
    select e.what, r.asked_at, r.end_at, r.end_kind, r.known_until,
      case e.what when 'answer' then r.answered_at else r.visit_at end as reached
    from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
      cross join unnest(ends) e (what)
    where paradero.may_count() and (place is null or f.code = place) and (e.what <> 'call' or r.mode = 'call')
  )
  select t.what, floor(extract(epoch from least(greatest(coalesce(
        case when t.reached <= coalesce(t.end_at, t.reached) then t.reached else t.end_at end, t.known_until),
      t.asked_at), t.known_until) - t.asked_at) / 3600)::integer,
    case when t.reached <= coalesce(t.end_at, t.reached) then t.what else t.end_kind end, count(*)
  from timed t group by 1, 2, 3 order by 1, 2, 3
$$;
comment on function paradero.figure_times(text[], timestamptz, date, date, text) is 'How long it took, in hours, counted.';

-- What the rules said, by rule or by authority: as it was found by then, and what had been decided by then of it.
create function paradero.figure_findings(grouping_by text, as_of timestamptz, from_day date, until_day date, place text)
returns table (item text, met bigint, breached bigint, unknown bigint, upheld bigint, not_upheld bigint, strong bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with latest as (
    select distinct on (v.request_id, v.key) v.id, v.rule, v.outcome, v.finding
    from paradero.figure_requests(as_of, from_day, until_day) r
      join public.facility f on f.id = r.facility_id
      join public.visit_finding v on v.request_id = r.request_id and v.found_at <= as_of
    where paradero.may_count() and (place is null or f.code = place)
    order by v.request_id, v.key, v.id desc
  ), said as (
    select d.finding_id, (array_agg(d.verdict order by d.id desc))[1] as verdict,
      count(distinct d.account_id) filter (where d.verdict = 'upheld') as upholders
    from public.review_decision d
    where d.verdict <> 'needs_facts' and d.decided_at <= as_of and d.finding_id is not null group by 1
  ), decided as (
    -- The last word; of an order's breach once two people have upheld it.
    select l.*, case when s.verdict = 'upheld' and l.finding ->> 'authority' = 'order' and l.outcome = 'breached'
        and s.upholders < 2 then null else s.verdict end as verdict
    from latest l left join said s on s.finding_id = l.id where l.outcome in ('met', 'breached', 'unknown')
  )
  select case grouping_by when 'rule' then split_part(d.rule, '/', 1) else coalesce(d.finding ->> 'authority', 'heuristic') end,
    count(*) filter (where d.outcome = 'met'), count(*) filter (where d.outcome = 'breached'),
    count(*) filter (where d.outcome = 'unknown'), count(*) filter (where d.verdict = 'upheld'),
    count(*) filter (where d.verdict = 'not_upheld'),
    count(*) filter (where d.outcome = 'breached' and d.finding ->> 'grade' in ('A', 'B'))
  from decided d group by 1 order by 1
$$;
comment on function paradero.figure_findings(text, timestamptz, date, date, text) is 'What the rules said of requests, counted.';

revoke execute on function paradero.figure_outcomes(text, timestamptz, date, date, text),
  paradero.figure_times(text[], timestamptz, date, date, text),
  paradero.figure_findings(text, timestamptz, date, date, text) from public;
grant execute on function paradero.figure_outcomes(text, timestamptz, date, date, text),
  paradero.figure_times(text[], timestamptz, date, date, text),
  paradero.figure_findings(text, timestamptz, date, date, text) to paradero_staff;
