internal import Foundation
internal import Locking
internal import Services
internal import Stores
internal import Vault

extension Configuration {
  /// Where the key files of this process are: the folder that is set, else the credentials'.
  var keyFolder: KeyFolder? {
    (self[Settings.keys] ?? ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]).map(KeyFolder.init)
  }

  func requiredKeyFolder() throws(Failure) -> KeyFolder {
    guard let folder = keyFolder else {
      throw Failure(
        "There is no folder of keys: set PARADERO_KEYS, and make keys with “paradero keys make”.", .configuration)
    }
    return folder
  }
}

/// The keeper's secret keys in its running process, read again when their file was replaced.
final class KeeperRing: Sendable {
  private let folder: KeyFolder
  private let held: Locked<(keys: KeeperKeys, mark: String?)>

  init(_ folder: KeyFolder) throws(KeyError) {
    self.folder = folder
    guard let keys = try folder.keeperKeys() else { throw .missing(folder.file(KeeperKeys.fileName)) }
    held = Locked((keys, folder.mark(KeeperKeys.fileName)))
  }

  var keys: KeeperKeys { held.withLock { $0.keys } }

  /// A file that cannot be read leaves the keys as they were.
  func refresh() throws(KeyError) {
    let mark = folder.mark(KeeperKeys.fileName)
    guard mark != held.withLock({ $0.mark }), let keys = try folder.keeperKeys() else { return }
    held.withLock { $0 = (keys, mark) }
  }
}
