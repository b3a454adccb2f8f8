package import CivilTime
internal import Foundation
internal import Postgres
package import Records
internal import Stores
internal import Vault

/// Reads the mails of a maildir and keeps each with the request that it names.
///
/// A mail is moved from `new` to `cur` once it is kept, and never deleted. Its Message-ID is remembered in the
/// transaction that keeps it, so that a crash in between doubles nothing. A mail that names no request, or several, stays
/// in `new`: nobody guesses whose it is.
package struct MailIngest: Sendable {
  private let evidence: EvidenceService

  package init(_ evidence: EvidenceService) { self.evidence = evidence }

  package struct Report: Sendable, Equatable {
    package var kept = 0
    /// The request has the same message, or the same bytes, already.
    package var known = 0
    /// Without a reference of a request that there is; they stay in `new`.
    package var unnamed: [String] = []
    package var ambiguous: [String] = []
    package var refused: [Refused] = []

    package struct Refused: Sendable, Equatable {
      package let file: String
      package let why: EvidenceRefusal
    }

    package init() {}
  }

  /// The folder is no maildir.
  package struct NoMaildir: Error {}

  package func run(_ folder: String, now: @Sendable () -> Timestamp) async throws -> Report {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    for part in ["new", "cur"] {
      guard files.fileExists(atPath: "\(folder)/\(part)", isDirectory: &isFolder), isFolder.boolValue else {
        throw NoMaildir()
      }
    }
    guard let keys = evidence.keys() else { throw EvidenceRefusal.noKey }
    var report = Report()
    for name in try files.contentsOfDirectory(atPath: "\(folder)/new").sorted() where !name.hasPrefix(".") {
      let path = "\(folder)/new/\(name)"
      // A link could lead anywhere.
      guard try files.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular else { continue }
      do {
        switch try await take(path, keys, now: now()) {
        case .kept: report.kept += 1
        case .known: report.known += 1
        case .unnamed:
          report.unnamed.append(name)
          continue
        case .ambiguous:
          report.ambiguous.append(name)
          continue
        }
        try Self.settle(name, in: folder)
      } catch let why as EvidenceRefusal {
        report.refused.append(Report.Refused(file: name, why: why))
      }
    }
    return report
  }

  private enum Taken { case kept, known, unnamed, ambiguous }

  private func take(_ path: String, _ keys: ServiceKeys, now: Timestamp) async throws -> Taken {
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
    guard size > 0 else { throw EvidenceRefusal.empty }
    guard size <= EvidenceService.mostBytes else { throw EvidenceRefusal.tooLarge }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let looked = try await evidence.inspector.look(at: bytes, isMail: true)
    guard looked.kind == .mail else { throw EvidenceRefusal.unknownType }
    let visits = evidence.visits
    return try await visits.database.transaction(actor: Self.actor) { session in
      let store = VisitStore(session)
      var named: [VisitRequest] = []
      for reference in looked.references {
        if let request = try await store.request(reference) { named.append(request) }
      }
      guard let request = named.first else { return .unnamed }
      guard named.count == 1 else { return .ambiguous }
      try await store.lock(request.id)
      let sha256 = Digests.sha256(bytes)
      let key = keys.hash(looked.says.messageID.map { Array($0.utf8) } ?? sha256, purpose: .mail)
      guard try await !EvidenceStore(session).knows(message: key, orFile: sha256, of: request.id) else { return .known }
      guard let matter = try await VisitService.matter(request, session, visits.judge, now: now) else {
        return .unnamed
      }
      try await evidence.keep(
        EvidenceService.Kept(
          bytes: bytes, looked: looked, told: EvidenceTold(what: looked.says.subject ?? "", says: looked.says),
          way: .mailed, grade: .a, madeAt: nil, messageKey: key),
        in: matter, EvidenceSealing(keys: keys), account: nil, session, now: now)
      return .kept
    }
  }

  static let actor = "service:mail"

  /// Moves a mail that is kept to where mails are that somebody has seen.
  private static func settle(_ name: String, in folder: String) throws {
    let base = name.split(separator: ":", maxSplits: 1).first.map(String.init) ?? name
    let there = Set(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder)/cur").map { $0.prefix { $0 != ":" } })
    // Names are unique in a sound maildir; where one is not, both mails stay.
    var free = base, number = 1
    while there.contains(free[...]) { (free, number) = ("\(base)_\(number)", number + 1) }
    try FileManager.default.moveItem(atPath: "\(folder)/new/\(name)", toPath: "\(folder)/cur/\(free):2,S")
  }
}
