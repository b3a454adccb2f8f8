internal import CLibPQ
internal import Glibc

/// One connection of libpq. All its functions block, and only the connection's own queue may call them.
///
/// Statements are sent and then awaited with `poll`, so that a server that has frozen is noticed at the deadline.
final class Wire {
  private let raw: OpaquePointer
  private let parameters: [ConnectionParameter]
  let notices: NoticeBox
  /// May be used from any thread.
  let brake: Brake

  private init(raw: OpaquePointer, _ parameters: [ConnectionParameter], notices: NoticeBox) {
    self.raw = raw
    self.parameters = parameters
    self.notices = notices
    brake = Brake(connection: raw)
  }

  deinit {
    brake.release()
    PQfinish(raw)
  }

  /// Connects; tries the hosts in order and waits at most `connect_timeout` for each.
  static func open(_ parameters: [ConnectionParameter], at place: Place) throws(PostgresError) -> Wire {
    ignoreBrokenPipes()
    let raw = CStrings(parameters.map(\.keyword)).withPointers { keywords in
      CStrings(parameters.map(\.value)).withPointers { values in PQconnectdbParams(keywords, values, 0) }
    }
    guard let raw else {
      throw PostgresError(.cannotConnect, "no memory for a connection to the database", at: place)
    }
    guard PQstatus(raw) == CONNECTION_OK else {
      PQfinish(raw)
      throw Reachability.ask(parameters).error(parameters, at: place)
    }
    let notices = NoticeBox()
    PQsetNoticeReceiver(raw, receiveNotice, Unmanaged.passUnretained(notices).toOpaque())
    return Wire(raw: raw, parameters, notices: notices)
  }

  // MARK: Sending

  /// Several statements in one text, without parameters: scripts and transaction control.
  func send(_ sql: String, at place: Place) throws(PostgresError) {
    try sent(PQsendQuery(raw, sql), place)
  }

  func send(_ sql: String, _ arena: ParameterArena, at place: Place) throws(PostgresError) {
    try sent(
      arena.withPointers { count, types, values, lengths, formats in
        PQsendQueryParams(raw, sql, count, types, values, lengths, formats, 0)
      }, place)
  }

  func sendPrepare(_ name: String, _ sql: String, _ arena: ParameterArena, at place: Place) throws(PostgresError) {
    try sent(arena.withPointers { count, types, _, _, _ in PQsendPrepare(raw, name, sql, count, types) }, place)
  }

  func sendPrepared(_ name: String, _ arena: ParameterArena, at place: Place) throws(PostgresError) {
    try sent(
      arena.withPointers { count, _, values, lengths, formats in
        PQsendQueryPrepared(raw, name, count, values, lengths, formats, 0)
      }, place)
  }

  /// The statement just sent gives its rows one result each.
  func setSingleRowMode() { PQsetSingleRowMode(raw) }

  private func sent(_ success: Int32, _ place: Place) throws(PostgresError) {
    if success != 1 { throw lostOrBroken(place) }
  }

  // MARK: Receiving

  /// How long to wait for an answer before the server counts as lost.
  enum Patience {
    case atMost(Duration)
    /// After that long the server is asked, apart from this connection, whether it is there at all; if so, on.
    case asking(every: Duration)

    var limit: Duration {
      switch self {
      case .atMost(let limit), .asking(let limit): limit
      }
    }
  }

  /// The next result of what was sent; nil when there are no more.
  func next(_ patience: Patience, at place: Place) throws(PostgresError) -> ResultHandle? {
    while PQisBusy(raw) == 1 {
      try wait(patience, at: place)
      guard PQconsumeInput(raw) == 1 else { break }
    }
    return PQgetResult(raw).map { ResultHandle($0) }
  }

