import CivilTime
import Linkage
import Postgres
import Records
import Stores
import TestKit
import Vault

@testable import Services

/// Records, open searches and whoever matches them, on a database of their own.
struct FollowingScene: Sendable {
  let owner: Database
  let staff: Database
  let url: String
  let now = Timestamp(microseconds: 1_795_219_200_000_000)

  static func with(
    poolSize: Int = 6, keys: ServiceKeys? = nil, _ body: (FollowingScene) async throws -> Void
  ) async throws {
    try await withScratchDatabase(poolSize: poolSize) { owner, url in
      try await owner.execute("insert into installation (kind) values ('test') on conflict do nothing")
      let staff = Database(
        try DatabaseConfiguration(
          url: url, user: "paradero_staff", poolSize: poolSize, companion: NumberBoundary(keys)))
      let scene = FollowingScene(owner: owner, staff: staff, url: url)
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  /// What weighs and finds, with names counted now.
  var records: RecordIndex { RecordIndex(staff, share: SearchScene.share) { now } }

  func follower() -> SearchFollower { SearchFollower(staff, records: records) }

  // MARK: Records

  func source(_ name: String) async throws -> Int32 {
    try await SourceStore(owner).findOrAdd(named: name, kind: .roster).id
  }

  func batch(_ source: String = "Roster") async throws -> Int64 {
    try await BatchStore(owner).start(source: try await self.source(source), kind: .import)
  }

  func finish(_ batch: Int64, rows: Int = 1) async throws {
    try await BatchStore(owner).finish(batch, counts: BatchCounts(read: rows, accepted: rows))
  }

  /// Somebody whom a batch tells of; `person` if it is somebody who is known.
  @discardableResult
  func tell(
    _ batch: Int64, _ name: String, _ birth: String? = nil, country: String? = nil, aNumber: String? = nil,
    of known: Int64? = nil
  ) async throws -> Int64 {
    let day = birth.flatMap { CivilDate(iso: $0) }
    let year = day?.year ?? birth.flatMap { Int($0) }
    let added =
      known == nil
      ? try await owner.first("insert into person (batch_id) values (\(batch)) returning id")?.decode(Int64.self) : nil
    let id = known ?? added ?? 0
    try await owner.execute(
      """
      insert into person_description (person_id, batch_id, full_name, birth_date, birth_year, birth_basis, country,
        reported_at)
      values (\(id), \(batch), \(name), \(day), \(year)::int, \(day != nil ? "date" : year != nil ? "year" : nil),
        \(country), \(now))
      """)
    if let aNumber {
      try await owner.execute(
        "insert into person_identifier (person_id, batch_id, kind, value) values (\(id), \(batch), 'a_number', \(aNumber))"
      )
    }
    return id
  }

  /// A finished batch with one person.
  @discardableResult
  func list(
    _ name: String, _ birth: String? = nil, country: String? = nil, aNumber: String? = nil, source: String = "Roster",
    of known: Int64? = nil
  ) async throws -> Int64 {
    let batch = try await batch(source)
    let id = try await tell(batch, name, birth, country: country, aNumber: aNumber, of: known)
    try await finish(batch)
    return id
  }

  /// Others, so that names are not rare only because nobody is listed.
  func crowd(_ people: Int = 60) async throws {
    let batch = try await batch("Crowd")
    let given = ["JUAN", "MARIA", "PEDRO", "ROSA", "LUIS", "ELENA"]
    let family = ["PEREZ", "GOMEZ", "RAMIREZ", "TORRES", "FLORES", "CRUZ", "ORTIZ"]
    for place in 0..<people {
      try await tell(
        batch, "\(family[place % 7]) \(family[(place * 3 + 1) % 7]), \(given[place % 6])",
        "19\(60 + place % 40)-0\(1 + place % 9)-1\(place % 9)", country: ["MX", "GT", "HN"][place % 3])
    }
    try await finish(batch, rows: people)
  }

  // MARK: Searches

  @discardableResult
  func open(
    _ name: String, _ birth: KnownBirth? = nil, country: String? = nil, aNumber: String? = nil,
    at moment: Timestamp? = nil
  ) async throws -> Int64 {
    try await OpenSearchStore(staff).add(
      SearchRequest(name: name, births: birth.map { [$0] } ?? [], country: country, aNumber: aNumber), account: nil,
      now: moment ?? now)
  }

  /// Steps until there is nothing left to do.
  func settle(_ follower: SearchFollower? = nil, at moment: Timestamp? = nil) async throws {
    let follower = follower ?? self.follower()
    for _ in 0..<1000 where try await follower.step(now: moment ?? now) == .rested { return }
    Issue("it never rests")
  }

  private func Issue(_ text: String) { preconditionFailure(text) }

  /// Live matches as pairs of numbers.
  func pairs() async throws -> Set<[Int64]> {
    Set(
      try await owner.rows("select search_id, person_id from search_match where gone_at is null").map {
        let (search, person) = try $0.decode(Int64.self, Int64.self)
        return [search, person]
      })
  }

  /// What was reported, in order: the kinds of reports of a pair.
  func reports(_ search: Int64, _ person: Int64) async throws -> [String] {
    try await owner.rows(
      """
      select r.kind from match_report r join search_match m on m.id = r.match_id
      where m.search_id = \(search) and m.person_id = \(person) order by r.id
      """
    ).map { try $0.decode(String.self) }
  }

  func gone(_ search: Int64, _ person: Int64) async throws -> String? {
    try await owner.first(
      "select gone_because from search_match where search_id = \(search) and person_id = \(person)")?
      .decode(String?.self)
  }
}

extension KnownBirth {
  static func on(_ iso: String) -> KnownBirth? { CivilDate(iso: iso).map(KnownBirth.day) }
}
