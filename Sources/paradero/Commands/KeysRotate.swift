internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import Stores
internal import Vault

/// `paradero keys rotate`: a new version, everything sealed anew, the old version retired; while all runs.
struct KeysRotateCommand: Command {
  static let name = "keys rotate"
  static let summary = "put a new version of a key in the place of the old one, while all runs"
  static let usage = Usage(
    operands: [KeyOwner.operand],
    options: [
      .value("--pause", "SECONDS", "until the new version seals: time for every process to read it (30)"),
      .flag("--retire", "of the keeper's: forget the old versions, once every site has the new keeper.pub"),
    ],
    notes: """
      Works on the files in the folder of keys. Running processes read a file that was replaced within seconds; under
      systemd's LoadCredential they read it when they start: say --pause 600, and restart them within that time.
      Everything is sealed anew in batches; an interrupted rotation goes on when the command is given again. The
      service's old version then retires by itself; the keeper's with --retire.

      “signing” signs a last checkpoint with the old key and the first with the new one, in which the change stands; the
      old secret is forgotten, its public half stays in signing.pub for what it signed. Tell the new public key to those
      who keep checkpoints.
      """)

  private let owner: KeyOwner
  private let pause: Int
  private let retires: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    owner = try KeyOwner(arguments)
    pause = try arguments.integer("--pause", in: 0...86_400) ?? 30
    retires = arguments.has("--retire")
  }

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    let folder = try context.configuration.requiredKeyFolder()
    switch owner {
    case .service: try await rotateService(context, folder)
    case .keeper: try await rotateKeeper(context, folder)
    case .signing: try await rotateSigning(context, folder)
    }
  }

  private func rotateService(_ context: CommandContext, _ folder: KeyFolder) async throws {
    let database = try context.database(as: .staff)
    let check = KeyCheckService(database)
    guard var keys = try folder.serviceKeys() else { throw KeyError.missing(folder.file(ServiceKeys.fileName)) }
    try await check.verify(.service, keys.checks, file: folder.file(ServiceKeys.fileName))
    if keys.checks.count == 2 {
      keys = try keys.adding(sealsFrom: ProcessMemory.seconds + Int64(pause))
      try folder.write(keys)
    }
    try await check.adopt(.service, keys.checks, now: .now)
    let rest = keys.newestSealsFrom - ProcessMemory.seconds
    // A second more, so that no clock is behind.
    if rest >= 0 { try await Task.sleep(for: .seconds(rest + 1)) }
    let count = try await ServiceRotation(database).reseal(keys) + EvidenceRotation(database).reseal(keys)
    try await check.retire(.service, below: keys.newestVersion, now: .now)
    try folder.write(keys.retiringOld())
    try await Self.audit(database, keys.newestVersion)
    context.output.line("Version \(keys.newestVersion) of the service's key seals; \(count) values were sealed anew.")
  }

  private func rotateKeeper(_ context: CommandContext, _ folder: KeyFolder) async throws {
    let database = try context.database(as: .keeper)
    let check = KeyCheckService(database)
    guard var keys = try folder.keeperKeys() else { throw KeyError.missing(folder.file(KeeperKeys.fileName)) }
    try await check.verify(.keeper, keys.publicKey.checks, file: folder.file(KeeperKeys.fileName))
    if keys.publicKey.checks.count == 1, !retires {
      keys = try keys.adding()
      try folder.write(keys)
      // The keeper has to open with it before anybody seals with it.
      try await Task.sleep(for: .seconds(pause))
      try folder.write(keys.publicKey)
    }
    try await check.adopt(.keeper, keys.publicKey.checks, now: .now)
    let count = try await KeeperRotation(database).reseal(keys)
    if retires {
      try await check.retire(.keeper, below: keys.publicKey.newestVersion, now: .now)
      keys = keys.retiringOld()
      try folder.write(keys)
      try folder.write(keys.publicKey)
    }
    if let recovery = try await check.recovery() {
      let sealed = try RecoveryKey.sealing(keys, to: recovery.publicHalf)
      try await check.setRecovery(publicHalf: recovery.publicHalf, sealed: sealed, now: .now)
      try RecoveryFile(publicHalf: recovery.publicHalf, sealed: sealed).write(folder)
    }
    try await Self.audit(database, keys.publicKey.newestVersion)
    context.output.line(
      "Version \(keys.publicKey.newestVersion) of the keeper's key opens; \(count) values were sealed anew.")
  }

  private func rotateSigning(_ context: CommandContext, _ folder: KeyFolder) async throws {
    let database = try context.database(as: .staff)
    guard let old = try folder.signingKeys() else { throw KeyError.missing(folder.file(SigningKeys.fileName)) }
    let service = CheckpointService(database)
    try await service.make(old, now: .now)
    let keys = try SigningRound.next(folder)
    try await Self.audit(database, keys.number)
    try await service.make(keys, now: .now)
    context.output.line(
      "Key \(keys.number) signs from now on; \(old.publicKey.hex) stays known. The new public key:\n\(keys.publicKey.hex)"
    )
  }

  private static func audit(_ database: Database, _ version: Int) async throws {
    try await AuditStore(database).append(
      AuditEntry(
        actor: .commandLine, verb: .keyRotated, object: AuditObject(.key, Int64(version)), purpose: "rotation"),
      now: .now)
  }
}
