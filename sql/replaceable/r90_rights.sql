-- Who may do what to which table. Rights on functions stand beside the functions.
--
-- The login roles own nothing. All rights are taken back first, so that this file is the whole truth.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to paradero_public, paradero_staff, paradero_index, paradero_keeper, paradero_backup',
    current_database());
  -- An import puts a file into a temporary table first.
  execute format('grant temporary on database %I to paradero_staff', current_database());
end $$;

-- Functions of migrations: triggers need no right to be called, and what columns are generated with, anyone may call.
do $$
declare
  own regprocedure;
begin
  for own in
    select p.oid from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner = current_user::regrole
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke all on function %s from public', own);
  end loop;
end $$;
grant execute on function search_name(text)
  to paradero_public, paradero_staff, paradero_index, paradero_keeper, paradero_backup;

revoke all on schema public from public;
revoke all on all tables in schema public
  from public, paradero_public, paradero_staff, paradero_index, paradero_keeper, paradero_backup;
revoke all on all sequences in schema public
  from public, paradero_public, paradero_staff, paradero_index, paradero_keeper, paradero_backup;
grant usage on schema public, paradero
  to paradero_public, paradero_staff, paradero_index, paradero_keeper, paradero_backup;

-- Places and the state of the installation: facts that anyone may read.
grant select on installation, migration, field_office, field_office_area, facility, facility_alias, facility_standard,
  facility_contact, facility_hours, transfer_count
  to paradero_public, paradero_staff, paradero_index, paradero_keeper;

-- Signed-in people and imports: they add, and take back whole batches; they change and delete nothing about a person.
grant select, insert on source, batch, person, person_description, person_identifier, custody_event, locator_attempt
  to paradero_staff;
grant update (finished_at, rows_read, rows_accepted, rows_rejected, rows_duplicate, withdrawn_at, withdrawn_reason, label,
  newest_report_at)
  on batch to paradero_staff;
grant select, insert on imported_row, unnamed_description to paradero_staff;
-- Taking an import back lets its rows be imported again.
grant delete on imported_row to paradero_staff;
grant select on change to paradero_staff;
grant select on paradero.live_batch, paradero.live_description, paradero.live_identifier, paradero.live_event,
  paradero.custody_path, paradero.current_custody to paradero_staff;
grant usage on sequence person_id_seq, person_description_id_seq, person_identifier_id_seq, custody_event_id_seq
  to paradero_staff;

-- Checkpoints of the audit log are for everybody who signs in; functions add them.
grant select on audit_checkpoint to paradero_staff;

-- Signing in, and keeping accounts: which rows, r55_accounts.sql says. An account is never deleted.
grant select, insert on account to paradero_staff;
grant update (signed_in_at, disabled_at, role, organisation_id) on account to paradero_staff;
grant select, insert, delete on one_time_code, recovery_code to paradero_staff;
grant update (used_at) on one_time_code, recovery_code to paradero_staff;
grant select, insert on session to paradero_staff;
grant update (last_seen_at, ended_at) on session to paradero_staff;
grant select, insert, update, delete on account_password to paradero_staff;
grant select, insert, delete on second_factor to paradero_staff;
grant update (last_step, secret) on second_factor to paradero_staff;
grant select, insert, delete on sign_in to paradero_staff;
grant update (new_password, new_secret) on sign_in to paradero_staff;
grant select, insert, delete on known_device to paradero_staff;
grant select, insert on api_token to paradero_staff;
grant update (last_used_on, revoked_at) on api_token to paradero_staff;
grant select, insert on attorney_application to paradero_staff;
grant update (state, decided_at, decided_by, called_number, called_on, note, account_id) on attorney_application
  to paradero_staff;
grant usage on sequence second_factor_id_seq, sign_in_id_seq to paradero_staff;
grant select, insert, update, delete on attempt_throttle, guess_delay to paradero_staff;

-- Requests for visits: added to and read, by office (r50_visits.sql); only what lists show of them is renewed.
grant select, insert on office, organisation to paradero_staff;
grant select, insert on visit_request, visit_event, visit_finding, visit_status to paradero_staff;
grant update (state, since, due_at, severity, breaches, last_event_id, evaluated_at) on visit_status to paradero_staff;
grant select, insert on evidence, evidence_piece, evidence_withdrawal to paradero_staff;
grant usage on sequence evidence_id_seq to paradero_staff;
-- Sealed anew with a newer key; nothing else of a file is ever written again.
grant update (told) on evidence to paradero_staff;
grant update (sealed) on evidence_piece to paradero_staff;
grant update (reason) on evidence_withdrawal to paradero_staff;
-- The rulebook is added to by the database's owner alone.
grant select on rulebook_file to paradero_staff;
-- What was seen of places, which all who sign in share.
grant select, insert on place_event, place_finding, place_day, place_status to paradero_staff;
grant update (standing, least_minutes, most_minutes, contested_minutes, posted_minutes, outcome, severity, breaches, events,
  evaluated_at) on place_day to paradero_staff;
