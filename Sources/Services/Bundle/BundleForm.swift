internal import CivilTime
internal import Foundation
internal import Vault

/// A file of a bundle before it is written: its hash is known, its bytes may still be sealed.
package struct BundleFile: Sendable {
  /// Within the bundle's folder.
  package let name: String
  /// What it is, for the index.
  package let what: String
  let size: Int
  let sha256: [UInt8]
  let bytes: @Sendable () async throws -> [UInt8]

  /// A document that was just made.
  package init(_ name: String, what: String, text: String) {
    let bytes = Array(text.utf8)
    (self.name, self.what, size, sha256) = (name, what, bytes.count, Digests.sha256(bytes))
    self.bytes = { bytes }
  }

  /// A file whose bytes are opened when they are written.
  init(
    _ name: String, what: String, size: Int, sha256: [UInt8], bytes: @escaping @Sendable () async throws -> [UInt8]
  ) {
    (self.name, self.what, self.size, self.sha256, self.bytes) = (name, what, size, sha256, bytes)
  }
}

/// The form of a bundle: a tar archive of one folder, with a list of SHA-256 and its signature.
package enum BundleForm {
  package static let folder = "paradero-bundle"
  package static let manifest = "manifest.sha256"
  package static let signature = "manifest.sig"
  package static let publicKey = "installation.pem"

  /// How a person checks it without this program, run where the archive lies. Every tool is a standard one.
  package static let recipe = """
    tar -xf BUNDLE.tar && cd \(folder)
    sha256sum --strict -c \(manifest)
    cut -c67- \(manifest) | LC_ALL=C sort > ../listed
    find . ! -type d ! -name \(manifest) ! -name \(signature) | cut -c3- | LC_ALL=C sort | diff ../listed -
    openssl pkeyutl -verify -pubin -inkey \(publicKey) -rawin -in \(manifest) -sigfile \(signature)
    openssl pkey -pubin -in \(publicKey) -outform DER | tail -c 32 | od -An -tx1 | tr -d ' \\n'; echo
    """

  /// The list of files, as `sha256sum -c` reads it.
  static func manifest(_ files: [BundleFile]) -> String {
    files.map { "\(Digests.hexadecimal($0.sha256))  \($0.name)\n" }.joined()
  }

  /// Writes the archive piece by piece: files in the order of their names, all of one time, so that the same content is the
  /// same bytes. Only one file at a time is in memory.
  static func write(
    _ documents: [BundleFile], signedWith keys: SigningKeys, at now: Timestamp, to write: ([UInt8]) throws -> Void
  ) async throws {
    let key = BundleFile(publicKey, what: "", text: keys.publicKey.pem)
    let listed = (documents + [key]).sorted { $0.name < $1.name }
    for (file, next) in zip(listed, listed.dropFirst()) where file.name == next.name {
      throw BundleFault.twice(file.name)
    }
    let list = Self.manifest(listed)
    let signed = keys.sign(Array(list.utf8))
    let all =
      (listed + [
        BundleFile(manifest, what: "", text: list),
        BundleFile(signature, what: "", size: signed.count, sha256: Digests.sha256(signed)) { signed },
      ]).sorted { $0.name < $1.name }
    let second = now.microseconds / 1_000_000
    for file in all {
      let name = "\(folder)/\(file.name)"
      guard TarArchive.isPlain(name) else { throw BundleFault.badName(BundleFault.shown(name)) }
      let bytes = try await file.bytes()
      guard bytes.count == file.size, bytes.count <= TarArchive.largestFile,
        Digests.isEqual(Digests.sha256(bytes), file.sha256)
      else { throw BundleFault.changed(file.name) }
      try write(TarArchive.header(name, size: bytes.count, second: second))
      try write(bytes)
      try write(TarArchive.padding(after: bytes.count))
    }
    try write(TarArchive.end)
  }
}
