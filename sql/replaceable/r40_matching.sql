-- What matching reads of the records: the rows that its index holds, who was touched by a change, who has some keys.

-- All that matching compares, one row for each thing that a live source said of somebody; nothing of where they are now.
--   d  a description: name, birth, sex, country; the folded name too where a program may fold it otherwise
--   n  an A-number
--   a  an arrest or a first booking: its day by the place's clock, and the place as written or by its number
-- Batches that do not count are few, so that they are left out by a short list instead of a join. People who are one by a
-- decision are one person here, under the number that they are shown as; the others of them are nobody.
create view paradero.index_row as
select d.shown_as as person_id, 'd' as what, d.id, d.full_name as text, d.given_names, d.family_names, d.birth_date as day,
  d.birth_year, d.birth_basis, d.sex, d.country::text as country,
  case when octet_length(d.full_name) <> length(d.full_name) then d.search_name end as search_name,
  null::integer as facility_id
from paradero.shown_description d
where d.batch_id not in (select b.id from public.batch b where b.finished_at is null or b.withdrawn_at is not null)
union all
select i.shown_as, 'n', i.id, i.value, null, null, null, null, null, null, null, null, null
from paradero.shown_identifier i
where i.kind = 'a_number'
  and i.batch_id not in (select b.id from public.batch b where b.finished_at is null or b.withdrawn_at is not null)
union all
select e.shown_as, 'a', e.id, e.place_text, null, null,
  coalesce(e.happened_on, (e.happened_at at time zone coalesce(f.time_zone, 'America/Chicago'))::date),
  null, null, null, null, null, e.facility_id
from paradero.shown_event e left join public.facility f on f.id = e.facility_id
where e.kind in ('arrest', 'book_in')
  and e.batch_id not in (select b.id from public.batch b where b.finished_at is null or b.withdrawn_at is not null)
  and e.id not in (
    select c.corrects_event_id from public.custody_event c join paradero.live_batch b on b.id = c.batch_id
    where c.corrects_event_id is not null);

-- Every so-manieth person's number, in order: where to cut when all are read a part at a time.
create function paradero.people_in_steps(size integer) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.id from (select p.id, row_number() over (order by p.id) as place from public.person p) n
  where (n.place - 1) % size = 0 order by n.id
$$;
comment on function paradero.people_in_steps(integer) is 'The first of every so many people, in order.';
revoke all on function paradero.people_in_steps(integer) from public;
grant execute on function paradero.people_in_steps(integer) to paradero_index, paradero_staff;

-- The people of whom these batches tell anything, and those who were arrested or booked in at these facilities.
create function paradero.people_touched(batches bigint[], facilities integer[]) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with touched as (
    select d.person_id from public.person_description d where d.batch_id = any (batches)
    union
    select i.person_id from public.person_identifier i where i.batch_id = any (batches)
    union
    select e.person_id from public.custody_event e where e.batch_id = any (batches)
    union
    select e.person_id from public.custody_event e
    where cardinality(facilities) > 0 and e.facility_id = any (facilities) and e.kind in ('arrest', 'book_in')
  )
  select t.person_id from touched t
  union
  select m.shown_as from touched t join public.merged_person m on m.person_id = t.person_id
$$;
comment on function paradero.people_touched(bigint[], integer[]) is 'Whom a change of these batches and facilities concerns.';
revoke all on function paradero.people_touched(bigint[], integer[]) from public;
grant execute on function paradero.people_touched(bigint[], integer[]) to paradero_index, paradero_staff;

-- The people who have keys together, while the index in memory cannot be asked: some clause must hold, in which each set
-- has a key that the person has. Beside them everybody with one of the A-numbers. The caller weighs them, and drops
-- whom a shared hash or a withdrawn source brought.
create function paradero.people_with_keys(
  set_of_key integer[],     -- for each key, the set that it belongs to
  kind_of_key text[],       -- word, day or year
  keys text[],              -- the key as text: a folded word, a date, a year
  clause integer[],         -- and for each set of each clause, the clause
  set_of_clause integer[],  -- and the set
  numbers text[],
  most integer
) returns setof bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off set jit = off
as $$
declare
  condition text;
begin
  select string_agg('(' || c.sets || ')', ' or ') into condition
  from (
    select c.clause, string_agg(format('k.keys && %L::integer[]', s.hashes), ' and ') as sets
    from unnest(clause, set_of_clause) c (clause, number)
    join (
      select k.number, array_agg(distinct case k.kind when 'word' then hashtext(k.key)
        when 'day' then k.key::date - date '0001-01-01' else -k.key::integer end) as hashes
      from unnest(set_of_key, kind_of_key, keys) k (number, kind, key) group by k.number
    ) s on s.number = c.number
    group by c.clause
  ) c;
  if cardinality(numbers) > 0 then
    return query select coalesce(m.shown_as, i.person_id)
      from public.person_identifier i left join public.merged_person m on m.person_id = i.person_id
      where i.kind = 'a_number' and i.value = any (numbers) limit most;
  end if;
  if condition is not null then
    return query execute 'select k.person_id from public.person_keys k where ' || condition || ' limit ' || most;
  end if;
end $$;
comment on function paradero.people_with_keys(integer[], text[], text[], integer[], integer[], text[], integer) is
  'The people whom a search may mean, by keys of names and births and by A-numbers.';
revoke all on function paradero.people_with_keys(integer[], text[], text[], integer[], integer[], text[], integer) from public;
grant execute on function paradero.people_with_keys(integer[], text[], text[], integer[], integer[], text[], integer)
  to paradero_index, paradero_staff;

-- Keeps what an index has counted of all records, in place of what was counted before.
create function paradero.keep_record_counts(
  kinds text[], items text[], counts bigint[], givens bigint[], families bigint[], spellings text[], countries text[]
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7236827461003);
  delete from public.record_count c
  where not exists (select from unnest(kinds, items) n (kind, item) where n.kind = c.kind and n.item = c.item);
  insert into public.record_count (kind, item, counted, given, family, spelled, countries)
  select * from unnest(kinds, items, counts, givens, families, spellings, keep_record_counts.countries)
  on conflict (kind, item) do update set counted = excluded.counted, given = excluded.given, family = excluded.family,
    spelled = excluded.spelled, countries = excluded.countries, counted_at = excluded.counted_at
  where (record_count.counted, record_count.given, record_count.family, record_count.spelled, record_count.countries)
    is distinct from (excluded.counted, excluded.given, excluded.family, excluded.spelled, excluded.countries)
    or record_count.kind = 'people';
end $$;
comment on function paradero.keep_record_counts(text[], text[], bigint[], bigint[], bigint[], text[], text[]) is
  'Keeps how common words, countries and places are, in place of the counts before.';
revoke all on function paradero.keep_record_counts(text[], text[], bigint[], bigint[], bigint[], text[], text[]) from public;
grant execute on function paradero.keep_record_counts(text[], text[], bigint[], bigint[], bigint[], text[], text[]) to paradero_index;
