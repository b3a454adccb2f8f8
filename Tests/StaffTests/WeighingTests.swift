import CivilTime
import Foundation
import Linkage
import Postgres
import Records
import Services
import Stores
import TestKit
import Testing
import Vault

/// The search of staff with nothing put in for it: records in a database, weighed as the login role of staff.
@Suite struct `Weighing for staff` {
  /// The folder with `names/` of this checkout.
  private static let share = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "sql").path

  private func recorded(
    _ kind: String, _ body: (_ staff: Database, _ owner: Database) async throws -> Void
  ) async throws {
    try await withScratchDatabase { owner, url in
      try await owner.execute("insert into installation (kind) values (\(kind))")
      try await owner.execute(
        "insert into source (name, kind, trust, is_public) values ('Kern County', 'roster', 2, true)")
      try await owner.execute(
        "insert into batch (source_id, kind, finished_at) select id, 'import', now() from source")
      for (name, year) in [("LOPEZ GARCIA, MARIA", 1989), ("NGUYEN, VAN ANH", 1975)] {
        try await owner.execute(
          """
          with added as (insert into person (batch_id) select id from batch returning id, batch_id)
          insert into person_description
            (person_id, batch_id, full_name, birth_year, birth_basis, sex, country, reported_at)
          select id, batch_id, \(name), \(Int16(year)), 'year', 'female', 'GT', now() from added
          """)
      }
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 2))
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(staff, owner)) } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  private func signedIn(
    _ name: String, _ role: Records.Role, _ database: Database, _ owner: Database
  ) async throws -> Staff {
    let now = StaffSite.start
    let account = try await AccountService(owner).invite(name, role: role, now: now).account
    let token = SessionToken()
    _ = try await SessionStore(owner).begin(
      account: account.id, fingerprint: token.fingerprint, now: now, expiresAt: now.adding(seconds: 3600))
    let keys = KeyRing(service: .generate(), keeper: nil)
    let signIn = SignInService(database, passwords: PasswordDesk(keys: keys, common: CommonPasswords([])), keys: keys)
    return try #require(try await signIn.staff(cookie: token.text, now: now))
  }

  @Test func `answers in production, and writes down who looked at whom`() async throws {
    try await recorded("production") { database, owner in
      let now = StaffSite.start
      let search = PeopleSearch(RecordIndex(database, share: Self.share) { StaffSite.start }, database: database)
      let request = SearchRequest(name: "Maria Lopes Garcia", births: [.year(1989)], country: "GT")
      let staff = try await signedIn("maria", .responder, database, owner)
      let people = try await StaffSearch(CandidateWeighing(search), log: database)
        .search(request, by: staff, now: now)
      let best = try #require(people.first)
      #expect(people.count == 1, "the other is no candidate")
      let facts = Set(best.assessment.agreements.map(\.fact))
      #expect(facts.isSuperset(of: [.birth, .country]))
      #expect(best.probability > 0.5 && best.probability <= 1)
      #expect(best.assessment.bits > 0)
      #expect(best.hindrances == [], "the roster is public")
      let entry = try #require(
        try await owner.first(
          "select actor, object, purpose, facts from audit_entry where verb = 'personDisclosed'"))
      let (actor, object, purpose, kinds) = try entry.decode(String.self, String.self, String?.self, [String].self)
      #expect(actor == "account:\(staff.account.id)" && object == "person:\(best.assessment.id)")
      #expect(purpose == "staff search" && kinds.contains("birth"))
    }
  }

  @Test func `is refused to operators`() async throws {
    try await recorded("production") { database, owner in
      let now = StaffSite.start
      let staff = try await signedIn("omar", .operator, database, owner)
      let weighing = StaffSearch(
        CandidateWeighing(
          PeopleSearch(RecordIndex(database, share: Self.share) { StaffSite.start }, database: database)), log: nil)
      await #expect(throws: NotAllowed.self) {
        try await weighing.search(SearchRequest(name: "Maria Lopez"), by: staff, now: now)
      }
    }
  }
}
