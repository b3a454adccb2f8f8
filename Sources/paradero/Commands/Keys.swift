internal import CivilTime
internal import Foundation
internal import Postgres
internal import Services
internal import Stores
internal import Vault

/// Whose key a command is about.
enum KeyOwner: String, CaseIterable {
  case service, keeper, signing

  init(_ arguments: Arguments) throws(UsageError) {
    guard let owner = KeyOwner(rawValue: arguments.operands.first ?? "") else {
      throw UsageError("Say whose key: service, keeper or signing.")
    }
    self = owner
  }

  static let operand = Operand("service|keeper|signing", "whose key, or the one that signs")
}

/// `paradero keys make`: new keys, once.
struct KeysMakeCommand: Command {
  static let name = "keys make"
  static let summary = "make the key files of a new installation, once"
  static let usage = Usage(
    operands: [KeyOwner.operand],
    options: [.value("--into", "DIR", "the folder for them, which this user alone may read")],
    notes: """
      “service” makes service.key: what the service seals second factors and evidence with, and makes keyed hashes with.
      “keeper” makes keeper.key, which only the keeper's process may have, and keeper.pub, which the site needs beside
      its service.key; it prints the recovery code, once: write it on paper and keep it away from the machine. Files that
      are there stay as they are. “signing” makes signing.key, with which checkpoints of the audit log and bundles are
      signed, and signing.pub, the list of all public keys that ever signed. Without its keys a database's sealed values
      are lost: keep copies of the files apart from the backups of the database.
      """)

  private let owner: KeyOwner
  private let folder: KeyFolder

  init(_ arguments: Arguments) throws(UsageError) {
    owner = try KeyOwner(arguments)
    folder = KeyFolder(try arguments.required("--into"))
  }

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    switch owner {
    case .service:
      guard try folder.serviceKeys() == nil else { return context.output.line("There is a key already; it stays.") }
      try folder.write(ServiceKeys.generate())
      context.output.line("The service's key is in \(folder.file(ServiceKeys.fileName)).")
    case .signing:
      guard try folder.signingKeys() == nil else { return context.output.line("There is a key already; it stays.") }
      let keys = try SigningRound.next(folder)
      context.output.line(
        """
        The key that signs is in \(folder.file(SigningKeys.fileName)). Its public half, for those who check:
        \(keys.publicKey.hex)
        """)
    case .keeper:
      guard try folder.keeperKeys() == nil else { return context.output.line("There is a key already; it stays.") }
      let keys = KeeperKeys.generate()
      let recovery = RecoveryKey()
      try RecoveryFile(
        publicHalf: recovery.publicHalf, sealed: try RecoveryKey.sealing(keys, to: recovery.publicHalf)
      ).write(folder)
      try folder.write(keys.publicKey)
      try folder.write(keys)
      context.output.line(
        """
        The keeper's key is in \(folder.file(KeeperKeys.fileName)).
        The recovery code, which is shown only now; write it on paper:

          \(recovery.code.text)
        """)
    }
  }
}

/// `paradero keys check`: whether the keys are whole, private, and this database's.
struct KeysCheckCommand: Command {
  static let name = "keys check"
  static let summary = "say whether the key files are whole, private, and this database's"
  static let usage = Usage(operands: [KeyOwner.operand])

  private let owner: KeyOwner

  init(_ arguments: Arguments) throws(UsageError) { owner = try KeyOwner(arguments) }

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    let folder = try context.configuration.requiredKeyFolder()
    switch owner {
    case .service:
      let check = KeyCheckService(try context.database(as: .staff))
      let keys = try folder.serviceKeys()
      try await check.verify(.service, keys?.checks, file: folder.file(ServiceKeys.fileName))
      guard let keys else { throw KeyError.missing(folder.file(ServiceKeys.fileName)) }
      context.output.line("The service's key is in order; the newest version is \(keys.newestVersion).")
    case .signing:
      guard let keys = try folder.signingKeys(), let register = try folder.signingRegister() else {
        throw KeyError.missing(folder.file(SigningKeys.fileName))
      }
      guard register.keys.contains(keys.publicKey) else {
        throw KeyError.damaged(folder.file(SigningRegister.fileName))
      }
      context.output.line("The key that signs is in order; public keys that ever signed, the newest last:")
      for key in register.keys { context.output.line(key.hex) }
    case .keeper:
      let check = KeyCheckService(try context.database(as: .keeper))
      let keys = try folder.keeperKeys()
      try await check.verify(.keeper, keys?.publicKey.checks, file: folder.file(KeeperKeys.fileName))
      guard let keys else { throw KeyError.missing(folder.file(KeeperKeys.fileName)) }
      let hasRecovery = try await check.recovery() != nil
      context.output.line("The keeper's key is in order; the newest version is \(keys.publicKey.newestVersion).")
      if !hasRecovery { context.output.line("The database holds no recovery of it: start the keeper once.") }
    }
  }
}

/// `paradero keeper recover`: brings the keeper's key back with the code on paper.
struct KeeperRecoverCommand: Command {
  static let name = "keeper recover"
  static let summary = "bring the keeper's key back with the recovery code, which is read from the input"
  static let usage = Usage(
    options: [.value("--into", "DIR", "the folder for keeper.key and keeper.pub")],
    notes: """
      Reads what was sealed for the code from keeper.recovery in that folder, or from the database as the role “keeper”.
      The code is typed or piped in, so that it stands in no list of processes and in no history.
      """)

  private let folder: KeyFolder

  init(_ arguments: Arguments) throws(UsageError) { folder = KeyFolder(try arguments.required("--into")) }

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    guard try folder.keeperKeys() == nil else {
      throw Failure("There is a keeper.key already; it stays. Move it away first.", .cannotCreate)
    }
    var sealed = RecoveryFile(folder)?.sealed
    if sealed == nil {
      sealed = try await KeyCheckService(try context.database(as: .keeper)).recovery()?.sealed
    }
    guard let sealed else {
      throw Failure("There is no recovery, neither in the folder nor in the database.", .missingInput)
    }
    context.errors.line("Type the recovery code:")
    guard let recovery = RecoveryKey(readLine(strippingNewline: true) ?? "") else {
      throw Failure("This is not a recovery code: a character is wrong or missing.", .badData)
    }
    let opened = Result { () throws(KeyError) in try recovery.opening(sealed) }
    guard case .success(let keys) = opened else {
      throw Failure("This is the recovery code of another installation.", .badData)
    }
    try folder.write(keys.publicKey)
    try folder.write(keys)
    context.output.line("The keeper's key is in \(folder.file(KeeperKeys.fileName)) again.")
  }
}
