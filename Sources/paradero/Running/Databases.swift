internal import Locking
internal import Postgres
internal import Services
internal import Stores
internal import Vault

/// The pools of a command, one for each role that it turns out to need, closed together at its end.
final class Databases: Sendable {
  private let configuration: Configuration
  private let pools = Locked<[DatabaseRole: Database]>([:])

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// The pool of a role; nothing is opened until something is asked.
  func pool(as role: DatabaseRole, timeouts: DatabaseConfiguration.Timeouts) throws -> Database {
    if let pool = pools.withLock({ $0[role] }) { return pool }
    let address = try configuration.address(of: role)
    let keys = keys(of: role)
    let made = Database(
      try DatabaseConfiguration(
        url: address.url, user: address.user, poolSize: configuration[Settings.poolSize],
        leaseTimeout: .seconds(5), timeouts: timeouts,
        applicationName: "paradero \(role.rawValue)", settings: settings(of: role, keys),
        companion: NumberBoundary(keys)))
    // Of two that were made at once the first stays; an unused pool holds nothing that would need closing.
    return pools.withLock { pools in
      let kept = pools[role] ?? made
      pools[role] = kept
      return kept
    }
  }

  /// Who cannot read the key file has none: the service itself refuses to start then.
  private func keys(of role: DatabaseRole) -> ServiceKeys? {
    role == .keeper || role == .backup ? nil : try? configuration.keyFolder?.serviceKeys()
  }

  /// Strangers' and staff's sessions bring the key of suppressions along; without it they are told of nobody where it is
  /// needed.
  private func settings(of role: DatabaseRole, _ keys: ServiceKeys?) -> [String: String] {
    role == .publicSite || role == .staff ? SuppressionKey.settings(keys) : [:]
  }

  /// The pools that are in use, for metrics.
  var inUse: [(role: DatabaseRole, statistics: Database.Statistics)] {
    pools.withLock { $0 }.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value.statistics) }
  }

  func close() async {
    for pool in pools.withLock({ $0 }).values { await pool.close() }
  }
}
