internal import Foundation
internal import Postgres
internal import Records
internal import Stores
internal import Vault

/// Seals files in pieces and opens them. Each piece is sealed for its file, its part, its number and how many there are:
/// exchanged, moved or missing pieces do not open.
struct EvidenceSealing {
  let keys: ServiceKeys

  static let pieceSize = 256 << 10

  func told(_ told: EvidenceTold, of file: Int64, now second: Int64) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return keys.seal(Array(try encoder.encode(told)), context: "evidence.told.\(file)", at: second)
  }

  func told(_ sealed: [UInt8], of file: Int64) -> EvidenceTold? {
    guard let plain = try? keys.open(sealed, context: "evidence.told.\(file)") else { return nil }
    return try? JSONDecoder().decode(EvidenceTold.self, from: Data(plain))
  }

  func reason(_ text: String, of file: Int64, now second: Int64) -> [UInt8] {
    keys.seal(Array(text.utf8), context: "evidence_withdrawal.reason.\(file)", at: second)
  }

  func reason(_ sealed: [UInt8], of file: Int64) -> String? {
    (try? keys.open(sealed, context: "evidence_withdrawal.reason.\(file)")).map { String(decoding: $0, as: UTF8.self) }
  }

  func keep(
    _ bytes: [UInt8], as part: EvidencePart, of file: Int64, _ store: EvidenceStore, now second: Int64
  ) async throws {
    let count = (bytes.count + Self.pieceSize - 1) / Self.pieceSize
    for number in 0..<count {
      let piece = Array(bytes[number * Self.pieceSize..<min(bytes.count, (number + 1) * Self.pieceSize)])
      let sealed = keys.seal(piece, context: Self.context(file, part, number, count), at: second)
      try await store.add(piece: sealed, number, of: part, file: file)
    }
  }

  /// The whole of a part, held to its SHA-256.
  func open(_ part: EvidencePart, of file: Int64, sha256: [UInt8], _ store: EvidenceStore) async throws -> [UInt8] {
    let pieces = try await store.pieces(of: file, part)
    var bytes: [UInt8] = []
    for (number, sealed) in pieces.enumerated() {
      bytes += try keys.open(sealed, context: Self.context(file, part, number, pieces.count))
    }
    guard Digests.isEqual(Digests.sha256(bytes), sha256) else { throw KeyError.cannotOpen }
    return bytes
  }

  static func context(_ file: Int64, _ part: EvidencePart, _ number: Int, _ count: Int) -> String {
    "evidence_piece.sealed.\(file).\(part.rawValue).\(number).of.\(count)"
  }
}
