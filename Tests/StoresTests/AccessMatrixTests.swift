import Postgres
import TestKit
import Testing

/// What a table's rows are to the people who sign in.
private enum Ownership {
  /// Its rows are one account's or one office's: row-level security is enabled and forced.
  case owned
  /// An account in it only says who did something; everybody who may read the table reads all of it.
  case saysWho(String)
}

/// Every table that names an account or an office needs a line here.
private let ownership: [String: Ownership] = [
  "account": .owned, "account_password": .owned, "api_token": .owned, "attorney_application": .owned,
  "known_device": .owned, "one_time_code": .owned, "recovery_code": .owned, "second_factor": .owned,
  "session": .owned, "sign_in": .owned, "evidence": .owned, "evidence_withdrawal": .owned,
  "visit_event": .owned, "visit_finding": .owned, "visit_request": .owned, "visit_status": .owned,
  "attorney_pseudonym": .owned, "review_case": .owned, "review_decision": .owned, "review_question": .owned,
  "review_answer": .owned, "review_opening": .owned,
  "partner": .saysWho("who added an organisation; policies show them to responders alone"),
  "trained_observer": .saysWho("who added an observer; policies show them to responders alone"),
  "intake": .saysWho("responders share the reports of the hotline; policies keep everybody else out"),
  "intake_event": .saysWho("who did what with a report; as above"),
  "handoff": .saysWho("who handed a report on; as above"),
  "handoff_event": .saysWho("who wrote down an answer; as above"),
  "alert": .saysWho("who published an alert; as above"), "alert_event": .saysWho("who corrected one; as above"),
  "alert_subscriber": .owned,
  "release_counted": .owned,
  "pattern_name": .saysWho("which monitor named a pattern; monitors share them, and nobody is told of elsewhere"),
  "open_search": .saysWho("responders share the searches that families leave"),
  "pair_decision": .saysWho("who decided that two people are one"),
  "callback": .saysWho("responders share the calls that families wait for; policies keep everybody else out"),
  "contact_opening": .saysWho("who had a family's contact opened; policies show it to responders alone"),
  "protection": .saysWho("who protected somebody, and who lifted it"),
  "place_event": .saysWho("who told what of a place; all who sign in share what was seen of places"),
  "screening": .saysWho("who looked whether telling of somebody is safe"),
  "suppression": .saysWho("who upheld a contest"),
  "automatic_stop": .saysWho("who has seen that answers about somebody stopped"),
  "automatic_closing": .saysWho("who opened automatic answers again"),
]

@Suite struct `The access matrix` {
  static let roles = ["paradero_public", "paradero_staff", "paradero_index", "paradero_keeper", "paradero_backup"]

  /// Runs a statement as a role, undoes it, and says how it ended: "" or the SQLSTATE. A row that a policy refuses was
  /// tried with the right to the table.
  static let attempt: TrustedScript = """
    create function pg_temp.attempt(as_role text, statement text) returns text language plpgsql as $$
    begin
      execute format('set local role %I', as_role);
      execute statement;
      raise exception using errcode = 'P0001', message = 'undone';
    exception
      when raise_exception then return '';
      when insufficient_privilege then
        return case when sqlerrm like '%row-level security%' then '' else sqlstate end;
      when others then return sqlstate;
    end $$
    """

  @Test func `lets each role do with each table what its line says, when it is tried`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.withConnection { connection in
        try await connection.runScript(Self.attempt)
        let trials = try await connection.rows(
          """
          with relation as (
            select c.oid, c.relname::text as name, c.relkind = 'v' as is_view, format('%s.%I', n.nspname, c.relname) as place
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'v', 'm', 'p') and n.nspname in ('public', 'paradero')
          ), cell as (
            select name, 's' as letter, '' as field, format('select * from %s limit 0', place) as statement from relation
            union all select name, 'i', '', format('insert into %s default values', place) from relation where not is_view
            union all select name, 'd', '', format('delete from %s where false', place) from relation where not is_view
            union all
            select r.name, 'u', a.attname::text, format('update %s set %I = %2$I where false', r.place, a.attname)
            from relation r join pg_attribute a on a.attrelid = r.oid
            where not r.is_view and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
          )
          select role, name, letter, field, pg_temp.attempt(role, statement) from cell, unnest(\(Self.roles)::text[]) role
          order by name, letter, field
          """
        ).map { try $0.decode(String.self, String.self, String.self, String.self, String.self) }
        var failures: [String] = []
        for (role, table, letter, field, state) in trials {
          guard let line = rights.first(where: { $0.table == table }),
            let column = Self.roles.firstIndex(of: role)
          else {
            failures.append("\(table) has no line")
            continue
          }
          let expected = [line.public, line.staff, line.index, line.keeper, line.backup][column]
          let isAllowed = state != "42501"
          // “u” is some columns: which of them, the rights on columns say; here all of a table's are compared with none.
          let agrees =
            switch letter {
            case "u": expected.contains("U") ? isAllowed : expected.contains("u") || !isAllowed
            default: expected.contains(letter) == isAllowed
            }
          if !agrees { failures.append("\(role) \(letter) \(table) \(field): \(state)") }
        }
        let tables = Set(trials.map(\.1)).count
        print(
          "access matrix: \(tables) tables and views, \(Self.roles.count) roles, \(trials.count) statements tried, \(failures.count) failures"
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
        #expect(tables == rights.count && trials.count > 2000)
      }
    }
  }

  @Test func `guards the rows of every table that belongs to somebody`() async throws {
    try await withScratchDatabase { database, _ in
      let rows = try await database.rows(
        """
        select c.relname::text, c.relrowsecurity, c.relforcerowsecurity,
          c.relname in ('account', 'office') or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
            and f.confrelid in ('account'::regclass, 'office'::regclass, 'visit_request'::regclass))
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        """
      ).map { try $0.decode(String.self, Bool.self, Bool.self, Bool.self) }
      for (table, isEnabled, isForced, namesSomebody) in rows where table != "office" {
        let line = ownership[table]
        #expect((line != nil) == namesSomebody, "\(table) needs a line")
        guard case .owned = line else { continue }
        #expect(isEnabled && isForced, "\(table)")
      }
    }
  }
}
