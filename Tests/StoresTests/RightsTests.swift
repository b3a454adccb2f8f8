import Postgres
import TestKit
import Testing

/// Every table and view, and what each role may do with it: s select, c select some columns, i insert, u update some
/// columns, U update, d delete. A new table needs a line here.
let rights: [(table: String, public: String, staff: String, index: String, keeper: String, backup: String)] = [
  ("account", "", "siu", "", "", "s"),
  ("account_password", "", "siUd", "", "", "s"),
  ("alert", "", "si", "", "s", "s"),
  ("alert_event", "", "si", "", "s", "s"),
  ("alert_message", "", "s", "", "su", "s"),
  ("alert_source", "", "si", "", "", "s"),
  ("alert_subscriber", "", "ciu", "", "su", "s"),
  ("api_token", "", "siu", "", "", "s"),
  ("attempt_throttle", "", "siUd", "", "", "s"),
  ("attorney_pseudonym", "", "", "", "", "s"),
  ("audit_checkpoint", "", "s", "", "", "s"),
  ("audit_entry", "", "", "", "", "s"),
  ("audit_head", "", "", "", "", "s"),
  ("attorney_application", "", "siu", "", "", "s"),
  ("automatic_answer", "", "s", "", "", "s"),
  ("automatic_closing", "", "su", "", "", "s"),
  ("automatic_stop", "", "su", "", "", "s"),
  ("batch", "", "siu", "", "", "s"),
  ("callback", "", "su", "", "s", "s"),
  ("change", "", "s", "s", "", "s"),
  ("contact_opening", "", "s", "", "si", "s"),
  ("current_custody", "", "s", "", "", ""),
  ("custody_event", "", "si", "", "", "s"),
  ("custody_path", "", "s", "", "", ""),
  ("deleted_search", "", "", "", "", "s"),
  ("duplicate_proposal", "", "siU", "", "", "s"),
  ("evidence", "", "siu", "", "", "s"),
  ("evidence_piece", "", "siu", "", "", "s"),
  ("evidence_withdrawal", "", "siu", "", "", "s"),
  ("facility", "s", "s", "s", "s", "s"),
  ("facility_alias", "s", "s", "s", "s", "s"),
  ("facility_contact", "s", "s", "s", "s", "s"),
  ("facility_hours", "s", "s", "s", "s", "s"),
  ("facility_standard", "s", "s", "s", "s", "s"),
  ("failed_number", "", "", "", "", "s"),
  ("family_note", "", "", "", "su", "s"),
  ("family_search", "", "c", "", "su", "s"),
  ("field_office", "s", "s", "s", "s", "s"),
  ("field_office_area", "s", "s", "s", "s", "s"),
  ("follower", "", "sU", "", "", "s"),
  ("guess_count", "", "", "", "", "s"),
  ("guess_delay", "", "siUd", "", "", "s"),
  ("handoff", "", "si", "", "", "s"),
  ("handoff_event", "", "siu", "", "", "s"),
  ("imported_row", "", "sid", "", "", "s"),
  ("index_row", "", "s", "s", "", ""),
  ("installation", "s", "s", "s", "s", "s"),
  ("intake", "", "siu", "", "c", "s"),
  ("intake_contact", "", "ci", "", "su", "s"),
  ("intake_event", "", "siu", "", "", "s"),
  ("keeper_recovery", "", "", "", "siU", "s"),
  ("known_device", "", "sid", "", "", "s"),
  ("learnt_weights", "", "s", "s", "", "s"),
  ("legal_hold", "", "", "", "", "s"),
  ("live_batch", "", "s", "", "", ""),
  ("live_description", "", "s", "", "", ""),
  ("live_event", "", "s", "", "", ""),
  ("live_identifier", "", "s", "", "", ""),
  ("locator_attempt", "", "si", "", "", "s"),
  ("mail_batch", "", "sU", "", "", "s"),
  ("match_report", "", "si", "", "", "s"),
  ("merged_person", "", "s", "", "", "s"),
  ("migration", "s", "s", "s", "s", "s"),
  ("office", "", "si", "", "", "s"),
  ("one_time_code", "", "siud", "", "", "s"),
  ("open_proposal", "", "s", "", "", ""),
  ("open_search", "", "siUd", "", "", "s"),
  ("organisation", "", "si", "", "", "s"),
  ("outbox", "", "si", "", "su", "s"),
  ("pair_decision", "", "s", "", "", "s"),
  ("partner", "", "si", "", "", "s"),
  ("pattern_name", "", "si", "", "", "s"),
  ("person", "", "si", "", "", "s"),
  ("person_description", "", "si", "", "", "s"),
  ("person_due", "", "siUd", "", "", "s"),
  ("person_identifier", "", "si", "", "", "s"),
  ("person_keys", "", "", "", "", "s"),
  ("place_day", "", "siu", "", "", "s"),
  ("place_day_known", "", "s", "", "", "s"),
  ("place_event", "", "si", "", "", "s"),
  ("place_finding", "", "si", "", "", "s"),
  ("place_status", "", "siu", "", "", "s"),
  ("protection", "", "siu", "", "", "s"),
  ("record_count", "", "s", "s", "", "s"),
  ("recovery_code", "", "siud", "", "", "s"),
  ("release", "s", "s", "", "", "s"),
  ("release_counted", "", "", "", "", "s"),
  ("release_total", "", "", "", "", "s"),
  ("review_answer", "", "si", "", "", "s"),
  ("review_case", "", "c", "", "", "s"),
  ("review_decision", "", "si", "", "", "s"),
  ("review_opening", "", "si", "", "", "s"),
  ("review_question", "", "s", "", "", "s"),
  ("rulebook_file", "", "s", "", "", "s"),
  ("screening", "", "siU", "", "", "s"),
  ("search_match", "", "siU", "", "", "s"),
  ("second_factor", "", "siud", "", "", "s"),
  ("session", "", "siu", "", "", "s"),
  ("shown_description", "", "s", "", "", ""),
  ("shown_event", "", "s", "", "", ""),
  ("shown_identifier", "", "s", "", "", ""),
  ("sign_in", "", "siud", "", "", "s"),
  ("source", "", "si", "", "", "s"),
  ("suppression", "", "sd", "", "", "s"),
  ("trained_observer", "", "siu", "", "", "s"),
  ("transfer_count", "s", "s", "s", "s", "s"),
  ("unnamed_description", "", "si", "", "", "s"),
  ("vault_key", "s", "siu", "", "siu", "s"),
  ("visit_event", "", "si", "", "", "s"),
  ("visit_finding", "", "si", "", "", "s"),
  ("visit_request", "", "si", "", "", "s"),
  ("visit_status", "", "siu", "", "", "s"),
]

