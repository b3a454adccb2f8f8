package import Stores
internal import Vault

/// Goes along the chain of the audit log, entry by entry, and notes where it breaks.
package struct AuditCheck: Sendable {
  /// A head that somebody kept elsewhere, as `paradero audit verify` prints it: `SEQ:HASH`.
  package struct KeptHead: Sendable, Equatable {
    package let head: AuditHead

    package init(_ head: AuditHead) { self.head = head }

    package init?(_ text: String) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let seq = Int64(parts[0]), seq >= 0, let leaf = Self.bytes(parts[1]) else { return nil }
      head = AuditHead(seq: seq, leaf: leaf)
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
      let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      guard digits.count == 2 * AuditLeaf.size, hex.utf8.count == digits.count else { return nil }
      return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
  }

  /// What is told of a log at most; more is counted.
  package static let told = 50

  package private(set) var entries: Int64 = 0
  package private(set) var erasedPurposes = 0
  package private(set) var last = AuditHead(seq: 0, leaf: AuditLeaf.beginning)
  private var findings: [AuditFinding] = []
  /// How many findings there are, those that are not told among them.
  package private(set) var count = 0
  private var suspects: [AuditRow] = []
  private var lastIsSuspect = false
  private var kept: [Int64: [[UInt8]]]
  /// Heads of signed checkpoints, and which of them are found here as they were.
  private var signed: [Int64: [[UInt8]]]
  package private(set) var agreeing: [Int64] = []

  /// - Parameters:
  ///   - heads: what somebody kept elsewhere.
  ///   - checkpoints: the same, of signed checkpoints.
  package init(kept heads: [KeptHead] = [], checkpoints: [AuditHead] = []) {
    kept = Dictionary(grouping: heads.map(\.head), by: \.seq).mapValues { $0.map(\.leaf) }
    signed = Dictionary(grouping: checkpoints, by: \.seq).mapValues { $0.map(\.leaf) }
    compareWithKept(last)
  }

  /// The next entry, in the order of numbers.
  package mutating func add(_ row: AuditRow?) {
    guard let row else { return note(.unreadable) }
    entries += 1
    let follows = row.seq == last.seq + 1
    if row.seq > last.seq + 1 { note(.missing((last.seq + 1)...(row.seq - 1))) }
    if row.seq <= last.seq { note(.doubled(row.seq)) }
    checkPurpose(row)
    let isWhole = Self.leaf(row, as: row.seq, after: row.previous) == row.leaf
    if !isWhole {
      count += 1
      if suspects.count < Self.told { suspects.append(row) }
    } else if follows, row.previous != last.leaf, !lastIsSuspect {
      note(.replaced(last.seq))
    }
    last = AuditHead(seq: row.seq, leaf: row.leaf)
    lastIsSuspect = !isWhole
    compareWithKept(last)
  }

  /// Compares with where the log says that it ends, and tells what was found, in the order of numbers.
  package mutating func finish(head: AuditHead?) -> [AuditFinding] {
    for row in suspects { findings.append(finding(about: row)) }
    if let head {
      if head.seq > last.seq { note(.cutOff(after: last.seq, head: head.seq)) }
      if head.seq < last.seq { note(.beyondHead(head.seq)) }
      if head.seq == last.seq, head.leaf != last.leaf, !lastIsSuspect { note(.replaced(head.seq)) }
    } else {
      note(.noHead)
    }
    for seq in kept.keys.sorted() { note(.notExpected(seq)) }
    compareWithCheckpoints()
    return findings.sorted { $0.place < $1.place }
  }

  private mutating func checkPurpose(_ row: AuditRow) {
    guard let purpose = row.purpose else {
      erasedPurposes += 1
      return
    }
    if AuditLeaf.purpose(purpose.text, salt: purpose.salt) != row.purposeHash { note(.purposeChanged(row.seq)) }
  }

  /// A head that was kept and is found here is done with; what is left in the end was not found.
  private mutating func compareWithKept(_ head: AuditHead) {
    if let leaves = kept[head.seq], leaves.allSatisfy({ $0 == head.leaf }) { kept[head.seq] = nil }
    if let leaves = signed[head.seq], leaves.allSatisfy({ $0 == head.leaf }) {
      signed[head.seq] = nil
      agreeing.append(head.seq)
    }
  }

  /// The last checkpoint before the first that does not agree; nil if all agree.
  package var intactThrough: Int64? {
    guard let bad = signed.keys.min() else { return nil }
    return agreeing.filter { $0 < bad }.max() ?? 0
  }

  /// The first that does not agree says where; those after it can only follow. Of an end that is gone the last says how far
  /// the log went.
  private mutating func compareWithCheckpoints() {
    guard let intact = intactThrough, let bad = signed.keys.min() else { return }
    if bad <= last.seq { note(.rewritten(intact + 1...bad)) }
    if let furthest = signed.keys.max(), furthest > last.seq { note(.ended(at: last.seq, checkpoint: furthest)) }
  }

  /// An entry that stands under another's number fits there still, by its own hashes or by those of that place.
  private func finding(about row: AuditRow) -> AuditFinding {
    for place in suspects.map(\.seq) + [row.seq - 1, row.seq + 1] where place != row.seq {
      if Self.leaf(row, as: place, after: row.previous) == row.leaf { return .moved(place, to: row.seq) }
    }
    for other in suspects where other.seq != row.seq {
      if Self.leaf(row, as: other.seq, after: other.previous) == other.leaf {
        return .moved(other.seq, to: row.seq)
      }
    }
    return .changed(row.seq)
  }

  private mutating func note(_ finding: AuditFinding) {
    count += 1
    if findings.count < Self.told { findings.append(finding) }
  }

  private static func leaf(_ row: AuditRow, as seq: Int64, after previous: [UInt8]) -> [UInt8] {
    AuditLeaf.hash([
      Array("\(seq)".utf8)[...], row.at[...], row.actor[...], row.verb[...], row.object[...], row.purposeHash[...],
      row.facts[...], previous[...],
    ])
  }
}

extension AuditFinding {
  /// Where in the log it is, for putting findings in order.
  fileprivate var place: Int64 {
    switch self {
    case .changed(let seq), .purposeChanged(let seq), .doubled(let seq), .moved(_, let seq), .replaced(let seq),
      .notExpected(let seq), .notSigned(let seq), .beyondHead(let seq), .ended(let seq, _):
      seq
    case .missing(let range), .rewritten(let range): range.lowerBound
    case .cutOff(let last, _): last
    case .noHead, .unreadable: .max
    }
  }
}
