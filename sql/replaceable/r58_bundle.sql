-- What a reviewer may take into a bundle: of the requests that they opened with a reason everything, of others what the
-- review shows of them: pseudonyms and bands of two hours. Reviewers' reasons are in none of it.

-- Whether this transaction makes a bundle for a monitor. Only then do the policies here let anything through.
create function paradero.is_bundling() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(current_setting('paradero.bundling', true) = 'on', false)
    and coalesce(paradero.actor_role() = 'monitor', false)
$$;
comment on function paradero.is_bundling() is 'Whether this transaction makes a bundle for a monitor.';

-- The requests of which this actor opened a case, as its finding is now.
create function paradero.opened_requests() returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.request_id
  from public.review_opening o join public.review_case c on c.id = o.case_id and c.finding_id = o.finding_id
  where o.account_id = paradero.actor_account() and c.account_id <> paradero.actor_account()
    and not coalesce(c.office_id = paradero.actor_office(), false)
$$;
comment on function paradero.opened_requests() is 'The requests whose names and times this actor opened for review.';

-- What belongs to a request is seen with it, by the policies of ../replaceable/r50_visits.sql.
create policy "A reviewer bundles what they opened" on public.visit_request for select to paradero_staff
  using ((select paradero.is_bundling()) and id in (select paradero.opened_requests()));

-- The requests of a scope. One of the reviewer's own, or of their office, is told as that and nothing more. A reference is
-- asked for by who opened it: it leads from a name to a number otherwise.
create function paradero.bundle_requests(
  places integer[], first_day date, last_day date, rules text[], wanted text[])
