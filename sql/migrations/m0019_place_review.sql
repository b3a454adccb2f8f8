-- Findings about places are reviewed like those about requests: a case is of the one or of the other. Nobody reviews what
-- rests on their own account of the place, or on their office's. Days of places are also kept as they were known at each time.

alter table review_case
  alter column request_id drop not null,
  alter column finding_id drop not null,
  alter column account_id drop not null,
  alter column attorney drop not null,
  add column place_finding_id bigint references place_finding,
  -- Who told of the day, and may not review it.
  add column tellers bigint[] not null default '{}',
  add column teller_offices bigint[] not null default '{}',
  add column is_of_place boolean not null generated always as (request_id is null) stored,
  add constraint "A case is of a request or of a place"
    check (num_nonnulls(finding_id, place_finding_id) = 1 and (request_id is null) = (finding_id is null)
      and (request_id is null) = (account_id is null) and (request_id is null) = (attorney is null));
create unique index "A finding of a place has one case" on review_case (facility_id, key) where request_id is null;
create index review_case_place_finding on review_case (place_finding_id) where place_finding_id is not null;

alter table review_decision
  alter column finding_id drop not null,
  add column place_finding_id bigint references place_finding,
  add constraint "A decision is about one finding" check (num_nonnulls(finding_id, place_finding_id) = 1);
create index review_decision_place_finding on review_decision (place_finding_id) where place_finding_id is not null;

alter table review_opening
  alter column finding_id drop not null,
  add column place_finding_id bigint references place_finding,
  add constraint "An opening is of one finding" check (num_nonnulls(finding_id, place_finding_id) = 1);

-- Of a place, those are asked who told of the day, on the day's own page.
alter table review_question
  alter column request_id drop not null,
  add column facility_id integer references facility,
  add column day date,
  add column tellers bigint[] not null default '{}',
  add column teller_offices bigint[] not null default '{}',
  add constraint "A question is about a request or about a day of a place"
    check (num_nonnulls(request_id, facility_id) = 1 and (facility_id is null) = (day is null));
create index review_question_place on review_question (facility_id, day) where facility_id is not null;
alter table review_answer alter column request_id drop not null;

-- Everybody who told of a day of a place, or of what a finding of it rests on.
create function place_tellers(place integer, about date, used bigint[], out accounts bigint[], out offices bigint[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct e.account_id), '{}'),
    coalesce(array_agg(distinct a.office_id) filter (where a.office_id is not null), '{}')
  from public.place_event e
    join public.facility f on f.id = e.facility_id
    left join public.account a on a.id = e.account_id
  where e.facility_id = place and (e.id = any (used)
    or (e.happened_at at time zone coalesce(f.time_zone, 'UTC'))::date = about
    or e.until_at > about::timestamp at time zone coalesce(f.time_zone, 'UTC')
      and e.happened_at < (about + 1)::timestamp at time zone coalesce(f.time_zone, 'UTC'))
$$;

create function place_finding_is_reviewed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  known public.review_case;
  before public.place_finding;
  predecessor bigint;
  happened timestamptz;
  told record;
  reason text;
begin
  select * into known from public.review_case c
  where c.facility_id = new.facility_id and c.key = new.key and c.request_id is null for update;
  if known.id is null and new.outcome is distinct from 'breached' then
    return null;
  end if;
  select * into told from public.place_tellers(new.facility_id, new.day, new.facts);
  if known.id is null then
    happened := coalesce((new.finding ->> 'at')::timestamptz, new.found_at);
    select c.id into predecessor from public.review_case c
    where c.facility_id = new.facility_id and c.request_id is null and c.rule_name = split_part(new.rule, '/', 1)
      and c.rule <> new.rule and c.day = new.day and c.happened_at = happened
    order by c.id desc limit 1;
    insert into public.review_case (key, place_finding_id, facility_id, tellers, teller_offices, rule, authority, outcome,
      severity, grade, pattern, happened_at, day, opened_at, due_at, reopened, follows_id)
    values (new.key, new.id, new.facility_id, told.accounts, told.offices, new.rule,
      coalesce(new.finding ->> 'authority', 'heuristic'), new.outcome, new.severity, new.finding ->> 'grade',
      new.finding ->> 'pattern', happened, new.day, new.found_at,
      public.review_deadline(new.severity, new.found_at, null),
      case when predecessor is not null then 'rule_changed' end, predecessor);
    return null;
  end if;
  select * into before from public.place_finding f where f.id = known.place_finding_id;
  if (before.outcome, before.finding) is not distinct from (new.outcome, new.finding) then
    return null;
  end if;
  reason := case when known.state = 'gone' then 'came_back'
    when new.through_event_id > before.through_event_id then 'late_event' else 'rule_changed' end;
  update public.review_case c set
    place_finding_id = new.id, outcome = new.outcome,
    severity = case when new.outcome is null then c.severity else new.severity end,
    grade = coalesce(new.finding ->> 'grade', c.grade), pattern = coalesce(new.finding ->> 'pattern', c.pattern),
    happened_at = coalesce((new.finding ->> 'at')::timestamptz, c.happened_at), day = new.day,
    tellers = told.accounts, teller_offices = told.offices,
    state = case when new.outcome is distinct from 'breached'
        and (not exists (select from public.review_decision d where d.case_id = c.id)
          or exists (select from public.review_case f where f.follows_id = c.id)) then 'gone' else 'open' end,
    reopened = reason, opened_at = new.found_at,
    due_at = public.review_deadline(case when new.outcome is null then c.severity else new.severity end, new.found_at, null)
  where c.id = known.id;
  return null;
