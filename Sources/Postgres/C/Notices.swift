internal import CLibPQ
internal import Locking

/// What the server said besides results: only whether a COMMIT went unreplicated is kept.
final class NoticeBox: Sendable {
  private let unreplicated = Locked(false)

  func receive(_ report: ServerReport) {
    if report.isUnreplicatedCommit { unreplicated.withLock { $0 = true } }
  }

  /// Whether such a warning came since the last call.
  func takeUnreplicatedCommit() -> Bool {
    unreplicated.withLock { seen in
      defer { seen = false }
      return seen
    }
  }
}

/// Called by libpq instead of printing to stderr. The result is libpq's own and is not cleared here.
/// A top-level function, because a closure would take on the isolation of the place it is written in.
func receiveNotice(context: UnsafeMutableRawPointer?, result: OpaquePointer?) {
  guard let context, let result else { return }
  Unmanaged<NoticeBox>.fromOpaque(context).takeUnretainedValue().receive(serverReport(of: result))
}
