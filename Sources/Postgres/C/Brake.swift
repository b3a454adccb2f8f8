internal import CLibPQ
internal import Glibc
internal import Locking

/// What another thread may do to a connection: ask the server to cancel, or cut the socket.
///
/// `PQcancel` is the one function of libpq that may be called from any thread; `PQfreeCancel` runs when the last
/// reference is gone, so never during a call. The socket is only cut under the lock and before it was given back.
final class Brake: Sendable {
  private struct Parts: @unchecked Sendable {
    // Unchecked: libpq never changes a PGcancel after it was made.
    let cancel: OpaquePointer?
  }

  private let parts: Parts
  private let socket: Locked<Int32?>

  init(connection: OpaquePointer) {
    parts = Parts(cancel: PQgetCancel(connection))
    socket = Locked(PQsocket(connection))
  }

  deinit { PQfreeCancel(parts.cancel) }

  /// Asks the server to stop the running statement; back when the server has been told.
  func cancelStatement() {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { reason in
      _ = PQcancel(parts.cancel, reason.baseAddress, 256)
    }
  }

  /// Cuts the connection: whoever waits on it sees it as lost.
  func pull() {
    socket.withLock { if let socket = $0 { _ = shutdown(socket, Int32(SHUT_RDWR)) } }
  }

  /// The socket's number may soon belong to something else.
  func release() { socket.withLock { $0 = nil } }
}
