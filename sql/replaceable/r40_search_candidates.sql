-- Candidates for a search: the few hundred listed people whose names, births or A-numbers come near what was typed, with the
-- columns that matching compares and nothing of where anyone is. Matching itself weighs them.
--
-- Names are probed by pairs: each probe is two patterns (regular expressions made by the program from folded letters), and
-- a name fits when it has both. The trigram index answers such a pair by intersecting short lists, in a few milliseconds at
-- a million people, where similarity to a whole name reads the lists of every trigram. Similarity is the net below, for when
-- the probes leave fewer than ten.
--
-- Minors, and people who may be minors, never leave the database by this door.
create function paradero.search_candidates(
  sought text,              -- the name, folded as search_name() folds
  lefts text[],             -- one pattern of each probe
  rights text[],            -- and the other
  birth_dates date[],       -- every reading of the day, and days that it is mistaken for
  birth_from integer,       -- the years in which the birth may have been
  birth_until integer,
  country_wanted text,
  a_numbers text[],         -- the number, and numbers that it is mistaken for
  wants_arrests boolean,
  today date,
  most integer
) returns table (
  person_id bigint, is_sample boolean, full_names text[], given_names text[], family_names text[], birth_dates_listed date[],
  birth_years smallint[], birth_bases text[], countries text[], sexes text[], a_numbers_listed text[], arrest_days date[],
  arrest_places text[]
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set pg_trgm.similarity_threshold = 0.42
set plan_cache_mode = force_generic_plan set jit = off
as $$
#variable_conflict use_column
declare
  found bigint[];
  dead bigint[] := array(
    select b.id from public.batch b where not exists (select from paradero.live_batch l where l.id = b.id));
  probes integer := least(cardinality(lefts), cardinality(rights), 24);
begin
  -- By number: as good as certain, so all of them.
  select array_agg(i.person_id) into found
  from public.person_identifier i
  where i.kind = 'a_number' and i.value = any (a_numbers) and i.batch_id <> all (dead);

  -- By name, each probe's best: what is nearest in name, with a little for a birth and a country that fit.
  found := found || array(
    select h.person_id
    from generate_series(1, probes) n
    cross join lateral (
      select d.person_id
      from public.person_description d
      where d.search_name ~ lefts[n] and d.search_name ~ rights[n] and d.batch_id <> all (dead)
      order by public.similarity(d.search_name, sought)
        + case when d.birth_date = any (birth_dates) then 0.4
            when d.birth_year between birth_from and birth_until then 0.25 else 0 end
        + case when d.country = country_wanted then 0.1 else 0 end desc
      limit 120
    ) h
  );

  -- By day of birth: the name may be quite another then, and evidence decides.
  if cardinality(birth_dates) > 0 then
    found := found || array(
      select d.person_id
      from public.person_description d
      where d.birth_date = any (birth_dates) and d.batch_id <> all (dead)
      order by public.similarity(d.search_name, sought) + case when d.country = country_wanted then 0.1 else 0 end desc
      limit 60
    );
  end if;

  if sought <> '' and (select count(distinct f) < 10 from unnest(found) f) then
    found := found || array(
      select d.person_id
      from public.person_description d
      where d.search_name operator(public.%) sought and d.batch_id <> all (dead)
      order by public.similarity(d.search_name, sought) desc
      limit 60
    );
  end if;

  return query
  select p.id, p.is_sample, d.full_names, d.given_names, d.family_names, d.birth_dates, d.birth_years, d.birth_bases,
    d.countries, d.sexes, i.numbers, a.days, a.places
  from (
    select f.id, f.best from (
      select u.id, max(public.similarity(x.search_name, sought)) + count(*) * 0.01 as best
      from (select u.id, count(*) from unnest(found) u(id) group by u.id) u
      join paradero.live_description x on x.person_id = u.id
      group by u.id
      -- Born less than 18 years ago by any source; a year alone counts as its last day.
      having not coalesce(bool_or(x.birth_date > today - interval '18 years'
        or (x.birth_date is null and x.birth_year >= extract(year from today) - 18)), false)
    ) f
    order by exists (select from public.person_identifier n
        where n.person_id = f.id and n.kind = 'a_number' and n.value = any (a_numbers)) desc,
      f.best desc, f.id
    limit least(most, 400)
  ) f
  join public.person p on p.id = f.id
  cross join lateral (
    select array_agg(x.full_name order by x.id) as full_names, array_agg(x.given_names order by x.id) as given_names,
      array_agg(x.family_names order by x.id) as family_names, array_agg(x.birth_date order by x.id) as birth_dates,
      array_agg(x.birth_year order by x.id) as birth_years, array_agg(x.birth_basis order by x.id) as birth_bases,
      array_agg(distinct x.country::text) filter (where x.country is not null) as countries,
      array_agg(distinct x.sex) filter (where x.sex is not null) as sexes
    from paradero.live_description x where x.person_id = p.id
  ) d
  left join lateral (
    select array_agg(distinct x.value) as numbers
    from paradero.live_identifier x where x.person_id = p.id and x.kind = 'a_number'
  ) i on true
  left join lateral (
    select array_agg(coalesce(e.happened_on, (e.happened_at at time zone e.zone)::date) order by e.id) as days,
      array_agg(coalesce(e.place_text, concat_ws(', ', f.name, f.city, f.state)) order by e.id) as places
    from paradero.live_event e left join public.facility f on f.id = e.facility_id
    where wants_arrests and e.person_id = p.id and e.kind in ('arrest', 'book_in')
  ) a on true;
end $$;
comment on function paradero.search_candidates(text, text[], text[], date[], integer, integer, text, text[], boolean, date, integer) is
  'The people whom a search may mean, with what matching compares. Never minors, never withdrawn batches.';
revoke all on function
  paradero.search_candidates(text, text[], text[], date[], integer, integer, text, text[], boolean, date, integer) from public;
grant execute on function
  paradero.search_candidates(text, text[], text[], date[], integer, integer, text, text[], boolean, date, integer)
  to paradero_public, paradero_staff;

-- How common names, countries and people are, counted over a sample of the records: what rarity is worth in matching.
-- A part of a name is told only when at least three sampled people bear it.
create function paradero.search_statistics(sample integer)
returns table (kind text, item text, counted bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  total double precision;
  portion double precision;
begin
  select greatest(c.reltuples, 0) into total from pg_class c where c.oid = 'public.person_description'::regclass;
  if total < 1000 then
    select count(*) into total from public.person_description;
  end if;
  portion := least(100, greatest(0.0001, 100 * sample / greatest(total, 1)));
  return query
  with sampled as materialized (
    select d.search_name, d.given_names, d.family_names, d.country
    from public.person_description d tablesample system (portion) repeatable (1)
    where exists (select from paradero.live_batch b where b.id = d.batch_id)
    limit sample * 2
  ), parts as (
    select 'given' as kind, part as item from sampled s, regexp_split_to_table(public.search_name(s.given_names), ' ') part
    union all
    select 'family', part from sampled s, regexp_split_to_table(public.search_name(s.family_names), ' ') part
  )
  select p.kind, p.item, count(*) from parts p where p.item <> '' group by 1, 2 having count(*) >= 3
  union all
  select 'country', s.country::text, count(*) from sampled s where s.country is not null group by 2
  union all
  select 'names', '', count(*) from sampled s where s.given_names is not null or s.family_names is not null
  union all
  select 'people', '', total::bigint;
end $$;
comment on function paradero.search_statistics(integer) is 'How common names and countries are in the records, for matching.';
revoke all on function paradero.search_statistics(integer) from public;
grant execute on function paradero.search_statistics(integer) to paradero_public, paradero_staff, paradero_index;

-- What the answer to a search says of some people's custody. Only for people whom the matching has found.
create function paradero.search_custody(people bigint[])
returns table (
  person_id bigint, kind text, status text, facility_code text, facility_name text, facility_city text, facility_state text,
  place_text text, happened_at timestamptz, happened_on date, "precision" text, zone text, reported_at timestamptz,
  source_kind text, contradicted boolean
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.person_id, c.kind, c.status, f.code, f.name, f.city, f.state, c.place_text, c.happened_at, c.happened_on,
    c.precision, c.zone, c.newest_report_at, c.source_kind, c.contradicted
  from paradero.current_custody c left join public.facility f on f.id = coalesce(c.facility_id, c.last_facility_id)
  where c.person_id = any (people[1:20])
$$;
comment on function paradero.search_custody(bigint[]) is 'Where the people whom a search has found were last known to be; twenty at most.';
revoke all on function paradero.search_custody(bigint[]) from public;
grant execute on function paradero.search_custody(bigint[]) to paradero_public, paradero_staff;

-- The newest report in each live batch, without those that the caller has asked for before (a batch does not change).
create function paradero.search_freshness(known bigint[])
returns table (batch_id bigint, source_kind text, newest timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.id, b.source_kind,
    case when b.id <> all (known) then greatest(
      (select max(d.reported_at) from public.person_description d where d.batch_id = b.id),
      (select max(e.reported_at) from public.custody_event e where e.batch_id = b.id)) end
  from paradero.live_batch b
$$;
comment on function paradero.search_freshness(bigint[]) is 'How old the records are: the newest report in each live batch.';
revoke all on function paradero.search_freshness(bigint[]) from public;
grant execute on function paradero.search_freshness(bigint[]) to paradero_public, paradero_staff;
