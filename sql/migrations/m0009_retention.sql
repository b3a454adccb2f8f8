-- Forgetting: what may be erased, by whom it is held back, and no copies of sensitive values in the planner's statistics.

-- Records of incidents that must not be erased, by order of somebody with a name.
create table legal_hold (
  id bigint generated always as identity primary key,
  -- By name, so that the hold is remembered when the request is gone.
  reference text constraint "A held request has a reference" check (reference ~ '^PV-[0-9A-HJKMNP-TV-Z]{6}$'),
  facility_id integer references facility,
  ordered_by text not null constraint "A hold was ordered by somebody" check (btrim(ordered_by) <> ''),
  why text not null constraint "A hold has a reason" check (btrim(why) <> ''),
  set_at timestamptz not null,
  lifted_by text constraint "A hold was lifted by somebody" check (btrim(lifted_by) <> ''),
  lifted_why text constraint "Lifting a hold has a reason" check (btrim(lifted_why) <> ''),
  lifted_at timestamptz,
  constraint "A hold is of a request, of a facility, or of everything" check (num_nonnulls(reference, facility_id) <= 1),
  constraint "Lifting says who, when and why" check (num_nulls(lifted_by, lifted_why, lifted_at) in (0, 3)),
  constraint "A hold is lifted after it was set" check (lifted_at >= set_at)
);

create function legal_hold_stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = 'a hold is lifted once, and never changed or removed',
    table = 'legal_hold', schema = 'public', constraint = 'A hold stays what it is';
end $$;
create trigger "A hold stays what it is" before delete or truncate on legal_hold
  for each statement execute function legal_hold_stays();
create trigger "A hold that was lifted stays lifted" before update on legal_hold
  for each row when (old.lifted_at is not null
    or (old.id, old.reference, old.facility_id, old.ordered_by, old.why, old.set_at)
      is distinct from (new.id, new.reference, new.facility_id, new.ordered_by, new.why, new.set_at))
  execute function legal_hold_stays();

alter table batch add column erased_at timestamptz,
  add constraint "A batch is erased after it was withdrawn"
    check (erased_at is null or (withdrawn_at is not null and erased_at >= withdrawn_at));

-- Erasing is the one way to remove these: `set local paradero.erasing = on`, and a role that may delete.
create or replace function visit_event_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('paradero.erasing', true) = 'on' then
    return old;
  end if;
  raise exception using errcode = 'check_violation', message = 'what happened is only ever appended',
    table = tg_table_name, schema = 'public', constraint = 'What happened is only ever appended';
end $$;

-- A correction of an event that is erased corrects nothing any more, which is the one change that events see.
create or replace function custody_event_is_only_added() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'UPDATE') and current_setting('paradero.erasing', true) = 'on' then
    return null;
  end if;
  raise exception using errcode = 'check_violation', message = 'custody events are only ever added',
    table = 'custody_event', schema = 'public', constraint = 'Custody events are only ever added';
end $$;

-- ANALYZE copies values into the planner's statistics, where deleting does not reach them.
do $$
declare
  sensitive text;
begin
  foreach sensitive in array '{person_description.full_name,person_description.given_names,
    person_description.family_names,person_description.search_name,custody_event.place_text,custody_event.note,
    open_search.name,open_search.a_number,open_search.arrest_place,visit_request.client_name,
    visit_request.client_a_number,visit_request.client_birth,visit_request.companions,visit_request.asker_name,
    visit_request.supervisor,visit_request.accommodation,visit_event.observer,visit_event.note,visit_event.details,
    locator_attempt.inputs,pair_decision.why,pair_decision.undone_why,audit_entry.purpose,batch.label}'::text[]
  loop
    execute format('alter table public.%I alter column %I set statistics 0',
      split_part(sensitive, '.', 1), split_part(sensitive, '.', 2));
  end loop;
end $$;