@Suite struct `A login role` {
  static let roles = ["paradero_public", "paradero_staff", "paradero_index", "paradero_keeper", "paradero_backup"]

  @Test func `may do with each table what its line says, and no table lacks a line`() async throws {
    try await withScratchDatabase { database, _ in
      let found = try await database.rows(
        """
        select c.relname::text, array(select
            case when has_table_privilege(r, c.oid, 'select') then 's'
              when has_any_column_privilege(r, c.oid, 'select') then 'c' else '' end
            || case when has_table_privilege(r, c.oid, 'insert') then 'i' else '' end
            || case when has_table_privilege(r, c.oid, 'update') then 'U'
              when has_any_column_privilege(r, c.oid, 'update') then 'u' else '' end
            || case when has_table_privilege(r, c.oid, 'delete') then 'd' else '' end
            || case when has_table_privilege(r, c.oid, 'truncate,references,trigger') then '!' else '' end
          from unnest(\(Self.roles)::text[]) r)
        from pg_class c
        where c.relkind in ('r', 'v', 'm', 'p') and c.relnamespace in ('public'::regnamespace, 'paradero'::regnamespace)
        """)
      var actual: [String: [String]] = [:]
      for row in found {
        let (table, allowed) = try row.decode(String.self, [String].self)
        actual[table] = allowed
      }
      for line in rights {
        let expected = [line.public, line.staff, line.index, line.keeper, line.backup]
        #expect(actual[line.table] == expected, "\(line.table)")
      }
      #expect(Set(actual.keys).subtracting(rights.map(\.table)).isEmpty)
    }
  }

  @Test func `owns nothing, is nobody's superior, and makes nothing`() async throws {
    try await withScratchDatabase { database, _ in
      for role in Self.roles {
        let row = try #require(
          try await database.first(
            """
            select r.rolcanlogin, r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls,
              (select count(*) from pg_shdepend d where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid
                and d.deptype = 'o'),
              has_schema_privilege(r.oid, 'public', 'create') or has_schema_privilege(r.oid, 'paradero', 'create')
            from pg_roles r where r.rolname = \(role)
            """))
        let (mayLogIn, isPowerful, owned, mayCreate) = try row.decode(Bool.self, Bool.self, Int.self, Bool.self)
        #expect(mayLogIn && !isPowerful && owned == 0 && !mayCreate, "\(role)")
      }
    }
  }

  @Test func `of strangers calls these functions of ours and no other`() async throws {
    try await withScratchDatabase { database, _ in
      let callable = try await database.rows(
        """
        select p.proname::text from pg_proc p
        where p.pronamespace in ('public'::regnamespace, 'paradero'::regnamespace)
          and has_function_privilege('paradero_public', p.oid, 'execute')
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        order by 1
        """
      ).map { try $0.decode(String.self) }
      #expect(
        callable == [
          "append_audit", "disclosure_standing", "disclosure_state", "family_delete",
          "family_facts", "family_follow", "family_kept", "family_note", "family_opened", "family_turn",
          "family_wants", "family_was_deleted", "live_alerts", "search_freshness", "search_name", "spend_guesses",
          "tell",
        ])
    }
  }

  @Test func `of strangers is refused each table about people, also when it writes the query itself`() async throws {
    try await withScratchDatabase { database, _ in
      for table in ["person", "person_description", "person_identifier", "custody_event", "batch", "source", "change"] {
        let error = await #expect(throws: PostgresError.self) {
          try await database.transaction { transaction in
            try await transaction.execute("set local role paradero_public")
            try await transaction.runScript(
              TrustedScript(embeddedInBinary: Array("select * from \(table)".utf8), name: "a test"))
          }
        }
        #expect(error?.code == .insufficientPrivilege, "\(table)")
      }
    }
  }
}

@Suite struct `The documentation of the schema` {
  @Test func `says of each column how it is kept`() async throws {
    try await withScratchDatabase { database, _ in
      let rows = try await database.rows(
        """
        select format('%s.%s', c.relname, a.attname), coalesce(col_description(c.oid, a.attnum), '')
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        """)
      #expect(rows.count > 100)
      for row in rows {
        let (column, comment) = try row.decode(String.self, String.self)
        let head = comment.split(separator: ":", maxSplits: 1).first.map { $0.split(separator: ", ") } ?? []
        #expect(head.count == 3, "\(column): \(comment)")
        guard head.count == 3 else { continue }
        #expect(["plain", "service key", "keeper key"].contains(head[0]), "\(column)")
        let classes = ["place", "provenance", "identity", "custody", "staff", "secret", "bookkeeping"]
        #expect(classes.contains(String(head[1])), "\(column)")
        #expect(!head[2].isEmpty && comment.count > 20, "\(column)")
      }
    }
  }
}
