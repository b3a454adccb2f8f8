/// Who a command is to the database. Each but the migrator is a login role that owns nothing.
enum DatabaseRole: String, CaseIterable, Sendable {
  case migrator, publicSite = "public", staff, index, keeper, backup

  /// The role's name in PostgreSQL; nil for the migrator, whose name is in its address.
  var login: String? { self == .migrator ? nil : "paradero_\(rawValue)" }

  var setting: Setting<String?> {
    switch self {
    case .migrator: Settings.databaseURL
    case .publicSite: Settings.publicDatabaseURL
    case .staff: Settings.staffDatabaseURL
    case .index: Settings.indexDatabaseURL
    case .keeper: Settings.keeperDatabaseURL
    case .backup: Settings.backupDatabaseURL
    }
  }
}

extension Configuration {
  /// Where the database is for a role, and the user to ask for there if the address is the migrator's.
  func address(of role: DatabaseRole) throws(Failure) -> (url: String, user: String?) {
    if let own = self[role.setting] { return (own, nil) }
    if let migrators = self[Settings.databaseURL] { return (migrators, role.login) }
    throw Failure(
      "\(role.setting.name) is not set; “paradero --help” says what it is.", .configuration)
  }
}
