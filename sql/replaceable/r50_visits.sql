-- Who sees which requests for visits: one's office's, and one's own. The actor is who the transaction says it is.

create function paradero.actor_account() returns bigint
language sql stable set search_path = pg_catalog, pg_temp as $$
  select substr(a, 9)::bigint from (select current_setting('paradero.actor', true)) s (a) where a ~ '^account:[0-9]{1,18}$'
$$;
comment on function paradero.actor_account() is 'The account that this transaction is done by; null for anybody else.';

create function paradero.actor_office() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select office_id from public.account where id = paradero.actor_account() and disabled_at is null
$$;
comment on function paradero.actor_office() is 'The office of the account that this transaction is done by.';

create function paradero.actor_is(service text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(current_setting('paradero.actor', true) = 'service:' || service, false)
$$;
comment on function paradero.actor_is(text) is 'Whether this transaction is done by a part of the program that acts for nobody.';

revoke execute on function paradero.actor_account(), paradero.actor_office(), paradero.actor_is(text) from public;
grant execute on function paradero.actor_account(), paradero.actor_office(), paradero.actor_is(text)
  to paradero_staff, paradero_backup;

do $$
declare
  old record;
  guarded text;
begin
  for old in select tablename, policyname from pg_policies
    where schemaname = 'public' and tablename in ('visit_request', 'visit_event', 'visit_finding', 'visit_status',
      'evidence', 'evidence_piece', 'evidence_withdrawal')
  loop
    execute format('drop policy %I on public.%I', old.policyname, old.tablename);
  end loop;
  foreach guarded in array array['visit_request', 'visit_event', 'visit_finding', 'visit_status', 'evidence',
    'evidence_piece', 'evidence_withdrawal'] loop
    execute format('create policy "A backup holds everything" on public.%I for select to paradero_backup using (true)', guarded);
    -- Counting after a restore, as the tables' owner.
    execute format('create policy "A restore is counted" on public.%I for select
      using (paradero.actor_is(''restore''))', guarded);
  end loop;
  -- What belongs to a request is seen by who sees the request.
  foreach guarded in array array['visit_event', 'visit_finding', 'visit_status', 'evidence'] loop
    execute format('create policy "It is seen with its request" on public.%I for select to paradero_staff
      using (exists (select from public.visit_request r where r.id = request_id))', guarded);
  end loop;
  foreach guarded in array array['visit_finding', 'visit_status'] loop
    execute format('create policy "It is added by who sees the request" on public.%I for insert to paradero_staff
      with check (exists (select from public.visit_request r where r.id = request_id))', guarded);
  end loop;
end $$;

create policy "An office sees its own requests" on public.visit_request for select to paradero_staff
  using (office_id = (select paradero.actor_office()) or account_id = (select paradero.actor_account())
    or (select paradero.actor_is('sweep')) or (select paradero.actor_is('mail')));
create policy "A request is filed in one's own name" on public.visit_request for insert to paradero_staff
  with check (account_id = (select paradero.actor_account())
    and office_id is not distinct from (select paradero.actor_office()));
create policy "An event is told in one's own name" on public.visit_event for insert to paradero_staff
  with check ((account_id = (select paradero.actor_account()) or (account_id is null and paradero.actor_is('mail')))
    and exists (select from public.visit_request r where r.id = request_id));
create policy "A file is added in one's own name, or by the mail" on public.evidence for insert to paradero_staff
  with check ((account_id = (select paradero.actor_account()) or (account_id is null and paradero.actor_is('mail')))
    and exists (select from public.visit_request r where r.id = request_id));
create policy "It is seen with its file" on public.evidence_piece for select to paradero_staff
  using (exists (select from public.evidence e where e.id = evidence_id));
create policy "It comes with its file" on public.evidence_piece for insert to paradero_staff
  with check (exists (select from public.evidence e where e.id = evidence_id
    and e.account_id is not distinct from (select paradero.actor_account())));
create policy "It is seen with its file" on public.evidence_withdrawal for select to paradero_staff
  using (exists (select from public.evidence e where e.id = evidence_id));
create policy "A file is withdrawn in one's own name" on public.evidence_withdrawal for insert to paradero_staff
  with check (account_id = (select paradero.actor_account())
    and exists (select from public.evidence e where e.id = evidence_id));
create policy "It is renewed by who sees the request" on public.visit_status for update to paradero_staff
  using (exists (select from public.visit_request r where r.id = request_id));

-- Files are sealed anew by the command that puts a new key in the place of the old one, which sees nothing else.
do $$
declare
  sealed text;
begin
  foreach sealed in array array['evidence', 'evidence_piece', 'evidence_withdrawal'] loop
    execute format('create policy "It is found to be sealed anew" on public.%I for select to paradero_staff
      using ((select paradero.actor_is(''rotation'')))', sealed);
    execute format('create policy "It is sealed anew" on public.%I for update to paradero_staff
      using ((select paradero.actor_is(''rotation'')))', sealed);
  end loop;
end $$;
