package import CivilTime
package import Postgres
internal import Records
internal import Stores

/// Invented reports of the hotline, so that a new demo's pages are full: whoever is in them is made up, and they say so.
///
/// Their times count back from now. They go the way of any report: what is personal is sealed, what becomes of them is told
/// by events, and the alert among them stands on two of them.
package struct SampleHotline: Sendable {
  private let database: Database
  private let intake: IntakeService
  private let alerts: AlertService

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database, keys: KeyRing) {
    self.database = database
    intake = IntakeService(database, keys: keys)
    alerts = AlertService(database, publicSite: database, keys: keys)
  }

  /// What callers told: minutes ago, and the fields of the form.
  private static let told: [(minutesAgo: Double, fields: [IntakeField: String])] = [
    (
      50,
      [
        .place: "Corner of Pine and Market (invented)", .what: "agents", .basis: "saw", .caller: "555 010 0141",
        .people: "3", .note: "Invented: three vans, no plates seen.",
      ]
    ),
    (
      44,
      [
        .place: "Market and Pine, by the bakery (invented)", .what: "agents", .basis: "saw", .caller: "555 010 0152",
        .note: "Invented: the same vans.",
      ]
    ),
    (
      30,
      [
        .place: "LOSHOLD", .what: "arrest", .basis: "told", .name: "Invented Rosalía Sample", .birth: "1990",
        .country: "Guatemala", .note: "Invented: her brother was told that she is at B-18.",
      ]
    ),
    (
      12,
      [
        .place: "Apartments on Cedar Ave (invented)", .what: "raid", .basis: "saw", .dependent: "yes",
        .caller: "555 010 0163", .callBack: "yes", .note: "Invented: a girl of six is with a neighbour.",
      ]
    ),
    (
      1600,
      [.place: "Bus stop on Route 9 (invented)", .what: "missing", .basis: "told", .name: "Invented Mateo Sample"]
    ),
    (
      300,
      [.place: "Warehouse on Dock St (invented)", .what: "raid", .basis: "media", .note: "Invented: read online."]
    ),
  ]

  /// Fills the hotline of a demo, once; how many reports. Refused where records are real.
  package func make(now: Timestamp) async throws -> Int {
    guard let kind = try await InstallationStore(database).kind(), kind != .production else {
      throw SampleFault.production
    }
    guard let account = try await AccountStore(database).account(named: "sample-responder"), account.isSample else {
      return 0
    }
    let actor = "account:\(account.id)"
    let isThere = try await database.transaction(readOnly: true, actor: actor) { session in
      try await !IntakeStore(session).list(Self.everything, now: now).isEmpty
    }
    guard !isThere else { return 0 }
    let partners = try await partners(account.id, actor, now: now)
    var made: [Int64] = []
    for (index, story) in Self.told.enumerated() {
      var fields = story.fields
      if fields[.dependent] == "yes" { fields[.childPartner] = partners.first.map(String.init) ?? "" }
      // A name for each report, so that two runs at once make them once.
      let key = "00000000-0000-4000-8000-00000000000\(index)"
      guard
        case .success(let id) = try await intake.take(
          IntakeInput(fields), formKey: key, account: account.id, actor: actor, isSample: true,
          now: now.adding(seconds: -story.minutesAgo * 60))
      else { continue }
      made.append(id)
    }
    guard made.count == Self.told.count, partners.count == 3 else { return made.count }
    func change(_ index: Int, _ change: IntakeService.Change, minutesAgo: Double) async throws {
      _ = try await intake.change(
        made[index], change, note: "", readTo: 0, account: account.id, actor: actor,
        now: now.adding(seconds: -minutesAgo * 60))
    }
    try await change(1, .same(made[0]), minutesAgo: 40)
    try await change(0, .truth(.corroborated), minutesAgo: 39)
    try await change(0, .handOn(partner: partners[2], need: .rapid, minutes: nil), minutesAgo: 38)
    try await change(2, .handOn(partner: partners[1], need: .legal, minutes: nil), minutesAgo: 20)
    try await change(2, .take, minutesAgo: 19)
    try await change(5, .truth(.falseAlarm), minutesAgo: 200)
    _ = try await alerts.publish(
      made[0], AlertService.Input(place: "Pine and Market (invented)", state: "CA", kind: "agents", hours: "12"),
      account: account.id, actor: actor, now: now.adding(seconds: -35 * 60))
    return made.count
  }

  private static var everything: IntakeFilter {
    var filter = IntakeFilter()
    filter.showing = .all
    return filter
  }

  private func partners(_ account: Int64, _ actor: String, now: Timestamp) async throws -> [Int64] {
    let invented: [(name: String, phone: String, takes: [HandoffNeed])] = [
      ("Children at Home (invented)", "555-010-0171", [.child, .family, .shelter]),
      ("Legal Line (invented)", "555-010-0172", [.legal]),
      ("Rapid Response Network (invented)", "555-010-0173", [.rapid, .other]),
    ]
    return try await database.transaction(actor: actor) { session in
      let store = HandoffStore(session)
      var made: [Int64] = []
      for partner in invented {
        if let id = try await store.addPartner(
          name: partner.name, phone: partner.phone, takes: partner.takes, account: account, isSample: true, now: now)
        {
          made.append(id)
        }
      }
      if let last = made.last, let day = now.utcDay?.adding(days: -100) {
        try await store.addObserver(
          sign: "RRN-7", partner: last, trainedOn: day, account: account, isSample: true, now: now)
      }
      return made
    }
  }
}