end $$;
create trigger "A finding is reviewed" after insert on place_finding
  for each row execute function place_finding_is_reviewed();

-- Only a monitor decides, of the finding as it is now, and never about what is their own or their office's.
create or replace function decision_is_allowed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  known public.review_case;
  person public.account;
begin
  select * into known from public.review_case c where c.id = new.case_id for update;
  select * into person from public.account a where a.id = new.account_id;
  if person.role is distinct from 'monitor' or person.disabled_at is not null then
    raise exception using errcode = 'check_violation', message = 'findings are reviewed by monitors',
      table = tg_table_name, schema = 'public', constraint = 'Findings are reviewed by monitors';
  end if;
  if known.account_id = person.id or known.office_id = person.office_id
    or person.id = any (known.tellers) or coalesce(person.office_id = any (known.teller_offices), false)
    or exists (select from public.visit_event e where e.request_id = known.request_id and e.account_id = person.id)
  then
    raise exception using errcode = 'check_violation', message = 'nobody reviews their own',
      table = tg_table_name, schema = 'public', constraint = 'Nobody reviews their own';
  end if;
  if known.finding_id is distinct from new.finding_id or known.place_finding_id is distinct from new.place_finding_id
    or known.state = 'gone'
  then
    raise exception using errcode = 'check_violation', message = 'the finding changed since it was read',
      table = tg_table_name, schema = 'public', constraint = 'A finding is reviewed as it is';
  end if;
  return new;
end $$;

create or replace function case_stands() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  known public.review_case;
  winner text;
  votes bigint;
  ties bigint;
begin
  select * into known from public.review_case c where c.id = new.case_id;
  if new.verdict = 'needs_facts' then
    insert into public.review_question (decision_id, case_id, request_id, facility_id, day, tellers, teller_offices,
      question, asked_at)
    values (new.id, new.case_id, known.request_id, case when known.is_of_place then known.facility_id end,
      case when known.is_of_place then known.day end, known.tellers, known.teller_offices, new.question, new.decided_at);
    update public.review_case set state = 'waiting', reopened = null where id = new.case_id;
    return null;
  end if;
  with last_word as (
    select distinct on (d.account_id) d.account_id, d.verdict from public.review_decision d
    where d.case_id = new.case_id and d.verdict <> 'needs_facts'
      and (d.finding_id = new.finding_id or d.place_finding_id = new.place_finding_id)
    order by d.account_id, d.id desc
  ), counted as (select l.verdict, count(*) as n from last_word l group by l.verdict)
  select (select c.verdict from counted c order by c.n desc, c.verdict limit 1), max(c.n),
    count(*) filter (where c.n = (select max(m.n) from counted m))
  into winner, votes, ties from counted c;
  update public.review_case set
    state = case when ties > 1 then 'differ'
      when winner = 'upheld' and votes < 2 and known.authority = 'order' and known.outcome = 'breached' then 'second'
      else winner end,
    reopened = null
  where id = new.case_id;
  return null;
end $$;

create or replace function answer_reopens() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.review_case c set state = 'open', reopened = 'answered', opened_at = new.answered_at,
    due_at = public.review_deadline(c.severity, new.answered_at, r.urgent_at)
  from public.review_question q left join public.visit_request r on r.id = q.request_id
  where q.decision_id = new.decision_id and c.id = q.case_id and c.state = 'waiting';
  return null;
end $$;

-- What was found of places before they were reviewed waits too.
alter table review_case no force row level security;
insert into review_case (key, place_finding_id, facility_id, tellers, teller_offices, rule, authority, outcome, severity,
  grade, pattern, happened_at, day, opened_at, due_at)
select f.key, f.id, f.facility_id, t.accounts, t.offices, f.rule, coalesce(f.finding ->> 'authority', 'heuristic'),
  f.outcome, f.severity, f.finding ->> 'grade', f.finding ->> 'pattern',
  coalesce((f.finding ->> 'at')::timestamptz, f.found_at), f.day, f.found_at,
  review_deadline(f.severity, f.found_at, null)
from (select distinct on (facility_id, key) * from place_finding order by facility_id, key, id desc) f,
  lateral place_tellers(f.facility_id, f.day, f.facts) t
where f.outcome = 'breached'
order by f.id;
alter table review_case force row level security;

-- A day of a place as it was known from a moment on, until the next row: calendars and figures of an earlier moment.
create table place_day_known (
  id bigint generated by default as identity primary key,
  facility_id integer not null references facility,
  day date not null,
  known_at timestamptz not null,
  standing text not null,
  least_minutes smallint not null,
  most_minutes smallint not null,
  posted_minutes smallint,
  outcome text,
  severity text not null,
  breaches smallint not null,
  events smallint not null
);
create index place_day_known_day on place_day_known (facility_id, day, id);
create trigger "What was known of a day stays" before update or delete on place_day_known
  for each row execute function visit_event_stays();

create function place_day_is_known() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.place_day_known (facility_id, day, known_at, standing, least_minutes, most_minutes, posted_minutes,
    outcome, severity, breaches, events)
  values (new.facility_id, new.day, new.evaluated_at, new.standing, new.least_minutes, new.most_minutes,
    new.posted_minutes, new.outcome, new.severity, new.breaches, new.events);
  return null;
end $$;
create trigger "What is known of a day is kept" after insert or update on place_day
  for each row execute function place_day_is_known();
insert into place_day_known (facility_id, day, known_at, standing, least_minutes, most_minutes, posted_minutes, outcome,
  severity, breaches, events)
select facility_id, day, evaluated_at, standing, least_minutes, most_minutes, posted_minutes, outcome, severity, breaches,
  events
from place_day order by evaluated_at, facility_id, day;
