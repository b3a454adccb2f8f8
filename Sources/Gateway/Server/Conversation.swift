/// One connection, as a value: what came, what goes out, and what to do next.
///
/// The reactor feeds it bytes and answers and does what it says; a race is a sequence of calls in a test.
struct Conversation {
  enum Action {
    case none
    /// The whole request is here: find it a place.
    case handOver(Gate.Admitted, Body)
    /// The request cannot stand: answer so.
    case refuse(Problem)
    case close
  }

  private enum State {
    case reading(SCGIReader)
    /// With the floor: waiting for a place, or being worked on.
    case handedOver
    case writing(Outgoing)
    /// The answer is out; what the other side still sends is thrown away, so that it does not lose the answer.
    case lingering
    case closed
  }

  private var state: State
  /// As far as it is known; a refusal is worded by it.
  private(set) var head: SCGIHead?
  private var admitted: Gate.Admitted?
  private var gathered: BodyGatherer
  private var sawEnd = false
  private let id: RequestID

  init(id: RequestID, limits: Limits) {
    self.id = id
    state = .reading(SCGIReader(headLimit: limits.head))
    gathered = BodyGatherer(threshold: limits.spoolThreshold, folder: limits.temporaryFolder)
  }

  var isReading: Bool { if case .reading = state { true } else { false } }
  var isHandedOver: Bool { if case .handedOver = state { true } else { false } }
  var isClosed: Bool { if case .closed = state { true } else { false } }
  var isLingering: Bool { if case .lingering = state { true } else { false } }
  var isWriting: Bool { if case .writing = state { true } else { false } }
  /// Whether bytes of the other side are to be read now, if only to be thrown away.
  var wantsBytes: Bool {
    switch state {
    case .reading, .lingering: true
    case .writing: !sawEnd
    case .handedOver, .closed: false
    }
  }

  mutating func received(_ bytes: [UInt8], _ admit: (SCGIHead) throws(RequestError) -> Gate.Admitted) -> Action {
    guard case .reading(var reader) = state else { return .none }
    for event in reader.read(bytes) {
      switch event {
      case .head(let head):
        self.head = head
        do throws(RequestError) {
          admitted = try admit(head)
        } catch {
          state = .handedOver
          return .refuse(error.problem)
        }
      case .body(let piece):
        do throws(TemporaryFile.NoRoom) {
          try gathered.append(piece)
        } catch {
          state = .handedOver
          return .refuse(Problem(.serviceUnavailable, code: "no-room"))
        }
      case .end:
        sawEnd = true
        state = .handedOver
        guard let admitted else { return .close }
        return .handOver(admitted, gathered.body)
      case .refused(let fault):
        state = .handedOver
        let status: Status = fault == .headTooLarge ? .headerFieldsTooLarge : .badRequest
        return .refuse(Problem(status, code: "scgi"))
      }
    }
    state = .reading(reader)
    return .none
  }

  /// The other side sent its last byte, or is gone.
  mutating func ended() -> Action {
    sawEnd = true
    switch state {
    case .reading, .lingering:
      state = .closed
      return .close
    case .handedOver, .writing, .closed: return .none
    }
  }

  /// An answer is ready. A second one (a late handler after a deadline) is dropped: false.
  mutating func answer(_ response: Response) -> Bool {
    switch state {
    case .handedOver, .reading:
      state = .writing(Outgoing(response))
      return true
    case .writing, .lingering, .closed: return false
    }
  }

  /// Sends what goes; `send` gives the number of bytes taken, nil if the other side is gone.
  mutating func write(_ send: (ArraySlice<UInt8>) -> Int?) -> Action {
    guard case .writing(var outgoing) = state else { return .none }
    while !outgoing.isDone {
      guard let sent = send(outgoing.next) else {
        state = .closed
        return .close
      }
      outgoing.sent(sent)
      if sent == 0 { break }
    }
    guard outgoing.isDone else {
      state = .writing(outgoing)
      return .none
    }
    // A request that was refused before its end may still be coming.
    state = sawEnd ? .closed : .lingering
    return sawEnd ? .close : .none
  }
}

/// The bytes of an answer that are still to go, a piece at a time.
struct Outgoing {
  private var current: ArraySlice<UInt8>
  private let body: Body
  private var taken = 0

  init(_ response: Response) {
    body = response.body
    // A short answer leaves in one piece with its headers.
    let first = body.piece(from: 0)
    current = (response.wireHead + first)[...]
    taken = first.count
  }

  var isDone: Bool { current.isEmpty && taken == body.count }

  var next: ArraySlice<UInt8> { current }

  mutating func sent(_ count: Int) {
    current = current.dropFirst(count)
    guard current.isEmpty, taken < body.count else { return }
    current = body.piece(from: taken)
    // A file that lost its bytes ends the answer short; the length that was announced tells.
    taken = current.isEmpty ? body.count : taken + current.count
  }
}
