-- Reviewed findings as rows for a table that anybody may be given: with the words that were noted, and beside them every
-- name and number that is known of the people in them, so that the program takes those out before a row goes anywhere.
create function paradero.reviewed_incidents(as_of timestamptz, from_day date, until_day date, place text)
returns table (incident bigint, case_id bigint, place_code text, place_name text, attorney integer, day date, rule text,
  authority text, severity text, grade text, pattern text, state text, decided_on date, reviewers bigint, words text[],
  names text[], births text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with word as (
    select distinct on (d.case_id, d.account_id) d.case_id, d.account_id, d.verdict, d.decided_at
    from public.review_decision d
    where d.decided_at <= as_of and d.verdict <> 'needs_facts'
    order by d.case_id, d.account_id, d.id desc
  ), reviewed as (
    select w.case_id, max(w.decided_at) as decided_at, count(*) as reviewers,
      case when count(distinct w.verdict) > 1 then 'differ' else min(w.verdict) end as verdict
    from word w group by w.case_id
  )
  select dense_rank() over (order by coalesce(i.first_id, r.id) nulls last,
      case when r.id is null then c.facility_id end, case when r.id is null then c.day end), c.id, p.code, p.name, c.attorney, c.day, c.rule,
    c.authority, c.severity, c.grade, c.pattern,
    case when v.verdict = 'upheld' and c.authority = 'order' and v.reviewers < 2 then 'second' else v.verdict end,
    (v.decided_at at time zone coalesce(p.time_zone, 'UTC'))::date, v.reviewers,
    array(select e.note from public.visit_event e
      where e.request_id = r.id and e.note is not null and e.recorded_at <= as_of
        and not exists (select from public.visit_event x where x.corrects_event_id = e.id and x.recorded_at <= as_of)
      order by e.happened_at, e.id)
    || array(select e.note from public.place_event e
      where r.id is null and e.facility_id = c.facility_id and e.note is not null and e.recorded_at <= as_of
        and (e.happened_at at time zone e.zone)::date = c.day
        and not exists (select from public.place_event x where x.corrects_event_id = e.id and x.recorded_at <= as_of)
      order by e.happened_at, e.id),
    array(select n.name from (
        select r.client_name union select r.client_a_number union select r.asker_name union select r.supervisor
        union select r.companions union select a.name union select o.name union select r.reference
        union select e.observer from public.visit_event e where e.request_id = r.id
        union select b.name from public.visit_event e join public.account b on b.id = e.account_id where e.request_id = r.id
        union select q.client_name from public.visit_request q where q.incident = r.incident
        union select e.observer from public.place_event e where r.id is null and e.facility_id = c.facility_id
        union select b.name from public.place_event e join public.account b on b.id = e.account_id
          where r.id is null and e.facility_id = c.facility_id
      ) n (name) where n.name <> '' order by 1),
    array_remove(array[r.client_birth], null)
  from public.review_case c
    join reviewed v on v.case_id = c.id
    left join public.visit_request r on r.id = c.request_id
    join public.facility p on p.id = c.facility_id
    left join public.account a on a.id = r.account_id
    left join public.office o on o.id = r.office_id
    left join lateral (select min(q.id) as first_id from public.visit_request q where q.incident = r.incident) i on true
  where paradero.may_count() and c.state <> 'gone' and c.day >= from_day and c.day < until_day
    and (place is null or p.code = place)
  order by 1, c.id
$$;
comment on function paradero.reviewed_incidents(timestamptz, date, date, text) is
  'Findings that people decided about, with what has to be taken out of them before they are given away.';
revoke execute on function paradero.reviewed_incidents(timestamptz, date, date, text) from public;
grant execute on function paradero.reviewed_incidents(timestamptz, date, date, text) to paradero_staff;