returns table (id bigint, facility_id integer, attorney integer, is_opened boolean, is_own boolean, tie text, mode text,
  asker_role text, began_at_door boolean, day date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.facility_id, n.number, o.yes, own.yes, r.tie, r.mode, r.asker_role, r.began_at_door,
    (r.created_at at time zone coalesce(p.time_zone, 'UTC'))::date
  from public.visit_request r
    join public.facility p on p.id = r.facility_id
    left join public.attorney_pseudonym n on n.account_id = r.account_id,
    lateral (select r.id in (select paradero.opened_requests()) as yes) o,
    lateral (select r.account_id = paradero.actor_account()
      or coalesce(r.office_id = paradero.actor_office(), false) as yes) own
  where paradero.is_bundling()
    and (places is null or r.facility_id = any (places))
    and (wanted is null or o.yes and r.reference = any (wanted))
    and ((r.created_at at time zone coalesce(p.time_zone, 'UTC'))::date between first_day and last_day
      or exists (select from public.visit_event e
        where e.request_id = r.id and (e.happened_at at time zone e.zone)::date between first_day and last_day))
    and (rules is null or exists (select from public.visit_finding f
      where f.request_id = r.id and split_part(f.rule, '/', 1) = any (rules)))
  order by r.id
$$;
comment on function paradero.bundle_requests(integer[], date, date, text[], text[]) is 'The requests of the scope of a bundle.';

-- What happened to requests that were not opened: kinds, standings, and bands of two hours.
create function paradero.bundle_events(wanted bigint[])
returns table (request_id bigint, id bigint, kind text, happened_at timestamptz, zone text, "precision" text, standing text,
  is_first_hand boolean, channel text, grade text, corrects_event_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.request_id, e.id, e.kind, paradero.band(e.happened_at, e.zone), e.zone,
    case when e.precision = 'day' then e.precision else 'band' end, e.standing, e.is_first_hand, e.channel, e.grade,
    e.corrects_event_id
  from public.visit_event e
  where paradero.is_bundling() and e.request_id = any (wanted)
  order by e.request_id, e.happened_at, e.id
$$;
comment on function paradero.bundle_events(bigint[]) is 'What happened to requests of a bundle that the reviewer did not open.';

-- What the rules say of the requests now, and where its case stands; masked as the review masks it.
create function paradero.bundle_findings(wanted bigint[], rules text[])
returns table (request_id bigint, case_id bigint, state text, is_opened boolean, finding jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.request_id, c.id, c.state, o.yes,
    case when o.yes then l.finding
      else jsonb_set(l.finding, '{at}', to_jsonb(to_char(
        paradero.band((l.finding ->> 'at')::timestamptz, p.time_zone) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
        || jsonb_build_object('id', '-', 'subject', jsonb_build_object('request', '-')) end
  from (
      select distinct on (f.request_id, f.key) f.* from public.visit_finding f
      where f.request_id = any (wanted) and (rules is null or split_part(f.rule, '/', 1) = any (rules))
      order by f.request_id, f.key, f.id desc
    ) l
    join public.visit_request r on r.id = l.request_id
    join public.facility p on p.id = r.facility_id
    left join public.review_case c on c.request_id = l.request_id and c.key = l.key,
    lateral (select l.request_id in (select paradero.opened_requests()) as yes) o
  where paradero.is_bundling() and l.outcome is not null
  order by l.request_id, l.key
$$;
comment on function paradero.bundle_findings(bigint[], text[]) is 'What the rules say of the requests of a bundle.';

-- What the rules say of a place on these days now, and where its case stands.
create function paradero.bundle_place_findings(place integer, first_day date, last_day date, rules text[])
returns table (case_id bigint, state text, finding jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.state, l.finding
  from (
      select distinct on (f.key) f.* from public.place_finding f
      where f.facility_id = place and f.day between first_day and last_day
        and (rules is null or split_part(f.rule, '/', 1) = any (rules))
      order by f.key, f.id desc
    ) l left join public.review_case c on c.is_of_place and c.facility_id = l.facility_id and c.key = l.key
  where paradero.is_bundling() and l.outcome is not null
  order by l.day, l.key
$$;
comment on function paradero.bundle_place_findings(integer, date, date, text[]) is 'What the rules say of a place of a bundle.';

-- What was decided of cases, without anybody's reasons.
create function paradero.bundle_verdicts(wanted bigint[])
returns table (case_id bigint, verdict text, decided_at timestamptz, account_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.case_id, d.verdict, d.decided_at, d.account_id from public.review_decision d
  where paradero.is_bundling() and d.case_id = any (wanted) and d.verdict <> 'needs_facts'
  order by d.case_id, d.id
$$;
comment on function paradero.bundle_verdicts(bigint[]) is 'What was decided of the cases of a bundle, without reasons.';

-- Files of requests that were not opened: what they are and their hashes.
create function paradero.bundle_evidence(wanted bigint[])
returns table (request_id bigint, kind text, grade text, bytes integer, sha256 bytea, is_withdrawn boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.request_id, e.kind, e.grade, e.bytes, e.sha256, w.evidence_id is not null
  from public.evidence e left join public.evidence_withdrawal w on w.evidence_id = e.id
  where paradero.is_bundling() and e.request_id = any (wanted)
  order by e.request_id, e.id
$$;
comment on function paradero.bundle_evidence(bigint[]) is 'Files of requests of a bundle that the reviewer did not open.';

-- Sealed entries of the audit log about these objects, before a moment. What was typed as a purpose is not among them.
create function paradero.bundle_audit(objects text[], until_at timestamptz)
returns table (seq bigint, at timestamptz, actor text, verb text, object text, facts text[], purpose_sha256 bytea,
  previous_sha256 bytea, leaf_sha256 bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.seq, e.at, e.actor, e.verb, e.object, e.facts, e.purpose_sha256, e.previous_sha256, e.leaf_sha256
  from public.audit_entry e
  where paradero.is_bundling() and e.seq is not null and e.at < until_at and e.object = any (objects)
  order by e.seq
$$;
comment on function paradero.bundle_audit(text[], timestamptz) is 'Entries of the audit log about what is in a bundle.';

revoke execute on function paradero.is_bundling(), paradero.opened_requests(),
  paradero.bundle_requests(integer[], date, date, text[], text[]), paradero.bundle_events(bigint[]),
  paradero.bundle_findings(bigint[], text[]), paradero.bundle_evidence(bigint[]),
  paradero.bundle_place_findings(integer, date, date, text[]), paradero.bundle_verdicts(bigint[]),
  paradero.bundle_audit(text[], timestamptz) from public;
grant execute on function paradero.is_bundling(), paradero.opened_requests(),
  paradero.bundle_requests(integer[], date, date, text[], text[]), paradero.bundle_events(bigint[]),
  paradero.bundle_findings(bigint[], text[]), paradero.bundle_evidence(bigint[]),
  paradero.bundle_place_findings(integer, date, date, text[]), paradero.bundle_verdicts(bigint[]),
  paradero.bundle_audit(text[], timestamptz) to paradero_staff;
