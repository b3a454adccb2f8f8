internal import Foundation
package import Vault

/// Checks a bundle without a database: every file against the signed list, and nothing beside them.
package struct BundleCheck: Sendable {
  /// What a bundle turned out to be.
  package struct Report: Sendable {
    package let files: Int
    package let bytes: Int
    /// Who signed it, by the key that lies in the bundle.
    package let key: SigningPublicKey
    /// Whether that is one of the keys that are trusted; nil where none was given.
    package let isTrusted: Bool?
    package let faults: [BundleFault]
  }

  /// - Parameter trusted: the public keys of the installation, known by another way. A key that comes with the bundle says
  ///   only that all of it is of one hand.
  package static func check(_ path: String, trusting trusted: [SigningPublicKey]) throws(BundleFault) -> Report {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    defer { try? handle.close() }
    var found: [String: (sha256: [UInt8], bytes: Int)] = [:]
    var kept: [String: [UInt8]] = [:]
    var last = "its beginning"
    var reader = Reader(handle)
    while let entry = try TarArchive.entry(try reader.read(TarArchive.block, after: last)) {
      let content = try reader.read(entry.size, after: entry.name)
      _ = try reader.read(TarArchive.padding(after: entry.size).count, after: entry.name)
      guard entry.name.hasPrefix(BundleForm.folder + "/") else { throw .badName(entry.name) }
      let name = String(entry.name.dropFirst(BundleForm.folder.count + 1))
      guard found[name] == nil else { throw .twice(name) }
      guard found.count < TarArchive.mostFiles else { throw .tooManyFiles }
      found[name] = (Digests.sha256(content), content.count)
      if [BundleForm.manifest, BundleForm.signature, BundleForm.publicKey].contains(name) { kept[name] = content }
      last = name
    }
    guard try reader.read(TarArchive.block, after: last).allSatisfy({ $0 == 0 }) else {
      throw .damagedArchive(after: last)
    }
    guard reader.isAtEnd else { throw .trailing }
    return try judge(found, kept, trusted)
  }

  private static func judge(
    _ found: [String: (sha256: [UInt8], bytes: Int)], _ kept: [String: [UInt8]], _ trusted: [SigningPublicKey]
  ) throws(BundleFault) -> Report {
    guard let manifest = kept[BundleForm.manifest] else { throw .noManifest }
    guard let signature = kept[BundleForm.signature] else { throw .noSignature }
    guard let pem = kept[BundleForm.publicKey], let own = SigningPublicKey(text: String(decoding: pem, as: UTF8.self))
    else {
      throw .missing(BundleForm.publicKey)
    }
    // Whoever exchanges the key in the bundle has to sign anew: the trusted key tells.
    let signer = trusted.first { $0.hasSigned(manifest, signature) } ?? own
    guard signer.hasSigned(manifest, signature) else { throw .badSignature }
    let listed = try list(manifest)
    var faults: [BundleFault] = []
    if !trusted.isEmpty, !trusted.contains(signer) { faults.append(.otherKey(signer.hex)) }
    var strangers = found.keys.filter { listed[$0] == nil && $0 != BundleForm.manifest && $0 != BundleForm.signature }
      .sorted()
    for (name, sha256) in listed.sorted(by: { $0.key < $1.key }) {
      if let file = found[name] {
        if file.sha256 != sha256 { faults.append(.changed(name)) }
      } else if let other = strangers.firstIndex(where: { found[$0]?.sha256 == sha256 }) {
        faults.append(.renamed(name, to: strangers.remove(at: other)))
      } else {
        faults.append(.missing(name))
      }
    }
    faults += strangers.map { .extra($0) }
    return Report(
      files: found.count, bytes: found.values.reduce(0) { $0 + $1.bytes }, key: signer,
      isTrusted: trusted.isEmpty ? nil : trusted.contains(signer), faults: faults)
  }

  /// The names and hashes of a manifest.
  private static func list(_ manifest: [UInt8]) throws(BundleFault) -> [String: [UInt8]] {
    var listed: [String: [UInt8]] = [:]
    for (index, line) in String(decoding: manifest, as: UTF8.self).split(separator: "\n").enumerated() {
      let parts = line.split(separator: "  ", maxSplits: 1)
      guard parts.count == 2, let sha256 = Digests.bytes(hexadecimal: parts[0]), sha256.count == 32,
        TarArchive.isPlain(String(parts[1])), listed.updateValue(sha256, forKey: String(parts[1])) == nil
      else { throw .badManifest(line: index + 1) }
    }
    return listed
  }

  /// Reads exactly so many bytes, or says where the archive is cut off.
  private struct Reader {
    let handle: FileHandle

    init(_ handle: FileHandle) { self.handle = handle }

    mutating func read(_ count: Int, after name: String) throws(BundleFault) -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.count < count {
        guard let data = try? handle.read(upToCount: count - bytes.count), !data.isEmpty else {
          throw .cutOff(after: name)
        }
        bytes += data
      }
      return bytes
    }

    /// What other programs fill an archive up with is allowed: zeros.
    var isAtEnd: Bool {
      while let data = try? handle.read(upToCount: 65_536), !data.isEmpty {
        guard data.allSatisfy({ $0 == 0 }) else { return false }
      }
      return true
    }
  }
}
