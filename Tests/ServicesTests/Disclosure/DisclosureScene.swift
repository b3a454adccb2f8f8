import CivilTime
import Disclosure
import Linkage
import Postgres
import Records
import Services
import Stores

extension SearchScene {
  /// Who knows name, date of birth and country of the one who is listed by `listJose`.
  static let knowing = SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-03", country: "HN")

  func listJose() async throws -> Int64 {
    try await list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN", aNumber: "234561078")
  }

  var protection: ProtectionService { ProtectionService(staff) }

  func protect(_ person: Int64, _ kind: Hindrance = .hidden, days: Int? = nil) async throws -> ProtectionOutcome {
    try await protection.applyAtConsole(.protect(person, kind, .responder, days: days), now: now)
  }

  /// Somebody who is told of by another source, which is private.
  func listPrivately(
    _ full: String, birth: String, country: String = "HN", aNumber: String? = nil, trust: Int16 = 3
  ) async throws -> Int64 {
    let source = try await owner.first(
      """
      insert into source (name, kind, trust, is_public) values ('Hotline', 'hotline', \(trust), false)
      on conflict (name) do update set trust = excluded.trust returning id
      """)
    let kind = isSample ? "sample" : "import"
    guard let source = try source?.decode(Int32.self),
      let batch = try await owner.first(
        "insert into batch (source_id, kind, finished_at) values (\(source), \(kind), now()) returning id")?
        .decode(Int64.self)
    else { return 0 }
    return try await list(in: batch, full, birth: birth, country: country, aNumber: aNumber)
  }

  func list(
    in batch: Int64, _ full: String, birth: String, country: String, aNumber: String? = nil
  ) async throws -> Int64 {
    try await listing(in: batch).list(full, birth: birth, country: country, aNumber: aNumber)
  }

  func wait(seconds: Double) -> Timestamp { now.adding(seconds: seconds) }

  func tell(_ input: SearchInput, at moment: Timestamp) async throws -> FoundPerson? {
    let request = try SearchRequest.parse(input, today: moment.utcDay ?? .farthest).get()
    if case .found(let person) = try await search.search(request, now: moment) { return person }
    return nil
  }

  func audited(_ verb: AuditVerb) async throws -> [(actor: String, object: String, purpose: String?, facts: [String])] {
    try await owner.rows(
      "select actor, object, purpose, facts from audit_entry where verb = \(verb.rawValue) order by id"
    ).map {
      let (actor, object, purpose, facts) = try $0.decode(String.self, String.self, String?.self, [String].self)
      return (actor, object, purpose, facts)
    }
  }
}
