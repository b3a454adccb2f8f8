internal import Linkage
internal import Postgres

/// The waterfall of weights as it is kept: facts, levels and bits, and no value of either side.
struct StoredReason: Codable {
  let fact: String
  let level: String
  let bits: Double
}

enum StoredReasons {
  static func json(_ agreements: [Agreement]) throws -> PostgresJSON {
    try PostgresJSON(
      encoding: agreements.map { StoredReason(fact: $0.fact.rawValue, level: $0.level.rawValue, bits: $0.bits) })
  }

  /// A fact that this program no longer knows is left out.
  static func agreements(_ json: PostgresJSON) throws -> [Agreement] {
    try json.decode(as: [StoredReason].self).compactMap { line in
      guard let fact = Fact(rawValue: line.fact), let level = Level(rawValue: line.level) else { return nil }
      return Agreement(fact: fact, level: level, bits: line.bits)
    }
  }
}
