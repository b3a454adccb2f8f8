internal import Gateway
internal import Locking

/// How busy the server is, for metrics: the handler is made before the server that it is asked about.
final class ServerLoad: Sendable {
  private let server = Locked<SCGIServer?>(nil)

  func watch(_ watched: SCGIServer) { server.withLock { $0 = watched } }

  var now: (running: Int, waiting: Int) { server.withLock { $0 }?.load ?? (0, 0) }
}
