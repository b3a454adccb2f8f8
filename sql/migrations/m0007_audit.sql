-- Who did what to which record and why: appended to, sealed into a chain of hashes, and never changed.
--
-- An entry is written in the transaction of what it is about, so that both happen or neither. Soon after, the sealer
-- (../replaceable/r70_audit.sql) gives it the next number and a hash over itself and the entry before it: see the view
-- paradero.audit_leaf for the bytes. A reason that somebody typed can be erased later without breaking the chain, which
-- holds a salted hash of it.

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null
    constraint "An actor is an account, a part of the system or nobody"
    check (actor ~ '^(account:[1-9][0-9]{0,17}|system:[a-z][a-z -]{0,39}|nobody)$'),
  verb text not null constraint "A verb is a word" check (verb ~ '^[a-z][A-Za-z]{1,39}$'),
  object text not null
    constraint "An object is a kind and a number" check (object ~ '^([a-z][a-z_]{0,39}:[0-9]{1,18}|none)$'),
  purpose text constraint "A purpose has 500 characters at most" check (length(purpose) <= 500),
  purpose_salt uuid,
  purpose_sha256 bytea not null
    constraint "A purpose is held to by a SHA-256" check (octet_length(purpose_sha256) = 32),
  facts text[] not null default '{}'
    constraint "Facts are words" check (array_to_string(facts, ',', '') ~ '^([A-Za-z][A-Za-z0-9_ -]{0,39}(,|$))*$'),
  seq bigint constraint "An entry has a number of its own" unique
    constraint "Numbers begin with one" check (seq > 0),
  previous_sha256 bytea constraint "The hash before has 32 bytes" check (octet_length(previous_sha256) = 32),
  leaf_sha256 bytea constraint "A leaf has 32 bytes" check (octet_length(leaf_sha256) = 32),
  constraint "An entry is sealed whole" check (num_nulls(seq, previous_sha256, leaf_sha256) in (0, 3)),
  constraint "A purpose goes with its salt" check ((purpose is null) = (purpose_salt is null))
);
create index audit_entry_unsealed on audit_entry (id) where seq is null;
create index audit_entry_object on audit_entry (object, id);
create index audit_entry_actor on audit_entry (actor, id);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.id, old.at, old.actor, old.verb, old.object, old.purpose_sha256, old.facts)
    is not distinct from (new.id, new.at, new.actor, new.verb, new.object, new.purpose_sha256, new.facts)
  then
    -- Sealing, once.
    if old.seq is null and new.seq is not null
      and (old.purpose, old.purpose_salt) is not distinct from (new.purpose, new.purpose_salt)
    then
      return new;
    end if;
    -- Erasing what was typed, which the retention sweep does as the owner.
    if new.purpose is null and new.purpose_salt is null and current_setting('paradero.erasing', true) = 'on'
      and (old.seq, old.previous_sha256, old.leaf_sha256)
        is not distinct from (new.seq, new.previous_sha256, new.leaf_sha256)
    then
      return new;
    end if;
  end if;
  raise exception using errcode = 'check_violation', message = 'the audit log is only ever appended to',
    table = 'audit_entry', schema = 'public', constraint = 'The audit log is only ever appended to';
end $$;
create trigger "The audit log is only ever appended to" before update or delete on audit_entry
  for each row execute function audit_entry_stays();
create trigger "The audit log is never emptied" before truncate on audit_entry
  for each statement execute function audit_entry_stays();

-- Where the chain ends, so that one cut off at its end is seen. Keep what “paradero audit verify” prints elsewhere too:
-- who can change this row can also change the chain.
create table audit_head (
  only_one boolean primary key default true constraint "A database has one audit log" check (only_one),
  seq bigint not null,
  leaf_sha256 bytea not null constraint "A head has 32 bytes" check (octet_length(leaf_sha256) = 32),
  sealed_at timestamptz not null
);
insert into audit_head (seq, leaf_sha256, sealed_at) values (0, decode(repeat('00', 32), 'hex'), now());
