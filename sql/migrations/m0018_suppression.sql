-- What was found wrong about somebody, or not theirs, is taken back for good: by the numbers of the records that were there,
-- and by digests of what would bring them back with another import. A digest is no secret: whoever has the database can try
-- names and numbers against it. It holds no name by itself, and it outlives the record.
create table suppression (
  digest bytea not null constraint "A digest has 32 bytes" check (octet_length(digest) = 32),
  contest_id bigint not null,
  person_id bigint references person on delete set null,
  made_by bigint references account,
  made_at timestamptz not null,
  constraint "A contest suppresses something once" primary key (digest, contest_id)
);
create index suppression_person on suppression (person_id);
create index suppression_contest on suppression (contest_id);
