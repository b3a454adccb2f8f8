internal import Glibc
internal import Locking

/// Bytes too many for memory of their own, in a file without a name: however the process ends, nothing is left.
///
/// The name is taken away in the breath in which the file is made. The folder should lie in memory, because what
/// people send is personal.
package final class TemporaryFile: Sendable {
  package struct NoRoom: Error {}

  private let descriptor: Descriptor
  private let length = Locked(0)

  package init(folder: String = TemporaryFile.standardFolder) throws(NoRoom) {
    var template = Array((folder + "/paradero-XXXXXX").utf8CString)
    let raw = mkstemp(&template)
    guard raw >= 0 else { throw NoRoom() }
    unlink(template)
    descriptor = Descriptor(raw)
    descriptor.closeOnExec()
  }

  /// Memory where the system has a folder for it, else the usual place.
  package static let standardFolder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

  package var count: Int { length.withLock { $0 } }

  package func append(_ bytes: some Collection<UInt8>) throws(NoRoom) {
    let bytes = Array(bytes)
    try length.withLock { (length) throws(NoRoom) in
      var done = 0
      while done < bytes.count {
        let written = bytes[done...].withUnsafeBytes { pwrite(descriptor.raw, $0.baseAddress, $0.count, off_t(length)) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw NoRoom() }
        done += written
        length += written
      }
    }
  }

  /// The bytes from an offset on, at most so many; empty at the end.
  package func read(from offset: Int, atMost count: Int) -> [UInt8] {
    while true {
      var result = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        result = pread(descriptor.raw, buffer.baseAddress, count, off_t(offset))
        filled = max(0, result)
      }
      if result < 0, errno == EINTR { continue }
      return bytes
    }
  }

  /// A path by which this process, and one that inherits the descriptor, can open the file.
  package var path: String { "/proc/self/fd/\(descriptor.raw)" }
}
