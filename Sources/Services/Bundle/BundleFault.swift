/// Why a bundle is refused, with the file that it is about.
package enum BundleFault: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable
  /// The bytes end before the archive does.
  case cutOff(after: String)
  case damagedArchive(after: String)
  /// A link, a device, a folder: anything but a plain file.
  case notAFile(String)
  case badName(String)
  case tooLarge(String)
  case tooManyFiles
  case twice(String)
  /// Something follows the end of the archive.
  case trailing
  case noManifest
  case noSignature
  case badManifest(line: Int)
  case badSignature
  /// Signed, but by none of the keys that are trusted.
  case otherKey(String)
  case missing(String)
  case extra(String)
  case changed(String)
  /// The same bytes under another name.
  case renamed(String, to: String)

  package var description: String {
    switch self {
    case .unreadable: "the file cannot be read"
    case .cutOff(let name): "the archive is cut off after \(name)"
    case .damagedArchive(let name): "the archive is damaged at \(name)"
    case .notAFile(let name): "\(name) is no plain file: links, folders and devices have no place in a bundle"
    case .badName(let name): "\(name) is a name that has no place in a bundle"
    case .tooLarge(let name): "\(name) is larger than any file of a bundle"
    case .tooManyFiles: "there are more files than any bundle has"
    case .twice(let name): "\(name) is there twice"
    case .trailing: "something follows after the end of the archive"
    case .noManifest: "\(BundleForm.manifest) is missing: without the list of files nothing can be said of them"
    case .noSignature: "\(BundleForm.signature) is missing: nobody signed the list of files"
    case .badManifest(let line): "line \(line) of \(BundleForm.manifest) is none of a list of files"
    case .badSignature:
      "\(BundleForm.signature) does not fit \(BundleForm.manifest): the list was changed after it was signed"
    case .otherKey(let key): "\(BundleForm.manifest) was signed with another key than the one expected: \(key)"
    case .missing(let name): "\(name) is missing"
    case .extra(let name): "\(name) is not in the list of files"
    case .changed(let name): "\(name) was changed"
    case .renamed(let name, let other): "\(name) was renamed to \(other)"
    }
  }

  /// A name as it may be shown: what could move a cursor or a line is not.
  static func shown(_ name: String) -> String {
    let safe = name.unicodeScalars.map { (33...126).contains($0.value) ? String($0) : "?" }.joined()
    return safe.isEmpty ? "a file without a name" : String(safe.prefix(120))
  }
}
