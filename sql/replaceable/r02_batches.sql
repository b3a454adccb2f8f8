-- A batch counts once it is finished and as long as it is not withdrawn; everything that shows people goes through here.
create view paradero.live_batch as
select b.id, b.source_id, b.kind, b.is_sample, s.kind as source_kind, s.trust, s.is_public,
  b.newest_report_at
from public.batch b join public.source s on s.id = b.source_id
where b.finished_at is not null and b.withdrawn_at is null;

-- The newest report that a batch brought, read from its rows.
create function paradero.newest_report(batch bigint) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select greatest(
    (select max(d.reported_at) from public.person_description d where d.batch_id = newest_report.batch),
    (select max(e.reported_at) from public.custody_event e where e.batch_id = newest_report.batch))
$$;
comment on function paradero.newest_report(bigint) is 'The newest report that a batch brought; ask when it is whole.';
revoke all on function paradero.newest_report(bigint) from public;
grant execute on function paradero.newest_report(bigint) to paradero_staff;

-- What live batches say of people.
create view paradero.live_description as
select d.*, b.source_id, b.source_kind, b.trust, b.is_public, b.is_sample
from public.person_description d join paradero.live_batch b on b.id = d.batch_id;

create view paradero.live_identifier as
select i.*, b.source_id, b.source_kind, b.trust, b.is_public, b.is_sample
from public.person_identifier i join paradero.live_batch b on b.id = i.batch_id;

-- New keys wait in their index's pending list while many come in at once; this files them. Call it when they are in,
-- outside the transaction that brought them.
create function paradero.file_pending_names() returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select gin_clean_pending_list('public.person_keys_keys')
$$;
comment on function paradero.file_pending_names() is 'Files the keys of new names after many came in.';
revoke execute on function paradero.file_pending_names() from public;
grant execute on function paradero.file_pending_names() to paradero_staff;
