package import CivilTime
package import CounselRules
internal import Foundation
package import Postgres
package import Records
internal import Stores
package import Vault

/// Makes bundles: what a reviewer may see of a scope, put into words, listed, signed and written as one archive.
package struct BundleService: Sendable {
  /// Puts a matter into documents; the site has the words.
  package typealias Documents = @Sendable (BundleMatter) throws -> [BundleFile]

  private let database: Database
  private let judge: any VisitJudge
  private let folder: [SourceFile]
  private let keys: @Sendable () -> ServiceKeys?
  private let signing: @Sendable () -> SigningKeys?

  /// - Parameters:
  ///   - database: as `paradero_staff` sees it.
  ///   - folder: the files of the rulebook, for as long as none were applied.
  ///   - keys: what evidence is sealed with. Both keys are asked for each time, so that one that was replaced is used no more.
  package init(
    _ database: Database, judge: any VisitJudge, folder: [SourceFile], keys: @escaping @Sendable () -> ServiceKeys?,
    signing: @escaping @Sendable () -> SigningKeys?
  ) {
    (self.database, self.judge, self.folder) = (database, judge, folder)
    (self.keys, self.signing) = (keys, signing)
  }

  /// What was written, for whoever asked.
  package struct Made: Sendable {
    package let files: Int
    package let requests: Int
    package let openedRequests: Int
    package let findings: Int
    package let leftOff: Int
  }

  /// Makes a bundle for somebody who signed in, lately.
  package func create(
    _ scope: BundleScope, because reason: String, by staff: Staff,
    documents: Documents, now: Timestamp, to write: ([UInt8]) throws -> Void
  ) async throws -> Made {
    try staff.require(.reviewFindings)
    try staff.requireFresh(now: now)
    return try await create(
      scope, because: reason, reviewer: staff.account, actor: .account(staff.account.id), documents, now, write
    )
  }

  /// Makes one at the command line, in the name of a reviewer and with what that reviewer may see.
  package func create(
    _ scope: BundleScope, because reason: String, named name: String,
    documents: Documents, now: Timestamp, to write: ([UInt8]) throws -> Void
  ) async throws -> Made {
    guard let account = try await AccountStore(database).open(named: name), account.role == .monitor else {
      throw BundleRefusal.notAReviewer
    }
    return try await create(
      scope, because: reason, reviewer: account, actor: .commandLine, documents, now, write)
  }

  private func create(
    _ scope: BundleScope, because reason: String, reviewer: Account, actor: AuditActor,
    _ documents: Documents, _ now: Timestamp, _ write: ([UInt8]) throws -> Void
  ) async throws -> Made {
    let reason = FormText.tidy(reason)
    guard (3...AuditEntry.longestPurpose).contains(reason.count) else { throw BundleRefusal.noReason }
    guard let signing = signing() else { throw BundleRefusal.noKey }
    try await AuditService(database).seal()
    return try await database.transaction(
      isolation: .repeatableRead, retries: 0, actor: "account:\(reviewer.id)"
    ) { session in
      try await BundleStore(session).begin()
      try await judge.refresh(session)
      let matter = try await gather(scope, reviewer.name, session, now: now)
      let evidence = try files(matter, session)
      // Before a byte is written, it stands in the log who made it and which files were opened for it.
      let log = AuditStore(session)
      try await log.append(
        AuditEntry(actor: actor, verb: .bundleMade, object: .account(reviewer.id), purpose: reason), now: now)
      for request in matter.requests {
        for file in request.opened?.evidence ?? [] where file.withdrawal == nil {
          try await log.append(
            AuditEntry(
              actor: actor, verb: .evidenceOpened, object: AuditObject(.evidence, file.id), purpose: "bundle",
              facts: [EvidencePart.original.rawValue]), now: now)
        }
      }
      let all = try documents(matter) + evidence
      try await BundleForm.write(all, signedWith: signing, at: now, to: write)
      return Made(
        files: all.count + 3, requests: matter.requests.count,
        openedRequests: matter.requests.count { $0.opened != nil },
        findings: matter.requests.reduce(0) { $0 + $1.findings.count }
          + matter.places.reduce(0) { $0 + $1.findings.count }, leftOff: matter.leftOff.reduce(0) { $0 + $1.findings })
    }
  }

  /// The originals of opened requests, as they came. What was withdrawn is listed and left out.
  private func files(_ matter: BundleMatter, _ session: Transaction) throws -> [BundleFile] {
    var files: [BundleFile] = []
    for request in matter.requests {
      for (index, file) in (request.opened?.evidence ?? []).enumerated() where file.withdrawal == nil {
        guard let sealing = keys().map(EvidenceSealing.init) else { throw BundleRefusal.noKey }
        let name = Self.evidenceName(request, index, file)
        files.append(
          BundleFile(name, what: "", size: file.bytes, sha256: file.sha256) {
            try await sealing.open(.original, of: file.id, sha256: file.sha256, EvidenceStore(session))
          })
      }
    }
    return files
  }

  /// Where a file of evidence lies in the bundle.
  package static func evidenceName(_ request: BundleMatter.Request, _ index: Int, _ file: Evidence) -> String {
    "\(folder(request))/exhibit-\(Evidence.letter(index).lowercased()).\(file.kind.suffix)"
  }

  /// `requests/007`
  package static func folder(_ request: BundleMatter.Request) -> String {
    let digits = String(request.number)
    return "requests/" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  // MARK: Gathering

  private func gather(
    _ scope: BundleScope, _ reviewer: String, _ session: Transaction, now: Timestamp
  ) async throws -> BundleMatter {
    let applied = try await RulebookService.files(session)
    let book = BundleRules(applied.isEmpty ? folder : applied)
    let store = BundleStore(session)
    var places: [Int32]?
    var rules: [String]?
    var references: [String]?
    switch scope.subject {
    case .place(let code):
      guard let facility = try await FacilityStore(session).facility(code: code), facility.zone != nil else {
        throw BundleRefusal.noSuchPlace(code)
      }
      places = [facility.id]
    case .order(let docket):
      rules = try book.names(docket: docket)
      guard rules?.isEmpty == false else { throw BundleRefusal.noSuchOrder(docket) }
    case .requests(let wanted): references = wanted
    }
    let found = try await store.requests(
      at: places, from: scope.first, through: scope.last, rules: rules, references: references)
    let rows = found.filter { !$0.isOwn }
    var told = BundleFindings(judge)
    let requests = try await requests(rows, rules, session, &told, now: now)
    if let references {
      let opened = Set(requests.compactMap { $0.opened?.request.reference })
      if let missing = references.first(where: { !opened.contains($0) }) { throw BundleRefusal.notOpened(missing) }
    }
    var shown = places ?? []
    if let rules { shown = try await store.places(of: rules, from: scope.first, through: scope.last) }
    var watched: [BundleMatter.Place] = []
    for id in shown { if let place = try await self.place(id, scope, rules, session, &told) { watched.append(place) } }
    guard !requests.isEmpty || watched.contains(where: { !$0.events.isEmpty }) else { throw BundleRefusal.nothing }
    let objects = requests.flatMap { request -> [String] in
      guard let matter = request.opened else { return [] }
      return ["visit:\(matter.request.id)"] + matter.evidence.map { "evidence:\($0.id)" }
        + told.cases(of: matter.request.id).map { "review:\($0)" }
    }
    return BundleMatter(
      scope: scope, reviewer: reviewer, madeAt: now, places: watched, requests: requests,
      rules: told.used.sorted().compactMap { book.text(of: $0, judge) }, leftOff: told.leftOff,
      own: found.count - rows.count,
      audit: try await store.audit(of: objects, before: now), checkpoints: try await CheckpointStore(session).lines())
  }

  private func requests(
    _ rows: [BundledRequest], _ rules: [String]?, _ session: Transaction, _ told: inout BundleFindings, now: Timestamp
  ) async throws -> [BundleMatter.Request] {
    let store = BundleStore(session)
    let closed = rows.filter { !$0.isOpened }.map(\.id)
    let events = Dictionary(grouping: try await store.events(of: closed), by: \.request)
    let files = Dictionary(grouping: try await store.files(of: closed), by: \.request)
    let found = try await store.findings(of: rows.map(\.id), rules: rules)
    let verdicts = try await store.verdicts(of: found.compactMap(\.caseID))
    let findings = try told.take(found, verdicts)
    let facilities = try await FacilityStore(session).facilities(ids: Array(Set(rows.map(\.facilityID))))
    let sealing = keys().map(EvidenceSealing.init)
    var requests: [BundleMatter.Request] = []
    for row in rows {
      guard let facility = facilities[row.facilityID], let zone = facility.zone ?? Zone("UTC") else { continue }
      var opened: VisitMatter?
      var filedBy: String?
      if row.isOpened, let request = try await VisitStore(session).request(id: row.id) {
        filedBy = try await AccountStore(session).account(request.accountID)?.name
        opened = try await VisitService.matter(request, session, judge, now: now)
        opened?.evidence = try await EvidenceStore(session).files(of: row.id).map {
          EvidenceService.opened($0, sealing)
        }
      }
      requests.append(
        BundleMatter.Request(
          number: requests.count + 1, row: row, facility: facility, zone: zone, opened: opened, filedBy: filedBy,
          events: events[row.id] ?? [], files: files[row.id] ?? [], findings: findings[row.id] ?? []))
    }
    return requests
  }

  private func place(
    _ id: Int32, _ scope: BundleScope, _ rules: [String]?, _ session: Transaction, _ told: inout BundleFindings
  ) async throws -> BundleMatter.Place? {
    guard let facility = try await FacilityStore(session).facilities(ids: [id])[id], let zone = facility.zone else {
      return nil
    }
    let store = PlaceDayStore(session)
    let start = zone.span(of: scope.first).start, end = zone.span(of: scope.last).end
    let all = try await store.events(of: id)
    let within = Set(all.filter { $0.at.moment < end && ($0.until ?? $0.at.moment) >= start }.map(\.id))
    let events = all.filter { within.contains($0.id) || $0.corrects.map(within.contains) == true }
    let bundle = BundleStore(session)
    let found = try await bundle.findings(ofPlace: id, from: scope.first, through: scope.last, rules: rules)
    let findings = try told.take(found, try await bundle.verdicts(of: found.compactMap(\.caseID)))[0] ?? []
    return BundleMatter.Place(
      facility: facility, zone: zone, days: try await store.days(of: id, from: scope.first, through: scope.last),
      events: events.sorted { ($0.at.moment, $0.id) < ($1.at.moment, $1.id) }, findings: findings)
  }
}
