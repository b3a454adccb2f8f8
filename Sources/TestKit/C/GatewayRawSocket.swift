internal import Foundation
internal import Glibc

/// A client's end of a socket that sends whatever bytes a test wants, well formed or not.
///
/// Calls block, with a limit; `offPool` keeps them away from the threads that run tasks.
package final class RawSocket: Sendable {
  package struct Failure: Error, CustomStringConvertible { package let description: String }

  private let raw: Int32

  private init(_ raw: Int32) { self.raw = raw }
  deinit { _ = close(raw) }

  package static func unix(_ path: String) throws -> RawSocket {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard path.utf8.count < 108 else { throw Failure(description: "socket path too long: \(path)") }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return try connected(AF_UNIX, &address)
  }

  package static func loopback(_ port: Int) throws -> RawSocket {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let socket = try connected(AF_INET, &address)
    // Each piece is to leave as its own packet.
    var on: Int32 = 1
    setsockopt(socket.raw, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    return socket
  }

  /// A port of the loopback address that nobody uses at this moment.
  package static func freePort() throws -> Int {
    let raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { _ = close(raw) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(raw, $0, length) == 0 && getsockname(raw, $0, &length) == 0
      }
    }
    guard isBound else { throw Failure(description: "no port: \(errno)") }
    return Int(in_port_t(bigEndian: address.sin_port))
  }

  private static func connected<Address>(_ family: Int32, _ address: inout Address) throws -> RawSocket {
    let raw = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    guard raw >= 0 else { throw Failure(description: "socket: \(errno)") }
    let result = RawSocket(raw)
    let outcome = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(raw, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
    guard outcome == 0 else { throw Failure(description: "connect: \(String(cString: strerror(errno)))") }
    return result
  }

  /// Sends everything; false if the other side closed before it was all taken.
  @discardableResult package func send(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(raw, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// The next bytes: empty at the end, nil when nothing came in time.
  package func receive(_ limit: Duration = .seconds(20)) -> [UInt8]? {
    var entry = pollfd(fd: raw, events: Int16(POLLIN), revents: 0)
    let milliseconds = limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000
    guard poll(&entry, 1, Int32(clamping: milliseconds)) > 0 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, read(raw, buffer.baseAddress, buffer.count))
    }
  }

  /// All bytes until the other side closes; `isEnded` is false if it did not in time.
  package func receiveAll(_ limit: Duration = .seconds(20)) -> (bytes: [UInt8], isEnded: Bool) {
    let end = ContinuousClock.now + limit
    var bytes: [UInt8] = []
    while true {
      guard let piece = receive(max(.zero, end - .now)) else { return (bytes, false) }
      if piece.isEmpty { return (bytes, true) }
      bytes += piece
    }
  }

  /// For a caller that polls itself.
  func nonblocking() -> Int32 {
    _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK)
    return raw
  }

  package func finishSending() { _ = shutdown(raw, Int32(SHUT_WR)) }

  /// Leaves in mid-sentence.
  package func hangUp() { _ = shutdown(raw, Int32(SHUT_RDWR)) }
}

/// Runs calls that block on a thread of their own.
///
/// Not on a dispatch queue: on Linux its threads are the ones that run tasks, and as few as there are processors.
package func offPool<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
  }
}
