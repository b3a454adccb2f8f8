-- Who sees which rows of accounts: one's own, the door's while somebody signs in, an operator's where accounts are kept.

create function paradero.actor_role() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select role from public.account where id = paradero.actor_account() and disabled_at is null
$$;
comment on function paradero.actor_role() is 'The role of the account that this transaction is done by; null when it is disabled.';

create function paradero.actor_keeps_accounts() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(paradero.actor_role() = 'operator', false) or paradero.actor_is('operator')
$$;
comment on function paradero.actor_keeps_accounts() is 'Whether this transaction is done by an operator, signed in or at the command line.';

revoke execute on function paradero.actor_role(), paradero.actor_keeps_accounts() from public;
grant execute on function paradero.actor_role(), paradero.actor_keeps_accounts() to paradero_staff;

do $$
declare
  old record;
  guarded text;
  personal constant text[] := array['one_time_code', 'session', 'account_password', 'second_factor', 'recovery_code',
    'sign_in', 'known_device', 'api_token'];
begin
  for old in select tablename, policyname from pg_policies
    where schemaname = 'public' and tablename = any (personal || array['account', 'attorney_application'])
  loop
    execute format('drop policy %I on public.%I', old.policyname, old.tablename);
  end loop;
  foreach guarded in array personal || array['account', 'attorney_application'] loop
    execute format('create policy "A backup holds everything" on public.%I for select to paradero_backup using (true)', guarded);
    execute format('create policy "A restore is counted" on public.%I for select
      using (paradero.actor_is(''restore''))', guarded);
  end loop;
  -- One's own; whoever is at the door is nobody yet; an operator invites, resets and disables; the sweep erases what is
  -- old. To all roles: which of them may touch the table at all, rights say.
  foreach guarded in array personal loop
    execute format('create policy "One''s own, the door''s, and those who keep accounts" on public.%I for all
      using (account_id = (select paradero.actor_account()) or (select paradero.actor_is(''sign-in''))
        or (select paradero.actor_keeps_accounts()) or (select paradero.actor_is(''sweep'')))', guarded);
  end loop;
end $$;

-- The keeper believes a session alone, which it looks up for itself.
create policy "The keeper asks whose a session is" on public.session for select
  using ((select paradero.actor_is('keeper')));

-- What the service's key sealed is sealed anew when the key is rotated.
create policy "Secrets are sealed anew" on public.second_factor for all using ((select paradero.actor_is('rotation')));

-- Who has an account is known to those who have one; only those who keep accounts make and change them.
create policy "Accounts are known" on public.account for select using (true);
create policy "Accounts are made by those who keep them" on public.account for insert
  with check ((select paradero.actor_keeps_accounts()));
create policy "Accounts are changed by those who keep them, and at the door" on public.account for update
  using ((select paradero.actor_keeps_accounts()) or (select paradero.actor_is('sign-in')));

create policy "Anybody may apply, and decides nothing" on public.attorney_application for insert
  with check (state = 'waiting');
create policy "Those who keep accounts read applications" on public.attorney_application for select
  using ((select paradero.actor_keeps_accounts()));
create policy "Those who keep accounts decide about applications" on public.attorney_application for update
  using ((select paradero.actor_keeps_accounts()));
