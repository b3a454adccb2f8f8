-- Who sees what of the hotline: responders share its reports, the keeper opens what is sealed, strangers read alerts through
-- one function, and whoever has an account may subscribe to alerts.
do $$
declare
  old record;
  guarded text;
  own constant text[] := array['partner', 'trained_observer', 'intake', 'intake_event', 'intake_contact', 'handoff',
    'handoff_event', 'alert', 'alert_source', 'alert_event', 'alert_subscriber', 'alert_message'];
begin
  for old in select tablename, policyname from pg_policies where schemaname = 'public' and tablename = any (own) loop
    execute format('drop policy %I on public.%I', old.policyname, old.tablename);
  end loop;
  foreach guarded in array own loop
    execute format('create policy "A backup holds everything" on public.%I for select to paradero_backup using (true)', guarded);
    execute format('create policy "A restore is counted" on public.%I for select
      using (paradero.actor_is(''restore''))', guarded);
    -- The triggers, the sweep, and the function that strangers call.
    execute format('create policy "Its functions keep it" on public.%1$I
      using (current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = ''public.%1$I''::regclass))
      with check (current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = ''public.%1$I''::regclass))',
      guarded);
  end loop;
  foreach guarded in array array['partner', 'trained_observer', 'intake', 'intake_event', 'intake_contact', 'handoff',
    'handoff_event', 'alert', 'alert_source', 'alert_event']
  loop
    execute format('create policy "Responders share the hotline" on public.%I for select to paradero_staff
      using ((select paradero.actor_responds()) or (select paradero.actor_is(''news'')))', guarded);
  end loop;
  foreach guarded in array array['partner', 'trained_observer', 'alert_source', 'intake_contact'] loop
    execute format('create policy "Responders add to the hotline" on public.%I for insert to paradero_staff
      with check ((select paradero.actor_responds()))', guarded);
  end loop;
  foreach guarded in array array['intake', 'intake_event', 'handoff', 'handoff_event', 'alert', 'alert_event'] loop
    execute format('create policy "Responders work in their own name" on public.%I for insert to paradero_staff
      with check ((select paradero.actor_responds()) and account_id = (select paradero.actor_account()))', guarded);
  end loop;
  foreach guarded in array array['intake', 'intake_event', 'handoff_event'] loop
    execute format('create policy "What was told is sealed anew" on public.%I for all to paradero_staff
      using ((select paradero.actor_is(''rotation'')))', guarded);
  end loop;
  foreach guarded in array array['intake_contact', 'alert_subscriber', 'alert_message'] loop
    execute format('create policy "The keeper works with what is sealed" on public.%I to paradero_keeper
      using (true) with check (true)', guarded);
  end loop;
  foreach guarded in array array['intake', 'alert', 'alert_event'] loop
    execute format('create policy "The keeper sees what its work is about" on public.%I for select to paradero_keeper
      using (true)', guarded);
  end loop;
end $$;
create policy "Observers end" on public.trained_observer for update to paradero_staff
  using ((select paradero.actor_responds()));
create policy "One's own subscription" on public.alert_subscriber for all to paradero_staff
  using (account_id = (select paradero.actor_account())) with check (account_id = (select paradero.actor_account()));
create policy "Mail that waits is counted" on public.alert_message for select to paradero_staff
  using ((select paradero.actor_is('news')) or (select paradero.actor_responds()));

-- Alerts that have not expired, each with what became of it: what anybody may read.
create function paradero.live_alerts(moment timestamptz)
returns table (id bigint, place text, state text, zone text, band_start timestamptz, band_end timestamptz, what text,
  basis text, made_at timestamptz, expires_at timestamptz, standing text, right_place text, right_start timestamptz,
  right_end timestamptz, corrected_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.place, a.state::text, a.zone, a.band_start, a.band_end, a.what, a.basis, a.made_at, a.expires_at,
    a.standing, r.place, r.band_start, r.band_end, l.at
  from public.alert a
    left join lateral (select e.place, e.band_start, e.band_end from public.alert_event e
      where e.alert_id = a.id and e.kind = 'corrected' order by e.id desc limit 1) r on true
    left join lateral (select e.at from public.alert_event e where e.alert_id = a.id order by e.id desc limit 1) l on true
  where a.made_at <= moment and a.expires_at > moment
  order by a.band_start desc, a.id desc
$$;
comment on function paradero.live_alerts(timestamptz) is 'Alerts that have not expired, as anybody may read them.';
revoke execute on function paradero.live_alerts(timestamptz) from public;
grant execute on function paradero.live_alerts(timestamptz) to paradero_public, paradero_staff;

-- Reports of the same place and hour, for a person to look at: the same facility, or words that are nearly the same.
create function paradero.similar_intakes(wanted bigint) returns table (id bigint)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select o.id from public.intake i join public.intake o on o.id <> i.id
    and o.happened_at between i.happened_at - interval '1 day' and i.happened_at + interval '1 day'
    and (abs(extract(epoch from o.happened_at - i.happened_at)) <= 3600 or i.precision <> 'minute' or o.precision <> 'minute')
    and (o.facility_id = i.facility_id or similarity(o.place_name, i.place_name) >= 0.45
      or o.place_name <% i.place_name and word_similarity(o.place_name, i.place_name) >= 0.7
      or i.place_name <% o.place_name and word_similarity(i.place_name, o.place_name) >= 0.7)
  where i.id = wanted
  order by abs(extract(epoch from o.happened_at - i.happened_at)), o.id limit 10
$$;
comment on function paradero.similar_intakes(bigint) is 'Reports that may be of the same place and hour as another one.';
revoke execute on function paradero.similar_intakes(bigint) from public;
grant execute on function paradero.similar_intakes(bigint) to paradero_staff;

create function paradero.erase_intakes(moment timestamptz, at_most integer) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  doomed bigint[];
  gone bigint := 0;
begin
  -- What says who called, who was taken and what was told goes ninety days after the last that became of a report; the
  -- wording of a place as well, which may be somebody's home.
  doomed := array(
    select i.id from public.intake i
    where i.erased_at is null and i.moved_at < moment - interval '90 days' and not paradero.is_held('', i.facility_id)
    order by i.id limit at_most);
  if cardinality(doomed) > 0 then
    update public.intake_event e set note = null where e.intake_id = any (doomed) and e.note is not null;
    update public.handoff_event e set note = null
    from public.handoff h where h.id = e.handoff_id and h.intake_id = any (doomed) and e.note is not null;
    delete from public.intake_contact c where c.intake_id = any (doomed);
    update public.intake i set place = null, told = null, caller_hash = null, caller_last2 = null, erased_at = moment
    where i.id = any (doomed);
    return cardinality(doomed);
  end if;
  doomed := array(
    select i.id from public.intake i
    where i.moved_at < moment - interval '3 years' and not paradero.is_held('', i.facility_id)
      and not exists (select from public.intake o where o.incident_id = i.id and o.id <> i.id)
    order by i.id limit at_most);
  update public.intake i set incident_id = null where i.id = any (doomed);
  delete from public.intake i where i.id = any (doomed);
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function paradero.erase_intakes(timestamptz, integer) is 'Erases what reports to the hotline hold when their time is over.';
revoke execute on function paradero.erase_intakes(timestamptz, integer) from public;

create function paradero.erase_alerts(moment timestamptz, at_most integer) returns bigint
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint;
  more bigint;
begin
  delete from public.alert a where a.id in (
    select o.id from public.alert o where o.expires_at < moment - interval '90 days' order by o.id limit at_most);
  get diagnostics gone = row_count;
  -- A day after the end of a subscription nothing can be corrected any more that was sent to it.
  delete from public.alert_subscriber s where s.id in (
    select o.id from public.alert_subscriber o where o.ended_at < moment - interval '1 day' order by o.id limit at_most);
  get diagnostics more = row_count;
  return gone + more;
end $$;
comment on function paradero.erase_alerts(timestamptz, integer) is 'Erases alerts, and subscriptions that ended.';
revoke execute on function paradero.erase_alerts(timestamptz, integer) from public;
