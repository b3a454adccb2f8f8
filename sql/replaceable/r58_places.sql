-- Figures about places, their days and their rules, as known at a moment: an event, a finding and a decision count once they
-- were written down, and a day of a place is what was known of it then. For monitors and for reports, as r57_figures.sql.

-- Each day of which anything was told: how long it was open, how long the rules asked for, and what was told of closures.
create function paradero.figure_days(as_of timestamptz, from_day date, until_day date, place text)
returns table (code text, day date, standing text, least_minutes integer, most_minutes integer, posted integer, required integer,
  outcome text, severity text, breaches integer, accounts integer, closures integer, noticed integer, unnoticed integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with told as (
    select distinct on (k.facility_id, k.day) k.*
    from public.place_day_known k
    where k.day >= from_day and k.day < until_day and k.known_at <= as_of and paradero.may_count()
      and (place is null or k.facility_id = (select f.id from public.facility f where f.code = place))
    order by k.facility_id, k.day, k.id desc
  ), asked as (
    select l.facility_id, l.day, max((r -> 'openMinutes' ->> 'required')::integer) as required
    from (
      select distinct on (v.facility_id, v.key) v.facility_id, v.day, v.outcome, v.finding
      from public.place_finding v
      where v.day >= from_day and v.day < until_day and v.found_at <= as_of
      order by v.facility_id, v.key, v.id desc
    ) l, jsonb_array_elements(l.finding -> 'reasons') r
    where l.outcome is not null and r ? 'openMinutes'
    group by 1, 2
  ), standing as (
    select e.facility_id, e.kind, e.happened_at, (e.happened_at at time zone coalesce(f.time_zone, 'UTC'))::date as day
    from public.place_event e join public.facility f on f.id = e.facility_id
    where e.recorded_at <= as_of and e.kind in ('closed', 'closure_notified', 'not_notified')
      and e.happened_at >= from_day::timestamp - interval '2 days' and e.happened_at < until_day::timestamp + interval '2 days'
      and not exists (select from public.place_event c where c.corrects_event_id = e.id and c.recorded_at <= as_of)
  ), closed as (
    -- Counsel was told on the day before, or within a day after; or somebody able to know says that they were not.
    select s.facility_id, s.day, count(*)::integer as closures,
      count(*) filter (where n.told)::integer as noticed, count(*) filter (where not n.told and n.denied)::integer as unnoticed
    from standing s, lateral (
      select coalesce(bool_or(o.kind = 'closure_notified'), false) as told,
        coalesce(bool_or(o.kind = 'not_notified'), false) as denied
      from standing o
      where o.facility_id = s.facility_id and o.kind <> 'closed'
        and o.happened_at between s.happened_at - interval '1 day' and s.happened_at + interval '1 day') n
    where s.kind = 'closed' group by 1, 2
  )
  select f.code, t.day, t.standing, t.least_minutes::integer, t.most_minutes::integer, t.posted_minutes::integer, a.required,
    t.outcome, t.severity, t.breaches::integer, t.events::integer, coalesce(c.closures, 0), coalesce(c.noticed, 0),
    coalesce(c.unnoticed, 0)
  from told t
    join public.facility f on f.id = t.facility_id
    left join asked a on a.facility_id = t.facility_id and a.day = t.day
    left join closed c on c.facility_id = t.facility_id and c.day = t.day
  where t.events > 0
  order by f.code, t.day
$$;
comment on function paradero.figure_days(timestamptz, date, date, text) is 'What was known of the days of places.';

-- The newest state of each finding, of requests and of places, with the last word about it. An order's breach is upheld once
-- two people said so.
create function paradero.figure_said(as_of timestamptz, from_day date, until_day date, rules text[], place text)
returns table (facility_id integer, day date, rule text, outcome text, authority text, pattern text, grade text,
  is_publishable boolean, verdict text, request_id bigint, key text, upheld_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with latest as (
    select distinct on (v.request_id, v.key) v.id, null::bigint as place_id, r.facility_id,
      (coalesce((v.finding ->> 'at')::timestamptz, v.found_at) at time zone coalesce(f.time_zone, 'UTC'))::date as day,
      v.rule, v.outcome, v.finding, v.request_id, v.key
    from public.visit_finding v
      join public.visit_request r on r.id = v.request_id
      join public.facility f on f.id = r.facility_id
    where v.found_at <= as_of and paradero.may_count() and (place is null or f.code = place)
      and (rules is null or split_part(v.rule, '/', 1) = any (rules))
    order by v.request_id, v.key, v.id desc
  ), both_kinds as (
    select * from latest
    union all
    select * from (
      select distinct on (v.facility_id, v.key) null::bigint, v.id, v.facility_id, v.day, v.rule, v.outcome, v.finding,
        null::bigint, v.key
      from public.place_finding v join public.facility f on f.id = v.facility_id
      where v.found_at <= as_of and paradero.may_count() and (place is null or f.code = place)
        and (rules is null or split_part(v.rule, '/', 1) = any (rules))
      order by v.facility_id, v.key, v.id desc
    ) p
  ), said as (
    -- All decisions once, so that their number does not multiply with that of findings.
    select d.finding_id, d.place_finding_id, (array_agg(d.verdict order by d.id desc))[1] as verdict,
      count(distinct d.account_id) filter (where d.verdict = 'upheld') as upholders,
      max(d.decided_at) filter (where d.verdict = 'upheld') as upheld_at
    from public.review_decision d
    where d.verdict <> 'needs_facts' and d.decided_at <= as_of group by 1, 2
  )
  select b.facility_id, b.day, b.rule, b.outcome, coalesce(b.finding ->> 'authority', 'heuristic'), b.finding ->> 'pattern',
    b.finding ->> 'grade', coalesce((b.finding ->> 'isPublishable')::boolean, false),
    case when coalesce(v.verdict, p.verdict) = 'upheld' and b.outcome = 'breached' and b.finding ->> 'authority' = 'order'
        and coalesce(v.upholders, p.upholders) < 2
      then null else coalesce(v.verdict, p.verdict) end,
    b.request_id, b.key, coalesce(v.upheld_at, p.upheld_at)
  from both_kinds b
    left join said v on v.finding_id = b.id and b.outcome = 'breached'
    left join said p on p.place_finding_id = b.place_id and b.outcome = 'breached'
  where b.outcome in ('met', 'breached', 'unknown', 'pending') and b.day >= from_day and b.day < until_day
$$;
comment on function paradero.figure_said(timestamptz, date, date, text[], text) is
  'What the rules said, each with the last word about it. For the functions of figures and releases alone.';
revoke execute on function paradero.figure_said(timestamptz, date, date, text[], text) from public;

-- What rules said of each day of each place, counted.
create function paradero.figure_rule_days(as_of timestamptz, from_day date, until_day date, rules text[], place text)
returns table (code text, day date, rule text, is_publishable boolean, met integer, breached integer, unknown integer,
  pending integer, upheld integer, not_upheld integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.code, s.day, s.rule, s.is_publishable, count(*) filter (where s.outcome = 'met')::integer,
    count(*) filter (where s.outcome = 'breached')::integer, count(*) filter (where s.outcome = 'unknown')::integer,
    count(*) filter (where s.outcome = 'pending')::integer, count(*) filter (where s.verdict = 'upheld')::integer,
    count(*) filter (where s.verdict = 'not_upheld')::integer
  from paradero.figure_said(as_of, from_day, until_day, rules, place) s join public.facility f on f.id = s.facility_id
  group by 1, 2, 3, 4 order by 1, 2, 3
$$;
comment on function paradero.figure_rule_days(timestamptz, date, date, text[], text) is
  'What rules said of each day of each place, counted.';

-- Of the requests of each place: moved before anybody spoke with them, first calls, and how strong the evidence of a denial is.
create function paradero.figure_more(as_of timestamptz, from_day date, until_day date, place text)
returns table (code text, requests bigint, moved bigint, calls bigint, calls_held bigint, denied bigint, strong bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.code, count(*), count(*) filter (where r.end_kind = 'transfer' and (r.visit_at is null or r.end_at < r.visit_at)),
    count(*) filter (where r.mode = 'call'), count(*) filter (where r.mode = 'call' and r.visit_at is not null),
    count(*) filter (where r.visit_at is null and r.denied_at is not null),
    count(*) filter (where r.visit_at is null and r.denied_at is not null and r.denied_well)
  from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
  where paradero.may_count() and (place is null or f.code = place)
  group by f.code order by f.code
$$;
comment on function paradero.figure_more(timestamptz, date, date, text) is
  'Moved before consultation, first calls, and strong evidence, counted by place.';

-- The requests behind a figure: a day, a place and how it ended; nobody's name. With the case that came of it, if one did.
create function paradero.figure_rows(grouping_by text, wanted text, ended text, as_of timestamptz, from_day date,
  until_day date, place text, after bigint, most integer)
returns table (number bigint, code text, day date, mode text, tie text, ended text, attorney integer, cases bigint[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with judged as (
    select r.request_id, f.code, r.day, r.mode, r.tie,
      case grouping_by when 'place' then f.code when 'week' then to_char(date_trunc('week', r.day), 'YYYY-MM-DD')
        when 'month' then to_char(r.day, 'YYYY-MM') when 'mode' then r.mode when 'tie' then r.tie end as item,
      case when r.visit_at is not null then 'held' when r.denied_at is not null then 'denied'
        when r.withdrawn then 'withdrawn' when r.silent then 'silent' else 'unknown' end as ended,
      r.end_kind = 'transfer' and (r.visit_at is null or r.end_at < r.visit_at) as moved, r.denied_well
    from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
    where paradero.may_count() and (place is null or f.code = place)
  )
  select j.request_id, j.code, j.day, j.mode, j.tie, j.ended,
    (select min(c.attorney) from public.review_case c where c.request_id = j.request_id),
    coalesce((select array_agg(c.id order by c.rank, c.id) from public.review_case c
      where c.request_id = j.request_id and c.state <> 'gone'), '{}')
  from judged j
  where (wanted is null or j.item = wanted) and (figure_rows.ended is null or j.ended = figure_rows.ended
      or case figure_rows.ended when 'moved' then j.moved when 'call' then j.mode = 'call'
        when 'called' then j.mode = 'call' and j.ended = 'held'
        when 'strong' then j.ended = 'denied' and j.denied_well end) and j.request_id > after
  order by j.request_id limit most
$$;
comment on function paradero.figure_rows(text, text, text, timestamptz, date, date, text, bigint, integer) is
  'The requests behind a figure, without anybody''s name.';

revoke execute on function paradero.figure_days(timestamptz, date, date, text),
  paradero.figure_rule_days(timestamptz, date, date, text[], text),
  paradero.figure_more(timestamptz, date, date, text),
  paradero.figure_rows(text, text, text, timestamptz, date, date, text, bigint, integer) from public;
grant execute on function paradero.figure_days(timestamptz, date, date, text),
  paradero.figure_rule_days(timestamptz, date, date, text[], text),
  paradero.figure_more(timestamptz, date, date, text),
  paradero.figure_rows(text, text, text, timestamptz, date, date, text, bigint, integer) to paradero_staff;
