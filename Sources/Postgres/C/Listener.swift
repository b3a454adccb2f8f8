internal import CLibPQ
internal import Dispatch
internal import Glibc
internal import Locking

/// What a listener hears.
package enum ListenEvent: Hashable, Sendable {
  case notification(payload: String)
  /// Listening has begun, or begun again after the connection was lost: something may have been missed, so look.
  case reconnected
}

/// Waits on a connection of its own, on a thread of its own, for notifications on one channel.
final class Listener: Sendable {
  private let configuration: DatabaseConfiguration
  private let statement: String
  private let wake = WakeUp()
  private let hear: @Sendable (ListenEvent) -> Void
  /// How long to listen before asking the server whether it is still there.
  private static let patience = Duration.seconds(30)

  init(_ configuration: DatabaseConfiguration, channel: StaticString, hear: @escaping @Sendable (ListenEvent) -> Void) {
    self.configuration = configuration
    statement = "listen \"\(channel)\""
    self.hear = hear
  }

  /// Runs until `stop`, on a queue of its own; `ended` is called last.
  func start(ended: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "paradero.postgres.listen").async { [self] in
      var backoff = Backoff(base: .milliseconds(50), limit: .seconds(2))
      while !wake.isStopped {
        if listen() { backoff.succeeded() }
        if !wake.isStopped { wake.sleep(for: backoff.failed(chance: .random(in: 0...1))) }
      }
      ended()
    }
  }

  func stop() { wake.stop() }

  /// Listens until the connection is lost or it is to stop; true if it ever listened.
  private func listen() -> Bool {
    let place = Place(statement, #fileID, #line)
    guard let wire = try? Wire.open(configuration.parameters, at: place), ask(wire, statement, place) else {
      return false
    }
    hear(.reconnected)
    while !wake.isStopped, !wire.isBroken {
      for payload in wire.notifications() { hear(.notification(payload: payload)) }
      switch wake.wait(for: wire, atMost: Self.patience) {
      case .readable: wire.consumeInput()
      case .stopped: return true
      case .silence: if !ask(wire, "select", place) { return true }
      }
    }
    return true
  }

  private func ask(_ wire: Wire, _ sql: String, _ place: Place) -> Bool {
    do throws(PostgresError) {
      try wire.send(sql, at: place)
      var failed = false
      while let result = try wire.next(.atMost(.seconds(10)), at: place) {
        if result.status == PGRES_FATAL_ERROR || result.status == PGRES_BAD_RESPONSE { failed = true }
      }
      return !failed && !wire.isBroken
    } catch {
      return false
    }
  }
}

/// Ends a wait from another thread: a pipe that `poll` watches besides the socket.
private final class WakeUp: Sendable {
  enum Reason { case readable, stopped, silence }

  private let ends: (read: Int32, write: Int32)
  private let stopped = Locked(false)

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.ends = (ends[0], ends[1])
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  var isStopped: Bool { stopped.withLock { $0 } }

  func stop() {
    stopped.withLock { $0 = true }
    _ = write(ends.write, "!", 1)
  }

  func wait(for wire: Wire, atMost limit: Duration) -> Reason {
    wait([pollfd(fd: wire.socket, events: Int16(POLLIN), revents: 0)], limit)
  }

  func sleep(for duration: Duration) { _ = wait([], duration) }

  private func wait(_ sockets: [pollfd], _ limit: Duration) -> Reason {
    var watched = [pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)] + sockets
    let ready = poll(&watched, nfds_t(watched.count), limit.wholeMilliseconds)
    if isStopped { return .stopped }
    return ready > 0 ? .readable : .silence
  }
}
