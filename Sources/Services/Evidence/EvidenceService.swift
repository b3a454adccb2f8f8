package import CivilTime
internal import Postgres
package import Records
internal import Stores
package import Vault

/// Files of requests: looked at behind walls, sealed, kept, listed, opened and withdrawn.
///
/// Whoever sees a request sees its files, by the database's own rules. Without a key nothing is taken.
package struct EvidenceService: Sendable {
  package typealias Keys = @Sendable () -> ServiceKeys?

  let visits: VisitService
  let keys: Keys
  let inspector: EvidenceInspector

  package init(_ visits: VisitService, keys: @escaping Keys, inspector: EvidenceInspector = EvidenceInspector()) {
    self.visits = visits
    self.keys = keys
    self.inspector = inspector
  }

  package static let mostFiles = 5
  package static let mostBytes = 25 << 20

  /// What became of the files that were sent at once.
  package struct Outcome: Sendable, Equatable {
    package var taken = 0
    package var refused: [Refused] = []

    package init() {}

    package struct Refused: Sendable, Equatable {
      package let name: String
      package let why: EvidenceRefusal
    }
  }

  // MARK: Reading

  package func files(of request: VisitRequest, by staff: Staff) async throws -> [Evidence] {
    try staff.require(.logVisits)
    let sealing = keys().map(EvidenceSealing.init)
    return try await visits.database.transaction(readOnly: true, actor: staff.actor) { session in
      try await EvidenceStore(session).files(of: request.id).map { Self.opened($0, sealing) }
    }
  }

  /// The bytes of a file. That it was opened is written down before anybody has them; nil where there is none.
  package func open(
    _ file: Int64, _ part: EvidencePart, of reference: String, by staff: Staff, now: Timestamp
  ) async throws -> (bytes: [UInt8], kind: EvidenceKind, index: Int)? {
    try staff.require(.logVisits)
    guard let sealing = keys().map(EvidenceSealing.init) else { return nil }
    return try await visits.database.transaction(actor: staff.actor) { session in
      let store = EvidenceStore(session)
      guard let request = try await VisitStore(session).request(reference) else { return nil }
      let files = try await store.files(of: request.id)
      guard let index = files.firstIndex(where: { $0.row.id == file }) else { return nil }
      let row = files[index].row
      guard let sha256 = part == .original ? row.sha256 : row.copy?.sha256 else { return nil }
      let bytes = try await sealing.open(part, of: file, sha256: sha256, store)
      try await AuditStore(session).append(
        AuditEntry(
          actor: .account(staff.account.id), verb: .evidenceOpened, object: AuditObject(.evidence, file),
          facts: [part.rawValue]), now: now)
      return (bytes, row.kind, index)
    }
  }

  // MARK: Adding

  /// Adds files with what the form says of them. Nil if there is no such request; faults if the form cannot stand.
  package func add(
    _ files: [EvidenceFile], _ input: EvidenceInput, to reference: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Outcome, EvidenceFaults>? {
    guard let matter = try await visits.matter(reference, by: staff, now: now) else { return nil }
    let said: EvidenceSaid
    switch EvidenceSaid.read(input, zone: matter.zone, now: now) {
    case .failure(var faults):
      if files.isEmpty { faults.byField[.files] = .missing }
      return .failure(faults)
    case .success(let read): said = read
    }
    guard !files.isEmpty else { return .failure(EvidenceFaults([.files: .missing])) }
    guard files.count <= Self.mostFiles else {
      return .failure(EvidenceFaults([.files: .tooMany(limit: Self.mostFiles)]))
    }
    var outcome = Outcome()
    // One after the other, each kept by itself: a hostile file costs that file alone.
    for file in files {
      let name = String(FormText.tidy(file.name).prefix(120))
      do {
        let bytes = try Self.bytes(of: file)
        guard let keys = keys() else { throw EvidenceRefusal.noKey }
        let looked = try await inspector.look(at: bytes, isMail: name.lowercased().hasSuffix(".eml"))
        let told = EvidenceTold(what: said.what, maker: said.maker, fileName: name, says: looked.says)
        try await keep(
          Kept(bytes: bytes, looked: looked, told: told, way: .uploaded, grade: said.grade, madeAt: said.madeAt),
          in: matter, EvidenceSealing(keys: keys), by: staff, now: now)
        outcome.taken += 1
      } catch let why as EvidenceRefusal {
        outcome.refused.append(Outcome.Refused(name: name, why: why))
      }
    }
    return .success(outcome)
  }

  /// Keeps an e-mail that was pasted as text. It is evidence at first hand, not more: nobody can tell how it came.
  package func addPasted(
    _ input: EvidenceInput, to reference: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Outcome, EvidenceFaults>? {
    guard let matter = try await visits.matter(reference, by: staff, now: now) else { return nil }
    let text = input[.mail]
    guard text.contains(where: { !$0.isWhitespace }) else { return .failure(EvidenceFaults([.mail: .missing])) }
    guard text.count <= EvidenceField.mail.limit else {
      return .failure(EvidenceFaults([.mail: .tooLong(limit: EvidenceField.mail.limit)]))
    }
    var outcome = Outcome()
    do {
      guard let keys = keys() else { throw EvidenceRefusal.noKey }
      let bytes = Array(text.utf8)
      let looked = try await inspector.lookPasted(bytes)
      try await keep(
        Kept(
          bytes: bytes, looked: looked, told: EvidenceTold(what: looked.says.subject ?? "", says: looked.says),
          way: .pasted, grade: .c, madeAt: nil),
        in: matter, EvidenceSealing(keys: keys), by: staff, now: now)
      outcome.taken = 1
    } catch let why as EvidenceRefusal {
      outcome.refused = [Outcome.Refused(name: "", why: why)]
    }
    return .success(outcome)
  }

  private static func bytes(of file: EvidenceFile) throws(EvidenceRefusal) -> [UInt8] {
    guard file.count <= mostBytes else { throw .tooLarge }
    guard file.count > 0 else { throw .empty }
    return file.bytes()
  }

  /// A file that was looked at and is about to be kept.
  struct Kept: Sendable {
    let bytes: [UInt8]
    let looked: EvidenceInspector.Looked
    let told: EvidenceTold
    let way: EvidenceWay
    let grade: EvidenceGrade
    let madeAt: VisitTime?
    var messageKey: [UInt8]?
  }

  private func keep(
    _ kept: Kept, in matter: VisitMatter, _ sealing: EvidenceSealing, by staff: Staff, now: Timestamp
  ) async throws {
    try await visits.database.transaction(actor: staff.actor) { session in
      let store = EvidenceStore(session)
      let sha256 = Digests.sha256(kept.bytes)
      try await VisitStore(session).lock(matter.request.id)
      let there = try await store.files(of: matter.request.id)
      guard !there.contains(where: { $0.row.sha256 == sha256 && $0.withdrawal == nil }) else {
        throw EvidenceRefusal.alreadyThere
      }
      try await keep(kept, in: matter, sealing, account: staff.account.id, session, now: now)
    }
  }

  /// Keeps a file, and notes of a mail that one came: what it says is for a person to say.
  func keep(
    _ kept: Kept, in matter: VisitMatter, _ sealing: EvidenceSealing, account: Int64?, _ session: Transaction,
    now: Timestamp
  ) async throws {
    let store = EvidenceStore(session), second = now.microseconds / 1_000_000
    guard let id = try await store.nextID() else { throw VisitStoreFault() }
    try await store.add(
      NewEvidence(
        id: id, request: matter.request.id, account: account, way: kept.way, kind: kept.looked.kind,
        bytes: kept.bytes.count, sha256: Digests.sha256(kept.bytes),
        copy: kept.looked.copy.map { Evidence.Copy(bytes: $0.count, sha256: Digests.sha256($0)) }, grade: kept.grade,
        madeAt: kept.madeAt, recordedAt: now, told: try sealing.told(kept.told, of: id, now: second),
        messageKey: kept.messageKey))
    try await sealing.keep(kept.bytes, as: .original, of: id, store, now: second)
    if let copy = kept.looked.copy { try await sealing.keep(copy, as: .copy, of: id, store, now: second) }
    guard kept.looked.kind == .mail else { return }
    var details = VisitDetails()
    details.evidence = id
    let came = NewVisitEvent(
      .note, at: VisitTime(now), observer: Observer(name: "e-mail", standing: .observer, isFirstHand: false),
      channel: .email, grade: kept.grade, details: details)
    _ = try await VisitStore(session).append(
      came, to: matter.request.id, account: account, zone: matter.zone, now: now)
    try await visits.settle(matter.request, matter.place, session, now: now)
  }

  // MARK: Withdrawing

  /// Marks a file as withdrawn; it stays. False if there is none, or it is withdrawn already.
  package func withdraw(
    _ file: Int64, _ input: EvidenceInput, of reference: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, EvidenceFaults> {
    try staff.require(.logVisits)
    let reason = FormText.tidy(input[.reason])
    if reason.isEmpty { return .failure(EvidenceFaults([.reason: .missing])) }
    if reason.count > EvidenceField.reason.limit {
      return .failure(EvidenceFaults([.reason: .tooLong(limit: EvidenceField.reason.limit)]))
    }
    guard let sealing = keys().map(EvidenceSealing.init) else { return .success(false) }
    return try await visits.database.transaction(actor: staff.actor) { session in
      let store = EvidenceStore(session)
      guard let request = try await VisitStore(session).request(reference),
        try await store.files(of: request.id).contains(where: { $0.row.id == file })
      else { return .success(false) }
      return .success(
        try await store.withdraw(
          file, reason: sealing.reason(reason, of: file, now: now.microseconds / 1_000_000),
          account: staff.account.id, now: now))
    }
  }

  // MARK: Parts

  static func opened(_ file: SealedEvidence, _ sealing: EvidenceSealing?) -> Evidence {
    let row = file.row
    return Evidence(
      id: row.id, requestID: row.request, kind: row.kind, way: row.way, bytes: row.bytes, sha256: row.sha256,
      copy: row.copy, grade: row.grade, madeAt: row.madeAt, recordedAt: row.recordedAt, recordedBy: file.recordedBy,
      told: sealing?.told(row.told, of: row.id),
      withdrawal: file.withdrawal.map {
        Evidence.Withdrawal(at: $0.at, by: $0.by, reason: sealing?.reason($0.reason, of: row.id))
      })
  }
}
