-- Appending to the audit log and sealing it. Login roles reach the log through these functions alone.

-- A field of a leaf: its length in four bytes, the highest first, then the field. Without a search path of its own, so that
-- it becomes part of the statement that calls it.
create function paradero.audit_field(field bytea) returns bytea
language sql immutable parallel safe as $$
  select int4send(octet_length(field)) || field
$$;
comment on function paradero.audit_field(bytea) is 'A field of a leaf of the audit log: its length in four bytes, then itself.';

-- The bytes of a leaf, version 1. Their SHA-256 is what the chain is made of; nothing here ever changes, a new form would
-- get another label. Sources/Vault/AuditLeaf.swift and sql/AUDIT.md say the same.
create function paradero.audit_leaf(entry public.audit_entry, seq bigint, previous_sha256 bytea) returns bytea
language sql stable parallel safe as $$
  select sha256(
    paradero.audit_field('paradero audit leaf v1')
    || paradero.audit_field(convert_to(seq::text, 'UTF8'))
    || paradero.audit_field(convert_to(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8'))
    || paradero.audit_field(convert_to(entry.actor, 'UTF8'))
    || paradero.audit_field(convert_to(entry.verb, 'UTF8'))
    || paradero.audit_field(convert_to(entry.object, 'UTF8'))
    || paradero.audit_field(entry.purpose_sha256)
    || paradero.audit_field(convert_to(array_to_string(entry.facts, ','), 'UTF8'))
    || paradero.audit_field(previous_sha256))
$$;
comment on function paradero.audit_leaf(public.audit_entry, bigint, bytea) is 'The leaf of an entry of the audit log.';
revoke execute on function paradero.audit_field(bytea), paradero.audit_leaf(public.audit_entry, bigint, bytea) from public;

-- Appends an entry in the caller's transaction. Strangers' requests are nobody's or the system's, never an account's.
create function paradero.append_audit(
  at timestamptz, actor text, verb text, object text, purpose text, facts text[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  salt uuid := gen_random_uuid();
begin
  if session_user = 'paradero_public' and actor like 'account:%' then
    raise exception using errcode = 'insufficient_privilege', message = 'a stranger''s request is nobody''s';
  end if;
  insert into public.audit_entry (at, actor, verb, object, purpose, purpose_salt, purpose_sha256, facts)
  values (append_audit.at, append_audit.actor, append_audit.verb, append_audit.object, append_audit.purpose, salt,
    sha256(uuid_send(salt) || convert_to(append_audit.purpose, 'UTF8')), append_audit.facts);
end $$;
comment on function paradero.append_audit(timestamptz, text, text, text, text, text[]) is
  'Appends to the audit log, in the transaction of what the entry is about.';
revoke execute on function paradero.append_audit(timestamptz, text, text, text, text, text[]) from public;
grant execute on function paradero.append_audit(timestamptz, text, text, text, text, text[])
  to paradero_public, paradero_staff, paradero_keeper;

-- Seals what waits, the oldest first, and says how many. One sealer at a time; an entry whose transaction ends later than
-- that of a later one is sealed after it, so that numbers have no gaps.
create function paradero.seal_audit(at_most integer) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  entry public.audit_entry;
  head public.audit_head;
  leaf bytea;
  sealed bigint := 0;
begin
  if not exists (select from public.audit_entry e where e.seq is null) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(7236827461014);
  select * into head from public.audit_head;
  for entry in select * from public.audit_entry e where e.seq is null order by e.id limit at_most loop
    head.seq := head.seq + 1;
    leaf := paradero.audit_leaf(entry, head.seq, head.leaf_sha256);
    update public.audit_entry e set seq = head.seq, previous_sha256 = head.leaf_sha256, leaf_sha256 = leaf
    where e.id = entry.id;
    head.leaf_sha256 := leaf;
    sealed := sealed + 1;
  end loop;
  if sealed > 0 then
    update public.audit_head set seq = head.seq, leaf_sha256 = head.leaf_sha256, sealed_at = clock_timestamp();
  end if;
  return sealed;
end $$;
comment on function paradero.seal_audit(integer) is 'Gives what was appended to the audit log its numbers and hashes.';
revoke execute on function paradero.seal_audit(integer) from public;
grant execute on function paradero.seal_audit(integer) to paradero_staff;

-- Where the chain ends, for whoever keeps it elsewhere: the service writes it into its log.
create function paradero.audit_end(out seq bigint, out leaf_sha256 bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.seq, h.leaf_sha256 from public.audit_head h
$$;
comment on function paradero.audit_end() is 'Number and hash of the last sealed entry of the audit log.';
revoke execute on function paradero.audit_end() from public;
grant execute on function paradero.audit_end() to paradero_staff;
