internal import Foundation
internal import Vault

/// The keeper's keys as they are sealed for the code on paper: the public half's 32 bytes, then the box, in base64.
struct RecoveryFile {
  static let name = "keeper.recovery"

  let publicHalf: [UInt8]
  let sealed: [UInt8]

  init(publicHalf: [UInt8], sealed: [UInt8]) { (self.publicHalf, self.sealed) = (publicHalf, sealed) }

  /// Nil if there is none, or none that is whole.
  init?(_ folder: KeyFolder) {
    guard let text = FileManager.default.contents(atPath: folder.file(Self.name)),
      let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters), bytes.count > 32
    else { return nil }
    (publicHalf, sealed) = (Array(bytes.prefix(32)), Array(bytes.dropFirst(32)))
  }

  func write(_ folder: KeyFolder) throws(Failure) {
    let text = Data(publicHalf + sealed).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    let path = folder.file(Self.name)
    try? FileManager.default.removeItem(atPath: path)
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data((text + "\n").utf8), attributes: [.posixPermissions: 0o600])
    else { throw Failure("The file \(path) cannot be written.", .cannotCreate) }
  }
}
