internal import Foundation
internal import Testing
internal import Vault

@Suite struct `A folder of key files` {
  /// A folder of its own, removed afterwards.
  private func withFolder(_ body: (KeyFolder) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("paradero-keys-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(KeyFolder(path))
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func `keeps keys where only their owner reads them`() throws {
    try withFolder { folder in
      let keys = ServiceKeys.generate()
      #expect(try folder.serviceKeys() == nil)
      try folder.write(keys)
      #expect(try folder.serviceKeys()?.checks == keys.checks)
      #expect(try mode(folder.file(ServiceKeys.fileName)) == 0o600)
      let before = folder.mark(ServiceKeys.fileName)
      try folder.write(try keys.adding(sealsFrom: 0))
      #expect(folder.mark(ServiceKeys.fileName) != before)
      #expect(try folder.serviceKeys()?.newestVersion == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [ServiceKeys.fileName])
    }
  }

  static let modes: [(mode: Int, isRefused: Bool)] = [
    (0o600, false), (0o400, false), (0o640, false), (0o620, true), (0o604, true), (0o666, true), (0o601, true),
  ]

  /// As root owns the file; a group may read it then, as systemd's credentials show.
  @Test(.enabled(if: getuid() == 0), arguments: modes)
  func `refuses a file that others may read`(_ row: (mode: Int, isRefused: Bool)) throws {
    try withFolder { folder in
      try folder.write(KeeperKeys.generate())
      let file = folder.file(KeeperKeys.fileName)
      try FileManager.default.setAttributes([.posixPermissions: row.mode], ofItemAtPath: file)
      if row.isRefused {
        #expect(throws: KeyError.openToOthers(file)) { try folder.keeperKeys() }
      } else {
        #expect(try folder.keeperKeys() != nil)
      }
    }
  }

  @Test func `says which file is damaged`() throws {
    try withFolder { folder in
      let file = folder.file(ServiceKeys.fileName)
      #expect(
        FileManager.default.createFile(
          atPath: file, contents: Data("nonsense".utf8), attributes: [.posixPermissions: 0o600]))
      #expect(throws: KeyError.damaged(file)) { try folder.serviceKeys() }
    }
  }
}
