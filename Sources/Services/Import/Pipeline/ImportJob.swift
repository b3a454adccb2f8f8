internal import CivilTime
internal import Postgres
internal import Records
internal import Stores
internal import Vault

/// One import within its transaction.
struct ImportJob: Sendable {
  let options: ImportOptions
  let map: ColumnMap
  let file: InputFile
  let survey: Survey
  let rejects: RejectsFile?
  let now: Timestamp
  let sliceSize: Int
  let progress: @Sendable (ImportStage) -> Void

  private var reportedAt: Timestamp { min(options.reportedAt ?? file.modified ?? now, now) }
  private var mapDigest: [UInt8]? { options.map.map { SHA256Digest.of(Array($0.utf8)) } }

  /// Does it all. Throws `Unwritten` to leave the database as it was.
  func run<Session: PostgresSession>(_ session: Session) async throws -> ImportReport {
    let store = ImportStore(session)
    let batches = BatchStore(session)
    let source = try await source(SourceStore(session))
    if try await !store.tryLock(source: source.id) {
      progress(.waiting)
      try await store.lock(source: source.id)
    }
    var report = emptyReport
    let earlier = try await batches.batch(source: source.id, fileSHA256: survey.sha256, mapSHA256: mapDigest)
    if let earlier, try await !store.lostRows(source: source.id, since: earlier) {
      report.ending = .knownFile(batch: earlier.id)
      throw Unwritten(report: report)
    }
    try await NumberSealing.prepare(session)
    try await store.prepare()
    report.counts = try await stage(store, session.numbers, try await context(store))
    if options.isStrict, report.counts.rejected > 0 { throw ImportFailure.strict(rejected: report.counts.rejected) }
    try await NumberSealing.carrySuppressions(store, session)
    try await compare(store, source, &report)
    report.rejectsPath = rejects?.isOpen == true ? rejects?.path : nil
    if options.isDryRun || report.accepted == 0 {
      report.ending = options.isDryRun ? .dryRun : .nothingNew
      throw Unwritten(report: report)
    }
    // A file whose rows an undo took away is imported again under a batch that does not claim the file a second time.
    let digest = earlier == nil ? survey.sha256 : nil
    let batch = try await batches.start(
      source: source.id, kind: .import, label: file.label, fileSHA256: digest, mapSHA256: mapDigest)
    try await write(store, batch, source, report)
    try await batches.finish(
      batch,
      counts: BatchCounts(
        read: report.counts.read, accepted: report.accepted, rejected: report.counts.rejected,
        duplicate: report.duplicate))
    report.ending = .imported(batch: batch)
    return report
  }

  private func source(_ sources: SourceStore<some PostgresSession>) async throws -> Source {
    if let source = try await sources.source(named: options.source) {
      if let wanted = options.newSource {
        guard wanted.kind == source.kind else { throw ImportFailure.sourceDiffers(source.name, "kind") }
        guard wanted.trust == source.trust else { throw ImportFailure.sourceDiffers(source.name, "trust") }
        guard wanted.isPublic == source.isPublic else { throw ImportFailure.sourceDiffers(source.name, "publicity") }
      }
      return source
    }
    guard let new = options.newSource else { throw ImportFailure.unknownSource(options.source) }
    return try await sources.findOrAdd(
      named: options.source, kind: new.kind, trust: new.trust, isPublic: new.isPublic)
  }

  private func context(_ store: ImportStore<some PostgresSession>) async throws -> RowContext {
    let places = try await store.places().map { place in
      PlaceBook.Place(
        id: place.id, code: place.code, name: place.name, city: place.city, state: place.state,
        zone: place.zone.flatMap { Zone($0) }, aliases: place.aliases)
    }
    return RowContext(
      columns: survey.columns, map: map, encoding: survey.cellEncoding, orders: survey.orders,
      letterM: survey.letterM, places: PlaceBook(places), zone: map.zone ?? options.zone, reportedAt: reportedAt,
      now: now, placesAsAbove: options.placesAsAbove)
  }

  /// Reads the file in one task and streams its rows to the server in another.
  private func stage(
    _ store: ImportStore<some PostgresSession>, _ numbers: NumberBoundary, _ context: RowContext
  ) async throws -> ParseCounts {
    let parsing = RowParsing(file: file, survey: survey, context: context, rejects: rejects, numbers: numbers)
    let pieces = Handoff<[UInt8]>(capacity: 16)
    let (records, progress) = (survey.records, progress)
    let reading = Task {
      defer { pieces.finish() }
      return try await parsing.run {
        await pieces.send($0)
      } progress: {
        progress(.reading($0, of: records))
      }
    }
    do {
      _ = try await store.stage { writer in
        while let piece = await pieces.next() { try await writer.write(piece) }
      }
    } catch {
      reading.cancel()
      pieces.close()
      _ = try? await reading.value
      throw error
    }
    return try await reading.value
  }

  private func compare(
    _ store: ImportStore<some PostgresSession>, _ source: Source, _ report: inout ImportReport
  ) async throws {
    progress(.comparing)
    let taken = report.counts.read - report.counts.rejected
    report.accepted = try await store.keepFresh(source: source.id)
    report.duplicate = taken - report.accepted
    (report.newPeople, report.knownPeople) = try await store.identify(source: source.id)
    for line in try await store.contradictingLines() {
      let fault = RowFault(line: line, column: nil, field: nil, reason: .sameNumberOtherPerson, outcome: .kept)
      report.counts.reasons[fault.reason, default: 0] += 1
      if report.counts.firstLine[fault.reason] == nil { report.counts.firstLine[fault.reason] = line }
      try rejects?.add(fault) { "" }
    }
    try rejects?.flush()
  }

  private func write(
    _ store: ImportStore<some PostgresSession>, _ batch: Int64, _ source: Source, _ report: ImportReport
  ) async throws {
    var done = 0
    for slice in try await store.slices(ofRows: sliceSize) {
      progress(.writing(done, of: report.accepted))
      try await store.write(slice, batch: batch, source: source.id)
      done += slice.rows
    }
    progress(.writing(done, of: report.accepted))
  }

  private var emptyReport: ImportReport {
    ImportReport(
      ending: .nothingNew, source: options.source, label: file.label, layout: survey.columns.layout,
      encoding: survey.encoding.rawValue, delimiter: survey.dialect.delimiter, headerLine: survey.columns.headerLine,
      unknownColumns: survey.columns.unknown, leftOutColumns: survey.columns.leftOut,
      orders: survey.orders.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.name, $0.value.rawValue) },
      unproved: survey.unproved.map(\.name), reportedAt: reportedAt)
  }
}
