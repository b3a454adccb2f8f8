internal import Glibc

/// An open file descriptor, closed when nobody holds it any more.
///
/// Sendable without a lock: the number never changes, and the kernel serializes calls on it.
package final class Descriptor: Sendable {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }
  deinit { _ = close(raw) }

  enum Incoming: Equatable {
    case bytes([UInt8])
    case nothingYet
    case ended
  }

  /// Reads what is there, without waiting. A broken connection reads as ended.
  func read(atMost count: Int) -> Incoming {
    while true {
      var result = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        result = Glibc.read(raw, buffer.baseAddress, count)
        filled = max(0, result)
      }
      if result > 0 { return .bytes(bytes) }
      if result == 0 { return .ended }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .nothingYet
      default: return .ended
      }
    }
  }

  /// Sends as much as goes at once; nil when the other side is gone.
  func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    while true {
      let sent = bytes.withUnsafeBytes { Glibc.send(raw, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent >= 0 { return sent }
      switch errno {
      case EINTR: continue
      case EAGAIN: return 0
      default: return nil
      }
    }
  }

  /// Says that nothing more will be sent.
  func finishSending() { _ = shutdown(raw, Int32(SHUT_WR)) }

  func stopWaiting() { _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK) }
  func closeOnExec() { _ = fcntl(raw, F_SETFD, FD_CLOEXEC) }
}

/// A way to wake a thread that polls: write to one end, poll the other.
struct WakePipe: Sendable {
  let reading: Descriptor
  private let writing: Descriptor

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    reading = Descriptor(ends[0])
    writing = Descriptor(ends[1])
    for end in [reading, writing] {
      end.stopWaiting()
      end.closeOnExec()
    }
  }

  func wake() {
    var byte: UInt8 = 1
    _ = write(writing.raw, &byte, 1)
  }

  func drain() { while case .bytes = reading.read(atMost: 64) {} }
}
