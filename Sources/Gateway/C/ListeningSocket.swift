internal import Glibc

/// Why a socket could not be opened, in a sentence that says what to do.
package struct SocketError: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String
}

/// A Unix socket that listens.
///
/// A lock file beside it says whether its owner lives: a socket file that a crash left behind is replaced, that of
/// a running server never. The lock goes with the process, however it ends.
struct ListeningSocket {
  let descriptor: Descriptor
  private let lock: Descriptor
  private let path: String

  init(path: String, permissions: mode_t = 0o660, backlog: Int32 = 1024) throws(SocketError) {
    self.path = path
    lock = try ListeningSocket.lock(path)
    let raw = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard raw >= 0 else { throw SocketError(description: "cannot make a socket: \(reason())") }
    descriptor = Descriptor(raw)
    descriptor.closeOnExec()
    descriptor.stopWaiting()
    var status = stat()
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFSOCK else {
        throw SocketError(description: "\(path) exists and is no socket; remove it or choose another path")
      }
      unlink(path)
    }
    var address = try UnixAddress.make(path)
    guard UnixAddress.with(&address, { bind(raw, $0, $1) }) == 0 else {
      throw SocketError(description: "cannot open the socket \(path): \(reason())")
    }
    // Nobody can connect before `listen`, so nobody passes between the two.
    guard chmod(path, permissions) == 0, listen(raw, backlog) == 0 else {
      throw SocketError(description: "cannot listen on \(path): \(reason())")
    }
  }

  enum Accepted {
    case connection(Descriptor)
    case nothingYet
    /// No descriptor is free; trying again at once would only spin.
    case exhausted
  }

  func accept() -> Accepted {
    while true {
      let raw = Glibc.accept(descriptor.raw, nil, nil)
      if raw >= 0 {
        let connection = Descriptor(raw)
        connection.stopWaiting()
        connection.closeOnExec()
        return .connection(connection)
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EAGAIN: return .nothingYet
      default: return .exhausted
      }
    }
  }

  /// Takes the name away: no new client finds the socket, and a successor may open its own.
  func retire() {
    unlink(path)
    _ = flock(lock.raw, LOCK_UN)
  }

  private static func lock(_ path: String) throws(SocketError) -> Descriptor {
    let lockPath = path + ".lock"
    let raw = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard raw >= 0 else { throw SocketError(description: "cannot open \(lockPath): \(reason())") }
    let descriptor = Descriptor(raw)
    guard flock(raw, LOCK_EX | LOCK_NB) == 0 else {
      throw SocketError(description: "another server already answers on \(path); stop it or choose another path")
    }
    return descriptor
  }
}

enum UnixAddress {
  /// The longest path that fits, its ending NUL aside.
  static let longestPath = 107

  static func make(_ path: String) throws(SocketError) -> sockaddr_un {
    guard !path.isEmpty, path.utf8.count <= longestPath else {
      throw SocketError(
        description: "the socket path has \(path.utf8.count) bytes; at most \(longestPath) fit: choose a shorter folder"
      )
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return address
  }

  static func with(_ address: inout sockaddr_un, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

private func reason() -> String { String(cString: strerror(errno)) }
