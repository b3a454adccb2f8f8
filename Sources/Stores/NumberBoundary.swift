internal import Linkage
package import Postgres
package import Vault

/// How A-numbers lie in the database: sealed by whoever has the service's key, plain by whoever has none.
///
/// It goes along with the sessions of a pool, and stores ask it: they seal what they write and look up, and open what they
/// read, so that everything above them has nine digits. What a process without the key wrote is found until the service has
/// sealed it.
package struct NumberBoundary: SessionCompanion {
  package let seal: NumberSeal?
  private let rowKey: HashKey?

  package init(_ keys: ServiceKeys?) { (seal, rowKey) = (keys?.numbers, keys?.hashKey(.row)) }

  /// The fingerprint of an imported row made again with the key; nil without one. The row's A-number is in it too, and
  /// whoever knows the rest of the row would find that by trying.
  package func keyed(row fingerprint: [UInt8]) -> [UInt8]? {
    rowKey.map { Array(Digests.keyed(fingerprint, $0).prefix(16)) }
  }

  /// As it is written.
  package func stored(_ number: String) -> String { seal?.seal(number) ?? number }
  package func stored(_ number: String?) -> String? { number.map(stored) }

  /// Every way in which it may lie there, for looking it up.
  package func forms(of numbers: [String]) -> [String] {
    guard let seal else { return numbers }
    return numbers.compactMap(seal.seal) + numbers
  }

  /// As it was before it was written; `ANumber.unreadable` if the key that opens it is not here.
  package func opened(_ stored: String) -> String {
    NumberSeal.isToken(stored) ? seal?.open(stored) ?? ANumber.unreadable : stored
  }
  package func opened(_ stored: String?) -> String? { stored.map(opened) }

  /// Of a cell that came with millions of others; nil if the key is not here.
  func opened(_ cell: ArraySlice<UInt8>) -> String? {
    NumberSeal.isToken(cell) ? seal?.open(cell) : String(decoding: cell, as: UTF8.self)
  }
}

extension PostgresSession {
  /// How A-numbers lie in the database for this session.
  package var numbers: NumberBoundary { companion as? NumberBoundary ?? NumberBoundary(nil) }
}