grant update (due_at, last_event_id, evaluated_at) on place_status to paradero_staff;

-- The review: of a case everything but who filed it; where it stands is for triggers to say (r56_review.sql).
grant select on place_day_known to paradero_staff;
grant select, insert on pattern_name to paradero_staff;
-- What was published is everybody's; what it was made from is kept by a function, and nobody reads it.
grant select on release to paradero_public, paradero_staff;
grant select (id, finding_id, place_finding_id, is_of_place, facility_id, attorney, rule, rule_name, authority, outcome, severity, rank, grade, pattern,
  day, opened_at, due_at, state, waits_for_people, reopened, follows_id) on review_case to paradero_staff;
grant select, insert on review_decision, review_answer, review_opening to paradero_staff;
grant select on review_question to paradero_staff;

-- The hotline: responders add to it and change nothing; where things stand is for triggers to say (r58_hotline.sql). The
-- keeper opens numbers and addresses, and sends the mail of alerts.
grant select, insert on partner, trained_observer, intake, intake_event, handoff, handoff_event, alert, alert_source,
  alert_event to paradero_staff;
grant update (ended_at, ended_by) on trained_observer to paradero_staff;
grant usage on sequence intake_id_seq, intake_event_id_seq, handoff_event_id_seq to paradero_staff;
-- Sealed anew with a newer key.
grant update (told) on intake to paradero_staff;
grant update (note) on intake_event, handoff_event to paradero_staff;
grant select (intake_id, due_at, called_at), insert on intake_contact to paradero_staff;
grant select (id, account_id, language, states, subscribed_at, ended_at), insert,
  update (selector, contact, language, states, subscribed_at, ended_at) on alert_subscriber to paradero_staff;
grant select on alert_message to paradero_staff;
grant select (id, owner_id, status) on intake to paradero_keeper;
grant select on intake_contact, alert_subscriber, alert_message, alert, alert_event to paradero_keeper;
grant update (box) on intake_contact to paradero_keeper;
grant update (contact) on alert_subscriber to paradero_keeper;
grant update (state, attempts, next_at, moved_at) on alert_message to paradero_keeper;

-- Open searches are personal: staff's pages and the followers that work for them, nobody else. Deleting deletes.
grant select, insert, update, delete on open_search to paradero_staff;
grant select, insert, update on search_match, duplicate_proposal to paradero_staff;
grant select, insert on match_report to paradero_staff;
grant select, update on follower to paradero_staff;
grant select, insert, update, delete on person_due to paradero_staff;
-- Decisions about pairs are written by functions, which see to it that they fit together.
grant select on pair_decision, merged_person, paradero.shown_description, paradero.shown_identifier, paradero.shown_event,
  paradero.open_proposal to paradero_staff;

-- What families confide is the keeper's to open. Strangers reach it through functions alone (r55_families.sql); responders
-- see that somebody waits and work on the call, and never what is sealed.
grant select on vault_key to paradero_public, paradero_staff, paradero_keeper;
grant insert, update (retired_at) on vault_key to paradero_staff, paradero_keeper;
grant select, update on mail_batch to paradero_staff;
grant select (search_id, language, kept_at, wants, looked_at) on family_search to paradero_staff;
grant select on callback, contact_opening to paradero_staff;
grant update (reason, needs_two, owner_id, taken_at, agreed_by, agreed_at, tries, outcome, done_at) on callback to paradero_staff;
grant select, insert on outbox to paradero_staff;
grant select on family_search, family_note, callback, contact_opening, outbox, keeper_recovery to paradero_keeper;
grant insert, update on keeper_recovery to paradero_keeper;
grant update (contact) on family_search to paradero_keeper;
grant update (box) on family_note to paradero_keeper;
grant insert on contact_opening to paradero_keeper;
grant update (state, attempts, next_at, moved_at) on outbox to paradero_keeper;

-- Who is told of by itself: responders protect and screen, see who was guessed at, and open what was closed. What is spent
-- and answered is counted by functions alone.
grant select, insert on protection to paradero_staff;
grant update (lifted_by, lifted_at, lifted_because) on protection to paradero_staff;
grant select, insert, update on screening to paradero_staff;
-- An upheld contest is written by its function alone; it is undone by whoever may decide.
grant select, delete on suppression to paradero_staff;
grant select on automatic_stop, automatic_answer, automatic_closing to paradero_staff;
grant update (seen_by, seen_at) on automatic_stop to paradero_staff;
grant update (opened_at, opened_by) on automatic_closing to paradero_staff;

-- The matching index: what names are compared with, and nothing of where anyone is now.
grant select on paradero.index_row, change, record_count, learnt_weights to paradero_index;
-- Searches at the command line and of staff do without the index.
grant select on paradero.index_row, record_count, learnt_weights to paradero_staff;

grant select on all tables in schema public to paradero_backup;
grant select on all sequences in schema public to paradero_backup;
