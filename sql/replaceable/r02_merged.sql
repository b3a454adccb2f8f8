-- People who are one by somebody's decision are shown as one: everything that shows people goes through here or maps
-- itself by the table of merged people. Nothing is moved: what was told of each stays theirs, and undoing parts them.

-- Everybody who is one with any of these, and whom they are shown as. Somebody who is one with nobody is shown as they are.
create function paradero.shown_as(people bigint[]) returns table (person_id bigint, shown_as bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
  select distinct coalesce(o.person_id, p.id), coalesce(o.shown_as, p.id)
  from unnest(people) p(id)
  left join public.merged_person m on m.person_id = p.id
  left join public.merged_person o on o.shown_as = m.shown_as
$$;
comment on function paradero.shown_as(bigint[]) is 'Everybody who is one with any of these people, and whom they are shown as.';
revoke all on function paradero.shown_as(bigint[]) from public;
grant execute on function paradero.shown_as(bigint[]) to paradero_staff, paradero_index;

-- What was told of people under whom they are shown. In two halves, so that a question about one person reads that person's
-- rows alone.
create view paradero.shown_description as
select d.person_id as shown_as, d.* from public.person_description d
where not exists (select from public.merged_person m where m.person_id = d.person_id)
union all
select m.shown_as, d.* from public.merged_person m join public.person_description d on d.person_id = m.person_id;

create view paradero.shown_identifier as
select i.person_id as shown_as, i.* from public.person_identifier i
where not exists (select from public.merged_person m where m.person_id = i.person_id)
union all
select m.shown_as, i.* from public.merged_person m join public.person_identifier i on i.person_id = m.person_id;

create view paradero.shown_event as
select e.person_id as shown_as, e.* from public.custody_event e
where not exists (select from public.merged_person m where m.person_id = e.person_id)
union all
select m.shown_as, e.* from public.merged_person m join public.custody_event e on e.person_id = m.person_id;
