-- Who sees what of the review. Monitors read requests through the functions below alone, which give pseudonyms and bands of
-- two hours until the reader has opened the case with a reason; the office of a request sees what it was asked.

-- Whether a function that the staff's login role called runs as the owner of the tables: those of the review and of figures
-- need this, because row-level security binds the owner too. Nobody who logs in as either is let in by it.
create function paradero.is_reviewing() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select session_user = 'paradero_staff' and current_user not in
    ('paradero_public', 'paradero_staff', 'paradero_index', 'paradero_keeper', 'paradero_backup')
$$;
comment on function paradero.is_reviewing() is 'Whether a function that staff called runs as the owner of the tables.';
revoke execute on function paradero.is_reviewing() from public;

do $$
declare
  old record;
  guarded text;
  own constant text[] := array['attorney_pseudonym', 'review_case', 'review_decision', 'review_question', 'review_answer',
    'review_opening'];
begin
  for old in select tablename, policyname from pg_policies where schemaname = 'public' and tablename = any (own) loop
    execute format('drop policy %I on public.%I', old.policyname, old.tablename);
  end loop;
  foreach guarded in array own loop
    execute format('create policy "A backup holds everything" on public.%I for select to paradero_backup using (true)', guarded);
    execute format('create policy "A restore is counted" on public.%I for select
      using (paradero.actor_is(''restore''))', guarded);
    execute format('create policy "The review keeps its own" on public.%I using ((select paradero.is_reviewing()))', guarded);
  end loop;
  foreach guarded in array array['visit_request', 'visit_event', 'visit_finding', 'evidence', 'evidence_withdrawal'] loop
    execute format('create policy "The review reads requests" on public.%I for select
      using ((select paradero.is_reviewing()))', guarded);
  end loop;
end $$;

create policy "Monitors see all but their own and their office's" on public.review_case for select to paradero_staff
  using ((select paradero.actor_role()) = 'monitor'
    and coalesce(account_id <> (select paradero.actor_account()), true)
    and not coalesce(office_id = (select paradero.actor_office()), false)
    and not (select paradero.actor_account()) = any (tellers)
    and not coalesce((select paradero.actor_office()) = any (teller_offices), false));
create policy "Monitors see what was decided" on public.review_decision for select to paradero_staff
  using (exists (select from public.review_case c where c.id = case_id));
create policy "A monitor decides in their own name" on public.review_decision for insert to paradero_staff
  with check (account_id = (select paradero.actor_account())
    and exists (select from public.review_case c where c.id = case_id));
create policy "Monitors and those who are asked see a question" on public.review_question for select to paradero_staff
  using (exists (select from public.review_case c where c.id = case_id)
    or exists (select from public.visit_request r where r.id = request_id)
    or (select paradero.actor_account()) = any (tellers)
    or coalesce((select paradero.actor_office()) = any (teller_offices), false));
create policy "It is seen with its question" on public.review_answer for select to paradero_staff
  using (exists (select from public.review_question q where q.decision_id = review_answer.decision_id));
create policy "Those who are asked answer in their own name" on public.review_answer for insert to paradero_staff
  with check (account_id = (select paradero.actor_account())
    and exists (select from public.review_question q
      where q.decision_id = review_answer.decision_id and q.request_id is not distinct from review_answer.request_id
        and (exists (select from public.visit_request r where r.id = q.request_id)
          or (select paradero.actor_account()) = any (q.tellers)
          or coalesce((select paradero.actor_office()) = any (q.teller_offices), false))));
create policy "A monitor sees what they opened" on public.review_opening for select to paradero_staff
  using (account_id = (select paradero.actor_account()));
create policy "A monitor opens in their own name" on public.review_opening for insert to paradero_staff
  with check (account_id = (select paradero.actor_account())
    and exists (select from public.review_case c where c.id = case_id));

-- The beginning of the two hours on the wall that a moment lies in.
create function paradero.band(moment timestamptz, zone text) returns timestamptz
language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
  select date_bin('2 hours', moment at time zone zone, timestamp '2000-01-01') at time zone zone
$$;
comment on function paradero.band(timestamptz, text) is 'The beginning of the two hours that a moment lies in, by the clock of a place.';

-- The case if this actor may look at it.
create function paradero.reviewed_case(wanted bigint) returns public.review_case
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.* from public.review_case c
  where c.id = wanted and paradero.actor_role() = 'monitor' and coalesce(c.account_id <> paradero.actor_account(), true)
    and not coalesce(c.office_id = paradero.actor_office(), false) and not paradero.actor_account() = any (c.tellers)
    and not coalesce(paradero.actor_office() = any (c.teller_offices), false)
$$;
comment on function paradero.reviewed_case(bigint) is 'A case that this actor may look at.';

create function paradero.case_is_opened(wanted bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from public.review_opening o join public.review_case c on c.id = o.case_id
      and (c.finding_id = o.finding_id or c.place_finding_id = o.place_finding_id)
    where o.case_id = wanted and o.account_id = paradero.actor_account())
$$;
comment on function paradero.case_is_opened(bigint) is 'Whether this actor opened the names and times of a case, as its finding is now.';

-- What the request was: nothing that names anybody until it is opened.
create function paradero.review_request(
  wanted bigint, out is_opened boolean, out reference text, out client_name text, out filed_by text, out asker_name text,
  out office text, out tie text, out mode text, out asker_role text, out g28 text, out urgency text, out zone text,
  out began_at_door boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.yes, case when o.yes then r.reference end, case when o.yes then r.client_name end,
    case when o.yes then a.name end, case when o.yes then r.asker_name end, case when o.yes then f.name end,
    r.tie, r.mode, r.asker_role, r.g28, r.urgency, p.time_zone, r.began_at_door
  from paradero.reviewed_case(wanted) c
    join public.visit_request r on r.id = c.request_id
    join public.account a on a.id = r.account_id
    join public.facility p on p.id = r.facility_id
    left join public.office f on f.id = r.office_id,
    lateral (select paradero.case_is_opened(wanted) as yes) o
$$;
comment on function paradero.review_request(bigint) is 'The request of a case, as this actor may see it.';

-- What happened: times are bands, and words and names are left out, until it is opened.
create function paradero.review_events(wanted bigint)
returns table (id bigint, kind text, happened_at timestamptz, "precision" text, until_at timestamptz,
  recorded_at timestamptz, recorded_by text, observer text, standing text, is_first_hand boolean, channel text, grade text,
  corrects_event_id bigint, details jsonb, note text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.kind,
    case when o.yes then e.happened_at else paradero.band(e.happened_at, e.zone) end,
    case when o.yes or e.precision = 'day' then e.precision else 'band' end,
    case when o.yes then e.until_at else paradero.band(e.until_at, e.zone) end,
    case when o.yes then e.recorded_at else paradero.band(e.recorded_at, e.zone) end,
    case when o.yes then a.name end, case when o.yes then e.observer end, e.standing, e.is_first_hand, e.channel, e.grade,
    e.corrects_event_id, case when o.yes then e.details else e.details - '{slotOpens,slotCloses}'::text[] end,
    case when o.yes then e.note end
  from paradero.reviewed_case(wanted) c
    join public.visit_event e on e.request_id = c.request_id
    left join public.account a on a.id = e.account_id,
    lateral (select paradero.case_is_opened(wanted) as yes) o
  order by e.happened_at, e.id
$$;
comment on function paradero.review_events(bigint) is 'What happened to the request of a case, as this actor may see it.';

-- Each state of the finding, the newest first: what changed, and when.
create function paradero.review_findings(wanted bigint)
returns table (id bigint, outcome text, severity text, found_at timestamptz, finding jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, f.outcome, f.severity, case when o.yes then f.found_at else paradero.band(f.found_at, p.time_zone) end,
    case when o.yes or f.outcome is null then f.finding
      else jsonb_set(f.finding, '{at}', to_jsonb(to_char(
        paradero.band((f.finding ->> 'at')::timestamptz, p.time_zone) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
        || jsonb_build_object('id', '-', 'subject', jsonb_build_object('request', '-')) end
  from paradero.reviewed_case(wanted) c
    join public.facility p on p.id = c.facility_id
    join public.visit_finding f on f.request_id = c.request_id and f.key = c.key,
    lateral (select paradero.case_is_opened(wanted) as yes) o
  union all
  -- What is said of a place names nobody; its hours are no secret to those who review them.
  select f.id, f.outcome, f.severity, f.found_at, f.finding
  from paradero.reviewed_case(wanted) c
    join public.place_finding f on c.is_of_place and f.facility_id = c.facility_id and f.key = c.key
  order by 1 desc
$$;
comment on function paradero.review_findings(bigint) is 'What the rules said of a case, each time that it changed.';

-- What was told of the day of a case about a place. Who told it is a number within the case until it is opened.
create function paradero.review_place_events(wanted bigint)
returns table (id bigint, kind text, happened_at timestamptz, "precision" text, until_at timestamptz,
  recorded_at timestamptz, teller integer, recorded_by text, observer text, standing text, is_first_hand boolean,
  grade text, corrects_event_id bigint, details jsonb, note text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.kind, e.happened_at, e.precision, e.until_at, e.recorded_at,
    dense_rank() over (order by e.first_id)::integer, case when e.yes then a.name end,
    case when e.yes then e.observer end, e.standing, e.is_first_hand, e.grade, e.corrects_event_id, e.details, e.note
  from (
    select w.*, o.yes, min(w.id) over (partition by w.account_id) as first_id
    from paradero.reviewed_case(wanted) c
      join public.facility p on p.id = c.facility_id
      join public.place_finding f on f.id = c.place_finding_id
      join public.place_event w on w.facility_id = c.facility_id and (w.id = any (f.facts)
        or (w.happened_at at time zone coalesce(p.time_zone, 'UTC'))::date = c.day
        or w.until_at > c.day::timestamp at time zone coalesce(p.time_zone, 'UTC')
          and w.happened_at < (c.day + 1)::timestamp at time zone coalesce(p.time_zone, 'UTC')),
      lateral (select paradero.case_is_opened(wanted) as yes) o
  ) e left join public.account a on a.id = e.account_id
  order by e.happened_at, e.id
$$;
comment on function paradero.review_place_events(bigint) is 'What was told of the day of a case about a place, as this actor may see it.';

-- What there is in files: kinds, grades and hashes. Their content stays with the office.
create function paradero.review_evidence(wanted bigint)
returns table (id bigint, kind text, way text, grade text, bytes integer, sha256 bytea, recorded_at timestamptz,
  is_withdrawn boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.kind, e.way, e.grade, e.bytes, e.sha256,
    case when o.yes then e.recorded_at else paradero.band(e.recorded_at, p.time_zone) end, w.evidence_id is not null
  from paradero.reviewed_case(wanted) c
    join public.facility p on p.id = c.facility_id
    join public.evidence e on e.request_id = c.request_id
    left join public.evidence_withdrawal w on w.evidence_id = e.id,
    lateral (select paradero.case_is_opened(wanted) as yes) o
  order by e.id
$$;
comment on function paradero.review_evidence(bigint) is 'The files of the request of a case, without their content.';

revoke execute on function paradero.band(timestamptz, text), paradero.reviewed_case(bigint),
  paradero.case_is_opened(bigint), paradero.review_request(bigint), paradero.review_events(bigint),
  paradero.review_findings(bigint), paradero.review_place_events(bigint), paradero.review_evidence(bigint) from public;
grant execute on function paradero.is_reviewing() to paradero_staff, paradero_backup;
grant execute on function paradero.case_is_opened(bigint), paradero.review_request(bigint),
  paradero.review_events(bigint), paradero.review_findings(bigint), paradero.review_place_events(bigint),
  paradero.review_evidence(bigint) to paradero_staff;
