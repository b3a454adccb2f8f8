internal import CivilTime
internal import Disclosure
internal import Gateway
internal import Migrator
internal import Postgres
internal import Records
internal import Services
internal import Site
internal import Stores
internal import Vault

/// Puts the site together: services on the databases of their roles, pages on the services.
enum Application {
  /// When the facts about places were read, as `sql/seed/SOURCES.md` says.
  private static let placesReadOn = "2026-11-20"

  /// The matching index; it answers before it runs, only slower.
  static func records(_ context: CommandContext) throws -> RecordIndex {
    RecordIndex(try context.database(as: .index), share: try context.share()) { .now }
  }

  /// What strangers are answered with: what they have earned under this installation's policy.
  static func search(_ context: CommandContext, _ records: RecordIndex) throws -> SearchService {
    let database = try context.database(as: .publicSite)
    let policy = DisclosurePolicy.named(context.configuration[Settings.disclosure])
    return SearchService(records, database: database, disclosure: DisclosureService(database, policy: policy))
  }

  /// What followed searches may be told.
  static func news(_ context: CommandContext, _ records: RecordIndex) throws -> FollowingDisclosure {
    FollowingDisclosure(
      records, database: try context.database(as: .staff),
      policy: .named(context.configuration[Settings.disclosure]))
  }

  /// The keys of this process, which are this database's; nil where none were made yet and nothing is sealed.
  static func keys(_ context: CommandContext) async throws -> KeyRing? {
    let check = KeyCheckService(try context.database(as: .staff))
    guard let folder = context.configuration.keyFolder, try folder.serviceKeys() != nil else {
      try await check.verify(
        .service, nil, file: context.configuration.keyFolder?.file(ServiceKeys.fileName) ?? ServiceKeys.fileName)
      return nil
    }
    let ring = try KeyRing(folder)
    try await check.verify(.service, ring.service.checks, file: folder.file(ServiceKeys.fileName))
    try await check.adopt(.service, ring.service.checks, now: .now)
    return ring
  }

  private static func receipts(
    _ context: CommandContext, _ database: Database, _ keys: KeyRing
  ) throws -> ReceiptService {
    try ReceiptService(
      database, keys: keys, share: try context.share(), hours: context.configuration[Settings.callHours],
      promise: context.configuration[Settings.callPromise])
  }

  static func make(
    _ context: CommandContext, origin: Origin, records: RecordIndex, keys: KeyRing?
  ) async throws -> any Handler {
    let database = try context.database(as: .publicSite)
    let kind = try await settledKind(of: database)
    let now: @Sendable () -> Timestamp = { .now }
    guard let placesReadOn = CivilDate(iso: placesReadOn) else { throw Failure("A date in the program is none.") }
    let configuration = SiteConfiguration(
      origin: origin, isPractice: kind != .production, securityContact: context.configuration[Settings.securityContact],
      placesReadOn: placesReadOn, now: now,
      pace: SearchPace(free: context.configuration[Settings.addressSearches]))
    let search = try self.search(context, records)
    let log = context.log
    // The first family waits for nothing that all need; the pages of places wait for none of it.
    Task {
      do { try await search.warmUp(now: now()) } catch {
        log.warning("warm-up", ["why": .template(Failure(explaining: error).sentence)])
      }
    }
    return SiteApplication(
      search: search, places: FacilityService(database) { now().utcDay ?? placesReadOn },
      staff: try staffServices(context, records, keys),
      receipts: try keys.map { try receipts(context, database, $0) }, releases: ReleaseService(database),
      configuration: configuration
    ) { error, request in
      log.error(
        "failed", ["request": .id(request.description), "why": .template(Failure(explaining: error).sentence)])
    }
  }

  /// What signed-in people use, on a role of their own.
  private static func staffServices(
    _ context: CommandContext, _ records: RecordIndex, _ keys: KeyRing?
  ) throws -> StaffServices? {
    guard let keys else { return nil }
    let passwords = PasswordDesk(keys: keys, common: try CommonPasswords(share: try context.share()))
    let database = try context.database(as: .staff)
    let search = PeopleSearch(records, database: database)
    let visits = try VisitSweep.service(context)
    return StaffServices(
      signIn: SignInService(database, passwords: passwords, keys: keys),
      search: StaffSearch(CandidateWeighing(search), log: database),
      attempts: AttemptService(database), following: FollowingService(database),
      calls: CallbackService(
        database, keeper: KeeperLine(socket: context.configuration[Settings.keeperSocket]),
        judge: try news(context, records)),
      duplicates: DuplicateService(database), protection: ProtectionService(database),
      accounts: AccountDirectory(database), visits: visits,
      review: try VisitSweep.review(context), figures: try VisitSweep.figures(context),
      keeping: AccountService(database), tokens: TokenService(database), signUp: SignUpService(database),
      // Asked for each file, so that a key that was replaced seals no more.
      evidence: EvidenceService(visits) { keys.service }, court: try court(context, keys),
      hotline: HotlineServices(
        intake: IntakeService(
          database, keys: keys, hours: context.configuration[Settings.callHours],
          promise: context.configuration[Settings.callPromise],
          keeper: KeeperLine(socket: context.configuration[Settings.keeperSocket])),
        alerts: AlertService(database, publicSite: try context.database(as: .publicSite), keys: keys)),
      arrests: ArrestService(database))
  }

  /// Files of requests for a command that runs once; without a key none is taken.
  static func evidence(_ context: CommandContext, _ visits: VisitService) throws -> EvidenceService {
    let keys = try serviceKeys(context)
    return EvidenceService(visits) { keys }
  }

  /// The service's keys among the credentials; nil where none were made.
  static func serviceKeys(_ context: CommandContext) throws -> ServiceKeys? {
    try context.configuration.keyFolder?.serviceKeys()
  }

  /// What the database is for; a schema that is not this program's would only fail later and less clearly.
  private static func settledKind(of database: Database) async throws -> InstallationKind {
    switch try await SchemaMigrator().state(of: database) {
    case .current: break
    case .empty, .behind:
      throw Failure("The database is not up to date: run “paradero migrate”.", .configuration)
    case .newer(let database, let binary):
      throw Failure(
        "The database is at version \(database), newer than this program, which knows \(binary): install the newer one.",
        .configuration)
    }
    guard let kind = try await InstallationStore(database).kind() else {
      throw Failure("The database does not say what it is for: run “paradero migrate --kind KIND”.", .configuration)
    }
    return kind
  }
}
