import Postgres
import TestKit
import Testing

/// A table whose rows belong to somebody: how its owner is found, how a row is added, a column that may be written, and
/// what the staff's login role may do with a row. `{}` is the owner's account.
private struct OwnedTable {
  let name: String
  var owner = "account_id = {}"
  let insert: String
  var column: String?
  /// With one's own row: s select, i insert, u update, d delete.
  let own: String
  /// With another account's row: as a colleague, at the door before anybody is known, and as an operator.
  var foreign = ""
  var door = ""
  var keepers = ""
}

private let soon = "now() + interval '5 minutes'"
private let hash = "sha256(gen_random_uuid()::text::bytea)"

private let owned: [OwnedTable] = [
  OwnedTable(
    name: "account", owner: "id = {}", insert: "insert into account (name, role) values ('new', 'operator')",
    column: "signed_in_at", own: "s", foreign: "s", door: "su", keepers: "siu"),
  OwnedTable(
    name: "account_password",
    insert: "insert into account_password values ({}, 'nfc:$argon2id$v=19$m=65536,t=3,p=1$a$b', now())",
    column: "set_at", own: "siud", door: "siud", keepers: "siud"),
  OwnedTable(
    name: "api_token",
    insert: """
      insert into api_token (account_id, label, token_sha256, scopes, created_at, expires_at)
      values ({}, 'x', \(hash), array['visits:read'], now(), \(soon))
      """, column: "last_used_on", own: "siu", door: "siu", keepers: "siu"),
  OwnedTable(
    name: "attorney_application", owner: "note = 'of {}'",
    insert: """
      insert into attorney_application (name, bar_state, bar_number, office, account_name, created_at, note)
      values ('Sample', 'CA', '1', 'Sample', 'sample', now(), 'of {}')
      """, column: "note", own: "i", foreign: "i", door: "i", keepers: "siu"),
  OwnedTable(
    name: "known_device",
    insert:
      "insert into known_device (account_id, token_sha256, created_on, expires_on) values ({}, \(hash), '2026-11-20', '2027-01-01')",
    own: "sid", door: "sid", keepers: "sid"),
  OwnedTable(
    name: "one_time_code",
    insert:
      "insert into one_time_code (account_id, selector, code_sha256, expires_at) values ({}, 'ABCD', \(hash), \(soon))",
    column: "used_at", own: "siud", door: "siud", keepers: "siud"),
  OwnedTable(
    name: "recovery_code",
    insert: "insert into recovery_code (account_id, code_sha256, created_at) values ({}, \(hash), now())",
    column: "used_at", own: "siud", door: "siud", keepers: "siud"),
  OwnedTable(
    name: "second_factor",
    insert: "insert into second_factor (account_id, kind, secret, created_at) values ({}, 'passkey', 'x', now())",
    column: "last_step", own: "siud", door: "siud", keepers: "siud"),
  OwnedTable(
    name: "session",
    insert: "insert into session (account_id, token_sha256, expires_at) values ({}, \(hash), \(soon))",
    column: "ended_at", own: "siu", door: "siu", keepers: "siu"),
  OwnedTable(
    name: "sign_in",
    insert:
      "insert into sign_in (account_id, token_sha256, created_at, expires_at) values ({}, \(hash), now(), \(soon))",
    column: "new_secret", own: "siud", door: "siud", keepers: "siud"),
  OwnedTable(
    name: "visit_request",
    insert: """
      insert into visit_request (reference, facility_id, account_id, client_name, asker_role, tie, mode)
      select 'PV-' || lpad({}::text, 6, '1'), min(id), {}, 'Sample', 'attorney', 'retained', 'call' from facility
      """, own: "si"),
  OwnedTable(
    name: "visit_event",
    insert: """
      insert into visit_event (request_id, kind, happened_at, zone, recorded_at, account_id, observer, standing, is_first_hand, grade)
      select id, 'note', now(), 'America/Denver', now(), {}, 'Sample', 'requester', true, 'C' from visit_request where account_id = {}
      union all select 0, 'note', now(), 'America/Denver', now(), {}, 'Sample', 'requester', true, 'C'
      where not exists (select from visit_request where account_id = {})
      """, own: "si"),
  OwnedTable(
    name: "visit_finding", owner: "rule = 'of {}'",
    insert: """
      insert into visit_finding (request_id, key, rule, severity, through_event_id, found_at)
      select coalesce(max(id), 0), 'k', 'of {}', 'none', coalesce((select max(id) from visit_event where account_id = {}), 0), now()
      from visit_request where account_id = {}
      """, own: "si"),
  OwnedTable(
    name: "visit_status", owner: "state = 'of {}'",
    insert: """
      insert into visit_status (request_id, state, severity, breaches, evaluated_at)
      select coalesce(max(id), 0), 'of {}', 'none', 0, now() from visit_request where account_id = {}
      """, column: "breaches", own: "siu"),
]

