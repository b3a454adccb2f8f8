/// Why a key cannot be used, in a sentence that says what to do. It never holds anything of the key.
package enum KeyError: Error, Equatable, CustomStringConvertible {
  /// No file where one has to be.
  case missing(String)
  case unreadable(String)
  case unwritable(String)
  /// Other users of the machine may read or change the file.
  case openToOthers(String)
  /// Not in the form of a key file, or not as it was written.
  case damaged(String)
  /// A key of another database, or of this one before it was restored.
  case notOfThisDatabase(String)
  /// The database was sealed with a version that the file does not have.
  case versionMissing(Int)
  /// Nothing was sealed with this key for this place, or it was changed.
  case cannotOpen
  case tooWeak

  package var description: String {
    switch self {
    case .missing(let file):
      "The key file \(file) is missing: put it back from where keys are kept, or make one with “paradero keys make” if nothing is sealed yet."
    case .unreadable(let file): "The key file \(file) cannot be read by this user."
    case .unwritable(let file): "The key file \(file) cannot be written by this user."
    case .openToOthers(let file):
      "Other users may read the key file \(file): chmod 600 it, and think about “paradero keys rotate”."
    case .damaged(let file): "The key file \(file) is damaged: put back a copy that is whole."
    case .notOfThisDatabase(let file):
      "The key file \(file) is not this database's: its check value is another. Put this database's own key back."
    case .versionMissing(let version):
      "The key has no version \(version), with which something is sealed: the key file is too old."
    case .cannotOpen:
      "A sealed value does not open with this key in its place: it was changed, moved, or sealed with another."
    case .tooWeak: "The machine has not the memory that stretching a secret takes."
    }
  }
}
