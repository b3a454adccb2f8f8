internal import Foundation
internal import Locking

/// Serves a handler on a Unix socket, behind nginx, until its task is cancelled; then it finishes what it started.
package final class SCGIServer: Sendable {
  package let socketPath: String
  private let reactor: Locked<Reactor?>
  private let mailbox: Mailbox

  /// Opens the socket; clients may connect from here on, and are answered once `run` is called.
  package init(
    socketPath: String, origins: [Origin], handler: any Handler, limits: Limits = Limits(),
    observer: @escaping @Sendable (Served) -> Void = { _ in }
  ) throws {
    self.socketPath = socketPath
    guard let mailbox = Mailbox() else { throw SocketError(description: "no file descriptor is free") }
    self.mailbox = mailbox
    let pipeline = Pipeline(gate: Gate(origins: origins, limits: limits), handler: handler)
    let listener = try ListeningSocket(path: socketPath)
    reactor = Locked(Reactor(listener: listener, pipeline: pipeline, mailbox: mailbox, observer: observer))
  }

  /// How many requests are worked on and how many wait, for metrics.
  package var load: (running: Int, waiting: Int) { mailbox.load }

  /// Serves until the calling task is cancelled and what was started is done, or the drain limit has passed.
  package func run() async {
    guard
      let reactor = reactor.withLock({ slot -> Reactor? in
        defer { slot = nil }
        return slot
      })
    else { return }
    let mailbox = self.mailbox
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let thread = Thread {
          reactor.loop()
          continuation.resume()
        }
        thread.name = "gateway"
        thread.start()
      }
    } onCancel: {
      mailbox.post(.stop)
    }
  }
}

/// What tasks tell the reactor's thread.
final class Mailbox: Sendable {
  enum Letter: Sendable {
    case finished(Int, Response)
    case stop
  }

  let pipe: WakePipe
  private let letters = Locked<[Letter]>([])
  private let counts = Locked<(running: Int, waiting: Int)>((0, 0))

  init?() {
    guard let pipe = WakePipe() else { return nil }
    self.pipe = pipe
  }

  func post(_ letter: Letter) {
    let isFirst = letters.withLock { letters in
      letters.append(letter)
      return letters.count == 1
    }
    if isFirst { pipe.wake() }
  }

  func collect() -> [Letter] {
    pipe.drain()
    return letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }

  var load: (running: Int, waiting: Int) {
    get { counts.withLock { $0 } }
    set { counts.withLock { $0 = newValue } }
  }
}
