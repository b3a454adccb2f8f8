-- Sealed files stay as they came, but for the key they are sealed with: a part of the program that holds the old key and the
-- new one seals them anew. What they say, who added them and their hashes are not its to change.

drop trigger "A file stays as it came" on evidence;
create trigger "A file stays as it came" before update or delete on evidence for each row
  when (current_setting('paradero.actor', true) is distinct from 'service:rotation') execute function visit_event_stays();
drop trigger "A piece stays as it came" on evidence_piece;
create trigger "A piece stays as it came" before update or delete on evidence_piece for each row
  when (current_setting('paradero.actor', true) is distinct from 'service:rotation') execute function visit_event_stays();
drop trigger "A withdrawal stays" on evidence_withdrawal;
create trigger "A withdrawal stays" before update or delete on evidence_withdrawal for each row
  when (current_setting('paradero.actor', true) is distinct from 'service:rotation') execute function visit_event_stays();
