package import CivilTime
package import Postgres
package import Records

/// Accounts and the one-time codes given to them.
package struct AccountStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// Nil if another account has the name.
  package func add(
    name: String, role: Role, isSample: Bool, office: Int64? = nil, organisation: Int64? = nil,
    supervisor: Int64? = nil, now: Timestamp
  ) async throws(PostgresError) -> Account? {
    let row = try await session.first(
      """
      insert into account (name, role, is_sample, office_id, organisation_id, supervisor_id, created_at)
      values (\(name), \(role.rawValue), \(isSample), \(office), \(organisation), \(supervisor), \(now))
      on conflict (name) do nothing returning id
      """)
    guard let row else { return nil }
    return Account(
      id: try row.decode(Int64.self), name: name, role: role, isSample: isSample, createdAt: now, officeID: office,
      organisationID: organisation, supervisorID: supervisor)
  }

  package func account(_ id: Int64) async throws(PostgresError) -> Account? {
    guard let row = try await session.first("select \(fragment: Self.columns) from account a where a.id = \(id)")
    else { return nil }
    return try Self.account(row)
  }

  /// The account of a name, if somebody could sign in with it now.
  package func open(named name: String) async throws(PostgresError) -> Account? {
    let row = try await session.first(
      """
      select \(fragment: Self.columns) from account a where a.name = \(name) and \(fragment: Self.isOpen)
      """)
    return try row.map { row throws(PostgresError) in try Self.account(row) }
  }

  package func account(named name: String) async throws(PostgresError) -> Account? {
    guard let row = try await session.first("select \(fragment: Self.columns) from account a where a.name = \(name)")
    else { return nil }
    return try Self.account(row)
  }

  /// All accounts, by name.
  package func all() async throws(PostgresError) -> [Account] {
    var accounts: [Account] = []
    for row in try await session.rows("select \(fragment: Self.columns) from account a order by a.name") {
      accounts.append(try Self.account(row))
    }
    return accounts
  }

  /// False if the account was disabled before.
  package func disable(_ id: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      "update account set disabled_at = \(now) where id = \(id) and disabled_at is null") == 1
  }

  /// The accounts that work under an attorney and are not disabled.
  package func under(_ supervisor: Int64) async throws(PostgresError) -> [Int64] {
    var accounts: [Int64] = []
    for row in try await session.rows(
      "select id from account where supervisor_id = \(supervisor) and disabled_at is null order by id")
    {
      accounts.append(try row.decode(Int64.self))
    }
    return accounts
  }

  package func change(_ id: Int64, role: Role, organisation: Int64?) async throws(PostgresError) {
    try await session.execute(
      """
      update account set role = \(role.rawValue), organisation_id = \(organisation)
      where id = \(id) and disabled_at is null
      """)
  }

  package func noteSignIn(_ id: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute("update account set signed_in_at = \(now) where id = \(id)")
  }

  // MARK: One-time codes

  /// Gives the account a code; the one it had before, if it was not used, is no longer good.
  package func replaceCode(
    of account: Int64, selector: String, fingerprint: [UInt8], now: Timestamp, expiresAt: Timestamp
  ) async throws(PostgresError) {
    try await withdrawCode(of: account)
    try await session.execute(
      """
      insert into one_time_code (account_id, selector, code_sha256, created_at, expires_at)
      values (\(account), \(selector), \(fingerprint), \(now), \(expiresAt))
      """)
  }

  /// Takes back the code that the account has not used yet.
  package func withdrawCode(of account: Int64) async throws(PostgresError) {
    try await session.execute("delete from one_time_code where account_id = \(account) and used_at is null")
  }

  /// The codes with this first group that are still good: nearly always none or one.
  package func codes(selector: String, now: Timestamp) async throws(PostgresError) -> [StoredCode] {
    var codes: [StoredCode] = []
    let rows = try await session.rows(
      """
      select c.id as code, c.code_sha256, \(fragment: Self.columns)
      from one_time_code c join account a on a.id = c.account_id
      where c.selector = \(selector) and c.used_at is null and c.expires_at > \(now) and c.created_at <= \(now)
        and \(fragment: Self.isOpen)
      """)
    for row in rows {
      codes.append(
        StoredCode(
          id: try row["code", as: Int64.self], fingerprint: try row["code_sha256", as: [UInt8].self],
          account: try Self.account(row)))
    }
    return codes
  }

  /// Uses a code up. Of any number who try at once, exactly one is told true.
  package func useCode(_ id: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update one_time_code set used_at = \(now)
      where id = \(id) and used_at is null and expires_at > \(now) and created_at <= \(now)
      """) == 1
  }

  // MARK: Rows

  static let columns: PostgresQuery =
    """
    a.id as account, a.name, a.role, a.is_sample, a.created_at as made_at, a.signed_in_at, a.disabled_at, a.office_id,
    a.organisation_id, a.supervisor_id
    """

  /// Whether somebody may sign in with the account: it is not disabled, nor is the attorney who answers for it, and
  /// samples are let in nowhere but in a demo.
  static let isOpen: PostgresQuery =
    """
    a.disabled_at is null and not exists (select from account s where s.id = a.supervisor_id and s.disabled_at is not null)
    and (not a.is_sample or exists (select from installation where kind = 'demo'))
    """

  static func account(_ row: PostgresRow) throws(PostgresError) -> Account {
    Account(
      id: try row["account", as: Int64.self], name: try row["name", as: String.self],
      role: try row["role", as: Role.self], isSample: try row["is_sample", as: Bool.self],
      createdAt: try row["made_at", as: Timestamp.self], signedInAt: try row["signed_in_at", as: Timestamp?.self],
      disabledAt: try row["disabled_at", as: Timestamp?.self], officeID: try row["office_id", as: Int64?.self],
      organisationID: try row["organisation_id", as: Int64?.self],
      supervisorID: try row["supervisor_id", as: Int64?.self])
  }
}

extension Role: PostgresDecodable {
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    guard let role = Role(rawValue: cell.text) else { throw PostgresCodingFault("is no role") }
    self = role
  }
}
