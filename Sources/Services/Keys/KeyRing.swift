internal import Locking
package import Vault

/// The keys of a running process: read at its start, and read again when a file was replaced, so that a key is rotated
/// while the process runs.
package final class KeyRing: Sendable {
  private struct Held {
    var service: ServiceKeys
    var keeper: KeeperPublicKey?
    var serviceMark: String?
    var keeperMark: String?
  }

  private let folder: KeyFolder?
  private let held: Locked<Held>

  /// Reads the folder's keys.
  package init(_ folder: KeyFolder) throws(KeyError) {
    guard let service = try folder.serviceKeys() else { throw .missing(folder.file(ServiceKeys.fileName)) }
    self.folder = folder
    held = Locked(
      Held(
        service: service, keeper: try folder.keeperPublicKey(), serviceMark: folder.mark(ServiceKeys.fileName),
        keeperMark: folder.mark(KeeperPublicKey.fileName)))
  }

  /// Keys that no file holds, as in a test.
  package init(service: ServiceKeys, keeper: KeeperPublicKey?) {
    folder = nil
    held = Locked(Held(service: service, keeper: keeper))
  }

  package var service: ServiceKeys { held.withLock { $0.service } }
  package var keeper: KeeperPublicKey? { held.withLock { $0.keeper } }

  /// Reads what was replaced. A file that cannot be read leaves the keys as they were.
  @discardableResult package func refresh() throws(KeyError) -> Bool {
    guard let folder else { return false }
    let before = held.withLock { ($0.serviceMark, $0.keeperMark) }
    let marks = (folder.mark(ServiceKeys.fileName), folder.mark(KeeperPublicKey.fileName))
    guard marks != before else { return false }
    let service = try folder.serviceKeys()
    let keeper = try folder.keeperPublicKey()
    held.withLock { held in
      if let service { held.service = service }
      if let keeper { held.keeper = keeper }
      (held.serviceMark, held.keeperMark) = marks
    }
    return true
  }
}
