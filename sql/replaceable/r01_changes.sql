-- What followers read: one number after another, in the order in which transactions commit.

-- Appends a change and tells listeners. The advisory lock is held until the transaction ends, so that no later number
-- is ever visible before an earlier one: call it last.
create function paradero.append_change(kind text, id bigint) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  given bigint;
begin
  perform pg_advisory_xact_lock(7236827461002);
  insert into public.change (kind, id) values (append_change.kind, append_change.id) returning seq into given;
  perform pg_notify('change', given::text);
  return given;
end $$;
comment on function paradero.append_change(text, bigint) is
  'Appends to the table of changes under its lock; call it as the last thing of a transaction.';
revoke execute on function paradero.append_change(text, bigint) from public;
grant execute on function paradero.append_change(text, bigint) to paradero_staff;
