-- What the answer to a search of staff says, and how old the records are.

-- Some people whom the matching has found, and where they were last known to be. Nobody who may be a minor and nobody whose
-- every source was withdrawn passes, whatever was asked for; twenty at most. Strangers are told by `tell`.
create function paradero.search_found(people bigint[], today date)
returns table (
  person_id bigint, is_sample boolean, kind text, status text, facility_code text, facility_name text, facility_city text,
  facility_state text, place_text text, happened_at timestamptz, happened_on date, "precision" text, zone text,
  reported_at timestamptz, source_kind text, contradicted boolean
)
-- In this language the plan is kept from one search to the next; making it takes longer than running it.
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
as $$
#variable_conflict use_column
begin
  return query
  select p.id, p.is_sample, c.kind, c.status, f.code, f.name, f.city, f.state, c.place_text, c.happened_at, c.happened_on,
    c.precision, c.zone, c.newest_report_at, c.source_kind, c.contradicted
  from public.person p
  left join paradero.current_custody c on c.person_id = p.id and c.person_id = any (people[1:20])
  left join public.facility f on f.id = coalesce(c.facility_id, c.last_facility_id)
  where p.id = any (people[1:20])
    and (
      -- Born less than 18 years ago by any source; a year alone counts as its last day. Null without a live source.
      select not coalesce(bool_or(d.birth_date > today - interval '18 years'
        or (d.birth_date is null and d.birth_year >= extract(year from today) - 18)), false) and count(*) > 0
      from paradero.shown_description d join paradero.live_batch b on b.id = d.batch_id where d.shown_as = p.id);
end $$;
comment on function paradero.search_found(bigint[], date) is
  'Where the people whom a search has found were last known to be; twenty at most. Never minors, never withdrawn batches.';
revoke all on function paradero.search_found(bigint[], date) from public;
grant execute on function paradero.search_found(bigint[], date) to paradero_staff;

-- The newest report in each live batch, without those that the caller has asked for before (a batch does not change). What
-- was there when a batch was finished is noted with it.
create function paradero.search_freshness(known bigint[])
returns table (batch_id bigint, source_kind text, newest timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.id, b.source_kind,
    case when b.id <> all (known) then coalesce(b.newest_report_at, paradero.newest_report(b.id)) end
  from paradero.live_batch b
$$;
comment on function paradero.search_freshness(bigint[]) is 'How old the records are: the newest report in each live batch.';
revoke all on function paradero.search_freshness(bigint[]) from public;
grant execute on function paradero.search_freshness(bigint[]) to paradero_public, paradero_staff;
