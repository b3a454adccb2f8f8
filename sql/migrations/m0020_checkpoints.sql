-- Where the audit log ended at a time, signed with a key that is not in the database. Others keep copies: these rows can be
-- changed by whoever may do everything here, theirs cannot.
create table audit_checkpoint (
  seq bigint primary key constraint "A checkpoint is of a number in the log" check (seq > 0),
  line text not null
    constraint "A checkpoint is a signed line"
    check (line ~ '^paradero-checkpoint-1 [1-9][0-9]* [0-9a-f]{64} [-0-9:TZ]{20} [0-9a-f]{64} [0-9a-f]{128}$'),
  signed_at timestamptz not null
);

create function audit_checkpoint_stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = 'checkpoints are only ever added',
    table = 'audit_checkpoint', schema = 'public', constraint = 'Checkpoints are only ever added';
end $$;
create trigger "Checkpoints are only ever added" before update or delete on audit_checkpoint
  for each row execute function audit_checkpoint_stays();
create trigger "Checkpoints are never emptied" before truncate on audit_checkpoint
  for each statement execute function audit_checkpoint_stays();
