-- What may be decided about two people, in the words of the program. A decision is refused when it is there already, in
-- other words too, and when it contradicts one that stands: that one has to be undone first.
create function paradero.decide_pair(one bigint, other bigint, same boolean, reason text, account bigint, at timestamptz)
returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  a bigint := least(one, other);
  b bigint := greatest(one, other);
  is_one boolean;
  is_apart boolean;
begin
  perform pg_advisory_xact_lock(7236827461013);
  if a = b or (select count(*) from public.person p where p.id in (a, b)) < 2 then
    return 'unknown';
  end if;
  select x.shown_as = y.shown_as into is_one
  from paradero.shown_as(array[a]) x, paradero.shown_as(array[b]) y where x.person_id = a and y.person_id = b;
  select exists (
    select from public.pair_decision d, paradero.shown_as(array[a]) x, paradero.shown_as(array[b]) y
    where not d.is_same and d.undone_at is null
      and (d.person_a, d.person_b) in ((x.person_id, y.person_id), (y.person_id, x.person_id))) into is_apart;
  if is_one then
    return case when same then 'already' else 'contradicts' end;
  end if;
  if is_apart then
    return case when same then 'contradicts' else 'already' end;
  end if;
  insert into public.pair_decision (person_a, person_b, is_same, why, decided_by, decided_at)
  values (a, b, same, reason, account, at);
  if same then
    perform paradero.append_change('person', s.person_id)
    from (select x.person_id from paradero.shown_as(array[a, b]) x order by x.person_id) s;
  end if;
  return 'done';
end $$;
comment on function paradero.decide_pair(bigint, bigint, boolean, text, bigint, timestamptz) is
  'Writes down that two people are the same or are not, and tells followers; call it as the last thing of a transaction.';
revoke all on function paradero.decide_pair(bigint, bigint, boolean, text, bigint, timestamptz) from public;
grant execute on function paradero.decide_pair(bigint, bigint, boolean, text, bigint, timestamptz) to paradero_staff;

create function paradero.undo_pair_decision(decision bigint, reason text, account bigint, at timestamptz) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  pair public.pair_decision;
  people bigint[];
begin
  perform pg_advisory_xact_lock(7236827461013);
  select * into pair from public.pair_decision d where d.id = decision;
  if pair.id is null then
    return 'unknown';
  end if;
  if pair.undone_at is not null then
    return 'already';
  end if;
  people := array(select s.person_id from paradero.shown_as(array[pair.person_a, pair.person_b]) s order by 1);
  update public.pair_decision d
  set undone_why = reason, undone_by = account, undone_at = greatest(at, d.decided_at) where d.id = decision;
  if pair.is_same then
    perform paradero.append_change('person', p) from unnest(people) p;
  end if;
  return 'done';
end $$;
comment on function paradero.undo_pair_decision(bigint, text, bigint, timestamptz) is
  'Takes a decision about two people back and tells followers; call it as the last thing of a transaction.';
revoke all on function paradero.undo_pair_decision(bigint, text, bigint, timestamptz) from public;
grant execute on function paradero.undo_pair_decision(bigint, text, bigint, timestamptz) to paradero_staff;

-- Proposals that wait for somebody: both people are still listed, nobody decided about them, and they are not one already.
-- Under whom they are shown, so that two proposals about the same people count once.
create view paradero.open_proposal as
select distinct on (least(x.a, x.b), greatest(x.a, x.b))
  x.id, least(x.a, x.b) as person_a, greatest(x.a, x.b) as person_b, x.bits, x.probability, x.reasons, x.proposed_at
from (
  select p.id, p.bits, p.probability, p.reasons, p.proposed_at,
    coalesce(m.shown_as, p.person_a) as a, coalesce(n.shown_as, p.person_b) as b
  from public.duplicate_proposal p
  left join public.merged_person m on m.person_id = p.person_a
  left join public.merged_person n on n.person_id = p.person_b
  where p.gone_at is null
) x
where x.a <> x.b
  and not exists (
    select from public.pair_decision d
    left join public.merged_person m on m.person_id = d.person_a
    left join public.merged_person n on n.person_id = d.person_b
    where not d.is_same and d.undone_at is null
      and (coalesce(m.shown_as, d.person_a), coalesce(n.shown_as, d.person_b)) in ((x.a, x.b), (x.b, x.a)))
order by least(x.a, x.b), greatest(x.a, x.b), x.bits desc, x.id;
