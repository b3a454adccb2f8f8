internal import Foundation
internal import Postgres
internal import Stores

/// `paradero roles`: gives the login roles passwords and writes their addresses where the service finds them.
struct RolesCommand: Command {
  static let name = "roles"
  static let summary = "give the login roles new passwords, for a database on another machine"
  static let usage = Usage(
    options: [.value("--into", "DIR", "the folder for one secret file per role, named as its setting")],
    notes: """
      Only for a server that asks for passwords. The files are what systemd's LoadCredential and CREDENTIALS_DIRECTORY
      expect; running services must be started again afterwards. The passwords are random and shown nowhere.
      """)

  private let folder: String

  init(_ arguments: Arguments) throws(UsageError) { folder = try arguments.required("--into") }

  func run(_ context: CommandContext) async throws {
    let owner = try context.configuration.address(of: .migrator).url
    let store = RolePasswordStore(try context.database(as: .migrator, timeouts: .patient))
    try Self.makeFolder(folder)
    for role in DatabaseRole.allCases {
      guard let login = role.login else { continue }
      let password = Self.randomPassword()
      let address = try Self.address(owner, user: login, password: password)
      try await store.give(password, to: login)
      try Self.write(address, to: "\(folder)/\(role.setting.name)")
    }
    context.output.line("The addresses are in \(folder), readable by this user alone.")
  }

  /// 256 bits in letters that need no escaping anywhere.
  private static func randomPassword() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(generator.next() as UInt64, radix: 36)
      return String(repeating: "0", count: 13 - digits.count) + digits
    }.joined()
  }

  /// The owner's address with another user and password.
  static func address(_ owner: String, user: String, password: String) throws(Failure) -> String {
    guard owner.contains("://") else { return "\(owner) user=\(user) password=\(password)" }
    guard var parts = URLComponents(string: owner) else {
      throw Failure("PARADERO_DATABASE_URL is not an address that can be taken apart.", .configuration)
    }
    let others = parts.queryItems?.filter { $0.name != "user" && $0.name != "password" } ?? []
    // With an empty host libpq takes no user before it: both go behind.
    if (parts.host ?? "").isEmpty {
      (parts.user, parts.password) = (nil, nil)
      parts.queryItems =
        others + [URLQueryItem(name: "user", value: user), URLQueryItem(name: "password", value: password)]
    } else {
      (parts.user, parts.password) = (user, password)
      parts.queryItems = others.isEmpty ? nil : others
    }
    guard let text = parts.string else { throw Failure("An address could not be made.", .software) }
    return text
  }

  private static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure("The folder \(path) cannot be made.", .cannotCreate)
    }
  }

  private static func write(_ text: String, to path: String) throws(Failure) {
    try? FileManager.default.removeItem(atPath: path)
    // Made with its mode, so that nobody reads it before the mode is set.
    guard
      FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw Failure("The file \(path) cannot be written.", .cannotCreate) }
  }
}
