internal import Postgres
internal import Records
internal import Services
internal import Site
internal import Stores
internal import Vault

/// What is given to courts and opponents: bundles, and the table of reviewed incidents.
extension Application {
  static func bundles(_ context: CommandContext) throws -> BundleService {
    let keys = try serviceKeys(context), signing = try context.configuration.keyFolder?.signingKeys()
    return try bundles(context, keys: { keys }, signing: { signing })
  }

  private static func bundles(
    _ context: CommandContext, keys: @escaping @Sendable () -> ServiceKeys?,
    signing: @escaping @Sendable () -> SigningKeys?
  ) throws -> BundleService {
    let folder = try context.rulebookFolder()
    return BundleService(
      try context.database(as: .staff), judge: LiveRulebook(try folder.rulebook()), folder: folder.files, keys: keys,
      signing: signing)
  }

  static func incidents(_ context: CommandContext) throws -> IncidentService {
    IncidentService(
      try context.database(as: .staff), judge: LiveRulebook(try context.rulebookFolder().rulebook()))
  }

  /// The same for the site, which reads keys that were replaced.
  static func court(_ context: CommandContext, _ keys: KeyRing) throws -> CourtServices {
    let folder = context.configuration.keyFolder
    let signing: @Sendable () -> SigningKeys? = { try? folder?.signingKeys() }
    return CourtServices(
      bundles: try bundles(context, keys: { keys.service }, signing: signing), incidents: try incidents(context),
      checkpoints: CheckpointService(try context.database(as: .staff)), publicKey: { signing()?.publicKey.hex })
  }

  /// Whether all people in the database are invented, which printed papers say.
  static func isPractice(_ context: CommandContext) async throws -> Bool {
    try await InstallationStore(context.database(as: .staff)).kind() != .production
  }
}
