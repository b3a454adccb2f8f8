internal import Glibc

/// What one connection of an exchange sends: its bytes in pieces, with a pause between them.
package struct RawConversation: Sendable {
  package let pieces: [[UInt8]]
  package init(_ pieces: [[UInt8]]) { self.pieces = pieces }
}

/// What came back on one connection.
package struct Heard: Sendable {
  package var bytes: [UInt8] = []
  /// Whether the other side closed; if not, it still held the connection when the time was up.
  package var isEnded = false
}

/// Holds many raw conversations at once, from a single thread: thousands of split points in seconds.
package struct RawExchange {
  private struct Line {
    let socket: Int32
    let index: Int
    var pieces: ArraySlice<[UInt8]>
    var unsent: ArraySlice<UInt8>
    var sendsNextAt: ContinuousClock.Instant
    let endsAt: ContinuousClock.Instant
  }

  private let connect: () throws -> RawSocket
  private let parallel: Int
  private let pause: Duration
  private let limit: Duration

  /// `pause` lies between two pieces, so that they arrive apart; `limit` is the life of one connection.
  package init(
    parallel: Int = 200, pause: Duration = .milliseconds(4), limit: Duration = .seconds(15),
    connect: @escaping () throws -> RawSocket
  ) {
    self.connect = connect
    self.parallel = parallel
    self.pause = pause
    self.limit = limit
  }

  /// Blocks until every conversation is over; the answers stand in the order of the conversations.
  package func run(_ conversations: [RawConversation]) throws -> [Heard] {
    var heard = Array(repeating: Heard(), count: conversations.count)
    var sockets: [Int: RawSocket] = [:]
    var lines: [Line] = []
    var next = 0
    while next < conversations.count || !lines.isEmpty {
      while lines.count < parallel, next < conversations.count {
        let socket = try connect()
        sockets[next] = socket
        let now = ContinuousClock.now
        lines.append(
          Line(
            socket: socket.nonblocking(), index: next, pieces: conversations[next].pieces[...], unsent: [],
            sendsNextAt: now, endsAt: now + limit))
        next += 1
      }
      var entries = lines.map { line in
        pollfd(fd: line.socket, events: Int16(line.unsent.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0)
      }
      poll(&entries, nfds_t(entries.count), 2)
      let now = ContinuousClock.now
      for place in lines.indices {
        speak(&lines[place], now)
        if entries[place].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
          listen(lines[place], &heard[lines[place].index])
        }
      }
      lines.removeAll { line in
        guard heard[line.index].isEnded || now >= line.endsAt else { return false }
        sockets[line.index] = nil
        return true
      }
    }
    return heard
  }

  private func speak(_ line: inout Line, _ now: ContinuousClock.Instant) {
    if line.unsent.isEmpty, now >= line.sendsNextAt, let piece = line.pieces.popFirst() {
      line.unsent = piece[...]
      line.sendsNextAt = now + pause
    }
    guard !line.unsent.isEmpty else { return }
    let sent = line.unsent.withUnsafeBytes { send(line.socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if sent > 0 { line.unsent = line.unsent.dropFirst(sent) }
    // Whoever closed early does not want the rest.
    if sent < 0, errno != EAGAIN { (line.unsent, line.pieces) = ([], []) }
  }

  private func listen(_ line: Line, _ heard: inout Heard) {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
        count = recv(line.socket, buffer.baseAddress, buffer.count, 0)
        filled = max(0, count)
      }
      if count > 0 {
        heard.bytes += bytes
        continue
      }
      if count == 0 || errno != EAGAIN { heard.isEnded = true }
      return
    }
  }
}
