internal import Dispatch
internal import Glibc

/// Asks one question over a Unix socket: sends everything, then reads until the other side closes.
package enum UnixExchange {
  private static let longestAnswer = 1 << 20

  /// Nil when nobody answers in time. The work is done on a thread of its own.
  package static func ask(_ path: String, _ question: [UInt8], seconds: Int = 10) async -> [UInt8]? {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: wait(path, question, seconds)) }
    }
  }

  /// The bytes of an SCGI request, as a server of this program takes it.
  package static func request(_ variables: [(String, String)], body: [UInt8]) -> [UInt8] {
    var pairs: [UInt8] = []
    for (name, value) in [("CONTENT_LENGTH", String(body.count)), ("SCGI", "1")] + variables {
      pairs += Array(name.utf8) + [0] + Array(value.utf8) + [0]
    }
    return Array("\(pairs.count):".utf8) + pairs + [UInt8(ascii: ",")] + body
  }

  private static func wait(_ path: String, _ question: [UInt8], _ seconds: Int) -> [UInt8]? {
    let raw = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard raw >= 0, var address = try? UnixAddress.make(path) else { return nil }
    let line = Descriptor(raw)
    line.closeOnExec()
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(raw, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(raw, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    guard UnixAddress.with(&address, { connect(raw, $0, $1) }) == 0 else { return nil }
    var rest = question[...]
    while !rest.isEmpty {
      guard let sent = line.send(rest), sent > 0 else { return nil }
      rest = rest.dropFirst(sent)
    }
    var answer: [UInt8] = []
    while answer.count < longestAnswer {
      switch line.read(atMost: 65_536) {
      case .bytes(let bytes): answer += bytes
      case .ended: return answer
      case .nothingYet: return nil
      }
    }
    return nil
  }
}
