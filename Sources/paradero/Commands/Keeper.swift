internal import CivilTime
internal import Foundation
internal import Gateway
internal import Migrator
internal import Postgres
internal import Services
internal import Stores
internal import Vault

/// `paradero keeper`: opens sealed contacts one at a time, and sends the mail.
struct KeeperCommand: Command {
  static let name = "keeper"
  static let summary = "open contacts for responders, one at a time, and send the mail"
  static let usage = Usage(
    notes: """
      A process of its own, as a user of its own, with the address of the role “keeper” and the file keeper.key: nobody
      else can open what families confided. The site asks it over a Unix socket, for one contact at a time, with the
      session of a responder and a reason; both are in the audit log before anything is shown. Mail that waits is handed
      to the machine's mailer, each message once at most. SIGTERM ends it.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    Signals.ignoreBrokenPipes()
    let folder = try context.configuration.requiredKeyFolder()
    let ring = try KeeperRing(folder)
    let database = try context.database(as: .keeper)
    try await Self.settle(ring.keys, folder, database)
    let log = context.log
    let door = KeeperDoor(keeper: KeeperService(database) { ring.keys }, log: log)
    let server = try SCGIServer(
      socketPath: context.configuration[Settings.keeperSocket], origins: [try KeeperDoor.origin()], handler: door)
    log.info("started", ["version": .template(Build.version)])
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      group.addTask { await Self.mail(context, database, ring) }
      group.addTask { await Signals.waitForEnd() }
      await group.next()
      group.cancelAll()
    }
    log.info("stopped")
  }

  /// Refuses a key that is not this database's; a new one is told to the database.
  static func settle(_ keys: KeeperKeys, _ folder: KeyFolder, _ database: Database) async throws {
    guard try await SchemaMigrator().state(of: database).isCurrent else {
      throw Failure("The database is not up to date: run “paradero migrate”.", .configuration)
    }
    let check = KeyCheckService(database)
    try await check.verify(.keeper, keys.publicKey.checks, file: folder.file(KeeperKeys.fileName))
    try await check.adopt(.keeper, keys.publicKey.checks, now: .now)
    if try await check.recovery() == nil, let sealed = RecoveryFile(folder) {
      try await check.setRecovery(publicHalf: sealed.publicHalf, sealed: sealed.sealed, now: .now)
    }
  }

  /// Hands over what waits, and looks whether the key was replaced.
  private static func mail(_ context: CommandContext, _ database: Database, _ ring: KeeperRing) async {
    let configuration = context.configuration
    let sendmail = Sendmail(path: configuration[Settings.sendmail])
    let mailer = configuration[Settings.mailFrom].map { from in
      Mailer(database, origin: configuration[Settings.origin], from: from) { ring.keys }
    }
    let alerts = configuration[Settings.mailFrom].map { from in
      AlertMailer(database, origin: configuration[Settings.origin], from: from) { ring.keys }
    }
    await FollowerLoop {
      .now
    } failed: { error in
      context.log.warning("mail", ["why": .template(Failure(explaining: error).sentence)])
    }.run { now in
      try ring.refresh()
      guard let mailer else { return false }
      // An alert expires in hours: it goes first.
      if try await alerts?.step(now: now, handing: { await sendmail.hand($0) }) == true { return true }
      return try await mailer.step(now: now) { await sendmail.hand($0) }
    }
  }
}