  /// How the next result begins, and its failure if it is one.
  func nextStatus(
    _ patience: Patience, at place: Place
  ) throws(PostgresError) -> (ExecStatusType, PostgresError?) {
    guard let result = try next(patience, at: place) else { throw lostOrBroken(place) }
    let isFailure = result.status == PGRES_FATAL_ERROR || result.status == PGRES_BAD_RESPONSE
    return (result.status, isFailure ? result.report.error(at: place) : nil)
  }

  /// Waits for input; a server that is not there any more is given up.
  private func wait(_ patience: Patience, at place: Place) throws(PostgresError) {
    while !waitReadable(atMost: patience.limit) {
      if case .asking = patience, Reachability.ask(parameters).serverAnswers { continue }
      brake.pull()
      throw PostgresError(.connectionLost, "the database did not answer in time", at: place)
    }
  }

  /// Waits until the socket can be read; false when the time is over first.
  private func waitReadable(atMost limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return false }
      var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      if poll(&watched, 1, left.wholeMilliseconds) > 0 { return true }
    }
  }

  // MARK: COPY

  /// False when the server has ended the COPY, or is gone.
  func putCopy(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      PQputCopyData(raw, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count)) == 1
    }
  }

  /// Ends the data; with a reason the server throws it all away.
  func endCopy(failing reason: String?) -> Bool { PQputCopyEnd(raw, reason) == 1 }

  enum CopyPart { case some, noneYet, ended }

  /// Appends the next row of COPY data, waiting for it or not.
  func getCopy(
    into bytes: inout [UInt8], waiting: Bool, _ patience: Patience, at place: Place
  ) throws(PostgresError) -> CopyPart {
    while true {
      var buffer: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(raw, &buffer, 1)
      defer { PQfreemem(buffer) }
      if length < 0 { return .ended }
      if length > 0 {
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: Int(length)))
        return .some
      }
      guard waiting else { return .noneYet }
      try wait(patience, at: place)
      guard PQconsumeInput(raw) == 1 else { return .ended }
    }
  }

  // MARK: Pipeline

  func enterPipeline() -> Bool { PQenterPipelineMode(raw) == 1 }
  func syncPipeline() -> Bool { PQpipelineSync(raw) == 1 }
  func exitPipeline() -> Bool { PQexitPipelineMode(raw) == 1 }

  // MARK: Notifications

  func consumeInput() { _ = PQconsumeInput(raw) }

  /// The payloads that have arrived since.
  func notifications() -> [String] {
    var payloads: [String] = []
    while let notification = PQnotifies(raw) {
      payloads.append(String(cString: notification.pointee.extra))
      PQfreemem(notification)
    }
    return payloads
  }

  // MARK: State

  var socket: Int32 { PQsocket(raw) }

  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(raw) }

  var serverProcess: Int { Int(PQbackendPID(raw)) }

  var isInTransaction: Bool { transactionStatus == PQTRANS_INTRANS || transactionStatus == PQTRANS_INERROR }

  /// Not within a failed transaction or a running statement.
  var canRunStatements: Bool { transactionStatus == PQTRANS_IDLE || transactionStatus == PQTRANS_INTRANS }

  var isBroken: Bool { PQstatus(raw) != CONNECTION_OK }

  /// Looks whether an idle connection still stands, without asking the server anything.
  ///
  /// A server that ends it says why first and closes then, so the end may not have come when the reason has. An idle
  /// connection has nothing else to say but a changed setting, which is rare: whatever came counts as its end.
  func seemsAlive() -> Bool {
    var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return !isBroken && poll(&watched, 1, 0) == 0
  }

  func lostOrBroken(_ place: Place) -> PostgresError {
    isBroken
      ? PostgresError(.connectionLost, "the connection to the database was lost", at: place)
      : PostgresError(.protocolBroken, "the connection was not ready for this statement", at: place)
  }
}

/// A write to a closed socket must give an error, not end the process.
private func ignoreBrokenPipes() { _ = brokenPipesAreIgnored }
private let brokenPipesAreIgnored: Bool = {
  signal(SIGPIPE, SIG_IGN)
  return true
}()
