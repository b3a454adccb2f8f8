internal import Disclosure
internal import Services

/// Which requests get a line in the log.
enum RequestLog: String, CaseIterable, Sendable { case all, faults }

/// Every setting there is. Adding one is one constant and one line in the list.
enum Settings {
  static let databaseURL = Setting<String?>.secret(
    "PARADERO_DATABASE_URL", "URL", "the migrator's database, as libpq reads it; the other roles' are derived from it")
  static let publicDatabaseURL = roleURL("PUBLIC", "what strangers' requests use")
  static let staffDatabaseURL = roleURL("STAFF", "signed-in people and imports")
  static let indexDatabaseURL = roleURL("INDEX", "the matching index")
  static let keeperDatabaseURL = roleURL("KEEPER", "the keeper of sealed contacts")
  static let backupDatabaseURL = roleURL("BACKUP", "backups")

  static let socket = Setting<String>.text(
    "PARADERO_SOCKET", "PATH", "the Unix socket that nginx hands requests to", standard: "/run/paradero/web.sock")
  static let origin = Setting<String>.text(
    "PARADERO_ORIGIN", "URL", "the address that people type, without a path", standard: "http://localhost:8080")
  static let share = Setting<String?>.optional(
    "PARADERO_SHARE", "DIR", "the folder with seed/, names/ and rulebook/",
    shownAs: "beside the program or the checkout")
  static let runDirectory = Setting<String?>.optional(
    "PARADERO_RUN", "DIR", "the installation's own folder, for doctor to look at", shownAs: "not set")
  static let poolSize = Setting<Int>.number(
    "PARADERO_POOL_SIZE", "database connections of each role's pool", standard: 8, in: 1...200)
  static let keys = Setting<String?>.optional(
    "PARADERO_KEYS", "DIR", "the folder with the key files", shownAs: "the credentials' folder")
  static let keeperSocket = Setting<String>.text(
    "PARADERO_KEEPER_SOCKET", "PATH", "the Unix socket at which the keeper is asked",
    standard: "/run/paradero-keeper/keeper.sock")
  static let sendmail = Setting<String>.text(
    "PARADERO_SENDMAIL", "PATH", "the machine's mailer, as sendmail -t -i (msmtp, Postfix, Exim)",
    standard: "/usr/sbin/sendmail")
  static let mailFrom = Setting<String?>.optional(
    "PARADERO_MAIL_FROM", "ADDRESS", "whom mail comes from; without it none is sent", shownAs: "not set")
  static let mailHour = Setting<Int>.number(
    "PARADERO_MAIL_HOUR", "the hour at which the day's mail goes out, in the office's zone", standard: 10, in: 0...23)
  static let callHours = Setting<OfficeHours>(
    "PARADERO_CALL_HOURS", "HOURS", "when people are there to call: a zone, days and hours",
    standard: OfficeHours.usual, shownAs: "America/New_York mon-fri 9:00-17:00"
  ) { OfficeHours($0) }
  static let callPromise = Setting<Int>.number(
    "PARADERO_CALL_WITHIN", "hours of the office within which a family is called", standard: 8, in: 1...200)

  static let securityContact = Setting<String?>.optional(
    "PARADERO_SECURITY_CONTACT", "URL", "where to report a weakness, mailto: or https:, for security.txt",
    shownAs: "not set")
  static let disclosure = Setting<DisclosurePolicy.Name>.choice(
    "PARADERO_DISCLOSURE", "what a family must know to be answered at once; the others are stricter",
    standard: .standard)
  static let addressSearches = Setting<Int>.number(
    "PARADERO_ADDRESS_SEARCHES", "searches from one neighborhood of addresses before the next ones wait a little",
    standard: 30, in: 1...1_000_000)
  static let requestLog = Setting<RequestLog>.choice(
    "PARADERO_LOG", "log a line for every request, or only for faults", standard: .all)

  static let all: [any AnySetting] = [
    databaseURL, publicDatabaseURL, staffDatabaseURL, indexDatabaseURL, keeperDatabaseURL, backupDatabaseURL,
    socket, origin, share, runDirectory, poolSize, keys, keeperSocket, sendmail, mailFrom, mailHour, callHours,
    callPromise, securityContact, disclosure, addressSearches, requestLog,
  ]

  private static func roleURL(_ role: String, _ use: String) -> Setting<String?> {
    .secret("PARADERO_\(role)_DATABASE_URL", "URL", "the database as the role for \(use), if it has its own address")
  }
}
