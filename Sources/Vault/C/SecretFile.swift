internal import CSodium
internal import Glibc

/// Reads a file that only this process should be able to read, and refuses one that others can.
enum SecretFile {
  private static let longest = 65536

  /// The file's bytes; the caller wipes them. Nil if there is no such file.
  static func read(_ path: String) throws(KeyError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    if file < 0, errno == ENOENT { return nil }
    guard file >= 0 else { throw .unreadable(path) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= longest else {
      throw .unreadable(path)
    }
    // What systemd hands over belongs to root and is opened to one more user by a list that shows as the group's bits.
    let openToGroup: mode_t = facts.st_uid == 0 ? 0o020 : 0o060
    guard facts.st_mode & (0o007 | openToGroup) == 0 else { throw .openToOthers(path) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw .unreadable(path) }
    return bytes
  }

  /// Writes a new file with mode 0600 and puts it in the place of the old one in one step, on the disk when it returns.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(KeyError) {
    let beside = path + ".new"
    unlink(beside)
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw .unwritable(path) }
    let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    // Whoever the old file belonged to keeps it: a command of root's must not take the key from its process.
    var old = stat()
    if stat(path, &old) == 0 { _ = fchown(file, old.st_uid, old.st_gid) }
    let isSafe = count == bytes.count && fchmod(file, mode) == 0 && fsync(file) == 0
    close(file)
    guard isSafe, rename(beside, path) == 0 else {
      unlink(beside)
      throw .unwritable(path)
    }
  }

  /// Something that changes when the file was replaced; nil if it is gone.
  static func mark(_ path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return "\(facts.st_ino).\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec).\(facts.st_size)"
  }
}
