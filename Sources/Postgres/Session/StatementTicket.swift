internal import Dispatch
internal import Locking

/// The life of one statement as its canceller sees it, as a value.
///
/// A cancel request names a connection, not a statement. So it is only sent while this statement runs, and the
/// connection does not go on to the next one before a request that is under way has reached the server.
struct TicketMachine {
  enum State { case waiting, running, firing, fired, endedWhileFiring, over }
  private(set) var state = State.waiting
  private(set) var wasFired = false

  /// False when the task was cancelled first: then the statement is not to be sent.
  mutating func begin() -> Bool {
    guard state == .waiting else { return false }
    state = .running
    return true
  }

  /// True when the server has to be asked to cancel, after which `askedServer` is due.
  mutating func cancel() -> Bool {
    switch state {
    case .waiting: state = .over
    case .running:
      state = .firing
      wasFired = true
      return true
    case .firing, .fired, .endedWhileFiring, .over: break
    }
    return false
  }

  /// The server has been asked. True when the connection waits to hear it.
  mutating func askedServer() -> Bool {
    let isAwaited = state == .endedWhileFiring
    state = isAwaited ? .over : .fired
    return isAwaited
  }

  /// True when the connection has to wait for `askedServer` before it goes on.
  mutating func end() -> Bool {
    let mustWait = state == .firing
    state = mustWait ? .endedWhileFiring : .over
    return mustWait
  }

  /// Whether the statement still runs although its end was asked for.
  var isDefiant: Bool { state == .firing || state == .fired }
}

/// Connects a task's cancellation to the statement it waits for.
final class StatementTicket: Sendable {
  private let machine = Locked(TicketMachine())
  private let asked = DispatchSemaphore(value: 0)
  /// How long a server may take to obey before its connection is cut.
  private static let patience = DispatchTimeInterval.seconds(5)

  func begin() -> Bool { machine.withLock { $0.begin() } }

  /// From any thread, and back at once: the asking is done on a queue of its own.
  func cancel(_ brake: Brake) {
    guard machine.withLock({ $0.cancel() }) else { return }
    // A serial queue has a thread of its own: a server that does not answer holds up nobody else.
    DispatchQueue(label: "paradero.postgres.cancel").async {
      brake.cancelStatement()
      if self.machine.withLock({ $0.askedServer() }) { self.asked.signal() }
    }
    DispatchQueue(label: "paradero.postgres.patience").asyncAfter(deadline: .now() + Self.patience) {
      if self.machine.withLock({ $0.isDefiant }) { brake.pull() }
    }
  }

  /// On the connection's queue, after the last result. Not settled: a request is stuck, the connection is not to be
  /// used again.
  func end() -> (wasFired: Bool, isSettled: Bool) {
    let mustWait = machine.withLock { $0.end() }
    let isSettled = !mustWait || asked.wait(timeout: .now() + Self.patience) == .success
    return (machine.withLock { $0.wasFired }, isSettled)
  }
}