@Suite struct `A row that belongs to somebody` {
  /// Runs a statement as the staff's login role in somebody's name, undoes it, and says how many rows it met.
  static let attempt: TrustedScript = """
    create function pg_temp.attempt(actor text, statement text) returns text language plpgsql as $$
    declare met bigint;
    begin
      set local role paradero_staff;
      perform set_config('paradero.actor', actor, true);
      execute statement;
      get diagnostics met = row_count;
      raise exception using errcode = 'P0001', message = met::text;
    exception
      when raise_exception then return sqlerrm;
      when others then return sqlstate;
    end $$
    """

  @Test func `is seen, added, changed and deleted by those whom its line names, and by nobody else`() async throws {
    try await Fixture.run { fixture in
      try await fixture.database.withConnection { session in
        try await session.runScript(Self.attempt)
        try await session.runScript(
          """
          insert into account (id, name, role) values
            (901, 'own', 'responder'), (902, 'foreign', 'responder'), (903, 'keeper', 'operator');
          """)
        for table in owned {
          for account in [901, 902] where table.name != "account" {
            try await session.runScript(.test(table.insert.replacing("{}", with: String(account))))
          }
        }
        var tried = 0
        var failures: [String] = []
        for table in owned {
          let positions: [(name: String, actor: String, account: Int, allowed: String)] = [
            ("own", "account:901", 901, table.own), ("foreign", "account:901", 902, table.foreign),
            ("nobody's", "", 902, table.name == "account" ? "s" : table.name == "attorney_application" ? "i" : ""),
            ("the door's", "service:sign-in", 902, table.door), ("an operator's", "account:903", 902, table.keepers),
            ("the command line's", "service:operator", 902, table.keepers),
          ]
          for position in positions {
            for (letter, statement) in Self.statements(table, position.account) {
              let said = try await session.first(
                "select pg_temp.attempt(\(position.actor), \(statement))")?.decode(String.self)
              tried += 1
              // No row met, or no right at all, is the same to whoever asks.
              let isDone = !["0", "42501", "23503"].contains(said)
              if isDone != position.allowed.contains(letter) {
                failures.append("\(table.name), \(position.name) row, \(letter): \(said ?? "")")
              }
            }
          }
        }
        print(
          "own and foreign rows: \(owned.count) tables × 6 positions, \(tried) statements tried, \(failures.count) failures"
        )
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
        #expect(tried == owned.count * 6 * 4)
      }
    }
  }

  @Test func `has a line here if its table guards its rows`() async throws {
    try await withScratchDatabase { database, _ in
      let guarded = try await database.rows(
        "select relname::text from pg_class where relrowsecurity and relforcerowsecurity order by 1"
      ).map { try $0.decode(String.self) }
      // What families confide belongs to no account: a policy asks which part of the program reads it, and tests of
      // families and of the keeper try that.
      let confided = [
        "callback", "contact_opening", "deleted_search", "family_note", "family_search", "outbox", "vault_key",
      ]
      // Files belong to the office of their request; tests of their pages try another office's.
      let ofOffices = ["evidence", "evidence_piece", "evidence_withdrawal"]
      // The review belongs to monitors and to the office of a request: tests of the review try both.
      let ofReview = [
        "attorney_pseudonym", "review_answer", "review_case", "review_decision", "review_opening", "review_question",
      ]
      // The hotline is shared by responders; a subscription is one's own: tests of the hotline try others.
      let ofHotline = [
        "alert", "alert_event", "alert_message", "alert_source", "alert_subscriber", "handoff", "handoff_event",
        "intake",
        "intake_contact", "intake_event", "partner", "trained_observer",
      ]
      // What releases counted is nobody's to see; tests of releases try.
      let ofReleases = ["release_counted", "release_total"]
      #expect(guarded == (owned.map(\.name) + confided + ofOffices + ofReview + ofHotline + ofReleases).sorted())
    }
  }

  private static func statements(_ table: OwnedTable, _ account: Int) -> [(letter: Character, statement: String)] {
    let condition = table.owner.replacing("{}", with: String(account))
    let column = table.column ?? "id"
    return [
      ("s", "select 1 from \(table.name) where \(condition)"),
      ("i", table.insert.replacing("{}", with: String(account))),
      ("u", "update \(table.name) set \(column) = \(column) where \(condition)"),
      ("d", "delete from \(table.name) where \(condition)"),
    ]
  }
}

extension TrustedScript {
  /// A statement that a test puts together from its own table.
  fileprivate static func test(_ sql: String) -> TrustedScript {
    TrustedScript(embeddedInBinary: Array(sql.utf8), name: "a test")
  }
}
