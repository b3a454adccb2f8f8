
CREATE SCHEMA paradero;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE FUNCTION paradero.actor_account() RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
  select substr(a, 9)::bigint from (select current_setting('paradero.actor', true)) s (a) where a ~ '^account:[0-9]{1,18}$'
$_$;

COMMENT ON FUNCTION paradero.actor_account() IS 'The account that this transaction is done by; null for anybody else.';

CREATE FUNCTION paradero.actor_is(service text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(current_setting('paradero.actor', true) = 'service:' || service, false)
$$;

COMMENT ON FUNCTION paradero.actor_is(service text) IS 'Whether this transaction is done by a part of the program that acts for nobody.';

CREATE FUNCTION paradero.actor_keeps_accounts() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(paradero.actor_role() = 'operator', false) or paradero.actor_is('operator')
$$;

COMMENT ON FUNCTION paradero.actor_keeps_accounts() IS 'Whether this transaction is done by an operator, signed in or at the command line.';

CREATE FUNCTION paradero.actor_office() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select office_id from public.account where id = paradero.actor_account() and disabled_at is null
$$;

COMMENT ON FUNCTION paradero.actor_office() IS 'The office of the account that this transaction is done by.';

CREATE FUNCTION paradero.actor_responds() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (select from public.account
    where id = paradero.actor_account() and role = 'responder' and disabled_at is null)
$$;

CREATE FUNCTION paradero.actor_role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select role from public.account where id = paradero.actor_account() and disabled_at is null
$$;

COMMENT ON FUNCTION paradero.actor_role() IS 'The role of the account that this transaction is done by; null when it is disabled.';

CREATE FUNCTION paradero.append_audit(at timestamp with time zone, actor text, verb text, object text, purpose text, facts text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  salt uuid := gen_random_uuid();
begin
  if session_user = 'paradero_public' and actor like 'account:%' then
    raise exception using errcode = 'insufficient_privilege', message = 'a stranger''s request is nobody''s';
  end if;
  insert into public.audit_entry (at, actor, verb, object, purpose, purpose_salt, purpose_sha256, facts)
  values (append_audit.at, append_audit.actor, append_audit.verb, append_audit.object, append_audit.purpose, salt,
    sha256(uuid_send(salt) || convert_to(append_audit.purpose, 'UTF8')), append_audit.facts);
end $$;

COMMENT ON FUNCTION paradero.append_audit(at timestamp with time zone, actor text, verb text, object text, purpose text, facts text[]) IS 'Appends to the audit log, in the transaction of what the entry is about.';

CREATE FUNCTION paradero.append_change(kind text, id bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  given bigint;
begin
  perform pg_advisory_xact_lock(7236827461002);
  insert into public.change (kind, id) values (append_change.kind, append_change.id) returning seq into given;
  perform pg_notify('change', given::text);
  return given;
end $$;

COMMENT ON FUNCTION paradero.append_change(kind text, id bigint) IS 'Appends to the table of changes under its lock; call it as the last thing of a transaction.';

CREATE FUNCTION paradero.audit_end(OUT seq bigint, OUT leaf_sha256 bytea) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select h.seq, h.leaf_sha256 from public.audit_head h
$$;

COMMENT ON FUNCTION paradero.audit_end(OUT seq bigint, OUT leaf_sha256 bytea) IS 'Number and hash of the last sealed entry of the audit log.';

CREATE FUNCTION paradero.audit_field(field bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select int4send(octet_length(field)) || field
$$;

COMMENT ON FUNCTION paradero.audit_field(field bytea) IS 'A field of a leaf of the audit log: its length in four bytes, then itself.';

CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    verb text NOT NULL,
    object text NOT NULL,
    purpose text,
    purpose_salt uuid,
    purpose_sha256 bytea NOT NULL,
    facts text[] DEFAULT '{}'::text[] NOT NULL,
    seq bigint,
    previous_sha256 bytea,
    leaf_sha256 bytea,
    CONSTRAINT "A leaf has 32 bytes" CHECK ((octet_length(leaf_sha256) = 32)),
    CONSTRAINT "A purpose goes with its salt" CHECK (((purpose IS NULL) = (purpose_salt IS NULL))),
    CONSTRAINT "A purpose has 500 characters at most" CHECK ((length(purpose) <= 500)),
    CONSTRAINT "A purpose is held to by a SHA-256" CHECK ((octet_length(purpose_sha256) = 32)),
    CONSTRAINT "A verb is a word" CHECK ((verb ~ '^[a-z][A-Za-z]{1,39}$'::text)),
    CONSTRAINT "An actor is an account, a part of the system or nobody" CHECK ((actor ~ '^(account:[1-9][0-9]{0,17}|system:[a-z][a-z -]{0,39}|nobody)$'::text)),
    CONSTRAINT "An entry is sealed whole" CHECK ((num_nulls(seq, previous_sha256, leaf_sha256) = ANY (ARRAY[0, 3]))),
    CONSTRAINT "An object is a kind and a number" CHECK ((object ~ '^([a-z][a-z_]{0,39}:[0-9]{1,18}|none)$'::text)),
    CONSTRAINT "Facts are words" CHECK ((array_to_string(facts, ','::text, ''::text) ~ '^([A-Za-z][A-Za-z0-9_ -]{0,39}(,|$))*$'::text)),
    CONSTRAINT "Numbers begin with one" CHECK ((seq > 0)),
    CONSTRAINT "The hash before has 32 bytes" CHECK ((octet_length(previous_sha256) = 32))
);
ALTER TABLE ONLY public.audit_entry ALTER COLUMN purpose SET STATISTICS 0;

COMMENT ON COLUMN public.audit_entry.id IS 'plain, bookkeeping, kept: number in the order of writing; has gaps';

COMMENT ON COLUMN public.audit_entry.at IS 'plain, staff, kept: when it was done';

COMMENT ON COLUMN public.audit_entry.actor IS 'plain, staff, kept: who did it: account:NUMBER, system:PART or nobody';

COMMENT ON COLUMN public.audit_entry.verb IS 'plain, staff, kept: what was done';

COMMENT ON COLUMN public.audit_entry.object IS 'plain, staff, kept: to what: a kind and a number, no personal data';

COMMENT ON COLUMN public.audit_entry.purpose IS 'plain, staff, three years: why, as somebody typed or a word; erased without breaking the chain';

COMMENT ON COLUMN public.audit_entry.purpose_salt IS 'plain, secret, three years: random, hashed with the purpose; erased with it';

COMMENT ON COLUMN public.audit_entry.purpose_sha256 IS 'plain, secret, kept: hash of salt and purpose, which the chain holds';

COMMENT ON COLUMN public.audit_entry.facts IS 'plain, bookkeeping, kept: the kinds of facts involved, never their values';

COMMENT ON COLUMN public.audit_entry.seq IS 'plain, bookkeeping, kept: number in the chain, without gaps; none until it is sealed';

COMMENT ON COLUMN public.audit_entry.previous_sha256 IS 'plain, bookkeeping, kept: leaf of the entry before';

COMMENT ON COLUMN public.audit_entry.leaf_sha256 IS 'plain, bookkeeping, kept: hash over the entry and the one before';

CREATE FUNCTION paradero.audit_leaf(entry public.audit_entry, seq bigint, previous_sha256 bytea) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select sha256(
    paradero.audit_field('paradero audit leaf v1')
    || paradero.audit_field(convert_to(seq::text, 'UTF8'))
    || paradero.audit_field(convert_to(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8'))
    || paradero.audit_field(convert_to(entry.actor, 'UTF8'))
    || paradero.audit_field(convert_to(entry.verb, 'UTF8'))
    || paradero.audit_field(convert_to(entry.object, 'UTF8'))
    || paradero.audit_field(entry.purpose_sha256)
    || paradero.audit_field(convert_to(array_to_string(entry.facts, ','), 'UTF8'))
    || paradero.audit_field(previous_sha256))
$$;

COMMENT ON FUNCTION paradero.audit_leaf(entry public.audit_entry, seq bigint, previous_sha256 bytea) IS 'The leaf of an entry of the audit log.';

CREATE FUNCTION paradero.band(moment timestamp with time zone, zone text) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select date_bin('2 hours', moment at time zone zone, timestamp '2000-01-01') at time zone zone
$$;

COMMENT ON FUNCTION paradero.band(moment timestamp with time zone, zone text) IS 'The beginning of the two hours that a moment lies in, by the clock of a place.';

CREATE FUNCTION paradero.begin_checkpoint(pause_seconds integer, present timestamp with time zone, OUT seq bigint, OUT leaf_sha256 bytea) RETURNS SETOF record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_advisory_xact_lock(7236827461016);
  return query
    select h.seq, h.leaf_sha256 from public.audit_head h
    where h.seq > coalesce((select max(c.seq) from public.audit_checkpoint c), 0)
      and not exists (
        select from public.audit_checkpoint c where c.signed_at > present - make_interval(secs => pause_seconds));
end $$;

COMMENT ON FUNCTION paradero.begin_checkpoint(pause_seconds integer, present timestamp with time zone, OUT seq bigint, OUT leaf_sha256 bytea) IS 'Where the audit log ends, if a checkpoint of it is due; keeps others from making one.';

CREATE FUNCTION paradero.bundle_audit(objects text[], until_at timestamp with time zone) RETURNS TABLE(seq bigint, at timestamp with time zone, actor text, verb text, object text, facts text[], purpose_sha256 bytea, previous_sha256 bytea, leaf_sha256 bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select e.seq, e.at, e.actor, e.verb, e.object, e.facts, e.purpose_sha256, e.previous_sha256, e.leaf_sha256
  from public.audit_entry e
  where paradero.is_bundling() and e.seq is not null and e.at < until_at and e.object = any (objects)
  order by e.seq
$$;

COMMENT ON FUNCTION paradero.bundle_audit(objects text[], until_at timestamp with time zone) IS 'Entries of the audit log about what is in a bundle.';

CREATE FUNCTION paradero.bundle_events(wanted bigint[]) RETURNS TABLE(request_id bigint, id bigint, kind text, happened_at timestamp with time zone, zone text, "precision" text, standing text, is_first_hand boolean, channel text, grade text, corrects_event_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select e.request_id, e.id, e.kind, paradero.band(e.happened_at, e.zone), e.zone,
    case when e.precision = 'day' then e.precision else 'band' end, e.standing, e.is_first_hand, e.channel, e.grade,
    e.corrects_event_id
  from public.visit_event e
  where paradero.is_bundling() and e.request_id = any (wanted)
  order by e.request_id, e.happened_at, e.id
$$;

COMMENT ON FUNCTION paradero.bundle_events(wanted bigint[]) IS 'What happened to requests of a bundle that the reviewer did not open.';

CREATE FUNCTION paradero.bundle_evidence(wanted bigint[]) RETURNS TABLE(request_id bigint, kind text, grade text, bytes integer, sha256 bytea, is_withdrawn boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select e.request_id, e.kind, e.grade, e.bytes, e.sha256, w.evidence_id is not null
  from public.evidence e left join public.evidence_withdrawal w on w.evidence_id = e.id
  where paradero.is_bundling() and e.request_id = any (wanted)
  order by e.request_id, e.id
$$;

COMMENT ON FUNCTION paradero.bundle_evidence(wanted bigint[]) IS 'Files of requests of a bundle that the reviewer did not open.';

CREATE FUNCTION paradero.bundle_findings(wanted bigint[], rules text[]) RETURNS TABLE(request_id bigint, case_id bigint, state text, is_opened boolean, finding jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select l.request_id, c.id, c.state, o.yes,
    case when o.yes then l.finding
      else jsonb_set(l.finding, '{at}', to_jsonb(to_char(
        paradero.band((l.finding ->> 'at')::timestamptz, p.time_zone) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
        || jsonb_build_object('id', '-', 'subject', jsonb_build_object('request', '-')) end
  from (
      select distinct on (f.request_id, f.key) f.* from public.visit_finding f
      where f.request_id = any (wanted) and (rules is null or split_part(f.rule, '/', 1) = any (rules))
      order by f.request_id, f.key, f.id desc
    ) l
    join public.visit_request r on r.id = l.request_id
    join public.facility p on p.id = r.facility_id
    left join public.review_case c on c.request_id = l.request_id and c.key = l.key,
    lateral (select l.request_id in (select paradero.opened_requests()) as yes) o
  where paradero.is_bundling() and l.outcome is not null
  order by l.request_id, l.key
$$;

COMMENT ON FUNCTION paradero.bundle_findings(wanted bigint[], rules text[]) IS 'What the rules say of the requests of a bundle.';

CREATE FUNCTION paradero.bundle_place_findings(place integer, first_day date, last_day date, rules text[]) RETURNS TABLE(case_id bigint, state text, finding jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select c.id, c.state, l.finding
  from (
      select distinct on (f.key) f.* from public.place_finding f
      where f.facility_id = place and f.day between first_day and last_day
        and (rules is null or split_part(f.rule, '/', 1) = any (rules))
      order by f.key, f.id desc
    ) l left join public.review_case c on c.is_of_place and c.facility_id = l.facility_id and c.key = l.key
  where paradero.is_bundling() and l.outcome is not null
  order by l.day, l.key
$$;

COMMENT ON FUNCTION paradero.bundle_place_findings(place integer, first_day date, last_day date, rules text[]) IS 'What the rules say of a place of a bundle.';

CREATE FUNCTION paradero.bundle_requests(places integer[], first_day date, last_day date, rules text[], wanted text[]) RETURNS TABLE(id bigint, facility_id integer, attorney integer, is_opened boolean, is_own boolean, tie text, mode text, asker_role text, began_at_door boolean, day date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select r.id, r.facility_id, n.number, o.yes, own.yes, r.tie, r.mode, r.asker_role, r.began_at_door,
    (r.created_at at time zone coalesce(p.time_zone, 'UTC'))::date
  from public.visit_request r
    join public.facility p on p.id = r.facility_id
    left join public.attorney_pseudonym n on n.account_id = r.account_id,
    lateral (select r.id in (select paradero.opened_requests()) as yes) o,
    lateral (select r.account_id = paradero.actor_account()
      or coalesce(r.office_id = paradero.actor_office(), false) as yes) own
  where paradero.is_bundling()
    and (places is null or r.facility_id = any (places))
    and (wanted is null or o.yes and r.reference = any (wanted))
    and ((r.created_at at time zone coalesce(p.time_zone, 'UTC'))::date between first_day and last_day
      or exists (select from public.visit_event e
        where e.request_id = r.id and (e.happened_at at time zone e.zone)::date between first_day and last_day))
    and (rules is null or exists (select from public.visit_finding f
      where f.request_id = r.id and split_part(f.rule, '/', 1) = any (rules)))
  order by r.id
$$;

COMMENT ON FUNCTION paradero.bundle_requests(places integer[], first_day date, last_day date, rules text[], wanted text[]) IS 'The requests of the scope of a bundle.';

CREATE FUNCTION paradero.bundle_verdicts(wanted bigint[]) RETURNS TABLE(case_id bigint, verdict text, decided_at timestamp with time zone, account_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select d.case_id, d.verdict, d.decided_at, d.account_id from public.review_decision d
  where paradero.is_bundling() and d.case_id = any (wanted) and d.verdict <> 'needs_facts'
  order by d.case_id, d.id
$$;

COMMENT ON FUNCTION paradero.bundle_verdicts(wanted bigint[]) IS 'What was decided of the cases of a bundle, without reasons.';

CREATE FUNCTION paradero.carry_suppressions(plain text[], sealed text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into public.suppression (digest, contest_id, person_id, made_by, made_at, is_keyed, made_of)
  select case when x.is_keyed then paradero.keyed_digest(t.digest) else t.digest end, x.contest_id, x.person_id, x.made_by,
    x.made_at, x.is_keyed, 'sealed number'
  from unnest(plain, sealed) n (plain, sealed)
  cross join lateral (select paradero.number_digest(n.plain) as digest) p
  cross join lateral (select paradero.number_digest(n.sealed) as digest) t
  join public.suppression x on x.digest in (p.digest, paradero.keyed_digest(p.digest))
  where coalesce(x.made_of, 'number') = 'number'
  on conflict do nothing
$$;

COMMENT ON FUNCTION paradero.carry_suppressions(plain text[], sealed text[]) IS 'Lets what was taken back by plain A-numbers be known by the sealed ones.';

CREATE FUNCTION paradero.case_is_opened(wanted bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (
    select from public.review_opening o join public.review_case c on c.id = o.case_id
      and (c.finding_id = o.finding_id or c.place_finding_id = o.place_finding_id)
    where o.case_id = wanted and o.account_id = paradero.actor_account())
$$;

COMMENT ON FUNCTION paradero.case_is_opened(wanted bigint) IS 'Whether this actor opened the names and times of a case, as its finding is now.';

CREATE FUNCTION paradero.count_numbers() RETURNS TABLE(plain bigint, is_any_sealed boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
begin
  perform set_config('paradero.actor', 'service:numbers', true);
  return query select
    (select count(*) from public.person_identifier i where i.kind = 'a_number' and i.value not like 'n1.%')
    + (select count(*) from public.open_search s where s.a_number not like 'n1.%')
    + (select count(*) from public.visit_request r where r.client_a_number not like 'n1.%')
    + (select count(*) from public.locator_attempt l where l.inputs->>'aNumber' not like 'n1.%'),
    exists (select from public.person_identifier i where i.kind = 'a_number' and i.value like 'n1.%')
      or exists (select from public.open_search s where s.a_number like 'n1.%')
      or exists (select from public.visit_request r where r.client_a_number like 'n1.%')
      or exists (select from public.locator_attempt l where l.inputs->>'aNumber' like 'n1.%');
  perform set_config('paradero.actor', actor, true);
end $$;

COMMENT ON FUNCTION paradero.count_numbers() IS 'How many A-numbers lie plain, and whether any is sealed.';

CREATE FUNCTION paradero.counted_events(as_of timestamp with time zone) RETURNS TABLE(person_id bigint, id bigint, kind text, facility_id integer, moment timestamp with time zone, day date, "precision" text, reported_at timestamp with time zone, is_public boolean, ends boolean, before_moment timestamp with time zone, before_ends boolean, next_moment timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with kept as (
    select b.id, s.is_public from public.batch b join public.source s on s.id = b.source_id
    where b.finished_at <= as_of and (b.withdrawn_at is null or b.withdrawn_at > as_of) and s.trust < 5
  ), hidden as (
    select p.person_id from public.protection p
    where p.kind <> 'contested' and p.lifted_at is null and coalesce(p.until, 'infinity') > as_of
    union select s.person_id from public.suppression s where s.person_id is not null
    union select d.person_id from public.person_description d
    where d.birth_date > (as_of at time zone 'UTC')::date - interval '18 years'
      or (d.birth_date is null and d.birth_year > extract(year from as_of) - 18)
  ), told as (
    select coalesce(m.shown_as, e.person_id) as person_id, e.id, e.kind, e.facility_id, e.precision, e.reported_at,
      k.is_public, e.kind in ('release', 'removal', 'departure', 'death') as ends, n.zone,
      case when e.precision = 'minute' then (e.happened_at at time zone n.zone)::date else e.happened_on end as day,
      case e.precision when 'minute' then e.happened_at when 'unknown' then e.reported_at
        else e.happened_on::timestamp at time zone n.zone end as starts
    from public.custody_event e
      join kept k on k.id = e.batch_id
      left join public.merged_person m on m.person_id = e.person_id
      left join public.facility f on f.id = e.facility_id
      cross join lateral (select coalesce(f.time_zone, 'America/Chicago') as zone) n
    where e.recorded_at <= as_of and e.kind not in ('retraction', 'court')
      and not exists (
        select from public.custody_event c join kept ck on ck.id = c.batch_id
        where c.corrects_event_id = e.id and c.recorded_at <= as_of)
  ), sorted as (
    select t.*, t.starts + case when t.precision not in ('day', 'month') then interval '0'
        when t.kind = 'arrest' then interval '0' when t.kind = 'book_in' then interval '1 second'
        when t.ends then interval '23 hours' when t.kind = 'transfer' then interval '22 hours'
        else interval '2 seconds' end as moment
    from told t
    where not exists (select from hidden h where h.person_id = t.person_id)
  )
  select s.person_id, s.id, s.kind, s.facility_id, s.moment, s.day, s.precision, s.reported_at, s.is_public, s.ends,
    lag(s.moment) over in_order, lag(s.ends) over in_order, lead(s.moment) over in_order
  from sorted s
  window in_order as (partition by s.person_id order by s.moment, s.id)
$$;

COMMENT ON FUNCTION paradero.counted_events(as_of timestamp with time zone) IS 'Events of custody as they were known at a moment. For the functions below alone.';

CREATE FUNCTION paradero.counted_people(as_of timestamp with time zone) RETURNS TABLE(person_id bigint, sex text, country text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(m.shown_as, d.person_id), min(d.sex), min(d.country)
  from (
    select p.person_id, p.batch_id, p.sex, p.country::text as country from public.person_description p
    union all select u.person_id, u.batch_id, u.sex, u.country::text from public.unnamed_description u
  ) d
    join public.batch b on b.id = d.batch_id and b.finished_at <= as_of
      and (b.withdrawn_at is null or b.withdrawn_at > as_of)
    left join public.merged_person m on m.person_id = d.person_id
  group by 1
$$;

COMMENT ON FUNCTION paradero.counted_people(as_of timestamp with time zone) IS 'Sex and country of those who are counted. For the functions below alone.';

CREATE FUNCTION public.search_name(name text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
begin
  if name ~ '^[A-Za-z ]*$' then
    return btrim(regexp_replace(pg_catalog.lower(name), '  +', ' ', 'g'));
  end if;
  return btrim(regexp_replace(
    translate(
      translate(
        pg_catalog.lower(public.unaccent('public.unaccent', normalize(name, nfkc)) collate "und-x-icu"),
        E'''`\u00b4\u02bc\u02bb\u2018\u2019\u201b', ''),
      E'.,;:-_/\\|()[]{}<>"*#+&\t\n\r\u00a0\u00ab\u00bb\u00b7\u060c\u2010\u2011\u2012\u2013\u2014\u201c\u201d\u3000\u30fb',
      repeat(' ', 40)),
    '  +', ' ', 'g'));
end $_$;

COMMENT ON FUNCTION public.search_name(name text) IS 'What a name is compared by: without accents, case and punctuation. Used in generated columns.';

CREATE TABLE public.batch (
    id bigint NOT NULL,
    source_id integer NOT NULL,
    kind text NOT NULL,
    is_sample boolean GENERATED ALWAYS AS ((kind = 'sample'::text)) STORED NOT NULL,
    label text,
    file_sha256 bytea,
    map_sha256 bytea,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    rows_read bigint DEFAULT 0 NOT NULL,
    rows_accepted bigint DEFAULT 0 NOT NULL,
    rows_rejected bigint DEFAULT 0 NOT NULL,
    rows_duplicate bigint DEFAULT 0 NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    erased_at timestamp with time zone,
    newest_report_at timestamp with time zone,
    CONSTRAINT "A batch finishes after it starts" CHECK ((finished_at >= started_at)),
    CONSTRAINT "A batch is an import, an entry or a sample" CHECK ((kind = ANY (ARRAY['import'::text, 'entry'::text, 'sample'::text]))),
    CONSTRAINT "A batch is erased after it was withdrawn" CHECK (((erased_at IS NULL) OR ((withdrawn_at IS NOT NULL) AND (erased_at >= withdrawn_at)))),
    CONSTRAINT "A batch is withdrawn for a reason" CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
    CONSTRAINT "A file has a SHA-256" CHECK ((octet_length(file_sha256) = 32)),
    CONSTRAINT "A map has a SHA-256" CHECK ((octet_length(map_sha256) = 32)),
    CONSTRAINT "Duplicate rows are counted" CHECK ((rows_duplicate >= 0)),
    CONSTRAINT "Rows accepted are counted" CHECK ((rows_accepted >= 0)),
    CONSTRAINT "Rows read are counted" CHECK ((rows_read >= 0)),
    CONSTRAINT "Rows rejected are counted" CHECK ((rows_rejected >= 0))
);
ALTER TABLE ONLY public.batch ALTER COLUMN label SET STATISTICS 0;

COMMENT ON COLUMN public.batch.id IS 'plain, provenance, kept: number; every row about a person bears one';

COMMENT ON COLUMN public.batch.source_id IS 'plain, provenance, kept: the source';

COMMENT ON COLUMN public.batch.kind IS 'plain, provenance, kept: import, entry or sample';

COMMENT ON COLUMN public.batch.is_sample IS 'plain, provenance, kept: whether its people are invented';

COMMENT ON COLUMN public.batch.label IS 'plain, provenance, with its batch: what staff call it, such as the file''s name';

COMMENT ON COLUMN public.batch.file_sha256 IS 'plain, provenance, kept: hash of the file';

COMMENT ON COLUMN public.batch.map_sha256 IS 'plain, provenance, kept: hash of the map of its columns';

COMMENT ON COLUMN public.batch.started_at IS 'plain, provenance, kept: when it began';

COMMENT ON COLUMN public.batch.finished_at IS 'plain, provenance, kept: when it was whole; nothing of it is seen before';

COMMENT ON COLUMN public.batch.rows_read IS 'plain, provenance, kept: rows in the file';

COMMENT ON COLUMN public.batch.rows_accepted IS 'plain, provenance, kept: rows taken';

COMMENT ON COLUMN public.batch.rows_rejected IS 'plain, provenance, kept: rows refused';

COMMENT ON COLUMN public.batch.rows_duplicate IS 'plain, provenance, kept: rows that were there already';

COMMENT ON COLUMN public.batch.withdrawn_at IS 'plain, provenance, kept: when it was taken back; nothing of it is seen after';

COMMENT ON COLUMN public.batch.withdrawn_reason IS 'plain, provenance, kept: why';

COMMENT ON COLUMN public.batch.erased_at IS 'plain, provenance, kept: when what it told was erased';

COMMENT ON COLUMN public.batch.newest_report_at IS 'plain, provenance, kept: when the newest of what it tells was reported';

CREATE TABLE public.source (
    id integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    trust smallint NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    who text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A source has a name" CHECK ((name <> ''::text)),
    CONSTRAINT "A source is of a known kind" CHECK ((kind = ANY (ARRAY['roster'::text, 'hotline'::text, 'attorney'::text, 'family'::text, 'court'::text, 'official'::text, 'stint_release'::text, 'facility_list'::text, 'sample'::text]))),
    CONSTRAINT "Trust is graded 1 (best) to 5" CHECK (((trust >= 1) AND (trust <= 5)))
);

COMMENT ON COLUMN public.source.id IS 'plain, provenance, kept: number';

COMMENT ON COLUMN public.source.name IS 'plain, provenance, kept: what it is called';

COMMENT ON COLUMN public.source.kind IS 'plain, provenance, kept: roster, hotline, attorney, family, court and so on';

COMMENT ON COLUMN public.source.trust IS 'plain, provenance, kept: 1, the best, to 5';

COMMENT ON COLUMN public.source.is_public IS 'plain, provenance, kept: whether anyone can read the source itself';

COMMENT ON COLUMN public.source.who IS 'plain, provenance, kept: the organisation that answers for it; never a detained person or family';

COMMENT ON COLUMN public.source.created_at IS 'plain, provenance, kept: when it was first used';

CREATE VIEW paradero.live_batch AS
 SELECT b.id,
    b.source_id,
    b.kind,
    b.is_sample,
    s.kind AS source_kind,
    s.trust,
    s.is_public,
    b.newest_report_at
   FROM (public.batch b
     JOIN public.source s ON ((s.id = b.source_id)))
  WHERE ((b.finished_at IS NOT NULL) AND (b.withdrawn_at IS NULL));

CREATE TABLE public.custody_event (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    kind text NOT NULL,
    facility_id integer,
    from_facility_id integer,
    place_text text,
    happened_at timestamp with time zone,
    happened_on date,
    "precision" text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    corrects_event_id bigint,
    note text,
    CONSTRAINT "A custody event is of a known kind" CHECK ((kind = ANY (ARRAY['arrest'::text, 'book_in'::text, 'sighting'::text, 'transfer'::text, 'hospital'::text, 'court'::text, 'release'::text, 'removal'::text, 'departure'::text, 'death'::text, 'retraction'::text]))),
    CONSTRAINT "A month is written as its first day" CHECK ((("precision" <> 'month'::text) OR (EXTRACT(day FROM happened_on) = (1)::numeric))),
    CONSTRAINT "A retraction corrects an event" CHECK (((kind <> 'retraction'::text) OR (corrects_event_id IS NOT NULL))),
    CONSTRAINT "A time is known to the minute, day, month or not at all" CHECK (("precision" = ANY (ARRAY['minute'::text, 'day'::text, 'month'::text, 'unknown'::text]))),
    CONSTRAINT "An event has the time its precision says" CHECK ((((happened_at IS NOT NULL) = ("precision" = 'minute'::text)) AND ((happened_on IS NOT NULL) = ("precision" = ANY (ARRAY['day'::text, 'month'::text]))))),
    CONSTRAINT "Only a transfer comes from another facility" CHECK (((from_facility_id IS NULL) OR (kind = 'transfer'::text)))
);
ALTER TABLE ONLY public.custody_event ALTER COLUMN place_text SET STATISTICS 0;
ALTER TABLE ONLY public.custody_event ALTER COLUMN note SET STATISTICS 0;

COMMENT ON COLUMN public.custody_event.id IS 'plain, custody, with its batch: number';

COMMENT ON COLUMN public.custody_event.person_id IS 'plain, custody, with its batch: who';

COMMENT ON COLUMN public.custody_event.batch_id IS 'plain, provenance, with its batch: what told it; source and trust are the batch''s';

COMMENT ON COLUMN public.custody_event.kind IS 'plain, custody, with its batch: what happened';

COMMENT ON COLUMN public.custody_event.facility_id IS 'plain, custody, with its batch: where; of a transfer, where to, empty if unknown';

COMMENT ON COLUMN public.custody_event.from_facility_id IS 'plain, custody, with its batch: of a transfer, where from';

COMMENT ON COLUMN public.custody_event.place_text IS 'plain, custody, with its batch: where, as the source wrote it';

COMMENT ON COLUMN public.custody_event.happened_at IS 'plain, custody, with its batch: when, if known to the minute';

COMMENT ON COLUMN public.custody_event.happened_on IS 'plain, custody, with its batch: the day by the facility''s clock, or the month''s first';

COMMENT ON COLUMN public.custody_event."precision" IS 'plain, custody, with its batch: minute, day, month or unknown';

COMMENT ON COLUMN public.custody_event.reported_at IS 'plain, provenance, with its batch: when the source said so';

COMMENT ON COLUMN public.custody_event.recorded_at IS 'plain, bookkeeping, with its batch: when it was written here';

COMMENT ON COLUMN public.custody_event.corrects_event_id IS 'plain, custody, with its batch: the event that this one replaces';

COMMENT ON COLUMN public.custody_event.note IS 'plain, custody, with its batch: release reason or the like as the source wrote it; no free text from families';

CREATE TABLE public.merged_person (
    person_id bigint NOT NULL,
    shown_as bigint NOT NULL,
    CONSTRAINT "A person is shown as the lowest number" CHECK ((shown_as <= person_id))
);

COMMENT ON COLUMN public.merged_person.person_id IS 'plain, identity, with its people: somebody who is one with others';

COMMENT ON COLUMN public.merged_person.shown_as IS 'plain, identity, with its people: the number under which all of them are shown';

CREATE VIEW paradero.shown_event AS
 SELECT e.person_id AS shown_as,
    e.id,
    e.person_id,
    e.batch_id,
    e.kind,
    e.facility_id,
    e.from_facility_id,
    e.place_text,
    e.happened_at,
    e.happened_on,
    e."precision",
    e.reported_at,
    e.recorded_at,
    e.corrects_event_id,
    e.note
   FROM public.custody_event e
  WHERE (NOT (EXISTS ( SELECT
           FROM public.merged_person m
          WHERE (m.person_id = e.person_id))))
UNION ALL
 SELECT m.shown_as,
    e.id,
    e.person_id,
    e.batch_id,
    e.kind,
    e.facility_id,
    e.from_facility_id,
    e.place_text,
    e.happened_at,
    e.happened_on,
    e."precision",
    e.reported_at,
    e.recorded_at,
    e.corrects_event_id,
    e.note
   FROM (public.merged_person m
     JOIN public.custody_event e ON ((e.person_id = m.person_id)));

CREATE TABLE public.facility (
    id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    search_name text GENERATED ALWAYS AS (public.search_name(name)) STORED,
    kind text DEFAULT 'detention'::text NOT NULL,
    address text,
    city text,
    state text,
    zip text,
    county text,
    county_fips text,
    latitude double precision,
    longitude double precision,
    time_zone text,
    time_zone_basis text,
    field_office_id integer,
    field_office_basis text,
    origin text NOT NULL,
    CONSTRAINT "A county's FIPS code has five digits" CHECK ((county_fips ~ '^[0-9]{5}$'::text)),
    CONSTRAINT "A facility has a name" CHECK ((name <> ''::text)),
    CONSTRAINT "A facility is of a known kind" CHECK ((kind = ANY (ARRAY['detention'::text, 'hold_room'::text, 'staging'::text, 'hospital'::text, 'border'::text, 'office'::text]))),
    CONSTRAINT "A facility's code is capital letters and digits" CHECK ((code ~ '^[A-Z0-9]{2,12}$'::text)),
    CONSTRAINT "A facility's state is two capital letters" CHECK ((state ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "A field office comes from the list, a county, a state or a hand" CHECK ((field_office_basis = ANY (ARRAY['list'::text, 'county'::text, 'state'::text, 'hand'::text]))),
    CONSTRAINT "A field office says how it was found" CHECK (((field_office_id IS NULL) = (field_office_basis IS NULL))),
    CONSTRAINT "A latitude lies between the poles" CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT "A longitude lies between -180 and 180" CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
    CONSTRAINT "A time zone comes from coordinates, a county or a hand" CHECK ((time_zone_basis = ANY (ARRAY['coordinates'::text, 'county'::text, 'hand'::text]))),
    CONSTRAINT "A time zone says how it was found" CHECK (((time_zone IS NULL) = (time_zone_basis IS NULL))),
    CONSTRAINT "Coordinates come in pairs" CHECK (((latitude IS NULL) = (longitude IS NULL)))
);

COMMENT ON COLUMN public.facility.id IS 'plain, place, kept: number';

COMMENT ON COLUMN public.facility.code IS 'plain, place, kept: the code in detention records';

COMMENT ON COLUMN public.facility.name IS 'plain, place, kept: name';

COMMENT ON COLUMN public.facility.search_name IS 'plain, place, kept: the name as names are compared';

COMMENT ON COLUMN public.facility.kind IS 'plain, place, kept: detention, hold_room, staging, hospital, border or office';

COMMENT ON COLUMN public.facility.address IS 'plain, place, kept: street';

COMMENT ON COLUMN public.facility.city IS 'plain, place, kept: city';

COMMENT ON COLUMN public.facility.state IS 'plain, place, kept: postal code of the state or territory';

COMMENT ON COLUMN public.facility.zip IS 'plain, place, kept: postal code';

COMMENT ON COLUMN public.facility.county IS 'plain, place, kept: county or parish';

COMMENT ON COLUMN public.facility.county_fips IS 'plain, place, kept: the county''s number';

COMMENT ON COLUMN public.facility.latitude IS 'plain, place, kept: degrees north';

COMMENT ON COLUMN public.facility.longitude IS 'plain, place, kept: degrees east';

COMMENT ON COLUMN public.facility.time_zone IS 'plain, place, kept: IANA name of the zone of its clocks';

COMMENT ON COLUMN public.facility.time_zone_basis IS 'plain, place, kept: what the zone was found from';

COMMENT ON COLUMN public.facility.field_office_id IS 'plain, place, kept: the field office responsible';

COMMENT ON COLUMN public.facility.field_office_basis IS 'plain, place, kept: what the office was found from';

COMMENT ON COLUMN public.facility.origin IS 'plain, provenance, kept: the list the row came from';

CREATE TABLE public.screening (
    person_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    is_safe boolean NOT NULL,
    screened_by bigint,
    screened_at timestamp with time zone NOT NULL
);

COMMENT ON COLUMN public.screening.person_id IS 'plain, identity, with its batch: who was looked at';

COMMENT ON COLUMN public.screening.batch_id IS 'plain, provenance, with its batch: what a private source told of them';

COMMENT ON COLUMN public.screening.is_safe IS 'plain, identity, with its batch: whether telling it endangers nobody';

COMMENT ON COLUMN public.screening.screened_by IS 'plain, staff, with its batch: the account that looked; none at the command line';

COMMENT ON COLUMN public.screening.screened_at IS 'plain, bookkeeping, with its batch: when';

CREATE VIEW paradero.live_event AS
 SELECT e.id,
    e.shown_as AS person_id,
    e.batch_id,
    b.source_id,
    b.source_kind,
    b.trust,
    b.is_public,
    b.is_sample,
    e.kind,
    e.facility_id,
    e.from_facility_id,
    e.place_text,
    e.happened_at,
    e.happened_on,
    e."precision",
    e.reported_at,
    e.recorded_at,
    e.corrects_event_id,
    z.zone,
        CASE
            WHEN (e."precision" = 'minute'::text) THEN e.happened_at
            WHEN (e."precision" = 'unknown'::text) THEN e.reported_at
            WHEN (e.kind = ANY (ARRAY['arrest'::text, 'book_in'::text])) THEN (z.starts + ('00:00:01'::interval * (((e.kind = 'book_in'::text))::integer)::double precision))
            WHEN (e.kind = ANY (ARRAY['sighting'::text, 'hospital'::text, 'court'::text])) THEN (z.starts + '00:00:02'::interval)
            ELSE (z.ends - ('00:00:01'::interval * (
            CASE e.kind
                WHEN 'transfer'::text THEN 4
                WHEN 'release'::text THEN 3
                WHEN 'death'::text THEN 1
                ELSE 2
            END)::double precision))
        END AS sorts_at,
        CASE
            WHEN (e."precision" = ANY (ARRAY['day'::text, 'month'::text])) THEN z.starts
            WHEN (e."precision" = 'minute'::text) THEN e.happened_at
            ELSE e.reported_at
        END AS starts_at,
        CASE
            WHEN (e."precision" = ANY (ARRAY['day'::text, 'month'::text])) THEN z.ends
            WHEN (e."precision" = 'minute'::text) THEN e.happened_at
            ELSE e.reported_at
        END AS ends_at,
    (e.kind = ANY (ARRAY['release'::text, 'removal'::text, 'departure'::text, 'death'::text])) AS ends_custody
   FROM ((((paradero.shown_event e
     JOIN paradero.live_batch b ON ((b.id = e.batch_id)))
     LEFT JOIN public.facility f ON ((f.id = e.facility_id)))
     LEFT JOIN public.facility g ON ((g.id = e.from_facility_id)))
     CROSS JOIN LATERAL ( SELECT n.zone,
            ((e.happened_on)::timestamp without time zone AT TIME ZONE n.zone) AS starts,
            ((e.happened_on +
                CASE e."precision"
                    WHEN 'month'::text THEN '1 mon'::interval
                    ELSE '1 day'::interval
                END) AT TIME ZONE n.zone) AS ends
           FROM ( SELECT COALESCE(f.time_zone, g.time_zone, 'America/Chicago'::text) AS zone) n) z)
  WHERE ((e.kind <> 'retraction'::text) AND (NOT (EXISTS ( SELECT
           FROM (public.custody_event c
             JOIN paradero.live_batch cb ON ((cb.id = c.batch_id)))
          WHERE (c.corrects_event_id = e.id)))) AND (b.is_public OR (COALESCE(current_setting('paradero.audience'::text, true), ''::text) <> 'public'::text) OR (EXISTS ( SELECT
           FROM public.screening s
          WHERE ((s.person_id = e.person_id) AND (s.batch_id = e.batch_id) AND s.is_safe)))));

CREATE VIEW paradero.custody_path AS
 SELECT o.id,
    o.person_id,
    o.batch_id,
    o.source_id,
    o.source_kind,
    o.trust,
    o.is_public,
    o.is_sample,
    o.kind,
    o.facility_id,
    o.from_facility_id,
    o.place_text,
    o.happened_at,
    o.happened_on,
    o."precision",
    o.reported_at,
    o.recorded_at,
    o.corrects_event_id,
    o.zone,
    o.sorts_at,
    o.starts_at,
    o.ends_at,
    o.ends_custody,
    o.moment,
    o.place_in_path,
    o.before_id,
    o.before_kind,
    o.before_ends,
    o.before_facility_id,
    o.before_left_id,
    o.before_ends_at,
        CASE
            WHEN (o.before_ends AND (o.kind = ANY (ARRAY['sighting'::text, 'transfer'::text, 'hospital'::text]))) THEN 'in custody after an end'::text
            WHEN (o.before_kind = 'death'::text) THEN 'something after a death'::text
            WHEN ((o.before_kind = ANY (ARRAY['removal'::text, 'departure'::text])) AND (o.kind = 'release'::text)) THEN 'released after leaving'::text
            WHEN ((o.kind = 'sighting'::text) AND (o.before_facility_id <> o.facility_id) AND (o.starts_at < (o.before_ends_at + '12:00:00'::interval))) THEN 'two places at once'::text
            WHEN ((o.kind = 'book_in'::text) AND (o.place_in_path = 2) AND (o.before_left_id = o.facility_id)) THEN 'left before arriving'::text
            ELSE NULL::text
        END AS contradiction,
    count(*) FILTER (WHERE (o.ends_custody OR (o.kind = ANY (ARRAY['arrest'::text, 'book_in'::text])))) OVER so_far AS chapter
   FROM ( SELECT s.id,
            s.person_id,
            s.batch_id,
            s.source_id,
            s.source_kind,
            s.trust,
            s.is_public,
            s.is_sample,
            s.kind,
            s.facility_id,
            s.from_facility_id,
            s.place_text,
            s.happened_at,
            s.happened_on,
            s."precision",
            s.reported_at,
            s.recorded_at,
            s.corrects_event_id,
            s.zone,
            s.sorts_at,
            s.starts_at,
            s.ends_at,
            s.ends_custody,
            s.moment,
            row_number() OVER so_far AS place_in_path,
            lag(s.id) OVER so_far AS before_id,
            lag(s.kind) OVER so_far AS before_kind,
            lag(s.ends_custody) OVER so_far AS before_ends,
            lag(s.facility_id) OVER so_far AS before_facility_id,
            lag(
                CASE
                    WHEN s.ends_custody THEN s.facility_id
                    WHEN (s.kind = 'transfer'::text) THEN s.from_facility_id
                    ELSE NULL::integer
                END) OVER so_far AS before_left_id,
            lag(s.ends_at) OVER so_far AS before_ends_at
           FROM ( SELECT e.id,
                    e.person_id,
                    e.batch_id,
                    e.source_id,
                    e.source_kind,
                    e.trust,
                    e.is_public,
                    e.is_sample,
                    e.kind,
                    e.facility_id,
                    e.from_facility_id,
                    e.place_text,
                    e.happened_at,
                    e.happened_on,
                    e."precision",
                    e.reported_at,
                    e.recorded_at,
                    e.corrects_event_id,
                    e.zone,
                    e.sorts_at,
                    e.starts_at,
                    e.ends_at,
                    e.ends_custody,
                        CASE
                            WHEN ((e."precision" = 'day'::text) AND (e.kind = ANY (ARRAY['book_in'::text, 'sighting'::text, 'hospital'::text]))) THEN GREATEST(e.sorts_at, ('00:00:01'::interval + max(e.sorts_at) FILTER (WHERE (e.kind = 'arrest'::text)) OVER (PARTITION BY e.person_id ORDER BY e.starts_at RANGE BETWEEN CURRENT ROW AND '22:59:00'::interval FOLLOWING)))
                            ELSE e.sorts_at
                        END AS moment
                   FROM paradero.live_event e
                  WHERE (e.kind <> 'court'::text)) s
          WINDOW so_far AS (PARTITION BY s.person_id ORDER BY s.moment, s.trust DESC, s.reported_at, s.id)) o
  WINDOW so_far AS (PARTITION BY o.person_id ORDER BY o.place_in_path);

CREATE VIEW paradero.current_custody AS
 SELECT l.person_id,
    l.id AS event_id,
    l.kind,
        CASE l.kind
            WHEN 'release'::text THEN 'released'::text
            WHEN 'removal'::text THEN 'removed'::text
            WHEN 'departure'::text THEN 'departed'::text
            WHEN 'death'::text THEN 'died'::text
            WHEN 'hospital'::text THEN 'hospital'::text
            WHEN 'transfer'::text THEN
            CASE
                WHEN (l.facility_id IS NULL) THEN 'moved'::text
                ELSE 'in_custody'::text
            END
            ELSE 'in_custody'::text
        END AS status,
    l.facility_id,
    l.last_facility_id,
    l.place_text,
    l.happened_at,
    l.happened_on,
    l."precision",
    l.zone,
    l.reported_at,
    l.source_id,
    l.source_kind,
    l.trust,
    l.is_public,
    l.is_sample,
    l.contradicted,
    l.newest_report_at
   FROM ( SELECT DISTINCT ON (p.person_id) p.id,
            p.person_id,
            p.batch_id,
            p.source_id,
            p.source_kind,
            p.trust,
            p.is_public,
            p.is_sample,
            p.kind,
            p.facility_id,
            p.from_facility_id,
            p.place_text,
            p.happened_at,
            p.happened_on,
            p."precision",
            p.reported_at,
            p.recorded_at,
            p.corrects_event_id,
            p.zone,
            p.sorts_at,
            p.starts_at,
            p.ends_at,
            p.ends_custody,
            p.moment,
            p.place_in_path,
            p.before_id,
            p.before_kind,
            p.before_ends,
            p.before_facility_id,
            p.before_left_id,
            p.before_ends_at,
            p.contradiction,
            p.chapter,
            bool_or((p.contradiction IS NOT NULL)) OVER (PARTITION BY p.person_id, p.chapter) AS contradicted,
            COALESCE(p.facility_id, p.from_facility_id, first_value(p.facility_id) OVER (PARTITION BY p.person_id ORDER BY (p.facility_id IS NULL), p.place_in_path DESC)) AS last_facility_id,
            max(p.reported_at) OVER (PARTITION BY p.person_id) AS newest_report_at
           FROM paradero.custody_path p
          WHERE (NOT ((p.kind = 'transfer'::text) AND (p.facility_id IS NULL) AND (p.before_facility_id IS NOT NULL) AND (p.from_facility_id IS NOT NULL) AND (p.before_facility_id <> p.from_facility_id) AND (p.starts_at < (p.before_ends_at + '12:00:00'::interval))))
          ORDER BY p.person_id, p.place_in_path DESC) l;

CREATE FUNCTION paradero.current_custody_of(person_ids bigint[]) RETURNS SETOF paradero.current_custody
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if cardinality(person_ids) > 100 then
    raise exception using errcode = 'program_limit_exceeded', message = 'custody is told of at most 100 people at once';
  end if;
  return query select c.* from paradero.current_custody c where c.person_id = any(person_ids);
end $$;

COMMENT ON FUNCTION paradero.current_custody_of(person_ids bigint[]) IS 'Where these people were last known to be; at most 100 at once.';

CREATE FUNCTION paradero.decide_pair(one bigint, other bigint, same boolean, reason text, account bigint, at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  a bigint := least(one, other);
  b bigint := greatest(one, other);
  is_one boolean;
  is_apart boolean;
begin
  perform pg_advisory_xact_lock(7236827461013);
  if a = b or (select count(*) from public.person p where p.id in (a, b)) < 2 then
    return 'unknown';
  end if;
  select x.shown_as = y.shown_as into is_one
  from paradero.shown_as(array[a]) x, paradero.shown_as(array[b]) y where x.person_id = a and y.person_id = b;
  select exists (
    select from public.pair_decision d, paradero.shown_as(array[a]) x, paradero.shown_as(array[b]) y
    where not d.is_same and d.undone_at is null
      and (d.person_a, d.person_b) in ((x.person_id, y.person_id), (y.person_id, x.person_id))) into is_apart;
  if is_one then
    return case when same then 'already' else 'contradicts' end;
  end if;
  if is_apart then
    return case when same then 'contradicts' else 'already' end;
  end if;
  insert into public.pair_decision (person_a, person_b, is_same, why, decided_by, decided_at)
  values (a, b, same, reason, account, at);
  if same then
    perform paradero.append_change('person', s.person_id)
    from (select x.person_id from paradero.shown_as(array[a, b]) x order by x.person_id) s;
  end if;
  return 'done';
end $$;

COMMENT ON FUNCTION paradero.decide_pair(one bigint, other bigint, same boolean, reason text, account bigint, at timestamp with time zone) IS 'Writes down that two people are the same or are not, and tells followers; call it as the last thing of a transaction.';

CREATE FUNCTION paradero.disclosure_standing(people bigint[], today date, at timestamp with time zone) RETURNS TABLE(person_id bigint, hindrances text[], is_stopped boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
declare
  under_shields bigint[];
  shields text[];
begin
  if exists (select from public.protection p where p.lifted_at is null and (p.until is null or p.until > at))
    or exists (select from public.suppression)
  then
    select array_agg(s.person_id), array_agg(s.kind) into under_shields, shields from paradero.shielded(people, at) s;
  end if;
  return query
  with asked as materialized (select distinct a.id from unnest(people[1:50]) a(id)),
  member as materialized (
    select a.id as shown, coalesce(o.person_id, a.id) as id
    from asked a
    left join public.merged_person m on m.person_id = a.id
    left join public.merged_person o on o.shown_as = m.shown_as
  ),
  told as (
    select m.shown, d.birth_date, d.birth_year, b.trust,
      b.is_public or exists (
        select from public.screening s where s.person_id = d.person_id and s.batch_id = d.batch_id and s.is_safe
      ) as may_tell
    from member m
    join public.person_description d on d.person_id = m.id
    join paradero.live_batch b on b.id = d.batch_id
  ),
  summed as (
    select t.shown, count(t.birth_year) as births, bool_or(t.may_tell) as may_tell,
      bool_or(t.may_tell and t.trust < 5) as is_verified,
      -- Born less than 18 years ago by any source; a year alone counts as its last day.
      coalesce(bool_or(t.birth_date > today - interval '18 years'
        or (t.birth_date is null and t.birth_year >= extract(year from today) - 18)), false) as is_minor
    from told t group by t.shown
  )
  select a.id,
    array_remove(array[
      case when s.shown is null then 'withdrawn' end,
      case when s.is_minor then 'minor' end,
      case when s.births = 0 then 'perhaps_minor' end,
      case when not s.may_tell then 'unscreened' when not s.is_verified then 'unverified' end
    ], null) || array(select h.kind from unnest(under_shields, shields) h (id, kind) where h.id = a.id order by h.kind),
    exists (
      select from public.automatic_stop x join member m on m.id = x.person_id
      where m.shown = a.id and x.until > at)
  from asked a left join summed s on s.shown = a.id
  where exists (select from public.person p where p.id = a.id);
end $$;

COMMENT ON FUNCTION paradero.disclosure_standing(people bigint[], today date, at timestamp with time zone) IS 'Why each of these people is not told of by itself; fifty at most.';

CREATE FUNCTION paradero.disclosure_state(failed_most integer, at timestamp with time zone) RETURNS TABLE(failed_numbers_spent boolean, is_closed boolean, is_closed_to_numbers boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
begin
  return query
  select coalesce((select sum(f.failed) from public.failed_number f where f.hour > at - interval '24 hours'), 0) >= failed_most,
    exists (select from public.automatic_closing c where not c.by_number and c.opened_at is null and c.until > at),
    exists (select from public.automatic_closing c where c.by_number and c.opened_at is null and c.until > at);
end $$;

COMMENT ON FUNCTION paradero.disclosure_state(failed_most integer, at timestamp with time zone) IS 'Whether too many numbers failed, and whether automatic answers are closed.';

CREATE FUNCTION paradero.erase_alerts(moment timestamp with time zone, at_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

COMMENT ON FUNCTION paradero.erase_alerts(moment timestamp with time zone, at_most integer) IS 'Erases alerts, and subscriptions that ended.';

CREATE FUNCTION paradero.erase_events(of_batch bigint, at_most integer) RETURNS bigint[]
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  doomed bigint[] := array(
    select e.id from public.custody_event e where e.batch_id = of_batch order by e.id desc limit at_most);
  more bigint[];
  people bigint[];
begin
  -- A retraction of what is gone says nothing, whoever made it; another correction stands by itself from now on.
  loop
    more := array(
      select e.id from public.custody_event e
      where e.corrects_event_id = any (doomed) and e.kind = 'retraction' and e.id <> all (doomed));
    exit when cardinality(more) = 0;
    doomed := doomed || more;
  end loop;
  update public.custody_event e set corrects_event_id = null
  where e.corrects_event_id = any (doomed) and e.id <> all (doomed);
  with gone as (delete from public.custody_event e where e.id = any (doomed) returning e.person_id)
  select array_agg(g.person_id) into people from gone g;
  return coalesce(people, '{}');
end $$;

COMMENT ON FUNCTION paradero.erase_events(of_batch bigint, at_most integer) IS 'Erases events of a batch that was withdrawn.';

CREATE FUNCTION paradero.erase_intakes(moment timestamp with time zone, at_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

COMMENT ON FUNCTION paradero.erase_intakes(moment timestamp with time zone, at_most integer) IS 'Erases what reports to the hotline hold when their time is over.';

CREATE FUNCTION paradero.erase_requests(moment timestamp with time zone, at_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  doomed bigint[] := array(
    select o.id from paradero.old_requests(moment) o where not o.is_held order by o.id limit at_most);
begin
  delete from public.visit_finding f where f.request_id = any (doomed);
  delete from public.visit_status s where s.request_id = any (doomed);
  delete from public.visit_event e where e.request_id = any (doomed);
  delete from public.visit_request r where r.id = any (doomed);
  return cardinality(doomed);
end $$;

COMMENT ON FUNCTION paradero.erase_requests(moment timestamp with time zone, at_most integer) IS 'Erases requests for visits whose time is over.';

CREATE FUNCTION paradero.erase_step(step text, moment timestamp with time zone, at_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  gone bigint := 0;
begin
  case step
    when 'one-time codes' then
      delete from public.one_time_code c where c.id in (
        select o.id from public.one_time_code o
        where o.expires_at < moment - interval '90 days' order by o.id limit at_most);
    when 'sessions' then
      delete from public.session s where s.id in (
        select o.id from public.session o
        where least(o.ended_at, o.expires_at) < moment - interval '90 days' order by o.id limit at_most);
    when 'throttles' then
      -- What the limits on opened contacts count.
      delete from public.contact_opening x where x.opened_at < moment - interval '90 days';
      delete from public.attempt_throttle t where t.space in (
        select o.space from public.attempt_throttle o where o.clear_at < moment - interval '1 day' limit at_most);
    when 'leftovers of signing in' then
      delete from public.sign_in s where s.expires_at < moment;
      delete from public.known_device d where d.expires_on < (moment at time zone 'UTC')::date;
      delete from public.guess_delay g where g.space in (
        select o.space from public.guess_delay o where o.last_at < moment - interval '1 day' limit at_most);
    when 'keys for programs' then
      delete from public.api_token t where t.id in (
        select o.id from public.api_token o
        where least(o.revoked_at, o.expires_at) < moment - interval '90 days' order by o.id limit at_most);
    when 'applications of attorneys' then
      delete from public.attorney_application a where a.id in (
        select o.id from public.attorney_application o
        where coalesce(o.decided_at, o.created_at) < moment - interval '3 years' order by o.id limit at_most);
    when 'changes' then
      -- What a follower has not read yet stays, and the last one, which says how far the table came.
      delete from public.change c where c.seq in (
        select o.seq from public.change o
        where o.at < moment - interval '90 days' and o.seq <= (select min(f.seq) from public.follower f)
          and o.seq < (select max(n.seq) from public.change n)
        order by o.seq limit at_most);
    when 'open searches' then
      with doomed as (
        delete from public.open_search s where s.id in (
          select o.id from public.open_search o
          where least(o.expires_at, o.closed_at) < moment - interval '14 days' order by o.id limit at_most)
        returning s.id)
      select count(paradero.append_change('search', d.id)) into gone from doomed d;
      return gone;
    when 'openings of contacts' then
      delete from public.contact_opening c where c.id in (
        select o.id from public.contact_opening o
        where o.opened_at < moment - interval '90 days' order by o.id limit at_most);
    when 'notes of lookups' then
      delete from public.locator_attempt l where l.id in (
        select o.id from public.locator_attempt o
        where o.tried_at < moment - interval '3 years' order by o.id limit at_most);
    when 'purposes in the audit log' then
      update public.audit_entry e set purpose = null, purpose_salt = null where e.id in (
        select o.id from public.audit_entry o
        where o.purpose is not null and o.seq is not null and o.at < moment - interval '3 years'
        order by o.id limit at_most);
    when 'visit requests' then return paradero.erase_requests(moment, at_most);
    when 'withdrawn imports' then return paradero.erase_withdrawn(moment, at_most);
    when 'reports to the hotline' then return paradero.erase_intakes(moment, at_most);
    when 'alerts' then return paradero.erase_alerts(moment, at_most);
    else raise exception using errcode = 'invalid_parameter_value', message = 'there is no such step';
  end case;
  get diagnostics gone = row_count;
  return gone;
end $$;

COMMENT ON FUNCTION paradero.erase_step(step text, moment timestamp with time zone, at_most integer) IS 'Erases what is due of one kind of record.';

CREATE FUNCTION paradero.erase_withdrawn(moment timestamp with time zone, at_most integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  doomed bigint;
  people bigint[];
  told bigint[];
  gone bigint := 0;
begin
  loop
    select b.id into doomed from public.batch b
    where b.withdrawn_at < moment - interval '30 days' and b.erased_at is null order by b.id limit 1;
    exit when doomed is null or gone >= at_most;
    people := paradero.erase_events(doomed, at_most);
    with picked as (select d.ctid from public.person_description d where d.batch_id = doomed limit at_most),
      erased as (
        delete from public.person_description d using picked p where d.ctid = p.ctid returning d.person_id)
    select array_agg(e.person_id) into told from erased e;
    people := people || coalesce(told, '{}');
    with picked as (select d.ctid from public.person_identifier d where d.batch_id = doomed limit at_most),
      erased as (
        delete from public.person_identifier d using picked p where d.ctid = p.ctid returning d.person_id)
    select array_agg(e.person_id) into told from erased e;
    people := people || coalesce(told, '{}');
    with picked as (select d.ctid from public.unnamed_description d where d.batch_id = doomed limit at_most),
      erased as (
        delete from public.unnamed_description d using picked p where d.ctid = p.ctid returning d.person_id)
    select array_agg(e.person_id) into told from erased e;
    people := people || coalesce(told, '{}');
    gone := gone + cardinality(people);
    if cardinality(people) = 0 then
      delete from public.imported_row i where i.batch_id = doomed;
      update public.batch b set erased_at = greatest(moment, b.withdrawn_at), label = null where b.id = doomed;
    else
      delete from public.person p
      where p.id = any (people)
        and not exists (select from public.person_description x where x.person_id = p.id)
        and not exists (select from public.person_identifier x where x.person_id = p.id)
        and not exists (select from public.unnamed_description x where x.person_id = p.id)
        and not exists (select from public.custody_event x where x.person_id = p.id)
        and not exists (select from public.visit_request x where x.person_id = p.id)
        and not exists (select from public.locator_attempt x where x.person_id = p.id);
    end if;
  end loop;
  return gone;
end $$;

COMMENT ON FUNCTION paradero.erase_withdrawn(moment timestamp with time zone, at_most integer) IS 'Erases what withdrawn batches told.';

CREATE FUNCTION paradero.family_delete(a_selector bytea, a_verifier bytea, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
begin
  if mine is null then return false; end if;
  delete from public.open_search where id = mine;
  insert into public.deleted_search (selector, deleted_at) values (a_selector, moment) on conflict do nothing;
  perform paradero.append_audit(moment, 'nobody', 'searchDeleted', 'search:' || mine, 'receipt', '{}');
  perform paradero.append_change('search', mine);
  return true;
end $$;

CREATE FUNCTION paradero.family_facts(a_selector bytea, a_verifier bytea, a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
  has_birth boolean := cardinality(some_births) > 0 or a_year is not null or an_age is not null;
begin
  if mine is null then return false; end if;
  update public.open_search s set
    name = case when a_name <> '' then a_name else s.name end,
    birth_dates = case when has_birth then some_births else s.birth_dates end,
    birth_year = case when has_birth then a_year else s.birth_year end,
    birth_age = case when has_birth then an_age else s.birth_age end,
    birth_age_on = case when has_birth then age_on else s.birth_age_on end,
    country = coalesce(a_country, s.country), sex = coalesce(a_sex, s.sex), a_number = coalesce(an_a_number, s.a_number),
    arrest_dates = case when cardinality(some_arrests) > 0 then some_arrests else s.arrest_dates end,
    arrest_place = coalesce(a_place, s.arrest_place), due_at = moment, is_settling = false
  where s.id = mine;
  perform paradero.append_change('search', mine);
  return true;
end $$;

CREATE FUNCTION paradero.family_follow(a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, a_language text, a_selector bytea, a_verifier bytea, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  made bigint;
begin
  insert into public.open_search (name, birth_dates, birth_year, birth_age, birth_age_on, country, sex, a_number,
    arrest_dates, arrest_place, opened_at, renewed_at, expires_at, due_at)
  values (a_name, some_births, a_year, an_age, age_on, a_country, a_sex, an_a_number, some_arrests, a_place, moment, moment,
    moment + interval '90 days', moment)
  returning id into made;
  insert into public.family_search (search_id, selector, verifier, language, looked_at)
  values (made, a_selector, a_verifier, a_language, moment);
  perform paradero.append_change('search', made);
  return true;
end $$;

CREATE FUNCTION paradero.family_kept(a_selector bytea, a_verifier bytea, moment timestamp with time zone) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  update public.family_search set kept_at = coalesce(kept_at, moment)
  where search_id = paradero.family_of(a_selector, a_verifier) returning true
$$;

CREATE FUNCTION paradero.family_note(a_selector bytea, a_verifier bytea, a_box bytea, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
begin
  if mine is null or (select count(*) >= 20 from public.family_note where search_id = mine) then return false; end if;
  insert into public.family_note (search_id, box, added_at) values (mine, a_box, moment);
  return true;
end $$;

CREATE FUNCTION paradero.family_of(a_selector bytea, a_verifier bytea) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select search_id from public.family_search where selector = a_selector and verifier = a_verifier
$$;

CREATE FUNCTION paradero.family_opened(a_selector bytea, a_verifier bytea, moment timestamp with time zone) RETURNS TABLE(name text, birth_dates date[], birth_year smallint, birth_age smallint, birth_age_on date, country text, sex text, a_number text, arrest_dates date[], arrest_place text, language text, opened_at timestamp with time zone, expires_at timestamp with time zone, is_kept boolean, wants text, notes integer, call_due_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
  had_ended boolean;
begin
  if mine is null then return; end if;
  update public.family_search f set looked_at = moment where f.search_id = mine;
  select s.expires_at <= moment into had_ended from public.open_search s where s.id = mine for update;
  update public.open_search s set renewed_at = moment, expires_at = moment + interval '90 days',
    due_at = case when had_ended then moment else s.due_at end
  where s.id = mine and s.closed_at is null and s.renewed_at <= moment;
  if had_ended then perform paradero.append_change('search', mine); end if;
  return query
    select s.name, s.birth_dates, s.birth_year, s.birth_age, s.birth_age_on, s.country::text, s.sex, s.a_number,
      s.arrest_dates, s.arrest_place, f.language, s.opened_at, s.expires_at, f.kept_at is not null, f.wants,
      (select count(*)::integer from public.family_note n where n.search_id = mine),
      (select c.due_at from public.callback c where c.search_id = mine and c.done_at is null)
    from public.open_search s join public.family_search f on f.search_id = s.id where s.id = mine;
end $$;

CREATE FUNCTION paradero.family_turn(a_space text, burst integer, pause double precision, moment timestamp with time zone) RETURNS double precision
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  latest timestamptz := moment + make_interval(secs => pause * (burst - 1));
  found_at timestamptz;
begin
  if a_space not in ('receipt', 'follow') then raise exception 'no such space' using errcode = 'check_violation'; end if;
  insert into public.attempt_throttle as t (space, clear_at) values (a_space, moment + make_interval(secs => pause))
  on conflict (space) do update set clear_at = greatest(t.clear_at, moment) + make_interval(secs => pause)
  where t.clear_at <= latest
  returning clear_at into found_at;
  if found_at is not null then return null; end if;
  select clear_at into found_at from public.attempt_throttle where space = a_space;
  return greatest(0, extract(epoch from found_at - latest));
end $$;

CREATE FUNCTION paradero.family_wants(a_selector bytea, a_verifier bytea, what text, a_contact bytea, a_due_at timestamp with time zone, why text, two boolean, moment timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  mine bigint := paradero.family_of(a_selector, a_verifier);
begin
  if mine is null then return false; end if;
  update public.family_search set wants = what, contact = a_contact where search_id = mine;
  if what = 'call' then
    -- That two have to agree is never taken back.
    insert into public.callback as c (search_id, reason, needs_two, asked_at, due_at)
    values (mine, why, two, moment, a_due_at)
    on conflict (search_id) where done_at is null do update set
      reason = excluded.reason, needs_two = c.needs_two or excluded.needs_two;
  else
    delete from public.callback where search_id = mine and done_at is null;
  end if;
  if what <> 'mail' then delete from public.outbox where search_id = mine and state = 'waiting'; end if;
  return true;
end $$;

CREATE FUNCTION paradero.family_was_deleted(a_selector bytea) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (select from public.deleted_search where selector = a_selector)
$$;

CREATE FUNCTION paradero.figure_arrests(year integer, as_of timestamp with time zone) RETURNS TABLE(month text, basis text, area text, state text, place_kind text, sex text, country text, is_public boolean, knows_day boolean, knows_place boolean, moved boolean, arrests bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with marked as (
    select e.*, count(*) filter (where e.before_moment is null
        or (e.kind in ('arrest', 'book_in') and e.before_ends)
        or (e.kind = 'arrest' and e.moment > e.before_moment + interval '14 days'))
      over (partition by e.person_id order by e.moment, e.id) as stay
    from paradero.counted_events(as_of) e
    where paradero.may_count_arrests()
  ), placed as (
    select m.*, g.state, first_value(g.state) over in_stay as first_state, first_value(m.moment) over in_stay as placed_at
    from marked m left join public.facility g on g.id = m.facility_id
    window in_stay as (partition by m.person_id, m.stay order by (m.facility_id is null or m.ends), m.moment, m.id)
  ), stays as (
    select m.person_id, m.stay,
      (array_agg(m.day order by m.moment, m.id) filter (where m.kind = 'arrest' and m.day is not null))[1] as arrested_on,
      (array_agg(m.precision order by m.moment, m.id) filter (where m.kind = 'arrest' and m.day is not null))[1] as "precision",
      (array_agg(m.day order by m.moment, m.id) filter (where m.kind = 'book_in' and m.day is not null))[1] as booked_on,
      (min(m.reported_at) at time zone 'UTC')::date as reported_on,
      (array_agg(m.facility_id order by m.moment, m.id) filter (where m.facility_id is not null and not m.ends))[1]
        as facility_id,
      bool_or(m.state <> m.first_state and m.moment > m.placed_at and m.moment <= m.placed_at + interval '7 days') as moved,
      bool_or(m.is_public) as is_public
    from placed m group by m.person_id, m.stay
  ), dated as (
    select s.*, coalesce(s.arrested_on, s.booked_on, s.reported_on) as day,
      case when s.arrested_on is not null then 'arrest' when s.booked_on is not null then 'booking' else 'seen' end as basis
    from stays s
  )
  select case when d.basis = 'seen' then 'unknown' else to_char(d.day, 'YYYY-MM') end, d.basis,
    coalesce(o.name, 'unknown'), coalesce(f.state, 'unknown'), coalesce(f.kind, 'unknown'), coalesce(w.sex, 'unknown'),
    coalesce(w.country, 'unknown'), d.is_public, d.basis = 'arrest' and d.precision <> 'month', d.facility_id is not null,
    coalesce(d.moved, false), count(*)
  from dated d
    left join public.facility f on f.id = d.facility_id
    left join public.field_office o on o.id = f.field_office_id
    left join paradero.counted_people(as_of) w on w.person_id = d.person_id
  where extract(year from d.day) = figure_arrests.year
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
$$;

COMMENT ON FUNCTION paradero.figure_arrests(year integer, as_of timestamp with time zone) IS 'Arrests of a year, counted by what is known of them.';

CREATE FUNCTION paradero.figure_days(as_of timestamp with time zone, from_day date, until_day date, place text) RETURNS TABLE(code text, day date, standing text, least_minutes integer, most_minutes integer, posted integer, required integer, outcome text, severity text, breaches integer, accounts integer, closures integer, noticed integer, unnoticed integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with told as (
    select distinct on (k.facility_id, k.day) k.*
    from public.place_day_known k
    where k.day >= from_day and k.day < until_day and k.known_at <= as_of and paradero.may_count()
      and (place is null or k.facility_id = (select f.id from public.facility f where f.code = place))
    order by k.facility_id, k.day, k.id desc
  ), asked as (
    select l.facility_id, l.day, max((r -> 'openMinutes' ->> 'required')::integer) as required
    from (
      select distinct on (v.facility_id, v.key) v.facility_id, v.day, v.outcome, v.finding
      from public.place_finding v
      where v.day >= from_day and v.day < until_day and v.found_at <= as_of
      order by v.facility_id, v.key, v.id desc
    ) l, jsonb_array_elements(l.finding -> 'reasons') r
    where l.outcome is not null and r ? 'openMinutes'
    group by 1, 2
  ), standing as (
    select e.facility_id, e.kind, e.happened_at, (e.happened_at at time zone coalesce(f.time_zone, 'UTC'))::date as day
    from public.place_event e join public.facility f on f.id = e.facility_id
    where e.recorded_at <= as_of and e.kind in ('closed', 'closure_notified', 'not_notified')
      and e.happened_at >= from_day::timestamp - interval '2 days' and e.happened_at < until_day::timestamp + interval '2 days'
      and not exists (select from public.place_event c where c.corrects_event_id = e.id and c.recorded_at <= as_of)
  ), closed as (
    -- Counsel was told on the day before, or within a day after; or somebody able to know says that they were not.
    select s.facility_id, s.day, count(*)::integer as closures,
      count(*) filter (where n.told)::integer as noticed, count(*) filter (where not n.told and n.denied)::integer as unnoticed
    from standing s, lateral (
      select coalesce(bool_or(o.kind = 'closure_notified'), false) as told,
        coalesce(bool_or(o.kind = 'not_notified'), false) as denied
      from standing o
      where o.facility_id = s.facility_id and o.kind <> 'closed'
        and o.happened_at between s.happened_at - interval '1 day' and s.happened_at + interval '1 day') n
    where s.kind = 'closed' group by 1, 2
  )
  select f.code, t.day, t.standing, t.least_minutes::integer, t.most_minutes::integer, t.posted_minutes::integer, a.required,
    t.outcome, t.severity, t.breaches::integer, t.events::integer, coalesce(c.closures, 0), coalesce(c.noticed, 0),
    coalesce(c.unnoticed, 0)
  from told t
    join public.facility f on f.id = t.facility_id
    left join asked a on a.facility_id = t.facility_id and a.day = t.day
    left join closed c on c.facility_id = t.facility_id and c.day = t.day
  where t.events > 0
  order by f.code, t.day
$$;

COMMENT ON FUNCTION paradero.figure_days(as_of timestamp with time zone, from_day date, until_day date, place text) IS 'What was known of the days of places.';

CREATE FUNCTION paradero.figure_findings(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) RETURNS TABLE(item text, met bigint, breached bigint, unknown bigint, upheld bigint, not_upheld bigint, strong bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with latest as (
    select distinct on (v.request_id, v.key) v.id, v.rule, v.outcome, v.finding
    from paradero.figure_requests(as_of, from_day, until_day) r
      join public.facility f on f.id = r.facility_id
      join public.visit_finding v on v.request_id = r.request_id and v.found_at <= as_of
    where paradero.may_count() and (place is null or f.code = place)
    order by v.request_id, v.key, v.id desc
  ), said as (
    select d.finding_id, (array_agg(d.verdict order by d.id desc))[1] as verdict,
      count(distinct d.account_id) filter (where d.verdict = 'upheld') as upholders
    from public.review_decision d
    where d.verdict <> 'needs_facts' and d.decided_at <= as_of and d.finding_id is not null group by 1
  ), decided as (
    -- The last word; of an order's breach once two people have upheld it.
    select l.*, case when s.verdict = 'upheld' and l.finding ->> 'authority' = 'order' and l.outcome = 'breached'
        and s.upholders < 2 then null else s.verdict end as verdict
    from latest l left join said s on s.finding_id = l.id where l.outcome in ('met', 'breached', 'unknown')
  )
  select case grouping_by when 'rule' then split_part(d.rule, '/', 1) else coalesce(d.finding ->> 'authority', 'heuristic') end,
    count(*) filter (where d.outcome = 'met'), count(*) filter (where d.outcome = 'breached'),
    count(*) filter (where d.outcome = 'unknown'), count(*) filter (where d.verdict = 'upheld'),
    count(*) filter (where d.verdict = 'not_upheld'),
    count(*) filter (where d.outcome = 'breached' and d.finding ->> 'grade' in ('A', 'B'))
  from decided d group by 1 order by 1
$$;

COMMENT ON FUNCTION paradero.figure_findings(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) IS 'What the rules said of requests, counted.';

CREATE FUNCTION paradero.figure_held(year integer, as_of timestamp with time zone) RETURNS TABLE(month text, standing text, area text, state text, place_kind text, place text, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with grouped as (
    -- What names no place says that somebody is still held, and not that it is elsewhere.
    select e.*, count(*) filter (where e.facility_id is not null or e.kind = 'transfer' or e.ends)
      over (partition by e.person_id order by e.moment, e.id) as place_group
    from paradero.counted_events(as_of) e
    where paradero.may_count_arrests()
  ), placed as (
    select g.*, first_value(case when not g.ends then g.facility_id end)
      over (partition by g.person_id, g.place_group order by g.moment, g.id) as held_at
    from grouped g
  )
  select to_char(t.day, 'YYYY-MM'), s.standing, coalesce(o.name, 'unknown'), coalesce(f.state, 'unknown'),
    coalesce(f.kind, 'unknown'), coalesce(f.code, 'unknown'), count(*)
  from generate_series(make_date(figure_held.year, 1, 1)::timestamp, make_date(figure_held.year, 12, 1)::timestamp,
      interval '1 month') t(day)
    join placed e on e.moment < t.day at time zone 'UTC'
      and coalesce(e.next_moment, 'infinity') >= t.day at time zone 'UTC' and not e.ends
    cross join lateral (
      select case when e.moment < t.day at time zone 'UTC' - interval '30 days' then 'no_news'
        when e.held_at is null then 'unknown' else 'held' end as standing
    ) s
    left join public.facility f on f.id = e.held_at and s.standing = 'held'
    left join public.field_office o on o.id = f.field_office_id
  where t.day at time zone 'UTC' <= as_of
  group by 1, 2, 3, 4, 5, 6
$$;

COMMENT ON FUNCTION paradero.figure_held(year integer, as_of timestamp with time zone) IS 'Where people were held at the beginning of each month of a year, counted.';

CREATE FUNCTION paradero.figure_more(as_of timestamp with time zone, from_day date, until_day date, place text) RETURNS TABLE(code text, requests bigint, moved bigint, calls bigint, calls_held bigint, denied bigint, strong bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select f.code, count(*), count(*) filter (where r.end_kind = 'transfer' and (r.visit_at is null or r.end_at < r.visit_at)),
    count(*) filter (where r.mode = 'call'), count(*) filter (where r.mode = 'call' and r.visit_at is not null),
    count(*) filter (where r.visit_at is null and r.denied_at is not null),
    count(*) filter (where r.visit_at is null and r.denied_at is not null and r.denied_well)
  from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
  where paradero.may_count() and (place is null or f.code = place)
  group by f.code order by f.code
$$;

COMMENT ON FUNCTION paradero.figure_more(as_of timestamp with time zone, from_day date, until_day date, place text) IS 'Moved before consultation, first calls, and strong evidence, counted by place.';

CREATE FUNCTION paradero.figure_outcomes(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) RETURNS TABLE(item text, requests bigint, incidents bigint, held bigint, denied bigint, silent bigint, withdrawn bigint, unknown bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with judged as (
    select case grouping_by when 'place' then f.code when 'week' then to_char(date_trunc('week', r.day), 'YYYY-MM-DD')
        when 'month' then to_char(r.day, 'YYYY-MM') when 'mode' then r.mode else r.tie end as item,
      coalesce(r.incident::text, r.request_id::text) as incident,
      case when r.visit_at is not null then 'held' when r.denied_at is not null then 'denied'
        when r.withdrawn then 'withdrawn' when r.silent then 'silent' else 'unknown' end as outcome
    from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
    where paradero.may_count() and (place is null or f.code = place)
  )
  select j.item, count(*), count(distinct j.incident), count(*) filter (where j.outcome = 'held'),
    count(*) filter (where j.outcome = 'denied'), count(*) filter (where j.outcome = 'silent'),
    count(*) filter (where j.outcome = 'withdrawn'), count(*) filter (where j.outcome = 'unknown')
  from judged j group by j.item order by j.item
$$;

COMMENT ON FUNCTION paradero.figure_outcomes(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) IS 'How requests ended, counted.';

CREATE FUNCTION paradero.figure_requests(as_of timestamp with time zone, from_day date, until_day date) RETURNS TABLE(request_id bigint, facility_id integer, day date, mode text, tie text, incident uuid, asked_at timestamp with time zone, answered_at timestamp with time zone, visit_at timestamp with time zone, end_at timestamp with time zone, end_kind text, denied_at timestamp with time zone, denied_well boolean, silent boolean, withdrawn boolean, known_until timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with standing as (
    select e.request_id, e.kind, e.happened_at, e.grade
    from public.visit_event e
    where e.recorded_at <= as_of and e.kind <> 'taken_back'
      and not exists (select from public.visit_event c where c.corrects_event_id = e.id and c.recorded_at <= as_of)
  ), story as (
    select s.request_id,
      min(s.happened_at) filter (where s.kind in ('submitted', 'arrived')) as asked_at,
      min(s.happened_at) filter (where s.kind in ('acknowledged', 'more_info', 'scheduled', 'walk_in_approved', 'denied',
        'let_in', 'refused', 'closed')) as answered_at,
      min(s.happened_at) filter (where s.kind in ('let_in', 'completed')) as visit_at,
      min(s.happened_at) filter (where s.kind = 'moved') as moved_at,
      min(s.happened_at) filter (where s.kind in ('denied', 'refused', 'closed', 'client_declined')) as denied_at,
      bool_or(s.kind in ('denied', 'refused', 'closed', 'client_declined') and s.grade in ('A', 'B')) as denied_well,
      bool_or(s.kind = 'no_answer') as silent,
      bool_or(s.kind = 'withdrawn') as withdrawn,
      min(s.happened_at) filter (where s.kind = 'withdrawn') as withdrawn_at
    from standing s group by s.request_id
  )
  select r.id, r.facility_id, (t.asked_at at time zone coalesce(f.time_zone, 'UTC'))::date, r.mode, r.tie, r.incident,
    t.asked_at, t.answered_at, t.visit_at, o.at, o.kind, t.denied_at, coalesce(t.denied_well, false),
    coalesce(t.silent, false) or (t.answered_at is null and t.visit_at is null and t.asked_at < as_of - interval '72 hours'),
    coalesce(t.withdrawn, false), as_of
  from public.visit_request r
    join public.facility f on f.id = r.facility_id
    join story t on t.request_id = r.id
    left join lateral (
      select x.at, x.kind from (
        select t.moved_at, 'transfer' where t.moved_at is not null
        union all select t.withdrawn_at, 'withdrawn' where t.withdrawn_at is not null
        union all
        select coalesce(c.happened_at, c.happened_on::timestamp at time zone coalesce(f.time_zone, 'UTC')),
          case when c.kind in ('removal', 'departure') then 'removal' else c.kind end
        from public.custody_event c
        where c.person_id = r.person_id and c.kind in ('transfer', 'release', 'removal', 'departure', 'death')
          and c.recorded_at <= as_of
      ) x (at, kind)
      where x.at >= t.asked_at order by x.at limit 1
    ) o on true
  where r.created_at <= as_of and t.asked_at is not null
    and (t.asked_at at time zone coalesce(f.time_zone, 'UTC'))::date >= from_day
    and (t.asked_at at time zone coalesce(f.time_zone, 'UTC'))::date < until_day
$$;

COMMENT ON FUNCTION paradero.figure_requests(as_of timestamp with time zone, from_day date, until_day date) IS 'Requests as they were known at a moment. For the functions below alone.';

CREATE FUNCTION paradero.figure_rows(grouping_by text, wanted text, ended text, as_of timestamp with time zone, from_day date, until_day date, place text, after bigint, most integer) RETURNS TABLE(number bigint, code text, day date, mode text, tie text, ended text, attorney integer, cases bigint[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with judged as (
    select r.request_id, f.code, r.day, r.mode, r.tie,
      case grouping_by when 'place' then f.code when 'week' then to_char(date_trunc('week', r.day), 'YYYY-MM-DD')
        when 'month' then to_char(r.day, 'YYYY-MM') when 'mode' then r.mode when 'tie' then r.tie end as item,
      case when r.visit_at is not null then 'held' when r.denied_at is not null then 'denied'
        when r.withdrawn then 'withdrawn' when r.silent then 'silent' else 'unknown' end as ended,
      r.end_kind = 'transfer' and (r.visit_at is null or r.end_at < r.visit_at) as moved, r.denied_well
    from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
    where paradero.may_count() and (place is null or f.code = place)
  )
  select j.request_id, j.code, j.day, j.mode, j.tie, j.ended,
    (select min(c.attorney) from public.review_case c where c.request_id = j.request_id),
    coalesce((select array_agg(c.id order by c.rank, c.id) from public.review_case c
      where c.request_id = j.request_id and c.state <> 'gone'), '{}')
  from judged j
  where (wanted is null or j.item = wanted) and (figure_rows.ended is null or j.ended = figure_rows.ended
      or case figure_rows.ended when 'moved' then j.moved when 'call' then j.mode = 'call'
        when 'called' then j.mode = 'call' and j.ended = 'held'
        when 'strong' then j.ended = 'denied' and j.denied_well end) and j.request_id > after
  order by j.request_id limit most
$$;

COMMENT ON FUNCTION paradero.figure_rows(grouping_by text, wanted text, ended text, as_of timestamp with time zone, from_day date, until_day date, place text, after bigint, most integer) IS 'The requests behind a figure, without anybody''s name.';

CREATE FUNCTION paradero.figure_rule_days(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) RETURNS TABLE(code text, day date, rule text, is_publishable boolean, met integer, breached integer, unknown integer, pending integer, upheld integer, not_upheld integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select f.code, s.day, s.rule, s.is_publishable, count(*) filter (where s.outcome = 'met')::integer,
    count(*) filter (where s.outcome = 'breached')::integer, count(*) filter (where s.outcome = 'unknown')::integer,
    count(*) filter (where s.outcome = 'pending')::integer, count(*) filter (where s.verdict = 'upheld')::integer,
    count(*) filter (where s.verdict = 'not_upheld')::integer
  from paradero.figure_said(as_of, from_day, until_day, rules, place) s join public.facility f on f.id = s.facility_id
  group by 1, 2, 3, 4 order by 1, 2, 3
$$;

COMMENT ON FUNCTION paradero.figure_rule_days(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) IS 'What rules said of each day of each place, counted.';

CREATE FUNCTION paradero.figure_said(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) RETURNS TABLE(facility_id integer, day date, rule text, outcome text, authority text, pattern text, grade text, is_publishable boolean, verdict text, request_id bigint, key text, upheld_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with latest as (
    select distinct on (v.request_id, v.key) v.id, null::bigint as place_id, r.facility_id,
      (coalesce((v.finding ->> 'at')::timestamptz, v.found_at) at time zone coalesce(f.time_zone, 'UTC'))::date as day,
      v.rule, v.outcome, v.finding, v.request_id, v.key
    from public.visit_finding v
      join public.visit_request r on r.id = v.request_id
      join public.facility f on f.id = r.facility_id
    where v.found_at <= as_of and paradero.may_count() and (place is null or f.code = place)
      and (rules is null or split_part(v.rule, '/', 1) = any (rules))
    order by v.request_id, v.key, v.id desc
  ), both_kinds as (
    select * from latest
    union all
    select * from (
      select distinct on (v.facility_id, v.key) null::bigint, v.id, v.facility_id, v.day, v.rule, v.outcome, v.finding,
        null::bigint, v.key
      from public.place_finding v join public.facility f on f.id = v.facility_id
      where v.found_at <= as_of and paradero.may_count() and (place is null or f.code = place)
        and (rules is null or split_part(v.rule, '/', 1) = any (rules))
      order by v.facility_id, v.key, v.id desc
    ) p
  ), said as (
    -- All decisions once, so that their number does not multiply with that of findings.
    select d.finding_id, d.place_finding_id, (array_agg(d.verdict order by d.id desc))[1] as verdict,
      count(distinct d.account_id) filter (where d.verdict = 'upheld') as upholders,
      max(d.decided_at) filter (where d.verdict = 'upheld') as upheld_at
    from public.review_decision d
    where d.verdict <> 'needs_facts' and d.decided_at <= as_of group by 1, 2
  )
  select b.facility_id, b.day, b.rule, b.outcome, coalesce(b.finding ->> 'authority', 'heuristic'), b.finding ->> 'pattern',
    b.finding ->> 'grade', coalesce((b.finding ->> 'isPublishable')::boolean, false),
    case when coalesce(v.verdict, p.verdict) = 'upheld' and b.outcome = 'breached' and b.finding ->> 'authority' = 'order'
        and coalesce(v.upholders, p.upholders) < 2
      then null else coalesce(v.verdict, p.verdict) end,
    b.request_id, b.key, coalesce(v.upheld_at, p.upheld_at)
  from both_kinds b
    left join said v on v.finding_id = b.id and b.outcome = 'breached'
    left join said p on p.place_finding_id = b.place_id and b.outcome = 'breached'
  where b.outcome in ('met', 'breached', 'unknown', 'pending') and b.day >= from_day and b.day < until_day
$$;

COMMENT ON FUNCTION paradero.figure_said(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) IS 'What the rules said, each with the last word about it. For the functions of figures and releases alone.';

CREATE FUNCTION paradero.figure_times(ends text[], as_of timestamp with time zone, from_day date, until_day date, place text) RETURNS TABLE(what text, hours integer, cause text, cases bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with timed as (
    select e.what, r.asked_at, r.end_at, r.end_kind, r.known_until,
      case e.what when 'answer' then r.answered_at else r.visit_at end as reached
    from paradero.figure_requests(as_of, from_day, until_day) r join public.facility f on f.id = r.facility_id
      cross join unnest(ends) e (what)
    where paradero.may_count() and (place is null or f.code = place) and (e.what <> 'call' or r.mode = 'call')
  )
  select t.what, floor(extract(epoch from least(greatest(coalesce(
        case when t.reached <= coalesce(t.end_at, t.reached) then t.reached else t.end_at end, t.known_until),
      t.asked_at), t.known_until) - t.asked_at) / 3600)::integer,
    case when t.reached <= coalesce(t.end_at, t.reached) then t.what else t.end_kind end, count(*)
  from timed t group by 1, 2, 3 order by 1, 2, 3
$$;

COMMENT ON FUNCTION paradero.figure_times(ends text[], as_of timestamp with time zone, from_day date, until_day date, place text) IS 'How long it took, in hours, counted.';

CREATE FUNCTION paradero.file_pending_names() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select gin_clean_pending_list('public.person_keys_keys')
$$;

COMMENT ON FUNCTION paradero.file_pending_names() IS 'Files the keys of new names after many came in.';

CREATE FUNCTION paradero.forget_answers(at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  delete from public.guess_count g where g.since <= at - interval '24 hours';
  delete from public.failed_number f where f.hour <= at - interval '25 hours';
  delete from public.automatic_answer a where a.answered_at <= at - interval '30 days';
  delete from public.automatic_stop s where s.until <= at - interval '30 days';
$$;

COMMENT ON FUNCTION paradero.forget_answers(at timestamp with time zone) IS 'Forgets guesses after a day, answers and stops after a month.';

CREATE FUNCTION paradero.forget_plain_numbers() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  analyze public.person_identifier (value);
end $$;

COMMENT ON FUNCTION paradero.forget_plain_numbers() IS 'Takes plain A-numbers out of what the planner knows.';

CREATE FUNCTION paradero.held_requests(moment timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
  held bigint;
begin
  perform set_config('paradero.actor', 'service:retention', true);
  select count(*) into held from paradero.old_requests(moment) o where o.is_held;
  perform set_config('paradero.actor', actor, true);
  return held;
end $$;

COMMENT ON FUNCTION paradero.held_requests(moment timestamp with time zone) IS 'How many requests for visits only a legal hold keeps.';

CREATE FUNCTION paradero.is_bundling() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(current_setting('paradero.bundling', true) = 'on', false)
    and coalesce(paradero.actor_role() = 'monitor', false)
$$;

COMMENT ON FUNCTION paradero.is_bundling() IS 'Whether this transaction makes a bundle for a monitor.';

CREATE FUNCTION paradero.is_held(request text, facility integer) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (
    select from public.legal_hold h
    where h.lifted_at is null and (h.reference is null or h.reference = request)
      and (h.facility_id is null or h.facility_id = facility))
$$;

COMMENT ON FUNCTION paradero.is_held(request text, facility integer) IS 'Whether a legal hold keeps a request from being erased.';

CREATE FUNCTION paradero.is_reviewing() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select session_user = 'paradero_staff' and current_user not in
    ('paradero_public', 'paradero_staff', 'paradero_index', 'paradero_keeper', 'paradero_backup')
$$;

COMMENT ON FUNCTION paradero.is_reviewing() IS 'Whether a function that staff called runs as the owner of the tables.';

CREATE FUNCTION paradero.keep_checkpoint(seq bigint, line text, signed_at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into public.audit_checkpoint (seq, line, signed_at)
  values (keep_checkpoint.seq, keep_checkpoint.line, keep_checkpoint.signed_at)
$$;

COMMENT ON FUNCTION paradero.keep_checkpoint(seq bigint, line text, signed_at timestamp with time zone) IS 'Adds a checkpoint that the program signed.';

CREATE FUNCTION paradero.keep_record_counts(kinds text[], items text[], counts bigint[], givens bigint[], families bigint[], spellings text[], countries text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_advisory_xact_lock(7236827461003);
  delete from public.record_count c
  where not exists (select from unnest(kinds, items) n (kind, item) where n.kind = c.kind and n.item = c.item);
  insert into public.record_count (kind, item, counted, given, family, spelled, countries)
  select * from unnest(kinds, items, counts, givens, families, spellings, keep_record_counts.countries)
  on conflict (kind, item) do update set counted = excluded.counted, given = excluded.given, family = excluded.family,
    spelled = excluded.spelled, countries = excluded.countries, counted_at = excluded.counted_at
  where (record_count.counted, record_count.given, record_count.family, record_count.spelled, record_count.countries)
    is distinct from (excluded.counted, excluded.given, excluded.family, excluded.spelled, excluded.countries)
    or record_count.kind = 'people';
end $$;

COMMENT ON FUNCTION paradero.keep_record_counts(kinds text[], items text[], counts bigint[], givens bigint[], families bigint[], spellings text[], countries text[]) IS 'Keeps how common words, countries and places are, in place of the counts before.';

CREATE FUNCTION paradero.keep_release(number integer, from_day date, until_day date, known timestamp with time zone, made timestamp with time zone, text_of_it text, counted bigint[], places text[], kinds text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if not paradero.actor_is('release') then
    return false;
  end if;
  insert into public.release (id, period_from, period_until, known_at, made_at, document, sha256)
  values (number, from_day, until_day, known, made, text_of_it, sha256(convert_to(text_of_it, 'UTF8')));
  insert into public.release_counted (request_id, release_id, place, kind)
  -- What was erased meanwhile was counted all the same.
  select c.id, number, c.place, c.kind from unnest(counted, places, kinds) c (id, place, kind)
  where exists (select from public.visit_request r where r.id = c.id);
  insert into public.release_total (release_id, place, kind, requests)
  select number, c.place, c.kind, count(*)::integer from unnest(places, kinds) c (place, kind) group by 2, 3;
  return true;
end $$;

COMMENT ON FUNCTION paradero.keep_release(number integer, from_day date, until_day date, known timestamp with time zone, made timestamp with time zone, text_of_it text, counted bigint[], places text[], kinds text[]) IS 'Keeps a release and what it counted.';

CREATE FUNCTION paradero.keeper_responder(a_fingerprint bytea, moment timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select a.id from public.session s join public.account a on a.id = s.account_id
  where s.token_sha256 = a_fingerprint and s.ended_at is null and s.expires_at > moment
    and s.last_seen_at > moment - interval '15 minutes' and a.disabled_at is null and a.role = 'responder'
$$;

CREATE FUNCTION paradero.key_rows(source integer, plain uuid[], keyed uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_variable
declare
  done integer;
begin
  delete from public.imported_row i using unnest(plain, keyed) n (plain, keyed)
  where i.source_id = source and i.key = n.plain and not i.is_keyed
    and exists (select from public.imported_row o where o.source_id = source and o.key = n.keyed);
  update public.imported_row i set key = n.keyed, is_keyed = true
  from unnest(plain, keyed) n (plain, keyed)
  where i.source_id = source and i.key = n.plain and not i.is_keyed;
  get diagnostics done = row_count;
  return done;
end $$;

COMMENT ON FUNCTION paradero.key_rows(source integer, plain uuid[], keyed uuid[]) IS 'Makes fingerprints of imported rows again, with the key.';

CREATE FUNCTION paradero.key_suppressions() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  made integer;
begin
  update public.suppression s set digest = paradero.keyed_digest(s.digest), is_keyed = true
  where not s.is_keyed and paradero.suppression_key() is not null;
  get diagnostics made = row_count;
  return made;
end $$;

COMMENT ON FUNCTION paradero.key_suppressions() IS 'Makes digests that were made without the key again, with it.';

CREATE FUNCTION paradero.keyed_digest(plain bytea) RETURNS bytea
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return sha256(paradero.suppression_key() || plain);
end $$;

COMMENT ON FUNCTION paradero.keyed_digest(plain bytea) IS 'A digest made with the session''s key from a plain one.';

CREATE FUNCTION paradero.live_alerts(moment timestamp with time zone) RETURNS TABLE(id bigint, place text, state text, zone text, band_start timestamp with time zone, band_end timestamp with time zone, what text, basis text, made_at timestamp with time zone, expires_at timestamp with time zone, standing text, right_place text, right_start timestamp with time zone, right_end timestamp with time zone, corrected_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select a.id, a.place, a.state::text, a.zone, a.band_start, a.band_end, a.what, a.basis, a.made_at, a.expires_at,
    a.standing, r.place, r.band_start, r.band_end, l.at
  from public.alert a
    left join lateral (select e.place, e.band_start, e.band_end from public.alert_event e
      where e.alert_id = a.id and e.kind = 'corrected' order by e.id desc limit 1) r on true
    left join lateral (select e.at from public.alert_event e where e.alert_id = a.id order by e.id desc limit 1) l on true
  where a.made_at <= moment and a.expires_at > moment
  order by a.band_start desc, a.id desc
$$;

COMMENT ON FUNCTION paradero.live_alerts(moment timestamp with time zone) IS 'Alerts that have not expired, as anybody may read them.';

CREATE FUNCTION paradero.may_count() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(paradero.actor_role() = 'monitor', false) or paradero.actor_is('report')
    or paradero.actor_is('release')
$$;

COMMENT ON FUNCTION paradero.may_count() IS 'Whether this transaction is done by a monitor, or for a report at the command line.';

CREATE FUNCTION paradero.may_count_arrests() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(paradero.actor_role() in ('monitor', 'responder'), false) or paradero.actor_is('report')
$$;

COMMENT ON FUNCTION paradero.may_count_arrests() IS 'Whether this transaction may count arrests: a monitor, a responder or a report.';

CREATE FUNCTION paradero.name_digest(a_name text, born date) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return sha256(convert_to('name ' || born::text || ' ' || a_name, 'UTF8'));
end $$;

COMMENT ON FUNCTION paradero.name_digest(a_name text, born date) IS 'By what a name with a date of birth is known again.';

CREATE FUNCTION paradero.newest_report(batch bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select greatest(
    (select max(d.reported_at) from public.person_description d where d.batch_id = newest_report.batch),
    (select max(e.reported_at) from public.custody_event e where e.batch_id = newest_report.batch))
$$;

COMMENT ON FUNCTION paradero.newest_report(batch bigint) IS 'The newest report that a batch brought; ask when it is whole.';

CREATE FUNCTION paradero.number_digest(a_number text) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return sha256(convert_to('a-number ' || a_number, 'UTF8'));
end $$;

COMMENT ON FUNCTION paradero.number_digest(a_number text) IS 'By what an A-number is known again.';

CREATE FUNCTION paradero.old_requests(moment timestamp with time zone) RETURNS TABLE(id bigint, is_held boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select r.id, paradero.is_held(r.reference, r.facility_id) from public.visit_request r
  where r.created_at < moment - interval '3 years'
    and not exists (
      select from public.visit_event e where e.request_id = r.id and e.recorded_at >= moment - interval '3 years')
$$;

COMMENT ON FUNCTION paradero.old_requests(moment timestamp with time zone) IS 'Requests whose time is over, and whether a legal hold keeps them.';

CREATE FUNCTION paradero.opened_requests() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select c.request_id
  from public.review_opening o join public.review_case c on c.id = o.case_id and c.finding_id = o.finding_id
  where o.account_id = paradero.actor_account() and c.account_id <> paradero.actor_account()
    and not coalesce(c.office_id = paradero.actor_office(), false)
$$;

COMMENT ON FUNCTION paradero.opened_requests() IS 'The requests whose names and times this actor opened for review.';

CREATE FUNCTION paradero.pattern_groups(from_day date, until_day date, place text) RETURNS TABLE(kind text, code text, name text, pattern text, first_day date, last_day date, cases bigint, attorneys bigint, days bigint, upheld bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with known as (
    select c.id, c.facility_id, c.pattern, c.day, c.attorney, c.is_of_place, c.state,
      case when c.pattern = 'D02' then 'blanket' when c.pattern in ('D03', 'D04', 'D05', 'D06') then 'closure'
        else 'same_refusal' end as kind
    from public.review_case c
    where c.state <> 'gone' and c.pattern is not null and c.day >= from_day and c.day < until_day
      and (place is null or c.facility_id = (select f.id from public.facility f where f.code = place))
  ), stepped as (
    select k.*, case when k.day - lag(k.day) over w > 14 then 1 else 0 end as step
    from known k window w as (partition by k.facility_id, k.kind, k.pattern order by k.day, k.id)
  ), grouped as (
    select s.*, sum(s.step) over (partition by s.facility_id, s.kind, s.pattern order by s.day, s.id) as run from stepped s
  )
  select g.kind, min(f.code), min(f.name), g.pattern, min(g.day), max(g.day), count(*),
    count(distinct g.attorney) + (count(*) filter (where g.is_of_place) > 0)::integer, count(distinct g.day),
    count(*) filter (where g.state = 'upheld')
  from grouped g join public.facility f on f.id = g.facility_id
  group by g.facility_id, g.kind, g.pattern, g.run
  having count(*) >= 3 and count(distinct g.attorney) + (count(*) filter (where g.is_of_place) > 0)::integer >= 2
  order by count(distinct g.attorney) desc, count(*) desc, min(f.code), g.pattern limit 200
$$;

COMMENT ON FUNCTION paradero.pattern_groups(from_day date, until_day date, place text) IS 'Groups of cases that may be one pattern.';

CREATE FUNCTION paradero.people_in_steps(size integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select n.id from (select p.id, row_number() over (order by p.id) as place from public.person p) n
  where (n.place - 1) % size = 0 order by n.id
$$;

COMMENT ON FUNCTION paradero.people_in_steps(size integer) IS 'The first of every so many people, in order.';

CREATE FUNCTION paradero.people_touched(batches bigint[], facilities integer[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with touched as (
    select d.person_id from public.person_description d where d.batch_id = any (batches)
    union
    select i.person_id from public.person_identifier i where i.batch_id = any (batches)
    union
    select e.person_id from public.custody_event e where e.batch_id = any (batches)
    union
    select e.person_id from public.custody_event e
    where cardinality(facilities) > 0 and e.facility_id = any (facilities) and e.kind in ('arrest', 'book_in')
  )
  select t.person_id from touched t
  union
  select m.shown_as from touched t join public.merged_person m on m.person_id = t.person_id
$$;

COMMENT ON FUNCTION paradero.people_touched(batches bigint[], facilities integer[]) IS 'Whom a change of these batches and facilities concerns.';

CREATE FUNCTION paradero.people_with_keys(set_of_key integer[], kind_of_key text[], keys text[], clause integer[], set_of_clause integer[], numbers text[], most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  condition text;
begin
  select string_agg('(' || c.sets || ')', ' or ') into condition
  from (
    select c.clause, string_agg(format('k.keys && %L::integer[]', s.hashes), ' and ') as sets
    from unnest(clause, set_of_clause) c (clause, number)
    join (
      select k.number, array_agg(distinct case k.kind when 'word' then hashtext(k.key)
        when 'day' then k.key::date - date '0001-01-01' else -k.key::integer end) as hashes
      from unnest(set_of_key, kind_of_key, keys) k (number, kind, key) group by k.number
    ) s on s.number = c.number
    group by c.clause
  ) c;
  if cardinality(numbers) > 0 then
    return query select coalesce(m.shown_as, i.person_id)
      from public.person_identifier i left join public.merged_person m on m.person_id = i.person_id
      where i.kind = 'a_number' and i.value = any (numbers) limit most;
  end if;
  if condition is not null then
    return query execute 'select k.person_id from public.person_keys k where ' || condition || ' limit ' || most;
  end if;
end $$;

COMMENT ON FUNCTION paradero.people_with_keys(set_of_key integer[], kind_of_key text[], keys text[], clause integer[], set_of_clause integer[], numbers text[], most integer) IS 'The people whom a search may mean, by keys of names and births and by A-numbers.';

CREATE FUNCTION paradero.plain_numbers(place text, after bigint, most integer) RETURNS TABLE(id bigint, number text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
begin
  perform set_config('paradero.actor', 'service:numbers', true);
  return query
    select i.id, i.value from public.person_identifier i
    where place = 'person_identifier' and i.kind = 'a_number' and i.value not like 'n1.%' and i.id > after
    order by i.id limit most;
  return query
    select s.id, s.a_number from public.open_search s
    where place = 'open_search' and s.a_number not like 'n1.%' and s.id > after order by s.id limit most;
  return query
    select r.id, r.client_a_number from public.visit_request r
    where place = 'visit_request' and r.client_a_number not like 'n1.%' and r.id > after order by r.id limit most;
  return query
    select l.id, l.inputs->>'aNumber' from public.locator_attempt l
    where place = 'locator_attempt' and l.inputs->>'aNumber' not like 'n1.%' and l.id > after order by l.id limit most;
  perform set_config('paradero.actor', actor, true);
end $$;

COMMENT ON FUNCTION paradero.plain_numbers(place text, after bigint, most integer) IS 'A-numbers of a table that are not sealed, in order.';

CREATE FUNCTION paradero.release_days(as_of timestamp with time zone, from_day date, until_day date) RETURNS TABLE(place text, day date, rule text, kind text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select distinct f.code, s.day, s.rule, coalesce(s.pattern, 'other')
  from paradero.figure_said(as_of, from_day, until_day, null, null) s
    join public.facility f on f.id = s.facility_id
  where paradero.actor_is('release') and s.request_id is null and s.outcome = 'breached' and s.is_publishable
    and s.verdict = 'upheld'
  order by 1, 2, 3
$$;

COMMENT ON FUNCTION paradero.release_days(as_of timestamp with time zone, from_day date, until_day date) IS 'Days of places that a release may tell of.';

CREATE FUNCTION paradero.release_requests(as_of timestamp with time zone, until_day date) RETURNS TABLE(request_id bigint, place text, day date, kind text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select s.request_id, min(f.code), min(s.day), min(coalesce(s.pattern, 'other'))
  from paradero.figure_said(as_of, '1970-01-01', until_day, null, null) s
    join public.facility f on f.id = s.facility_id
  where paradero.actor_is('release') and s.request_id is not null and s.outcome = 'breached' and s.is_publishable
    and s.verdict = 'upheld'
    and not exists (select from public.release_counted r where r.request_id = s.request_id)
  group by s.request_id order by s.request_id
$$;

COMMENT ON FUNCTION paradero.release_requests(as_of timestamp with time zone, until_day date) IS 'Requests that a release may count.';

CREATE FUNCTION paradero.release_totals() RETURNS TABLE(place text, kind text, requests bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select t.place, t.kind, sum(t.requests)::bigint from public.release_total t
  where paradero.actor_is('release') group by 1, 2 order by 1, 2
$$;

COMMENT ON FUNCTION paradero.release_totals() IS 'What all releases so far truly came to.';

CREATE FUNCTION paradero.review_events(wanted bigint) RETURNS TABLE(id bigint, kind text, happened_at timestamp with time zone, "precision" text, until_at timestamp with time zone, recorded_at timestamp with time zone, recorded_by text, observer text, standing text, is_first_hand boolean, channel text, grade text, corrects_event_id bigint, details jsonb, note text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select e.id, e.kind,
    case when o.yes then e.happened_at else paradero.band(e.happened_at, e.zone) end,
    case when o.yes or e.precision = 'day' then e.precision else 'band' end,
    case when o.yes then e.until_at else paradero.band(e.until_at, e.zone) end,
    case when o.yes then e.recorded_at else paradero.band(e.recorded_at, e.zone) end,
    case when o.yes then a.name end, case when o.yes then e.observer end, e.standing, e.is_first_hand, e.channel, e.grade,
    e.corrects_event_id, case when o.yes then e.details else e.details - '{slotOpens,slotCloses}'::text[] end,
    case when o.yes then e.note end
  from paradero.reviewed_case(wanted) c
    join public.visit_event e on e.request_id = c.request_id
    left join public.account a on a.id = e.account_id,
    lateral (select paradero.case_is_opened(wanted) as yes) o
  order by e.happened_at, e.id
$$;

COMMENT ON FUNCTION paradero.review_events(wanted bigint) IS 'What happened to the request of a case, as this actor may see it.';

CREATE FUNCTION paradero.review_evidence(wanted bigint) RETURNS TABLE(id bigint, kind text, way text, grade text, bytes integer, sha256 bytea, recorded_at timestamp with time zone, is_withdrawn boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select e.id, e.kind, e.way, e.grade, e.bytes, e.sha256,
    case when o.yes then e.recorded_at else paradero.band(e.recorded_at, p.time_zone) end, w.evidence_id is not null
  from paradero.reviewed_case(wanted) c
    join public.facility p on p.id = c.facility_id
    join public.evidence e on e.request_id = c.request_id
    left join public.evidence_withdrawal w on w.evidence_id = e.id,
    lateral (select paradero.case_is_opened(wanted) as yes) o
  order by e.id
$$;

COMMENT ON FUNCTION paradero.review_evidence(wanted bigint) IS 'The files of the request of a case, without their content.';

CREATE FUNCTION paradero.review_findings(wanted bigint) RETURNS TABLE(id bigint, outcome text, severity text, found_at timestamp with time zone, finding jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select f.id, f.outcome, f.severity, case when o.yes then f.found_at else paradero.band(f.found_at, p.time_zone) end,
    case when o.yes or f.outcome is null then f.finding
      else jsonb_set(f.finding, '{at}', to_jsonb(to_char(
        paradero.band((f.finding ->> 'at')::timestamptz, p.time_zone) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
        || jsonb_build_object('id', '-', 'subject', jsonb_build_object('request', '-')) end
  from paradero.reviewed_case(wanted) c
    join public.facility p on p.id = c.facility_id
    join public.visit_finding f on f.request_id = c.request_id and f.key = c.key,
    lateral (select paradero.case_is_opened(wanted) as yes) o
  union all
  -- What is said of a place names nobody; its hours are no secret to those who review them.
  select f.id, f.outcome, f.severity, f.found_at, f.finding
  from paradero.reviewed_case(wanted) c
    join public.place_finding f on c.is_of_place and f.facility_id = c.facility_id and f.key = c.key
  order by 1 desc
$$;

COMMENT ON FUNCTION paradero.review_findings(wanted bigint) IS 'What the rules said of a case, each time that it changed.';

CREATE FUNCTION paradero.review_place_events(wanted bigint) RETURNS TABLE(id bigint, kind text, happened_at timestamp with time zone, "precision" text, until_at timestamp with time zone, recorded_at timestamp with time zone, teller integer, recorded_by text, observer text, standing text, is_first_hand boolean, grade text, corrects_event_id bigint, details jsonb, note text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select e.id, e.kind, e.happened_at, e.precision, e.until_at, e.recorded_at,
    dense_rank() over (order by e.first_id)::integer, case when e.yes then a.name end,
    case when e.yes then e.observer end, e.standing, e.is_first_hand, e.grade, e.corrects_event_id, e.details, e.note
  from (
    select w.*, o.yes, min(w.id) over (partition by w.account_id) as first_id
    from paradero.reviewed_case(wanted) c
      join public.facility p on p.id = c.facility_id
      join public.place_finding f on f.id = c.place_finding_id
      join public.place_event w on w.facility_id = c.facility_id and (w.id = any (f.facts)
        or (w.happened_at at time zone coalesce(p.time_zone, 'UTC'))::date = c.day
        or w.until_at > c.day::timestamp at time zone coalesce(p.time_zone, 'UTC')
          and w.happened_at < (c.day + 1)::timestamp at time zone coalesce(p.time_zone, 'UTC')),
      lateral (select paradero.case_is_opened(wanted) as yes) o
  ) e left join public.account a on a.id = e.account_id
  order by e.happened_at, e.id
$$;

COMMENT ON FUNCTION paradero.review_place_events(wanted bigint) IS 'What was told of the day of a case about a place, as this actor may see it.';

CREATE FUNCTION paradero.review_request(wanted bigint, OUT is_opened boolean, OUT reference text, OUT client_name text, OUT filed_by text, OUT asker_name text, OUT office text, OUT tie text, OUT mode text, OUT asker_role text, OUT g28 text, OUT urgency text, OUT zone text, OUT began_at_door boolean) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select o.yes, case when o.yes then r.reference end, case when o.yes then r.client_name end,
    case when o.yes then a.name end, case when o.yes then r.asker_name end, case when o.yes then f.name end,
    r.tie, r.mode, r.asker_role, r.g28, r.urgency, p.time_zone, r.began_at_door
  from paradero.reviewed_case(wanted) c
    join public.visit_request r on r.id = c.request_id
    join public.account a on a.id = r.account_id
    join public.facility p on p.id = r.facility_id
    left join public.office f on f.id = r.office_id,
    lateral (select paradero.case_is_opened(wanted) as yes) o
$$;

COMMENT ON FUNCTION paradero.review_request(wanted bigint, OUT is_opened boolean, OUT reference text, OUT client_name text, OUT filed_by text, OUT asker_name text, OUT office text, OUT tie text, OUT mode text, OUT asker_role text, OUT g28 text, OUT urgency text, OUT zone text, OUT began_at_door boolean) IS 'The request of a case, as this actor may see it.';

CREATE TABLE public.review_case (
    id bigint NOT NULL,
    request_id bigint,
    key text NOT NULL,
    finding_id bigint,
    facility_id integer NOT NULL,
    office_id bigint,
    account_id bigint,
    attorney integer,
    rule text NOT NULL,
    rule_name text GENERATED ALWAYS AS (split_part(rule, '/'::text, 1)) STORED NOT NULL,
    authority text NOT NULL,
    outcome text,
    severity text NOT NULL,
    rank smallint GENERATED ALWAYS AS (
CASE severity
    WHEN 'red'::text THEN 0
    WHEN 'amber'::text THEN 1
    WHEN 'grey'::text THEN 2
    ELSE 3
END) STORED NOT NULL,
    grade text,
    pattern text,
    happened_at timestamp with time zone NOT NULL,
    day date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    waits_for_people boolean GENERATED ALWAYS AS ((state = ANY (ARRAY['open'::text, 'second'::text, 'differ'::text]))) STORED NOT NULL,
    reopened text,
    follows_id bigint,
    place_finding_id bigint,
    tellers bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    teller_offices bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    is_of_place boolean GENERATED ALWAYS AS ((request_id IS NULL)) STORED NOT NULL,
    CONSTRAINT "A case is none, grey, amber or red" CHECK ((severity = ANY (ARRAY['none'::text, 'grey'::text, 'amber'::text, 'red'::text]))),
    CONSTRAINT "A case is of a request or of a place" CHECK (((num_nonnulls(finding_id, place_finding_id) = 1) AND ((request_id IS NULL) = (finding_id IS NULL)) AND ((request_id IS NULL) = (account_id IS NULL)) AND ((request_id IS NULL) = (attorney IS NULL)))),
    CONSTRAINT "A case is opened again for a known reason" CHECK ((reopened = ANY (ARRAY['late_event'::text, 'rule_changed'::text, 'answered'::text, 'came_back'::text]))),
    CONSTRAINT "A case stands where its decisions put it" CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'second'::text, 'differ'::text, 'upheld'::text, 'not_upheld'::text, 'unclear'::text, 'gone'::text]))),
    CONSTRAINT "Evidence is of grade A to D" CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text])))
);

ALTER TABLE ONLY public.review_case FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.review_case.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.review_case.request_id IS 'plain, custody, three years: of which request';

COMMENT ON COLUMN public.review_case.key IS 'plain, bookkeeping, three years: of which finding of it';

COMMENT ON COLUMN public.review_case.finding_id IS 'plain, bookkeeping, three years: what the finding says now';

COMMENT ON COLUMN public.review_case.facility_id IS 'plain, place, three years: where';

COMMENT ON COLUMN public.review_case.office_id IS 'plain, staff, three years: whose people may not review it';

COMMENT ON COLUMN public.review_case.account_id IS 'plain, staff, three years: who filed the request, and may not review it';

COMMENT ON COLUMN public.review_case.attorney IS 'plain, bookkeeping, three years: their pseudonym';

COMMENT ON COLUMN public.review_case.rule IS 'plain, bookkeeping, three years: the rule and its version';

COMMENT ON COLUMN public.review_case.rule_name IS 'plain, bookkeeping, three years: the rule';

COMMENT ON COLUMN public.review_case.authority IS 'plain, bookkeeping, three years: what stands behind the rule';

COMMENT ON COLUMN public.review_case.outcome IS 'plain, custody, three years: what the rule says now; none once the finding is gone';

COMMENT ON COLUMN public.review_case.severity IS 'plain, custody, three years: none, grey, amber or red';

COMMENT ON COLUMN public.review_case.rank IS 'plain, bookkeeping, three years: the severity as a number, for sorting';

COMMENT ON COLUMN public.review_case.grade IS 'plain, custody, three years: how strong its evidence is, A to D';

COMMENT ON COLUMN public.review_case.pattern IS 'plain, custody, three years: the kind of denial';

COMMENT ON COLUMN public.review_case.happened_at IS 'plain, custody, three years: when it happened';

COMMENT ON COLUMN public.review_case.day IS 'plain, custody, three years: on which day of the place';

COMMENT ON COLUMN public.review_case.opened_at IS 'plain, bookkeeping, three years: since when somebody should look';

COMMENT ON COLUMN public.review_case.due_at IS 'plain, bookkeeping, three years: by when somebody should have looked';

COMMENT ON COLUMN public.review_case.state IS 'plain, bookkeeping, three years: where it stands, by its decisions';

COMMENT ON COLUMN public.review_case.waits_for_people IS 'plain, bookkeeping, three years: whether somebody should look';

COMMENT ON COLUMN public.review_case.reopened IS 'plain, bookkeeping, three years: why it was opened again';

COMMENT ON COLUMN public.review_case.follows_id IS 'plain, bookkeeping, three years: the case of the same rule in an earlier version';

COMMENT ON COLUMN public.review_case.place_finding_id IS 'plain, bookkeeping, three years: what a finding of a place says now';

COMMENT ON COLUMN public.review_case.tellers IS 'plain, staff, three years: who told of the day of a place, and may not review it';

COMMENT ON COLUMN public.review_case.teller_offices IS 'plain, staff, three years: their offices';

COMMENT ON COLUMN public.review_case.is_of_place IS 'plain, bookkeeping, three years: whether it is about a place and not a request';

CREATE FUNCTION paradero.reviewed_case(wanted bigint) RETURNS public.review_case
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select c.* from public.review_case c
  where c.id = wanted and paradero.actor_role() = 'monitor' and coalesce(c.account_id <> paradero.actor_account(), true)
    and not coalesce(c.office_id = paradero.actor_office(), false) and not paradero.actor_account() = any (c.tellers)
    and not coalesce(paradero.actor_office() = any (c.teller_offices), false)
$$;

COMMENT ON FUNCTION paradero.reviewed_case(wanted bigint) IS 'A case that this actor may look at.';

CREATE FUNCTION paradero.reviewed_incidents(as_of timestamp with time zone, from_day date, until_day date, place text) RETURNS TABLE(incident bigint, case_id bigint, place_code text, place_name text, attorney integer, day date, rule text, authority text, severity text, grade text, pattern text, state text, decided_on date, reviewers bigint, words text[], names text[], births text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with word as (
    select distinct on (d.case_id, d.account_id) d.case_id, d.account_id, d.verdict, d.decided_at
    from public.review_decision d
    where d.decided_at <= as_of and d.verdict <> 'needs_facts'
    order by d.case_id, d.account_id, d.id desc
  ), reviewed as (
    select w.case_id, max(w.decided_at) as decided_at, count(*) as reviewers,
      case when count(distinct w.verdict) > 1 then 'differ' else min(w.verdict) end as verdict
    from word w group by w.case_id
  )
  select dense_rank() over (order by coalesce(i.first_id, r.id) nulls last,
      case when r.id is null then c.facility_id end, case when r.id is null then c.day end), c.id, p.code, p.name, c.attorney, c.day, c.rule,
    c.authority, c.severity, c.grade, c.pattern,
    case when v.verdict = 'upheld' and c.authority = 'order' and v.reviewers < 2 then 'second' else v.verdict end,
    (v.decided_at at time zone coalesce(p.time_zone, 'UTC'))::date, v.reviewers,
    array(select e.note from public.visit_event e
      where e.request_id = r.id and e.note is not null and e.recorded_at <= as_of
        and not exists (select from public.visit_event x where x.corrects_event_id = e.id and x.recorded_at <= as_of)
      order by e.happened_at, e.id)
    || array(select e.note from public.place_event e
      where r.id is null and e.facility_id = c.facility_id and e.note is not null and e.recorded_at <= as_of
        and (e.happened_at at time zone e.zone)::date = c.day
        and not exists (select from public.place_event x where x.corrects_event_id = e.id and x.recorded_at <= as_of)
      order by e.happened_at, e.id),
    array(select n.name from (
        select r.client_name union select r.client_a_number union select r.asker_name union select r.supervisor
        union select r.companions union select a.name union select o.name union select r.reference
        union select e.observer from public.visit_event e where e.request_id = r.id
        union select b.name from public.visit_event e join public.account b on b.id = e.account_id where e.request_id = r.id
        union select q.client_name from public.visit_request q where q.incident = r.incident
        union select e.observer from public.place_event e where r.id is null and e.facility_id = c.facility_id
        union select b.name from public.place_event e join public.account b on b.id = e.account_id
          where r.id is null and e.facility_id = c.facility_id
      ) n (name) where n.name <> '' order by 1),
    array_remove(array[r.client_birth], null)
  from public.review_case c
    join reviewed v on v.case_id = c.id
    left join public.visit_request r on r.id = c.request_id
    join public.facility p on p.id = c.facility_id
    left join public.account a on a.id = r.account_id
    left join public.office o on o.id = r.office_id
    left join lateral (select min(q.id) as first_id from public.visit_request q where q.incident = r.incident) i on true
  where paradero.may_count() and c.state <> 'gone' and c.day >= from_day and c.day < until_day
    and (place is null or p.code = place)
  order by 1, c.id
$$;

COMMENT ON FUNCTION paradero.reviewed_incidents(as_of timestamp with time zone, from_day date, until_day date, place text) IS 'Findings that people decided about, with what has to be taken out of them before they are given away.';

CREATE FUNCTION paradero.seal_audit(at_most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  entry public.audit_entry;
  head public.audit_head;
  leaf bytea;
  sealed bigint := 0;
begin
  if not exists (select from public.audit_entry e where e.seq is null) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(7236827461014);
  select * into head from public.audit_head;
  for entry in select * from public.audit_entry e where e.seq is null order by e.id limit at_most loop
    head.seq := head.seq + 1;
    leaf := paradero.audit_leaf(entry, head.seq, head.leaf_sha256);
    update public.audit_entry e set seq = head.seq, previous_sha256 = head.leaf_sha256, leaf_sha256 = leaf
    where e.id = entry.id;
    head.leaf_sha256 := leaf;
    sealed := sealed + 1;
  end loop;
  if sealed > 0 then
    update public.audit_head set seq = head.seq, leaf_sha256 = head.leaf_sha256, sealed_at = clock_timestamp();
  end if;
  return sealed;
end $$;

COMMENT ON FUNCTION paradero.seal_audit(at_most integer) IS 'Gives what was appended to the audit log its numbers and hashes.';

CREATE FUNCTION paradero.seal_numbers(place text, ids bigint[], plain text[], sealed text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_variable
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
  done integer;
begin
  perform set_config('paradero.actor', 'service:numbers', true);
  perform paradero.carry_suppressions(plain, sealed);
  case place
    when 'person_identifier' then
      update public.person_identifier i set value = n.sealed
      from unnest(ids, plain, sealed) n (id, plain, sealed)
      where i.id = n.id and i.kind = 'a_number' and i.value = n.plain;
    when 'open_search' then
      update public.open_search s set a_number = n.sealed
      from unnest(ids, plain, sealed) n (id, plain, sealed) where s.id = n.id and s.a_number = n.plain;
    when 'visit_request' then
      update public.visit_request r set client_a_number = n.sealed
      from unnest(ids, plain, sealed) n (id, plain, sealed) where r.id = n.id and r.client_a_number = n.plain;
    when 'locator_attempt' then
      update public.locator_attempt l set inputs = jsonb_set(l.inputs, '{aNumber}', to_jsonb(n.sealed))
      from unnest(ids, plain, sealed) n (id, plain, sealed) where l.id = n.id and l.inputs->>'aNumber' = n.plain;
    else raise exception using errcode = 'invalid_parameter_value', message = 'there is no such place of numbers';
  end case;
  get diagnostics done = row_count;
  perform set_config('paradero.actor', actor, true);
  return done;
end $$;

COMMENT ON FUNCTION paradero.seal_numbers(place text, ids bigint[], plain text[], sealed text[]) IS 'Puts sealed A-numbers in the place of plain ones.';

CREATE FUNCTION paradero.search_found(people bigint[], today date) RETURNS TABLE(person_id bigint, is_sample boolean, kind text, status text, facility_code text, facility_name text, facility_city text, facility_state text, place_text text, happened_at timestamp with time zone, happened_on date, "precision" text, zone text, reported_at timestamp with time zone, source_kind text, contradicted boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
begin
  return query
  select p.id, p.is_sample, c.kind, c.status, f.code, f.name, f.city, f.state, c.place_text, c.happened_at, c.happened_on,
    c.precision, c.zone, c.newest_report_at, c.source_kind, c.contradicted
  from public.person p
  left join paradero.current_custody c on c.person_id = p.id and c.person_id = any (people[1:20])
  left join public.facility f on f.id = coalesce(c.facility_id, c.last_facility_id)
  where p.id = any (people[1:20])
    and (
      -- Born less than 18 years ago by any source; a year alone counts as its last day. Null without a live source.
      select not coalesce(bool_or(d.birth_date > today - interval '18 years'
        or (d.birth_date is null and d.birth_year >= extract(year from today) - 18)), false) and count(*) > 0
      from paradero.shown_description d join paradero.live_batch b on b.id = d.batch_id where d.shown_as = p.id);
end $$;

COMMENT ON FUNCTION paradero.search_found(people bigint[], today date) IS 'Where the people whom a search has found were last known to be; twenty at most. Never minors, never withdrawn batches.';

CREATE FUNCTION paradero.search_freshness(known bigint[]) RETURNS TABLE(batch_id bigint, source_kind text, newest timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select b.id, b.source_kind,
    case when b.id <> all (known) then coalesce(b.newest_report_at, paradero.newest_report(b.id)) end
  from paradero.live_batch b
$$;

COMMENT ON FUNCTION paradero.search_freshness(known bigint[]) IS 'How old the records are: the newest report in each live batch.';

CREATE FUNCTION paradero.shielded(people bigint[], at timestamp with time zone) RETURNS TABLE(person_id bigint, kind text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
begin
  return query
  with asked as materialized (select distinct a.id from unnest(people[1:50]) a(id)),
  member as materialized (
    select a.id as shown, coalesce(o.person_id, a.id) as id
    from asked a
    left join public.merged_person m on m.person_id = a.id
    left join public.merged_person o on o.shown_as = m.shown_as
  ),
  told as materialized (
    select m.shown, d.birth_date, d.search_name
    from member m
    join public.person_description d on d.person_id = m.id
    join paradero.live_batch b on b.id = d.batch_id
  ),
  standing as materialized (
    select p.person_id, p.kind from public.protection p
    where p.lifted_at is null and (p.until is null or p.until > at)
  ),
  -- A number that lies plain and one that is sealed cannot be compared. Within a minute the service has sealed both; until
  -- then they may be the same.
  numbered as materialized (
    select distinct m.shown, i.value like 'n1.%' as is_sealed
    from member m join public.person_identifier i on i.person_id = m.id and i.kind = 'a_number'
  ),
  shielding as (
    select distinct s.kind, i.value like 'n1.%' as is_sealed
    from standing s join public.person_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
  )
  select m.shown, s.kind from member m join standing s on s.person_id = m.id
  union
  select t.shown, s.kind
  from standing s
  join public.person_description d on d.person_id = s.person_id
  join told t on t.birth_date = d.birth_date and t.search_name = d.search_name
  union
  select m.shown, s.kind
  from standing s
  join public.person_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
  join public.person_identifier j on j.value = i.value and j.kind = 'a_number'
  join member m on m.id = j.person_id
  union
  select n.shown, s.kind from numbered n join shielding s on s.is_sealed <> n.is_sealed
  union
  -- What was taken back after a contest, and whatever tells the same again.
  select m.shown, 'suppressed' from member m join public.suppression x on x.person_id = m.id
  union
  select t.shown, 'suppressed'
  from told t cross join lateral (select paradero.name_digest(t.search_name, t.birth_date)) n(digest)
  join public.suppression x on x.digest in (n.digest, paradero.keyed_digest(n.digest))
  union
  select m.shown, 'suppressed'
  from member m
  join public.person_identifier i on i.person_id = m.id and i.kind = 'a_number'
  cross join lateral (select paradero.number_digest(i.value)) n(digest)
  join public.suppression x on x.digest in (n.digest, paradero.keyed_digest(n.digest))
  union
  select n.shown, 'suppressed' from numbered n
  where not n.is_sealed and exists (select from public.suppression x where x.made_of = 'sealed number')
    or n.is_sealed and exists (
      select from public.suppression x
      join public.person_identifier i on i.person_id = x.person_id and i.kind = 'a_number' and i.value not like 'n1.%')
  union
  -- Without the key nobody knows whom keyed digests mean: then everybody may be one of them.
  select a.id, 'suppressed' from asked a
  where paradero.suppression_key() is null and exists (select from public.suppression x where x.is_keyed);
end $$;

COMMENT ON FUNCTION paradero.shielded(people bigint[], at timestamp with time zone) IS 'Whom of these people a protection or a contest keeps from being told of.';

CREATE FUNCTION paradero.shown_as(people bigint[]) RETURNS TABLE(person_id bigint, shown_as bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select distinct coalesce(o.person_id, p.id), coalesce(o.shown_as, p.id)
  from unnest(people) p(id)
  left join public.merged_person m on m.person_id = p.id
  left join public.merged_person o on o.shown_as = m.shown_as
$$;

COMMENT ON FUNCTION paradero.shown_as(people bigint[]) IS 'Everybody who is one with any of these people, and whom they are shown as.';

CREATE FUNCTION paradero.similar_intakes(wanted bigint) RETURNS TABLE(id bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  select o.id from public.intake i join public.intake o on o.id <> i.id
    and o.happened_at between i.happened_at - interval '1 day' and i.happened_at + interval '1 day'
    and (abs(extract(epoch from o.happened_at - i.happened_at)) <= 3600 or i.precision <> 'minute' or o.precision <> 'minute')
    and (o.facility_id = i.facility_id or similarity(o.place_name, i.place_name) >= 0.45
      or o.place_name <% i.place_name and word_similarity(o.place_name, i.place_name) >= 0.7
      or i.place_name <% o.place_name and word_similarity(i.place_name, o.place_name) >= 0.7)
  where i.id = wanted
  order by abs(extract(epoch from o.happened_at - i.happened_at)), o.id limit 10
$$;

COMMENT ON FUNCTION paradero.similar_intakes(wanted bigint) IS 'Reports that may be of the same place and hour as another one.';

CREATE FUNCTION paradero.spend_guesses(people bigint[], costs integer[], most integer, hours integer, is_failed_number boolean, at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if is_failed_number then
    insert into public.failed_number as f (hour, failed) values (date_trunc('hour', at, 'UTC'), 1)
    on conflict (hour) do update set failed = f.failed + 1;
  end if;
  if cardinality(people) > 0 then
    -- In order, so that two searches never wait for each other.
    insert into public.guess_count as g (person_id, spent, since)
    select w.id, w.cost, at from unnest(people[1:50], costs[1:50]) w(id, cost)
    where exists (select from public.person p where p.id = w.id)
    order by w.id
    on conflict (person_id) do update set
      spent = case when g.since > excluded.since - interval '24 hours' then least(g.spent, 1000000) + excluded.spent
        else excluded.spent end,
      since = case when g.since > excluded.since - interval '24 hours' then g.since else excluded.since end;
    insert into public.automatic_stop (person_id, stopped_at, until)
    select g.person_id, at, at + make_interval(hours => hours)
    from public.guess_count g
    where g.person_id = any (people[1:50]) and g.spent >= most and g.since > at - interval '24 hours'
      and not exists (select from public.automatic_stop x where x.person_id = g.person_id and x.until > at);
  end if;
end $$;

COMMENT ON FUNCTION paradero.spend_guesses(people bigint[], costs integer[], most integer, hours integer, is_failed_number boolean, at timestamp with time zone) IS 'Counts guesses at people and numbers that failed; stops automatic answers where enough was guessed.';

CREATE FUNCTION paradero.suppression_key() RETURNS bytea
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
  return case when current_setting('paradero.suppression_key', true) ~ '^[0-9a-f]{64}$'
    then decode(current_setting('paradero.suppression_key', true), 'hex') end;
end $_$;

COMMENT ON FUNCTION paradero.suppression_key() IS 'The key that the service''s session brought along, if it did.';

CREATE FUNCTION paradero.sweep_due(step text, at_most integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select paradero.sweep_step(step, clock_timestamp(), at_most)
$$;

COMMENT ON FUNCTION paradero.sweep_due(step text, at_most integer) IS 'Erases what is due now of one kind of record.';

CREATE FUNCTION paradero.sweep_step(step text, moment timestamp with time zone, at_most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  actor text := coalesce(current_setting('paradero.actor', true), '');
  gone bigint;
begin
  perform set_config('paradero.actor', 'service:retention', true), set_config('paradero.erasing', 'on', true);
  gone := paradero.erase_step(step, moment, at_most);
  perform set_config('paradero.actor', actor, true), set_config('paradero.erasing', 'off', true);
  return gone;
end $$;

COMMENT ON FUNCTION paradero.sweep_step(step text, moment timestamp with time zone, at_most integer) IS 'Erases what is due of one kind of record at a moment; for the owner alone.';

CREATE FUNCTION paradero.tell(person bigint, rule text, by_number boolean, more_a_day integer, more_an_hour integer, today date, at timestamp with time zone) RETURNS TABLE(person_id bigint, is_sample boolean, kind text, status text, facility_code text, facility_name text, facility_city text, facility_state text, place_text text, happened_at timestamp with time zone, happened_on date, "precision" text, zone text, reported_at timestamp with time zone, source_kind text, contradicted boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
#variable_conflict use_column
declare
  usual integer;
  this_day integer;
  this_hour integer;
  opened timestamptz;
  newly boolean;
begin
  -- One answer at a time: two at once would each find room for one more.
  perform pg_advisory_xact_lock(7236827461021);
  if exists (select from public.automatic_closing c
    where c.by_number = tell.by_number and c.opened_at is null and c.until > at)
  then
    return;
  end if;
  if not exists (select from paradero.disclosure_standing(array[person], today, at) s
    where cardinality(s.hindrances) = 0 and (not s.is_stopped or tell.by_number))
  then
    return;
  end if;
  -- A family that looks every day learns of nobody new.
  newly := not exists (select from public.automatic_answer a
    where a.person_id = person and a.answered_at > at - interval '30 days');
  if newly then
    usual := paradero.usual_answers(tell.by_number, at);
    select max(c.opened_at) into opened from public.automatic_closing c where c.by_number = tell.by_number;
    select count(*), count(*) filter (where a.answered_at > at - interval '1 hour') into this_day, this_hour
    from public.automatic_answer a
    where a.is_new and a.by_number = tell.by_number
      and a.answered_at > greatest(at - interval '24 hours', coalesce(opened, '-infinity'));
    if this_day >= usual + more_a_day or this_hour >= usual / 8 + more_an_hour then
      insert into public.automatic_closing (by_number, closed_at, until, answered, usual)
      values (tell.by_number, at, at + interval '24 hours', this_day, usual);
      -- This answer was one too many.
      perform paradero.append_audit(at, 'system:disclosure', 'automaticAnswersClosed', 'none', '', '{}');
      return;
    end if;
  end if;
  insert into public.automatic_answer (person_id, answered_at, rule, by_number, is_new)
  values (person, at, tell.rule, tell.by_number, newly);
  -- What live_event reads: from here to the end of this function the public is who asks.
  perform set_config('paradero.audience', 'public', true);
  return query
  select p.id, p.is_sample, c.kind, c.status, f.code, f.name, f.city, f.state, c.place_text, c.happened_at, c.happened_on,
    c.precision, c.zone, c.newest_report_at, c.source_kind, c.contradicted
  from public.person p
  left join paradero.current_custody c on c.person_id = p.id and c.person_id = any (array[person])
  left join public.facility f on f.id = coalesce(c.facility_id, c.last_facility_id)
  where p.id = person;
  perform set_config('paradero.audience', '', true);
end $$;

COMMENT ON FUNCTION paradero.tell(person bigint, rule text, by_number boolean, more_a_day integer, more_an_hour integer, today date, at timestamp with time zone) IS 'Where somebody was last known to be, for a searcher who has earned it; counted, and nothing when a budget is spent.';

CREATE FUNCTION paradero.undo_pair_decision(decision bigint, reason text, account bigint, at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  pair public.pair_decision;
  people bigint[];
begin
  perform pg_advisory_xact_lock(7236827461013);
  select * into pair from public.pair_decision d where d.id = decision;
  if pair.id is null then
    return 'unknown';
  end if;
  if pair.undone_at is not null then
    return 'already';
  end if;
  people := array(select s.person_id from paradero.shown_as(array[pair.person_a, pair.person_b]) s order by 1);
  update public.pair_decision d
  set undone_why = reason, undone_by = account, undone_at = greatest(at, d.decided_at) where d.id = decision;
  if pair.is_same then
    perform paradero.append_change('person', p) from unnest(people) p;
  end if;
  return 'done';
end $$;

COMMENT ON FUNCTION paradero.undo_pair_decision(decision bigint, reason text, account bigint, at timestamp with time zone) IS 'Takes a decision about two people back and tells followers; call it as the last thing of a transaction.';

CREATE FUNCTION paradero.uphold_contest(contest bigint, account bigint, at timestamp with time zone) RETURNS TABLE(person_id bigint, known_by integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
  whose bigint;
  made integer;
begin
  update public.protection p
  set lifted_at = greatest(at, p.set_at), lifted_by = account, lifted_because = 'decided'
  where p.id = contest and p.kind = 'contested' and p.lifted_at is null
  returning p.person_id into whose;
  if whose is null then return; end if;
  insert into public.suppression (digest, contest_id, person_id, made_by, made_at, made_of)
  select x.digest, contest, whose, account, at, x.made_of
  from (
    select paradero.name_digest(d.search_name, d.birth_date) as digest, 'name' as made_of
    from paradero.shown_as(array[whose]) s join public.person_description d on d.person_id = s.person_id
    union
    select paradero.number_digest(i.value), case when i.value like 'n1.%' then 'sealed number' else 'number' end
    from paradero.shown_as(array[whose]) s
    join public.person_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
  ) x
  where x.digest is not null;
  get diagnostics made = row_count;
  -- By its own number too, for as long as it is there.
  insert into public.suppression (digest, contest_id, person_id, made_by, made_at, made_of)
  values (sha256(convert_to('record ' || whose::text, 'UTF8')), contest, whose, account, at, 'record');
  perform paradero.key_suppressions();
  return query select whose, made;
end $$;

COMMENT ON FUNCTION paradero.uphold_contest(contest bigint, account bigint, at timestamp with time zone) IS 'Takes a contested record back for good; by how many digests another import of it is known.';

CREATE FUNCTION paradero.usual_answers(numbers boolean, at timestamp with time zone) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select case when count(*) >= 7 then percentile_disc(0.5) within group (order by d.answered) else 0 end::integer
  from (
    select n, (select count(*) from public.automatic_answer a
      where a.is_new and a.by_number = numbers and a.answered_at > at - make_interval(days => n + 1)
        and a.answered_at <= at - make_interval(days => n)) as answered
    from generate_series(1, 28) n
    where at - make_interval(days => n) > (select min(a.answered_at) from public.automatic_answer a)
      and not exists (
        select from public.automatic_closing c
        where c.by_number = numbers and c.opened_at is null
          and c.closed_at > at - make_interval(days => n + 1) and c.closed_at <= at - make_interval(days => n))
  ) d
$$;

COMMENT ON FUNCTION paradero.usual_answers(numbers boolean, at timestamp with time zone) IS 'How many people are answered anew on a usual day.';

CREATE FUNCTION public.account_fits_installation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from public.installation where kind = 'demo') then
    raise exception using errcode = 'check_violation', message = 'sample accounts exist only in a demo',
      table = 'account', schema = 'public', constraint = 'Sample accounts exist only in a demo';
  end if;
  return new;
end $$;

CREATE FUNCTION public.account_fits_supervisor() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from public.account s
    where s.id = new.supervisor_id and s.role = 'attorney' and s.office_id = new.office_id)
  then
    raise exception using errcode = 'check_violation', message = 'who supervises is an attorney of the same office',
      table = 'account', schema = 'public', constraint = 'Who supervises is an attorney of the same office';
  end if;
  return new;
end $$;

CREATE FUNCTION public.alert_basis(of_alert bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with source as (
    select i.incident_id, i.caller_hash, o.id as observer_id
    from public.alert_source s
      join public.intake i on i.id = s.intake_id
      left join public.trained_observer o on o.id = i.observer_id and coalesce(o.ended_at, 'infinity') > i.taken_at
    where s.alert_id = of_alert and i.basis = 'saw' and i.truth <> 'false_alarm'
  )
  select case when exists (select from source where observer_id is not null) then 'observer'
    when exists (select from source where caller_hash is not null group by incident_id
      having count(distinct caller_hash) >= 2) then 'two_sources' end
$$;

CREATE FUNCTION public.alert_falls() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into public.alert_event (alert_id, kind, account_id, at)
  select a.id, 'in_doubt', new.account_id, new.at
  from public.alert a join public.alert_source s on s.alert_id = a.id
  where s.intake_id = new.intake_id and a.expires_at > new.at and a.standing in ('live', 'corrected')
    and public.alert_basis(a.id) is null;
  return null;
end $$;

CREATE FUNCTION public.alert_is_founded() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if public.alert_basis(new.id) is distinct from new.basis then
    raise exception using errcode = 'check_violation', message = 'an alert needs two sources or a trained observer',
      table = tg_table_name, schema = 'public', constraint = 'An alert needs two sources or a trained observer';
  end if;
  return null;
end $$;

CREATE FUNCTION public.alert_is_told() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into public.alert_message (alert_id, subscriber_id, queued_at, next_at, moved_at)
  select new.id, s.id, new.made_at, new.made_at, new.made_at from public.alert_subscriber s
  where s.ended_at is null and (s.states = '{}' or new.state = any (s.states)) order by s.id;
  return null;
end $$;

CREATE FUNCTION public.alert_moves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update public.alert a set standing = new.kind where a.id = new.alert_id;
  -- What has not left yet would be wrong; those who wait for it are told only what is right.
  update public.alert_message m set state = 'dropped', moved_at = new.at
  where m.alert_id = new.alert_id and m.state = 'waiting';
  insert into public.alert_message (alert_id, event_id, subscriber_id, queued_at, next_at, moved_at)
  select distinct new.alert_id, new.id, m.subscriber_id, new.at, new.at, new.at
  from public.alert_message m join public.alert_subscriber s on s.id = m.subscriber_id
  where m.alert_id = new.alert_id and s.contact is not null
    and (m.state in ('sending', 'sent', 'uncertain') or new.kind = 'corrected');
  return null;
end $$;

CREATE FUNCTION public.answer_reopens() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update public.review_case c set state = 'open', reopened = 'answered', opened_at = new.answered_at,
    due_at = public.review_deadline(c.severity, new.answered_at, r.urgent_at)
  from public.review_question q left join public.visit_request r on r.id = q.request_id
  where q.decision_id = new.decision_id and c.id = q.case_id and c.state = 'waiting';
  return null;
end $$;

CREATE FUNCTION public.attorney_application_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a decision about an application stays',
    table = 'attorney_application', schema = 'public', constraint = 'A decision about an application stays';
end $$;

CREATE FUNCTION public.audit_checkpoint_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'checkpoints are only ever added',
    table = 'audit_checkpoint', schema = 'public', constraint = 'Checkpoints are only ever added';
end $$;

CREATE FUNCTION public.audit_entry_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.batch_fits_installation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from public.installation where kind = 'production') then
    raise exception using errcode = 'check_violation', message = 'production takes no invented people',
      table = 'batch', schema = 'public', constraint = 'Production takes no samples';
  end if;
  return new;
end $$;

CREATE FUNCTION public.belongs_to_batch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from (select distinct a.batch_id from added a) a
    where not exists (select from public.batch b where b.id = a.batch_id))
  then
    raise exception using errcode = 'foreign_key_violation', message = 'there is no such batch',
      table = tg_table_name, schema = 'public', constraint = tg_name;
  end if;
  return null;
end $$;

CREATE FUNCTION public.case_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.custody_event_corrects_same_person() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.person_id is distinct from
    (select e.person_id from public.custody_event e where e.id = new.corrects_event_id)
  then
    raise exception using errcode = 'check_violation', message = 'a correction is of an event of the same person',
      table = 'custody_event', schema = 'public', constraint = 'A correction is of the same person';
  end if;
  return new;
end $$;

CREATE FUNCTION public.custody_event_happened_somewhere() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from (select a.facility_id from added a union select a.from_facility_id from added a) a
    where a.facility_id is not null and not exists (select from public.facility f where f.id = a.facility_id))
  then
    raise exception using errcode = 'foreign_key_violation', message = 'there is no such facility',
      table = tg_table_name, schema = 'public', constraint = tg_name;
  end if;
  return null;
end $$;

CREATE FUNCTION public.custody_event_is_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op in ('DELETE', 'UPDATE') and current_setting('paradero.erasing', true) = 'on' then
    return null;
  end if;
  raise exception using errcode = 'check_violation', message = 'custody events are only ever added',
    table = 'custody_event', schema = 'public', constraint = 'Custody events are only ever added';
end $$;

CREATE FUNCTION public.decision_is_allowed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.drop_keys() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform public.gather_keys_of(array(
    select r.person_id from removed r
    union
    select o.person_id from public.merged_person o where o.shown_as in (
      select m.shown_as from public.merged_person m where m.person_id in (select r.person_id from removed r))));
  return null;
end $$;

CREATE FUNCTION public.finding_is_reviewed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  known public.review_case;
  request public.visit_request;
  before public.visit_finding;
  predecessor bigint;
  happened timestamptz;
  zone text;
  reason text;
begin
  select * into known from public.review_case c where c.request_id = new.request_id and c.key = new.key for update;
  if not found then
    if new.outcome is distinct from 'breached' then
      return null;
    end if;
    select * into request from public.visit_request r where r.id = new.request_id;
    select f.time_zone into zone from public.facility f where f.id = request.facility_id;
    happened := coalesce((new.finding ->> 'at')::timestamptz, new.found_at);
    -- The same rule in another version said so before: what was decided then is decided again.
    select c.id into predecessor from public.review_case c
    where c.request_id = new.request_id and c.rule_name = split_part(new.rule, '/', 1) and c.rule <> new.rule
      and c.happened_at = happened
    order by c.id desc limit 1;
    insert into public.review_case (request_id, key, finding_id, facility_id, office_id, account_id, attorney, rule,
      authority, outcome, severity, grade, pattern, happened_at, day, opened_at, due_at, reopened, follows_id)
    values (new.request_id, new.key, new.id, request.facility_id, request.office_id, request.account_id,
      public.pseudonym_of(request.account_id), new.rule, coalesce(new.finding ->> 'authority', 'heuristic'), new.outcome,
      new.severity, new.finding ->> 'grade', new.finding ->> 'pattern', happened,
      (happened at time zone coalesce(zone, 'UTC'))::date, new.found_at,
      public.review_deadline(new.severity, new.found_at, request.urgent_at),
      case when predecessor is not null then 'rule_changed' end, predecessor);
    return null;
  end if;
  select * into before from public.visit_finding f where f.id = known.finding_id;
  if (before.outcome, before.finding) is not distinct from (new.outcome, new.finding) then
    return null;
  end if;
  select r.* into request from public.visit_request r where r.id = new.request_id;
  reason := case when known.state = 'gone' then 'came_back'
    when new.through_event_id > before.through_event_id then 'late_event' else 'rule_changed' end;
  happened := coalesce((new.finding ->> 'at')::timestamptz, known.happened_at);
  select f.time_zone into zone from public.facility f where f.id = known.facility_id;
  update public.review_case c set
    finding_id = new.id, outcome = new.outcome, severity = case when new.outcome is null then c.severity else new.severity end,
    grade = coalesce(new.finding ->> 'grade', c.grade), pattern = coalesce(new.finding ->> 'pattern', c.pattern),
    happened_at = happened, day = (happened at time zone coalesce(zone, 'UTC'))::date,
    -- What nobody looked at, and what nobody has to look at any more, goes without a word.
    -- The same for what another version of the rule says in its place.
    state = case when new.outcome is distinct from 'breached'
        and (not exists (select from public.review_decision d where d.case_id = c.id)
          or exists (select from public.review_case f where f.follows_id = c.id)) then 'gone' else 'open' end,
    reopened = reason, opened_at = new.found_at,
    due_at = public.review_deadline(case when new.outcome is null then c.severity else new.severity end, new.found_at,
      request.urgent_at)
  where c.id = known.id;
  return null;
end $$;

CREATE FUNCTION public.gather_keys() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into public.person_keys (person_id, keys)
  select d.person_id, public.all_match_keys(public.match_keys(d.search_name, d.birth_date, d.birth_year, d.birth_basis))
  from public.person_description d
  where d.person_id in (
    select a.person_id from added a
    where not exists (select from public.merged_person m where m.person_id = a.person_id))
  group by d.person_id order by d.person_id
  on conflict (person_id) do update set keys = excluded.keys;
  if exists (select from public.merged_person m where m.person_id in (select a.person_id from added a)) then
    perform public.gather_keys_of(array(
      select o.person_id from public.merged_person o where o.shown_as in (
        select m.shown_as from public.merged_person m where m.person_id in (select a.person_id from added a))));
  end if;
  return null;
end $$;

CREATE FUNCTION public.gather_keys_of(people bigint[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  delete from public.person_keys k where k.person_id = any (people);
  insert into public.person_keys (person_id, keys)
  select coalesce(m.shown_as, d.person_id),
    public.all_match_keys(public.match_keys(d.search_name, d.birth_date, d.birth_year, d.birth_basis))
  from public.person_description d left join public.merged_person m on m.person_id = d.person_id
  where d.person_id = any (people)
  group by 1 order by 1
$$;

CREATE FUNCTION public.handoff_is_allowed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if not exists (select from public.account a where a.id = new.account_id and a.role = 'responder' and a.disabled_at is null)
  then
    raise exception using errcode = 'check_violation', message = 'reports are worked on by responders',
      table = tg_table_name, schema = 'public', constraint = 'Reports are worked on by responders';
  end if;
  return new;
end $$;

CREATE FUNCTION public.handoff_moves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  of_intake bigint;
begin
  if tg_table_name = 'handoff' then
    of_intake := new.intake_id;
  else
    update public.handoff h set state = case when new.kind = 'reminded' then h.state else new.kind end,
      answered_at = case when new.kind = 'reminded' then h.answered_at else new.at end
    where h.id = new.handoff_id returning h.intake_id into of_intake;
  end if;
  update public.intake i set due_at = public.intake_due(i.id) where i.id = of_intake;
  return null;
end $$;

CREATE FUNCTION public.hotline_event_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_setting('paradero.erasing', true) = 'on' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and current_setting('paradero.actor', true) = 'service:rotation'
    and to_jsonb(new) - 'note' = to_jsonb(old) - 'note' and new.note is not null and old.note is not null
  then
    return new;
  end if;
  raise exception using errcode = 'check_violation', message = 'what happened is only ever appended',
    table = tg_table_name, schema = 'public', constraint = 'What happened is only ever appended';
end $$;

CREATE FUNCTION public.installation_fits_accounts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from public.account where is_sample) then
    raise exception using errcode = 'check_violation', message = 'sample accounts exist only in a demo',
      table = 'installation', schema = 'public', constraint = 'A demo with sample accounts stays a demo';
  end if;
  return new;
end $$;

CREATE FUNCTION public.intake_begins() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update public.intake i set incident_id = new.id, due_at = public.intake_due(new.id) where i.id = new.id;
  return null;
end $$;

CREATE FUNCTION public.intake_due(wanted bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select case
    when i.status = 'closed' then null
    when o.due is not null then least(o.due, case when not o.is_kept then o.base end)
    when not o.is_kept then o.base
    else null end
  from public.intake i, lateral (
    select min(h.due_at) filter (where h.state = 'open') as due,
      -- A child alone is in good hands once somebody for children has taken over, and not before.
      coalesce(bool_or(h.state in ('accepted', 'done') and (i.dependent <> 'yes' or h.need = 'child'))
        or bool_or(h.state = 'open' and (i.dependent <> 'yes' or h.need = 'child')), false) as is_kept,
      greatest(i.taken_at, max(h.answered_at) filter (where h.state in ('declined', 'withdrawn')))
        + case when i.dependent = 'yes' then interval '15 minutes'
          when count(h.id) > 0 then interval '4 hours' else interval '24 hours' end as base
    from public.handoff h where h.intake_id = i.id
  ) o
  where i.id = wanted
$$;

CREATE FUNCTION public.intake_event_is_allowed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  known public.intake;
begin
  select * into known from public.intake i where i.id = new.intake_id for update;
  if not exists (select from public.account a where a.id = new.account_id and a.role = 'responder' and a.disabled_at is null)
  then
    raise exception using errcode = 'check_violation', message = 'reports are worked on by responders',
      table = tg_table_name, schema = 'public', constraint = 'Reports are worked on by responders';
  end if;
  if new.kind = 'status' and new.status = 'closed' then
    if exists (select from public.handoff h where h.intake_id = known.id and h.state = 'open') or not exists (
      select from public.handoff h join public.intake i on i.id = h.intake_id
      where i.incident_id = known.incident_id and h.state in ('accepted', 'done')
        and (known.dependent <> 'yes' or h.need = 'child'))
    then
      raise exception using errcode = 'check_violation', message = 'somebody has to take over first',
        table = tg_table_name, schema = 'public', constraint = 'Every report ends in a hand-off';
    end if;
    if exists (select from public.intake_contact c where c.intake_id = known.id and c.called_at is null) then
      raise exception using errcode = 'check_violation', message = 'the caller waits for a call',
        table = tg_table_name, schema = 'public', constraint = 'Who waits for a call is called first';
    end if;
  end if;
  return new;
end $$;

CREATE FUNCTION public.intake_moves() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  mine bigint;
  theirs bigint;
begin
  if new.kind = 'same' then
    select i.incident_id into mine from public.intake i where i.id = new.intake_id;
    select i.incident_id into theirs from public.intake i where i.id = new.other_id;
    update public.intake i set incident_id = least(mine, theirs) where i.incident_id in (mine, theirs);
  elsif new.kind = 'not_same' then
    -- The one that is parted stands alone; the others find a number that is still among them.
    select i.incident_id into mine from public.intake i where i.id = new.intake_id;
    select i.incident_id into theirs from public.intake i where i.id = new.other_id;
    update public.intake i set incident_id = case when i.id = new.intake_id then i.id else
        (select min(o.id) from public.intake o where o.incident_id = mine and o.id <> new.intake_id) end
    where i.incident_id = mine and mine = theirs;
  elsif new.kind = 'called' then
    update public.intake_contact c set called_at = case when new.outcome = 'not_reached' then c.called_at else new.at end
    where c.intake_id = new.intake_id;
  elsif new.kind = 'status' and new.status = 'closed' then
    delete from public.intake_contact c where c.intake_id = new.intake_id;
  end if;
  update public.intake i set
    status = coalesce(new.status, i.status), truth = coalesce(new.truth, i.truth),
    owner_id = case new.kind when 'take' then new.account_id when 'give_back' then null else i.owner_id end,
    person_id = coalesce(new.person_id, i.person_id),
    last_event_id = greatest(i.last_event_id, new.id), moved_at = greatest(i.moved_at, new.at)
  where i.id = new.intake_id;
  update public.intake i set due_at = public.intake_due(i.id) where i.id = new.intake_id;
  return null;
end $$;

CREATE FUNCTION public.legal_hold_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a hold is lifted once, and never changed or removed',
    table = 'legal_hold', schema = 'public', constraint = 'A hold stays what it is';
end $$;

CREATE FUNCTION public.match_keys(search_name text, birth_date date, birth_year smallint, birth_basis text) RETURNS integer[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
declare
  keys integer[] := '{}';
  word text;
begin
  foreach word in array string_to_array(search_name, ' ') loop
    keys := keys || hashtext(word);
  end loop;
  if birth_date is not null then
    keys := keys || (birth_date - date '0001-01-01');
  end if;
  if birth_year is not null then
    keys := keys || -birth_year::integer;
    -- Reckoned from an age: it is that year or the one before.
    if birth_basis = 'age' then
      keys := keys || 1 - birth_year;
    end if;
  end if;
  return keys;
end $$;

COMMENT ON FUNCTION public.match_keys(search_name text, birth_date date, birth_year smallint, birth_basis text) IS 'What a description is found by: hashed words of the name, the day and the years of birth.';

CREATE FUNCTION public.merge_anew() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  touched bigint[];
begin
  -- One change at a time: two decisions at once could join three people and see only two each.
  perform pg_advisory_xact_lock(7236827461013);
  select array_agg(distinct x.id) into touched from (
    select unnest(array[c.person_a, c.person_b]) as id from changed c
    union
    select m.person_id from changed c
    join public.merged_person k on k.person_id in (c.person_a, c.person_b)
    join public.merged_person m on m.shown_as = k.shown_as
  ) x;
  delete from public.merged_person m where m.person_id = any (touched);
  -- Also whoever the touched are one with now, through any chain; "union" ends cycles.
  insert into public.merged_person (person_id, shown_as)
  with recursive edge as (
    select d.person_a as one, d.person_b as other from public.pair_decision d where d.is_same and d.undone_at is null
    union all
    select d.person_b, d.person_a from public.pair_decision d where d.is_same and d.undone_at is null
  ), reached (start, id) as (
    select t.id, t.id from unnest(touched) t(id)
    union
    select r.start, e.other from reached r join edge e on e.one = r.id
  ), lowest as (
    select r.id, min(s.id) as shown_as
    from reached r join reached s on s.start = r.start
    group by r.id having count(distinct s.id) > 1
  )
  select l.id, l.shown_as from lowest l
  on conflict (person_id) do update set shown_as = excluded.shown_as;
  perform public.gather_keys_of(array(
    select unnest(touched) union
    select o.person_id from public.merged_person o where o.shown_as in (
      select m.shown_as from public.merged_person m where m.person_id = any (touched))));
  return null;
end $$;

CREATE FUNCTION public.never_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'rows of ' || tg_table_name || ' keep their place',
    table = tg_table_name, schema = 'public', constraint = tg_name;
end $$;

CREATE FUNCTION public.one_time_code_stays_used() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a code that was used stays used',
    table = 'one_time_code', schema = 'public', constraint = 'A code is used once';
end $$;

CREATE FUNCTION public.pair_decision_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a decision is undone once, and never changed',
    table = 'pair_decision', schema = 'public', constraint = 'A decision stays what it is';
end $$;

CREATE FUNCTION public.person_fits_batch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from (select distinct a.batch_id, a.is_sample from added a) a
    where not exists (select from public.batch b where b.id = a.batch_id and b.is_sample = a.is_sample))
  then
    raise exception using errcode = 'foreign_key_violation', message = 'there is no such batch of that kind',
      table = tg_table_name, schema = 'public', constraint = tg_name;
  end if;
  return null;
end $$;

CREATE FUNCTION public.place_day_is_known() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into public.place_day_known (facility_id, day, known_at, standing, least_minutes, most_minutes, posted_minutes,
    outcome, severity, breaches, events)
  values (new.facility_id, new.day, new.evaluated_at, new.standing, new.least_minutes, new.most_minutes,
    new.posted_minutes, new.outcome, new.severity, new.breaches, new.events);
  return null;
end $$;

CREATE FUNCTION public.place_event_corrects_its_own() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from public.place_event e where e.id = new.corrects_event_id and e.facility_id = new.facility_id)
  then
    raise exception using errcode = 'check_violation', message = 'an event corrects one of the same place',
      table = 'place_event', schema = 'public', constraint = 'An event corrects one of the same place';
  end if;
  return new;
end $$;

CREATE FUNCTION public.place_finding_is_reviewed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.place_tellers(place integer, about date, used bigint[], OUT accounts bigint[], OUT offices bigint[]) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.pseudonym_of(account bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  known integer;
begin
  loop
    select p.number into known from public.attorney_pseudonym p where p.account_id = account;
    exit when known is not null;
    insert into public.attorney_pseudonym (account_id, number)
    values (account, 10000 + floor(random() * 90000)::integer) on conflict do nothing;
  end loop;
  return known;
end $$;

CREATE FUNCTION public.recovery_code_stays_used() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a recovery code that was used stays used',
    table = 'recovery_code', schema = 'public', constraint = 'A recovery code is used once';
end $$;

CREATE FUNCTION public.review_deadline(severity text, opened timestamp with time zone, urgent timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select least(
    opened + case severity when 'red' then interval '3 days' when 'amber' then interval '10 days' else interval '30 days' end,
    case when urgent > opened then urgent end)
$$;

CREATE FUNCTION public.rulebook_file_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'what was applied of the rulebook stays',
    table = tg_table_name, schema = 'public', constraint = 'What was applied of the rulebook stays';
end $$;

CREATE FUNCTION public.second_factor_steps_on() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a code of an app works once',
    table = 'second_factor', schema = 'public', constraint = 'A code of an app works once';
end $$;

CREATE FUNCTION public.session_stays_ended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'check_violation', message = 'a session that ended stays ended',
    table = 'session', schema = 'public', constraint = 'A session that ended stays ended';
end $$;

CREATE FUNCTION public.visit_event_corrects_its_own() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from public.visit_event e where e.id = new.corrects_event_id and e.request_id = new.request_id)
  then
    raise exception using errcode = 'check_violation', message = 'an event corrects one of the same request',
      table = 'visit_event', schema = 'public', constraint = 'An event corrects one of the same request';
  end if;
  return new;
end $$;

CREATE FUNCTION public.visit_event_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'DELETE' and current_setting('paradero.erasing', true) = 'on' then
    return old;
  end if;
  raise exception using errcode = 'check_violation', message = 'what happened is only ever appended',
    table = tg_table_name, schema = 'public', constraint = 'What happened is only ever appended';
end $$;

CREATE AGGREGATE public.all_match_keys(integer[]) (
    SFUNC = array_cat,
    STYPE = integer[],
    PARALLEL = safe
);

COMMENT ON AGGREGATE public.all_match_keys(integer[]) IS 'The keys of several descriptions together.';

CREATE TABLE public.person_description (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    full_name text NOT NULL,
    given_names text,
    family_names text,
    birth_date date,
    birth_year smallint,
    birth_basis text,
    sex text,
    country character(2),
    reported_at timestamp with time zone NOT NULL,
    search_name text GENERATED ALWAYS AS (public.search_name(full_name)) STORED NOT NULL,
    CONSTRAINT "A birth date comes with its year" CHECK ((((birth_date IS NOT NULL) = COALESCE((birth_basis = 'date'::text), false)) AND ((birth_date IS NULL) OR ((birth_year)::numeric = EXTRACT(year FROM birth_date))))),
    CONSTRAINT "A birth is known by date, year or age" CHECK ((birth_basis = ANY (ARRAY['date'::text, 'year'::text, 'age'::text]))),
    CONSTRAINT "A birth says how it is known" CHECK (((birth_year IS NULL) = (birth_basis IS NULL))),
    CONSTRAINT "A birth year is plausible" CHECK (((birth_year >= 1850) AND (birth_year <= 2200))),
    CONSTRAINT "A country is two capital letters" CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "A description has a name" CHECK ((full_name <> ''::text)),
    CONSTRAINT "A sex is female, male or other" CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text])))
);
ALTER TABLE ONLY public.person_description ALTER COLUMN full_name SET STATISTICS 0;
ALTER TABLE ONLY public.person_description ALTER COLUMN given_names SET STATISTICS 0;
ALTER TABLE ONLY public.person_description ALTER COLUMN family_names SET STATISTICS 0;
ALTER TABLE ONLY public.person_description ALTER COLUMN search_name SET STATISTICS 0;

COMMENT ON COLUMN public.person_description.id IS 'plain, identity, with its batch: number';

COMMENT ON COLUMN public.person_description.person_id IS 'plain, identity, with its batch: who';

COMMENT ON COLUMN public.person_description.batch_id IS 'plain, provenance, with its batch: what told it';

COMMENT ON COLUMN public.person_description.full_name IS 'plain, identity, with its batch: the name as the source wrote it; plain because matching reads it';

COMMENT ON COLUMN public.person_description.given_names IS 'plain, identity, with its batch: given names, where the source told them apart';

COMMENT ON COLUMN public.person_description.family_names IS 'plain, identity, with its batch: family names, where the source told them apart';

COMMENT ON COLUMN public.person_description.birth_date IS 'plain, identity, with its batch: birth date; never shown to the public';

COMMENT ON COLUMN public.person_description.birth_year IS 'plain, identity, with its batch: birth year, of the date or alone; from an age, the likelier one';

COMMENT ON COLUMN public.person_description.birth_basis IS 'plain, identity, with its batch: whether a date, a year or an age was given';

COMMENT ON COLUMN public.person_description.sex IS 'plain, identity, with its batch: female, male or other';

COMMENT ON COLUMN public.person_description.country IS 'plain, identity, with its batch: ISO 3166-1 alpha-2 code of birth or citizenship';

COMMENT ON COLUMN public.person_description.reported_at IS 'plain, provenance, with its batch: when the source said so';

COMMENT ON COLUMN public.person_description.search_name IS 'plain, identity, with its batch: the name as names are compared';

CREATE VIEW paradero.shown_description AS
 SELECT d.person_id AS shown_as,
    d.id,
    d.person_id,
    d.batch_id,
    d.full_name,
    d.given_names,
    d.family_names,
    d.birth_date,
    d.birth_year,
    d.birth_basis,
    d.sex,
    d.country,
    d.reported_at,
    d.search_name
   FROM public.person_description d
  WHERE (NOT (EXISTS ( SELECT
           FROM public.merged_person m
          WHERE (m.person_id = d.person_id))))
UNION ALL
 SELECT m.shown_as,
    d.id,
    d.person_id,
    d.batch_id,
    d.full_name,
    d.given_names,
    d.family_names,
    d.birth_date,
    d.birth_year,
    d.birth_basis,
    d.sex,
    d.country,
    d.reported_at,
    d.search_name
   FROM (public.merged_person m
     JOIN public.person_description d ON ((d.person_id = m.person_id)));

CREATE TABLE public.person_identifier (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    CONSTRAINT "An A-number has nine digits or is sealed" CHECK (((kind <> 'a_number'::text) OR (value ~ '^([0-9]{9}|n1\.[A-Za-z0-9_-]{44})$'::text))),
    CONSTRAINT "An identifier is not empty" CHECK ((value <> ''::text)),
    CONSTRAINT "An identifier is of a known kind" CHECK ((kind = ANY (ARRAY['a_number'::text, 'booking'::text, 'subject'::text, 'anonymized'::text])))
);

COMMENT ON COLUMN public.person_identifier.id IS 'plain, identity, with its batch: number';

COMMENT ON COLUMN public.person_identifier.person_id IS 'plain, identity, with its batch: who';

COMMENT ON COLUMN public.person_identifier.batch_id IS 'plain, provenance, with its batch: what told it';

COMMENT ON COLUMN public.person_identifier.kind IS 'plain, identity, with its batch: A-number, booking, subject or anonymized identifier';

COMMENT ON COLUMN public.person_identifier.value IS 'service key, identity, with its batch: the identifier; an A-number sealed, the same for the same number, in nine digits until the service has sealed it; other identifiers plain; never shown to the public';

CREATE VIEW paradero.shown_identifier AS
 SELECT i.person_id AS shown_as,
    i.id,
    i.person_id,
    i.batch_id,
    i.kind,
    i.value
   FROM public.person_identifier i
  WHERE (NOT (EXISTS ( SELECT
           FROM public.merged_person m
          WHERE (m.person_id = i.person_id))))
UNION ALL
 SELECT m.shown_as,
    i.id,
    i.person_id,
    i.batch_id,
    i.kind,
    i.value
   FROM (public.merged_person m
     JOIN public.person_identifier i ON ((i.person_id = m.person_id)));

CREATE VIEW paradero.index_row AS
 SELECT d.shown_as AS person_id,
    'd'::text AS what,
    d.id,
    d.full_name AS text,
    d.given_names,
    d.family_names,
    d.birth_date AS day,
    d.birth_year,
    d.birth_basis,
    d.sex,
    (d.country)::text AS country,
        CASE
            WHEN (octet_length(d.full_name) <> length(d.full_name)) THEN d.search_name
            ELSE NULL::text
        END AS search_name,
    NULL::integer AS facility_id
   FROM paradero.shown_description d
  WHERE (NOT (d.batch_id IN ( SELECT b.id
           FROM public.batch b
          WHERE ((b.finished_at IS NULL) OR (b.withdrawn_at IS NOT NULL)))))
UNION ALL
 SELECT i.shown_as AS person_id,
    'n'::text AS what,
    i.id,
    i.value AS text,
    NULL::text AS given_names,
    NULL::text AS family_names,
    NULL::date AS day,
    NULL::smallint AS birth_year,
    NULL::text AS birth_basis,
    NULL::text AS sex,
    NULL::text AS country,
    NULL::text AS search_name,
    NULL::integer AS facility_id
   FROM paradero.shown_identifier i
  WHERE ((i.kind = 'a_number'::text) AND (NOT (i.batch_id IN ( SELECT b.id
           FROM public.batch b
          WHERE ((b.finished_at IS NULL) OR (b.withdrawn_at IS NOT NULL))))))
UNION ALL
 SELECT e.shown_as AS person_id,
    'a'::text AS what,
    e.id,
    e.place_text AS text,
    NULL::text AS given_names,
    NULL::text AS family_names,
    COALESCE(e.happened_on, ((e.happened_at AT TIME ZONE COALESCE(f.time_zone, 'America/Chicago'::text)))::date) AS day,
    NULL::smallint AS birth_year,
    NULL::text AS birth_basis,
    NULL::text AS sex,
    NULL::text AS country,
    NULL::text AS search_name,
    e.facility_id
   FROM (paradero.shown_event e
     LEFT JOIN public.facility f ON ((f.id = e.facility_id)))
  WHERE ((e.kind = ANY (ARRAY['arrest'::text, 'book_in'::text])) AND (NOT (e.batch_id IN ( SELECT b.id
           FROM public.batch b
          WHERE ((b.finished_at IS NULL) OR (b.withdrawn_at IS NOT NULL))))) AND (NOT (e.id IN ( SELECT c.corrects_event_id
           FROM (public.custody_event c
             JOIN paradero.live_batch b ON ((b.id = c.batch_id)))
          WHERE (c.corrects_event_id IS NOT NULL)))));

CREATE VIEW paradero.live_description AS
 SELECT d.id,
    d.person_id,
    d.batch_id,
    d.full_name,
    d.given_names,
    d.family_names,
    d.birth_date,
    d.birth_year,
    d.birth_basis,
    d.sex,
    d.country,
    d.reported_at,
    d.search_name,
    b.source_id,
    b.source_kind,
    b.trust,
    b.is_public,
    b.is_sample
   FROM (public.person_description d
     JOIN paradero.live_batch b ON ((b.id = d.batch_id)));

CREATE VIEW paradero.live_identifier AS
 SELECT i.id,
    i.person_id,
    i.batch_id,
    i.kind,
    i.value,
    b.source_id,
    b.source_kind,
    b.trust,
    b.is_public,
    b.is_sample
   FROM (public.person_identifier i
     JOIN paradero.live_batch b ON ((b.id = i.batch_id)));

CREATE TABLE public.duplicate_proposal (
    id bigint NOT NULL,
    person_a bigint NOT NULL,
    person_b bigint NOT NULL,
    bits double precision NOT NULL,
    probability double precision NOT NULL,
    reasons jsonb NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone,
    CONSTRAINT "A proposal's probability lies between 0 and 1" CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
    CONSTRAINT "A proposed pair is in order" CHECK ((person_a < person_b))
);

COMMENT ON COLUMN public.duplicate_proposal.id IS 'plain, bookkeeping, with its people: number';

COMMENT ON COLUMN public.duplicate_proposal.person_a IS 'plain, identity, with its people: one of two who may be the same, the lower number';

COMMENT ON COLUMN public.duplicate_proposal.person_b IS 'plain, identity, with its people: the other';

COMMENT ON COLUMN public.duplicate_proposal.bits IS 'plain, identity, with its people: the weight of what agrees';

COMMENT ON COLUMN public.duplicate_proposal.probability IS 'plain, identity, with its people: how likely it is that they are one';

COMMENT ON COLUMN public.duplicate_proposal.reasons IS 'plain, identity, with its people: the facts that were compared, how each agreed and what that weighs; no value of either side';

COMMENT ON COLUMN public.duplicate_proposal.proposed_at IS 'plain, bookkeeping, with its people: when it was first proposed';

COMMENT ON COLUMN public.duplicate_proposal.gone_at IS 'plain, bookkeeping, with its people: since when it no longer holds';

CREATE TABLE public.pair_decision (
    id bigint NOT NULL,
    person_a bigint NOT NULL,
    person_b bigint NOT NULL,
    is_same boolean NOT NULL,
    why text NOT NULL,
    decided_by bigint NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    undone_why text,
    undone_by bigint,
    undone_at timestamp with time zone,
    CONSTRAINT "A decided pair is in order" CHECK ((person_a < person_b)),
    CONSTRAINT "A decision has a reason" CHECK ((why <> ''::text)),
    CONSTRAINT "A decision is undone after it was made" CHECK ((undone_at >= decided_at)),
    CONSTRAINT "An undoing has a reason" CHECK ((undone_why <> ''::text)),
    CONSTRAINT "An undoing says who, when and why" CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone_why IS NULL))))
);
ALTER TABLE ONLY public.pair_decision ALTER COLUMN why SET STATISTICS 0;
ALTER TABLE ONLY public.pair_decision ALTER COLUMN undone_why SET STATISTICS 0;

COMMENT ON COLUMN public.pair_decision.id IS 'plain, bookkeeping, with its people: number';

COMMENT ON COLUMN public.pair_decision.person_a IS 'plain, identity, with its people: one of two, the lower number';

COMMENT ON COLUMN public.pair_decision.person_b IS 'plain, identity, with its people: the other';

COMMENT ON COLUMN public.pair_decision.is_same IS 'plain, identity, with its people: whether they are one person';

COMMENT ON COLUMN public.pair_decision.why IS 'plain, staff, with its people: the reason, in the words of who decided';

COMMENT ON COLUMN public.pair_decision.decided_by IS 'plain, staff, with its people: the account that decided';

COMMENT ON COLUMN public.pair_decision.decided_at IS 'plain, staff, with its people: when';

COMMENT ON COLUMN public.pair_decision.undone_why IS 'plain, staff, with its people: the reason for taking it back';

COMMENT ON COLUMN public.pair_decision.undone_by IS 'plain, staff, with its people: the account that took it back';

COMMENT ON COLUMN public.pair_decision.undone_at IS 'plain, staff, with its people: when';

CREATE VIEW paradero.open_proposal AS
 SELECT DISTINCT ON (LEAST(x.a, x.b), GREATEST(x.a, x.b)) x.id,
    LEAST(x.a, x.b) AS person_a,
    GREATEST(x.a, x.b) AS person_b,
    x.bits,
    x.probability,
    x.reasons,
    x.proposed_at
   FROM ( SELECT p.id,
            p.bits,
            p.probability,
            p.reasons,
            p.proposed_at,
            COALESCE(m.shown_as, p.person_a) AS a,
            COALESCE(n.shown_as, p.person_b) AS b
           FROM ((public.duplicate_proposal p
             LEFT JOIN public.merged_person m ON ((m.person_id = p.person_a)))
             LEFT JOIN public.merged_person n ON ((n.person_id = p.person_b)))
          WHERE (p.gone_at IS NULL)) x
  WHERE ((x.a <> x.b) AND (NOT (EXISTS ( SELECT
           FROM ((public.pair_decision d
             LEFT JOIN public.merged_person m ON ((m.person_id = d.person_a)))
             LEFT JOIN public.merged_person n ON ((n.person_id = d.person_b)))
          WHERE ((NOT d.is_same) AND (d.undone_at IS NULL) AND (((COALESCE(m.shown_as, d.person_a) = x.a) AND (COALESCE(n.shown_as, d.person_b) = x.b)) OR ((COALESCE(m.shown_as, d.person_a) = x.b) AND (COALESCE(n.shown_as, d.person_b) = x.a))))))))
  ORDER BY LEAST(x.a, x.b), GREATEST(x.a, x.b), x.bits DESC, x.id;

CREATE TABLE public.account (
    id bigint NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    signed_in_at timestamp with time zone,
    disabled_at timestamp with time zone,
    office_id bigint,
    organisation_id bigint,
    supervisor_id bigint,
    CONSTRAINT "A monitor belongs to an organisation" CHECK (((role <> 'monitor'::text) OR (organisation_id IS NOT NULL))),
    CONSTRAINT "A role is a known one" CHECK ((role = ANY (ARRAY['operator'::text, 'responder'::text, 'attorney'::text, 'assistant'::text, 'interpreter'::text, 'monitor'::text]))),
    CONSTRAINT "An account is disabled after it was made" CHECK ((disabled_at >= created_at)),
    CONSTRAINT "An account signs in after it was made" CHECK ((signed_in_at >= created_at)),
    CONSTRAINT "An account's name is small letters, digits, dots and dashes" CHECK (((name ~ '^[a-z][a-z0-9]*([.-][a-z0-9]+)*$'::text) AND (length(name) <= 40))),
    CONSTRAINT "Assistants and interpreters, and they alone, work under an atto" CHECK (((role = ANY (ARRAY['assistant'::text, 'interpreter'::text])) = (supervisor_id IS NOT NULL))),
    CONSTRAINT "Who works for clients belongs to an office" CHECK (((role <> ALL (ARRAY['attorney'::text, 'assistant'::text, 'interpreter'::text])) OR (office_id IS NOT NULL)))
);

ALTER TABLE ONLY public.account FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.account.id IS 'plain, staff, kept: number';

COMMENT ON COLUMN public.account.name IS 'plain, staff, kept: what the account is called; need not be the person''s name';

COMMENT ON COLUMN public.account.role IS 'plain, staff, kept: operator, responder, attorney, assistant, interpreter or monitor';

COMMENT ON COLUMN public.account.is_sample IS 'plain, staff, kept: whether it is a demo''s, whose codes are printed';

COMMENT ON COLUMN public.account.created_at IS 'plain, bookkeeping, kept: when it was made';

COMMENT ON COLUMN public.account.signed_in_at IS 'plain, staff, kept: when somebody last signed in with it';

COMMENT ON COLUMN public.account.disabled_at IS 'plain, staff, kept: since when it can no longer sign in';

COMMENT ON COLUMN public.account.office_id IS 'plain, staff, kept: the office that an attorney belongs to';

COMMENT ON COLUMN public.account.organisation_id IS 'plain, staff, kept: the organisation that a monitor or responder belongs to';

COMMENT ON COLUMN public.account.supervisor_id IS 'plain, staff, kept: the attorney whom an assistant or interpreter works under';

ALTER TABLE public.account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_password (
    account_id bigint NOT NULL,
    encoded text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT "A password is kept as Argon2id, with what was done to it before" CHECK ((encoded ~ '^nfc(\+pepper)?:\$argon2id\$v=19\$m=[0-9]+,t=[0-9]+,p=[0-9]+\$[^$]+\$[^$]+$'::text))
);

ALTER TABLE ONLY public.account_password FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.account_password.account_id IS 'plain, staff, until it is replaced: whose password';

COMMENT ON COLUMN public.account_password.encoded IS 'plain, secret, until it is replaced: Argon2id of the password''s NFC form, after the service''s pepper where it says so';

COMMENT ON COLUMN public.account_password.set_at IS 'plain, staff, until it is replaced: when it was set';

CREATE TABLE public.alert (
    id bigint NOT NULL,
    place text NOT NULL,
    state character(2) NOT NULL,
    zone text NOT NULL,
    band_start timestamp with time zone NOT NULL,
    band_end timestamp with time zone NOT NULL,
    what text NOT NULL,
    basis text NOT NULL,
    account_id bigint NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    standing text DEFAULT 'live'::text NOT NULL,
    CONSTRAINT "An alert expires in hours" CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '12:00:00'::interval)))),
    CONSTRAINT "An alert names a place" CHECK (((length(btrim(place)) >= 3) AND (length(btrim(place)) <= 120))),
    CONSTRAINT "An alert names two hours" CHECK (((band_end > band_start) AND (band_end <= (band_start + '02:00:00'::interval)))),
    CONSTRAINT "An alert stands on two sources or an observer" CHECK ((basis = ANY (ARRAY['two_sources'::text, 'observer'::text]))),
    CONSTRAINT "An alert stands where its corrections put it" CHECK ((standing = ANY (ARRAY['live'::text, 'corrected'::text, 'false_alarm'::text, 'in_doubt'::text, 'over'::text]))),
    CONSTRAINT "An alert's state is two capital letters" CHECK ((state ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "What an alert is about is of a known kind" CHECK ((what = ANY (ARRAY['arrest'::text, 'raid'::text, 'checkpoint'::text, 'agents'::text])))
);

ALTER TABLE ONLY public.alert FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.alert.id IS 'plain, bookkeeping, 90 days: number';

COMMENT ON COLUMN public.alert.place IS 'plain, place, 90 days: where, in words for the public';

COMMENT ON COLUMN public.alert.state IS 'plain, place, 90 days: postal code of the state';

COMMENT ON COLUMN public.alert.zone IS 'plain, place, 90 days: by which clock';

COMMENT ON COLUMN public.alert.band_start IS 'plain, place, 90 days: the beginning of the hours that are named';

COMMENT ON COLUMN public.alert.band_end IS 'plain, place, 90 days: the end of them';

COMMENT ON COLUMN public.alert.what IS 'plain, place, 90 days: what kind of thing';

COMMENT ON COLUMN public.alert.basis IS 'plain, bookkeeping, 90 days: what it stands on';

COMMENT ON COLUMN public.alert.account_id IS 'plain, staff, 90 days: who published it';

COMMENT ON COLUMN public.alert.is_sample IS 'plain, bookkeeping, 90 days: whether it is invented';

COMMENT ON COLUMN public.alert.made_at IS 'plain, bookkeeping, 90 days: when it was published';

COMMENT ON COLUMN public.alert.expires_at IS 'plain, bookkeeping, 90 days: until when it is shown';

COMMENT ON COLUMN public.alert.standing IS 'plain, bookkeeping, 90 days: live, corrected, a false alarm, in doubt or over';

CREATE TABLE public.alert_event (
    id bigint NOT NULL,
    alert_id bigint NOT NULL,
    kind text NOT NULL,
    place text,
    band_start timestamp with time zone,
    band_end timestamp with time zone,
    account_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "A corrected alert names two hours" CHECK (((band_end > band_start) AND (band_end <= (band_start + '02:00:00'::interval)))),
    CONSTRAINT "A corrected place is short" CHECK (((length(btrim(place)) >= 3) AND (length(btrim(place)) <= 120))),
    CONSTRAINT "A correction is of a known kind" CHECK ((kind = ANY (ARRAY['corrected'::text, 'false_alarm'::text, 'in_doubt'::text, 'over'::text]))),
    CONSTRAINT "A correction says what is right" CHECK ((((kind = 'corrected'::text) = (place IS NOT NULL)) AND ((place IS NULL) = (band_start IS NULL)) AND ((place IS NULL) = (band_end IS NULL))))
);

ALTER TABLE ONLY public.alert_event FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.alert_event.id IS 'plain, bookkeeping, 90 days: number';

COMMENT ON COLUMN public.alert_event.alert_id IS 'plain, bookkeeping, 90 days: of which alert';

COMMENT ON COLUMN public.alert_event.kind IS 'plain, bookkeeping, 90 days: corrected, a false alarm, in doubt or over';

COMMENT ON COLUMN public.alert_event.place IS 'plain, place, 90 days: the right place';

COMMENT ON COLUMN public.alert_event.band_start IS 'plain, place, 90 days: the beginning of the right hours';

COMMENT ON COLUMN public.alert_event.band_end IS 'plain, place, 90 days: the end of them';

COMMENT ON COLUMN public.alert_event.account_id IS 'plain, staff, 90 days: who said so';

COMMENT ON COLUMN public.alert_event.at IS 'plain, bookkeeping, 90 days: when';

ALTER TABLE public.alert_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alert_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.alert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.alert_message (
    id bigint NOT NULL,
    message_id uuid DEFAULT gen_random_uuid() NOT NULL,
    alert_id bigint NOT NULL,
    event_id bigint,
    subscriber_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT "A message of an alert is in a known state" CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text, 'dropped'::text])))
);

ALTER TABLE ONLY public.alert_message FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.alert_message.id IS 'plain, bookkeeping, 90 days: number';

COMMENT ON COLUMN public.alert_message.message_id IS 'plain, bookkeeping, 90 days: the name of the message in its headers';

COMMENT ON COLUMN public.alert_message.alert_id IS 'plain, bookkeeping, 90 days: of which alert';

COMMENT ON COLUMN public.alert_message.event_id IS 'plain, bookkeeping, 90 days: the correction that it tells of';

COMMENT ON COLUMN public.alert_message.subscriber_id IS 'plain, bookkeeping, 90 days: to whom; the address is sealed there';

COMMENT ON COLUMN public.alert_message.state IS 'plain, bookkeeping, 90 days: waiting, sending, sent, failed, uncertain or dropped';

COMMENT ON COLUMN public.alert_message.attempts IS 'plain, bookkeeping, 90 days: how often it was refused for the moment';

COMMENT ON COLUMN public.alert_message.queued_at IS 'plain, bookkeeping, 90 days: when it was queued';

COMMENT ON COLUMN public.alert_message.next_at IS 'plain, bookkeeping, 90 days: when it is tried';

COMMENT ON COLUMN public.alert_message.moved_at IS 'plain, bookkeeping, 90 days: when its state last changed';

ALTER TABLE public.alert_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alert_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.alert_source (
    alert_id bigint NOT NULL,
    intake_id bigint NOT NULL
);

ALTER TABLE ONLY public.alert_source FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.alert_source.alert_id IS 'plain, bookkeeping, 90 days: which alert';

COMMENT ON COLUMN public.alert_source.intake_id IS 'plain, bookkeeping, 90 days: a report that it stands on';

CREATE TABLE public.alert_subscriber (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    selector bytea NOT NULL,
    contact bytea,
    language text NOT NULL,
    states text[] DEFAULT '{}'::text[] NOT NULL,
    subscribed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT "A subscriber's address is short" CHECK ((octet_length(contact) <= 4096)),
    CONSTRAINT "A subscriber's box is known by 16 bytes" CHECK ((octet_length(selector) = 16)),
    CONSTRAINT "A subscriber's language is a code" CHECK ((language ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT "Who subscribes left an address" CHECK (((ended_at IS NOT NULL) OR (contact IS NOT NULL)))
);
ALTER TABLE ONLY public.alert_subscriber ALTER COLUMN selector SET STATISTICS 0;
ALTER TABLE ONLY public.alert_subscriber ALTER COLUMN contact SET STATISTICS 0;

ALTER TABLE ONLY public.alert_subscriber FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.alert_subscriber.id IS 'plain, bookkeeping, a day after it ends: number';

COMMENT ON COLUMN public.alert_subscriber.account_id IS 'plain, staff, a day after it ends: who subscribed';

COMMENT ON COLUMN public.alert_subscriber.selector IS 'plain, secret, a day after it ends: what the address is sealed to';

COMMENT ON COLUMN public.alert_subscriber.contact IS 'keeper key, identity, a day after it ends: the address';

COMMENT ON COLUMN public.alert_subscriber.language IS 'plain, bookkeeping, a day after it ends: the language of the mail';

COMMENT ON COLUMN public.alert_subscriber.states IS 'plain, place, a day after it ends: for which states; empty for all';

COMMENT ON COLUMN public.alert_subscriber.subscribed_at IS 'plain, bookkeeping, a day after it ends: since when';

COMMENT ON COLUMN public.alert_subscriber.ended_at IS 'plain, bookkeeping, a day after it ends: when it ended';

ALTER TABLE public.alert_subscriber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alert_subscriber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.api_token (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    label text NOT NULL,
    token_sha256 bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_on date,
    revoked_at timestamp with time zone,
    CONSTRAINT "A token has a label" CHECK (((label <> ''::text) AND (length(label) <= 60))),
    CONSTRAINT "A token is for something" CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 10))),
    CONSTRAINT "A token is revoked after it was made" CHECK ((revoked_at >= created_at)),
    CONSTRAINT "A token lasts a year at most" CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '366 days'::interval)))),
    CONSTRAINT "An API token is kept as a SHA-256" CHECK ((octet_length(token_sha256) = 32))
);

ALTER TABLE ONLY public.api_token FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.api_token.id IS 'plain, bookkeeping, 90 days after it ends: number';

COMMENT ON COLUMN public.api_token.account_id IS 'plain, staff, 90 days after it ends: whose token';

COMMENT ON COLUMN public.api_token.label IS 'plain, staff, 90 days after it ends: what its owner calls it';

COMMENT ON COLUMN public.api_token.token_sha256 IS 'plain, secret, 90 days after it ends: hash of its 256 random bits';

COMMENT ON COLUMN public.api_token.scopes IS 'plain, staff, 90 days after it ends: what it may be used for';

COMMENT ON COLUMN public.api_token.created_at IS 'plain, staff, 90 days after it ends: when it was made';

COMMENT ON COLUMN public.api_token.expires_at IS 'plain, bookkeeping, 90 days after it ends: when it ends';

COMMENT ON COLUMN public.api_token.last_used_on IS 'plain, staff, 90 days after it ends: the day of its last use';

COMMENT ON COLUMN public.api_token.revoked_at IS 'plain, staff, 90 days after it ends: when its owner took it back';

ALTER TABLE public.api_token ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.api_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.attempt_throttle (
    space text NOT NULL,
    clear_at timestamp with time zone NOT NULL,
    CONSTRAINT "A space of secrets has a name" CHECK ((space <> ''::text))
);

COMMENT ON COLUMN public.attempt_throttle.space IS 'plain, bookkeeping, a day after it is over: which secrets were tried: a kind, or a kind and a number';

COMMENT ON COLUMN public.attempt_throttle.clear_at IS 'plain, bookkeeping, a day after it is over: when the attempts counted so far are forgotten';

CREATE TABLE public.attorney_application (
    id bigint NOT NULL,
    name text NOT NULL,
    bar_state character(2) NOT NULL,
    bar_number text NOT NULL,
    office text NOT NULL,
    account_name text NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    decided_at timestamp with time zone,
    decided_by bigint,
    called_number text,
    called_on date,
    note text,
    account_id bigint,
    CONSTRAINT "A bar number has one to twenty signs" CHECK ((bar_number ~ '^[0-9A-Za-z ./-]{1,20}$'::text)),
    CONSTRAINT "A bar's state is two capital letters" CHECK ((bar_state ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "A decision has a time and somebody who made it" CHECK ((((state = 'waiting'::text) = (decided_at IS NULL)) AND ((state = 'waiting'::text) = (decided_by IS NULL)))),
    CONSTRAINT "A note is short" CHECK ((length(note) <= 500)),
    CONSTRAINT "A number that was called is short" CHECK (((length(called_number) >= 7) AND (length(called_number) <= 40))),
    CONSTRAINT "A wished name is small letters, digits, dots and dashes" CHECK (((account_name ~ '^[a-z][a-z0-9]*([.-][a-z0-9]+)*$'::text) AND (length(account_name) <= 40))),
    CONSTRAINT "An application names a person" CHECK (((name <> ''::text) AND (length(name) <= 120))),
    CONSTRAINT "An application names an office" CHECK (((office <> ''::text) AND (length(office) <= 120))),
    CONSTRAINT "An application waits, is verified or refused" CHECK ((state = ANY (ARRAY['waiting'::text, 'verified'::text, 'refused'::text]))),
    CONSTRAINT "Who is verified was called and has an account" CHECK ((((state = 'verified'::text) = (account_id IS NOT NULL)) AND ((state <> 'verified'::text) OR ((called_number IS NOT NULL) AND (called_on IS NOT NULL)))))
);

ALTER TABLE ONLY public.attorney_application FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.attorney_application.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.attorney_application.name IS 'plain, staff, three years: the attorney''s name as the bar lists it';

COMMENT ON COLUMN public.attorney_application.bar_state IS 'plain, staff, three years: which state''s bar';

COMMENT ON COLUMN public.attorney_application.bar_number IS 'plain, staff, three years: the number there';

COMMENT ON COLUMN public.attorney_application.office IS 'plain, staff, three years: the office';

COMMENT ON COLUMN public.attorney_application.account_name IS 'plain, staff, three years: what the account should be called';

COMMENT ON COLUMN public.attorney_application.is_sample IS 'plain, staff, three years: whether it is a demo''s, invented';

COMMENT ON COLUMN public.attorney_application.created_at IS 'plain, bookkeeping, three years: when it was sent';

COMMENT ON COLUMN public.attorney_application.state IS 'plain, staff, three years: waiting, verified or refused';

COMMENT ON COLUMN public.attorney_application.decided_at IS 'plain, staff, three years: when it was decided';

COMMENT ON COLUMN public.attorney_application.decided_by IS 'plain, staff, three years: the operator who decided';

COMMENT ON COLUMN public.attorney_application.called_number IS 'plain, staff, three years: the number that the bar lists and that was called';

COMMENT ON COLUMN public.attorney_application.called_on IS 'plain, staff, three years: the day of the call';

COMMENT ON COLUMN public.attorney_application.note IS 'plain, staff, three years: what was noted of it';

COMMENT ON COLUMN public.attorney_application.account_id IS 'plain, staff, three years: the account that was made';

ALTER TABLE public.attorney_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attorney_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.attorney_pseudonym (
    account_id bigint NOT NULL,
    number integer NOT NULL,
    CONSTRAINT "A pseudonym has five digits" CHECK (((number >= 10000) AND (number <= 99999)))
);

ALTER TABLE ONLY public.attorney_pseudonym FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.attorney_pseudonym.account_id IS 'plain, staff, kept: whose pseudonym it is';

COMMENT ON COLUMN public.attorney_pseudonym.number IS 'plain, bookkeeping, kept: what monitors call the attorney; drawn by lot';

CREATE TABLE public.audit_checkpoint (
    seq bigint NOT NULL,
    line text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    CONSTRAINT "A checkpoint is a signed line" CHECK ((line ~ '^paradero-checkpoint-1 [1-9][0-9]* [0-9a-f]{64} [-0-9:TZ]{20} [0-9a-f]{64} [0-9a-f]{128}$'::text)),
    CONSTRAINT "A checkpoint is of a number in the log" CHECK ((seq > 0))
);

COMMENT ON COLUMN public.audit_checkpoint.seq IS 'plain, bookkeeping, kept: number of the entry with which the log ended';

COMMENT ON COLUMN public.audit_checkpoint.line IS 'plain, bookkeeping, kept: the signed line that others keep too';

COMMENT ON COLUMN public.audit_checkpoint.signed_at IS 'plain, bookkeeping, kept: when it was signed';

ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_head (
    only_one boolean DEFAULT true NOT NULL,
    seq bigint NOT NULL,
    leaf_sha256 bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT "A database has one audit log" CHECK (only_one),
    CONSTRAINT "A head has 32 bytes" CHECK ((octet_length(leaf_sha256) = 32))
);

COMMENT ON COLUMN public.audit_head.only_one IS 'plain, bookkeeping, kept: always true: there is one row';

COMMENT ON COLUMN public.audit_head.seq IS 'plain, bookkeeping, kept: number of the last sealed entry';

COMMENT ON COLUMN public.audit_head.leaf_sha256 IS 'plain, bookkeeping, kept: its leaf';

COMMENT ON COLUMN public.audit_head.sealed_at IS 'plain, bookkeeping, kept: when it was sealed';

CREATE TABLE public.automatic_answer (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    rule text NOT NULL,
    by_number boolean NOT NULL,
    is_new boolean NOT NULL,
    CONSTRAINT "An answer was earned by a rule" CHECK ((rule <> ''::text))
);

COMMENT ON COLUMN public.automatic_answer.id IS 'plain, bookkeeping, 30 days: number';

COMMENT ON COLUMN public.automatic_answer.person_id IS 'plain, identity, 30 days: who was told of; never to whom';

COMMENT ON COLUMN public.automatic_answer.answered_at IS 'plain, bookkeeping, 30 days: when';

COMMENT ON COLUMN public.automatic_answer.rule IS 'plain, bookkeeping, 30 days: the rule of disclosure that was earned';

COMMENT ON COLUMN public.automatic_answer.by_number IS 'plain, bookkeeping, 30 days: whether an A-number was part of it';

COMMENT ON COLUMN public.automatic_answer.is_new IS 'plain, bookkeeping, 30 days: whether nobody was told of them in the month before';

ALTER TABLE public.automatic_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.automatic_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.automatic_closing (
    id bigint NOT NULL,
    by_number boolean NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    answered integer NOT NULL,
    usual integer NOT NULL,
    opened_at timestamp with time zone,
    opened_by bigint,
    CONSTRAINT "A closing counts answers" CHECK ((answered >= 0)),
    CONSTRAINT "A closing ends after it began" CHECK ((until > closed_at)),
    CONSTRAINT "A closing says what is usual" CHECK ((usual >= 0)),
    CONSTRAINT "Answers are opened after they were closed" CHECK ((opened_at >= closed_at))
);

COMMENT ON COLUMN public.automatic_closing.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.automatic_closing.by_number IS 'plain, bookkeeping, kept: whether answers by A-numbers were closed, or all others';

COMMENT ON COLUMN public.automatic_closing.closed_at IS 'plain, bookkeeping, kept: since when automatic answers were closed';

COMMENT ON COLUMN public.automatic_closing.until IS 'plain, bookkeeping, kept: until when, if nobody opens them';

COMMENT ON COLUMN public.automatic_closing.answered IS 'plain, bookkeeping, kept: how many people had been answered anew in the day before';

COMMENT ON COLUMN public.automatic_closing.usual IS 'plain, bookkeeping, kept: how many are usual in a day';

COMMENT ON COLUMN public.automatic_closing.opened_at IS 'plain, bookkeeping, kept: when they were opened again';

COMMENT ON COLUMN public.automatic_closing.opened_by IS 'plain, staff, kept: the account that opened them; none at the command line';

ALTER TABLE public.automatic_closing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.automatic_closing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.automatic_stop (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    stopped_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    seen_by bigint,
    seen_at timestamp with time zone,
    CONSTRAINT "A stop ends after it began" CHECK ((until > stopped_at)),
    CONSTRAINT "Who has seen a stop has seen it at some time" CHECK (((seen_by IS NULL) = (seen_at IS NULL)))
);

COMMENT ON COLUMN public.automatic_stop.id IS 'plain, bookkeeping, 30 days: number';

COMMENT ON COLUMN public.automatic_stop.person_id IS 'plain, identity, 30 days: whose automatic answers have stopped';

COMMENT ON COLUMN public.automatic_stop.stopped_at IS 'plain, bookkeeping, 30 days: since when';

COMMENT ON COLUMN public.automatic_stop.until IS 'plain, bookkeeping, 30 days: until when';

COMMENT ON COLUMN public.automatic_stop.seen_by IS 'plain, staff, 30 days: the responder who has taken note';

COMMENT ON COLUMN public.automatic_stop.seen_at IS 'plain, bookkeeping, 30 days: when';

ALTER TABLE public.automatic_stop ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.automatic_stop_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.callback (
    id bigint NOT NULL,
    search_id bigint NOT NULL,
    reason text NOT NULL,
    needs_two boolean DEFAULT false NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    owner_id bigint,
    taken_at timestamp with time zone,
    agreed_by bigint,
    agreed_at timestamp with time zone,
    tries smallint DEFAULT 0 NOT NULL,
    outcome text,
    done_at timestamp with time zone,
    CONSTRAINT "A call ends in a known way" CHECK ((outcome = ANY (ARRAY['told'::text, 'passed on'::text, 'nothing to tell'::text, 'not reached'::text, 'wrong number'::text, 'not wanted'::text]))),
    CONSTRAINT "A call ends with an outcome" CHECK (((outcome IS NULL) = (done_at IS NULL))),
    CONSTRAINT "A call has a known reason" CHECK ((reason = ANY (ARRAY['asked'::text, 'not earned'::text, 'protected'::text, 'locked'::text]))),
    CONSTRAINT "A call is due after it was asked for" CHECK ((due_at >= asked_at)),
    CONSTRAINT "A call that is taken has an owner" CHECK (((owner_id IS NULL) = (taken_at IS NULL))),
    CONSTRAINT "Of the protected two have agreed before anything is told" CHECK (((NOT needs_two) OR (agreed_by IS NOT NULL) OR (COALESCE(outcome, ''::text) <> ALL (ARRAY['told'::text, 'passed on'::text])))),
    CONSTRAINT "Two different people agree" CHECK ((agreed_by <> owner_id)),
    CONSTRAINT "Who agrees does it at a moment" CHECK (((agreed_by IS NULL) = (agreed_at IS NULL)))
);

ALTER TABLE ONLY public.callback FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.callback.id IS 'plain, bookkeeping, with its search: number';

COMMENT ON COLUMN public.callback.search_id IS 'plain, bookkeeping, with its search: the search of the family that waits';

COMMENT ON COLUMN public.callback.reason IS 'plain, bookkeeping, with its search: why a person calls';

COMMENT ON COLUMN public.callback.needs_two IS 'plain, bookkeeping, with its search: whether two have to agree before anything is told';

COMMENT ON COLUMN public.callback.asked_at IS 'plain, bookkeeping, with its search: when the family asked';

COMMENT ON COLUMN public.callback.due_at IS 'plain, bookkeeping, with its search: by when somebody has to have called';

COMMENT ON COLUMN public.callback.owner_id IS 'plain, staff, with its search: the responder who took it';

COMMENT ON COLUMN public.callback.taken_at IS 'plain, bookkeeping, with its search: when it was taken';

COMMENT ON COLUMN public.callback.agreed_by IS 'plain, staff, with its search: the second responder who agreed';

COMMENT ON COLUMN public.callback.agreed_at IS 'plain, bookkeeping, with its search: when the second agreed';

COMMENT ON COLUMN public.callback.tries IS 'plain, bookkeeping, with its search: how often nobody was reached';

COMMENT ON COLUMN public.callback.outcome IS 'plain, bookkeeping, with its search: how it ended';

COMMENT ON COLUMN public.callback.done_at IS 'plain, bookkeeping, with its search: when it ended';

ALTER TABLE public.callback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.callback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.change (
    seq bigint NOT NULL,
    kind text NOT NULL,
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A change is of a known kind" CHECK ((kind = ANY (ARRAY['person'::text, 'batch'::text, 'batch_withdrawn'::text, 'facility'::text, 'search'::text])))
);

COMMENT ON COLUMN public.change.seq IS 'plain, bookkeeping, 90 days: number, in the order of commits';

COMMENT ON COLUMN public.change.kind IS 'plain, bookkeeping, 90 days: person, batch, batch_withdrawn, facility or search';

COMMENT ON COLUMN public.change.id IS 'plain, bookkeeping, 90 days: which one';

COMMENT ON COLUMN public.change.at IS 'plain, bookkeeping, 90 days: when';

ALTER TABLE public.change ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.change_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contact_opening (
    id bigint NOT NULL,
    callback_id bigint,
    account_id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    intake_id bigint
);

ALTER TABLE ONLY public.contact_opening FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.contact_opening.id IS 'plain, bookkeeping, 90 days: number';

COMMENT ON COLUMN public.contact_opening.callback_id IS 'plain, bookkeeping, 90 days: the call that it was opened for; empty once that is deleted';

COMMENT ON COLUMN public.contact_opening.account_id IS 'plain, staff, 90 days: the responder it was opened for';

COMMENT ON COLUMN public.contact_opening.opened_at IS 'plain, bookkeeping, 90 days: when it was opened';

COMMENT ON COLUMN public.contact_opening.intake_id IS 'plain, bookkeeping, 90 days: the report that it was opened for; empty once that is erased';

ALTER TABLE public.contact_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contact_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.custody_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.custody_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.deleted_search (
    selector bytea NOT NULL,
    deleted_at timestamp with time zone NOT NULL,
    CONSTRAINT "A deleted receipt is known by 16 bytes" CHECK ((octet_length(selector) = 16))
);

ALTER TABLE ONLY public.deleted_search FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.deleted_search.selector IS 'service key, secret, kept: keyed hash of a receipt whose search was deleted: it does not come back';

COMMENT ON COLUMN public.deleted_search.deleted_at IS 'plain, bookkeeping, kept: when it was deleted';

ALTER TABLE public.duplicate_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duplicate_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    account_id bigint,
    way text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    copy_bytes integer,
    copy_sha256 bytea,
    grade text NOT NULL,
    made_at timestamp with time zone,
    made_precision text,
    recorded_at timestamp with time zone NOT NULL,
    told bytea NOT NULL,
    message_key bytea,
    CONSTRAINT "A copy has a size and a SHA-256" CHECK (((copy_bytes IS NULL) = (copy_sha256 IS NULL))),
    CONSTRAINT "A copy is held to by a SHA-256" CHECK ((octet_length(copy_sha256) = 32)),
    CONSTRAINT "A copy is not empty" CHECK ((copy_bytes > 0)),
    CONSTRAINT "A file has up to 25 MiB" CHECK (((bytes >= 1) AND (bytes <= 26214400))),
    CONSTRAINT "A file is evidence of grade A to D" CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
    CONSTRAINT "A file is held to by a SHA-256" CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT "A file is of a kind that is taken" CHECK ((kind = ANY (ARRAY['mail'::text, 'pdf'::text, 'jpeg'::text, 'png'::text, 'heic'::text, 'text'::text]))),
    CONSTRAINT "A file was added by somebody, or came by mail" CHECK (((account_id IS NULL) = (way = 'mailed'::text))),
    CONSTRAINT "A file was uploaded, pasted or mailed" CHECK ((way = ANY (ARRAY['uploaded'::text, 'pasted'::text, 'mailed'::text]))),
    CONSTRAINT "A message is known by a keyed hash" CHECK ((octet_length(message_key) = 32)),
    CONSTRAINT "A time has its precision" CHECK (((made_at IS NULL) = (made_precision IS NULL))),
    CONSTRAINT "What comes by mail is known by its message" CHECK (((message_key IS NOT NULL) = (way = 'mailed'::text))),
    CONSTRAINT "What is said of a file is sealed" CHECK ((octet_length(told) > 40)),
    CONSTRAINT "When a file was made is known to the minute, the quarter, the h" CHECK ((made_precision = ANY (ARRAY['minute'::text, 'quarter'::text, 'hour'::text, 'day'::text])))
);

ALTER TABLE ONLY public.evidence FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.evidence.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.evidence.request_id IS 'plain, custody, three years: which request it is evidence of';

COMMENT ON COLUMN public.evidence.account_id IS 'plain, staff, three years: the account that added it; none for what came by mail';

COMMENT ON COLUMN public.evidence.way IS 'plain, custody, three years: uploaded, pasted or mailed';

COMMENT ON COLUMN public.evidence.kind IS 'plain, custody, three years: what its bytes are';

COMMENT ON COLUMN public.evidence.bytes IS 'plain, custody, three years: how large it is';

COMMENT ON COLUMN public.evidence.sha256 IS 'plain, custody, three years: of the original, taken when it came';

COMMENT ON COLUMN public.evidence.copy_bytes IS 'plain, custody, three years: how large the photo without place is, or the text';

COMMENT ON COLUMN public.evidence.copy_sha256 IS 'plain, custody, three years: of that copy';

COMMENT ON COLUMN public.evidence.grade IS 'plain, custody, three years: how strong the evidence is, A to D';

COMMENT ON COLUMN public.evidence.made_at IS 'plain, custody, three years: when it was made, as told';

COMMENT ON COLUMN public.evidence.made_precision IS 'plain, custody, three years: minute, quarter, hour or day';

COMMENT ON COLUMN public.evidence.recorded_at IS 'plain, bookkeeping, three years: when it came';

COMMENT ON COLUMN public.evidence.told IS 'service key, custody, three years: what it is, who made it, its name, what the file says of itself';

COMMENT ON COLUMN public.evidence.message_key IS 'service key, bookkeeping, three years: keyed hash of the Message-ID, so that a mail comes once';

ALTER TABLE public.evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence_piece (
    evidence_id bigint NOT NULL,
    part text NOT NULL,
    number smallint NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT "A piece is of the original or of the copy" CHECK ((part = ANY (ARRAY['original'::text, 'copy'::text]))),
    CONSTRAINT "A piece is sealed" CHECK ((octet_length(sealed) > 40)),
    CONSTRAINT "Pieces are counted from none" CHECK ((number >= 0))
);
ALTER TABLE ONLY public.evidence_piece ALTER COLUMN sealed SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.evidence_piece FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.evidence_piece.evidence_id IS 'plain, bookkeeping, three years: which file it is of';

COMMENT ON COLUMN public.evidence_piece.part IS 'plain, bookkeeping, three years: original or copy';

COMMENT ON COLUMN public.evidence_piece.number IS 'plain, bookkeeping, three years: where in the file it stands';

COMMENT ON COLUMN public.evidence_piece.sealed IS 'service key, custody, three years: up to 256 KiB of the file';

CREATE TABLE public.evidence_withdrawal (
    evidence_id bigint NOT NULL,
    account_id bigint NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    reason bytea NOT NULL,
    CONSTRAINT "A reason is sealed" CHECK ((octet_length(reason) > 40))
);

ALTER TABLE ONLY public.evidence_withdrawal FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.evidence_withdrawal.evidence_id IS 'plain, bookkeeping, three years: which file is withdrawn';

COMMENT ON COLUMN public.evidence_withdrawal.account_id IS 'plain, staff, three years: the account that withdrew it';

COMMENT ON COLUMN public.evidence_withdrawal.withdrawn_at IS 'plain, bookkeeping, three years: when';

COMMENT ON COLUMN public.evidence_withdrawal.reason IS 'service key, custody, three years: why';

CREATE TABLE public.facility_alias (
    facility_id integer NOT NULL,
    alias text NOT NULL,
    search_name text GENERATED ALWAYS AS (public.search_name(alias)) STORED NOT NULL,
    origin text NOT NULL,
    CONSTRAINT "An alias is not empty" CHECK ((alias <> ''::text))
);

COMMENT ON COLUMN public.facility_alias.facility_id IS 'plain, place, kept: the facility';

COMMENT ON COLUMN public.facility_alias.alias IS 'plain, place, kept: another name for it';

COMMENT ON COLUMN public.facility_alias.search_name IS 'plain, place, kept: the alias as names are compared';

COMMENT ON COLUMN public.facility_alias.origin IS 'plain, provenance, kept: where the alias was seen';

CREATE TABLE public.facility_contact (
    id integer NOT NULL,
    facility_id integer NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    purpose text DEFAULT 'general'::text NOT NULL,
    origin text NOT NULL,
    checked_on date,
    valid_from date,
    valid_to date,
    CONSTRAINT "A contact is a phone, fax, e-mail, page or mail" CHECK ((kind = ANY (ARRAY['phone'::text, 'fax'::text, 'email'::text, 'web'::text, 'mail'::text]))),
    CONSTRAINT "A contact is not empty" CHECK ((value <> ''::text)),
    CONSTRAINT "A contact serves a known purpose" CHECK ((purpose = ANY (ARRAY['general'::text, 'visits'::text, 'legal'::text, 'calls'::text, 'money'::text]))),
    CONSTRAINT "A contact's time ends after it starts" CHECK ((valid_to > valid_from))
);

COMMENT ON COLUMN public.facility_contact.id IS 'plain, place, kept: number';

COMMENT ON COLUMN public.facility_contact.facility_id IS 'plain, place, kept: the facility';

COMMENT ON COLUMN public.facility_contact.kind IS 'plain, place, kept: phone, fax, email, web or mail';

COMMENT ON COLUMN public.facility_contact.value IS 'plain, place, kept: the number or address, public';

COMMENT ON COLUMN public.facility_contact.purpose IS 'plain, place, kept: what it is for';

COMMENT ON COLUMN public.facility_contact.origin IS 'plain, provenance, kept: where it was found';

COMMENT ON COLUMN public.facility_contact.checked_on IS 'plain, provenance, kept: when it was last tried';

COMMENT ON COLUMN public.facility_contact.valid_from IS 'plain, place, kept: first day';

COMMENT ON COLUMN public.facility_contact.valid_to IS 'plain, place, kept: the day after the last';

ALTER TABLE public.facility_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facility_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.facility_hours (
    id integer NOT NULL,
    facility_id integer NOT NULL,
    purpose text NOT NULL,
    weekday smallint NOT NULL,
    opens_minute smallint NOT NULL,
    closes_minute smallint NOT NULL,
    valid_from date,
    valid_to date,
    note text,
    origin text NOT NULL,
    CONSTRAINT "A weekday is 1 (Monday) to 7 (Sunday)" CHECK (((weekday >= 1) AND (weekday <= 7))),
    CONSTRAINT "Hours are for visits, lawyers or calls" CHECK ((purpose = ANY (ARRAY['visits'::text, 'legal'::text, 'calls'::text]))),
    CONSTRAINT "Hours close after they open, by midnight" CHECK (((closes_minute > opens_minute) AND (closes_minute <= 1440))),
    CONSTRAINT "Hours open within the day" CHECK (((opens_minute >= 0) AND (opens_minute <= 1439))),
    CONSTRAINT "Hours' time ends after it starts" CHECK ((valid_to > valid_from))
);

COMMENT ON COLUMN public.facility_hours.id IS 'plain, place, kept: number';

COMMENT ON COLUMN public.facility_hours.facility_id IS 'plain, place, kept: the facility';

COMMENT ON COLUMN public.facility_hours.purpose IS 'plain, place, kept: visits, legal visits or calls';

COMMENT ON COLUMN public.facility_hours.weekday IS 'plain, place, kept: 1 for Monday to 7 for Sunday';

COMMENT ON COLUMN public.facility_hours.opens_minute IS 'plain, place, kept: minutes after midnight by the facility''s clock';

COMMENT ON COLUMN public.facility_hours.closes_minute IS 'plain, place, kept: minutes after midnight by the facility''s clock';

COMMENT ON COLUMN public.facility_hours.valid_from IS 'plain, place, kept: first day';

COMMENT ON COLUMN public.facility_hours.valid_to IS 'plain, place, kept: the day after the last';

COMMENT ON COLUMN public.facility_hours.note IS 'plain, place, kept: what else the schedule says';

COMMENT ON COLUMN public.facility_hours.origin IS 'plain, provenance, kept: where the schedule was found';

ALTER TABLE public.facility_hours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facility_hours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.facility ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facility_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.facility_standard (
    id integer NOT NULL,
    facility_id integer,
    listed_name text NOT NULL,
    listed_address text,
    listed_city text NOT NULL,
    listed_state text NOT NULL,
    standard text,
    contract_type text,
    population text,
    inspection_type text,
    inspected_on date,
    inspection_note text,
    rating text,
    valid_from date,
    valid_to date,
    listed_on date NOT NULL,
    join_basis text,
    CONSTRAINT "A standard is joined by name, address or hand" CHECK ((join_basis = ANY (ARRAY['name'::text, 'address'::text, 'hand'::text]))),
    CONSTRAINT "A standard says how it was joined" CHECK (((facility_id IS NULL) = (join_basis IS NULL))),
    CONSTRAINT "A standard's time ends after it starts" CHECK ((valid_to > valid_from))
);

COMMENT ON COLUMN public.facility_standard.id IS 'plain, place, kept: number';

COMMENT ON COLUMN public.facility_standard.facility_id IS 'plain, place, kept: the facility; empty while no facility fits the line';

COMMENT ON COLUMN public.facility_standard.listed_name IS 'plain, provenance, kept: the name in the list of inspections';

COMMENT ON COLUMN public.facility_standard.listed_address IS 'plain, provenance, kept: the street in that list';

COMMENT ON COLUMN public.facility_standard.listed_city IS 'plain, provenance, kept: the city in that list';

COMMENT ON COLUMN public.facility_standard.listed_state IS 'plain, provenance, kept: the state in that list';

COMMENT ON COLUMN public.facility_standard.standard IS 'plain, place, kept: the standard of the last inspection';

COMMENT ON COLUMN public.facility_standard.contract_type IS 'plain, place, kept: kind of contract, such as IGSA or CDF';

COMMENT ON COLUMN public.facility_standard.population IS 'plain, place, kept: who is held: male, female or both';

COMMENT ON COLUMN public.facility_standard.inspection_type IS 'plain, place, kept: who inspected and how';

COMMENT ON COLUMN public.facility_standard.inspected_on IS 'plain, place, kept: last day of the last inspection';

COMMENT ON COLUMN public.facility_standard.inspection_note IS 'plain, place, kept: what the list says instead of a day';

COMMENT ON COLUMN public.facility_standard.rating IS 'plain, place, kept: its result';

COMMENT ON COLUMN public.facility_standard.valid_from IS 'plain, place, kept: first day the standard is known to be in force';

COMMENT ON COLUMN public.facility_standard.valid_to IS 'plain, place, kept: the day after its last';

COMMENT ON COLUMN public.facility_standard.listed_on IS 'plain, provenance, kept: date of the list';

COMMENT ON COLUMN public.facility_standard.join_basis IS 'plain, provenance, kept: what tied the line to the facility';

ALTER TABLE public.facility_standard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facility_standard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.failed_number (
    hour timestamp with time zone NOT NULL,
    failed integer NOT NULL,
    CONSTRAINT "Failed numbers are counted" CHECK ((failed > 0))
);

COMMENT ON COLUMN public.failed_number.hour IS 'plain, bookkeeping, a day: an hour';

COMMENT ON COLUMN public.failed_number.failed IS 'plain, bookkeeping, a day: how many A-numbers brought nobody in it';

CREATE TABLE public.family_note (
    id bigint NOT NULL,
    search_id bigint NOT NULL,
    box bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT "A note is short" CHECK ((octet_length(box) <= 8192))
);
ALTER TABLE ONLY public.family_note ALTER COLUMN box SET STATISTICS 0;

ALTER TABLE ONLY public.family_note FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.family_note.id IS 'plain, bookkeeping, with its search: number';

COMMENT ON COLUMN public.family_note.search_id IS 'plain, bookkeeping, with its search: the search it was told with';

COMMENT ON COLUMN public.family_note.box IS 'keeper key, identity, with its search: what the family told in its own words';

COMMENT ON COLUMN public.family_note.added_at IS 'plain, bookkeeping, with its search: when it was told';

ALTER TABLE public.family_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.family_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.family_search (
    search_id bigint NOT NULL,
    selector bytea NOT NULL,
    verifier bytea NOT NULL,
    language text NOT NULL,
    kept_at timestamp with time zone,
    wants text DEFAULT 'nothing'::text NOT NULL,
    contact bytea,
    looked_at timestamp with time zone NOT NULL,
    CONSTRAINT "A contact is kept only for who wants one" CHECK (((wants = 'nothing'::text) = (contact IS NULL))),
    CONSTRAINT "A contact is short" CHECK ((octet_length(contact) <= 4096)),
    CONSTRAINT "A family wants nothing, mail or a call" CHECK ((wants = ANY (ARRAY['nothing'::text, 'mail'::text, 'call'::text]))),
    CONSTRAINT "A family's language is a code" CHECK ((language ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT "A receipt is found by 16 bytes" CHECK ((octet_length(selector) = 16)),
    CONSTRAINT "A receipt is proven by 32 bytes" CHECK ((octet_length(verifier) = 32))
);
ALTER TABLE ONLY public.family_search ALTER COLUMN selector SET STATISTICS 0;
ALTER TABLE ONLY public.family_search ALTER COLUMN verifier SET STATISTICS 0;
ALTER TABLE ONLY public.family_search ALTER COLUMN contact SET STATISTICS 0;

ALTER TABLE ONLY public.family_search FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.family_search.search_id IS 'plain, bookkeeping, 90 days after it was last looked at: the search that a family follows';

COMMENT ON COLUMN public.family_search.selector IS 'service key, secret, 90 days after it was last looked at: keyed hash of the stretched receipt: finds the search';

COMMENT ON COLUMN public.family_search.verifier IS 'service key, secret, 90 days after it was last looked at: another one: proves the receipt';

COMMENT ON COLUMN public.family_search.language IS 'plain, bookkeeping, 90 days after it was last looked at: language of its mail and of a call';

COMMENT ON COLUMN public.family_search.kept_at IS 'plain, bookkeeping, 90 days after it was last looked at: when the family said that it has kept the receipt';

COMMENT ON COLUMN public.family_search.wants IS 'plain, bookkeeping, 90 days after it was last looked at: nothing, mail or a call';

COMMENT ON COLUMN public.family_search.contact IS 'keeper key, identity, 90 days after it was last looked at: how to reach the family, with what it said about that';

COMMENT ON COLUMN public.family_search.looked_at IS 'plain, bookkeeping, 90 days after it was last looked at: when the receipt was last used';

CREATE TABLE public.field_office (
    id integer NOT NULL,
    name text NOT NULL,
    area_code text,
    address text,
    city text,
    state text,
    zip text,
    area text,
    hold_room_code text,
    phone text,
    email text,
    CONSTRAINT "A field office's e-mail address has one at sign" CHECK ((email ~ '^[^@ ]+@[^@ ]+$'::text)),
    CONSTRAINT "A field office's state is two capital letters" CHECK ((state ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "An area code is three capital letters" CHECK ((area_code ~ '^[A-Z]{3}$'::text))
);

COMMENT ON COLUMN public.field_office.id IS 'plain, place, kept: number';

COMMENT ON COLUMN public.field_office.name IS 'plain, place, kept: its city''s name, as facility lists use it';

COMMENT ON COLUMN public.field_office.area_code IS 'plain, place, kept: three letters used in inspections and hold room lists';

COMMENT ON COLUMN public.field_office.address IS 'plain, place, kept: street';

COMMENT ON COLUMN public.field_office.city IS 'plain, place, kept: city';

COMMENT ON COLUMN public.field_office.state IS 'plain, place, kept: postal code of the state or territory';

COMMENT ON COLUMN public.field_office.zip IS 'plain, place, kept: postal code';

COMMENT ON COLUMN public.field_office.area IS 'plain, place, kept: what it is responsible for, in its own words';

COMMENT ON COLUMN public.field_office.hold_room_code IS 'plain, place, kept: code of the hold room in its building';

COMMENT ON COLUMN public.field_office.phone IS 'plain, place, kept: public phone';

COMMENT ON COLUMN public.field_office.email IS 'plain, place, kept: public e-mail address';

CREATE TABLE public.field_office_area (
    field_office_id integer NOT NULL,
    state text NOT NULL,
    county text DEFAULT ''::text NOT NULL,
    CONSTRAINT "An area's state is two capital letters" CHECK ((state ~ '^[A-Z]{2}$'::text))
);

COMMENT ON COLUMN public.field_office_area.field_office_id IS 'plain, place, kept: the office';

COMMENT ON COLUMN public.field_office_area.state IS 'plain, place, kept: a state it covers';

COMMENT ON COLUMN public.field_office_area.county IS 'plain, place, kept: a county of it; empty for the whole state';

ALTER TABLE public.field_office ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.field_office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.follower (
    name text NOT NULL,
    seq bigint NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A follower is of a known name" CHECK ((name = ANY (ARRAY['searches'::text, 'duplicates'::text])))
);

COMMENT ON COLUMN public.follower.name IS 'plain, bookkeeping, kept: searches or duplicates';

COMMENT ON COLUMN public.follower.seq IS 'plain, bookkeeping, kept: the last change that it has taken in';

COMMENT ON COLUMN public.follower.moved_at IS 'plain, bookkeeping, kept: when it took it in';

CREATE UNLOGGED TABLE public.guess_count (
    person_id bigint NOT NULL,
    spent integer NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT "What was spent is counted" CHECK ((spent >= 0))
);

COMMENT ON COLUMN public.guess_count.person_id IS 'plain, identity, a day: at whom somebody guessed';

COMMENT ON COLUMN public.guess_count.spent IS 'plain, bookkeeping, a day: what the guesses have cost';

COMMENT ON COLUMN public.guess_count.since IS 'plain, bookkeeping, a day: when the first of them was made';

CREATE TABLE public.guess_delay (
    space text NOT NULL,
    guesses integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    CONSTRAINT "A space of guesses has a name" CHECK ((space <> ''::text)),
    CONSTRAINT "Guesses are counted" CHECK ((guesses > 0))
);

COMMENT ON COLUMN public.guess_delay.space IS 'plain, bookkeeping, a day: what was guessed at: a kind and a keyed hash or a number';

COMMENT ON COLUMN public.guess_delay.guesses IS 'plain, bookkeeping, a day: how many guesses in a row';

COMMENT ON COLUMN public.guess_delay.last_at IS 'plain, bookkeeping, a day: when the last was';

COMMENT ON COLUMN public.guess_delay.next_at IS 'plain, bookkeeping, a day: from when on the next is looked at';

CREATE TABLE public.handoff (
    id bigint NOT NULL,
    intake_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    need text NOT NULL,
    account_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT "A hand-off is due after it was made" CHECK ((due_at > made_at)),
    CONSTRAINT "A hand-off stands where its answers put it" CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'done'::text, 'withdrawn'::text]))),
    CONSTRAINT "What is handed on is a known need" CHECK ((need = ANY (ARRAY['child'::text, 'legal'::text, 'family'::text, 'shelter'::text, 'health'::text, 'rapid'::text, 'other'::text])))
);

ALTER TABLE ONLY public.handoff FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.handoff.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.handoff.intake_id IS 'plain, bookkeeping, three years: of which report';

COMMENT ON COLUMN public.handoff.partner_id IS 'plain, bookkeeping, three years: to whom';

COMMENT ON COLUMN public.handoff.need IS 'plain, custody, three years: what was asked for';

COMMENT ON COLUMN public.handoff.account_id IS 'plain, staff, three years: who handed on';

COMMENT ON COLUMN public.handoff.made_at IS 'plain, bookkeeping, three years: when';

COMMENT ON COLUMN public.handoff.due_at IS 'plain, bookkeeping, three years: by when an answer is due';

COMMENT ON COLUMN public.handoff.state IS 'plain, bookkeeping, three years: open, accepted, declined, done or withdrawn';

COMMENT ON COLUMN public.handoff.answered_at IS 'plain, bookkeeping, three years: when it was answered';

CREATE TABLE public.handoff_event (
    id bigint NOT NULL,
    handoff_id bigint NOT NULL,
    kind text NOT NULL,
    note bytea,
    account_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "A note on a hand-off is short" CHECK ((octet_length(note) <= 8192)),
    CONSTRAINT "An answer is of a known kind" CHECK ((kind = ANY (ARRAY['reminded'::text, 'accepted'::text, 'declined'::text, 'done'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY public.handoff_event FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.handoff_event.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.handoff_event.handoff_id IS 'plain, bookkeeping, three years: of which hand-off';

COMMENT ON COLUMN public.handoff_event.kind IS 'plain, bookkeeping, three years: reminded, accepted, declined, done or withdrawn';

COMMENT ON COLUMN public.handoff_event.note IS 'service key, identity, three years: what was noted';

COMMENT ON COLUMN public.handoff_event.account_id IS 'plain, staff, three years: who wrote it down';

COMMENT ON COLUMN public.handoff_event.at IS 'plain, bookkeeping, three years: when';

ALTER TABLE public.handoff_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.handoff_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.handoff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.handoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.imported_row (
    source_id integer NOT NULL,
    key uuid NOT NULL,
    batch_id bigint NOT NULL,
    is_keyed boolean DEFAULT false NOT NULL
);

COMMENT ON COLUMN public.imported_row.source_id IS 'plain, provenance, with its batch: the source that gave the row';

COMMENT ON COLUMN public.imported_row.key IS 'service key, identity, with its batch: fingerprint of what the row said, to know it again, made with the service''s key';

COMMENT ON COLUMN public.imported_row.batch_id IS 'plain, provenance, with its batch: the import that took it';

COMMENT ON COLUMN public.imported_row.is_keyed IS 'plain, bookkeeping, with its batch: whether the key was there when it was made; else it is made again once the service runs';

CREATE TABLE public.installation (
    only_one boolean DEFAULT true NOT NULL,
    kind text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A database is one installation" CHECK (only_one),
    CONSTRAINT "An installation is a demo, production or a test" CHECK ((kind = ANY (ARRAY['demo'::text, 'production'::text, 'test'::text])))
);

COMMENT ON COLUMN public.installation.only_one IS 'plain, bookkeeping, kept: always true: there is one row';

COMMENT ON COLUMN public.installation.kind IS 'plain, bookkeeping, kept: demo, production or test';

COMMENT ON COLUMN public.installation.created_at IS 'plain, bookkeeping, kept: when it was made';

CREATE TABLE public.intake (
    id bigint NOT NULL,
    form_key uuid NOT NULL,
    account_id bigint NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    dependent text NOT NULL,
    place text,
    place_name text GENERATED ALWAYS AS (public.search_name(place)) STORED,
    facility_id integer,
    zone text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    "precision" text NOT NULL,
    what text NOT NULL,
    basis text NOT NULL,
    people smallint,
    observer_id bigint,
    caller_hash bytea,
    caller_last2 text,
    told bytea,
    status text DEFAULT 'new'::text NOT NULL,
    truth text DEFAULT 'unverified'::text NOT NULL,
    owner_id bigint,
    incident_id bigint,
    person_id bigint,
    due_at timestamp with time zone,
    last_event_id bigint,
    moved_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT "A caller is known by 32 bytes" CHECK ((octet_length(caller_hash) = 32)),
    CONSTRAINT "A number's digits go with its hash" CHECK (((caller_hash IS NULL) = (caller_last2 IS NULL))),
    CONSTRAINT "A place is short" CHECK (((length(btrim(place)) >= 2) AND (length(btrim(place)) <= 200))),
    CONSTRAINT "A report has a place" CHECK (((place IS NOT NULL) OR (facility_id IS NOT NULL) OR (erased_at IS NOT NULL))),
    CONSTRAINT "A report is believed in one of four ways" CHECK ((truth = ANY (ARRAY['unverified'::text, 'corroborated'::text, 'confirmed'::text, 'false_alarm'::text]))),
    CONSTRAINT "A report is new, reviewed, dispatched or closed" CHECK ((status = ANY (ARRAY['new'::text, 'reviewing'::text, 'dispatched'::text, 'closed'::text]))),
    CONSTRAINT "An hour is known, or a day, or nothing" CHECK (("precision" = ANY (ARRAY['minute'::text, 'day'::text, 'unknown'::text]))),
    CONSTRAINT "It is asked whether somebody depends on who is gone" CHECK ((dependent = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
    CONSTRAINT "Of a number two digits are kept" CHECK ((caller_last2 ~ '^[0-9]{2}$'::text)),
    CONSTRAINT "People are counted" CHECK (((people >= 1) AND (people <= 999))),
    CONSTRAINT "What is reported is of a known kind" CHECK ((what = ANY (ARRAY['arrest'::text, 'raid'::text, 'checkpoint'::text, 'agents'::text, 'missing'::text, 'other'::text]))),
    CONSTRAINT "What was told is short" CHECK ((octet_length(told) <= 65536)),
    CONSTRAINT "Who tells saw it, was told, read it, or did not say" CHECK ((basis = ANY (ARRAY['saw'::text, 'told'::text, 'media'::text, 'unknown'::text])))
);
ALTER TABLE ONLY public.intake ALTER COLUMN place SET STATISTICS 0;
ALTER TABLE ONLY public.intake ALTER COLUMN place_name SET STATISTICS 0;
ALTER TABLE ONLY public.intake ALTER COLUMN caller_hash SET STATISTICS 0;
ALTER TABLE ONLY public.intake ALTER COLUMN told SET STATISTICS 0;

ALTER TABLE ONLY public.intake FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.intake.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.intake.form_key IS 'plain, bookkeeping, three years: makes one form one report';

COMMENT ON COLUMN public.intake.account_id IS 'plain, staff, three years: the responder who took the call';

COMMENT ON COLUMN public.intake.is_sample IS 'plain, bookkeeping, three years: whether it is invented';

COMMENT ON COLUMN public.intake.taken_at IS 'plain, bookkeeping, three years: when the call came';

COMMENT ON COLUMN public.intake.dependent IS 'plain, custody, three years: whether somebody who depends on others is alone';

COMMENT ON COLUMN public.intake.place IS 'plain, custody, 90 days: where, in the callers words';

COMMENT ON COLUMN public.intake.place_name IS 'plain, custody, 90 days: the same as places are compared';

COMMENT ON COLUMN public.intake.facility_id IS 'plain, place, three years: the facility, where it is one';

COMMENT ON COLUMN public.intake.zone IS 'plain, place, three years: by which clock the hour was told';

COMMENT ON COLUMN public.intake.happened_at IS 'plain, custody, three years: when it happened, or the moment of the call';

COMMENT ON COLUMN public.intake."precision" IS 'plain, custody, three years: how well that is known';

COMMENT ON COLUMN public.intake.what IS 'plain, custody, three years: what kind of thing was reported';

COMMENT ON COLUMN public.intake.basis IS 'plain, custody, three years: how the caller knows';

COMMENT ON COLUMN public.intake.people IS 'plain, custody, three years: how many people were taken';

COMMENT ON COLUMN public.intake.observer_id IS 'plain, staff, three years: the trained observer who called';

COMMENT ON COLUMN public.intake.caller_hash IS 'service key, secret, 90 days: a keyed hash of the callers number';

COMMENT ON COLUMN public.intake.caller_last2 IS 'plain, identity, 90 days: the last two digits of it';

COMMENT ON COLUMN public.intake.told IS 'service key, identity, 90 days: who was taken and what else was told';

COMMENT ON COLUMN public.intake.status IS 'plain, bookkeeping, three years: how far the work on it is';

COMMENT ON COLUMN public.intake.truth IS 'plain, custody, three years: how far it is believed';

COMMENT ON COLUMN public.intake.owner_id IS 'plain, staff, three years: the responder who works on it';

COMMENT ON COLUMN public.intake.incident_id IS 'plain, bookkeeping, three years: the first report of the same incident';

COMMENT ON COLUMN public.intake.person_id IS 'plain, custody, three years: the record that was made of it';

COMMENT ON COLUMN public.intake.due_at IS 'plain, bookkeeping, three years: by when somebody has to act';

COMMENT ON COLUMN public.intake.last_event_id IS 'plain, bookkeeping, three years: the last that became of it';

COMMENT ON COLUMN public.intake.moved_at IS 'plain, bookkeeping, three years: when that was';

COMMENT ON COLUMN public.intake.erased_at IS 'plain, bookkeeping, three years: when what is personal was erased';

CREATE TABLE public.intake_contact (
    intake_id bigint NOT NULL,
    selector bytea NOT NULL,
    box bytea NOT NULL,
    due_at timestamp with time zone NOT NULL,
    called_at timestamp with time zone,
    CONSTRAINT "A caller's box is known by 16 bytes" CHECK ((octet_length(selector) = 16)),
    CONSTRAINT "A caller's contact is short" CHECK ((octet_length(box) <= 4096))
);
ALTER TABLE ONLY public.intake_contact ALTER COLUMN selector SET STATISTICS 0;
ALTER TABLE ONLY public.intake_contact ALTER COLUMN box SET STATISTICS 0;

ALTER TABLE ONLY public.intake_contact FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.intake_contact.intake_id IS 'plain, bookkeeping, 90 days: whose caller';

COMMENT ON COLUMN public.intake_contact.selector IS 'plain, secret, 90 days: what the box is sealed to';

COMMENT ON COLUMN public.intake_contact.box IS 'keeper key, identity, 90 days: the number of a caller who wants to be called; goes when the report is closed';

COMMENT ON COLUMN public.intake_contact.due_at IS 'plain, bookkeeping, 90 days: by when somebody has to have called';

COMMENT ON COLUMN public.intake_contact.called_at IS 'plain, bookkeeping, 90 days: when the caller was spoken with';

CREATE TABLE public.intake_event (
    id bigint NOT NULL,
    intake_id bigint NOT NULL,
    kind text NOT NULL,
    status text,
    truth text,
    outcome text,
    other_id bigint,
    person_id bigint,
    batch_id bigint,
    note bytea,
    read_to bigint,
    account_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "A call back ends in a known way" CHECK ((outcome = ANY (ARRAY['reached'::text, 'not_reached'::text, 'wrong_number'::text, 'not_wanted'::text]))),
    CONSTRAINT "A change says what it changes" CHECK ((((status IS NOT NULL) = (kind = 'status'::text)) AND ((truth IS NOT NULL) = (kind = 'truth'::text)) AND ((outcome IS NOT NULL) = (kind = 'called'::text)) AND ((other_id IS NOT NULL) = (kind = ANY (ARRAY['same'::text, 'not_same'::text]))))),
    CONSTRAINT "A note on a report is short" CHECK ((octet_length(note) <= 8192)),
    CONSTRAINT "A report is the same as another one" CHECK ((other_id <> intake_id)),
    CONSTRAINT "A status is a known one" CHECK ((status = ANY (ARRAY['new'::text, 'reviewing'::text, 'dispatched'::text, 'closed'::text]))),
    CONSTRAINT "A truth is a known one" CHECK ((truth = ANY (ARRAY['unverified'::text, 'corroborated'::text, 'confirmed'::text, 'false_alarm'::text]))),
    CONSTRAINT "What became of a report is of a known kind" CHECK ((kind = ANY (ARRAY['status'::text, 'truth'::text, 'take'::text, 'give_back'::text, 'note'::text, 'same'::text, 'not_same'::text, 'record'::text, 'called'::text])))
);

ALTER TABLE ONLY public.intake_event FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.intake_event.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.intake_event.intake_id IS 'plain, bookkeeping, three years: of which report';

COMMENT ON COLUMN public.intake_event.kind IS 'plain, bookkeeping, three years: what became of it';

COMMENT ON COLUMN public.intake_event.status IS 'plain, bookkeeping, three years: its new status';

COMMENT ON COLUMN public.intake_event.truth IS 'plain, custody, three years: how far it is believed from then on';

COMMENT ON COLUMN public.intake_event.outcome IS 'plain, bookkeeping, three years: how a call back ended';

COMMENT ON COLUMN public.intake_event.other_id IS 'plain, bookkeeping, three years: the report that is or is not of the same incident';

COMMENT ON COLUMN public.intake_event.person_id IS 'plain, custody, three years: the record that was made';

COMMENT ON COLUMN public.intake_event.batch_id IS 'plain, bookkeeping, three years: with which batch';

COMMENT ON COLUMN public.intake_event.note IS 'service key, identity, 90 days: what was noted';

COMMENT ON COLUMN public.intake_event.read_to IS 'plain, bookkeeping, three years: up to which event the writer had read';

COMMENT ON COLUMN public.intake_event.account_id IS 'plain, staff, three years: who did it';

COMMENT ON COLUMN public.intake_event.at IS 'plain, bookkeeping, three years: when';

ALTER TABLE public.intake_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.intake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.keeper_recovery (
    only_one boolean DEFAULT true NOT NULL,
    public_half bytea NOT NULL,
    sealed bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT "A public half has 32 bytes" CHECK ((octet_length(public_half) = 32)),
    CONSTRAINT "There is one recovery" CHECK (only_one)
);

COMMENT ON COLUMN public.keeper_recovery.only_one IS 'plain, bookkeeping, kept: always true: there is one row';

COMMENT ON COLUMN public.keeper_recovery.public_half IS 'plain, secret, kept: to whom the keeper''s keys are sealed: the public half of the code on paper';

COMMENT ON COLUMN public.keeper_recovery.sealed IS 'keeper key, secret, kept: the keeper''s keys, for whoever has the code on paper';

COMMENT ON COLUMN public.keeper_recovery.made_at IS 'plain, bookkeeping, kept: when it was sealed';

CREATE TABLE public.known_device (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    token_sha256 bytea NOT NULL,
    created_on date NOT NULL,
    expires_on date NOT NULL,
    CONSTRAINT "A browser is known for half a year" CHECK ((expires_on <= (created_on + 183))),
    CONSTRAINT "A known browser's token is kept as a SHA-256" CHECK ((octet_length(token_sha256) = 32))
);

ALTER TABLE ONLY public.known_device FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.known_device.id IS 'plain, bookkeeping, half a year: number';

COMMENT ON COLUMN public.known_device.account_id IS 'plain, staff, half a year: whose browser';

COMMENT ON COLUMN public.known_device.token_sha256 IS 'plain, secret, half a year: hash of the 256 random bits in its cookie';

COMMENT ON COLUMN public.known_device.created_on IS 'plain, bookkeeping, half a year: the day of the first sign-in there';

COMMENT ON COLUMN public.known_device.expires_on IS 'plain, bookkeeping, half a year: until when it is known';

ALTER TABLE public.known_device ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.known_device_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.learnt_weights (
    id bigint NOT NULL,
    learnt_at timestamp with time zone DEFAULT now() NOT NULL,
    people bigint NOT NULL,
    data text NOT NULL,
    weights text NOT NULL,
    CONSTRAINT "Weights are learnt from people" CHECK ((people >= 0)),
    CONSTRAINT "Weights are not empty" CHECK ((weights <> ''::text)),
    CONSTRAINT "Weights say what they were learnt from" CHECK ((data <> ''::text))
);

COMMENT ON COLUMN public.learnt_weights.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.learnt_weights.learnt_at IS 'plain, bookkeeping, kept: when they were learnt';

COMMENT ON COLUMN public.learnt_weights.people IS 'plain, bookkeeping, kept: from how many people';

COMMENT ON COLUMN public.learnt_weights.data IS 'plain, bookkeeping, kept: from which records, in words';

COMMENT ON COLUMN public.learnt_weights.weights IS 'plain, bookkeeping, kept: one weight a line; nothing of anybody';

ALTER TABLE public.learnt_weights ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.learnt_weights_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.legal_hold (
    id bigint NOT NULL,
    reference text,
    facility_id integer,
    ordered_by text NOT NULL,
    why text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    lifted_by text,
    lifted_why text,
    lifted_at timestamp with time zone,
    CONSTRAINT "A held request has a reference" CHECK ((reference ~ '^PV-[0-9A-HJKMNP-TV-Z]{6}$'::text)),
    CONSTRAINT "A hold has a reason" CHECK ((btrim(why) <> ''::text)),
    CONSTRAINT "A hold is lifted after it was set" CHECK ((lifted_at >= set_at)),
    CONSTRAINT "A hold is of a request, of a facility, or of everything" CHECK ((num_nonnulls(reference, facility_id) <= 1)),
    CONSTRAINT "A hold was lifted by somebody" CHECK ((btrim(lifted_by) <> ''::text)),
    CONSTRAINT "A hold was ordered by somebody" CHECK ((btrim(ordered_by) <> ''::text)),
    CONSTRAINT "Lifting a hold has a reason" CHECK ((btrim(lifted_why) <> ''::text)),
    CONSTRAINT "Lifting says who, when and why" CHECK ((num_nulls(lifted_by, lifted_why, lifted_at) = ANY (ARRAY[0, 3])))
);

COMMENT ON COLUMN public.legal_hold.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.legal_hold.reference IS 'plain, custody, kept: of the request that is held; empty if it is more than one';

COMMENT ON COLUMN public.legal_hold.facility_id IS 'plain, place, kept: the facility whose requests are held; empty for one or for all';

COMMENT ON COLUMN public.legal_hold.ordered_by IS 'plain, staff, kept: the name of who ordered it';

COMMENT ON COLUMN public.legal_hold.why IS 'plain, staff, kept: why, such as a docket number';

COMMENT ON COLUMN public.legal_hold.set_at IS 'plain, staff, kept: when';

COMMENT ON COLUMN public.legal_hold.lifted_by IS 'plain, staff, kept: the name of who ordered that it end';

COMMENT ON COLUMN public.legal_hold.lifted_why IS 'plain, staff, kept: why it ended';

COMMENT ON COLUMN public.legal_hold.lifted_at IS 'plain, staff, kept: when it ended';

ALTER TABLE public.legal_hold ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.legal_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.locator_attempt (
    id bigint NOT NULL,
    locator text NOT NULL,
    person_id bigint,
    tried_at timestamp with time zone NOT NULL,
    inputs jsonb NOT NULL,
    result text NOT NULL,
    facility_text text,
    who text NOT NULL,
    next_check_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A place is written only when found" CHECK (((facility_text IS NULL) OR (result = ANY (ARRAY['found'::text, 'multiple'::text])))),
    CONSTRAINT "An attempt has a known result" CHECK ((result = ANY (ARRAY['found'::text, 'no_match'::text, 'multiple'::text, 'error'::text, 'not_attempted'::text]))),
    CONSTRAINT "An attempt names its locator" CHECK ((locator <> ''::text)),
    CONSTRAINT "The next look comes after this one" CHECK ((next_check_at > tried_at))
);
ALTER TABLE ONLY public.locator_attempt ALTER COLUMN inputs SET STATISTICS 0;

COMMENT ON COLUMN public.locator_attempt.id IS 'plain, staff, three years: number';

COMMENT ON COLUMN public.locator_attempt.locator IS 'plain, staff, three years: where staff looked';

COMMENT ON COLUMN public.locator_attempt.person_id IS 'plain, identity, three years: who was looked for, once listed here';

COMMENT ON COLUMN public.locator_attempt.tried_at IS 'plain, staff, three years: when';

COMMENT ON COLUMN public.locator_attempt.inputs IS 'plain, identity, three years: what was typed there; an A-number in it sealed; the rest to be sealed once keys exist';

COMMENT ON COLUMN public.locator_attempt.result IS 'plain, staff, three years: found, no_match, multiple, error or not_attempted';

COMMENT ON COLUMN public.locator_attempt.facility_text IS 'plain, custody, three years: the place it named';

COMMENT ON COLUMN public.locator_attempt.who IS 'plain, staff, three years: the account that tried';

COMMENT ON COLUMN public.locator_attempt.next_check_at IS 'plain, staff, three years: when to look again';

COMMENT ON COLUMN public.locator_attempt.recorded_at IS 'plain, bookkeeping, three years: when it was written here';

ALTER TABLE public.locator_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.locator_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_batch (
    only_one boolean DEFAULT true NOT NULL,
    of timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    is_done boolean NOT NULL,
    CONSTRAINT "There is one batch" CHECK (only_one)
);

COMMENT ON COLUMN public.mail_batch.only_one IS 'plain, bookkeeping, kept: always true: there is one row';

COMMENT ON COLUMN public.mail_batch.of IS 'plain, bookkeeping, kept: the moment at which the batch began';

COMMENT ON COLUMN public.mail_batch."position" IS 'plain, bookkeeping, kept: the last followed search that was looked at';

COMMENT ON COLUMN public.mail_batch.is_done IS 'plain, bookkeeping, kept: whether all were';

CREATE TABLE public.match_report (
    id bigint NOT NULL,
    match_id bigint NOT NULL,
    kind text NOT NULL,
    bits double precision NOT NULL,
    likelihood text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    CONSTRAINT "A report is of a known kind" CHECK ((kind = ANY (ARRAY['new'::text, 'better'::text]))),
    CONSTRAINT "A report says likely or possible" CHECK ((likelihood = ANY (ARRAY['likely'::text, 'possible'::text])))
);

COMMENT ON COLUMN public.match_report.id IS 'plain, bookkeeping, until 14 days after it ends: number, in the order in which they were written';

COMMENT ON COLUMN public.match_report.match_id IS 'plain, bookkeeping, until 14 days after it ends: the match';

COMMENT ON COLUMN public.match_report.kind IS 'plain, bookkeeping, until 14 days after it ends: new or better';

COMMENT ON COLUMN public.match_report.bits IS 'plain, identity, until 14 days after it ends: the weight then';

COMMENT ON COLUMN public.match_report.likelihood IS 'plain, identity, until 14 days after it ends: likely or possible then';

COMMENT ON COLUMN public.match_report.reported_at IS 'plain, bookkeeping, until 14 days after it ends: when';

ALTER TABLE public.match_report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.match_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.migration (
    version integer NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A migration has a SHA-256" CHECK ((octet_length(sha256) = 32))
);

COMMENT ON COLUMN public.migration.version IS 'plain, bookkeeping, kept: number of the migration';

COMMENT ON COLUMN public.migration.name IS 'plain, bookkeeping, kept: its name';

COMMENT ON COLUMN public.migration.sha256 IS 'plain, bookkeeping, kept: hash of the SQL that ran, so that an edited one is noticed';

COMMENT ON COLUMN public.migration.applied_at IS 'plain, bookkeeping, kept: when it ran';

CREATE TABLE public.office (
    id bigint NOT NULL,
    name text NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "An office's name is not empty" CHECK (((name <> ''::text) AND (length(name) <= 120)))
);

COMMENT ON COLUMN public.office.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.office.name IS 'plain, staff, kept: what the office is called';

COMMENT ON COLUMN public.office.is_sample IS 'plain, staff, kept: whether it is a demo''s, invented';

COMMENT ON COLUMN public.office.created_at IS 'plain, bookkeeping, kept: when it was entered';

ALTER TABLE public.office ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.one_time_code (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    selector text NOT NULL,
    code_sha256 bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT "A code is kept as a SHA-256" CHECK ((octet_length(code_sha256) = 32)),
    CONSTRAINT "A code is used in its time" CHECK (((used_at >= created_at) AND (used_at < expires_at))),
    CONSTRAINT "A code lives for a day at most" CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '24:00:00'::interval)))),
    CONSTRAINT "A code's first group is four characters of base32" CHECK ((selector ~ '^[0-9A-HJKMNP-TV-Z]{4}$'::text))
);

ALTER TABLE ONLY public.one_time_code FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.one_time_code.id IS 'plain, bookkeeping, 90 days: number';

COMMENT ON COLUMN public.one_time_code.account_id IS 'plain, staff, 90 days: whose code';

COMMENT ON COLUMN public.one_time_code.selector IS 'plain, staff, 90 days: its first group, which finds it and is no secret';

COMMENT ON COLUMN public.one_time_code.code_sha256 IS 'plain, secret, 90 days: hash of the code; 80 of its bits are secret';

COMMENT ON COLUMN public.one_time_code.created_at IS 'plain, bookkeeping, 90 days: when it was given';

COMMENT ON COLUMN public.one_time_code.expires_at IS 'plain, bookkeeping, 90 days: until when it can be used';

COMMENT ON COLUMN public.one_time_code.used_at IS 'plain, staff, 90 days: when it was used; once, for ever';

ALTER TABLE public.one_time_code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.one_time_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.open_search (
    id bigint NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    birth_dates date[] DEFAULT '{}'::date[] NOT NULL,
    birth_year smallint,
    birth_age smallint,
    birth_age_on date,
    country character(2),
    sex text,
    a_number text,
    arrest_dates date[] DEFAULT '{}'::date[] NOT NULL,
    arrest_place text,
    opened_by bigint,
    opened_at timestamp with time zone NOT NULL,
    renewed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    due_at timestamp with time zone NOT NULL,
    is_settling boolean DEFAULT false NOT NULL,
    CONSTRAINT "A search ends ninety days after it was renewed at the latest" CHECK (((expires_at > renewed_at) AND (expires_at <= (renewed_at + '90 days'::interval)))),
    CONSTRAINT "A search is closed after it was opened" CHECK ((closed_at >= opened_at)),
    CONSTRAINT "A search says whom it is for" CHECK (((name <> ''::text) OR (a_number IS NOT NULL))),
    CONSTRAINT "A sought A-number has nine digits or is sealed" CHECK ((a_number ~ '^([0-9]{9}|n1\.[A-Za-z0-9_-]{44})$'::text)),
    CONSTRAINT "A sought birth is known in one way" CHECK ((((((cardinality(birth_dates) > 0))::integer + ((birth_year IS NOT NULL))::integer) + ((birth_age IS NOT NULL))::integer) <= 1)),
    CONSTRAINT "A sought country is two capital letters" CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "A sought sex is female, male or other" CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text]))),
    CONSTRAINT "An age is known on a day" CHECK (((birth_age IS NULL) = (birth_age_on IS NULL)))
);
ALTER TABLE ONLY public.open_search ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.open_search ALTER COLUMN a_number SET STATISTICS 0;
ALTER TABLE ONLY public.open_search ALTER COLUMN arrest_place SET STATISTICS 0;

COMMENT ON COLUMN public.open_search.id IS 'plain, bookkeeping, until 14 days after it ends: number';

COMMENT ON COLUMN public.open_search.name IS 'plain, identity, until 14 days after it ends: the name looked for, as it was typed; plain because matching reads it';

COMMENT ON COLUMN public.open_search.birth_dates IS 'plain, identity, until 14 days after it ends: every way to read the birth date';

COMMENT ON COLUMN public.open_search.birth_year IS 'plain, identity, until 14 days after it ends: year of birth, if that is all';

COMMENT ON COLUMN public.open_search.birth_age IS 'plain, identity, until 14 days after it ends: age in years, if that is all';

COMMENT ON COLUMN public.open_search.birth_age_on IS 'plain, identity, until 14 days after it ends: the day of that age';

COMMENT ON COLUMN public.open_search.country IS 'plain, identity, until 14 days after it ends: ISO 3166-1 alpha-2 code of birth or citizenship';

COMMENT ON COLUMN public.open_search.sex IS 'plain, identity, until 14 days after it ends: female, male or other';

COMMENT ON COLUMN public.open_search.a_number IS 'service key, identity, until 14 days after it ends: the number looked for, sealed, the same for the same number; in nine digits until the service has sealed it';

COMMENT ON COLUMN public.open_search.arrest_dates IS 'plain, identity, until 14 days after it ends: every way to read the day of arrest';

COMMENT ON COLUMN public.open_search.arrest_place IS 'plain, identity, until 14 days after it ends: where the arrest was, in words';

COMMENT ON COLUMN public.open_search.opened_by IS 'plain, staff, until 14 days after it ends: the account that opened it; empty when nobody with an account did';

COMMENT ON COLUMN public.open_search.opened_at IS 'plain, bookkeeping, until 14 days after it ends: when it was opened';

COMMENT ON COLUMN public.open_search.renewed_at IS 'plain, bookkeeping, until 14 days after it ends: when it was last looked at';

COMMENT ON COLUMN public.open_search.expires_at IS 'plain, bookkeeping, until 14 days after it ends: when it ends unless it is looked at again';

COMMENT ON COLUMN public.open_search.closed_at IS 'plain, bookkeeping, until 14 days after it ends: when it was closed by hand';

COMMENT ON COLUMN public.open_search.due_at IS 'plain, bookkeeping, until 14 days after it ends: when it is to be matched against all records again';

COMMENT ON COLUMN public.open_search.is_settling IS 'plain, bookkeeping, until 14 days after it ends: whether it was matched while the newest records were still coming in';

ALTER TABLE public.open_search ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.open_search_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation (
    id bigint NOT NULL,
    name text NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "An organisation's name is not empty" CHECK (((name <> ''::text) AND (length(name) <= 120)))
);

COMMENT ON COLUMN public.organisation.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.organisation.name IS 'plain, staff, kept: what the organisation is called';

COMMENT ON COLUMN public.organisation.is_sample IS 'plain, staff, kept: whether it is a demo''s, invented';

COMMENT ON COLUMN public.organisation.created_at IS 'plain, bookkeeping, kept: when it was made';

ALTER TABLE public.organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outbox (
    id bigint NOT NULL,
    message_id uuid DEFAULT gen_random_uuid() NOT NULL,
    search_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT "A message is in a known state" CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text])))
);

ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.outbox.id IS 'plain, bookkeeping, with its search: number';

COMMENT ON COLUMN public.outbox.message_id IS 'plain, bookkeeping, with its search: the name of the message in its headers';

COMMENT ON COLUMN public.outbox.search_id IS 'plain, bookkeeping, with its search: the search there is news of; the address is sealed with it';

COMMENT ON COLUMN public.outbox.state IS 'plain, bookkeeping, with its search: waiting, sending, sent, failed or uncertain';

COMMENT ON COLUMN public.outbox.attempts IS 'plain, bookkeeping, with its search: how often it was refused for the moment';

COMMENT ON COLUMN public.outbox.queued_at IS 'plain, bookkeeping, with its search: when it was queued';

COMMENT ON COLUMN public.outbox.next_at IS 'plain, bookkeeping, with its search: when it is tried';

COMMENT ON COLUMN public.outbox.moved_at IS 'plain, bookkeeping, with its search: when its state last changed';

ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.pair_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pair_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.partner (
    id bigint NOT NULL,
    name text NOT NULL,
    phone text,
    takes text[] DEFAULT '{}'::text[] NOT NULL,
    organisation_id bigint,
    is_sample boolean DEFAULT false NOT NULL,
    added_by bigint,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT "A partner's name is short" CHECK (((length(btrim(name)) >= 2) AND (length(btrim(name)) <= 120))),
    CONSTRAINT "A partner's number is short" CHECK (((length(phone) >= 3) AND (length(phone) <= 40))),
    CONSTRAINT "What a partner takes is known" CHECK ((takes <@ '{child,legal,family,shelter,health,rapid,other}'::text[]))
);

ALTER TABLE ONLY public.partner FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.partner.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.partner.name IS 'plain, place, kept: what the organisation is called';

COMMENT ON COLUMN public.partner.phone IS 'plain, place, kept: a number that it makes known itself';

COMMENT ON COLUMN public.partner.takes IS 'plain, place, kept: what it takes over';

COMMENT ON COLUMN public.partner.organisation_id IS 'plain, bookkeeping, kept: the same organisation, where it has accounts here';

COMMENT ON COLUMN public.partner.is_sample IS 'plain, bookkeeping, kept: whether it is invented';

COMMENT ON COLUMN public.partner.added_by IS 'plain, staff, kept: who added it';

COMMENT ON COLUMN public.partner.added_at IS 'plain, bookkeeping, kept: when it was added';

ALTER TABLE public.partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pattern_name (
    id bigint NOT NULL,
    kind text NOT NULL,
    facility_id integer NOT NULL,
    pattern text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    name text NOT NULL,
    reason text NOT NULL,
    account_id bigint NOT NULL,
    named_at timestamp with time zone NOT NULL,
    CONSTRAINT "A name has a reason" CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 1000))),
    CONSTRAINT "A name has up to 120 characters" CHECK (((length(btrim(name)) >= 3) AND (length(btrim(name)) <= 120))),
    CONSTRAINT "A pattern is of a known kind" CHECK ((kind = ANY (ARRAY['same_refusal'::text, 'closure'::text, 'blanket'::text]))),
    CONSTRAINT "A pattern lasts" CHECK ((from_day <= until_day))
);

COMMENT ON COLUMN public.pattern_name.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.pattern_name.kind IS 'plain, bookkeeping, kept: why the cases stand together';

COMMENT ON COLUMN public.pattern_name.facility_id IS 'plain, place, kept: of which place';

COMMENT ON COLUMN public.pattern_name.pattern IS 'plain, bookkeeping, kept: the kind of denial';

COMMENT ON COLUMN public.pattern_name.from_day IS 'plain, place, kept: the first day of the cases then';

COMMENT ON COLUMN public.pattern_name.until_day IS 'plain, place, kept: the last';

COMMENT ON COLUMN public.pattern_name.name IS 'plain, staff, kept: what somebody called it';

COMMENT ON COLUMN public.pattern_name.reason IS 'plain, staff, kept: why it is one';

COMMENT ON COLUMN public.pattern_name.account_id IS 'plain, staff, kept: the monitor who named it';

COMMENT ON COLUMN public.pattern_name.named_at IS 'plain, bookkeeping, kept: when';

ALTER TABLE public.pattern_name ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pattern_name_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.person (
    id bigint NOT NULL,
    batch_id bigint NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON COLUMN public.person.id IS 'plain, identity, with its batch: number';

COMMENT ON COLUMN public.person.batch_id IS 'plain, provenance, with its batch: what first told of them';

COMMENT ON COLUMN public.person.is_sample IS 'plain, provenance, with its batch: whether they are invented';

COMMENT ON COLUMN public.person.created_at IS 'plain, bookkeeping, with its batch: when they were first written here';

ALTER TABLE public.person_description ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.person_description_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.person_due (
    follower text NOT NULL,
    person_id bigint NOT NULL,
    since timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON COLUMN public.person_due.follower IS 'plain, bookkeeping, until it is done: who has to look at them';

COMMENT ON COLUMN public.person_due.person_id IS 'plain, identity, until it is done: whom to look at';

COMMENT ON COLUMN public.person_due.since IS 'plain, bookkeeping, until it is done: when they became due';

ALTER TABLE public.person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.person_identifier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.person_identifier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.person_keys (
    person_id bigint NOT NULL,
    keys integer[] NOT NULL
);

COMMENT ON COLUMN public.person_keys.person_id IS 'plain, identity, with its batch: who';

COMMENT ON COLUMN public.person_keys.keys IS 'plain, identity, with its batch: hashes of the words of every name, and every birth, to find the person by';

CREATE TABLE public.place_day (
    facility_id integer NOT NULL,
    day date NOT NULL,
    standing text NOT NULL,
    least_minutes smallint NOT NULL,
    most_minutes smallint NOT NULL,
    contested_minutes smallint DEFAULT 0 NOT NULL,
    posted_minutes smallint,
    outcome text,
    severity text DEFAULT 'none'::text NOT NULL,
    breaches smallint DEFAULT 0 NOT NULL,
    events smallint DEFAULT 0 NOT NULL,
    evaluated_at timestamp with time zone NOT NULL,
    CONSTRAINT "A day is none, grey, amber or red" CHECK ((severity = ANY (ARRAY['none'::text, 'grey'::text, 'amber'::text, 'red'::text]))),
    CONSTRAINT "A day is open, short, closed or unknown" CHECK ((standing = ANY (ARRAY['open'::text, 'short'::text, 'closed'::text, 'unknown'::text]))),
    CONSTRAINT "A day of a clock that changes has up to 25 hours" CHECK ((((least_minutes >= 0) AND (least_minutes <= most_minutes)) AND (most_minutes <= 1500))),
    CONSTRAINT "Of the hours of a day is said what rules say" CHECK ((outcome = ANY (ARRAY['met'::text, 'breached'::text, 'unknown'::text, 'not_in_force'::text, 'pending'::text])))
);

COMMENT ON COLUMN public.place_day.facility_id IS 'plain, place, kept: of which place';

COMMENT ON COLUMN public.place_day.day IS 'plain, place, kept: which day, by its clock';

COMMENT ON COLUMN public.place_day.standing IS 'plain, place, kept: open, short, closed or unknown';

COMMENT ON COLUMN public.place_day.least_minutes IS 'plain, place, kept: the fewest minutes that it can have been open';

COMMENT ON COLUMN public.place_day.most_minutes IS 'plain, place, kept: the most';

COMMENT ON COLUMN public.place_day.contested_minutes IS 'plain, place, kept: minutes on which accounts differ';

COMMENT ON COLUMN public.place_day.posted_minutes IS 'plain, place, kept: minutes that were posted';

COMMENT ON COLUMN public.place_day.outcome IS 'plain, place, kept: what the rules on hours say; none where none binds';

COMMENT ON COLUMN public.place_day.severity IS 'plain, place, kept: the gravest finding of the day';

COMMENT ON COLUMN public.place_day.breaches IS 'plain, place, kept: how many findings say that a rule was broken';

COMMENT ON COLUMN public.place_day.events IS 'plain, bookkeeping, kept: how many accounts there are of it';

COMMENT ON COLUMN public.place_day.evaluated_at IS 'plain, bookkeeping, kept: when the rules were last asked';

CREATE TABLE public.place_day_known (
    id bigint NOT NULL,
    facility_id integer NOT NULL,
    day date NOT NULL,
    known_at timestamp with time zone NOT NULL,
    standing text NOT NULL,
    least_minutes smallint NOT NULL,
    most_minutes smallint NOT NULL,
    posted_minutes smallint,
    outcome text,
    severity text NOT NULL,
    breaches smallint NOT NULL,
    events smallint NOT NULL
);

COMMENT ON COLUMN public.place_day_known.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.place_day_known.facility_id IS 'plain, place, kept: of which place';

COMMENT ON COLUMN public.place_day_known.day IS 'plain, place, kept: which day, by its clock';

COMMENT ON COLUMN public.place_day_known.known_at IS 'plain, bookkeeping, kept: from when on it was known so';

COMMENT ON COLUMN public.place_day_known.standing IS 'plain, place, kept: open, short, closed or unknown';

COMMENT ON COLUMN public.place_day_known.least_minutes IS 'plain, place, kept: the fewest minutes that it can have been open';

COMMENT ON COLUMN public.place_day_known.most_minutes IS 'plain, place, kept: the most';

COMMENT ON COLUMN public.place_day_known.posted_minutes IS 'plain, place, kept: minutes that were posted';

COMMENT ON COLUMN public.place_day_known.outcome IS 'plain, place, kept: what the rules on hours said';

COMMENT ON COLUMN public.place_day_known.severity IS 'plain, place, kept: the gravest finding of the day';

COMMENT ON COLUMN public.place_day_known.breaches IS 'plain, place, kept: how many findings said that a rule was broken';

COMMENT ON COLUMN public.place_day_known.events IS 'plain, bookkeeping, kept: how many accounts there were of it';

ALTER TABLE public.place_day_known ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.place_day_known_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.place_event (
    id bigint NOT NULL,
    facility_id integer NOT NULL,
    kind text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    "precision" text DEFAULT 'minute'::text NOT NULL,
    until_at timestamp with time zone,
    zone text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    observer text NOT NULL,
    standing text NOT NULL,
    is_first_hand boolean NOT NULL,
    grade text NOT NULL,
    corrects_event_id bigint,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    note text,
    is_sample boolean DEFAULT false NOT NULL,
    CONSTRAINT "A time at a place is known to the minute, the quarter, the hour" CHECK (("precision" = ANY (ARRAY['minute'::text, 'quarter'::text, 'hour'::text, 'day'::text]))),
    CONSTRAINT "Somebody saw the place or told of it" CHECK ((observer <> ''::text)),
    CONSTRAINT "What is taken back of a place is named" CHECK (((kind <> 'taken_back'::text) OR (corrects_event_id IS NOT NULL))),
    CONSTRAINT "What is told of a place is evidence of grade A to D" CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
    CONSTRAINT "What is told of a place is of a known kind" CHECK ((kind = ANY (ARRAY['open_observed'::text, 'closed_observed'::text, 'hours_posted'::text, 'closed'::text, 'reopened'::text, 'closure_notified'::text, 'not_notified'::text, 'policy_stated'::text, 'emergency'::text, 'taken_back'::text]))),
    CONSTRAINT "What lasted at a place ended after it began" CHECK ((until_at >= happened_at)),
    CONSTRAINT "What was seen at a place had happened when it was written down" CHECK (((kind = ANY (ARRAY['hours_posted'::text, 'taken_back'::text])) OR ((happened_at <= (recorded_at + '00:05:00'::interval)) AND ((until_at IS NULL) OR (until_at <= (recorded_at + '00:05:00'::interval)))))),
    CONSTRAINT "What was seen at a place was seen for a while" CHECK (((kind <> ALL (ARRAY['open_observed'::text, 'closed_observed'::text, 'hours_posted'::text])) OR (until_at > happened_at))),
    CONSTRAINT "Who told of a place is somebody to the matter" CHECK ((standing = ANY (ARRAY['requester'::text, 'plaintiffs_counsel'::text, 'detained'::text, 'family'::text, 'official'::text, 'observer'::text])))
);

COMMENT ON COLUMN public.place_event.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.place_event.facility_id IS 'plain, place, kept: of which place';

COMMENT ON COLUMN public.place_event.kind IS 'plain, place, kept: what was seen or told of it';

COMMENT ON COLUMN public.place_event.happened_at IS 'plain, place, kept: when it was so';

COMMENT ON COLUMN public.place_event."precision" IS 'plain, place, kept: minute, quarter, hour or day';

COMMENT ON COLUMN public.place_event.until_at IS 'plain, place, kept: until when it was so';

COMMENT ON COLUMN public.place_event.zone IS 'plain, place, kept: the place''s time zone at that time';

COMMENT ON COLUMN public.place_event.recorded_at IS 'plain, bookkeeping, kept: when it was written here';

COMMENT ON COLUMN public.place_event.account_id IS 'plain, staff, kept: the account that wrote it';

COMMENT ON COLUMN public.place_event.observer IS 'plain, staff, kept: who saw it or told it';

COMMENT ON COLUMN public.place_event.standing IS 'plain, staff, kept: what the observer is to the matter';

COMMENT ON COLUMN public.place_event.is_first_hand IS 'plain, staff, kept: whether the observer saw it';

COMMENT ON COLUMN public.place_event.grade IS 'plain, place, kept: how strong the evidence is, A to D';

COMMENT ON COLUMN public.place_event.corrects_event_id IS 'plain, place, kept: the event that this one replaces or takes back';

COMMENT ON COLUMN public.place_event.details IS 'plain, place, kept: whether a visit could start, proof, distance and the like, as named fields';

COMMENT ON COLUMN public.place_event.note IS 'plain, place, kept: words of a notice; nothing of anybody detained';

COMMENT ON COLUMN public.place_event.is_sample IS 'plain, bookkeeping, kept: whether it is invented';

ALTER TABLE public.place_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.place_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.place_finding (
    id bigint NOT NULL,
    facility_id integer NOT NULL,
    key text NOT NULL,
    day date NOT NULL,
    rule text NOT NULL,
    outcome text,
    due_at timestamp with time zone,
    severity text NOT NULL,
    facts bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    finding jsonb DEFAULT '{}'::jsonb NOT NULL,
    through_event_id bigint NOT NULL,
    found_at timestamp with time zone NOT NULL,
    CONSTRAINT "A clock of a place that runs ends" CHECK (((due_at IS NOT NULL) = (NOT (outcome IS DISTINCT FROM 'pending'::text)))),
    CONSTRAINT "A finding of a place has a key" CHECK ((key <> ''::text)),
    CONSTRAINT "A finding of a place is none, grey, amber or red" CHECK ((severity = ANY (ARRAY['none'::text, 'grey'::text, 'amber'::text, 'red'::text]))),
    CONSTRAINT "An outcome for a place is met, breached, unknown, not in force " CHECK ((outcome = ANY (ARRAY['met'::text, 'breached'::text, 'unknown'::text, 'not_in_force'::text, 'pending'::text])))
);

COMMENT ON COLUMN public.place_finding.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.place_finding.facility_id IS 'plain, place, kept: of which place';

COMMENT ON COLUMN public.place_finding.key IS 'plain, bookkeeping, kept: place, event or day, rule and version';

COMMENT ON COLUMN public.place_finding.day IS 'plain, place, kept: the day it is about, by the place''s clock';

COMMENT ON COLUMN public.place_finding.rule IS 'plain, bookkeeping, kept: the rule and its version';

COMMENT ON COLUMN public.place_finding.outcome IS 'plain, place, kept: met, breached, unknown, not_in_force, pending; none once it is gone';

COMMENT ON COLUMN public.place_finding.due_at IS 'plain, place, kept: when a clock that runs ends';

COMMENT ON COLUMN public.place_finding.severity IS 'plain, place, kept: none, grey, amber or red';

COMMENT ON COLUMN public.place_finding.facts IS 'plain, place, kept: the events that it rests on';

COMMENT ON COLUMN public.place_finding.finding IS 'plain, place, kept: the finding as data, with its reasons';

COMMENT ON COLUMN public.place_finding.through_event_id IS 'plain, bookkeeping, kept: the last event that was known when it was found';

COMMENT ON COLUMN public.place_finding.found_at IS 'plain, bookkeeping, kept: when it was found';

ALTER TABLE public.place_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.place_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.place_status (
    facility_id integer NOT NULL,
    due_at timestamp with time zone,
    last_event_id bigint NOT NULL,
    evaluated_at timestamp with time zone NOT NULL
);

COMMENT ON COLUMN public.place_status.facility_id IS 'plain, bookkeeping, kept: of which place';

COMMENT ON COLUMN public.place_status.due_at IS 'plain, place, kept: when the next clock ends';

COMMENT ON COLUMN public.place_status.last_event_id IS 'plain, bookkeeping, kept: the newest event that was counted';

COMMENT ON COLUMN public.place_status.evaluated_at IS 'plain, bookkeeping, kept: when the rules were last asked';

CREATE TABLE public.protection (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    asked_by text NOT NULL,
    set_by bigint,
    set_at timestamp with time zone NOT NULL,
    until timestamp with time zone,
    lifted_by bigint,
    lifted_at timestamp with time zone,
    lifted_because text,
    CONSTRAINT "A lifted protection says why" CHECK (((lifted_at IS NULL) = (lifted_because IS NULL))),
    CONSTRAINT "A protection ends after it was set" CHECK ((until > set_at)),
    CONSTRAINT "A protection is asked for by somebody known" CHECK ((asked_by = ANY (ARRAY['person'::text, 'lawyer'::text, 'family'::text, 'responder'::text]))),
    CONSTRAINT "A protection is lifted after it was set" CHECK ((lifted_at >= set_at)),
    CONSTRAINT "A protection is lifted for a known reason" CHECK ((lifted_because = ANY (ARRAY['asked'::text, 'mistake'::text, 'over'::text, 'decided'::text]))),
    CONSTRAINT "A protection is of a known kind" CHECK ((kind = ANY (ARRAY['minor'::text, 'section_1367'::text, 'safety'::text, 'hidden'::text, 'contested'::text]))),
    CONSTRAINT "Who lifts a protection lifts it at some time" CHECK (((lifted_by IS NULL) OR (lifted_at IS NOT NULL)))
);

COMMENT ON COLUMN public.protection.id IS 'plain, bookkeeping, with its batch: number';

COMMENT ON COLUMN public.protection.person_id IS 'plain, identity, with its batch: who is protected';

COMMENT ON COLUMN public.protection.kind IS 'plain, identity, with its batch: minor, section_1367, safety, hidden or contested';

COMMENT ON COLUMN public.protection.asked_by IS 'plain, identity, with its batch: whether the person, their lawyer, their family or a responder asked';

COMMENT ON COLUMN public.protection.set_by IS 'plain, staff, with its batch: the account that set it; none at the command line';

COMMENT ON COLUMN public.protection.set_at IS 'plain, bookkeeping, with its batch: since when';

COMMENT ON COLUMN public.protection.until IS 'plain, bookkeeping, with its batch: when it ends by itself, if it does';

COMMENT ON COLUMN public.protection.lifted_by IS 'plain, staff, with its batch: the account that lifted it';

COMMENT ON COLUMN public.protection.lifted_at IS 'plain, bookkeeping, with its batch: when it was lifted';

COMMENT ON COLUMN public.protection.lifted_because IS 'plain, bookkeeping, with its batch: asked, mistake, over or decided';

ALTER TABLE public.protection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.protection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.record_count (
    kind text NOT NULL,
    item text NOT NULL,
    counted bigint NOT NULL,
    given bigint,
    family bigint,
    spelled text,
    counted_at timestamp with time zone DEFAULT now() NOT NULL,
    countries text,
    CONSTRAINT "A count is of a known kind" CHECK ((kind = ANY (ARRAY['people'::text, 'names'::text, 'word'::text, 'country'::text, 'place'::text]))),
    CONSTRAINT "What is counted is there" CHECK ((counted >= 0)),
    CONSTRAINT "Words alone are counted by country" CHECK (((countries IS NULL) OR ((kind = 'word'::text) AND (countries ~ '^[A-Z]{2}:[1-9][0-9]*( [A-Z]{2}:[1-9][0-9]*)*$'::text)))),
    CONSTRAINT "Words alone are given or family names" CHECK ((((given IS NOT NULL) AND (family IS NOT NULL)) = (kind = 'word'::text))),
    CONSTRAINT "Words alone are spelled otherwise" CHECK (((spelled IS NULL) OR (kind = 'word'::text)))
);

COMMENT ON COLUMN public.record_count.kind IS 'plain, identity, until the next count: what is counted: people, names, a word, a country or a place';

COMMENT ON COLUMN public.record_count.item IS 'plain, identity, until the next count: which word, country or place';

COMMENT ON COLUMN public.record_count.counted IS 'plain, identity, until the next count: how many people it is said of';

COMMENT ON COLUMN public.record_count.given IS 'plain, identity, until the next count: how often the word is a given name';

COMMENT ON COLUMN public.record_count.family IS 'plain, identity, until the next count: how often the word is a family name';

COMMENT ON COLUMN public.record_count.spelled IS 'plain, identity, until the next count: the words in the records that are read as this one';

COMMENT ON COLUMN public.record_count.counted_at IS 'plain, bookkeeping, until the next count: when';

COMMENT ON COLUMN public.record_count.countries IS 'plain, identity, until the next count: how many of the word''s bearers are from each country';

CREATE TABLE public.recovery_code (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    code_sha256 bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT "A recovery code is kept as a SHA-256" CHECK ((octet_length(code_sha256) = 32)),
    CONSTRAINT "A recovery code is used after it was made" CHECK ((used_at >= created_at))
);

ALTER TABLE ONLY public.recovery_code FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.recovery_code.id IS 'plain, bookkeeping, until they are replaced: number';

COMMENT ON COLUMN public.recovery_code.account_id IS 'plain, staff, until they are replaced: whose recovery code';

COMMENT ON COLUMN public.recovery_code.code_sha256 IS 'plain, secret, until they are replaced: hash of its 100 random bits';

COMMENT ON COLUMN public.recovery_code.created_at IS 'plain, bookkeeping, until they are replaced: when it was given';

COMMENT ON COLUMN public.recovery_code.used_at IS 'plain, staff, until they are replaced: when it was used; once, for ever';

ALTER TABLE public.recovery_code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.recovery_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release (
    id integer NOT NULL,
    period_from date NOT NULL,
    period_until date NOT NULL,
    known_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    document text NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT "A release covers days that are over" CHECK (((period_from < period_until) AND (known_at <= made_at))),
    CONSTRAINT "A release is what its hash says" CHECK ((sha256 = sha256(convert_to(document, 'UTF8'::name))))
);

COMMENT ON COLUMN public.release.id IS 'plain, bookkeeping, kept: number in the calendar';

COMMENT ON COLUMN public.release.period_from IS 'plain, bookkeeping, kept: the first day it tells of';

COMMENT ON COLUMN public.release.period_until IS 'plain, bookkeeping, kept: the day after its last';

COMMENT ON COLUMN public.release.known_at IS 'plain, bookkeeping, kept: what was recorded and decided by then';

COMMENT ON COLUMN public.release.made_at IS 'plain, bookkeeping, kept: when it was made';

COMMENT ON COLUMN public.release.document IS 'plain, bookkeeping, kept: what was published, byte for byte';

COMMENT ON COLUMN public.release.sha256 IS 'plain, bookkeeping, kept: its hash';

CREATE TABLE public.release_counted (
    request_id bigint NOT NULL,
    release_id integer NOT NULL,
    place text NOT NULL,
    kind text NOT NULL
);

ALTER TABLE ONLY public.release_counted FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.release_counted.request_id IS 'plain, custody, three years: a request that a release counted';

COMMENT ON COLUMN public.release_counted.release_id IS 'plain, bookkeeping, three years: which release';

COMMENT ON COLUMN public.release_counted.place IS 'plain, place, three years: in whose line';

COMMENT ON COLUMN public.release_counted.kind IS 'plain, custody, three years: as which kind of denial';

CREATE TABLE public.release_total (
    release_id integer NOT NULL,
    place text NOT NULL,
    kind text NOT NULL,
    requests integer NOT NULL,
    CONSTRAINT "A total counts somebody" CHECK ((requests > 0))
);

ALTER TABLE ONLY public.release_total FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.release_total.release_id IS 'plain, bookkeeping, kept: of which release';

COMMENT ON COLUMN public.release_total.place IS 'plain, place, kept: at which place';

COMMENT ON COLUMN public.release_total.kind IS 'plain, bookkeeping, kept: of which kind of denial';

COMMENT ON COLUMN public.release_total.requests IS 'plain, bookkeeping, kept: how many requests; small counts are told to nobody';

CREATE TABLE public.review_answer (
    decision_id bigint NOT NULL,
    request_id bigint,
    account_id bigint NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    CONSTRAINT "An answer has up to 2000 characters" CHECK (((length(btrim(answer)) >= 1) AND (length(btrim(answer)) <= 2000)))
);

ALTER TABLE ONLY public.review_answer FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.review_answer.decision_id IS 'plain, bookkeeping, three years: the question that it answers';

COMMENT ON COLUMN public.review_answer.request_id IS 'plain, custody, three years: of which request';

COMMENT ON COLUMN public.review_answer.account_id IS 'plain, staff, three years: who answered';

COMMENT ON COLUMN public.review_answer.answer IS 'plain, custody, three years: the answer';

COMMENT ON COLUMN public.review_answer.answered_at IS 'plain, bookkeeping, three years: when';

ALTER TABLE public.review_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_decision (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    finding_id bigint,
    account_id bigint NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    question text,
    decided_at timestamp with time zone NOT NULL,
    place_finding_id bigint,
    CONSTRAINT "A decision has a reason" CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 2000))),
    CONSTRAINT "A decision is about one finding" CHECK ((num_nonnulls(finding_id, place_finding_id) = 1)),
    CONSTRAINT "A question has up to 1000 characters" CHECK (((length(btrim(question)) >= 3) AND (length(btrim(question)) <= 1000))),
    CONSTRAINT "A verdict is one of four" CHECK ((verdict = ANY (ARRAY['upheld'::text, 'not_upheld'::text, 'unclear'::text, 'needs_facts'::text]))),
    CONSTRAINT "Who needs facts asks for them" CHECK (((question IS NOT NULL) = (verdict = 'needs_facts'::text)))
);

ALTER TABLE ONLY public.review_decision FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.review_decision.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.review_decision.case_id IS 'plain, bookkeeping, three years: of which case';

COMMENT ON COLUMN public.review_decision.finding_id IS 'plain, bookkeeping, three years: of the finding as it was then';

COMMENT ON COLUMN public.review_decision.account_id IS 'plain, staff, three years: the monitor who decided';

COMMENT ON COLUMN public.review_decision.verdict IS 'plain, custody, three years: upheld, not upheld, unclear, or that facts are needed';

COMMENT ON COLUMN public.review_decision.reason IS 'plain, staff, three years: why; a note of the reviewer, never in a bundle';

COMMENT ON COLUMN public.review_decision.question IS 'plain, staff, three years: what the attorney was asked';

COMMENT ON COLUMN public.review_decision.decided_at IS 'plain, bookkeeping, three years: when';

COMMENT ON COLUMN public.review_decision.place_finding_id IS 'plain, bookkeeping, three years: of the finding of a place as it was then';

ALTER TABLE public.review_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_opening (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    finding_id bigint,
    account_id bigint NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    place_finding_id bigint,
    CONSTRAINT "An opening has a reason" CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500))),
    CONSTRAINT "An opening is of one finding" CHECK ((num_nonnulls(finding_id, place_finding_id) = 1))
);

ALTER TABLE ONLY public.review_opening FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.review_opening.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.review_opening.case_id IS 'plain, bookkeeping, three years: of which case';

COMMENT ON COLUMN public.review_opening.finding_id IS 'plain, bookkeeping, three years: for the finding as it was then';

COMMENT ON COLUMN public.review_opening.account_id IS 'plain, staff, three years: the monitor who saw names and times';

COMMENT ON COLUMN public.review_opening.reason IS 'plain, staff, three years: why';

COMMENT ON COLUMN public.review_opening.opened_at IS 'plain, bookkeeping, three years: when';

COMMENT ON COLUMN public.review_opening.place_finding_id IS 'plain, bookkeeping, three years: for the finding of a place as it was then';

ALTER TABLE public.review_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.review_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.review_question (
    decision_id bigint NOT NULL,
    case_id bigint NOT NULL,
    request_id bigint,
    question text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    facility_id integer,
    day date,
    tellers bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    teller_offices bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    CONSTRAINT "A question is about a request or about a day of a place" CHECK (((num_nonnulls(request_id, facility_id) = 1) AND ((facility_id IS NULL) = (day IS NULL))))
);

ALTER TABLE ONLY public.review_question FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.review_question.decision_id IS 'plain, bookkeeping, three years: the decision that asks';

COMMENT ON COLUMN public.review_question.case_id IS 'plain, bookkeeping, three years: of which case';

COMMENT ON COLUMN public.review_question.request_id IS 'plain, custody, three years: on whose page it stands';

COMMENT ON COLUMN public.review_question.question IS 'plain, staff, three years: what the attorney is asked';

COMMENT ON COLUMN public.review_question.asked_at IS 'plain, bookkeeping, three years: when';

COMMENT ON COLUMN public.review_question.facility_id IS 'plain, place, three years: of which place';

COMMENT ON COLUMN public.review_question.day IS 'plain, place, three years: on the page of which day it stands';

COMMENT ON COLUMN public.review_question.tellers IS 'plain, staff, three years: who told of the day, and is asked';

COMMENT ON COLUMN public.review_question.teller_offices IS 'plain, staff, three years: their offices';

CREATE TABLE public.rulebook_file (
    id bigint NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT "A file of the rulebook has a name in its folder" CHECK ((name ~ '^[A-Za-z0-9_-]+(/[A-Z0-9]+(-[A-Z0-9]+)*\.[0-9]+)?(\.schema)?\.json$'::text)),
    CONSTRAINT "A file of the rulebook is held to by a SHA-256" CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT "A file of the rulebook is not empty" CHECK ((octet_length(content) > 0))
);

COMMENT ON COLUMN public.rulebook_file.id IS 'plain, provenance, kept: number';

COMMENT ON COLUMN public.rulebook_file.name IS 'plain, provenance, kept: its name in the folder of rules';

COMMENT ON COLUMN public.rulebook_file.sha256 IS 'plain, provenance, kept: of its bytes';

COMMENT ON COLUMN public.rulebook_file.content IS 'plain, provenance, kept: the file as it was applied';

COMMENT ON COLUMN public.rulebook_file.applied_at IS 'plain, provenance, kept: when it was applied';

ALTER TABLE public.rulebook_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rulebook_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.search_match (
    id bigint NOT NULL,
    search_id bigint NOT NULL,
    person_id bigint NOT NULL,
    bits double precision NOT NULL,
    probability double precision NOT NULL,
    likelihood text NOT NULL,
    reasons jsonb NOT NULL,
    best_bits double precision NOT NULL,
    best_likelihood text NOT NULL,
    found_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone,
    gone_because text,
    seen_at timestamp with time zone,
    CONSTRAINT "A match is likely or possible" CHECK ((likelihood = ANY (ARRAY['likely'::text, 'possible'::text]))),
    CONSTRAINT "A match is taken back for a known reason" CHECK ((gone_because = ANY (ARRAY['withdrawn'::text, 'merged'::text, 'no longer fits'::text]))),
    CONSTRAINT "A match that is taken back says why" CHECK (((gone_at IS NULL) = (gone_because IS NULL))),
    CONSTRAINT "A match's probability lies between 0 and 1" CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
    CONSTRAINT "A reported match was likely or possible" CHECK ((best_likelihood = ANY (ARRAY['likely'::text, 'possible'::text])))
);

COMMENT ON COLUMN public.search_match.id IS 'plain, bookkeeping, until 14 days after it ends: number';

COMMENT ON COLUMN public.search_match.search_id IS 'plain, identity, until 14 days after it ends: the search';

COMMENT ON COLUMN public.search_match.person_id IS 'plain, identity, until 14 days after it ends: who fits it, as they were shown then';

COMMENT ON COLUMN public.search_match.bits IS 'plain, identity, until 14 days after it ends: the weight now';

COMMENT ON COLUMN public.search_match.probability IS 'plain, identity, until 14 days after it ends: how likely it is, rivals not counted';

COMMENT ON COLUMN public.search_match.likelihood IS 'plain, identity, until 14 days after it ends: likely or possible';

COMMENT ON COLUMN public.search_match.reasons IS 'plain, identity, until 14 days after it ends: the facts that were compared, how each agreed and what that weighs; no value of either side';

COMMENT ON COLUMN public.search_match.best_bits IS 'plain, identity, until 14 days after it ends: the best weight that was reported';

COMMENT ON COLUMN public.search_match.best_likelihood IS 'plain, identity, until 14 days after it ends: the best word that was reported';

COMMENT ON COLUMN public.search_match.found_at IS 'plain, bookkeeping, until 14 days after it ends: when it was first found';

COMMENT ON COLUMN public.search_match.gone_at IS 'plain, bookkeeping, until 14 days after it ends: since when it no longer holds';

COMMENT ON COLUMN public.search_match.gone_because IS 'plain, bookkeeping, until 14 days after it ends: withdrawn, merged, or no longer fits';

COMMENT ON COLUMN public.search_match.seen_at IS 'plain, staff, until 14 days after it ends: when staff last looked at it';

ALTER TABLE public.search_match ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_match_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.second_factor (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    secret bytea NOT NULL,
    last_step bigint,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT "A second factor is an app or a passkey" CHECK ((kind = ANY (ARRAY['totp'::text, 'passkey'::text]))),
    CONSTRAINT "Only an app counts steps" CHECK (((kind = 'totp'::text) OR (last_step IS NULL)))
);

ALTER TABLE ONLY public.second_factor FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.second_factor.id IS 'plain, bookkeeping, until it is replaced: number';

COMMENT ON COLUMN public.second_factor.account_id IS 'plain, staff, until it is replaced: whose second factor';

COMMENT ON COLUMN public.second_factor.kind IS 'plain, staff, until it is replaced: totp, an authenticator app; passkey is meant for later';

COMMENT ON COLUMN public.second_factor.secret IS 'service key, secret, until it is replaced: what the app and the service share, sealed';

COMMENT ON COLUMN public.second_factor.last_step IS 'plain, bookkeeping, until it is replaced: the period of the last code that was taken';

COMMENT ON COLUMN public.second_factor.created_at IS 'plain, staff, until it is replaced: when it was set up';

ALTER TABLE public.second_factor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.second_factor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.session (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    token_sha256 bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT "A session ends after it began" CHECK ((ended_at >= created_at)),
    CONSTRAINT "A session is seen after it began" CHECK ((last_seen_at >= created_at)),
    CONSTRAINT "A session lasts twelve hours at most" CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '12:00:00'::interval)))),
    CONSTRAINT "A token is kept as a SHA-256" CHECK ((octet_length(token_sha256) = 32))
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.session.id IS 'plain, bookkeeping, 90 days: number';

COMMENT ON COLUMN public.session.account_id IS 'plain, staff, 90 days: who is signed in';

COMMENT ON COLUMN public.session.token_sha256 IS 'plain, secret, 90 days: hash of the cookie''s 256 random bits';

COMMENT ON COLUMN public.session.created_at IS 'plain, staff, 90 days: when it began';

COMMENT ON COLUMN public.session.last_seen_at IS 'plain, staff, 90 days: when it was last used, to half a minute';

COMMENT ON COLUMN public.session.expires_at IS 'plain, bookkeeping, 90 days: when it ends whatever happens';

COMMENT ON COLUMN public.session.ended_at IS 'plain, staff, 90 days: when it was ended by hand';

ALTER TABLE public.session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sign_in (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    token_sha256 bytea NOT NULL,
    code_id bigint,
    new_password text,
    new_secret bytea,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT "A sign-in ends within the hour" CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '01:00:00'::interval)))),
    CONSTRAINT "A sign-in's token is kept as a SHA-256" CHECK ((octet_length(token_sha256) = 32)),
    CONSTRAINT "Only a one-time code lets password and factor be set" CHECK (((code_id IS NOT NULL) OR ((new_password IS NULL) AND (new_secret IS NULL))))
);

ALTER TABLE ONLY public.sign_in FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.sign_in.id IS 'plain, bookkeeping, an hour: number';

COMMENT ON COLUMN public.sign_in.account_id IS 'plain, staff, an hour: who is signing in';

COMMENT ON COLUMN public.sign_in.token_sha256 IS 'plain, secret, an hour: hash of the 256 random bits in the browser''s cookie';

COMMENT ON COLUMN public.sign_in.code_id IS 'plain, bookkeeping, an hour: the one-time code that was shown, if it was no password';

COMMENT ON COLUMN public.sign_in.new_password IS 'plain, secret, an hour: Argon2id of the password that is being set';

COMMENT ON COLUMN public.sign_in.new_secret IS 'service key, secret, an hour: the app''s secret that is being set, sealed';

COMMENT ON COLUMN public.sign_in.created_at IS 'plain, bookkeeping, an hour: when it began';

COMMENT ON COLUMN public.sign_in.expires_at IS 'plain, bookkeeping, an hour: when it ends by itself';

ALTER TABLE public.sign_in ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sign_in_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.suppression (
    digest bytea NOT NULL,
    contest_id bigint NOT NULL,
    person_id bigint,
    made_by bigint,
    made_at timestamp with time zone NOT NULL,
    is_keyed boolean DEFAULT false NOT NULL,
    made_of text,
    CONSTRAINT "A digest has 32 bytes" CHECK ((octet_length(digest) = 32)),
    CONSTRAINT "A digest is of a name, a number, a sealed number or a record" CHECK ((made_of = ANY (ARRAY['name'::text, 'number'::text, 'sealed number'::text, 'record'::text])))
);

COMMENT ON COLUMN public.suppression.digest IS 'service key, identity, kept: by what a record is known again that was wrong: made with the service''s key of the SHA-256 of name and date of birth, of an A-number, or of its own number';

COMMENT ON COLUMN public.suppression.contest_id IS 'plain, bookkeeping, kept: the contest that was upheld';

COMMENT ON COLUMN public.suppression.person_id IS 'plain, identity, with its batch: whose record it was, while it is there';

COMMENT ON COLUMN public.suppression.made_by IS 'plain, staff, kept: the account that decided; none at the command line';

COMMENT ON COLUMN public.suppression.made_at IS 'plain, bookkeeping, kept: when';

COMMENT ON COLUMN public.suppression.is_keyed IS 'plain, bookkeeping, kept: whether the key was there when it was made; else it is made again once the service runs';

COMMENT ON COLUMN public.suppression.made_of IS 'plain, bookkeeping, kept: name, number (plain), sealed number or record; empty of what is older';

CREATE TABLE public.trained_observer (
    id bigint NOT NULL,
    sign text NOT NULL,
    partner_id bigint NOT NULL,
    trained_on date NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    added_by bigint,
    added_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by bigint,
    CONSTRAINT "An observer ends after they were added" CHECK ((ended_at >= added_at)),
    CONSTRAINT "An observer's sign is letters, a dash and digits" CHECK ((sign ~ '^[A-Z]{2,4}-[0-9]{1,4}$'::text))
);

ALTER TABLE ONLY public.trained_observer FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.trained_observer.id IS 'plain, bookkeeping, kept: number';

COMMENT ON COLUMN public.trained_observer.sign IS 'plain, staff, kept: the sign that the observer gives; who it is only the partner knows';

COMMENT ON COLUMN public.trained_observer.partner_id IS 'plain, bookkeeping, kept: who trained them';

COMMENT ON COLUMN public.trained_observer.trained_on IS 'plain, staff, kept: when they were trained';

COMMENT ON COLUMN public.trained_observer.is_sample IS 'plain, bookkeeping, kept: whether it is invented';

COMMENT ON COLUMN public.trained_observer.added_by IS 'plain, staff, kept: who added them';

COMMENT ON COLUMN public.trained_observer.added_at IS 'plain, bookkeeping, kept: when they were added';

COMMENT ON COLUMN public.trained_observer.ended_at IS 'plain, staff, kept: since when they do not count any more';

COMMENT ON COLUMN public.trained_observer.ended_by IS 'plain, staff, kept: who said so';

ALTER TABLE public.trained_observer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trained_observer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.transfer_count (
    from_facility_id integer NOT NULL,
    to_facility_id integer NOT NULL,
    transfers integer NOT NULL,
    counted_from date NOT NULL,
    counted_until date NOT NULL,
    CONSTRAINT "A period of counting ends after it starts" CHECK ((counted_until > counted_from)),
    CONSTRAINT "Transfers are counted from one" CHECK ((transfers > 0))
);

COMMENT ON COLUMN public.transfer_count.from_facility_id IS 'plain, place, kept: moved from';

COMMENT ON COLUMN public.transfer_count.to_facility_id IS 'plain, place, kept: moved to; the same place where the records say so';

COMMENT ON COLUMN public.transfer_count.transfers IS 'plain, place, kept: how many moves were counted; no person is behind a row';

COMMENT ON COLUMN public.transfer_count.counted_from IS 'plain, place, kept: first day of the count';

COMMENT ON COLUMN public.transfer_count.counted_until IS 'plain, place, kept: the day after its last';

CREATE TABLE public.unnamed_description (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    birth_date date,
    birth_year smallint,
    birth_basis text,
    sex text,
    country character(2),
    reported_at timestamp with time zone NOT NULL,
    CONSTRAINT "An unnamed person's birth is known by date, year or age" CHECK ((birth_basis = ANY (ARRAY['date'::text, 'year'::text, 'age'::text]))),
    CONSTRAINT "An unnamed person's birth says how it is known" CHECK (((birth_year IS NULL) = (birth_basis IS NULL))),
    CONSTRAINT "An unnamed person's birth year is plausible" CHECK (((birth_year >= 1850) AND (birth_year <= 2200))),
    CONSTRAINT "An unnamed person's country is two capital letters" CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "An unnamed person's sex is female, male or other" CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text])))
);

COMMENT ON COLUMN public.unnamed_description.id IS 'plain, bookkeeping, with its batch: number';

COMMENT ON COLUMN public.unnamed_description.person_id IS 'plain, identity, with its batch: a person whom the source does not name';

COMMENT ON COLUMN public.unnamed_description.batch_id IS 'plain, provenance, with its batch: the import that told it';

COMMENT ON COLUMN public.unnamed_description.birth_date IS 'plain, identity, with its batch: birth, if the source gives the day';

COMMENT ON COLUMN public.unnamed_description.birth_year IS 'plain, identity, with its batch: year of birth, or about it';

COMMENT ON COLUMN public.unnamed_description.birth_basis IS 'plain, identity, with its batch: whether date, year or age was given';

COMMENT ON COLUMN public.unnamed_description.sex IS 'plain, identity, with its batch: sex as the source gives it';

COMMENT ON COLUMN public.unnamed_description.country IS 'plain, identity, with its batch: country of birth or citizenship';

COMMENT ON COLUMN public.unnamed_description.reported_at IS 'plain, provenance, with its batch: when the source said so';

ALTER TABLE public.unnamed_description ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.unnamed_description_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.vault_key (
    kind text NOT NULL,
    version integer NOT NULL,
    check_value bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT "A key is the service's or the keeper's" CHECK ((kind = ANY (ARRAY['service'::text, 'keeper'::text]))),
    CONSTRAINT "A key retires after it was made" CHECK ((retired_at >= made_at)),
    CONSTRAINT "A key's check value is no key" CHECK ((octet_length(check_value) = ANY (ARRAY[16, 32]))),
    CONSTRAINT "A key's version fits its head" CHECK (((version >= 0) AND (version <= 65535)))
);

ALTER TABLE ONLY public.vault_key FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.vault_key.kind IS 'plain, bookkeeping, kept: service or keeper';

COMMENT ON COLUMN public.vault_key.version IS 'plain, bookkeeping, kept: version of the key; 0 for the key that hashes are made with';

COMMENT ON COLUMN public.vault_key.check_value IS 'plain, secret, kept: what a key is known by: a hash made with it, or a public half';

COMMENT ON COLUMN public.vault_key.made_at IS 'plain, bookkeeping, kept: when the database was told of it';

COMMENT ON COLUMN public.vault_key.retired_at IS 'plain, bookkeeping, kept: since when nothing is sealed with it';

CREATE TABLE public.visit_event (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    kind text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    "precision" text DEFAULT 'minute'::text NOT NULL,
    until_at timestamp with time zone,
    zone text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    account_id bigint,
    observer text NOT NULL,
    standing text NOT NULL,
    is_first_hand boolean NOT NULL,
    channel text,
    grade text NOT NULL,
    corrects_event_id bigint,
    seen_event_id bigint,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    note text,
    incident uuid,
    CONSTRAINT "A channel is a known one" CHECK ((channel = ANY (ARRAY['in_person'::text, 'phone'::text, 'email'::text, 'fax'::text, 'web_form'::text, 'ero_efile'::text, 'video_portal'::text, 'mail'::text]))),
    CONSTRAINT "A visit's event is of a known kind" CHECK ((kind = ANY (ARRAY['submitted'::text, 'delivered'::text, 'acknowledged'::text, 'more_info'::text, 'scheduled'::text, 'walk_in_approved'::text, 'denied'::text, 'no_answer'::text, 'withdrawn'::text, 'arrived'::text, 'let_in'::text, 'refused'::text, 'left'::text, 'completed'::text, 'cut_short'::text, 'closed'::text, 'client_declined'::text, 'moved'::text, 'room_observed'::text, 'demanded'::text, 'attempted'::text, 'entry_rule_failed'::text, 'wrong_location'::text, 'emergency'::text, 'g28_filed'::text, 'note'::text, 'escalated'::text, 'remedied'::text, 'sustained'::text, 'referred_to_counsel'::text, 'reviewed'::text, 'taken_back'::text]))),
    CONSTRAINT "A visit's time is known to the minute, the quarter, the hour or" CHECK (("precision" = ANY (ARRAY['minute'::text, 'quarter'::text, 'hour'::text, 'day'::text]))),
    CONSTRAINT "An observer is somebody to the matter" CHECK ((standing = ANY (ARRAY['requester'::text, 'plaintiffs_counsel'::text, 'detained'::text, 'family'::text, 'official'::text, 'observer'::text]))),
    CONSTRAINT "Evidence is of grade A to D" CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
    CONSTRAINT "Somebody saw it or told it" CHECK ((observer <> ''::text)),
    CONSTRAINT "What happened had happened when it was written down" CHECK ((happened_at <= (recorded_at + '00:05:00'::interval))),
    CONSTRAINT "What is taken back is named" CHECK (((kind <> 'taken_back'::text) OR (corrects_event_id IS NOT NULL))),
    CONSTRAINT "What lasted ended after it began" CHECK ((until_at >= happened_at)),
    CONSTRAINT "What no account wrote is that a mail came" CHECK (((account_id IS NOT NULL) OR ((kind = 'note'::text) AND (channel = 'email'::text) AND (note IS NULL))))
);
ALTER TABLE ONLY public.visit_event ALTER COLUMN observer SET STATISTICS 0;
ALTER TABLE ONLY public.visit_event ALTER COLUMN details SET STATISTICS 0;
ALTER TABLE ONLY public.visit_event ALTER COLUMN note SET STATISTICS 0;

ALTER TABLE ONLY public.visit_event FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.visit_event.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.visit_event.request_id IS 'plain, custody, three years: to which request it happened';

COMMENT ON COLUMN public.visit_event.kind IS 'plain, custody, three years: what happened';

COMMENT ON COLUMN public.visit_event.happened_at IS 'plain, custody, three years: when it happened';

COMMENT ON COLUMN public.visit_event."precision" IS 'plain, custody, three years: minute, quarter, hour or day';

COMMENT ON COLUMN public.visit_event.until_at IS 'plain, custody, three years: until when it lasted';

COMMENT ON COLUMN public.visit_event.zone IS 'plain, custody, three years: the facility''s time zone at that time';

COMMENT ON COLUMN public.visit_event.recorded_at IS 'plain, bookkeeping, three years: when it was written here';

COMMENT ON COLUMN public.visit_event.account_id IS 'plain, staff, three years: the account that wrote it; none for a note that a mail came';

COMMENT ON COLUMN public.visit_event.observer IS 'plain, staff, three years: who saw it or told it';

COMMENT ON COLUMN public.visit_event.standing IS 'plain, staff, three years: what the observer is to the matter';

COMMENT ON COLUMN public.visit_event.is_first_hand IS 'plain, staff, three years: whether the observer saw or heard it';

COMMENT ON COLUMN public.visit_event.channel IS 'plain, custody, three years: by which way it was sent or said';

COMMENT ON COLUMN public.visit_event.grade IS 'plain, custody, three years: how strong the evidence is, A to D';

COMMENT ON COLUMN public.visit_event.corrects_event_id IS 'plain, custody, three years: the event that this one replaces or takes back';

COMMENT ON COLUMN public.visit_event.seen_event_id IS 'plain, bookkeeping, three years: the last event that its writer had seen';

COMMENT ON COLUMN public.visit_event.details IS 'plain, custody, three years: reason, room, slot and the like, as named fields';

COMMENT ON COLUMN public.visit_event.note IS 'plain, custody, three years: words that were said, names, badges; to be sealed once keys exist';

COMMENT ON COLUMN public.visit_event.incident IS 'plain, custody, three years: shared by the events of one incident';

ALTER TABLE public.visit_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.visit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.visit_finding (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    key text NOT NULL,
    rule text NOT NULL,
    outcome text,
    due_at timestamp with time zone,
    severity text NOT NULL,
    facts bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    finding jsonb DEFAULT '{}'::jsonb NOT NULL,
    through_event_id bigint NOT NULL,
    found_at timestamp with time zone NOT NULL,
    CONSTRAINT "A clock that runs ends" CHECK (((due_at IS NOT NULL) = (NOT (outcome IS DISTINCT FROM 'pending'::text)))),
    CONSTRAINT "A finding has a key" CHECK ((key <> ''::text)),
    CONSTRAINT "A finding is none, grey, amber or red" CHECK ((severity = ANY (ARRAY['none'::text, 'grey'::text, 'amber'::text, 'red'::text]))),
    CONSTRAINT "An outcome is met, breached, unknown, not in force or pending" CHECK ((outcome = ANY (ARRAY['met'::text, 'breached'::text, 'unknown'::text, 'not_in_force'::text, 'pending'::text])))
);

ALTER TABLE ONLY public.visit_finding FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.visit_finding.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.visit_finding.request_id IS 'plain, custody, three years: of which request';

COMMENT ON COLUMN public.visit_finding.key IS 'plain, bookkeeping, three years: subject, event or day, rule and version';

COMMENT ON COLUMN public.visit_finding.rule IS 'plain, bookkeeping, three years: the rule and its version';

COMMENT ON COLUMN public.visit_finding.outcome IS 'plain, custody, three years: met, breached, unknown, not_in_force, pending; none once it is gone';

COMMENT ON COLUMN public.visit_finding.due_at IS 'plain, custody, three years: when a clock that runs ends';

COMMENT ON COLUMN public.visit_finding.severity IS 'plain, custody, three years: none, grey, amber or red';

COMMENT ON COLUMN public.visit_finding.facts IS 'plain, custody, three years: the events that it rests on';

COMMENT ON COLUMN public.visit_finding.finding IS 'plain, custody, three years: the finding as data, with its reasons; no words of people';

COMMENT ON COLUMN public.visit_finding.through_event_id IS 'plain, bookkeeping, three years: the last event that was known when it was found';

COMMENT ON COLUMN public.visit_finding.found_at IS 'plain, bookkeeping, three years: when it was found';

ALTER TABLE public.visit_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.visit_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.visit_request (
    id bigint NOT NULL,
    reference text NOT NULL,
    facility_id integer NOT NULL,
    office_id bigint,
    account_id bigint NOT NULL,
    person_id bigint,
    client_name text NOT NULL,
    client_a_number text,
    client_birth text,
    client_country character(2),
    asker_role text NOT NULL,
    asker_name text,
    supervisor text,
    companions text,
    people smallint DEFAULT 1 NOT NULL,
    tie text NOT NULL,
    g28 text DEFAULT 'none'::text NOT NULL,
    mode text NOT NULL,
    window_opens timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL,
    window_closes timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL,
    minutes smallint,
    languages text,
    accommodation text,
    urgency text DEFAULT 'none'::text NOT NULL,
    urgent_at timestamp with time zone,
    began_at_door boolean DEFAULT false NOT NULL,
    incident uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "A G-28 is none, unsigned, signed or filed" CHECK ((g28 = ANY (ARRAY['none'::text, 'unsigned'::text, 'signed'::text, 'filed'::text]))),
    CONSTRAINT "A client is called something" CHECK ((client_name <> ''::text)),
    CONSTRAINT "A client is retained, prospective, in expedited removal or othe" CHECK ((tie = ANY (ARRAY['retained'::text, 'prospective'::text, 'expedited_removal'::text, 'other'::text]))),
    CONSTRAINT "A client's A-number has nine digits or is sealed" CHECK ((client_a_number ~ '^([0-9]{9}|n1\.[A-Za-z0-9_-]{44})$'::text)),
    CONSTRAINT "A client's country is two capital letters" CHECK ((client_country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "A reference is PV and six signs" CHECK ((reference ~ '^PV-[0-9A-HJKMNP-TV-Z]{6}$'::text)),
    CONSTRAINT "A visit is of a known kind" CHECK ((mode = ANY (ARRAY['contact'::text, 'no_contact'::text, 'video'::text, 'call'::text, 'documents'::text]))),
    CONSTRAINT "A visit takes five minutes to eight hours" CHECK (((minutes >= 5) AND (minutes <= 480))),
    CONSTRAINT "One to twenty people come" CHECK (((people >= 1) AND (people <= 20))),
    CONSTRAINT "Up to three windows, each with an end" CHECK (((cardinality(window_opens) <= 3) AND (cardinality(window_opens) = cardinality(window_closes)))),
    CONSTRAINT "Urgency is none, a hearing, an interview, a removal or medical" CHECK ((urgency = ANY (ARRAY['none'::text, 'hearing'::text, 'interview'::text, 'removal'::text, 'medical'::text]))),
    CONSTRAINT "Who asks is an attorney, a representative, an assistant, a stud" CHECK ((asker_role = ANY (ARRAY['attorney'::text, 'accredited_representative'::text, 'legal_assistant'::text, 'law_student'::text, 'interpreter'::text])))
);
ALTER TABLE ONLY public.visit_request ALTER COLUMN client_name SET STATISTICS 0;
ALTER TABLE ONLY public.visit_request ALTER COLUMN client_a_number SET STATISTICS 0;
ALTER TABLE ONLY public.visit_request ALTER COLUMN client_birth SET STATISTICS 0;
ALTER TABLE ONLY public.visit_request ALTER COLUMN asker_name SET STATISTICS 0;
ALTER TABLE ONLY public.visit_request ALTER COLUMN supervisor SET STATISTICS 0;
ALTER TABLE ONLY public.visit_request ALTER COLUMN companions SET STATISTICS 0;
ALTER TABLE ONLY public.visit_request ALTER COLUMN accommodation SET STATISTICS 0;

ALTER TABLE ONLY public.visit_request FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.visit_request.id IS 'plain, bookkeeping, three years: number';

COMMENT ON COLUMN public.visit_request.reference IS 'plain, bookkeeping, three years: what letters and replies name it by; random';

COMMENT ON COLUMN public.visit_request.facility_id IS 'plain, custody, three years: where the visit is wanted';

COMMENT ON COLUMN public.visit_request.office_id IS 'plain, staff, three years: the office whose people see it';

COMMENT ON COLUMN public.visit_request.account_id IS 'plain, staff, three years: the account that filed it';

COMMENT ON COLUMN public.visit_request.person_id IS 'plain, identity, three years: the record of the person, if there is one';

COMMENT ON COLUMN public.visit_request.client_name IS 'plain, identity, three years: the person to be visited, as known; to be sealed once keys exist';

COMMENT ON COLUMN public.visit_request.client_a_number IS 'service key, identity, three years: the A-number, sealed; in nine digits until the service has sealed it';

COMMENT ON COLUMN public.visit_request.client_birth IS 'plain, identity, three years: birth as known; to be sealed once keys exist';

COMMENT ON COLUMN public.visit_request.client_country IS 'plain, identity, three years: country as known';

COMMENT ON COLUMN public.visit_request.asker_role IS 'plain, staff, three years: attorney, representative, assistant, student or interpreter';

COMMENT ON COLUMN public.visit_request.asker_name IS 'plain, staff, three years: the name under the letter';

COMMENT ON COLUMN public.visit_request.supervisor IS 'plain, staff, three years: the attorney whom an assistant works under';

COMMENT ON COLUMN public.visit_request.companions IS 'plain, staff, three years: who else comes along';

COMMENT ON COLUMN public.visit_request.people IS 'plain, staff, three years: how many people come';

COMMENT ON COLUMN public.visit_request.tie IS 'plain, custody, three years: retained, prospective, in expedited removal or other';

COMMENT ON COLUMN public.visit_request.g28 IS 'plain, custody, three years: how far the notice of appearance was when it was filed';

COMMENT ON COLUMN public.visit_request.mode IS 'plain, custody, three years: contact, no_contact, video, call or documents';

COMMENT ON COLUMN public.visit_request.window_opens IS 'plain, custody, three years: when the times that suit begin, up to three';

COMMENT ON COLUMN public.visit_request.window_closes IS 'plain, custody, three years: when they end';

COMMENT ON COLUMN public.visit_request.minutes IS 'plain, custody, three years: how long the visit should be';

COMMENT ON COLUMN public.visit_request.languages IS 'plain, identity, three years: languages that are needed';

COMMENT ON COLUMN public.visit_request.accommodation IS 'plain, identity, three years: what a disability or illness asks for; to be sealed once keys exist';

COMMENT ON COLUMN public.visit_request.urgency IS 'plain, custody, three years: a hearing, an interview, a removal or a medical need';

COMMENT ON COLUMN public.visit_request.urgent_at IS 'plain, custody, three years: when that is';

COMMENT ON COLUMN public.visit_request.began_at_door IS 'plain, custody, three years: whether the visit began at the door, without a request before';

COMMENT ON COLUMN public.visit_request.incident IS 'plain, custody, three years: shared by the requests of one incident';

COMMENT ON COLUMN public.visit_request.created_at IS 'plain, bookkeeping, three years: when it was written here';

ALTER TABLE public.visit_request ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.visit_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.visit_status (
    request_id bigint NOT NULL,
    state text NOT NULL,
    since timestamp with time zone,
    due_at timestamp with time zone,
    severity text DEFAULT 'none'::text NOT NULL,
    breaches smallint DEFAULT 0 NOT NULL,
    last_event_id bigint,
    evaluated_at timestamp with time zone NOT NULL,
    CONSTRAINT "A request is none, grey, amber or red" CHECK ((severity = ANY (ARRAY['none'::text, 'grey'::text, 'amber'::text, 'red'::text])))
);

ALTER TABLE ONLY public.visit_status FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN public.visit_status.request_id IS 'plain, bookkeeping, three years: of which request';

COMMENT ON COLUMN public.visit_status.state IS 'plain, custody, three years: where the request stands';

COMMENT ON COLUMN public.visit_status.since IS 'plain, custody, three years: since when';

COMMENT ON COLUMN public.visit_status.due_at IS 'plain, custody, three years: when the next clock ends';

COMMENT ON COLUMN public.visit_status.severity IS 'plain, custody, three years: the gravest finding';

COMMENT ON COLUMN public.visit_status.breaches IS 'plain, custody, three years: how many findings say that a rule was broken';

COMMENT ON COLUMN public.visit_status.last_event_id IS 'plain, bookkeeping, three years: the newest event that was counted';

COMMENT ON COLUMN public.visit_status.evaluated_at IS 'plain, bookkeeping, three years: when the rules were last asked';

ALTER TABLE ONLY public.intake_contact
    ADD CONSTRAINT "A caller's box has 16 bytes of its own" UNIQUE (selector);

ALTER TABLE ONLY public.one_time_code
    ADD CONSTRAINT "A code is given once" UNIQUE (code_sha256);

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT "A contest suppresses something once" PRIMARY KEY (digest, contest_id);

ALTER TABLE ONLY public.field_office_area
    ADD CONSTRAINT "A county belongs to one field office" PRIMARY KEY (state, county);

ALTER TABLE ONLY public.facility
    ADD CONSTRAINT "A facility has a code of its own" UNIQUE (code);

ALTER TABLE ONLY public.facility_alias
    ADD CONSTRAINT "A facility has an alias once" PRIMARY KEY (facility_id, search_name);

ALTER TABLE ONLY public.field_office
    ADD CONSTRAINT "A field office has a name of its own" UNIQUE (name);

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT "A finding has one case" UNIQUE (request_id, key);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT "A form makes one report" UNIQUE (form_key);

ALTER TABLE ONLY public.known_device
    ADD CONSTRAINT "A known browser has a token of its own" UNIQUE (token_sha256);

ALTER TABLE ONLY public.search_match
    ADD CONSTRAINT "A match is kept once" UNIQUE (search_id, person_id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT "A message has a name of its own" UNIQUE (message_id);

ALTER TABLE ONLY public.alert_message
    ADD CONSTRAINT "A message of an alert has a name of its own" UNIQUE (message_id);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT "A migration is applied once" UNIQUE (name);

ALTER TABLE ONLY public.duplicate_proposal
    ADD CONSTRAINT "A pair is proposed once" UNIQUE (person_a, person_b);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT "A partner has a name of its own" UNIQUE (name);

ALTER TABLE ONLY public.release
    ADD CONSTRAINT "A period has one release" UNIQUE (period_from);

ALTER TABLE ONLY public.person_due
    ADD CONSTRAINT "A person is due once" PRIMARY KEY (follower, person_id);

ALTER TABLE ONLY public.screening
    ADD CONSTRAINT "A person is screened once for each batch" PRIMARY KEY (person_id, batch_id);

ALTER TABLE ONLY public.attorney_pseudonym
    ADD CONSTRAINT "A pseudonym is one attorney's" UNIQUE (number);

ALTER TABLE ONLY public.family_search
    ADD CONSTRAINT "A receipt finds one search" UNIQUE (selector);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT "A recovery code is given once" UNIQUE (code_sha256);

ALTER TABLE ONLY public.alert_source
    ADD CONSTRAINT "A report stands behind an alert once" PRIMARY KEY (alert_id, intake_id);

ALTER TABLE ONLY public.visit_request
    ADD CONSTRAINT "A request has a reference of its own" UNIQUE (reference);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT "A session has a token of its own" UNIQUE (token_sha256);

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT "A sign-in has a token of its own" UNIQUE (token_sha256);

ALTER TABLE ONLY public.imported_row
    ADD CONSTRAINT "A source gives a row once" PRIMARY KEY (source_id, key);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT "A source has a name of its own" UNIQUE (name);

ALTER TABLE ONLY public.alert_message
    ADD CONSTRAINT "A subscriber is told of a thing once" UNIQUE NULLS NOT DISTINCT (alert_id, event_id, subscriber_id);

ALTER TABLE ONLY public.alert_subscriber
    ADD CONSTRAINT "A subscriber's box has 16 bytes of its own" UNIQUE (selector);

ALTER TABLE ONLY public.record_count
    ADD CONSTRAINT "A thing is counted once" PRIMARY KEY (kind, item);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT "A token is given once" UNIQUE (token_sha256);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT "An account has a name of its own" UNIQUE (name);

ALTER TABLE ONLY public.alert_subscriber
    ADD CONSTRAINT "An account subscribes once" UNIQUE (account_id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT "An entry has a number of its own" UNIQUE (seq);

ALTER TABLE ONLY public.trained_observer
    ADD CONSTRAINT "An observer has a sign of their own" UNIQUE (sign);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT "An office has a name of its own" UNIQUE (name);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT "An organisation has a name of its own" UNIQUE (name);

ALTER TABLE ONLY public.transfer_count
    ADD CONSTRAINT "Transfers between two places are counted once a period" PRIMARY KEY (from_facility_id, to_facility_id, counted_from);

ALTER TABLE ONLY public.account_password
    ADD CONSTRAINT account_password_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert_event
    ADD CONSTRAINT alert_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert_message
    ADD CONSTRAINT alert_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert_subscriber
    ADD CONSTRAINT alert_subscriber_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.attempt_throttle
    ADD CONSTRAINT attempt_throttle_pkey PRIMARY KEY (space);

ALTER TABLE ONLY public.attorney_application
    ADD CONSTRAINT attorney_application_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.attorney_pseudonym
    ADD CONSTRAINT attorney_pseudonym_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY public.audit_checkpoint
    ADD CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.automatic_answer
    ADD CONSTRAINT automatic_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.automatic_closing
    ADD CONSTRAINT automatic_closing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.automatic_stop
    ADD CONSTRAINT automatic_stop_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.batch
    ADD CONSTRAINT batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.contact_opening
    ADD CONSTRAINT contact_opening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.custody_event
    ADD CONSTRAINT custody_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deleted_search
    ADD CONSTRAINT deleted_search_pkey PRIMARY KEY (selector);

ALTER TABLE ONLY public.duplicate_proposal
    ADD CONSTRAINT duplicate_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_piece
    ADD CONSTRAINT evidence_piece_pkey PRIMARY KEY (evidence_id, part, number);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_withdrawal
    ADD CONSTRAINT evidence_withdrawal_pkey PRIMARY KEY (evidence_id);

ALTER TABLE ONLY public.facility_contact
    ADD CONSTRAINT facility_contact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.facility_hours
    ADD CONSTRAINT facility_hours_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.facility
    ADD CONSTRAINT facility_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.facility_standard
    ADD CONSTRAINT facility_standard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.failed_number
    ADD CONSTRAINT failed_number_pkey PRIMARY KEY (hour);

ALTER TABLE ONLY public.family_note
    ADD CONSTRAINT family_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.family_search
    ADD CONSTRAINT family_search_pkey PRIMARY KEY (search_id);

ALTER TABLE ONLY public.field_office
    ADD CONSTRAINT field_office_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.guess_count
    ADD CONSTRAINT guess_count_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.guess_delay
    ADD CONSTRAINT guess_delay_pkey PRIMARY KEY (space);

ALTER TABLE ONLY public.handoff_event
    ADD CONSTRAINT handoff_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.handoff
    ADD CONSTRAINT handoff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.intake_contact
    ADD CONSTRAINT intake_contact_pkey PRIMARY KEY (intake_id);

ALTER TABLE ONLY public.intake_event
    ADD CONSTRAINT intake_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.keeper_recovery
    ADD CONSTRAINT keeper_recovery_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.known_device
    ADD CONSTRAINT known_device_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.learnt_weights
    ADD CONSTRAINT learnt_weights_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.locator_attempt
    ADD CONSTRAINT locator_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_batch
    ADD CONSTRAINT mail_batch_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.match_report
    ADD CONSTRAINT match_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.merged_person
    ADD CONSTRAINT merged_person_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.one_time_code
    ADD CONSTRAINT one_time_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.open_search
    ADD CONSTRAINT open_search_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pair_decision
    ADD CONSTRAINT pair_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pattern_name
    ADD CONSTRAINT pattern_name_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person_description
    ADD CONSTRAINT person_description_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person_identifier
    ADD CONSTRAINT person_identifier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person_keys
    ADD CONSTRAINT person_keys_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_day_known
    ADD CONSTRAINT place_day_known_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_day
    ADD CONSTRAINT place_day_pkey PRIMARY KEY (facility_id, day);

ALTER TABLE ONLY public.place_event
    ADD CONSTRAINT place_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_finding
    ADD CONSTRAINT place_finding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_status
    ADD CONSTRAINT place_status_pkey PRIMARY KEY (facility_id);

ALTER TABLE ONLY public.protection
    ADD CONSTRAINT protection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_counted
    ADD CONSTRAINT release_counted_pkey PRIMARY KEY (request_id);

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_total
    ADD CONSTRAINT release_total_pkey PRIMARY KEY (release_id, place, kind);

ALTER TABLE ONLY public.review_answer
    ADD CONSTRAINT review_answer_pkey PRIMARY KEY (decision_id);

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT review_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_opening
    ADD CONSTRAINT review_opening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_pkey PRIMARY KEY (decision_id);

ALTER TABLE ONLY public.rulebook_file
    ADD CONSTRAINT rulebook_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_match
    ADD CONSTRAINT search_match_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT sign_in_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trained_observer
    ADD CONSTRAINT trained_observer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.unnamed_description
    ADD CONSTRAINT unnamed_description_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vault_key
    ADD CONSTRAINT vault_key_pkey PRIMARY KEY (kind, version);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_finding
    ADD CONSTRAINT visit_finding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_request
    ADD CONSTRAINT visit_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_status
    ADD CONSTRAINT visit_status_pkey PRIMARY KEY (request_id);

CREATE UNIQUE INDEX "A family has one message that waits" ON public.outbox USING btree (search_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

CREATE UNIQUE INDEX "A family waits for one call" ON public.callback USING btree (search_id) WHERE (done_at IS NULL);

CREATE UNIQUE INDEX "A finding of a place has one case" ON public.review_case USING btree (facility_id, key) WHERE (request_id IS NULL);

CREATE UNIQUE INDEX "A match is new once" ON public.match_report USING btree (match_id) WHERE (kind = 'new'::text);

CREATE UNIQUE INDEX "A message comes to a request once" ON public.evidence USING btree (request_id, message_key) WHERE (message_key IS NOT NULL);

CREATE UNIQUE INDEX "A pair has one decision that stands" ON public.pair_decision USING btree (person_a, person_b) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX "A person has one protection of a kind" ON public.protection USING btree (person_id, kind) WHERE (lifted_at IS NULL);

CREATE UNIQUE INDEX "A version of a rule is applied once" ON public.rulebook_file USING btree (name) WHERE (POSITION(('/'::text) IN (name)) > 0);

CREATE UNIQUE INDEX "An account has one app" ON public.second_factor USING btree (account_id) WHERE (kind = 'totp'::text);

CREATE UNIQUE INDEX "An account has one code that was not used" ON public.one_time_code USING btree (account_id) WHERE (used_at IS NULL);

CREATE UNIQUE INDEX "The same file is imported once" ON public.batch USING btree (source_id, file_sha256, map_sha256) NULLS NOT DISTINCT WHERE ((withdrawn_at IS NULL) AND (file_sha256 IS NOT NULL));

CREATE INDEX account_supervisor ON public.account USING btree (supervisor_id) WHERE (supervisor_id IS NOT NULL);

CREATE INDEX alert_event_alert ON public.alert_event USING btree (alert_id, id);

CREATE INDEX alert_live ON public.alert USING btree (expires_at);

CREATE INDEX alert_message_next ON public.alert_message USING btree (next_at) WHERE (state = 'waiting'::text);

CREATE INDEX alert_source_intake ON public.alert_source USING btree (intake_id);

CREATE INDEX api_token_account ON public.api_token USING btree (account_id);

CREATE INDEX attorney_application_waiting ON public.attorney_application USING btree (created_at) WHERE (state = 'waiting'::text);

CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (actor, id);

CREATE INDEX audit_entry_object ON public.audit_entry USING btree (object, id);

CREATE INDEX audit_entry_unsealed ON public.audit_entry USING btree (id) WHERE (seq IS NULL);

CREATE INDEX automatic_answer_person ON public.automatic_answer USING btree (person_id, answered_at);

CREATE INDEX automatic_answer_time ON public.automatic_answer USING btree (answered_at);

CREATE INDEX automatic_closing_time ON public.automatic_closing USING btree (closed_at);

CREATE INDEX automatic_stop_person ON public.automatic_stop USING btree (person_id, until);

CREATE INDEX callback_due ON public.callback USING btree (due_at) WHERE (done_at IS NULL);

CREATE INDEX contact_opening_account ON public.contact_opening USING btree (account_id, opened_at);

CREATE INDEX custody_event_batch ON public.custody_event USING brin (batch_id);

CREATE INDEX custody_event_corrects ON public.custody_event USING btree (corrects_event_id) WHERE (corrects_event_id IS NOT NULL);

CREATE INDEX custody_event_person ON public.custody_event USING btree (person_id);

CREATE INDEX duplicate_proposal_b ON public.duplicate_proposal USING btree (person_b);

CREATE INDEX evidence_request ON public.evidence USING btree (request_id, id);

CREATE INDEX facility_contact_facility ON public.facility_contact USING btree (facility_id);

CREATE INDEX facility_hours_facility ON public.facility_hours USING btree (facility_id);

CREATE INDEX facility_standard_facility ON public.facility_standard USING btree (facility_id);

CREATE INDEX family_note_search ON public.family_note USING btree (search_id);

CREATE INDEX handoff_due ON public.handoff USING btree (due_at) WHERE (state = 'open'::text);

CREATE INDEX handoff_event_handoff ON public.handoff_event USING btree (handoff_id, id);

CREATE INDEX handoff_intake ON public.handoff USING btree (intake_id, id);

CREATE INDEX imported_row_batch ON public.imported_row USING brin (batch_id);

CREATE INDEX imported_row_plain ON public.imported_row USING btree (source_id, key) WHERE (NOT is_keyed);

CREATE INDEX intake_due ON public.intake USING btree (due_at, id) WHERE (status <> 'closed'::text);

CREATE INDEX intake_event_intake ON public.intake_event USING btree (intake_id, id);

CREATE INDEX intake_happened ON public.intake USING btree (happened_at);

CREATE INDEX intake_incident ON public.intake USING btree (incident_id);

CREATE INDEX intake_person ON public.intake USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX intake_status ON public.intake USING btree (status, taken_at DESC);

CREATE INDEX known_device_account ON public.known_device USING btree (account_id);

CREATE INDEX locator_attempt_person ON public.locator_attempt USING btree (person_id);

CREATE INDEX match_report_match ON public.match_report USING btree (match_id);

CREATE INDEX merged_person_shown_as ON public.merged_person USING btree (shown_as);

CREATE INDEX one_time_code_selector ON public.one_time_code USING btree (selector) WHERE (used_at IS NULL);

CREATE INDEX open_search_a_number ON public.open_search USING btree (a_number) WHERE (a_number IS NOT NULL);

CREATE INDEX open_search_due ON public.open_search USING btree (due_at) WHERE (closed_at IS NULL);

CREATE INDEX open_search_end ON public.open_search USING btree (LEAST(expires_at, closed_at));

CREATE INDEX outbox_next ON public.outbox USING btree (next_at) WHERE (state = 'waiting'::text);

CREATE INDEX pair_decision_b ON public.pair_decision USING btree (person_b);

CREATE INDEX pattern_name_place ON public.pattern_name USING btree (facility_id, kind, pattern);

CREATE INDEX person_batch ON public.person USING brin (batch_id);

CREATE INDEX person_description_batch ON public.person_description USING brin (batch_id);

CREATE INDEX person_description_birth ON public.person_description USING btree (birth_date) WHERE (birth_date IS NOT NULL);

CREATE INDEX person_description_person ON public.person_description USING btree (person_id);

CREATE INDEX person_identifier_batch ON public.person_identifier USING brin (batch_id);

CREATE INDEX person_identifier_person ON public.person_identifier USING btree (person_id);

CREATE INDEX person_identifier_plain ON public.person_identifier USING btree (id) WHERE ((kind = 'a_number'::text) AND (value !~~ 'n1.%'::text));

CREATE INDEX person_identifier_value ON public.person_identifier USING btree (value, kind);

CREATE INDEX person_keys_keys ON public.person_keys USING gin (keys);

CREATE INDEX place_day_known_day ON public.place_day_known USING btree (facility_id, day, id);

CREATE INDEX place_event_facility ON public.place_event USING btree (facility_id, happened_at);

CREATE INDEX place_finding_facility ON public.place_finding USING btree (facility_id, key, id);

CREATE INDEX place_status_due ON public.place_status USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX recovery_code_account ON public.recovery_code USING btree (account_id);

CREATE INDEX review_answer_request ON public.review_answer USING btree (request_id);

CREATE INDEX review_case_due ON public.review_case USING btree (due_at, id) WHERE waits_for_people;

CREATE INDEX review_case_finding ON public.review_case USING btree (finding_id);

CREATE INDEX review_case_gravest ON public.review_case USING btree (rank, due_at, id) WHERE waits_for_people;

CREATE INDEX review_case_oldest ON public.review_case USING btree (opened_at, id) WHERE waits_for_people;

CREATE INDEX review_case_pattern ON public.review_case USING btree (pattern, facility_id, day) WHERE (state <> 'gone'::text);

CREATE INDEX review_case_place_day ON public.review_case USING btree (facility_id, day, rank, due_at, id);

CREATE INDEX review_case_place_finding ON public.review_case USING btree (place_finding_id) WHERE (place_finding_id IS NOT NULL);

CREATE INDEX review_case_rule ON public.review_case USING btree (rule_name, rank, due_at, id);

CREATE INDEX review_case_state ON public.review_case USING btree (state, rank, due_at, id);

CREATE INDEX review_decision_case ON public.review_decision USING btree (case_id, id);

CREATE INDEX review_decision_finding ON public.review_decision USING btree (finding_id);

CREATE INDEX review_decision_place_finding ON public.review_decision USING btree (place_finding_id) WHERE (place_finding_id IS NOT NULL);

CREATE INDEX review_opening_case ON public.review_opening USING btree (case_id, account_id);

CREATE INDEX review_opening_finding ON public.review_opening USING btree (finding_id);

CREATE INDEX review_question_case ON public.review_question USING btree (case_id);

CREATE INDEX review_question_place ON public.review_question USING btree (facility_id, day) WHERE (facility_id IS NOT NULL);

CREATE INDEX review_question_request ON public.review_question USING btree (request_id);

CREATE INDEX search_match_person ON public.search_match USING btree (person_id);

CREATE INDEX session_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_account ON public.sign_in USING btree (account_id);

CREATE INDEX sign_in_expires ON public.sign_in USING btree (expires_at);

CREATE INDEX suppression_contest ON public.suppression USING btree (contest_id);

CREATE INDEX suppression_person ON public.suppression USING btree (person_id);

CREATE INDEX unnamed_description_batch ON public.unnamed_description USING brin (batch_id);

CREATE INDEX unnamed_description_person ON public.unnamed_description USING btree (person_id);

CREATE INDEX visit_event_request ON public.visit_event USING btree (request_id, id);

CREATE INDEX visit_finding_request ON public.visit_finding USING btree (request_id, id);

CREATE INDEX visit_request_account ON public.visit_request USING btree (account_id, id DESC);

CREATE INDEX visit_request_incident ON public.visit_request USING btree (incident) WHERE (incident IS NOT NULL);

CREATE INDEX visit_request_office ON public.visit_request USING btree (office_id, id DESC);

CREATE INDEX visit_status_due ON public.visit_status USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE TRIGGER "A batch is withdrawn, never deleted" BEFORE DELETE OR TRUNCATE ON public.batch FOR EACH STATEMENT EXECUTE FUNCTION public.never_deleted();

CREATE TRIGGER "A batch stays what it is" BEFORE UPDATE OF id, kind, source_id ON public.batch FOR EACH ROW WHEN ((((old.id IS DISTINCT FROM new.id) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.source_id IS DISTINCT FROM new.source_id))) EXECUTE FUNCTION public.never_deleted();

CREATE TRIGGER "A case stands where its decisions put it" AFTER INSERT ON public.review_decision FOR EACH ROW EXECUTE FUNCTION public.case_stands();

CREATE TRIGGER "A code is used once" BEFORE UPDATE ON public.one_time_code FOR EACH ROW WHEN ((old.used_at IS NOT NULL)) EXECUTE FUNCTION public.one_time_code_stays_used();

CREATE TRIGGER "A code of an app works once" BEFORE UPDATE OF last_step ON public.second_factor FOR EACH ROW WHEN ((((new.last_step IS NULL) AND (old.last_step IS NOT NULL)) OR (new.last_step <= old.last_step))) EXECUTE FUNCTION public.second_factor_steps_on();

CREATE TRIGGER "A correction is allowed" BEFORE INSERT ON public.alert_event FOR EACH ROW EXECUTE FUNCTION public.handoff_is_allowed();

CREATE TRIGGER "A correction is of the same person" BEFORE INSERT ON public.custody_event FOR EACH ROW WHEN ((new.corrects_event_id IS NOT NULL)) EXECUTE FUNCTION public.custody_event_corrects_same_person();

CREATE TRIGGER "A correction reaches whoever was told" AFTER INSERT ON public.alert_event FOR EACH ROW EXECUTE FUNCTION public.alert_moves();

CREATE TRIGGER "A decision about an application stays" BEFORE UPDATE ON public.attorney_application FOR EACH ROW WHEN ((old.state <> 'waiting'::text)) EXECUTE FUNCTION public.attorney_application_stays();

CREATE TRIGGER "A decision is allowed" BEFORE INSERT ON public.review_decision FOR EACH ROW EXECUTE FUNCTION public.decision_is_allowed();

CREATE TRIGGER "A decision stays" BEFORE DELETE OR UPDATE ON public.review_decision FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "A decision stays what it is" BEFORE UPDATE ON public.pair_decision FOR EACH ROW WHEN (((old.undone_at IS NOT NULL) OR (((((((old.id IS DISTINCT FROM new.id) OR (old.person_a IS DISTINCT FROM new.person_a)) OR (old.person_b IS DISTINCT FROM new.person_b)) OR (old.is_same IS DISTINCT FROM new.is_same)) OR (old.why IS DISTINCT FROM new.why)) OR (old.decided_by IS DISTINCT FROM new.decided_by)) OR (old.decided_at IS DISTINCT FROM new.decided_at)))) EXECUTE FUNCTION public.pair_decision_stays();

CREATE TRIGGER "A demo with sample accounts stays a demo" BEFORE UPDATE OF kind ON public.installation FOR EACH ROW WHEN ((new.kind <> 'demo'::text)) EXECUTE FUNCTION public.installation_fits_accounts();

CREATE TRIGGER "A description belongs to a batch" AFTER INSERT ON public.person_description REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.belongs_to_batch();

CREATE TRIGGER "A facility is never deleted" BEFORE DELETE OR TRUNCATE ON public.facility FOR EACH STATEMENT EXECUTE FUNCTION public.never_deleted();

CREATE TRIGGER "A facility keeps its number" BEFORE UPDATE OF id ON public.facility FOR EACH ROW WHEN ((old.id IS DISTINCT FROM new.id)) EXECUTE FUNCTION public.never_deleted();

CREATE TRIGGER "A file stays as it came" BEFORE DELETE OR UPDATE ON public.evidence FOR EACH ROW WHEN ((current_setting('paradero.actor'::text, true) IS DISTINCT FROM 'service:rotation'::text)) EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "A finding is reviewed" AFTER INSERT ON public.place_finding FOR EACH ROW EXECUTE FUNCTION public.place_finding_is_reviewed();

CREATE TRIGGER "A finding is reviewed" AFTER INSERT ON public.visit_finding FOR EACH ROW EXECUTE FUNCTION public.finding_is_reviewed();

CREATE TRIGGER "A hand-off is allowed" BEFORE INSERT ON public.handoff FOR EACH ROW EXECUTE FUNCTION public.handoff_is_allowed();

CREATE TRIGGER "A hand-off moves its report" AFTER INSERT ON public.handoff FOR EACH ROW EXECUTE FUNCTION public.handoff_moves();

CREATE TRIGGER "A hold stays what it is" BEFORE DELETE OR TRUNCATE ON public.legal_hold FOR EACH STATEMENT EXECUTE FUNCTION public.legal_hold_stays();

CREATE TRIGGER "A hold that was lifted stays lifted" BEFORE UPDATE ON public.legal_hold FOR EACH ROW WHEN (((old.lifted_at IS NOT NULL) OR ((((((old.id IS DISTINCT FROM new.id) OR (old.reference IS DISTINCT FROM new.reference)) OR (old.facility_id IS DISTINCT FROM new.facility_id)) OR (old.ordered_by IS DISTINCT FROM new.ordered_by)) OR (old.why IS DISTINCT FROM new.why)) OR (old.set_at IS DISTINCT FROM new.set_at)))) EXECUTE FUNCTION public.legal_hold_stays();

CREATE TRIGGER "A name stays" BEFORE DELETE OR UPDATE ON public.pattern_name FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "A person is a sample exactly when their batch is one" AFTER INSERT ON public.person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.person_fits_batch();

CREATE TRIGGER "A piece stays as it came" BEFORE DELETE OR UPDATE ON public.evidence_piece FOR EACH ROW WHEN ((current_setting('paradero.actor'::text, true) IS DISTINCT FROM 'service:rotation'::text)) EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "A question stays" BEFORE DELETE OR UPDATE ON public.review_question FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "A recovery code is used once" BEFORE UPDATE ON public.recovery_code FOR EACH ROW WHEN ((old.used_at IS NOT NULL)) EXECUTE FUNCTION public.recovery_code_stays_used();

CREATE TRIGGER "A release stays" BEFORE DELETE OR UPDATE ON public.release FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "A report begins" AFTER INSERT ON public.intake FOR EACH ROW EXECUTE FUNCTION public.intake_begins();

CREATE TRIGGER "A report stands where its events put it" AFTER INSERT ON public.intake_event FOR EACH ROW EXECUTE FUNCTION public.intake_moves();

CREATE TRIGGER "A session that ended stays ended" BEFORE UPDATE ON public.session FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION public.session_stays_ended();

CREATE TRIGGER "A withdrawal stays" BEFORE DELETE OR UPDATE ON public.evidence_withdrawal FOR EACH ROW WHEN ((current_setting('paradero.actor'::text, true) IS DISTINCT FROM 'service:rotation'::text)) EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "An alert is allowed" BEFORE INSERT ON public.alert FOR EACH ROW EXECUTE FUNCTION public.handoff_is_allowed();

CREATE TRIGGER "An alert is told" AFTER INSERT ON public.alert FOR EACH ROW EXECUTE FUNCTION public.alert_is_told();

CREATE CONSTRAINT TRIGGER "An alert needs two sources or a trained observer" AFTER INSERT ON public.alert DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.alert_is_founded();

CREATE TRIGGER "An answer is allowed" BEFORE INSERT ON public.handoff_event FOR EACH ROW EXECUTE FUNCTION public.handoff_is_allowed();

CREATE TRIGGER "An answer moves its hand-off" AFTER INSERT ON public.handoff_event FOR EACH ROW EXECUTE FUNCTION public.handoff_moves();

CREATE TRIGGER "An answer opens its case again" AFTER INSERT ON public.review_answer FOR EACH ROW EXECUTE FUNCTION public.answer_reopens();

CREATE TRIGGER "An answer stays" BEFORE DELETE OR UPDATE ON public.review_answer FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "An event belongs to a batch" AFTER INSERT ON public.custody_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.belongs_to_batch();

CREATE TRIGGER "An event corrects one of the same place" BEFORE INSERT ON public.place_event FOR EACH ROW WHEN ((new.corrects_event_id IS NOT NULL)) EXECUTE FUNCTION public.place_event_corrects_its_own();

CREATE TRIGGER "An event corrects one of the same request" BEFORE INSERT ON public.visit_event FOR EACH ROW WHEN ((new.corrects_event_id IS NOT NULL)) EXECUTE FUNCTION public.visit_event_corrects_its_own();

CREATE TRIGGER "An event happened at a facility that exists" AFTER INSERT ON public.custody_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.custody_event_happened_somewhere();

CREATE TRIGGER "An identifier belongs to a batch" AFTER INSERT ON public.person_identifier REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.belongs_to_batch();

CREATE TRIGGER "An imported row belongs to a batch" AFTER INSERT ON public.imported_row REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.belongs_to_batch();

CREATE TRIGGER "An opening is allowed" BEFORE INSERT ON public.review_opening FOR EACH ROW EXECUTE FUNCTION public.decision_is_allowed();

CREATE TRIGGER "An opening stays" BEFORE DELETE OR UPDATE ON public.review_opening FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "An unnamed description belongs to a batch" AFTER INSERT ON public.unnamed_description REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.belongs_to_batch();

CREATE TRIGGER "Checkpoints are never emptied" BEFORE TRUNCATE ON public.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.audit_checkpoint_stays();

CREATE TRIGGER "Checkpoints are only ever added" BEFORE DELETE OR UPDATE ON public.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION public.audit_checkpoint_stays();

CREATE TRIGGER "Custody events are only ever added" BEFORE DELETE OR UPDATE OR TRUNCATE ON public.custody_event FOR EACH STATEMENT EXECUTE FUNCTION public.custody_event_is_only_added();

CREATE TRIGGER "Production takes no samples" BEFORE INSERT OR UPDATE OF kind ON public.batch FOR EACH ROW WHEN ((new.kind = 'sample'::text)) EXECUTE FUNCTION public.batch_fits_installation();

CREATE TRIGGER "Sample accounts exist only in a demo" BEFORE INSERT OR UPDATE OF is_sample ON public.account FOR EACH ROW WHEN (new.is_sample) EXECUTE FUNCTION public.account_fits_installation();

CREATE TRIGGER "The audit log is never emptied" BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_entry_stays();

CREATE TRIGGER "The audit log is only ever appended to" BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.audit_entry_stays();

CREATE TRIGGER "Those who are one are gathered when it is decided" AFTER INSERT ON public.pair_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.merge_anew();

CREATE TRIGGER "Those who were one are parted when it is undone" AFTER UPDATE ON public.pair_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.merge_anew();

CREATE TRIGGER "Those who were one are parted when one is erased" AFTER DELETE ON public.pair_decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.merge_anew();

CREATE TRIGGER "What became of a hand-off stays" BEFORE DELETE OR UPDATE ON public.handoff_event FOR EACH ROW EXECUTE FUNCTION public.hotline_event_stays();

CREATE TRIGGER "What became of a report stays" BEFORE DELETE OR UPDATE ON public.intake_event FOR EACH ROW EXECUTE FUNCTION public.hotline_event_stays();

CREATE TRIGGER "What became of an alert stays" BEFORE DELETE OR UPDATE ON public.alert_event FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "What becomes of a report is allowed" BEFORE INSERT ON public.intake_event FOR EACH ROW EXECUTE FUNCTION public.intake_event_is_allowed();

CREATE TRIGGER "What happened is only ever appended" BEFORE DELETE OR UPDATE ON public.visit_event FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "What is known of a day is kept" AFTER INSERT OR UPDATE ON public.place_day FOR EACH ROW EXECUTE FUNCTION public.place_day_is_known();

CREATE TRIGGER "What stood on a false alarm is in doubt" AFTER INSERT ON public.intake_event FOR EACH ROW WHEN ((new.truth = 'false_alarm'::text)) EXECUTE FUNCTION public.alert_falls();

CREATE TRIGGER "What was applied of the rulebook stays" BEFORE DELETE OR UPDATE ON public.rulebook_file FOR EACH ROW EXECUTE FUNCTION public.rulebook_file_stays();

CREATE TRIGGER "What was found is only ever appended" BEFORE DELETE OR UPDATE ON public.visit_finding FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "What was found of a place is only ever appended" BEFORE DELETE OR UPDATE ON public.place_finding FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "What was known of a day stays" BEFORE DELETE OR UPDATE ON public.place_day_known FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "What was told of a place is only ever appended" BEFORE DELETE OR UPDATE ON public.place_event FOR EACH ROW EXECUTE FUNCTION public.visit_event_stays();

CREATE TRIGGER "Who supervises is an attorney of the same office" BEFORE INSERT OR UPDATE OF supervisor_id, office_id ON public.account FOR EACH ROW WHEN ((new.supervisor_id IS NOT NULL)) EXECUTE FUNCTION public.account_fits_supervisor();

CREATE TRIGGER drop_keys AFTER DELETE ON public.person_description REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.drop_keys();

CREATE TRIGGER gather_keys AFTER INSERT ON public.person_description REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.gather_keys();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.office(id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.account_password
    ADD CONSTRAINT account_password_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.alert_event
    ADD CONSTRAINT alert_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.alert_event
    ADD CONSTRAINT alert_event_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES public.alert(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_message
    ADD CONSTRAINT alert_message_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES public.alert(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_message
    ADD CONSTRAINT alert_message_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.alert_event(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_message
    ADD CONSTRAINT alert_message_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES public.alert_subscriber(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_source
    ADD CONSTRAINT alert_source_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES public.alert(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_source
    ADD CONSTRAINT alert_source_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES public.intake(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert_subscriber
    ADD CONSTRAINT alert_subscriber_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.attorney_application
    ADD CONSTRAINT attorney_application_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.attorney_application
    ADD CONSTRAINT attorney_application_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.attorney_pseudonym
    ADD CONSTRAINT attorney_pseudonym_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.automatic_answer
    ADD CONSTRAINT automatic_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.automatic_closing
    ADD CONSTRAINT automatic_closing_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.automatic_stop
    ADD CONSTRAINT automatic_stop_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.automatic_stop
    ADD CONSTRAINT automatic_stop_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.batch
    ADD CONSTRAINT batch_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.family_search(search_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.contact_opening
    ADD CONSTRAINT contact_opening_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.contact_opening
    ADD CONSTRAINT contact_opening_callback_id_fkey FOREIGN KEY (callback_id) REFERENCES public.callback(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.contact_opening
    ADD CONSTRAINT contact_opening_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES public.intake(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.custody_event
    ADD CONSTRAINT custody_event_corrects_event_id_fkey FOREIGN KEY (corrects_event_id) REFERENCES public.custody_event(id);

ALTER TABLE ONLY public.custody_event
    ADD CONSTRAINT custody_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.duplicate_proposal
    ADD CONSTRAINT duplicate_proposal_person_a_fkey FOREIGN KEY (person_a) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.duplicate_proposal
    ADD CONSTRAINT duplicate_proposal_person_b_fkey FOREIGN KEY (person_b) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.evidence_piece
    ADD CONSTRAINT evidence_piece_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES public.evidence(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.evidence_withdrawal
    ADD CONSTRAINT evidence_withdrawal_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.evidence_withdrawal
    ADD CONSTRAINT evidence_withdrawal_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES public.evidence(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.facility_alias
    ADD CONSTRAINT facility_alias_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.facility_contact
    ADD CONSTRAINT facility_contact_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.facility
    ADD CONSTRAINT facility_field_office_id_fkey FOREIGN KEY (field_office_id) REFERENCES public.field_office(id);

ALTER TABLE ONLY public.facility_hours
    ADD CONSTRAINT facility_hours_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.facility_standard
    ADD CONSTRAINT facility_standard_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.family_note
    ADD CONSTRAINT family_note_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.family_search(search_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.family_search
    ADD CONSTRAINT family_search_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.open_search(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.field_office_area
    ADD CONSTRAINT field_office_area_field_office_id_fkey FOREIGN KEY (field_office_id) REFERENCES public.field_office(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.handoff
    ADD CONSTRAINT handoff_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.handoff_event
    ADD CONSTRAINT handoff_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.handoff_event
    ADD CONSTRAINT handoff_event_handoff_id_fkey FOREIGN KEY (handoff_id) REFERENCES public.handoff(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.handoff
    ADD CONSTRAINT handoff_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES public.intake(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.handoff
    ADD CONSTRAINT handoff_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partner(id);

ALTER TABLE ONLY public.imported_row
    ADD CONSTRAINT imported_row_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.intake_contact
    ADD CONSTRAINT intake_contact_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES public.intake(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.intake_event
    ADD CONSTRAINT intake_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.intake_event
    ADD CONSTRAINT intake_event_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES public.intake(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.intake_event
    ADD CONSTRAINT intake_event_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.intake(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.intake_event
    ADD CONSTRAINT intake_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.intake(id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_observer_id_fkey FOREIGN KEY (observer_id) REFERENCES public.trained_observer(id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.known_device
    ADD CONSTRAINT known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.locator_attempt
    ADD CONSTRAINT locator_attempt_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.match_report
    ADD CONSTRAINT match_report_match_id_fkey FOREIGN KEY (match_id) REFERENCES public.search_match(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.one_time_code
    ADD CONSTRAINT one_time_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.open_search
    ADD CONSTRAINT open_search_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.family_search(search_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pair_decision
    ADD CONSTRAINT pair_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.pair_decision
    ADD CONSTRAINT pair_decision_person_a_fkey FOREIGN KEY (person_a) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pair_decision
    ADD CONSTRAINT pair_decision_person_b_fkey FOREIGN KEY (person_b) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pair_decision
    ADD CONSTRAINT pair_decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.pattern_name
    ADD CONSTRAINT pattern_name_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.pattern_name
    ADD CONSTRAINT pattern_name_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.person_description
    ADD CONSTRAINT person_description_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.person_due
    ADD CONSTRAINT person_due_follower_fkey FOREIGN KEY (follower) REFERENCES public.follower(name);

ALTER TABLE ONLY public.person_identifier
    ADD CONSTRAINT person_identifier_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.place_day
    ADD CONSTRAINT place_day_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.place_day_known
    ADD CONSTRAINT place_day_known_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.place_event
    ADD CONSTRAINT place_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.place_event
    ADD CONSTRAINT place_event_corrects_event_id_fkey FOREIGN KEY (corrects_event_id) REFERENCES public.place_event(id);

ALTER TABLE ONLY public.place_event
    ADD CONSTRAINT place_event_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.place_finding
    ADD CONSTRAINT place_finding_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.place_finding
    ADD CONSTRAINT place_finding_through_event_id_fkey FOREIGN KEY (through_event_id) REFERENCES public.place_event(id);

ALTER TABLE ONLY public.place_status
    ADD CONSTRAINT place_status_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.place_status
    ADD CONSTRAINT place_status_last_event_id_fkey FOREIGN KEY (last_event_id) REFERENCES public.place_event(id);

ALTER TABLE ONLY public.protection
    ADD CONSTRAINT protection_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.protection
    ADD CONSTRAINT protection_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.protection
    ADD CONSTRAINT protection_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.release_counted
    ADD CONSTRAINT release_counted_release_id_fkey FOREIGN KEY (release_id) REFERENCES public.release(id);

ALTER TABLE ONLY public.release_counted
    ADD CONSTRAINT release_counted_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.release_total
    ADD CONSTRAINT release_total_release_id_fkey FOREIGN KEY (release_id) REFERENCES public.release(id);

ALTER TABLE ONLY public.review_answer
    ADD CONSTRAINT review_answer_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.review_answer
    ADD CONSTRAINT review_answer_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.review_question(decision_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_answer
    ADD CONSTRAINT review_answer_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES public.visit_finding(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES public.review_case(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.office(id);

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_place_finding_id_fkey FOREIGN KEY (place_finding_id) REFERENCES public.place_finding(id);

ALTER TABLE ONLY public.review_case
    ADD CONSTRAINT review_case_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT review_decision_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT review_decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.review_case(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT review_decision_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES public.visit_finding(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT review_decision_place_finding_id_fkey FOREIGN KEY (place_finding_id) REFERENCES public.place_finding(id);

ALTER TABLE ONLY public.review_opening
    ADD CONSTRAINT review_opening_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.review_opening
    ADD CONSTRAINT review_opening_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.review_case(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_opening
    ADD CONSTRAINT review_opening_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES public.visit_finding(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_opening
    ADD CONSTRAINT review_opening_place_finding_id_fkey FOREIGN KEY (place_finding_id) REFERENCES public.place_finding(id);

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.review_case(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.review_decision(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.review_question
    ADD CONSTRAINT review_question_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.screening
    ADD CONSTRAINT screening_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.screening
    ADD CONSTRAINT screening_screened_by_fkey FOREIGN KEY (screened_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.search_match
    ADD CONSTRAINT search_match_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.search_match
    ADD CONSTRAINT search_match_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.open_search(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT sign_in_code_id_fkey FOREIGN KEY (code_id) REFERENCES public.one_time_code(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT suppression_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT suppression_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.trained_observer
    ADD CONSTRAINT trained_observer_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.trained_observer
    ADD CONSTRAINT trained_observer_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.trained_observer
    ADD CONSTRAINT trained_observer_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partner(id);

ALTER TABLE ONLY public.transfer_count
    ADD CONSTRAINT transfer_count_from_facility_id_fkey FOREIGN KEY (from_facility_id) REFERENCES public.facility(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.transfer_count
    ADD CONSTRAINT transfer_count_to_facility_id_fkey FOREIGN KEY (to_facility_id) REFERENCES public.facility(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.unnamed_description
    ADD CONSTRAINT unnamed_description_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_corrects_event_id_fkey FOREIGN KEY (corrects_event_id) REFERENCES public.visit_event(id);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id);

ALTER TABLE ONLY public.visit_event
    ADD CONSTRAINT visit_event_seen_event_id_fkey FOREIGN KEY (seen_event_id) REFERENCES public.visit_event(id);

ALTER TABLE ONLY public.visit_finding
    ADD CONSTRAINT visit_finding_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id);

ALTER TABLE ONLY public.visit_finding
    ADD CONSTRAINT visit_finding_through_event_id_fkey FOREIGN KEY (through_event_id) REFERENCES public.visit_event(id);

ALTER TABLE ONLY public.visit_request
    ADD CONSTRAINT visit_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.visit_request
    ADD CONSTRAINT visit_request_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES public.facility(id);

ALTER TABLE ONLY public.visit_request
    ADD CONSTRAINT visit_request_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.office(id);

ALTER TABLE ONLY public.visit_request
    ADD CONSTRAINT visit_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.visit_status
    ADD CONSTRAINT visit_status_last_event_id_fkey FOREIGN KEY (last_event_id) REFERENCES public.visit_event(id);

ALTER TABLE ONLY public.visit_status
    ADD CONSTRAINT visit_status_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.visit_request(id);

CREATE POLICY "A backup holds everything" ON public.account FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.account_password FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.alert FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.alert_event FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.alert_message FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.alert_source FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.alert_subscriber FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.api_token FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.attorney_application FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.attorney_pseudonym FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.callback FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.contact_opening FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.deleted_search FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.evidence FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.evidence_piece FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.evidence_withdrawal FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.family_note FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.family_search FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.handoff FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.handoff_event FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.intake FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.intake_contact FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.intake_event FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.known_device FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.one_time_code FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.outbox FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.partner FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.recovery_code FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.release_counted FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.release_total FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.review_answer FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.review_case FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.review_decision FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.review_opening FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.review_question FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.second_factor FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.session FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.sign_in FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.trained_observer FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.vault_key FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.visit_event FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.visit_finding FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.visit_request FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A backup holds everything" ON public.visit_status FOR SELECT TO paradero_backup USING (true);

CREATE POLICY "A file is added in one's own name, or by the mail" ON public.evidence FOR INSERT TO paradero_staff WITH CHECK ((((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ((account_id IS NULL) AND paradero.actor_is('mail'::text))) AND (EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = evidence.request_id)))));

CREATE POLICY "A file is withdrawn in one's own name" ON public.evidence_withdrawal FOR INSERT TO paradero_staff WITH CHECK (((account_id = ( SELECT paradero.actor_account() AS actor_account)) AND (EXISTS ( SELECT
   FROM public.evidence e
  WHERE (e.id = evidence_withdrawal.evidence_id)))));

CREATE POLICY "A key is checked" ON public.vault_key FOR SELECT USING (true);

CREATE POLICY "A monitor decides in their own name" ON public.review_decision FOR INSERT TO paradero_staff WITH CHECK (((account_id = ( SELECT paradero.actor_account() AS actor_account)) AND (EXISTS ( SELECT
   FROM public.review_case c
  WHERE (c.id = review_decision.case_id)))));

CREATE POLICY "A monitor opens in their own name" ON public.review_opening FOR INSERT TO paradero_staff WITH CHECK (((account_id = ( SELECT paradero.actor_account() AS actor_account)) AND (EXISTS ( SELECT
   FROM public.review_case c
  WHERE (c.id = review_opening.case_id)))));

CREATE POLICY "A monitor sees what they opened" ON public.review_opening FOR SELECT TO paradero_staff USING ((account_id = ( SELECT paradero.actor_account() AS actor_account)));

CREATE POLICY "A request is filed in one's own name" ON public.visit_request FOR INSERT TO paradero_staff WITH CHECK (((account_id = ( SELECT paradero.actor_account() AS actor_account)) AND (NOT (office_id IS DISTINCT FROM ( SELECT paradero.actor_office() AS actor_office)))));

CREATE POLICY "A restore is counted" ON public.account FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.account_password FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.alert FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.alert_event FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.alert_message FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.alert_source FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.alert_subscriber FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.api_token FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.attorney_application FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.attorney_pseudonym FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.evidence FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.evidence_piece FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.evidence_withdrawal FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.handoff FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.handoff_event FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.intake FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.intake_contact FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.intake_event FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.known_device FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.one_time_code FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.partner FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.recovery_code FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.release_counted FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.release_total FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.review_answer FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.review_case FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.review_decision FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.review_opening FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.review_question FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.second_factor FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.session FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.sign_in FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.trained_observer FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.visit_event FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.visit_finding FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.visit_request FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A restore is counted" ON public.visit_status FOR SELECT USING (paradero.actor_is('restore'::text));

CREATE POLICY "A reviewer bundles what they opened" ON public.visit_request FOR SELECT TO paradero_staff USING ((( SELECT paradero.is_bundling() AS is_bundling) AND (id IN ( SELECT paradero.opened_requests() AS opened_requests))));

CREATE POLICY "Accounts are changed by those who keep them, and at the door" ON public.account FOR UPDATE USING ((( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is)));

CREATE POLICY "Accounts are known" ON public.account FOR SELECT USING (true);

CREATE POLICY "Accounts are made by those who keep them" ON public.account FOR INSERT WITH CHECK (( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts));

CREATE POLICY "An event is told in one's own name" ON public.visit_event FOR INSERT TO paradero_staff WITH CHECK ((((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ((account_id IS NULL) AND paradero.actor_is('mail'::text))) AND (EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_event.request_id)))));

CREATE POLICY "An office sees its own requests" ON public.visit_request FOR SELECT TO paradero_staff USING (((office_id = ( SELECT paradero.actor_office() AS actor_office)) OR (account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is) OR ( SELECT paradero.actor_is('mail'::text) AS actor_is)));

CREATE POLICY "Anybody may apply, and decides nothing" ON public.attorney_application FOR INSERT WITH CHECK ((state = 'waiting'::text));

CREATE POLICY "It comes with its file" ON public.evidence_piece FOR INSERT TO paradero_staff WITH CHECK ((EXISTS ( SELECT
   FROM public.evidence e
  WHERE ((e.id = evidence_piece.evidence_id) AND (NOT (e.account_id IS DISTINCT FROM ( SELECT paradero.actor_account() AS actor_account)))))));

CREATE POLICY "It is added by who sees the request" ON public.visit_finding FOR INSERT TO paradero_staff WITH CHECK ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_finding.request_id))));

CREATE POLICY "It is added by who sees the request" ON public.visit_status FOR INSERT TO paradero_staff WITH CHECK ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_status.request_id))));

CREATE POLICY "It is found to be sealed anew" ON public.evidence FOR SELECT TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "It is found to be sealed anew" ON public.evidence_piece FOR SELECT TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "It is found to be sealed anew" ON public.evidence_withdrawal FOR SELECT TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "It is renewed by who sees the request" ON public.visit_status FOR UPDATE TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_status.request_id))));

CREATE POLICY "It is sealed anew" ON public.evidence FOR UPDATE TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "It is sealed anew" ON public.evidence_piece FOR UPDATE TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "It is sealed anew" ON public.evidence_withdrawal FOR UPDATE TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "It is seen with its file" ON public.evidence_piece FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.evidence e
  WHERE (e.id = evidence_piece.evidence_id))));

CREATE POLICY "It is seen with its file" ON public.evidence_withdrawal FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.evidence e
  WHERE (e.id = evidence_withdrawal.evidence_id))));

CREATE POLICY "It is seen with its question" ON public.review_answer FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.review_question q
  WHERE (q.decision_id = review_answer.decision_id))));

CREATE POLICY "It is seen with its request" ON public.evidence FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = evidence.request_id))));

CREATE POLICY "It is seen with its request" ON public.visit_event FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_event.request_id))));

CREATE POLICY "It is seen with its request" ON public.visit_finding FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_finding.request_id))));

CREATE POLICY "It is seen with its request" ON public.visit_status FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = visit_status.request_id))));

CREATE POLICY "Its functions act for one family" ON public.callback USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.callback'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.callback'::regclass)::oid))));

CREATE POLICY "Its functions act for one family" ON public.contact_opening USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.contact_opening'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.contact_opening'::regclass)::oid))));

CREATE POLICY "Its functions act for one family" ON public.deleted_search USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.deleted_search'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.deleted_search'::regclass)::oid))));

CREATE POLICY "Its functions act for one family" ON public.family_note USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.family_note'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.family_note'::regclass)::oid))));

CREATE POLICY "Its functions act for one family" ON public.family_search USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.family_search'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.family_search'::regclass)::oid))));

CREATE POLICY "Its functions act for one family" ON public.outbox USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.outbox'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.outbox'::regclass)::oid))));

CREATE POLICY "Its functions act for one family" ON public.vault_key USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.vault_key'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.vault_key'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.alert USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.alert_event USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_event'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_event'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.alert_message USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_message'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_message'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.alert_source USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_source'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_source'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.alert_subscriber USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_subscriber'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.alert_subscriber'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.handoff USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.handoff'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.handoff'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.handoff_event USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.handoff_event'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.handoff_event'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.intake USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.intake'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.intake'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.intake_contact USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.intake_contact'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.intake_contact'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.intake_event USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.intake_event'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.intake_event'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.partner USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.partner'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.partner'::regclass)::oid))));

CREATE POLICY "Its functions keep it" ON public.trained_observer USING ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.trained_observer'::regclass)::oid)))) WITH CHECK ((CURRENT_USER = ( SELECT pg_get_userbyid(c.relowner) AS pg_get_userbyid
   FROM pg_class c
  WHERE (c.oid = ('public.trained_observer'::regclass)::oid))));

CREATE POLICY "Mail that waits is counted" ON public.alert_message FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_is('news'::text) AS actor_is) OR ( SELECT paradero.actor_responds() AS actor_responds)));

CREATE POLICY "Monitors and those who are asked see a question" ON public.review_question FOR SELECT TO paradero_staff USING (((EXISTS ( SELECT
   FROM public.review_case c
  WHERE (c.id = review_question.case_id))) OR (EXISTS ( SELECT
   FROM public.visit_request r
  WHERE (r.id = review_question.request_id))) OR (( SELECT paradero.actor_account() AS actor_account) = ANY (tellers)) OR COALESCE((( SELECT paradero.actor_office() AS actor_office) = ANY (teller_offices)), false)));

CREATE POLICY "Monitors see all but their own and their office's" ON public.review_case FOR SELECT TO paradero_staff USING (((( SELECT paradero.actor_role() AS actor_role) = 'monitor'::text) AND COALESCE((account_id <> ( SELECT paradero.actor_account() AS actor_account)), true) AND (NOT COALESCE((office_id = ( SELECT paradero.actor_office() AS actor_office)), false)) AND (NOT (( SELECT paradero.actor_account() AS actor_account) = ANY (tellers))) AND (NOT COALESCE((( SELECT paradero.actor_office() AS actor_office) = ANY (teller_offices)), false))));

CREATE POLICY "Monitors see what was decided" ON public.review_decision FOR SELECT TO paradero_staff USING ((EXISTS ( SELECT
   FROM public.review_case c
  WHERE (c.id = review_decision.case_id))));

CREATE POLICY "News is queued" ON public.outbox TO paradero_staff USING (( SELECT paradero.actor_is('news'::text) AS actor_is)) WITH CHECK (( SELECT paradero.actor_is('news'::text) AS actor_is));

CREATE POLICY "Numbers are sealed as the owner" ON public.visit_request USING ((paradero.actor_is('numbers'::text) AND (CURRENT_USER <> ALL (ARRAY['paradero_public'::name, 'paradero_staff'::name, 'paradero_index'::name, 'paradero_keeper'::name, 'paradero_backup'::name]))));

CREATE POLICY "Observers end" ON public.trained_observer FOR UPDATE TO paradero_staff USING (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "One's own subscription" ON public.alert_subscriber TO paradero_staff USING ((account_id = ( SELECT paradero.actor_account() AS actor_account))) WITH CHECK ((account_id = ( SELECT paradero.actor_account() AS actor_account)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.account_password USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.api_token USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.known_device USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.one_time_code USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.recovery_code USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.second_factor USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.session USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "One's own, the door's, and those who keep accounts" ON public.sign_in USING (((account_id = ( SELECT paradero.actor_account() AS actor_account)) OR ( SELECT paradero.actor_is('sign-in'::text) AS actor_is) OR ( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts) OR ( SELECT paradero.actor_is('sweep'::text) AS actor_is)));

CREATE POLICY "Releases keep their own" ON public.release_counted USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "Releases keep their own" ON public.release_total USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "Responders add to the hotline" ON public.alert_source FOR INSERT TO paradero_staff WITH CHECK (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "Responders add to the hotline" ON public.intake_contact FOR INSERT TO paradero_staff WITH CHECK (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "Responders add to the hotline" ON public.partner FOR INSERT TO paradero_staff WITH CHECK (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "Responders add to the hotline" ON public.trained_observer FOR INSERT TO paradero_staff WITH CHECK (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "Responders see who opened a contact" ON public.contact_opening FOR SELECT TO paradero_staff USING (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "Responders see who waits" ON public.callback FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders see who waits" ON public.family_search FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.alert FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.alert_event FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.alert_source FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.handoff FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.handoff_event FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.intake FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.intake_contact FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.intake_event FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.partner FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders share the hotline" ON public.trained_observer FOR SELECT TO paradero_staff USING ((( SELECT paradero.actor_responds() AS actor_responds) OR ( SELECT paradero.actor_is('news'::text) AS actor_is)));

CREATE POLICY "Responders work in their own name" ON public.alert FOR INSERT TO paradero_staff WITH CHECK ((( SELECT paradero.actor_responds() AS actor_responds) AND (account_id = ( SELECT paradero.actor_account() AS actor_account))));

CREATE POLICY "Responders work in their own name" ON public.alert_event FOR INSERT TO paradero_staff WITH CHECK ((( SELECT paradero.actor_responds() AS actor_responds) AND (account_id = ( SELECT paradero.actor_account() AS actor_account))));

CREATE POLICY "Responders work in their own name" ON public.handoff FOR INSERT TO paradero_staff WITH CHECK ((( SELECT paradero.actor_responds() AS actor_responds) AND (account_id = ( SELECT paradero.actor_account() AS actor_account))));

CREATE POLICY "Responders work in their own name" ON public.handoff_event FOR INSERT TO paradero_staff WITH CHECK ((( SELECT paradero.actor_responds() AS actor_responds) AND (account_id = ( SELECT paradero.actor_account() AS actor_account))));

CREATE POLICY "Responders work in their own name" ON public.intake FOR INSERT TO paradero_staff WITH CHECK ((( SELECT paradero.actor_responds() AS actor_responds) AND (account_id = ( SELECT paradero.actor_account() AS actor_account))));

CREATE POLICY "Responders work in their own name" ON public.intake_event FOR INSERT TO paradero_staff WITH CHECK ((( SELECT paradero.actor_responds() AS actor_responds) AND (account_id = ( SELECT paradero.actor_account() AS actor_account))));

CREATE POLICY "Responders work on calls" ON public.callback FOR UPDATE TO paradero_staff USING (( SELECT paradero.actor_responds() AS actor_responds));

CREATE POLICY "Retention erases as the owner" ON public.contact_opening USING ((paradero.actor_is('retention'::text) AND (CURRENT_USER <> ALL (ARRAY['paradero_public'::name, 'paradero_staff'::name, 'paradero_index'::name, 'paradero_keeper'::name, 'paradero_backup'::name]))));

CREATE POLICY "Retention erases as the owner" ON public.visit_event USING ((paradero.actor_is('retention'::text) AND (CURRENT_USER <> ALL (ARRAY['paradero_public'::name, 'paradero_staff'::name, 'paradero_index'::name, 'paradero_keeper'::name, 'paradero_backup'::name]))));

CREATE POLICY "Retention erases as the owner" ON public.visit_finding USING ((paradero.actor_is('retention'::text) AND (CURRENT_USER <> ALL (ARRAY['paradero_public'::name, 'paradero_staff'::name, 'paradero_index'::name, 'paradero_keeper'::name, 'paradero_backup'::name]))));

CREATE POLICY "Retention erases as the owner" ON public.visit_request USING ((paradero.actor_is('retention'::text) AND (CURRENT_USER <> ALL (ARRAY['paradero_public'::name, 'paradero_staff'::name, 'paradero_index'::name, 'paradero_keeper'::name, 'paradero_backup'::name]))));

CREATE POLICY "Retention erases as the owner" ON public.visit_status USING ((paradero.actor_is('retention'::text) AND (CURRENT_USER <> ALL (ARRAY['paradero_public'::name, 'paradero_staff'::name, 'paradero_index'::name, 'paradero_keeper'::name, 'paradero_backup'::name]))));

CREATE POLICY "Secrets are sealed anew" ON public.second_factor USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "The keeper asks whose a session is" ON public.session FOR SELECT USING (( SELECT paradero.actor_is('keeper'::text) AS actor_is));

CREATE POLICY "The keeper sees what its work is about" ON public.alert FOR SELECT TO paradero_keeper USING (true);

CREATE POLICY "The keeper sees what its work is about" ON public.alert_event FOR SELECT TO paradero_keeper USING (true);

CREATE POLICY "The keeper sees what its work is about" ON public.intake FOR SELECT TO paradero_keeper USING (true);

CREATE POLICY "The keeper tells of its key" ON public.vault_key FOR INSERT TO paradero_keeper WITH CHECK ((kind = 'keeper'::text));

CREATE POLICY "The keeper works with what is sealed" ON public.alert_message TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.alert_subscriber TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.callback TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.contact_opening TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.family_note TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.family_search TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.intake_contact TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper works with what is sealed" ON public.outbox TO paradero_keeper USING (true) WITH CHECK (true);

CREATE POLICY "The keeper's key retires" ON public.vault_key FOR UPDATE TO paradero_keeper USING ((kind = 'keeper'::text));

CREATE POLICY "The review keeps its own" ON public.attorney_pseudonym USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review keeps its own" ON public.review_answer USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review keeps its own" ON public.review_case USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review keeps its own" ON public.review_decision USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review keeps its own" ON public.review_opening USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review keeps its own" ON public.review_question USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review reads requests" ON public.evidence FOR SELECT USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review reads requests" ON public.evidence_withdrawal FOR SELECT USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review reads requests" ON public.visit_event FOR SELECT USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review reads requests" ON public.visit_finding FOR SELECT USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The review reads requests" ON public.visit_request FOR SELECT USING (( SELECT paradero.is_reviewing() AS is_reviewing));

CREATE POLICY "The service tells of its key" ON public.vault_key FOR INSERT TO paradero_staff WITH CHECK ((kind = 'service'::text));

CREATE POLICY "The service's key retires" ON public.vault_key FOR UPDATE TO paradero_staff USING ((kind = 'service'::text));

CREATE POLICY "Those who are asked answer in their own name" ON public.review_answer FOR INSERT TO paradero_staff WITH CHECK (((account_id = ( SELECT paradero.actor_account() AS actor_account)) AND (EXISTS ( SELECT
   FROM public.review_question q
  WHERE ((q.decision_id = review_answer.decision_id) AND (NOT (q.request_id IS DISTINCT FROM review_answer.request_id)) AND ((EXISTS ( SELECT
           FROM public.visit_request r
          WHERE (r.id = q.request_id))) OR (( SELECT paradero.actor_account() AS actor_account) = ANY (q.tellers)) OR COALESCE((( SELECT paradero.actor_office() AS actor_office) = ANY (q.teller_offices)), false)))))));

CREATE POLICY "Those who keep accounts decide about applications" ON public.attorney_application FOR UPDATE USING (( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts));

CREATE POLICY "Those who keep accounts read applications" ON public.attorney_application FOR SELECT USING (( SELECT paradero.actor_keeps_accounts() AS actor_keeps_accounts));

CREATE POLICY "What was told is sealed anew" ON public.handoff_event TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "What was told is sealed anew" ON public.intake TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

CREATE POLICY "What was told is sealed anew" ON public.intake_event TO paradero_staff USING (( SELECT paradero.actor_is('rotation'::text) AS actor_is));

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.account_password ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_source ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.alert_subscriber ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.attorney_application ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.attorney_pseudonym ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.callback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contact_opening ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.deleted_search ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.evidence_piece ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.evidence_withdrawal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.family_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.family_search ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.handoff ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.handoff_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.known_device ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.one_time_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.partner ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.recovery_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.release_counted ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.release_total ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.review_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.review_case ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.review_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.review_opening ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.review_question ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.second_factor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.trained_observer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.vault_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.visit_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.visit_finding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.visit_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.visit_status ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA paradero TO paradero_public;
GRANT USAGE ON SCHEMA paradero TO paradero_staff;
GRANT USAGE ON SCHEMA paradero TO paradero_index;
GRANT USAGE ON SCHEMA paradero TO paradero_keeper;
GRANT USAGE ON SCHEMA paradero TO paradero_backup;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO paradero_public;
GRANT USAGE ON SCHEMA public TO paradero_staff;
GRANT USAGE ON SCHEMA public TO paradero_index;
GRANT USAGE ON SCHEMA public TO paradero_keeper;
GRANT USAGE ON SCHEMA public TO paradero_backup;

REVOKE ALL ON FUNCTION paradero.actor_account() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.actor_account() TO paradero_staff;
GRANT ALL ON FUNCTION paradero.actor_account() TO paradero_backup;

REVOKE ALL ON FUNCTION paradero.actor_is(service text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.actor_is(service text) TO paradero_staff;
GRANT ALL ON FUNCTION paradero.actor_is(service text) TO paradero_backup;

REVOKE ALL ON FUNCTION paradero.actor_keeps_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.actor_keeps_accounts() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.actor_office() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.actor_office() TO paradero_staff;
GRANT ALL ON FUNCTION paradero.actor_office() TO paradero_backup;

REVOKE ALL ON FUNCTION paradero.actor_responds() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.actor_responds() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.actor_role() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.actor_role() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.append_audit(at timestamp with time zone, actor text, verb text, object text, purpose text, facts text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.append_audit(at timestamp with time zone, actor text, verb text, object text, purpose text, facts text[]) TO paradero_public;
GRANT ALL ON FUNCTION paradero.append_audit(at timestamp with time zone, actor text, verb text, object text, purpose text, facts text[]) TO paradero_staff;
GRANT ALL ON FUNCTION paradero.append_audit(at timestamp with time zone, actor text, verb text, object text, purpose text, facts text[]) TO paradero_keeper;

REVOKE ALL ON FUNCTION paradero.append_change(kind text, id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.append_change(kind text, id bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.audit_end(OUT seq bigint, OUT leaf_sha256 bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.audit_end(OUT seq bigint, OUT leaf_sha256 bytea) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.audit_field(field bytea) FROM PUBLIC;

GRANT SELECT ON TABLE public.audit_entry TO paradero_backup;

REVOKE ALL ON FUNCTION paradero.audit_leaf(entry public.audit_entry, seq bigint, previous_sha256 bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.band(moment timestamp with time zone, zone text) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.begin_checkpoint(pause_seconds integer, present timestamp with time zone, OUT seq bigint, OUT leaf_sha256 bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.begin_checkpoint(pause_seconds integer, present timestamp with time zone, OUT seq bigint, OUT leaf_sha256 bytea) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_audit(objects text[], until_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_audit(objects text[], until_at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_events(wanted bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_events(wanted bigint[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_evidence(wanted bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_evidence(wanted bigint[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_findings(wanted bigint[], rules text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_findings(wanted bigint[], rules text[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_place_findings(place integer, first_day date, last_day date, rules text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_place_findings(place integer, first_day date, last_day date, rules text[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_requests(places integer[], first_day date, last_day date, rules text[], wanted text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_requests(places integer[], first_day date, last_day date, rules text[], wanted text[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.bundle_verdicts(wanted bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.bundle_verdicts(wanted bigint[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.carry_suppressions(plain text[], sealed text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.carry_suppressions(plain text[], sealed text[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.case_is_opened(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.case_is_opened(wanted bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.count_numbers() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.count_numbers() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.counted_events(as_of timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.counted_people(as_of timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.search_name(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_name(name text) TO paradero_public;
GRANT ALL ON FUNCTION public.search_name(name text) TO paradero_staff;
GRANT ALL ON FUNCTION public.search_name(name text) TO paradero_index;
GRANT ALL ON FUNCTION public.search_name(name text) TO paradero_keeper;
GRANT ALL ON FUNCTION public.search_name(name text) TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.batch TO paradero_staff;
GRANT SELECT ON TABLE public.batch TO paradero_backup;

GRANT UPDATE(label) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(finished_at) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(rows_read) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(rows_accepted) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(rows_rejected) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(rows_duplicate) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(withdrawn_at) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(withdrawn_reason) ON TABLE public.batch TO paradero_staff;

GRANT UPDATE(newest_report_at) ON TABLE public.batch TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.source TO paradero_staff;
GRANT SELECT ON TABLE public.source TO paradero_backup;

GRANT SELECT ON TABLE paradero.live_batch TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.custody_event TO paradero_staff;
GRANT SELECT ON TABLE public.custody_event TO paradero_backup;

GRANT SELECT ON TABLE public.merged_person TO paradero_staff;
GRANT SELECT ON TABLE public.merged_person TO paradero_backup;

GRANT SELECT ON TABLE paradero.shown_event TO paradero_staff;

GRANT SELECT ON TABLE public.facility TO paradero_public;
GRANT SELECT ON TABLE public.facility TO paradero_staff;
GRANT SELECT ON TABLE public.facility TO paradero_index;
GRANT SELECT ON TABLE public.facility TO paradero_keeper;
GRANT SELECT ON TABLE public.facility TO paradero_backup;

GRANT SELECT,INSERT,UPDATE ON TABLE public.screening TO paradero_staff;
GRANT SELECT ON TABLE public.screening TO paradero_backup;

GRANT SELECT ON TABLE paradero.live_event TO paradero_staff;

GRANT SELECT ON TABLE paradero.custody_path TO paradero_staff;

GRANT SELECT ON TABLE paradero.current_custody TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.current_custody_of(person_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.current_custody_of(person_ids bigint[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.decide_pair(one bigint, other bigint, same boolean, reason text, account bigint, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.decide_pair(one bigint, other bigint, same boolean, reason text, account bigint, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.disclosure_standing(people bigint[], today date, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.disclosure_standing(people bigint[], today date, at timestamp with time zone) TO paradero_public;
GRANT ALL ON FUNCTION paradero.disclosure_standing(people bigint[], today date, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.disclosure_state(failed_most integer, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.disclosure_state(failed_most integer, at timestamp with time zone) TO paradero_public;
GRANT ALL ON FUNCTION paradero.disclosure_state(failed_most integer, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.erase_alerts(moment timestamp with time zone, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.erase_events(of_batch bigint, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.erase_intakes(moment timestamp with time zone, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.erase_requests(moment timestamp with time zone, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.erase_step(step text, moment timestamp with time zone, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.erase_withdrawn(moment timestamp with time zone, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.family_delete(a_selector bytea, a_verifier bytea, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_delete(a_selector bytea, a_verifier bytea, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_facts(a_selector bytea, a_verifier bytea, a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_facts(a_selector bytea, a_verifier bytea, a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_follow(a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, a_language text, a_selector bytea, a_verifier bytea, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_follow(a_name text, some_births date[], a_year smallint, an_age smallint, age_on date, a_country text, a_sex text, an_a_number text, some_arrests date[], a_place text, a_language text, a_selector bytea, a_verifier bytea, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_kept(a_selector bytea, a_verifier bytea, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_kept(a_selector bytea, a_verifier bytea, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_note(a_selector bytea, a_verifier bytea, a_box bytea, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_note(a_selector bytea, a_verifier bytea, a_box bytea, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_of(a_selector bytea, a_verifier bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.family_opened(a_selector bytea, a_verifier bytea, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_opened(a_selector bytea, a_verifier bytea, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_turn(a_space text, burst integer, pause double precision, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_turn(a_space text, burst integer, pause double precision, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_wants(a_selector bytea, a_verifier bytea, what text, a_contact bytea, a_due_at timestamp with time zone, why text, two boolean, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_wants(a_selector bytea, a_verifier bytea, what text, a_contact bytea, a_due_at timestamp with time zone, why text, two boolean, moment timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.family_was_deleted(a_selector bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.family_was_deleted(a_selector bytea) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.figure_arrests(year integer, as_of timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_arrests(year integer, as_of timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_days(as_of timestamp with time zone, from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_days(as_of timestamp with time zone, from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_findings(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_findings(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_held(year integer, as_of timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_held(year integer, as_of timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_more(as_of timestamp with time zone, from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_more(as_of timestamp with time zone, from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_outcomes(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_outcomes(grouping_by text, as_of timestamp with time zone, from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_requests(as_of timestamp with time zone, from_day date, until_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.figure_rows(grouping_by text, wanted text, ended text, as_of timestamp with time zone, from_day date, until_day date, place text, after bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_rows(grouping_by text, wanted text, ended text, as_of timestamp with time zone, from_day date, until_day date, place text, after bigint, most integer) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_rule_days(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_rule_days(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.figure_said(as_of timestamp with time zone, from_day date, until_day date, rules text[], place text) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.figure_times(ends text[], as_of timestamp with time zone, from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.figure_times(ends text[], as_of timestamp with time zone, from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.file_pending_names() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.file_pending_names() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.forget_answers(at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.forget_answers(at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.forget_plain_numbers() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.forget_plain_numbers() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.held_requests(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.held_requests(moment timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.is_bundling() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.is_bundling() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.is_held(request text, facility integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.is_reviewing() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.is_reviewing() TO paradero_staff;
GRANT ALL ON FUNCTION paradero.is_reviewing() TO paradero_backup;

REVOKE ALL ON FUNCTION paradero.keep_checkpoint(seq bigint, line text, signed_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.keep_checkpoint(seq bigint, line text, signed_at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.keep_record_counts(kinds text[], items text[], counts bigint[], givens bigint[], families bigint[], spellings text[], countries text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.keep_record_counts(kinds text[], items text[], counts bigint[], givens bigint[], families bigint[], spellings text[], countries text[]) TO paradero_index;

REVOKE ALL ON FUNCTION paradero.keep_release(number integer, from_day date, until_day date, known timestamp with time zone, made timestamp with time zone, text_of_it text, counted bigint[], places text[], kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.keep_release(number integer, from_day date, until_day date, known timestamp with time zone, made timestamp with time zone, text_of_it text, counted bigint[], places text[], kinds text[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.keeper_responder(a_fingerprint bytea, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.keeper_responder(a_fingerprint bytea, moment timestamp with time zone) TO paradero_keeper;

REVOKE ALL ON FUNCTION paradero.key_rows(source integer, plain uuid[], keyed uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.key_rows(source integer, plain uuid[], keyed uuid[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.key_suppressions() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.key_suppressions() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.keyed_digest(plain bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.live_alerts(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.live_alerts(moment timestamp with time zone) TO paradero_public;
GRANT ALL ON FUNCTION paradero.live_alerts(moment timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.may_count() FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.may_count_arrests() FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.name_digest(a_name text, born date) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.newest_report(batch bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.newest_report(batch bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.number_digest(a_number text) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.old_requests(moment timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.opened_requests() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.opened_requests() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.pattern_groups(from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.pattern_groups(from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.people_in_steps(size integer) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.people_in_steps(size integer) TO paradero_index;
GRANT ALL ON FUNCTION paradero.people_in_steps(size integer) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.people_touched(batches bigint[], facilities integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.people_touched(batches bigint[], facilities integer[]) TO paradero_index;
GRANT ALL ON FUNCTION paradero.people_touched(batches bigint[], facilities integer[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.people_with_keys(set_of_key integer[], kind_of_key text[], keys text[], clause integer[], set_of_clause integer[], numbers text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.people_with_keys(set_of_key integer[], kind_of_key text[], keys text[], clause integer[], set_of_clause integer[], numbers text[], most integer) TO paradero_index;
GRANT ALL ON FUNCTION paradero.people_with_keys(set_of_key integer[], kind_of_key text[], keys text[], clause integer[], set_of_clause integer[], numbers text[], most integer) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.plain_numbers(place text, after bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.plain_numbers(place text, after bigint, most integer) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.release_days(as_of timestamp with time zone, from_day date, until_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.release_days(as_of timestamp with time zone, from_day date, until_day date) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.release_requests(as_of timestamp with time zone, until_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.release_requests(as_of timestamp with time zone, until_day date) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.release_totals() FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.release_totals() TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.review_events(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.review_events(wanted bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.review_evidence(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.review_evidence(wanted bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.review_findings(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.review_findings(wanted bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.review_place_events(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.review_place_events(wanted bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.review_request(wanted bigint, OUT is_opened boolean, OUT reference text, OUT client_name text, OUT filed_by text, OUT asker_name text, OUT office text, OUT tie text, OUT mode text, OUT asker_role text, OUT g28 text, OUT urgency text, OUT zone text, OUT began_at_door boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.review_request(wanted bigint, OUT is_opened boolean, OUT reference text, OUT client_name text, OUT filed_by text, OUT asker_name text, OUT office text, OUT tie text, OUT mode text, OUT asker_role text, OUT g28 text, OUT urgency text, OUT zone text, OUT began_at_door boolean) TO paradero_staff;

GRANT SELECT ON TABLE public.review_case TO paradero_backup;

GRANT SELECT(id) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(finding_id) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(facility_id) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(attorney) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(rule) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(rule_name) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(authority) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(outcome) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(severity) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(rank) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(grade) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(pattern) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(day) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(opened_at) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(due_at) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(state) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(waits_for_people) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(reopened) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(follows_id) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(place_finding_id) ON TABLE public.review_case TO paradero_staff;

GRANT SELECT(is_of_place) ON TABLE public.review_case TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.reviewed_case(wanted bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.reviewed_incidents(as_of timestamp with time zone, from_day date, until_day date, place text) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.reviewed_incidents(as_of timestamp with time zone, from_day date, until_day date, place text) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.seal_audit(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.seal_audit(at_most integer) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.seal_numbers(place text, ids bigint[], plain text[], sealed text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.seal_numbers(place text, ids bigint[], plain text[], sealed text[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.search_found(people bigint[], today date) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.search_found(people bigint[], today date) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.search_freshness(known bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.search_freshness(known bigint[]) TO paradero_public;
GRANT ALL ON FUNCTION paradero.search_freshness(known bigint[]) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.shielded(people bigint[], at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.shown_as(people bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.shown_as(people bigint[]) TO paradero_staff;
GRANT ALL ON FUNCTION paradero.shown_as(people bigint[]) TO paradero_index;

REVOKE ALL ON FUNCTION paradero.similar_intakes(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.similar_intakes(wanted bigint) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.spend_guesses(people bigint[], costs integer[], most integer, hours integer, is_failed_number boolean, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.spend_guesses(people bigint[], costs integer[], most integer, hours integer, is_failed_number boolean, at timestamp with time zone) TO paradero_public;
GRANT ALL ON FUNCTION paradero.spend_guesses(people bigint[], costs integer[], most integer, hours integer, is_failed_number boolean, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.suppression_key() FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.sweep_due(step text, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.sweep_due(step text, at_most integer) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.sweep_step(step text, moment timestamp with time zone, at_most integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION paradero.tell(person bigint, rule text, by_number boolean, more_a_day integer, more_an_hour integer, today date, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.tell(person bigint, rule text, by_number boolean, more_a_day integer, more_an_hour integer, today date, at timestamp with time zone) TO paradero_public;

REVOKE ALL ON FUNCTION paradero.undo_pair_decision(decision bigint, reason text, account bigint, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.undo_pair_decision(decision bigint, reason text, account bigint, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.uphold_contest(contest bigint, account bigint, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.uphold_contest(contest bigint, account bigint, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION paradero.usual_answers(numbers boolean, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION paradero.usual_answers(numbers boolean, at timestamp with time zone) TO paradero_staff;

REVOKE ALL ON FUNCTION public.account_fits_installation() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.account_fits_supervisor() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.alert_basis(of_alert bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.alert_falls() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.alert_is_founded() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.alert_is_told() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.alert_moves() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.answer_reopens() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.attorney_application_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_checkpoint_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_entry_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.batch_fits_installation() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.belongs_to_batch() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.case_stands() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.custody_event_corrects_same_person() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.custody_event_happened_somewhere() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.custody_event_is_only_added() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.decision_is_allowed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.drop_keys() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.finding_is_reviewed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.gather_keys() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.gather_keys_of(people bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.handoff_is_allowed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.handoff_moves() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.hotline_event_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.installation_fits_accounts() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.intake_begins() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.intake_due(wanted bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.intake_event_is_allowed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.intake_moves() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.legal_hold_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.match_keys(search_name text, birth_date date, birth_year smallint, birth_basis text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.merge_anew() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.never_deleted() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.one_time_code_stays_used() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.pair_decision_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.person_fits_batch() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.place_day_is_known() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.place_event_corrects_its_own() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.place_finding_is_reviewed() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.place_tellers(place integer, about date, used bigint[], OUT accounts bigint[], OUT offices bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.pseudonym_of(account bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recovery_code_stays_used() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.review_deadline(severity text, opened timestamp with time zone, urgent timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.rulebook_file_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.second_factor_steps_on() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.session_stays_ended() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.visit_event_corrects_its_own() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.visit_event_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.all_match_keys(integer[]) FROM PUBLIC;

GRANT SELECT,INSERT ON TABLE public.person_description TO paradero_staff;
GRANT SELECT ON TABLE public.person_description TO paradero_backup;

GRANT SELECT ON TABLE paradero.shown_description TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.person_identifier TO paradero_staff;
GRANT SELECT ON TABLE public.person_identifier TO paradero_backup;

GRANT SELECT ON TABLE paradero.shown_identifier TO paradero_staff;

GRANT SELECT ON TABLE paradero.index_row TO paradero_index;
GRANT SELECT ON TABLE paradero.index_row TO paradero_staff;

GRANT SELECT ON TABLE paradero.live_description TO paradero_staff;

GRANT SELECT ON TABLE paradero.live_identifier TO paradero_staff;

GRANT SELECT,INSERT,UPDATE ON TABLE public.duplicate_proposal TO paradero_staff;
GRANT SELECT ON TABLE public.duplicate_proposal TO paradero_backup;

GRANT SELECT ON TABLE public.pair_decision TO paradero_staff;
GRANT SELECT ON TABLE public.pair_decision TO paradero_backup;

GRANT SELECT ON TABLE paradero.open_proposal TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.account TO paradero_staff;
GRANT SELECT ON TABLE public.account TO paradero_backup;

GRANT UPDATE(role) ON TABLE public.account TO paradero_staff;

GRANT UPDATE(signed_in_at) ON TABLE public.account TO paradero_staff;

GRANT UPDATE(disabled_at) ON TABLE public.account TO paradero_staff;

GRANT UPDATE(organisation_id) ON TABLE public.account TO paradero_staff;

GRANT SELECT ON SEQUENCE public.account_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_password TO paradero_staff;
GRANT SELECT ON TABLE public.account_password TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.alert TO paradero_staff;
GRANT SELECT ON TABLE public.alert TO paradero_keeper;
GRANT SELECT ON TABLE public.alert TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.alert_event TO paradero_staff;
GRANT SELECT ON TABLE public.alert_event TO paradero_keeper;
GRANT SELECT ON TABLE public.alert_event TO paradero_backup;

GRANT SELECT ON SEQUENCE public.alert_event_id_seq TO paradero_backup;

GRANT SELECT ON SEQUENCE public.alert_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.alert_message TO paradero_staff;
GRANT SELECT ON TABLE public.alert_message TO paradero_keeper;
GRANT SELECT ON TABLE public.alert_message TO paradero_backup;

GRANT UPDATE(state) ON TABLE public.alert_message TO paradero_keeper;

GRANT UPDATE(attempts) ON TABLE public.alert_message TO paradero_keeper;

GRANT UPDATE(next_at) ON TABLE public.alert_message TO paradero_keeper;

GRANT UPDATE(moved_at) ON TABLE public.alert_message TO paradero_keeper;

GRANT SELECT ON SEQUENCE public.alert_message_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.alert_source TO paradero_staff;
GRANT SELECT ON TABLE public.alert_source TO paradero_backup;

GRANT INSERT ON TABLE public.alert_subscriber TO paradero_staff;
GRANT SELECT ON TABLE public.alert_subscriber TO paradero_keeper;
GRANT SELECT ON TABLE public.alert_subscriber TO paradero_backup;

GRANT SELECT(id) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT SELECT(account_id) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT UPDATE(selector) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT UPDATE(contact) ON TABLE public.alert_subscriber TO paradero_staff;
GRANT UPDATE(contact) ON TABLE public.alert_subscriber TO paradero_keeper;

GRANT SELECT(language),UPDATE(language) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT SELECT(states),UPDATE(states) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT SELECT(subscribed_at),UPDATE(subscribed_at) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT SELECT(ended_at),UPDATE(ended_at) ON TABLE public.alert_subscriber TO paradero_staff;

GRANT SELECT ON SEQUENCE public.alert_subscriber_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.api_token TO paradero_staff;
GRANT SELECT ON TABLE public.api_token TO paradero_backup;

GRANT UPDATE(last_used_on) ON TABLE public.api_token TO paradero_staff;

GRANT UPDATE(revoked_at) ON TABLE public.api_token TO paradero_staff;

GRANT SELECT ON SEQUENCE public.api_token_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.attempt_throttle TO paradero_staff;
GRANT SELECT ON TABLE public.attempt_throttle TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.attorney_application TO paradero_staff;
GRANT SELECT ON TABLE public.attorney_application TO paradero_backup;

GRANT UPDATE(state) ON TABLE public.attorney_application TO paradero_staff;

GRANT UPDATE(decided_at) ON TABLE public.attorney_application TO paradero_staff;

GRANT UPDATE(decided_by) ON TABLE public.attorney_application TO paradero_staff;

GRANT UPDATE(called_number) ON TABLE public.attorney_application TO paradero_staff;

GRANT UPDATE(called_on) ON TABLE public.attorney_application TO paradero_staff;

GRANT UPDATE(note) ON TABLE public.attorney_application TO paradero_staff;

GRANT UPDATE(account_id) ON TABLE public.attorney_application TO paradero_staff;

GRANT SELECT ON SEQUENCE public.attorney_application_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.attorney_pseudonym TO paradero_backup;

GRANT SELECT ON TABLE public.audit_checkpoint TO paradero_staff;
GRANT SELECT ON TABLE public.audit_checkpoint TO paradero_backup;

GRANT SELECT ON SEQUENCE public.audit_entry_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.audit_head TO paradero_backup;

GRANT SELECT ON TABLE public.automatic_answer TO paradero_staff;
GRANT SELECT ON TABLE public.automatic_answer TO paradero_backup;

GRANT SELECT ON SEQUENCE public.automatic_answer_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.automatic_closing TO paradero_staff;
GRANT SELECT ON TABLE public.automatic_closing TO paradero_backup;

GRANT UPDATE(opened_at) ON TABLE public.automatic_closing TO paradero_staff;

GRANT UPDATE(opened_by) ON TABLE public.automatic_closing TO paradero_staff;

GRANT SELECT ON SEQUENCE public.automatic_closing_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.automatic_stop TO paradero_staff;
GRANT SELECT ON TABLE public.automatic_stop TO paradero_backup;

GRANT UPDATE(seen_by) ON TABLE public.automatic_stop TO paradero_staff;

GRANT UPDATE(seen_at) ON TABLE public.automatic_stop TO paradero_staff;

GRANT SELECT ON SEQUENCE public.automatic_stop_id_seq TO paradero_backup;

GRANT SELECT ON SEQUENCE public.batch_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.callback TO paradero_staff;
GRANT SELECT ON TABLE public.callback TO paradero_keeper;
GRANT SELECT ON TABLE public.callback TO paradero_backup;

GRANT UPDATE(reason) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(needs_two) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(owner_id) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(taken_at) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(agreed_by) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(agreed_at) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(tries) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(outcome) ON TABLE public.callback TO paradero_staff;

GRANT UPDATE(done_at) ON TABLE public.callback TO paradero_staff;

GRANT SELECT ON SEQUENCE public.callback_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.change TO paradero_staff;
GRANT SELECT ON TABLE public.change TO paradero_index;
GRANT SELECT ON TABLE public.change TO paradero_backup;

GRANT SELECT ON SEQUENCE public.change_seq_seq TO paradero_backup;

GRANT SELECT ON TABLE public.contact_opening TO paradero_staff;
GRANT SELECT,INSERT ON TABLE public.contact_opening TO paradero_keeper;
GRANT SELECT ON TABLE public.contact_opening TO paradero_backup;

GRANT SELECT ON SEQUENCE public.contact_opening_id_seq TO paradero_backup;

GRANT USAGE ON SEQUENCE public.custody_event_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.custody_event_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.deleted_search TO paradero_backup;

GRANT SELECT ON SEQUENCE public.duplicate_proposal_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.evidence TO paradero_staff;
GRANT SELECT ON TABLE public.evidence TO paradero_backup;

GRANT UPDATE(told) ON TABLE public.evidence TO paradero_staff;

GRANT USAGE ON SEQUENCE public.evidence_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.evidence_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.evidence_piece TO paradero_staff;
GRANT SELECT ON TABLE public.evidence_piece TO paradero_backup;

GRANT UPDATE(sealed) ON TABLE public.evidence_piece TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.evidence_withdrawal TO paradero_staff;
GRANT SELECT ON TABLE public.evidence_withdrawal TO paradero_backup;

GRANT UPDATE(reason) ON TABLE public.evidence_withdrawal TO paradero_staff;

GRANT SELECT ON TABLE public.facility_alias TO paradero_public;
GRANT SELECT ON TABLE public.facility_alias TO paradero_staff;
GRANT SELECT ON TABLE public.facility_alias TO paradero_index;
GRANT SELECT ON TABLE public.facility_alias TO paradero_keeper;
GRANT SELECT ON TABLE public.facility_alias TO paradero_backup;

GRANT SELECT ON TABLE public.facility_contact TO paradero_public;
GRANT SELECT ON TABLE public.facility_contact TO paradero_staff;
GRANT SELECT ON TABLE public.facility_contact TO paradero_index;
GRANT SELECT ON TABLE public.facility_contact TO paradero_keeper;
GRANT SELECT ON TABLE public.facility_contact TO paradero_backup;

GRANT SELECT ON SEQUENCE public.facility_contact_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.facility_hours TO paradero_public;
GRANT SELECT ON TABLE public.facility_hours TO paradero_staff;
GRANT SELECT ON TABLE public.facility_hours TO paradero_index;
GRANT SELECT ON TABLE public.facility_hours TO paradero_keeper;
GRANT SELECT ON TABLE public.facility_hours TO paradero_backup;

GRANT SELECT ON SEQUENCE public.facility_hours_id_seq TO paradero_backup;

GRANT SELECT ON SEQUENCE public.facility_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.facility_standard TO paradero_public;
GRANT SELECT ON TABLE public.facility_standard TO paradero_staff;
GRANT SELECT ON TABLE public.facility_standard TO paradero_index;
GRANT SELECT ON TABLE public.facility_standard TO paradero_keeper;
GRANT SELECT ON TABLE public.facility_standard TO paradero_backup;

GRANT SELECT ON SEQUENCE public.facility_standard_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.failed_number TO paradero_backup;

GRANT SELECT ON TABLE public.family_note TO paradero_keeper;
GRANT SELECT ON TABLE public.family_note TO paradero_backup;

GRANT UPDATE(box) ON TABLE public.family_note TO paradero_keeper;

GRANT SELECT ON SEQUENCE public.family_note_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.family_search TO paradero_keeper;
GRANT SELECT ON TABLE public.family_search TO paradero_backup;

GRANT SELECT(search_id) ON TABLE public.family_search TO paradero_staff;

GRANT SELECT(language) ON TABLE public.family_search TO paradero_staff;

GRANT SELECT(kept_at) ON TABLE public.family_search TO paradero_staff;

GRANT SELECT(wants) ON TABLE public.family_search TO paradero_staff;

GRANT UPDATE(contact) ON TABLE public.family_search TO paradero_keeper;

GRANT SELECT(looked_at) ON TABLE public.family_search TO paradero_staff;

GRANT SELECT ON TABLE public.field_office TO paradero_public;
GRANT SELECT ON TABLE public.field_office TO paradero_staff;
GRANT SELECT ON TABLE public.field_office TO paradero_index;
GRANT SELECT ON TABLE public.field_office TO paradero_keeper;
GRANT SELECT ON TABLE public.field_office TO paradero_backup;

GRANT SELECT ON TABLE public.field_office_area TO paradero_public;
GRANT SELECT ON TABLE public.field_office_area TO paradero_staff;
GRANT SELECT ON TABLE public.field_office_area TO paradero_index;
GRANT SELECT ON TABLE public.field_office_area TO paradero_keeper;
GRANT SELECT ON TABLE public.field_office_area TO paradero_backup;

GRANT SELECT ON SEQUENCE public.field_office_id_seq TO paradero_backup;

GRANT SELECT,UPDATE ON TABLE public.follower TO paradero_staff;
GRANT SELECT ON TABLE public.follower TO paradero_backup;

GRANT SELECT ON TABLE public.guess_count TO paradero_backup;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.guess_delay TO paradero_staff;
GRANT SELECT ON TABLE public.guess_delay TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.handoff TO paradero_staff;
GRANT SELECT ON TABLE public.handoff TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.handoff_event TO paradero_staff;
GRANT SELECT ON TABLE public.handoff_event TO paradero_backup;

GRANT UPDATE(note) ON TABLE public.handoff_event TO paradero_staff;

GRANT USAGE ON SEQUENCE public.handoff_event_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.handoff_event_id_seq TO paradero_backup;

GRANT SELECT ON SEQUENCE public.handoff_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE ON TABLE public.imported_row TO paradero_staff;
GRANT SELECT ON TABLE public.imported_row TO paradero_backup;

GRANT SELECT ON TABLE public.installation TO paradero_public;
GRANT SELECT ON TABLE public.installation TO paradero_staff;
GRANT SELECT ON TABLE public.installation TO paradero_index;
GRANT SELECT ON TABLE public.installation TO paradero_keeper;
GRANT SELECT ON TABLE public.installation TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.intake TO paradero_staff;
GRANT SELECT ON TABLE public.intake TO paradero_backup;

GRANT SELECT(id) ON TABLE public.intake TO paradero_keeper;

GRANT UPDATE(told) ON TABLE public.intake TO paradero_staff;

GRANT SELECT(status) ON TABLE public.intake TO paradero_keeper;

GRANT SELECT(owner_id) ON TABLE public.intake TO paradero_keeper;

GRANT INSERT ON TABLE public.intake_contact TO paradero_staff;
GRANT SELECT ON TABLE public.intake_contact TO paradero_keeper;
GRANT SELECT ON TABLE public.intake_contact TO paradero_backup;

GRANT SELECT(intake_id) ON TABLE public.intake_contact TO paradero_staff;

GRANT UPDATE(box) ON TABLE public.intake_contact TO paradero_keeper;

GRANT SELECT(due_at) ON TABLE public.intake_contact TO paradero_staff;

GRANT SELECT(called_at) ON TABLE public.intake_contact TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.intake_event TO paradero_staff;
GRANT SELECT ON TABLE public.intake_event TO paradero_backup;

GRANT UPDATE(note) ON TABLE public.intake_event TO paradero_staff;

GRANT USAGE ON SEQUENCE public.intake_event_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.intake_event_id_seq TO paradero_backup;

GRANT USAGE ON SEQUENCE public.intake_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.intake_id_seq TO paradero_backup;

GRANT SELECT,INSERT,UPDATE ON TABLE public.keeper_recovery TO paradero_keeper;
GRANT SELECT ON TABLE public.keeper_recovery TO paradero_backup;

GRANT SELECT,INSERT,DELETE ON TABLE public.known_device TO paradero_staff;
GRANT SELECT ON TABLE public.known_device TO paradero_backup;

GRANT SELECT ON SEQUENCE public.known_device_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.learnt_weights TO paradero_index;
GRANT SELECT ON TABLE public.learnt_weights TO paradero_staff;
GRANT SELECT ON TABLE public.learnt_weights TO paradero_backup;

GRANT SELECT ON SEQUENCE public.learnt_weights_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.legal_hold TO paradero_backup;

GRANT SELECT ON SEQUENCE public.legal_hold_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.locator_attempt TO paradero_staff;
GRANT SELECT ON TABLE public.locator_attempt TO paradero_backup;

GRANT SELECT ON SEQUENCE public.locator_attempt_id_seq TO paradero_backup;

GRANT SELECT,UPDATE ON TABLE public.mail_batch TO paradero_staff;
GRANT SELECT ON TABLE public.mail_batch TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.match_report TO paradero_staff;
GRANT SELECT ON TABLE public.match_report TO paradero_backup;

GRANT SELECT ON SEQUENCE public.match_report_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.migration TO paradero_public;
GRANT SELECT ON TABLE public.migration TO paradero_staff;
GRANT SELECT ON TABLE public.migration TO paradero_index;
GRANT SELECT ON TABLE public.migration TO paradero_keeper;
GRANT SELECT ON TABLE public.migration TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.office TO paradero_staff;
GRANT SELECT ON TABLE public.office TO paradero_backup;

GRANT SELECT ON SEQUENCE public.office_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE ON TABLE public.one_time_code TO paradero_staff;
GRANT SELECT ON TABLE public.one_time_code TO paradero_backup;

GRANT UPDATE(used_at) ON TABLE public.one_time_code TO paradero_staff;

GRANT SELECT ON SEQUENCE public.one_time_code_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.open_search TO paradero_staff;
GRANT SELECT ON TABLE public.open_search TO paradero_backup;

GRANT SELECT ON SEQUENCE public.open_search_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.organisation TO paradero_staff;
GRANT SELECT ON TABLE public.organisation TO paradero_backup;

GRANT SELECT ON SEQUENCE public.organisation_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.outbox TO paradero_staff;
GRANT SELECT ON TABLE public.outbox TO paradero_keeper;
GRANT SELECT ON TABLE public.outbox TO paradero_backup;

GRANT UPDATE(state) ON TABLE public.outbox TO paradero_keeper;

GRANT UPDATE(attempts) ON TABLE public.outbox TO paradero_keeper;

GRANT UPDATE(next_at) ON TABLE public.outbox TO paradero_keeper;

GRANT UPDATE(moved_at) ON TABLE public.outbox TO paradero_keeper;

GRANT SELECT ON SEQUENCE public.outbox_id_seq TO paradero_backup;

GRANT SELECT ON SEQUENCE public.pair_decision_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.partner TO paradero_staff;
GRANT SELECT ON TABLE public.partner TO paradero_backup;

GRANT SELECT ON SEQUENCE public.partner_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.pattern_name TO paradero_staff;
GRANT SELECT ON TABLE public.pattern_name TO paradero_backup;

GRANT SELECT ON SEQUENCE public.pattern_name_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.person TO paradero_staff;
GRANT SELECT ON TABLE public.person TO paradero_backup;

GRANT USAGE ON SEQUENCE public.person_description_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.person_description_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person_due TO paradero_staff;
GRANT SELECT ON TABLE public.person_due TO paradero_backup;

GRANT USAGE ON SEQUENCE public.person_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.person_id_seq TO paradero_backup;

GRANT USAGE ON SEQUENCE public.person_identifier_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.person_identifier_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.person_keys TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.place_day TO paradero_staff;
GRANT SELECT ON TABLE public.place_day TO paradero_backup;

GRANT UPDATE(standing) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(least_minutes) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(most_minutes) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(contested_minutes) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(posted_minutes) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(outcome) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(severity) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(breaches) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(events) ON TABLE public.place_day TO paradero_staff;

GRANT UPDATE(evaluated_at) ON TABLE public.place_day TO paradero_staff;

GRANT SELECT ON TABLE public.place_day_known TO paradero_staff;
GRANT SELECT ON TABLE public.place_day_known TO paradero_backup;

GRANT SELECT ON SEQUENCE public.place_day_known_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.place_event TO paradero_staff;
GRANT SELECT ON TABLE public.place_event TO paradero_backup;

GRANT SELECT ON SEQUENCE public.place_event_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.place_finding TO paradero_staff;
GRANT SELECT ON TABLE public.place_finding TO paradero_backup;

GRANT SELECT ON SEQUENCE public.place_finding_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.place_status TO paradero_staff;
GRANT SELECT ON TABLE public.place_status TO paradero_backup;

GRANT UPDATE(due_at) ON TABLE public.place_status TO paradero_staff;

GRANT UPDATE(last_event_id) ON TABLE public.place_status TO paradero_staff;

GRANT UPDATE(evaluated_at) ON TABLE public.place_status TO paradero_staff;

GRANT SELECT,INSERT ON TABLE public.protection TO paradero_staff;
GRANT SELECT ON TABLE public.protection TO paradero_backup;

GRANT UPDATE(lifted_by) ON TABLE public.protection TO paradero_staff;

GRANT UPDATE(lifted_at) ON TABLE public.protection TO paradero_staff;

GRANT UPDATE(lifted_because) ON TABLE public.protection TO paradero_staff;

GRANT SELECT ON SEQUENCE public.protection_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.record_count TO paradero_index;
GRANT SELECT ON TABLE public.record_count TO paradero_staff;
GRANT SELECT ON TABLE public.record_count TO paradero_backup;

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO paradero_staff;
GRANT SELECT ON TABLE public.recovery_code TO paradero_backup;

GRANT UPDATE(used_at) ON TABLE public.recovery_code TO paradero_staff;

GRANT SELECT ON SEQUENCE public.recovery_code_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.release TO paradero_public;
GRANT SELECT ON TABLE public.release TO paradero_staff;
GRANT SELECT ON TABLE public.release TO paradero_backup;

GRANT SELECT ON TABLE public.release_counted TO paradero_backup;

GRANT SELECT ON TABLE public.release_total TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.review_answer TO paradero_staff;
GRANT SELECT ON TABLE public.review_answer TO paradero_backup;

GRANT SELECT ON SEQUENCE public.review_case_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.review_decision TO paradero_staff;
GRANT SELECT ON TABLE public.review_decision TO paradero_backup;

GRANT SELECT ON SEQUENCE public.review_decision_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.review_opening TO paradero_staff;
GRANT SELECT ON TABLE public.review_opening TO paradero_backup;

GRANT SELECT ON SEQUENCE public.review_opening_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.review_question TO paradero_staff;
GRANT SELECT ON TABLE public.review_question TO paradero_backup;

GRANT SELECT ON TABLE public.rulebook_file TO paradero_staff;
GRANT SELECT ON TABLE public.rulebook_file TO paradero_backup;

GRANT SELECT ON SEQUENCE public.rulebook_file_id_seq TO paradero_backup;

GRANT SELECT,INSERT,UPDATE ON TABLE public.search_match TO paradero_staff;
GRANT SELECT ON TABLE public.search_match TO paradero_backup;

GRANT SELECT ON SEQUENCE public.search_match_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE ON TABLE public.second_factor TO paradero_staff;
GRANT SELECT ON TABLE public.second_factor TO paradero_backup;

GRANT UPDATE(secret) ON TABLE public.second_factor TO paradero_staff;

GRANT UPDATE(last_step) ON TABLE public.second_factor TO paradero_staff;

GRANT USAGE ON SEQUENCE public.second_factor_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.second_factor_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.session TO paradero_staff;
GRANT SELECT ON TABLE public.session TO paradero_backup;

GRANT UPDATE(last_seen_at) ON TABLE public.session TO paradero_staff;

GRANT UPDATE(ended_at) ON TABLE public.session TO paradero_staff;

GRANT SELECT ON SEQUENCE public.session_id_seq TO paradero_backup;

GRANT SELECT,INSERT,DELETE ON TABLE public.sign_in TO paradero_staff;
GRANT SELECT ON TABLE public.sign_in TO paradero_backup;

GRANT UPDATE(new_password) ON TABLE public.sign_in TO paradero_staff;

GRANT UPDATE(new_secret) ON TABLE public.sign_in TO paradero_staff;

GRANT USAGE ON SEQUENCE public.sign_in_id_seq TO paradero_staff;
GRANT SELECT ON SEQUENCE public.sign_in_id_seq TO paradero_backup;

GRANT SELECT ON SEQUENCE public.source_id_seq TO paradero_backup;

GRANT SELECT,DELETE ON TABLE public.suppression TO paradero_staff;
GRANT SELECT ON TABLE public.suppression TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.trained_observer TO paradero_staff;
GRANT SELECT ON TABLE public.trained_observer TO paradero_backup;

GRANT UPDATE(ended_at) ON TABLE public.trained_observer TO paradero_staff;

GRANT UPDATE(ended_by) ON TABLE public.trained_observer TO paradero_staff;

GRANT SELECT ON SEQUENCE public.trained_observer_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.transfer_count TO paradero_public;
GRANT SELECT ON TABLE public.transfer_count TO paradero_staff;
GRANT SELECT ON TABLE public.transfer_count TO paradero_index;
GRANT SELECT ON TABLE public.transfer_count TO paradero_keeper;
GRANT SELECT ON TABLE public.transfer_count TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.unnamed_description TO paradero_staff;
GRANT SELECT ON TABLE public.unnamed_description TO paradero_backup;

GRANT SELECT ON SEQUENCE public.unnamed_description_id_seq TO paradero_backup;

GRANT SELECT ON TABLE public.vault_key TO paradero_public;
GRANT SELECT,INSERT ON TABLE public.vault_key TO paradero_staff;
GRANT SELECT,INSERT ON TABLE public.vault_key TO paradero_keeper;
GRANT SELECT ON TABLE public.vault_key TO paradero_backup;

GRANT UPDATE(retired_at) ON TABLE public.vault_key TO paradero_staff;
GRANT UPDATE(retired_at) ON TABLE public.vault_key TO paradero_keeper;

GRANT SELECT,INSERT ON TABLE public.visit_event TO paradero_staff;
GRANT SELECT ON TABLE public.visit_event TO paradero_backup;

GRANT SELECT ON SEQUENCE public.visit_event_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.visit_finding TO paradero_staff;
GRANT SELECT ON TABLE public.visit_finding TO paradero_backup;

GRANT SELECT ON SEQUENCE public.visit_finding_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.visit_request TO paradero_staff;
GRANT SELECT ON TABLE public.visit_request TO paradero_backup;

GRANT SELECT ON SEQUENCE public.visit_request_id_seq TO paradero_backup;

GRANT SELECT,INSERT ON TABLE public.visit_status TO paradero_staff;
GRANT SELECT ON TABLE public.visit_status TO paradero_backup;

GRANT UPDATE(state) ON TABLE public.visit_status TO paradero_staff;

GRANT UPDATE(since) ON TABLE public.visit_status TO paradero_staff;

GRANT UPDATE(due_at) ON TABLE public.visit_status TO paradero_staff;

GRANT UPDATE(severity) ON TABLE public.visit_status TO paradero_staff;

GRANT UPDATE(breaches) ON TABLE public.visit_status TO paradero_staff;

GRANT UPDATE(last_event_id) ON TABLE public.visit_status TO paradero_staff;

GRANT UPDATE(evaluated_at) ON TABLE public.visit_status TO paradero_staff;

ALTER DEFAULT PRIVILEGES FOR ROLE owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;

