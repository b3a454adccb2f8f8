-- Checkpoints of the audit log: the program signs where the chain ends, one instance at a time.

-- Where the chain ends, if it went on since the last checkpoint and that is older than the pause. Until the transaction
-- ends nobody else comes past here.
create function paradero.begin_checkpoint(
  pause_seconds integer, present timestamptz, out seq bigint, out leaf_sha256 bytea) returns setof record
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7236827461016);
  return query
    select h.seq, h.leaf_sha256 from public.audit_head h
    where h.seq > coalesce((select max(c.seq) from public.audit_checkpoint c), 0)
      and not exists (
        select from public.audit_checkpoint c where c.signed_at > present - make_interval(secs => pause_seconds));
end $$;
comment on function paradero.begin_checkpoint(integer, timestamptz) is
  'Where the audit log ends, if a checkpoint of it is due; keeps others from making one.';
revoke execute on function paradero.begin_checkpoint(integer, timestamptz) from public;
grant execute on function paradero.begin_checkpoint(integer, timestamptz) to paradero_staff;

create function paradero.keep_checkpoint(seq bigint, line text, signed_at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.audit_checkpoint (seq, line, signed_at)
  values (keep_checkpoint.seq, keep_checkpoint.line, keep_checkpoint.signed_at)
$$;
comment on function paradero.keep_checkpoint(bigint, text, timestamptz) is 'Adds a checkpoint that the program signed.';
revoke execute on function paradero.keep_checkpoint(bigint, text, timestamptz) from public;
grant execute on function paradero.keep_checkpoint(bigint, text, timestamptz) to paradero_staff;
