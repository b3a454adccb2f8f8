internal import Foundation
internal import Linkage

/// A name as people write it, and as a form without accents does.
struct PoolName: Sendable {
  let written: String
  let plain: String

  init(_ written: String) {
    self.written = written
    plain = Fold.plain(written)
  }
}

/// The lists of `names/sample`: parts of names with their relative frequencies, by culture.
struct NamePools: Sendable {
  private var pools: [String: [String: Weighted<PoolName>]] = [:]

  init(share: String) throws {
    for culture in Culture.allCases {
      let path = share + "/names/sample/" + culture.rawValue + ".tsv"
      guard let table = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw SampleFault.missingNames(path)
      }
      for row in Lexicon.rows(table) where row.count == 3 {
        guard let weight = Int(row[2]) else { continue }
        pools[culture.rawValue, default: [:]][row[0], default: Weighted()].add(PoolName(row[1]), weight)
      }
    }
  }

  func draw(_ culture: Culture, _ kind: String, _ random: inout SplitMix64) -> PoolName {
    pools[culture.rawValue]?[kind]?.draw(&random) ?? PoolName("Anon")
  }
}
