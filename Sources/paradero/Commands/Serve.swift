internal import Gateway
internal import Migrator
internal import Postgres
internal import Services
internal import Vault

/// `paradero serve`: answers requests that nginx hands over, until it is told to stop.
struct ServeCommand: Command {
  static let name = "serve"
  static let summary = "answer requests that nginx hands over on a Unix socket"
  static let usage = Usage(
    notes: """
      Needs the addresses of the roles “public”, “staff” and “index”, and a database that is up to date. Searches are
      answered from memory, by the database's keys while the records are read in; then every change is followed, and open
      searches are matched with what comes in. SIGTERM lets it finish what it has begun. /healthz says that it is alive,
      /readyz that it can answer and how far the records in memory are, /metrics how it does. Once a minute
      visit requests whose clocks ran out are judged, and once an hour the release that is due is published.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    ProcessMemory.hide()
    Signals.ignoreBrokenPipes()
    guard let origin = Origin(context.configuration[Settings.origin]) else {
      throw Failure("PARADERO_ORIGIN takes an address such as https://example.org, without a path.", .configuration)
    }
    let database = try context.database(as: .publicSite)
    let readiness = Readiness { [log = context.log] in await Self.obstacle(database, log) }
    let measurements = Measurements(log: context.log, logsRequests: context.configuration[Settings.requestLog] == .all)
    let records = try Application.records(context)
    let log = context.log
    let following = Task {
      await records.run { log.warning("index", ["why": .template(Failure(explaining: $0).sentence)]) }
    }
    let followers = Followers(try context.database(as: .staff), records: records, log: log)
    let matching = Task { await followers.run() }
    defer {
      following.cancel()
      matching.cancel()
    }
    let keys = try await Application.keys(context)
    let site = try await Application.make(context, origin: origin, records: records, keys: keys)
    let families = try keys.map { try FamilyWork(context, judge: try Application.news(context, records), keys: $0) }
    let load = ServerLoad()
    let operations = Operations(site: site, readiness: readiness, progress: { records.status.sentence }) { ready in
      if let families { measurements.render(families.counts) }
      return measurements.render(pools: context.pools, load: load.now, records: records.status, ready: ready)
    }
    let server = try SCGIServer(
      socketPath: context.configuration[Settings.socket], origins: [origin], handler: operations,
      observer: measurements.note)
    load.watch(server)
    let sweep = try VisitSweep(context)
    let sealer = try AuditSealer(context)
    let rounds = try RetentionRounds(context)
    let releases = try ReleaseRounds(context)
    context.log.info("started", ["version": .template(Build.version)])
    await serve(
      server, readiness, context.log,
      beside: [sweep.run, sealer.run, rounds.run, releases.run] + (families.map { [$0.run] } ?? []))
    following.cancel()
    matching.cancel()
    await following.value
    await matching.value
    context.log.info("stopped")
  }

  /// Serves until a signal comes; what was begun is finished first.
  private func serve(
    _ server: SCGIServer, _ readiness: Readiness, _ log: LineLog, beside rounds: [@Sendable () async -> Void]
  ) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      for round in rounds { group.addTask { await round() } }
      group.addTask { await Signals.waitForEnd() }
      await group.next()
      log.info("stopping")
      readiness.stop()
      group.cancelAll()
    }
  }

  private static func obstacle(_ database: Database, _ log: LineLog) async -> Readiness.Obstacle? {
    do {
      return try await SchemaMigrator().state(of: database).isCurrent ? nil : .schema
    } catch {
      if !Task.isCancelled { log.warning("database", ["why": .template(Failure(explaining: error).sentence)]) }
      return .database
    }
  }
}
